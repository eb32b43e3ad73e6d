"""A QR code, and where it leads."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.contact import target, web_address
from factsheet.blocks.kit import Kit
from factsheet.design.inks import WHITE
from factsheet.document import Tag
from factsheet.findings import Finding, LayoutError
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.code import Code, Run, least_side, runs
from factsheet.units import to_mm

_LARGEST = 11
"""The largest version (ISO/IEC 18004): 61 modules a side, so that half a millimetre each goes into 36 mm."""

_BESIDE = 9.0
"""The least width of the words beside the code, in sizes of their type."""


def _short_enough(value: object) -> object:
    """A web address that goes into a code which a camera can read."""
    from segno import DataOverflowError, make_qr  # noqa: PLC0415 - 40 ms, for this block alone

    text = str(web_address(value))
    try:
        make_qr(target(text), error="M", version=_LARGEST, mask=0)
    except DataOverflowError:
        message = f"the address has {len(target(text))} characters, too many for a code that is easily read"
        raise fault("qr", message, "write a shorter address, which may lead on to the long one") from None
    return text


class Lead(Model):
    """Where a code leads.

    Attributes:
        url: A web address: www.example.org/report.
        text: What is found there.
    """

    shorthand: ClassVar[str] = "url"
    url: Annotated[str, BeforeValidator(_short_enough)]
    text: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_url(cls, value: Any) -> Any:
        return {"url": value} if isinstance(value, str) or value is None else value


class Qr(Block):
    """A QR code with its address, which is printed, too.

    Attributes:
        qr: The address, or the address and what is found there.

    Example::

        - qr: {url: www.example.org/report, text: Read the whole report}
    """

    key: ClassVar[str] = "qr"
    qr: Lead

    def box(self, kit: Kit) -> Box:
        """The code, with what is found there and its address as a link."""
        address = target(self.qr.url)
        modules, count = kit.styles.engine.once(("qr", address), lambda: _modules(address))
        side = least_side(count)
        if side > kit.column:
            message = f"the code needs {to_mm(side):.0f} mm, and its column is {to_mm(kit.column):.0f} mm wide"
            raise LayoutError([Finding("qr", message, where=self.where, hint="write a shorter address")])
        alt = kit.label("QR code: leads to {address}").format(address=self.qr.url)
        words = [kit.text(self.qr.text, "name", whole=True)] if self.qr.text else []
        link = kit.words(self.qr.url, "caption", self.where, href=address)
        bare, close = kit.ground is WHITE, not kit.styles.step.paragraphs
        return Code(
            modules, count, Tag("Figure", self.where, alt=alt), kit.stack(*words, link),
            _BESIDE * kit.size("name"), kit.grid, bare,
            above=kit.lines(bare and (close or kit.headed)), below=kit.lines(bare and close),
        )  # fmt: skip


def _modules(address: str) -> tuple[tuple[Run, ...], int]:
    """The dark modules of the code that leads to ``address``, and how many modules its side has.

    Its level of correction is M, or a higher one where that takes no larger code.
    """
    from segno import make_qr  # noqa: PLC0415

    code = make_qr(address, error="M", boost_error=True)
    return runs(code.matrix), len(code.matrix)

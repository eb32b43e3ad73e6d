"""The marks of donors and partners, with the statement that goes with them."""

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.contact import Url, target
from factsheet.blocks.kit import Kit
from factsheet.blocks.shown import file_below
from factsheet.design import drawings
from factsheet.design.bitmap import Bitmap
from factsheet.design.drawings import Drawing
from factsheet.design.inks import WHITE, contrast
from factsheet.design.pictures import look
from factsheet.document import Tag
from factsheet.findings import AssetError
from factsheet.i18n.text import Rich, Spoken
from factsheet.layout.box import Box
from factsheet.layout.logos import Logos as LogosBox
from factsheet.layout.logos import Mark
from factsheet.layout.stack import Cell, Stack

_DARK = 1.6
"""The contrast to white from which a ground is no longer taken for paper."""

_TINTED = 1.01
"""The contrast to white from which a ground is told from paper."""

_SIDE = 2.7
"""The side of a square mark, in grid lines."""

_BELOW = 0.5
"""Between what stands over the marks and the marks, in grid lines."""

_PANEL = 9.0
"""The space around marks on a white panel."""


def _art(value: object) -> Drawing | Bitmap:
    path = file_below(value)
    try:
        return drawings.read(path) if path.suffix.lower() == drawings.SUFFIX else look(path)
    except AssetError as problem:
        said = re.sub(r"\bit\b", path.name, "; ".join(found.message for found in problem.findings), count=1)
        hints = "; ".join(dict.fromkeys(found.hint for found in problem.findings if found.hint))
        raise fault(problem.findings[0].rule, said, hints) from None


MarkFile = Annotated[
    InstanceOf[Drawing] | InstanceOf[Bitmap], BeforeValidator(_art), WithJsonSchema({"type": "string"})
]
"""A drawing or a picture below the folder of the spec."""


class Logo(Model):
    """A mark.

    Attributes:
        file: Its file, as seen from the folder of the spec: logos/ministry.svg. SVG is best.
        name: Whose mark it is: Ministry of Health. It is read out, not printed.
        url: A web address that it leads to.
    """

    file: MarkFile
    name: Spoken
    url: Url | None = None


class Marks(Model):
    """Marks, and what is said over them.

    Attributes:
        items: The marks.
        statement: What stands over them: With financial support from the European Union.
    """

    shorthand: ClassVar[str] = "items"
    items: list[Logo] = Field(min_length=1)
    statement: Rich | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, list) else value


class Logos(Block):
    """The marks of donors and partners, all about equally large.

    Attributes:
        logos: The marks, or the marks and a statement that stands over them.

    Example::

        - logos:
            statement: With financial support from
            items:
              - {file: logos/river.svg, name: River Fund}
              - {file: logos/leaf.svg, name: Ministry of Green Growth, url: www.example.org}
    """

    key: ClassVar[str] = "logos"
    logos: Marks

    def box(self, kit: Kit) -> Box:
        """The statement, and the marks below it; on a ground that is not light, on a white panel."""
        marks = tuple(
            Mark(
                logo.file,
                Tag("Figure", logo.name.where, alt=_said(logo.name)),
                Tag("Link", logo.name.where, href=target(logo.url), title=_said(logo.name)) if logo.url else None,
            )
            for logo in self.logos.items
        )
        statement = self.logos.statement
        above = kit.lines(_BELOW) if statement or self.title or kit.headed else 0.0
        panel = _PANEL if self._on_panel(kit) else 0.0
        box: Box = LogosBox(marks, kit.lines(_SIDE), kit.grid, panel, above)
        if statement is None:
            return kit.whole(box)
        return kit.whole(Stack((Cell(kit.text(statement, "caption"), keep=True), Cell(box))))

    def _on_panel(self, kit: Kit) -> bool:
        """Whether the ground is too dark for marks made for paper, or shows where a picture ends."""
        far = contrast(WHITE, kit.ground)
        return far > _DARK or (far > _TINTED and any(isinstance(logo.file, Bitmap) for logo in self.logos.items))


def _said(name: Spoken) -> str:
    return " ".join(name.split())

"""What all blocks have in common."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from factsheet.findings import NOWHERE, Finding, Where
from factsheet.i18n.text import Text

if TYPE_CHECKING:
    from factsheet.blocks.kit import Kit
    from factsheet.i18n.language import Language
    from factsheet.layout.box import Box


class Model(BaseModel):
    """A part of a spec: nothing unknown in it, nothing changed after it is made.

    Attributes:
        shorthand: The key whose value may stand for the whole mapping, if there is one.
    """

    shorthand: ClassVar[str] = ""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True)


def optional(check: Callable[[object], object]) -> BeforeValidator:
    """``check`` for a field that may be left empty."""
    return BeforeValidator(lambda value: None if value is None else check(value))


LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z\d]{5,8})*")
"""The code of a language, with a script and a region where they are told (BCP 47)."""


def tongue(value: object) -> object:
    """The code of a language, its parts in their usual capitals."""
    text = typed(value)
    if not LANGUAGE.fullmatch(text):
        raise fault("bad-language", f"“{text}” is not a language", "write its code, as en, mn, fr or de-CH")
    first, *others = text.split("-")
    return "-".join([first.lower(), *(p.title() if len(p) == 4 else p.upper() if len(p) < 4 else p for p in others)])


class Block(Model):
    """A piece of content, named by its own key in the spec.

    Attributes:
        key: That key.
        place: Where it may stand: ``main`` blocks in the sidebar, too.
        steers: Whether it is no content, but says where what follows begins.
        title: What stands over it in the sidebar.
        language: The language of its texts, where it is not that of the factsheet: they are hyphenated, shaped and read
            out in it.
    """

    key: ClassVar[str] = ""
    place: ClassVar[Literal["main", "sidebar"]] = "main"
    steers: ClassVar[bool] = False
    title: Text | None = None
    language: Annotated[str | None, optional(tongue)] = None
    _where: Where = PrivateAttr(default=NOWHERE)

    @property
    def where(self) -> Where:
        """The place of its key."""
        return self._where

    def placed(self, where: Where) -> "Block":
        """The block itself, at ``where``."""
        self._where = where
        return self

    def judge(self, language: "Callable[[], Language]", place: Callable[..., Where]) -> Iterator[Finding]:
        """What is wrong with it that its language must say; ``place`` knows where what is below a key stands.

        The language is made only where it is asked for: that reads a file.
        """
        yield from ()

    def box(self, kit: "Kit") -> "Box":
        """The block as a box."""
        raise NotImplementedError

    def goes_across(self, box: "Box", kit: "Kit") -> bool:
        """Whether its ``box`` spans the columns wherever it stands in the main story."""
        return False


def fault(rule: str, message: str, hint: str = "", at: str | tuple[str | int, ...] = ()) -> PydanticCustomError:
    """The error that becomes a finding of ``rule``, at the key or the path ``at`` of the mapping where one is named."""
    at = (at,) if isinstance(at, str) else at
    return PydanticCustomError(rule, "{said}", {"said": message, "hint": hint, "at": at})


def typed(value: object) -> str:
    """What the author typed where one value belongs.

    Raises:
        PydanticCustomError: it is empty, a list or a mapping.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        raise PydanticCustomError("empty", "it is empty", {"hint": "write it, or delete the key"})
    if not isinstance(value, str):
        raise fault(
            "wrong-type", "one value is expected here, not a list or keys of its own", "write it after the colon"
        )
    return value.strip()


def _flag(value: object) -> bool:
    text = typed(value)
    if text.lower() not in {"true", "yes", "false", "no"}:
        raise fault("bad-flag", f"“{text}” is neither true nor false", "write true, or delete the key")
    return text.lower() in {"true", "yes"}


Flag = Annotated[bool, BeforeValidator(_flag)]
"""True or false."""


def one_or_many(value: object) -> object:
    """A single value as a list of one."""
    return value if isinstance(value, list | tuple) else [value]


OneOrMany = BeforeValidator(one_or_many)


def texts_of(value: Any) -> Iterator[Text]:
    """Every text of the author's in ``value``: a model, a list, a dictionary or a text."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_of(item)

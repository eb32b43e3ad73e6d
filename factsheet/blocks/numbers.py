"""Numbers as authors type them in charts and indicators."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from factsheet.blocks.base import fault, typed
from factsheet.findings import NOWHERE
from factsheet.i18n.text import Spoken, Text

DASHES = frozenset("-–—")
"""What stands where a number is missing."""

_NUMBER = re.compile(r"[-−–+]?\d{1,15}(\.\d{1,6})?")
_SPACED = re.compile(r"[-−–]?\d{1,3}(?:([\s,'’\u00a0\u202f])\d{3})+(\.\d+)?")
_COMMA = re.compile(r"[-−–]?\d+,\d+")
_INSIDE = re.compile(r"[-−–]?\d[\d.,'’\s\u00a0\u202f]*")


def number(value: object) -> Decimal:
    """The number that the author typed.

    Raises:
        PydanticCustomError: it is none, or is written with more than digits and a point.
    """
    text = typed(value)
    found = _plain(text)
    if found is None:
        raise fault("bad-number", f"“{text}” is not a number", _cure(text))
    return found


def number_or_dash(value: object) -> Decimal | None:
    """The number that the author typed; None for a dash."""
    return None if value is not None and typed(value) in DASHES else number(value)


def _plain(text: str) -> Decimal | None:
    return Decimal(text.replace("−", "-").replace("–", "-")) if _NUMBER.fullmatch(text) else None


def _cure(text: str) -> str:
    """What to write instead of ``text``."""
    inside = _INSIDE.search(text)
    bare = _ungrouped(inside[0].strip(" .,\u00a0\u202f'’")) if inside else ""
    if not bare or _plain(bare) is None:
        return "write a number alone, as 1200 or 2.5; one that is missing is “–”"
    around = text.replace(inside[0], " ", 1).strip() if inside else ""
    if around == "%":
        return f"write {bare}, and unit: “%” beside it"
    return f"write {bare}" + (", and what it counts in unit: or in the label" if around else "")


def _ungrouped(text: str) -> str:
    """``text`` without what stands between its thousands, and with a point before its decimals."""
    if _SPACED.fullmatch(text):
        return re.sub(r"[\s,'’\u00a0\u202f]", "", text)
    if _COMMA.fullmatch(text):
        return text.replace(",", ".")
    whole = re.fullmatch(r"([-−–]?\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", text)
    if whole:
        return whole[1].replace(".", "") + (f".{whole[2]}" if whole[2] else "")
    return text


def number_or_text(value: object) -> Decimal | Text | None:
    """The number that the author typed, or a text that is none: “none”, “to be agreed”; None for a dash.

    Raises:
        PydanticCustomError: it begins as a number does, but is none.
    """
    text = typed(value)
    if text in DASHES:
        return None
    if _INSIDE.match(text) or _INSIDE.match(text.lstrip("$€£¥₮< >~≈")):
        return number(text)
    return Text(text, getattr(value, "where", NOWHERE))


def unprinted(unit: Text | None) -> Text | None:
    """The unit, not to be printed where each number has the sign of per cent itself."""
    return Spoken(unit, unit.where) if unit is not None and unit.strip() == "%" else unit


_SCHEMA = {"type": "number"}
_DASH = {"enum": ["–", "-"]}

Number = Annotated[Decimal, BeforeValidator(number), WithJsonSchema(_SCHEMA)]
"""A number."""

NumberOrText = Annotated[
    Decimal | Text | None,
    BeforeValidator(lambda value: None if value is None else number_or_text(value)),
    WithJsonSchema({"type": ["number", "string"]}),
]
"""A number, or a text where there is none."""

Gap = Annotated[Decimal | None, BeforeValidator(number_or_dash), WithJsonSchema({"anyOf": [_SCHEMA, _DASH]})]
"""A number, or a dash where it is missing."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, and what it is a part of where the author says so.

    Attributes:
        number: The number; None where it is missing.
        target: What it is a part of, as the 60 in “45 of 60”.
    """

    number: Decimal | None
    target: Decimal | None = None


def measure(value: object, at: tuple[str | int, ...] = ()) -> Measure:
    """The number that the author typed, or a number of another; ``at`` is its place where nobody else says it.

    Raises:
        PydanticCustomError: it is neither.
    """
    try:
        text = typed(value)
        found = _OF.fullmatch(text)
        if found:
            return Measure(number(found[1]), number(found[2]))
        return Measure(number_or_dash(text))
    except PydanticCustomError as problem:
        raise PydanticCustomError(
            problem.type, problem.message_template, {**(problem.context or {}), "at": at}
        ) from None


_OF = re.compile(r"(\S.*?)\s*(?:\bof\b|/)\s*(\S.*)")

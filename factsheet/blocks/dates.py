"""Dates as authors type them, and as they are printed."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from factsheet.blocks.base import fault, optional, typed
from factsheet.i18n.dates import PartialDate

ONGOING = "ongoing"

PATTERN = r"^\d{4}(-\d{1,2}){0,2}$"


def day(value: object) -> PartialDate:
    """A year, a month or a day.

    Raises:
        PydanticCustomError: it is none.
    """
    text = typed(value)
    try:
        return PartialDate.parse(text)
    except ValueError as problem:
        raise fault("bad-date", str(problem), "write a year (2012), a month (2012-08) or a day (2012-08-15)") from None


def _end(value: object) -> object:
    return ONGOING if isinstance(value, str) and value.strip().lower() == ONGOING else day(value)


def _written(pattern: str) -> WithJsonSchema:
    """What editors accept: a year alone is a number for them."""
    return WithJsonSchema({"type": ["string", "integer"], "pattern": pattern})


Day = Annotated[PartialDate, BeforeValidator(day), _written(PATTERN)]
"""A date."""

Start = Annotated[PartialDate | None, optional(day), _written(PATTERN)]
"""Where a period begins, if that is said."""

End = Annotated[PartialDate | Literal["ongoing"] | None, optional(_end), _written(f"{PATTERN}|^ongoing$")]
"""Where it ends, if it does and that is said."""


def unbroken(said: str) -> str:
    """A date or a period with no line break but after its dash."""
    return " – ".join(date.replace(" ", "\u00a0") for date in said.split(" – "))


def meant(text: str) -> str:
    """What was probably meant where a date is none: the months of a season, the two ends of a period."""
    text = text.strip().lower()
    if re.fullmatch(_DATE, text):
        return ""
    if (turned := re.fullmatch(r"(\d{1,2})[./-](\d{4})", text)) and 1 <= int(turned[1]) <= 12:
        return f"{turned[2]}-{int(turned[1]):02}"
    if two := _TWO_DATES.fullmatch(text):
        return f"{{start: {two[1]}, end: {two[2]}}}"
    if not (year := _YEAR.search(text)):
        return ""
    for pattern, (first, last) in _PARTS.items():
        if re.search(rf"\b(?:{pattern})\b", text):
            return f"{{start: {year[0]}-{first:02}, end: {year[0]}-{last:02}}}"
    month = next((n for n, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", text)), 0)
    return f"{year[0]}-{month:02}" if month else ""


_DATE = r"(\d{4}(?:-\d{1,2}){0,2})"
_TWO_DATES = re.compile(rf"{_DATE}\s*(?:-|–|—|/|to|until|till)\s*{_DATE}")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_PARTS = {
    r"spring": (3, 5),
    r"summer": (6, 8),
    r"autumn|fall": (9, 11),
    r"winter": (1, 2),
    r"q1|1st quarter|first quarter": (1, 3),
    r"q2|2nd quarter|second quarter": (4, 6),
    r"q3|3rd quarter|third quarter": (7, 9),
    r"q4|4th quarter|fourth quarter": (10, 12),
    r"first half|early": (1, 6),
    r"second half|late": (7, 12),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

"""A date that may be only a year or a month."""

import calendar
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day. ``month`` and ``day`` are 0 where they are not given."""

    year: int
    month: int = 0
    day: int = 0

    def first(self) -> tuple[int, int, int]:
        """The first day it covers, as (year, month, day)."""
        return self.year, self.month or 1, self.day or 1

    def last(self) -> tuple[int, int, int]:
        """The last day it covers, as (year, month, day)."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """``2012``, ``2012-08`` or ``2012-08-15``.

        Raises:
            ValueError: with what is wrong, in plain words.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"“{text}” is not a date")
        year, month, day = (int(part or 0) for part in match.groups())
        if match[2] and not 1 <= month <= 12:
            raise ValueError(f"there is no month {match[2]}")
        if year < 1:
            raise ValueError(f"there is no year {match[1]}")
        if match[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"{calendar.month_name[month]} {year} has no day {match[3]}")
        return cls(year, month, day)


_FORM = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

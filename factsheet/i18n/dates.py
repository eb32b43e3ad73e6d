"""A date that may be only a year or a month."""

import calendar
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

"""When the project runs."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.dates import ONGOING, End, Start, unbroken
from factsheet.blocks.kit import Kit
from factsheet.i18n.dates import PartialDate
from factsheet.i18n.text import Rich
from factsheet.layout.box import Box


class Period(Model):
    """A start, an end, or both.

    Attributes:
        start: A year (2012), a month (2012-08) or a day (2012-08-15).
        end: The same; or ongoing.
        note: A sentence on it.
    """

    start: Start = None
    end: End = None
    note: Rich | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start is None and self.end is None and self.note is None:
            raise fault("missing", "a duration needs a start, an end or a note", "write start: 2012-08")
        if self.start and isinstance(self.end, PartialDate) and self.end.last() < self.start.first():
            raise fault("date-order", "the end lies before the start", "exchange the two dates, or correct one", "end")
        if self.start is None and self.end == ONGOING:
            raise fault("missing", "what is ongoing needs a start", "write start: 2012-08")
        return self


class Duration(Block):
    """When the project runs: its length is worked out, and drawn on a line of years.

    Attributes:
        duration: Its start, its end, or both.

    Example::

        - duration: {start: 2012-08, end: 2014-02}
    """

    key: ClassVar[str] = "duration"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    duration: Period

    def box(self, kit: Kit) -> Box:
        """The length, large; the stretch of time on a line of whole years; the dates."""
        period, boxes = self.duration, []
        end = period.end if isinstance(period.end, PartialDate) else None
        if period.start and end:
            length = kit.language.length(period.start, end)
            if length:
                boxes.append(kit.words(length, "figure", self.where))
            if end.year - period.start.year < _MOST_YEARS and (period.start.month or end.month):
                first, years = period.start.year, end.year - period.start.year + 1
                stretch = [(_position(day) - first) / years for day in (period.start.first(), end.last())]
                boxes.append(kit.progress(stretch[0], stretch[1], years))
        elif period.start and period.end == ONGOING:
            boxes.append(kit.progress(0.0, 1.0, 1, open_end=True))
        if period.start or end:
            said = kit.language.interval(period.start, end, period.end == ONGOING)
            boxes.append(kit.words(unbroken(said), "text", self.where))
        if period.note:
            boxes.append(kit.text(period.note))
        return kit.whole(kit.fact("Project duration", self.title, *boxes, where=self.where))


_MOST_YEARS = 12
"""The longest line of years that is drawn."""


def _position(day: tuple[int, int, int]) -> float:
    """A day as a year and a share of it."""
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1 if number == 1 else number) / 372

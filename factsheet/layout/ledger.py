"""Rows of a name and an amount, with the bar of a share below them where there is one."""

from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.units import EPSILON, Pt, Size

GUTTER: Pt = 8.0
"""Between a name and its amount."""

_SEEN: Pt = 0.8
"""The least length of a bar: it is seen, and printed, however small its share."""

_BAR: Pt = 3.2
"""The thickness of a bar."""


@dataclass(frozen=True, slots=True, eq=False)
class Short:
    """A text of one line, and its width."""

    box: Box
    width: Pt

    def ending(self, x: Pt, y: Pt) -> tuple[Pt, Pt, Frame]:
        """The text, set so that it ends at ``x``."""
        return x - self.width, y, _all(self.box, self.width)


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """A part of a whole.

    Attributes:
        part: How much it is, 0–1.
        text: The same in per cent.
        width: The room for that, in all rows of the table.
        centre: The middle of the bar below the top of its line.
        key: The colour of the part.
        track: The colour of the whole.
    """

    part: float
    text: Short
    width: Pt
    centre: Pt
    key: Ink
    track: Ink

    def set(self, width: Pt, y: Pt) -> list[tuple[Pt, Pt, Frame]]:
        """The bar and its per cent, ``y`` below the top of the row."""
        length = max(width - self.width - GUTTER, 0.0)
        top = self.centre - _BAR / 2
        part = max(self.part * length, _SEEN) if self.part > 0 else 0.0
        bars = ((0.0, top, Area(length, _BAR, self.track)), (0.0, top, Area(part, _BAR, self.key)))
        return [(0.0, y, Frame(length, 0.0, bars, LAYOUT)), self.text.ending(width, y)]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A row: the amount stands beside the name, or below it where a word of any name would be divided.

    Attributes:
        name: What it is called.
        amount: Its amount.
        width: The room for the amounts, the same in all rows.
        least: The longest word in the names of all rows.
        tag: The logical node of the row.
        share: The bar below it, if any.
    """

    name: Box
    amount: Short
    width: Pt
    least: Pt
    tag: Tag
    share: Share | None = None

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing."""
        left = room.width - self.width - GUTTER
        beside = left + EPSILON >= self.least
        name = _all(self.name, left if beside else room.width)
        amount = self.amount.ending(room.width, 0.0 if beside else name.height)
        placed = [(0.0, 0.0, name), amount]
        y = max(name.height, amount[1] + amount[2].height)
        if self.share is not None:
            placed += self.share.set(room.width, y)
            y += placed[-1][2].height
        if y > room.height + EPSILON:
            return Fit(None, self)
        return Fit(framed(room.width, y, placed, self.tag))


def _all(box: Box, width: Pt) -> Frame:
    frame = box.fit(Size(width, UNLIMITED)).frame
    assert frame is not None
    return frame

"""Charts: a drawing, which is a figure, and over it the table of its numbers, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from factsheet.document import Frame, Placed, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_REPEATED = Tag("Artifact", kind="Layout")


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A short text of a chart.

    Attributes:
        box: The text.
        wish: Its width on one line.
        least: The width of its longest word.
    """

    box: Box
    wish: Pt
    least: Pt

    def set(self, width: Pt = 0.0) -> Frame:
        """The text in lines of ``width``, or on one line."""
        frame = self.box.fit(Size(width or self.wish, UNLIMITED)).frame
        assert frame is not None
        return frame


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a chart: what is drawn in it, and what is written, which lies over it.

    Attributes:
        drawing: The drawing.
        text: The text, as high as the drawing.
    """

    drawing: Frame
    text: Frame


class Design(Protocol):
    """A kind of chart."""

    def head(self, width: Pt) -> Row | None:
        """What stands over the rows, and again where they go on elsewhere."""

    def rows(self, width: Pt) -> Sequence[Row]:
        """The rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """The rows of a design, never split in themselves.

    Attributes:
        design: The chart.
        figure: The logical node of what is drawn, with its description.
        table: The logical node of the numbers.
        grid: The baseline grid.
        start: The first row that is left.
        known: The rows for each width: they are worked out once.
    """

    design: Design
    figure: Tag
    table: Tag
    grid: Grid
    start: int = 0
    known: dict[Pt, tuple[Row | None, Sequence[Row]]] = field(default_factory=dict)

    def fit(self, room: Size) -> Fit:
        """The head and as many rows as go into ``room``."""
        if room.width not in self.known:
            self.known[room.width] = (self.design.head(room.width), self.design.rows(room.width))
        head, rows = self.known[room.width]
        drawn: list[Placed] = []
        written: list[Placed] = []
        y = 0.0
        if head is not None:
            drawn.append((0.0, 0.0, head.drawing))
            written.append((0.0, 0.0, replace(head.text, tag=_REPEATED) if self.start else head.text))
            y = head.text.height
        end = self.start
        while end < len(rows) and self.grid.up(y + rows[end].text.height) <= room.height + EPSILON:
            drawn.append((0.0, y, rows[end].drawing))
            written.append((0.0, y, rows[end].text))
            y += rows[end].text.height
            end += 1
        height = self.grid.up(y)
        if end == self.start or height > room.height + EPSILON:
            return Fit(None, self)
        frames: list[Placed] = [
            (0.0, 0.0, Frame(room.width, height, tuple(drawn), self.figure)),
            (0.0, 0.0, framed(room.width, height, written, self.table)),
        ]
        rest = replace(self, start=end) if end < len(rows) else None
        return Fit(framed(room.width, height, frames), rest)


@dataclass(frozen=True, slots=True, eq=False)
class Legend:
    """The names of the series behind their keys, in one or more lines.

    Attributes:
        names: The names, the head of a column each.
        keys: The key of each, as it is drawn.
        corner: The empty head of the column of labels, so that all rows have as many cells.
        row: The logical node of all.
        leading: The height of a line.
        centre: How far below the top of a line its digits have their middle.
    """

    names: tuple[Label, ...]
    keys: tuple[Frame, ...]
    corner: Tag
    row: Tag
    leading: Pt
    centre: Pt

    def set(self, width: Pt) -> Frame:
        """As many names in a line as go into ``width``."""
        items: list[Placed] = [(0.0, 0.0, Frame(0.0, 0.0, (), self.corner))]
        x = y = 0.0
        high = self.leading
        for name, key in zip(self.names, self.keys, strict=True):
            indent = key.width + _KEY
            if x and x + indent + name.wish > width:
                x, y, high = 0.0, y + high, self.leading
            frame = name.set(min(name.wish, width - x - indent))
            items.append((x, y + self.centre - key.height / 2, replace(key, tag=LAYOUT)))
            items.append((x + indent, y, frame))
            high = max(high, frame.height)
            x += indent + frame.width + _APART
        return framed(width, y + high + _BELOW * self.leading, items, self.row)


_BELOW = 0.5
"""Below the names, in grid lines."""

_KEY: Pt = 4.0
"""Between a key and its name."""

_APART: Pt = 14.0
"""Between two names."""

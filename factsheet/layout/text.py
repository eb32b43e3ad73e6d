"""A paragraph as a box: lines on the baseline grid, split without widows and orphans."""

from dataclasses import dataclass, replace

from factsheet.document import Frame, Placed, Tag
from factsheet.layout.box import Fit
from factsheet.text.paragraph import Line, Paragraph, Place
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size


_ASCENT = 0.8
"""The room above the first baseline of a heading, in shares of its size."""

_LIFT = 0.25
"""How far a heading stands above the grid, in lines, so that it is not as near to its text as a line of it."""

_INTRUSION = 0.4
"""How far the last line of a larger text may reach into the line of space below it, in lines."""

LEAST_LINES = 2
"""Lines of a paragraph that stay together at the foot and at the head of a column."""


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """A paragraph, or what is left of it from ``start`` on. Its height is a whole number of grid lines.

    Attributes:
        paragraph: What is set.
        grid: The grid of the page.
        tag: Its logical node.
        start: Where it starts.
        whole: Whether it must not be split.
    """

    paragraph: Paragraph
    grid: Grid
    tag: Tag
    start: Place = (0, 0)
    whole: bool = False

    def fit(self, room: Size) -> Fit:
        """As many lines as go into ``room``; at least two stay together on either side of a split."""
        if self.paragraph.empty:
            return Fit(Frame(room.width, 0.0))
        lines = self.paragraph.lines(room.width, self.start)
        count = len(lines)
        if self._height(count) <= room.height + EPSILON:
            return Fit(self._frame(lines, room.width))
        if self.whole:
            return Fit(None, self)
        while count and self._height(count) > room.height + EPSILON:
            count -= 1
        count = min(count, len(lines) - LEAST_LINES)
        while count >= LEAST_LINES and lines[count - 1].hyphened:
            count -= 1
        if count < LEAST_LINES:
            return Fit(None, self)
        return Fit(self._frame(lines[:count], room.width), replace(self, start=lines[count - 1].next))

    def _height(self, count: int) -> Pt:
        style, grid = self.paragraph.style, self.grid
        if not count:
            return 0.0
        if style.stands == "grid":
            return count * grid.leading
        if style.stands == "top":
            return grid.up(count * style.leading - grid.leading * _INTRUSION)
        return grid.up(_ASCENT * style.size + (count - 1) * style.leading + grid.leading - grid.baseline)

    def _frame(self, lines: tuple[Line, ...], width: Pt) -> Frame:
        style, grid = self.paragraph.style, self.grid
        height = self._height(len(lines))
        if style.stands == "bottom":
            y = height - (grid.leading - grid.baseline) - (len(lines) - 1) * style.leading - _LIFT * grid.leading
        elif style.stands == "top":
            y = grid.baseline + style.leading - grid.leading
        else:
            y = grid.baseline
        items: list[Placed] = []
        for line in lines:
            items += [(x, y, words) for x, words in line.words]
            y += style.leading
        notes = tuple(note for line in lines for note in line.notes)
        return Frame(width, height, tuple(items), self.tag, notes=notes)

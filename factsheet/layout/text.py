"""A paragraph as a box: lines on the baseline grid, split without widows and orphans."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factsheet.document import Area, Frame, Placed, Tag, Words
from factsheet.layout.box import Fit
from factsheet.layout.drawn import LAYOUT
from factsheet.text.paragraph import START, Line, Paragraph, Place, Type
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_ASCENT = 0.8
"""The room above the first baseline of a heading, in shares of its size."""

_LIFT = 0.25
"""How far a heading stands above the grid, in lines, so that it is not as near to its text as a line of it."""

_INTRUSION = 0.2
"""How far the last line of a larger text may reach into the line of space below it, in lines."""

_LOWERED = 0.55
"""The share that stands above a larger text of what its last line of the grid leaves free."""

LEAST_LINES = 2
"""Lines of a paragraph that stay together at the foot and at the head of a column."""


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """A paragraph, or what is left of it from ``start`` on. Its height is a whole number of grid lines.

    Attributes:
        paragraph: What is set.
        style: The size and leading it is set in.
        grid: The grid of the page.
        tag: Its logical node.
        start: Where it starts.
        whole: Whether it must not be split.
        rough: Whether its lines are only estimated, and its frames empty.
        measure: The greatest width of a line; 0 is that of the room.
        underlined: Whether links are underlined: their colour alone may not be seen.
        apart: Whether what follows it directly is another text, not a line of space.
        flexible: Whether it may take a line fewer, or one more, where that fills a column.
    """

    paragraph: Paragraph
    style: Type
    grid: Grid
    tag: Tag
    start: Place = START
    whole: bool = False
    rough: bool = False
    measure: Pt = 0.0
    underlined: bool = False
    apart: bool = False
    flexible: bool = False

    def fit(self, room: Size) -> Fit:
        """As many lines as go into ``room``; at least two stay together on either side of a split."""
        if self.paragraph.empty:
            return Fit(Frame(room.width, 0.0))
        width = min(room.width, self.measure or room.width)
        lines = self._lines(width, self.start)
        count = len(lines)
        if self._height(count) <= room.height + EPSILON:
            return Fit(self._frame(lines, room.width, width))
        if self.whole:
            return Fit(None, self)
        if tight := self._other(room, width, -1):
            return Fit(self._frame(tight, room.width, width), tight=True)
        while count and self._height(count) > room.height + EPSILON:
            count -= 1
        room_for = count
        count = _divided(lines, room_for)
        if count < room_for and (loose := self._other(room, width, 1)):
            looser = _divided(loose, room_for)
            if looser > count and len(self._lines(width, loose[looser - 1].end)) >= LEAST_LINES:
                lines, count = loose, looser
        if count < LEAST_LINES:
            return Fit(None, self)
        return Fit(self._frame(lines[:count], room.width, width), replace(self, start=lines[count - 1].end))

    def _lines(self, width: Pt, start: Place) -> tuple[Line, ...]:
        return self.paragraph.lines(width * 1000 / self.style.size, start, rough=self.rough)

    def _other(self, room: Size, width: Pt, looseness: int) -> tuple[Line, ...]:
        """Its lines with one fewer that go into ``room``, or with one more; none where that cannot be done well."""
        if not self.flexible or self.rough:
            return ()
        if looseness < 0 and self._height(len(self._lines(width, self.start)) + looseness) > room.height + EPSILON:
            return ()
        return self.paragraph.lines(width * 1000 / self.style.size, self.start, looseness=looseness)

    def forced(self, width: Pt) -> bool:
        """Whether a word had to be divided where no rule allows it, for lines of ``width``."""
        self.paragraph.lines(width * 1000 / self.style.size)
        return round(width * 1000 / self.style.size) in self.paragraph.forced

    def _height(self, count: int) -> Pt:
        style, grid = self.style, self.grid
        if not count:
            return 0.0
        if style.stands == "grid":
            return count * grid.leading
        if style.stands == "top":
            return grid.up(count * style.leading - grid.leading * (0.0 if self.apart else _INTRUSION))
        return grid.up(_ASCENT * style.size + (count - 1) * style.leading + grid.leading - grid.baseline)

    def _frame(self, lines: tuple[Line, ...], room: Pt, width: Pt) -> Frame:
        style, grid = self.style, self.grid
        height = self._height(len(lines))
        notes = self.paragraph.notes(lines)
        if self.rough:
            return Frame(room, height, tag=self.tag, notes=notes)
        if style.stands == "bottom":
            foot = (len(lines) - 1) * style.leading + grid.leading - grid.baseline
            y = height - foot - min(_LIFT * grid.leading, height - foot - _ASCENT * style.size)
        elif style.stands == "top":
            y = grid.baseline + style.leading - grid.leading
            if style.leading > grid.leading:
                y += _LOWERED * max(height - len(lines) * style.leading, 0.0)
        else:
            y = grid.baseline
        items: list[Placed] = []
        for line in lines:
            set_ = self.paragraph.set(line, style, width)
            if self.underlined:
                items += [(x, y, _underline(words)) for x, words in set_ if words.tag is not None and words.tag.href]
            items += [(x, y, words) for x, words in set_]
            y += style.leading
        return Frame(room, height, tuple(items), self.tag, notes=notes)


def _divided(lines: Sequence[Line], count: int) -> int:
    """How many of ``lines``, at most ``count``, stand before a split; fewer than may be where there is no place."""
    count = min(count, len(lines) - LEAST_LINES)
    while count >= LEAST_LINES and lines[count - 1].hyphened:
        count -= 1
    return count


def _underline(words: Words) -> Frame:
    """A line under ``words``, which is no content of its own (WCAG 2.1, 1.4.1)."""
    space = words.runs[-1]
    width = words.width - (space.width * words.size / 1000 + words.stretch if space.text == " " else 0.0)
    line = Area(width, 0.05 * words.size, words.ink)
    return Frame(width, 0.0, ((0.0, 0.14 * words.size, line),), LAYOUT)

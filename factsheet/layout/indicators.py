"""Indicators: from where, to where, how far; and a bar of the way that lies behind, below each."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed, Tag
from factsheet.layout.box import framed
from factsheet.layout.drawn import HAIRLINE, LAYOUT
from factsheet.layout.meters import Gauge
from factsheet.layout.plot import Label, Row
from factsheet.layout.table import squeezed
from factsheet.text.styles import Grid
from factsheet.units import Pt

_GUTTER: Pt = 10.0
_LEAST_NAME = 0.34
"""The least width of the names beside their numbers, in shares of the whole."""

_LEAST_GAP: Pt = 4.0
"""The least space between numbers that stand below their names."""

_THICK, _RISE = 0.4, 0.14
"""The thickness of a bar, and how far it stands above the middle of its line, in grid lines."""

_PAD = 0.3
"""What is left free below each row, in grid lines."""

_HEAD_WIDTH: Pt = 52.0
"""The width from which on the head of a column of numbers is divided into lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One indicator.

    Attributes:
        name: What is measured.
        values: Baseline, target and actual value, as they are printed.
        progress: The way from the baseline to the target that lies behind, as it is printed, if it is known.
        share: The same as a number.
        tag: The logical node of the row.
        empty: That of the cell of the progress where it is not known.
    """

    name: Label
    values: tuple[Label, ...]
    progress: Label | None
    share: float
    tag: Tag
    empty: Tag


@dataclass(frozen=True, slots=True, eq=False)
class Indicators:
    """A table of indicators; in a narrow room the numbers stand below the names.

    Attributes:
        heads: The heads of the names and of the numbers.
        ends: Those of the numbers again, with lines that end at the right.
        indicators: The rows.
        gauge: The look of the bars.
        line: The hairlines between rows.
        hairline: Their thickness.
        rule: The rule over the head, if it has one, and its thickness.
        grid: The baseline grid.
        centre: How far below the top of a line its digits have their middle.
        head_tag: The logical node of the head.
        corner: That of its empty last cell, over the progress.
    """

    heads: tuple[Label, ...]
    ends: tuple[Label, ...]
    indicators: tuple[Indicator, ...]
    gauge: Gauge
    line: Ink
    hairline: Pt
    rule: tuple[Ink, Pt] | None
    grid: Grid
    centre: Pt
    head_tag: Tag
    corner: Tag

    def head(self, width: Pt) -> Row:
        """The heads of the columns, which end on one line."""
        columns = self._columns(width)
        name, *others = self.heads
        if columns is None:
            first = name.set(width)
            below = self._below(others, first.height, width)
            high = max(frame.height for _, _, frame in below)
            items: list[Placed] = [(0.0, 0.0, first), *((x, y + high - f.height, f) for x, y, f in below)]
        else:
            room = width - sum(columns) - _GUTTER * len(columns)
            frames = [name.set(room), *(end.set(wide) for end, wide in zip(self.ends, columns, strict=True))]
            high = max(frame.height for frame in frames)
            lefts = _lefts(room, columns, frames)
            items = [(x, high - frame.height, frame) for x, frame in zip(lefts, frames, strict=True)]
        high = max(y + frame.height for _, y, frame in items if isinstance(frame, Frame))
        items.append((width, 0.0, Frame(0.0, 0.0, (), self.corner)))
        if self.rule is not None:
            ink, thick = self.rule
            rule = ((0.0, -0.12 * self.grid.leading - thick / 2, Area(width, thick, ink)),)
            items.insert(0, (0.0, 0.0, Frame(width, 0.0, rule, LAYOUT)))
        return Row(Frame(width, high), framed(width, high, items, self.head_tag))

    def rows(self, width: Pt) -> Sequence[Row]:
        """A row for each indicator: its numbers, and its bar below them."""
        columns = self._columns(width)
        progress = max((i.progress.wish for i in self.indicators if i.progress is not None), default=0.0)
        return [self._row(indicator, columns, progress, width) for indicator in self.indicators]

    def _row(self, indicator: Indicator, columns: tuple[Pt, ...] | None, progress: Pt, width: Pt) -> Row:
        leading = self.grid.leading
        rule = Frame(width, 0.0, ((0.0, -self.hairline / 2, Area(width, self.hairline, self.line)),), HAIRLINE)
        items: list[Placed] = [(0.0, 0.0, rule)]
        if columns is None:
            name = indicator.name.set(width)
            items += [(0.0, 0.0, name), *self._below(indicator.values, name.height, width)]
        else:
            room = width - sum(columns) - _GUTTER * len(columns)
            cells = (indicator.name, *indicator.values)
            frames = _set(cells, room, columns)
            items += [(x, 0.0, frame) for x, frame in zip(_lefts(room, columns, frames), frames, strict=True)]
        y = max(top + frame.height for _, top, frame in items if isinstance(frame, Frame))
        if indicator.progress is None:
            items.append((width, 0.0, Frame(0.0, 0.0, (), indicator.empty)))
            foot = y + _PAD * leading
            return Row(Frame(width, foot), framed(width, foot, items, indicator.tag))
        rise = _RISE * leading
        items.append((width - indicator.progress.wish, y - rise, indicator.progress.set()))
        thick = _THICK * leading
        foot = y + leading + _PAD * leading
        bar = self.gauge.bar(indicator.share, width - progress - _GUTTER, thick)
        drawn = Frame(width, foot, ((0.0, y - rise + self.centre - thick / 2, bar),))
        return Row(drawn, framed(width, foot, items, indicator.tag))

    def _columns(self, width: Pt) -> tuple[Pt, ...] | None:
        """The widths of the columns of numbers; None where names have no room beside them."""
        widths = tuple(
            max(min(head.wish, _HEAD_WIDTH), head.least, *(indicator.values[n].wish for indicator in self.indicators))
            for n, head in enumerate(self.heads[1:])
        )
        room = width - sum(widths) - _GUTTER * len(widths)
        least = max(_LEAST_NAME * width, self.heads[0].least, *(i.name.least for i in self.indicators))
        return widths if room >= least else None

    def _below(self, cells: Sequence[Label], y: Pt, width: Pt) -> list[tuple[Pt, Pt, Frame]]:
        """Cells side by side from the left, as the heads and the numbers of all rows need it."""
        wishes = [
            max(head.least, *(i.values[n].wish for i in self.indicators)) for n, head in enumerate(self.heads[1:])
        ]
        needs = squeezed(wishes, width - _LEAST_GAP * (len(wishes) - 1))
        gap = (width - sum(needs)) / (len(needs) - 1)
        lefts = [sum(needs[:n]) + n * gap for n in range(len(needs))]
        return [(x, y, cell.set(need)) for x, need, cell in zip(lefts, needs, cells, strict=True)]


def _set(cells: Sequence[Label], room: Pt, columns: Sequence[Pt]) -> list[Frame]:
    """The cells of a row: the name in ``room``, the others no wider than their columns."""
    name, *others = cells
    return [name.set(room), *(cell.set(min(cell.wish, wide)) for cell, wide in zip(others, columns, strict=True))]


def _lefts(room: Pt, columns: Sequence[Pt], frames: Sequence[Frame]) -> list[Pt]:
    """The left edge of each cell: the name's is 0; the others end at the right of their columns."""
    lefts = [0.0]
    x = room
    for wide, frame in zip(columns, frames[1:], strict=True):
        x += _GUTTER + wide
        lefts.append(x - frame.width)
    return lefts

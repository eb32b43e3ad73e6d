"""Horizontal bars: a label, a bar for each series, and its value at the end of the bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed, Tag
from factsheet.layout.box import framed
from factsheet.layout.plot import Label, Legend, Row
from factsheet.layout.series import Series
from factsheet.text.styles import Grid
from factsheet.units import Pt

GAP: Pt = 8.0
"""Between a label and its bar."""

_TO_VALUE: Pt = 4.0
"""Between a bar and its value."""

_MOST_LABEL = 0.42
"""The most of the width that labels beside the bars may take."""

_LEAST_BESIDE: Pt = 180.0
"""The least width in which labels stand beside the bars."""

_MOST_LINES = 2
"""The most lines of a label beside its bar."""

_THICK, _THICK_IN_GROUP = 0.66, 0.62
"""A bar's thickness, in grid lines."""

_PITCH = 0.8
"""From bar to bar of a group, in grid lines: what is left over parts the groups."""


def beside(labels: Sequence[Label], width: Pt) -> Pt:
    """The width of the labels where they may stand beside what they name; 0 where they must stand over it."""
    wish = max(label.wish for label in labels)
    room = min(wish, _MOST_LABEL * width)
    fits = width >= _LEAST_BESIDE and max(label.least for label in labels) <= room
    return room if fits and wish <= 0.9 * _MOST_LINES * room else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Bars from one line, to the right of it or, where numbers are negative, to the left.

    Attributes:
        labels: What the rows are called.
        values: The values of each row as they are printed, one for each series.
        numbers: The same as numbers; None where there is none.
        rows_tags: The logical node of each row.
        series: The look of each series.
        legend: The names of the series, if they have any.
        axis: The line that the bars start from.
        grid: The baseline grid.
        centre: How far below the top of a line its digits have their middle.
        hairline: The thickness of the axis.
    """

    labels: tuple[Label, ...]
    values: tuple[tuple[Label, ...], ...]
    numbers: tuple[tuple[float | None, ...], ...]
    row_tags: tuple[Tag, ...]
    series: tuple[Series, ...]
    legend: Legend | None
    axis: Ink
    grid: Grid
    centre: Pt
    hairline: Pt

    def head(self, width: Pt) -> Row | None:
        """The legend, with a line of space below it where labels stand over their bars."""
        if self.legend is None:
            return None
        text = self.legend.set(width)
        return Row(Frame(width, text.height), text)

    def rows(self, width: Pt) -> Sequence[Row]:
        """A row for each label."""
        indent = beside(self.labels, width)
        zone = _Zone(self, indent + GAP if indent else 0.0, width)
        return [self._row(n, indent, zone, width) for n in range(len(self.labels))]

    def _row(self, n: int, indent: Pt, zone: "_Zone", width: Pt) -> Row:
        leading, count = self.grid.leading, len(self.series)
        label = self.labels[n].set(indent or width)
        top = 0.0 if indent else label.height
        high = max(label.height, count * leading) if indent else top + count * leading
        thick = (_THICK if count == 1 else _THICK_IN_GROUP) * leading
        pitch = leading if count == 1 else _PITCH * leading
        drawn: list[Placed] = []
        texts: list[Placed] = [(0.0, 0.0, label)]
        if zone.axis:
            drawn.append((zone.zero - self.hairline / 2, top, Area(self.hairline, high - top, self.axis)))
        for k, (number, value) in enumerate(zip(self.numbers[n], self.values[n], strict=True)):
            line = top + k * pitch - (0.0 if indent else 0.12 * leading)
            left, right = zone.bar(number or 0.0)
            if right > left:
                drawn.append((left, line + self.centre - thick / 2, self.series[k].area(right - left, thick)))
            x = left - _TO_VALUE - value.wish if (number or 0) < 0 else right + _TO_VALUE
            texts.append((x, line, value.set()))
        return Row(Frame(width, high, tuple(drawn)), framed(width, high, texts, self.row_tags[n]))


class _Zone:
    """Where the bars of a chart stand in ``width``, from ``left`` on."""

    def __init__(self, bars: Bars, left: Pt, width: Pt) -> None:
        numbers = [number or 0.0 for row in bars.numbers for number in row]
        low, high = min(0.0, *numbers), max(0.0, *numbers)
        pairs = [
            (number or 0.0, value.wish + _TO_VALUE)
            for row, values in zip(bars.numbers, bars.values, strict=True)
            for number, value in zip(row, values, strict=True)
        ]
        before = max((wish for number, wish in pairs if number < 0), default=0.0)
        after = max((wish for number, wish in pairs if number >= 0), default=0.0)
        self.scale = max(width - left - before - after, 1.0) / (high - low)
        self.zero = left + before - low * self.scale
        self.axis = bool(left) or low < 0

    def bar(self, number: float) -> tuple[Pt, Pt]:
        """The ends of the bar of ``number``, which is seen however small it is."""
        length = number * self.scale
        if number:
            length = max(length, 0.8) if number > 0 else min(length, -0.8)
        return self.zero + min(length, 0.0), self.zero + max(length, 0.0)

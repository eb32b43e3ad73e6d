"""Shares: a bar of one length for each whole, divided into its parts, and the per cents below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factsheet.document import Frame, Placed, Tag
from factsheet.layout.bars import GAP, beside
from factsheet.layout.box import framed
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.plot import Label, Legend, Row
from factsheet.layout.series import Series
from factsheet.text.styles import Grid
from factsheet.units import Pt

_BETWEEN: Pt = 1.4
"""Between two parts of a bar."""

_APART: Pt = 5.0
"""The least space between two numbers below a bar."""


def per_cents(numbers: Sequence[float]) -> tuple[int, ...]:
    """Whole per cents that add up to 100: what rounding down leaves goes to the largest remainders."""
    total = sum(numbers)
    exact = [100 * number / total for number in numbers]
    whole = [int(value + 1e-9) for value in exact]
    for n in sorted(range(len(exact)), key=lambda n: (whole[n] - exact[n], n))[: 100 - sum(whole)]:
        whole[n] += 1
    return tuple(whole)


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Several wholes under each other, a bar for each.

    Attributes:
        labels: What the wholes are called.
        values: The per cents of each as they are printed.
        numbers: The parts of each, in any measure.
        row_tags: The logical node of each row.
        series: The look of each part.
        legend: The names of the parts.
        grid: The baseline grid.
        centre: How far below the top of a line its digits have their middle.
    """

    labels: tuple[Label, ...]
    values: tuple[tuple[Label, ...], ...]
    numbers: tuple[tuple[float, ...], ...]
    row_tags: tuple[Tag, ...]
    series: tuple[Series, ...]
    legend: Legend
    grid: Grid
    centre: Pt

    def head(self, width: Pt) -> Row:
        """The legend."""
        text = self.legend.set(width)
        return Row(Frame(width, text.height), text)

    def rows(self, width: Pt) -> Sequence[Row]:
        """A row for each whole."""
        indent = beside(self.labels, width)
        return [self._row(n, indent, width) for n in range(len(self.labels))]

    def _row(self, n: int, indent: Pt, width: Pt) -> Row:
        leading = self.grid.leading
        label = self.labels[n].set(indent or width)
        left, top = (indent + GAP, 0.0) if indent else (0.0, label.height)
        drawn, ends = divided(self.numbers[n], self.series, width - left, 0.72 * leading)
        places = spread([(a + b) / 2 for a, b in ends], [value.wish for value in self.values[n]], width - left)
        texts: list[Placed] = [(0.0, 0.0, label)]
        texts += [(left + x, top + 0.8 * leading, value.set()) for x, value in zip(places, self.values[n], strict=True)]
        high = max(label.height, top + 2 * leading)
        bar = (left, top + self.centre - 0.36 * leading, drawn)
        return Row(Frame(width, high, (bar,)), framed(width, high, texts, self.row_tags[n]))


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of one whole: its bar, and each part with its key, its name and its numbers below.

    Attributes:
        labels: What the parts are called.
        values: The numbers of each part as they are printed: its value, if that is another, and its per cent.
        numbers: The parts, in any measure.
        row_tags: The logical node of each part.
        series: The look of each part.
        grid: The baseline grid.
        centre: How far below the top of a line its digits have their middle.
    """

    labels: tuple[Label, ...]
    values: tuple[tuple[Label, ...], ...]
    numbers: tuple[float, ...]
    row_tags: tuple[Tag, ...]
    series: tuple[Series, ...]
    grid: Grid
    centre: Pt

    def head(self, width: Pt) -> None:
        """Nothing: the bar stands with the first part."""

    def rows(self, width: Pt) -> Sequence[Row]:
        """The bar with the first part; then the others."""
        leading = self.grid.leading
        bar, _ = divided(self.numbers, self.series, width, 1.15 * leading)
        rows = [self._part(n, width) for n in range(len(self.labels))]
        first = rows[0].text
        high = first.height + 2 * leading
        drawn = Frame(width, high, ((0.0, 0.3 * leading, bar),))
        rows[0] = Row(drawn, framed(width, high, [(x, y + 2 * leading, item) for x, y, item in first.items], first.tag))
        return rows

    def _part(self, n: int, width: Pt) -> Row:
        leading = self.grid.leading
        key = replace(self.series[n].area(0.8 * leading, 0.6 * leading), tag=LAYOUT)
        indent = key.width + 6.0
        columns = [max(row[k].wish for row in self.values) for k in range(len(self.values[n]))]
        numbers = sum(columns) + _COLUMN * len(columns)
        room = min(max(label.wish for label in self.labels) + 1.0, width - indent - numbers)
        label = self.labels[n].set(max(room, 20.0))
        items: list[Placed] = [(0.0, self.centre - key.height / 2, key), (indent, 0.0, label)]
        x = indent + label.width
        for value, column in zip(self.values[n], columns, strict=True):
            x += _COLUMN + column
            items.append((min(x, width) - value.wish, 0.0, value.set()))
        return Row(Frame(width, label.height), framed(width, label.height, items, self.row_tags[n]))


_COLUMN: Pt = 14.0
"""Between the columns of the parts' numbers."""


_SEEN: Pt = 0.8
"""The least width of a part: it is seen, and printed, however small it is."""


def divided(
    numbers: Sequence[float], series: Sequence[Series], width: Pt, height: Pt
) -> tuple[Frame, list[tuple[Pt, Pt]]]:
    """A bar of ``width`` in parts with gaps between them, and where each part starts and ends."""
    seen = sum(number > 0 for number in numbers)
    free = width - _BETWEEN * (seen - 1)
    total = sum(numbers)
    items: list[Placed] = []
    ends: list[tuple[Pt, Pt]] = []
    x = 0.0
    for number, look in zip(numbers, series, strict=True):
        wide = max(free * number / total, _SEEN) if number > 0 else 0.0
        if wide:
            items.append((x, 0.0, look.area(wide, height)))
        ends.append((x, x + wide))
        x += wide + (_BETWEEN if wide else 0.0)
    return Frame(width, height, tuple(items)), ends


def spread(centres: Sequence[Pt], widths: Sequence[Pt], room: Pt) -> list[Pt]:
    """The left edges of texts of ``widths``, each as near to its centre as the others allow."""
    gap = min(_APART, max((room - sum(widths)) / max(len(widths) - 1, 1), 0.0))
    places: list[Pt] = []
    at = 0.0
    for centre, width in zip(centres, widths, strict=True):
        places.append(max(centre - width / 2, at))
        at = places[-1] + width + gap
    limit = room
    for n in range(len(places) - 1, -1, -1):
        places[n] = max(min(places[n], limit - widths[n]), 0.0)
        limit = places[n] - gap
    return places

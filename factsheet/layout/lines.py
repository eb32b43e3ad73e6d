"""Lines over a row of points, and the table of their numbers below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed, Tag
from factsheet.layout.box import framed
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.plot import Label, Row
from factsheet.layout.scale import Scale
from factsheet.layout.series import Series
from factsheet.layout.table import squeezed
from factsheet.text.styles import Grid
from factsheet.units import Pt

_KEY: Pt = 17.0
"""The width of a key: a stretch of line with its marker."""

_GAP: Pt = 6.0
_MOST_NAMES = 0.34
"""The most of the width that the names of the series may take."""

_LEAST_CELL: Pt = 4.0
"""The least space between two numbers below the points."""

_COLUMN: Pt = 16.0
"""Between the columns of a list of numbers."""

_FOLD: Pt = 24.0
"""Between the parts of a list that is folded."""

_FOLDS, _LEAST_ROWS = 4, 3
"""The most parts of a list that is folded, and the fewest rows of each."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The same numbers in the cells of a table, lying or standing.

    Attributes:
        corner: The empty head of the names or of the points.
        points: What the points are called, as heads.
        names: What the series are called, as heads; none: there is one series without a name.
        values: The values of each series, as they are printed.
        rows: The logical nodes of the rows.
    """

    corner: Tag
    points: tuple[Label, ...]
    names: tuple[Label, ...]
    values: tuple[tuple[Label, ...], ...]
    rows: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """A line for each series. Where the room allows it, the numbers stand below their points, else in a list.

    Attributes:
        numbers: The numbers of each series; None leaves a gap.
        scale: The upright scale.
        ticks: The numbers of the scale, as they are printed.
        marks: What the points are called, as the drawing says it where the numbers stand in a list.
        lying: The table with a column for each point.
        standing: The table with a row for each point.
        series: The look of each series.
        rule: The hairlines of the scale.
        base: The line at its foot, or at zero.
        grid: The baseline grid.
        centre: How far below the top of a line its digits have their middle.
        hairline: The thickness of the lines of the scale.
    """

    numbers: tuple[tuple[float | None, ...], ...]
    scale: Scale
    ticks: tuple[Label, ...]
    marks: tuple[Label, ...]
    lying: Cells
    standing: Cells
    series: tuple[Series, ...]
    rule: Ink
    base: Ink
    grid: Grid
    centre: Pt
    hairline: Pt

    def head(self, width: Pt) -> None:
        """Nothing: the drawing stands with the first row."""

    def rows(self, width: Pt) -> Sequence[Row]:
        """The drawing with the first row of the table; then the others."""
        left = max(tick.wish for tick in self.ticks) + _GAP
        names = 0.0
        if self.lying.names:
            most = _MOST_NAMES * width
            names = min(max(name.wish for name in self.lying.names) + _KEY + _GAP, most)
            names = max(names, max(name.least for name in self.lying.names) + _KEY + _GAP)
        left = max(left, names)
        cells = [*self.lying.points, *(value for row in self.lying.values for value in row)]
        pitch = (width - left) / len(self.lying.points)
        if max(cell.wish for cell in cells) + _LEAST_CELL <= pitch:
            drawing = self._drawing(left, pitch, width)
            return _joined(drawing, Frame(width, drawing.height), self._lying(left, pitch, width))
        left = max(tick.wish for tick in self.ticks) + _GAP
        first, last = self.marks[0].wish / 2, self.marks[-1].wish / 2
        left = max(left, first)
        pitch = (width - left - max(last, 4.0)) / max(len(self.marks) - 1, 1)
        drawing = self._drawing(left, pitch, width, named=True)
        return _joined(drawing, Frame(width, drawing.height), self._standing(width))

    # -- the drawing

    def _drawing(self, left: Pt, pitch: Pt, width: Pt, *, named: bool = False) -> Frame:
        """Scale, lines and markers; the names of as many points as have room where they are ``named``."""
        leading = self.grid.leading
        high = leading * (6 if width < 180 else 8 if width < 300 else 10)
        top = 0.6 * leading
        foot = top + high
        items: list[Placed] = []
        right = width - left
        for tick, value in zip(self.ticks, self.scale.ticks, strict=True):
            y = foot - self.scale.share(value) * high
            ink = (
                self.base if value == (0.0 if self.scale.low <= 0 <= self.scale.high else self.scale.low) else self.rule
            )
            items.append((left, y - self.hairline / 2, Area(right, self.hairline, ink)))
            items.append((left - _GAP - tick.wish, y - self.centre, tick.set()))
        x0 = left + (0.0 if named else pitch / 2)
        for look, numbers in zip(self.series, self.numbers, strict=True):
            items += self._line(look, numbers, (x0, pitch), (foot, high))
        if named:
            items += self._names(x0, pitch, foot + 0.2 * leading, width)
        return Frame(width, self.grid.up(top + high + 0.4 * leading) + named * leading, tuple(items))

    def _line(
        self, look: Series, numbers: Sequence[float | None], across: tuple[Pt, Pt], upright: tuple[Pt, Pt]
    ) -> list[Placed]:
        """The stretches of one line, and its markers."""
        places = [
            None if value is None else (across[0] + n * across[1], upright[0] - self.scale.share(value) * upright[1])
            for n, value in enumerate(numbers)
        ]
        items: list[Placed] = []
        stretch: list[tuple[Pt, Pt]] = []
        for place in (*places, None):
            if place is not None:
                stretch.append(place)
            elif stretch:
                if len(stretch) > 1:
                    items.append((0.0, 0.0, look.line(tuple(stretch))))
                items += [(x, y, look.marker()) for x, y in stretch]
                stretch = []
        return items

    def _names(self, x0: Pt, pitch: Pt, y: Pt, width: Pt) -> list[Placed]:
        """The first point's name, and every second, third … that stands free of the others."""
        last = len(self.marks) - 1
        step = 1
        widest = max(mark.wish for mark in self.marks)
        while step * pitch < widest + _GAP and step < last:
            step += 1
        items: list[Placed] = []
        for n in range(0, last + 1, step):
            mark = self.marks[n]
            x = min(max(x0 + n * pitch - mark.wish / 2, 0.0), width - mark.wish)
            items.append((x, y, mark.set()))
        return items

    # -- the table

    def _lying(self, left: Pt, pitch: Pt, width: Pt) -> list[Frame]:
        """A column for each point, below it."""
        cells = self.lying
        heads = self._cells(cells.points, left, pitch)
        corner: list[Placed] = [(0.0, 0.0, Frame(0.0, 0.0, (), cells.corner))] if cells.names else []
        rows = [framed(width, self.grid.leading, [*corner, *heads], cells.rows[0])]
        for n, values in enumerate(cells.values):
            items: list[Placed] = []
            high = self.grid.leading
            if cells.names:
                name = cells.names[n].set(left - _KEY - _GAP)
                high = name.height
                items = [(0.0, 0.0, self._key(n)), (_KEY, 0.0, name)]
            rows.append(framed(width, high, [*items, *self._cells(values, left, pitch)], cells.rows[n + 1]))
        return rows

    def _cells(self, labels: Sequence[Label], left: Pt, pitch: Pt) -> list[Placed]:
        return [
            (left + (n + 0.5) * pitch - label.wish / 2, 0.0, label.set()) for n, label in enumerate(labels)
        ]  # fmt: skip

    def _standing(self, width: Pt) -> list[Frame]:
        """A row for each point."""
        cells = self.standing
        count = len(cells.values)
        wishes = [max(value.wish for value in column) for column in cells.values]
        least = max(point.least for point in cells.points)
        if least + sum(wishes) + _LEAST_CELL * count > width:
            return self._flowing(width)
        if cells.names:
            wishes = [max(w, _KEY + name.wish) for w, name in zip(wishes, cells.names, strict=True)]
        first = max(point.wish for point in cells.points)
        gap = min(max((width - first - sum(wishes)) / count, _LEAST_CELL), _COLUMN)
        first, *wishes = self._fitted(first, least, wishes, width - gap * count)
        ends = [first + sum(wishes[: n + 1]) + gap * (n + 1) for n in range(count)]
        rows: list[Frame] = []
        if cells.names:
            items: list[Placed] = [(0.0, 0.0, Frame(0.0, 0.0, (), cells.corner))]
            names = [name.set(min(name.wish, wish - _KEY)) for name, wish in zip(cells.names, wishes, strict=True)]
            high = max(name.height for name in names)
            for n, (name, end) in enumerate(zip(names, ends, strict=True)):
                x, y = end - name.width, high - name.height
                items += [(x - _KEY, y, self._key(n)), (x, y, name)]
            rows.append(framed(width, high, items, cells.rows[0]))
        for n, point in enumerate(cells.points):
            label = point.set(first)
            items = [(0.0, 0.0, label)]
            items += [(ends[k] - cells.values[k][n].wish, 0.0, cells.values[k][n].set()) for k in range(count)]
            rows.append(framed(width, label.height, items, cells.rows[n + 1]))
        return rows if cells.names else self._folded(rows, ends[-1], width)

    def _fitted(self, first: Pt, least: Pt, wishes: Sequence[Pt], room: Pt) -> list[Pt]:
        """The widths of the points and of the columns: no number is wider than its column."""
        values = [max(value.wish for value in column) for column in self.standing.values]
        needs = [least, *values]
        extra = squeezed([wish - need for wish, need in zip((first, *wishes), needs, strict=True)], room - sum(needs))
        return [need + more for need, more in zip(needs, extra, strict=True)]

    def _flowing(self, width: Pt) -> list[Frame]:
        """Below each point its numbers, each behind its key, in as many lines as they need."""
        cells, leading = self.standing, self.grid.leading
        rows: list[Frame] = []
        if cells.names:
            items: list[Placed] = [(0.0, 0.0, Frame(0.0, 0.0, (), cells.corner))]
            y = 0.0
            for n, name in enumerate(cells.names):
                frame = name.set(width - _KEY)
                items += [(0.0, y, self._key(n)), (_KEY, y, frame)]
                y += frame.height
            rows.append(framed(width, y, items, cells.rows[0]))
        for n, point in enumerate(cells.points):
            label = point.set(width)
            items = [(0.0, 0.0, label)]
            x, y = 0.0, label.height
            for k, column in enumerate(cells.values):
                value = column[n]
                if x and x + _KEY + value.wish > width:
                    x, y = 0.0, y + leading
                items += [(x, y, self._key(k)), (x + _KEY, y, value.set(min(value.wish, width - _KEY)))]
                x += _KEY + value.wish + _GAP
            rows.append(framed(width, y + leading, items, cells.rows[n + 1]))
        return rows

    def _folded(self, rows: list[Frame], row: Pt, width: Pt) -> list[Frame]:
        """Rows as wide as ``row`` in as many columns as go into ``width`` and have some rows each."""
        count = min(int((width + _FOLD) // (row + _FOLD)), _FOLDS, len(rows) // _LEAST_ROWS)
        if count < 2:
            return rows
        deep = -(-len(rows) // count)
        pitch = (width - row) / (count - 1) if width < 1.6 * count * row else row + 2 * _FOLD
        items: list[Placed] = []
        y = high = 0.0
        for n, frame in enumerate(rows):
            y = 0.0 if n % deep == 0 else y
            items.append((n // deep * pitch, y, replace(frame, width=row)))
            y += frame.height
            high = max(high, y)
        return [framed(width, high, items)]

    def _key(self, n: int) -> Frame:
        look = self.series[n]
        middle = self.centre
        end = _KEY - 4.0
        items: list[Placed] = [(0.0, middle, look.line(((0.0, 0.0), (end, 0.0)))), (end / 2, middle, look.marker())]
        return Frame(_KEY, 0.0, tuple(items), LAYOUT)


def _joined(drawing: Frame, empty: Frame, rows: Sequence[Frame]) -> list[Row]:
    """The rows, the first of them below the drawing."""
    first = rows[0]
    lowered = replace(
        first,
        height=empty.height + first.height,
        items=tuple((x, y + empty.height, item) for x, y, item in first.items),
    )
    made = [Row(replace(drawing, height=lowered.height), lowered)]
    return [*made, *(Row(Frame(row.width, row.height), row) for row in rows[1:])]

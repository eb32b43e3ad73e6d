"""Progress: how much of what was meant to be reached has been reached, as a bar on a track."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed, Tag
from factsheet.layout.bars import GAP, beside
from factsheet.layout.box import framed
from factsheet.layout.plot import Label, Row
from factsheet.text.styles import Grid
from factsheet.units import Pt

_COLUMN: Pt = 10.0
"""Before the columns of numbers."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """The look of a bar of progress.

    Attributes:
        key: What has been reached, and the mark of the target where it is behind that.
        track: All that was to be reached.
    """

    key: Ink
    track: Ink

    def bar(self, share: float, width: Pt, height: Pt) -> Frame:
        """``share`` of a track that ends at the target; beyond it, the track is shorter and the target has a mark."""
        if share > 1 + _SEEN:
            return self._beyond(width / share, width, height)
        items: list[Placed] = [(0.0, 0.0, Area(width, height, self.track))]
        if share > 0:
            items.append((0.0, 0.0, Area(max(min(share, 1.0) * width, 0.8), height, self.key)))
        return Frame(width, height, tuple(items))

    def _beyond(self, target: Pt, width: Pt, height: Pt) -> Frame:
        """A bar that goes on beyond its ``target``, which has a mark with a gap on either side."""
        mark, gap = 1.4, 1.3
        before, after = target - mark / 2 - gap, target + mark / 2 + gap
        items: list[Placed] = [
            (0.0, 0.0, Area(max(before, 0.4), height, self.key)),
            (target - mark / 2, -0.35 * height, Area(mark, 1.7 * height, self.key)),
        ]
        if width > after:
            items.append((after, 0.0, Area(width - after, height, self.key)))
        return Frame(width, height, tuple(items))


_SEEN = 0.005
"""How far beyond the target a bar must reach to need a mark there."""


@dataclass(frozen=True, slots=True, eq=False)
class Meters:
    """Bars of progress under each other.

    Attributes:
        labels: What the bars are called.
        counts: What has been reached of what, as it is printed.
        per_cents: The same in per cent, as it is printed.
        shares: The same as a share of the target.
        row_tags: The logical node of each row.
        gauge: The look of the bars.
        grid: The baseline grid.
        centre: How far below the top of a line its digits have their middle.
    """

    labels: tuple[Label, ...]
    counts: tuple[Label | None, ...]
    per_cents: tuple[Label, ...]
    shares: tuple[float, ...]
    row_tags: tuple[Tag, ...]
    gauge: Gauge
    grid: Grid
    centre: Pt

    def head(self, width: Pt) -> None:
        """Nothing."""

    def rows(self, width: Pt) -> Sequence[Row]:
        """A row for each bar: of one line where the labels stand beside them."""
        indent = beside(self.labels, width)
        counts = max((count.wish for count in self.counts if count is not None), default=0.0)
        per_cents = max(value.wish for value in self.per_cents)
        if indent and width - indent - counts - per_cents - 3 * _COLUMN > _LEAST_BAR * width:
            return [self._line(n, indent, counts, per_cents, width) for n in range(len(self.labels))]
        return [self._two(n, per_cents, width) for n in range(len(self.labels))]

    def _line(self, n: int, indent: Pt, counts: Pt, per_cents: Pt, width: Pt) -> Row:
        label = self.labels[n].set(indent)
        right = width - per_cents - _COLUMN
        texts: list[Placed] = [(0.0, 0.0, label)]
        count = self.counts[n]
        if count is not None:
            texts.append((right - count.wish, 0.0, count.set()))
        value = self.per_cents[n]
        texts.append((width - value.wish, 0.0, value.set()))
        left = indent + GAP
        bar = self._bar(n, left, 0.0, right - (counts + _COLUMN if counts else 0.0) - left)
        return Row(Frame(width, label.height, (bar,)), framed(width, label.height, texts, self.row_tags[n]))

    def _two(self, n: int, per_cents: Pt, width: Pt) -> Row:
        leading = self.grid.leading
        count, value = self.counts[n], self.per_cents[n]
        room = width - (count.wish + _COLUMN if count is not None else 0.0)
        aside = count is not None and self.labels[n].least <= room
        label = self.labels[n].set(room if aside else width)
        texts: list[Placed] = [(0.0, 0.0, label)]
        y = label.height
        if count is not None:
            texts.append((width - count.wish if aside else 0.0, y - leading if aside else y, count.set()))
            y += 0.0 if aside else leading
        y_bar = y - 0.1 * leading
        texts.append((width - value.wish, y_bar, value.set()))
        bar = self._bar(n, 0.0, y_bar, width - per_cents - _COLUMN)
        return Row(Frame(width, y + leading, (bar,)), framed(width, y + leading, texts, self.row_tags[n]))

    def _bar(self, n: int, x: Pt, y: Pt, width: Pt) -> tuple[Pt, Pt, Frame]:
        thick = 0.5 * self.grid.leading
        return x, y + self.centre - thick / 2, self.gauge.bar(self.shares[n], width, thick)


_LEAST_BAR = 0.32
"""The least width of a bar beside its label, in shares of the whole."""

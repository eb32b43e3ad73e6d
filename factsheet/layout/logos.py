"""Marks of donors and partners side by side: none looks larger than the others, each has its clear space."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from factsheet.design.bitmap import Bitmap
from factsheet.design.drawings import Drawing
from factsheet.design.inks import WHITE
from factsheet.document import Area, Frame, Path, Picture, Placed, Segment, Tag
from factsheet.layout.box import Box, Fit
from factsheet.layout.drawn import LAYOUT
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_TALLEST, _WIDEST = 1.2, 2.9
"""The bounds of a mark, in shares of the side of a square one."""

_COVER = 0.5
"""The share of its rectangle that a usual mark covers with ink."""

_LIGHTEST, _HEAVIEST = 1.15, 0.88
"""How much larger an airy mark is set, and how much smaller a solid one."""

_CLEAR = 0.45
"""The clear space between two marks, in shares of the side of a square one."""

_ROWS = 0.4
"""The clear space between two rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A mark.

    Attributes:
        art: Its file.
        tag: Its figure, named.
        link: A link around it, if it leads anywhere.
    """

    art: Drawing | Bitmap
    tag: Tag
    link: Tag | None = None

    def size(self, side: Pt, room: Pt) -> Size:
        """How large it is set: about as much ink as others have, within the bounds."""
        width, height = _shown(self.art)
        weight = (_COVER / _cover(self.art)) ** 0.25
        scale = side * min(max(weight, _HEAVIEST), _LIGHTEST) / (width * height) ** 0.5
        scale = min(scale, _TALLEST * side / height, min(_WIDEST * side, room) / width)
        return Size(width * scale, height * scale)


@dataclass(frozen=True, slots=True, eq=False)
class Logos:
    """Marks in as many rows as they need, those of a row on a common axis; rows are divided from each other only.

    Attributes:
        marks: The marks, in order.
        side: The side of a square mark.
        grid: The baseline grid.
        panel: The space around the marks on a white panel; 0: they stand on the ground.
        above: The space above the first row.
    """

    marks: tuple[Mark, ...]
    side: Pt
    grid: Grid
    panel: Pt = 0.0
    above: Pt = 0.0

    def fit(self, room: Size) -> Fit:
        """As many rows as go into ``room``."""
        width = room.width - 2 * self.panel
        sizes = [mark.size(self.side, width) for mark in self.marks]
        rows = balanced([size.width for size in sizes], width, _CLEAR * self.side)
        items: list[Placed] = []
        y, done = self.above + self.panel, 0
        for count in rows:
            row = range(done, done + count)
            height = max(sizes[n].height for n in row)
            top = y + (_ROWS * self.side if done else 0.0)
            if self._closed(top + height) > room.height + EPSILON:
                break
            x = self.panel
            for n in row:
                items.append((x, top + (height - sizes[n].height) / 2, _figure(self.marks[n], sizes[n])))
                x += sizes[n].width + _CLEAR * self.side
            y, done = top + height, done + count
        if not done:
            return Fit(None, self)
        height = self._closed(y)
        if self.panel:
            area = Area(room.width, y + self.panel - self.above, WHITE)
            ground = Frame(room.width, height, ((0.0, self.above, area),), LAYOUT)
            items.insert(0, (0.0, 0.0, ground))
        rest: Box | None = replace(self, marks=self.marks[done:], above=0.0) if done < len(self.marks) else None
        return Fit(Frame(room.width, height, tuple(items)), rest)

    def _closed(self, y: Pt) -> Pt:
        """The height of the whole where its last row ends at ``y``."""
        return self.grid.up(y + self.panel)


def balanced(widths: Sequence[Pt], room: Pt, gap: Pt) -> list[int]:
    """How many of ``widths`` stand in each row: as few rows as possible, and then rows of like width."""

    @cache
    def best(start: int, rows: int) -> tuple[float, tuple[int, ...]]:
        """The least sum of the squares of the widths of ``rows`` rows from ``start`` on, and their counts."""
        if not rows:
            return (0.0, ()) if start == len(widths) else (_NEVER, ())
        found: tuple[float, tuple[int, ...]] = (_NEVER, ())
        for end in range(len(widths), start, -1):
            width = sum(widths[start:end]) + gap * (end - start - 1)
            if width > room + EPSILON and end - start > 1:
                continue
            cost, counts = best(end, rows - 1)
            cost += width**2
            if cost < found[0] - EPSILON:
                found = (cost, (end - start, *counts))
        return found

    for rows in range(1, len(widths) + 1):
        cost, counts = best(0, rows)
        if cost < _NEVER:
            return list(counts)
    return [1] * len(widths)


_NEVER = 1e18


def _shown(art: Drawing | Bitmap) -> tuple[float, float]:
    """The width and the height of what is seen of a mark."""
    if isinstance(art, Bitmap):
        return float(art.width), float(art.height)
    left, top, right, bottom = art.bounds
    return right - left, bottom - top


def _cover(art: Drawing | Bitmap) -> float:
    return _COVER if isinstance(art, Bitmap) else max(art.cover, 0.05)


def _figure(mark: Mark, size: Size) -> Frame:
    items: tuple[Placed, ...]
    if isinstance(mark.art, Bitmap):
        items = ((0.0, 0.0, Picture(mark.art, size.width, size.height)),)
    else:
        items = tuple((0.0, 0.0, path) for path in paths(mark.art, size.width))
    figure = Frame(size.width, size.height, items, mark.tag)
    return figure if mark.link is None else Frame(size.width, size.height, ((0.0, 0.0, figure),), mark.link)


@lru_cache(maxsize=64)
def paths(drawing: Drawing, width: Pt) -> tuple[Path, ...]:
    """What is seen of ``drawing``, ``width`` wide, from its own top left corner."""
    left, top, right, _ = drawing.bounds
    scale = width / (right - left)

    def moved(segment: Segment) -> Segment:
        letter, values = segment
        return letter, tuple((value - (top if n % 2 else left)) * scale for n, value in enumerate(values))

    return tuple(
        Path(tuple(moved(segment) for segment in shape.segments), fill=shape.ink, even_odd=shape.even_odd)
        for shape in drawing.shapes
    )

"""Square tiles with a short text in each and a longer one beside it, in as many columns as there is room for."""

from dataclasses import dataclass, replace
from itertools import accumulate

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_GUTTER: Pt = 14.0
"""Between columns."""

_BESIDE: Pt = 7.0
"""Between a tile and what stands beside it."""

_GAP: Pt = 3.5
"""Above a tile."""

_LEAST_ROWS = 2
"""Rows that stay together on either side of a split."""


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A tile.

    Attributes:
        ground: Its colour.
        sign: What stands in it, in one line.
        width: How wide that is.
        name: What stands beside it.
        tag: The logical node of both.
    """

    ground: Ink
    sign: Box
    width: Pt
    name: Box
    tag: Tag


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """Tiles in rows, which are not split; no row stands alone on either side of a split.

    Attributes:
        tiles: The tiles, row after row.
        lines: The height of a tile and the gap above it, in grid lines.
        narrowest: The least width of a column.
        grid: The grid of the page.
        middle: How far below the top of its line the middle of a sign's figures lies.
        tag: The logical node of all.
    """

    tiles: tuple[Tile, ...]
    lines: int
    narrowest: Pt
    grid: Grid
    middle: Pt
    tag: Tag

    def fit(self, room: Size) -> Fit:
        """As many rows as go into ``room``."""
        columns = max(1, min(int((room.width + _GUTTER) / (self.narrowest + _GUTTER)), len(self.tiles)))
        width = (room.width - _GUTTER * (columns - 1)) / columns
        rows = [
            [self._tile(tile, width) for tile in self.tiles[at : at + columns]]
            for at in range(0, len(self.tiles), columns)
        ]
        heights = [max(frame.height for frame in row) for row in rows]
        count = sum(bottom <= room.height + EPSILON for bottom in accumulate(heights))
        if count < len(rows):
            count = min(count, len(rows) - _LEAST_ROWS)
            if count < _LEAST_ROWS:
                return Fit(None, self)
        rest = replace(self, tiles=self.tiles[count * columns :]) if count < len(rows) else None
        tops = accumulate(heights[:count], initial=0.0)
        items = [
            (n * (width + _GUTTER), y, frame)
            for y, row in zip(tops, rows[:count], strict=False)
            for n, frame in enumerate(row)
        ]
        return Fit(framed(room.width, sum(heights[:count]), items, self.tag), rest)

    def _tile(self, tile: Tile, width: Pt) -> Frame:
        """A tile; its name stands beside its middle, or from its top on where it is taller."""
        pitch = self.lines * self.grid.leading
        side = pitch - _GAP
        name = _all(tile.name, width - side - _BESIDE)
        sign = _all(tile.sign, tile.width)
        ground = Frame(side, 0.0, ((0.0, 0.0, Area(side, side, tile.ground)),), LAYOUT)
        centre = _GAP + side / 2
        items = (
            (0.0, _GAP, ground),
            ((side - tile.width) / 2, centre - self.middle, sign),
            (side + _BESIDE, max(centre - name.height / 2, 0.0), name),
        )
        return framed(width, self.grid.up(max(pitch, name.height)), items, tile.tag)


def _all(box: Box, width: Pt) -> Frame:
    frame = box.fit(Size(width, UNLIMITED)).frame
    assert frame is not None
    return frame

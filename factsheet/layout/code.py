"""A code that cameras read: black squares on white, with the words that say where it leads beside or below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from factsheet.design.inks import BLACK, WHITE
from factsheet.document import Area, Frame, Path, Placed, Segment, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size, mm

QUIET = 4
"""Modules of white on each side of the code (ISO/IEC 18004, 5.3.8)."""

LEAST_MODULE: Pt = mm(0.5)
"""The least side of a module that cameras read from paper in the hand."""

_LINES = 5
"""The height of a code in grid lines, where its modules are large enough for that."""

_GUTTER: Pt = 11.0
"""Between the code and the words beside it."""

Run = tuple[int, int, int]
"""Dark modules side by side: their row, the first of them, and their number."""


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A code and its words, never divided: beside each other where there is room for that, else below each other.

    Attributes:
        runs: The dark modules.
        count: The modules of a side, without the quiet zone.
        tag: The figure.
        said: The words.
        narrowest: The least width of the words beside the code.
        grid: The baseline grid.
        bare: Whether the ground is paper: the quiet zone is that of the margin and of the space around.
        above: Space above it, where what stands there is too near for a code on bare paper.
        below: The same below it.
    """

    runs: tuple[Run, ...]
    count: int
    tag: Tag
    said: Box
    narrowest: Pt
    grid: Grid
    bare: bool
    above: Pt = 0.0
    below: Pt = 0.0

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing; its edges are level with capitals and baselines of lines beside it."""
        quiet = 0 if self.bare else QUIET
        lines, side = self._side(room.width, self.count + 2 * quiet)
        module = side / (self.count + 2 * quiet)
        figure = self._figure(side, module, quiet * module)
        foot = self.above + lines * self.grid.leading
        left = side + (max(_GUTTER, QUIET * module) if self.bare else _GUTTER)
        beside = room.width - left >= self.narrowest
        words = self.said.fit(Size(room.width - left if beside else room.width, UNLIMITED)).frame
        assert words is not None
        shift = foot - self.grid.leading + self.grid.baseline - side
        if beside:
            text = self.above + self.grid.down(max(foot - self.above - words.height, 0.0) / 2)
            height = max(foot + self.below, text + words.height)
            items: list[Placed] = [(0.0, shift, figure), (left, text, words)]
        else:
            foot += self.grid.up(QUIET * module - self.grid.leading / 2) if self.bare else 0.0
            height = foot + words.height
            items = [(0.0, shift, figure), (0.0, foot, words)]
        return Fit(framed(room.width, height, items)) if height <= room.height + EPSILON else Fit(None, self)

    def _side(self, room: Pt, modules: int) -> tuple[int, Pt]:
        """How many grid lines a code of ``modules`` takes, and its side."""
        leading, capitals = self.grid.leading, 2 * self.grid.baseline - self.grid.leading
        least = modules * LEAST_MODULE
        lines = max(_LINES if self.bare else _LINES + 1, ceil((least - capitals) / leading - EPSILON) + 1)
        side = min((lines - 1) * leading + capitals, room)
        return max(ceil((side - capitals) / leading - EPSILON) + 1, 1), side

    def _figure(self, side: Pt, module: Pt, quiet: Pt) -> Frame:
        dark = Path(tuple(_outline(self.runs, module)), fill=BLACK)
        ground: list[Placed] = [(0.0, 0.0, Area(side, side, WHITE))] if quiet else []
        return Frame(side, side, (*ground, (quiet, quiet, dark)), self.tag)


def least_side(count: int) -> Pt:
    """The least side of a code of ``count`` modules with its quiet zone."""
    return (count + 2 * QUIET) * LEAST_MODULE


def runs(modules: Sequence[Sequence[int]]) -> tuple[Run, ...]:
    """The dark ones of ``modules``, those side by side as one."""
    found: list[Run] = []
    for row, line in enumerate(modules):
        start = 0
        for column in range(len(line) + 1):
            dark = column < len(line) and line[column]
            if not dark:
                if column > start:
                    found.append((row, start, column - start))
                start = column + 1
    return tuple(found)


def _outline(runs: Sequence[Run], module: Pt) -> list[Segment]:
    found: list[Segment] = []
    for row, start, length in runs:
        left, right = start * module, (start + length) * module
        top, bottom = row * module, (row + 1) * module
        found += [("M", (left, top)), ("L", (right, top)), ("L", (right, bottom)), ("L", (left, bottom)), ("Z", ())]
    return found

"""Boxes one below the other, with space between them."""

from dataclasses import dataclass, replace

from factsheet.document import Frame, Placed, Tag
from factsheet.layout.box import Box, Fit, framed
from factsheet.units import EPSILON, Pt, Size


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A box in a stack.

    Attributes:
        box: What is set.
        gap: The space above it, which falls away at the top.
        keep: Whether it stays with what follows (headings).
        wide: What is set instead where the cell may span the columns at the top of a page.
    """

    box: Box
    gap: Pt = 0.0
    keep: bool = False
    wide: Box | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Cells from top to bottom."""

    cells: tuple[Cell, ...]
    tag: Tag | None = None

    def fit(self, room: Size) -> Fit:
        """As many cells as go into ``room``, the last of them split where it allows it."""
        placed: list[tuple[Pt, Frame, Cell]] = []
        y = 0.0
        for n, cell in enumerate(self.cells):
            top = y + cell.gap if placed else 0.0
            if top > room.height + EPSILON:
                return self._until(n, placed, room)
            fit = cell.box.fit(Size(room.width, room.height - top))
            if fit.frame is None:
                return self._until(n, placed, room)
            if fit.frame.height or fit.frame.items:
                placed.append((top, fit.frame, cell))
                y = top + fit.frame.height
            if fit.rest is not None:
                rest = Stack((replace(cell, box=fit.rest, wide=None), *self.cells[n + 1 :]), self.tag)
                return Fit(self._frame(placed, room), rest)
        return Fit(self._frame(placed, room))

    def _until(self, n: int, placed: list[tuple[Pt, Frame, Cell]], room: Size) -> Fit:
        """What fits when cell ``n`` does not: cells that stay with the next go with it."""
        while n and placed and self.cells[n - 1].keep:
            n -= 1
            placed.pop()
        if not placed:
            return Fit(None, self)
        return Fit(self._frame(placed, room), Stack(self.cells[n:], self.tag))

    def _frame(self, placed: list[tuple[Pt, Frame, Cell]], room: Size) -> Frame:
        items: list[Placed] = [(0.0, top, frame) for top, frame, _ in placed]
        height = placed[-1][0] + placed[-1][1].height if placed else 0.0
        return framed(room.width, height, items, self.tag)

"""Boxes one below the other, with space between them."""

from dataclasses import dataclass, field

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
        across: Whether it spans the columns wherever it stands.
        opens: Whether it begins a new page.
        whole: The frame of the whole box for each width it was set in: what fits as a whole is set only once.
    """

    box: Box
    gap: Pt = 0.0
    keep: bool = False
    wide: Box | None = None
    across: bool = False
    opens: bool = False
    whole: dict[Pt, Frame] = field(default_factory=dict)

    def fit(self, room: Size) -> Fit:
        """As much of the box as goes into ``room``."""
        known = self.whole.get(room.width)
        if known is not None and known.height <= room.height + EPSILON:
            return Fit(known)
        fit = self.box.fit(room)
        if fit.rest is None and fit.frame is not None and not fit.tight:
            self.whole[room.width] = fit.frame
        return fit

    def left(self, rest: Box) -> "Cell":
        """The cell with what is left of its box."""
        return Cell(rest, self.gap, self.keep, rest if self.across else None, self.across)


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
            fit = cell.fit(Size(room.width, room.height - top))
            if fit.frame is None:
                return self._until(n, placed, room)
            if fit.frame.height or fit.frame.items:
                placed.append((top, fit.frame, cell))
                y = top + fit.frame.height
            if fit.rest is not None:
                rest = Stack((cell.left(fit.rest), *self.cells[n + 1 :]), self.tag)
                return Fit(self._frame(placed, room), rest)
        return Fit(self._frame(placed, room))

    def _until(self, n: int, placed: list[tuple[Pt, Frame, Cell]], room: Size) -> Fit:
        """What fits when cell ``n`` does not: cells that stay with the next go with it."""
        while n and placed and self.cells[n - 1].keep:
            n -= 1
            if placed[-1][2] is self.cells[n]:
                placed.pop()
        if not placed:
            return Fit(None, self)
        return Fit(self._frame(placed, room), Stack(self.cells[n:], self.tag))

    def _frame(self, placed: list[tuple[Pt, Frame, Cell]], room: Size) -> Frame:
        items: list[Placed] = [(0.0, top, frame) for top, frame, _ in placed]
        height = placed[-1][0] + placed[-1][1].height if placed else 0.0
        return framed(room.width, height, items, self.tag)

"""The columns of one page: what spans them, what goes across them, and columns that balance."""

from dataclasses import dataclass, replace

from factsheet.document import Frame
from factsheet.layout.fill import Notes, column, tall
from factsheet.layout.stack import Cell, Stack
from factsheet.units import EPSILON, Pt, Size

Spans = list[tuple[Pt, Frame]]
"""Frames over all columns, each with its y."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What was set into the columns of one page.

    Attributes:
        frames: The frames with their x and y inside the room.
        height: The height of the tallest.
        rest: What is left over.
        uneven: How many grid lines the columns differ by, where all fitted.
        below: Whether anything stands in columns or goes across them, not only over them.
    """

    frames: tuple[tuple[Pt, Pt, Frame], ...]
    height: Pt
    rest: Stack | None
    uneven: int = 0
    below: bool = False


def columns(stack: Stack, room: Size, gutter: Pt, count: int, notes: Notes) -> Sheet:
    """``stack`` in columns of equal width.

    Headings and leads that may span stand over them at the head of the page; what goes across them divides the page,
    and the columns above it balance.
    """
    sheet = _filled(stack, room, gutter, count, notes, spanning=True)
    if sheet.rest is not None and not sheet.below and stack.cells[0].wide is not None:
        plain = _filled(stack, room, gutter, count, notes, spanning=False)
        if plain.frames:
            return plain
    return sheet


def _filled(stack: Stack, room: Size, gutter: Pt, count: int, notes: Notes, *, spanning: bool) -> Sheet:
    """The page; footnotes of what spans stand at its foot where no column below could take them."""
    page = _Columns(room, gutter, count, notes)
    sheet = page.set(stack, spanning=spanning)
    block = page.notes.block(page.carried, page.width)
    if block is None:
        return sheet
    if sheet.height + block.height > room.height + EPSILON:
        page = _Columns(Size(room.width, notes.grid.down(room.height - block.height)), gutter, count, notes)
        sheet = page.set(stack, spanning=spanning)
        block = page.notes.block(page.carried, page.width)
        if block is None:
            return sheet
    return replace(sheet, frames=(*sheet.frames, (0.0, room.height - block.height, block)), height=room.height)


class _Columns:
    """The columns of one page while they are filled."""

    def __init__(self, room: Size, gutter: Pt, count: int, notes: Notes) -> None:
        self.room, self.count, self.notes = room, count, notes
        self.width = (room.width - gutter * (count - 1)) / count
        self.pitch = self.width + gutter
        self.frames: list[tuple[Pt, Pt, Frame]] = []
        self.y: Pt = 0.0
        self.uneven = 0
        self.below = False
        self.carried: tuple[str, ...] = ()

    def set(self, stack: Stack, *, spanning: bool) -> Sheet:
        """As much of ``stack`` as goes onto the page."""
        rest: Stack | None = stack
        while rest is not None:
            spans, after = self._spans(rest, all_=spanning and not self.frames) if spanning else ([], rest)
            self.frames += [(0.0, top, frame) for top, frame in spans]
            self.carried += tuple(label for _, frame in spans for label in frame.notes)
            if spans:
                self.y = spans[-1][0] + spans[-1][1].height
                self.below |= any(cell.across for cell in rest.cells[: len(spans)])
            if after is None or (after.cells[0].across and (spans or self.frames)):
                rest = after
                break
            headed = bool(spans) and rest.cells[len(spans) - 1].keep
            divider = (_divider(after) if spanning else 0) or len(after.cells)
            body, tail = Stack(after.cells[:divider], after.tag), after.cells[divider:]
            left = self._body(body, headed=headed, last=not tail)
            rest = _joined(left, tail, after)
            if left is not None:
                break
        return Sheet(tuple(self.frames), self.y, rest, self.uneven, self.below)

    def _spans(self, stack: Stack, *, all_: bool) -> tuple[Spans, Stack | None]:
        """What spans at the start of ``stack``, and what is left; in the middle of a page only what goes across."""
        if not all_ and not _goes_across(stack):
            return [], stack
        found: Spans = []
        y = self.y + (self.notes.grid.leading if self.frames else 0.0)
        cells = list(stack.cells)
        while cells and (_goes_across(Stack(tuple(cells))) or (all_ and cells[0].wide is not None)):
            cell = cells[0]
            top = y + (cell.gap if found else 0.0)
            fit = (cell.wide or cell.box).fit(Size(self.room.width, self.room.height - top))
            if fit.frame is None or (fit.rest is not None and not cell.across):
                break
            found.append((top, fit.frame))
            y = top + fit.frame.height
            cells.pop(0)
            if fit.rest is not None:
                return found, Stack((cell.left(fit.rest), *cells), stack.tag)
        if cells and cells[0].across:  # it did not fit: neither do the headings that belong to it
            while found and stack.cells[len(found) - 1].keep:
                found.pop()
            return found, Stack(stack.cells[len(found) :], stack.tag)
        if cells and all(cell.keep for cell in stack.cells[: len(found)]):
            return [], stack  # headings alone stand in a column, over their text
        return found, Stack(tuple(cells), stack.tag) if cells else None

    def _body(self, body: Stack, *, headed: bool, last: bool) -> Stack | None:
        """``body`` in columns from here on; what is left over of it."""
        notes, grid = self.notes, self.notes.grid
        carried = self.carried
        y = self.y
        if self.frames and not headed:
            y += grid.leading
        room = Size(self.width, grid.down(self.room.height - y))
        sheet = _balanced(body, room, self.count, notes, carried)
        sheet = sheet or _side_by_side(body, room, self.count, notes, carried)
        if not sheet.frames:
            return body
        self.frames += [(x + n * self.pitch, y + top, frame) for n, (x, top, frame) in enumerate(sheet.frames)]
        self.y, self.below, self.carried = y + sheet.height, True, ()
        self.uneven = max(self.uneven, sheet.uneven if last and sheet.rest is None else 0)
        self.notes = notes.without(frame for _, _, frame in self.frames)
        return sheet.rest


def _joined(left: Stack | None, tail: tuple[Cell, ...], whole: Stack) -> Stack | None:
    cells = (*(left.cells if left is not None else ()), *tail)
    return Stack(cells, whole.tag) if cells else None


def _goes_across(stack: Stack) -> bool:
    """Whether ``stack`` starts with what goes across the columns, or with the headings that belong to it."""
    cell = next((cell for cell in stack.cells if not cell.keep), None)
    return cell is not None and cell.across


def _divider(stack: Stack) -> int:
    """The number of the first cell of ``stack`` that goes across the columns, with the headings that belong to it."""
    at = next((n for n, cell in enumerate(stack.cells) if cell.across), len(stack.cells))
    while 0 < at < len(stack.cells) and stack.cells[at - 1].keep:
        at -= 1
    return at


def _side_by_side(stack: Stack, room: Size, count: int, notes: Notes, carried: tuple[str, ...]) -> Sheet:
    """``stack`` in columns, each filled before the next; ``carried`` footnotes stand in the first."""
    frames: list[tuple[Pt, Pt, Frame]] = []
    rest: Stack | None = stack
    while rest is not None and len(frames) < count:
        set_ = column(rest, room, notes, carried if not frames else ())
        if set_.frame is None:
            break
        frames.append((0.0, 0.0, set_.frame))
        notes = notes.without([set_.frame])
        rest = set_.rest  # type: ignore[assignment]
    heights = [frame.height for _, _, frame in frames] + [0.0] * (count - len(frames))
    uneven = round((max(heights) - min(heights)) / notes.grid.leading)
    return Sheet(tuple(frames), max(heights), rest, uneven)


def _balanced(stack: Stack, room: Size, count: int, notes: Notes, carried: tuple[str, ...]) -> Sheet | None:
    """The columns at the least height at which everything fits; of near heights the one that balances best."""
    step = notes.grid.leading
    height = notes.grid.up(tall(stack, room.width, count * room.height + step) / count)
    best: Sheet | None = None
    tried = 0
    while height <= room.height + EPSILON and tried < _TRIES:
        sheet = _side_by_side(stack, Size(room.width, height), count, notes, carried)
        if sheet.rest is None:
            tried += 1
            if best is None or sheet.uneven < best.uneven:
                best = sheet
            if sheet.uneven <= 1:
                break
        height += step
    return best


_TRIES = 4
"""Heights at which everything fits that are tried for a better balance."""

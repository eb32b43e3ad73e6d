"""One column, and columns that balance: boxes into a height, footnotes at the foot."""

from collections.abc import Mapping
from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.stack import Stack
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size


@dataclass(frozen=True, slots=True, eq=False)
class Notes:
    """The footnotes of a factsheet.

    Attributes:
        boxes: The text of each, by its label.
        rule: The colour of the line over them.
        grid: The baseline grid.
    """

    boxes: Mapping[str, Box]
    rule: Ink
    grid: Grid

    def block(self, labels: tuple[str, ...], width: Pt) -> Frame | None:
        """The notes of ``labels``, one below the other under a short rule; None where there are none."""
        labels = tuple(dict.fromkeys(label for label in labels if label in self.boxes))
        if not labels:
            return None
        items: list[Placed] = []
        y = self.grid.leading
        for label in labels:
            frame = self.boxes[label].fit(Size(width, UNLIMITED)).frame
            if frame is not None:
                items.append((0.0, y, frame))
                y += frame.height
        height = self.grid.up(y)
        drop = height - y
        rule = Frame(width, 0.0, ((0.0, self.grid.leading * 0.62 + drop, Area(48.0, 0.5, self.rule)),), LAYOUT)
        shifted: list[Placed] = [(x, top + drop, frame) for x, top, frame in items]
        return Frame(width, height, ((0.0, 0.0, rule), *shifted))


def column(box: Box, room: Size, notes: Notes) -> Fit:
    """``box`` in a column whose footnotes stand at the foot of ``room``."""
    reserve = 0.0
    for _ in range(8):
        fit = box.fit(Size(room.width, room.height - reserve))
        if fit.frame is None:
            return fit
        block = notes.block(fit.frame.notes, room.width)
        if block is None:
            return fit
        if block.height <= reserve + EPSILON:
            y = room.height - block.height
            frame = framed(room.width, room.height, ((0.0, 0.0, fit.frame), (0.0, y, block)))
            return Fit(frame, fit.rest)
        reserve = block.height
    return Fit(None, box)


def used(frame: Frame | None) -> Pt:
    """The height that ``frame`` takes."""
    return frame.height if frame is not None else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What was set into the columns of one page.

    Attributes:
        frames: The frames with their x and y inside the room.
        height: The height of the tallest.
        rest: What is left over.
        uneven: How many grid lines the columns differ by, where all fitted.
    """

    frames: tuple[tuple[Pt, Pt, Frame], ...]
    height: Pt
    rest: Stack | None
    uneven: int = 0


def columns(stack: Stack, room: Size, gutter: Pt, count: int, notes: Notes) -> Sheet:
    """``stack`` in columns of equal width: headings and leads that may span first, then balanced columns."""
    grid = notes.grid
    frames: list[tuple[Pt, Pt, Frame]] = []
    y = 0.0
    cells = list(stack.cells)
    while cells and cells[0].wide is not None:
        fit = column(cells[0].wide, Size(room.width, room.height - y), notes)
        if fit.frame is None or fit.rest is not None:
            break
        top = y + (cells[0].gap if frames and not cells[0].keep else 0.0)
        frames.append((0.0, top, fit.frame))
        y = top + fit.frame.height
        cells.pop(0)
    if not cells:
        return Sheet(tuple(frames), y, None)
    if frames:
        y += grid.leading
    body = Stack(tuple(cells), stack.tag)
    width = (room.width - gutter * (count - 1)) / count
    height = grid.down(room.height - y)
    full = _balanced(body, Size(width, height), count, notes) or _side_by_side(body, Size(width, height), count, notes)
    if not full.frames:
        return Sheet((), 0.0, stack)
    placed = tuple((x + n * (width + gutter), y + top, frame) for n, (x, top, frame) in enumerate(full.frames))
    return Sheet((*frames, *placed), y + full.height, full.rest, full.uneven)


def _side_by_side(stack: Stack, room: Size, count: int, notes: Notes) -> Sheet:
    """``stack`` in columns, each filled before the next."""
    frames: list[tuple[Pt, Pt, Frame]] = []
    rest: Stack | None = stack
    while rest is not None and len(frames) < count:
        fit = column(rest, room, notes)
        if fit.frame is None:
            break
        frames.append((0.0, 0.0, fit.frame))
        rest = fit.rest  # type: ignore[assignment]
    heights = [frame.height for _, _, frame in frames] + [0.0] * (count - len(frames))
    uneven = round((max(heights) - min(heights)) / notes.grid.leading)
    return Sheet(tuple(frames), max(heights), rest, uneven)


def _balanced(stack: Stack, room: Size, count: int, notes: Notes) -> Sheet | None:
    """The columns at the least height at which everything fits; of near heights the one that balances best."""
    step = notes.grid.leading
    height = notes.grid.up(tall(stack, room.width, count * room.height + step) / count)
    best: Sheet | None = None
    tried = 0
    while height <= room.height + EPSILON and tried < _TRIES:
        sheet = _side_by_side(stack, Size(room.width, height), count, notes)
        if sheet.rest is None:
            tried += 1
            if best is None or sheet.uneven < best.uneven:
                best = sheet
            if sheet.uneven <= 1:
                break
        height += step
    return best


def tall(box: Box, width: Pt, limit: Pt) -> Pt:
    """The height of all of ``box`` in one column, footnotes left out; more than ``limit`` is not measured."""
    fit = box.fit(Size(width, limit))
    return UNLIMITED if fit.rest is not None else used(fit.frame)


_TRIES = 4
"""Heights at which everything fits that are tried for a better balance."""

"""One column, and columns that balance: boxes into a height, footnotes at the foot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed
from factsheet.layout.box import UNLIMITED, Box, framed
from factsheet.layout.drawn import HAIRLINE, LAYOUT
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

    def without(self, frames: Iterable[Frame]) -> "Notes":
        """The notes that ``frames`` do not refer to: a note is printed once, where it is first referred to."""
        done = {label for frame in frames for label in frame.notes}
        return replace(self, boxes={k: v for k, v in self.boxes.items() if k not in done}) if done else self

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


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """What was set into one column.

    Attributes:
        frame: What fitted; as tall as the room where footnotes stand at its foot. None: nothing did.
        rest: What is left over.
        height: The height that it needs, footnotes included.
    """

    frame: Frame | None
    rest: Box | None
    height: Pt = 0.0


def column(box: Box, room: Size, notes: Notes, carried: tuple[str, ...] = ()) -> Column:
    """``box`` in a column whose footnotes stand at the foot of ``room``; ``carried`` ones are referred to elsewhere."""
    height = room.height
    while height > -EPSILON:
        fit = box.fit(Size(room.width, height))
        if fit.frame is None:
            break
        block = notes.block((*carried, *fit.frame.notes), room.width)
        if block is None:
            return Column(_bare(fit.frame), fit.rest, fit.frame.height)
        if fit.frame.height + block.height <= room.height + EPSILON:
            y = room.height - block.height
            frame = framed(room.width, room.height, ((0.0, 0.0, _bare(fit.frame)), (0.0, y, block)))
            frame = replace(frame, notes=(*carried, *frame.notes))
            return Column(frame, fit.rest, fit.frame.height + block.height)
        height = min(fit.frame.height, height) - notes.grid.leading
    return Column(None, box)


def _bare(frame: Frame) -> Frame:
    """``frame`` without a hairline over its first item."""
    for n, (x, y, item) in enumerate(frame.items):
        if y > EPSILON or not isinstance(item, Frame):
            break
        if item.tag is HAIRLINE:
            return replace(frame, items=(*frame.items[:n], *frame.items[n + 1 :]))
        if item.height:
            bare = _bare(item)
            if bare is not item:
                return replace(frame, items=(*frame.items[:n], (x, y, bare), *frame.items[n + 1 :]))
            break
    return frame


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
    spanning = _spanning(stack, room)
    width = (room.width - gutter * (count - 1)) / count
    for number in (len(spanning), 0) if spanning else (0,):
        sheet = _below(stack, spanning[:number], room, Size(width, room.height), notes, count)
        if sheet is not None:
            return sheet
    return Sheet((), 0.0, stack)


def _spanning(stack: Stack, room: Size) -> list[tuple[Pt, Frame]]:
    """The headings and leads at the start of ``stack`` that span the columns, each with its y."""
    found: list[tuple[Pt, Frame]] = []
    y = 0.0
    for cell in stack.cells:
        fit = cell.wide.fit(Size(room.width, room.height - y)) if cell.wide is not None else None
        if fit is None or fit.frame is None or fit.rest is not None:
            break
        top = y + (cell.gap if found and not cell.keep else 0.0)
        found.append((top, fit.frame))
        y = top + fit.frame.height
    return found


def _below(
    stack: Stack, spanning: list[tuple[Pt, Frame]], room: Size, narrow: Size, notes: Notes, count: int
) -> Sheet | None:
    """The cells of ``stack`` that do not span in columns below those that do; None where none of them fits."""
    grid, carried = notes.grid, tuple(label for _, frame in spanning for label in frame.notes)
    body = Stack(stack.cells[len(spanning) :], stack.tag)
    y = spanning[-1][0] + spanning[-1][1].height if spanning else 0.0
    if body.cells or carried:
        y += grid.leading if spanning and not stack.cells[len(spanning) - 1].keep else 0.0
        below = Size(narrow.width, grid.down(room.height - y))
        full = _balanced(body, below, count, notes, carried) or _side_by_side(body, below, count, notes, carried)
        if not full.frames:
            return None
    else:
        full = Sheet((), 0.0, None)
    gutter = (room.width - count * narrow.width) / max(count - 1, 1)
    placed = [(x + n * (narrow.width + gutter), y + top, frame) for n, (x, top, frame) in enumerate(full.frames)]
    return Sheet((*((0.0, top, f) for top, f in spanning), *placed), y + full.height, full.rest, full.uneven)


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


def tall(box: Box, width: Pt, limit: Pt) -> Pt:
    """The height of all of ``box`` in one column, footnotes left out; more than ``limit`` is not measured."""
    fit = box.fit(Size(width, limit))
    return UNLIMITED if fit.rest is not None else used(fit.frame)


_TRIES = 4
"""Heights at which everything fits that are tried for a better balance."""

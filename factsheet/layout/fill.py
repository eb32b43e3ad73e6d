"""One column, and columns that balance: boxes into a height, footnotes at the foot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Placed, Words
from factsheet.layout.box import UNLIMITED, Box, framed
from factsheet.layout.drawn import HAIRLINE, LAYOUT
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
        y = 1.4 * self.grid.leading
        for label in labels:
            frame = self.boxes[label].fit(Size(width, UNLIMITED)).frame
            if frame is not None:
                items.append((0.0, y, frame))
                y += frame.height
        height = self.grid.up(y)
        drop = height - y
        rule = Frame(width, 0.0, ((0.0, self.grid.leading + drop, Area(48.0, 0.5, self.rule)),), LAYOUT)
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
            return Column(_topped(fit.frame, notes.grid), fit.rest, fit.frame.height)
        if fit.frame.height + block.height <= room.height + EPSILON:
            y = room.height - block.height
            frame = framed(room.width, room.height, ((0.0, 0.0, _topped(fit.frame, notes.grid)), (0.0, y, block)))
            frame = replace(frame, notes=(*carried, *frame.notes))
            return Column(frame, fit.rest, fit.frame.height + block.height)
        height = min(fit.frame.height, height) - notes.grid.leading
    return Column(None, box)


def _topped(frame: Frame, grid: Grid) -> Frame:
    """``frame`` as it stands at the head of a column: no hairline above it, a heading level with the text opposite."""
    return _raised(_bare(frame), grid)


def _raised(frame: Frame, grid: Grid) -> Frame:
    """``frame`` with the capitals of a heading at its head as high as those of a line of text would be."""
    for n, (x, y, item) in enumerate(frame.items):
        if y > EPSILON or not isinstance(item, Frame):
            break
        if not item.height:
            continue
        if item.tag is not None and item.tag.role == f"H{item.tag.level + 1}":  # not that of a fact, below its rule
            above = _above(item, grid)
            moved = replace(item, items=tuple((left, top - above, inner) for left, top, inner in item.items))
        else:
            moved = _raised(item, grid)
        if moved is not item:
            return replace(frame, items=(*frame.items[:n], (x, y, moved), *frame.items[n + 1 :]))
        break
    return frame


def _above(heading: Frame, grid: Grid) -> Pt:
    """How far the capitals of ``heading`` stand below those of a line of running text at the head of a column."""
    tops = [
        y - words.runs[0].face.cap_height / 1000 * words.size
        for _, y, words in heading.items
        if isinstance(words, Words) and words.runs
    ]
    return max(min(tops) - (grid.leading - grid.baseline), 0.0) if tops else 0.0


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


def tall(box: Box, width: Pt, limit: Pt) -> Pt:
    """The height of all of ``box`` in one column, footnotes left out; more than ``limit`` is not measured."""
    fit = box.fit(Size(width, limit))
    return UNLIMITED if fit.rest is not None else used(fit.frame)

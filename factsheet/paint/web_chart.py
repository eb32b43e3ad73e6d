"""Charts whose drawing goes with the rows of a table: bars stand in their rows, keys before their names."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factsheet.paint.tree import Drawn, Node, Run
from factsheet.paint.web_drawing import bounds
from factsheet.units import Pt, Rect

_KEY: Pt = 26.0
"""The greatest width of a key."""


@dataclass(frozen=True, slots=True)
class Split:
    """A drawing taken apart.

    Attributes:
        rest: What belongs to no row.
        bars: What stands in the row of each table cell that names it.
        keys: What stands before the text of a cell.
        across: The left edge and the width that all bars share.
    """

    rest: tuple[Drawn | Run, ...] = ()
    bars: dict[Node, list[Drawn]] = field(default_factory=dict)
    keys: dict[Node, list[Drawn]] = field(default_factory=dict)
    across: tuple[Pt, Pt] = (0.0, 1.0)


def split(figure: Node, table: Node) -> Split:
    """The drawing of ``figure`` by the rows of ``table``, beside or below whose text it is drawn on the page."""
    rest: list[Drawn | Run] = []
    bars: dict[Node, list[Drawn]] = {}
    keys: dict[Node, list[Drawn]] = {}
    rows = list(table.every("TR"))
    for part in figure.drawn():
        row = _row(part, rows) if isinstance(part, Drawn) else None
        if row is None or isinstance(part, Run):
            rest.append(part)
            continue
        named = _named(part, row)
        head = next((cell for cell in row.nodes if cell.tag.scope == "Row"), None)
        if named is not None:
            keys.setdefault(named, []).append(part)
        elif head is not None:
            bars.setdefault(head, []).append(part)
        else:
            rest.append(part)
    for row in rows:
        for mark in row.marks:
            named = _named(mark, row)
            if named is not None:
                keys.setdefault(named, []).append(mark)
    if rest and bars:  # a drawing of its own, which only reaches into the rows
        return Split(tuple(figure.drawn()), {}, keys)
    box = bounds([part for parts in bars.values() for part in parts])
    return Split(tuple(rest), bars, keys, (box.x, box.width))


def _row(part: Drawn, rows: Sequence[Node]) -> Node | None:
    """The row in whose height ``part`` is drawn."""
    box = bounds([part])
    middle = box.y + box.height / 2
    return next((row for row in rows if row.page == part.page and row.rect.y <= middle <= row.rect.bottom), None)


def _named(part: Drawn, row: Node) -> Node | None:
    """The head right of ``part``, where that is a key."""
    box = bounds([part])
    if not 1.0 < box.width <= _KEY:
        return None
    found: list[tuple[Pt, Node]] = []
    for cell in row.nodes:
        first = next(cell.runs(), None) if cell.role == "TH" else None
        if first is not None and box.right - 1 <= first.x <= box.x + _KEY and _level(box, first):
            found.append((first.x, cell))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _level(box: Rect, run: Run) -> bool:
    """Whether ``box`` stands on the line of ``run``."""
    return run.y - run.look.size <= box.y + box.height / 2 <= run.y + 0.3 * run.look.size


def slot(parts: Sequence[Drawn], across: tuple[Pt, Pt]) -> Rect:
    """The part of the page that a bar of a row is cut out of."""
    box = bounds(parts)
    return Rect(across[0], box.y, across[1], box.height)

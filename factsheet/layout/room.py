"""The room that a laid-out factsheet has left, and what each block takes of it."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factsheet.document import Document, Words, walk
from factsheet.layout.draft import Draft, Leaf
from factsheet.units import Pt

_CAREFUL = 0.9
"""The share of a line that a new line is reckoned to hold: the rag takes the rest."""

Places = frozenset[tuple[int, int]]
"""Lines and columns of a spec."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a spec that takes room.

    Attributes:
        name: What it is called: a key of the spec.
        line: Its line in the spec.
        places: Where its texts stand in the spec.
    """

    name: str
    line: int
    places: Places


@dataclass(frozen=True, slots=True)
class Share:
    """What one part takes, and may still take.

    Attributes:
        part: The part.
        page: The page on which it begins; 0: it is not on the pages.
        region: The region in which it stands.
        lines: Its lines.
        characters: Its characters.
        lines_left: The lines that are free in its region.
        characters_left: About how many characters would still fit there, in its type.
    """

    part: Part
    page: int
    region: str
    lines: int
    characters: int
    lines_left: int
    characters_left: int


@dataclass(slots=True)
class _Used:
    """What was seen of one part."""

    page: int = 0
    region: str = ""
    measure: Pt = 0.0
    lines: dict[tuple[int, int, int], Pt] = field(default_factory=lambda: defaultdict(float))
    characters: int = 0
    width: Pt = 0.0


def free_lines(draft: Draft) -> Mapping[str, int]:
    """The lines of a column that are free in the main story and in the sidebar, at this step of the fit."""
    leading, g = draft.grid.leading, draft.geometry
    masthead = draft.masthead - draft.furniture.head.least if draft.leaves and draft.leaves[0].frames else 0.0
    main: Pt = 0.0
    sidebar: Pt = 0.0
    with_main = [n for n, leaf in enumerate(draft.leaves) if any(name == "main" for name, _, _ in leaf.frames)]
    for n, leaf in enumerate(draft.leaves):
        grown = max(masthead, 0.0) if n == 0 else 0.0
        if leaf.beside and n == draft.side_pages - 1:
            sidebar = leaf.room + grown - leaf.side
        if with_main and n >= with_main[-1]:
            count = 1 if leaf.beside else g.columns
            main += count * (leaf.room + grown) - _taken(leaf, g.column_width, count)
    missing = max(draft.story.contract - draft.pages, 0)
    main += missing * g.columns * (g.foot - g.next_top)
    return {"main": _whole(main / leading), "sidebar": _whole(sidebar / leading)}


def _taken(leaf: Leaf, column: Pt, count: int) -> Pt:
    """The height that the story takes of the columns of a page; what spans them takes it of each."""
    frames = [(rect.width, frame.height) for name, rect, frame in leaf.frames if name == "main"]
    spanning = max((height for width, height in frames if width > column + 1.0), default=0.0) if count > 1 else 0.0
    gap = leaf.main - max((height for width, height in frames if width <= column + 1.0), default=0.0)
    below = sum(height for width, height in frames if count == 1 or width <= column + 1.0)
    return below + count * max(gap, spanning) if count > 1 else below


def _whole(lines: float) -> int:
    return max(math.floor(lines + 0.05), 0)


def shares(draft: Draft, document: Document, parts: Sequence[Part]) -> list[Share]:
    """What each of ``parts`` takes in ``document``, which was made of ``draft``, and what is left for it."""
    owner = {place: part for part in parts for place in part.places}
    used: dict[Part, _Used] = defaultdict(_Used)
    for number, page in enumerate(document.pages, 1):
        for n, region in enumerate(page.regions):
            for x, y, item, path in walk(region.frame):
                where = next((tag.where for tag in reversed(path) if tag.where.line), None)
                part = owner.get((where.line, where.column)) if where else None
                if part is None or not isinstance(item, Words) or any(tag.role == "Artifact" for tag in path):
                    continue
                _count(used[part], number, n, region.name, region.rect.width, x, y, item)
    free = free_lines(draft)
    return [_share(part, used[part], free) for part in parts]


def _count(used: _Used, page: int, region: int, name: str, measure: Pt, x: Pt, y: Pt, words: Words) -> None:
    if not used.page:
        used.page, used.region, used.measure = page, name, measure
    line = (page, region, round(y))
    used.lines[line] = max(used.lines[line], x + words.width)
    used.characters += len(words.text.replace("\u00ad", ""))
    used.width += words.width


def _share(part: Part, used: _Used, free: Mapping[str, int]) -> Share:
    lines = free.get(used.region, 0)
    left = 0
    if used.characters:
        average = used.width / used.characters
        last = max(used.lines)
        in_last = max(used.measure * _CAREFUL - used.lines[last], 0.0)
        left = int((in_last + max(lines - 1, 0) * used.measure * _CAREFUL) / average)
    return Share(part, used.page, used.region, len(used.lines), used.characters, lines, left)

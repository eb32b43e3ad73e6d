"""A document, or a frame of it, as text that a person can read in a diff: one line for each line of text.

Each line has an x and a y (of the baseline, for text), the path of tags, and the words or what is drawn. A hyphen
that divides a word is ``¬``, a no-break space is ``~``, and a link stands in ``[brackets]``.
"""

import re

from factsheet.document import Area, Document, Frame, Item, Path, Picture, Tag, Words, walk
from factsheet.units import Pt

_SHOWN = str.maketrans({"\u00ad": "¬", "\u00a0": "~", "\u202f": "~"})
_LAST = re.compile(r"^(.*?)( *)$", re.DOTALL)
"""A text, and the spaces that it ends with."""

_TOUCHING: Pt = 0.5
"""The most between two runs of one line."""


def trace(document: Document) -> str:
    """All pages of ``document``: a heading for each page and each region, and what stands in it."""
    size = f"{document.width:.2f} x {document.height:.2f}, grid {document.grid:.2f}"
    lines = [f"{document.title} ({document.language}), pages: {len(document.pages)}, {size}"]
    for number, page in enumerate(document.pages, 1):
        lines += ["", f"page {number}"]
        for region in page.regions:
            rect = region.rect
            lines.append(f"{_place(rect.x, rect.y)}  {region.name} {rect.width:.2f} x {rect.height:.2f}")
            lines += trace_frame(region.frame, rect.x, rect.y)
    return "\n".join(lines) + "\n"


def trace_frame(frame: Frame, x: Pt = 0.0, y: Pt = 0.0) -> list[str]:
    """The lines of ``frame``, whose top left corner is at ``x``, ``y``."""
    lines: list[tuple[Pt, Pt, tuple[Tag, ...], list[Item]]] = []
    end = 0.0
    for left, baseline, item, path in walk(frame, x, y):
        _, y_before, path_before, items = lines[-1] if lines else (0.0, 0.0, None, [])
        joins = path == path_before and type(item) is type(items[-1])
        if isinstance(item, Words):
            joins = joins and abs(baseline - y_before) < _TOUCHING and abs(left - end) < _TOUCHING
            end = left + item.width
        if joins and not isinstance(item, Area | Picture):
            items.append(item)
        else:
            lines.append((left, baseline, path, [item]))
    return [f"{_place(left, top)}    {_path(path)}  {_said(items)}" for left, top, path, items in lines]


def _said(items: list[Item]) -> str:
    """The words of ``items``, or what they draw, with its inks."""
    words = [_LAST.sub(r"[\1]\2", item.text) if item.tag else item.text for item in items if isinstance(item, Words)]
    if words:
        return "".join(words).translate(_SHOWN).rstrip()
    first = items[0]
    if isinstance(first, Area):
        return f"area {first.width:.2f} x {first.height:.2f} {first.ink.name}"
    if isinstance(first, Picture):
        return f"picture {first.bitmap.path.name} {first.width:.2f} x {first.height:.2f}"
    inks = {ink.name for path in items if isinstance(path, Path) for ink in (path.fill, path.stroke) if ink}
    return f"{len(items)} path{'s' if len(items) > 1 else ''} {' '.join(sorted(inks))}"


def _path(path: tuple[Tag, ...]) -> str:
    """The roles of ``path``; an artefact ends it, with its kind."""
    roles: list[str] = []
    for tag in path:
        if tag.role == "Artifact":
            return f"({tag.kind})"
        roles += [tag.role] if tag.role else []
    return "/".join(roles) or "(none)"


def _place(x: Pt, y: Pt) -> str:
    return f"{round(x, 2) + 0.0:8.2f} {round(y, 2) + 0.0:8.2f}"

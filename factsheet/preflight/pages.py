"""Proof on the laid-out document: every word the author wrote is on a page, once, inside its box."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from factsheet.document import Document, Tag, Words, walk
from factsheet.findings import Finding, Where
from factsheet.text.markup import plain
from factsheet.text.segments import words
from factsheet.units import Pt, Rect

SOFT_HYPHEN = "\u00ad"
_DROPPED = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_TOLERANCE = 0.05
"""Rounding of a run's advance, in points."""

_ASCENT = 0.7
"""How far letters rise above the baseline, in shares of the type size."""


def judge_pages(document: Document, texts: Iterable[tuple[Where, str]]) -> list[Finding]:
    """What of ``texts`` (each with its place; markup included) is missing, doubled, or outside its box."""
    return [*_lost(document, texts), *_outside(document)]


def _lost(document: Document, texts: Iterable[tuple[Where, str]]) -> Iterable[Finding]:
    found = _set_texts(document)
    for where, text in texts:
        wanted = Counter(words(plain(text).translate(_DROPPED)))
        there = Counter(words(found.get((where.line, where.column), "")))
        missing, extra = wanted - there, there - wanted
        if missing:
            yield Finding(
                "lost-words",
                f"{sum(missing.values())} words of this text are on no page: {_some(missing)}",
                where=where,
                hint="this is a fault of the program, not of the text: please report it",
            )
        if extra:
            yield Finding(
                "extra-words",
                f"{sum(extra.values())} words are on the pages more often than they were written: {_some(extra)}",
                where=where,
                hint="this is a fault of the program, not of the text: please report it",
            )


def _set_texts(document: Document) -> dict[tuple[int, int], str]:
    """What was set for each place in the spec: words divided at a line end are whole again."""
    pieces: dict[tuple[int, int], list[str]] = defaultdict(list)
    last: dict[tuple[int, int], Tag] = {}
    for page in document.pages:
        for region in page.regions:
            for _, _, item, path in walk(region.frame):
                tag = path[-1] if path else None
                if not isinstance(item, Words) or tag is None or not tag.where.line:
                    continue
                if any(t.role == "Artifact" for t in path):
                    continue
                place = (tag.where.line, tag.where.column)
                if item.tag and item.tag.role == "Reference":
                    pieces[place].append(" " if item.text.endswith(" ") else "")
                    continue
                if last.get(place, tag) is not tag:
                    pieces[place].append(" ")
                last[place] = tag
                pieces[place].append(item.text)
    return {place: "".join(parts).replace(SOFT_HYPHEN, "") for place, parts in pieces.items()}


def _some(counted: Counter[str]) -> str:
    shown = [f"“{word}”" for word in list(counted)[:8]]
    return ", ".join(shown) + (" …" if len(counted) > 8 else "")


def _outside(document: Document) -> Iterable[Finding]:
    page = Rect(0.0, 0.0, document.width, document.height)
    for number, leaf in enumerate(document.pages, 1):
        for region in leaf.regions:
            for x, y, item, path in walk(region.frame):
                if not isinstance(item, Words):
                    continue
                line = Rect(region.rect.x + x, region.rect.y + y - _ASCENT * item.size, item.width, _ASCENT * item.size)
                if excess := max(_excess(line, region.rect), _excess(line, page)):
                    where = next((tag.where for tag in reversed(path) if tag.where.line), Where(""))
                    message = f"“{item.text.strip()[:40]}” on page {number} reaches {excess:.1f} pt out of its box"
                    hint = "shorten the longest word of this text"
                    yield Finding("outside", f"{message} ({region.name})", where=where, hint=hint)


def _excess(line: Rect, box: Rect) -> Pt:
    """How far ``line`` reaches out of ``box``; 0 where it does not."""
    most = max(box.x - line.x, line.right - box.right, box.y - line.y, line.bottom - box.bottom)
    return most if most > _TOLERANCE else 0.0

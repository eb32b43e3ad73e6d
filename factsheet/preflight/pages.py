"""Proof on the laid-out document: every word the author wrote is on a page, once, inside its box."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from factsheet.document import Document, Tag, Words, walk
from factsheet.findings import Finding, Where, counted
from factsheet.text import hanging
from factsheet.text.segments import words
from factsheet.units import Pt, Rect

SOFT_HYPHEN = "\u00ad"
_DROPPED = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_TOLERANCE = 0.05
"""Rounding of a run's advance, in points."""

_ASCENT = 0.7
"""How far letters rise above the baseline, in shares of the type size."""


def judge_pages(document: Document, texts: Iterable[tuple[Where, str]]) -> list[Finding]:
    """What of ``texts`` (each with its place, without markup) is missing, doubled, or outside its box."""
    return [*_lost(document, texts), *outside(document)]


def _lost(document: Document, texts: Iterable[tuple[Where, str]]) -> Iterable[Finding]:
    found = _set_texts(document)
    places: dict[tuple[int, int], Where] = {}
    written: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for where, text in texts:
        place = (where.line, where.column)
        places[place] = where
        written[place].update(words(text.translate(_DROPPED)))
    for place, wanted in written.items():
        where = places[place]
        there = Counter(words(found.get(place, "")))
        missing, extra = wanted - there, there - wanted
        if missing:
            yield Finding(
                "lost-words",
                f"on no page: {counted(sum(missing.values()), 'word')} of this text, {_some(missing)}",
                where=where,
                hint="this is a fault of the program, not of the text: please report it",
            )
        if extra:
            yield Finding(
                "extra-words",
                f"more often on the pages than written: {counted(sum(extra.values()), 'word')}, {_some(extra)}",
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


def outside(document: Document) -> Iterable[Finding]:
    """For each text that reaches out of its box, the piece that reaches out most."""
    page = Rect(0.0, 0.0, document.width, document.height)
    worst: dict[tuple[int, str, Where], tuple[Pt, str]] = {}
    for number, leaf in enumerate(document.pages, 1):
        for region in leaf.regions:
            for x, y, item, path in walk(region.frame):
                if not isinstance(item, Words):
                    continue
                line = _inked(item, region.rect.x + x, region.rect.y + y)
                if excess := max(_excess(line, region.rect), _excess(line, page)):
                    where = next((tag.where for tag in reversed(path) if tag.where.line), Where(""))
                    key = (number, region.name, where)
                    if excess > worst.get(key, (0.0, ""))[0]:
                        worst[key] = (excess, item.text.strip()[:40])
    for (number, name, where), (excess, text) in worst.items():
        message = f"“{text}” on page {number} reaches {excess:.1f} pt out of its box ({name})"
        yield Finding("outside", message, where=where, hint="shorten this text, or its longest word")


def _inked(item: Words, x: Pt, y: Pt) -> Rect:
    """The room of ``item`` at its baseline, less what may hang over the edges of its first and last sign."""
    left, right = hanging.most(item)
    return Rect(x + left, y - _ASCENT * item.size, item.width - left - right, _ASCENT * item.size)


def _excess(line: Rect, box: Rect) -> Pt:
    """How far ``line`` reaches out of ``box``; 0 where it does not."""
    most = max(box.x - line.x, line.right - box.right, box.y - line.y, line.bottom - box.bottom)
    return most if most > _TOLERANCE else 0.0

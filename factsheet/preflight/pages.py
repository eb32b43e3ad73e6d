"""Proof on the laid-out document: every word the author wrote is on a page, once, inside its box."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from factsheet.document import Document, Region, Tag, Words, walk
from factsheet.findings import Finding, Where
from factsheet.text.markup import plain
from factsheet.text.segments import words
from factsheet.units import EPSILON, Rect

SOFT_HYPHEN = "\u00ad"
_DROPPED = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_TOLERANCE = 0.05
"""Rounding of a run's advance, in points."""


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
    last: dict[tuple[int, int], tuple[Tag, int]] = {}
    for number, page in enumerate(document.pages):
        for region in page.regions:
            for _, y, item, path in walk(region.frame):
                if not isinstance(item, Words) or (item.tag is not None and item.tag.role == "Reference"):
                    continue
                tag = path[-1] if path else None
                if tag is None or not tag.where.line or any(tag.role == "Artifact" for tag in path):
                    continue
                place = (tag.where.line, tag.where.column)
                line = (tag, round(y * 100) + number * 10_000_000)
                before = last.get(place)
                if before is not None and before[0] is not tag:
                    pieces[place].append(" ")
                last[place] = line
                pieces[place].append(item.text)
    return {place: _joined(parts) for place, parts in pieces.items()}


def _joined(parts: list[str]) -> str:
    return "".join(parts).replace(SOFT_HYPHEN, "")


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
                left, top = region.rect.x + x, region.rect.y + y - item.size * 0.75
                right, bottom = left + item.width, region.rect.y + y
                if not (
                    _inside(left, top, right, bottom, region)
                    and _inside(left, top, right, bottom, Region("", page, region.frame))
                ):
                    where = next((tag.where for tag in reversed(path) if tag.where.line), Where(""))
                    yield Finding(
                        "outside",
                        f"“{item.text.strip()[:40]}” on page {number} reaches {_excess(left, right, region.rect):.1f} pt"
                        f" out of its box ({region.name})",
                        where=where,
                        hint="shorten the longest word of this text, or hyphenate it",
                    )


def _inside(left: float, top: float, right: float, bottom: float, region: Region) -> bool:
    rect = region.rect
    slack = _TOLERANCE + EPSILON
    return (
        left >= rect.x - slack and right <= rect.right + slack and top >= rect.y - 4.0 and bottom <= rect.bottom + slack
    )


def _excess(left: float, right: float, rect: Rect) -> float:
    return max(rect.x - left, right - rect.right, 0.0)

"""From a place on a page back to the line of the spec that put something there."""

from dataclasses import replace
from typing import assert_never

from factsheet.document import Area, Document, Item, Path, Picture, Words, walk
from factsheet.findings import NOWHERE, Where, counted
from factsheet.preflight.hits import Report
from factsheet.units import Pt, Rect

_DESCENT = 0.25


def origin(document: Document, page: int, place: Rect | None) -> Where:
    """Where the author wrote what lies at ``place`` of ``page``: of several things, what covers most of it."""
    if place is None or not 0 < page <= len(document.pages):
        return NOWHERE
    best, found = 0.0, NOWHERE
    for region in document.pages[page - 1].regions:
        for dx, dy, item, path in walk(region.frame):
            where = next((tag.where for tag in reversed(path) if tag.where.line), None)
            if where is None:
                continue
            common = _common(bounds(region.rect.x + dx, region.rect.y + dy, item), place)
            if common > best:
                best, found = common, where
    return found


def located(report: Report, document: Document) -> Report:
    """``report`` with the line of the spec for each hit that has a place on a page of ``document``.

    Where the file has other pages, or another title, that is told, and no lines are.
    """
    known = report.inventory
    if known.pages and (len(known.pages), known.title) != (len(document.pages), document.title):
        told = f"the spec makes {counted(len(document.pages), 'page')} called “{document.title}”"
        mine = f"this file has {len(known.pages)}, called “{known.title}”"
        said = f"{told}, and {mine}: it was not made from that spec, so its limits may be wrong, and no lines are told"
        return replace(report, unmeasured=(said, *report.unmeasured))
    hits = tuple(
        hit if hit.where.line else replace(hit, where=origin(document, hit.page, hit.place)) for hit in report.hits
    )
    return replace(report, hits=hits)


def bounds(x: Pt, y: Pt, item: Item) -> Rect:
    """The room that ``item`` takes, with its origin at ``x``, ``y``."""
    match item:
        case Words():
            return Rect(x, y - item.rise - item.size * (1 - _DESCENT), item.width, item.size)
        case Path():
            points = [(v[n], v[n + 1]) for _, v in item.segments for n in range(0, len(v), 2)]
            across, down = [p for p, _ in points] or [0.0], [p for _, p in points] or [0.0]
            return Rect(x + min(across), y + min(down), max(across) - min(across), max(down) - min(down))
        case Area() | Picture():
            return Rect(x, y, item.width, item.height)
        case _:
            assert_never(item)


def _common(one: Rect, other: Rect) -> float:
    """The area that two rectangles share; a line counts as a quarter of a point wide."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(width, 0.25) * max(height, 0.25) if width >= 0 and height >= 0 else 0.0

"""The ink of a laid-out document, known before it is printed: that of flat areas, and of pictures from their pixels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Document, Picture, Tag, inks, walk
from factsheet.findings import NOWHERE, Finding, Where
from factsheet.preflight.places import bounds
from factsheet.units import Pt, Rect, mm, to_mm

WINDOW: Pt = mm(1)
"""The side of the square over which ink is averaged."""

Heaviest = Callable[[Picture], tuple[float, float, float]]
"""The most ink of a picture as it is printed: per cent, and where, in shares of its width and height."""


@dataclass(frozen=True, slots=True)
class Load:
    """Ink at one place: per cent in all, on which page, where, and whose it is."""

    ink: float
    page: int
    place: Rect
    what: str
    where: Where


def judge_coverage(document: Document, limit: float, heaviest: Heaviest) -> list[Finding]:
    """For each thing that takes more ink than ``limit`` per cent, where it takes most."""
    worst: dict[tuple[str, Where], Load] = {}
    for load in loads(document, heaviest):
        key = (load.what, load.where)
        if load.ink > limit + _TOLERANCE and (key not in worst or load.ink > worst[key].ink):
            worst[key] = load
    return [_finding(load, limit) for load in worst.values()]


_TOLERANCE = 0.5
"""Rounding of shares to bytes, in per cent."""


def most(document: Document, heaviest: Heaviest) -> Load | None:
    """The place with the most ink; None where there is none at all."""
    return max(loads(document, heaviest), key=lambda load: load.ink, default=None)


def loads(document: Document, heaviest: Heaviest) -> Iterator[Load]:
    """The ink of every item; of a picture, at its heaviest square millimetre."""
    seen: set[Ink] = set()
    for number, page in enumerate(document.pages, 1):
        for region in page.regions:
            for dx, dy, item, path in walk(region.frame):
                x, y = region.rect.x + dx, region.rect.y + dy
                if isinstance(item, Picture):
                    share, across, down = heaviest(item)
                    at = Rect(x + across * item.width - WINDOW / 2, y + down * item.height - WINDOW / 2, WINDOW, WINDOW)
                    yield Load(share, number, at, item.bitmap.path.name, _where(path))
                    continue
                for ink in inks(item):
                    if ink not in seen:
                        seen.add(ink)
                        yield Load(ink.coverage, number, bounds(x, y, item), f"the ink “{ink.name}”", _where(path))


def _where(path: tuple[Tag, ...]) -> Where:
    return next((tag.where for tag in reversed(path) if tag.where.line), NOWHERE)


def _finding(load: Load, limit: float) -> Finding:
    place = f"page {load.page}, {to_mm(load.place.x):.0f} mm from the left, {to_mm(load.place.y):.0f} mm from the top"
    message = f"{load.what} has {load.ink:.0f} % of ink in all ({place}); the limit is {limit:.0f} %"
    hint = "save the picture for this printing condition, or in RGB; or name the printing office’s profile in the theme"
    if load.what.startswith("the ink"):
        hint = "take away cyan, magenta and yellow; add black"
    return Finding("ink-limit", message, where=load.where, hint=hint)

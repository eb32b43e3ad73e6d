"""Marks that break a rule, gathered: four hundred lines of RGB text are one fault, not four hundred."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from factsheet.preflight.marks import Mark
from factsheet.preflight.opened import Opened
from factsheet.units import Rect


def gathered(marks: Iterable[Mark], wrong: Callable[[Mark], str]) -> Iterator[tuple[Mark, int, str]]:
    """Of the marks that are ``wrong`` in one way, on one page, of one kind: the first, how many, and in which way."""
    found: dict[tuple[int, str, str], list[Mark]] = {}
    for mark in marks:
        how = wrong(mark)
        if how:
            found.setdefault((mark.page, mark.kind, how), []).append(mark)
    for (_, _, how), same in found.items():
        yield replace(same[0], alike=same[1:]), len(same), how


def places(opened: Opened, mark: Mark) -> list[Rect]:
    """Where ``mark``, and those gathered with it, are on the page: from the trim's top left, y down."""
    page = opened.pages[mark.page - 1]
    return [page.place(*(one.bounds or one.whole)) for one in (mark, *mark.alike[: _MOST - 1])]


_MOST = 60
"""The most places that one hit names."""


def on_product(opened: Opened, mark: Mark) -> bool:
    """Whether something of ``mark`` is seen on the page or in its bleed: printer's marks around it are not."""
    if mark.aside or mark.bounds is None or mark.alpha <= 0:
        return False
    room = opened.pages[mark.page - 1].bleed
    x0, y0, x1, y1 = mark.bounds
    inside = 1e-3
    return x1 > room.x + inside and x0 < room.right - inside and y1 > room.y + inside and y0 < room.bottom - inside

"""Crop marks: items like all others, outside the bleed."""

from collections.abc import Iterator

from factsheet.design.inks import Ink
from factsheet.document import Area, Document, Item
from factsheet.units import Pt, mm

MARGIN = mm(8)
"""The room around the bleed."""

REGISTRATION = Ink("registration", (1, 1, 1, 1), (0, 0, 0))
_LENGTH = mm(5)
_GAP = mm(1.5)
_WIDTH: Pt = 0.25


def crop(document: Document) -> Iterator[tuple[Pt, Pt, Item]]:
    """Two lines at each corner of the trim, ``_GAP`` outside the bleed."""
    start = document.bleed + _GAP
    half = _WIDTH / 2
    for x, outward in ((0.0, -1), (document.width, 1)):
        for y, away in ((0.0, -1), (document.height, 1)):
            left = x - start - _LENGTH if outward < 0 else x + start
            top = y - start - _LENGTH if away < 0 else y + start
            yield left, y - half, Area(_LENGTH, _WIDTH, REGISTRATION)
            yield x - half, top, Area(_WIDTH, _LENGTH, REGISTRATION)

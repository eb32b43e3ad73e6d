"""Crop marks: outside the bleed, on the sheet, in register on every plate, two at each corner."""

import pytest

from factsheet.document import Area, Document
from factsheet.paint.marks import MARGIN, REGISTRATION, crop
from factsheet.units import mm

DOCUMENT = Document(595.0, 842.0, mm(3), 13.4, (), (), "T", "en")
MARKS = list(crop(DOCUMENT))


def test_two_lines_at_each_corner() -> None:
    assert len(MARKS) == 8
    assert all(isinstance(item, Area) for _, _, item in MARKS)


@pytest.mark.parametrize(("x", "y", "item"), MARKS)
def test_no_mark_touches_the_bleed_or_leaves_the_sheet(x: float, y: float, item: Area) -> None:
    bleed, edge = DOCUMENT.bleed, DOCUMENT.bleed + MARGIN
    inside_across = x + item.width > -bleed and x < DOCUMENT.width + bleed
    inside_down = y + item.height > -bleed and y < DOCUMENT.height + bleed
    assert not (inside_across and inside_down)
    assert -edge <= x
    assert x + item.width <= DOCUMENT.width + edge
    assert -edge <= y
    assert y + item.height <= DOCUMENT.height + edge


def test_marks_point_at_the_trim() -> None:
    upright = {round(x + item.width / 2, 6) for x, _, item in MARKS if item.width < item.height}
    level = {round(y + item.height / 2, 6) for _, y, item in MARKS if item.width > item.height}
    assert upright == {0, DOCUMENT.width}
    assert level == {0, DOCUMENT.height}


def test_marks_are_on_every_plate() -> None:
    assert {item.ink for _, _, item in MARKS} == {REGISTRATION}
    assert REGISTRATION.cmyk == (1, 1, 1, 1)

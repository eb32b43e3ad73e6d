"""The ink of pages before they are printed: flat areas, and pictures at their heaviest square millimetre."""

from pathlib import Path

import pytest

from factsheet.design.bitmap import Bitmap
from factsheet.design.inks import Ink, Spot
from factsheet.document import Area, Document, Frame, Page, Picture, Region, Tag
from factsheet.findings import Where
from factsheet.preflight.coverage import judge_coverage, loads, most
from factsheet.units import Rect, mm

NAVY = Ink("navy", (1.0, 0.8, 0.3, 0.3), (0, 0, 0.4))
PALE = Ink("pale", (0.1, 0.0, 0.0, 0.0), (0.9, 0.9, 1))
SPOT = Ink("gold", (0.5, 0.5, 0.5, 0.5), (0.6, 0.5, 0.2), Spot("Gold", (0.5, 0.5, 0.5, 0.5)), 1.0)
HERE, THERE = Where("a.yaml", 3, 5), Where("a.yaml", 9, 5)
PHOTO = Picture(Bitmap(Path("photo.jpg"), "abc", 100, 100, "rgb"), 100, 50)


def document(*frames: Frame) -> Document:
    page = Page(tuple(Region("a", Rect(50, 60, 400, 400), frame) for frame in frames))
    return Document(600, 800, mm(3), 12, (Page(()), page), (), "T", "en")


def frame(item: Area | Picture, where: Where) -> Frame:
    return Frame(400, 400, ((10.0, 20.0, item),), Tag("P", where))


def heaviest(item: Picture) -> tuple[float, float, float]:
    assert item is PHOTO
    return 320.0, 0.25, 0.5


def test_what_is_below_the_limit_is_no_finding() -> None:
    assert judge_coverage(document(frame(Area(10, 10, NAVY), HERE)), 240, heaviest) == []


def test_a_flat_colour_above_the_limit_is_an_error_at_its_line() -> None:
    (found,) = judge_coverage(document(frame(Area(10, 10, NAVY), HERE), frame(Area(9, 9, NAVY), THERE)), 200, heaviest)
    assert found.rule == "ink-limit"
    assert found.severity == "error"
    assert found.where == HERE
    assert "“navy” has 240 %" in found.message
    assert "the limit is 200 %" in found.message


def test_a_picture_above_the_limit_is_an_error_that_says_where() -> None:
    (found,) = judge_coverage(document(frame(PHOTO, THERE)), 300, heaviest)
    assert "photo.jpg has 320 %" in found.message
    assert "page 2" in found.message
    assert f"{(50 + 10 + 25 - mm(0.5)) / mm(1):.0f} mm from the left" in found.message
    assert found.where == THERE


def test_the_most_ink_of_the_document() -> None:
    load = most(document(frame(Area(10, 10, PALE), HERE), frame(PHOTO, THERE)), heaviest)
    assert load is not None
    assert (load.ink, load.page, load.what) == (320, 2, "photo.jpg")
    assert load.place.width == load.place.height == pytest.approx(mm(1))
    assert most(document(), heaviest) is None


def test_a_spot_colour_is_one_plate() -> None:
    (load,) = loads(document(frame(Area(10, 10, SPOT), HERE)), heaviest)
    assert load.ink == pytest.approx(100)

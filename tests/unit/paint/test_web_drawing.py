"""Drawings of a page as SVG."""

from factsheet.design.inks import BLACK, WHITE, Ink
from factsheet.document import Area, Path, Picture
from factsheet.paint.tree import Drawn
from factsheet.paint.web_drawing import Brush, bounds, num, shapes
from factsheet.units import Rect

PATH = Path((("M", (0.0, 0.0)), ("L", (10.0, 5.0)), ("Z", ())), stroke=BLACK, line_width=2.0, dashes=(1.0, 2.0))


def colour(ink: Ink) -> str:
    return ink.name


def address(_: Picture) -> str:
    return "data:,"


BRUSH = Brush(colour, colour, address, "clip")


def test_shapes_stand_where_they_stand_on_the_page() -> None:
    said = shapes([Drawn(Area(4.0, 3.0, WHITE), 0, 1.0, 2.0), Drawn(PATH, 0, 100.0, 50.0)], BRUSH)
    assert '<rect x="1" y="2" width="4" height="3" style="fill:#FFFFFF"/>' in said
    assert 'd="M100 50L110 55Z"' in said
    assert "stroke:#000000;stroke-width:2;stroke-dasharray:1 2" in said


def test_what_is_cut_off_is_cut_off() -> None:
    clip = Rect(0.0, 0.0, 5.0, 5.0)
    said = shapes([Drawn(Area(40.0, 3.0, WHITE), 0, 1.0, 2.0, clip)], BRUSH)
    assert '<clipPath id="clip-1"><rect x="0" y="0" width="5" height="5"/></clipPath>' in said
    assert '<g clip-path="url(#clip-1)">' in said


def test_the_bounds_are_those_of_what_is_seen() -> None:
    clip = Rect(0.0, 0.0, 5.0, 5.0)
    found = bounds([Drawn(Area(40.0, 3.0, WHITE), 0, 1.0, 2.0, clip), Drawn(PATH, 0, 0.0, 0.0)])
    assert (found.x, found.y, found.right, found.bottom) == (-1.0, -1.0, 11.0, 6.0)
    assert bounds([]).width > 0


def test_numbers_are_short() -> None:
    assert [num(value) for value in (1.0, 0.125, 12.3456, 1234.567)] == ["1", "0.12", "12.35", "1234.6"]

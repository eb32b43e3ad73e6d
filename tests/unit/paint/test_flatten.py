"""What lies below a see-through picture: areas, shapes and pictures at their places, in pixels of the picture."""

import zlib

import pytest

from factsheet.design.bitmap import Pixels
from factsheet.design.inks import Ink
from factsheet.design.pictures import decoded
from factsheet.document import Area, Path, Picture, Segment
from factsheet.paint.flatten import Drawn, opaque, outlines
from factsheet.units import Rect

CYAN = Ink("cyan", (1, 0, 0, 0), (0, 1, 1))
YELLOW = Ink("yellow", (0, 0, 1, 0), (1, 1, 0))
PLACE = Rect(100, 200, 40, 20)
CLEAR = Pixels(80, 40, "cmyk", zlib.compress(bytes(80 * 40 * 4)), "Flate", zlib.compress(bytes(80 * 40)))


def none(_: Picture) -> Pixels:
    raise AssertionError


def inks(drawn: list[Drawn], x: float, y: float) -> tuple[int, ...]:
    """The inks of the picture at a place of the page, in per cent."""
    made = decoded(opaque(CLEAR, PLACE, drawn, none))
    found = made.getpixel((int((x - PLACE.x) * 2), int((y - PLACE.y) * 2)))
    assert isinstance(found, tuple)
    return tuple(round(value / 2.55) for value in found)


def test_an_area_at_its_place() -> None:
    drawn = [Drawn(0, 0, Area(120, 300, CYAN))]
    assert inks(drawn, 110, 210) == (100, 0, 0, 0)
    assert inks(drawn, 130, 210) == (0, 0, 0, 0)


def test_what_is_drawn_later_hides_what_was_drawn_before() -> None:
    assert inks([Drawn(0, 0, Area(500, 500, CYAN)), Drawn(105, 205, Area(10, 10, YELLOW))], 110, 210) == (0, 0, 100, 0)


def test_a_clip_is_heeded() -> None:
    drawn = [Drawn(0, 0, Area(500, 500, CYAN), Rect(0, 0, 120, 500))]
    assert inks(drawn, 110, 210) == (100, 0, 0, 0)
    assert inks(drawn, 130, 210) == (0, 0, 0, 0)


def test_a_shape_with_a_line() -> None:
    square: tuple[Segment, ...] = (("M", (0, 0)), ("L", (20, 0)), ("L", (20, 20)), ("L", (0, 20)), ("Z", ()))
    drawn = [Drawn(110, 200, Path(square, stroke=YELLOW, line_width=4, fill=CYAN))]
    assert inks(drawn, 120, 210) == (100, 0, 0, 0)
    assert inks(drawn, 110.5, 210) == (0, 0, 100, 0)
    assert inks(drawn, 135, 210) == (0, 0, 0, 0)


def test_outlines_of_curves_end_where_the_curve_ends() -> None:
    segments: tuple[Segment, ...] = (("M", (0, 0)), ("C", (0, 5, 5, 10, 10, 10)), ("Z", ()), ("M", (1, 1)))
    (found,) = outlines(segments)
    assert found[0] == found[-1] == (0, 0)
    assert found[-2] == pytest.approx((10, 10))
    middle = found[6]
    assert middle == pytest.approx((0.125 * 10 + 0.375 * 5, 0.125 * 10 + 0.375 * 10 + 0.375 * 5))


def test_an_opaque_picture_needs_no_ground() -> None:
    whole = Pixels(80, 40, "cmyk", CLEAR.data, "Flate")
    assert opaque(whole, PLACE, [Drawn(0, 0, Area(500, 500, CYAN))], none) is whole

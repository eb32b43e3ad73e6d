"""The sphere on paper: true areas, and nothing outside its rectangle."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.layout.projection import EARTH, Azimuthal, Point, area, lines_in, polygon_in

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
POINTS = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=12)


@pytest.mark.parametrize("middle", [Azimuthal(106, 47), Azimuthal(180, -17), Azimuthal(0, -90), Azimuthal(-170, 0)])
@pytest.mark.parametrize("place", [(5.0, 0.0), (0.0, 12.0), (-30.0, 20.0), (1e-4, 1e-4)])
def test_there_and_back(middle: Azimuthal, place: Point) -> None:
    x, y = 100 * place[0], 100 * place[1]
    ((there, back),) = middle.place([middle.at(x, y)])
    assert (there, back) == (pytest.approx(x, abs=1e-3), pytest.approx(y, abs=1e-3))


def test_east_is_right_and_north_is_up() -> None:
    ((x, y),) = Azimuthal(100, 40).place([(101, 41)])
    assert x > 0 > y
    ((x, _),) = Azimuthal(179, 0).place([(-179, 0)])
    assert x == pytest.approx(2 * math.pi / 180 * EARTH, rel=0.001)


def test_the_middle_and_its_antipode_are_somewhere() -> None:
    assert Azimuthal(10, 20).place([(10, 20)]) == [(pytest.approx(0), pytest.approx(0))]
    assert Azimuthal(10, 20).at(0, 0) == (10, 20)
    ((x, y),) = Azimuthal(10, 20).place([(-170, -20)])
    assert math.isfinite(x)
    assert math.isfinite(y)


def test_areas_are_true() -> None:
    cell = [(20.0, 60.0), (21.0, 60.0), (21.0, 61.0), (20.0, 61.0)]
    true = EARTH**2 * math.radians(1) * (math.sin(math.radians(61)) - math.sin(math.radians(60)))
    for middle in (Azimuthal(20, 60), Azimuthal(40, 30), Azimuthal(-10, 80)):
        assert area(middle.place(cell)) == pytest.approx(true, rel=0.01)


def test_areas_of_polygons() -> None:
    assert area(SQUARE) == area(SQUARE[::-1]) == 100
    assert area([]) == 0


@given(POINTS)
def test_a_polygon_stays_in_its_rectangle(points: list[Point]) -> None:
    for x, y in polygon_in(points, 30, 20):
        assert -1e-6 <= x <= 30 + 1e-6
        assert -1e-6 <= y <= 20 + 1e-6


@given(POINTS)
def test_a_line_stays_in_its_rectangle(points: list[Point]) -> None:
    for piece in lines_in(points, 30, 20):
        assert len(piece) > 1
        assert all(-1e-6 <= x <= 30 + 1e-6 and -1e-6 <= y <= 20 + 1e-6 for x, y in piece)


def test_a_polygon_is_cut() -> None:
    assert area(polygon_in([(-5, -5), (5, -5), (5, 5), (-5, 5)], 10, 10)) == 25
    assert polygon_in(SQUARE, 10, 10) == SQUARE
    assert area(polygon_in([(-50, -50), (50, -50), (50, 50), (-50, 50)], 10, 10)) == 100
    assert polygon_in([(20, 20), (30, 20), (30, 30)], 10, 10) == []


def test_a_line_is_cut_into_pieces() -> None:
    line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (8.0, 15.0), (8.0, 5.0)]
    assert list(lines_in(line, 10, 10)) == [[(0, 5), (5, 5), (5, 10)], [(8, 10), (8, 5)]]
    assert list(lines_in([(-5, -5), (-1, 20)], 10, 10)) == []
    assert list(lines_in([(1, 1), (2, 2)], 10, 10)) == [[(1, 1), (2, 2)]]
    assert list(lines_in([(1, 1)], 10, 10)) == []

"""Outlines: all countries, closed rings, and lines as fine as they are asked for."""

import math
import time

import pytest

from factsheet.design.outlines import angle, outlines, vector
from factsheet.i18n.countries import countries

ALL = sorted(set(countries().values()))


def test_every_country_has_an_outline() -> None:
    assert sorted(code for code in outlines().codes if code) == ALL


@pytest.mark.parametrize("code", ALL)
def test_rings_are_closed_and_the_largest_comes_first(code: str) -> None:
    rings = outlines().rings(code)
    assert rings
    assert rings[0].size == max(ring.size for ring in rings) > 0
    for ring in rings:
        ends = [(points[0], points[-1]) for points in (outlines().line(n) for n in ring.lines)]
        for (_, end), (start, _) in zip(ends, ends[1:] + ends[:1], strict=True):
            assert abs(end[1] - start[1]) < 0.01
            assert abs((end[0] - start[0] + 180) % 360 - 180) < 0.01
        assert len(outlines().ring(ring)) >= 3


def test_coordinates_are_on_the_globe() -> None:
    for n in range(outlines().count):
        for lon, lat in outlines().line(n):
            assert -90 <= lat <= 84
            assert -361 <= lon <= 361


def test_a_line_backwards_is_the_same_line() -> None:
    assert outlines().line(~7) == outlines().line(7)[::-1]


def test_coarser_lines_have_fewer_points_and_the_same_ends() -> None:
    (ring,) = outlines().rings("MN")
    for n in ring.lines:
        fine, coarse = outlines().line(n), outlines().line(n, 5000)
        assert set(coarse) < set(fine)
        assert (coarse[0], coarse[-1]) == (fine[0], fine[-1])


def test_neighbours_share_lines() -> None:
    lines = {
        code: {max(n, ~n) for ring in outlines().rings(code) for n in ring.lines} for code in ("MN", "CN", "RU", "JP")
    }
    assert lines["MN"] == (lines["MN"] & lines["CN"]) | (lines["MN"] & lines["RU"])
    assert lines["MN"] <= outlines().borders
    assert not lines["JP"] & outlines().borders


def test_a_line_is_near_what_lies_on_it() -> None:
    (ring,) = outlines().rings("MN")
    for n in ring.lines:
        for point in outlines().line(n):
            assert outlines().distance(n, vector(*point)) <= 0.02
    assert outlines().distance(ring.lines[0], vector(-70, -30)) > 90


def test_angles() -> None:
    assert angle(vector(0, 0), vector(90, 0)) == pytest.approx(90)
    assert angle(vector(180, 10), vector(-180, 10)) == pytest.approx(0, abs=1e-5)
    assert angle(vector(0, 90), vector(120, -90)) == pytest.approx(180)


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("MN", 106.9, 47.9),
        ("AQ", 0, -89.9),
        ("AQ", 100, -75),
        ("RU", -172, 66),
        ("RU", 100, 60),
        ("FJ", 179.9, -16.6),
        ("UA", 34.1, 45.0),
        ("EH", -13.2, 27.1),
        ("CY", 33.36, 35.2),
        ("SO", 44.06, 9.56),
        ("SJ", 15.6, 78.2),
        ("GF", -53, 4),
        ("NO", 25.7, 71.1),
        ("US", -150, 64),
    ],
)
def test_what_lies_in_a_country(code: str, lon: float, lat: float) -> None:
    assert outlines().covers(code, lon, lat, 0.1)


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [("MN", 47.9, 106.9 - 90), ("MN", 100, 30), ("AQ", 0, 0), ("RU", 34.1, 45.0), ("MA", -13.2, 27.1), ("FR", -53, 4)],
)
def test_what_does_not(code: str, lon: float, lat: float) -> None:
    assert not outlines().covers(code, lon, lat, 0.1)


def test_what_is_unsettled_is_a_border() -> None:
    assert outlines().unsettled
    assert outlines().unsettled <= outlines().borders


def test_they_are_read_in_no_time() -> None:
    best = math.inf
    for _ in range(5):
        outlines.cache_clear()
        start = time.process_time()
        outlines()
        best = min(best, time.process_time() - start)
    assert best < 0.02

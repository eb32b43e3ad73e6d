"""Maps of all countries: each shows its country, and nothing outside its rectangle."""

import math
from functools import cache

import pytest

from factsheet.document import Area, Path, Placed
from factsheet.i18n.countries import countries
from factsheet.layout.atlas import TINY, Colours, View, circle, drawn, view_of
from factsheet.text.styles import Grid
from tests.unit.layout.bricks import ink

ALL = sorted(set(countries().values()))
GRID = Grid(13.4, 9.6)
COLOURS = Colours(ink("COUNTRY"), ink("LAND"), ink("WATER"), ink("MARK"))


@cache
def atlas(*codes: str, width: float = 130.4) -> tuple[View, list[Placed]]:
    view = view_of(codes, None, width, GRID)
    return view, list(drawn(view, codes, COLOURS, 0.5))


def paths(items: list[Placed], name: str) -> list[tuple[float, float, Path]]:
    return [(x, y, item) for x, y, item in items if isinstance(item, Path) and item.fill and item.fill.name == name]


@pytest.mark.parametrize("code", ALL)
def test_every_country_has_a_map(code: str) -> None:
    view, items = atlas(code)
    ground = items[0][2]
    assert isinstance(ground, Area)
    assert (ground.width, ground.height, ground.ink.name) == (view.width, view.height, "WATER")
    assert 0.5 * view.width < view.height < 1.1 * view.width
    assert paths(items, "COUNTRY")
    assert 200 / 130 < view.scale < 20_000 / 130


@pytest.mark.parametrize("code", ALL)
def test_nothing_lies_outside_the_map(code: str) -> None:
    view, items = atlas(code)
    for x, y, item in items:
        if isinstance(item, Path) and (x, y) == (0, 0):
            for _, values in item.segments:
                assert all(-0.051 <= value <= view.width + 0.051 for value in values[::2])
                assert all(-0.051 <= value <= view.height + 0.051 for value in values[1::2])
        elif isinstance(item, Path):
            assert 0 <= x <= view.width
            assert 0 <= y <= view.height


@pytest.mark.parametrize("code", ALL)
def test_a_map_is_light(code: str) -> None:
    _, items = atlas(code)
    assert sum(len(item.segments) for _, _, item in items if isinstance(item, Path)) < 4000


@pytest.mark.parametrize("code", ["MN", "FR", "RU", "US", "FJ", "NZ", "CL", "ID", "AQ", "KI", "NO", "CA"])
def test_the_country_fills_the_map_and_stands_in_its_middle(code: str) -> None:
    view, items = atlas(code)
    spots = []
    for x, y, item in paths(items, "COUNTRY"):
        spots += [(x + v[0], y + v[1]) for op, v in item.segments if op in "ML"]
    xs, ys = zip(*spots, strict=True)
    assert 0.3 * view.width < (min(xs) + max(xs)) / 2 < 0.7 * view.width
    assert 0.3 * view.height < (min(ys) + max(ys)) / 2 < 0.7 * view.height
    assert max((max(xs) - min(xs)) / view.width, (max(ys) - min(ys)) / view.height) > 0.12
    assert not view.tiny


@pytest.mark.parametrize("code", ["VA", "MC", "NR", "CC", "SM"])
def test_what_is_too_small_to_be_seen_is_shown_with_what_is_around_it(code: str) -> None:
    view, items = atlas(code)
    assert 0 < view.tiny < TINY
    assert view.scale * view.width >= 790
    assert paths(items, "LAND")


@pytest.mark.parametrize("code", ["KI", "MV", "TV", "MH"])
def test_islands_that_are_too_small_are_dots(code: str) -> None:
    _, items = atlas(code)
    dots = [item for x, y, item in paths(items, "COUNTRY") if (x, y) != (0, 0)]
    assert len(dots) > 5


def test_several_countries_are_on_one_map() -> None:
    view, items = atlas("MN", "KZ", "KG")
    alone, _ = atlas("MN")
    assert view.scale > alone.scale
    assert paths(items, "COUNTRY")


def test_a_place_is_on_the_map_even_where_its_island_is_far() -> None:
    view = view_of(("PT",), (-25.67, 37.74), 130.4, GRID)
    ((x, y),) = view.place([(-25.67, 37.74)])
    assert 0 < x < view.width
    assert 0 < y < view.height


def test_unsettled_borders_are_dashed() -> None:
    dashed = [item for _, _, item in atlas("EH")[1] if isinstance(item, Path) and item.dashes]
    assert dashed
    assert not [item for _, _, item in atlas("MN")[1] if isinstance(item, Path) and item.dashes]


def test_a_map_says_how_far_it_reaches() -> None:
    view, _ = atlas("MN")
    corner = math.hypot(view.width, view.height) / 2 * view.scale
    assert view.reach == pytest.approx(math.degrees(corner / 6371), rel=0.02)


def test_a_circle() -> None:
    segments = circle(10)
    assert [op for op, _ in segments] == ["M", "C", "C", "C", "C", "Z"]
    ends = [values[-2:] for _, values in segments if values]
    assert all(math.hypot(*end) == pytest.approx(10) for end in ends)

"""The maker of the outlines, on a small world of three countries."""

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factsheet.design import outlines as reader

FOLDER = Path(__file__).parents[4] / "factsheet" / "design" / "maps"


@cache
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_outlines", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["make_outlines"] = made
    spec.loader.exec_module(made)
    return made


def world() -> dict[str, Any]:
    """Two countries side by side, one of them in two parts; and a strip of land without a number beside them."""
    unit = {"scale": [360 / 99_999, 0.0017], "translate": [-180, -85]}

    def square(x: int, width: int = 1000) -> list[list[int]]:
        return [[x, 50_000], [0, 1000], [width, 0], [0, -1000], [-width, 0]]

    shapes = [
        {"type": "Polygon", "id": "496", "properties": {"name": "Mongolia"}, "arcs": [[0]]},
        {"type": "Polygon", "id": "156", "properties": {"name": "China"}, "arcs": [[1]]},
        {"type": "Polygon", "properties": {"name": "Somaliland"}, "arcs": [[2]]},
        {"type": "Polygon", "id": "706", "properties": {"name": "Somalia"}, "arcs": [[3]]},
        {"type": "Polygon", "id": "336", "properties": {"name": "Vatican"}, "arcs": [[4]]},
        {"type": "Polygon", "properties": {"name": "Atlantis"}, "arcs": [[0]]},
    ]
    tiny = [[70_000, 40_000], [0, 1], [0, -1]]
    arcs = [square(20_000), square(21_000), square(22_000), square(23_000), tiny]
    return {"transform": unit, "arcs": arcs, "objects": {"countries": {"geometries": shapes}}}


def test_parts_of_one_country_become_one_without_a_line_between_them() -> None:
    found = maker().countries(world())
    assert sorted(found) == ["CN", "MN", "SO", "VA"]
    (somalia,) = found["SO"]
    assert len(somalia) == 7
    assert {x for x, _ in somalia} == {22_000, 23_000, 24_000}


def test_what_is_a_point_becomes_the_least_ring() -> None:
    (ring,) = maker().countries(world())["VA"]
    assert len(ring) == 5


def test_countries_share_the_lines_between_them() -> None:
    made = maker().topology(maker().countries(world()))
    shared = [owners for owners in made.owners if len(owners) == 2]
    assert sorted(map(sorted, shared)) == [["CN", "MN"], ["CN", "SO"]]


def test_the_file_is_read_as_it_was_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = tmp_path / "world.json"
    source.write_text(json.dumps(world()), "utf-8")
    monkeypatch.setattr(maker(), "HERE", tmp_path)
    assert maker().main([str(source)]) == 0
    monkeypatch.setattr(reader, "_FILE", tmp_path / "outlines.bin")
    found = reader.outlines.__wrapped__()
    assert sorted(found.codes) == ["CN", "MN", "SO", "VA"]
    assert len(found.borders) == 2
    ((west, south), *_) = found.ring(found.rings("MN")[0])
    assert west == pytest.approx(-180 + 20_000 * 360 / 99_999, abs=4)
    assert -2 < south < 2


def test_areas_are_those_of_the_sphere() -> None:
    octant = [(0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (0.0, 90.0)]
    assert maker().area(octant) == pytest.approx(510.07e6 / 8, rel=0.001)
    cap = [(float(lon), -60.0) for lon in range(-180, 180, 5)]
    assert maker().area(cap) == pytest.approx(510.07e6 * (1 - 0.8660254) / 2, rel=0.001)


def test_the_shipped_file_is_small_and_says_where_it_is_from() -> None:
    assert (FOLDER / "outlines.bin").stat().st_size < 250_000
    said = (FOLDER / "README.md").read_text("utf-8")
    assert "Natural Earth" in said
    assert "public domain" in said
    assert "Permission to use" in (FOLDER / "LICENSE.txt").read_text("utf-8")

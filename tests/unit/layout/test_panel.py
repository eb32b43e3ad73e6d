"""Panels: a ground behind the box, whole grid lines, each part of a divided box on its own ground."""

import pytest

from factsheet.document import Area, Frame
from factsheet.layout.box import Fit
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.panel import Panel
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.making import items, pieces
from tests.unit.layout.bricks import Bricks, ink, rows

GROUND, EDGE = ink("GROUND"), ink("EDGE")
GRID = Grid(10.0, 8.0)


def panel(names: str) -> Panel:
    return Panel(Bricks(names, notes=("1",)), GROUND, EDGE, 3, 7, GRID)


def areas(frame: Frame | None, which: object) -> list[tuple[float, float, float, float]]:
    return [(x, y, i.width, i.height) for x, y, i, _ in items(frame) if isinstance(i, Area) and i.ink is which]


def test_a_line_of_ground_above_and_below() -> None:
    frame = panel("abc").fit(Size(100, 100)).frame
    assert frame is not None
    assert (frame.width, frame.height) == (100, 50)
    assert [row for row in rows(frame) if row[0].islower()] == [("a", 10, 10), ("b", 10, 20), ("c", 10, 30)]
    assert frame.notes == ("1",)


def test_the_ground_is_level_with_capitals_and_baselines() -> None:
    frame = panel("abc").fit(Size(100, 100)).frame
    assert areas(frame, GROUND) == [(0, 2, 100, 46)]
    assert areas(frame, EDGE) == [(0, 2, 3, 46)]


def test_the_box_is_as_wide_as_what_the_padding_leaves() -> None:
    frame = panel("a").fit(Size(100, 100)).frame
    (brick,) = [i for _, _, i, _ in items(frame) if isinstance(i, Area) and i.ink.name == "a"]
    assert brick.width == 83


def test_each_part_has_its_ground() -> None:
    frames, rest = pieces(panel("abcde"), 100, 40)
    assert rest is None
    assert [frame.height for frame in frames] == [40, 40, 30]
    assert [len(areas(frame, GROUND)) for frame in frames] == [1, 1, 1]


@pytest.mark.parametrize("height", [0, 9, 29])
def test_what_does_not_fit_comes_back_as_it_was(height: float) -> None:
    box = panel("ab")
    assert box.fit(Size(100, height)) == Fit(None, box)


def test_it_is_drawn_as_an_artefact() -> None:
    frame = panel("a").fit(Size(100, 100)).frame
    assert all(path[-1] is LAYOUT for _, _, i, path in items(frame) if isinstance(i, Area) and i.ink in (GROUND, EDGE))

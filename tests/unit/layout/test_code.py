"""Codes for cameras: their modules, their quiet zone, and the words beside or below them."""

from collections.abc import Sequence

import pytest

from factsheet.design.inks import BLACK, WHITE
from factsheet.document import Area, Frame, Path, Tag
from factsheet.layout.code import LEAST_MODULE, QUIET, Code, least_side, runs
from factsheet.units import Pt, Size, mm
from tests.making import items, kit
from tests.unit.layout.bricks import Bricks

GRID = kit().grid


def code(count: int = 25, *, bare: bool = True, above: Pt = 0.0, below: Pt = 0.0, narrowest: Pt = 80.0) -> Code:
    modules = tuple((row, 0, count) for row in range(count))
    return Code(modules, count, Tag("Figure", alt="x"), Bricks("ab"), narrowest, GRID, bare, above, below)


def drawn(box: Code, width: Pt) -> tuple[Frame, Pt, Pt, Frame]:
    """The frame, the place of the code in it, and the code."""
    frame = box.fit(Size(width, 1000)).frame
    assert frame is not None
    x, y, figure = frame.items[0]
    assert isinstance(figure, Frame)
    assert figure.tag is not None
    assert figure.tag.role == "Figure"
    return frame, x, y, figure


@pytest.mark.parametrize(
    ("modules", "found"),
    [
        ([[0, 1, 1], [1, 0, 1]], ((0, 1, 2), (1, 0, 1), (1, 2, 1))),
        ([[1, 1, 1]], ((0, 0, 3),)),
        ([[0, 0]], ()),
    ],
)
def test_dark_modules_side_by_side_are_one_run(modules: Sequence[Sequence[int]], found: object) -> None:
    assert runs(modules) == found


def test_the_quiet_zone_is_part_of_the_code_on_a_ground() -> None:
    _, _, _, figure = drawn(code(bare=False), 300)
    (_, _, white), (left, top, dark) = figure.items
    assert isinstance(white, Area)
    assert (white.ink, white.width, white.height) == (WHITE, figure.width, figure.height)
    module = figure.width / (25 + 2 * QUIET)
    assert (left, top) == (QUIET * module, QUIET * module)
    assert isinstance(dark, Path)
    assert dark.fill is BLACK
    assert max(values[0] for _, values in dark.segments if values) == pytest.approx(25 * module)


def test_on_paper_the_code_is_flush_left_and_its_words_keep_clear() -> None:
    frame, x, _, figure = drawn(code(21), 300)
    assert x == 0
    assert [type(item) for _, _, item in figure.items] == [Path]
    module = figure.width / 21
    assert frame.items[1][0] >= figure.width + QUIET * module


def test_edges_are_level_with_capitals_and_baselines() -> None:
    _, _, y, figure = drawn(code(), 300)
    leading, capitals = GRID.leading, 2 * GRID.baseline - GRID.leading
    assert y == pytest.approx(GRID.baseline - capitals)
    assert (y + figure.height - GRID.baseline) / leading == pytest.approx(4)


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("count", [21, 25, 33, 45, 61])
def test_modules_are_never_too_small(count: int, bare: bool) -> None:
    _, _, _, figure = drawn(code(count, bare=bare), mm(36))
    assert figure.width <= mm(36)
    assert figure.width / (count + (0 if bare else 2 * QUIET)) >= LEAST_MODULE - 1e-9
    assert least_side(count) <= mm(36)


def test_words_stand_beside_where_there_is_room_else_below() -> None:
    frame, _, _, figure = drawn(code(), 300)
    assert frame.items[1][0] > figure.width
    frame, _, y, figure = drawn(code(), 120)
    assert frame.items[1][0] == 0
    assert frame.items[1][1] >= y + figure.height


def test_space_above_and_below() -> None:
    plain, _, y, _ = drawn(code(), 300)
    spaced, _, lower, _ = drawn(code(above=GRID.leading, below=GRID.leading), 300)
    assert lower == pytest.approx(y + GRID.leading)
    assert spaced.height == pytest.approx(plain.height + 2 * GRID.leading)


def test_all_or_nothing() -> None:
    box = code()
    height = drawn(box, 300)[0].height
    assert box.fit(Size(300, height)).frame is not None
    fit = box.fit(Size(300, height - 1))
    assert (fit.frame, fit.rest) == (None, box)


def test_it_is_two_items_at_most() -> None:
    frame, *_ = drawn(code(bare=False), 300)
    assert len([item for _, _, item, path in items(frame) if any(tag.role == "Figure" for tag in path)]) == 2

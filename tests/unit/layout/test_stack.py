"""Stacks: gaps between boxes, headings that stay with what follows, and rests that lose nothing."""

import pytest

from factsheet.document import Frame, Tag
from factsheet.layout.box import Box, Fit
from factsheet.layout.stack import Cell, Stack
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks, names, rows

TAG = Tag("L")


def stack(*cells: Cell | Box) -> Stack:
    return Stack(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells), TAG)


def poured(box: Box, height: float) -> list[str]:
    """The names of the rows in each room of ``height``; the last is what fits into none."""
    found: list[str] = []
    rest: Box | None = box
    while rest is not None:
        fit = rest.fit(Size(100, height))
        if fit.frame is None:
            found.append("stuck")
            break
        found.append(names(fit.frame))
        rest = fit.rest
    return found


def test_gaps_fall_away_at_the_top() -> None:
    found = rows(stack(Cell(Bricks("a"), 5), Cell(Bricks("b"), 5)).fit(Size(100, 100)).frame)
    assert found == [("a", 0, 0), ("b", 0, 15)]


def test_the_gap_of_a_rest_falls_away_too() -> None:
    fit = stack(Cell(Bricks("a"), 5), Cell(Bricks("bc"), 5)).fit(Size(100, 25))
    assert names(fit.frame) == "ab"
    assert fit.rest is not None
    assert rows(fit.rest.fit(Size(100, 25)).frame) == [("c", 0, 0)]


def test_a_box_that_is_divided_goes_on_before_the_next() -> None:
    assert poured(stack(Bricks("abc"), Bricks("de")), 20) == ["ab", "cd", "e"]


def test_what_does_not_go_into_the_room_as_a_whole_waits() -> None:
    assert poured(stack(Bricks("a"), Bricks("bc", whole=True), Bricks("d")), 20) == ["a", "bc", "d"]


def test_a_gap_at_the_foot_is_no_reason_to_reach_over_it() -> None:
    assert poured(stack(Bricks("a"), Cell(Bricks("b"), 15)), 20) == ["a", "b"]


@pytest.mark.parametrize(
    ("height", "expected"), [(20, ["a", "hb", "cd"]), (30, ["ahb", "cd"]), (40, ["ahbc", "d"]), (10, ["a", "stuck"])]
)
def test_a_heading_stays_with_what_follows(height: float, expected: list[str]) -> None:
    assert poured(stack(Bricks("a"), Cell(Bricks("h"), keep=True), Bricks("bcd")), height) == expected


def test_several_headings_stay_together() -> None:
    cells = (Bricks("ab"), Cell(Bricks("h"), keep=True), Cell(Bricks("i"), keep=True), Bricks("cd", whole=True))
    assert poured(stack(*cells), 50) == ["ab", "hicd"]


def test_a_heading_at_the_end_stands_alone() -> None:
    assert poured(stack(Bricks("a"), Cell(Bricks("h"), keep=True)), 20) == ["ah"]


def test_what_fits_nowhere_comes_back_as_it_was() -> None:
    box = stack(Cell(Bricks("h"), keep=True), Bricks("bc", whole=True))
    assert box.fit(Size(100, 20)) == Fit(None, box)


def test_an_empty_box_takes_no_room_and_no_gap() -> None:
    found = rows(stack(Bricks("a"), Cell(Stack(()), 50), Cell(Bricks("b"), 5)).fit(Size(100, 100)).frame)
    assert found == [("a", 0, 0), ("b", 0, 15)]


def test_an_empty_heading_takes_nothing_with_it() -> None:
    """Nothing is lost where a box that stays with the next one has no height."""
    box = stack(Bricks("a"), Cell(Stack(()), keep=True), Bricks("bc", whole=True))
    assert "".join(poured(box, 20)) == "abc"


def test_an_empty_stack_fits_with_no_height() -> None:
    fit = Stack(()).fit(Size(100, 0))
    assert fit.frame is not None
    assert (fit.frame.height, fit.rest) == (0, None)


def test_both_halves_belong_to_one_node() -> None:
    fit = stack(Bricks("abc")).fit(Size(100, 20))
    assert fit.frame is not None
    assert fit.rest is not None
    second = fit.rest.fit(Size(100, 20)).frame
    assert second is not None
    assert fit.frame.tag is second.tag is TAG


def test_the_notes_of_what_fits_are_known() -> None:
    fit = stack(Bricks("a", notes=("1",)), Bricks("b", notes=("2",))).fit(Size(100, 10))
    assert fit.frame is not None
    assert fit.frame.notes == ("1",)


def test_a_box_that_fits_as_a_whole_is_set_once() -> None:
    asked: list[Size] = []

    class Counted:
        def fit(self, room: Size) -> Fit:
            asked.append(room)
            return Fit(Frame(room.width, 30))

    box = stack(Counted())
    assert [box.fit(Size(100, height)).rest for height in (30, 40, 50)] == [None] * 3
    assert len(asked) == 1
    assert box.fit(Size(90, 50)).rest is None
    assert len(asked) == 2


def test_what_is_left_of_a_cell_keeps_its_manner() -> None:
    cell = Cell(Bricks("ab"), 7, keep=True, wide=Bricks("ab"))
    left = cell.left(Bricks("b"))
    assert (left.gap, left.keep, left.wide, left.whole) == (7, True, None, {})


def test_what_fits_only_tightly_is_not_remembered() -> None:
    """In a larger room it stands as it would have from the start."""

    class Springy:
        def fit(self, room: Size) -> Fit:
            height = min(room.height, 20.0)
            return Fit(Frame(room.width, height), tight=height < 20.0)

    cell = Cell(Springy())
    heights = [cell.fit(Size(100, height)).frame.height for height in (10, 40, 10)]  # type: ignore[union-attr]
    assert heights == [10, 20, 10]

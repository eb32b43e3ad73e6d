"""One column: footnotes at its foot, each printed once, and no hairline at its head."""

from dataclasses import replace

import pytest

from factsheet.document import Frame
from factsheet.layout.box import UNLIMITED, Box
from factsheet.layout.drawn import LAYOUT, Ruled, Tagged
from factsheet.layout.fill import Column, Notes, column, tall, used
from factsheet.layout.stack import Cell, Stack
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks, ink, names, rows

GRID = Grid(10, 7)
NONE = Notes({}, ink(), GRID)
TWO = Notes({"1": Bricks("n"), "2": Bricks("mo")}, ink("RULE"), GRID)
OVER = 20
"""The space over the footnotes, with the line in it."""


def stack(*boxes: Box | Cell) -> Stack:
    return Stack(tuple(box if isinstance(box, Cell) else Cell(box) for box in boxes))


def printed(found: Column) -> str:
    """The names of the rows that were set, without the line over the footnotes."""
    return names(found.frame).replace("RULE", "")


# -- footnotes


def test_the_notes_of_a_column_in_the_order_of_their_marks() -> None:
    block = TWO.block(("2", "1", "2", "x"), 100)
    assert block is not None
    assert names(block).replace("RULE", "") == "mon"
    assert block.height == 30 + OVER
    assert TWO.block((), 100) is None
    assert TWO.block(("x",), 100) is None


def test_notes_stand_at_the_foot_of_the_column() -> None:
    fit = column(Bricks("abc", notes=("1",)), Size(100, 100), TWO)
    found = {name: y for name, _, y in rows(fit.frame)}
    assert fit.frame is not None
    assert fit.frame.height == 100
    assert found["n"] == 90
    assert found["c"] == 20
    assert 90 - OVER <= found["RULE"] < 90


def test_a_column_is_shorter_by_its_notes() -> None:
    fit = column(Bricks("abcdefghij", notes=("1",)), Size(100, 50 + OVER), TWO)
    assert printed(fit) == "abcdn"
    assert names(fit.rest.fit(Size(100, 100)).frame if fit.rest else None) == "efghij"


@pytest.mark.parametrize(
    ("height", "expected"), [(110 + OVER, "abcdefghimo"), (90 + OVER, "abcdefgh"), (30, "abc"), (20, "ab")]
)
def test_a_mark_that_does_not_fit_with_its_note_leaves_the_room_to_others(height: float, expected: str) -> None:
    fit = column(stack(Bricks("abcdefgh"), Bricks("i", notes=("2",))), Size(100, height), TWO)
    assert printed(fit) == expected


def test_without_notes_a_column_is_what_its_box_is() -> None:
    fit = column(Bricks("ab"), Size(100, 100), NONE)
    assert fit.frame is not None
    assert fit.frame.height == fit.height == 20


def test_what_does_not_fit_with_its_notes_comes_back_as_it_was() -> None:
    box = Bricks("ab", whole=True, notes=("2",))
    found = column(box, Size(100, 30 + OVER), TWO)
    assert found.frame is None
    assert found.rest is box
    assert column(box, Size(100, 40 + OVER), TWO).rest is None


def test_a_column_with_notes_knows_the_height_that_it_needs() -> None:
    """Its frame is as tall as the room, since the notes stand at its foot."""
    fit = column(Bricks("abc", notes=("1",)), Size(100, 100), TWO)
    assert fit.frame is not None
    assert (fit.frame.height, fit.height) == (100, 40 + OVER)
    tight = column(Bricks("abc", notes=("1",)), Size(100, fit.height), TWO)
    assert (printed(tight), tight.rest) == ("abcn", None)


def test_what_is_referred_to_elsewhere_stands_at_the_foot_too() -> None:
    fit = column(Bricks("abc", notes=("1",)), Size(100, 100), TWO, carried=("2",))
    assert printed(fit) == "abcmon"
    assert fit.frame is not None
    assert set(fit.frame.notes) == {"1", "2"}


@pytest.mark.parametrize(
    ("done", "left"), [((), "mon"), (("1",), "mo"), (("2",), "n"), (("1", "2"), ""), (("x",), "mon")]
)
def test_a_note_is_printed_once(done: tuple[str, ...], left: str) -> None:
    notes = TWO.without([Frame(9, 9, notes=(label,)) for label in done])
    block = notes.block(("2", "1"), 100)
    assert names(block).replace("RULE", "") == left


def test_without_what_refers_to_them_the_notes_are_the_same() -> None:
    assert TWO.without([]) is TWO
    assert TWO.without([Frame(9, 9)]) is TWO


# -- hairlines


def between(name: str) -> Ruled:
    return Ruled(Bricks(name), ink("LINE"), 1, rise=2, between=True)


@pytest.mark.parametrize(
    "box",
    [
        stack(between("a"), between("b")),
        Tagged(LAYOUT, stack(between("a"), between("b"))),
        stack(stack(between("a")), between("b")),
        stack(Bricks(""), between("a"), between("b")),
    ],
    ids=["items", "under a node", "in a list of its own", "below nothing"],
)
def test_no_hairline_lies_over_the_first_item_of_a_column(box: Box) -> None:
    assert names(column(box, Size(100, 100), NONE).frame) == "aLINEb"


def test_no_hairline_lies_over_what_is_left_of_a_list() -> None:
    first = column(stack(between("a"), between("b"), between("c")), Size(100, 10), NONE)
    assert first.rest is not None
    assert names(column(first.rest, Size(100, 100), NONE).frame) == "bLINEc"


def test_nor_does_it_where_footnotes_stand_at_the_foot() -> None:
    box = stack(Ruled(Bricks("a", notes=("1",)), ink("LINE"), 1, rise=2, between=True), between("b"))
    assert printed(column(box, Size(100, 100), TWO)) == "aLINEbn"


def test_any_other_rule_stays() -> None:
    box = stack(replace(between("a"), between=False), between("b"))
    assert names(column(box, Size(100, 100), NONE).frame) == "LINEaLINEb"


def test_a_hairline_below_the_first_line_stays() -> None:
    box = stack(Bricks("t"), between("a"), between("b"))
    assert names(column(box, Size(100, 100), NONE).frame) == "tLINEaLINEb"


# -- heights


def test_heights() -> None:
    assert used(None) == 0
    assert used(Frame(10, 7)) == 7
    assert tall(Bricks("abc"), 100, 100) == 30
    assert tall(Bricks("abc"), 100, 20) == UNLIMITED

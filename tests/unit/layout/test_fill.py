"""Columns: footnotes at the foot, headings that span, and balance."""

import pytest

from factsheet.document import Frame
from factsheet.layout.box import UNLIMITED, Box, Fit
from factsheet.layout.fill import Notes, Sheet, column, columns, tall, used
from factsheet.layout.stack import Cell, Stack
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks, ink, names, rows

GRID = Grid(10, 7)
NONE = Notes({}, ink(), GRID)
TWO = Notes({"1": Bricks("n"), "2": Bricks("mo")}, ink("RULE"), GRID)


def stack(*boxes: Box | Cell) -> Stack:
    return Stack(tuple(box if isinstance(box, Cell) else Cell(box) for box in boxes))


def said(sheet: Sheet) -> list[str]:
    return [names(frame) for _, _, frame in sheet.frames]


# -- footnotes


def test_the_notes_of_a_column_in_the_order_of_their_marks() -> None:
    block = TWO.block(("2", "1", "2", "x"), 100)
    assert block is not None
    assert names(block).replace("RULE", "") == "mon"
    assert block.height == 40
    assert TWO.block((), 100) is None
    assert TWO.block(("x",), 100) is None


def test_notes_stand_at_the_foot_of_the_column() -> None:
    fit = column(Bricks("abc", notes=("1",)), Size(100, 100), TWO)
    found = {name: y for name, _, y in rows(fit.frame)}
    assert fit.frame is not None
    assert fit.frame.height == 100
    assert found["n"] == 90
    assert found["c"] == 20
    assert 80 <= found["RULE"] < 90


def test_a_column_is_shorter_by_its_notes() -> None:
    fit = column(Bricks("abcdefghij", notes=("1",)), Size(100, 60), TWO)
    assert names(fit.frame).replace("RULE", "") == "abcdn"
    assert names(fit.rest.fit(Size(100, 100)).frame if fit.rest else None) == "efghij"


@pytest.mark.parametrize(("height", "expected"), [(120, "abcdefghimo"), (100, "abcdefgh"), (30, "abc"), (20, "ab")])
def test_a_mark_that_does_not_fit_with_its_note_leaves_the_room_to_others(height: float, expected: str) -> None:
    fit = column(stack(Bricks("abcdefgh"), Bricks("i", notes=("2",))), Size(100, height), TWO)
    assert names(fit.frame).replace("RULE", "") == expected


def test_without_notes_a_column_is_what_its_box_is() -> None:
    fit = column(Bricks("ab"), Size(100, 100), NONE)
    assert fit.frame is not None
    assert fit.frame.height == 20


def test_what_does_not_fit_with_its_notes_comes_back_as_it_was() -> None:
    box = Bricks("ab", whole=True, notes=("2",))
    assert column(box, Size(100, 40), TWO) == Fit(None, box)
    assert column(box, Size(100, 50), TWO).rest is None


# -- columns


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("a", ["a"]), ("ab", ["a", "b"]), ("abc", ["ab", "c"]), ("abcdefgh", ["abcd", "efgh"])],
)
def test_columns_balance(letters: str, expected: list[str]) -> None:
    sheet = columns(stack(Bricks(letters)), Size(210, 100), 10, 2, NONE)
    assert said(sheet) == expected
    assert sheet.rest is None
    assert sheet.height == 10 * len(expected[0])


def test_where_columns_stand() -> None:
    sheet = columns(stack(Bricks("abc")), Size(320, 100), 10, 3, NONE)
    assert [(x, y, frame.width) for x, y, frame in sheet.frames] == [(0, 0, 100), (110, 0, 100), (220, 0, 100)]


def test_full_columns_are_filled_one_after_the_other() -> None:
    sheet = columns(stack(Bricks("abcdefgh")), Size(210, 30), 10, 2, NONE)
    assert said(sheet) == ["abc", "def"]
    assert sheet.rest is not None
    assert names(sheet.rest.fit(Size(100, 100)).frame) == "gh"


def test_the_lines_by_which_columns_differ() -> None:
    whole = columns(stack(Bricks("abcd", whole=True), Bricks("e")), Size(210, 100), 10, 2, NONE)
    assert (said(whole), whole.uneven) == (["abcd", "e"], 3)


def test_headings_and_leads_span_the_columns_first() -> None:
    cells = (Cell(Bricks("h"), 5, keep=True, wide=Bricks("H")), Cell(Bricks("l"), 10, wide=Bricks("L")), Bricks("abcd"))
    sheet = columns(stack(*cells), Size(210, 100), 10, 2, NONE)
    assert said(sheet) == ["H", "L", "ab", "cd"]
    assert [y for _, y, _ in sheet.frames] == [0, 20, 40, 40]
    assert [frame.width for _, _, frame in sheet.frames] == [210, 210, 100, 100]


def test_what_spans_needs_something_below_it() -> None:
    """A heading that has no room for what follows waits for the next page."""
    cells = stack(Cell(Bricks("h"), keep=True, wide=Bricks("H")), Bricks("abcd", whole=True))
    sheet = columns(cells, Size(210, 40), 10, 2, NONE)
    assert sheet.frames == ()
    assert sheet.rest is cells


def test_a_heading_alone_is_a_page() -> None:
    sheet = columns(stack(Cell(Bricks("h"), keep=True, wide=Bricks("H"))), Size(210, 40), 10, 2, NONE)
    assert said(sheet) == ["H"]
    assert sheet.rest is None


def test_nothing_is_lost() -> None:
    cells = stack(*(Cell(Bricks(a + b), 10, keep=a == "h") for a, b in ("ab", "hi", "cd", "ef", "hk", "gm", "no")))
    for height in range(10, 120, 5):
        sheet = columns(cells, Size(210, height), 10, 2, NONE)
        rest = names(sheet.rest.fit(Size(100, UNLIMITED)).frame) if sheet.rest else ""
        assert "".join(said(sheet)) + rest == "abhicdefhkgmno"


def test_a_footnote_in_a_wide_lead_stands_at_the_foot_of_a_column() -> None:
    """What spans takes the room of its own lines; its footnotes do not use up the page."""
    cells = stack(Cell(Bricks("l", notes=("1",)), wide=Bricks("L", notes=("1",))), Bricks("abcd"))
    sheet = columns(cells, Size(210, 100), 10, 2, TWO)
    found = "".join(said(sheet)).replace("RULE", "")
    assert sheet.rest is None
    assert sorted(found) == sorted("Labcdn") or sorted(found) == sorted("labcdn")


def test_footnotes_of_balanced_columns_stand_below_their_own_column() -> None:
    sheet = columns(stack(Bricks("abc"), Bricks("de", notes=("1",))), Size(210, 200), 10, 2, TWO)
    assert sheet.rest is None
    by_column = {names(frame).replace("RULE", "") for _, _, frame in sheet.frames}
    assert any("n" in found and "d" in found for found in by_column)


def test_heights() -> None:
    assert used(None) == 0
    assert used(Frame(10, 7)) == 7
    assert tall(Bricks("abc"), 100, 100) == 30
    assert tall(Bricks("abc"), 100, 20) == UNLIMITED

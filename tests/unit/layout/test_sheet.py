"""The columns of a page: headings that span, what goes across, and balance."""

import pytest

from factsheet.layout.box import UNLIMITED, Box
from factsheet.layout.fill import Notes
from factsheet.layout.sheet import Sheet, columns
from factsheet.layout.stack import Cell, Stack
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks, ink, names

GRID = Grid(10, 7)
NONE = Notes({}, ink(), GRID)
TWO = Notes({"1": Bricks("n"), "2": Bricks("mo")}, ink("RULE"), GRID)


def stack(*boxes: Box | Cell) -> Stack:
    return Stack(tuple(box if isinstance(box, Cell) else Cell(box) for box in boxes))


def said(sheet: Sheet) -> list[str]:
    return [names(frame) for _, _, frame in sheet.frames]


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
    assert sheet.rest is not None
    assert sheet.rest.cells == cells.cells


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


def test_no_footnote_is_printed_twice_on_a_page() -> None:
    cells = stack(Bricks("ab", notes=("1",)), Bricks("cd", notes=("1",)), Bricks("ef", notes=("1",)))
    for height in (50, 60, 70, 200):
        sheet = columns(cells, Size(210, height), 10, 2, TWO)
        assert "".join(said(sheet)).count("n") == 1, height


# -- what goes across


def across(name: str, gap: float = 10, *, whole: bool = True, notes: tuple[str, ...] = ()) -> Cell:
    box = Bricks(name, whole=whole, notes=notes)
    return Cell(box, gap, wide=box, across=True)


def heading(name: str) -> Cell:
    return Cell(Bricks(name), 10, keep=True, wide=Bricks(name.upper()))


def tops(sheet: Sheet) -> list[tuple[str, float]]:
    return [(names(frame), y) for _, y, frame in sheet.frames]


def left(sheet: Sheet) -> str:
    return names(sheet.rest.fit(Size(100, UNLIMITED)).frame) if sheet.rest else ""


def test_what_goes_across_divides_the_columns() -> None:
    sheet = columns(stack(Bricks("abcd"), across("W"), Bricks("efgh")), Size(210, 200), 10, 2, NONE)
    assert tops(sheet) == [("ab", 0), ("cd", 0), ("W", 30), ("ef", 50), ("gh", 50)]
    assert [frame.width for _, _, frame in sheet.frames] == [100, 100, 210, 100, 100]
    assert (sheet.height, sheet.rest, sheet.below) == (70, None, True)


def test_its_headings_go_across_with_it() -> None:
    sheet = columns(stack(Bricks("ab"), heading("h"), across("W", 0), Bricks("cd")), Size(210, 200), 10, 2, NONE)
    assert tops(sheet) == [("a", 0), ("b", 0), ("H", 20), ("W", 30), ("c", 50), ("d", 50)]


def test_a_heading_in_the_middle_of_a_page_that_leads_to_columns_stays_in_its_column() -> None:
    sheet = columns(stack(Bricks("abc"), heading("h"), Bricks("def")), Size(210, 200), 10, 2, NONE)
    assert "H" not in "".join(said(sheet))
    assert sheet.rest is None


def test_what_goes_across_may_open_the_page_or_have_it_to_itself() -> None:
    assert tops(columns(stack(across("W"), Bricks("ab")), Size(210, 200), 10, 2, NONE)) == [
        ("W", 0), ("a", 20), ("b", 20),
    ]  # fmt: skip
    sheet = columns(stack(heading("h"), across("W", 0)), Size(210, 200), 10, 2, NONE)
    assert tops(sheet) == [("H", 0), ("W", 10)]
    assert (sheet.height, sheet.rest, sheet.below) == (20, None, True)


def test_two_that_go_across_stand_below_each_other() -> None:
    sheet = columns(stack(Bricks("ab"), across("V", 20), across("W", 20), Bricks("cd")), Size(210, 200), 10, 2, NONE)
    assert tops(sheet) == [("a", 0), ("b", 0), ("V", 20), ("W", 50), ("c", 70), ("d", 70)]


def test_the_columns_above_it_balance_though_the_page_is_not_full() -> None:
    sheet = columns(stack(Bricks("abcdef"), across("W")), Size(210, 200), 10, 2, NONE)
    assert said(sheet) == ["abc", "def", "W"]


@pytest.mark.parametrize("height", [20, 30, 40, 50])
def test_what_does_not_fit_across_waits_with_its_headings(height: float) -> None:
    sheet = columns(stack(Bricks("abcd"), heading("h"), across("WWW", 0), Bricks("ef")), Size(210, height), 10, 2, NONE)
    assert said(sheet) == ["ab", "cd"]
    assert left(sheet) == "hWWWef"
    assert sheet.rest is not None
    again = columns(sheet.rest, Size(210, 60), 10, 2, NONE)
    assert tops(again) == [("H", 0), ("WWW", 10), ("e", 50), ("f", 50)]


def test_it_waits_as_long_as_the_columns_above_it_go_on() -> None:
    sheet = columns(stack(Bricks("abcdefgh"), across("W")), Size(210, 30), 10, 2, NONE)
    assert said(sheet) == ["abc", "def"]
    assert left(sheet) == "ghW"


def test_what_is_left_of_it_goes_across_the_next_page() -> None:
    sheet = columns(stack(Bricks("ab"), across("wxyz", whole=False), Bricks("cd")), Size(210, 40), 10, 2, NONE)
    assert tops(sheet) == [("a", 0), ("b", 0), ("wx", 20)]
    assert sheet.rest is not None
    again = columns(sheet.rest, Size(210, 60), 10, 2, NONE)
    assert tops(again) == [("yz", 0), ("c", 30), ("d", 30)]
    assert again.frames[0][2].width == 210


def test_only_the_last_columns_are_said_to_be_uneven() -> None:
    """Those above a wide table end where it begins: nobody sees by how many lines they differ."""
    above = columns(stack(Bricks("abcd", whole=True), across("W"), Bricks("ef")), Size(210, 200), 10, 2, NONE)
    below = columns(stack(Bricks("ab"), across("W"), Bricks("cdef", whole=True)), Size(210, 200), 10, 2, NONE)
    assert (above.uneven, below.uneven) == (0, 4)


def test_nothing_is_lost_around_what_goes_across() -> None:
    cells = stack(
        Bricks("abc"), heading("h"), across("VV", 0), heading("i"), Bricks("def"), across("wxyz", whole=False),
        across("U"), heading("j"), Bricks("klm", whole=True),
    )  # fmt: skip
    everything = "abcHVViDEFWXYZUJKLM".upper()
    for height in range(50, 300, 10):
        rest: Stack | None = cells
        found = ""
        for _ in range(20):
            if rest is None:
                break
            sheet = columns(rest, Size(210, height), 10, 2, NONE)
            assert sheet.frames, height
            assert all(y + frame.height <= height for _, y, frame in sheet.frames), height
            found += "".join(said(sheet))
            rest = sheet.rest
        assert found.upper() == everything, height


@pytest.mark.parametrize(
    "cells",
    [
        stack(Bricks("ab"), across("W", notes=("1",)), Bricks("cd")),
        stack(Bricks("ab"), across("W", notes=("1",))),
        stack(across("W", notes=("1",))),
        stack(across("V", notes=("1",)), across("W"), Bricks("ab")),
        stack(Bricks("ab", notes=("1",)), across("W", notes=("1",)), Bricks("cd", notes=("1",))),
        stack(Bricks("ab", notes=("1",)), across("W", notes=("1",))),
        stack(Bricks("ab", notes=("1",)), across("V"), across("W", notes=("1",))),
    ],
    ids=[
        "between columns",
        "at the end",
        "alone",
        "above another",
        "and in the columns",
        "above and last",
        "and later",
    ],
)
def test_a_footnote_of_what_goes_across_is_printed_once(cells: Stack) -> None:
    sheet = columns(cells, Size(210, 200), 10, 2, TWO)
    assert sheet.rest is None
    assert "".join(said(sheet)).count("n") == 1


@pytest.mark.parametrize("height", [30, 40, 50])
def test_what_does_not_fit_across_waits_with_its_subheading(height: float) -> None:
    """What stays with the next and may not span goes with it, too, and is not left alone at the foot of a column."""
    cells = stack(Bricks("abc"), Cell(Bricks("s"), keep=True), across("WWW", 0))
    sheet = columns(cells, Size(210, height), 10, 2, NONE)
    assert "".join(said(sheet)) == "abc"
    assert left(sheet) == "sWWW"

"""Marks: outside the bleed, on the sheet, in register on every plate; the bar in its inks; what the slug says."""

from dataclasses import replace

import pytest

from factsheet.design.inks import Ink, Spot
from factsheet.design.press import MARKS, Folds, MarkName, Press, condition
from factsheet.document import Area, Document, Frame, Item, Page, Path, Region, Words
from factsheet.engine import Engine
from factsheet.paint.marks import MARGIN, REGISTRATION, Marks, Placed, words
from factsheet.units import Rect, mm

NAVY = Ink("navy", (1, 0.8, 0.3, 0.3), (0, 0, 0.4))
GOLD = Ink("gold", (0.1, 0.2, 0.6, 0), (0.7, 0.6, 0.2), Spot("PANTONE 871 C", (0.1, 0.2, 0.6, 0)))
BLACK = Ink("black", (0, 0, 0, 1), (0, 0, 0))
ENGINE = Engine()
NONE = Folds()
FOLDS = Folds(from_left=(mm(105),), from_top=(mm(99), mm(148.5)))


def document(*inks: Ink, name: str = "report", version: str = "") -> Document:
    items = tuple((0.0, 0.0, Area(10, 10, ink)) for ink in inks)
    page = Page((Region("a", Rect(0, 0, 100, 100), Frame(100, 100, items)),))
    return Document(mm(210), mm(297), mm(3), 13.4, (page, page), (), "T", "mn", "", "2026-01-31", name, version)


def around(*marks: MarkName, of: Document | None = None, number: int = 1, folds: Folds = NONE) -> list[Placed]:
    press = Press(condition(), bleed=mm(3), marks=marks, folds=folds)
    return Marks(of or document(NAVY), press, ENGINE).around(number)


def bounds(x: float, y: float, item: Item) -> tuple[float, float, float, float]:
    match item:
        case Words():
            return x, y - item.size * 0.75, x + item.width, y + item.size * 0.25
        case Path():
            across = [v for _, values in item.segments for v in values[::2]]
            down = [v for _, values in item.segments for v in values[1::2]]
            half = item.line_width / 2
            return x + min(across) - half, y + min(down) - half, x + max(across) + half, y + max(down) + half
        case _:
            return x, y, x + item.width, y + item.height


ALL = [*around(*MARKS, "fold", of=document(NAVY, GOLD, version="2"), folds=FOLDS)]


@pytest.mark.parametrize(("x", "y", "item"), ALL)
def test_no_mark_touches_the_bleed_or_leaves_the_sheet(x: float, y: float, item: Item) -> None:
    bleed, edge = mm(3), mm(3) + MARGIN
    left, top, right, bottom = bounds(x, y, item)
    assert not (right > -bleed and left < mm(210) + bleed and bottom > -bleed and top < mm(297) + bleed)
    assert -edge <= left
    assert right <= mm(210) + edge
    assert -edge <= top
    assert bottom <= mm(297) + edge


def test_two_lines_at_each_corner_point_at_the_trim() -> None:
    found = around("crop")
    assert len(found) == 8
    areas = [(x, y, item) for x, y, item in found if isinstance(item, Area)]
    upright = {round(x + item.width / 2, 6) for x, _, item in areas if item.width < item.height}
    level = {round(y + item.height / 2, 6) for _, y, item in areas if item.width > item.height}
    assert upright == {0, round(mm(210), 6)}
    assert level == {0, round(mm(297), 6)}


def test_marks_are_on_every_plate() -> None:
    assert REGISTRATION.spot == Spot("All", (1, 1, 1, 1))
    for x, y, item in around("crop", "registration", "fold", "slug", folds=FOLDS):
        assert (item.ink if isinstance(item, Area | Words) else item.stroke) == REGISTRATION, (x, y)  # type: ignore[union-attr]


def test_a_registration_mark_in_the_middle_of_each_side() -> None:
    circles = [(x, y) for x, y, item in around("registration") if isinstance(item, Path)]
    assert sorted(round(x, 3) for x, _ in circles)[1:3] == [round(mm(105), 3)] * 2
    assert sorted(round(y, 3) for _, y in circles)[1:3] == [round(mm(148.5), 3)] * 2


def test_registration_marks_make_room_for_folds() -> None:
    found = around("registration", "fold", folds=FOLDS)
    circles = [(x, y) for x, y, item in found if isinstance(item, Path) and not item.dashes]
    lines = [(x, y) for x, y, item in found if isinstance(item, Path) and item.dashes]
    assert len(circles) == 4
    assert len(lines) == 6
    for x, y in circles:
        assert all(max(abs(x - other), abs(y - below)) >= mm(4.5) for other, below in lines)


def test_no_fold_marks_where_none_are_asked_for() -> None:
    assert not [item for _, _, item in around("crop", folds=FOLDS) if isinstance(item, Path)]


def test_the_bar_has_every_plate_in_full_and_by_half_and_coloured_inks_over_each_other() -> None:
    patches = [item.ink for _, _, item in around("bars", of=document(NAVY, GOLD)) if isinstance(item, Area)]
    plain = [ink.cmyk for ink in patches if ink.spot is None]
    assert plain[:4] == [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]
    assert plain[4:8] == [(0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5)]
    assert plain[8:] == [(1, 1, 0, 0), (1, 0, 1, 0), (0, 1, 1, 0)]
    assert [(ink.spot.name, ink.tint) for ink in patches if ink.spot] == [("PANTONE 871 C", 1), ("PANTONE 871 C", 0.5)]


def test_the_bar_has_no_ink_that_the_job_has_not() -> None:
    patches = [item.ink for _, _, item in around("bars", of=document(BLACK)) if isinstance(item, Area)]
    assert [ink.cmyk for ink in patches] == [(0, 0, 0, 1), (0, 0, 0, 0.5)]


def test_the_slug_says_what_file_this_is() -> None:
    found = around("slug", of=document(NAVY, GOLD, version="1.2"), number=2)
    text = " · ".join(item.text for _, _, item in found if isinstance(item, Words))
    assert text == (
        "report · mn · 2026-01-31 · version 1.2 · page 2 of 2 · Cyan · Magenta · Yellow · Black · PANTONE 871 C"
    )


def test_a_long_name_is_shortened_and_the_rest_of_the_slug_is_there() -> None:
    found = [item for _, _, item in around("slug", of=document(BLACK, name="x" * 500)) if isinstance(item, Words)]
    text = " · ".join(item.text for item in found)
    assert "…" in text
    assert text.endswith("page 1 of 2 · Black")


def test_slug_and_bar_leave_room_for_folds_and_registration() -> None:
    found = around(*MARKS, "fold", of=document(NAVY, GOLD, version="1.2"), folds=FOLDS)
    fixed = [bounds(*one) for one in found if isinstance(one[2], Path)]
    others = [
        bounds(*one) for one in found
        if isinstance(one[2], Words) or (isinstance(one[2], Area) and one[2].ink != REGISTRATION)
    ]  # fmt: skip
    assert others
    for left, top, right, bottom in others:
        for a, b, c, d in fixed:
            assert right <= a or left >= c or bottom <= b or top >= d


def test_words_are_as_wide_as_their_glyphs() -> None:
    said = words("two words", ENGINE, BLACK, 10)
    assert said.text == "two words"
    assert said.width == pytest.approx(sum(run.width for run in said.runs) / 100)
    assert replace(said, size=5).text == said.text


def test_a_sign_that_the_slug_has_not_is_a_question_mark() -> None:
    assert words("Өвөл 水 🎨", ENGINE).text == "Өвөл ? ?"


@pytest.mark.parametrize(
    ("version", "said"), [("2", " · version 2 · "), ("Issue 14", " · Issue 14 · "), ("", "31 · page")]
)
def test_a_version_is_called_one_where_it_is_a_number(version: str, said: str) -> None:
    found = around("slug", of=document(NAVY, version=version))
    assert said in " · ".join(item.text for _, _, item in found if isinstance(item, Words))

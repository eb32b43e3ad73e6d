"""Rows that are never split, below a head that is repeated and never alone, in the look that suits the room."""

from dataclasses import replace

import pytest

from factsheet.document import Tag
from factsheet.layout.box import UNLIMITED, Box, Fit
from factsheet.layout.drawn import Ruled
from factsheet.layout.stack import Stack
from factsheet.layout.table import GUTTER, Inset, Look, Table
from factsheet.units import Size
from tests.making import items
from tests.unit.layout.bricks import Bricks, ink, names, rows

TABLE, HEAD, BODY = Tag("Table"), Tag("THead"), Tag("TBody")
FEW, MANY = "abcdef", "abcdefg"
"""The rows of the longest table that is never divided, and of one that is."""


def look(letters: str, *, head: str = "H", high: int = 1, least: float = 50, notes: bool = False) -> Look:
    """A look of one column, whose rows have the names in ``letters``."""
    cells = tuple((Bricks(letter * high, True, (letter,) if notes else ()),) for letter in letters)
    return Look((Bricks(head, True),), cells, (least,), (2 * least,))


def table(*looks: Look, widest: float = 0.0) -> Table:
    line = Ruled(Stack(()), ink("-"), 1)
    count = len(looks[0].rows) + 1
    return Table(looks, line, line, widest, (TABLE, HEAD, BODY), tuple(Tag("TR") for _ in range(count)))


def poured(box: Box, height: float) -> list[str]:
    """The names of the rows in each room of ``height``, the lines left out."""
    found: list[str] = []
    rest: Box | None = box
    while rest is not None and len(found) < 50:
        fit = rest.fit(Size(100, height))
        found.append(names(fit.frame).replace("-", ""))
        if fit.frame is None:
            break
        rest = fit.rest
    return found


@pytest.mark.parametrize(
    ("letters", "height", "expected"),
    [
        ("abc", 100, ["Habc"]),
        ("abcdefg", 80, ["Habcdefg"]),
        ("abcdefgh", 50, ["Habcd", "Hefgh"]),
        ("abcdefgh", 30, ["Hab", "Hcd", "Hef", "Hgh"]),
        ("abcdefg", 30, ["Hab", "Hcd", "Hef", "Hg"]),
        ("abcdefg", 20, ["Ha", "Hb", "Hc", "Hd", "He", "Hf", "Hg"]),
        ("abcdefg", 19, [""]),
    ],
)
def test_the_head_is_repeated(letters: str, height: float, expected: list[str]) -> None:
    assert poured(table(look(letters)), height) == expected


@pytest.mark.parametrize("height", range(10, 80, 5))
def test_a_small_table_is_never_divided(height: float) -> None:
    box = table(look(FEW))
    fit = box.fit(Size(100, height))
    assert (fit == Fit(None, box)) == (height < 70)
    assert fit.frame is None or fit.rest is None


def test_what_is_left_of_a_large_table_may_be_divided_again() -> None:
    assert poured(table(look("abcdefghij")), 50) == ["Habcd", "Hefgh", "Hij"]


def test_no_row_is_divided() -> None:
    assert poured(table(look(MANY, high=2)), 40) == ["H" + 2 * letter for letter in MANY]
    assert poured(table(look(MANY, high=3)), 30) == [""]


@pytest.mark.parametrize(("letters", "height", "expected"), [
    ("abcdefg", 70, ["Habcde", "Hfg"]),
    ("abcdefgh", 80, ["Habcdef", "Hgh"]),
    ("abcdefg", 40, ["Habc", "Hde", "Hfg"]),
])  # fmt: skip
def test_one_row_is_not_left_alone_where_it_can_have_company(letters: str, height: float, expected: list[str]) -> None:
    assert poured(table(look(letters)), height) == expected


def test_what_does_not_fit_comes_back_as_it_was() -> None:
    box = table(look(MANY))
    assert box.fit(Size(100, 15)) == Fit(None, box)


def test_the_repeated_head_is_an_artefact_and_the_nodes_go_on() -> None:
    first = table(look(MANY)).fit(Size(100, 50))
    assert first.frame is not None
    assert first.rest is not None
    second = first.rest.fit(Size(100, 50)).frame
    found = [path for frame in (first.frame, second) for _, _, i, path in items(frame) if i.ink.name == "H"]  # type: ignore[union-attr]
    assert [tag.role for tag in found[0]] == ["Table", "THead", "TR"]
    assert found[0][:2] == (TABLE, HEAD)
    assert found[1][0] is TABLE
    assert found[1][1].role == "Artifact"
    bodies = [path for frame in (first.frame, second) for _, _, i, path in items(frame) if i.ink.name in MANY]  # type: ignore[union-attr]
    assert {path[:2] for path in bodies} == {(TABLE, BODY)}
    assert len({id(path[2]) for path in bodies}) == len(MANY)


def test_every_row_has_its_line_and_lines_are_no_content() -> None:
    frame = table(look("abc")).fit(Size(100, 100)).frame
    lines = [path[-1].role for _, _, item, path in items(frame) if item.ink.name == "-"]  # type: ignore[union-attr]
    assert lines == ["Artifact"] * 5


def test_the_footnotes_of_its_rows_are_known() -> None:
    frame = table(look(MANY, notes=True)).fit(Size(100, 40)).frame
    assert frame is not None
    assert frame.notes == ("a", "b", "c")


# -- looks


@pytest.mark.parametrize(("width", "head"), [(200, "W"), (100, "W"), (99, "N"), (60, "N"), (59, "N")])
def test_the_first_look_that_is_not_too_narrow_is_taken(width: float, head: str) -> None:
    box = table(look("ab", head="W", least=100), look("ab", head="N", least=60))
    assert names(box.fit(Size(width, 100)).frame).replace("-", "")[0] == head


@pytest.mark.parametrize(("width", "fits"), [(59, False), (60, True), (299, True)])
def test_where_no_look_fits_the_table_waits_for_a_wider_room(width: float, fits: bool) -> None:
    box = table(look("ab", least=100), look("ab", least=60), widest=300)
    assert (box.fit(Size(width, 100)) == Fit(None, box)) == (not fits)


def test_in_the_widest_room_a_table_is_set_whatever_its_words_need() -> None:
    box = table(look("ab", least=400), look("ab", head="N", least=350), widest=300)
    assert box.fit(Size(299, UNLIMITED)).frame is None
    assert names(box.fit(Size(300, UNLIMITED)).frame).replace("-", "") == "Nab"


def test_a_table_that_goes_on_in_a_wider_room_may_change_its_look() -> None:
    first = table(look(MANY, head="W", least=100), look(MANY, head="N", least=60)).fit(Size(70, 50))
    assert first.rest is not None
    assert names(first.rest.fit(Size(100, 100)).frame).replace("-", "") == "Wefg"
    assert names(first.frame).replace("-", "") == "Nabcd"


# -- widths


def columns(least: tuple[float, ...], wish: tuple[float, ...]) -> Look:
    return Look((), (), least, wish)


def test_the_narrowest_table_has_room_for_the_longest_words() -> None:
    assert columns((30, 50, 20), (60, 60, 60)).narrowest == 100 + 2 * GUTTER


@pytest.mark.parametrize("width", [100 + 2 * GUTTER, 200, 300, 500])
def test_no_column_is_narrower_than_its_longest_word(width: float) -> None:
    made = columns((30, 50, 20), (30, 300, 90))
    shares = made.shares(width)
    assert sum(shares) == pytest.approx(1)
    room = width - 2 * GUTTER
    assert all(share * room >= least - 0.01 for share, least in zip(shares, made.least, strict=True))


@pytest.mark.parametrize(
    ("least", "room", "widths"),
    [
        ((30, 50), 40, (20, 20)),
        ((30, 50), 70, (30, 40)),
        ((50, 30), 70, (40, 30)),
        ((10, 80, 80), 110, (10, 50, 50)),
        ((10, 40, 200), 150, (10, 40, 100)),
    ],
)
def test_in_a_room_that_is_too_narrow_the_widest_columns_give_way(
    least: tuple[float, ...], room: float, widths: tuple[float, ...]
) -> None:
    shares = columns(least, tuple(2 * width for width in least)).shares(room + GUTTER * (len(least) - 1))
    assert [share * room for share in shares] == pytest.approx(list(widths))


def test_what_has_room_enough_is_as_wide_as_its_words() -> None:
    assert columns((10, 10), (30, 90)).shares(240 + GUTTER) == pytest.approx((0.25, 0.75))


def test_columns_stand_side_by_side_with_a_gutter() -> None:
    cells = tuple(Bricks(letter) for letter in "ab")
    box = table(Look((Bricks("H"), Bricks("I")), (cells,), (30, 50), (30, 50)))
    places = {name: x for name, x, _ in rows(box.fit(Size(80 + GUTTER, 100)).frame)}
    assert (places["a"], places["b"]) == pytest.approx((0, 30 + GUTTER))
    assert (places["H"], places["I"]) == pytest.approx((0, 30 + GUTTER))


# -- numbers and totals


@pytest.mark.parametrize(("width", "used"), [(100, 80), (60, 40), (59, 59)])
def test_a_number_leaves_space_for_decimals_where_it_fits(width: float, used: float) -> None:
    frame = Inset(Bricks("a"), 20, 40).fit(Size(width, 50)).frame
    assert frame is not None
    assert frame.width == width
    ((_, _, area, _),) = items(frame)
    assert getattr(area, "width", 0) == used


def test_a_total_stands_below_its_own_rule() -> None:
    total = Ruled(Stack(()), ink("="), 2)
    assert names(replace(table(look("abc")), last=total).fit(Size(100, 100)).frame) == "-H-a-b=c-"

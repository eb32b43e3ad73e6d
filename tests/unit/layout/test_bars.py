"""Bars: from one line, as long as their numbers, values at their ends."""

import pytest

from factsheet.document import Tag
from factsheet.layout.bars import GAP, Bars, beside
from factsheet.layout.series import Series
from factsheet.text.styles import Grid
from tests.unit.layout.bricks import drawn, ink, label, rows


def bars(*numbers: tuple[float | None, ...], wish: float = 40.0, least: float = 30.0) -> Bars:
    count = len(numbers[0])
    return Bars(
        labels=tuple(label("L", wish, least) for _ in numbers),
        values=tuple(tuple(label("v", 15.0) for _ in row) for row in numbers),
        numbers=numbers,
        row_tags=tuple(Tag("TR") for _ in numbers),
        series=tuple(Series(ink("B")) for _ in range(count)),
        legend=None,
        axis=ink("X"),
        grid=Grid(10, 7),
        centre=5.0,
        hairline=0.5,
    )


def lengths(made: Bars, width: float) -> list[tuple[float, float]]:
    """The ends of each bar."""
    found = [drawn(row.drawing) for row in made.rows(width)]
    return [(round(x, 2), round(x + wide, 2)) for row in found for x, _, wide, _ in row if wide != 0.5]


def test_the_longest_bar_leaves_room_for_its_value() -> None:
    (_, a), (_, b) = lengths(bars((50,), (100,)), 300)
    assert b == pytest.approx(300 - 15 - 4)
    left = 40 + GAP
    assert (b - left) == pytest.approx(2 * (a - left))


def test_values_stand_at_the_ends() -> None:
    made = bars((50,), (-100,))
    ends = lengths(made, 300)
    places = [[x for name, x, _ in rows(row.text) if name == "v"] for row in made.rows(300)]
    assert places[0] == pytest.approx([ends[0][1] + 4])
    assert places[1] == pytest.approx([ends[1][0] - 4 - 15])


def test_bars_below_zero_go_to_the_left_of_the_same_line() -> None:
    (zero, _), (low, end) = lengths(bars((50,), (-100,)), 300)
    assert zero == end
    assert low >= 40 + GAP


def test_a_small_number_is_seen_and_a_missing_one_is_not() -> None:
    (_, _), (a, b) = lengths(bars((1e9,), (1,)), 300)
    assert b - a == pytest.approx(0.8)
    assert len(lengths(bars((5,), (None,)), 300)) == 1


@pytest.mark.parametrize(("width", "lines"), [(300, 1), (150, 2)])
def test_labels_stand_over_the_bars_in_a_narrow_room(width: float, lines: int) -> None:
    made = bars((50,), (100,)).rows(width)
    assert [row.text.height for row in made] == [lines * 10] * 2


def test_groups_take_a_line_for_each_series() -> None:
    assert [row.text.height for row in bars((5, 6, 7), (1, 2, 3)).rows(300)] == [30, 30]


@pytest.mark.parametrize(
    ("wish", "least", "width", "indent"),
    [(40, 30, 300, 40), (200, 60, 300, 126), (400, 60, 300, 0), (200, 130, 300, 0), (40, 30, 179, 0)],
)
def test_room_for_labels_beside_what_they_name(wish: float, least: float, width: float, indent: float) -> None:
    assert beside([label("a", wish, least)], width) == pytest.approx(indent)

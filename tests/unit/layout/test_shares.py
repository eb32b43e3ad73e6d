"""Shares: parts that fill the bar, per cents that add up, and numbers that do not touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.document import Tag
from factsheet.layout.plot import Legend
from factsheet.layout.series import Series
from factsheet.layout.shares import Parts, Shares, divided, per_cents, spread
from factsheet.text.styles import Grid
from tests.unit.layout.bricks import drawn, ink, label, names

LOOKS = tuple(Series(ink("S")) for _ in range(3))


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6).filter(any))
def test_per_cents_add_up_and_are_near(numbers: list[int]) -> None:
    found = per_cents([float(number) for number in numbers])
    assert sum(found) == 100
    assert all(abs(share - 100 * number / sum(numbers)) < 1 for share, number in zip(found, numbers, strict=True))


def test_parts_fill_the_bar_with_gaps_between_them() -> None:
    frame, ends = divided((50, 0, 50), LOOKS, 101.4, 10)
    assert [end for pair in ends for end in pair] == pytest.approx([0, 50, 51.4, 51.4, 51.4, 101.4])
    assert len(frame.items) == 2


@given(
    st.lists(st.tuples(st.floats(0, 200), st.floats(5, 30)), min_size=1, max_size=5),
    st.floats(180, 400),
)
def test_numbers_stand_in_order_in_the_room_and_do_not_touch(texts: list[tuple[float, float]], room: float) -> None:
    centres, widths = sorted(centre for centre, _ in texts), [width for _, width in texts]
    places = spread(centres, widths, room)
    for n, (place, width) in enumerate(zip(places, widths, strict=True)):
        assert -0.01 <= place <= room - width + 0.01
        assert n == 0 or place >= places[n - 1] + widths[n - 1] - 0.01


def test_numbers_with_room_stand_in_the_middle() -> None:
    assert spread([50, 150], [20, 20], 200) == [40, 140]


def test_wholes_have_a_bar_and_their_numbers_below() -> None:
    legend = Legend((label("l"),), (LOOKS[0].area(5, 5),), Tag("TD"), Tag("TR"), 10, 5)
    made = Shares(
        (label("a"), label("b")), ((label("1"), label("2")),) * 2, ((1, 2), (3, 0)), (Tag("TR"), Tag("TR")),
        LOOKS[:2], legend, Grid(10, 7), 5.0,
    )  # fmt: skip
    assert names(made.head(300).text) == "Sl"
    first, second = made.rows(300)
    assert (first.text.height, names(first.text), len(drawn(first.drawing))) == (20, "a12", 2)
    assert len(drawn(second.drawing)) == 1
    assert made.rows(100)[0].text.height == 30


def test_parts_of_one_whole_stand_below_its_bar() -> None:
    values = ((label("1"), label("2")), (label("3"), label("4")))
    made = Parts((label("a"), label("b")), values, (1, 2), (Tag("TR"), Tag("TR")), LOOKS[:2], Grid(10, 7), 5.0)
    assert made.head(300) is None
    first, second = made.rows(300)
    assert [names(row.text) for row in (first, second)] == ["Sa12", "Sb34"]
    assert (first.text.height, second.text.height) == (30, 10)
    assert len(drawn(first.drawing)) == 2
    for row in made.rows(90):
        assert all(x + wide <= 90.01 for x, _, wide, _ in drawn(row.text))

"""Beneficiaries: numbers in the words of the language, groups that do not exceed the total, bars that say no more."""

import pytest

from factsheet.blocks.beneficiaries import Beneficiaries, People
from factsheet.document import Area, Frame
from tests.making import block, box, items, runs, said, whole

GROUPS = "groups: [{label: Women, value: 700}, {label: Men, value: 500}]"


def people(text: str) -> People:
    found = block(f"- beneficiaries: {text}", "sidebar")
    assert isinstance(found, Beneficiaries)
    return found.beneficiaries


def set_(text: str, tag: str = "en") -> Frame:
    return whole(box(f"- beneficiaries: {text}", "sidebar", tag=tag), 130.4)


def test_a_total_alone() -> None:
    assert said(set_("{total: 1200}")) == ["Beneficiaries", "1,200"]
    assert said(set_("{total: 1200}", "de"))[-1] == "1.200"


def test_a_sentence_alone() -> None:
    assert said(set_("Families of *returning* workers")) == ["Beneficiaries", "Families", "of", "returning", "workers"]
    assert said(set_("{note: Everybody}")) == ["Beneficiaries", "Everybody"]


def test_groups_have_numbers_and_shares() -> None:
    frame = set_(f"{{total: 1200, {GROUPS}}}")
    assert said(frame)[1:] == ["1,200", "Women", "700", "58%", "Men", "500", "42%"]
    roles = {tuple(tag.role for tag in path[-3:]) for _, _, _, path in runs(frame)}
    assert {("L", "LI", "Lbl"), ("LI", "LBody", "P")} <= roles


def test_without_a_total_it_is_what_the_groups_add_up_to_unless_they_overlap() -> None:
    assert said(set_(f"{{{GROUPS}}}"))[1] == "1,200"
    assert said(set_(f"{{{GROUPS}, overlap: true}}"))[1:] == ["Women", "700", "Men", "500"]


def test_bars_are_as_long_as_their_share() -> None:
    frame = set_("{total: 1000, groups: [{label: A, value: 250}, {label: B, value: 1000}], overlap: yes}")
    bars = [item.width for _, _, item, path in items(frame) if isinstance(item, Area) and item.height > 2]
    track, part, second_track, second = bars
    assert part == pytest.approx(track / 4)
    assert second == pytest.approx(second_track)


@pytest.mark.parametrize(
    ("values", "shares"),
    [((333, 333, 334), ["33%", "33%", "34%"]), ((1, 999), ["0.1%", "99.9%"]), ((5, 500), ["0.5%", "50%"])],
)
def test_shares_are_rounded_so_that_they_add_up(values: tuple[int, ...], shares: list[str]) -> None:
    groups = ", ".join(f"{{label: L, value: {value}}}" for value in values)
    words = said(set_(f"{{total: 1000, groups: [{groups}]}}"))
    assert [word for word in words if word.endswith("%")] == shares


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{{total: 1100, {GROUPS}}}", "add up to 1200, which is 100 more"),
        (f"{{total: 650, {GROUPS}, overlap: true}}", "“Women” are 50 more"),
        ("{total: 0}", "the total is zero"),
        ("{total: 2.5}", "is not a number of people"),
        ("{total: -5}", "is not a number of people"),
        ("{total: 1.2 million}", "is not a number of people"),
        ("{overlap: true}", "need a total, groups or a note"),
        ("{total: 5, groups: []}", "has no items"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        people(text)


@pytest.mark.parametrize(
    ("text", "cure"), [("1,200", "1200"), ("1 200 people", "1200"), ("many", "words go into note")]
)
def test_the_cure_for_what_is_no_number(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match="is not a number of people") as problem:
        People(total=text)  # type: ignore[arg-type]
    assert cure in problem.value.errors()[0]["ctx"]["hint"]  # type: ignore[attr-defined]


def test_groups_may_overlap_where_the_author_says_so() -> None:
    assert people(f"{{total: 800, {GROUPS}, overlap: true}}").all == 800


def test_a_group_of_nobody() -> None:
    assert said(set_("{total: 10, groups: [{label: Men, value: 0}]}"))[-3:] == ["Men", "0", "0%"]

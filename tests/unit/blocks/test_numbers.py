"""Numbers as authors type them, and the cure where they are none."""

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from factsheet.blocks.numbers import Measure, measure, number, number_or_dash, number_or_text, unprinted
from factsheet.i18n.text import Spoken, Text


def cure(value: str) -> str:
    with pytest.raises(PydanticCustomError) as problem:
        number(value)
    assert problem.value.type == "bad-number"
    return str((problem.value.context or {})["hint"])


@pytest.mark.parametrize(
    ("typed", "value"), [("54", "54"), (" 2.50 ", "2.50"), ("-3", "-3"), ("−3", "-3"), ("+7", "7"), ("0.1", "0.1")]
)
def test_numbers(typed: str, value: str) -> None:
    assert str(number(typed)) == value


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1,200", "write 1200"),
        ("1 200", "write 1200"),
        ("1\u202f200\u202f000", "write 1200000"),
        ("1'200", "write 1200"),
        ("1.200.000", "write 1200000"),
        ("1.200,5", "write 1200.5"),
        ("2,5", "write 2.5"),
        ("-1,240", "write -1240"),
        ("54 %", "write 54, and unit: “%”"),
        ("USD 1,200", "write 1200, and what it counts"),
        ("many", "write a number alone"),
        ("1e9", "write 1, and what"),
        ("9" * 40, "write a number alone"),
    ],
)
def test_what_is_no_number_has_a_cure(typed: str, hint: str) -> None:
    assert cure(typed).startswith(hint)


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_is_a_gap(dash: str) -> None:
    assert number_or_dash(dash) is None
    assert number_or_text(dash) is None
    assert measure(dash) == Measure(None)


@pytest.mark.parametrize(("typed", "parts"), [("45 of 60", (45, 60)), ("45/60", (45, 60)), ("2.5 / 4", (2.5, 4))])
def test_a_number_of_another(typed: str, parts: tuple[float, float]) -> None:
    assert measure(typed) == Measure(Decimal(str(parts[0])), Decimal(str(parts[1])))


def test_a_wrong_measure_knows_its_place() -> None:
    with pytest.raises(PydanticCustomError) as problem:
        measure("many of 60", ("data", 1))
    assert (problem.value.context or {})["at"] == ("data", 1)
    assert "many" in problem.value.message()


def test_a_text_is_kept_where_it_is_no_number() -> None:
    assert number_or_text("none") == Text("none")
    assert number_or_text("12") == Decimal(12)
    with pytest.raises(PydanticCustomError):
        number_or_text("1,200")
    with pytest.raises(PydanticCustomError):
        number_or_text("$ 12")


def test_the_sign_of_per_cent_is_not_printed_twice() -> None:
    assert isinstance(unprinted(Text("%")), Spoken)
    assert type(unprinted(Text("people"))) is Text
    assert unprinted(None) is None

"""Dates as typed: what is one, and what is offered in place of one that is none."""

import pytest
from pydantic_core import PydanticCustomError

from factsheet.blocks.dates import day, meant, unbroken
from factsheet.i18n.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"), [("2012", (2012, 0, 0)), (" 2012-08 ", (2012, 8, 0)), ("2012-8-15", (2012, 8, 15))]
)
def test_a_year_a_month_or_a_day(text: str, expected: tuple[int, int, int]) -> None:
    assert day(text) == PartialDate(*expected)


@pytest.mark.parametrize("value", ["August", "2012-13", "", None, ["2012"], {"start": "2012"}])
def test_what_is_no_date(value: object) -> None:
    with pytest.raises(PydanticCustomError):
        day(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spring 2013", "{start: 2013-03, end: 2013-05}"),
        ("Fall 2013", "{start: 2013-09, end: 2013-11}"),
        ("Q2 2013", "{start: 2013-04, end: 2013-06}"),
        ("2012–2014", "{start: 2012, end: 2014}"),
        ("2012-08 to 2013-02", "{start: 2012-08, end: 2013-02}"),
        ("August 2012", "2012-08"),
        ("3 Sept. 2012", "2012-09"),
        ("08/2012", "2012-08"),
        ("2012-08", ""),
        ("13/2012", ""),
        ("soon", ""),
        ("in 2012", ""),
    ],
)
def test_what_was_probably_meant(text: str, expected: str) -> None:
    assert meant(text) == expected


def test_a_period_breaks_only_after_its_dash() -> None:
    assert unbroken("1 March – 2 May 2013") == "1\u00a0March – 2\u00a0May\u00a02013"

"""Dates that may be only a year or a month: what they cover, and how six languages print them."""

import pytest

from factsheet.i18n.dates import PartialDate
from factsheet.i18n.language import language

N = "\u00a0"


def test_what_a_date_covers() -> None:
    assert PartialDate(2012).first() == (2012, 1, 1)
    assert PartialDate(2012).last() == (2012, 12, 31)
    assert PartialDate(2012, 2).first() == (2012, 2, 1)
    assert PartialDate(2012, 2).last() == (2012, 2, 29)
    assert PartialDate(2013, 2).last() == (2013, 2, 28)
    assert PartialDate(2012, 8, 15).first() == PartialDate(2012, 8, 15).last() == (2012, 8, 15)


@pytest.mark.parametrize(
    ("tag", "year", "month", "day", "first"),
    [
        ("en", "2012", "August 2012", f"15{N}August 2012", f"1{N}August 2012"),
        ("en-US", "2012", "August 2012", f"August{N}15, 2012", f"August{N}1, 2012"),
        ("mn", f"2012{N}он", f"2012{N}оны 8-р{N}сар", f"2012{N}оны 8-р{N}сарын{N}15", f"2012{N}оны 8-р{N}сарын{N}1"),
        ("fr", "2012", "août 2012", f"15{N}août 2012", f"1er{N}août 2012"),
        ("es", "2012", f"agosto de{N}2012", f"15{N}de{N}agosto de{N}2012", f"1{N}de{N}agosto de{N}2012"),
        ("ru", f"2012{N}г.", f"август 2012{N}г.", f"15{N}августа 2012{N}г.", f"1{N}августа 2012{N}г."),
        ("de", "2012", "August 2012", f"15.{N}August 2012", f"1.{N}August 2012"),
        ("pt", "2012", "agosto de 2012", "15 de agosto de 2012", "1 de agosto de 2012"),
        ("ja", "2012年", "2012年8月", "2012年8月15日", "2012年8月1日"),
        ("kk", "2012", f"2012{N}ж. тамыз", f"2012{N}ж. 15 тамыз", f"2012{N}ж. 1 тамыз"),
    ],
)
def test_dates_in_print(tag: str, year: str, month: str, day: str, first: str) -> None:
    speech = language(tag)
    assert speech.date(PartialDate(2012)) == year
    assert speech.date(PartialDate(2012, 8)) == month
    assert speech.date(PartialDate(2012, 8, 15)) == day
    assert speech.date(PartialDate(2012, 8, 1)) == first


def test_austrian_and_german_januaries() -> None:
    assert language("de-AT").date(PartialDate(2012, 1)) == "Jänner 2012"
    assert language("de-CH").date(PartialDate(2012, 1)) == "Januar 2012"


LONG = PartialDate(2012, 8), PartialDate(2014, 2)
MONTHS = PartialDate(2013, 3), PartialDate(2013, 9)
DAYS = PartialDate(2013, 3, 3), PartialDate(2013, 3, 15)
DAYS_OF_YEAR = PartialDate(2013, 3, 3), PartialDate(2013, 9, 15)
YEARS = PartialDate(2012), PartialDate(2014)


@pytest.mark.parametrize(
    ("tag", "long", "months", "days", "days_of_year", "years"),
    [
        (
            "en",
            "August 2012 – February 2014",
            "March – September 2013",
            f"3–15{N}March 2013",
            f"3{N}March – 15{N}September 2013",
            "2012–2014",
        ),
        (
            "en-US",
            "August 2012 – February 2014",
            "March – September 2013",
            f"March{N}3–15, 2013",
            f"March{N}3 – September{N}15, 2013",
            "2012–2014",
        ),
        (
            "mn",
            f"2012{N}оны 8-р{N}сар – 2014{N}оны 2-р{N}сар",
            f"2013{N}оны 3–9-р{N}сар",
            f"2013{N}оны 3-р{N}сарын{N}3–15",
            f"2013{N}оны 3-р{N}сарын{N}3 – 9-р{N}сарын{N}15",
            f"2012–2014{N}он",
        ),
        (
            "fr",
            "août 2012 – février 2014",
            "mars – septembre 2013",
            f"3–15{N}mars 2013",
            f"3{N}mars – 15{N}septembre 2013",
            "2012–2014",
        ),
        (
            "es",
            f"agosto de{N}2012 – febrero de{N}2014",
            f"marzo – septiembre de{N}2013",
            f"3–15{N}de{N}marzo de{N}2013",
            f"3{N}de{N}marzo – 15{N}de{N}septiembre de{N}2013",
            "2012–2014",
        ),
        (
            "ru",
            f"август 2012{N}г. – февраль 2014{N}г.",
            f"март – сентябрь 2013{N}г.",
            f"3–15{N}марта 2013{N}г.",
            f"3{N}марта – 15{N}сентября 2013{N}г.",
            f"2012–2014{N}гг.",
        ),
        (
            "de",
            "August 2012 – Februar 2014",
            "März – September 2013",
            f"3.–15.{N}März 2013",
            f"3.{N}März – 15.{N}September 2013",
            "2012–2014",
        ),
        (
            "pt",
            "agosto de 2012 – fevereiro de 2014",
            "março de 2013 – setembro de 2013",
            "3 de março de 2013 – 15 de março de 2013",
            "3 de março de 2013 – 15 de setembro de 2013",
            "2012 – 2014",
        ),
    ],
)
def test_periods_in_print(*, tag: str, long: str, months: str, days: str, days_of_year: str, years: str) -> None:
    speech = language(tag)
    assert speech.interval(*LONG) == long
    assert speech.interval(*MONTHS) == months
    assert speech.interval(*DAYS) == days
    assert speech.interval(*DAYS_OF_YEAR) == days_of_year
    assert speech.interval(*YEARS) == years


@pytest.mark.parametrize(
    ("tag", "since", "since_day", "until", "until_day", "ongoing"),
    [
        (
            "en",
            "from August 2012",
            f"from 15{N}August 2012",
            "until February 2014",
            f"until 1{N}February 2014",
            "August 2012 – ongoing",
        ),
        (
            "mn",
            f"2012{N}оны 8-р{N}сараас",
            f"2012{N}оны 8-р{N}сарын 15-ны{N}өдрөөс",
            f"2014{N}оны 2-р{N}сар хүртэл",
            f"2014{N}оны 2-р{N}сарын{N}1 хүртэл",
            f"2012{N}оны 8-р{N}сар – үргэлжилж байна",
        ),
        (
            "fr",
            "depuis août 2012",
            f"depuis le 15{N}août 2012",
            "jusqu’en février 2014",
            f"jusqu’au 1er{N}février 2014",
            "août 2012 – en cours",
        ),
        (
            "es",
            f"desde agosto de{N}2012",
            f"desde el 15{N}de{N}agosto de{N}2012",
            f"hasta febrero de{N}2014",
            f"hasta el 1{N}de{N}febrero de{N}2014",
            f"agosto de{N}2012 – en curso",
        ),
        (
            "ru",
            f"с{N}августа 2012{N}г.",
            f"с{N}15{N}августа 2012{N}г.",
            f"по{N}февраль 2014{N}г.",
            f"по{N}1{N}февраля 2014{N}г.",
            f"август 2012{N}г. – по настоящее время",
        ),
        (
            "de",
            f"ab{N}August 2012",
            f"ab{N}15.{N}August 2012",
            f"bis{N}Februar 2014",
            f"bis{N}1.{N}Februar 2014",
            "August 2012 – laufend",
        ),
    ],
)
def test_open_periods_in_print(
    *, tag: str, since: str, since_day: str, until: str, until_day: str, ongoing: str
) -> None:
    speech = language(tag)
    assert speech.interval(PartialDate(2012, 8), None) == since
    assert speech.interval(PartialDate(2012, 8, 15), None) == since_day
    assert speech.interval(None, PartialDate(2014, 2)) == until
    assert speech.interval(None, PartialDate(2014, 2, 1)) == until_day
    assert speech.interval(PartialDate(2012, 8), None, ongoing=True) == ongoing


def test_mongolian_days_take_the_ending_of_their_numeral() -> None:
    mongolian = language("mn")
    for day, ending in ((1, "1-ний"), (2, "2-ны"), (4, "4-ний"), (10, "10-ны"), (19, "19-ний"), (20, "20-ны")):
        assert ending in mongolian.interval(PartialDate(2012, 8, day), None)


def test_odd_periods() -> None:
    english = language("en")
    assert english.interval(None, None) == ""
    assert english.interval(None, None, ongoing=True) == "ongoing"
    assert english.interval(PartialDate(2012, 8), PartialDate(2012, 8)) == "August 2012"
    assert english.interval(PartialDate(2012), PartialDate(2014, 2)) == "2012 – February 2014"
    assert english.interval(PartialDate(2012, 8, 3), PartialDate(2012, 9)) == f"3{N}August 2012 – September 2012"
    assert english.interval(PartialDate(2012, 8, 3), PartialDate(2013, 8, 3)) == f"3{N}August 2012 – 3{N}August 2013"
    assert english.interval(*LONG, ongoing=True) == "August 2012 – February 2014"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (PartialDate(2012, 8), PartialDate(2014, 2), "19 months"),
        (PartialDate(2012, 8), PartialDate(2012, 8), "1 month"),
        (PartialDate(2012, 8), PartialDate(2013, 7), "12 months"),
        (PartialDate(2012, 8), PartialDate(2014, 7), "2 years"),
        (PartialDate(2012), PartialDate(2012), "1 year"),
        (PartialDate(2012), PartialDate(2014), "3 years"),
        (PartialDate(2013, 3, 1), PartialDate(2013, 3, 15), "15 days"),
        (PartialDate(2013, 3, 1), PartialDate(2013, 3, 1), "1 day"),
        (PartialDate(2013, 1, 1), PartialDate(2013, 2, 27), "58 days"),
        (PartialDate(2013, 1, 1), PartialDate(2013, 2, 28), "2 months"),
        (PartialDate(2012, 8, 15), PartialDate(2014, 2, 14), "18 months"),
        (PartialDate(2012, 8, 15), PartialDate(2014, 2, 28), "18 months"),
        (PartialDate(2012, 8, 1), PartialDate(2014, 2, 28), "19 months"),
        (PartialDate(2012, 8, 1), PartialDate(2014, 2, 20), "19 months"),
        (PartialDate(2013, 12, 31), PartialDate(2014, 12, 31), "12 months"),
        (PartialDate(2012, 1), PartialDate(2014, 12), "3 years"),
        (PartialDate(2012, 1), PartialDate(2014, 11), "35 months"),
        (PartialDate(2012, 8), PartialDate(2014), ""),
        (PartialDate(2014, 2), PartialDate(2012, 8), ""),
    ],
)
def test_lengths(start: PartialDate, end: PartialDate, expected: str) -> None:
    assert language("en").length(start, end) == expected.replace(" ", N)


@pytest.mark.parametrize(
    ("start", "end", "years", "months"),
    [
        (PartialDate(2012, 1), PartialDate(2015, 1), "3 years", "1 month"),
        (PartialDate(2012, 8), PartialDate(2016, 9), "4 years", "2 months"),
        (PartialDate(2012, 1, 31), PartialDate(9999, 12, 31), "7,987 years", "11 months"),
    ],
)
def test_more_than_three_years_that_are_not_whole_are_years_and_months(
    start: PartialDate, end: PartialDate, years: str, months: str
) -> None:
    """The line may break between the two, but not between a number and its word."""
    assert language("en").length(start, end) == f"{years.replace(' ', N)} {months.replace(' ', N)}"


@pytest.mark.parametrize(
    ("tag", "months", "years", "days"),
    [
        ("mn", "19 сар", "3 жил", "15 хоног"),
        ("fr", "19 mois", "3 ans", "15 jours"),
        ("es", "19 meses", "3 años", "15 días"),
        ("ru", "19 месяцев", "3 года", "15 дней"),
        ("de", "19 Monate", "3 Jahre", "15 Tage"),
        ("nb", "19 måneder", "3 år", "15 døgn"),
        ("xx", "19 months", "3 years", "15 days"),
    ],
)
def test_lengths_in_print(tag: str, months: str, years: str, days: str) -> None:
    speech = language(tag)
    assert speech.length(*LONG) == months.replace(" ", N)
    assert speech.length(*YEARS) == years.replace(" ", N)
    assert speech.length(PartialDate(2013, 3, 1), PartialDate(2013, 3, 15)) == days.replace(" ", N)


@pytest.mark.parametrize(
    ("months", "expected"), [(1, "1 месяц"), (2, "2 месяца"), (5, "5 месяцев"), (11, "11 месяцев"), (21, "21 месяц")]
)
def test_russian_plurals(months: int, expected: str) -> None:
    end = PartialDate(2012 + (months - 1) // 12, (months - 1) % 12 + 1)
    assert language("ru").length(PartialDate(2012, 1), end) == expected.replace(" ", N)

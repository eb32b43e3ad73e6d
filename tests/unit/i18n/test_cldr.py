"""Languages without a table of ours: what CLDR says, in our terms."""

import pytest

from factsheet.i18n import cldr
from factsheet.i18n.conventions import ENGLISH


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("d MMMM y", "{a.day} {a.month} {a.year}"),
        ("d 'de' MMMM 'de' y", "{a.day} de {a.month} de {a.year}"),
        ("y\u202f'оны' LLLL", "{a.year}~оны {a.alone}"),
        ("y年M月d日", "{a.year}年{a.number}月{a.day}日"),
        ("d. MMMM y.", "{a.day}. {a.month} {a.year}."),
        ("y {0}", "{a.year} {{0}}"),
        ("EEEE d MMMM y", ""),
        ("d MMMM y G", ""),
        ("d 'unclosed", ""),
        ("", ""),
    ],
)
def test_patterns_become_templates(pattern: str, expected: str) -> None:
    assert cldr.template(pattern) == expected


def test_a_language_that_cldr_knows() -> None:
    ways = cldr.conventions("pt-BR")
    assert ways is not None
    assert ways.months[2] == "março"
    assert ways.date[1] == "{a.alone} de {a.year}" or ways.date[1] == "{a.month} de {a.year}"
    assert (ways.group, ways.decimal, ways.last) == (".", ",", " e ")
    assert ways.units["month"] == {"one": "mês", "other": "meses"}


@pytest.mark.parametrize("tag", ["xx", "tlh", "", "not a tag", "../de"])
def test_a_language_that_it_does_not_know(tag: str) -> None:
    assert cldr.conventions(tag) is None
    assert cldr.numbers(tag, ENGLISH) is ENGLISH


def test_units_that_lead_their_number_are_english() -> None:
    ways = cldr.conventions("sw")
    assert ways is not None
    assert ways.units["month"] == ENGLISH.units["month"]


def test_what_one_language_says_does_not_depend_on_another_before_it() -> None:
    """Babel's data are shared between languages: what it resolves for one must not show in the next."""
    from babel import Locale, localedata

    for first in ("ja", "zh", "ko", "ar", "pl"):
        assert cldr.conventions(first) is not None
        assert Locale.parse("de").months["stand-alone"]["wide"][1] == "Januar"
        localedata._cache.clear()
    alone = cldr.conventions("pl")
    japanese, again = cldr.conventions("ja"), cldr.conventions("pl")
    assert alone is not None
    assert japanese is not None
    assert again is not None
    assert alone.months_alone == again.months_alone != japanese.months_alone
    assert alone.months_alone[4] == "maj"

"""The words that stay together: the data is whole and in the form that the rules expect."""

from dataclasses import fields

import pytest

from factsheet.i18n.bonds import ENGLISH, FRENCH, Bonds, bonds
from factsheet.i18n.conventions import CONVENTIONS

TAGS = ("en", "mn", "fr", "es", "ru", "de")
LOWER = ("units", "scales", "spelt", "months", "single", "light")


@pytest.mark.parametrize("tag", [*TAGS, "pl", "cs", "uk"])
@pytest.mark.parametrize("name", LOWER)
def test_words_that_are_looked_up_in_lower_case_are_in_lower_case(tag: str, name: str) -> None:
    words = getattr(bonds(tag), name)
    assert words == {word.lower() for word in words}
    assert not {word for word in words if not word.strip()}


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_of_ours_has_all_it_needs(tag: str) -> None:
    found = bonds(tag)
    assert all((found.units, found.scales, found.spelt, found.titles, found.light))
    assert {"%", "km", "€"} <= found.symbols
    assert {"№", "§"} <= found.counters


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ru", "de"])
def test_the_months_stay_with_their_day(tag: str) -> None:
    assert {month.lower() for month in CONVENTIONS[tag].months} <= bonds(tag).units


@pytest.mark.parametrize("tag", ["ru", "pl", "cs", "sk", "uk"])
def test_single_words_have_one_letter(tag: str) -> None:
    assert bonds(tag).single
    assert all(len(word) == 1 for word in bonds(tag).single)


def test_a_language_is_found_by_its_first_subtag() -> None:
    assert bonds("fr-CA") is FRENCH
    assert bonds("en_US") is ENGLISH


def test_others_have_what_all_have() -> None:
    found = bonds("sw")
    assert found.symbols == ENGLISH.symbols
    assert not found.units
    assert [field.name for field in fields(Bonds)]


def test_only_french_holds_signs_behind_spaces() -> None:
    assert [tag for tag in TAGS if bonds(tag).marks] == ["fr"]

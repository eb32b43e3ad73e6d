"""Countries: every code of ISO 3166, and a name for each in every language."""

import subprocess
import sys

import pytest
from babel.core import get_global

from factsheet.i18n.countries import countries, meant, names, numbers

LANGUAGES = ("en", "mn", "fr", "es", "ru", "de")
ALL = sorted(set(countries().values()))


def test_the_codes_are_those_of_iso_3166_and_kosovo() -> None:
    assert len(ALL) == 250
    assert len(countries()) == 500
    assert len(numbers()) == 249
    assert countries()["MN"] == countries()["MNG"] == numbers()["496"] == "MN"
    assert countries()["XK"] == countries()["XKX"] == "XK"


def test_codes_of_three_letters_and_numbers_are_those_that_cldr_knows() -> None:
    aliases = get_global("territory_aliases")
    known = {code: two for code, two in (*countries().items(), *numbers().items()) if len(code) == 3}
    assert {code: aliases[code][0] for code in known if code in aliases} == {c: known[c] for c in known if c in aliases}
    assert sum(code in aliases for code in known) > 480


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_country_has_a_name(tag: str) -> None:
    called = names(tag)
    assert sorted(called) == ALL
    assert all(name.strip() == name and len(name) > 2 for name in called.values())
    assert len(set(called.values())) >= 249  # the two parts of Saint Martin share a name in some languages


@pytest.mark.parametrize("tag", ["mn", "ru"])
def test_names_are_written_in_the_letters_of_the_language(tag: str) -> None:
    assert [name for name in names(tag).values() if any("a" <= letter.lower() <= "z" for letter in name)] == []


@pytest.mark.parametrize(
    ("tag", "code", "name"),
    [
        ("en", "MN", "Mongolia"),
        ("mn", "MN", "Монгол Улс"),
        ("fr", "MN", "Mongolie"),
        ("de-CH", "MN", "Mongolei"),
        ("ru", "AX", "Аландские острова"),
        ("ru", "BV", "Остров Буве"),
        ("en", "CD", "Democratic Republic of the Congo"),
        ("pt-BR", "DE", "Alemanha"),
        ("xx", "DE", "Germany"),
        ("", "VN", "Viet Nam"),
    ],
)
def test_names(tag: str, code: str, name: str) -> None:
    assert names(tag)[code] == name


def test_the_names_of_one_language_do_not_depend_on_another_before_it() -> None:
    program = "from factsheet.i18n.countries import names; {}print(names('pl')['JP'], names('pl')['DE'])"
    alone, after = (
        subprocess.run([sys.executable, "-c", program.format(first)], capture_output=True, check=True).stdout
        for first in ("", "names('ja'), names('de'); ")
    )
    assert alone == after
    assert "Niemcy" in alone.decode()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mongolia", ["MN"]),
        ("Монгол", ["MN"]),
        ("Монгол Улс", ["MN"]),
        ("mongolei", ["MN"]),
        ("Kyrgystan", ["KG"]),
        ("UK", ["GB"]),
        ("Turkey", ["TR"]),
        ("Viet Nam", ["VN"]),
        ("Vietnam", ["VN"]),
        ("XY", []),
        ("Atlantis und Utopia", []),
        ("", []),
    ],
)
def test_what_is_meant_by_a_name(text: str, codes: list[str]) -> None:
    assert meant(text) == codes

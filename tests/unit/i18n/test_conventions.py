"""Our tables against CLDR: equal, but for what is named here."""

from dataclasses import fields
from decimal import Decimal

import pytest
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from factsheet.i18n import cldr
from factsheet.i18n.conventions import CONVENTIONS, MONGOLIAN, Conventions
from factsheet.i18n.language import language

LOCALES = {
    "de": "de", "de-AT": "de-AT", "de-CH": "de-CH", "en": "en-GB", "en-US": "en-US", "es": "es", "fr": "fr", "mn": "mn",
    "ru": "ru",
}  # fmt: skip


def locale(tag: str) -> Locale:
    return Locale.parse(LOCALES.get(tag, tag), sep="-")


def plain(text: str) -> str:
    return text.replace("~", " ").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("tag", sorted(LOCALES.keys() - {"mn"}))
def test_months(tag: str) -> None:
    assert CONVENTIONS[tag].months == cldr.names(locale(tag), "format")
    if tag != "de-AT":  # CLDR has "Jänner" beside a day only
        assert CONVENTIONS[tag].months_alone == cldr.names(locale(tag), "stand-alone")


def test_mongolian_months_are_the_short_names_of_cldr() -> None:
    short = [str(locale("mn").months["format"]["abbreviated"][number]) for number in range(1, 13)]
    assert [plain(month) for month in MONGOLIAN.months] == short


@pytest.mark.parametrize("tag", sorted(LOCALES.keys() - {"mn"}))
def test_dates(tag: str) -> None:
    _, month, day = CONVENTIONS[tag].date
    known = locale(tag)
    assert plain(day) == plain(cldr.template(known.date_formats["long"].pattern))
    wide = plain(cldr.template(known.datetime_skeletons["yMMMM"].pattern))
    assert plain(month).replace("{a.alone}", "{a.month}") == wide.replace("{a.alone}", "{a.month}")


def test_mongolian_dates() -> None:
    _, month, day = MONGOLIAN.date
    skeletons = locale("mn").datetime_skeletons
    short_month = skeletons["yMMM"].pattern.replace("MMM", "MMMM")
    assert plain(month) == plain(cldr.template(short_month)).replace("{a.month}", "{a.alone}")
    assert plain(day) == plain(cldr.template(skeletons["yMMMd"].pattern.replace("MMM", "MMMM")))


@pytest.mark.parametrize("tag", sorted(LOCALES))
def test_lists(tag: str) -> None:
    for items in ([], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]):
        assert language(tag).join(items) == format_list(items, locale=locale(tag))


@pytest.mark.parametrize(
    "tag", [f"{tag.partition('-')[0]}-{region}" for tag, ways in CONVENTIONS.items() for region in sorted(ways.regions)]
)
@pytest.mark.parametrize("value", ["0", "7", "999", "10000", "100000", "1234567", "0.5", "12345.25"])
def test_numbers_of_every_region(tag: str, value: str) -> None:
    assert language(tag).number(Decimal(value)) == format_decimal(Decimal(value), locale=Locale.parse(tag, sep="-"))


@pytest.mark.parametrize("tag", ["en-IN", "en-ZA", "fr-CA", "es-MX", "es-AR", "ru-UA"])
@pytest.mark.parametrize("value", ["999", "100000", "1234567.25"])
def test_numbers_of_other_regions_come_from_cldr(tag: str, value: str) -> None:
    assert language(tag).number(Decimal(value)) == format_decimal(Decimal(value), locale=Locale.parse(tag, sep="-"))


@pytest.mark.parametrize("tag", sorted(LOCALES))
def test_plurals_and_units(tag: str) -> None:
    ways, known = CONVENTIONS[tag], locale(tag)
    for unit, words in ways.units.items():
        theirs = cldr.units(known, unit)
        for count in range(201):
            category = known.plural_form(count)
            assert words[ways.plural(count)] == theirs.get(category, theirs["other"]), f"{count} {unit}"


@pytest.mark.parametrize("tag", sorted(CONVENTIONS))
def test_every_table_is_whole(tag: str) -> None:
    ways = CONVENTIONS[tag]
    assert len(ways.months) == len(ways.months_alone) == 12
    assert all(getattr(ways, each.name) != "" for each in fields(Conventions) if each.name != "two")
    assert set(ways.units) == {"day", "month", "year"}

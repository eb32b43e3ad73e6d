"""The model of a spec: what its keys take, what they mean, and the order of its texts."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from factsheet.blocks.budget import Budget
from factsheet.blocks.duration import Duration
from factsheet.findings import Where
from factsheet.i18n.text import Rich, Text
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet, Footer


def made(text: str) -> Factsheet:
    sheet, found = validate(parse(text, "spec.yaml"))
    assert found == []
    assert sheet is not None
    return sheet


def value(key: str, typed: str) -> Any:
    """What ``key: typed`` becomes."""
    return getattr(made(f"title: A\n{key}: {typed}\n"), key)


def rules(key: str, typed: str) -> list[str]:
    sheet, found = validate(parse(f"title: A\n{key}: {typed}\n", "spec.yaml"))
    assert sheet is None
    return [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("mn", "mn"),
        ("de-ch", "de-CH"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("mn-mong", "mn-Mong"),
        ("' fr '", "fr"),
        ("no", "no"),
    ],
)
def test_languages_are_written_as_the_standard_writes_them(typed: str, tag: str) -> None:
    assert value("language", typed) == tag


@pytest.mark.parametrize("typed", ["English", "e", "en_GB", "en-", "de-CH-", "e1", "en GB", "1"])
def test_what_is_no_language(typed: str) -> None:
    assert rules("language", typed) == ["bad-language"]


@pytest.mark.parametrize(
    ("typed", "size"),
    [("A4", "A4"), ("a4", "A4"), ("Letter", "Letter"), ("LETTER", "Letter"), ("' letter '", "Letter")],
)
def test_page_sizes(typed: str, size: str) -> None:
    assert value("page_size", typed) == size


@pytest.mark.parametrize("typed", ["A3", "A 4", "US", "210x297"])
def test_what_is_no_page_size(typed: str) -> None:
    assert rules("page_size", typed) == ["bad-page-size"]


@pytest.mark.parametrize(("typed", "pages"), [("1", 1), ("2", 2), ("02", 2), ("'4'", 4), ("400", 400)])
def test_numbers_of_pages(typed: str, pages: int) -> None:
    assert value("pages", typed) == pages


@pytest.mark.parametrize("typed", ["0", "-1", "401", "two", "1.0", "1-2", "+2", "²", "1e1", "9" * 5000])
def test_what_is_no_number_of_pages(typed: str) -> None:
    assert rules("pages", typed) == ["bad-pages"]


@pytest.mark.parametrize("typed", ["2014-02-28", "'2014-02-28'", "2014-2-28", '" 2014-02-28 "'])
def test_dates(typed: str) -> None:
    assert value("date", typed) == datetime.date(2014, 2, 28)


@pytest.mark.parametrize("typed", ["2014", "2014-02", "2014-02-30", "2014-13-01", "28.2.2014", "0000-01-01", "today"])
def test_what_is_no_date(typed: str) -> None:
    assert rules("date", typed) == ["bad-date"]


@pytest.mark.parametrize("typed", ["../x", "a/b", "a.b", "C:x", "-x", "x y", "~"])
def test_a_theme_is_a_name_and_no_path(typed: str) -> None:
    assert rules("theme", typed) == ["bad-theme"]


def test_the_target_of_the_address_in_the_footer() -> None:
    targets = {
        "www.example.org": "https://www.example.org",
        "example.org/a?b=c#d": "https://example.org/a?b=c#d",
        "http://example.org": "http://example.org",
        "HTTPS://example.org": "HTTPS://example.org",
    }
    for url, target in targets.items():
        assert made(f"title: A\nfooter: {{url: '{url}'}}\n").footer == Footer(url=url)
        assert Footer(url=url).target == target


def test_amounts_are_exact() -> None:
    block = made("title: A\nsidebar:\n  - budget: {amount: 2500.10, currency: usd}\n").sidebar[0]
    assert isinstance(block, Budget)
    assert (block.budget[0].amount, block.budget[0].currency) == (Decimal("2500.10"), "USD")


def test_durations_are_data() -> None:
    block = made("title: A\nsidebar:\n  - duration: {start: 2012-08, end: Ongoing}\n").sidebar[0]
    assert isinstance(block, Duration)
    assert block.duration.start is not None
    assert (block.duration.start.year, block.duration.start.month, block.duration.end) == (2012, 8, "ongoing")


def test_an_end_in_the_month_or_year_of_its_start_is_no_slip() -> None:
    for start, end in (("2012-08", "2012-08"), ("2012-08", "2012"), ("2012", "2012-01"), ("2012-08-15", "2012-08")):
        assert made(f"title: A\nsidebar:\n  - duration: {{start: {start}, end: {end}}}\n").sidebar


def test_texts_come_in_reading_order() -> None:
    sheet = made(
        "version: '12'\n"
        "footer: {url: www.example.org, text: '10'}\n"
        "notes: {1: '9'}\n"
        "sidebar:\n"
        "  - title: '7'\n"
        "    support: '8'\n"
        "main:\n"
        "  - heading: '4'\n"
        "  - text: '5[^1]'\n"
        "  - bullets: ['6']\n"
        "author: '13'\n"
        "subtitle: '3'\n"
        "title: '2'\n"
        "label: '1'\n"
    )
    said = [str(text).removesuffix("[^1]") for text in sheet.texts()]
    assert sorted(said, key=int) == [*map(str, range(1, 11)), "12", "13"]
    places = [said.index(str(n)) for n in (1, 2, 3, 4, 5, 6)]
    assert places == sorted(places)
    assert said.index("6") < said.index("7")
    assert said.index("8") < said.index("9") < said.index("10") < said.index("12")


def test_markup_is_understood_in_running_text_and_not_in_titles() -> None:
    sheet = made(
        "title: '**A**'\nsubtitle: b\nlabel: c\nversion: d\nauthor: e\nnotes: {1: R}\nfooter: {text: f}\n"
        "main:\n  - heading: g\n  - text: R[^1]\n  - bullets: [R]\n  - figures: [{value: h, caption: i}]\n"
        "  - quote: {text: R, name: j, role: k}\n  - table: {columns: [l], rows: [[R]]}\n"
        "sidebar:\n  - {title: m, support: R}\n  - partners: [R]\n  - facts: [{label: n, value: R}]\n"
    )
    for text in sheet.texts():
        assert isinstance(text, Text)
        assert isinstance(text, Rich) == text.startswith("R"), text


def test_places_of_values_in_the_file() -> None:
    sheet = made("title: A\nnotes:\n  1: B\nmain:\n  - text: C[^1]\n")
    found = {path: sheet.where_of(*path) for path in (("title",), ("notes", "1"), ("main", 0), ("date",))}
    assert {path: (where.line, where.column) for path, where in found.items()} == {
        ("title",): (1, 8),
        ("notes", "1"): (3, 6),
        ("main", 0): (5, 5),
        ("date",): (1, 1),
    }
    assert Factsheet(title=Text("A")).where_of("title") == Where("")


def test_a_factsheet_cannot_be_changed() -> None:
    sheet = made("title: A\n")
    with pytest.raises(ValidationError):
        sheet.title = Text("B")  # type: ignore[misc]


def test_notes_keep_their_order() -> None:
    assert list(made("title: A\nmain:\n  - text: '[^b][^a]'\nnotes: {b: '1', a: '2'}\n").notes) == ["b", "a"]

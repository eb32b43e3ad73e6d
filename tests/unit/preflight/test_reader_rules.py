"""Title, language, links and notes of a tagged file."""

from factsheet.preflight.reader_rules import (
    annotations,
    bookmarks,
    forms,
    identified,
    languages,
    media,
    switched,
    titled,
)
from tests.conformance.broken.tagged_sheet import screen
from tests.unit.preflight.tagged import said


def test_the_correct_file_is_correct() -> None:
    for judge in (identified, titled, languages, annotations, media, switched, forms, bookmarks):
        assert said(judge) == []


def test_another_part_of_the_standard_is_told() -> None:
    sheet = screen()
    sheet.xmp["pdfuaid:part"] = "2"
    assert [(rule, found) for rule, found, _ in said(identified, sheet)] == [("06-002", "2")]


def test_a_code_that_is_no_language_is_told_once() -> None:
    sheet = screen()
    sheet["h1"]["Lang"] = sheet["p"]["Lang"] = "en_GB"
    assert [(rule, found) for rule, found, _ in said(languages, sheet)] == [("UA-7.2-lang", "en_GB")]


def test_a_link_outside_the_page_is_not_asked_for() -> None:
    sheet = screen()
    del sheet["annotation"]["Contents"]
    assert [rule for rule, _, _ in said(annotations, sheet)] == ["28-012"]
    sheet["annotation"]["Rect"] = [900, 900, 950, 920]
    assert said(annotations, sheet) == []

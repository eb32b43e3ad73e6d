"""Codes and characters."""

from factsheet.preflight.code_rules import characters, collections, dictionaries, private, sets, truetype
from tests.conformance.broken.tagged import map_of, own_map, row_of
from tests.conformance.broken.tagged_sheet import screen
from tests.unit.preflight.tagged import said


def test_the_correct_file_is_correct() -> None:
    for judge in (characters, collections, dictionaries, private, sets, truetype):
        assert said(judge) == []


def test_codes_without_a_character_are_counted() -> None:
    sheet = screen()
    map_of(sheet, row_of("W", ord("W")) + b"\n", b"")
    map_of(sheet, row_of("w", ord("w")) + b"\n", b"")
    ((rule, _, message),) = said(characters, sheet)
    assert rule == "31-027"
    assert message.startswith("2 codes of the font NotoSans-Regular")


def test_a_map_of_the_same_collection_is_right_and_another_wrong() -> None:
    sheet = screen()
    own_map(sheet)
    assert said(collections, sheet) == []
    own_map(sheet, Ordering="Other")
    assert [rule for rule, _, _ in said(collections, sheet)] == ["31-002"]


def test_private_use_is_told_by_its_number() -> None:
    sheet = screen()
    map_of(sheet, row_of("W", ord("W")), row_of("W", 0xE057))
    assert [(rule, found) for rule, found, _ in said(private, sheet)] == [("6.2.11.7.3-1", "U+E057")]

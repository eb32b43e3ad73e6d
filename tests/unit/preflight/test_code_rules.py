"""Codes and characters."""

import pytest

from factsheet.preflight.code_rules import (
    PREDEFINED,
    characters,
    collections,
    dictionaries,
    private,
    sets,
    truetype,
)
from tests.conformance.broken.tagged import map_of, own_map, row_of
from tests.conformance.broken.tagged_sheet import screen
from tests.conformance.pdf_files import Name
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


BOTH = """
    GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2
    UniCNS-UTF16 90ms-RKSJ 90msp-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 KSC-EUC KSCms-UHC
    KSCms-UHC-HW UniKS-UCS2 UniKS-UTF16 Identity
"""
KNOWN = {"H", "V", "83pv-RKSJ-H", "90pv-RKSJ-H", "KSCpc-EUC-H"} | {
    f"{name}-{direction}" for name in BOTH.split() for direction in "HV"
}


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_maps_of_the_standard_need_not_be_embedded(name: str) -> None:
    sheet = screen()
    sheet["font"]["Encoding"] = Name(name)
    assert said(collections, sheet) == []


def test_only_the_maps_of_the_standard_are_predefined() -> None:
    assert PREDEFINED == KNOWN

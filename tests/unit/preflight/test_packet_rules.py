"""Metadata that last."""

from factsheet.preflight.packet_rules import extensions, identified, properties
from tests.conformance.broken.tagged_sheet import FIELDS, declared, screen
from tests.unit.preflight.tagged import said


def test_the_correct_file_is_correct() -> None:
    for judge in (extensions, identified, properties):
        assert said(judge) == []


def test_every_unknown_property_is_told_by_its_name() -> None:
    sheet = screen()
    sheet.xmp |= {"pdf:Trapped": "False", "dc:mood": "good"}
    assert [found for _, found, _ in said(properties, sheet)] == [
        "http://ns.adobe.com/pdf/1.3/Trapped",
        "http://purl.org/dc/elements/1.1/mood",
    ]


def test_what_a_declaration_lacks_is_named() -> None:
    sheet = screen()
    sheet.packet = lambda text: declared(text, {key: FIELDS[key] for key in ("name", "valueType", "category")})
    ((_, _, message),) = said(extensions, sheet)
    assert message == "a property of an extension schema lacks pdfaProperty:description"


def test_the_level_is_told_only_of_the_right_part() -> None:
    sheet = screen()
    sheet.xmp["pdfaid:conformance"] = "U"
    assert [(rule, found) for rule, found, _ in said(identified, sheet)] == [("6.6.4-2", "U")]
    sheet.xmp["pdfaid:part"] = "1"
    assert [(rule, found) for rule, found, _ in said(identified, sheet)] == [("6.6.4-1", "1")]

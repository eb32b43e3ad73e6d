"""Actions, notes and layers in places where they are easily overlooked."""

from typing import Any

import pytest

from factsheet.preflight import interaction
from tests.conformance.broken.sheet import Sheet
from tests.conformance.pdf_files import Name, Ref
from tests.unit.preflight.made import context, opened, page


def rules(sheet: Sheet, standard: str = "x4") -> set[str]:
    file, asked = opened(sheet), context(sheet, standard=standard)
    return {hit.rule for _, judge in interaction.JUDGES for hit in judge(file, asked)}


def test_attributes_of_a_structure_are_no_actions() -> None:
    sheet = page()
    sheet.objects["element"] = {"S": Name("Table"), "A": {"O": Name("Table"), "S": Name("Column")}}
    assert rules(sheet) == set()


def test_an_action_behind_an_action() -> None:
    sheet = page()
    sheet.objects["note"] = {"Subtype": Name("Text"), "Rect": [0, 0, 5, 5], "A": Ref("first")}
    sheet.objects["first"] = {"S": Name("GoTo"), "D": [Ref("page"), Name("Fit")]}
    sheet["page"]["Annots"] = [Ref("note")]
    assert rules(sheet) == {"X-70"}


@pytest.mark.parametrize(
    ("kind", "rect", "told"),
    [
        ("Link", [100, 100, 150, 120], {"X-71"}),
        ("Link", [0, 0, 15, 15], set()),
        ("Link", [15, 15, 0, 0], set()),
        ("PrinterMark", [20, 300, 27, 310], set()),
        ("PrinterMark", [20, 300, 40, 310], {"X-71"}),
        ("TrapNet", [100, 100, 150, 120], set()),
        ("Popup", [100, 100, 150, 120], set()),
        ("Text", [1, 2], set()),
    ],
)
def test_notes(kind: str, rect: list[int], told: set[str]) -> None:
    sheet = page()
    sheet.objects["note"] = {"Subtype": Name(kind), "Rect": rect}
    sheet["page"]["Annots"] = [Ref("note")]
    assert rules(sheet) == told


@pytest.mark.parametrize(
    ("properties", "standard", "told"),
    [
        ({"D": {"Name": "All"}}, "x4", set()),
        ({"D": {"Name": "All"}}, "x1a", {"X-90"}),
        ({"D": {}}, "x4", {"X-90"}),
        ({"D": {"Name": "All"}, "Configs": [{"Name": ""}]}, "x4", {"X-90"}),
        ({"D": {"Name": "All", "AS": []}}, "x4", {"X-90"}),
    ],
)
def test_layers(properties: dict[str, Any], standard: str, told: set[str]) -> None:
    sheet = page()
    sheet["catalog"]["OCProperties"] = properties
    assert rules(sheet, standard) == told


def test_a_file_in_a_note_is_embedded() -> None:
    sheet = page()
    sheet.objects["file"] = {"Type": Name("Filespec"), "F": "a.txt", "EF": {"F": Ref("content")}}
    assert not rules(sheet), "what nothing refers to is what an update left behind"
    sheet["page"]["Held"] = {"FS": Ref("file")}
    assert rules(sheet) == {"X-73"}


def test_many_actions_of_one_kind_are_one_fault() -> None:
    sheet = page()
    action = {"S": Name("URI"), "URI": b"http://example.org"}
    sheet["page"]["Annots"] = [{"Subtype": Name("Link"), "Rect": [0, 0, 1, 1], "A": action} for _ in range(3)]
    sheet["catalog"]["OpenAction"] = {"S": Name("URI"), "URI": b"http://example.org"}
    (hit,) = [
        hit for _, judge in interaction.JUDGES for hit in judge(opened(sheet), context(sheet)) if hit.rule == "X-70"
    ]
    assert hit.message == "there is an action (URI), and 1 more of this kind"

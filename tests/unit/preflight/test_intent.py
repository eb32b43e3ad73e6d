"""The output intent in files that have several, or none."""

from factsheet.preflight import intent
from tests.conformance.broken.sheet import Sheet
from tests.conformance.pdf_files import Name, Ref
from tests.unit.preflight.made import context, opened, page


def rules(sheet: Sheet, standard: str = "x4") -> list[str]:
    file, asked = opened(sheet), context(sheet, standard=standard)
    return [hit.rule for _, judge in intent.JUDGES for hit in judge(file, asked)]


def test_one_for_the_press_beside_one_for_the_archive() -> None:
    sheet = page()
    sheet.objects["second"] = {
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": "x",
        "DestOutputProfile": Ref("profile"),
    }
    sheet["catalog"]["OutputIntents"] = [Ref("second"), Ref("intent")]
    assert rules(sheet) == []
    file = opened(sheet)
    assert file.name(file.get(file.intent(), "S")) == "GTS_PDFX"


def test_x1a_may_do_with_a_registered_name() -> None:
    sheet = page(base="x1a")
    del sheet["intent"]["DestOutputProfile"]
    assert rules(sheet, "x1a") == ["R0035"]


def test_without_an_intent_nothing_else_is_asked_of_it() -> None:
    sheet = page()
    del sheet["catalog"]["OutputIntents"]
    assert rules(sheet) == ["X-20", "R0035"]
    sheet["catalog"]["OutputIntents"] = 7
    assert rules(sheet) == ["X-20", "R0035"]

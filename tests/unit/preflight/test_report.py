import json
import re
from dataclasses import replace

import pytest

from factsheet.preflight import wording
from factsheet.preflight.hits import Hit, Inventory
from factsheet.preflight.house import Limits
from factsheet.preflight.report import as_data, as_text
from tests.unit.preflight.reported import BROKEN, DOUBTFUL, HOSTILE, INK, INVENTORY, WHOLE, report


def test_the_verdict_comes_first() -> None:
    lines = as_text(report(WHOLE, BROKEN, DOUBTFUL)).splitlines()
    assert lines[:2] == [
        "NOT TO BE PRINTED: gobi.en.print.pdf",
        "2 errors, 1 warning on 2 pages; 3 rules checked",
    ]


def test_each_standard_has_its_own_verdict() -> None:
    assert re.search(r"pass  PDF/X-4 \(ISO 15930-7:2010\) +nothing found", as_text(report()))
    text = as_text(report(Hit("Z-99", "error", "a rule of nobody's"), standards=("x4", "gwg")))
    assert re.search(r"FAIL  PDF/X-4 \(ISO 15930-7:2010\) +1 error", text)
    assert "FAIL  GWG 2022 sheetfed and house limits  1 error" in text
    assert "The file claims: PDF/X-4" in text


def test_a_hit_has_rule_title_source_place_value_limit_and_cure() -> None:
    text = as_text(report(BROKEN))
    assert f"error    X-40  {wording.title('X-40')}" in text
    told = text[text.index("a picture in DeviceRGB") :].splitlines()
    assert [line.strip() for line in told[:5]] == [
        "a picture in DeviceRGB",
        "where  10.0 mm from the left, 20.0 mm from the top (30.0 × 5.0 mm); object 12 0",
        "spec   gobi.yaml, line 41",
        "found  DeviceRGB; wanted  DeviceCMYK",
        "hint   convert it",
    ]


def test_hits_stand_under_their_page() -> None:
    text = as_text(report(WHOLE, BROKEN, DOUBTFUL))
    places = [text.index(head) for head in ("THE FILE", "X-22", "PAGE 1", "X-40", "PAGE 2", "R0017", "IN THE FILE")]
    assert places == sorted(places)


def test_many_hits_of_one_rule_are_counted_not_told() -> None:
    hits = tuple(replace(BROKEN, object=f"{n} 0") for n in range(40))
    text = as_text(report(*hits, DOUBTFUL))
    assert text.count("a picture in DeviceRGB") == 12
    assert "X-40: 28 more of this rule" in text
    assert "small text in two inks" in text


def test_what_is_in_the_file_is_listed() -> None:
    text = as_text(report())
    for told in (
        "PDF 1.6, Gobi, factsheet",
        "1–2  trim 100.0 × 140.0 mm, bleed 3.0 mm",
        "FOGRA39, Coated, http://www.color.org, profile Coated FOGRA39 (CMYK, ICC 2.4.0, 120,104 bytes)",
        "Cyan, Black, Gold",
        "most over 1 mm²: 287 % (of 300 % allowed) on page 2, 50.0 mm from the left, 60.0 mm from the top",
        "most over 15 mm × 15 mm: 250 % on page 2",
        "page 1: Cyan 12.3 %, Black 5.0 %",
        "ABCDEF+NotoSans, Type0, embedded, subset",
        "Helvetica, Type1, NOT EMBEDDED",
        "page 1, 33 0: 1600 × 900 px, 254 ppi",
        "ab" * 32,
    ):
        assert told in text


def test_ink_that_was_worked_out_is_not_passed_off_as_measured() -> None:
    ink = replace(INK, plates=(), source="flat areas", widest_page=0)
    text = as_text(report(inventory=replace(INVENTORY, ink=ink)))
    assert "not measured on plates: worked out from flat areas" in text
    assert "15 mm × 15 mm" not in text


def test_what_was_not_measured_is_said() -> None:
    text = as_text(report(unmeasured=("Ghostscript is not installed",)))
    assert "\n\nNOT MEASURED, OR LESS CERTAIN\n  Ghostscript is not installed\n\n" in text
    assert "NOT MEASURED" not in as_text(report())


def test_an_unreadable_file_has_a_report_too() -> None:
    text = as_text(report(Hit("B-05", "error", "this is no PDF"), inventory=Inventory(), claims=()))
    assert "NOT TO BE PRINTED" in text
    assert "this is no PDF" in text
    assert "The file claims: not known" in text
    assert text.split("IN THE FILE\n")[1].startswith("  not known: the file could not be read\n")


def test_texts_of_the_file_cannot_move_the_cursor() -> None:
    hit = replace(BROKEN, message=HOSTILE, object=HOSTILE, found=HOSTILE, limit=HOSTILE, hint=HOSTILE)
    inventory = replace(INVENTORY, title=HOSTILE, layers=(HOSTILE,), plates=(HOSTILE,))
    text = as_text(report(hit, file=HOSTILE, claims=(HOSTILE,), inventory=inventory))
    assert not {"\x1b", "\u202e", "\udc80"} & set(text)
    assert text.encode()


def test_the_data_are_complete() -> None:
    hits = tuple(replace(BROKEN, object=f"{n} 0") for n in range(40))
    data = as_data(report(*hits))
    assert isinstance(data["hits"], list)
    assert len(data["hits"]) == 40
    assert data["hits"][0] == {
        "rule": "X-40",
        "title": wording.title("X-40"),
        "source": wording.source("X-40"),
        "standards": list(wording.against(report(), "X-40")),
        "level": "error",
        "message": "a picture in DeviceRGB",
        "page": 1,
        "object": "0 0",
        "found": "DeviceRGB",
        "limit": "DeviceCMYK",
        "place": {"x": 10.0, "y": 20.0, "width": 30.0, "height": 5.0},
        "others": [],
        "hint": "convert it",
        "spec": {"file": "specs/gobi.yaml", "line": 41, "column": 5},
    }


def test_the_data_have_the_verdict_in_numbers() -> None:
    data = as_data(report(WHOLE, DOUBTFUL, unmeasured=("no ink",)))
    assert [data[key] for key in ("format", "passed", "errors", "warnings")] == [1, False, 1, 1]
    assert data["verdict"] == "not to be printed"
    assert data["unmeasured"] == ["no ink"]
    assert data["checked"] == ["X-22", "X-40", "R0017"]
    assert data["sha256"] == "ab" * 32


def test_the_data_have_lengths_in_millimetres() -> None:
    inventory = json.loads(json.dumps(as_data(report())))["inventory"]
    assert inventory["pages"][0]["boxes"]["TrimBox"] == {"x": 0.0, "y": 0.0, "width": 100.0, "height": 140.0}
    assert inventory["pages"][0]["boxes"]["BleedBox"] == {"x": -3.0, "y": -3.0, "width": 106.0, "height": 146.0}
    assert inventory["ink"]["place"] == {"x": 50.0, "y": 60.0, "width": 1.0, "height": 1.0}
    assert inventory["images"][0]["place"] == {"x": 0.0, "y": 0.0, "width": 50.0, "height": 30.0}
    assert inventory["fonts"][1]["embedded"] is False
    assert inventory["intent"]["identifier"] == "FOGRA39"


@pytest.mark.parametrize("ascii_only", [True, False])
def test_any_text_can_be_written_as_json(ascii_only: bool) -> None:
    hit = replace(BROKEN, message=HOSTILE)
    ink = replace(INK, plates=({HOSTILE: 1.0},))
    data = as_data(report(hit, file=HOSTILE, inventory=replace(INVENTORY, plates=(HOSTILE,), ink=ink)))
    assert json.dumps(data, ensure_ascii=ascii_only).encode()


def test_an_empty_inventory_is_data_too() -> None:
    inventory = as_data(report(inventory=Inventory()))["inventory"]
    assert isinstance(inventory, dict)
    assert (inventory["intent"], inventory["ink"], inventory["pages"]) == (None, None, [])


def test_the_limits_are_told_and_whose_they_are() -> None:
    house = report(standards=("x4", "gwg"))
    assert "Measured against the limits of the house: bleed 3 mm; ink 300 %; spot colours: none wanted" in as_text(
        house
    )
    limits = Limits(ink_limit=280, bleed_mm=0, spots=frozenset({"Gold", "Blue"}), source="the theme")
    theme = report(standards=("x4", "gwg"), limits=limits)
    told = "bleed 0 mm (the house asks for 3 mm); ink 280 % (the house asks for 300 %); spot colours: Blue, Gold"
    assert f"Measured against the limits of the theme: {told}" in as_text(theme)
    data = as_data(theme)["limits"]
    assert isinstance(data, dict)
    assert (data["source"], data["bleed_mm"], data["spots"]) == ("the theme", 0, ["Blue", "Gold"])
    assert "Measured against" not in as_text(report(standards=("x4",)))
    assert as_data(report(standards=("x4",)))["limits"] is None


def test_a_file_of_which_nothing_was_judged_passes_no_standard() -> None:
    text = as_text(report(Hit("B-05", "error", "this is no PDF"), inventory=Inventory(), standards=("x4", "gwg")))
    assert text.count("FAIL") == 2
    assert "pass " not in text

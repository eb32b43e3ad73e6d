"""Fonts in files: with every encoding, what is shown is there and as wide as it is said to be."""

from typing import Any

import pytest

from factsheet.preflight import typefaces
from tests.conformance.broken.sheet import Sheet
from tests.conformance.pdf_files import Name, Ref, Stream
from tests.unit.preflight.made import context, opened, page
from tests.unit.preflight.test_programs import opentype, truetype


def told(sheet: Sheet) -> dict[str, str]:
    file, asked = opened(sheet), context(sheet)
    return {hit.rule: hit.message for _, judge in typefaces.JUDGES for hit in judge(file, asked)}


def simple(text: bytes, widths: list[int], *, kind: str = "TrueType", flags: int = 32, **entries: Any) -> Sheet:
    program = truetype() if kind == "TrueType" else opentype()
    key = "FontFile2" if kind == "TrueType" else "FontFile3"
    sheet = page(b"0 0 0 1 k BT /X 10 Tf 60 100 Td (" + text + b") Tj ET")
    sheet.objects["program of x"] = Stream({}, program)
    sheet.objects["descriptor of x"] = {"Flags": flags, key: Ref("program of x")}
    head = {"Subtype": Name(kind), "BaseFont": Name("Face"), "FontDescriptor": Ref("descriptor of x")}
    sheet.objects["x"] = {**head, "FirstChar": 65, "LastChar": 66, "Widths": widths, **entries}
    sheet.resource("Font", "X", Ref("x"))
    return sheet


WIN = Name("WinAnsiEncoding")
ZAPPED = {"Differences": [65, Name("B"), Name("A")]}


@pytest.mark.parametrize(
    ("sheet", "rules"),
    [
        (simple(b"AB", [600, 700], Encoding=WIN), set()),
        (simple(b"AB", [601, 699], Encoding=WIN), set()),
        (simple(b"AB", [600, 705], Encoding=WIN), {"B-11"}),
        (simple(b"A", [600, 705], Encoding=WIN), set()),
        (simple(b"AC", [600, 700], Encoding=WIN), {"B-12", "B-11"}),
        (simple(b"AB", [700, 600], Encoding=ZAPPED), set()),
        (simple(b"AB", [600, 700], Encoding=ZAPPED), {"B-11"}),
        (simple(b"AB", [600, 700], kind="Type1", Encoding=WIN), set()),
        (simple(b"AB", [600, 700], kind="Type1"), set()),
        (simple(b"AB", [700, 600], kind="Type1", Encoding=ZAPPED), set()),
        (simple(b"AB", [600, 600], kind="Type1"), {"B-11"}),
        (simple(b"AC", [600, 700], kind="Type1"), {"B-10", "B-12"}),
        (simple(b"A", [600, 700], Encoding=WIN, BaseFont=Name("Courier")), {"R0014"}),
    ],
)
def test_simple_fonts(sheet: Sheet, rules: set[str]) -> None:
    assert set(told(sheet)) == rules


def test_a_program_that_cannot_be_read_is_no_program() -> None:
    sheet = simple(b"AB", [600, 700], Encoding=WIN)
    sheet.objects["program of x"] = Stream({}, b"nonsense")
    assert "cannot be read" in told(sheet)["B-10"]


def test_a_font_that_shows_nothing_need_not_be_embedded() -> None:
    sheet = simple(b"", [600, 700], Encoding=WIN)
    del sheet.objects["descriptor of x"]["FontFile2"]
    assert told(sheet) == {}

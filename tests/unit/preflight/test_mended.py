"""Files with a cross-reference of no use, read all the same."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from factsheet.preflight.judge import judge_file
from factsheet.preflight.mended import mended
from tests.conformance.broken.sheet import x4

WHOLE = x4().pdf()
TABLE = WHOLE.rindex(b"xref\n0")
FIRST = WHOLE.index(b"1 0 obj")
SHIFTED = WHOLE[:FIRST] + b"%more\n" + WHOLE[FIRST:]


@pytest.mark.parametrize(
    "data",
    [
        WHOLE,
        SHIFTED,
        WHOLE[:TABLE],
        re.sub(rb"\d{10} 00000 n", b"0000000007 00000 n", WHOLE),
        WHOLE.replace(b"/Root", b"/Boot"),
    ],
)
def test_every_object_is_found_again(data: bytes) -> None:
    made = mended(data)
    assert made is not None
    (page,) = PdfReader(BytesIO(made), strict=True).pages
    assert "Wells were repaired" in page.extract_text()


def test_of_two_objects_with_one_number_the_last_counts() -> None:
    again = b"\n15 0 obj\n<</Title(Second)>>\nendobj\n"
    made = mended(WHOLE[:TABLE].replace(b"\n15 0 obj", b"\n15 0 obj") + again + WHOLE[TABLE:])
    assert made is not None
    number = int(re.findall(rb"/Info (\d+)", WHOLE)[-1])
    expected = "Second" if number == 15 else "Clean water"
    reader = PdfReader(BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == expected


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj", b"%PDF-1.4 9999999999 0 obj /Root 1 0 R"])
def test_nothing_can_be_made_of_nothing(data: bytes) -> None:
    assert mended(data) is None


def test_the_judge_still_says_that_the_file_is_damaged() -> None:
    report = judge_file(SHIFTED, "more.pdf")
    assert {"B-05"} <= {hit.rule for hit in report.hits if hit.level == "error"}
    assert len(report.inventory.pages) == 1
    assert report.inventory.title == "Clean water"
    assert len(report.checked) > 70

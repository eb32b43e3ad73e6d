"""Imposition: which pages stand where, what of them is seen, and that the sheet follows the standard of its pages."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from factsheet.document import Page
from factsheet.edition import PRINT, PRINT_X1A, Edition
from factsheet.engine import Engine
from factsheet.findings import LayoutError
from factsheet.handover.impose import WAYS, Plan, Way, impose, plan, spreads
from factsheet.paint.painter import paint
from factsheet.preflight.judge import judge_file
from factsheet.units import mm
from tests.making import document

ENGINE = Engine()
ONE = "title: One\nmain:\n  - text: A page.\n"
FIVE = "title: Five\nmain:\n  - text: Page 1.\n" + "".join(
    f"  - page: new\n  - text: This is page {n}.\n" for n in range(2, 6)
)


@cache
def made(text: str, edition: Edition = PRINT) -> bytes:
    return paint(document(text), edition, ENGINE)


@cache
def imposed(text: str, way: Way, edition: Edition = PRINT) -> PdfReader:
    return PdfReader(BytesIO(impose(made(text, edition), way)), strict=True)


def shown(page: Any) -> list[tuple[str, float]]:
    """The words of each form on a sheet, and where its left edge is."""
    found = []
    for x, name in re.findall(r"1 0 0 1 (\S+) \S+ cm /(P\d) Do", page.get_contents().get_data().decode()):
        form = page["/Resources"]["/XObject"]["/" + name].get_object()
        found.append((form.get_data().decode("latin-1"), float(x)))
    return found


def test_the_spreads_of_a_booklet() -> None:
    assert spreads(4) == [(3, 0), (1, 2)]
    assert spreads(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


@pytest.mark.parametrize("total", [4, 8, 12, 40])
def test_every_page_of_a_booklet_stands_on_one_sheet(total: int) -> None:
    found = spreads(total)
    assert sorted(page for pair in found for page in pair) == list(range(total))
    assert all(sum(pair) == total - 1 for pair in found)
    assert all(right % 2 == 0 for _, right in found), "odd pages are on the right"


def test_two_up_has_two_copies_of_each_page() -> None:
    reader = imposed(FIVE, "2up")
    pages = [page.get_contents().get_data() for page in PdfReader(BytesIO(made(FIVE))).pages]  # type: ignore[union-attr]
    assert len(reader.pages) == len(pages) == 5
    for page, original in zip(reader.pages, pages, strict=True):
        (one, left), (other, right) = shown(page)
        assert one == other == original.decode("latin-1")
        assert right - left == pytest.approx(mm(210) + 2 * mm(3), abs=0.02)


def test_a_booklet_has_its_pages_in_order_and_empty_ones_at_its_end() -> None:
    reader = imposed(FIVE, "booklet")
    pages = [page.get_contents().get_data().decode("latin-1") for page in PdfReader(BytesIO(made(FIVE))).pages]  # type: ignore[union-attr]
    order = [[pages.index(text) for text, _ in shown(page)] for page in reader.pages]
    assert order == [[0], [1], [2], [3, 4]]
    assert len(reader.pages) == 4


@pytest.mark.parametrize("way", WAYS)
def test_boxes_of_the_sheet(way: Way) -> None:
    for page in imposed(FIVE, way).pages:
        trim, bleed = page.trimbox, page.bleedbox
        wide = 2 * mm(210) + (2 * mm(3) if way == "2up" else 0)
        assert float(trim.width) == pytest.approx(wide, abs=0.05)
        assert float(trim.height) == pytest.approx(mm(297), abs=0.05)
        assert float(trim.left) - float(bleed.left) == pytest.approx(mm(3), abs=0.02)
        assert "/CropBox" not in page


def test_pages_are_cut_at_the_spine() -> None:
    spine = float(imposed(FIVE, "booklet").pages[3].trimbox.left) + mm(210)
    code = imposed(FIVE, "booklet").pages[3].get_contents().get_data().decode()  # type: ignore[union-attr]
    left, right = (tuple(map(float, found)) for found in re.findall(r"q (\S+) (\S+) (\S+) (\S+) re W n", code))
    assert left[0] + left[2] == pytest.approx(spine, abs=0.02)
    assert right[0] == pytest.approx(spine, abs=0.02)
    assert "[2 1.5] 0 d" in code


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("edition", [PRINT, PRINT_X1A])
def test_the_judge_finds_nothing(way: Way, edition: Edition) -> None:
    report = judge_file(impose(made(FIVE, edition), way), "sheet.pdf")
    assert report.claims == (edition.standard,)
    assert report.hits == ()


@pytest.mark.parametrize("way", WAYS)
def test_the_same_file_gives_the_same_bytes(way: Way) -> None:
    assert impose(made(FIVE), way) == impose(made(FIVE), way)


def test_what_the_file_says_of_itself_stays_and_its_state_is_new() -> None:
    before, after = PdfReader(BytesIO(made(FIVE))), imposed(FIVE, "2up")
    assert dict(after.trailer["/Info"]) == dict(before.trailer["/Info"])
    packets = [reader.trailer["/Root"]["/Metadata"].get_data() for reader in (before, after)]
    ids = [re.findall(rb"<xmpMM:(?:Document|Instance)ID>([^<]+)", packet) for packet in packets]
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]
    assert before.trailer["/ID"][0] == after.trailer["/ID"][0]
    assert before.trailer["/ID"][1] != after.trailer["/ID"][1]
    assert after.trailer["/Root"]["/OutputIntents"][0]["/DestOutputProfile"].get_data()


def test_fonts_are_in_the_file_once() -> None:
    data = impose(made(FIVE), "2up")
    assert data.count(b"/FontFile2") == made(FIVE).count(b"/FontFile2")


def test_one_page_makes_no_booklet() -> None:
    with pytest.raises(LayoutError, match="one page alone makes no booklet"):
        impose(made(ONE), "booklet")
    assert len(PdfReader(BytesIO(impose(made(ONE), "2up"))).pages) == 1


def test_pages_of_different_sizes_are_refused() -> None:
    writer = PdfWriter(clone_from=BytesIO(made(FIVE)))
    writer.pages[1].trimbox = RectangleObject((40, 40, 300, 400))
    out = BytesIO()
    writer.write(out)
    with pytest.raises(LayoutError, match="different sizes"):
        impose(out.getvalue(), "2up")


def test_private_names_of_pypdf_are_still_there() -> None:
    writer = PdfWriter()
    assert all(hasattr(writer, name) for name in ("_add_object", "_info", "_ID", "_root_object"))


def test_the_sheets_are_planned_before_they_are_filled() -> None:
    found = plan(made(FIVE), "booklet")
    assert (found.sides, found.cuts) == (4, ())
    assert found.fold == pytest.approx(mm(210), abs=0.02)
    found = plan(made(FIVE), "2up")
    assert (found.sides, found.fold) == (5, None)
    assert found.cuts == pytest.approx((mm(210), mm(216)), abs=0.02)
    assert found.width == pytest.approx(mm(426), abs=0.05)
    assert found == Plan(5, found.width, found.height, found.bleed, None, found.cuts)


@pytest.mark.parametrize("way", WAYS)
def test_marks_of_the_sheet_name_the_registration_colour_of_its_pages(way: Way) -> None:
    sheets = plan(made(FIVE), way)
    around = replace(document(FIVE), width=sheets.width, height=sheets.height, pages=(Page(()),) * sheets.sides)
    marks = paint(around, PRINT, ENGINE, job=document(FIVE))
    data = impose(made(FIVE), way, marks)
    reader = PdfReader(BytesIO(data), strict=True)
    objects = set()
    for page in reader.pages:
        assert "/Marks Do" in page.get_contents().get_data().decode()  # type: ignore[union-attr]
        for form in page["/Resources"]["/XObject"].values():
            spaces = form.get_object()["/Resources"]["/ColorSpace"]
            objects |= {spaces.raw_get(key).idnum for key in spaces if spaces[key][1] == "/All"}
        objects.add(page["/Resources"]["/ColorSpace"].raw_get("/All").idnum)
    assert len(objects) == 1
    assert judge_file(data, "sheet.pdf").hits == ()
    assert "page 1 of" in reader.pages[0].extract_text()

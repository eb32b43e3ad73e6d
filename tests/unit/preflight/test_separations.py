"""Plates that are there already, and what is said before Ghostscript is asked; see also the conformance tests."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfWriter

from factsheet.preflight import separations
from factsheet.preflight.separations import PagePlates, SeparationError, available, separated


def tiff(rows: list[list[int]]) -> bytes:
    file = BytesIO()
    Image.fromarray(np.array(rows, np.uint8)).save(file, "TIFF", compression="tiff_lzw")
    return file.getvalue()


PAGE = PagePlates(
    number=1,
    width=3,
    height=2,
    left=0.0,
    bottom=0.0,
    ppi=127.0,
    files={
        "Cyan": tiff([[255, 0, 155], [255, 255, 255]]),
        "Black": tiff([[255, 0, 254], [0, 255, 255]]),
        "Gold": tiff([[0, 0, 0], [0, 0, 0]]),
    },
)


def blank(width: int, height: int) -> bytes:
    """A PDF of one empty page."""
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(width, height)
    writer.write(file)
    return file.getvalue()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ghostscript seems to be there; that it is not started is part of the test."""
    monkeypatch.setattr(separations, "_program", lambda: "/nowhere/gs")


def test_a_plate_is_the_ink_from_none_to_full_in_rows_from_the_top() -> None:
    assert PAGE.plate("Cyan").tolist() == [[0, 255, 100], [0, 0, 0]]
    assert PAGE.plate("Cyan").dtype == np.uint8


def test_the_total_adds_the_process_inks_alone() -> None:
    assert PAGE.total().tolist() == [[0, 510, 101], [255, 0, 0]]


def test_the_total_of_chosen_plates_passes_over_missing_ones() -> None:
    assert PAGE.total(("Gold", "Varnish")).tolist() == [[255] * 3] * 2


def test_the_names_of_plates_keep_their_order() -> None:
    assert PAGE.names == ("Cyan", "Black", "Gold")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Cyan", "Cyan"),
        ("PANTONE 185 C", "PANTONE 185 C"),
        ("A%2FB", "A/B"),
        ("100%25", "100%"),
        ("(x)", "(x)"),
        ("Gr%C3%BCn", "Grün"),
        ("%D0%A3%D0%BB%D0%B0%D0%B0%D0%BD", "Улаан"),
        ("%FF", "ÿ"),
    ],
)
def test_the_name_of_a_plate_is_read_from_that_of_its_file(written: str, name: str) -> None:
    assert separations._name(written) == name


def test_pages_that_could_not_be_drawn_are_known_from_what_was_said() -> None:
    said = "Page 1\nPage 2\n   **** Error: Page drawing error occurred.\nPage 3\nPage 10\n  Page drawing error"
    assert separations._failed(said) == {2, 10}


def test_what_makes_the_measurement_less_certain_is_a_note() -> None:
    boxes = ((0.0, 0.0, 9.0, 9.0),) * 3
    sheets = separations._Sheets(b"", boxes, b"")
    said = "**** Max spot colorants reached.\nThe following errors were encountered at least once"
    notes = separations._notes(said, sheets, (PAGE,), profile=False)
    assert [note.split(":")[0] for note in notes] == [
        "no plates could be made of page 2, 3",
        "the file has no CMYK profile",
        "there are more than 60 spot colours",
        "Ghostscript found errors in the file and mended them",
    ]


def test_a_clean_measurement_has_no_notes() -> None:
    sheets = separations._Sheets(b"", ((0.0, 0.0, 9.0, 9.0),), b"profile")
    assert separations._notes("Page 1\n", sheets, (PAGE,), profile=True) == []


def test_the_source_names_the_program_its_version_and_the_resolution() -> None:
    said = "GPL Ghostscript 10.0.0 (2022-09-21)\nPage 1"
    assert separations._source(said, 127.0) == "Ghostscript 10.0.0, separations at 127 ppi"


def test_without_ghostscript_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not available()
    with pytest.raises(SeparationError, match="was not measured: Ghostscript is not installed"):
        separated(blank(100, 100))


@pytest.mark.usefixtures("installed")
def test_a_page_too_large_for_memory_is_refused_before_it_is_drawn() -> None:
    with pytest.raises(SeparationError, match=r"page 1 is too large \(5080 mm × 5080 mm\)"):
        separated(blank(14400, 14400))


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("data", [b"", b"no file", b"%PDF-1.6\n%%EOF"])
def test_what_is_no_pdf_is_a_sentence_not_a_traceback(data: bytes) -> None:
    with pytest.raises(SeparationError, match="too damaged to be separated"):
        separated(data)

"""The package: what is in it, what its files are called, what is refused, and that nothing is written then."""

import json
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from factsheet.engine import Engine
from factsheet.handover import package as packages
from factsheet.handover.package import MOST_COPIES, Order, package, zipped
from factsheet.preflight import examine as examined
from factsheet.preflight.separations import SeparationError
from factsheet.raster import RasterError

TEXT = """
title: Clean Water
date: 2026-01-31
version: "1.2"
main:
  - text: Forty wells were repaired.
sidebar:
  - contact: {text: Water Office, phone: "+976 11 322 000"}
"""
ENGINE = Engine()


@pytest.fixture(autouse=True)
def _no_ghostscript(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plates are made by a program of others, in other tests."""

    def separated(_: bytes) -> None:
        raise SeparationError("not measured here")

    monkeypatch.setattr(examined, "separated", separated)


def spec(folder: Path, text: str = TEXT) -> Path:
    path = folder / "water.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / "water.en.handover.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_that_a_printing_office_needs(tmp_path: Path) -> None:
    outcome = package(spec(tmp_path), Order(500, "135 g/m² coated"), tmp_path / "out", ENGINE)
    assert not outcome.failed
    assert outcome.written == (tmp_path / "out" / "water.en.handover.zip",)
    found = files(tmp_path / "out")
    assert sorted(found) == [
        "water.en.SHA256SUMS", "water.en.fonts.txt", "water.en.job-ticket.json", "water.en.job-ticket.txt",
        "water.en.preview-1.png", "water.en.preview.pdf", "water.en.print.pdf", "water.en.print.preflight.html",
        "water.en.print.preflight.json", "water.en.print.preflight.txt",
    ]  # fmt: skip
    sums = dict(reversed(line.split("  ")) for line in found["water.en.SHA256SUMS"].decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in found.items() if not name.endswith("SUMS")}
    ticket = json.loads(found["water.en.job-ticket.json"])
    assert (ticket["copies"], ticket["paper"], ticket["version"]) == (500, "135 g/m² coated", "1.2")
    assert ticket["contact"] == ["Water Office", "+976 11 322 000"]
    assert ticket["condition"] == "FOGRA39"
    assert ticket["preflight"] == "passed"
    assert b"NotoSans-Regular" in found["water.en.fonts.txt"]
    assert len(found["water.en.preview.pdf"]) < len(found["water.en.print.pdf"])
    assert found["water.en.preview-1.png"].startswith(b"\x89PNG")


def test_pages_are_imposed_where_that_is_asked_for(tmp_path: Path) -> None:
    order = Order(1, impose="2up", standard="x1a")
    assert not package(spec(tmp_path), order, tmp_path, ENGINE).failed
    found = files(tmp_path)
    assert "water.en.print-x1a.pdf" in found
    assert "water.en.print-x1a-2up.preflight.html" in found
    (page,) = PdfReader(BytesIO(found["water.en.print-x1a-2up.pdf"])).pages
    assert float(page.trimbox.width) > float(page.trimbox.height)


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        package(spec(tmp_path / place), Order(500, "paper"), tmp_path / place, Engine())
        made.append((tmp_path / place / "water.en.handover.zip").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order(0), "0 copies cannot be ordered"),
        (Order(-3), "-3 copies cannot be ordered"),
        (Order(MOST_COPIES + 1), "10,000,001 copies cannot be ordered"),
        (Order(1, "a\nb"), "the paper is not said in one short line"),
        (Order(1, "x" * 300), "the paper is not said in one short line"),
        (Order(1, language="mn"), "there is no translation into mn"),
        (Order(1, impose="booklet"), "one page alone makes no booklet"),
    ],
)
def test_what_cannot_be_ordered_is_said_and_nothing_is_written(tmp_path: Path, order: Order, said: str) -> None:
    outcome = package(spec(tmp_path), order, tmp_path / "out", ENGINE)
    assert outcome.failed
    assert said in [finding.message for finding in outcome.findings]
    assert not (tmp_path / "out").exists()


def test_a_wrong_spec_is_not_packed(tmp_path: Path) -> None:
    outcome = package(spec(tmp_path, "titel: A\n"), Order(1), tmp_path / "out", ENGINE)
    assert outcome.failed
    assert not (tmp_path / "out").exists()


def test_a_file_that_fails_is_not_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = packages.press

    def spoilt(*arguments: object) -> object:
        printed = real(*arguments)  # type: ignore[arg-type]
        object.__setattr__(printed, "data", printed.data.replace(b"PDF/X-4", b"PDF/X-9"))
        return printed

    monkeypatch.setattr(packages, "press", spoilt)
    outcome = package(spec(tmp_path), Order(1), tmp_path / "out", ENGINE)
    assert outcome.failed
    assert any(finding.rule.startswith("preflight-") for finding in outcome.findings)
    assert not (tmp_path / "out").exists()


def test_without_a_contact_the_author_is_asked(tmp_path: Path) -> None:
    text = "title: T\ndate: 2026-01-31\nauthor: IOM\nfooter: {text: More, url: www.iom.int}\nmain:\n  - text: A.\n"
    package(spec(tmp_path, text), Order(1), tmp_path, ENGINE)
    assert json.loads(files(tmp_path)["water.en.job-ticket.json"])["contact"] == ["IOM", "www.iom.int"]


def test_a_zip_of_the_same_files_has_the_same_bytes_in_any_order() -> None:
    one, other = zipped({"a": b"1", "b": b"2"}, "2026-01-31"), zipped({"b": b"2", "a": b"1"}, "2026-01-31")
    assert one == other
    assert zipped({"a": b"1"}, "1200-01-01")[:2] == b"PK"


def test_empty_pages_of_a_booklet_are_told(tmp_path: Path) -> None:
    text = TEXT.replace("main:\n", "main:\n" + "  - text: Forty wells were repaired in the Gobi.\n" * 200)
    outcome = package(spec(tmp_path, text), Order(500, impose="booklet"), tmp_path / "out", ENGINE)
    found = {finding.rule: finding for finding in outcome.findings}
    pages = outcome.pages
    assert pages % 4
    assert found["impose"].severity == "warning"
    ticket = files(tmp_path / "out")["water.en.job-ticket.txt"].decode()
    assert f"{pages} and {-pages % 4} empty page" in ticket
    assert "mm when trimmed, with 3 mm of bleed" in ticket
    assert "folded 210.0 mm from the left" in ticket


def test_two_copies_are_told_with_their_cuts(tmp_path: Path) -> None:
    assert not package(spec(tmp_path), Order(500, impose="2up"), tmp_path / "out", ENGINE).failed
    ticket = files(tmp_path / "out")["water.en.job-ticket.txt"].decode()
    assert "two copies of each page on a sheet" in ticket
    assert "cut 210.0 and " in ticket


def test_pictures_that_cannot_be_made_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> list[bytes]:
        raise RasterError("PDFium broke down")

    monkeypatch.setattr(packages, "page_pngs", fails)
    outcome = package(spec(tmp_path), Order(500), tmp_path / "out", ENGINE)
    assert [finding.rule for finding in outcome.findings if finding.severity == "error"] == ["preview"]
    assert not outcome.written

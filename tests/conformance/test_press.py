"""Print files of every spec: judged as a stranger would, their plates looked at; bad input is refused in words."""

import json
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from factsheet.design.press import HOUSE
from factsheet.preflight.examine import examine
from factsheet.preflight.house import Limits
from factsheet.preflight.separations import PROCESS, PagePlates, separated
from tests.conformance.programs import ROOT, Built, complaints, factsheet, outside

pytestmark = pytest.mark.conformance

PRINTS = ("print", "print-x1a")
SAMPLE = ROOT / "specs/mongolia-labour-migration.yaml"


@pytest.mark.parametrize("print_edition", PRINTS)
def test_preflight_finds_nothing(built: Built, spec: Path, print_edition: str) -> None:
    outside("gs", "--version")
    path = built.file(spec.stem, print_edition)
    report, separations = examine(path.read_bytes(), path.name)
    assert report.hits == ()
    assert report.unmeasured == ()
    assert separations is not None
    assert report.inventory.ink is not None
    assert 0 < report.inventory.ink.most <= 300
    assert set(report.inventory.plates) <= set(PROCESS)
    assert len(report.checked) > 70


THEME = """
based_on: institutional
name: gold
bleed_mm: 5
marks: [crop, registration, fold, slug, bars]
folds_mm: {from_top: [99, 198]}
inks:
  navy: {spot: PANTONE 2955 C, cmyk: [100, 60, 10, 50], rgb: "#003865"}
  amber: {spot: "Gold (871)", cmyk: [20, 25, 60, 25], rgb: "#84754E"}
  pale: {spot: PANTONE 2955 C, tint: 8, cmyk: [100, 60, 10, 50], rgb: "#EBEFF2"}
"""
SPEC = """
title: Gold and blue
date: 2026-01-31
theme: gold
main:
  - heading: A heading
  - text: Black text on paper, and a lot more of it.
  - bullets: [One, Two, Three]
sidebar:
  - facts: [{label: Region, value: East Asia}]
"""


def _made(folder: Path, text: str, *arguments: str, theme: str = "") -> str:
    (folder / "job.yaml").write_text(text, encoding="utf-8")
    if theme:
        (folder / "gold.theme.yaml").write_text(theme, encoding="utf-8")
    run = factsheet("build", folder / "job.yaml", "--edition", "print", "--out", folder / "out", *arguments)
    return run.stdout + run.stderr


@pytest.mark.parametrize("standard", ["x4", "x1a"])
def test_spot_colours_stand_on_their_own_plates(tmp_path: Path, standard: str) -> None:
    outside("gs", "--version")
    said = _made(tmp_path, SPEC, "--standard", standard, theme=THEME)
    (path,) = (tmp_path / "out").glob("*.pdf")
    assert "REJECTED" not in path.name, said
    limits = Limits(bleed_mm=5, spots=frozenset({"PANTONE 2955 C", "Gold (871)"}))
    report, separations = examine(path.read_bytes(), path.name, None, limits)
    assert report.hits == ()
    assert separations is not None
    (page,) = separations.pages
    assert set(page.names) == {*PROCESS, "PANTONE 2955 C", "Gold (871)"}
    blue, cyan = page.plate("PANTONE 2955 C"), page.plate("Cyan")
    masthead = np.s_[_row(page, 260) : _row(page, 200), _column(page, 20) : _column(page, 60)]
    assert blue[masthead].mean() > 150
    assert cyan[masthead].mean() < 30, "the stand-in is not printed"


def _row(page: PagePlates, height_mm: float) -> int:
    """The row of pixels that lies so high above the foot of the sheet."""
    return page.height - round(height_mm / 25.4 * page.ppi)


def _column(page: PagePlates, left_mm: float) -> int:
    return round(left_mm / 25.4 * page.ppi)


def test_marks_stand_on_every_plate_outside_the_bleed(built: Built) -> None:
    outside("gs", "--version")
    page = separated(built.file(SAMPLE.stem, "print").read_bytes()).pages[0]
    edge = np.s_[: _column(page, 7), :]
    seen = {name: page.plate(name).T[edge].max() for name in PROCESS}
    assert all(value > 200 for value in seen.values()), seen


def test_a_profile_of_the_printing_office_drives_the_conversion(tmp_path: Path) -> None:
    """The plates of a photograph differ from those of the house's profile."""
    profile = next(Path("/usr/share").glob("color/icc/ghostscript/default_cmyk.icc"), None)
    if profile is None:
        outside("gs-profile-that-is-missing")
    assert profile is not None
    (tmp_path / "press.icc").write_bytes(profile.read_bytes())
    Image.radial_gradient("L").resize((1200, 800)).convert("RGB").point(lambda v: v // 2 + 60).save(tmp_path / "a.jpg")
    text = "title: T\ndate: 2026-01-31\ntheme: gold\nmain:\n  - picture: {file: a.jpg, alt: A}\n"
    found = {}
    for name, theme in (("own", "profile: press.icc\n"), ("house", "")):
        folder = tmp_path / name
        folder.mkdir()
        for file in ("press.icc", "a.jpg"):
            (folder / file).write_bytes((tmp_path / file).read_bytes())
        said = _made(folder, text, theme=f"based_on: institutional\n{theme}")
        (path,) = (folder / "out").glob("*.pdf")
        assert "REJECTED" not in path.name, said
        found[name] = examine(path.read_bytes(), path.name)[0]
    assert found["own"].inventory.intent is not None
    assert found["house"].inventory.intent is not None
    assert found["own"].inventory.intent.identifier == "Custom"
    assert found["house"].inventory.intent.identifier == "FOGRA39"
    assert found["own"].inventory.intent.profile != found["house"].inventory.intent.profile
    inks = [report.inventory.ink for report in found.values()]
    assert inks[0] is not None
    assert inks[1] is not None
    assert inks[0].plates != inks[1].plates


def _bomb() -> bytes:
    """A picture of 20,000 × 20,000 pixels in a few kilobytes."""
    packer = zlib.compressobj(9)
    row = bytes(60_001)
    data = b"".join(packer.compress(row) for _ in range(20_000)) + packer.flush()

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("text", "theme", "said"),
    [
        ("main:\n  - picture: {file: bomb.png, alt: B}\n", "", "has too many pixels"),
        ("main:\n  - logos: [{file: tiny.png, name: T}]\n", "", "pixels on an inch"),
        ("theme: gold\n", "based_on: bold\nprofile: rgb.icc\n", "its colours are RGB, not CMYK"),
        ("theme: gold\n", "based_on: bold\nprofile: torn.icc\n", "it is damaged"),
        ("main:\n  - picture: {file: heavy.tif, alt: H}\n", "", "of ink in all"),
    ],
)
def test_bad_input_is_refused_in_plain_words_and_nothing_is_written(
    tmp_path: Path, text: str, theme: str, said: str
) -> None:
    (tmp_path / "bomb.png").write_bytes(_bomb())
    Image.new("RGB", (40, 40), (200, 0, 0)).save(tmp_path / "tiny.png")
    Image.new("CMYK", (2000, 1500), (255, 255, 255, 255)).save(tmp_path / "heavy.tif")
    (tmp_path / "rgb.icc").write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (tmp_path / "torn.icc").write_bytes(HOUSE.read_bytes()[:60_000])
    printed = _made(tmp_path, f"title: T\ndate: 2026-01-31\n{text}", theme=theme)
    assert said in printed
    assert "1 refused" in printed
    assert "Traceback" not in printed
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


@pytest.mark.parametrize("way", ["2up", "booklet"])
def test_a_package_opens_everywhere(tmp_path: Path, way: str) -> None:
    run = factsheet(
        "package", SAMPLE, "--copies", "500", "--paper", "135 g/m² coated", "--impose", way, "--out", tmp_path
    )
    assert run.returncode == 0, run.stdout + run.stderr
    (archive,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "files")
    files = tmp_path / "files"
    sums = outside("sh", "-c", f"cd '{files}' && sha256sum --check --strict *.SHA256SUMS")
    assert sums.returncode == 0, sums.stdout
    ticket = json.loads((files / "mongolia-labour-migration.en.job-ticket.json").read_text("utf-8"))
    assert ticket["imposed"]
    pdfs = sorted(files.glob("*.pdf"))
    assert [path.name.split(".", 2)[2] for path in pdfs] == ["preview.pdf", f"print-{way}.pdf", "print.pdf"]
    for path in pdfs:
        run_ = outside("qpdf", "--check", path)
        assert run_.returncode == 0, run_.stdout
        drawn = outside("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", path)
        assert drawn.returncode == 0
        assert not complaints(drawn)
        assert not drawn.stdout.strip()
    report, _ = examine(pdfs[1].read_bytes(), pdfs[1].name)
    assert report.hits == ()
    assert report.claims == ("PDF/X-4",)

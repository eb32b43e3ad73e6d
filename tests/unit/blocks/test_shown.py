"""Files below the folder of the spec, alternative texts, and the point that must be seen."""

import os
from pathlib import Path

import pytest
from PIL import Image

from factsheet.blocks.shown import Focused, file_below
from factsheet.findings import Finding
from factsheet.source import parse
from factsheet.spec.faults import validated
from factsheet.spec.model import Factsheet
from tests.making import sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of specs with a picture in a folder of its own, and a picture outside."""
    specs = tmp_path / "specs"
    (specs / "pictures").mkdir(parents=True)
    Image.new("L", (30, 20)).save(specs / "pictures" / "valley.png")
    Image.new("L", (30, 20)).save(tmp_path / "outside.png")
    return specs


def read(folder: Path, text: str) -> tuple[Focused | None, list[Finding]]:
    """A picture from the YAML ``text`` of a spec in ``folder``; and what is wrong with it."""
    source = parse(text, str(folder / "a.yaml"))
    findings: list[Finding] = []
    return validated(Focused, source.data, (), source, findings), findings


def made(folder: Path, text: str) -> Focused:
    found, findings = read(folder, text)
    assert found is not None, findings
    return found


def refused(folder: Path, text: str) -> Finding:
    found, findings = read(folder, text)
    assert found is None
    (finding,) = findings
    assert finding.hint
    return finding


def test_a_file_is_found_from_the_folder_of_the_spec_wherever_one_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    found = made(folder, "file: pictures/valley.png\nalt: A valley\n")
    assert (found.file.width, found.file.height) == (30, 20)
    assert (found.where.line, found.where.column) == (1, 7)
    assert found.alt == "A valley"
    monkeypatch.chdir(folder)
    assert file_below("./pictures/valley.png") == Path("pictures/valley.png")


@pytest.mark.parametrize("name", ["../outside.png", "pictures/../../outside.png", "pictures/../pictures/valley.png"])
def test_no_path_goes_upwards(folder: Path, name: str) -> None:
    assert "leads out of the folder" in refused(folder, f"file: {name}\nalt: A valley\n").message


@pytest.mark.parametrize("name", ["/etc/passwd", "~/a.png", "\\\\server\\a.png", "C:a.png", "file:a.png", "HTTP://a/b"])
def test_no_path_is_absolute_or_an_address(folder: Path, name: str) -> None:
    finding = refused(folder, f"file: '{name}'\nalt: A valley\n")
    assert finding.rule == "file"
    assert "beside the spec" in finding.hint


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs a system with links")
def test_links_may_lead_inside_and_never_outside(folder: Path) -> None:
    (folder / "inside.png").symlink_to(folder / "pictures" / "valley.png")
    (folder / "outside.png").symlink_to(folder.parent / "outside.png")
    (folder / "up").symlink_to(folder.parent)
    (folder / "loop.png").symlink_to(folder / "loop.png")
    assert made(folder, "file: inside.png\nalt: A valley\n").file.width == 30
    for name in ("outside.png", "up/outside.png", "up/specs/../outside.png"):
        assert "leads out of the folder" in refused(folder, f"file: {name}\nalt: A valley\n").message
    assert refused(folder, "file: loop.png\nalt: A valley\n").rule == "file"


@pytest.mark.parametrize(
    "name",
    ["pictures/valey.png", "valley.png", "Pictures/Valley.PNG", "pictures/valley.jpg", "valley.pgn", "VALLEY.png"],
)
def test_what_was_probably_meant_is_offered(folder: Path, name: str) -> None:
    finding = refused(folder, f"file: {name}\nalt: A valley\n")
    assert finding.hint == "did you mean pictures/valley.png?"


@pytest.mark.parametrize("alt", ["UNICEF", "Valley", "Two men shake hands.", "2030 Agenda wheel", "Map of the aimag"])
def test_alternative_texts_are_texts(folder: Path, alt: str) -> None:
    Image.new("L", (30, 20)).save(folder / "unicef.png")
    assert made(folder, f"file: unicef.png\nalt: {alt}\n").alt == alt


@pytest.mark.parametrize(
    "alt", ["IMG_2041.jpg", "IMG_2041", "DSC 0012", "photo", "Picture 1", "a.PNG", "2041", "p-1", "Logo"]
)
def test_names_are_no_alternative_texts(folder: Path, alt: str) -> None:
    Image.new("L", (30, 20)).save(folder / "p-1.png")
    assert refused(folder, f"file: p-1.png\nalt: '{alt}'\n").rule == "alt"


@pytest.mark.parametrize(("typed", "meant"), [("true", True), ("yes", True), ("True", True)])
def test_a_picture_may_say_nothing(folder: Path, typed: str, meant: bool) -> None:
    found = made(folder, f"file: pictures/valley.png\ndecorative: {typed}\n")
    assert (found.decorative, found.alt) == (meant, None)


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("centre", (0.5, 0.5)),
        ("center", (0.5, 0.5)),
        ("left", (0.0, 0.5)),
        ("top right", (1.0, 0.0)),
        ("right-top", (1.0, 0.0)),
        ("Bottom", (0.5, 1.0)),
        ("{x: 30, y: 40}", (0.3, 0.4)),
        ("{x: 12.5%}", (0.125, 0.5)),
    ],
)
def test_the_point_that_must_be_seen(folder: Path, typed: str, point: tuple[float, float]) -> None:
    assert made(folder, f"file: pictures/valley.png\nalt: A\nfocus: {typed}\n".replace("A\n", "Land\n")).centre == point
    assert made(folder, "file: pictures/valley.png\nalt: Land\n").centre == (0.5, 0.5)


@pytest.mark.parametrize("typed", ["left left", "left top right", "{x: -1}", "{x: 101}", "{x: a}", "''", "[1, 2]"])
def test_other_places_are_refused(folder: Path, typed: str) -> None:
    assert refused(folder, f"file: pictures/valley.png\nalt: Land\nfocus: {typed}\n")


def test_a_factsheet_may_have_a_cover() -> None:
    text = "title: A\ncover: {file: pictures/valley.jpg, alt: Two riders, focus: top, credit: B. Bold}\n"
    found: Factsheet = sheet(text)
    assert found.cover is not None
    assert found.cover.centre == (0.5, 0.0)
    assert [str(part) for part in found.texts()] == ["A", "Two riders", "B. Bold"]

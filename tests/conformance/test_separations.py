"""Plates that Ghostscript makes of files whose ink is known."""

import tempfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pypdf import PdfReader, PdfWriter

from factsheet.preflight.examine import examine
from factsheet.preflight.hits import PageFacts
from factsheet.preflight.ink import measure
from factsheet.preflight.separations import PROCESS, PagePlates, SeparationError, Separations, separated
from factsheet.units import Rect
from tests.conformance.broken.sheet import x4
from tests.conformance.pdf_files import File, Name, Raw, Ref, Stream, write
from tests.conformance.programs import ROOT, Built, outside

pytestmark = pytest.mark.conformance

PROFILE = (ROOT / "factsheet/design/profiles/fogra39-coated.icc").read_bytes()
SIDE = 144
"""The width and height of a test page in points: two inches, which are 254 pixels."""

STATES = {
    "Over": {"OP": True, "op": True, "OPM": 1},
    "Under": {"OP": False, "op": False},
    "Multiply": {"BM": Name("Multiply")},
    "Half": {"ca": 0.5},
}


def spot(name: bytes) -> list[Any]:
    """A spot colour whose stand-in is half magenta, half yellow; ``name`` in the syntax of PDF."""
    tint = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [0, 0.5, 0.5, 0], "N": 1}
    return [Name("Separation"), Raw(b"/" + name), Name("DeviceCMYK"), tint]


def pdf(*contents: str, spots: Mapping[str, bytes] | None = None, profile: bytes = PROFILE, **page: Any) -> bytes:
    """A PDF with one page for each of ``contents``; ``page`` are entries of every page."""
    numbers = range(1, len(contents) + 1)
    resources = {"ExtGState": STATES, "ColorSpace": {key: spot(name) for key, name in (spots or {}).items()}}
    intent = {"Type": Name("OutputIntent"), "S": Name("GTS_PDFX"), "DestOutputProfile": Ref("profile")}
    objects: dict[str, Any] = {
        "catalog": {"Type": Name("Catalog"), "Pages": Ref("pages"), "OutputIntents": [intent] if profile else []},
        "pages": {"Type": Name("Pages"), "Count": len(contents), "Kids": [Ref(f"page{n}") for n in numbers]},
        "profile": Stream({"N": 4}, profile),
    }
    for n, content in zip(numbers, contents, strict=True):
        box = {"MediaBox": [0, 0, SIDE, SIDE], **page}
        kept = {"Type": Name("Page"), "Parent": Ref("pages"), "Resources": resources, "Contents": Ref(f"content{n}")}
        objects[f"page{n}"] = {**kept, **box}
        objects[f"content{n}"] = Stream({}, content.encode())
    return write(File(objects, {"Root": Ref("catalog")}))


def plates_of(data: bytes, **kept: Any) -> Separations:
    """The plates of ``data``; where Ghostscript is missing the test is skipped, or fails."""
    outside("gs", "--version")
    return separated(data, **kept)


def drawn(content: str, **kept: Any) -> PagePlates:
    """The plates of one page."""
    return plates_of(pdf(content, **kept)).pages[0]


def ink(page: PagePlates, x: float, y: float) -> dict[str, float]:
    """The ink in per cent at a point of user space, on each plate that has any."""
    row, column = round(page.height - y * page.ppi / 72), round(x * page.ppi / 72)
    found = {name: round(float(page.plate(name)[row, column]) / 2.55, 1) for name in page.names}
    return {name: share for name, share in found.items() if share}


def extent(plate: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """The first and last row and column with ink."""
    rows, columns = np.nonzero(plate.any(axis=1))[0], np.nonzero(plate.any(axis=0))[0]
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


CYAN_GROUND = "1 0 0 0 k 20 20 100 100 re f "


def test_black_that_overprints_leaves_the_ground_and_black_that_knocks_out_does_not() -> None:
    page = drawn(f"{CYAN_GROUND} /Over gs 0 0 0 1 k 30 30 20 20 re f /Under gs 80 80 20 20 re f")
    assert ink(page, 40, 40) == {"Cyan": 100.0, "Black": 100.0}
    assert ink(page, 90, 90) == {"Black": 100.0}
    assert ink(page, 60, 60) == {"Cyan": 100.0}


def test_overprint_adds_up_in_the_total() -> None:
    page = drawn(f"{CYAN_GROUND} /Over gs 0 0.5 0 0.75 k 30 30 20 20 re f")
    row, column = round(page.height - 40 * 127 / 72), round(40 * 127 / 72)
    assert page.total()[row, column] / 2.55 == pytest.approx(225, abs=1)


def test_numbers_of_cmyk_reach_their_plates_unchanged() -> None:
    for values in ((0.1, 0.23, 0.37, 0.61), (0.9, 0.8, 0.7, 0.6), (0.02, 0.0, 0.0, 0.98)):
        page = drawn(f"{' '.join(map(str, values))} k 20 20 100 100 re f")
        found = ink(page, 70, 70)
        for name, value in zip(PROCESS, values, strict=True):
            assert found.get(name, 0.0) == pytest.approx(value * 100, abs=0.5)


def test_grey_is_black_ink() -> None:
    assert set(ink(drawn("0.25 g 20 20 100 100 re f"), 70, 70)) == {"Black"}


def test_rgb_is_separated_with_the_profile_of_the_output_intent() -> None:
    content = "0 0 0 rg 20 20 50 50 re f 1 1 1 rg 80 80 40 40 re f"
    page = drawn(content)
    assert 280 < sum(ink(page, 40, 40).values()) < 302
    assert ink(page, 100, 100) == {}
    without = plates_of(pdf(content, profile=b""))
    assert [note.split(":")[0] for note in without.notes] == ["the file has no CMYK profile"]
    assert plates_of(pdf(content, profile=b""), profile=PROFILE).notes == ()


def test_transparency_is_blended_on_the_plates() -> None:
    page = drawn(
        "0.4 0 0 0 k 20 20 100 100 re f q /Multiply gs 0.5 0 0 0 k 30 30 20 20 re f Q "
        "/Half gs 0 1 0 0 k 80 80 20 20 re f"
    )
    assert ink(page, 40, 40)["Cyan"] == pytest.approx(70, abs=1)
    assert ink(page, 90, 90) == {"Cyan": pytest.approx(20, abs=1), "Magenta": pytest.approx(50, abs=1)}


NAMES = {
    "PANTONE#20185#20C": "PANTONE 185 C",
    "A#2FB": "A/B",
    "A#5CB": "A\\B",
    "A#3AB": "A:B",
    "A_B": "A_B",
    "100#25": "100%",
    "#28x#29": "(x)",
    "a.tif": "a.tif",
    "Gold": "Gold",
    "gold": "gold",
    "..#2F..#2Fup": "../../up",
    "#D0#A3#D0#BB#D0#B0#D0#B0#D0#BD": "Улаан",
    "Gr#C3#BCn": "Grün",
    "x" * 120: "x" * 120,
}


def test_each_spot_colour_has_its_own_plate_by_its_own_name() -> None:
    spots = {f"S{n}": name.encode() for n, name in enumerate(NAMES)}
    places = {name: (10 + 9 * (n % 12), 20 + 20 * (n // 12)) for n, name in enumerate(NAMES.values())}
    content = " ".join(f"/S{n} cs 1 scn {x} {y} 6 6 re f" for n, (x, y) in enumerate(places.values()))
    page = drawn(content, spots=spots)
    assert set(page.names) == {*PROCESS, *NAMES.values()}
    for name, (x, y) in places.items():
        assert ink(page, x + 3, y + 3) == {name: 100.0}
    assert not page.total().any()


def test_the_plates_of_a_page_are_those_that_it_uses() -> None:
    found = plates_of(pdf("/S cs 1 scn 20 20 9 9 re f", "0 0 0 1 k 20 20 9 9 re f", spots={"S": b"Gold"}))
    assert [page.number for page in found.pages] == [1, 2]
    assert found.pages[0].names == (*PROCESS, "Gold")
    assert found.pages[1].names == PROCESS


def test_registration_colour_is_on_every_plate_and_none_on_no_plate() -> None:
    spots = {"All": b"All", "None": b"None", "Gold": b"Gold"}
    page = drawn(
        "/All cs 1 scn 20 20 20 20 re f /None cs 1 scn 60 60 20 20 re f /Gold cs 1 scn 90 90 9 9 re f", spots=spots
    )
    assert ink(page, 30, 30) == dict.fromkeys((*PROCESS, "Gold"), 100.0)
    assert ink(page, 70, 70) == {}


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"Rotate": 90},
        {"Rotate": 270},
        {"CropBox": [60, 60, 100, 100]},
        {"CropBox": [60, 60, 100, 100], "Rotate": 180},
        {"UserUnit": 2},
        {"MediaBox": [144, 144, 0, 0]},
    ],
)
def test_plates_show_the_whole_sheet_unturned(kept: dict[str, Any]) -> None:
    page = drawn("1 0 0 0 k 0 134 20 10 re f", **kept)
    assert (page.width, page.height) == (254, 254)
    first, last, left, right = extent(page.plate("Cyan"))
    assert (first, left) == (0, 0)
    assert last == pytest.approx(10 * 127 / 72, abs=1)
    assert right == pytest.approx(20 * 127 / 72, abs=1)


def test_a_media_box_away_from_the_origin_is_told() -> None:
    page = drawn("1 0 0 0 k 100 50 20 10 re f", MediaBox=[100, 50, 244, 194])
    assert (page.left, page.bottom, page.width, page.height) == (100.0, 50.0, 254, 254)
    _, last, left, _ = extent(page.plate("Cyan"))
    assert (last, left) == (253, 0)


def test_a_hairline_weighs_what_it_prints() -> None:
    """Without finer pixels a line of a quarter point would weigh more than twice as much."""
    page = drawn("0 0 0 1 K 0.25 w 0 70.3 m 144 70.3 l S")
    weight = float(page.plate("Black").astype(float).sum()) / 255
    assert weight * (72 / 127) ** 2 == pytest.approx(0.25 * SIDE, rel=0.25)


def test_too_much_ink_is_found_where_it_is() -> None:
    found = plates_of(pdf("1 0.9 0.8 0.6 k 50 60 30 20 re f", "0.2 g 0 0 99 99 re f"))
    pages = [PageFacts(n, {"MediaBox": Rect(0.0, 0.0, SIDE, SIDE)}) for n in (1, 2)]
    facts, (hit,) = measure(found, pages, 300.0)
    assert facts is not None
    assert (hit.rule, hit.page, facts.page) == ("H-09", 1, 1)
    assert facts.most == pytest.approx(330, abs=1)
    assert hit.place is not None
    assert 50 - 1 < hit.place.x < hit.place.right < 80 + 1
    assert SIDE - 80 - 1 < hit.place.y < hit.place.bottom < SIDE - 60 + 1


@pytest.mark.parametrize("name", ["mongolia-labour-migration", "specimen"])
def test_the_print_edition_stays_within_its_limit(built: Built, name: str) -> None:
    path = built.file(name, "print")
    pages = [
        PageFacts(number, {box: _box(page[f"/{box}"]) for box in ("MediaBox", "BleedBox", "TrimBox")})
        for number, page in enumerate(PdfReader(path).pages, 1)
    ]
    facts, hits = measure(plates_of(path.read_bytes()), pages, 300.0)
    assert facts is not None
    assert facts.most > 50
    assert hits == ()
    assert all(set(plates) >= set(PROCESS) for plates in facts.plates)


def _box(value: Any) -> Rect:
    left, bottom, right, top = map(float, value)
    return Rect(left, bottom, right - left, top - bottom)


# -- when it goes wrong


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everything temporary, so that what is left over can be seen."""
    folder = tmp_path / "room with 100 % and (signs)"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program called gs that does as ``script`` says."""
    program = tmp_path / "bin" / "gs"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def test_nothing_is_left_over_in_a_folder_of_any_name(room: Path) -> None:
    assert ink(drawn(CYAN_GROUND), 70, 70) == {"Cyan": 100.0}
    assert list(room.iterdir()) == []


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'Error: /undefined in stroke'; exit 1", r"Ghostscript failed \(Error: /undefined in stroke\)"),
        ("exit 3", r"Ghostscript failed \(exit code 3\)"),
        ("exec sleep 30", "did not finish within 0.3 seconds"),
        ("exit 0", "made no plates"),
    ],
)
def test_a_failure_of_ghostscript_is_a_sentence(
    script: str, reason: str, room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(tmp_path, monkeypatch, script)
    with pytest.raises(SeparationError, match=f"the ink on the plates was not measured: .*{reason}"):
        separated(pdf(CYAN_GROUND), timeout=0.3)
    assert list(room.iterdir()) == []


def test_a_page_that_cannot_be_drawn_is_named() -> None:
    """The name of its colour is too long for the name of a file."""
    long = "".join(f"#{byte:02X}" for byte in ("Ө" * 60).encode()).encode()
    found = plates_of(pdf(CYAN_GROUND, "/S cs 1 scn 20 20 20 20 re f", spots={"S": long}))
    assert [page.number for page in found.pages] == [1]
    assert found.notes == ("no plates could be made of page 2: its ink was not measured",)


def test_more_spot_colours_than_there_are_plates_are_told() -> None:
    spots = {f"S{n}": f"Spot{n}".encode() for n in range(70)}
    content = " ".join(f"/S{n} cs 1 scn {2 * n} 20 1 9 re f" for n in range(70))
    found = plates_of(pdf(content, spots=spots))
    assert any("more than 60 spot colours" in note for note in found.notes)
    assert len(found.pages[0].names) == 64


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
def test_a_damaged_file_never_ends_in_a_traceback(keep: float) -> None:
    data = pdf(CYAN_GROUND, CYAN_GROUND)
    outside("gs", "--version")
    with suppress(SeparationError):
        found = separated(data[: int(len(data) * keep)])
        assert all(page.plate("Cyan").shape == (page.height, page.width) for page in found.pages)
        assert found.pages or found.notes
        return
    with pytest.raises(SeparationError, match="not measured"):
        separated(data[: int(len(data) * keep)])


def test_a_profile_that_is_none_is_passed_over() -> None:
    found = plates_of(pdf(CYAN_GROUND, profile=b"no profile at all"))
    assert ink(found.pages[0], 70, 70) == {"Cyan": 100.0}
    assert any("no CMYK profile" in note for note in found.notes)


def test_a_file_that_opens_without_a_password_is_measured() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf(CYAN_GROUND)))
    writer.encrypt("", "owner")
    file = BytesIO()
    writer.write(file)
    assert ink(plates_of(file.getvalue()).pages[0], 70, 70) == {"Cyan": 100.0}


@pytest.mark.parametrize("box", [[0, 0, 0.1, 0.1], [0, 0, 0.4, 800]])
def test_a_page_smaller_than_a_pixel_has_no_plates(box: list[float]) -> None:
    sheet = x4()
    sheet["page"]["MediaBox"] = sheet["page"]["TrimBox"] = sheet["page"]["BleedBox"] = box
    outside("gs", "--version")
    report, found = examine(sheet.pdf(), "tiny.pdf")
    assert found is None
    assert report.unmeasured == ("the ink on the plates was not measured: Ghostscript made no plates of this file",)
    assert "X-30" in {hit.rule for hit in report.hits}

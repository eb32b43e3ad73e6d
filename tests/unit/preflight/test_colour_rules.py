"""Rules of colour: what passes, what is told how often, and which plates there are."""

from collections.abc import Sequence

import pytest

from factsheet.preflight import colour_rules
from factsheet.preflight.hits import Hit
from factsheet.preflight.house import Limits
from tests.conformance.broken.sheet import Sheet
from tests.conformance.pdf_files import Name
from tests.unit.preflight.made import context, marks, opened, page


def hits(sheet: Sheet, *, standard: str = "x4", limits: Limits | None = None) -> list[Hit]:
    file, asked = opened(sheet), context(sheet, standard=standard, limits=limits)
    return [hit for _, judge in colour_rules.JUDGES for hit in judge(file, asked)]


def separation(name: str, values: Sequence[float] = (0, 0.2, 0.6, 0)) -> list[object]:
    transform = {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0, 0, 0, 0], "C1": list(values)}
    return [Name("Separation"), Name(name.replace(" ", "#20")), Name("DeviceCMYK"), transform]


def test_cmyk_and_grey_pass() -> None:
    assert hits(page(b"0 0 0 1 k 50 50 5 5 re f .5 g 60 60 5 5 re f")) == []


def test_many_faults_of_one_kind_are_one_hit_with_every_place() -> None:
    found = [hit for hit in hits(page(b"1 0 0 rg " + b"50 50 5 5 re f " * 12)) if hit.rule == "X-40"]
    assert [(hit.message, len(hit.others)) for hit in found] == [("a shape is painted in RGB (12 times)", 11)]


def test_rgb_outside_the_bleed_breaks_pdf_x_and_not_gwg() -> None:
    assert {hit.rule for hit in hits(page(b"1 0 0 rg 1 1 5 5 re f"))} == {"X-40"}


@pytest.mark.parametrize(("wanted", "count"), [(frozenset(), 1), (frozenset({"Gold"}), 0), (frozenset({"Silver"}), 1)])
def test_spot_colours_that_are_wanted_are_not_told(wanted: frozenset[str], count: int) -> None:
    sheet = page(b"/S cs 1 scn 50 50 5 5 re f", ColorSpace={"S": separation("Gold")})
    found = hits(sheet, limits=Limits(spots=wanted))
    assert [hit.rule for hit in found] == ["R0020"] * count
    assert all(hit.level == "warning" for hit in found)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("PANTONE 871 C", "PANTONE 871 U", "R0021"),
        ("PANTONE 871 C", "pantone 871 c", "R0022"),
        ("Gold", "Silver", "R0023"),
    ],
)
def test_spot_colours_that_are_probably_one(one: str, other: str, rule: str) -> None:
    spaces = {"A": separation(one), "B": separation(other)}
    sheet = page(b"/A cs 1 scn 50 50 5 5 re f /B cs 1 scn 60 60 5 5 re f", ColorSpace=spaces)
    assert rule in {hit.rule for hit in hits(sheet)}


def test_spot_colours_that_differ_are_two() -> None:
    spaces = {"A": separation("Gold"), "B": separation("Blue", (1, 0.5, 0, 0))}
    sheet = page(b"/A cs 1 scn 50 50 5 5 re f /B cs 1 scn 60 60 5 5 re f", ColorSpace=spaces)
    assert {hit.rule for hit in hits(sheet)} == {"R0020"}


def test_the_registration_colour_is_for_marks() -> None:
    spaces = {"A": separation("All", (1, 1, 1, 1))}
    assert hits(page(b"/A cs 1 scn 1 1 5 5 re f", ColorSpace=spaces)) == []
    assert [hit.rule for hit in hits(page(b"/A cs 1 scn 50 50 5 5 re f", ColorSpace=spaces))] == ["R0024"]


def test_x1a_takes_plates_alone() -> None:
    sheet = page(b"/L cs 50 0 0 scn 50 50 5 5 re f", ColorSpace={"L": [Name("Lab"), {"WhitePoint": [1, 1, 1]}]})
    assert "X-41" in {hit.rule for hit in hits(sheet, standard="x1a")}
    assert "X-41" not in {hit.rule for hit in hits(sheet)}


def test_plates_are_those_with_ink() -> None:
    content = b"0 1 0 0 k 50 50 5 5 re f /S cs 1 scn 60 60 5 5 re f"
    assert colour_rules.plates(marks(content, ColorSpace={"S": separation("Gold")})) == ("Magenta", "Gold")
    assert colour_rules.plates(marks(b"q 9 0 0 9 50 50 cm /Picture Do Q")) == ("Cyan", "Magenta", "Yellow", "Black")
    assert colour_rules.plates([]) == ()

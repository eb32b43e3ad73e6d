"""Printing conditions: how they are known by their profiles."""

from pathlib import Path

import pytest

from factsheet.design.press import HOUSE, MARKS, Press, condition, registered_name


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("ISO Coated v2 300% (ECI)", "FOGRA39"),
        ("PSO Coated v3 (FOGRA51)", "FOGRA51"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("PSO Uncoated ISO12647 (ECI)", "FOGRA47"),
        ("GRACoL2006_Coated1v2", "CGATS TR 006"),
        ("SWOP2006_Coated3v2", "CGATS TR 003"),
        ("SWOP2006_Coated5v2", "CGATS TR 005"),
        ("Japan Color 2001 Coated", "JC200103"),
        ("Our own press", ""),
        ("", ""),
    ],
)
def test_registered_names(description: str, name: str) -> None:
    assert registered_name(description) == name


def test_the_house_prints_on_coated_paper() -> None:
    found = condition()
    assert (found.identifier, found.registered, found.path) == ("FOGRA39", True, HOUSE)
    assert "FOGRA39" in found.information


def test_another_profile_is_known_by_what_it_says_or_by_what_the_theme_says(tmp_path: Path) -> None:
    own = tmp_path / "own.icc"
    own.write_bytes(HOUSE.read_bytes().replace(b"FOGRA39L coated, 300 % ink", b"Blue paper, our own press!"))
    found = condition(own)
    assert (found.identifier, found.information, found.registered) == ("Custom", "Blue paper, our own press!", False)
    assert condition(own, "FOGRA52").identifier == "FOGRA52"
    assert condition(own, "FOGRA52").registered
    assert found.digest != condition().digest


def test_what_a_press_gets_where_nobody_says_otherwise() -> None:
    press = Press(condition())
    assert (press.standard, press.ink_limit, press.marks) == ("x4", 300, MARKS)
    assert "fold" not in MARKS

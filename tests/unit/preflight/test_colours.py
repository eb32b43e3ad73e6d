"""Colour spaces: what they are, what they rest on, and the ink that their colours lay."""

from typing import Any

import pytest

from factsheet.preflight.colours import DEVICE, GREY, Space, space_of
from factsheet.preflight.opened import Opened
from tests.conformance.pdf_files import Name, Stream
from tests.unit.preflight.made import opened, page

CMYK = Name("DeviceCMYK")


def tint(values: list[float]) -> dict[str, Any]:
    return {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0, 0, 0, 0], "C1": values}


def found(thing: Any, **more: Any) -> Space | None:
    file: Opened = opened(page(b"", ColorSpace={"X": thing, **more}))
    resources, _ = file.resources(file.pages[0])
    return space_of(file, "X", resources)


@pytest.mark.parametrize(
    ("thing", "family", "count"),
    [
        (Name("DeviceRGB"), "DeviceRGB", 3),
        ([Name("DeviceCMYK")], "DeviceCMYK", 4),
        ([Name("CalGray"), {"WhitePoint": [1, 1, 1]}], "CalGray", 1),
        ([Name("Lab"), {"WhitePoint": [1, 1, 1]}], "Lab", 3),
        ([Name("Separation"), Name("Gold"), CMYK, tint([0, 0.2, 0.6, 0])], "Separation", 1),
        ([Name("DeviceN"), [Name("Gold"), Name("Black")], CMYK, tint([0, 0, 0, 1])], "DeviceN", 2),
        ([Name("Indexed"), CMYK, 1, b"\x00" * 8], "Indexed", 1),
        ([Name("Pattern"), CMYK], "Pattern", 0),
    ],
)
def test_families(thing: Any, family: str, count: int) -> None:
    space = found(thing)
    assert space is not None
    assert (space.family, space.count) == (family, count)


def test_a_profile_tells_how_many_components_there_are() -> None:
    sheet = page(b"")
    sheet.objects["own"] = Stream({"N": 3}, b"profile")
    from tests.conformance.pdf_files import Ref

    sheet.resource("ColorSpace", "X", [Name("ICCBased"), Ref("own")])
    file = opened(sheet)
    space = space_of(file, "X", file.resources(file.pages[0])[0])
    assert space is not None
    assert (space.family, space.count, space.profile) == ("ICCBased", 3, b"profile")


def test_everything_that_a_space_rests_on() -> None:
    space = found(
        [Name("Indexed"), [Name("Separation"), Name("Gold"), Name("DeviceRGB"), tint([0, 0, 0])], 1, b"\x00\x01"]
    )
    assert space is not None
    assert [one.family for one in space.chain] == ["Indexed", "Separation", "DeviceRGB"]


def test_a_default_stands_in_for_a_device_space() -> None:
    file = opened(page(b"", ColorSpace={"DefaultRGB": [Name("CalRGB"), {"WhitePoint": [1, 1, 1]}]}))
    space = space_of(file, "DeviceRGB", file.resources(file.pages[0])[0])
    assert space is not None
    assert space.remapped is not None
    assert [one.family for one in space.chain] == ["DeviceRGB", "CalRGB"]


@pytest.mark.parametrize("thing", [Name("Nowhere"), [], 7, [Name("Indexed")], [Name("Separation")], [Name("ICCBased")]])
def test_what_is_none_is_survived(thing: Any) -> None:
    space = found(thing)
    assert space is None or space.family in ("Indexed", "Separation", "ICCBased")


def test_a_space_that_rests_on_itself_comes_to_an_end() -> None:
    space = found([Name("Indexed"), Name("X"), 1, b"\x00"])
    assert space is not None
    assert len(space.chain) < 20


@pytest.mark.parametrize(
    ("space", "colour", "inks"),
    [
        (DEVICE["DeviceCMYK"], (0.1, 0, 0, 1), {"Cyan": 0.1, "Magenta": 0, "Yellow": 0, "Black": 1}),
        (GREY, (0.25,), {"Black": 0.75}),
        (Space("Separation", 1, names=("Gold",)), (0.4,), {"Gold": 0.4}),
        (Space("DeviceN", 2, names=("Gold", "None")), (0.4, 1), {"Gold": 0.4}),
        (DEVICE["DeviceRGB"], (0, 0, 0), None),
        (Space("ICCBased", 1), (0,), None),
        (Space("ICCBased", 4), (0, 0, 0, 1), None),
        (DEVICE["DeviceCMYK"], (0, 0), None),
    ],
)
def test_the_ink_of_a_colour(space: Space, colour: tuple[float, ...], inks: dict[str, float] | None) -> None:
    assert space.inks(colour) == inks


def test_one_way_of_standing_in_is_one_definition() -> None:
    spaces = [
        found([Name("Separation"), Name("Gold"), CMYK, tint(values)])
        for values in ([0, 0.2, 0.6, 0], [0, 0.20, 0.600, 0], [0, 0.3, 0.6, 0])
    ]
    definitions = [space.definition for space in spaces if space is not None]
    assert definitions[0] == definitions[1] != definitions[2]

"""ICC profiles: what they say of themselves, and what is wrong with those that cannot be used for a press."""

import struct
from collections.abc import Callable

import pytest
from PIL import ImageCms

from factsheet.design import icc
from factsheet.design.press import HOUSE

WHOLE = HOUSE.read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def changed(at: int, data: bytes) -> bytes:
    return WHOLE[:at] + data + WHOLE[at + len(data) :]


def without(tag: str) -> bytes:
    at = WHOLE.index(tag.encode(), 128)
    return changed(at, b"xxxx")


def table(tag: str) -> int:
    return icc.tags(WHOLE)[tag][0]


def test_the_profile_of_the_house_is_whole() -> None:
    assert icc.faults(WHOLE) == []
    found = icc.facts(WHOLE)
    assert (found.space, found.kind, found.connection, found.version) == ("CMYK", "prtr", "Lab", "2.2")
    assert found.description == "FOGRA39L coated, 300 % ink"


BROKEN: list[tuple[Callable[[], bytes], str]] = [
    (lambda: b"", "not an ICC profile"),
    (lambda: b"nonsense" * 100, "not an ICC profile"),
    (lambda: WHOLE[:100], "not an ICC profile"),
    (lambda: WHOLE[:-1000], "it is damaged"),
    (lambda: WHOLE + b"more", "it is damaged"),
    (lambda: changed(36, b"ACSP"), "not an ICC profile"),
    (lambda: changed(8, b"\x05"), "version is 5"),
    (lambda: changed(8, b"\x00"), "version is unknown"),
    (lambda: changed(12, b"mntr"), "a screen, not a press"),
    (lambda: changed(16, b"RGB "), "RGB, not CMYK"),
    (lambda: changed(20, b"Luv "), "Lab or XYZ"),
    (lambda: without("B2A0"), "lacks the tables B2A0"),
    (lambda: without("A2B2"), "lacks the tables A2B2"),
    (lambda: changed(128, struct.pack(">I", 0)), "part of it is missing"),
    (lambda: changed(128, struct.pack(">I", 4_000_000_000)), "part of it is missing"),
    (lambda: changed(136, struct.pack(">I", 4_000_000_000)), "part of it is missing"),
    (lambda: changed(table("A2B0"), b"\0\0\0\0"), "no known kind"),
    (lambda: changed(table("B2A1") + 8, b"\x04\x03"), "not between CMYK and Lab"),
    (lambda: SRGB, "RGB, not CMYK"),
]


@pytest.mark.parametrize(("make", "said"), BROKEN)
def test_what_is_wrong_is_said(make: Callable[[], bytes], said: str) -> None:
    assert any(said in fault for fault in icc.faults(make()))


@pytest.mark.parametrize("length", [0, 3, 40, 128, 131, 140, 300])
def test_a_piece_of_a_profile_is_read_without_a_fall(length: int) -> None:
    assert icc.faults(WHOLE[:length])
    assert icc.facts(WHOLE[:length]).description == ""


def test_a_description_in_unicode() -> None:
    text = "Бумага".encode("utf-16-be")
    record = b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"ru", b"RU", len(text), 28) + text
    profile = WHOLE[:128] + struct.pack(">I4sII", 1, b"desc", 144, len(record)) + record
    assert icc.facts(profile).description == "Бумага"

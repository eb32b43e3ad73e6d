"""Fonts: codes in strings, widths in both forms, encodings and Unicode maps."""

from typing import Any

import pytest

from factsheet.preflight.fonts import Font, font_of, unicode_map
from tests.conformance.pdf_files import Name, Ref, Stream
from tests.unit.preflight.made import opened, page

IDENTITY = Name("Identity-H")


def font(**objects: Any) -> Font:
    sheet = page()
    sheet.objects |= objects
    sheet.resource("Font", "X", Ref("x"))
    file = opened(sheet)
    resources, _ = file.resources(file.pages[0])
    raw = file.raw(file.get(resources, "Font"), "X")
    return font_of(file, file.dictionary(raw), file.label(raw))


def type0(widths: list[Any], encoding: Any = IDENTITY, **more: Any) -> Font:
    cid = {"Subtype": Name("CIDFontType2"), "DW": 500, "W": widths}
    head = {"Subtype": Name("Type0"), "BaseFont": Name("ABCDEF+Face"), "Encoding": encoding}
    return font(x={**head, "DescendantFonts": [Ref("cid")]}, cid=cid, **more)


def test_names_of_subsets() -> None:
    found = type0([])
    assert (found.name, found.subset, found.kind) == ("Face", True, "Type0")


def test_widths_of_cids_in_both_forms() -> None:
    found = type0([3, [100, 200], 10, 12, 300])
    assert [found.width(code) for code in (2, 3, 4, 5, 10, 12, 13)] == [500, 100, 200, 500, 300, 300, 500]


@pytest.mark.parametrize("widths", [[3], [3, 4], [[1]], [3, [Name("A")]], [1, 99999999, 7]])
def test_odd_widths_are_survived(widths: list[Any]) -> None:
    assert isinstance(type0(widths).width(1), float)


def test_codes_of_two_bytes_and_of_one() -> None:
    assert list(type0([]).codes(b"\x00\x01\x02")) == [1, 2]
    simple = font(x={"Subtype": Name("TrueType"), "BaseFont": Name("Face")})
    assert list(simple.codes(b"\x00\x01")) == [0, 1]
    assert simple.is_space(32)
    assert simple.is_blank(32)


def test_an_embedded_map_of_codes() -> None:
    data = b"1 begincidrange <0000> <0010> 100 endcidrange 1 begincidchar <0020> 7 endcidchar"
    found = type0([], Ref("map"), map=Stream({}, data))
    assert [found.cid(code) for code in (0, 5, 0x20, 0x30)] == [100, 105, 7, 0]
    assert type0([], Name("UniGB-UCS2-H")).cid(5) is None


def test_widths_of_a_simple_font() -> None:
    found = font(x={"Subtype": Name("Type1"), "FirstChar": 65, "Widths": [600, 700]})
    assert (found.says_width(65), found.says_width(66), found.says_width(67)) == (600, 700, None)


def test_differences_name_codes() -> None:
    encoding = {"Differences": [65, Name("A"), Name("B"), 97, Name("a")]}
    found = font(x={"Subtype": Name("Type1"), "Encoding": encoding})
    assert found.differences == {65: "A", 66: "B", 97: "a"}


def test_unicode_in_every_form() -> None:
    data = (
        b"2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar "
        b"1 beginbfrange <0010> <0012> <0061> endbfrange 1 beginbfrange <20> <21> [<0058> <00590059>] endbfrange"
    )
    assert unicode_map(data) == {1: "A", 2: "😀", 16: "a", 17: "b", 18: "c", 32: "X", 33: "YY"}
    assert unicode_map(b"nonsense") == {}


def test_drawings_of_a_type_3_font() -> None:
    encoding = {"Differences": [97, Name("box"), Name("gone")]}
    head = {"Subtype": Name("Type3"), "FontMatrix": [0.01, 0, 0, 0.01, 0, 0], "Encoding": encoding, "FirstChar": 97}
    found = font(x={**head, "Widths": [50], "CharProcs": {"box": Ref("box")}}, box=Stream({}, b"0 0 9 9 re f"))
    assert list(found.drawings) == [97]
    assert found.width(97) == pytest.approx(500)

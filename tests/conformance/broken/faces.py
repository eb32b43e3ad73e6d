"""The face of the correct files: a subset of Noto Sans, its codes, widths and mapping to Unicode."""

import string
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from tests.conformance.pdf_files import Name, Ref, Stream

FILE = Path(__file__).parents[3] / "fonts/noto-sans/NotoSans-Regular.ttf"
SIGNS = string.ascii_letters + string.digits + " .,:-"
UNUSED = "€"
"""A sign that the face has and the subset lacks; its glyph is beyond the last of the subset."""


@cache
def _font() -> Any:
    return hb.Font(hb.Face(hb.Blob(FILE.read_bytes())))


def glyph(sign: str) -> int:
    """The glyph of ``sign``, which is its code as well."""
    found: int = _font().get_nominal_glyph(ord(sign))
    return found


def codes(text: str) -> bytes:
    """``text`` as a string of codes for Identity-H."""
    return b"<" + b"".join(b"%04x" % glyph(sign) for sign in text) + b">"


@cache
def _program() -> bytes:
    wish = hb.SubsetInput()
    wish.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    wish.sets(hb.SubsetInputSets.GLYPH_INDEX).set({glyph(sign) for sign in SIGNS})
    wish.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag) for tag in (b"GSUB", b"GPOS", b"GDEF", b"name", b"post")
    )
    return bytes(hb.subset(_font().face, wish).blob.data)


def font_objects() -> dict[str, Any]:
    """A Type 0 font with its descendant, descriptor, program and mapping (ISO 32000-1, 9.7)."""
    name = Name("ABCDEF+NotoSans-Regular")
    face = {"Type": Name("Font"), "Subtype": Name("Type0"), "BaseFont": name, "Encoding": Name("Identity-H")}
    cid = {"Type": Name("Font"), "Subtype": Name("CIDFontType2"), "BaseFont": name, "DW": 600}
    cid |= {"W": _widths(), "CIDToGIDMap": Name("Identity")}
    system = {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0}
    descriptor = {
        "Type": Name("FontDescriptor"), "FontName": name, "Flags": 4, "FontBBox": [-621, -293, 2800, 1069],
        "ItalicAngle": 0, "Ascent": 1069, "Descent": -293, "CapHeight": 714, "StemV": 90, "FontFile2": Ref("program"),
    }  # fmt: skip
    return {
        "font": {**face, "DescendantFonts": [Ref("cidfont")], "ToUnicode": Ref("tounicode")},
        "cidfont": {**cid, "CIDSystemInfo": system, "FontDescriptor": Ref("descriptor")},
        "descriptor": descriptor,
        "program": Stream({"Length1": len(_program())}, _program()),
        "tounicode": Stream({}, _to_unicode()),
    }  # fmt: skip


def _widths() -> list[Any]:
    found: list[Any] = []
    for at in sorted({glyph(sign) for sign in SIGNS}):
        found += [at, [_font().get_glyph_h_advance(at)]]
    return found


def _to_unicode() -> bytes:
    pairs = sorted((glyph(sign), ord(sign)) for sign in SIGNS)
    lines = [b"<%04X> <%04X>" % pair for pair in pairs]
    return b"\n".join([
        b"/CIDInit /ProcSet findresource begin", b"12 dict begin", b"begincmap",
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        b"/CMapName /Adobe-Identity-UCS def", b"/CMapType 2 def",
        b"1 begincodespacerange", b"<0000> <FFFF>", b"endcodespacerange",
        b"%d beginbfchar" % len(lines), *lines, b"endbfchar",
        b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end",
    ])  # fmt: skip

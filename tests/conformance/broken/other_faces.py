"""Faces in the other ways in which fonts are kept, sound and broken: simple TrueType, bare CFF, CFF by CID."""

from functools import cache
from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from tests.conformance.broken.faces import FILE, font_objects
from tests.conformance.broken.sheet import Sheet
from tests.conformance.broken.sound import passes
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream

LETTERS = "Wels"
NAME = Name("ABCDEF+Sheet")


@passes()
def simple_truetype(sheet: Sheet) -> None:
    _truetype(sheet)


@breaks("B-11")
def width_of_simple_truetype_is_wrong(sheet: Sheet) -> None:
    _truetype(sheet)
    sheet["simple"]["Widths"][ord("e") - 32] += 4


@breaks("B-12", "B-10", "B-11")
def letter_that_simple_truetype_lacks(sheet: Sheet) -> None:
    _truetype(sheet, b"<80>")


@breaks("B-10")
def simple_truetype_is_not_embedded(sheet: Sheet) -> None:
    _truetype(sheet)
    del sheet["simple-descriptor"]["FontFile2"]


@passes()
def bare_cff(sheet: Sheet) -> None:
    _bare_cff(sheet)


@breaks("B-11")
def width_of_bare_cff_is_wrong(sheet: Sheet) -> None:
    _bare_cff(sheet)
    sheet["simple"]["Widths"][ord("e") - 32] += 4


@breaks("B-12", "B-10", "B-11")
def letter_that_bare_cff_lacks(sheet: Sheet) -> None:
    _bare_cff(sheet, b"(Wello)")


@passes()
def cff_by_cid(sheet: Sheet) -> None:
    _cff_by_cid(sheet)


@breaks("B-11")
def width_of_cff_by_cid_is_wrong(sheet: Sheet) -> None:
    _cff_by_cid(sheet)
    sheet["cff"]["W"][1][1] += 4


@breaks("B-10", "B-12")
def glyph_that_cff_by_cid_lacks(sheet: Sheet) -> None:
    _cff_by_cid(sheet, b"<0001000200FF>")


@passes()
def cff_in_an_opentype_font(sheet: Sheet) -> None:
    _cff_by_cid(sheet)
    sheet.objects["cff-program"] = Stream({"Subtype": Name("OpenType")}, _opentype())


@breaks("B-11")
def width_of_cff_in_an_opentype_font_is_wrong(sheet: Sheet) -> None:
    cff_in_an_opentype_font(sheet)
    sheet["cff"]["W"][1][0] += 4


def _truetype(sheet: Sheet, text: bytes = b"(Wells)") -> None:
    """A subset by WinAnsiEncoding (ISO 32000-1, 9.6.3)."""
    sheet.objects["simple-program"] = font_objects()["program"]
    _simple(sheet, "TrueType", {"Encoding": Name("WinAnsiEncoding")}, {"Flags": 32, "FontFile2": Ref("simple-program")})
    _shown(sheet, "simple", text)


def _bare_cff(sheet: Sheet, text: bytes = b"(Wells)") -> None:
    """A subset by the encoding of the font itself (9.6.2, 9.9)."""
    sheet.objects["simple-program"] = Stream({"Subtype": Name("Type1C")}, _cff())
    _simple(sheet, "Type1", {}, {"Flags": 4, "FontFile3": Ref("simple-program")})
    _shown(sheet, "simple", text)


def _simple(sheet: Sheet, kind: str, keys: dict[str, Any], program: dict[str, Any]) -> None:
    widths = [_advance(chr(code)) for code in range(32, 127)]
    sheet.objects["simple-descriptor"] = {**_descriptor(), **program}
    sheet.objects["simple"] = {
        "Type": Name("Font"), "Subtype": Name(kind), "BaseFont": NAME, "FirstChar": 32, "LastChar": 126,
        "Widths": widths, "FontDescriptor": Ref("simple-descriptor"), **keys,
    }  # fmt: skip


def _cff_by_cid(sheet: Sheet, text: bytes = b"<00010002000300030004>") -> None:
    """A subset by its glyphs (9.7.4.2: a program without CIDs has glyph = CID)."""
    sheet.objects["cff-program"] = Stream({"Subtype": Name("CIDFontType0C")}, _cff())
    sheet.objects["cff-descriptor"] = {**_descriptor(), "Flags": 4, "FontFile3": Ref("cff-program")}
    sheet.objects["cff"] = {
        "Type": Name("Font"), "Subtype": Name("CIDFontType0"), "BaseFont": NAME, "DW": 1000,
        "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
        "W": [1, [_advance(sign) for sign in LETTERS]], "FontDescriptor": Ref("cff-descriptor"),
    }  # fmt: skip
    sheet.objects["cff-font"] = {
        "Type": Name("Font"), "Subtype": Name("Type0"), "BaseFont": NAME, "Encoding": Name("Identity-H"),
        "DescendantFonts": [Ref("cff")],
    }  # fmt: skip
    _shown(sheet, "cff-font", text)


def _shown(sheet: Sheet, font: str, text: bytes) -> None:
    sheet.resource("Font", "Other", Ref(font))
    sheet.paint(b"/Black gs 0 0 0 1 k BT /Other 10 Tf 60 200 Td " + text + b" Tj ET")


def _descriptor() -> dict[str, Any]:
    return {"Type": Name("FontDescriptor"), "FontName": NAME, "FontBBox": [-621, -293, 2800, 1069], "ItalicAngle": 0,
            "Ascent": 1069, "Descent": -293, "CapHeight": 714, "StemV": 90}  # fmt: skip


@cache
def _source() -> TTFont:
    return TTFont(FILE)


def _advance(sign: str) -> int:
    font = _source()
    width: int = font["hmtx"][font.getBestCmap()[ord(sign)]][0]
    return width


@cache
def _opentype() -> bytes:
    """The letters with outlines of CFF: glyphs 1 to 4."""
    names = [_source().getBestCmap()[ord(sign)] for sign in LETTERS]
    glyphs, advances = (
        _source().getGlyphSet(),
        {".notdef": 600, **dict(zip(LETTERS, map(_advance, LETTERS), strict=True))},
    )
    outlines = {}
    for name, drawn in ((".notdef", ".notdef"), *zip(LETTERS, names, strict=True)):
        pen = T2CharStringPen(advances[name], glyphs)
        glyphs[drawn].draw(pen)
        outlines[name] = pen.getCharString()
    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder(list(outlines))
    made.setupCharacterMap({ord(sign): sign for sign in LETTERS})
    made.setupCFF("Sheet", {"FullName": "Sheet"}, outlines, {})
    made.setupHorizontalMetrics({name: (advance, 0) for name, advance in advances.items()})
    made.setupHorizontalHeader(ascent=1069, descent=-293)
    made.setupPost()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _cff() -> bytes:
    """The table of outlines alone; names of glyphs are those of letters, in the standard encoding."""
    data: bytes = TTFont(BytesIO(_opentype())).getTableData("CFF ")
    return data

"""Font programs of all kinds: glyphs, widths, names and character maps."""

import struct
from functools import cache
from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from factsheet.preflight.programs import UnknownProgramError, program_of

NAMES = [".notdef", "space", "A", "B"]
MAP = {32: "space", 65: "A", 66: "B"}
WIDTHS = {".notdef": (500, 0), "space": (250, 0), "A": (600, 0), "B": (700, 0)}


@cache
def truetype(format_: int = 4) -> bytes:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(NAMES)
    builder.setupCharacterMap(MAP)
    glyphs = {}
    for name in NAMES:
        pen = TTGlyphPen(None)
        if name != "space":
            pen.moveTo((0, 0))
            pen.lineTo((400, 0))
            pen.lineTo((0, 400))
            pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(WIDTHS)
    builder.setupHorizontalHeader()
    builder.setupPost()
    cmap = newTable("cmap")
    cmap.tableVersion = 0
    table = CmapSubtable.newSubtable(format_)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 1, 0, dict(MAP)
    cmap.tables = [table]
    builder.font["cmap"] = cmap
    out = BytesIO()
    builder.font.save(out)
    return out.getvalue()


@cache
def opentype() -> bytes:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(NAMES)
    builder.setupCharacterMap(MAP)
    strings = {}
    for name in NAMES:
        pen = T2CharStringPen(WIDTHS[name][0], None)
        pen.moveTo((0, 0))
        pen.lineTo((400, 0))
        pen.lineTo((0, 400))
        pen.closePath()
        strings[name] = pen.getCharString()
    builder.setupCFF("Face", {"FullName": "Face"}, strings, {})
    builder.setupHorizontalMetrics(WIDTHS)
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = BytesIO()
    builder.font.save(out)
    return out.getvalue()


@pytest.mark.parametrize("format_", [0, 4, 6, 12])
def test_truetype_with_every_kind_of_map(format_: int) -> None:
    found = program_of("FontFile2", truetype(format_))
    assert found.count == 4
    assert [found.widths[n] for n in range(4)] == [500, 250, 600, 700]
    assert found.empty == {1}
    assert found.maps[3, 1][65] == 2
    assert found.maps[3, 1][66] == 3
    assert 67 not in {code for code, glyph in found.maps[3, 1].items() if glyph}


@pytest.mark.parametrize("bare", [False, True])
def test_cff_bare_and_wrapped(bare: bool) -> None:
    data = TTFont(BytesIO(opentype())).getTableData("CFF ") if bare else opentype()
    found = program_of("FontFile3", data)
    assert found.count == 4
    assert found.names == {".notdef": 0, "space": 1, "A": 2, "B": 3}
    assert [found.widths[n] for n in range(4)] == pytest.approx([500, 250, 600, 700])
    assert found.encoding[65] == "A"


@pytest.mark.parametrize(
    ("key", "data"),
    [
        ("FontFile2", b""),
        ("FontFile2", b"nonsense"),
        ("FontFile2", truetype()[:100]),
        ("FontFile2", b"\0\1\0\0" + struct.pack(">H", 500) + b"\0" * 500),
        ("FontFile3", b"nonsense" * 9),
        ("FontFile", b"nonsense" * 9),
    ],
)
def test_what_cannot_be_read_is_told(key: str, data: bytes) -> None:
    with pytest.raises(UnknownProgramError):
        program_of(key, data)

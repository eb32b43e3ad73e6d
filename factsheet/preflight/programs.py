"""Font programs: which glyphs they have, and how wide those are. TrueType is read by us, the others by fontTools."""

import struct
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any


class UnknownProgramError(Exception):
    """The program cannot be read."""


@dataclass(slots=True)
class Program:
    """A font program.

    Attributes:
        count: The number of glyphs.
        widths: Their widths in 1/1000 em, by number.
        empty: The numbers of glyphs that leave no ink.
        names: The numbers of glyphs by name, where they have names.
        cids: The numbers of glyphs by CID, where the program says it.
        maps: The character maps: by platform and encoding, the glyph of each character.
        encoding: The names of glyphs by code, as the program itself has them.
    """

    count: int
    widths: dict[int, float]
    empty: frozenset[int] = frozenset()
    names: dict[str, int] = field(default_factory=dict)
    cids: dict[int, int] | None = None
    maps: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict)
    encoding: dict[int, str] = field(default_factory=dict)


def program_of(key: str, data: bytes) -> Program:
    """The program ``data`` that stands under ``key`` in a descriptor.

    Raises:
        UnknownProgramError: it cannot be read.
    """
    try:
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
            return _sfnt(data)
        if key == "FontFile3":
            return _cff(data)
        if key == "FontFile":
            return _type1(data)
    except UnknownProgramError:
        raise
    except Exception as problem:
        raise UnknownProgramError(type(problem).__name__) from None
    raise UnknownProgramError("it is none of the known kinds")


def _sfnt(data: bytes) -> Program:
    """A TrueType or OpenType program (ISO/IEC 14496-22)."""
    tables: dict[bytes, bytes] = {}
    for n in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * n : 28 + 16 * n])
        if offset + length > len(data):
            raise UnknownProgramError("a table lies outside")
        tables[tag] = data[offset : offset + length]
    if b"CFF " in tables:
        return _cff(tables[b"CFF "])
    upem = struct.unpack(">H", tables[b"head"][18:20])[0]
    count = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    long = struct.unpack(">h", tables[b"head"][50:52])[0]
    measured = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    hmtx, loca = tables[b"hmtx"], tables[b"loca"]
    widths: dict[int, float] = {}
    for glyph in range(count):
        at = 4 * min(glyph, measured - 1)
        widths[glyph] = struct.unpack(">H", hmtx[at : at + 2])[0] * 1000 / upem
    places = struct.unpack(f">{count + 1}{'I' if long else 'H'}", loca[: (count + 1) * (4 if long else 2)])
    empty = frozenset(glyph for glyph in range(count) if places[glyph] == places[glyph + 1])
    return Program(count, widths, empty, _post(tables.get(b"post", b""), count), None, _maps(tables.get(b"cmap", b"")))


def _maps(table: bytes) -> dict[tuple[int, int], dict[int, int]]:
    """The character maps of formats 0, 4, 6 and 12."""
    found: dict[tuple[int, int], dict[int, int]] = {}
    for n in range(struct.unpack(">H", table[2:4])[0] if len(table) >= 4 else 0):
        platform, encoding, offset = struct.unpack(">HHI", table[4 + 8 * n : 12 + 8 * n])
        found[platform, encoding] = _map(table[offset:])
    return found


def _map(data: bytes) -> dict[int, int]:
    kind = struct.unpack(">H", data[:2])[0]
    if kind == 0:
        return {code: glyph for code, glyph in enumerate(data[6:262]) if glyph}
    if kind == 6:
        first, count = struct.unpack(">HH", data[6:10])
        return {first + n: glyph for n, glyph in enumerate(struct.unpack(f">{count}H", data[10 : 10 + 2 * count]))}
    if kind == 12:
        found: dict[int, int] = {}
        for n in range(min(struct.unpack(">I", data[12:16])[0], 10_000)):
            low, high, glyph = struct.unpack(">III", data[16 + 12 * n : 28 + 12 * n])
            found |= {low + k: glyph + k for k in range(min(high - low + 1, 70_000))}
        return found
    return _segments(data) if kind == 4 else {}


def _segments(data: bytes) -> dict[int, int]:
    """A map of format 4."""
    count = struct.unpack(">H", data[6:8])[0] // 2
    read = [struct.unpack(f">{count}H", data[at : at + 2 * count]) for at in (14, 16 + 2 * count, 16 + 4 * count)]
    ranges_at = 16 + 6 * count
    ranges = struct.unpack(f">{count}H", data[ranges_at : ranges_at + 2 * count])
    found: dict[int, int] = {}
    for n, (last, first, delta, offset) in enumerate(zip(*read, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                at = ranges_at + 2 * n + offset + 2 * (code - first)
                glyph = struct.unpack(">H", data[at : at + 2])[0] if at + 2 <= len(data) else 0
                if not glyph:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


def _post(table: bytes, count: int) -> dict[str, int]:
    """The names of glyphs, where a table of version 2 has them."""
    if len(table) < 34 or struct.unpack(">I", table[:4])[0] != 0x00020000:
        return {}
    indices = struct.unpack(f">{count}H", table[34 : 34 + 2 * count])
    names: list[str] = []
    at = 34 + 2 * count
    while at < len(table):
        names.append(table[at + 1 : at + 1 + table[at]].decode("latin-1"))
        at += 1 + table[at]
    return {names[index - 258]: glyph for glyph, index in enumerate(indices) if 258 <= index < 258 + len(names)}


def _cff(data: bytes) -> Program:
    """A Compact Font Format program (Adobe Technical Note 5176)."""
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - needed for few files

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    font = fonts[0]
    order: list[str] = font.charset
    matrix = getattr(font, "FontMatrix", [0.001])
    widths = {n: _charstring_width(font.CharStrings[name]) * matrix[0] * 1000 for n, name in enumerate(order)}
    cids = None
    if hasattr(font, "ROS"):
        cids = {int(name[3:]) if name.startswith("cid") else 0: n for n, name in enumerate(order)}
    names = {} if cids is not None else {name: n for n, name in enumerate(order)}
    encoding = {} if cids is not None else _encoding(getattr(font, "Encoding", None))
    return Program(len(order), widths, frozenset(), names, cids, encoding=encoding)


def _encoding(said: Any) -> dict[int, str]:
    """The names of glyphs by code: a standard encoding, or the program's own list."""
    from fontTools.encodings.StandardEncoding import StandardEncoding  # noqa: PLC0415

    names = StandardEncoding if said is None or isinstance(said, str) else said
    return {code: str(name) for code, name in enumerate(names) if name and name != ".notdef"}


def _charstring_width(charstring: Any) -> float:
    from fontTools.pens.basePen import NullPen  # noqa: PLC0415

    charstring.draw(NullPen())
    return float(charstring.width)


def _type1(data: bytes) -> Program:
    """A Type 1 program (Adobe Type 1 Font Format)."""
    from fontTools.pens.basePen import NullPen  # noqa: PLC0415
    from fontTools.t1Lib import T1Font  # noqa: PLC0415

    font = T1Font.__new__(T1Font)
    font.data, font.encoding = data, "ascii"
    font.parse()
    glyphs = font.getGlyphSet()
    widths: dict[int, float] = {}
    names: dict[str, int] = {}
    for number, name in enumerate(glyphs.keys()):
        glyphs[name].draw(NullPen())
        widths[number], names[name] = float(glyphs[name].width), number
    return Program(len(names), widths, frozenset(), names, encoding=_encoding(font.font.get("Encoding")))

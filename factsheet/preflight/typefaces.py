"""Fonts: embedded with every glyph that is used, with widths that agree, and nothing shown that is missing."""

from collections.abc import Callable, Iterator

from factsheet.preflight.context import Context
from factsheet.preflight.fonts import Font
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.programs import Program, UnknownProgramError, program_of
from factsheet.preflight.rules import error, warning

_EMBED = "export it with all fonts embedded"
_TOLERANCE = 1.0
"""How far widths may differ, in 1/1000 em."""

Glyphs = Callable[[int], int | None]
"""The glyph of a code: None where it cannot be told, -1 where the program has none for it."""


def _shown(context: Context) -> Iterator[Font]:
    """The fonts that show something, Type 3 fonts left out: their glyphs are contents."""
    for font in context.content.fonts.values():
        if font.shown and font.kind != "Type3":
            yield font


def embedded(_: Opened, context: Context) -> Iterator[Hit]:
    """B-10: a program, with every glyph."""
    for font in _shown(context):
        page, label = next(iter(font.shown.values()))
        found = font.program()
        if found is None:
            yield error(
                "B-10",
                f"the font {font.name or 'without a name'} is not embedded",
                page=page,
                thing=font.label or label,
                found="not embedded",
                limit="embedded",
                hint=_EMBED,
            )
            continue
        try:
            program = program_of(*found)
        except UnknownProgramError as problem:
            yield error(
                "B-10",
                f"the program of the font {font.name} cannot be read ({problem})",
                page=page,
                thing=font.label,
                hint=_EMBED,
            )
            continue
        glyphs = glyphs_of(font, program)
        lacking = [
            code for code in font.shown if (glyph := glyphs(code)) is not None and not 0 <= glyph < program.count
        ]
        if lacking:
            said = ", ".join(_told(font, code) for code in lacking[:5])
            yield error(
                "B-10",
                f"the font {font.name} lacks {_glyphs(len(lacking))} that it shows: {said}",
                page=font.shown[lacking[0]][0],
                thing=font.label,
                found=f"{len(lacking)}",
                limit="0",
                hint=_EMBED,
            )


def _glyphs(count: int) -> str:
    return "a glyph" if count == 1 else f"{count} glyphs"


def _told(font: Font, code: int) -> str:
    text = font.meaning().get(code, "")
    return f"“{text}”" if text.strip() else f"code {code}"


def widths(_: Opened, context: Context) -> Iterator[Hit]:
    """B-11."""
    for font, program, glyphs in _readable(context):
        wrong: list[tuple[int, float, float]] = []
        for code in font.shown:
            glyph = glyphs(code)
            if glyph is None or glyph not in program.widths:
                continue
            said, real = font.says_width(code), program.widths[glyph]
            if said is None or abs(said - real) > _TOLERANCE:
                wrong.append((code, -1.0 if said is None else said, real))
        if wrong:
            code, said_, real = wrong[0]
            found = "none" if said_ < 0 else f"{said_:.0f}"
            yield error(
                "B-11",
                f"widths of the font {font.name} differ from its program, {_glyphs(len(wrong))} in all",
                page=font.shown[code][0],
                thing=font.label,
                found=f"{_told(font, code)}: {found}",
                limit=f"{real:.0f}",
                hint=_EMBED,
            )


def missing(_: Opened, context: Context) -> Iterator[Hit]:
    """B-12."""
    for font, program, glyphs in _readable(context):
        unknown = program.names.get(".notdef", 0)
        shown = [code for code in font.shown if glyphs(code) in (unknown, -1)]
        if shown:
            page, _label = font.shown[shown[0]]
            yield error(
                "B-12",
                f"the font {font.name} shows its sign for a missing glyph: {_told(font, shown[0])}",
                page=page,
                thing=font.label,
                found=f"{len(shown)} codes",
                limit="0",
                hint="choose a font that has these characters",
            )


def _readable(context: Context) -> Iterator[tuple[Font, Program, Glyphs]]:
    for font in _shown(context):
        found = font.program()
        try:
            program = program_of(*found) if found is not None else None
        except UnknownProgramError:
            continue
        if program is not None:
            yield font, program, glyphs_of(font, program)


def glyphs_of(font: Font, program: Program) -> Glyphs:
    """How the codes of ``font`` become glyphs of ``program``."""
    if font.kind == "Type0":
        return _of_cids(font, program)
    if font.kind == "TrueType":
        return _of_truetype(font, program)
    return _of_names(font, program)


def _of_cids(font: Font, program: Program) -> Glyphs:
    """CIDs through the map of the font (9.7.4.2), or through that of a CFF program."""
    data = font.opened.stream(font.opened.get(font.descendant, "CIDToGIDMap"))

    def glyph(code: int) -> int | None:
        cid = font.cid(code)
        if cid is None:
            return None
        if data is not None:
            return int.from_bytes(data[2 * cid : 2 * cid + 2], "big") if 2 * cid + 2 <= len(data) else 0
        return program.cids.get(cid, -1) if program.cids is not None else cid

    return glyph


def _of_truetype(font: Font, program: Program) -> Glyphs:
    """The character maps of a simple TrueType font (9.6.6.4)."""
    flags = int(font.opened.number(font.opened.get(font.descriptor, "Flags")))
    encoding = font.opened.get(font.dictionary, "Encoding")
    symbol = next((program.maps[key] for key in ((3, 0), (1, 0)) if key in program.maps), None)
    unicode = program.maps.get((3, 1)) or program.maps.get((0, 3)) or program.maps.get((0, 4))

    def glyph(code: int) -> int | None:
        if encoding is None or (flags & 4 and not font.differences):
            if symbol is None:
                return None
            start = next(iter(symbol), 0) & 0xFF00 if symbol and (3, 0) in program.maps else 0
            return symbol.get(code) or symbol.get(start + code) or symbol.get(0xF000 + code) or 0
        name = font.differences.get(code)
        if name is not None and name in program.names:
            return program.names[name]
        char = character(font, code, name)
        if char is None or unicode is None:
            return None
        return unicode.get(ord(char), 0)

    return glyph


def character(font: Font, code: int, name: str | None) -> str | None:
    """The character of a code under a standard encoding; None where that is not plain."""
    if name is not None:
        from fontTools.agl import toUnicode  # noqa: PLC0415 - needed for few files

        text = toUnicode(name)
        return text if len(text) == 1 else None
    opened = font.opened
    encoding = opened.get(font.dictionary, "Encoding")
    base = opened.name(encoding) or opened.name(opened.get(encoding, "BaseEncoding"))
    codec = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}.get(base)
    if codec is None:
        return None
    text = bytes((code,)).decode(codec, "ignore")
    return text if len(text) == 1 and text.isprintable() else None


def _of_names(font: Font, program: Program) -> Glyphs:
    """The names of glyphs in a Type 1 or CFF program: by the differences, the encoding, or the program itself."""
    base = _names_of(font)

    def glyph(code: int) -> int | None:
        name = font.differences.get(code) or (base or program.encoding).get(code)
        if not program.names:
            return None
        if name is None:
            return program.names.get(".notdef", 0) if not base and program.encoding else None
        return program.names.get(name, -1)

    return glyph


def _names_of(font: Font) -> dict[int, str]:
    """The names that a standard encoding gives to codes; nothing where the font has none."""
    from fontTools.agl import UV2AGL  # noqa: PLC0415 - needed for few files

    found: dict[int, str] = {}
    for code in range(32, 256):
        char = character(font, code, None)
        if char is not None and ord(char) in UV2AGL:
            found[code] = UV2AGL[ord(char)]
    return found


def courier(_: Opened, context: Context) -> Iterator[Hit]:
    """R0014."""
    for font in context.content.fonts.values():
        if font.shown and "courier" in font.name.lower():
            page, _label = next(iter(font.shown.values()))
            yield warning(
                "R0014",
                f"a font is called {font.name}: often it stands in for one that was missing",
                page=page,
                thing=font.label,
                found=font.name,
                hint="look whether this font is meant",
            )


JUDGES = ((("B-10",), embedded), (("B-11",), widths), (("B-12",), missing), (("R0014",), courier))

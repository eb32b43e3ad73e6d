"""Fonts as far as text is read out or copied: every code has a character, and dictionaries and programs agree."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, NameObject

from factsheet.preflight.context import Context
from factsheet.preflight.fonts import Font
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.programs import UnknownProgramError, program_of
from factsheet.preflight.rules import error
from factsheet.preflight.typefaces import character

_AGAIN = "export it with fonts that say which characters their glyphs are (ToUnicode)"
_EMBED = "export it with fonts embedded by a program that makes PDF/A"
_STANDARD_COLLECTIONS = {"Adobe-GB1", "Adobe-CNS1", "Adobe-Japan1", "Adobe-Korea1", "Adobe-KR"}


def _shown(context: Context) -> Iterator[Font]:
    for font in context.content.fonts.values():
        if font.shown:
            yield font


def characters(opened: Opened, context: Context) -> Iterator[Hit]:
    """31-027, 31-028, 31-029: every code that is shown is a character, and none of those that are none."""
    exempt = _spoken(context)
    for font in _shown(context):
        known = font.meaning()
        lacking = [code for code in font.shown if not known.get(code) and not _natural(opened, font, code)]
        lacking = [code for code in lacking if (font.key, code) not in exempt]
        if lacking:
            page, _label = font.shown[lacking[0]]
            count = f"{len(lacking)} codes" if len(lacking) > 1 else "a code"
            yield error(
                "31-027", f"{count} of the font {font.name or font.label} cannot be told as characters", page=page,
                thing=font.label, found=f"code {lacking[0]}", limit="ToUnicode", hint=_AGAIN,
            )  # fmt: skip
        for rule, wrong in (("31-028", "\0"), ("31-029", "\ufeff\ufffe")):
            bad = [code for code in font.shown if any(char in wrong for char in known.get(code, ""))]
            if bad:
                char = next(char for char in known[bad[0]] if char in wrong)
                yield error(
                    rule, f"a code of the font {font.name} stands for U+{ord(char):04X}, which is no character",
                    page=font.shown[bad[0]][0], thing=font.label, found=f"code {bad[0]}", hint=_AGAIN,
                )  # fmt: skip


def private(_: Opened, context: Context) -> Iterator[Hit]:
    """6.2.11.7.3-1: characters of private use say what they mean (ActualText)."""
    exempt = _spoken(context)
    for font in _shown(context):
        known = font.meaning()
        bad = [code for code in font.shown if any(_is_private(char) for char in known.get(code, ""))]
        bad = [code for code in bad if (font.key, code) not in exempt]
        if bad:
            page, _label = font.shown[bad[0]]
            yield error(
                "6.2.11.7.3-1", f"the font {font.name} shows characters of private use, which no program can read",
                page=page, thing=font.label, found=f"U+{ord(known[bad[0]][0]):04X}", limit="ActualText", hint=_AGAIN,
            )  # fmt: skip


def _is_private(char: str) -> bool:
    return 0xE000 <= ord(char) <= 0xF8FF or ord(char) >= 0xF0000


def _spoken(context: Context) -> set[tuple[str, int]]:
    """The codes that are shown only where another text is read instead of theirs."""
    spoken: set[tuple[str, int]] = set()
    plain: set[tuple[str, int]] = set()
    for mark in context.content.all():
        if mark.font is not None:
            inside = any(one.spoken or one.tag == "Artifact" for one in mark.chain)
            (spoken if inside else plain).update((mark.font.key, code) for code in mark.codes)
    return spoken - plain


def _natural(opened: Opened, font: Font, code: int) -> bool:
    """Whether a code is a character without a map (ISO 14289-1, 7.21.7): by its encoding, or its collection."""
    if font.kind == "Type0":
        info = opened.get(font.descendant, "CIDSystemInfo")
        name = "-".join(opened.text(opened.get(info, key)) for key in ("Registry", "Ordering"))
        return name in _STANDARD_COLLECTIONS
    return character(font, code, font.differences.get(code)) is not None


def collections(opened: Opened, context: Context) -> Iterator[Hit]:
    """31-001 to 31-008: the parts of a composite font fit together."""
    for font in _shown(context):
        if font.kind != "Type0":
            continue
        page = next(iter(font.shown.values()))[0]
        encoding = opened.get(font.dictionary, "Encoding")
        if isinstance(encoding, DictionaryObject):
            yield from _own_map(opened, font, encoding, page)
        elif isinstance(encoding, NameObject) and opened.name(encoding) not in PREDEFINED:
            said = f"the character map {opened.name(encoding)[:40]} is neither a known one nor embedded"
            yield _of(font, "31-006", said, page, opened.name(encoding)[:40])
        kind = opened.name(opened.get(font.descendant, "Subtype"))
        has = opened.get(font.descendant, "CIDToGIDMap")
        if kind == "CIDFontType2" and font.program() is not None and has is None:
            yield _of(font, "31-005", "a font does not say which glyph each code is (CIDToGIDMap)", page)
        if kind == "CIDFontType2" and isinstance(has, NameObject) and opened.name(has) != "Identity":
            yield _of(font, "31-004", "a font says wrongly which glyph each code is (CIDToGIDMap)", page)


def _own_map(opened: Opened, font: Font, encoding: DictionaryObject, page: int) -> Iterator[Hit]:
    """An embedded character map: of the collection of the font, of one direction, resting on known maps only."""
    for rule, key in (("31-001", "Registry"), ("31-002", "Ordering"), ("31-003", "Supplement")):
        mine = opened.get(font.descendant, "CIDSystemInfo", key)
        theirs = opened.get(encoding, "CIDSystemInfo", key)
        if mine is None or theirs is None:
            continue
        worse = opened.number(theirs) > opened.number(mine) if key == "Supplement" else mine != theirs
        if worse:
            said = f"a font and its character map differ ({key})"
            yield _of(font, rule, said, page, str(mine)[:40], str(theirs)[:40])
    data = opened.stream(encoding) or b""
    inside = b"/WMode 1 def" in b" ".join(data.split())
    if bool(opened.number(opened.get(encoding, "WMode"))) != inside:
        yield _of(font, "31-007", "a character map and its dictionary differ in their direction (WMode)", page)
    used = opened.get(encoding, "UseCMap")
    if isinstance(used, NameObject) and opened.name(used) not in PREDEFINED:
        yield _of(font, "31-008", "a character map rests on one that is neither known nor embedded", page)


_PREDEFINED_NAMES = """
    GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V
    UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V
    B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V
    UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V
    83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V
    Ext-RKSJ-H Ext-RKSJ-V H V
    UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V
    KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H
    UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V
    Identity-H Identity-V
"""
PREDEFINED = frozenset(_PREDEFINED_NAMES.split())
"""The character maps that every reader knows (ISO 32000-1, table 118)."""


def _of(font: Font, rule: str, message: str, page: int, found: str = "", limit: str = "") -> Hit:
    told = f"{message}: {font.name}" if font.name else message
    return error(rule, told, page=page, thing=font.label, found=found, limit=limit, hint=_EMBED)


def truetype(opened: Opened, context: Context) -> Iterator[Hit]:
    """31-017 to 31-026: how codes of a simple TrueType font become glyphs."""
    for font in _shown(context):
        if font.kind != "TrueType":
            continue
        page = next(iter(font.shown.values()))[0]
        found = font.program()
        try:
            maps = program_of(*found).maps if found is not None else None
        except UnknownProgramError:
            maps = None
        symbolic = bool(int(opened.number(opened.get(font.descriptor, "Flags"))) & 4)
        encoding = opened.get(font.dictionary, "Encoding")
        if symbolic:
            if encoding is not None:
                yield _of(font, "31-024", "a symbolic font has an encoding", page, "Encoding", "none")
            if maps is not None and not maps:
                yield _of(font, "31-025", "a symbolic font has no character map", page)
            elif maps is not None and len(maps) > 1 and (3, 0) not in maps:
                yield _of(
                    font, "31-026", "a symbolic font has several character maps, and none of them is (3, 0)", page
                )
            continue
        if maps is not None and not {(3, 1), (1, 0)} & set(maps):
            yield _of(font, "31-017", "a font of letters has no character map that is used (3, 1 or 1, 0)", page)
        yield from _encoded(opened, font, encoding, page)
        if font.differences and maps is not None and (3, 1) not in maps:
            yield _of(font, "31-023", "a font of letters has an encoding of its own, but no character map (3, 1)", page)


def _encoded(opened: Opened, font: Font, encoding: object, page: int) -> Iterator[Hit]:
    """31-019 to 31-022: a font of letters has an encoding that every reader knows, and names that are in the list."""
    base = opened.name(encoding) or opened.name(opened.get(encoding, "BaseEncoding"))
    wanted = "MacRomanEncoding or WinAnsiEncoding"
    if encoding is None:
        yield _of(font, "31-019", "a font of letters has no encoding", page, "nothing", wanted)
    elif not base:
        yield _of(font, "31-020", "the encoding of a font of letters rests on none that is known", page, "", wanted)
    elif base not in ("MacRomanEncoding", "WinAnsiEncoding"):
        yield _of(font, "31-021", "the encoding of a font of letters is not one that is asked for", page, base, wanted)
    strange = [name for name in font.differences.values() if not _listed(name)]
    if strange:
        said = f"an encoding names a glyph that is not in the Adobe Glyph List ({strange[0][:30]})"
        yield _of(font, "31-022", said, page, strange[0][:40])


def _listed(name: str) -> bool:
    from fontTools.agl import AGL2UV  # noqa: PLC0415 - needed for few files

    return name in AGL2UV or name == ".notdef"


def sets(opened: Opened, context: Context) -> Iterator[Hit]:
    """31-012 to 31-015: what lists the glyphs of a program lists all of them."""
    for font in _shown(context):
        page = next(iter(font.shown.values()))[0]
        found = font.program()
        if found is None:
            continue
        listed = opened.stream(opened.get(font.descriptor, "CIDSet"))
        names = opened.text(opened.get(font.descriptor, "CharSet"))
        try:
            program = program_of(*found) if listed is not None or names else None
        except UnknownProgramError:
            continue
        if program is None:
            continue
        if listed is not None:
            inside = {8 * n + bit for n, byte in enumerate(listed) for bit in range(8) if byte & (128 >> bit)}
            there = set(program.cids) if program.cids is not None else set(range(program.count))
            shown = {cid for code in font.shown if (cid := font.cid(code)) is not None}
            if not shown <= inside or not inside <= there | shown | {0}:
                rule = "31-015" if not inside <= there else "31-014"
                yield _of(font, rule, "the list of the glyphs of a font (CIDSet) is wrong", page)
        if names and program.names:
            told = {name for name in names.split("/") if name}
            if not set(program.names) - {".notdef"} <= told:
                yield _of(font, "31-012", "the list of the glyphs of a font (CharSet) is not complete", page)
            elif not told <= set(program.names):
                yield _of(font, "31-013", "the list of the glyphs of a font (CharSet) names glyphs that it lacks", page)


def dictionaries(opened: Opened, context: Context) -> Iterator[Hit]:
    """6.2.11.2: the dictionary of a font is complete."""
    for font in _shown(context):
        page = next(iter(font.shown.values()))[0]
        if opened.name(opened.get(font.dictionary, "Type")) != "Font":
            yield _of(font, "6.2.11.2-1", "the dictionary of a font does not say what it is", page, "", "Type Font")
        if font.kind not in ("Type0", "Type1", "MMType1", "TrueType", "Type3"):
            yield _of(font, "6.2.11.2-2", "a font is of no known kind", page, font.kind or "nothing")
        elif font.kind != "Type3" and not font.name:
            yield _of(font, "6.2.11.2-3", "a font has no name (BaseFont)", page)
        if font.kind in ("Type1", "MMType1", "TrueType") and font.program() is not None:
            first, last = (opened.get(font.dictionary, key) for key in ("FirstChar", "LastChar"))
            widths = opened.array(opened.get(font.dictionary, "Widths"))
            if first is None or last is None or not widths:
                yield _of(font, "6.2.11.2-4", "a font lacks FirstChar, LastChar or Widths", page)
            elif len(widths) != int(opened.number(last)) - int(opened.number(first)) + 1:
                yield _of(font, "6.2.11.2-6", "the widths of a font are not as many as it says", page, f"{len(widths)}")
        found = opened.get(font.descriptor, "FontFile3")
        if found is not None:
            kind = opened.name(opened.get(found, "Subtype"))
            if kind not in ("Type1C", "CIDFontType0C", "OpenType"):
                yield _of(font, "6.2.11.2-7", "the program of a font is of no known kind", page, kind or "nothing")


JUDGES = (
    (("31-027", "31-028", "31-029"), characters),
    (("6.2.11.7.3-1",), private),
    (("31-001", "31-002", "31-003", "31-004", "31-005", "31-006", "31-007", "31-008"), collections),
    (("31-017", "31-019", "31-020", "31-021", "31-022", "31-023", "31-024", "31-025", "31-026"), truetype),
    (("31-012", "31-013", "31-014", "31-015"), sets),
    (
        ("6.2.11.2-1", "6.2.11.2-2", "6.2.11.2-3", "6.2.11.2-4", "6.2.11.2-6", "6.2.11.2-7"),
        dictionaries,
    ),
)

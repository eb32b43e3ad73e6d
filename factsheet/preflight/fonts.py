"""Fonts of any file as far as text needs them (ISO 32000-1, 9): codes in a string, widths, programs, glyphs."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pypdf.generic import DictionaryObject, NameObject

from factsheet.preflight.opened import Opened

Matrix = tuple[float, float, float, float, float, float]


class Font:
    """A font that contents choose.

    Attributes:
        key: What tells it from others.
        label: The number of its object.
        dictionary: Its dictionary.
        kind: ``Type0``, ``TrueType``, ``Type1``, ``Type3`` or ``MMType1``.
        name: Its name, without the prefix of a subset.
        subset: Whether its name has that prefix.
        descendant: The CID font of a Type 0 font.
        descriptor: The descriptor.
        shown: The codes that are shown, each with the page and the object where that is first.
        drawings: The glyph procedures of a Type 3 font, by code.
        matrix: The font matrix of a Type 3 font.
    """

    def __init__(self, opened: Opened, dictionary: DictionaryObject, label: str) -> None:
        """The font in ``dictionary``."""
        self.opened, self.dictionary, self.label = opened, dictionary, label
        self.key = label or str(id(dictionary))
        self.kind = opened.name(opened.get(dictionary, "Subtype"))
        said = opened.name(opened.get(dictionary, "BaseFont"))
        self.subset = bool(re.match(r"[A-Z]{6}\+", said))
        self.name = said[7:] if self.subset else said
        descendants = opened.array(opened.get(dictionary, "DescendantFonts"))
        self.descendant = opened.dictionary(descendants[0]) if descendants else DictionaryObject()
        self.descriptor = opened.dictionary(
            opened.get(self.descendant if self.kind == "Type0" else dictionary, "FontDescriptor")
        )
        self.shown: dict[int, tuple[int, str]] = {}
        self.drawings: dict[int, Any] = {}
        self.matrix: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
        self.map = _code_map(opened, dictionary) if self.kind == "Type0" else None
        self._widths, self._usual = _widths(opened, self)
        self.differences = _differences(opened, dictionary)
        if self.kind == "Type3":
            self._type3()

    def _type3(self) -> None:
        opened = self.opened
        procedures = opened.dictionary(opened.get(self.dictionary, "CharProcs"))
        for code, name in self.differences.items():
            found = opened.get(procedures, name)
            if found is not None:
                self.drawings[code] = found
        values = [opened.number(v) for v in opened.array(opened.get(self.dictionary, "FontMatrix"))]
        if len(values) == 6:
            self.matrix = (values[0], values[1], values[2], values[3], values[4], values[5])

    def codes(self, text: bytes) -> Sequence[int]:
        """The codes in a string."""
        if self.kind != "Type0":
            return text
        return [int.from_bytes(text[at : at + 2], "big") for at in range(0, len(text), 2)]

    def cid(self, code: int) -> int | None:
        """The CID of a code of a Type 0 font; None where its character map is not known."""
        if self.map is None:
            return None
        return self.map.get(code, 0) if self.map else code

    def width(self, code: int) -> float:
        """The width that the dictionary gives a code, in 1/1000 of the size; of a Type 3 font, as if it were so."""
        key = self.cid(code) if self.kind == "Type0" else code
        width = self._widths.get(key if key is not None else code, self._usual)
        return width * self.matrix[0] * 1000 if self.kind == "Type3" else width

    def says_width(self, code: int) -> float | None:
        """The width that is written for a code; None where none is."""
        key = self.cid(code) if self.kind == "Type0" else code
        if key in self._widths:
            return self._widths[key]
        return self._usual if self.kind == "Type0" else None

    def is_space(self, code: int) -> bool:
        """Whether word spacing applies to a code (9.3.3)."""
        return code == 32 and self.kind != "Type0"

    def is_blank(self, code: int) -> bool:
        """Whether a code is known to leave no ink."""
        if self.kind == "Type0":
            return False
        return code in (32, 160) and code not in self.differences

    def note(self, codes: Iterable[int], page: int, label: str) -> None:
        """Remember that ``codes`` are shown."""
        for code in codes:
            self.shown.setdefault(code, (page, label))

    def program(self) -> tuple[str, bytes] | None:
        """The embedded program, with the key that it stands under; None where there is none."""
        for key in ("FontFile2", "FontFile3", "FontFile"):
            data = self.opened.stream(self.opened.get(self.descriptor, key))
            if data is not None:
                return key, data
        return None

    def meaning(self) -> dict[int, str]:
        """The text of each code that the font tells (9.10.3)."""
        data = self.opened.stream(self.opened.get(self.dictionary, "ToUnicode"))
        return unicode_map(data) if data else {}


def font_of(opened: Opened, dictionary: DictionaryObject, label: str) -> Font:
    """The font in ``dictionary``, which is the object ``label``."""
    return Font(opened, dictionary, label)


def _code_map(opened: Opened, dictionary: DictionaryObject) -> dict[int, int] | None:
    """The CIDs of codes: empty where they are the codes; None where the map is not known."""
    encoding = opened.get(dictionary, "Encoding")
    if isinstance(encoding, NameObject):
        return {} if opened.name(encoding) in ("Identity-H", "Identity-V") else None
    data = opened.stream(encoding)
    if data is None:
        return None
    found: dict[int, int] = {}
    for block in re.findall(rb"begincidrange(.*?)endcidrange", data, re.DOTALL):
        for first, last, cid in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\d+)", block):
            low, high = int(first, 16), int(last, 16)
            found |= {low + n: int(cid) + n for n in range(min(high - low + 1, 65536))}
    for block in re.findall(rb"begincidchar(.*?)endcidchar", data, re.DOTALL):
        found |= {int(code, 16): int(cid) for code, cid in re.findall(rb"<([0-9A-Fa-f]+)>\s*(\d+)", block)}
    return found or None


def _widths(opened: Opened, font: Font) -> tuple[dict[int, float], float]:
    """The widths in the dictionary, and that of all other codes."""
    if font.kind == "Type0":
        usual = opened.get(font.descendant, "DW")
        return _cid_widths(opened, opened.array(opened.get(font.descendant, "W"))), opened.number(usual, 1000.0)
    first = int(opened.number(opened.get(font.dictionary, "FirstChar")))
    widths = opened.array(opened.get(font.dictionary, "Widths"))
    missing = opened.number(opened.get(font.descriptor, "MissingWidth"))
    return {first + n: opened.number(width) for n, width in enumerate(widths[:256])}, missing if widths else 500.0


def _cid_widths(opened: Opened, items: list[Any]) -> dict[int, float]:
    """The array W of a CID font (9.7.4.3)."""
    found: dict[int, float] = {}
    at = 0
    while at + 1 < len(items):
        first, second = int(opened.number(items[at])), opened.resolve(items[at + 1])
        if isinstance(second, list):
            found |= {first + n: opened.number(width) for n, width in enumerate(second)}
            at += 2
        elif at + 2 < len(items):
            width = opened.number(items[at + 2])
            found |= dict.fromkeys(range(first, min(int(opened.number(second)), first + 65535) + 1), width)
            at += 3
        else:
            break
    return found


def _differences(opened: Opened, dictionary: DictionaryObject) -> dict[int, str]:
    """The names of glyphs that an encoding gives to codes (9.6.6)."""
    found: dict[int, str] = {}
    code = 0
    for item in opened.array(opened.get(dictionary, "Encoding", "Differences")):
        thing = opened.resolve(item)
        if isinstance(thing, NameObject):
            found[code] = str(thing)[1:]
            code += 1
        elif isinstance(thing, int | float):
            code = int(thing)
    return found


def unicode_map(data: bytes) -> dict[int, str]:
    """The texts of codes in a ToUnicode map."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = _utf16(text)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            low, high, start = int(first, 16), int(last, 16), _utf16(text)
            for n in range(min(high - low + 1, 65536) if start else 0):
                found[low + n] = start[:-1] + chr(min(ord(start[-1]) + n, 0x10FFFF))
        for first, last, texts in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[(.*?)\]", block, re.DOTALL):
            del last
            for n, text in enumerate(re.findall(rb"<([0-9A-Fa-f]*)>", texts)):
                found[int(first, 16) + n] = _utf16(text)
    return found


def _utf16(digits: bytes) -> str:
    raw = bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode())
    return raw.decode("utf-16-be", "replace")

"""A font in a PDF: Type 0, Identity-H, glyph numbers as codes (ISO 32000-1, 9.7).

A glyph that stands for two different texts in one document has a second code for the second text, so that what is
read back is exact. Which text keeps the glyph's own number depends on the texts alone, not on their order.
"""

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from factsheet.design.fonts import Face
from factsheet.document import Shaped, encode
from factsheet.engine import Engine
from factsheet.pdf.syntax import Raw, Stream
from factsheet.pdf.writer import PdfDocument


class CidFont:
    """One face as used in one document."""

    def __init__(self, name: str, face: Face, pairs: Iterable[tuple[int, str]], engine: Engine) -> None:
        """The font called ``name`` in resources, for the (glyph, text) ``pairs`` of the document."""
        self.name, self.face, self.engine = name, face, engine
        texts: dict[int, set[str]] = defaultdict(set)
        for glyph, text in pairs:
            texts[glyph].add(text)
        self.texts: dict[int, str] = {}
        self.aliases: dict[tuple[int, str], int] = {}
        code = face.face.glyph_count
        for glyph in sorted(texts):
            first, *others = sorted(texts[glyph], key=lambda t: (not t, len(t), t))
            self.texts[glyph] = first
            for text in others:
                self.aliases[glyph, text] = code
                code += 1
        self._codes: dict[Shaped, str] = {}

    def code(self, run: Shaped) -> str:
        """``run`` as the inside of a ``TJ`` array."""
        if not self.aliases or run.pairs.isdisjoint(self.aliases):
            return run.code
        found = self._codes.get(run)
        if found is None:
            found = self._codes[run] = encode(run.glyphs, lambda glyph, text: self.aliases.get((glyph, text), glyph))
        return found

    def write(self, document: PdfDocument) -> int:
        """The number of the font's dictionary."""
        face, glyphs = self.face, frozenset(self.texts)
        key = (face, glyphs)
        program = self.engine.subsets.get(key)
        if program is None:
            data = face.subset(glyphs)
            program = self.engine.subsets.keep(key, (len(data), zlib.compress(data, 6)))
        length, packed = program
        digest = hashlib.md5(repr(sorted(glyphs)).encode(), usedforsecurity=False).digest()
        base = ("".join(chr(65 + b % 26) for b in digest[:6]) + "+" + face.postscript_name).encode()
        stream = document.add(Stream(packed, b"/Length1 %d/Filter/FlateDecode" % length))
        flags = 4 | (64 if face.italic_angle else 0)
        descriptor = document.add(
            Raw(
                b"<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %g/Ascent %d/Descent %d"
                b"/CapHeight %d/XHeight %d/StemV %d/FontFile2 %d 0 R>>"
                % (base, flags, *face.bbox, face.italic_angle, round(face.ascent), round(face.descent),
                   round(face.cap_height), round(face.x_height), 50 + (face.weight / 65) ** 2, stream)
            )
        )  # fmt: skip
        to_unicode = document.stream(self._to_unicode())
        descendant = document.add(
            Raw(
                b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                b"/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[%s]/CIDToGIDMap%s>>"
                % (base, descriptor, self._widths(), self._map(document))
            )
        )
        return document.add(
            Raw(
                b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
                % (base, descendant, to_unicode)
            )
        )

    def _all(self) -> list[tuple[int, int, str]]:
        """Code, glyph and text of everything in use, by code."""
        own = [(glyph, glyph, text) for glyph, text in self.texts.items()]
        return sorted(own + [(code, glyph, text) for (glyph, text), code in self.aliases.items()])

    def _widths(self) -> bytes:
        """Runs of consecutive codes with their widths (9.7.4.3)."""
        runs: list[tuple[int, list[str]]] = []
        for code, glyph, _ in self._all():
            width = f"{self.face.advance(glyph):.4g}"
            if runs and runs[-1][0] + len(runs[-1][1]) == code:
                runs[-1][1].append(width)
            else:
                runs.append((code, [width]))
        return "".join(f"{code}[{' '.join(widths)}]" for code, widths in runs).encode()

    def _map(self, document: PdfDocument) -> bytes:
        """The glyph of each code: its own number, or a stream where some codes are second ones."""
        if not self.aliases:
            return b"/Identity"
        table = bytearray(2 * (max(self.aliases.values()) + 1))
        for code, glyph, _ in self._all():
            table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
        return b" %d 0 R" % document.stream(bytes(table))

    def _to_unicode(self) -> bytes:
        """The text of each code (9.10.3)."""
        rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, _, text in self._all() if text]
        blocks = [
            f"{len(rows[at : at + 100])} beginbfchar\n" + "\n".join(rows[at : at + 100]) + "\nendbfchar\n"
            for at in range(0, len(rows), 100)
        ]
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + "".join(blocks)
            + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode()


def fonts_of(runs: Iterable[Shaped], engine: Engine) -> dict[Face, CidFont]:
    """A font for every face in ``runs``, named in the order of their file names."""
    pairs: dict[Face, set[tuple[int, str]]] = defaultdict(set)
    for run in set(runs):
        pairs[run.face] |= run.pairs
    faces = sorted(pairs, key=lambda face: str(face.path.name))
    make = partial(CidFont, engine=engine)
    return {face: make(f"F{n}", face, pairs[face]) for n, face in enumerate(faces, 1)}

"""Words to glyphs, by HarfBuzz, with a stand-in face for each character that the first face lacks."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

import uharfbuzz as hb

from factsheet.design.fonts import INVISIBLE, Chain, Face
from factsheet.document import Glyph, Shaped, encode
from factsheet.engine import Cache
from factsheet.i18n.scripts import stretches
from factsheet.text import hanging
from factsheet.text.bonds import binder
from factsheet.text.segments import Joint, is_address, parts

SOFT_HYPHEN = "\u00ad"
_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_DROPPED = re.compile("[\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A piece of a word that no line break divides, unless a hyphen is put in.

    Attributes:
        text: Its characters.
        runs: Its glyphs, a run for each face.
        width: Its advance, in 1/1000 em.
        count: The number of its glyphs, for tracking.
        joint: What stands between it and the next part.
        cuts: Where the author typed soft hyphens, as offsets in ``text``.
        divisible: Whether the rules of hyphenation may divide it: addresses and halves of compounds stay whole.
        address: Whether it is part of an address, which gets no hyphen even in need.
        before: What binds it to the word before it, as in ``bonds``.
        after: What binds it to the word after it.
        left: How far its first sign may hang over the left edge, in 1/1000 em.
        right: How far its last sign may hang over the right edge.
    """

    text: str
    runs: tuple[Shaped, ...]
    width: float
    count: int
    joint: Joint
    cuts: tuple[int, ...] = ()
    divisible: bool = True
    address: bool = False
    before: int = 0
    after: int = 0
    left: float = 0.0
    right: float = 0.0


class Voice:
    """A chain of faces speaking one language: shapes words and remembers them."""

    def __init__(
        self, chain: Chain, language: str, *, capitals: bool = False, ligatures: bool = True, tabular: bool = False
    ) -> None:
        """A voice; ``capitals`` prints upper case and extracts as typed; ``tabular`` gives figures one width."""
        self.chain = chain
        self.language = language
        self.primary = language.partition("-")[0].lower()
        self.binder = binder(language)
        self.capitals = capitals
        self.features = {"liga": ligatures, "clig": ligatures}
        if tabular:
            self.features["tnum"] = True
        self.words: Cache[str, tuple[Part, ...]] = Cache(40_000)
        self.pieces: Cache[str, Part] = Cache(20_000)
        face = chain.first
        self.space = _plain(face, " ", face.glyph(" "))
        self.hyphen = _plain(face, SOFT_HYPHEN, face.glyph(SOFT_HYPHEN) or face.glyph("-"))
        self.hyphen_over = hanging.right([self.hyphen])

    def word(self, text: str) -> tuple[Part, ...]:
        """The parts of ``text``, which holds no ordinary space."""
        found = self.words.get(text)
        if found is None:
            pieces = parts(text)
            address = is_address(text)
            whole = len(pieces) == 1 and not address
            found = self.words.keep(text, tuple(self._part(piece, joint, whole, address) for piece, joint in pieces))
        return found

    def piece(self, text: str) -> Part:
        """``text`` as one part: the beginning or the end of a word that a hyphen divides."""
        found = self.pieces.get(text)
        if found is None:
            found = self.pieces.keep(text, self._part(text, Joint.SPACE, True))
        return found

    def lacks(self, text: str) -> list[int]:
        """The offsets of the characters of ``text`` that no face of the chain has."""
        return [i for i, char in enumerate(text) if not self._has(char)]

    def _has(self, char: str) -> bool:
        return char in _SPACES or char.isspace() or self.chain.face_for(char) is not None

    def _part(self, text: str, joint: Joint, divisible: bool, address: bool = False) -> Part:
        shown = _DROPPED.sub("", text.replace(SOFT_HYPHEN, ""))
        runs = tuple(self._shape(face, piece) for face, piece in self._by_face(shown))
        width, count = sum(run.width for run in runs), sum(len(run.glyphs) for run in runs)
        before, after = self.binder.before(shown), self.binder.after(shown)
        left, right = hanging.left(runs), hanging.right(runs)
        return Part(shown, runs, width, count, joint, _cuts(text), divisible, address, before, after, left, right)

    def _by_face(self, text: str) -> list[tuple[Face, str]]:
        """``text`` in stretches of one face and one script; a mark stays with its base."""
        first = self.chain.first
        if all(map(first.glyph, text)):
            return [(first, stretch) for stretch in stretches(text)]
        faces: list[tuple[Face, str]] = []
        for cluster in _clusters(text):
            if all(char in INVISIBLE or char in _SPACES for char in cluster):
                face = faces[-1][0] if faces else first
            else:
                face = self.chain.face_for(cluster) or self.chain.face_for(cluster[0]) or first
            faces.append((face, cluster))
        pieces = [(face, "".join(c for _, c in group)) for face, group in groupby(faces, key=lambda pair: pair[0])]
        return [(face, stretch) for face, piece in pieces for stretch in stretches(piece)]

    def _shape(self, face: Face, text: str) -> Shaped:
        shown = _upper(text, self.primary) if self.capitals else text
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(shown)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        buffer.language = self.language
        hb.shape(face.font, buffer, self.features)
        return _shaped(face, text, buffer)


def _shaped(face: Face, text: str, buffer: hb.Buffer) -> Shaped:
    """The shaped ``buffer`` as data; each glyph owns the characters of its cluster."""
    scale = face.scale
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [info.cluster for info in infos]
    glyphs: list[Glyph] = []
    width = 0.0
    for n, (info, position) in enumerate(zip(infos, positions, strict=True)):
        following = next((s for s in starts[n + 1 :] if s > info.cluster), len(text))
        first_of_cluster = n == 0 or starts[n - 1] != info.cluster
        owned = text[info.cluster : following] if first_of_cluster else ""
        before = -position.x_offset * scale
        after = face.advance(info.codepoint) - (position.x_advance - position.x_offset) * scale
        glyphs.append((info.codepoint, owned, before, after))
        width += position.x_advance * scale
    marks = any(_is_mark(glyph[1][0]) for glyph in glyphs if glyph[1])
    return Shaped(face, text, width, tuple(glyphs), encode(glyphs), frozenset((g[0], g[1]) for g in glyphs), marks)


def _plain(face: Face, text: str, glyph: int) -> Shaped:
    """One glyph that stands for ``text``, unshaped."""
    glyphs = ((glyph, text, 0.0, 0.0),)
    return Shaped(face, text, face.advance(glyph), glyphs, encode(glyphs), frozenset([(glyph, text)]))


def _cuts(text: str) -> tuple[int, ...]:
    """Where soft hyphens stand in ``text``, counted without them."""
    if SOFT_HYPHEN not in text:
        return ()
    pieces = _DROPPED.sub("", text).split(SOFT_HYPHEN)
    ends = [sum(map(len, pieces[: n + 1])) for n in range(len(pieces) - 1)]
    return tuple(end for end in ends if 0 < end < sum(map(len, pieces)))


def _clusters(text: str) -> list[str]:
    """``text`` cut before every character that is not a mark."""
    clusters: list[str] = []
    for char in text:
        if clusters and (_is_mark(char) or char in INVISIBLE):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) > 0 or unicodedata.category(char) == "Mn"


def _upper(text: str, language: str) -> str:
    """``text`` in capitals, a character for a character, so that clusters still name the typed ones.

    Greek capitals have no accents, and the Turkish i keeps its dot.
    """
    own = {"ß": "ẞ"}
    if language in ("tr", "az"):
        own["i"] = "İ"
    capitals = [own.get(c, c.upper() if len(c.upper()) == 1 else c) for c in text]
    if language == "el":
        capitals = [_NO_ACCENT.get(c, c) for c in capitals]
    return "".join(capitals)


_NO_ACCENT = dict(zip("ΆΈΉΊΌΎΏ", "ΑΕΗΙΟΥΩ", strict=True))

"""Where words may be divided: patterns of TeX's hyph-utf8 collection, one table for each language."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

Points = tuple[tuple[int, int], ...]
"""What a pattern says: pairs of a place (counted from its start) and a number; the highest number at a place counts."""

NOTHING = "-"
"""What stands in a table before the beginnings of patterns."""

_FOLDER = Path(__file__).parent / "patterns"
_MINIMA = {"de": (2, 2), "en": (2, 3), "es": (2, 2), "fr": (2, 3), "mn": (2, 2), "ru": (2, 2)}
_SCRIPT = {"mn": "cyrl", "ru": "cyrl"}

_SHORTEST = 5
"""Words of fewer letters are never divided."""
_BESIDE_HYPHEN = 4
"""The letters between a hyphen that is there and one that is put in."""

_NEVER = re.compile(r"[@/\\_=&#+*<>|~\u00ad]|\w[.:?]\w")
"""Addresses, file names and formulas; and words in which the author has typed soft hyphens."""
_LETTERS = re.compile(r"(?:[^\W\d_\u02bc][\u0300-\u036f]*)+")
_HYPHENS = re.compile(r"[-\u2010\u2011]")


@dataclass(frozen=True, slots=True, eq=False)
class Hyphenator:
    """The patterns of one language.

    Attributes:
        patterns: What each pattern says; nothing for the beginnings of patterns.
        left: The letters that stay before a break, at least.
        right: The letters that follow a break, at least.
    """

    patterns: Mapping[str, Points]
    left: int
    right: int

    def breaks(self, word: str) -> tuple[int, ...]:
        """Offsets inside ``word`` at which a hyphen may be put.

        The word may carry quotation marks, brackets and stops. Never divided are words with digits or two capitals,
        addresses, and what an existing hyphen ties to an abbreviation, a number or a closing quotation mark.
        """
        if len(word) < _SHORTEST:
            return ()
        if word.isalpha() and "\u02bc" not in word:
            return tuple(self._places(word)) if word[1:].islower() else ()
        if sum(map(str.isupper, word)) > 1 or any(map(str.isnumeric, word)) or _NEVER.search(word):
            return ()
        cores = list(_LETTERS.finditer(word))
        if _tied(word, cores):
            return ()
        return tuple(place for core in cores for place in self._within(word, core.start(), core.end()))

    def _within(self, word: str, start: int, end: int) -> Iterator[int]:
        """The breaks in the letters from ``start`` to ``end``, as offsets in ``word``."""
        core = word[start:end]
        if not core[1:].islower():
            return
        first = start + (_BESIDE_HYPHEN if _HYPHENS.match(word[start - 1 : start]) else 0)
        last = end - (_BESIDE_HYPHEN if _HYPHENS.match(word[end : end + 1]) else 0)
        letters, offsets = _composed(core)
        for place in self._places(letters):
            at = start + offsets[place]
            if first <= at <= last:
                yield at

    def _places(self, word: str) -> list[int]:
        """The breaks in a word of letters alone (F. M. Liang: the highest number at a place counts, odd ones break)."""
        count = len(word)
        lower = word.lower()
        if count < _SHORTEST or len(lower) != count:
            return []
        dotted = f".{lower}."
        end = count + 2
        levels = [0] * (end + 1)
        find = self.patterns.get
        for start in range(end):
            for stop in range(start + 1, end + 1):
                points = find(dotted[start:stop])
                if points:
                    for place, level in points:
                        at = start + place
                        if level > levels[at]:  # noqa: PLR1730 - half the time of max()
                            levels[at] = level
                elif points is None:
                    break
        return [place for place in range(self.left, count - self.right + 1) if levels[place + 1] & 1]


def load(language: str) -> Hyphenator | None:
    """The hyphenation of ``language`` (BCP 47, as ``en-GB``); None where we have no patterns for it."""
    primary, *subtags = language.lower().replace("_", "-").split("-")
    if primary not in _MINIMA:
        return None
    scripts = [subtag for subtag in subtags[:1] if len(subtag) == 4 and subtag.isalpha()]
    if scripts and scripts[0] != _SCRIPT.get(primary, "latn"):
        return None
    left, right = _MINIMA[primary]
    return Hyphenator(_table((_FOLDER / f"{primary}.txt").read_bytes().decode()), left, right)


def _table(text: str) -> dict[str, Points]:
    """The patterns in a compiled table."""
    _, beginnings, *lines = text.splitlines()
    patterns: dict[str, Points] = dict.fromkeys(beginnings.split(" ")[1:], ())
    for line in lines:
        said, *entries = line.split(" ")
        patterns.update(dict.fromkeys(entries, _points(said)))
    return patterns


def _points(said: str) -> Points:
    """What the beginning of a line says: ``1=3,2=4``."""
    if said == NOTHING:
        return ()
    pairs = (pair.split("=") for pair in said.split(","))
    return tuple((int(place), int(level)) for place, level in pairs)


def _tied(word: str, cores: list[re.Match[str]]) -> bool:
    """Whether a hyphen inside ``word`` has something else than letters before or after it: ``«тайлан»-г``."""
    if not cores:
        return True
    starts = {core.start() for core in cores}
    ends = {core.end() for core in cores}
    inside = _HYPHENS.finditer(word, cores[0].end(), cores[-1].start())
    return any(hyphen.start() not in ends or hyphen.end() not in starts for hyphen in inside)


def _composed(core: str) -> tuple[str, list[int]]:
    """``core`` with each letter and its accents as one sign, and where each sign starts in ``core``."""
    if core.isalpha():
        return core, list(range(len(core) + 1))
    starts = [n for n, char in enumerate(core) if not "\u0300" <= char <= "\u036f"]
    edges = [*starts, len(core)]
    letters = [unicodedata.normalize("NFC", core[a:b])[0] for a, b in pairwise(edges)]
    return "".join(letters), edges

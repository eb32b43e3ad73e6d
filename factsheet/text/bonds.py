"""Spaces at which no line ends: number and unit, initials and surname, and what each language binds together.

Every part of a word has two sets of hooks, one on either side: a bond is where those that face each other share one.
So a word is looked at once, and two neighbours cost one operation.
"""

import re
from functools import cache

from factsheet.i18n.bonds import Bonds, bonds
from factsheet.i18n.currencies import currencies

ALWAYS, NUMBER, GROUP, NAME, COUNTED, DAY, CENT, SIGN = (1 << n for n in range(8))
"""The hooks of a firm bond: at its space no line ends but in need."""

_SINGLE, _SPELT = 1 << 8, 1 << 9
LOOSE = _SINGLE | _SPELT
"""The hooks of a loose bond: at its space a line ends where every other way is worse."""

_LATER = SIGN
"""What every word has on its right: a sign after it may hold it."""
_EARLIER = ALWAYS | _SINGLE
"""What every word has on its left: a word before it may hold it."""

_DASHES = frozenset("-–—")
_OPENING = "([{«‹„“‘‚\"'¿¡"
_CLOSING = ".,;:!?)]}»›”’“\"'…"
_NUMBER = re.compile(r"\d(?:-[^\W\d_]{1,4})?$")
"""A number at the end of a word, a suffix included: ``100``, ``2012–2014``, ``9-р``."""
_GROUP = re.compile(r"(?<!\d)\d{1,3}$")
_NEXT_GROUP = re.compile(r"\d{3}(?!\d)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+$")
_COUNTED = re.compile(r"[\d#]|[IVXLC]+\b|[A-Z]\b")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[,.;)]?$")


class Binder:
    """The bonds of one language at work."""

    def __init__(self, language: str) -> None:
        """The bonds of ``language``."""
        self.bonds: Bonds = bonds(language)

    def after(self, text: str) -> int:
        """The hooks on the right of ``text``."""
        own = self.bonds
        core = text.lstrip(_OPENING)
        lower = core.lower()
        hooks = _LATER
        if _NUMBER.search(text):
            hooks |= NUMBER | _SPELT
            hooks |= GROUP if _GROUP.search(text) else 0
        elif lower in own.scales:
            hooks |= NUMBER | _SPELT
        if core in own.titles or (text and text in own.opening):
            hooks |= ALWAYS
        if core in own.counters or core in currencies():
            hooks |= COUNTED
        if lower in own.single:
            hooks |= _SINGLE
        if lower in own.months:
            hooks |= DAY
        if lower in _PER:
            hooks |= CENT
        if core[:1].isupper() and _INITIAL.fullmatch(core):
            hooks |= NAME
        return hooks

    def before(self, text: str) -> int:
        """The hooks on the left of ``text``."""
        own = self.bonds
        bare = text.rstrip(_CLOSING)
        core = text.lower() if text.lower() in own.units else bare.lower()
        hooks = _EARLIER
        if text in _DASHES or (text and text[0] in own.marks and not text.strip(own.marks + _CLOSING)):
            hooks |= SIGN
        if core in own.units or core in own.scales or bare in own.symbols or bare in currencies():
            hooks |= NUMBER
        elif core in own.spelt:
            hooks |= _SPELT
        if _COUNTED.match(text):
            hooks |= COUNTED
        if _NEXT_GROUP.match(text):
            hooks |= GROUP
        if _DAY.fullmatch(text):
            hooks |= DAY
        if core in _CENT:
            hooks |= CENT
        if text[:1].isupper():
            hooks |= NAME
        return hooks

    def light(self, text: str) -> bool:
        """Whether ``text`` is a small word that does not end a line of a title."""
        return text.lstrip(_OPENING).lower() in self.bonds.light


_PER, _CENT = frozenset({"per", "pour", "por"}), frozenset({"cent", "mille", "ciento"})


@cache
def binder(language: str) -> Binder:
    """The binder of ``language``."""
    return Binder(language)

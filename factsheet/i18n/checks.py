"""Slips in translations that a machine can see: each is a warning at its line, and none makes a draft."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from factsheet.findings import Finding
from factsheet.i18n import glossary as terms
from factsheet.i18n.glossary import Glossary
from factsheet.i18n.merge import Match
from factsheet.i18n.scripts import LATIN, home, script

LEAST_WORD = 4
"""The letters from which on a word that stayed in Latin letters is told: shorter ones are often names of units."""


def check(match: Match, source_language: str, language: str, glossary: Glossary = terms.NONE) -> list[Finding]:
    """What is odd about the translation of ``match`` from ``source_language`` into ``language``.

    Asked are: figures that differ (a number that one of the two spells out counts as well: look at it), inline markup
    and addresses that are gone or new, another sign at the end, words left in Latin letters where the language is
    written in others, a translation that is its source, spaces at its ends, and terms that are not translated as in
    ``glossary``, if it is one of these two languages.
    """
    if not match.target:
        return []
    found = [
        Finding(rule, said, "warning", match.where, hint)
        for ask in _ASKED
        for rule, said, hint in ask(match.message.text, match.target, language)
    ]
    if (glossary.source, glossary.language) == (source_language, language):
        found += _terms(match, glossary)
    return found


def _terms(match: Match, glossary: Glossary) -> Iterator[Finding]:
    for said, term in glossary.unused(match.message.text, match.target):
        wanted = " or ".join(f"“{one}”" for one in (*term.target, *filter(None, [term.short])))
        hint = f"the glossary says {wanted}"
        hint += f" ({term.status})" if term.status else ""
        hint += f": {term.note}" if term.note else ""
        yield Finding("glossary", f"“{said}” is not translated as in the glossary", "warning", match.where, hint)


Slip = tuple[str, str, str]
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:|tel:)[^\s()\]]+|[\w.+-]+@[\w-]+\.[\w.]+")
_NUMBER = re.compile(r"\d+(?:[.,'’  \u2009]\d+)*")
_MARKUP = re.compile(r"\[\^[^\]\s]+\]|(?<!\\)\*\*|(?<!\\)\*|\]\([^()\s]+\)")
_CLOSING = "\"'”’»)]*“"
_ENDS = ".:;!?…,—–-"


def _figures(source: str, target: str, _: str) -> Iterator[Slip]:
    before, after = (Counter(map(_digits, _NUMBER.findall(_ADDRESS.sub(" ", text)))) for text in (source, target))
    lost, new = sorted((before - after).elements()), sorted((after - before).elements())
    if lost:
        yield (
            "figures",
            f"{_listed(lost)} is not in the translation",
            "write the same figures, or spell them out on purpose",
        )
    if new:
        yield "figures", f"{_listed(new)} is not in the text that is translated", "look whether it is right"


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _listed(found: list[str]) -> str:
    return ", ".join(f"“{one}”" for one in found)


def _markup(source: str, target: str, _: str) -> Iterator[Slip]:
    before, after = (
        Counter([*_MARKUP.findall(text), *_ADDRESS.findall(_LINK.sub(" ", text))]) for text in (source, target)
    )
    for lost in sorted((before - after).keys()):
        yield (
            "markup-lost",
            f"“{lost}” is missing in the translation",
            "put it around or behind the words it belongs to",
        )
    for new in sorted((after - before).keys()):
        yield (
            "markup-lost",
            f"“{new}” is not in the text that is translated",
            "take it away, or look whether it is right",
        )


_LINK = re.compile(r"\]\([^()\s]+\)")


def _end(source: str, target: str, _: str) -> Iterator[Slip]:
    before, after = (text.rstrip().rstrip(_CLOSING)[-1:] for text in (source, target))
    before, after = (char if char in _ENDS else "" for char in (before, after))
    if before != after:
        said = {True: f"ends with “{after}”", False: "ends without a sign"}[bool(after)]
        wanted = f"“{before}”" if before else "nothing"
        yield (
            "punctuation",
            f"the translation {said}, its source with {wanted}",
            "end both alike, or leave it on purpose",
        )


def _left(source: str, target: str, language: str) -> Iterator[Slip]:
    if home(language) == LATIN:
        return
    there = set(_words(source))
    left = [word for word in dict.fromkeys(_words(target)) if word in there]
    if left:
        yield (
            "untranslated-word",
            f"{_listed(left)} is left in Latin letters",
            "translate it, or write it in the script of the language",
        )


def _words(text: str) -> Iterator[str]:
    """The words of ``text`` in Latin letters that are no addresses and no abbreviations in capitals."""
    for word in re.findall(r"[^\W\d_]+", _ADDRESS.sub(" ", text)):
        if len(word) >= LEAST_WORD and not word.isupper() and all(script(char) == LATIN for char in word):
            yield word


def _same(source: str, target: str, _: str) -> Iterator[Slip]:
    if source == target.strip() and len(re.findall(r"[^\W\d_]{2,}", source)) > 1:
        yield "same", "the translation is the text itself", "translate it, if it is not a name"


def _spaces(_: str, target: str, __: str) -> Iterator[Slip]:
    if target != target.strip():
        yield "spaces", "the translation begins or ends with a space", "delete it"


_ASKED: tuple[Callable[[str, str, str], Iterator[Slip]], ...] = (_figures, _markup, _end, _left, _same, _spaces)

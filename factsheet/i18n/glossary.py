"""The terms of an organisation in two languages: ``glossary.LANG.yaml`` beside a spec, and where they are not used.

A term is found in a text by whole words, whatever their case; an English plural counts as the word. The longest term
goes first, so that “migration management” is not “migration” as well. In a translation, words are compared by their
stems: languages like Mongolian add their endings to a word and change at most its last letters. The words of a term
stand one behind the other; in a long one, a word or two may stand between them, as in ``өндөр түвшний 2 дахь яриа``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from factsheet.findings import NOWHERE, CatalogueError, Finding, SpecError, Where
from factsheet.source import Scalar, Source, Step
from factsheet.source import read as read_yaml

CHANGED = 2
"""So many letters at the end of a word may be others: ``газар``, ``газрын``; ``хөгжил``, ``хөгжлийн``."""

KEPT = 3
"""So many letters of a word stay at least; a word of fewer letters is never followed by an ending."""


LONG = 4
"""From so many words on, a term may have others between its own."""

GAP = 2
"""So many of them, each time."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term and how it is translated.

    Attributes:
        source: Its forms in the language of the spec.
        target: Its translations.
        abbreviation: Its abbreviation in the language of the spec, or "".
        short: The abbreviation of its translation, or "".
        status: How sure it is: ``official``, ``draft``.
        note: What a translator should know of it.
        whole: Whether it is a label: it counts only where it is the whole text.
        where: Its place in the glossary.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    abbreviation: str = ""
    short: str = ""
    status: str = ""
    note: str = ""
    whole: bool = False
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one pair of languages.

    Attributes:
        source: The language of the spec.
        language: The language that is translated into.
        terms: The terms, in the order of the file.
    """

    source: str = ""
    language: str = ""
    terms: tuple[Term, ...] = ()

    def unused(self, source: str, target: str) -> list[tuple[str, Term]]:
        """The words of ``source`` that are a term whose translation is not in ``target``, in their order."""
        there = _words(target)
        return [(said, term) for said, term in self.found(source) if not _used(term, there)]

    def found(self, text: str) -> list[tuple[str, Term]]:
        """The terms in ``text``, each once, with the words that they were found as, in their order."""
        bare = _bare(text)
        spots = sorted(_spots(self, bare), key=lambda spot: (spot[0] - spot[1], spot[0]))
        taken: list[tuple[int, int, Term]] = []
        for start, end, term in spots:
            if all(end <= other or start >= stop for other, stop, _ in taken):
                taken.append((start, end, term))
        first: dict[int, tuple[str, Term]] = {}
        for start, end, term in sorted(taken, key=lambda one: one[0]):
            first.setdefault(id(term), (" ".join(bare[start:end].split()), term))
        return list(first.values())


NONE = Glossary()
"""No terms."""


def file_of(spec: Path, language: str) -> Path:
    """The glossary for translations of ``spec`` into ``language``."""
    return spec.with_name(f"glossary.{language}.yaml")


def beside(spec: Path, source: str, language: str) -> Glossary:
    """The glossary beside ``spec``; one without terms where there is no file.

    Raises:
        CatalogueError: it cannot be read, or is no glossary.
    """
    path = file_of(spec, language)
    return read(path, source, language) if path.exists() else Glossary(source, language)


def read(path: Path, source: str, language: str) -> Glossary:
    """The glossary in ``path``.

    Raises:
        CatalogueError: it cannot be read, or is no glossary.
    """
    try:
        data = read_yaml(path)
    except SpecError as problem:
        raise CatalogueError(problem.findings) from None
    reader = _Reader(data, source, language)
    terms = reader.terms()
    wrong = [*(one for one in data.findings if one.severity == "error"), *reader.findings]
    if wrong:
        raise CatalogueError(wrong)
    return Glossary(source, language, terms)


class _Reader:
    """Terms out of data, and what is wrong with them."""

    def __init__(self, data: Source, source: str, language: str) -> None:
        self.data = data
        self.source, self.language = source, language
        self.findings: list[Finding] = []

    def terms(self) -> tuple[Term, ...]:
        """The labels and the terms."""
        whole = self.data.data
        if not isinstance(whole, dict):
            self._wrong("glossary", "this is no glossary", (), "write “terms:”, and under it a list of terms")
            return ()
        self._known(whole, ("labels", "terms"), ())
        return (*self._labels(whole.get("labels")), *self._listed(whole.get("terms")))

    def _labels(self, found: Any) -> Iterator[Term]:
        if found is None:
            return
        if not isinstance(found, dict):
            hint = f"write one label a line, as “Budget: its name in {self.language}”"
            self._wrong("wrong-type", "the labels are no mapping", ("labels",), hint)
            return
        for key in found:
            text = self._text(found, key, ("labels",), needed=True)
            if text:
                yield Term((str(key),), _several(text), whole=True, where=self.data.key_where(("labels", str(key))))

    def _listed(self, found: Any) -> Iterator[Term]:
        if found is None:
            return
        if not isinstance(found, list):
            hint = f"start each term with a dash: - {{{self.source}: …, {self.language}: …}}"
            self._wrong("wrong-type", "the terms are no list", ("terms",), hint)
            return
        for number, one in enumerate(found):
            path: tuple[Step, ...] = ("terms", number)
            if not isinstance(one, dict):
                hint = f"write {{{self.source}: …, {self.language}: …}}"
                self._wrong("wrong-type", "this is no term", path, hint)
                continue
            yield from self._term(one, path)

    def _term(self, one: dict[Any, Any], path: tuple[Step, ...]) -> Iterator[Term]:
        ours = _key(one, self.source, "")
        theirs = _key(one, self.language, "")
        short, shorter = _key(one, self.source, "abbr_"), _key(one, self.language, "abbr_")
        self._known(one, (ours, theirs, short, shorter, "status", "note"), path)
        source, target = (self._text(one, key, path, needed=True) for key in (ours, theirs))
        ours, theirs, status, note = (self._text(one, key, path) for key in (short, shorter, "status", "note"))
        if not (source and target):
            return
        forms = _several(source)
        if not all(re.search(r"[^\W_]", form) for form in (*forms, *_several(target))):
            self._wrong("empty", "the term has no word in it", path, "write the term, or delete it")
            return
        yield Term(forms, _several(target), ours, theirs, status, note, where=self.data.where(path))

    def _text(self, one: dict[Any, Any], key: str, path: tuple[Step, ...], needed: bool = False) -> str:
        """The text at ``key``, or "", which is told where it is needed."""
        value, here = one.get(key), (*path, str(key))
        if isinstance(value, Scalar) and (value.strip(" ;\n\t") or not needed):
            return str(value).strip()
        if value is not None and not isinstance(value, Scalar):
            hint = "put a text with a colon, a comma or a bracket into quotation marks"
            self._wrong("wrong-type", f"“{key}” is no text", here, hint)
        elif needed and key in one:
            self._wrong("empty", f"“{key}” is empty", here, "write the term, or delete the entry")
        elif needed:
            self._wrong("missing-key", f"“{key}” is missing", path, f"add “{key}: …”")
        return ""

    def _known(self, one: dict[Any, Any], allowed: tuple[str, ...], path: tuple[Step, ...]) -> None:
        for key in one:
            if key not in allowed:
                close = get_close_matches(str(key).lower(), allowed, 1, cutoff=0.6)
                hint = f"did you mean “{close[0]}”?" if close else f"known are: {', '.join(allowed)}"
                where = self.data.key_where((*path, str(key)))
                self.findings.append(Finding("unknown-key", f"“{key}” is not known here", where=where, hint=hint))

    def _wrong(self, rule: str, message: str, path: tuple[Step, ...], hint: str) -> None:
        self.findings.append(Finding(rule, message, where=self.data.where(path), hint=hint))


def _key(one: dict[Any, Any], language: str, before: str) -> str:
    """The key of ``language`` in ``one``: ``en`` will do for ``en-GB``."""
    full, short = f"{before}{language}", f"{before}{language.partition('-')[0]}"
    return short if short in one and full not in one else full


def _several(text: str) -> tuple[str, ...]:
    """The alternatives in ``text``, without remarks in brackets."""
    found = (re.sub(r"\s*\([^()]*\)", "", one).strip() for one in text.split(";"))
    return tuple(one for one in found if one) or (text.strip(),)


_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_MARKUP = re.compile(r"\]\([^()\s]*\)|\[\^[^\]\s]+\]|(?:https?://|www\.)[^\s()\]]+")
_BETWEEN = r"[\s\-‐‑\u00a0]+"


def _bare(text: str) -> str:
    """``text`` without markup and addresses."""
    return re.sub(r"[*\[\]\\\u00ad]", "", _MARKUP.sub(" ", text))


def _spots(glossary: Glossary, text: str) -> Iterator[tuple[int, int, Term]]:
    english = glossary.source.split("-")[0] == "en"
    for term in glossary.terms:
        for form in term.source:
            pattern = _pattern(form, english)
            if term.whole:
                match = pattern.fullmatch(text.strip(" .:;\n\t"))
                if match is not None:
                    start = text.find(match[0])
                    yield start, start + len(match[0]), term
            else:
                yield from ((match.start(), match.end(), term) for match in pattern.finditer(text))
        if term.abbreviation:
            short = re.compile(rf"(?<!\w){re.escape(term.abbreviation)}(?!\w)")
            yield from ((match.start(), match.end(), term) for match in short.finditer(text))


@lru_cache(1000)
def _pattern(form: str, english: bool) -> re.Pattern[str]:
    """What finds ``form`` in a text: its words, apart by blanks or hyphens, in English each in its plural, too."""
    words = re.findall(r"[^\s\-‐‑]+", form)
    said = [_plural(word) if english else re.escape(word) for word in words]
    return re.compile(rf"(?<!\w){_BETWEEN.join(said)}(?!\w)", re.IGNORECASE)


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word, re.IGNORECASE):
        return rf"{re.escape(word[:-1])}(?:y|ies)"
    return rf"{re.escape(word)}(?:s|es)?"


def _words(text: str) -> list[str]:
    """The words of ``text``; an abbreviation without the ending that follows it after a hyphen: ``ОУШХБ-ын``."""
    found = []
    for word in _WORD.findall(_bare(text)):
        head = re.split("[-‐‑]", word)[0]
        found.append(head if len(head) > 1 and head.isupper() else word.casefold())
    return found


def _used(term: Term, there: list[str]) -> bool:
    """Whether one of the translations of ``term`` is among the words ``there``."""
    if term.short and term.short in there:
        return True
    return any(_within(_words(form), there) for form in term.target)


def _within(words: list[str], there: list[str]) -> bool:
    """Whether ``words`` stand in ``there`` one behind the other, each with any ending."""
    gap = GAP if len(words) >= LONG else 0
    ends = {at for at, other in enumerate(there) if _like(words[0], other)}
    for word in words[1:]:
        near = {at + n for at in ends for n in range(1, gap + 2)}
        ends = {at for at in near if at < len(there) and _like(word, there[at])}
    return bool(ends)


def _like(word: str, other: str) -> bool:
    """Whether ``other`` is ``word`` with another ending: all but its last two letters begin it, three at least."""
    if len(word) < KEPT or word.isupper():
        return word == other
    return other.startswith(word[: max(KEPT, len(word) - CHANGED)])

"""The translators' way of working: PO files made and kept up to date, and how far each of them is."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from factsheet.blocks.base import LANGUAGE
from factsheet.build import ENGINE, Texts, texts
from factsheet.engine import Engine
from factsheet.findings import CatalogueError, Finding, Where, counted
from factsheet.i18n import catalogue, glossary, xliff, xlsx
from factsheet.i18n.catalogue import UNREVIEWED, Catalogue
from factsheet.i18n.checks import check
from factsheet.i18n.exchange import Unit, taken, units
from factsheet.i18n.merge import Match, merge, updated
from factsheet.i18n.scripts import unsupported
from factsheet.text.markup import plain


@dataclass(frozen=True, slots=True)
class Status:
    """How far a translation is: each number counts texts, and one text may count for several.

    Attributes:
        language: The language.
        texts: How many there are.
        translated: Those that are printed in the language.
        fuzzy: Those whose source was changed after they were translated.
        missing: Those without a translation.
        too_long: Those that are longer than their room.
        unreviewed: Those that nobody has read yet.
        warnings: Slips that a machine can see; they make no draft.
        findings: The fuzzy, missing and long ones and the slips, by their lines.
    """

    language: str
    texts: int
    translated: int
    fuzzy: int
    missing: int
    too_long: int
    unreviewed: int
    warnings: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.fuzzy or self.missing or self.too_long or self.unreviewed)


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a PO file.

    Attributes:
        path: The file.
        changed: Whether it was written.
        new: Whether it was not there before.
        status: How far it is now.
        findings: What was left out of a file that was read into it.
    """

    path: Path
    changed: bool
    new: bool
    status: Status
    findings: tuple[Finding, ...] = ()


def translate(spec: Path, language: str, engine: Engine = ENGINE) -> Merged:
    """Make the PO file of ``spec`` in ``language``, or bring it up to the texts of the spec.

    Raises:
        FactsheetError: the spec, the PO file or the glossary is wrong; nothing is written.
    """
    found = _texts(spec, language, engine)
    old, matches = _merged(spec, found, language)
    return _kept(spec, found, old, matches)


Kind = Literal["xliff", "xlsx"]
"""The formats for translators beside PO: for translation programs, and for spreadsheets."""

SUFFIXES: dict[Kind, str] = {"xliff": ".xlf", "xlsx": ".xlsx"}
"""How their files end."""


def exported(spec: Path, language: str, kind: Kind, engine: Engine = ENGINE) -> tuple[Merged, Path]:
    """Bring the PO file of ``spec`` in ``language`` up to date, and write what is in it as ``kind`` beside the spec.

    Raises:
        FactsheetError: the spec, the PO file or the glossary is wrong; nothing is written.
    """
    found = _texts(spec, language, engine)
    old, matches = _merged(spec, found, language)
    write = xliff.written if kind == "xliff" else xlsx.written
    data = write(units(matches, _said(found, language)), spec.name, found.sheet.language, language)
    merged = _kept(spec, found, old, matches)
    path = merged.path.with_suffix(SUFFIXES[kind])
    _write(path, data)
    return merged, path


def imported(spec: Path, language: str, file: Path, kind: Kind | None = None, engine: Engine = ENGINE) -> Merged:
    """Bring the PO file of ``spec`` in ``language`` up to date, with the translations in ``file``.

    Args:
        spec: The spec.
        language: The language.
        file: What a translator sent back.
        kind: What it is, where its name does not say so.
        engine: The services of the program.

    Raises:
        FactsheetError: the spec, the PO file, the glossary or ``file`` is wrong; nothing is written.
    """
    found = _texts(spec, language, engine)
    sent = _sent(file, language, spec.name, kind or _kind(file))
    old, matches = _merged(spec, found, language)
    matches, left_out = taken(matches, sent, spec.name)
    merged = _kept(spec, found, old, matches)
    now = merge(found.messages, catalogue.read(merged.path, language))
    return replace(merged, status=_status(spec, found, language, now), findings=tuple(left_out))


def _kind(file: Path) -> Kind:
    suffix = file.suffix.lower()
    if suffix == ".xlsx":
        return "xlsx"
    if suffix in (".xlf", ".xliff", ".xml"):
        return "xliff"
    message, hint = "this is neither XLIFF nor XLSX by its name", "say what it is with --format xliff or --format xlsx"
    raise CatalogueError([Finding("file", message, where=Where(str(file)), hint=hint)])


def _sent(file: Path, language: str, spec: str, kind: Kind) -> list[Unit]:
    return xliff.read(file, language, spec) if kind == "xliff" else xlsx.read(file, language, spec)


def _texts(spec: Path, language: str, engine: Engine) -> Texts:
    found = texts(spec, engine)
    _refuse(spec, found, language)
    return found


def _merged(spec: Path, found: Texts, language: str) -> tuple[Catalogue, list[Match]]:
    """The PO file as it is, and its translations for the texts of today."""
    path = catalogue.file_of(spec, language)
    old = catalogue.read(path, language) if path.exists() else Catalogue(language, path)
    return old, merge(found.messages, old)


def _kept(spec: Path, found: Texts, old: Catalogue, matches: list[Match]) -> Merged:
    """Write ``matches`` into the PO file, if they are not there yet."""
    path, language = old.path, old.language
    new = not path.exists()
    status = _status(spec, found, language, matches)
    data = updated(old, matches, _said(found, language), spec.name)
    changed = new or data != path.read_bytes()
    if changed:
        _write(path, data)
    return Merged(path, changed, new, status)


def statuses(spec: Path, languages: tuple[str, ...] = (), engine: Engine = ENGINE) -> list[Status]:
    """How far the translations of ``spec`` are: into ``languages``, or into each that has a file.

    Raises:
        FactsheetError: the spec, a PO file or a glossary is wrong, or a file is missing.
    """
    found = texts(spec, engine)
    there = catalogue.beside(spec)
    result = []
    for language in languages or tuple(there):
        if language not in there:
            message = f"there is no translation into {language}"
            hint = f"“factsheet translate {spec} --lang {language}” makes it"
            raise CatalogueError(
                [Finding("file", message, where=Where(str(catalogue.file_of(spec, language))), hint=hint)]
            )
        matches = merge(found.messages, catalogue.read(there[language], language))
        result.append(_status(spec, found, language, matches))
    return result


def _refuse(spec: Path, found: Texts, language: str) -> None:
    where = Where(str(spec))
    if not LANGUAGE.fullmatch(language):
        message, hint = f"“{language[:30]}” is not a language", "write its code, as mn, fr or de-CH"
        raise CatalogueError([Finding("language", message, where=where, hint=hint)])
    if language == found.sheet.language:
        message = f"the factsheet is written in {language} itself"
        raise CatalogueError([Finding("language", message, where=where, hint="name the language to translate into")])
    if name := unsupported(language):
        message = f"“{language}” is written in {name}, which is not supported yet"
        hint = "factsheets can be set in languages written in Latin, Cyrillic and Greek letters"
        raise CatalogueError([Finding("script", message, where=where, hint=hint)])


@dataclass(frozen=True, slots=True)
class Room:
    """The room of one text: its share of what is free in its column when all texts there grow alike.

    Attributes:
        characters: The characters of the other language that go into it.
        lines: Its lines.
        region: The column whose room it shares.
    """

    characters: int
    lines: int
    region: str


def rooms(found: Texts, language: str) -> dict[str, Room]:
    """The room of each text in the running columns, by its path; a title or a label has none of its own."""
    breadth = found.breadth(language)
    result: dict[str, Room] = {}
    for region in _SHARED:
        inside = {path: share for path, share in found.rooms.items() if share.region == region and share.lines}
        used = sum(share.lines for share in inside.values())
        free = max((share.lines_left for share in inside.values()), default=0)
        for path, share in inside.items():
            growth = (used + free) / used
            characters = int(share.characters * growth / breadth)
            result[path] = Room(characters, int(share.lines * growth + 0.05), region)
    return result


def _said(found: Texts, language: str) -> dict[str, str]:
    """What is said of the room of each text, by its path."""
    known = rooms(found, language)
    said = {}
    for path, share in found.rooms.items():
        now = f"now {share.characters} in {counted(share.lines, 'line')}"
        room = known.get(path)
        if room is not None:
            said[path] = f"room: {room.characters} characters in {counted(room.lines, 'line')}; {now}"
        elif share.lines:
            said[path] = now.replace(" in ", " characters in ")
    return said


_SHARED = ("main", "sidebar")
"""The regions whose texts share the room that is left."""


def _status(spec: Path, found: Texts, language: str, matches: list[Match]) -> Status:
    source = found.sheet.language
    terms = glossary.beside(spec, source, language)
    states = [match.state for match in matches]
    long = list(_long(rooms(found, language), matches))
    unread = [match for match in matches if match.unreviewed]
    slips = [slip for match in matches for slip in check(match, source, language, terms)]
    return Status(
        language,
        len(matches),
        states.count("translated"),
        states.count("fuzzy"),
        states.count("missing"),
        len(long),
        len(unread),
        len(slips),
        (*_open(language, matches), *long, *slips),
    )


def _open(language: str, matches: list[Match]) -> Iterator[Finding]:
    for match in matches:
        if match.state == "fuzzy":
            yield Finding("fuzzy", "the text was changed after it was translated", "warning", match.where)
        elif match.state == "missing":
            yield Finding("untranslated", f"there is no translation into {language} yet", "warning", match.where)


def _long(known: Mapping[str, Room], matches: list[Match]) -> Iterator[Finding]:
    """The translations that are longer than their room, in the columns whose room they exceed all together."""
    lengths = {match.message.path: _length(match) for match in matches}
    full = {
        region
        for region in _SHARED
        if sum(lengths.get(path, 0) for path, room in known.items() if room.region == region)
        > sum(room.characters for room in known.values() if room.region == region)
    }
    for match in matches:
        room, length = known.get(match.message.path), lengths[match.message.path]
        if match.target and room is not None and room.region in full and length > room.characters:
            message = f"the translation has {length} characters, but its column has room for {room.characters} of it"
            hint = f"shorten it by {length - room.characters} characters"
            yield Finding("too-long", message, "warning", match.where, hint)


def _length(match: Match) -> int:
    """The characters that are printed."""
    text = match.target or match.message.text
    return len(plain(text) if match.message.rich else text)


def _write(path: Path, data: bytes) -> None:
    """``data`` into ``path``, whole or not at all.

    Raises:
        CatalogueError: it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as problem:
        message = f"{path} cannot be written: {problem.strerror or problem}"
        raise CatalogueError([Finding("write", message, where=Where(str(path)))]) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def table(found: list[Status]) -> str:
    """The numbers of several languages in columns."""
    lines = [
        f"{'language':<10}{'texts':>7}{'translated':>12}{'fuzzy':>7}{'missing':>9}{'too long':>10}{UNREVIEWED:>12}"
        f"{'warnings':>10}"
    ]
    for one in found:
        numbers = (
            f"{one.texts:>7}{one.translated:>12}{one.fuzzy:>7}{one.missing:>9}{one.too_long:>10}{one.unreviewed:>12}"
        )
        lines.append(f"{one.language:<10}{numbers}{one.warnings:>10}   {'finished' if one.finished else 'draft'}")
    return "\n".join(lines)

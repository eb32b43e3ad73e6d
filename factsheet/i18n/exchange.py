"""Translations on their way to translators and back, whatever the format of the file that carries them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factsheet import limits
from factsheet.findings import NOWHERE, CatalogueError, Finding, Where
from factsheet.i18n.catalogue import UNREVIEWED
from factsheet.i18n.merge import Match, State
from factsheet.i18n.messages import joined


@dataclass(frozen=True, slots=True)
class Unit:
    """One text in a file for translators.

    Attributes:
        path: Its place in the spec.
        source: The text.
        target: The translation; empty where there is none.
        state: Whether the translation can be printed.
        previous: The older text that a fuzzy translation was made for, where the file says it.
        comment: The translator's comment; None where the file has no word on it.
        approved: Whether the file says that a second person has read it.
        room: What is said of its room.
        rich: Whether inline markup is understood in it.
        where: Its place in the file.
    """

    path: str
    source: str
    target: str = ""
    state: State = "missing"
    previous: str = ""
    comment: str | None = None
    approved: bool = False
    room: str = ""
    rich: bool = False
    where: Where = NOWHERE


def units(matches: Sequence[Match], rooms: Mapping[str, str]) -> list[Unit]:
    """``matches`` as what is sent to translators.

    Raises:
        CatalogueError: a text holds characters that neither XML nor a spreadsheet can carry.
    """
    wrong = [
        Finding("characters", f"the character U+{ord(bad[0]):04X} cannot be sent to translators", where=match.where)
        for match in matches
        if (bad := _UNSENDABLE.search("".join((match.message.text, match.target, match.previous, match.comment))))
    ]
    if wrong:
        raise CatalogueError(wrong)
    return [
        Unit(
            match.message.path,
            match.message.text,
            match.target,
            match.state,
            match.previous,
            match.comment,
            match.state == "translated" and not match.unreviewed,
            rooms.get(match.message.path, ""),
            match.message.rich,
            match.where,
        )
        for match in matches
    ]


_UNSENDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def taken(matches: Sequence[Match], found: Sequence[Unit], spec: str) -> tuple[list[Match], list[Finding]]:
    """``matches`` with the translations ``found`` in a file, and warnings of what was left out.

    A translation of a text that has changed is a proposal; it never takes the place of a translation of today's text.
    An empty one takes the place of none.

    Raises:
        CatalogueError: the file says two things of one text, or belongs to another spec than ``spec``.
    """
    wrong = [*_twice(found), *_unprintable(found), *_strange(matches, found, spec)]
    if wrong:
        raise CatalogueError(wrong)
    known = {match.message.path: match for match in matches}
    new: dict[str, Match] = {}
    said: list[Finding] = []
    for unit in found:
        match = known.get(unit.path)
        if match is None:
            message = f"there is no text “{unit.path[:60]}” in {spec}: left out"
            said.append(Finding("unknown-text", message, "warning", unit.where))
            continue
        current = joined(unit.source) == match.message.text
        if unit.target and not current and match.state == "translated" and unit.target != match.target:
            message = "this translates an older text, and there is a translation of today's: left out"
            said.append(Finding("older-text", message, "warning", unit.where))
            continue
        new[unit.path] = _taken(match, unit, current)
    return [new.get(match.message.path, match) for match in matches], said


def _taken(match: Match, unit: Unit, current: bool) -> Match:
    comment = match.comment if unit.comment is None else unit.comment
    if unit.approved:
        comment = re.sub(rf"[ \t]*\b{UNREVIEWED}\b[ \t]*", " ", comment, flags=re.IGNORECASE).strip()
    if comment != match.comment:
        match = replace(match, noted=comment)
    if not unit.target.strip() or (not current and match.state == "translated"):
        return match
    same = joined(unit.target) == joined(match.target)
    target = match.target if same else unit.target
    if not current:
        return replace(match, state="fuzzy", target=target, previous=joined(unit.source))
    if unit.state == "fuzzy":
        return replace(match, state="fuzzy", target=target, previous=unit.previous or match.previous)
    return replace(match, state="translated", target=target, previous="")


def _twice(found: Sequence[Unit]) -> Iterator[Finding]:
    seen: dict[str, Unit] = {}
    for unit in found:
        first = seen.setdefault(unit.path, unit)
        if first is not unit and first.target != unit.target:
            message = f"this text is translated twice, in two ways: also in line {first.where.line}"
            yield Finding("exchange", message, where=unit.where, hint="delete one of the two")


def _unprintable(found: Sequence[Unit]) -> Iterator[Finding]:
    for unit in found:
        if bad := _UNSENDABLE.search("".join((unit.source, unit.target, unit.previous, unit.comment or ""))):
            yield Finding("characters", f"here is the character U+{ord(bad[0]):04X}: delete it", where=unit.where)


def _strange(matches: Sequence[Match], found: Sequence[Unit], spec: str) -> Iterator[Finding]:
    texts = {match.message.text for match in matches}
    if len(found) > 1 and not any(joined(unit.source) in texts for unit in found):
        where = Where(found[0].where.file)
        yield Finding("exchange", f"none of the texts of {spec} is in this file: it belongs to another", where=where)


def same_language(one: str, other: str) -> bool:
    """Whether two codes name one language, however a tool writes them: ``de_CH``, ``de-ch``."""
    return one.replace("_", "-").lower() == other.replace("_", "-").lower()


def data_of(path: Path) -> bytes:
    """What is in the file ``path``.

    Raises:
        CatalogueError: it cannot be read, or is too large.
    """
    where = Where(str(path))
    try:
        if path.stat().st_size > limits.EXCHANGE_BYTES:
            message = f"the file is larger than {limits.EXCHANGE_BYTES // 1000} kB"
            raise CatalogueError([Finding("limit", message, where=where)])
        return path.read_bytes()
    except OSError as problem:
        message = f"{path} cannot be read: {problem.strerror or problem}"
        raise CatalogueError([Finding("file", message, where=where)]) from None

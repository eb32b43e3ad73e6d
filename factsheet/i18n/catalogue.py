"""A translation on disk: ``NAME.LANG.po`` in the format of GNU gettext, as Poedit, Weblate and OmegaT write it.

Of an entry are ours: its context (the path of the text in the spec), the reference (``file:line``) and the comment
that begins with ``#.`` (the room). All else is the translator's and comes back as it was: comments, flags, obsolete
entries, the header, and the ends of lines.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsheet import limits
from factsheet.findings import NOWHERE, CatalogueError, Finding, Where

if TYPE_CHECKING:
    from polib import POEntry, POFile

UNREVIEWED = "unreviewed"
"""The word in a translator's comment that says that nobody has read this translation yet."""

WRAP = 78


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One translation.

    Attributes:
        path: The path of the text that it was made for; "" where a tool has dropped it.
        source: The text that it was made for.
        target: The translation; empty where there is none.
        fuzzy: Whether it must be looked at again.
        previous: The older text that a fuzzy translation belongs to, or "".
        comment: The translator's comment.
        obsolete: Whether its text had left the spec.
        where: The place of the translation in the file.
        raw: The entry as it was read.
    """

    path: str
    source: str
    target: str
    fuzzy: bool = False
    previous: str = ""
    comment: str = ""
    obsolete: bool = False
    where: Where = NOWHERE
    raw: "POEntry | None" = None

    @property
    def unreviewed(self) -> bool:
        """Whether its comment says that it is to be read by a second person."""
        return unreviewed(self.comment)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """A translation into one language.

    Attributes:
        language: The language.
        path: Its file.
        entries: What is in it, in its order.
        raw: The file as it was read; None for a new one.
        crlf: Whether its lines end as in Windows.
    """

    language: str
    path: Path
    entries: tuple[Entry, ...] = ()
    raw: "POFile | None" = None
    crlf: bool = field(default=False)


def unreviewed(comment: str) -> bool:
    """Whether ``comment`` says that nobody has read the translation yet."""
    return bool(re.search(rf"\b{UNREVIEWED}\b", comment, re.IGNORECASE))


def beside(spec: Path) -> dict[str, Path]:
    """The translations beside ``spec``, by their languages."""
    found: dict[str, Path] = {}
    for path in sorted(spec.parent.glob("*.po")):
        if path.name.startswith(f"{spec.stem}."):
            language = path.name[len(spec.stem) + 1 : -len(".po")]
            if language and "." not in language:
                found[language] = path
    return found


def file_of(spec: Path, language: str) -> Path:
    """The file of the translation of ``spec`` into ``language``."""
    return spec.with_name(f"{spec.stem}.{language}.po")


def read(path: Path, language: str) -> Catalogue:
    """The translation in ``path``.

    Raises:
        CatalogueError: it cannot be read, or is no PO file.
    """
    import polib  # noqa: PLC0415 - a factsheet in one language needs none

    text = _text(path)
    try:
        file = polib.pofile(text, wrapwidth=WRAP)
    except (OSError, ValueError, IndexError, UnicodeError) as problem:
        raise CatalogueError([_syntax(path, text, problem)]) from None
    lines = tuple(text.splitlines())
    entries = tuple(_entry(entry, path, lines) for entry in file)
    strange = [n for n, line in enumerate(lines, 1) if not _LINE.match(line)]
    if not file and (strange or not text.strip()):
        where = Where(str(path), (strange or [1])[0], 1, lines)
        raise CatalogueError([Finding("po", "this is no PO file", where=where, hint=_ANEW)])
    if strange:
        where = Where(str(path), strange[0], 1, lines)
        message = "this line is no part of a PO file"
        hint = "a text stands in quotation marks on each of its lines; mend it in a translation program"
        raise CatalogueError([Finding("po", message, where=where, hint=hint)])
    twice = list(_twice(entries))
    if twice:
        raise CatalogueError(twice)
    return Catalogue(language, path, entries, file, "\r\n" in text)


_LINE = re.compile(r'\s*($|#|(msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s*"|")')
_ANEW = "take the last good copy, or delete the file and run “factsheet translate” to make a new one"


def _text(path: Path) -> str:
    """What ``path`` says, in the encoding that its header names."""
    name = str(path)
    try:
        if path.stat().st_size > limits.CATALOGUE_BYTES:
            message = f"the file is larger than {limits.CATALOGUE_BYTES // 1000} kB"
            raise CatalogueError([Finding("limit", message, where=Where(name), hint=_ANEW)])
        data = path.read_bytes()
    except OSError as problem:
        message = f"{name} cannot be read: {problem.strerror or problem}"
        raise CatalogueError([Finding("file", message, where=Where(name))]) from None
    declared = re.search(rb"charset=([A-Za-z0-9_.:-]+)", data[:4000])
    encoding = declared[1].decode("ascii") if declared and declared[1] != b"CHARSET" else "utf-8"
    try:
        encoding = codecs.lookup(encoding).name
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except LookupError:
        message = f"the header names an encoding that does not exist: {encoding}"
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        message = f"this is not text in {encoding.upper()}"
        where = Where(name, line, 1, tuple(data.decode("utf-8", "replace").splitlines()))
        raise CatalogueError([Finding("encoding", message, where=where, hint="save the file as UTF-8")]) from None
    raise CatalogueError([Finding("encoding", message, where=Where(name, 1), hint="write charset=UTF-8 in its header")])


def _syntax(path: Path, text: str, problem: Exception) -> Finding:
    line = re.search(r"line (\d+)", str(problem))
    lines = tuple(text.splitlines())
    number = int(line[1]) if line else 1
    hint = 'mend this line, best in a translation program; a quotation mark inside a text is written \\"'
    return Finding(
        "po", "this is no valid PO file: this line is wrong", where=Where(str(path), number, 1, lines), hint=hint
    )


def _entry(entry: "POEntry", path: Path, lines: tuple[str, ...]) -> Entry:
    start = max(entry.linenum or 1, 1)
    line = next((n for n in range(start, len(lines) + 1) if re.match(r"(#~\s*)?msgstr", lines[n - 1])), start)
    return Entry(
        entry.msgctxt or "",
        entry.msgid,
        entry.msgstr,
        entry.fuzzy,
        entry.previous_msgid or "",
        entry.tcomment,
        bool(entry.obsolete),
        Where(str(path), line, 1, lines),
        entry,
    )


def _twice(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = seen.setdefault((entry.path, entry.source), entry)
        if first is not entry and not entry.obsolete and not first.obsolete and first.target != entry.target:
            message = f"this text is translated twice, in two ways: also in line {first.where.line}"
            yield Finding("po", message, where=entry.where, hint="delete one of the two entries")


def written(catalogue: Catalogue, entries: "list[POEntry]", metadata: dict[str, str]) -> bytes:
    """``catalogue`` with ``entries`` instead of its own, as the bytes of its file.

    The header stays as it is; of ``metadata``, only what is missing in it is added.
    """
    import polib  # noqa: PLC0415

    file: Any = polib.POFile(wrapwidth=WRAP)
    old: Any = catalogue.raw
    if old is not None:
        file.header, file.metadata_is_fuzzy = old.header, old.metadata_is_fuzzy
        file.metadata.update(old.metadata)
    for key, value in metadata.items():
        file.metadata.setdefault(key, value)
    file.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    for entry in entries:
        file.append(entry)
    text = f"{file}".rstrip("\n") + "\n"
    return (text.replace("\n", "\r\n") if catalogue.crlf else text).encode()

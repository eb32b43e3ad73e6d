"""YAML to plain data that remembers its lines (spec and theme): the only door to PyYAML.

The file is read as a stream of events, so that no nesting is too deep for the reader itself. Every scalar stays text:
``no``, ``1.10`` and ``2012-08`` mean what they look like. All that is wrong is collected, not only the first.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from factsheet import limits
from factsheet.findings import NOWHERE, Finding, SpecError, Where

Step: TypeAlias = str | int
LINE_END = re.compile("\\r\\n|[\\n\\r\\x85\\u2028\\u2029]")
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(str):
    """A scalar as typed, with its place."""

    __slots__ = ("where",)
    where: Where

    def __new__(cls, value: str, where: Where = NOWHERE) -> "Scalar":
        """The string ``value`` as it stands at ``where``."""
        scalar = super().__new__(cls, value)
        scalar.where = where
        return scalar


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A file as data, the place of everything in it, and what is wrong with its YAML.

    Attributes:
        name: The file's name, as messages show it.
        data: Dictionaries, lists, scalars with their place, and None for what was left empty.
        findings: Duplicate keys, tags and the like: the data are usable all the same.
        places: Where each value stands, by its path.
        keys: Where each key stands, by the path of its value.
        lines: The lines of the file.
    """

    name: str
    data: Any
    findings: tuple[Finding, ...] = ()
    places: dict[tuple[Step, ...], Where] = field(default_factory=dict)
    keys: dict[tuple[Step, ...], Where] = field(default_factory=dict)
    lines: tuple[str, ...] = ()

    def at(self, path: tuple[Step, ...]) -> Any:
        """The value at ``path``, or the nearest value around it."""
        found = self.data
        for step in self._nearest(path):
            found = found[step]
        return found

    def where(self, path: tuple[Step, ...]) -> Where:
        """The place of the value at ``path``, or of the nearest value around it.

        A step that the author left out, as the 0 of a list of one, is passed over.
        """
        start = Where(self.name, 1 if self.lines else 0, 1 if self.lines else 0, self.lines)
        return self.places.get(self._nearest(path), start)

    def key_where(self, path: tuple[Step, ...]) -> Where:
        """The place of the key of the value at ``path``; that of the value where it has no key."""
        return self.keys.get(path) or self.keys.get(self._nearest(path)) or self.where(path)

    def _nearest(self, path: tuple[Step, ...]) -> tuple[Step, ...]:
        found: tuple[Step, ...] = ()
        for step in path:
            if (*found, step) in self.places:
                found = (*found, step)
            elif step != 0:
                break
        return found


def read(path: Path) -> Source:
    """The file at ``path``.

    Raises:
        SpecError: it cannot be read, or is not YAML.
    """
    name = str(path)
    where = Where(name)
    try:
        if path.stat().st_size > limits.SPEC_BYTES:
            raise SpecError([_too_big(where)])
        data = path.read_bytes()
    except FileNotFoundError:
        hint = "look at the spelling of the name" + (f"; did you mean {close}?" if (close := _neighbour(path)) else "")
        raise SpecError([Finding("file", f"there is no file {name}", where=where, hint=hint)]) from None
    except IsADirectoryError:
        raise SpecError([Finding("file", f"{name} is a folder, not a file", where=where)]) from None
    except OSError as problem:
        raise SpecError(
            [Finding("file", f"{name} cannot be read: {problem.strerror or problem}", where=where)]
        ) from None
    if path.is_dir():
        raise SpecError([Finding("file", f"{name} is a folder, not a file", where=where)])
    return parse(data, name)


def _neighbour(path: Path) -> str:
    """Files of nearly this name, beside it and in ``specs``."""
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    near: dict[str, str] = {}
    for folder in (path.parent, Path("specs")):
        with suppress(OSError):
            for other in sorted(folder.iterdir()):
                if other.suffix in (".yaml", ".yml") and "." not in other.stem:
                    near.setdefault(other.stem, other.name if folder == path.parent else str(other))
    close = get_close_matches(path.stem, near, 3)
    return " or ".join(near[stem] for stem in (close[:1] if path.stem in close else close))


def _too_big(where: Where) -> Finding:
    return Finding(
        "limit",
        f"the file is larger than {limits.SPEC_BYTES // 1000} kB",
        where=where,
        hint="a spec is a few pages of text; pictures are files of their own",
    )


def parse(content: bytes | str, name: str) -> Source:
    """``content`` as data.

    Raises:
        SpecError: it is not YAML, or more than a spec may be.
    """
    text = _decoded(content, name) if isinstance(content, bytes) else content.removeprefix("\ufeff")
    lines = tuple(LINE_END.split(text))
    _refuse_control_characters(lines, name)
    reader = _Reader(name, lines)
    try:
        data = reader.build(yaml.parse(text, Loader=_PARSER))
    except yaml.YAMLError as problem:
        raise SpecError([*reader.findings, _syntax(problem, name, lines)]) from None
    if reader.fatal:
        raise SpecError(reader.findings)
    return Source(name, data, tuple(reader.findings), reader.places, reader.keys, lines)


def _decoded(content: bytes, name: str) -> str:
    if len(content) > limits.SPEC_BYTES:
        raise SpecError([_too_big(Where(name))])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode("utf-8-sig", "replace")
        lines = LINE_END.split(before)
        shown = tuple(LINE_END.split(content.decode("utf-8-sig", "replace")))
        where = Where(name, len(lines), len(lines[-1]) + 1, shown)
        hint = "save the file as UTF-8: in the editor, “Save as …” and choose the encoding UTF-8"
        raise SpecError([Finding("encoding", "this is not text in UTF-8", where=where, hint=hint)]) from None


_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\x80-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")


def _refuse_control_characters(lines: tuple[str, ...], name: str) -> None:
    findings = [
        Finding(
            "control-character",
            f"an invisible control character (U+{ord(match[0]):04X}) stands here",
            where=Where(name, n, match.start() + 1, lines),
            hint="delete it; it often comes with text from a PDF",
        )
        for n, line in enumerate(lines, 1)
        for match in _CONTROL.finditer(line)
    ]
    if findings:
        raise SpecError(findings[:20])


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is being filled."""

    value: Any
    path: tuple[Step, ...]
    anchor: str | None
    items_before: int
    key: Any = None
    has_key: bool = False
    skip: bool = False


class _Reader:
    """Builds data from events."""

    def __init__(self, name: str, lines: tuple[str, ...]) -> None:
        self.name, self.lines = name, lines
        self.findings: list[Finding] = []
        self.fatal = False
        self.places: dict[tuple[Step, ...], Where] = {}
        self.keys: dict[tuple[Step, ...], Where] = {}
        self.anchors: dict[str, tuple[Any, int] | None] = {}
        self.stack: list[_Open] = []
        self.root: Any = None
        self.items = 0
        self.aliases = 0
        self.documents = 0

    def build(self, events: Iterator[Any]) -> Any:
        """The data of the one document in ``events``; stops at the first limit."""
        for event in events:
            kind = type(event).__name__
            if kind == "ScalarEvent":
                self._scalar(event)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._open(event, {} if kind[0] == "M" else [])
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                self._close()
            elif kind == "AliasEvent":
                self._alias(event)
            elif kind == "DocumentStartEvent":
                self.documents += 1
                if self.documents > 1:
                    self._fatal(
                        "document", event, "a second document starts here", "one file is one factsheet: delete the ---"
                    )
            if self.fatal:
                break
        return self.root

    def _where(self, event: Any) -> Where:
        mark = event.start_mark
        return Where(self.name, mark.line + 1, mark.column + 1, self.lines)

    def _find(self, rule: str, event: Any, message: str, hint: str = "") -> None:
        self.findings.append(Finding(rule, message, where=self._where(event), hint=hint))

    def _fatal(self, rule: str, event: Any, message: str, hint: str = "") -> None:
        self._find(rule, event, message, hint)
        self.fatal = True

    def _scalar(self, event: Any) -> None:
        where = self._where(event)
        self._refuse_tag(event)
        if self._wants_key():
            self._key(event, Scalar(event.value, where), where)
            return
        if len(event.value) > limits.TEXT:
            message = f"this text has {len(event.value)} characters; at most {limits.TEXT} go into one"
            self._find("limit", event, message, "divide it into several blocks")
            event.value = event.value[:1]
        if not event.style and event.value:
            self._warn_of_comment(event)
        plain = event.implicit[0] and not event.value
        value = None if plain else Scalar(event.value, where)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._put(value, where)

    def _warn_of_comment(self, event: Any) -> None:
        """A # one space behind an unquoted text is seldom meant as the comment that it is."""
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if line[mark.column : mark.column + 2] == " #" and not line[: mark.column].endswith(" "):
            where = Where(self.name, mark.line + 1, mark.column + 2, self.lines)
            message = "what follows the # is a comment, and is not printed"
            hint = "put the text into quotation marks; or two spaces before the # of a comment"
            self.findings.append(Finding("comment", message, "warning", where, hint))

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is None:
            return
        typed = re.match(r"\S+", self._where(event).excerpt[event.start_mark.column :])
        shown = typed[0] if typed else str(event.tag)
        if shown == "!":
            self._find("tag", event, "a text that starts with ! means something else in YAML", _QUOTE)
        else:
            self._find(
                "tag",
                event,
                f"{shown} is a YAML tag, which a spec has no use for",
                "leave out the word that starts with !",
            )

    def _wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and not self.stack[-1].has_key

    def _key(self, event: Any, key: Scalar, where: Where) -> None:
        top = self.stack[-1]
        top.key, top.has_key, top.skip = key, True, False
        path = (*top.path, str(key))
        if key == "<<":
            self._find("merge-key", event, "<< (a YAML merge key) has no use in a spec", "write the values out")
            top.skip = True
        elif key in top.value:
            first = self.keys[path].line
            self._find(
                "duplicate-key",
                event,
                f"“{key}” stands here a second time; the first is in line {first}",
                "keep one of the two, or start a new list item with - before it",
            )
            top.skip = True
        else:
            self.keys[path] = where

    def _put(self, value: Any, where: Where) -> tuple[Step, ...]:
        """``value`` into the open container; the path it got."""
        self.items += 1
        if self.items > limits.ITEMS:
            self.findings.append(
                Finding(
                    "limit",
                    f"there are more than {limits.ITEMS} values in this file",
                    where=where,
                    hint="divide it into several factsheets",
                )
            )
            self.fatal = True
        if not self.stack:
            self.root = value
            self.places[()] = where
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path: tuple[Step, ...] = (*top.path, len(top.value))
            top.value.append(value)
        else:
            path = (*top.path, str(top.key))
            if not top.skip:
                top.value[top.key] = value
            elif path in self.places:
                top.has_key = False
                return (*path, "\0")
            top.has_key = False
        self.places[path] = where
        return path

    def _open(self, event: Any, value: Any) -> None:
        where = self._where(event)
        self._refuse_tag(event)
        if self._wants_key():
            self._fatal(
                "key", event, "a list or a mapping stands where a key should be", "put the text into quotation marks"
            )
            return
        if len(self.stack) >= limits.NESTING:
            self._fatal(
                "limit",
                event,
                f"lists and mappings are nested deeper than {limits.NESTING} levels",
                "a list in a list is as deep as a spec goes",
            )
            return
        before = self.items
        path = self._put(value, where)
        self.stack.append(_Open(value, path, event.anchor, before))
        if event.anchor:
            self.anchors[event.anchor] = None

    def _close(self) -> None:
        done = self.stack.pop()
        if done.anchor:
            self.anchors[done.anchor] = (done.value, self.items - done.items_before)

    def _alias(self, event: Any) -> None:
        self.aliases += 1
        if self.aliases > limits.ALIASES:
            self._fatal(
                "limit",
                event,
                f"there are more than {limits.ALIASES} aliases (*name) in this file",
                "write the texts out instead",
            )
            return
        if event.anchor not in self.anchors:
            self._fatal(
                "alias",
                event,
                f"*{event.anchor} refers to nothing",
                "put a text that starts with an asterisk into quotation marks",
            )
            return
        found = self.anchors[event.anchor]
        if found is None:
            self._fatal(
                "alias", event, f"*{event.anchor} stands inside what it refers to", "write the text out instead"
            )
            return
        value, size = found
        if self._wants_key():
            if not isinstance(value, Scalar):
                self._fatal("key", event, f"*{event.anchor} cannot be a key", "write the key out")
                return
            self._key(event, value, self._where(event))
            return
        self.items += size - 1
        where = self._where(event)
        self._put(Scalar(value, where) if isinstance(value, Scalar) else value, where)


def _syntax(problem: yaml.YAMLError, name: str, lines: tuple[str, ...]) -> Finding:
    """What PyYAML found, in plain words, at the place where the author slipped."""
    said = f"{getattr(problem, 'context', '') or ''} {getattr(problem, 'problem', '') or problem}"
    mark, context = getattr(problem, "problem_mark", None), getattr(problem, "context_mark", None)
    at_context = context and (mark is None or mark.line >= len(lines) or _BEGINS_EARLIER.search(said))
    mark = context if at_context else mark or context
    where = Where(name, mark.line + 1, mark.column + 1, lines) if mark else Where(name)
    if not where.excerpt.strip():
        last = max((n for n, line in enumerate(lines[: where.line], 1) if line.strip()), default=1)
        line = lines[last - 1] if lines else ""
        ends_open = line.rstrip().endswith(("[", "{"))
        where = Where(name, last, len(line.rstrip()) if ends_open else len(line) - len(line.lstrip()) + 1, lines)
    before = where.excerpt[: max(where.column - 1, 0)].rstrip()
    if "\t" in where.excerpt[: len(where.excerpt) - len(where.excerpt.lstrip())] or "\\t" in said:
        message, hint = "a tab stands where spaces indent the text", "indent with spaces, two for each level"
        return Finding("syntax", message, where=where, hint=hint)
    if before.endswith(("]", "}", '"', "'")) and re.search("expected (<block end>|key)|block collection|scalar", said):
        message = "a text goes on after a closing bracket or quotation mark"
        return Finding("syntax", message, where=where, hint=_QUOTE)
    if before.endswith(":") and "block sequence entries" in said:
        message = "a text that starts with - is a list in YAML"
        return Finding(
            "syntax", message, where=where, hint="put the text into quotation marks; a list starts on the next line"
        )
    for pattern, message, hint in _SLIPS:
        if re.search(pattern, said):
            return Finding("syntax", message, where=where, hint=hint)
    hint = "compare the indentation with the lines above" if not before.strip() else "put the text into quotation marks"
    return Finding("syntax", "this line cannot be understood as YAML", where=where, hint=hint)


_BEGINS_EARLIER = re.compile(
    "scanning a simple key|scanning an? (alias|anchor)|scanning a quoted scalar|parsing a flow"
)
"""Where PyYAML notices a slip late, and its context says where it began."""

_QUOTE = "put the whole text into quotation marks, or write it on the next line after the sign |"
_SLIPS = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside a text, or the indentation is wrong",
        _QUOTE,
    ),
    ("scanning an? (alias|anchor)", "a text that starts with * or & means something else in YAML", _QUOTE),
    ("cannot start any token", "a text cannot start with this character", _QUOTE),
    (
        "scanning a quoted scalar|unexpected end of stream",
        "a quotation mark is opened here that never ends",
        "add the second quotation mark at the end of the text",
    ),
    (
        "escape|hexa?decimal",
        'a backslash in "…" starts an escape that YAML does not know',
        "write two backslashes, or use '…' instead of \"…\"",
    ),
    (
        "expected ',' or|flow (sequence|mapping|node)",
        "a comma is missing, or a bracket [ or { never ends",
        "put a comma between the parts and ] or } at the end; texts with commas or brackets need quotation marks",
    ),
    (
        "expected ':'|simple key",
        "a key needs a colon and a space after it, as in “title: …”",
        "add the colon and the space, or indent the line as part of the text above",
    ),
    (
        "block sequence entries|expected '-'|block collection|expected key|block mapping|<block end>",
        "the indentation does not fit the lines above",
        "let the keys and the - of one list start in the same column",
    ),
    ("tag", "a text that starts with ! means something else in YAML", _QUOTE),
    (
        "scanning a block scalar|comment or a line break",
        "after | or > the text starts on the next line",
        "begin a new line after the sign",
    ),
    (
        "directive|incompatible YAML|version",
        "a line that starts with % means something else in YAML",
        _QUOTE,
    ),
    (
        "document start",
        "a second document starts here",
        "one file is one factsheet: delete the lines --- and ... in it",
    ),
)

"""Everything that can be wrong, as one kind of data: a ``Finding`` with a place and a cure.

The tree of errors, each carrying findings::

    FactsheetError
    ├── SpecError        the spec or the theme
    ├── CatalogueError   a translation
    ├── AssetError       a font, picture or profile
    └── LayoutError      the pages

A bug is not a finding and is never wrapped in one.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file of the author's: lines and columns count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    lines: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """All lines of the file."""

    @property
    def excerpt(self) -> str:
        """The line itself, as typed."""
        return self.lines[self.line - 1] if 0 < self.line <= len(self.lines) else ""

    def find(self, snippet: str) -> "Where":
        """The first place of ``snippet`` from here on; this place where it does not stand in one line."""
        for number in range(max(self.line, 1), len(self.lines) + 1):
            start = self.column - 1 if number == self.line else 0
            at = self.lines[number - 1].find(snippet, max(start, 0))
            if at >= 0:
                return Where(self.file, number, at + 1, self.lines)
        return self


NOWHERE = Where("")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing."""

    rule: str
    message: str
    severity: Severity = "error"
    where: Where = NOWHERE
    hint: str = ""


class FactsheetError(Exception):
    """Findings of which at least one is an error: the author can mend them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f.message for f in self.findings))


class SpecError(FactsheetError):
    """The spec or the theme is wrong."""


class CatalogueError(FactsheetError):
    """A translation is wrong."""


class AssetError(FactsheetError):
    """A font, a picture or a profile is wrong."""


class LayoutError(FactsheetError):
    """The content does not go onto the pages."""


_WIDTH = 100
"""The most characters of a line that are shown under a finding."""


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """``findings`` in the order of their files and lines, the same one only once."""
    return sorted(
        dict.fromkeys(findings), key=lambda f: (f.where.file, f.where.line, f.where.column, f.rule, f.message)
    )


def report(findings: Iterable[Finding]) -> str:
    """``findings`` as text: ``file:line:column  error  rule  message``, the line with a mark under it, and the hint."""
    blocks: list[str] = []
    for finding in ordered(findings):
        where = finding.where
        place = ":".join(str(part) for part in (where.file, where.line, where.column) if part) or "factsheet"
        lines = [f"{place}  {finding.severity}  {finding.rule}  {finding.message}"]
        if where.excerpt.strip():
            shown, mark = _marked(where.excerpt, where.column)
            lines += [f"    {shown}", f"    {mark}^"]
        if finding.hint:
            lines.append(f"    hint: {finding.hint}")
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def as_data(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """``findings`` as plain data for JSON."""
    return [
        {
            "file": f.where.file,
            "line": f.where.line,
            "column": f.where.column,
            "severity": f.severity,
            "rule": f.rule,
            "message": f.message,
            "hint": f.hint,
        }
        for f in ordered(findings)
    ]


def counted(number: int, noun: str) -> str:
    """``1 word``, ``2 words``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _marked(line: str, column: int) -> tuple[str, str]:
    """``line``, cut to a window around ``column`` where it is long, and the blanks that bring a mark under it."""
    at = min(max(column - 1, 0), len(line))
    start = max(at - _WIDTH * 2 // 3, 0) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    before = shown[: at - start]
    if start:
        shown, before = "…" + shown[1:], "…" + before[1:]
    if start + _WIDTH < len(line):
        shown = shown[:-1] + "…"
    return "".join(map(_visible, shown)).rstrip(), " " * sum(map(_columns, before))


def _visible(char: str) -> str:
    """``char`` as a terminal may show it: what would move its cursor, or colour its text, is a dot."""
    return " " if char == "\t" else "·" if unicodedata.category(char) == "Cc" else char


def _columns(char: str) -> int:
    """The columns of a terminal that ``char`` takes."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

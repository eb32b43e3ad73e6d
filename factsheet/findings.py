"""Everything that can be wrong, as one kind of data: a ``Finding`` with a place and a cure.

The tree of errors, each carrying findings::

    FactsheetError
    ├── SpecError        the spec or the theme
    ├── CatalogueError   a translation
    ├── AssetError       a font, picture or profile
    └── LayoutError      the pages

A bug is not a finding and is never wrapped in one.
"""

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

"""One broken file: the change to a correct one, and the rule that it breaks."""

from collections.abc import Callable
from dataclasses import dataclass

from factsheet.preflight.hits import Level, Standard
from tests.conformance.broken.sheet import Sheet, x1a, x4
from tests.conformance.broken.tagged_sheet import screen

Edit = Callable[[Sheet], bytes | None]
"""Changes the pieces of a file; or returns the whole file, spoilt."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A correct file with one thing wrong.

    Attributes:
        name: What is wrong.
        rule: The rule that it must be refused for.
        level: How bad that is.
        base: The correct file that it is made of.
        also: Rules that cannot but be broken along with it, as errors.
        measured: Whether it takes separations to see it.
        edit: What is done to the correct file.
    """

    name: str
    rule: str
    level: Level
    base: Standard
    also: frozenset[str]
    measured: bool
    edit: Edit

    @property
    def standards(self) -> tuple[Standard, ...]:
        """What it is judged by."""
        return ("ua1", "a2a") if self.base in ("ua1", "a2a") else (self.base, "gwg")

    def data(self) -> bytes:
        """The file."""
        sheet = {"x1a": x1a, "x4": x4}.get(self.base, screen)()
        return self.edit(sheet) or sheet.pdf()


MADE: list[Broken] = []


def breaks(
    rule: str, *also: str, level: Level = "error", base: Standard = "x4", measured: bool = False
) -> Callable[[Edit], Edit]:
    """Register a change that breaks ``rule`` (and, as it cannot do otherwise, may break ``also``)."""

    def register(edit: Edit) -> Edit:
        name = getattr(edit, "__name__", "").replace("_", "-")
        MADE.append(Broken(name, rule, level, base, frozenset(also), measured, edit))
        return edit

    return register

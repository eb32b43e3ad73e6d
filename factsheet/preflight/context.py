"""What a rule knows besides the file: the standard that it is judged by, the limits, and what its pages paint."""

from dataclasses import dataclass, field
from typing import Literal

from factsheet.preflight.hits import STANDARDS, Standard
from factsheet.preflight.house import Limits
from factsheet.preflight.marks import Content
from factsheet.preflight.tree import Piece, Tree


@dataclass(frozen=True, slots=True)
class Context:
    """One judgement.

    Attributes:
        standard: The PDF/X that is asked for; "" for none.
        gwg: Whether the limits of GWG and of the house are asked for.
        limits: Those limits.
        content: What the pages paint.
        screen: The standards for screens that are asked for.
        tree: The structure tree, where it is asked for.
    """

    standard: Literal["x4", "x1a", ""]
    gwg: bool
    limits: Limits
    content: Content
    screen: frozenset[Standard] = frozenset()
    tree: Tree = field(default_factory=Tree)

    @property
    def x1a(self) -> bool:
        """Whether PDF/X-1a is asked for."""
        return self.standard == "x1a"

    @property
    def standard_name(self) -> str:
        """The name of the standard, for people."""
        if self.screen:
            return " and ".join(STANDARDS[name].split(" (")[0] for name in sorted(self.screen, reverse=True))
        return STANDARDS[self.standard].split(" (")[0] if self.standard else "PDF/X"

    @property
    def owners(self) -> frozenset[Piece]:
        """The marked content that stands in the structure tree."""
        return frozenset(piece for element in self.tree.all() for piece in element.pieces)

    @property
    def asked(self) -> frozenset[Standard]:
        """Whose rules are asked."""
        found: set[Standard] = {"gwg"} if self.gwg else set()
        return frozenset(found | self.screen | ({self.standard} if self.standard else set()))

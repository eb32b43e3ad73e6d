"""What a rule knows besides the file: the standard that it is judged by, the limits, and what its pages paint."""

from dataclasses import dataclass
from typing import Literal

from factsheet.preflight.hits import STANDARDS, Standard
from factsheet.preflight.house import Limits
from factsheet.preflight.marks import Content


@dataclass(frozen=True, slots=True)
class Context:
    """One judgement.

    Attributes:
        standard: The PDF/X that is asked for; "" for none.
        gwg: Whether the limits of GWG and of the house are asked for.
        limits: Those limits.
        content: What the pages paint.
    """

    standard: Literal["x4", "x1a", ""]
    gwg: bool
    limits: Limits
    content: Content

    @property
    def x1a(self) -> bool:
        """Whether PDF/X-1a is asked for."""
        return self.standard == "x1a"

    @property
    def standard_name(self) -> str:
        """The name of the standard, for people."""
        return STANDARDS[self.standard].split(" (")[0] if self.standard else "PDF/X"

    @property
    def asked(self) -> frozenset[Standard]:
        """Whose rules are asked."""
        found: set[Standard] = {"gwg"} if self.gwg else set()
        return frozenset(found | ({self.standard} if self.standard else set()))

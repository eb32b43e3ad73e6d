"""What preflight says of a finished file: data only. Lengths in points; places from the trim's top left, y down."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from factsheet.findings import NOWHERE, Where
from factsheet.preflight.house import Limits
from factsheet.units import Rect

Level = Literal["error", "warning"]
Standard = Literal["x4", "x1a", "gwg", "ua1", "a2a"]

STANDARDS: dict[Standard, str] = {
    "x4": "PDF/X-4 (ISO 15930-7:2010)",
    "x1a": "PDF/X-1a:2003 (ISO 15930-4:2003)",
    "gwg": "GWG 2022 sheetfed and house limits",
    "ua1": "PDF/UA-1 (ISO 14289-1:2014)",
    "a2a": "PDF/A-2a (ISO 19005-2:2011)",
}
"""What a file can be judged by: the name on the command line, and the name in full."""

PRESS: frozenset[Standard] = frozenset({"x4", "x1a", "gwg"})
SCREEN: frozenset[Standard] = frozenset({"ua1", "a2a"})
"""Those that are for printing, and those that are for reading on a screen and for keeping."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a file breaks a rule.

    Attributes:
        rule: The rule, as ``X-40``, ``R0031`` or ``H-02``.
        level: How bad it is.
        message: What is wrong, in plain words, with the measured value.
        page: The page, from 1; 0 for the file as a whole.
        object: What was looked at: the number of an object (``12 0``), a name, a kind.
        found: The value that was measured.
        limit: The value that the rule asks for.
        place: Where on the page.
        hint: How to mend it.
        where: Where the author wrote what is there, where that is known.
        others: Further places on that page where the same is wrong, of the same kind.
    """

    rule: str
    level: Level
    message: str
    page: int = 0
    object: str = ""
    found: str = ""
    limit: str = ""
    place: Rect | None = None
    hint: str = ""
    where: Where = NOWHERE
    others: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page: its boxes by name (``MediaBox`` …; those that are written or inherited), from the lower left, y up."""

    number: int
    boxes: dict[str, Rect]
    rotate: int = 0
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font that shows text."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    object: str = ""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """A picture where it is shown: its pixels, its effective resolution, and how it is kept."""

    page: int
    object: str
    pixels: tuple[int, int]
    ppi: float
    space: str
    bits: int
    compression: str
    place: Rect | None = None


@dataclass(frozen=True, slots=True)
class IntentFacts:
    """The output intent of the file."""

    identifier: str
    registry: str = ""
    information: str = ""
    profile: str = ""
    space: str = ""
    version: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class InkFacts:
    """How much ink lies on the paper, measured on separations.

    Attributes:
        most: The greatest total area coverage over 1 mm², in per cent.
        page: Where that is.
        place: The square millimetre.
        widest: The greatest over 15 mm × 15 mm.
        widest_page: Where that is.
        widest_place: The square.
        plates: The share of each page that each plate covers, in per cent: one mapping per page, by plate name.
        source: What measured it.
        limit: The most that is allowed over 1 mm², in per cent; 0 where nothing was said.
    """

    most: float
    page: int
    place: Rect
    widest: float
    widest_page: int
    widest_place: Rect
    plates: tuple[dict[str, float], ...]
    source: str
    limit: float = 0.0


@dataclass(frozen=True, slots=True)
class Inventory:
    """What is in a file."""

    version: str = ""
    title: str = ""
    producer: str = ""
    pages: tuple[PageFacts, ...] = ()
    fonts: tuple[FontFacts, ...] = ()
    plates: tuple[str, ...] = ()
    spaces: tuple[str, ...] = ()
    images: tuple[ImageFacts, ...] = ()
    intent: IntentFacts | None = None
    layers: tuple[str, ...] = ()
    ink: InkFacts | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What preflight found in one file.

    Attributes:
        file: Its name.
        size: Its size in bytes.
        digest: Its SHA-256.
        claims: The standards that it says it follows, in full.
        standards: Those that it was judged by.
        hits: Every rule broken, in the order of pages.
        inventory: What is in it.
        unmeasured: What could not be measured, and why: one sentence each.
        checked: The rules that were asked.
        limits: What it was measured against, where the limits of GWG and of the house were asked for.
        draft: Whether it is known to be unfinished, however sound its bytes are.
    """

    file: str
    size: int
    digest: str
    claims: tuple[str, ...]
    standards: tuple[Standard, ...]
    hits: tuple[Hit, ...]
    inventory: Inventory
    unmeasured: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    draft: bool = False

    @property
    def for_press(self) -> bool:
        """Whether it was judged as a file that is to be printed."""
        return bool(PRESS.intersection(self.standards))

    @property
    def passed(self) -> bool:
        """Whether no hit is an error."""
        return not any(hit.level == "error" for hit in self.hits)

    def count(self, level: Level) -> int:
        """How many hits are of ``level``."""
        return sum(hit.level == level for hit in self.hits)


def ordered(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """``hits`` without repetitions: the file's first, then page by page, errors before warnings."""
    return tuple(sorted(dict.fromkeys(hits), key=lambda h: (h.page, h.level, h.rule, h.object, h.message)))

"""What a printing office asks for: the printing condition and its profile, the standard, ink limit, bleed, marks."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from factsheet.design import icc
from factsheet.units import Pt

Standard = Literal["x4", "x1a"]
MarkName = Literal["crop", "registration", "fold", "slug", "bars"]

MARKS: tuple[MarkName, ...] = ("crop", "registration", "slug", "bars")
"""What stands around the page where a theme does not say."""

USUAL_BLEED_MM = 3.0
"""The bleed that printing offices ask for (GWG 2022, and the house)."""

HOUSE = Path(__file__).parent / "profiles" / "fogra39-coated.icc"
"""The profile of the house: offset on coated paper."""

REGISTRY = "http://www.color.org"
"""Where the names of printing conditions are registered."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition.

    Attributes:
        path: Its ICC profile.
        digest: The SHA-256 of the profile.
        identifier: Its name in the registry of the ICC, or ``Custom``.
        information: What it is, for people.
        registered: Whether the identifier is of the registry.
    """

    path: Path
    digest: str
    identifier: str
    information: str
    registered: bool


@dataclass(frozen=True, slots=True)
class Folds:
    """Where the sheet is folded or cut, in points from the left and from the top edge: no other mark stands there."""

    from_left: tuple[Pt, ...] = ()
    from_top: tuple[Pt, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """How a document is prepared for the press.

    Attributes:
        condition: The printing condition.
        standard: What the file follows.
        ink_limit: The most ink over any square millimetre, in per cent.
        bleed: How far the page reaches over the trim.
        marks: What stands outside the bleed.
        folds: Where the sheet is folded, or cut between its edges.
    """

    condition: Condition
    standard: Standard = "x4"
    ink_limit: float = 300.0
    bleed: Pt = 0.0
    marks: tuple[MarkName, ...] = MARKS
    folds: Folds = Folds()


def condition(path: Path = HOUSE, identifier: str = "") -> Condition:
    """The printing condition of the profile at ``path``; ``identifier`` is its registered name, where it is known.

    Raises:
        OSError: the profile cannot be read.
    """
    data = path.read_bytes()
    if path == HOUSE:
        return Condition(path, sha256(data).hexdigest(), "FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", True)
    described = icc.facts(data).description or path.stem
    known = identifier or registered_name(described)
    return Condition(path, sha256(data).hexdigest(), known or "Custom", described, bool(known))


def registered_name(description: str) -> str:
    """The name of the printing condition that ``description`` speaks of in the ICC's registry; "" for none."""
    for pattern, name in _REGISTERED:
        found = re.search(pattern, description, re.IGNORECASE)
        if found:
            return found.expand(name)
    return ""


_REGISTERED = (
    (r"fogra[ _-]?(\d\d)L?\b", r"FOGRA\1"),
    (r"iso ?coated[ _]v2", "FOGRA39"),
    (r"pso ?coated[ _]v3", "FOGRA51"),
    (r"pso ?uncoated[ _]v3", "FOGRA52"),
    (r"pso ?uncoated", "FOGRA47"),
    (r"gracol ?2006", "CGATS TR 006"),
    (r"swop ?2006.*3|swop.*grade ?3", "CGATS TR 003"),
    (r"swop ?2006.*5|swop.*grade ?5", "CGATS TR 005"),
    (r"gracol ?2013.*6|crpc6", "CGATS21-2-CRPC6"),
    (r"japan ?color ?2001 ?coated", "JC200103"),
)
"""How the profiles of registered printing conditions call themselves."""

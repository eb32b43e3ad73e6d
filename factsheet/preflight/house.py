"""The limits of the house, where neither PDF/X nor GWG has one; a printing office's may differ."""

from dataclasses import dataclass

from factsheet.design.press import USUAL_BLEED_MM


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file is measured against.

    Attributes:
        ink_limit: The most ink over any square millimetre, in per cent (H-09).
        bleed_mm: How far the bleed box lies outside the trim box (H-01).
        safe_mm: How far text stays inside the trim (H-08).
        line: The thinnest line, in points (H-03).
        type_size: The smallest type, in points (H-04).
        white_type_size: The smallest type left white in a ground, in points (H-04).
        black_size: Below this size, black text is in black ink alone, in points (H-05).
        overprint_size: Below this size, black text overprints, in points (H-06).
        spots: The spot colours that are wanted.
        source: Whose limits they are, as ``the house``.
    """

    ink_limit: float = 300.0
    bleed_mm: float = USUAL_BLEED_MM
    safe_mm: float = 3.0
    line: float = 0.25
    type_size: float = 5.0
    white_type_size: float = 6.0
    black_size: float = 24.0
    overprint_size: float = 12.0
    spots: frozenset[str] = frozenset()
    source: str = "the house"

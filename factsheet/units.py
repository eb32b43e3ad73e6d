"""Points, millimetres, sizes and rectangles.

A bare number is in points (1/72 inch). Millimetres enter through ``mm()`` and say so in their name.
The origin is the top left corner of the trimmed page; y grows downwards.
"""

from dataclasses import dataclass

Pt = float
EPSILON = 1e-6


def mm(value: float) -> Pt:
    """Points in ``value`` millimetres: ``mm(210)`` is 595.28."""
    return value * 72 / 25.4


def to_mm(value: Pt) -> float:
    """Millimetres in ``value`` points."""
    return value * 25.4 / 72


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height, in points."""

    width: Pt
    height: Pt


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner and its size, in points."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt

    @property
    def right(self) -> Pt:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Pt:
        """The y of the lower edge."""
        return self.y + self.height

    def grown(self, by: Pt) -> "Rect":
        """The rectangle with ``by`` points more on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

"""How the series of a chart are told apart: by pattern, dash and marker as well as by colour."""

from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Path, Placed, Segment
from factsheet.units import Pt

_OUTLINE: Pt = 0.7
_RADIUS: Pt = 2.3
"""Of a marker."""

_DASHES: tuple[tuple[Pt, ...], ...] = ((), (4.5, 2.2), (1.4, 1.8), (7.0, 2.0, 1.4, 2.0), (2.6, 1.4))
MOST = len(_DASHES)
"""The most series that can be told apart."""


@dataclass(frozen=True, slots=True)
class Series:
    """The look of one series.

    Attributes:
        ink: Its colour.
        number: Which of the patterns, dashes and markers it has, from 0.
    """

    ink: Ink
    number: int = 0

    @property
    def dashes(self) -> tuple[Pt, ...]:
        """The dashes of its line."""
        return _DASHES[self.number % MOST]

    def area(self, width: Pt, height: Pt) -> Frame:
        """A rectangle in its pattern: solid, slanted stripes, hollow, upright stripes, a net."""
        pattern = self.number % MOST
        if not pattern or min(width, height) < 2 * _OUTLINE:
            return Frame(width, height, ((0.0, 0.0, Area(width, height, self.ink)),))
        items: list[Placed] = [(0.0, 0.0, _outline(width, height, self.ink))]
        stripes = {
            1: _slanted(width, height, 1.3, 2.9),
            3: _slanted(width, height, 1.0, 2.4, slant=0.0),
            4: (*_slanted(width, height, 0.6, 3.2), *_slanted(width, height, 0.6, 3.2, slant=-1.0)),
        }.get(pattern, ())
        if stripes:
            items.append((0.0, 0.0, Path(stripes, fill=self.ink)))
        return Frame(width, height, tuple(items), clip=True)

    def marker(self) -> Path:
        """The mark of a point on its line, around its own origin: a disc, a square, a triangle, a diamond, a star."""
        r = _RADIUS
        shapes: tuple[tuple[Segment, ...], ...] = (
            _disc(r),
            _polygon((-0.88 * r, -0.88 * r), (0.88 * r, -0.88 * r), (0.88 * r, 0.88 * r), (-0.88 * r, 0.88 * r)),
            _polygon((0.0, -1.2 * r), (1.15 * r, 0.85 * r), (-1.15 * r, 0.85 * r)),
            _polygon((0.0, -1.3 * r), (1.3 * r, 0.0), (0.0, 1.3 * r), (-1.3 * r, 0.0)),
            _star(1.35 * r),
        )
        return Path(shapes[self.number % MOST], fill=self.ink)

    def line(self, points: tuple[tuple[Pt, Pt], ...]) -> Path:
        """A line through ``points`` in its dashes."""
        start, *others = points
        return Path(
            (("M", start), *(("L", point) for point in others)), stroke=self.ink, line_width=1.5, dashes=self.dashes,
            rounded=not self.dashes,
        )  # fmt: skip


def _outline(width: Pt, height: Pt, ink: Ink) -> Path:
    half = _OUTLINE / 2
    corners = _polygon((half, half), (width - half, half), (width - half, height - half), (half, height - half))
    return Path(corners, stroke=ink, line_width=_OUTLINE)


def _slanted(width: Pt, height: Pt, thickness: Pt, pitch: Pt, *, slant: float = 1.0) -> tuple[Segment, ...]:
    """Stripes from the foot to the head of a rectangle, which reach over its edges; ``slant`` 0 is upright."""
    lean = height * slant
    segments: list[Segment] = []
    x = min(0.0, -lean) + 0.4 * pitch
    while x < width + max(0.0, -lean):
        segments += _polygon((x, height), (x + thickness, height), (x + thickness + lean, 0.0), (x + lean, 0.0))
        x += pitch
    return tuple(segments)


def _polygon(*corners: tuple[Pt, Pt]) -> tuple[Segment, ...]:
    first, *others = corners
    return (("M", first), *(("L", corner) for corner in others), ("Z", ()))


def _disc(r: Pt) -> tuple[Segment, ...]:
    k = 0.5523 * r
    return (
        ("M", (r, 0.0)), ("C", (r, k, k, r, 0.0, r)), ("C", (-k, r, -r, k, -r, 0.0)),
        ("C", (-r, -k, -k, -r, 0.0, -r)), ("C", (k, -r, r, -k, r, 0.0)), ("Z", ()),
    )  # fmt: skip


def _star(r: Pt) -> tuple[Segment, ...]:
    """Two crossed bars."""
    a, b = 0.3 * r, 0.95 * r
    corners = (
        (-a, -b),
        (a, -b),
        (a, -a),
        (b, -a),
        (b, a),
        (a, a),
        (a, b),
        (-a, b),
        (-a, a),
        (-b, a),
        (-b, -a),
        (-a, -a),
    )
    return _polygon(*corners)

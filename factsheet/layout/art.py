"""The drawing in the masthead: a globe's grid with routes over it, made of vectors only."""

import math

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Path, Placed, Segment
from factsheet.layout.drawn import LAYOUT
from factsheet.units import Pt

_CIRCLE = 0.5522847498
"""The length of the handles of a quarter circle, in shares of its radius."""


def globe(width: Pt, height: Pt, *, ground: Ink, disc: Ink, lines: Ink, points: Ink) -> Frame:
    """A masthead ground of ``width`` by ``height`` with a globe at its right, cut at the edges."""
    radius = max(0.34 * width, 0.78 * height)
    cx, cy = width - 0.62 * radius, 0.60 * height + 0.16 * radius
    items: list[Placed] = [(0.0, 0.0, Area(width, height, ground)), (cx, cy, _ellipse(radius, radius, fill=disc))]
    tilt = math.radians(-18)
    for degrees in (-60, -30, 0, 30, 60):
        items.append((cx, cy, _parallel(radius, math.radians(degrees), tilt, lines)))
    for degrees in range(-75, 90, 30):
        items.append((cx, cy, _meridian(radius, math.radians(degrees), tilt, lines)))
    for a, b in _ROUTES:
        items.append((cx, cy, _route(radius, a, b, points)))
    for place, size in _PLACES:
        x, y = _on_globe(radius, *place)
        items.append((cx + x, cy + y, _ellipse(size, size, fill=points)))
    return Frame(width, height, tuple(items), LAYOUT, clip=True)


_HUB = (47.0, -16.0)
_PLACES = (
    (_HUB, 5.2),
    ((38.0, -52.0), 3.0),
    ((14.0, -2.0), 3.0),
    ((20.0, -38.0), 2.4),
    ((62.0, -66.0), 2.4),
    ((30.0, 22.0), 3.0),
    ((-8.0, -30.0), 2.4),
)
_ROUTES = tuple((_HUB, place) for place, _ in _PLACES[1:])


def _on_globe(radius: Pt, latitude: float, longitude: float) -> tuple[Pt, Pt]:
    """The place of a point (degrees) on the disc, seen from the front, y down."""
    lat, lon = math.radians(latitude), math.radians(longitude)
    x, y = radius * math.cos(lat) * math.sin(lon), -radius * math.sin(lat)
    return _turned(x, y, math.radians(-18))


def _turned(x: Pt, y: Pt, angle: float) -> tuple[Pt, Pt]:
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


def _meridian(radius: Pt, longitude: float, tilt: float, ink: Ink) -> Path:
    """Half an ellipse from pole to pole."""
    a = radius * math.sin(longitude)
    k = _CIRCLE
    points = [(0, -radius), (a * k, -radius), (a, -radius * k), (a, 0), (a, radius * k), (a * k, radius), (0, radius)]
    return Path(_curve([_turned(x, y, tilt) for x, y in points]), stroke=ink, line_width=0.5)


def _parallel(radius: Pt, latitude: float, tilt: float, ink: Ink) -> Path:
    """A straight line across the disc, as seen from the front."""
    half, y = radius * math.cos(latitude), -radius * math.sin(latitude)
    (x1, y1), (x2, y2) = _turned(-half, y, tilt), _turned(half, y, tilt)
    return Path((("M", (x1, y1)), ("L", (x2, y2))), stroke=ink, line_width=0.5)


def _route(radius: Pt, start: tuple[float, float], end: tuple[float, float], ink: Ink) -> Path:
    """An arc from place to place that rises from the globe."""
    (x1, y1), (x2, y2) = _on_globe(radius, *start), _on_globe(radius, *end)
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2
    length = math.hypot(x2 - x1, y2 - y1)
    lift = 0.28 * length
    nx, ny = (y1 - y2) / length, (x2 - x1) / length
    if ny > 0:
        nx, ny = -nx, -ny
    c = (mx + nx * lift, my + ny * lift)
    points = [(x1, y1), ((x1 + 2 * c[0]) / 3, (y1 + 2 * c[1]) / 3), ((x2 + 2 * c[0]) / 3, (y2 + 2 * c[1]) / 3), (x2, y2)]
    return Path(_curve(points), stroke=ink, line_width=1.0)


def _curve(points: list[tuple[Pt, Pt]]) -> tuple[Segment, ...]:
    """A path of Bézier curves through ``points``: a start, then three for each curve."""
    segments: list[Segment] = [("M", points[0])]
    for n in range(1, len(points), 3):
        (a, b), (c, d), (e, f) = points[n : n + 3]
        segments.append(("C", (a, b, c, d, e, f)))
    return tuple(segments)


def _ellipse(rx: Pt, ry: Pt, *, fill: Ink) -> Path:
    """A filled ellipse about its origin."""
    k = _CIRCLE
    points = [
        (rx, 0), (rx, ry * k), (rx * k, ry), (0, ry), (-rx * k, ry), (-rx, ry * k), (-rx, 0),
        (-rx, -ry * k), (-rx * k, -ry), (0, -ry), (rx * k, -ry), (rx, -ry * k), (rx, 0),
    ]  # fmt: skip
    return Path((*_curve([(float(x), float(y)) for x, y in points]), ("Z", ())), fill=fill)

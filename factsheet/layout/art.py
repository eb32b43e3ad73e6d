"""The drawing in the masthead: a globe's grid with routes over it, made of vectors only."""

import math
from collections.abc import Iterable
from functools import lru_cache

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Path, Placed, Segment
from factsheet.layout.drawn import LAYOUT
from factsheet.units import Pt

_CIRCLE = 0.5522847498
"""The length of the handles of a quarter of a circle, in shares of its radius."""


def aside(width: Pt, height: Pt, lines: Iterable[tuple[Pt, Pt, Pt]]) -> Pt:
    """How far the globe of a ground must move to the right so that lines of words end before it.

    ``lines`` are the top, the foot and the right end of each. 0 where none comes near; or where one goes so far over
    the globe that it is plain to see that it is meant.
    """
    radius, cx, cy = _globe(width, height)
    shift = 0.0
    for top, foot, right in lines:
        off = max(top - cy, cy - foot, 0.0)
        if off < radius:
            shift = max(shift, right + _CLEAR - (cx - math.sqrt(radius**2 - off**2)))
    return shift if shift < _FAR * radius else 0.0


_CLEAR = 12.0
"""What is left free between words and the globe, in points."""

_FAR = 0.3
"""From so much on, in shares of the radius, the globe stays: words then stand on it."""


def _globe(width: Pt, height: Pt) -> tuple[Pt, Pt, Pt]:
    """The radius of the globe, and its middle."""
    radius = max(0.35 * width, min(0.40 * height, 0.56 * width))
    y = min(0.56 * height, 0.30 * height + 0.5 * radius, 0.12 * height + 0.85 * radius)
    return radius, width - 0.14 * radius, y


@lru_cache(maxsize=64)
def globe(width: Pt, height: Pt, ground: Ink, disc: Ink, lines: Ink, points: Ink, shift: Pt = 0.0) -> Frame:
    """A masthead ground of ``width`` by ``height`` with a globe at its right, cut at the edges.

    The globe stands ``shift`` further to the right than it would.
    """
    radius, cx, cy = _globe(width, height)
    cx += shift
    items: list[Placed] = [(0.0, 0.0, Area(width, height, ground)), (cx, cy, _disc(radius, disc))]
    for latitude in range(-60, 90, 20):
        items += _visible([(latitude, longitude) for longitude in range(-180, 181, 10)], radius, (cx, cy), lines)
    for longitude in range(-180, 180, 20):
        items += _visible([(latitude, longitude) for latitude in range(-80, 81, 10)], radius, (cx, cy), lines)
    hub_x, hub_y = _HUB[0] * radius, _HUB[1] * radius
    for x, y, size in _PLACES:
        items.append((cx, cy, _route((hub_x, hub_y), (x * radius, y * radius), points)))
        items.append((cx + x * radius, cy + y * radius, _disc(size, points)))
    items.append((cx + hub_x, cy + hub_y, _disc(5.0, points)))
    return Frame(width, height, tuple(items), LAYOUT, clip=True)


@lru_cache(maxsize=64)
def tiles(width: Pt, height: Pt, ground: Ink, first: Ink, second: Ink, third: Ink) -> Frame:
    """A masthead ground of ``width`` by ``height`` with square tiles at its right: quarters, halves and whole discs.

    The tiles fill two columns of the right third from the top to the foot; the last row is cut by the edge.
    """
    items: list[Placed] = [(0.0, 0.0, Area(width, height, ground))]
    side = _TILE * width
    inks = (first, second, third)
    rows = math.ceil(height / side)
    for row in range(rows):
        for column in range(2):
            shape, turn, ink = _PATTERN[(2 * row + column) % len(_PATTERN)]
            x, y = width - (2 - column) * side, height - (rows - row) * side
            items += [(x, y, path) for path in _tile(shape, turn, side, inks[ink], ground)]
    return Frame(width, height, tuple(items), LAYOUT, clip=True)


_TILE = 0.185
"""The side of a tile, in shares of the width."""

_PATTERN = (
    ("quarter", 0, 0),
    ("disc", 0, 1),
    ("square", 0, 2),
    ("quarter", 2, 0),
    ("half", 1, 1),
    ("quarter", 3, 2),
    ("leaf", 0, 0),
    ("half", 0, 1),
    ("quarter", 1, 2),
    ("ring", 0, 0),
)
"""The tiles in order: the shape, the quarter turns, and which of the three inks."""


def _tile(shape: str, turn: int, side: Pt, ink: Ink, ground: Ink) -> list[Path]:
    """The paths of one tile in a square of ``side``, turned by quarters."""
    k = _CIRCLE
    square = [("M", (0.0, 0.0)), ("L", (1.0, 0.0)), ("L", (1.0, 1.0)), ("L", (0.0, 1.0)), ("Z", ())]
    quarter = [("M", (0.0, 0.0)), ("L", (1.0, 0.0)), ("C", (1.0, k, k, 1.0, 0.0, 1.0)), ("Z", ())]
    h, c = 0.5, 0.5 * k
    half = [("M", (0.0, 0.0)), ("C", (c, 0.0, h, h - c, h, h)), ("C", (h, h + c, c, 1.0, 0.0, 1.0)), ("Z", ())]
    leaf = [
        *(("M", (0.0, 0.0)), ("C", (k, 0.0, 1.0, 1.0 - k, 1.0, 1.0))),
        *(("C", (1.0 - k, 1.0, 0.0, k, 0.0, 0.0)), ("Z", ())),
    ]

    def disc(radius: float) -> list[Segment]:
        r, z = radius, radius * k
        return [
            ("M", (h + r, h)), ("C", (h + r, h + z, h + z, h + r, h, h + r)),
            ("C", (h - z, h + r, h - r, h + z, h - r, h)), ("C", (h - r, h - z, h - z, h - r, h, h - r)),
            ("C", (h + z, h - r, h + r, h - z, h + r, h)), ("Z", ()),
        ]  # fmt: skip

    shapes: dict[str, list[list[Segment]]] = {
        "square": [square], "quarter": [quarter], "half": [half], "leaf": [leaf], "disc": [disc(0.5)],
        "ring": [disc(0.5), disc(0.26)],
    }  # fmt: skip
    return [Path(_turned(segments, turn, side), fill=ground if n else ink) for n, segments in enumerate(shapes[shape])]


def _turned(segments: list[Segment], turn: int, side: Pt) -> tuple[Segment, ...]:
    """``segments`` of a unit square, turned by quarters and scaled to ``side``."""

    def point(x: float, y: float) -> tuple[float, float]:
        for _ in range(turn):
            x, y = 1.0 - y, x
        return x * side, y * side

    return tuple(
        (operator, tuple(v for n in range(0, len(values), 2) for v in point(values[n], values[n + 1])))
        for operator, values in segments
    )


_HUB = (-0.36, -0.30)
_PLACES = (
    (-0.80, 0.02, 2.6),
    (-0.62, 0.40, 3.2),
    (-0.22, 0.34, 2.6),
    (-0.02, 0.06, 3.4),
    (-0.66, -0.50, 2.4),
    (-0.05, -0.52, 2.8),
)
"""Where routes start and end on the disc, in shares of its radius; and how large the points are."""

_RIGHTMOST = 0.5
"""Up to where lines are drawn, in shares of the radius: well over the edge of the page, which cuts them."""

_TILT, _ROLL, _TURN = math.radians(24), math.radians(-14), math.radians(28)
"""How the globe stands: towards the reader, to the side, and about its axis."""


def _seen(latitude: float, longitude: float) -> tuple[float, float, float]:
    """A point of the unit globe as seen: x to the right, y down, z towards the reader."""
    lat, lon = math.radians(latitude), math.radians(longitude) + _TURN
    x, y, z = math.cos(lat) * math.sin(lon), math.sin(lat), math.cos(lat) * math.cos(lon)
    y, z = y * math.cos(_TILT) - z * math.sin(_TILT), y * math.sin(_TILT) + z * math.cos(_TILT)
    return x * math.cos(_ROLL) + y * math.sin(_ROLL), x * math.sin(_ROLL) - y * math.cos(_ROLL), z


def _visible(line: list[tuple[float, float]], radius: Pt, centre: tuple[Pt, Pt], ink: Ink) -> list[Placed]:
    """The stretches of a line on the globe that face the reader, as smooth curves."""
    found: list[Placed] = []
    run: list[tuple[Pt, Pt]] = []
    for point in [*line, None]:
        x, y, z = _seen(*point) if point else (0.0, 0.0, -1.0)
        if z > 0 and x < _RIGHTMOST:
            run.append((x * radius, y * radius))
            continue
        if len(run) > 2:
            found.append((*centre, Path(_curve(_smooth(run)), stroke=ink, line_width=0.4)))
        run = []
    return found


def _smooth(points: list[tuple[Pt, Pt]]) -> list[tuple[Pt, Pt]]:
    """``points`` joined by Bézier curves with the tangents of a Catmull–Rom spline."""
    path = [points[0]]
    last = len(points) - 1
    for n in range(last):
        before, here, there, after = points[max(n - 1, 0)], points[n], points[n + 1], points[min(n + 2, last)]
        path += [
            (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6),
            (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6),
            there,
        ]
    return path


def _route(start: tuple[Pt, Pt], end: tuple[Pt, Pt], ink: Ink) -> Path:
    """An arc from place to place that rises from the globe."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    nx, ny = (y1 - y2) / length, (x2 - x1) / length
    if ny > 0:
        nx, ny = -nx, -ny
    x, y = (x1 + x2) / 2 + nx * 0.24 * length, (y1 + y2) / 2 + ny * 0.24 * length
    points = [(x1, y1), ((x1 + 2 * x) / 3, (y1 + 2 * y) / 3), ((x2 + 2 * x) / 3, (y2 + 2 * y) / 3), (x2, y2)]
    return Path(_curve(points), stroke=ink, line_width=0.9)


def _curve(points: list[tuple[Pt, Pt]]) -> tuple[Segment, ...]:
    """A path of Bézier curves through ``points``: a start, then three for each curve."""
    segments: list[Segment] = [("M", points[0])]
    for n in range(1, len(points), 3):
        (a, b), (c, d), (e, f) = points[n : n + 3]
        segments.append(("C", (a, b, c, d, e, f)))
    return tuple(segments)


def _disc(radius: Pt, fill: Ink) -> Path:
    """A filled circle about its origin."""
    r, k = radius, radius * _CIRCLE
    points = [
        (r, 0.0), (r, k), (k, r), (0.0, r), (-k, r), (-r, k), (-r, 0.0),
        (-r, -k), (-k, -r), (0.0, -r), (k, -r), (r, -k), (r, 0.0),
    ]  # fmt: skip
    return Path((*_curve(points), ("Z", ())), fill=fill)

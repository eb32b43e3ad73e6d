"""What a map of countries shows, and how it is drawn: water, land, the countries, borders.

Only what can be seen at the size of the map is drawn: points nearer than half a point to the line of their neighbours
are left out, and what lies outside the map's rectangle is cut off before it is painted.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.design.outlines import Ring, outlines, vector
from factsheet.document import Area, Path, Placed, Segment
from factsheet.layout.projection import EARTH, Azimuthal, Point, area, lines_in, polygon_in
from factsheet.text.styles import Grid
from factsheet.units import Pt

_CORE = 0.02
"""The share of a country's largest piece that a piece must have to count for where the map is."""

_AROUND, _LEAST_AROUND = 0.2, 80.0
"""What is shown on each side of a country: a share of its width, and so many kilometres."""

_NARROWEST, _MARK_NARROWEST = 300.0, 800.0
"""The least width of a map, in kilometres; and that of one on which the country is only a dot."""

_WIDEST = 9000.0
"""The width up to which a map grows to show other land."""

_CONTEXT = 0.04
"""The share of the map that other land fills, if the map can show so much and the country as well."""

_FLAT, _TALL = 0.66, 0.98
"""The least and the greatest height of a map, in shares of its width."""

GAP = 0.4
"""What a map is less high than its grid lines, in lines: it stands apart from the text above and below it."""

_FINE = 0.2
"""The least triangle of an outline that is drawn, in square points."""

TINY: Pt = 11.0
"""A country that is drawn smaller than this has a ring around it."""

_SMALLEST: Pt = 22.0
"""A country of which land can be seen is not drawn smaller to show other land."""

_SEEN: Pt = 6.0
"""Land of this width can be seen."""

_DOT: Pt = 0.9
"""The radius of an island that is too small to be seen."""

_FAR = 100.0
"""How much coarser lines are drawn that lie outside the map."""


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows.

    Attributes:
        middle: Where it is true.
        scale: Kilometres in a point.
        width: The width of the map.
        height: The height of the map.
        tiny: The size at which the countries are drawn, where that is too small to be seen well; else 0.
    """

    middle: Azimuthal
    scale: float
    width: Pt
    height: Pt
    tiny: Pt = 0.0

    def place(self, points: Sequence[Point]) -> list[Point]:
        """Where ``points``, each a longitude and a latitude, lie on the map."""
        x, y, scale = self.width / 2, self.height / 2, self.scale
        return [(x + east / scale, y + south / scale) for east, south in self.middle.place(points)]

    @property
    def reach(self) -> float:
        """The angle from the middle of the map to its corner, in degrees."""
        far = math.hypot(self.width, self.height) / 2 * self.scale
        return math.degrees(2 * math.asin(min(far / (2 * EARTH), 1.0)))


@dataclass(frozen=True, slots=True)
class Colours:
    """The inks of a map: the countries, other land, water and borders, and the mark."""

    country: Ink
    land: Ink
    water: Ink
    mark: Ink


_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in shares of its radius."""


def circle(radius: Pt) -> tuple[Segment, ...]:
    """A circle around the origin."""
    r, c = radius, radius * _ROUND
    return (
        ("M", (r, 0.0)),
        ("C", (r, c, c, r, 0.0, r)),
        ("C", (-c, r, -r, c, -r, 0.0)),
        ("C", (-r, -c, -c, -r, 0.0, -r)),
        ("C", (c, -r, r, -c, r, 0.0)),
        ("Z", ()),
    )


def view_of(codes: tuple[str, ...], mark: Point | None, width: Pt, grid: Grid) -> View:
    """What a map of ``codes`` shows: all their large pieces and the mark, and as much around as says where that is."""
    points = [point for code in codes for point in _core(code)] + ([mark] if mark else [])
    middle = _mean(points)
    for _ in range(3):
        xs, ys = zip(*middle.place(points), strict=True)
        middle = Azimuthal(*middle.at((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    wide, high = (size * (1 + 2 * _AROUND) + 2 * _LEAST_AROUND for size in (across, down))
    height = max(grid.down(width * max(_FLAT, min(high / wide, _TALL))), grid.leading) - GAP * grid.leading
    scale = max(wide / width, high / height, _NARROWEST / width)
    if max(across, down) / scale < TINY:
        scale = max(scale, _MARK_NARROWEST / width)
    globe = _Globe(middle)
    view = View(middle, scale, width, height)
    land = math.sqrt(max(outlines().rings(code)[0].size for code in codes))
    while _is_alone(view, globe, codes):
        wider = View(middle, view.scale * 1.4, width, height)
        seen, still = (land / found.scale > _SEEN for found in (view, wider))
        if wider.scale * width > _WIDEST or (seen and not (still and max(across, down) / wider.scale > _SMALLEST)):
            break
        view = wider
    tiny = max(across, down) / view.scale
    return View(middle, view.scale, width, height, tiny if tiny < TINY else 0.0)


def _core(code: str) -> Iterator[Point]:
    """Points of the pieces of a country that count for where its map is."""
    first, *others = outlines().rings(code)
    for ring in (first, *(other for other in others if other.size > _CORE * first.size)):
        yield from outlines().ring(ring, ring.size * 1e-4)


def _mean(points: Sequence[Point]) -> Azimuthal:
    x, y, z = (sum(part) for part in zip(*(vector(*point) for point in points), strict=True))
    return Azimuthal(math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))


class _Globe:
    """How far everything is from the middle of a map."""

    def __init__(self, middle: Azimuthal) -> None:
        """The distances from ``middle``, in degrees."""
        place = vector(middle.lon, middle.lat)
        found = outlines()
        self.lines = [found.distance(n, place) for n in range(found.count)]
        self.rings = [
            (min(self.lines[max(n, ~n)] for n in ring.lines), code, ring)
            for code in found.codes
            for ring in found.rings(code)
        ]


def _is_alone(view: View, globe: _Globe, codes: tuple[str, ...]) -> bool:
    """Whether there is next to no other land on the map."""
    lines = _Lines(view, 4.0, globe)
    shapes = (lines.ring(ring) for code, ring in lines.near() if code not in codes)
    return (
        sum(area(polygon_in(shape, view.width, view.height)) for shape in shapes) < _CONTEXT * view.width * view.height
    )


class _Lines:
    """Lines as they lie on a map, each placed once."""

    def __init__(self, view: View, least: float, globe: _Globe) -> None:
        """The lines of ``view`` with triangles of at least ``least`` square points."""
        self.view, self.least, self.globe = view, least * view.scale**2, globe
        self.reach = view.reach
        self.placed: dict[int, list[Point]] = {}

    def near(self) -> Iterator[tuple[str, Ring]]:
        """The rings that may be seen and are large enough for it, each with its country."""
        for distance, code, ring in self.globe.rings:
            if distance < self.reach and ring.size > self.least:
                yield code, ring

    def seen(self, number: int) -> bool:
        """Whether line ``number`` may be seen."""
        return self.globe.lines[number] < self.reach

    def line(self, number: int) -> list[Point]:
        """Line ``number``, coarser where it cannot be seen."""
        n = max(number, ~number)
        if n not in self.placed:
            least = self.least if self.seen(n) else self.least * _FAR
            self.placed[n] = self.view.place(outlines().line(n, least))
        return self.placed[n] if number >= 0 else self.placed[n][::-1]

    def ring(self, ring: Ring) -> list[Point]:
        """A ring of them."""
        return [point for n in ring.lines for point in self.line(n)[1:]]


def drawn(view: View, codes: tuple[str, ...], colours: Colours, hairline: Pt) -> Iterator[Placed]:
    """Water, land, the countries, their small islands, borders."""
    lines = _Lines(view, _FINE, _Globe(view.middle))
    yield 0.0, 0.0, Area(view.width, view.height, colours.water)
    near = list(lines.near())
    for own, ink in ((False, colours.land), (True, colours.country)):
        rings = (ring for code, ring in near if (code in codes) is own)
        shapes = tuple(segment for ring in rings for segment in _shape(lines, ring))
        if shapes:
            yield 0.0, 0.0, Path(shapes, fill=ink, even_odd=True)
    for code in codes:
        yield from _dots(lines, outlines().rings(code), colours.country)
    shared = {max(n, ~n) for _, ring in near for n in ring.lines}
    shared &= outlines().borders
    for some, dashes in ((shared - outlines().unsettled, ()), (shared & outlines().unsettled, (1.2, 1.2))):
        borders = tuple(segment for n in sorted(some) if lines.seen(n) for segment in _border(lines, n))
        if borders:
            yield 0.0, 0.0, Path(borders, colours.water, hairline, dashes=dashes)


def _shape(lines: _Lines, ring: Ring) -> Iterator[Segment]:
    """What of a ring lies on the map, unless that is too small to be seen."""
    points = polygon_in(lines.ring(ring), lines.view.width, lines.view.height)
    if len(points) > 2 and area(points) > _FINE:
        yield from _segments(points)
        yield "Z", ()


def _border(lines: _Lines, number: int) -> Iterator[Segment]:
    for piece in lines_in(lines.line(number), lines.view.width, lines.view.height):
        yield from _segments(piece)


def _segments(points: Sequence[Point]) -> Iterator[Segment]:
    """A line through ``points``, to a tenth of a point."""
    last = None
    for x, y in points:
        rounded = (round(x, 1), round(y, 1))
        if rounded != last:
            yield ("L" if last else "M"), rounded
        last = rounded


def _dots(lines: _Lines, rings: Sequence[Ring], ink: Ink) -> Iterator[Placed]:
    """A dot for each island of a country of which nothing else can be seen."""
    view = lines.view
    if math.sqrt(rings[0].size) / view.scale > _SEEN:
        return
    for ring in rings:
        ((x, y),) = view.place([outlines().line(ring.lines[0])[0]])
        if math.sqrt(ring.size) / view.scale < 2 * _DOT and 0 < x < view.width and 0 < y < view.height:
            yield x, y, Path(circle(_DOT), fill=ink)

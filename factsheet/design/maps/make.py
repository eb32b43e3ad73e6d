"""Makes ``outlines.bin``, the outlines of all countries, from Natural Earth's as npm's ``world-atlas`` has them.

Run by hand, from the root of the repository::

    npm pack world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz package/countries-10m.json
    python factsheet/design/maps/make.py package/countries-10m.json

``README.md`` says what is changed on the way, and why. The form of the file is that which ``design/outlines.py`` reads.
"""

import argparse
import heapq
import json
import math
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from factsheet.i18n.countries import numbers

HERE = Path(__file__).parent
KM = 111.195
"""Kilometres in a degree of a great circle."""

TURN = 99_999
"""The steps of longitude in a full turn: the grid on which the source has its points."""

UNIT = 0.002
"""Degrees in a unit of the file."""

Point = tuple[int, int]
Ring = list[Point]
Area = tuple[float, float, float, float]
"""West, south, east and north of an area, in degrees."""

UNNUMBERED = {
    "Kosovo": "XK",
    "Somaliland": "SO",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Baikonur": "KZ",
    "USNB Guantanamo Bay": "CU",
    "Clipperton I.": "FR",
    "Coral Sea Is.": "AU",
    "Indian Ocean Ter.": "CX",
    "Akrotiri": "",
    "Dhekelia": "",
    "Siachen Glacier": "",
}
"""To which code land without a number is counted; ``""`` is land without one. What is not named here is left out."""

ELSEWHERE: dict[str, list[tuple[str, Area]]] = {
    "FR": [
        ("GF", (-55, 1, -51, 7)),
        ("GP", (-62, 15.8, -60.9, 16.6)),
        ("MQ", (-61.3, 14.3, -60.7, 15)),
        ("RE", (55, -22, 56, -20)),
        ("YT", (44.9, -13.2, 45.4, -12.5)),
    ],
    "NO": [("SJ", (-10, 70.5, -7, 71.5)), ("SJ", (10, 74, 35, 81)), ("BV", (3, -55, 4, -54))],
    "NL": [("BQ", (-69, 12, -62, 18))],
    "NZ": [("TK", (-173, -10, -171, -8))],
    "CX": [("CC", (96, -13, 97.5, -11))],
    "RU": [("UA", (32.4, 44.3, 36.7, 46.3))],
}
"""Parts of a country, by where they lie, that have a code of their own or, as the United Nations see it, another."""

UNSETTLED: dict[tuple[str, str], Area] = {
    ("RS", "XK"): (-180, -90, 180, 90),
    ("EH", "MA"): (-180, -90, 180, 90),
    ("IL", "PS"): (-180, -90, 180, 90),
    ("IL", "SY"): (-180, -90, 180, 90),
    ("CN", "IN"): (-180, -90, 180, 90),
    ("IN", "PK"): (72, 32.4, 80, 38),
}
"""Boundaries that are drawn dashed, as their final status is not determined, and where."""


NARROWEST = 300.0
"""Kilometres: the width of the map of a very small country."""

WIDTH = 130.0
"""Points: the width at which a map is drawn."""

TURNS = 0.3
"""The least triangle that a point must make with its neighbours to be kept, in square points on the map."""

LEAST = 0.4
"""The least island that is kept, in square points on the map."""

ISLES = 6000.0
"""Square kilometres: a country with less land keeps islands that cannot be seen, to be drawn as dots …"""

MOST_ISLES = 40
"""… but no more than this."""


def main(arguments: list[str]) -> int:
    """Make the file from the TopoJSON named first."""
    parser = argparse.ArgumentParser(description="Make the outlines of all countries.")
    parser.add_argument("source", type=Path, help="countries-10m.json of world-atlas")
    source: Path = parser.parse_args(arguments).source
    atlas = json.loads(source.read_text("utf-8"))
    data = packed(topology(countries(atlas)), Grid(atlas))
    (HERE / "outlines.bin").write_bytes(data)
    sys.stdout.write(f"{len(data)} bytes\n")
    return 0


class Grid:
    """The grid of the source: from its steps to degrees."""

    def __init__(self, atlas: dict[str, object]) -> None:
        """The grid that ``atlas`` names."""
        transform: dict[str, tuple[float, float]] = atlas["transform"]  # type: ignore[assignment]
        self.scale, self.origin = transform["scale"], transform["translate"]

    def degrees(self, point: Point) -> tuple[float, float]:
        """Longitude and latitude."""
        return point[0] * self.scale[0] + self.origin[0], point[1] * self.scale[1] + self.origin[1]


def countries(atlas: dict[str, object]) -> dict[str, list[Ring]]:
    """The rings of each country, with parts that belong elsewhere where they belong."""
    grid = Grid(atlas)
    arcs = list(_arcs(atlas))
    found: dict[str, list[Ring]] = defaultdict(list)
    for shape in atlas["objects"]["countries"]["geometries"]:  # type: ignore[index]
        code = numbers().get(shape.get("id") or "", UNNUMBERED.get(shape["properties"]["name"]))
        if code is None:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            rings = [_ring(arcs, ring) for ring in polygon]
            if len(rings[0]) < 5:
                rings = [_dot(*rings[0][0])]
            if code == "MA":
                rings, south = _parted(rings[0], grid)
                found["EH"] += south
            found[_whose(code, [grid.degrees(point) for point in rings[0]])] += rings
    return {code: list(_merged(rings)) for code, rings in sorted(found.items())}


def _dot(x: int, y: int) -> Ring:
    """The least ring, for what is a point in the source."""
    return [(x, y), (x, y + 1), (x + 1, y + 1), (x + 1, y), (x, y)]


def _parted(ring: Ring, grid: Grid) -> tuple[list[Ring], list[Ring]]:
    """Morocco without, and with only, what it holds of Western Sahara: south of 27° 40', from the coast to Algeria."""
    ends = sorted(
        min(range(len(ring) - 1), key=lambda n: math.dist(grid.degrees(ring[n]), end))
        for end in ((-13.178, 27.663), (-8.681, 27.661))
    )
    middle, rest = ring[ends[0] : ends[1] + 1], [*ring[ends[1] : -1], *ring[: ends[0] + 1]]
    parts = [[*part, part[0]] for part in (middle, rest)]
    parts.sort(key=lambda part: -max(y for _, y in part))
    return [parts[0]], [parts[1]]


def _arcs(atlas: dict[str, object]) -> Iterator[Ring]:
    """The arcs, both sides of the 180th meridian in one place."""
    for arc in atlas["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x % TURN, y - y % 3 if x % TURN == 0 else y))
        yield points


def _ring(arcs: list[Ring], references: list[int]) -> Ring:
    points: Ring = []
    for n in references:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        points += arc[1:] if points else arc
    return points


def _whose(code: str, ring: list[tuple[float, float]]) -> str:
    """The code of a part of the country ``code``."""
    for other, area in ELSEWHERE.get(code, []):
        if all(_inside(point, area) for point in ring):
            return other
    return code


def _inside(point: tuple[float, float], area: Area) -> bool:
    west, south, east, north = area
    return west <= point[0] <= east and south <= point[1] <= north


def _merged(rings: list[Ring]) -> Iterator[Ring]:
    """``rings`` of one country without what two of them share."""
    edges = Counter(edge for ring in rings for edge in pairwise(ring) if edge[0] != edge[1])
    after: dict[Point, list[Point]] = defaultdict(list)
    for one, other in sorted(edges):
        after[one] += [other] * (edges[one, other] - edges[other, one])
    after = {point: ways for point, ways in after.items() if ways}
    while after:
        start = here = next(iter(after))
        ring = [start]
        while here in after:
            ways = after[here]
            ahead = ways.pop()
            if not ways:
                del after[here]
            here = ahead
            ring.append(here)
            if here == start:
                break
        if len(ring) > 3 and ring[0] == ring[-1]:
            yield ring


@dataclass
class Topology:
    """Arcs that two countries share, or that are coast, and the rings made of them.

    Attributes:
        arcs: The arcs.
        owners: The countries on the two sides of each; one for a coast.
        rings: The rings of each country as the numbers of their arcs; ``~n`` is arc ``n`` backwards.
    """

    arcs: list[Ring] = field(default_factory=list)
    owners: list[set[str]] = field(default_factory=list)
    rings: dict[str, list[list[int]]] = field(default_factory=lambda: defaultdict(list))


def topology(shapes: dict[str, list[Ring]]) -> Topology:
    """``shapes`` cut where more than two lines meet."""
    near: dict[Point, set[Point]] = defaultdict(set)
    for rings in shapes.values():
        for ring in rings:
            for one, other in pairwise(ring):
                near[one].add(other)
                near[other].add(one)
    nodes = {point for point, others in near.items() if len(others) != 2}
    made = Topology()
    known: dict[tuple[Point, ...], int] = {}
    for code, rings in shapes.items():
        for ring in rings:
            references = []
            for arc in _cut(ring, nodes):
                number = known.get(tuple(arc))
                if number is None:
                    number = len(made.arcs)
                    known[tuple(arc)] = number
                    known[tuple(arc[::-1])] = ~number
                    made.arcs.append(arc)
                    made.owners.append(set())
                made.owners[max(number, ~number)].add(code)
                references.append(number)
            made.rings[code].append(references)
    return made


def _cut(ring: Ring, nodes: set[Point]) -> Iterator[Ring]:
    """``ring`` in pieces from node to node; a ring without nodes is one piece from its least point."""
    open_ring = ring[:-1]
    start = next((n for n, point in enumerate(open_ring) if point in nodes), open_ring.index(min(open_ring)))
    turned = [*open_ring[start:], *open_ring[: start + 1]]
    piece = [turned[0]]
    for point in turned[1:]:
        piece.append(point)
        if point in nodes:
            yield piece
            piece = [point]
    if len(piece) > 1:
        yield piece


Line = list[tuple[float, float]]
Cap = tuple[float, float, float]
"""A round area: its middle, and its radius, in degrees."""


@dataclass(frozen=True)
class View:
    """The surroundings of a country, as far as its map may show them, and kilometres in a point of that map."""

    lon: float
    lat: float
    radius: float
    scale: float


def packed(made: Topology, grid: Grid) -> bytes:
    """The file: a line of JSON and arrays of numbers, compressed."""
    lines = [[grid.degrees(point) for point in arc] for arc in made.arcs]
    shapes = {
        code: sorted(((area(_joined(lines, ring)), ring) for ring in rings), key=lambda pair: -pair[0])
        for code, rings in made.rings.items()
    }
    views = [_view([_joined(lines, ring) for size, ring in found if size > 0.03 * found[0][0]])
             for code, found in shapes.items() if code]  # fmt: skip
    used: dict[int, int] = {}
    header: dict[str, list[list[int]]] = {}
    for code, found in shapes.items():
        header[code] = [
            [
                math.ceil(size),
                *([used.setdefault(n, len(used)) if n >= 0 else ~used.setdefault(~n, len(used)) for n in ring]),
            ]
            for size, ring in _kept(found, lines, views)
        ]
    numbers_of = {
        "borders": [new for old, new in used.items() if len(made.owners[old]) > 1],
        "unsettled": [new for old, new in used.items() if _unsettled(made.owners[old], lines[old])],
    }
    body = _arrays([thinned(lines[n], views) for n in used], [cap(lines[n]) for n in used])
    return zlib.compress(
        json.dumps({"countries": header, **numbers_of}, separators=(",", ":")).encode() + b"\n" + body, 9
    )


def _joined(lines: list[Line], ring: list[int]) -> Line:
    return [point for n in ring for point in (lines[n] if n >= 0 else lines[~n][::-1])[1:]]


def area(ring: Line) -> float:
    """Square kilometres in ``ring`` on the sphere; those around the South Pole if it goes around it."""
    radius = KM * 180 / math.pi
    total = 0.0
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        dx = (x1 - x0 + 180) % 360 - 180
        total += math.radians(dx) * (2 + math.sin(math.radians(y0)) + math.sin(math.radians(y1))) / 2
    return abs(total) * radius * radius


def cap(line: Line) -> Cap:
    """A round area around ``line``."""
    vectors = [_vector(*point) for point in line]
    x, y, z = (sum(part) for part in zip(*vectors, strict=True))
    length = math.sqrt(x * x + y * y + z * z) or 1.0
    middle = (x / length, y / length, z / length)
    radius = max(math.acos(max(-1.0, min(1.0, sum(map(float.__mul__, middle, v))))) for v in vectors)
    return math.degrees(math.atan2(middle[1], middle[0])), math.degrees(math.asin(middle[2])), math.degrees(radius)


def _vector(lon: float, lat: float) -> tuple[float, float, float]:
    lon, lat = math.radians(lon), math.radians(lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _view(rings: Sequence[Line]) -> View:
    lon, lat, radius = cap([point for ring in rings for point in ring])
    reach = radius * KM
    return View(lon, lat, max(1.8 * reach, NARROWEST) / KM, max(2.6 * reach, NARROWEST) / WIDTH)


def _scale(point: tuple[float, float], views: Sequence[View]) -> float:
    """Kilometres in a point of the finest map that shows ``point``."""
    finest = 25.0
    for view in views:
        if view.scale < finest and abs(point[1] - view.lat) < view.radius:
            dx = (point[0] - view.lon + 180) % 360 - 180
            across = dx * math.cos(math.radians((point[1] + view.lat) / 2))
            if math.hypot(across, point[1] - view.lat) < view.radius:
                finest = view.scale
    return finest


def _near(line: Line, views: Sequence[View]) -> list[View]:
    """The views that may show a point of ``line``."""
    lon, lat, radius = cap(line)
    middle = _vector(lon, lat)
    far = [(sum(map(float.__mul__, middle, _vector(v.lon, v.lat))), v) for v in views]
    return [v for cosine, v in far if math.degrees(math.acos(max(-1.0, min(1.0, cosine)))) < radius + v.radius * 1.6]


def _kept(
    found: list[tuple[float, list[int]]], lines: list[Line], views: Sequence[View]
) -> list[tuple[float, list[int]]]:
    """The rings of a country that can be seen, the largest first."""
    isles = sum(size for size, _ in found) < ISLES
    kept = []
    for n, (size, ring) in enumerate(found):
        scale = _scale(lines[max(ring[0], ~ring[0])][0], views)
        if n == 0 or size > LEAST * scale * scale or (isles and n < MOST_ISLES):
            kept.append((size, ring))
    return kept


def _unsettled(owners: set[str], line: Line) -> bool:
    if len(owners) > 1 and "" in owners:
        return True
    within = UNSETTLED.get(tuple(sorted(owners)))  # type: ignore[arg-type]
    return within is not None and any(_inside(point, within) for point in line)


def thinned(line: Line, views: Sequence[View]) -> list[tuple[float, float, int]]:
    """``line`` without the points that no map shows; each with how much it matters, after Visvalingam and Whyatt."""
    weights = _weights(line)
    near = _near(line, views)
    kept = []
    for (lon, lat), weight in zip(line, weights, strict=True):
        if weight == math.inf or weight >= TURNS * _scale((lon, lat), near) ** 2:
            kept.append((lon, lat, _level(weight)))
    return kept


def _level(weight: float) -> int:
    """The square kilometres of a triangle on a scale of 0 to 255, eight to each doubling from 0.01 on."""
    return 255 if weight == math.inf else max(0, min(254, round(8 * math.log2(weight / 0.01))))


def _weights(line: Line) -> list[float]:
    """How much each point matters: the area, in square kilometres, that changes when it is left out."""
    weights = [math.inf] * len(line)
    closed = line[0] == line[-1]
    before, after = [n - 1 for n in range(len(line))], [n + 1 for n in range(len(line))]
    shrink = KM * KM * math.cos(math.radians(sum(y for _, y in line) / len(line)))

    def triangle(n: int) -> float:
        (x0, y0), (x1, y1), (x2, y2) = line[before[n]], line[n], line[after[n]]
        ax, bx = (x0 - x1 + 180) % 360 - 180, (x2 - x1 + 180) % 360 - 180
        return abs(ax * (y2 - y1) - bx * (y0 - y1)) / 2 * shrink

    queue = [(triangle(n), n) for n in range(1, len(line) - 1)]
    current = {n: size for size, n in queue}
    heapq.heapify(queue)
    least, left = 0.0, len(queue)
    while queue:
        size, n = heapq.heappop(queue)
        if current.get(n) != size:
            continue
        if closed and left <= 2:
            break
        least = max(least, size)
        weights[n] = max(least, 1e-6)
        del current[n]
        left -= 1
        after[before[n]], before[after[n]] = after[n], before[n]
        for other in (before[n], after[n]):
            if other in current:
                current[other] = triangle(other)
                heapq.heappush(queue, (current[other], other))
    return weights


def _arrays(arcs: list[list[tuple[float, float, int]]], caps: list[Cap]) -> bytes:
    """The points as steps from one to the next, and what must be known of each arc before they are read."""
    counts, starts, round_areas = array("H"), array("i"), array("h")
    xs, ys, levels = array("h"), array("h"), array("B")
    for arc, (lon, lat, radius) in zip(arcs, caps, strict=True):
        points = [(round(x / UNIT), round(y / UNIT)) for x, y, _ in arc]
        counts.append(len(points))
        starts.extend(points[0])
        round_areas.extend((*(round(32767 * part) for part in _vector(lon, lat)), math.ceil(radius * 100) + 1))
        turn = round(360 / UNIT)
        xs.extend([0, *((b[0] - a[0] + turn // 2) % turn - turn // 2 for a, b in pairwise(points))])
        ys.extend([0, *(b[1] - a[1] for a, b in pairwise(points))])
        levels.extend(level for _, _, level in arc)
    parts = (array("i", [len(counts), len(xs)]), counts, starts, round_areas, xs, ys, levels)
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    return b"".join(part.tobytes() for part in parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

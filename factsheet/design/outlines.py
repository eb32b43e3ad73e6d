"""The outlines of countries: lines that two of them share or that are coast, and the rings made of these lines.

``maps/make.py`` makes the file and ``maps/README.md`` says what is in it. Longitude grows eastwards and latitude
northwards, in degrees. A line is read as fine as the map asks for that shows it: each of its points carries the area
that would change without it.
"""

import json
import math
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress
from pathlib import Path

_FILE = Path(__file__).parent / "maps" / "outlines.bin"
_UNIT = 0.002
"""Degrees in a unit of the file."""

_ONE, _HUNDREDTH = 32767.0, 100.0
"""Units of the round areas: in the radius of the sphere, and in a degree."""

Point = tuple[float, float]
Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line around land, or around a hole in it.

    Attributes:
        size: The square kilometres in it.
        lines: The numbers of its lines in order; ``~n`` is line ``n`` backwards.
    """

    size: float
    lines: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """All countries.

    Attributes:
        codes: The alpha-2 codes of the countries; ``""`` is land that none is named for.
        borders: The lines that two countries share.
        unsettled: Those of them whose final status is not determined.
    """

    codes: tuple[str, ...]
    borders: frozenset[int]
    unsettled: frozenset[int]
    _rings: Mapping[str, Sequence[Sequence[int]]]
    _starts: Sequence[int]
    _firsts: Sequence[int]
    _caps: Sequence[int]
    _xs: Sequence[int]
    _ys: Sequence[int]
    _levels: Sequence[int]

    @property
    def count(self) -> int:
        """The number of lines."""
        return len(self._starts) - 1

    def rings(self, code: str) -> list[Ring]:
        """The rings of a country, the largest first."""
        return [Ring(float(size), lines) for size, *lines in self._rings[code]]

    def line(self, number: int, least: float = 0.0) -> list[Point]:
        """Line ``number`` without the points that matter less than ``least`` square kilometres."""
        n = max(number, ~number)
        start, end = self._starts[n], self._starts[n + 1]
        xs, ys = self._xs[start:end], self._ys[start:end]
        lons = accumulate(xs, initial=self._firsts[2 * n])
        lats = accumulate(ys, initial=self._firsts[2 * n + 1])
        next(lons), next(lats)
        level = _level(least)
        kept = compress(zip(lons, lats, strict=True), (level <= found for found in self._levels[start:end]))
        points = [(x * _UNIT, y * _UNIT) for x, y in kept]
        return points if number >= 0 else points[::-1]

    def distance(self, number: int, middle: Vector) -> float:
        """The angle, in degrees, from ``middle`` to the round area around a line; 0 or less inside it."""
        x, y, z, radius = self._caps[4 * max(number, ~number) : 4 * max(number, ~number) + 4]
        return angle((x / _ONE, y / _ONE, z / _ONE), middle) - radius / _HUNDREDTH

    def ring(self, ring: Ring, least: float = 0.0) -> list[Point]:
        """The points of a ring that matter at least ``least`` square kilometres."""
        return [point for n in ring.lines for point in self.line(n, least)[1:]]

    def covers(self, code: str, lon: float, lat: float, slack: float = 0.0) -> bool:
        """Whether a place lies in a country, or at most ``slack`` degrees from a point of its outlines."""
        crossings = 0
        shrink = math.cos(math.radians(lat))
        for ring in self.rings(code):
            points = [((x - lon + 180) % 360 - 180, y - lat) for x, y in self.ring(ring)]
            if any(abs(y) < slack and math.hypot(x * shrink, y) < slack for x, y in points):
                return True
            for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
                if (x0 < 0) != (x1 < 0) and abs(x0 - x1) < 180:
                    crossings += y0 + (y1 - y0) * x0 / (x0 - x1) > 0  # of the meridian, north of the place
        return crossings % 2 == 1


@cache
def outlines() -> Outlines:
    """The outlines, read once."""
    head, _, body = zlib.decompress(_FILE.read_bytes()).partition(b"\n")
    said = json.loads(head)
    counts, *arrays = _parts(body)
    rings = said["countries"]
    starts = list(accumulate(counts, initial=0))
    return Outlines(tuple(rings), frozenset(said["borders"]), frozenset(said["unsettled"]), rings, starts, *arrays)


def _parts(body: bytes) -> Iterator["array[int]"]:
    """The arrays in ``body``, which starts with the numbers of lines and of points."""
    sizes = array("i")
    sizes.frombytes(body[:8])
    if sys.byteorder == "big":
        sizes.byteswap()
    lines, points = sizes
    at = 8
    for kind, count in (("H", lines), ("i", 2 * lines), ("h", 4 * lines), ("h", points), ("h", points), ("B", points)):
        part = array(kind)
        part.frombytes(body[at : at + count * part.itemsize])
        at += count * part.itemsize
        if sys.byteorder == "big":
            part.byteswap()
        yield part


def _level(area: float) -> int:
    """What a point must at least have to matter ``area`` square kilometres: eight steps to a doubling, from 0.01 on."""
    return max(0, min(254, round(8 * math.log2(area / 0.01)))) if area > 0 else 0


def vector(lon: float, lat: float) -> Vector:
    """A place on the unit sphere."""
    lon, lat = math.radians(lon), math.radians(lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def angle(one: Vector, other: Vector) -> float:
    """The angle between two places, in degrees."""
    return math.degrees(math.acos(max(-1.0, min(1.0, one[0] * other[0] + one[1] * other[1] + one[2] * other[2]))))

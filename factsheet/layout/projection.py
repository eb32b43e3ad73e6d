"""The sphere on paper: Lambert's azimuthal equal-area projection, and what a rectangle shows of it.

The middle of the map is where it is true, wherever that is: at a pole, or on the 180th meridian.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheet.units import Pt

EARTH = 6371.0
"""Kilometres."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Azimuthal:
    """The projection around the place ``lon``, ``lat`` (degrees), in kilometres to the right and downwards."""

    lon: float
    lat: float

    def place(self, points: Sequence[Point]) -> list[Point]:
        """Where ``points``, each a longitude and a latitude, lie."""
        sine, cosine = math.sin(math.radians(self.lat)), math.cos(math.radians(self.lat))
        lon0, sin, cos, radians, sqrt = self.lon, math.sin, math.cos, math.radians, math.sqrt
        placed = []
        for lon, lat in points:
            across, up = radians(lon - lon0), radians(lat)
            side, height = cos(up) * cos(across), sin(up)
            stretch = EARTH * sqrt(2.0 / max(1.0 + sine * height + cosine * side, 1e-9))
            placed.append((stretch * cos(up) * sin(across), -stretch * (cosine * height - sine * side)))
        return placed

    def at(self, x: float, y: float) -> Point:
        """The longitude and the latitude of what lies ``x`` to the right and ``y`` down."""
        far = math.hypot(x, y)
        if far < 1e-9:
            return self.lon, self.lat
        arc = 2 * math.asin(min(far / (2 * EARTH), 1.0))
        lat0 = math.radians(self.lat)
        lat = math.asin(math.cos(arc) * math.sin(lat0) - y / far * math.sin(arc) * math.cos(lat0))
        across = far * math.cos(lat0) * math.cos(arc) + y * math.sin(lat0) * math.sin(arc)
        return self.lon + math.degrees(math.atan2(x * math.sin(arc), across)), math.degrees(lat)


def polygon_in(points: Sequence[Point], width: Pt, height: Pt) -> list[Point]:
    """What of a polygon lies in a rectangle (Sutherland and Hodgman)."""
    found = list(points)
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        if not found:
            break
        found = list(_half(found, axis, limit, sign))
    return found


def _half(points: list[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    """What of a polygon lies on one side of a line."""
    last = points[-1]
    was = (last[axis] - limit) * sign >= 0
    for point in points:
        inside = (point[axis] - limit) * sign >= 0
        if inside != was:
            share = (limit - last[axis]) / (point[axis] - last[axis])
            other = last[1 - axis] + share * (point[1 - axis] - last[1 - axis])
            yield (limit, other) if axis == 0 else (other, limit)
        if inside:
            yield point
        last, was = point, inside


def lines_in(points: Sequence[Point], width: Pt, height: Pt) -> Iterator[list[Point]]:
    """The pieces of a line that lie in a rectangle (Liang and Barsky)."""
    piece: list[Point] = []
    for n in range(1, len(points)):
        (x0, y0), (x1, y1) = points[n - 1], points[n]
        start, end = 0.0, 1.0
        for step, room in ((x0 - x1, x0), (x1 - x0, width - x0), (y0 - y1, y0), (y1 - y0, height - y0)):
            if step < 0:
                start = max(start, room / step)
            elif step > 0:
                end = min(end, room / step)
            elif room < 0:
                end = -1.0
        if start > end:
            continue
        if start > 0 or not piece:
            if len(piece) > 1:
                yield piece
            piece = [(x0 + start * (x1 - x0), y0 + start * (y1 - y0))]
        piece.append((x0 + end * (x1 - x0), y0 + end * (y1 - y0)))
        if end < 1:
            yield piece
            piece = []
    if len(piece) > 1:
        yield piece


def area(points: Sequence[Point]) -> float:
    """The area of a polygon, whichever way round."""
    total = 0.0
    for n, (x, y) in enumerate(points):
        before = points[n - 1]
        total += before[0] * y - x * before[1]
    return abs(total) / 2

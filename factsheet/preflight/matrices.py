"""Matrices and rectangles of a page's space: y up, in points (ISO 32000-1, 8.3)."""

from collections.abc import Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in the page's space."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYTHING: Bounds = (-1e9, -1e9, 1e9, 1e9)
NOTHING: Bounds = (0.0, 0.0, 0.0, 0.0)


def multiplied(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def bounds_of(points: Sequence[tuple[float, float]], matrix: Matrix) -> Bounds:
    """The rectangle around ``points``, turned by ``matrix``."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def common(one: Bounds, other: Bounds) -> Bounds | None:
    """What two rectangles share; None where that is nothing."""
    x0, y0, x1, y1 = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return (x0, y0, x1, y1) if x1 >= x0 and y1 >= y0 else None


def scale(matrix: Matrix) -> float:
    """How thick a line becomes that is 1 thick, in the direction in which it gets thinnest."""
    a, b, c, d, *_ = matrix
    across, down = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
    area = abs(a * d - b * c)
    return min(across, down, area / max(across, down)) if max(across, down) > 0 else 0.0


def height(matrix: Matrix) -> float:
    """How tall something becomes that is 1 tall and stands upright."""
    a, b, c, d, *_ = matrix
    across = (a * a + b * b) ** 0.5
    return float(abs(a * d - b * c) / across if across else (c * c + d * d) ** 0.5)


def corners(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float]]:
    """The corners of a rectangle."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def upright(matrix: Matrix) -> bool:
    """Whether the edges of the page stay along the axes."""
    a, b, c, d, *_ = matrix
    return (abs(b) < 1e-6 and abs(c) < 1e-6) or (abs(a) < 1e-6 and abs(d) < 1e-6)


def is_rectangle(points: Sequence[tuple[float, float]], pieces: Sequence[str]) -> bool:
    """Whether a path is one rectangle along the axes."""
    if list(pieces) in (["re"], ["re", "h"]):
        return True
    if [piece for piece in pieces if piece != "h"] not in (["m", "l", "l", "l"], ["m", "l", "l", "l", "l"]):
        return False
    corners = {(round(x, 3), round(y, 3)) for x, y in points}
    return len(corners) == 4 and len({x for x, _ in corners}) == len({y for _, y in corners}) == 2


def six(values: Sequence[Any]) -> Matrix:
    """Six numbers as a matrix."""
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)

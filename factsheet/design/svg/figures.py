"""The basic shapes of an SVG file, and the lengths they are given in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pathops import FillType, Path
from svgelements import Arc, Close, CubicBezier, Ellipse, Line, Matrix, Move, QuadraticBezier, Rect
from svgelements import Path as Trace

from factsheet.design.svg.tree import name

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LENGTH = re.compile(rf"({_NUMBER.pattern})\s*(px|pt|pc|mm|cm|in|q|%)?", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_MOST = 1e7
"""Numbers beyond this have no place in a drawing."""

_REST = r"[^MmZzLlHhVvCcSsQqTtAa]*"
_RESUMED = re.compile(rf"[QqTt]{_REST}(?=[Ss])|[CcSs]{_REST}(?=[Tt])")
"""A curve before a smooth one of another degree, which does not go on from it (SVG 2, 9.3.6)."""


@dataclass(frozen=True, slots=True)
class Units:
    """The size that per cents are of."""

    width: float
    height: float

    def share(self, axis: str) -> float:
        """What 100 % is along ``axis``: x, y, or "" for neither (SVG 2, 8.9)."""
        if axis in ("x", "y"):
            return self.width if axis == "x" else self.height
        return float(((self.width**2 + self.height**2) / 2) ** 0.5)


def length(said: str, units: Units, axis: str) -> float | None:
    """``said`` in units of the drawing; None where it is no length."""
    match = _LENGTH.fullmatch(said.strip())
    if not match:
        return None
    value, unit = float(match[1]), (match[2] or "").lower()
    if abs(value) > _MOST:
        return None
    return value * units.share(axis) / 100 if unit == "%" else value * _PIXELS[unit]


def number(said: str, otherwise: float) -> float:
    """``said`` as a number, or as a share in per cent."""
    match = _LENGTH.fullmatch(said.strip())
    if not match or match[2] not in (None, "%"):
        return otherwise
    return float(match[1]) / (100 if match[2] else 1)


def numbers(said: str) -> list[float]:
    """All numbers in ``said``."""
    return [float(found) for found in _NUMBER.findall(said)]


def trace(element: Element, units: Units) -> Trace:
    """The line of a basic shape.

    Raises:
        ValueError: it cannot be read.
    """
    kind = name(element)
    if kind == "path":
        said = element.get("d", "").strip()
        if said and said[0] not in "Mm":
            raise ValueError(said)
        return Trace(_RESUMED.sub(r"\g<0>l0,0", said))
    if kind in ("polyline", "polygon"):
        return _polygon(element, closed=kind == "polygon")

    def side(key: str, axis: str) -> float:
        said = element.get(key, "0").strip()
        found = length("0" if said == "auto" else said, units, axis)
        if found is None:
            raise ValueError(said)
        return found

    if kind == "line":
        return _joined([(side("x1", "x"), side("y1", "y")), (side("x2", "x"), side("y2", "y"))], closed=False)
    radii = [_radius(element, key, side) for key in ("rx", "ry")]
    rx, ry = (other if own is None else own for own, other in (radii, radii[::-1]))
    if kind == "rect":
        return _rect(side, rx or 0.0, ry or 0.0)
    if kind == "circle":
        rx = ry = side("r", "")
    if not rx or not ry or min(rx, ry) <= 0:
        return Trace()
    return Trace(Ellipse(cx=side("cx", "x"), cy=side("cy", "y"), rx=rx, ry=ry))


def _radius(element: Element, key: str, side: Callable[[str, str], float]) -> float | None:
    """A radius of a rectangle or an ellipse; None: it is that of the other axis (SVG 2, 10.2)."""
    if element.get(key, "auto").strip() == "auto":
        return None
    found = side(key, key[1])
    return found if found >= 0 else None


def traced(line: Trace, matrix: Matrix, rule: str) -> Path:
    """``line`` where ``matrix`` puts it, with its rule of what is inside."""
    made = Path(fillType=FillType.EVEN_ODD if rule == "evenodd" else FillType.WINDING)

    def at(*points: object) -> tuple[float, ...]:
        return tuple(_near(value) for point in points for value in matrix.point_in_matrix_space(point))

    open_ = False
    for part in line:
        if isinstance(part, Move):
            made.moveTo(*at(part.end))
            open_ = True
            continue
        if not open_ and not isinstance(part, Close):  # a line may go on from where the last one was closed
            made.moveTo(*at(part.start))
            open_ = True
        match part:
            case Line():
                made.lineTo(*at(part.end))
            case CubicBezier():
                made.cubicTo(*at(part.control1, part.control2, part.end))
            case QuadraticBezier():
                made.quadTo(*at(part.control, part.end))
            case Arc():
                for curve in part.as_cubic_curves():
                    made.cubicTo(*at(curve.control1, curve.control2, curve.end))
            case Close() if open_:
                made.close()
                open_ = False
    return made


def _near(value: float) -> float:
    if not abs(value) < _MOST:
        raise ValueError(value)
    return float(value)


def _rect(side: Callable[[str, str], float], rx: float, ry: float) -> Trace:
    """A rectangle, with round corners where both radii say so."""
    width, height = side("width", "x"), side("height", "y")
    if width <= 0 or height <= 0:
        return Trace()
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    x, y = side("x", "x"), side("y", "y")
    if rx <= 0 or ry <= 0:
        return _joined([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], closed=True)
    return Trace(Rect(x=x, y=y, width=width, height=height, rx=rx, ry=ry))


def _polygon(element: Element, *, closed: bool) -> Trace:
    values = numbers(element.get("points", ""))
    return _joined([*zip(values[::2], values[1::2], strict=False)], closed=closed)


def _joined(points: list[tuple[float, float]], *, closed: bool) -> Trace:
    if not points:
        return Trace()
    moves = "M" + "L".join(f"{x!r},{y!r}" for x, y in points)
    return Trace(moves + "Z" if closed else moves)

"""Where something of an SVG file stands: moved, cut, styled; and its outline there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pathops import Path
from svgelements import Matrix
from svgelements import Path as Trace

from factsheet.design.svg.figures import Units, length, numbers, trace, traced
from factsheet.design.svg.refusals import Refusals

BASIC = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
"""The basic shapes."""

_STEP = re.compile(r"(matrix|translate|scale|rotate|skewx|skewy)\s*\(([^()]*)\)", re.IGNORECASE)
_VALUE = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?(px|deg|rad|grad|turn)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands.

    Attributes:
        matrix: From its units to those of the finished drawing.
        style: The values of its properties.
        clips: What cuts it, in the finished drawing.
        units: The size that per cents are of.
        depth: How deep it stands in others.
    """

    matrix: Matrix
    style: Mapping[str, str]
    clips: tuple[Path, ...]
    units: Units
    depth: int = 0

    def shifted(self, element: Element) -> Matrix:
        """Its matrix, moved by the x and y of ``element``."""
        x, y = (length(element.get(key, ""), self.units, key) or 0.0 for key in ("x", "y"))
        return Matrix.translate(x, y) * self.matrix


def moved(element: Element, style: Mapping[str, str], matrix: Matrix, refusals: Refusals) -> Matrix:
    """``matrix`` after the transforms of ``element``."""
    said = style["transform"]
    if said in ("none", ""):
        return matrix
    if _is_transform(said) and numbers(style["transform-origin"]) in ([0.0], [0.0, 0.0]):
        try:
            return Matrix(said) * matrix
        except (ValueError, TypeError, IndexError):
            pass
    refusals.add("style", element, f"transform: {said}"[:60])
    return matrix


def _is_transform(said: str) -> bool:
    """Whether ``said`` is a list of transforms with numbers in them, and nothing else."""
    inside = "".join(_VALUE.sub("", step[2]) for step in _STEP.finditer(said))
    return not (_STEP.sub("", said) + inside).replace(",", " ").strip()


def line_of(element: Element, units: Units, refusals: Refusals) -> Trace | None:
    """The line of a basic shape, in its own units."""
    try:
        return trace(element, units)
    except (ValueError, IndexError, TypeError):
        refusals.add("path", element)
        return None


def inside_of(line: Trace, element: Element, matrix: Matrix, rule: str, refusals: Refusals) -> Path:
    """What is inside of ``line`` where ``matrix`` puts it."""
    try:
        return traced(line, matrix, rule)
    except (ValueError, TypeError):  # svgelements leaves a point empty where a path closes before it begins
        refusals.add("path", element)
        return Path()


def rectangle(x: float, y: float, width: float, height: float) -> Path:
    """A rectangle."""
    made = Path()
    made.moveTo(x, y)
    for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
        made.lineTo(*corner)
    made.close()
    return made


def mapped(outline: Path, matrix: Matrix) -> Path:
    """``outline`` where ``matrix`` puts it."""
    made = outline.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    made.fillType = outline.fillType
    return made

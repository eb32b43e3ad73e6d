"""Drawings: SVG files as flat areas, each of one ink. The only door to what reads them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.design.inks import RGB, Ink, press_values
from factsheet.design.pictures import content

if TYPE_CHECKING:
    from factsheet.design.svg.layers import Piece

SUFFIX = ".svg"
"""How the names of drawings end."""

_SIDE = 1000.0
"""The longer side of a drawing; its coordinates have two decimals."""

_PAPER = 0.92
"""An area whose channels are all above this is hardly seen on white."""

Segment = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area of one ink.

    Attributes:
        segments: Its outline: ``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y`` and ``Z``, y down.
        ink: Its colour.
        even_odd: Whether what is inside is told by the even-odd rule.
    """

    segments: tuple[Segment, ...]
    ink: Ink
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that was read: two of the same content are equal.

    Lines are areas, too: their outlines. What was see-through is mixed with what lies below it, at last with white.

    Attributes:
        path: Where it lies.
        digest: The SHA-256 of its content.
        width: Its width, in the unit of its shapes.
        height: Its height.
        shapes: Its areas, from the lowest to the highest.
        bounds: Left, top, right and bottom of what is seen of it on white.
        cover: The share of ``bounds`` that has ink on it.
    """

    path: Path
    digest: str
    width: float = field(compare=False)
    height: float = field(compare=False)
    shapes: tuple[Shape, ...] = field(compare=False)
    bounds: tuple[float, float, float, float] = field(compare=False)
    cover: float = field(compare=False)


def read(path: Path) -> Drawing:
    """The drawing in the SVG file at ``path``.

    Raises:
        AssetError: it cannot be read, or not be drawn as it is meant to be.
    """
    return drawn(path, content(path))


@lru_cache(maxsize=32)
def drawn(path: Path, data: bytes) -> Drawing:
    """The drawing in ``data``, the content of ``path``.

    Raises:
        AssetError: it cannot be drawn as it is meant to be.
    """
    from factsheet.design.svg import layers, refusals, tree, walk  # noqa: PLC0415 - 70 ms of libraries, for SVG alone

    width, height, pieces = walk.walked(tree.parsed(data))
    scale = _SIDE / layers.UNIT
    inks = _inks([_on_white(piece) for piece in pieces])
    shapes: list[Shape] = []
    boxes: list[tuple[float, ...]] = []
    covered = 0.0
    for piece, ink in zip(pieces, inks, strict=True):
        outline = tuple(layers.segments(piece.outline, scale))
        if not outline:
            continue
        shapes.append(Shape(outline, ink, layers.is_even_odd(piece.outline)))
        area = layers.area(piece.outline) * scale**2
        if min(ink.rgb) < _PAPER:
            boxes.append(tuple(round(value * scale, 2) for value in piece.outline.bounds))
            covered += area
    if not shapes:
        raise refusals.broken("there is nothing in it that can be seen", "open it to see whether it is the right file")
    if not boxes:
        hint = "use the version of it that is made for light grounds"
        raise refusals.broken("all of it is white or nearly white, and would not be seen on paper", hint)
    left, top = (min(box[n] for box in boxes) for n in (0, 1))
    right, bottom = (max(box[n] for box in boxes) for n in (2, 3))
    cover = min(covered / max((right - left) * (bottom - top), 1e-6), 1.0)
    return Drawing(
        path, sha256(data).hexdigest(), width * scale, height * scale, tuple(shapes), (left, top, right, bottom), cover
    )


def _on_white(piece: "Piece") -> RGB:
    """The colour of ``piece`` on paper, in 255 steps."""
    red, green, blue = (round(255 * (1 - (1 - share) * piece.alpha)) / 255 for share in piece.rgb)
    return red, green, blue


def _inks(colours: Sequence[RGB]) -> list[Ink]:
    """An ink for each of ``colours``, called ``#RRGGBB``."""
    distinct = list(dict.fromkeys(colours))
    inks = {
        rgb: Ink("#" + "".join(f"{round(255 * share):02X}" for share in rgb), cmyk, rgb)
        for rgb, cmyk in zip(distinct, press_values(distinct), strict=True)
    }
    return [inks[rgb] for rgb in colours]

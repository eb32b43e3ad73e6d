"""What lies below a see-through picture, for standards that know no transparency (PDF/X-1a, ISO 15930-4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factsheet.design.bitmap import Pixels
from factsheet.design.flatten import Box, Layer, Outline, flattened
from factsheet.document import Area, Item, Path, Picture, Segment
from factsheet.units import Pt, Rect

_STEPS = 12
"""The straight pieces that stand for a curve."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item that has been drawn, with its place, and the rectangle outside which nothing of it is seen."""

    x: Pt
    y: Pt
    item: Item
    clip: Rect | None = None


def opaque(pixels: Pixels, place: Rect, drawn: Sequence[Drawn], printed: Callable[[Picture], Pixels]) -> Pixels:
    """``pixels`` of a picture at ``place``, laid onto what was ``drawn`` before; ``printed`` gives pictures' pixels."""
    across, down = pixels.width / place.width, pixels.height / place.height

    def box(rect: Rect) -> Box:
        left, top = (rect.x - place.x) * across, (rect.y - place.y) * down
        return left, top, left + rect.width * across, top + rect.height * down

    def point(x: Pt, y: Pt) -> tuple[float, float]:
        return (x - place.x) * across, (y - place.y) * down

    layers: list[Layer] = []
    for one in drawn:
        clip = box(one.clip) if one.clip is not None else None
        match one.item:
            case Area(width, height, ink):
                layers.append(Layer(cmyk=ink.cmyk, room=box(Rect(one.x, one.y, width, height)), clip=clip))
            case Path() as path:
                found = tuple(
                    tuple(point(one.x + x, one.y + y) for x, y in outline) for outline in outlines(path.segments)
                )
                if path.fill is not None:
                    layers.append(Layer(found, path.fill.cmyk, clip=clip))
                if path.stroke is not None:
                    layers.append(Layer(found, path.stroke.cmyk, path.line_width * across, clip=clip))
            case Picture() as picture:
                room = box(Rect(one.x, one.y, picture.width, picture.height))
                layers.append(Layer(pixels=printed(picture), room=room, clip=clip))
            case _:
                continue
    return flattened(pixels, [layer for layer in layers if _seen(layer, pixels)])


def _seen(layer: Layer, pixels: Pixels) -> bool:
    """Whether anything of ``layer`` may lie within the picture."""
    xs = [x for outline in layer.outlines for x, _ in outline] or [layer.room[0], layer.room[2]]
    ys = [y for outline in layer.outlines for _, y in outline] or [layer.room[1], layer.room[3]]
    across, down = (min(xs) - layer.line, max(xs) + layer.line), (min(ys) - layer.line, max(ys) + layer.line)
    return across[0] < pixels.width and across[1] > 0 and down[0] < pixels.height and down[1] > 0


def outlines(segments: Sequence[Segment]) -> list[Outline]:
    """The polygons that stand for a path: each of its parts, its curves in short straight pieces."""
    found: list[list[tuple[float, float]]] = []
    for operator, values in segments:
        match operator:
            case "M":
                found.append([(values[0], values[1])])
            case "L" if found:
                found[-1].append((values[0], values[1]))
            case "C" if found:
                found[-1] += _curve(found[-1][-1], values)
            case "Z" if found and found[-1]:
                found[-1].append(found[-1][0])
            case _:
                continue
    return [tuple(outline) for outline in found if len(outline) > 1]


def _curve(start: tuple[float, float], values: tuple[float, ...]) -> list[tuple[float, float]]:
    """Points on a Bézier curve from ``start``, without it."""
    points = [start, *((values[n], values[n + 1]) for n in (0, 2, 4))]
    found = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        found.append(
            (
                sum(share * x for share, (x, _) in zip(shares, points, strict=True)),
                sum(share * y for share, (_, y) in zip(shares, points, strict=True)),
            )
        )
    return found

"""A painter's tools: noise, gradients, smooth outlines, strokes of a brush, and saving to size."""

import io
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageMath

Point = tuple[float, float]
Colour = tuple[int, int, int]
Way = Callable[[float, float], float]
"""The angle in which a brush is led where the picture itself says nothing, by the place in shares of the picture."""

_BRISTLES = 3


def fractal(rng: Random, size: tuple[int, int], cells: tuple[int, int], octaves: int, gain: float = 0.5) -> Image.Image:
    """Cloudy noise of about 0 to 1 in mode F, whose largest lumps are a ``cells``-th of the picture."""
    total, weight, reach = Image.new("F", size), 1.0, 0.0
    for octave in range(octaves):
        grid = (cells[0] * 2**octave + 3, cells[1] * 2**octave + 3)
        lumps = Image.frombytes("L", grid, rng.randbytes(grid[0] * grid[1])).convert("F")
        lumps = lumps.resize(size, Image.Resampling.BICUBIC)
        total = formula(lambda a, w=weight: a["t"] + a["n"] * (w / 255.0), t=total, n=lumps)
        reach += weight
        weight *= gain
    return formula(lambda a: (a["t"] * (1.0 / reach) - 0.5) * 1.7 + 0.5, t=total)


def formula(rule: Callable[[dict[str, object]], object], **images: Image.Image) -> Image.Image:
    """What ``rule`` makes of ``images``, pixel by pixel."""
    return ImageMath.lambda_eval(rule, **images)


def mask(values: Image.Image, low: float, high: float) -> Image.Image:
    """A mask that is 0 where ``values`` (mode F) are ``low``, 255 where they are ``high``, and soft between."""
    scale = 255.0 / (high - low)
    return formula(lambda a: (a["v"] - low) * scale, v=values).convert("L")


def gradient(size: tuple[int, int], stops: Sequence[tuple[float, Colour]]) -> Image.Image:
    """Colours from top to bottom; each stop is a share of the height and its colour."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        column.putpixel((0, y), mixed(stops, y / (size[1] - 1)))
    return column.resize(size)


def ramp(size: tuple[int, int], stops: Sequence[tuple[float, int]]) -> Image.Image:
    """A mask that changes from top to bottom."""
    return gradient(size, [(at, (value, value, value)) for at, value in stops]).getchannel(0)


def row(plan: Image.Image, middle: float, half: float, y: float, width: int) -> Image.Image:
    """What ``plan`` has at ``y``, from ``half`` left of the ``middle`` to as much right of it, as a row of pixels."""
    quad = (middle - half, y, middle - half, y + 1, middle + half, y + 1, middle + half, y)
    return plan.transform((width, 1), Image.Transform.QUAD, quad, Image.Resampling.BILINEAR)


def mixed(stops: Sequence[tuple[float, Colour]], at: float) -> Colour:
    """The colour that ``stops`` have ``at`` a place between 0 and 1."""
    for (low, first), (high, second) in pairwise(stops):
        if at <= high:
            return blend(first, second, max(0.0, (at - low) / (high - low)))
    return stops[-1][1]


def blend(one: Colour, other: Colour, share: float) -> Colour:
    """The colour that has ``share`` of the ``other``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def spline(points: Sequence[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A smooth line through ``points`` (Catmull-Rom)."""
    n = len(points)
    found: list[Point] = []
    for i in range(n if closed else n - 1):
        four = [points[(i + k) % n] if closed else points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2)]
        found += [_between(four, step / steps) for step in range(steps)]
    return found if closed else [*found, points[-1]]


def _between(four: Sequence[Point], t: float) -> Point:
    a, b, c, d = four
    x, y = (
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )
    return x, y


def paint(
    reference: Image.Image, radii: Sequence[float], rng: Random, way: Way, scale: int = 2, tolerance: int = 16
) -> Image.Image:
    """``reference`` as a painting, ``scale`` times as large: coarse strokes first, finer ones where much happens.

    Args:
        reference: What is painted.
        radii: Of the brushes, in its pixels.
        rng: The hand.
        way: How the brush is led.
        scale: How much larger the painting is.
        tolerance: By how much a colour may be off before a finer brush mends it.
    """
    canvas = reference.resize((reference.width * scale, reference.height * scale), Image.Resampling.BILINEAR)
    canvas = canvas.filter(ImageFilter.GaussianBlur(scale * radii[0] / 3))
    for radius in radii:
        seen = reference.filter(ImageFilter.GaussianBlur(radius / 3))
        done = canvas.resize(reference.size, Image.Resampling.BOX) if radius != radii[0] else None
        brush = ImageDraw.Draw(canvas)
        for path, colour in _strokes(seen, done, radius, rng, way, tolerance):
            drag(brush, [(x * scale, y * scale) for x, y in path], colour, radius * scale, rng)
    return canvas


def _strokes(
    seen: Image.Image, done: Image.Image | None, radius: float, rng: Random, way: Way, tolerance: int
) -> Iterator[tuple[list[Point], Colour]]:
    """Where a brush of ``radius`` is led, and its colour: where what is ``done`` is not yet like what is ``seen``."""
    step = radius * 0.9
    cells = [(x, y) for y in range(int(seen.height / step) + 1) for x in range(int(seen.width / step) + 1)]
    rng.shuffle(cells)
    grey, colours = seen.convert("L").load(), seen.load()
    before = done.load() if done else None
    for i, j in cells:
        x = min(max((i + rng.uniform(-0.5, 0.5)) * step, 2), seen.width - 3)
        y = min(max((j + rng.uniform(-0.5, 0.5)) * step, 2), seen.height - 3)
        colour = colours[int(x), int(y)]
        if before and sum(abs(a - b) for a, b in zip(colour, before[int(x), int(y)], strict=True)) < tolerance:
            continue
        angle = _angle(grey, x, y, way(x / seen.width, y / seen.height))
        yield _led(x, y, angle + rng.gauss(0, 0.12), radius, rng), colour


def _angle(grey: Any, x: float, y: float, usual: float) -> float:
    """Along the edge on which a place lies; where there is none, as ``usual``."""
    i, j = int(x), int(y)
    across, down = grey[i + 2, j] - grey[i - 2, j], grey[i, j + 2] - grey[i, j - 2]
    weight = min(1.0, math.hypot(across, down) / 24)
    along = math.atan2(down, across) + math.pi / 2
    off = (along - usual + math.pi / 2) % math.pi - math.pi / 2
    return usual + off * weight


def _led(x: float, y: float, angle: float, radius: float, rng: Random) -> list[Point]:
    """The way of a brush of ``radius`` through a place: a slight bow."""
    half, bow = radius * rng.uniform(1.6, 3.2), rng.gauss(0, 0.1)
    ways = [(-half, angle - bow), (0.0, angle), (half, angle + bow)]
    return [(x + reach * math.cos(turn), y + reach * math.sin(turn)) for reach, turn in ways]


def drag(brush: ImageDraw.ImageDraw, path: Sequence[Point], colour: Colour, width: float, rng: Random) -> None:
    """One stroke: bristles side by side, each of a slightly different tone."""
    (x0, y0), (x1, y1) = path[0], path[-1]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    across, tone = ((y0 - y1) / length, (x1 - x0) / length), rng.gauss(0, 2.2)
    for bristle in range(_BRISTLES):
        off = (bristle - (_BRISTLES - 1) / 2) * width / _BRISTLES
        lift = round(tone + rng.gauss(0, 1.3))
        hair = [(x + across[0] * off, y + across[1] * off) for x, y in path]
        tint = tuple(min(255, max(0, part + lift)) for part in colour)
        brush.line(hair, fill=tint, width=max(1, round(width / _BRISTLES + 1)), joint="curve")


def save(picture: Image.Image, path: Path, most: int) -> None:
    """Write ``picture`` as the best JPEG of fewer than ``most`` bytes."""
    for coarse in (step / 20 for step in range(12, 200)):
        data, tables = io.BytesIO(), [_steps(9 * coarse, 3.8 * coarse), _steps(7 * coarse, 5 * coarse)]
        picture.save(data, "JPEG", qtables=tables, optimize=True, progressive=True, subsampling="4:2:0", dpi=(300, 300))
        if data.tell() < most:
            break
    path.write_bytes(data.getvalue())
    print(path.name, f"{picture.width} × {picture.height}", f"{data.tell() // 1000} kB", f"steps × {coarse}")


def _steps(even: float, slope: float) -> list[int]:
    """How coarse a JPEG is, by frequency: smooth tones stay fine, as in a sky; texture may be coarser."""
    reach = [math.hypot(u, v) for v in range(8) for u in range(8)]
    return [min(255, max(1, round(even + slope * far**1.3))) for far in reach]

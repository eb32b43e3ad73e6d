"""The plain: dry grass in light and shade, and the river that winds through it."""

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from painting.brush import Point, fractal, gradient, mask, ramp, row, spline
from painting.view import SIZE, VIEW, even

STRAW, OLIVE, RUST = (206, 168, 98), (138, 130, 72), (172, 112, 62)
RIVER: tuple[Point, ...] = (
    (-500, 1560), (150, 1400), (760, 1235), (1010, 1120), (860, 1030), (520, 975), (420, 925), (660, 880), (1060, 850),
    (1180, 822), (1010, 797), (900, 778), (1040, 760), (1250, 748), (1300, 736), (1200, 727), (1330, 716),
)  # fmt: skip
"""Where the middle of the river is seen in the picture, from near to far."""


def meadow(land: Image.Image, rng: Random) -> Image.Image:
    """``land`` with the plain before it: dry grass in patches, in light and under the shadows of clouds."""
    patches = on_ground(fractal(rng, (1400, 1400), (22, 22), 6, 0.62), 0.24)
    rust = on_ground(fractal(rng, (1400, 1400), (60, 60), 4, 0.6), 0.24)
    grass = Image.composite(even(STRAW), even(OLIVE), mask(patches, 0.25, 0.75))
    grass = Image.composite(even(RUST), grass, mask(rust, 0.55, 0.95).point(lambda v: v * 0.7))
    near = gradient(SIZE, [(0, (255, 255, 255)), (0.5, (255, 250, 236)), (0.72, (236, 226, 206)), (1, (120, 116, 112))])
    grass = ImageChops.multiply(grass, near)
    shadow = mask(on_ground(fractal(rng, (700, 700), (6, 5), 3), 0.5), 0.52, 0.70).point(lambda v: v * 0.5)
    shadow.paste(0, (0, 0), _pool().point(lambda v: min(255, v * 2)))
    grass.paste(ImageChops.multiply(grass, even((126, 128, 150))), mask=shadow)
    grass.paste(ImageChops.screen(grass, even((70, 52, 20))), mask=_pool())
    return Image.composite(grass, land, ramp(SIZE, [(0.415, 0), (0.47, 255)]))


def on_ground(plan: Image.Image, metres: float) -> Image.Image:
    """A map of the plain, each of its points some ``metres`` wide, as the viewer sees it."""
    found, middle = Image.new("F", SIZE), plan.width / 2
    for y in range(round(VIEW.horizon) + 24, SIZE[1]):
        x, z = VIEW.ground(0, y)
        half, at = -x / metres, plan.height - 1 - (z / metres) % (plan.height - 2)
        found.paste(row(plan, middle, min(half, middle - 1), at, SIZE[0]), (0, y))
    return found


def _pool() -> Image.Image:
    """A mask of the light that falls on the camp."""
    found = Image.new("L", SIZE)
    ImageDraw.Draw(found).ellipse((1000, 960, 3100, 1400), fill=190)
    return found.filter(ImageFilter.GaussianBlur(120))


def river(land: Image.Image, rng: Random) -> Image.Image:
    """``land`` with a river that mirrors the hills and the sky."""
    level = round(VIEW.horizon)
    mirror = ImageOps.flip(land.crop((0, 0, SIZE[0], level))).resize((SIZE[0] // 60, 90), Image.Resampling.BOX)
    mirror = mirror.resize((SIZE[0], SIZE[1] - level), Image.Resampling.BICUBIC)
    water = even((150, 150, 150))
    water.paste(ImageEnhance.Brightness(mirror).enhance(0.95), (0, level))
    result, uneven = land.copy(), [rng.gauss(0, 1) for _ in range(400)]
    for width, rough, colour in ((5.6, 1.3, (148, 122, 78)), (4.5, 0.8, (206, 180, 138)), (4.0, 0.3, (104, 92, 76))):
        result.paste(even(colour), mask=course(width, rough, uneven))
        uneven = uneven[7:]
    result.paste(_rippled(water, rng), mask=course(3.6, 0.22, uneven))
    return result


def _rippled(water: Image.Image, rng: Random) -> Image.Image:
    """``water`` with the light and dark of small waves."""
    waves = Image.new("F", SIZE)
    for y in range(round(VIEW.horizon) + 8, SIZE[1], 2):
        cells = max(4, round(5200 / (y - VIEW.horizon)))
        wave = Image.frombytes("L", (cells, 1), rng.randbytes(cells)).convert("F")
        waves.paste(wave.resize((SIZE[0], 2), Image.Resampling.BICUBIC), (0, y))
    waves = waves.resize((SIZE[0], SIZE[1] // 6), Image.Resampling.BOX).resize(SIZE, Image.Resampling.BICUBIC)
    lit = Image.composite(ImageChops.screen(water, even((44, 36, 28))), water, mask(waves, 140.0, 255.0))
    return Image.composite(ImageChops.multiply(lit, even((214, 216, 212))), lit, mask(waves, 115.0, 20.0))


def course(width: float, rough: float, uneven: Sequence[float] = (0.0,) * 400) -> Image.Image:
    """A mask of the river, about ``width`` metres wide, with ``rough`` banks."""
    line = spline([VIEW.ground(x, y) for x, y in RIVER], False, 14)
    sides: tuple[list[Point], list[Point]] = ([], [])
    for i, (x, z) in enumerate(line):
        (x0, z0), (x1, z1) = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
        long = math.hypot(x1 - x0, z1 - z0) or 1.0
        for number, sign in enumerate((1, -1)):
            wide = sign * (width / 2 + z * 0.003 + rough * sum(uneven[i // 5 + number * 60 + k] for k in range(3)) / 2)
            sides[number].append(VIEW.at(x + (z1 - z0) / long * wide, max(14.0, z - (x1 - x0) / long * wide)))
    found = Image.new("L", (SIZE[0] * 2, SIZE[1] * 2))
    outline = [*spline(sides[0][::3], False, 4), *reversed(spline(sides[1][::3], False, 4))]
    ImageDraw.Draw(found).polygon([(x * 2, y * 2) for x, y in outline], fill=255)
    return found.resize(SIZE, Image.Resampling.BOX)

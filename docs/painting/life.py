"""What grows, grazes and stands on the plain; painted straight on the canvas, from far to near."""

import math
from collections.abc import Iterator
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from painting.brush import Colour, blend, fractal, mixed, spline
from painting.camp import Sheet
from painting.plain import RIVER, course, on_ground
from painting.view import SCALE, SIZE, VIEW

LEAN, FALL = 2.3, 0.2
"""Where the shadow of a height of 1 ends: to the left, and below its foot."""
HERD = 0.28
"""How far to the right the sheep graze, for each metre of distance."""


def place(canvas: Image.Image, sheet: Sheet, x: float, z: float, forward: float = 0.0) -> None:
    """Stand a thing on the plain; its shadow begins so many metres before its foot."""
    at_x, at_y = (SCALE * v for v in VIEW.at(x, z))
    left, top = round(at_x - sheet.foot[0]), round(at_y - sheet.foot[1])
    shadow, lean = _shadow(sheet)
    tint = Image.new("RGB", shadow.size, (58, 50, 62))
    canvas.paste(tint, (left - lean, top + round(forward * sheet.unit)), shadow)
    canvas.paste(sheet.image.convert("RGB"), (left, top), sheet.image.getchannel("A"))


def ground_shade(canvas: Image.Image, x: float, z: float, size: float) -> None:
    """The soft dark under a body of some ``size`` in metres."""
    at_x, at_y = (SCALE * v for v in VIEW.at(x, z))
    shade, r = Image.new("L", canvas.size), SCALE * VIEW.focal / z * size
    ImageDraw.Draw(shade).ellipse((at_x - r * 0.95, at_y - r * 0.05, at_x + r * 0.4, at_y + r * 0.08), fill=120)
    _darken(canvas, shade, r * 0.05)


def _shadow(sheet: Sheet) -> tuple[Image.Image, int]:
    """The shadow of a thing, as a mask, and how much farther than the thing it reaches to the left."""
    solid, foot = sheet.image.getchannel("A"), sheet.foot[1]
    lean = round(foot * LEAN)
    size = (solid.width + lean, solid.height + round(foot * FALL))
    across = (1, LEAN / FALL, -lean - LEAN / FALL * foot)
    down = (0, -1 / FALL, foot + foot / FALL)
    found = solid.transform(size, Image.Transform.AFFINE, (*across, *down), Image.Resampling.BILINEAR)
    return found.filter(ImageFilter.GaussianBlur(sheet.unit * 0.025)).point(lambda v: v * 0.72), lean


def grass(canvas: Image.Image, rng: Random) -> None:
    """Tufts all over the plain, from far to near, each of the colour of the ground and of the light on it."""
    brush, under = ImageDraw.Draw(canvas), canvas.copy().load()
    water, tall = course(5.4, 0.4).load(), on_ground(fractal(rng, (1400, 1400), (60, 60), 3), 0.24).load()
    for share in sorted(rng.random() for _ in range(7600)):
        y = 880 + (SIZE[1] + 60 - 880) * share**0.8
        x = rng.uniform(-20, SIZE[0] + 20)
        inside = (min(max(round(x), 0), SIZE[0] - 1), min(max(round(y), 0), SIZE[1] - 1))
        if not water[inside]:
            high = min(0.75, max(0.12, tall[inside] - 0.12)) * rng.uniform(0.6, 1.2) * (y - VIEW.horizon) * 0.16
            _tuft(brush, x * SCALE, y * SCALE, high * SCALE, under[inside[0] * SCALE, inside[1] * SCALE], rng)


def _tuft(brush: ImageDraw.ImageDraw, x: float, y: float, high: float, colour: Colour, rng: Random) -> None:
    """Blades from one root: some as dark as the ground, some in the light."""
    for _ in range(rng.randint(5, 9)):
        lean, long = rng.gauss(-0.1, 0.3), high * rng.uniform(0.5, 1.1)
        root = x + rng.gauss(0, high * 0.25)
        half = max(1.6, high * 0.03)
        tip, knee = (root + lean * long, y - long), (root + lean * long * 0.3, y - long * 0.55)
        lit = rng.random() > 0.4
        tone = blend(colour, (255, 220, 146), rng.uniform(0.05, 0.32)) if lit else blend(colour, (54, 44, 28), 0.2)
        blade = [(root - half, y), (knee[0] - half, knee[1]), tip, (knee[0] + half * 0.8, knee[1]), (root + half, y)]
        brush.polygon(blade, fill=tone)


def tread(canvas: Image.Image, x: float, z: float, wide: float, flat: float, rng: Random) -> None:
    """Grass before the foot of a thing that stands ``wide`` metres on the plain and looks that ``flat`` from above."""
    brush, under, metre = ImageDraw.Draw(canvas), canvas.copy().load(), SCALE * VIEW.focal / z
    at_x, at_y = (SCALE * v for v in VIEW.at(x, z))
    for _ in range(round(wide * 13)):
        off = rng.uniform(-0.5, 0.5)
        px = at_x + off * wide * metre
        py = at_y + flat * math.sqrt(0.25 - off * off) * wide * metre + rng.uniform(2, 12)
        ground = under[min(round(px), canvas.width - 1), min(round(py + 30), canvas.height - 1)]
        _tuft(brush, px, py, metre * rng.uniform(0.08, 0.24), ground, rng)


def herd(canvas: Image.Image, rng: Random) -> None:
    """Sheep beyond the gers."""
    brush, shade = ImageDraw.Draw(canvas), Image.new("L", canvas.size)
    flock = sorted(((max(112.0, rng.gauss(138, 15)), max(-13.0, rng.gauss(0, 8))) for _ in range(44)), reverse=True)
    places = [(*(SCALE * v for v in VIEW.at(off + HERD * z, z)), SCALE * VIEW.focal / z * 0.40) for z, off in flock]
    for x, y, size in places:
        ImageDraw.Draw(shade).ellipse((x - size * 3.4, y - size * 0.35, x + size, y + size * 0.15), fill=150)
    _darken(canvas, shade, 3)
    for x, y, size in places:
        for part, colour in ((1.0, (150, 138, 138)), (0.72, (240, 222, 190))):
            off = size * (1 - part)
            brush.ellipse((x - size * part + off, y - size * 1.25, x + size, y - size * 0.3 - off * 0.6), fill=colour)
        head = x + size * rng.choice((-1, 1)) * 1.1
        brush.ellipse((head - size * 0.3, y - size * 0.9, head + size * 0.3, y - size * 0.35), fill=(84, 70, 64))


def _darken(canvas: Image.Image, shade: Image.Image, soft: float) -> None:
    canvas.paste((62, 52, 50), mask=shade.filter(ImageFilter.GaussianBlur(soft)))


def bushes(canvas: Image.Image, rng: Random) -> None:
    """Willows in their autumn leaves, along the river."""
    found, shade = sorted(_banks(rng)), Image.new("L", canvas.size)
    for y, x, size in found:
        ImageDraw.Draw(shade).ellipse((x - size * 3.6, y - size * 0.2, x + size * 0.8, y + size * 0.16), fill=165)
    _darken(canvas, shade, 6)
    for y, x, size in found:
        _bush(ImageDraw.Draw(canvas), x, y, size, rng)


def _banks(rng: Random) -> Iterator[tuple[float, float, float]]:
    """Where on the canvas bushes grow, in groups beside the river: y, x and the size of each."""
    water = course(4.4, 0.4).load()
    line = [p for p in spline([VIEW.ground(x, y) for x, y in RIVER], False, 14) if 48 < p[1] < 420]
    for x, z in rng.sample(line, 22):
        side = rng.choice((-1, 1))
        for _ in range(rng.randint(1, 6)):
            beside, away = x + side * rng.uniform(2.5, 7.0), max(40.0, z + rng.gauss(0, 2.0))
            at_x, at_y = VIEW.at(beside, away)
            if 0 <= at_x < SIZE[0] / 2 and 0 <= at_y < SIZE[1] and not water[int(at_x), int(at_y)]:
                yield at_y * SCALE, at_x * SCALE, SCALE * VIEW.focal / away * rng.uniform(0.45, 0.95)


def _bush(brush: ImageDraw.ImageDraw, x: float, y: float, size: float, rng: Random) -> None:
    """Dabs of leaves, from the dark inside to those in the light."""
    leaf = rng.choice(((168, 104, 52), (182, 132, 62), (132, 110, 60), (150, 92, 56), (120, 104, 62)))
    tones = ((0, (60, 52, 42)), (0.5, leaf), (1, blend(leaf, (255, 220, 146), 0.6)))
    lumps = [(rng.gauss(0, 0.45), rng.uniform(0.25, 0.8), rng.uniform(0.3, 0.55)) for _ in range(6)]
    dabs = 260 if size > 40 else 110
    for step in range(dabs):
        lx, ly, r = rng.choice(lumps)
        turn, far = rng.uniform(0, 2 * math.pi), rng.random() ** 0.5
        dx, dy = lx + r * far * math.cos(turn), max(0.0, ly + r * far * math.sin(turn) * 0.9)
        light = 0.30 + 0.32 * dx + 0.42 * (dy - 0.5) + 0.3 * far * math.cos(turn - 0.8) + rng.gauss(0, 0.12)
        colour = mixed(tones, min(1.0, max(0.0, light)) * (0.35 + 0.65 * step / dabs))
        dab, lean = size * rng.uniform(0.05, 0.10), rng.gauss(0, 0.05) * size
        px, py = x + dx * size, y - dy * size
        leaves = [(px - dab, py), (px + lean, py - dab * 1.5), (px + dab, py - dab * 0.2), (px - lean, py + dab)]
        brush.polygon(leaves, fill=colour)


def smoke(canvas: Image.Image, x: float, z: float, size: float, rng: Random) -> None:
    """A thread of smoke from the roof of a ger, ``size`` metres high, that the wind takes to the left."""
    metre, veil = SCALE * VIEW.focal / z, Image.new("L", canvas.size)
    (left, foot), size = (SCALE * v for v in VIEW.at(x, z)), size * metre
    for step in range(60):
        t = step / 59
        px, py = left - size * 1.9 * t**1.6 + rng.gauss(0, size * 0.04), foot - 3.4 * metre - size * 1.25 * t**0.8
        r = size * (0.04 + 0.2 * t)
        ImageDraw.Draw(veil).ellipse((px - r, py - r * 0.7, px + r, py + r * 0.7), fill=round(110 * (1 - t) ** 0.8))
    canvas.paste((226, 214, 206), mask=veil.filter(ImageFilter.GaussianBlur(size * 0.06)))

"""The gers and the riders: small paintings on clear ground, lit from the right."""

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from painting.brush import Colour, Point, blend, fractal, mask, mixed, spline

Stops = tuple[tuple[float, Colour], ...]
Pair = tuple[Colour, Colour]
"""A colour in the shade, and the same in the light."""

_WALL: Stops = (
    (0, (80, 80, 100)), (0.25, (100, 98, 114)), (0.5, (138, 126, 124)), (0.66, (208, 176, 138)),
    (0.84, (255, 224, 168)), (1, (232, 194, 138)),
)  # fmt: skip
_ROOF: Stops = (
    (0, (108, 114, 138)), (0.3, (134, 136, 152)), (0.46, (172, 166, 164)), (0.66, (250, 226, 180)),
    (1, (248, 216, 160)),
)  # fmt: skip
_ROPE, _BAND, _PIPE, _HOLE = (112, 92, 78), (128, 84, 66), (58, 54, 58), (74, 66, 66)
_FRAME, _PANEL, _ORNAMENT = (166, 84, 52), (118, 60, 44), (186, 128, 72)
FLAT = 0.13
"""How high a level circle looks, as a share of its width: the viewer stands a little above."""


class Sheet:
    """A clear sheet to paint one thing on.

    Attributes:
        image: What has been painted, RGBA.
        unit: The pixels of one unit of length.
        foot: Where the thing stands: the place of (0, 0); y grows upwards from it.
    """

    def __init__(self, width: float, height: float, unit: float, below: float = 0.2) -> None:
        self.image = Image.new("RGBA", (round(width * unit), round(height * unit)))
        self.unit = unit
        self.foot = (self.image.width / 2, self.image.height - below * unit)

    def at(self, points: Sequence[Point]) -> list[Point]:
        """Places on the sheet, in pixels."""
        return [(self.foot[0] + x * self.unit, self.foot[1] - y * self.unit) for x, y in points]

    def shape(self, points: Sequence[Point]) -> Image.Image:
        """A mask of an outline."""
        found = Image.new("L", self.image.size)
        ImageDraw.Draw(found).polygon(self.at(points), fill=255)
        return found

    def lay(self, shape: Image.Image, paint: Image.Image | Colour) -> None:
        """Cover a shape with a colour or with what is on another picture."""
        if not isinstance(paint, Image.Image):
            paint = Image.new("RGB", self.image.size, paint)
        whole = paint.convert("RGBA")
        whole.putalpha(shape)
        self.image.alpha_composite(whole)

    def form(self, points: Sequence[Point], dark: Colour, light: Colour, depth: float = 0.05) -> None:
        """A rounded thing: ``dark``, with ``light`` along the edge that looks up and to the right."""
        shape = self.shape(points)
        self.lay(shape, dark)
        reach = depth * self.unit
        behind = ImageChops.offset(shape, -round(reach), round(reach * 0.6)).filter(
            ImageFilter.GaussianBlur(reach * 0.6)
        )
        rim = ImageChops.multiply(shape, ImageChops.invert(behind))
        self.lay(rim.point(lambda v: min(255, round(v * 1.1))), light)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line of ``width`` units."""
        thick = max(1, round(width * self.unit))
        ImageDraw.Draw(self.image).line(self.at(points), fill=(*colour, 255), width=thick, joint="curve")

    def across(self, stops: Stops, left: float, right: float) -> Image.Image:
        """Colours from left to right between two places."""
        first, last = (round(self.foot[0] + x * self.unit) for x in (left, right))
        row = Image.new("RGB", (self.image.width, 1))
        for x in range(row.width):
            row.putpixel((x, 0), mixed(stops, min(1.0, max(0.0, (x - first) / (last - first)))))
        return row.resize(self.image.size)


def ger(metre: float, rng: Random, door: float) -> Sheet:
    """A felt tent; ``door`` is where on the wall its door is, −1 to 1."""
    sheet = Sheet(7.4, 4.4, metre, 0.7)
    half, eave, crown, top = 2.8, 1.5, 0.55, 2.5
    wall = [*_ring(half, 0.0, 180, 360), *_ring(half, eave, 0, -180)]
    sheet.lay(sheet.shape(wall), sheet.across(_WALL, -half, half))
    for height in (0.42, 0.98):
        sheet.line(_ring(half, height, 180, 360), _ROPE, 0.035)
    _door(sheet, door, half)
    roof = [*_ring(half + 0.08, eave, 180, 360), *spline([(half + 0.08, eave), (1.7, 2.05), (crown, top)], False)]
    roof += [*_ring(crown, top, 0, 180), *spline([(-crown, top), (-1.7, 2.05), (-half - 0.08, eave)], False)]
    sheet.lay(sheet.shape(roof), sheet.across(_ROOF, -half, half))
    _roof_lines(sheet, half, eave, crown, top)
    sheet.form([*_ring(crown, top, 180, 360), *_ring(crown * 0.7, top + 0.13, 0, 180)], _HOLE, _ORNAMENT, 0.06)
    sheet.line([(0.2, top), (0.2, top + 0.85)], _PIPE, 0.08)
    _wear(sheet, rng)
    return sheet


def _ring(radius: float, height: float, start: float, end: float) -> list[Point]:
    """A part of a level circle, in degrees; 180 to 360 is its near side."""
    turns = [math.radians(start + (end - start) * k / 40) for k in range(41)]
    return [(radius * math.cos(turn), height + radius * FLAT * math.sin(turn)) for turn in turns]


def _roof_lines(sheet: Sheet, half: float, eave: float, crown: float, top: float) -> None:
    """Ropes over the roof and the band under its edge."""
    for degrees in (200, 228, 254, 284, 310, 338):
        turn = math.radians(degrees)
        low = (half * math.cos(turn), eave + half * FLAT * math.sin(turn))
        high = (crown * math.cos(turn), top + crown * FLAT * math.sin(turn))
        sheet.line([low, high], blend(_ROPE, mixed(_ROOF, 0.5 + math.cos(turn) / 2), 0.55), 0.03)
    sheet.line(_ring(half + 0.06, eave - 0.05, 180, 360), _BAND, 0.09)


def _door(sheet: Sheet, at: float, half: float) -> None:
    """A painted wooden door, on the round of the wall."""
    low = -half * FLAT * math.sqrt(1 - at * at)
    wide = 0.52 * math.sqrt(1 - at * at)
    x = at * half
    sheet.lay(sheet.shape(_block(x, wide, low, low + 1.42)), _FRAME)
    sheet.lay(sheet.shape(_block(x, wide * 0.72, low + 0.08, low + 1.28)), _PANEL)
    sheet.lay(sheet.shape(_block(x, wide * 0.34, low + 0.8, low + 1.08)), _ORNAMENT)
    sheet.line([(x + wide, low), (x + wide, low + 1.42)], _ORNAMENT, 0.05)


def _block(x: float, half: float, low: float, high: float) -> list[Point]:
    return [(x - half, low), (x + half, low), (x + half, high), (x - half, high)]


def _wear(sheet: Sheet, rng: Random) -> None:
    """Weathered felt: cloudy tones, so that no surface is quite even."""
    size = sheet.image.size
    stain = mask(fractal(rng, size, (7, 5), 4), 0.25, 1.0).point(lambda v: v * 0.22)
    dirt = Image.new("RGBA", size, (92, 78, 70, 255))
    dirt.putalpha(ImageChops.multiply(stain, sheet.image.getchannel("A")))
    sheet.image.alpha_composite(dirt)


# The horse looks to the right; its withers are one unit high.
_HORSE: tuple[Point, ...] = (
    (-0.53, 0.90), (-0.44, 0.985), (-0.25, 0.965), (0.0, 0.93), (0.24, 0.985), (0.36, 1.06), (0.48, 1.20),
    (0.575, 1.32), (0.63, 1.345), (0.70, 1.30), (0.79, 1.17), (0.865, 1.06), (0.885, 0.995), (0.85, 0.965),
    (0.80, 0.985), (0.73, 1.05), (0.66, 1.075), (0.60, 1.03), (0.545, 0.92), (0.50, 0.80), (0.43, 0.67),
    (0.30, 0.575), (0.10, 0.525), (-0.10, 0.525), (-0.27, 0.585), (-0.42, 0.60), (-0.53, 0.70), (-0.57, 0.82),
)  # fmt: skip
_LEGS: tuple[tuple[bool, tuple[tuple[float, float, float], ...]], ...] = (
    (False, ((0.36, 0.74, 0.10), (0.40, 0.56, 0.075), (0.47, 0.33, 0.04), (0.40, 0.13, 0.028), (0.405, 0.07, 0.034),
             (0.43, 0.03, 0.045))),
    (False, ((-0.38, 0.74, 0.16), (-0.40, 0.56, 0.11), (-0.56, 0.36, 0.048), (-0.60, 0.14, 0.032),
             (-0.585, 0.07, 0.036), (-0.55, 0.03, 0.045))),
    (True, ((0.34, 0.74, 0.12), (0.32, 0.56, 0.085), (0.30, 0.32, 0.043), (0.255, 0.12, 0.03), (0.27, 0.06, 0.036),
            (0.30, 0.015, 0.048))),
    (True, ((-0.38, 0.76, 0.19), (-0.32, 0.56, 0.13), (-0.41, 0.35, 0.052), (-0.34, 0.12, 0.034),
            (-0.325, 0.06, 0.038), (-0.29, 0.015, 0.048))),
)  # fmt: skip
"""The far legs, then the near ones: each joint is a place and half the width there."""
_MANE: tuple[Point, ...] = (
    (0.27, 1.00), (0.38, 1.12), (0.50, 1.26), (0.60, 1.37), (0.665, 1.35), (0.63, 1.27), (0.56, 1.20), (0.50, 1.10),
    (0.43, 1.04), (0.34, 0.97),
)  # fmt: skip
_TAIL: tuple[Point, ...] = (
    (-0.50, 0.93), (-0.58, 0.90), (-0.65, 0.74), (-0.67, 0.54), (-0.655, 0.34), (-0.62, 0.24), (-0.585, 0.36),
    (-0.575, 0.56), (-0.545, 0.74),
)  # fmt: skip
_EAR: tuple[Point, ...] = ((0.585, 1.34), (0.60, 1.44), (0.635, 1.40), (0.645, 1.335))
_LEG: tuple[Point, ...] = (
    (-0.03, 1.00), (0.10, 1.03), (0.20, 0.90), (0.245, 0.76), (0.20, 0.62), (0.17, 0.52), (0.245, 0.485), (0.24, 0.455),
    (0.10, 0.455), (0.09, 0.60), (0.10, 0.74), (0.02, 0.82),
)  # fmt: skip
_COAT: tuple[Point, ...] = (
    (-0.05, 1.40), (0.01, 1.46), (0.09, 1.455), (0.145, 1.38), (0.16, 1.24), (0.15, 1.10), (0.21, 0.98), (0.235, 0.82),
    (0.16, 0.70), (0.05, 0.72), (-0.05, 0.80), (-0.16, 0.90), (-0.15, 1.00), (-0.09, 1.10), (-0.085, 1.26),
)  # fmt: skip
_SLEEVE: tuple[Point, ...] = (
    (0.00, 1.41), (0.07, 1.405), (0.10, 1.30), (0.15, 1.20), (0.27, 1.165), (0.285, 1.12), (0.25, 1.095),
    (0.12, 1.115), (0.03, 1.18), (-0.01, 1.30),
)  # fmt: skip
_FACE: tuple[Point, ...] = (
    (0.035, 1.45), (0.02, 1.53), (0.03, 1.60), (0.10, 1.625), (0.145, 1.60), (0.152, 1.565), (0.168, 1.535),
    (0.15, 1.52), (0.148, 1.485), (0.115, 1.465), (0.10, 1.43),
)  # fmt: skip
_HAT: tuple[Point, ...] = (
    (-0.055, 1.575), (0.00, 1.595), (0.015, 1.67), (0.05, 1.715), (0.085, 1.70), (0.125, 1.71), (0.15, 1.66),
    (0.155, 1.60), (0.225, 1.575), (0.22, 1.56), (0.10, 1.59), (-0.05, 1.56),
)  # fmt: skip
_SADDLE: tuple[Point, ...] = (
    (-0.24, 0.96), (-0.21, 1.02), (-0.14, 0.99), (0.16, 0.99), (0.21, 1.06), (0.25, 0.97), (0.20, 0.84), (-0.20, 0.82),
)  # fmt: skip
_SASH: tuple[Point, ...] = (
    (-0.095, 1.15), (0.03, 1.11), (0.155, 1.13), (0.157, 1.17), (0.03, 1.155), (-0.09, 1.195),
)  # fmt: skip
_HAND: tuple[Point, ...] = ((0.26, 1.165), (0.30, 1.16), (0.315, 1.13), (0.29, 1.105), (0.26, 1.11))
_HAIR: tuple[Point, ...] = ((0.015, 1.50), (0.02, 1.585), (0.075, 1.585), (0.07, 1.53))
_STRAPS: tuple[tuple[tuple[Point, ...], float], ...] = (
    (((0.675, 1.31), (0.72, 1.10), (0.655, 1.10)), 0.014),
    (((0.81, 1.135), (0.76, 1.045)), 0.014),
    (((0.77, 1.06), (0.55, 1.06), (0.27, 1.13)), 0.012),
)
_LEATHER, _STRAP, _BOOT = ((84, 50, 40), (168, 104, 68)), (70, 42, 34), ((44, 34, 34), (128, 92, 70))
_SKIN, _FELT = ((122, 76, 56), (226, 166, 122)), ((58, 46, 44), (150, 116, 86))


def rider(unit: float, horse: Pair, coat: Pair, sash: Colour) -> Sheet:
    """A rider in a deel on a walking horse, looking to the right."""
    sheet = Sheet(2.2, 2.1, unit)
    dark, light = horse
    deep = blend(dark, (30, 24, 30), 0.5)
    for near, leg in _LEGS:
        sheet.form(_limb(leg), *((dark, light) if near else (deep, blend(dark, light, 0.35))), 0.025)
    sheet.form(spline(_TAIL), deep, blend(deep, light, 0.4), 0.03)
    sheet.form(spline(_EAR), deep, light, 0.02)
    sheet.form(spline(_HORSE), dark, light, 0.085)
    sheet.form(spline(_MANE), deep, blend(deep, light, 0.3), 0.02)
    sheet.form(spline(_SADDLE), *_LEATHER, 0.03)
    for strap, width in _STRAPS:
        sheet.line(spline(strap, False), _STRAP, width)
    _person(sheet, coat, sash)
    return sheet


def _person(sheet: Sheet, coat: Pair, sash: Colour) -> None:
    dark, light = coat
    sheet.form(spline(_LEG), *_BOOT, 0.03)
    sheet.form(spline(_COAT), dark, light, 0.06)
    sheet.form(spline(_SASH), sash, blend(sash, (255, 226, 160), 0.3), 0.02)
    sheet.form(spline(_SLEEVE), blend(dark, light, 0.12), light, 0.03)
    sheet.form(spline(_HAND), *_SKIN, 0.02)
    sheet.form(spline(_FACE), *_SKIN, 0.04)
    sheet.form(_HAIR, (40, 32, 34), (70, 54, 48), 0.02)
    sheet.form(spline(_HAT, steps=5), *_FELT, 0.03)


def _limb(joints: Sequence[tuple[float, float, float]]) -> list[Point]:
    """The outline of a leg: each joint is a place and half the width there."""
    left, right = [], []
    for i, (x, y, half) in enumerate(joints):
        (x0, y0, _), (x1, y1, _) = joints[max(i - 1, 0)], joints[min(i + 1, len(joints) - 1)]
        length = math.hypot(x1 - x0, y1 - y0)
        nx, ny = (y1 - y0) / length * half, (x0 - x1) / length * half
        left.append((x - nx, y - ny))
        right.append((x + nx, y + ny))
    return [*spline(left, False), *reversed(spline(right, False))]

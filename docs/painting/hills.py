"""The far part of the valley: hills as a map of heights, lit by a low sun, seen through the air."""

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from painting.brush import Colour, formula, fractal, mask, row
from painting.view import View

MAP = 1024
"""The map has as many points in each direction …"""
SIDE = 14000.0
"""… and is as many metres long and wide; the viewer stands in the middle of its lower edge."""

_POINT = SIDE / MAP
_NEAREST, _FARTHEST, _SLICES = 230.0, 13900.0, 900
_SUN = (0.80, 0.30, 0.42)  # right, up, away
_SUNLIGHT, _SKYLIGHT = (1.24, 0.96, 0.66), (0.38, 0.42, 0.58)
_AIR: Colour = (146, 160, 190)
_GRASS: tuple[Colour, Colour] = ((206, 166, 96), (142, 134, 74))
_FOREST: Colour = (74, 78, 52)
_ROCK: Colour = (160, 136, 118)


def hills(rng: Random) -> tuple[Image.Image, Image.Image]:
    """The heights in metres (mode F) and the colours of the map, light and shade included."""
    heights = _heights(rng)
    return heights, _lit(heights, _cover(heights, rng))


def _heights(rng: Random) -> Image.Image:
    plan = Image.new("F", (96, 96))
    for j in range(96):
        for i in range(96):
            plan.putpixel((i, j), _plan((i / 95 - 0.5) * SIDE / 1000, (1 - j / 95) * SIDE / 1000))
    plan = plan.resize((MAP, MAP), Image.Resampling.BICUBIC)
    rough = fractal(rng, (MAP, MAP), (7, 9), 6, 0.42)
    crests = formula(lambda a: 1.0 - abs(a["r"] - 0.5) * 3.0, r=rough)
    broad = fractal(rng, (MAP, MAP), (6, 6), 3)
    rolls = fractal(rng, (MAP, MAP), (30, 60), 3)
    return formula(
        lambda a: a["p"] * (a["c"] * 0.42 + a["b"] * 0.75 + 0.12) + a["r"] * 7.0 - 3.0,
        p=plan, c=crests, b=broad, r=rolls,
    )  # fmt: skip


def _plan(x: float, z: float) -> float:
    """How high the hills may be, ``x`` km to the right and ``z`` km away: a valley that bends to the right."""
    off = x - 0.16 * z - 0.10 * math.sin(z)
    room = 0.16 + 0.12 * z if off < 0 else 0.28 + 0.10 * z
    side = _smooth((abs(off) - room) / (2.3 if off < 0 else 2.6))
    end = _smooth((z - 7.5) / 5.0)
    return 470 * side * (0.45 + 0.55 * _smooth(z / 5)) + 620 * end


def _smooth(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * value * (3 - 2 * value)


def _cover(heights: Image.Image, rng: Random) -> Image.Image:
    """What grows: dry grass, greener in the hollows; woods on the slopes away from the sun; bare crests."""
    patches = fractal(rng, (MAP, MAP), (24, 24), 5, 0.6)
    grass = Image.composite(*(Image.new("RGB", (MAP, MAP), c) for c in _GRASS), mask(patches, 0.3, 0.7))
    away = _slope(heights)
    woods = formula(
        lambda a: a["w"] * 1.0 + a["p"] * 0.5 - a["s"] * 1.3 - abs(a["h"] - 170.0) * 0.0026,
        w=fractal(rng, (MAP, MAP), (10, 10), 3), p=patches, s=away, h=heights,
    )  # fmt: skip
    grass.paste(_FOREST, mask=mask(woods, 0.50, 0.58))
    bare = formula(lambda a: a["h"] * 0.0022 + a["p"] * 0.5, h=heights, p=patches)
    grass.paste(_ROCK, mask=mask(bare, 1.15, 1.6))
    return grass


def _slope(heights: Image.Image) -> Image.Image:
    """How much the ground is turned to the sun, about −1 to 1."""
    right, back = ImageChops.offset(heights, -1, 0), ImageChops.offset(heights, 0, 1)
    x, z = _SUN[0] / _POINT, _SUN[2] / _POINT
    return formula(lambda a: (a["h"] - a["r"]) * x + (a["h"] - a["b"]) * z, h=heights, r=right, b=back)


def _lit(heights: Image.Image, cover: Image.Image) -> Image.Image:
    """``cover`` under the sun and the sky."""
    sun = formula(lambda a: a["s"] * 1.9 + _SUN[1] * 1.5, s=_slope(heights))
    sun = ImageChops.multiply(mask(sun, 0.0, 1.0), ImageChops.invert(_shadows(heights)))
    parts = []
    for band, warm, cool in zip(cover.split(), _SUNLIGHT, _SKYLIGHT, strict=True):
        lit = formula(
            lambda a, w=warm, c=cool: a["b"] * (a["s"] * (w / 255.0) + c), b=band.convert("F"), s=sun.convert("F")
        )
        parts.append(lit.convert("L"))
    return Image.merge("RGB", parts)


def _shadows(heights: Image.Image) -> Image.Image:
    """A mask of what lies in the shadow of a hill."""
    highest = heights
    for reach in range(3, 180, 3):
        moved = ImageChops.offset(heights, -round(reach * 0.88), round(reach * 0.47))
        highest = _max(highest, moved, reach * _POINT * _SUN[1])
    deep = formula(lambda a: a["t"] - a["h"], t=highest, h=heights)
    return mask(deep, 2.0, 22.0).filter(ImageFilter.GaussianBlur(1.5))


def _max(one: Image.Image, other: Image.Image, drop: float) -> Image.Image:
    """The larger of two maps, the other one lowered."""
    return formula(lambda a: (a["a"] + a["b"] - drop + abs(a["a"] - a["b"] + drop)) * 0.5, a=one, b=other)


def seen(view: View, rng: Random, sky: Image.Image) -> Image.Image:
    """``sky`` with the hills before it, far ones first, each slice paler in the air the farther it is."""
    picture, (heights, colours) = sky.copy(), hills(rng)
    haze = _haze(sky, view)
    ratio = (_FARTHEST / _NEAREST) ** (1 / (_SLICES - 1))
    for number in range(_SLICES - 1, -1, -1):
        away = _NEAREST * ratio**number
        slice_ = Image.blend(_row(colours, away, view), haze, 1 - math.exp(-((away / 5200.0) ** 0.9)))
        outline = _outline(_row(heights, away, view), away, view)
        _stand(picture, slice_, outline, view)
    return picture


def _haze(sky: Image.Image, view: View) -> Image.Image:
    """The colour of the air along the horizon."""
    band = sky.crop((0, round(view.horizon * 0.72), view.width, round(view.horizon * 0.95)))
    band = ImageEnhance.Brightness(band.resize((view.width, 1), Image.Resampling.BOX)).enhance(0.95)
    left = Image.linear_gradient("L").rotate(270).resize((view.width, 1)).point(lambda v: v * 0.8)
    return Image.composite(Image.new("RGB", band.size, _AIR), band, left)


def _row(plan: Image.Image, away: float, view: View) -> Image.Image:
    """What of a map lies ``away`` metres from the viewer, as a row as wide as the picture."""
    return row(plan, MAP / 2, view.width / 2 * away / view.focal / _POINT, MAP - 1 - away / _POINT, view.width)


def _outline(heights: Image.Image, away: float, view: View) -> list[float]:
    rise = view.focal / away
    return [view.horizon - (height - view.eye) * rise for height in heights.get_flattened_data()]


def _stand(picture: Image.Image, slice_: Image.Image, tops: list[float], view: View) -> None:
    """One slice of land, down to the bottom of the hilly part."""
    top = max(0, math.floor(min(tops)))
    bottom = min(round(view.at(0, _NEAREST)[1]) + 2, math.ceil(max(tops)) + 40)
    if bottom <= top:
        return
    room = (view.width, bottom - top)
    shape = Image.new("L", room)
    points = [(x, y - top) for x, y in enumerate(tops)]
    ImageDraw.Draw(shape).polygon([*points, (room[0], room[1]), (0, room[1])], fill=255)
    picture.paste(slice_.resize(room), (0, top), shape)

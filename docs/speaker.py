"""Draw ``specs/pictures/speaker.jpg``: a portrait of nobody in particular. Run ``python docs/speaker.py``."""

import math
from collections.abc import Sequence
from pathlib import Path
from random import Random

from painting.brush import Colour, Point, fractal, gradient, mask, paint, save, spline
from PIL import Image, ImageChops, ImageDraw, ImageFilter

FILE = Path(__file__).parent.parent / "specs" / "pictures" / "speaker.jpg"
MOST = 60_000
"""The bytes that the file may have."""

SIZE = (700, 700)
SEED = 41

Spot = tuple[float, float, float, float, float, Colour, float, float]
"""A soft oval: its middle, half its width and height, its turn in degrees, its colour, softness and strength."""

HAIR, HAIR_LIT = (50, 40, 38), (112, 84, 66)
SKIN, SKIN_DARK, SKIN_LIT = (196, 142, 108), (126, 82, 68), (238, 194, 152)
COAT, COAT_DARK, COAT_LIT = (58, 78, 92), (36, 48, 62), (112, 132, 138)

_HEAD: tuple[Point, ...] = (
    (262, 250), (262, 200), (290, 158), (350, 140), (412, 152), (450, 196), (456, 250), (456, 300), (446, 350),
    (422, 398), (384, 430), (352, 432), (316, 408), (284, 364), (268, 312),
)  # fmt: skip
_HAIR: tuple[Point, ...] = (
    (254, 300), (240, 262), (236, 200), (258, 144), (310, 108), (372, 98), (430, 116), (464, 160), (472, 214),
    (468, 262), (460, 290), (454, 250), (446, 218), (428, 192), (398, 172), (376, 160), (350, 182), (312, 204),
    (288, 232), (276, 268), (270, 306),
)  # fmt: skip
_NECK: tuple[Point, ...] = ((300, 360), (302, 440), (294, 470), (362, 576), (436, 470), (424, 440), (426, 372))
_BODY: tuple[Point, ...] = (
    (20, 720), (44, 620), (110, 560), (220, 520), (290, 488), (360, 560), (432, 490), (510, 524), (610, 566),
    (664, 630), (690, 720),
)  # fmt: skip
_SHIRT: tuple[Point, ...] = ((292, 478), (306, 470), (362, 566), (430, 474), (440, 482), (376, 640), (350, 640))
_LAPEL_LEFT: tuple[Point, ...] = ((288, 468), (258, 492), (262, 560), (346, 690), (352, 640), (306, 540))
_LAPEL_RIGHT: tuple[Point, ...] = ((436, 470), (462, 496), (464, 556), (384, 690), (366, 640), (420, 540))

FOLDS: tuple[Spot, ...] = (
    (90, 660, 130, 150, 20, COAT_DARK, 34, 0.9),
    (330, 690, 90, 150, 6, COAT_DARK, 30, 0.5),
    (566, 560, 100, 26, 24, COAT_LIT, 14, 0.85),
)
FACE: tuple[Spot, ...] = (
    (262, 320, 50, 160, -5, SKIN_DARK, 20, 1.0),  # the side away from the light
    (340, 428, 84, 22, -8, SKIN_DARK, 12, 0.7),  # under the jaw
    (300, 345, 20, 40, 14, SKIN_DARK, 14, 0.5),
    (424, 314, 26, 46, 10, SKIN_LIT, 15, 1.0),  # cheeks
    (322, 322, 20, 16, 0, (214, 158, 122), 10, 0.7),
    (402, 218, 44, 24, 4, SKIN_LIT, 15, 0.9),  # forehead
    (388, 414, 24, 12, -18, SKIN_LIT, 8, 0.7),  # chin
    (322, 274, 31, 15, 2, (112, 70, 60), 8, 0.85),  # sockets of the eyes
    (414, 273, 26, 13, -2, (146, 94, 74), 7, 0.8),
    (320, 253, 31, 5, -1, (58, 42, 40), 3, 0.9),  # brows
    (416, 251, 26, 4.5, 4, (66, 46, 40), 3, 0.9),
    (325, 280, 15, 6, 0, (196, 164, 144), 2.5, 0.8),  # eyes
    (413, 279, 13, 5.5, 0, (214, 182, 158), 2.5, 0.8),
    (329, 280, 6.5, 6.5, 0, (44, 32, 30), 1.5, 1.0),
    (416, 279, 6, 6.5, 0, (46, 34, 30), 1.5, 1.0),
    (324, 274.5, 19, 3.2, -2, (40, 30, 32), 1.6, 1.0),
    (413, 273.5, 16, 3, 3, (44, 32, 32), 1.6, 1.0),
    (325, 290, 17, 3, 0, (206, 152, 120), 3, 0.6),
    (413, 289, 15, 3, 0, (246, 206, 168), 3, 0.7),
    (358, 312, 12, 42, 6, (150, 98, 78), 8, 0.8),  # nose
    (378, 308, 6.5, 36, -3, (252, 216, 178), 5, 0.9),
    (374, 345, 23, 6, 0, (122, 74, 62), 4, 0.8),
    (372, 378, 27, 4, 0, (118, 58, 54), 2.5, 0.9),  # mouth
    (346, 376, 7, 2.6, 16, (118, 62, 56), 2.5, 0.8),
    (397, 376, 6, 2.6, -18, (128, 70, 60), 2.5, 0.8),
    (373, 386, 21, 5, 0, (196, 118, 100), 4, 0.8),
    (370, 400, 22, 4, 0, (142, 92, 76), 6, 0.6),
    (332, 364, 3, 14, 24, (132, 84, 68), 5, 0.5),
    (414, 362, 3, 14, -22, (186, 130, 100), 5, 0.6),
)
"""Light and shade of a face that is turned a little to the light; its features are only hinted at."""
LOCKS = (
    (436, 152, 10, 46, -40, 0.9), (402, 134, 9, 34, -58, 0.8), (460, 214, 6, 44, -6, 0.8), (330, 150, 56, 6, -32, 0.45),
    (322, 174, 46, 5, -34, 0.35), (350, 128, 34, 6, -20, 0.5),
)  # fmt: skip


class Easel:
    """A picture to lay soft patches of paint on."""

    def __init__(self, ground: Image.Image) -> None:
        self.image = ground

    def cover(self, shape: Image.Image, colour: Colour, soft: float = 2.0) -> None:
        """Paint a whole shape."""
        self.image.paste(colour, mask=shape.filter(ImageFilter.GaussianBlur(soft)))

    def dab(self, spot: Spot, inside: Image.Image) -> None:
        """Paint a soft oval, but nothing outside of a shape."""
        x, y, wide, high, turn, colour, soft, strength = spot
        soft_oval = oval(x, y, wide, high, turn).filter(ImageFilter.GaussianBlur(soft)).point(lambda v: v * strength)
        self.image.paste(colour, mask=ImageChops.multiply(soft_oval, inside))


def outline(points: Sequence[Point], smooth: bool = True) -> Image.Image:
    """A mask of what a line encloses."""
    found = Image.new("L", SIZE)
    ImageDraw.Draw(found).polygon(spline(points) if smooth else list(points), fill=255)
    return found


def oval(x: float, y: float, wide: float, high: float, turn: float = 0.0) -> Image.Image:
    """A mask of an ellipse, turned by some degrees."""
    angle = math.radians(turn)
    points = []
    for k in range(36):
        u, v = wide * math.cos(k * math.pi / 18), high * math.sin(k * math.pi / 18)
        points.append((x + u * math.cos(angle) - v * math.sin(angle), y + u * math.sin(angle) + v * math.cos(angle)))
    return outline(points, False)


def backdrop(rng: Random) -> Image.Image:
    """A wall out of focus: cool on the left, warm where the light comes from."""
    wall = gradient(SIZE, [(0, (150, 160, 162)), (1, (112, 120, 124))])
    warm = gradient(SIZE, [(0, (226, 204, 170)), (1, (186, 156, 122))])
    side = Image.linear_gradient("L").rotate(90).resize(SIZE)
    wall = Image.composite(warm, wall, side)
    cloud = mask(fractal(rng, SIZE, (3, 3), 3), 0.2, 0.9).point(lambda v: v * 0.35)
    wall.paste((104, 116, 118), mask=cloud)
    return wall


def sitter(easel: Easel) -> None:
    """Shoulders, neck, head and hair, from back to front."""
    coat(easel, outline(_BODY))
    neck(easel, outline(_NECK, False))
    lapels(easel, outline(_LAPEL_LEFT, False), outline(_LAPEL_RIGHT, False))
    head, hair = outline(_HEAD), outline(_HAIR)
    easel.cover(oval(260, 300, 15, 30, -8), SKIN_DARK)
    easel.cover(head, SKIN)
    for spot in FACE:
        easel.dab(spot, head)
    easel.cover(hair, HAIR, 3)
    for x, y, wide, high, turn, strength in LOCKS:
        easel.dab((x, y, wide, high, turn, HAIR_LIT, 5, strength), hair)


def coat(easel: Easel, body: Image.Image) -> None:
    """A jacket over a light shirt."""
    easel.cover(body, COAT)
    for spot in FOLDS:
        easel.dab(spot, body)
    easel.cover(outline(_SHIRT, False), (222, 212, 198))


def neck(easel: Easel, throat: Image.Image) -> None:
    """The neck, in the shade of the chin."""
    easel.cover(throat, SKIN)
    easel.dab((334, 446, 84, 74, -8, SKIN_DARK, 14, 0.95), throat)
    easel.dab((416, 490, 16, 50, 16, SKIN_LIT, 12, 0.6), throat)


def lapels(easel: Easel, left: Image.Image, right: Image.Image) -> None:
    """The collar of the jacket."""
    easel.cover(left, COAT_DARK)
    easel.cover(right, COAT)
    easel.dab((452, 520, 10, 60, 8, COAT_LIT, 6, 0.9), right)


def way(x: float, y: float) -> float:
    """The brush goes round the head and slantwise over the wall."""
    return math.atan2(y - 0.42, x - 0.51) + math.pi / 2 if abs(x - 0.51) < 0.2 and 0.12 < y < 0.64 else 2.3


def main() -> None:
    """Paint the portrait, a little larger than it was sketched."""
    rng = Random(SEED)
    easel = Easel(backdrop(rng))
    sitter(easel)
    sketch = easel.image.crop((62, 66, 638, 642)).resize(SIZE, Image.Resampling.BICUBIC)
    canvas = paint(sketch, (18, 9, 5, 2.6), rng, way, tolerance=12)
    canvas = Image.blend(canvas, sketch.resize(canvas.size, Image.Resampling.BICUBIC), 0.3)
    save(canvas.resize(SIZE, Image.Resampling.LANCZOS), FILE, MOST)


if __name__ == "__main__":
    main()

"""The evening sky, and the glow that lies over all of the picture."""

from random import Random

from PIL import Image, ImageChops

from painting.brush import Colour, formula, fractal, gradient, mask, row
from painting.view import SIZE, VIEW

GLOW = (2560, 600)
"""Where the sun has just left the picture."""
COOL: tuple[tuple[float, Colour], ...] = (
    (0, (92, 128, 164)), (0.2, (146, 172, 192)), (0.32, (196, 202, 200)), (0.41, (226, 208, 188)),
)  # fmt: skip
WARM: tuple[tuple[float, Colour], ...] = (
    (0, (136, 158, 180)), (0.2, (214, 198, 176)), (0.32, (250, 220, 168)), (0.41, (255, 216, 144)),
)  # fmt: skip
"""The sky away from the sun and near it, from the zenith down."""
CALM = (0.68, 0.56, 0.50, 0.62, 0.50, 0.46, 0.62, 0.56, 0.54)
"""How thick the layer must be to be seen as a cloud, in nine parts of the sky: more on the left, which stays calm."""


def sky(rng: Random) -> Image.Image:
    """Dusty blue on the left, gold where the sun is, and a few soft clouds."""
    ground = Image.composite(gradient(SIZE, WARM), gradient(SIZE, COOL), glow(1500))
    layer = fractal(rng, (2048, 2048), (7, 9), 7, 0.5)
    density, ahead = _clouds(layer), _clouds(layer, 46, 14)
    light = mask(formula(lambda a: a["d"] - a["n"], d=density, n=ahead), -0.10, 0.14)
    dark = gradient(SIZE, [(0, (122, 140, 164)), (0.25, (168, 164, 172)), (0.42, (206, 172, 150))])
    bright = Image.composite(
        gradient(SIZE, [(0, (232, 222, 208)), (0.42, (255, 226, 170))]),
        gradient(SIZE, [(0, (214, 216, 214)), (0.42, (244, 218, 192))]),
        glow(1700),
    )
    cloud = Image.composite(bright, dark, light)
    return Image.composite(cloud, ground, mask(density, 0.0, 0.42).point(lambda v: v * 0.9))


def glow(reach: float) -> Image.Image:
    """A mask of what is near the sun."""
    disc = ImageChops.invert(Image.radial_gradient("L")).resize((round(4 * reach * 1.3), round(4 * reach * 0.8)), 3)
    found = Image.new("L", SIZE)
    found.paste(disc, (GLOW[0] - disc.width // 2, GLOW[1] - disc.height // 2))
    return found.point(lambda v: 255 * min(1.0, max(0.0, (v / 255 - 0.4) / 0.6)) ** 1.4)


def _clouds(layer: Image.Image, right: int = 0, down: int = 0) -> Image.Image:
    """How thick the clouds are (mode F): a flat layer, so that they lie closer together the nearer to the horizon."""
    found = Image.new("F", SIZE)
    for y in range(round(VIEW.horizon)):
        far = 1 / ((VIEW.horizon - min(y + down, VIEW.horizon)) / 1000 + 0.06)
        half, at = 150 * far, 80 + 125 * far
        middle = 1024 + right * 2 * half / SIZE[0]
        found.paste(row(layer, middle, half, at, SIZE[0]), (0, y))
    calm = Image.new("F", (3, 3))
    calm.putdata(CALM)
    bare = Image.new("F", SIZE, 1.0)
    bare.paste(calm.resize((SIZE[0], round(VIEW.horizon)), Image.Resampling.BICUBIC))
    return formula(lambda a: a["f"] - a["c"], f=found, c=bare)

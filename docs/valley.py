"""Draw ``specs/pictures/valley.jpg``: riders and gers in a wide valley before sunset. Run ``python docs/valley.py``."""

from pathlib import Path
from random import Random

from painting import camp, life
from painting.brush import Colour, paint, ramp, save
from painting.hills import seen
from painting.plain import meadow, river
from painting.sky import glow, sky
from painting.view import SCALE, SIZE, VIEW, even
from PIL import Image, ImageChops, ImageFilter

FILE = Path(__file__).parent.parent / "specs" / "pictures" / "valley.jpg"
MOST = 220_000
"""The bytes that the file may have."""

SEED = 1207

GERS = ((0.2, 80, -0.3), (10.6, 70, 0.1), (4.6, 58, 0.32))
"""How many metres each stands to the right of the middle and away, and where its door is; from far to near."""

Rider = tuple[float, float, tuple[Colour, Colour], tuple[Colour, Colour], Colour]
RIDERS: tuple[Rider, ...] = (
    (7.5, 30, ((86, 52, 36), (206, 136, 82)), ((104, 42, 40), (204, 108, 74)), (190, 146, 66)),
    (3.95, 26.5, ((60, 44, 40), (170, 118, 84)), ((46, 56, 82), (132, 138, 150)), (184, 124, 60)),
)
"""Where each rides; a shaded and a lit colour of the horse and of the coat, and the colour of the sash."""

WITHERS = 1.4
"""How high a horse is, in metres."""


def main() -> None:
    """Paint the picture."""
    rng = Random(SEED)
    canvas = painted(river(meadow(seen(VIEW, rng, sky(rng)), rng), rng), rng)
    life.grass(canvas, rng)
    life.bushes(canvas, rng)
    life.herd(canvas, rng)
    pitch(canvas, rng)
    ride(canvas, rng)
    save(finished(canvas), FILE, MOST)


def painted(under: Image.Image, rng: Random) -> Image.Image:
    """``under`` in strokes of a brush, through which its finer forms are still seen, most of all in the sky."""
    canvas = paint(under, (18, 9, 4.5), rng, lambda _, y: -0.12 if y < 0.38 else 0.0, SCALE)
    fine = under.resize(canvas.size, Image.Resampling.BICUBIC)
    share = ramp(SIZE, [(0, 190), (0.2, 170), (0.3, 120), (0.45, 110), (1, 90)])
    return Image.composite(fine, canvas, share.resize(canvas.size))


def pitch(canvas: Image.Image, rng: Random) -> None:
    """The gers; smoke rises from the one in the middle."""
    for x, z, door in GERS:
        life.place(canvas, camp.ger(SCALE * VIEW.focal / z, rng, door), x, z, 0.35)
        life.tread(canvas, x, z, 5.6, camp.FLAT, rng)
    x, z, _ = GERS[1]
    life.smoke(canvas, x + 0.2, z, 3.4, rng)


def ride(canvas: Image.Image, rng: Random) -> None:
    """The riders, in the grass."""
    for x, z, horse, coat, sash in RIDERS:
        life.ground_shade(canvas, x, z, WITHERS)
        life.place(canvas, camp.rider(SCALE * VIEW.focal / z * WITHERS, horse, coat, sash), x, z)
        life.tread(canvas, x, z, 1.9, 0.06, rng)


def finished(canvas: Image.Image) -> Image.Image:
    """At its size; a little out of focus far away and close by, with the glow of the evening over the right."""
    picture = canvas.resize(SIZE, Image.Resampling.LANCZOS)
    near = ramp(SIZE, [(0.82, 0), (0.95, 255)])
    picture = Image.composite(picture.filter(ImageFilter.GaussianBlur(3.2)), picture, near)
    far = ramp(SIZE, [(0, 255), (0.3, 200), (0.44, 0)])
    picture = Image.composite(picture.filter(ImageFilter.GaussianBlur(1.6)), picture, far)
    warmth = Image.composite(even((52, 32, 8)), even((0, 0, 0)), glow(900))
    return ImageChops.screen(picture, warmth)


if __name__ == "__main__":
    main()

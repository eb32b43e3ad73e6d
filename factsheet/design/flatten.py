"""See-through pictures made opaque: laid onto what lies below them, pixel by pixel, in the inks of the press."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsheet.design.bitmap import Pixels
from factsheet.design.inks import CMYK
from factsheet.design.pictures import decoded, encoded

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[float, float, float, float]
"""Left, top, right and bottom edge, in pixels of the picture."""

Outline = tuple[tuple[float, float], ...]
"""The corners of a polygon, in pixels of the picture."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One thing that lies below a picture, in pixels of the picture.

    Attributes:
        outlines: Its polygons; none: it fills the box ``room``.
        cmyk: Its colour; of a picture, unused.
        line: The width of its line; 0: it is filled.
        pixels: The picture, if it is one, which fills ``room``.
        room: The box of a picture or a rectangle.
        clip: The box outside which nothing of it is seen.
    """

    outlines: tuple[Outline, ...] = ()
    cmyk: CMYK = (0.0, 0.0, 0.0, 0.0)
    line: float = 0.0
    pixels: Pixels | None = None
    room: Box = (0.0, 0.0, 0.0, 0.0)
    clip: Box | None = None


def flattened(pixels: Pixels, below: Sequence[Layer]) -> Pixels:
    """``pixels`` without opacity: mixed with the paper and the layers ``below``, the lowest first.

    A grey picture on white paper stays grey; all others come out in CMYK.
    """
    if pixels.alpha is None:
        return pixels
    from PIL import Image  # noqa: PLC0415 - few factsheets need it

    size = (pixels.width, pixels.height)
    alpha = Image.frombytes("L", size, zlib.decompress(pixels.alpha))
    ground = Image.new("CMYK", size)
    for layer in below:
        _lay(ground, layer)
    top = decoded(pixels)
    exact = pixels.filter == "Flate"
    if top.mode == "L" and ground.getextrema() == ((0, 0),) * 4:
        return encoded(Image.composite(top, Image.new("L", size, 255), alpha), None, "cmyk", exact=exact)
    return encoded(Image.composite(_inked(top), ground, alpha), None, "cmyk", exact=exact)


def _inked(image: "Image") -> "Image":
    """``image`` in CMYK: what is grey in black ink alone."""
    if image.mode == "CMYK":
        return image
    from PIL import Image, ImageChops  # noqa: PLC0415

    none = Image.new("L", image.size)
    return Image.merge("CMYK", (none, none, none, ImageChops.invert(image)))


def _lay(ground: "Image", layer: Layer) -> None:
    """Draw ``layer`` on ``ground``."""
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415

    mask = Image.new("L", ground.size)
    if layer.outlines:
        for outline in layer.outlines:
            one = Image.new("L", ground.size)
            draw = ImageDraw.Draw(one)
            if layer.line:
                draw.line(list(outline), fill=255, width=max(round(layer.line), 1), joint="curve")
                mask = ImageChops.lighter(mask, one)
            elif len(outline) > 2:
                draw.polygon(list(outline), fill=255)
                mask = ImageChops.difference(mask, one)  # an outline in an outline is a hole
    else:
        _open(mask, layer.room)
    if layer.clip is not None:
        window = Image.new("L", ground.size)
        _open(window, layer.clip)
        mask = ImageChops.darker(mask, window)
    if layer.pixels is None:
        colour: tuple[int, ...] = tuple(round(255 * share) for share in layer.cmyk)
        ground.paste(colour, (0, 0, *ground.size), mask)
        return
    _lay_picture(ground, layer.pixels, layer.room, mask)


def _open(mask: "Image", box: Box) -> None:
    """Let ``box`` of ``mask`` be seen."""
    from PIL import ImageDraw  # noqa: PLC0415

    left, top, right, bottom = (round(v) for v in box)
    if right > left and bottom > top:
        ImageDraw.Draw(mask).rectangle((left, top, right - 1, bottom - 1), fill=255)


def _lay_picture(ground: "Image", pixels: Pixels, room: Box, mask: "Image") -> None:
    """Draw a picture into ``room`` of ``ground``, where ``mask`` lets it."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    left, top, right, bottom = room
    across, down = pixels.width / (right - left), pixels.height / (bottom - top)
    placed = (across, 0, -left * across, 0, down, -top * down)
    image = _inked(decoded(pixels)).transform(ground.size, Image.Transform.AFFINE, placed, Image.Resampling.BILINEAR)
    if pixels.alpha is not None:
        alpha = Image.frombytes("L", (pixels.width, pixels.height), zlib.decompress(pixels.alpha))
        mask = ImageChops.darker(mask, alpha.transform(ground.size, Image.Transform.AFFINE, placed))
    ground.paste(image, (0, 0), mask)

"""What is known of a picture file, and of its pixels: data only."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Colours = Literal["grey", "rgb", "cmyk"]
Crop = tuple[float, float, float, float]
"""The left, top, right and bottom edge of a part, in shares."""

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
"""How the names of pictures end."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture file that was looked at: two of the same content are equal.

    Attributes:
        path: Where it lies.
        digest: The SHA-256 of its content.
        width: Its width in pixels, as it is looked at (EXIF orientation applied).
        height: Its height in pixels.
        colours: What its pixels are.
    """

    path: Path
    digest: str
    width: int
    height: int
    colours: Colours


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture, or a part of it, as it is written into a file.

    Attributes:
        width: The pixels in a row.
        height: The rows.
        colours: What a pixel is: one, three or four bytes.
        data: The pixels, encoded.
        filter: How: ``DCT`` is a JPEG (one of ``cmyk`` is inverted, as everybody writes them), ``Flate`` is zlib.
        alpha: One byte of opacity for each pixel, encoded with zlib; None: all of it is opaque.
    """

    width: int
    height: int
    colours: Colours
    data: bytes
    filter: Literal["DCT", "Flate"]
    alpha: bytes | None = None

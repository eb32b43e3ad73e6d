"""Picture files: what is known of one before its pixels are needed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


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
    colours: Literal["grey", "rgb", "cmyk"]

"""Pages of a finished PDF as pixels, made by PDFium: what is looked at is what was written. The only door to PDFium."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import pypdfium2
from PIL import Image, ImageChops

MOST_PIXELS = 120_000_000
"""The pixels of one picture of a page: an A2 sheet with bleed at 450 ppi has 80 million."""

Area = Literal["media", "bleed", "trim"]


class RasterError(Exception):
    """A page that cannot be shown: the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: ``width`` × ``height`` pixels, three bytes (red, green, blue) each, rows from the top."""

    width: int
    height: int
    rgb: bytes


def page_image(data: bytes, page: int, ppi: float, area: Area = "media") -> Raster:
    """Page ``page`` (from 1) of the PDF ``data``, at ``ppi`` pixels to the inch of user space, on white.

    The whole ``area`` is shown as it stands in user space: no crop box hides anything, and ``Rotate`` is not applied.
    The area fills the picture, whose size is rounded up to whole pixels: scale places by its width and height.

    Raises:
        RasterError: the file cannot be opened, has no such page, or the picture would be too large.
    """
    with _opened(data) as document:
        return _shown(document, page, ppi, area)


def page_images(data: bytes, ppi: float, area: Area = "media") -> Iterator[Raster]:
    """Every page of the PDF ``data``, in order; see ``page_image``.

    Raises:
        RasterError: the file cannot be opened, or a picture would be too large.
    """
    with _opened(data) as document:
        for page in range(1, len(document) + 1):
            yield _shown(document, page, ppi, area)


def page_pngs(data: bytes, ppi: float, area: Area = "media") -> list[bytes]:
    """Every page of the PDF ``data`` as a PNG file; see ``page_image``.

    Raises:
        RasterError: the file cannot be opened, or a picture would be too large.
    """
    return [png(raster, ppi) for raster in page_images(data, ppi, area)]


def png(raster: Raster, ppi: float = 0.0) -> bytes:
    """``raster`` as a PNG file, which says its resolution where ``ppi`` is given. Grey pictures are kept as grey."""
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    if _grey(image):
        image = image.getchannel("G")
    told: dict[str, Any] = {"dpi": (ppi, ppi)} if ppi else {}
    file = BytesIO()
    image.save(file, "PNG", **told)
    return file.getvalue()


def compact(raster: Raster) -> tuple[str, bytes]:
    """``raster`` as a small file for a web page, and its media type: PNG, or JPEG where photographs make PNG large."""
    drawn = png(raster)
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    file = BytesIO()
    image.save(file, "JPEG", quality=85, subsampling=0)
    photograph = file.getvalue()
    return ("image/jpeg", photograph) if len(photograph) * 1.5 < len(drawn) else ("image/png", drawn)


def _grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RasterError("PDFium cannot open this file") from error


def _shown(document: Any, number: int, ppi: float, area: Area) -> Raster:
    if not 1 <= number <= len(document):
        raise RasterError(f"there is no page {number}: the file has {len(document)}")
    try:
        page = document[number - 1]
        page.set_rotation(0)
        page.set_cropbox(*_area(page, area))
        width, height = page.get_size()
        if width * height * (ppi / 72) ** 2 > MOST_PIXELS:
            raise RasterError(
                f"page {number} is too large to be shown at {ppi:g} ppi: more than {MOST_PIXELS:,} pixels"
            )
        image = page.render(scale=ppi / 72, rev_byteorder=True).to_pil()
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise RasterError(f"PDFium cannot show page {number}") from error
    return Raster(image.width, image.height, image.convert("RGB").tobytes())


def _area(page: Any, area: Area) -> tuple[float, float, float, float]:
    """The box to show (left, bottom, right, top), within the media box; where it is missing, the next larger one."""
    media = _ordered(page.get_mediabox())
    if area == "media":
        return media
    named = page.get_trimbox(fallback_ok=False) if area == "trim" else None
    box = _ordered(named or page.get_bleedbox(fallback_ok=False) or media)
    left, bottom = max(box[0], media[0]), max(box[1], media[1])
    right, top = min(box[2], media[2]), min(box[3], media[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])

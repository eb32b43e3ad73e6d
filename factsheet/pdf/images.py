"""Pictures as image XObjects (ISO 32000-1, 8.9.5): each is written once, however often it is drawn."""

from factsheet.design.bitmap import Pixels
from factsheet.pdf.syntax import Stream
from factsheet.pdf.writer import PdfDocument

_SPACES = {"grey": b"DeviceGray", "rgb": b"DeviceRGB", "cmyk": b"DeviceCMYK"}
_INVERTED = b"/Decode[1 0 1 0 1 0 1 0]"
"""A JPEG in CMYK tells how much paper is left, not how much ink is laid."""


class Images:
    """The pictures of one document, by their pixels."""

    def __init__(self, document: PdfDocument) -> None:
        """No pictures yet."""
        self._document = document
        self._numbers: dict[Pixels, tuple[str, int]] = {}

    def use(self, pixels: Pixels) -> tuple[str, int]:
        """The name of ``pixels`` in the resources of a page, and the number of the object."""
        found = self._numbers.get(pixels)
        if found is None:
            mask = b""
            if pixels.alpha is not None:
                entries = _entries(pixels, b"DeviceGray", b"FlateDecode")
                mask = b"/SMask %d 0 R" % self._document.add(Stream(pixels.alpha, entries))
            decode = _INVERTED if pixels.filter == "DCT" and pixels.colours == "cmyk" else b""
            entries = _entries(pixels, _SPACES[pixels.colours], f"{pixels.filter}Decode".encode())
            number = self._document.add(Stream(pixels.data, entries + decode + mask))
            found = self._numbers[pixels] = (f"Im{len(self._numbers) + 1}", number)
        return found


def _entries(pixels: Pixels, space: bytes, way: bytes) -> bytes:
    """The inside of the dictionary; without ``Interpolate`` (ISO 19005-2, 6.2.8)."""
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/%s" % (
        pixels.width, pixels.height, space, way,
    )  # fmt: skip

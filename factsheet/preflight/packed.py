"""Packed data that unpack without being repaired (B-05): viewers show what is left of torn data, and say nothing."""

import zlib
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from factsheet.preflight.colours import space_of
from factsheet.preflight.context import Context
from factsheet.preflight.graphics import true
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning

_KNOWN = {
    *("ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode"),
    *("JBIG2Decode", "DCTDecode", "JPXDecode", "Crypt"),
    *("AHx", "A85", "LZW", "Fl", "RL", "CCF", "DCT"),
}
"""The filters of ISO 32000-1, 7.4, and the short names of inline images, which readers know elsewhere, too."""

_AT_ONCE = 1 << 20
_MOST = 400_000_000
"""The unpacked bytes of one stream that are looked at."""

_AGAIN = "save or export the file again from the program that made it"


def unpacks(opened: Opened, context: Context) -> Iterator[Hit]:
    """B-05: each stream in use is packed in a known way, whole, and holds the pixels that it says."""
    if "/Encrypt" in opened.trailer:
        return
    for label, thing in opened.used.items():
        if isinstance(thing, StreamObject):
            yield from _stream(opened, label, thing, context)


def _stream(opened: Opened, label: str, stream: StreamObject, context: Context) -> Iterator[Hit]:
    filters = opened.filters(stream)
    for name in filters:
        if name not in _KNOWN:
            yield error("B-05", "data are packed in a way that PDF does not know", thing=label, found=name, hint=_AGAIN)
            return
    data = _raw(stream)
    picture = opened.name(opened.get(stream, "Subtype")) == "Image"
    what = "a picture" if picture else "a stream"
    if not filters:
        yield from _pixels(opened, label, stream, len(data)) if picture else ()
    elif filters[0] in ("FlateDecode", "Fl"):
        problem, size = _inflated(data)
        if size >= _MOST:
            said = (
                f"the data of object {label} are larger than {_MOST // 1_000_000} MB: they were not unpacked to the end"
            )
            context.content.unmeasured.append(said)
        elif problem == _NO_SUM:
            yield warning("B-05", f"the data of {what} lack their checksum", thing=label, hint=_AGAIN)
        elif problem:
            yield error("B-05", f"the data of {what} {problem}", thing=label, hint=_AGAIN)
        elif picture and len(filters) == 1:
            yield from _pixels(opened, label, stream, size)
    elif filters[0] in ("DCTDecode", "DCT"):
        if not data.startswith(b"\xff\xd8"):
            yield error("B-05", f"the data of {what} are no JPEG", thing=label, hint=_AGAIN)
        elif b"\xff\xd9" not in data[-1000:]:
            yield error("B-05", f"the data of {what} are cut off", thing=label, hint=_AGAIN)
    elif filters[0] not in _OF_PICTURES:
        opened.stream(stream)  # where it cannot be unpacked, that is told by what is left out


_OF_PICTURES = {"CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode", "Crypt"}


def _raw(stream: StreamObject) -> bytes:
    """The data as they stand in the file."""
    held: Any = getattr(stream, "_data", b"")
    return held if isinstance(held, bytes) else str(held).encode("latin-1", "replace")


_NO_SUM = "lack their checksum"


def _inflated(data: bytes) -> tuple[str, int]:
    """What is wrong with ``data`` packed by Flate (RFC 1950; "" for nothing), and how many bytes they unpack to."""
    if len(data) < 2 or data[0] & 15 != 8 or int.from_bytes(data[:2], "big") % 31:
        return "are not packed as they say", 0
    machine = zlib.decompressobj(-15)
    size, checksum, rest = 0, 1, data[2:]
    try:
        while not machine.eof and size < _MOST:
            part = machine.decompress(rest, _AT_ONCE)
            rest = machine.unconsumed_tail
            if not part and not rest:
                break
            size += len(part)
            checksum = zlib.adler32(part, checksum)
    except zlib.error:
        return f"are damaged after {size:,} bytes", size
    if size >= _MOST:
        return "", size
    if not machine.eof:
        return f"are cut off after {size:,} bytes", size
    after = machine.unused_data[:4]
    if len(after) < 4:
        return _NO_SUM, size
    return ("" if int.from_bytes(after, "big") == checksum else "are damaged: their checksum is another"), size


def _pixels(opened: Opened, label: str, image: StreamObject, size: int) -> Iterator[Hit]:
    """A picture has as many bytes as its pixels need."""
    width, height = (int(opened.number(opened.get(image, key))) for key in ("Width", "Height"))
    stencil = true(opened.get(image, "ImageMask"))
    bits = 1 if stencil else int(opened.number(opened.get(image, "BitsPerComponent"), 8))
    space = None if stencil else space_of(opened, opened.raw(image, "ColorSpace"), DictionaryObject())
    count = 1 if stencil else space.count if space is not None else 0
    row = (width * count * bits + 7) // 8
    if opened.number(opened.get(image, "DecodeParms", "Predictor")) >= 10:
        row += 1
    if row > 0 and size < row * height:
        yield error(
            "B-05",
            "a picture has fewer pixels than it says",
            thing=label,
            found=f"{size:,} bytes",
            limit=f"{row * height:,} bytes",
            hint="place the picture again, and export the file again",
        )


JUDGES = ((("B-05",), unpacks),)

"""Packed data: what unpacks, what does not, and what is only unusual."""

import zlib

import pytest

from factsheet.preflight import packed
from factsheet.preflight.packed import unpacks
from tests.conformance.broken.sheet import Sheet, image_head
from tests.conformance.pdf_files import Name, Raw, Ref, Stream
from tests.unit.preflight.made import context, opened, page

DATA = bytes(range(256)) * 40
PACKED = zlib.compress(DATA)


def found(sheet: Sheet) -> list[tuple[str, str]]:
    """What is said of the streams of ``sheet``."""
    return [(hit.level, hit.message) for hit in unpacks(opened(sheet), context(sheet))]


def held(filter_: object, data: bytes, **head: object) -> Sheet:
    """A page that holds one more stream."""
    sheet = page()
    sheet.objects["more"] = Stream({"Filter": filter_, **head}, data, plain=True)
    sheet["page"]["Held"] = Ref("more")
    return sheet


@pytest.mark.parametrize(
    ("data", "level", "message"),
    [
        (b"", "error", "the data of a stream are not packed as they say"),
        (b"\x78", "error", "the data of a stream are not packed as they say"),
        (PACKED[1:], "error", "the data of a stream are not packed as they say"),
        (PACKED[:2], "error", "the data of a stream are cut off after 0 bytes"),
        (PACKED[:-5], "error", "the data of a stream are cut off after 10,240 bytes"),
        (PACKED[:-1], "warning", "the data of a stream lack their checksum"),
        (PACKED[:-1] + b"?", "error", "the data of a stream are damaged: their checksum is another"),
        (PACKED[:2] + b"\xff" * 50, "error", "the data of a stream are damaged after 0 bytes"),
    ],
)
def test_torn_flate_is_told(data: bytes, level: str, message: str) -> None:
    assert found(held(Name("FlateDecode"), data)) == [(level, message)]


@pytest.mark.parametrize(
    ("filter_", "data"),
    [
        (Name("FlateDecode"), PACKED),
        (Name("FlateDecode"), PACKED + b"\n"),
        (Name("FlateDecode"), zlib.compress(b"")),
        (Name("Fl"), PACKED),
        ([], b"plain"),
        ([Name("ASCIIHexDecode")], b"61626>"),
        ([Name("ASCIIHexDecode"), Name("FlateDecode")], PACKED.hex().encode() + b">"),
        (Name("RunLengthDecode"), b"\x02abc\x80"),
        (Name("JPXDecode"), b"anything"),
        (Name("DCTDecode"), b"\xff\xd8 pixels \xff\xd9\n\n"),
    ],
)
def test_what_unpacks_is_let_pass(filter_: object, data: bytes) -> None:
    assert found(held(filter_, data)) == []


def test_what_an_update_left_behind_is_not_asked() -> None:
    sheet = held(Name("FlateDecode"), b"torn")
    del sheet["page"]["Held"]
    assert found(sheet) == []


@pytest.mark.parametrize(
    ("width", "height", "space", "bits", "extra", "whole"),
    [
        (10, 10, Name("DeviceGray"), 8, {}, 100),
        (10, 10, Name("DeviceCMYK"), 8, {}, 400),
        (10, 10, Name("DeviceGray"), 1, {}, 20),
        (10, 10, [Name("Indexed"), Name("DeviceCMYK"), 1, Raw(b"<0000000000000000>")], 4, {}, 50),
        (10, 10, Name("DeviceCMYK"), 8, {"DecodeParms": {"Predictor": 12, "Colors": 4, "Columns": 10}}, 410),
    ],
)
def test_a_picture_has_its_pixels(
    width: int, height: int, space: object, bits: int, extra: dict[str, object], whole: int
) -> None:
    head = {**image_head(width, height, space, bits), **extra}
    assert found(held(Name("FlateDecode"), zlib.compress(bytes(whole)), **head)) == []
    ((level, message),) = found(held(Name("FlateDecode"), zlib.compress(bytes(whole - 1)), **head))
    assert (level, message) == ("error", "a picture has fewer pixels than it says")


def test_a_stencil_has_one_bit() -> None:
    head = {"Subtype": Name("Image"), "Width": 9, "Height": 4, "ImageMask": True}
    assert found(held(Name("FlateDecode"), zlib.compress(bytes(8)), **head)) == []
    assert len(found(held(Name("FlateDecode"), zlib.compress(bytes(7)), **head))) == 1


def test_a_picture_that_is_too_large_to_be_unpacked_is_not_called_torn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST", 50_000)
    sheet = held(Name("FlateDecode"), zlib.compress(bytes(90_000)), **image_head(300, 300, Name("DeviceGray")))
    asked = context(sheet)
    assert list(unpacks(opened(sheet), asked)) == []
    assert asked.content.unmeasured
    assert all("were not unpacked to the end" in told for told in asked.content.unmeasured)

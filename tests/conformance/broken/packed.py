"""Broken: data that do not unpack as they say, drawings that hold themselves."""

import zlib

from tests.conformance.broken.sheet import PAPER, Sheet, image_head, pixels, words
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream

FLATE = Name("FlateDecode")
BLANKS = zlib.compress(b"1 1 1 1 k " * 4000)


def _more(sheet: Sheet, name: str, data: bytes) -> None:
    """A second part of the contents, packed as ``data`` stand."""
    sheet.objects["second"] = Stream({"Filter": Name(name)}, data, plain=True)
    sheet["page"]["Contents"] = [Ref("content"), Ref("second")]


def _picture(sheet: Sheet, data: bytes, packing: str = "FlateDecode") -> None:
    sheet.objects["picture"] = Stream({**image_head(300, 300), "Filter": Name(packing)}, data, plain=True)


@breaks("B-05")
def contents_are_no_flate(sheet: Sheet) -> None:
    _more(sheet, "FlateDecode", b"not packed at all")


@breaks("B-05", "B-09")
def contents_are_cut_off(sheet: Sheet) -> None:
    _more(sheet, "FlateDecode", BLANKS[: len(BLANKS) // 2])


@breaks("B-05")
def contents_have_another_checksum(sheet: Sheet) -> None:
    _more(sheet, "FlateDecode", BLANKS[:-1] + bytes([BLANKS[-1] ^ 1]))


@breaks("B-05", level="warning")
def contents_lack_their_checksum(sheet: Sheet) -> None:
    _more(sheet, "FlateDecode", BLANKS[:-4])


@breaks("B-05", "B-09")
def contents_are_packed_in_an_unknown_way(sheet: Sheet) -> None:
    _more(sheet, "BrotliDecode", b"\x0b\x02\x80 \x03")


@breaks("B-05")
def contents_are_no_base_85(sheet: Sheet) -> None:
    _more(sheet, "ASCII85Decode", b"zzz\xff\xfe~>")


@breaks("B-05")
def picture_is_cut_off(sheet: Sheet) -> None:
    packed = zlib.compress(pixels())
    _picture(sheet, packed[: len(packed) * 2 // 3])


@breaks("B-05")
def picture_is_damaged_in_the_middle(sheet: Sheet) -> None:
    packed = bytearray(zlib.compress(pixels()))
    middle = len(packed) // 2
    packed[middle : middle + 4] = bytes(byte ^ 255 for byte in packed[middle : middle + 4])
    _picture(sheet, bytes(packed))


@breaks("B-05")
def picture_lacks_its_last_rows(sheet: Sheet) -> None:
    _picture(sheet, zlib.compress(pixels()[: -1200 * 20]))


@breaks("B-05")
def plain_picture_lacks_its_last_rows(sheet: Sheet) -> None:
    sheet.objects["picture"] = Stream(image_head(300, 300), pixels()[:-1200], plain=True)


@breaks("B-05")
def jpeg_is_cut_off(sheet: Sheet) -> None:
    _picture(sheet, b"\xff\xd8\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00" + b"\x55" * 4000, "DCTDecode")


@breaks("B-05")
def jpeg_is_none(sheet: Sheet) -> None:
    _picture(sheet, b"\x89PNG\r\n\x1a\n" + bytes(4000) + b"\xff\xd9", "DCTDecode")


@breaks("B-09")
def form_draws_itself(sheet: Sheet) -> None:
    form = sheet.objects["form"]
    form.head["Resources"]["XObject"] = {"Again": Ref("form")}
    form.data += b" q 0.5 0 0 0.5 0 0 cm /Again Do Q"


@breaks("B-09")
def pattern_is_painted_with_itself(sheet: Sheet) -> None:
    sheet.objects["pattern"] = Stream(
        {
            "Type": Name("Pattern"), "PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": [0, 0, 20, 20],
            "XStep": 20, "YStep": 20, "Resources": {"Pattern": {"Again": Ref("pattern")}},
        },
        b"0 0.2 0.2 0 k 0 0 9 9 re f /Pattern cs /Again scn 9 9 9 9 re f",
    )  # fmt: skip
    sheet.resource("Pattern", "Cells", Ref("pattern"))
    sheet.paint(b"/Pattern cs /Cells scn 60 100 60 60 re f")


@breaks("B-09")
def inline_image_never_ends(sheet: Sheet) -> None:
    sheet.content["last"] = words("Wells were repaired", at=PAPER) + b" BI /W 4 /H 4 /CS /G /BPC 8 ID abcd"

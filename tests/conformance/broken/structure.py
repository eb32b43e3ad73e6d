"""Broken: the bytes, the trailer, the streams, the operators, the resources."""

import hashlib
import re

from tests.conformance.broken.sheet import PAPER, Sheet, image_head, words, xmp_packet
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream, lzw


@breaks("B-01")
def no_binary_comment(sheet: Sheet) -> None:
    sheet.file.comment = b""


@breaks("B-01")
def second_line_is_plain_text(sheet: Sheet) -> None:
    sheet.file.comment = b"% made by hand\n"


@breaks("B-01", "B-05")
def something_before_the_header(sheet: Sheet) -> None:
    sheet.file.before = b"\n\n"


@breaks("B-02")
def no_id(sheet: Sheet) -> None:
    del sheet.file.trailer["ID"]


@breaks("B-02")
def one_half_of_an_id(sheet: Sheet) -> None:
    sheet.file.trailer["ID"] = [b"0123456789abcdef"]


@breaks("B-02")
def empty_id(sheet: Sheet) -> None:
    sheet.file.trailer["ID"] = [b"", b""]


@breaks("B-03", "B-05")
def encrypted_with_an_empty_password(sheet: Sheet) -> None:
    encrypted(sheet, 0xFFFFFFFC)


@breaks("26-002", "B-03", "B-05", base="ua1")
def encrypted_against_screen_readers(sheet: Sheet) -> None:
    encrypted(sheet, 0xFFFFFDFC)


def encrypted(sheet: Sheet, rights: int) -> None:
    """Standard security handler of revision 4 with crypt filters that leave everything as it is (7.6.3)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner = _rc4(_repeated(padding, 51)[:16], padding)
    identity = sheet.file.trailer["ID"][0]
    key = _repeated(padding + owner + rights.to_bytes(4, "little") + identity, 51)[:16]
    user = _rc4(key, hashlib.md5(padding + identity).digest()) + bytes(16)
    sheet.objects["encrypt"] = {
        "Filter": Name("Standard"), "V": 4, "R": 4, "Length": 128, "P": rights - (1 << 32), "O": owner, "U": user,
        "CF": {},
        "StmF": Name("Identity"), "StrF": Name("Identity"),
    }  # fmt: skip
    sheet.file.trailer["Encrypt"] = Ref("encrypt")


def _repeated(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = hashlib.md5(data).digest()
    return data


def _rc4(key: bytes, data: bytes) -> bytes:
    """RC4 with the twenty keys of algorithms 3 and 5."""
    for turn in range(20):
        data = _rc4_once(bytes(byte ^ turn for byte in key), data)
    return data


def _rc4_once(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


@breaks("B-04")
def bytes_after_the_end(sheet: Sheet) -> bytes:
    return sheet.pdf() + b"<!-- sent by mail -->\n"


@breaks("B-04")
def two_empty_lines_after_the_end(sheet: Sheet) -> bytes:
    return sheet.pdf() + b"\n\n"


@breaks("B-04")
def no_mark_of_the_end(sheet: Sheet) -> bytes:
    return sheet.pdf().removesuffix(b"%%EOF\n")


@breaks("B-05")
def an_offset_is_wrong(sheet: Sheet) -> bytes:
    return _with_offset(sheet.pdf(), 3, 1)


@breaks("B-05")
def an_offset_leads_to_another_object(sheet: Sheet) -> bytes:
    data = sheet.pdf()
    first, second = data.index(b"\n5 0 obj") + 1, data.index(b"\n6 0 obj") + 1
    return _with_offset(data, 5, second - first)


def _with_offset(data: bytes, at: int, by: int) -> bytes:
    """The file with the entry of object ``at`` in the table moved."""
    start = data.index(b"xref\n0 ")
    entry = data.index(b"\n", start + 5) + 1 + at * 20
    return data[:entry] + b"%010d" % (int(data[entry : entry + 10]) + by) + data[entry + 10 :]


@breaks("B-05")
def the_table_is_not_where_it_is_said_to_be(sheet: Sheet) -> bytes:
    return re.sub(rb"startxref\n(\d+)", lambda m: b"startxref\n%d" % (int(m[1]) + 7), sheet.pdf())


@breaks("B-05")
def a_stream_is_longer_than_it_says(sheet: Sheet) -> None:
    sheet["tounicode"]["Length"] = 40


@breaks("B-05")
def a_stream_is_shorter_than_it_says(sheet: Sheet) -> None:
    sheet["metadata"]["Length"] = len(xmp_packet(sheet.xmp, sheet.spaces).encode()) + 3


@breaks("B-06", "X-73")
def data_of_a_stream_in_another_file(sheet: Sheet) -> None:
    sheet["picture"]["F"] = {"Type": Name("Filespec"), "F": "picture.raw"}


@breaks("B-06")
def a_page_of_another_file(sheet: Sheet) -> None:
    sheet["form"]["Ref"] = {"F": {"Type": Name("Filespec"), "F": "other.pdf"}, "Page": 0}


@breaks("B-09")
def unknown_operator(sheet: Sheet) -> None:
    sheet.paint(b"1 0 0 foo")


@breaks("B-09")
def unknown_operator_between_bx_and_ex(sheet: Sheet) -> None:
    sheet.paint(b"BX 1 0 0 foo EX")


@breaks("B-09")
def unknown_operator_in_a_form(sheet: Sheet) -> None:
    sheet.objects["form"].data += b" foo"


@breaks("B-09")
def q_is_never_closed(sheet: Sheet) -> None:
    sheet.content["more"] = b"q"


@breaks("B-09")
def q_is_closed_twice(sheet: Sheet) -> None:
    sheet.content["more"] = b"q Q Q"


@breaks("B-09")
def q_is_closed_in_the_form(sheet: Sheet) -> None:
    sheet.objects["form"].data += b" q"


@breaks("B-09")
def text_is_never_ended(sheet: Sheet) -> None:
    sheet.content["more"] = b"BT"


@breaks("B-09")
def marked_content_is_never_ended(sheet: Sheet) -> None:
    sheet.content["more"] = b"/Artifact BMC"


@breaks("B-09")
def q_is_nested_29_deep(sheet: Sheet) -> None:
    sheet.content["more"] = b"q " * 29 + b"Q " * 29


@breaks("B-13")
def a_picture_that_is_not_there(sheet: Sheet) -> None:
    sheet.paint(b"/Missing Do")


@breaks("B-13")
def a_graphics_state_that_is_not_there(sheet: Sheet) -> None:
    sheet.paint(b"/Missing gs")


@breaks("B-13", "B-10", "B-12")
def a_font_that_is_not_there(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER).replace(b"/Text", b"/Missing")


@breaks("B-13")
def a_colour_space_that_is_not_there(sheet: Sheet) -> None:
    sheet.paint(b"/Missing cs")


@breaks("B-13")
def a_form_without_resources_of_its_own(sheet: Sheet) -> None:
    del sheet["form"]["Resources"]


@breaks("B-13")
def resources_are_inherited(sheet: Sheet) -> None:
    sheet["pages"]["Resources"] = sheet["page"].pop("Resources")


@breaks("X-01")
def header_of_1_7(sheet: Sheet) -> None:
    sheet.file.version = "1.7"


@breaks("X-01")
def catalog_says_1_7(sheet: Sheet) -> None:
    sheet["catalog"]["Version"] = Name("1.7")


@breaks("X-07")
def a_crypt_filter(sheet: Sheet) -> None:
    stream = sheet.objects["tounicode"]
    stream.head["Filter"] = [Name("Crypt")]
    stream.head["DecodeParms"] = [{"Name": Name("Identity")}]


@breaks("X-07", level="warning")
def lzw_in_x4(sheet: Sheet) -> None:
    _compressed_with_lzw(sheet)


@breaks("X-07", base="x1a")
def lzw_in_x1a(sheet: Sheet) -> None:
    _compressed_with_lzw(sheet)


def _compressed_with_lzw(sheet: Sheet) -> None:
    stream = sheet.objects["tounicode"]
    stream.head["Filter"], stream.data = Name("LZWDecode"), lzw(stream.data)


@breaks("X-01", base="x1a")
def header_of_1_6_in_x1a(sheet: Sheet) -> None:
    sheet.file.version = "1.6"


@breaks("X-04", base="x1a")
def object_stream_in_x1a(sheet: Sheet) -> None:
    sheet.file.packed = ("pages", "outlines", "bookmark")


@breaks("X-04", base="x1a")
def cross_reference_stream_in_x1a(sheet: Sheet) -> None:
    sheet.file.table = "stream"


@breaks("X-84", base="x1a")
def image_of_16_bits_in_x1a(sheet: Sheet) -> None:
    head = image_head(300, 300, Name("DeviceGray"), bits=16)
    sheet.objects["deep"] = Stream(head, bytes(range(200)) * 900)
    sheet.resource("XObject", "Deep", Ref("deep"))
    sheet.paint(b"72 0 0 72 60 150 cm /Deep Do")

"""The byte writer: exact offsets and lengths, object streams, one identifier for one content."""

import re
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader

from factsheet.pdf.canvas import Boxes, PdfCanvas
from factsheet.pdf.syntax import Raw, Stream
from factsheet.pdf.writer import Information, PdfDocument
from factsheet.units import Rect

INFORMATION = {
    "Title": "A title – mit Umlaut ä",
    "Author": "",
    "Creator": "factsheet",
    "CreationDate": "D:20260131000000Z",
}
SHEET = Rect(0, 0, 200, 300)


def file(*, packed: bool, pages: int = 1, extra: int = 0, title: str = INFORMATION["Title"]) -> bytes:
    canvas = PdfCanvas(
        version=(1, 7 if packed else 6), language="mn", packed=packed, information={**INFORMATION, "Title": title}
    )
    canvas.use({})
    for _ in range(extra):
        canvas.document.add(Raw(b"<</Extra true>>"))
    for _ in range(pages):
        canvas.begin_page(Boxes(SHEET, SHEET, SHEET))
        canvas.area(10, 20, 30, 40, (1, 0, 0))
        canvas.end_page()
    return canvas.finish()


@pytest.mark.parametrize("packed", [False, True])
def test_a_strict_reader_reads_it(packed: bool) -> None:
    reader = PdfReader(BytesIO(file(packed=packed, pages=3)), strict=True)
    assert len(reader.pages) == 3
    assert reader.metadata is not None
    assert reader.metadata.title == "A title – mit Umlaut ä"
    assert "/Author" not in reader.metadata
    assert reader.trailer["/Root"]["/Lang"] == "mn"
    assert b"1 0 0 rg\n10 240 30 40 re f" in reader.pages[0].get_contents().get_data()  # type: ignore[union-attr]


@pytest.mark.parametrize(("packed", "version"), [(False, b"1.6"), (True, b"1.7")])
def test_the_version_is_as_wished(packed: bool, version: bytes) -> None:
    data = file(packed=packed)
    assert data.startswith(b"%PDF-" + version + b"\n%")
    assert data.endswith(b"%%EOF\n")


def test_every_offset_of_the_table_is_that_of_its_object() -> None:
    data = file(packed=False, pages=2)
    start = int(re.search(rb"startxref\n(\d+)\n", data)[1])  # type: ignore[index]
    assert data[start : start + 5] == b"xref\n"
    rows = re.findall(rb"(\d{10}) 00000 n \n", data[start:])
    assert len(rows) > 5
    for number, offset in enumerate(rows, 1):
        assert data[int(offset) :].startswith(b"%d 0 obj\n" % number)
    assert b"/Size %d/" % (len(rows) + 1) in data


def test_every_length_is_exact() -> None:
    data = file(packed=False, pages=2)
    found = list(re.finditer(rb"/Length (\d+)>>\nstream\n", data))
    assert found
    for match in found:
        end = match.end() + int(match[1])
        assert data[end:].startswith(b"\nendstream\nendobj\n")


@pytest.mark.parametrize("extra", [0, 199, 200, 201, 650])
def test_many_objects_go_into_several_streams(extra: int) -> None:
    data = file(packed=True, extra=extra)
    reader = PdfReader(BytesIO(data), strict=True)
    found = [reader.get_object(n) for n in range(1, reader.trailer["/Size"]) if isinstance(reader.get_object(n), dict)]
    assert sum("/Extra" in thing for thing in found) == extra
    assert (extra + 10) // 200 <= data.count(b"/Type/ObjStm") <= (extra + 30) // 200 + 1


def test_the_packed_file_is_the_smaller() -> None:
    assert len(file(packed=True, extra=100)) < len(file(packed=False, extra=100))


@pytest.mark.parametrize("packed", [False, True])
def test_the_same_content_has_the_same_bytes_and_other_content_another_identifier(packed: bool) -> None:
    one, again, other = file(packed=packed), file(packed=packed), file(packed=packed, title="Another")
    assert one == again
    ids = [re.search(rb"/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]", data) for data in (one, other)]
    assert ids[0] is not None
    assert ids[1] is not None
    assert ids[0][1] == ids[1][1]
    assert ids[0][2] != ids[1][2]


def test_objects_get_numbers_once() -> None:
    document = PdfDocument(version=(1, 7), language="en", packed=False, information=Information({}), identity="")
    raw = Raw(b"1")
    assert document.add(raw) == document.add(raw)
    assert document.add(Raw(b"2")) != document.add(raw)


def test_streams_are_compressed() -> None:
    document = PdfDocument(version=(1, 7), language="en", packed=False, information=Information({}), identity="")
    number = document.stream(b"x" * 1000, b"/Kind/Test")
    thing = document.idToObject[document.numberToId[number]]
    assert isinstance(thing, Stream)
    assert zlib.decompress(thing.data) == b"x" * 1000
    assert thing.entries == b"/Kind/Test/Filter/FlateDecode"


def test_information_has_no_empty_entries() -> None:
    assert Information({"Title": "T", "Author": ""}).format(None) == b"<</Title(T)>>"

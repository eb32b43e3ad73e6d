"""Pages on larger sheets: two copies of each side by side, or the spreads of a stapled booklet.

The imposed file follows the standard of the file that it was made from: each page becomes a form with its own
resources, cut at its bleed; output intent, metadata and information are written anew.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from factsheet.findings import Finding, LayoutError
from factsheet.units import Pt, mm

Way = Literal["2up", "booklet"]
WAYS: tuple[Way, ...] = ("2up", "booklet")

_MARGIN, _GAP, _LENGTH = mm(8), mm(1.5), mm(5)
_WIDTH = 0.25


@dataclass(frozen=True, slots=True)
class _Cell:
    """One page on a sheet.

    Attributes:
        page: Its number, from 0; None for an empty one.
        x: The left edge of its trim, from the left edge of the sheet's trim.
        left: How far it is seen to the left of its trim.
        right: How far it is seen to the right of its trim.
    """

    page: int | None
    x: Pt
    left: Pt
    right: Pt


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One side of a sheet: its cells, its trimmed width, and where it is folded."""

    cells: tuple[_Cell, ...]
    width: Pt
    fold: Pt | None = None


@dataclass(frozen=True, slots=True)
class _Size:
    """The finished size of all pages, and their bleed."""

    width: Pt
    height: Pt
    bleed: Pt


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets of an imposition.

    Attributes:
        sides: How many sides there are.
        width: The trimmed width of each.
        height: The trimmed height.
        bleed: The bleed around it.
        fold: Where it is folded, from the left edge; None: nowhere.
        cuts: Where it is cut between its edges, from the left edge.
    """

    sides: int
    width: Pt
    height: Pt
    bleed: Pt
    fold: Pt | None
    cuts: tuple[Pt, ...] = ()


def plan(data: bytes, way: Way) -> Plan:
    """The sheets onto which the pages of the print file ``data`` go.

    Raises:
        LayoutError: its pages have different sizes, or are too few for a booklet.
    """
    reader = PdfReader(BytesIO(data))
    size = _size(reader)
    if way == "booklet" and len(reader.pages) < 2:
        message = "one page alone makes no booklet"
        raise LayoutError([Finding("impose", message, hint="write --impose 2up, or leave it out")])
    sheets = list(_sheets(len(reader.pages), way, size))
    first = sheets[0]
    cuts = (size.width, first.width - size.width) if first.fold is None else ()
    return Plan(len(sheets), first.width, size.height, size.bleed, first.fold, cuts)


def impose(data: bytes, way: Way, marks: bytes | None = None) -> bytes:
    """The pages of the print file ``data`` on larger sheets: the same bytes for the same file, always.

    ``marks`` is a file with a page for each side, as large as its sheet, which has what stands around it but the crop
    marks: those are drawn here.

    Raises:
        LayoutError: its pages have different sizes, or are too few for a booklet.
    """
    plan(data, way)
    reader = PdfReader(BytesIO(data))
    size = _size(reader)
    writer = PdfWriter()
    writer.pdf_header = reader.pdf_header
    forms = [_form(writer, page) for page in reader.pages]
    registration = _registration(writer, forms)
    around = [_form(writer, page, whole=True) for page in PdfReader(BytesIO(marks)).pages] if marks else []
    for form, _ in around:
        _share(form, registration)
    for n, sheet in enumerate(_sheets(len(reader.pages), way, size)):
        _add(writer, sheet, size, [*forms, *around[n : n + 1]], registration, marked=bool(around))
    _claim(writer, reader, way)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _size(reader: PdfReader) -> _Size:
    sizes = {(round(float(p.trimbox.width), 1), round(float(p.trimbox.height), 1)) for p in reader.pages}
    if len(sizes) != 1:
        raise LayoutError([Finding("impose", "the pages have different sizes", hint="leave --impose out")])
    first = reader.pages[0]
    bleed = min(float(page.trimbox.left) - float(page.bleedbox.left) for page in reader.pages)
    return _Size(float(first.trimbox.width), float(first.trimbox.height), bleed)


def _sheets(count: int, way: Way, size: _Size) -> Iterator[_Sheet]:
    """The sides of the sheets, in order of printing."""
    if way == "2up":
        apart = size.width + 2 * size.bleed
        for page in range(count):
            cells = tuple(_Cell(page, x, size.bleed, size.bleed) for x in (0.0, apart))
            yield _Sheet(cells, apart + size.width)
        return
    total = -(-count // 4) * 4
    for left, right in spreads(total):
        cells = (
            _Cell(left if left < count else None, 0.0, size.bleed, 0.0),
            _Cell(right if right < count else None, size.width, 0.0, size.bleed),
        )
        yield _Sheet(cells, 2 * size.width, fold=size.width)


def spreads(total: int) -> list[tuple[int, int]]:
    """The pages beside each other on each side of the sheets of a stapled booklet of ``total`` pages, from 0."""
    found: list[tuple[int, int]] = []
    for sheet in range(total // 4):
        found.append((total - 1 - 2 * sheet, 2 * sheet))
        found.append((2 * sheet + 1, total - 2 - 2 * sheet))
    return found


def _form(writer: PdfWriter, page: PageObject, *, whole: bool = False) -> tuple[IndirectObject, PageObject]:
    """A page as a form, cut at its bleed unless the ``whole`` of it is wanted (ISO 32000-1, 8.10)."""
    contents = page.get_contents()
    form = DecodedStreamObject()
    form.set_data(contents.get_data() if contents is not None else b"")
    packed = form.flate_encode()
    resources = page["/Resources"].clone(writer)
    entries: dict[str, PdfObject] = {
        "/Type": NameObject("/XObject"),
        "/Subtype": NameObject("/Form"),
        "/BBox": _numbers(*(float(v) for v in (page.mediabox if whole else page.bleedbox))),
        "/Resources": resources,
    }
    group = page.get("/Group")
    if group is not None:
        entries["/Group"] = group.get_object().clone(writer)
    packed.update({NameObject(key): value for key, value in entries.items()})
    return writer._add_object(packed), page


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(round(value, 3)) for value in values)


def _registration(writer: PdfWriter, forms: Sequence[tuple[IndirectObject, PageObject]]) -> IndirectObject:
    """The colour that is on every plate (ISO 32000-1, 8.6.6.4): that of the pages, where they have it."""
    for form, _ in forms:
        for space in _spaces(form).values():
            if isinstance(space, IndirectObject) and _is_all(space):
                return space
    transform = DictionaryObject()
    for key, values in (("/Domain", (0, 1)), ("/C0", (0, 0, 0, 0)), ("/C1", (1, 1, 1, 1))):
        transform[NameObject(key)] = _numbers(*values)
    for key, value in (("/FunctionType", 2), ("/N", 1)):
        transform[NameObject(key)] = NumberObject(value)
    names = [NameObject("/Separation"), NameObject("/All"), NameObject("/DeviceCMYK")]
    return writer._add_object(ArrayObject([*names, transform]))


def _spaces(form: IndirectObject) -> dict[str, Any]:
    """The colour spaces that a form names, as they are written."""
    found: Any = form.get_object()
    spaces: Any = found["/Resources"].get("/ColorSpace", {})
    return {key: spaces.raw_get(key) for key in spaces}


def _is_all(space: Any) -> bool:
    return bool(space.get_object()[0] == "/Separation" and space.get_object()[1] == "/All")


def _share(form: IndirectObject, registration: IndirectObject) -> None:
    """Let ``form`` name the registration colour that all others name (GWG 2022, R0023)."""
    found: Any = form.get_object()
    for key, space in _spaces(form).items():
        if _is_all(space):
            found["/Resources"]["/ColorSpace"][NameObject(key)] = registration


def _add(
    writer: PdfWriter,
    sheet: _Sheet,
    size: _Size,
    forms: Sequence[tuple[IndirectObject, PageObject]],
    registration: IndirectObject,
    *,
    marked: bool,
) -> None:
    """One side of a sheet as a page; where it is ``marked``, the last form is what stands around it."""
    around = size.bleed + _MARGIN
    page = writer.add_blank_page(sheet.width + 2 * around, size.height + 2 * around)
    names = DictionaryObject()
    code: list[str] = []
    grouped = False
    for number, cell in enumerate(sheet.cells):
        if cell.page is None:
            continue
        form, source = forms[cell.page]
        name = f"/P{number + 1}"
        names[NameObject(name)] = form
        code.append(_placed(name, cell, source, size, around))
        grouped = grouped or "/Group" in source
    code += _marks(sheet, size, around, bare=not marked)
    if marked:
        names[NameObject("/Marks")] = forms[-1][0]
        code.append("q /Marks Do Q")
    content = DecodedStreamObject()
    content.set_data("\n".join(code).encode())
    spaces = DictionaryObject({NameObject("/All"): registration})
    page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): names, NameObject("/ColorSpace"): spaces}
    )
    trim = (around, around, around + sheet.width, around + size.height)
    page[NameObject("/TrimBox")] = _numbers(*trim)
    bled = (trim[0] - size.bleed, trim[1] - size.bleed, trim[2] + size.bleed, trim[3] + size.bleed)
    page[NameObject("/BleedBox")] = _numbers(*bled)
    page[NameObject("/MediaBox")] = _numbers(0, 0, sheet.width + 2 * around, size.height + 2 * around)
    if grouped:
        page[NameObject("/Group")] = DictionaryObject(
            {NameObject("/S"): NameObject("/Transparency"), NameObject("/CS"): NameObject("/DeviceCMYK")}
        )


def _placed(name: str, cell: _Cell, source: PageObject, size: _Size, around: Pt) -> str:
    """The operators that show a page in its cell, and nothing of it beyond."""
    left, foot = around + cell.x - cell.left, around - size.bleed
    width, height = cell.left + size.width + cell.right, size.height + 2 * size.bleed
    x = around + cell.x - float(source.trimbox.left)
    y = around - float(source.trimbox.bottom)
    return f"q {left:.3f} {foot:.3f} {width:.3f} {height:.3f} re W n 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q"


def _marks(sheet: _Sheet, size: _Size, around: Pt, *, bare: bool) -> Iterator[str]:
    """Crop marks at each trim, in the registration colour; and fold marks, where nothing else stands around."""
    yield f"q /All CS 1 SCN {_WIDTH} w"
    start = size.bleed + _GAP
    below, above = around - start, around + size.height + start
    ends = {0.0, sheet.width, *(cell.x for cell in sheet.cells), *(cell.x + size.width for cell in sheet.cells)}
    for x in sorted(end for end in ends if end != sheet.fold):
        for y, way in ((below, -1), (above, 1)):
            yield f"{around + x:.3f} {y:.3f} m {around + x:.3f} {y + way * _LENGTH:.3f} l S"
    for y in (around, around + size.height):
        for x, way in ((around - start, -1), (around + sheet.width + start, 1)):
            yield f"{x:.3f} {y:.3f} m {x + way * _LENGTH:.3f} {y:.3f} l S"
    if sheet.fold is not None and bare:
        yield "[2 1.5] 0 d"
        for y, way in ((below, -1), (above, 1)):
            yield f"{around + sheet.fold:.3f} {y:.3f} m {around + sheet.fold:.3f} {y + way * _LENGTH:.3f} l S"
    yield "Q"


def _claim(writer: PdfWriter, reader: PdfReader, way: Way) -> None:
    """Output intent, metadata, information and identifier, as pypdf does not carry them over."""
    root: Any = reader.trailer["/Root"]
    trailer: Any = reader.trailer
    catalog = writer._root_object
    catalog[NameObject("/OutputIntents")] = root["/OutputIntents"].get_object().clone(writer)
    for key in ("/ViewerPreferences", "/Lang"):
        if key in root:
            catalog[NameObject(key)] = root[key].get_object().clone(writer)
    packet = root["/Metadata"].get_object().get_data()
    metadata = StreamObject()
    metadata._data = re.sub(rb"(<xmpMM:InstanceID>uuid:)[^<]*", lambda m: m[1] + _identifier(packet, way), packet)
    metadata.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    catalog[NameObject("/Metadata")] = writer._add_object(metadata)
    information = trailer["/Info"].get_object()
    writer._info = DictionaryObject({NameObject(key): information[key] for key in information})
    first = trailer["/ID"].get_object()[0]
    second = hashlib.md5(packet + way.encode(), usedforsecurity=False).digest()
    writer._ID = ArrayObject([first.clone(writer), ByteStringObject(second)])


def _identifier(packet: bytes, way: Way) -> bytes:
    """The identifier of the imposed state of a document."""
    return str(uuid5(NAMESPACE_URL, hashlib.sha256(packet + way.encode()).hexdigest())).encode()

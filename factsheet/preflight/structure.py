"""The bytes of a file: how it begins and ends, whether its parts are where it says, how its data are packed."""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning

_SAVE_AGAIN = "save the file again with the program that made it"


def header(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-01: the version at the very beginning, then a comment that shows that the file is not plain text."""
    if not re.match(rb"%PDF-1\.[0-7][\r\n]", opened.data[:12]):
        yield error(
            "B-01",
            "the file does not begin with the version of PDF",
            found=repr(opened.data[:9])[2:-1],
            limit="%PDF-1.n",
            hint=_SAVE_AGAIN,
        )
        return
    second = re.match(rb"[^\r\n]+(?:\r\n|\r|\n)%([^\r\n]*)", opened.data[:200])
    if second is None or sum(byte > 127 for byte in second[1]) < 4:
        yield error("B-01", "the second line does not show that the file is binary", hint=_SAVE_AGAIN)


def identifier(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-02."""
    halves = [opened.resolve(half) for half in opened.array(opened.get(opened.trailer, "ID"))]
    sizes = [len(half) for half in halves if isinstance(half, bytes | str)]
    if len(halves) != 2 or len(sizes) != 2 or not all(sizes):
        yield error("B-02", "the file has no identifier (ID) of two parts", thing="trailer", hint=_SAVE_AGAIN)


def encryption(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-03."""
    if "/Encrypt" in opened.trailer:
        yield error("B-03", "the file is encrypted", thing="trailer", hint="save it without a password or restrictions")


def ending(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-04."""
    if not re.search(rb"%%EOF(\r\n|\r|\n)?\Z", opened.data[-16:]):
        tail = opened.data.rpartition(b"%%EOF")
        found = f"{len(tail[2])} bytes after it" if tail[1] else "no %%EOF"
        yield error(
            "B-04", "the file does not end with %%EOF and at most one end of line", found=found, hint=_SAVE_AGAIN
        )


def whole(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-05: cross-reference offsets and stream lengths."""
    rows = _rows(opened)
    if isinstance(rows, str):
        yield error("B-05", rows, hint=_SAVE_AGAIN)
        return
    for (number, generation), offset in sorted(rows.items()):
        if not re.match(rb"\s*%d\s+%d\s+obj\b" % (number, generation), opened.data[offset : offset + 40]):
            message = f"the cross-reference says that object {number} is at byte {offset}, where it is not"
            yield error("B-05", message, thing=f"{number} {generation}", hint=_SAVE_AGAIN)
    yield from _lengths(opened, rows)


def _lengths(opened: Opened, rows: dict[tuple[int, int], int]) -> Iterator[Hit]:
    """Streams whose data do not end where their length says."""
    for (number, generation), offset in sorted(rows.items()):
        label = f"{number} {generation}"
        thing = opened.objects.get(label)
        if not isinstance(thing, StreamObject):
            continue
        start = re.compile(rb"stream(\r\n|\n|\r)").search(opened.data, offset)
        length = _length(opened, offset, start.start() if start else offset)
        if start is None or length is None:
            continue
        after = opened.data[start.end() + length : start.end() + length + 20]
        if not re.match(rb"(\r\n|\n|\r)?endstream", after):
            message = f"the data of object {number} do not end after the {length} bytes that it says"
            yield error("B-05", message, thing=label, hint=_SAVE_AGAIN)


def _length(opened: Opened, start: int, end: int) -> int | None:
    """The length that the dictionary of a stream says, as it is written: pypdf mends it while it reads."""
    found = re.findall(rb"/Length\s+(\d+)(\s+(\d+)\s+R)?", opened.data[start:end])
    if not found:
        return None
    value, indirect, _ = found[-1]
    if not indirect:
        return int(value)
    thing = opened.objects.get(f"{int(value)} 0")
    return int(thing) if isinstance(thing, int) else None


def _rows(opened: Opened) -> dict[tuple[int, int], int] | str:
    """Where each object is said to be, newest first; or what is wrong with the cross-reference."""
    data = opened.data
    start = re.findall(rb"startxref\s+(\d+)", data[-2048:])
    if not start:
        return "the file does not say where its cross-reference is"
    rows: dict[tuple[int, int], int] = {}
    freed: set[int] = set()
    waiting, seen = [int(start[-1])], set()
    while waiting:
        at = waiting.pop(0)
        if at in seen:
            return "the cross-reference goes round in circles"
        seen.add(at)
        if re.match(rb"\s*xref\b", data[at : at + 20]):
            section = _table(data, at)
        elif re.match(rb"\s*\d+\s+\d+\s+obj\b", data[at : at + 30]):
            section = _stream(opened, at)
        else:
            return f"the cross-reference is said to be at byte {at}, where it is not"
        if section is None:
            return "the cross-reference is damaged"
        found, gone, further = section
        known = {number for number, _ in rows} | freed
        rows |= {key: offset for key, offset in found.items() if key[0] not in known}
        freed |= {number for number in gone if number not in known}
        waiting += further
    return rows


_Section = tuple[dict[tuple[int, int], int], set[int], list[int]]


def _table(data: bytes, at: int) -> _Section | None:
    """A classic table: its objects, those that are free, and what comes before it (ISO 32000-1, 7.5.4)."""
    position = data.index(b"xref", at) + 4
    found: dict[tuple[int, int], int] = {}
    free: set[int] = set()
    while head := re.compile(rb"\s*(\d+)[ ]+(\d+)[ \r\n]+").match(data, position):
        first, count = int(head[1]), int(head[2])
        position = head.end()
        if count > 1_000_000:
            return None
        for number in range(first, first + count):
            row = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n| ?\r?\n?)").match(data, position)
            if row is None:
                return None
            position = row.end()
            if row[3] == b"n":
                found[number, int(row[2])] = int(row[1])
            else:
                free.add(number)
    trailer = re.compile(rb"\s*trailer\s*<<").match(data, position)
    if trailer is None:
        return None
    end = data.find(b"startxref", position)
    said = data[position : end if end > 0 else position + 4096]
    further = [int(value) for value in re.findall(rb"/(?:XRefStm|Prev)\s+(\d+)", said)]
    return found, free, further


def _stream(opened: Opened, at: int) -> _Section | None:
    """A cross-reference stream: what is in the file itself, not in other streams (7.5.8)."""
    number = int(opened.data[at : at + 30].split()[0])
    thing = next((opened.objects[k] for k in (f"{number} 0",) if k in opened.objects), None)
    data = opened.stream(thing)
    if data is None or not isinstance(thing, DictionaryObject):
        return None
    widths = [int(opened.number(w)) for w in opened.array(opened.get(thing, "W"))]
    if len(widths) != 3 or not 0 < sum(widths) < 40:
        return None
    index = [int(opened.number(v)) for v in opened.array(opened.get(thing, "Index"))]
    index = index or [0, int(opened.number(opened.get(thing, "Size")))]
    found: dict[tuple[int, int], int] = {}
    free: set[int] = set()
    position = 0
    for first, count in zip(index[::2], index[1::2], strict=False):
        for n in range(first, first + min(count, len(data))):
            row = data[position : position + sum(widths)]
            if len(row) < sum(widths):
                return None
            position += sum(widths)
            kind = int.from_bytes(row[: widths[0]], "big") if widths[0] else 1
            second = int.from_bytes(row[widths[0] : widths[0] + widths[1]], "big")
            third = int.from_bytes(row[widths[0] + widths[1] :], "big")
            if kind == 1:
                found[n, third] = second
            else:
                free.add(n)
    previous = opened.get(thing, "Prev")
    return found, free, [int(opened.number(previous))] if previous is not None else []


def outside(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-06."""
    for label, thing in opened.objects.items():
        if not isinstance(thing, StreamObject):
            continue
        for key in ("F", "FFilter", "FDecodeParms"):
            if "/" + key in thing:
                yield error(
                    "B-06",
                    "the data of a stream lie outside the file",
                    thing=label,
                    found=f"/{key}",
                    hint="embed what is linked, and save again",
                )
        if opened.name(opened.get(thing, "Subtype")) == "Form" and "/Ref" in thing:
            yield error(
                "B-06",
                "a page of another file is shown",
                thing=label,
                found="/Ref",
                hint="embed what is linked, and save again",
            )


def version(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-01."""
    most = (1, 4) if context.x1a else (1, 6)
    said = opened.name(opened.get(opened.catalog, "Version"))
    own = re.fullmatch(r"(\d)\.(\d)", said)
    limit = f"{most[0]}.{most[1]}"
    if opened.version > most or (not context.x1a and opened.version != most):
        found = f"{opened.version[0]}.{opened.version[1]}"
        yield error(
            "X-01",
            f"the file is PDF {found}; the standard asks for PDF {limit}",
            thing="header",
            found=found,
            limit=limit,
            hint=f"export it as {context.standard_name}",
        )
    elif own is not None and (int(own[1]), int(own[2])) > most:
        yield error(
            "X-01",
            f"the catalogue says PDF {said}; the standard asks for PDF {limit}",
            thing="catalogue",
            found=said,
            limit=limit,
            hint=f"export it as {context.standard_name}",
        )


def streams_of_objects(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-04."""
    if not context.x1a:
        return
    for label, thing in opened.objects.items():
        if _holds_objects(opened, thing):
            kind = opened.name(opened.get(thing, "Type"))
            what = "a cross-reference stream" if kind == "XRef" else "an object stream"
            yield error("X-04", f"there is {what}", thing=label, found=f"/{kind}", hint="export it as PDF/X-1a:2003")


def _holds_objects(opened: Opened, thing: Any) -> bool:
    return isinstance(thing, StreamObject) and opened.name(opened.get(thing, "Type")) in ("XRef", "ObjStm")


def packing(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-07."""
    packed = [(label, thing) for label, thing in opened.objects.items() if _holds_objects(opened, thing)]
    for label, thing in [*opened.dictionaries(), *packed]:
        for name in opened.filters(thing) if isinstance(thing, StreamObject) else ():
            yield from _filter(name, label, context)


def _filter(name: str, label: str, context: Context) -> Iterator[Hit]:
    if name == "Crypt":
        yield error("X-07", "data are encrypted", thing=label, found=name, hint="save without encryption")
    elif name in ("LZWDecode", "LZW"):
        make = error if context.x1a else warning
        yield make("X-07", "data are packed with LZW", thing=label, found=name, limit="Flate", hint=_SAVE_AGAIN)
    elif context.x1a and name in ("JPXDecode", "JBIG2Decode"):
        what = "JPEG 2000" if name == "JPXDecode" else "JBIG2"
        yield error(
            "X-07",
            f"a picture is packed with {what}",
            thing=label,
            found=name,
            limit="JPEG or Flate",
            hint="export it as PDF/X-1a:2003",
        )


JUDGES = (
    (("B-01",), header),
    (("B-02",), identifier),
    (("B-03",), encryption),
    (("B-04",), ending),
    (("B-05",), whole),
    (("B-06",), outside),
    (("X-01",), version),
    (("X-04",), streams_of_objects),
    (("X-07",), packing),
)

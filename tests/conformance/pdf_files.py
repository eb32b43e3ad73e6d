"""PDF as named objects, and their bytes: a writer for tests that shares nothing with the one under test."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Raw(bytes):
    """Bytes that are written as they stand."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to the object of that name."""

    to: str


@dataclass(slots=True)
class Stream:
    """A stream: its data are compressed in the file, unless ``plain`` or ``head`` names a filter.

    Attributes:
        head: Its dictionary; ``Length`` is added, unless it is there.
        data: What it holds.
        plain: Whether the data go into the file as they are.
    """

    head: dict[str, Any]
    data: bytes
    plain: bool = False


@dataclass(slots=True)
class File:
    """A file before it is written.

    Attributes:
        objects: The objects by name, in the order of their numbers from 1.
        trailer: The trailer; ``Size`` is added.
        version: The version in the header.
        before: What stands before the header.
        comment: The second line.
        packed: The objects that go into an object stream; any at all: the table is a cross-reference stream.
        table: ``classic`` or ``stream``.
    """

    objects: dict[str, Any]
    trailer: dict[str, Any]
    version: str = "1.6"
    before: bytes = b""
    comment: bytes = b"%\xe2\xe3\xcf\xd3\n"
    packed: tuple[str, ...] = ()
    table: str = "classic"
    numbers: dict[str, int] = field(init=False, default_factory=dict)


def write(file: File) -> bytes:
    """The bytes of ``file``, with a right table of cross-references."""
    file.numbers = {name: number for number, name in enumerate(file.objects, 1)}
    out = bytearray(file.before + b"%PDF-" + file.version.encode() + b"\n" + file.comment)
    offsets: dict[int, int] = {}
    for name, thing in file.objects.items():
        if name not in file.packed:
            offsets[file.numbers[name]] = len(out)
            out += _object(file, file.numbers[name], thing)
    end = _table_stream(file, out, offsets) if file.packed or file.table == "stream" else _table(file, out, offsets)
    out += b"startxref\n%d\n%%%%EOF\n" % end
    return bytes(out)


def written(thing: Any, numbers: Mapping[str, int]) -> bytes:
    """A value in the syntax of PDF (ISO 32000-1, 7.3)."""
    match thing:
        case Raw():
            return bytes(thing)
        case None:
            return b"null"
        case bool():
            return b"true" if thing else b"false"
        case Ref():
            return b"%d 0 R" % numbers[thing.to]
        case Name():
            return b"/" + thing.encode()
        case str():
            return _string(thing.encode("latin-1"))
        case bytes():
            return b"<" + thing.hex().encode() + b">"
        case int() | float():
            return number(thing)
        case list() | tuple():
            return b"[" + b" ".join(written(part, numbers) for part in thing) + b"]"
        case dict():
            pairs = (b"/" + key.encode() + b" " + written(value, numbers) for key, value in thing.items())
            return b"<< " + b" ".join(pairs) + b" >>"
    raise TypeError(type(thing))


def number(value: float) -> bytes:
    """A number with four decimal places at most."""
    return f"{value:.4f}".rstrip("0").rstrip(".").encode() if isinstance(value, float) else b"%d" % value


def _string(data: bytes) -> bytes:
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data + b")"


def _object(file: File, at: int, thing: Any) -> bytes:
    body = _stream(thing, file.numbers) if isinstance(thing, Stream) else written(thing, file.numbers)
    return b"%d 0 obj\n%s\nendobj\n" % (at, body)


def _stream(stream: Stream, numbers: Mapping[str, int]) -> bytes:
    head, data = dict(stream.head), stream.data
    if not stream.plain and "Filter" not in head:
        head["Filter"], data = Name("FlateDecode"), zlib.compress(data, 9)
    head.setdefault("Length", len(data))
    return b"%s\nstream\n%s\nendstream" % (written(head, numbers), data)


def _table(file: File, out: bytearray, offsets: Mapping[int, int]) -> int:
    """The classic table and the trailer (7.5.4, 7.5.5); where the table begins."""
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    for at in sorted(offsets):
        out += b"%010d 00000 n \n" % offsets[at]
    out += b"trailer\n" + written({"Size": len(offsets) + 1, **file.trailer}, file.numbers) + b"\n"
    return start


def _table_stream(file: File, out: bytearray, offsets: dict[int, int]) -> int:
    """An object stream, where anything is packed, and a cross-reference stream (7.5.7, 7.5.8)."""
    total = len(file.objects)
    if file.packed:
        total += 1
        offsets[total] = len(out)
        out += _object(file, total, _object_stream(file))
    table, start = total + 1, len(out)
    offsets[table] = start
    places = {file.numbers[name]: (2, total, index) for index, name in enumerate(file.packed)}
    places |= {at: (1, offset, 0) for at, offset in offsets.items()}
    rows = b"".join(_row(*places[at]) for at in sorted(places))
    head = {"Type": Name("XRef"), "W": [1, 4, 2], "Size": table + 1, **file.trailer}
    out += _object(file, table, Stream(head, _row(0, 0, 65535) + rows))
    return start


def _row(kind: int, where: int, index: int) -> bytes:
    return bytes([kind]) + where.to_bytes(4, "big") + index.to_bytes(2, "big")


def _object_stream(file: File) -> Stream:
    bodies = [written(file.objects[name], file.numbers) + b"\n" for name in file.packed]
    starts = [sum(map(len, bodies[:index])) for index in range(len(bodies))]
    pairs = zip((file.numbers[name] for name in file.packed), starts, strict=True)
    index = b" ".join(b"%d %d" % pair for pair in pairs) + b"\n"
    head = {"Type": Name("ObjStm"), "N": len(bodies), "First": len(index)}
    return Stream(head, index + b"".join(bodies))


def lzw(data: bytes) -> bytes:
    """``data`` in the code of LZWDecode (7.4.4): literals only, the table cleared before its codes grow."""
    return _packed_bits(code for at in range(0, len(data), 250) for code in (256, *data[at : at + 250]))


def _packed_bits(codes: Iterator[int]) -> bytes:
    bits = "".join(f"{code:09b}" for code in (*codes, 257))
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")

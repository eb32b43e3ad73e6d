"""Content streams as operators with their operands (ISO 32000-1, 7.8.2), read by us: fast, and strict about slips."""

import re
from collections.abc import Iterator
from typing import Any


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Odd(bytes):
    """A string in hexadecimal with an odd number of digits: readers take a zero for the last."""

    __slots__ = ()


class Slip(str):
    """Something that is no syntax of PDF, told in words; it stands in place of an operator."""

    __slots__ = ()


Operation = tuple[str, list[Any]]

_ALL = (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re "
    "RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)
OPERATORS = frozenset(_ALL.split())
"""The operators of ISO 32000-1, annex A."""

_TOKEN = re.compile(
    rb"(?P<space>[\0\t\n\f\r ]+|%[^\r\n]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>\[\]{}/%]|\Z))"
    rb"|(?P<hex><[0-9A-Fa-f\0\t\n\f\r ]*>)"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<open>\[)|(?P<close>\])|(?P<dict><<)|(?P<end>>>)|(?P<string>\()"
    rb"|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)|(?P<other>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_MEANT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_BLANK = re.compile(rb"[\0\t\n\f\r ]+")


def operations(data: bytes) -> Iterator[Operation]:  # noqa: PLR0912, PLR0915 - one loop over all kinds of token
    """The operators in ``data``, each after its operands; a ``Slip`` where there is something that can't be read."""
    stack: list[list[Any]] = [[]]
    kinds: list[str] = []
    at, end = 0, len(data)
    match = _TOKEN.match
    while at < end:
        token = match(data, at)
        assert token is not None
        at = token.end()
        kind = token.lastgroup
        if kind == "space":
            continue
        if kind == "number":
            text = token[0]
            stack[-1].append(int(text) if b"." not in text and len(text) <= _DIGITS else _bounded(float(text)))
        elif kind == "hex":
            stack[-1].append(_hex(token[0]))
        elif kind == "name":
            stack[-1].append(_name(token["name"]))
        elif kind in ("open", "dict"):
            kinds.append(kind)
            stack.append([])
        elif kind in ("close", "end"):
            if not kinds or (kinds[-1] == "open") != (kind == "close"):
                yield Slip(f"a {token[0].decode()} that closes nothing"), []
                continue
            kinds.pop()
            inner = stack.pop()
            stack[-1].append(inner if kind == "close" else _dictionary(inner))
        elif kind == "string":
            text, at = _string(data, at)
            stack[-1].append(text)
        elif kind == "word":
            word = token[0].decode("latin-1")
            if word in _CONSTANTS:
                stack[-1].append(_CONSTANTS[word])
                continue
            if kinds:
                yield Slip(f"“{word[:20]}” inside an array or dictionary"), []
                if word not in OPERATORS:
                    continue
                kinds.clear()  # what follows is painted all the same, so it is read
            if word == "BI":
                image, at, whole = _inline(data, at)
                yield "BI", [image]
                if not whole:
                    yield Slip("an inline image that never ends"), []
            else:
                yield word, stack[0]
            stack = [[]]
        else:
            yield Slip(f"a stray {token[0].decode('latin-1')!r}"), []
    if kinds:
        yield Slip("an array or dictionary that never ends"), []
    elif stack[0]:
        yield Slip("operands without an operator"), []


_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None}
_DIGITS = 20
_MOST = 3.4e38
"""The largest number that readers must know (annex C)."""


def _bounded(value: float) -> float:
    return max(-_MOST, min(_MOST, value))


def _hex(text: bytes) -> bytes:
    digits = _BLANK.sub(b"", text[1:-1])
    return Odd(bytes.fromhex((digits + b"0").decode())) if len(digits) % 2 else bytes.fromhex(digits.decode())


def _name(text: bytes) -> Name:
    if b"#" in text:
        text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes((int(m[1], 16),)), text)
    return Name(text.decode("utf-8", "replace"))


def _dictionary(items: list[Any]) -> dict[str, Any]:
    return {str(key): value for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, Name)}


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A literal string whose parenthesis opened before ``at``, and where it ends."""
    depth, start = 1, at
    for found in re.compile(rb"\\.|[()]", re.DOTALL).finditer(data, at):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if not depth:
                return _unescaped(data[start : found.start()]), found.end()
    return _unescaped(data[start:]), len(data)


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text

    def meant(found: "re.Match[bytes]") -> bytes:
        said: bytes = found[1]
        return bytes((int(said, 8) & 255,)) if said[:1].isdigit() and said[:1] < b"8" else _MEANT.get(said, said)

    return _ESCAPE.sub(meant, text)


_HEAD = re.compile(rb"(?<=[\0\t\n\f\r \])>])ID[\0\t\n\f\r ]")
_TAIL = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")
_CLOSE_TAIL = re.compile(rb"EI(?=[\0\t\n\f\r ]|\Z)")
"""Some writers put nothing before EI."""


def _inline(data: bytes, at: int) -> tuple[dict[str, Any], int, bool]:
    """The dictionary of an inline image, where the image ends, and whether it does (8.9.7)."""
    head = _HEAD.search(data, at)
    if head is None:
        return {}, len(data), False
    items: list[Any] = []
    for operator, operands in operations(data[at : head.start()] + b" n"):
        if operator == "n":
            items = operands
    image = _dictionary(items)
    first, surely = head.end() - 1, head.end() - 1 + _least(image)
    for tail, start in ((_TAIL, surely), (_CLOSE_TAIL, surely), (_TAIL, first)):
        end = _end(data, tail, start)
        if end:
            return image, end, True
    return image, len(data), False


def _end(data: bytes, tail: "re.Pattern[bytes]", start: int) -> int:
    """Where an inline image ends that has no end before ``start``; 0 where it has none."""
    found = tail.search(data, start)
    while found is not None and not _plain(data[found.end() : found.end() + 12]):
        found = tail.search(data, found.end())
    return found.end() if found else 0


_COMPONENTS = {"G": 1, "DeviceGray": 1, "RGB": 3, "DeviceRGB": 3, "CMYK": 4, "DeviceCMYK": 4}


def _least(image: dict[str, Any]) -> int:
    """How many bytes the pixels of an inline image surely take; 0 where that is not known."""
    said = [image.get(short, image.get(long)) for short, long in (("W", "Width"), ("H", "Height"))]
    width, height = (value if isinstance(value, int) and 0 < value < 1 << 20 else 0 for value in said)
    if image.get("F", image.get("Filter")):
        return 0
    bits, space = image.get("BPC", image.get("BitsPerComponent", 8)), image.get("CS", image.get("ColorSpace"))
    if image.get("IM", image.get("ImageMask")):
        bits, count = 1, 1
    else:
        count = 1 if isinstance(space, list) else _COMPONENTS.get(str(space), 1)
    return (width * count * bits + 7) // 8 * height if bits in (1, 2, 4, 8, 16) else 0


def _plain(after: bytes) -> bool:
    """Whether ``after`` looks like operators, not like pixels in which EI stands by chance."""
    return all(byte in b"\t\n\f\r " or 32 < byte < 127 for byte in after)

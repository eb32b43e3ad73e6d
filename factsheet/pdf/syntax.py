"""PDF syntax: numbers, strings, names, finished objects (ISO 32000-1, 7.3)."""

from reportlab.pdfbase.pdfdoc import PDFObject


def number(value: float) -> str:
    """``value`` with at most two decimals: a point has more than enough of them."""
    text = f"{value:.2f}"
    if text[-1] != "0":
        return text
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def text_string(text: str) -> bytes:
    """``text`` as a text string: ASCII in parentheses, all else as UTF-16 in hexadecimal (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return b"(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def name(text: str) -> bytes:
    """``text`` as a name: UTF-8, what is no regular character in hexadecimal (7.3.5)."""
    plain = b"!$&*+,-.:;=?@^_`|~'\""
    return b"/" + b"".join(
        bytes((byte,)) if bytes((byte,)).isalnum() or byte in plain else b"#%02X" % byte for byte in text.encode()
    )


def rectangle(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rectangle by two corners."""
    return f"[{number(x0)} {number(y0)} {number(x1)} {number(y1)}]"


class Raw(PDFObject):  # type: ignore[misc]
    """An object that is finished PDF syntax already; it may be written after it was referred to."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        """The object ``content``."""
        self.content = content

    def format(self, document: object) -> bytes:
        """The syntax."""
        return self.content


class Stream(PDFObject):  # type: ignore[misc]
    """A stream whose data are encoded already; ``entries`` is the inside of its dictionary without ``Length``."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: bytes) -> None:
        """The stream of ``data``."""
        self.data, self.entries = data, entries

    def format(self, document: object) -> bytes:
        """The syntax, with an end of line before ``endstream`` (ISO 19005-2, 6.1.7.1)."""
        return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (self.entries, len(self.data), self.data)

"""A metadata packet, read as XML (ISO 16684-1): its properties by namespace and name, and what is wrong with it."""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Xmp:
    """A packet.

    Attributes:
        present: Whether there is one at all.
        fault: What is wrong with it as a packet; "" where nothing is.
        values: The values of each property, by ``{namespace}name``; x-default first.
        languages: The languages of those values, where they are told.
        root: The packet as XML; None where it is none.
    """

    present: bool
    fault: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    languages: dict[str, list[str]] = field(default_factory=dict)
    root: ElementTree.Element | None = None

    def only_default(self, prefix: str, name: str) -> bool:
        """Whether no language but x-default is told for a property."""
        return set(self.languages.get(f"{{{SPACES[prefix]}}}{name}", [])) <= {"x-default"}

    def all(self, prefix: str, name: str) -> list[str]:
        """The values of a property."""
        return self.values.get(f"{{{SPACES[prefix]}}}{name}", [])

    def one(self, prefix: str, name: str) -> str:
        """The first value of a property; "" where it has none."""
        return next(iter(self.all(prefix, name)), "")


def parsed(data: bytes | None) -> Xmp:
    """The packet in ``data``."""
    if data is None:
        return Xmp(False)
    head = re.search(rb"<\?xpacket\s+begin=(\"[^\"]*\"|'[^']*')([^>]*)\?>", data)
    fault = ""
    if head is None or b"W5M0MpCehiHzreSzNTczkc9d" not in head[2]:
        fault = "it is not a packet: the line <?xpacket begin=…?> is missing"
    elif re.search(rb"\b(bytes|encoding)\s*=", head[2]):
        fault = "the head of the packet has the attribute bytes or encoding"
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return Xmp(True, "it is not plain XML")
    try:
        root = ElementTree.fromstring(data.decode("utf-8").strip("\0 \n\r\t\ufeff"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
        return Xmp(True, "it is not well-formed XML in UTF-8")
    values: dict[str, list[str]] = {}
    languages: dict[str, list[str]] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            if not name.startswith(_RDF):
                values.setdefault(name, []).append(value)
        for element in description:
            values.setdefault(element.tag, []).extend(_values(element))
            told = [item.get(_LANG, "") for item in element.iter(f"{_RDF}li")]
            languages.setdefault(element.tag, []).extend(filter(None, told))
    return Xmp(True, fault, values, languages, root)


def _values(element: ElementTree.Element) -> list[str]:
    """What a property says: its items, x-default first; or its text."""
    items = list(element.iter(f"{_RDF}li"))
    if items:
        items.sort(key=lambda item: item.get(_LANG, "") != "x-default")
        return [(item.text or "").strip() for item in items]
    return [(element.text or "").strip()]

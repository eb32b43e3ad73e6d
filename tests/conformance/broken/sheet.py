"""Two correct files, in pieces that a variant may change before they are written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.conformance.broken.faces import codes, font_objects
from tests.conformance.pdf_files import File, Name, Raw, Ref, Stream, number, write

PROFILE = Path(__file__).parents[3] / "factsheet/design/profiles/fogra39-coated.icc"
CMYK = Name("DeviceCMYK")
MEDIA = [0, 0, 476, 651]
TRIM = [28, 28, 448, 623]
BLEED = [19.496, 19.496, 456.504, 631.504]
"""3 mm beyond the trim."""

CONTENT: dict[str, bytes] = {
    "ground": b"q /Plain gs 0.4 0.1 0 0 k 19.496 423 437.008 208.504 re f Q",
    "picture": b"q 72 0 0 72 60 300 cm /Picture Do Q",
    "panel": b"q /Half gs 0 0.2 0.6 0 k 160 300 80 72 re f Q",
    "form": b"q 1 0 0 1 260 300 cm /Form Do Q",
    "rule": b"q /Black gs 0 0 0 1 K 0.5 w 60 280 m 400 280 l S Q",
}
FORM = b"/Black gs 0 0.3 0.5 0 k 0 0 80 72 re f 0 0 0 1 k BT /Text 10 Tf 10 30 Td " + codes("In a form") + b" Tj ET"


def words(
    text: str = "Wells were repaired", *, size: float = 10, ink: bytes = b"0 0 0 1 k", state: str = "Black",
    at: tuple[float, float] = (60, 450),
) -> bytes:  # fmt: skip
    """The operators that show ``text``; as it is, 10 pt, black and overprinting, on the ground."""
    place = number(float(at[0])) + b" " + number(float(at[1]))
    font = b"/Text " + number(float(size)) + b" Tf "
    return b"q /%s gs %s BT %s %s Td %s Tj ET Q" % (state.encode(), ink, font, place, codes(text))


PAPER = (60.0, 240.0)
"""A place where nothing lies beneath."""


@dataclass
class Sheet:
    """A file of one page, in pieces.

    Attributes:
        objects: The objects by name.
        content: The operators of the page, in pieces, in order.
        xmp: The properties of the packet: by name, their values.
        spaces: The namespaces of the packet, by prefix.
        packet: What the whole packet becomes on its way into the file.
        file: What else is said of the file; its objects are put in when it is written.
    """

    objects: dict[str, Any]
    content: dict[str, bytes]
    xmp: dict[str, str]
    spaces: dict[str, str]
    packet: Callable[[str], str] = str
    file: File = field(default_factory=lambda: File({}, {"Root": Ref("catalog"), "Info": Ref("info")}))

    def __getitem__(self, name: str) -> dict[str, Any]:
        """An object, or the dictionary of a stream."""
        thing = self.objects[name]
        found: dict[str, Any] = thing.head if isinstance(thing, Stream) else thing
        return found

    def resource(self, kind: str, name: str, thing: Any) -> None:
        """Name something in the resources of the page."""
        self["page"]["Resources"].setdefault(kind, {})[name] = thing

    def paint(self, content: bytes, name: str = "more") -> None:
        """Put another piece on the page, within ``q`` and ``Q``."""
        self.content[name] = b"q " + content + b" Q"

    def pdf(self) -> bytes:
        """The file."""
        self.objects["content"].data = b"\n".join(self.content.values()) + b"\n"
        if "metadata" in self.objects:
            self.objects["metadata"].data = self.packet(xmp_packet(self.xmp, self.spaces)).encode()
        self.file.objects = self.objects
        return write(self.file)


def x4() -> Sheet:
    """A correct PDF/X-4, with a picture, a transparent panel, a form and bookmarks."""
    sheet = Sheet({**_base(), **font_objects()}, _content(), _xmp(), dict(SPACES))
    sheet.file.trailer["ID"] = [b"0123456789abcdef", b"fedcba9876543210"]
    return sheet


def x1a() -> Sheet:
    """A correct PDF/X-1a:2003: the same without transparency."""
    sheet = x4()
    sheet.file.version = "1.4"
    sheet["info"]["GTS_PDFXVersion"] = "PDF/X-1a:2003"
    sheet.xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-1a:2003"
    del sheet["page"]["Group"], sheet["page"]["Resources"]["ExtGState"]["Half"]
    sheet.content["panel"] = b"q /Plain gs 0 0.1 0.3 0 k 160 300 80 72 re f Q"
    return sheet


SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}


def _content() -> dict[str, bytes]:
    heading = words("Clean water", size=24, ink=b"0 0 0 0 k", state="Plain", at=(60, 500))
    return {**CONTENT, "heading": heading, "text": words(), "paper": words(at=(60, 240))}


def _base() -> dict[str, Any]:
    return {
        "catalog": {
            "Type": Name("Catalog"), "Pages": Ref("pages"), "Metadata": Ref("metadata"), "Outlines": Ref("outlines"),
            "OutputIntents": [Ref("intent")],
        },
        "pages": {"Type": Name("Pages"), "Kids": [Ref("page")], "Count": 1},
        "page": {
            "Type": Name("Page"), "Parent": Ref("pages"), "MediaBox": MEDIA, "TrimBox": TRIM, "BleedBox": BLEED,
            "Group": {"S": Name("Transparency"), "CS": Name("DeviceCMYK")}, "Contents": Ref("content"),
            "Resources": {
                "Font": {"Text": Ref("font")}, "XObject": {"Picture": Ref("picture"), "Form": Ref("form")},
                "ExtGState": {"Black": Ref("black"), "Plain": Ref("plain"), "Half": Ref("half")},
            },
        },
        "content": Stream({}, b""),
        "black": {"Type": Name("ExtGState"), "OP": True, "op": True, "OPM": 1},
        "plain": {"Type": Name("ExtGState"), "OP": False, "op": False},
        "half": {"Type": Name("ExtGState"), "ca": 0.5, "CA": 0.5, "BM": Name("Normal")},
        "picture": Stream(image_head(300, 300), pixels()),
        "form": Stream({
            "Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 80, 72],
            "Resources": {"Font": {"Text": Ref("font")}, "ExtGState": {"Black": Ref("black")}},
        }, FORM),
        "outlines": {"Type": Name("Outlines"), "First": Ref("bookmark"), "Last": Ref("bookmark"), "Count": 1},
        "bookmark": {"Title": "Clean water", "Parent": Ref("outlines"), "Dest": [Ref("page"), Name("Fit")]},
        "intent": {
            "Type": Name("OutputIntent"), "S": Name("GTS_PDFX"), "OutputConditionIdentifier": "FOGRA39",
            "RegistryName": "http://www.color.org", "Info": "Coated FOGRA39", "DestOutputProfile": Ref("profile"),
        },
        "profile": Stream({"N": 4}, PROFILE.read_bytes()),
        "metadata": Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, b"", plain=True),
        "info": {
            "Title": "Clean water", "Author": "Water Office", "Subject": "Wells in the Gobi",
            "Keywords": "wells, water", "Creator": "Typewriter", "Producer": "Press 1",
            "CreationDate": "D:20260102030405+01'00'", "ModDate": "D:20260102030405+01'00'", "Trapped": Name("False"),
        },
    }  # fmt: skip


def image_head(width: int, height: int, space: Any = CMYK, bits: int = 8) -> dict[str, Any]:
    """The dictionary of an image."""
    return {"Type": Name("XObject"), "Subtype": Name("Image"), "Width": width, "Height": height,
            "ColorSpace": space, "BitsPerComponent": bits}  # fmt: skip


@cache
def pixels() -> bytes:
    """300 × 300 pixels of CMYK: nowhere more than 150 % of ink."""
    return bytes(value for y in range(300) for x in range(300) for value in (x // 2, y // 3, 40, (x + y) // 20))


def _xmp() -> dict[str, str]:
    date = "2026-01-02T03:04:05+01:00"
    return {
        "dc:title": "Clean water", "dc:creator": "Water Office", "dc:description": "Wells in the Gobi",
        "dc:format": "application/pdf", "xmp:CreateDate": date, "xmp:ModifyDate": date, "xmp:MetadataDate": date,
        "xmp:CreatorTool": "Typewriter", "pdf:Producer": "Press 1", "pdf:Keywords": "wells, water",
        "pdf:Trapped": "False", "xmpMM:DocumentID": "uuid:6b1f5a3e-0000-4000-8000-000000000001",
        "xmpMM:InstanceID": "uuid:6b1f5a3e-0000-4000-8000-000000000002", "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default", "pdfxid:GTS_PDFXVersion": "PDF/X-4",
    }  # fmt: skip


_CONTAINERS = {"dc:title": "Alt", "dc:description": "Alt", "dc:creator": "Seq"}


def xmp_packet(properties: dict[str, str], spaces: dict[str, str]) -> str:
    """A packet (XMP part 1, 7.3.2) with ``properties``."""
    said = "\n".join(_property(name, escape(value)) for name, value in properties.items())
    prefixes = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {prefixes}>\n{said}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    )


def _property(name: str, value: str) -> str:
    kind = _CONTAINERS.get(name)
    if kind:
        language = ' xml:lang="x-default"' if kind == "Alt" else ""
        value = f"<rdf:{kind}><rdf:li{language}>{value}</rdf:li></rdf:{kind}>"
    return f"<{name}>{value}</{name}>"


def raw(text: str) -> Raw:
    """A value as it is written in a file."""
    return Raw(text.encode("latin-1"))

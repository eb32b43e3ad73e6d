"""A correct file for screens, PDF/UA-1 and PDF/A-2a at once, in pieces that a variant may change."""

from pathlib import Path
from typing import Any

from tests.conformance.broken.faces import codes, font_objects
from tests.conformance.broken.sheet import SPACES, Sheet
from tests.conformance.pdf_files import File, Name, Raw, Ref, Stream

SRGB = Path(__file__).parents[3] / "factsheet/design/profiles/srgb.icc"

PIECES = ("h1", "p", "link", "label", "body", "figure", "th-left", "th-right", "th-row", "td", "note")
"""The elements that hold marked content, in the order of its numbers."""

KEYS = len(PIECES)


def shown(text: str, y: int, x: int = 60, size: int = 10) -> bytes:
    """The operators that show ``text`` in black."""
    return b"0 0 0 rg BT /Text %d Tf %d %d Td %s Tj ET" % (size, x, y, codes(text))


def tagged(role: str, number: int, content: bytes) -> bytes:
    """``content`` as marked content ``number``."""
    return b"/%s <</MCID %d>> BDC %s EMC" % (role.encode(), number, content)


def element(role: str, parent: str, *kids: Any, **entries: Any) -> dict[str, Any]:
    """A structure element on the page."""
    return {
        "Type": Name("StructElem"),
        "S": Name(role),
        "P": Ref(parent),
        "Pg": Ref("page"),
        "K": list(kids),
        **entries,
    }


def attributes(owner: str, **entries: Any) -> dict[str, Any]:
    """Attributes of an element."""
    return {"O": Name(owner), **entries}


def screen() -> Sheet:
    """The file."""
    sheet = Sheet({**_base(), **_tree(), **font_objects()}, _content(), _xmp(), _spaces())
    sheet.file = File({}, {"Root": Ref("catalog"), "Info": Ref("info")}, version="1.7")
    sheet.file.trailer["ID"] = [b"0123456789abcdef", b"fedcba9876543210"]
    sheet.packet = declared
    return sheet


def _content() -> dict[str, bytes]:
    grey = b"0.9 0.95 1 rg 0 560 400 90 re f"
    found = {"ground": b"/Artifact <</Type /Background>> BDC " + grey + b" EMC"}
    found["h1"] = tagged("H1", 0, shown("Clean water", 600, size=20))
    found["p"] = tagged("P", 1, shown("Wells were repaired, see", 540))
    found["link"] = tagged("Link", 2, shown("the report", 540, 220))
    found["label"] = tagged("Lbl", 3, shown("1.", 500))
    found["body"] = tagged("LBody", 4, shown("Two wells", 500, 80))
    found["figure"] = tagged("Figure", 5, b"0.1 0.3 0.6 rg 60 400 80 60 re f")
    rows = (("th-left", "Province", 60, 360), ("th-right", "Wells", 160, 360), ("th-row", "Gobi", 60, 340))
    for number, (name, text, x, y) in enumerate(rows, 6):
        found[name] = tagged("TH", number, shown(text, y, x))
    found["td"] = tagged("TD", 9, shown("2", 340, 160))
    found["note"] = tagged("Note", 10, shown("Counted in May", 300))
    return found


def _tree() -> dict[str, Any]:
    column, row = attributes("Table", Scope=Name("Column")), attributes("Table", Scope=Name("Row"))
    box = attributes("Layout", Placement=Name("Block"), BBox=[60, 400, 140, 460])
    return {
        "root": {
            "Type": Name("StructTreeRoot"), "K": [Ref("document")], "ParentTree": Ref("parents"),
            "ParentTreeNextKey": 2,
        },
        "document": {
            "Type": Name("StructElem"), "S": Name("Document"), "P": Ref("root"),
            "K": [Ref(name) for name in ("h1", "p", "list", "figure", "table", "note")],
        },
        "h1": element("H1", "document", 0),
        "p": element("P", "document", 1, Ref("link")),
        "link": element("Link", "p", 2, {"Type": Name("OBJR"), "Obj": Ref("annotation"), "Pg": Ref("page")}),
        "list": element("L", "document", Ref("item"), A=attributes("List", ListNumbering=Name("Decimal"))),
        "item": element("LI", "list", Ref("label"), Ref("body")),
        "label": element("Lbl", "item", 3),
        "body": element("LBody", "item", 4),
        "figure": element("Figure", "document", 5, Alt="A blue well", A=box),
        "table": element("Table", "document", Ref("tr-head"), Ref("tr-row")),
        "tr-head": element("TR", "table", Ref("th-left"), Ref("th-right")),
        "tr-row": element("TR", "table", Ref("th-row"), Ref("td")),
        "th-left": element("TH", "tr-head", 6, A=column),
        "th-right": element("TH", "tr-head", 7, A=column),
        "th-row": element("TH", "tr-row", 8, A=row),
        "td": element("TD", "tr-row", 9),
        "note": element("Note", "document", 10, ID="note-1"),
        "parents": {"Nums": [0, [Ref(name) for name in PIECES], 1, Ref("link")]},
        "annotation": {
            "Type": Name("Annot"), "Subtype": Name("Link"), "Rect": [220, 536, 280, 552], "Border": [0, 0, 0], "F": 4,
            "Contents": "The report on wells", "StructParent": 1,
            "A": {"S": Name("URI"), "URI": "https://example.org/wells"},
        },
    }  # fmt: skip


def _base() -> dict[str, Any]:
    return {
        "catalog": {
            "Type": Name("Catalog"), "Pages": Ref("pages"), "Metadata": Ref("metadata"), "Lang": "en",
            "MarkInfo": {"Marked": True}, "ViewerPreferences": {"DisplayDocTitle": True},
            "StructTreeRoot": Ref("root"), "OutputIntents": [Ref("intent")], "Outlines": Ref("outlines"),
        },
        "pages": {"Type": Name("Pages"), "Kids": [Ref("page")], "Count": 1},
        "page": {
            "Type": Name("Page"), "Parent": Ref("pages"), "MediaBox": [0, 0, 420, 650], "Contents": Ref("content"),
            "StructParents": 0, "Tabs": Name("S"), "Annots": [Ref("annotation")],
            "Resources": {"Font": {"Text": Ref("font")}},
        },
        "content": Stream({}, b""),
        "outlines": {"Type": Name("Outlines"), "First": Ref("bookmark"), "Last": Ref("bookmark"), "Count": 1},
        "bookmark": {"Title": "Clean water", "Parent": Ref("outlines"), "Dest": [Ref("page"), Name("Fit")]},
        "intent": {
            "Type": Name("OutputIntent"), "S": Name("GTS_PDFA1"), "OutputConditionIdentifier": "sRGB",
            "Info": "sRGB IEC61966-2.1", "DestOutputProfile": Ref("profile"),
        },
        "profile": Stream({"N": 3}, SRGB.read_bytes()),
        "metadata": Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, b"", plain=True),
        "info": {"Title": "Clean water", "Producer": "Typewriter"},
    }  # fmt: skip


def _spaces() -> dict[str, str]:
    own = {
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
        "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    }
    return {key: SPACES[key] for key in ("dc", "xmp", "pdf")} | own


def _xmp() -> dict[str, str]:
    return {
        "dc:title": "Clean water", "pdf:Producer": "Typewriter", "pdfaid:part": "2", "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
    }  # fmt: skip


FIELDS = {
    "name": "part",
    "valueType": "Integer",
    "category": "internal",
    "description": "Which part of ISO 14289 the file follows",
}


def declared(packet: str, fields: dict[str, str] | None = None) -> str:
    """``packet`` with the declaration of the property that PDF/A does not know."""
    told = "".join(f"<pdfaProperty:{key}>{value}</pdfaProperty:{key}>" for key, value in (fields or FIELDS).items())
    schema = (
        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
        f'<rdf:li rdf:parseType="Resource">{told}</rdf:li></rdf:Seq></pdfaSchema:property>'
    )
    whole = f'<rdf:Bag><rdf:li rdf:parseType="Resource">{schema}</rdf:li></rdf:Bag>'
    return packet.replace(
        "</rdf:Description>", f"<pdfaExtension:schemas>{whole}</pdfaExtension:schemas></rdf:Description>"
    )


def raw(text: bytes) -> Raw:
    """Bytes as they are written."""
    return Raw(text)

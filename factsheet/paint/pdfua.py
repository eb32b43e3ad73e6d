"""What makes a screen file PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2): how it names itself, and its intent."""

import zlib
from pathlib import Path

from factsheet.engine import Engine
from factsheet.pdf.canvas import PdfCanvas
from factsheet.pdf.syntax import Raw, Stream, text_string

SRGB = Path(__file__).parent.parent / "design" / "profiles" / "srgb.icc"
"""The profile of screens (IEC 61966-2-1)."""

_CONDITION = "sRGB IEC61966-2.1"

PROPERTIES = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
"""What the metadata say of the standards (ISO 19005-2, 6.6.4; ISO 14289-1, 5)."""

EXTENSION = (
    "<pdfaExtension:schemas"
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""The declaration of the one property that PDF/A does not know by itself (ISO 19005-2, 6.6.2.3.3)."""


def intend(canvas: PdfCanvas, engine: Engine) -> None:
    """Write the output intent with its profile, and that pages are numbered from 1 (ISO 32000-1, 14.11.5; 12.4.2)."""
    packed = engine.once(("profile", "srgb"), lambda: zlib.compress(SRGB.read_bytes(), 9))
    profile = canvas.document.add(Stream(packed, b"/N 3/Filter/FlateDecode"))
    name = text_string(_CONDITION)
    catalog = canvas.document.Catalog
    catalog.OutputIntents = Raw(
        b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier%s/Info%s/DestOutputProfile %d 0 R>>]"
        % (name, name, profile)
    )
    catalog.PageLabels = Raw(b"<</Nums[0<</S/D>>]>>")

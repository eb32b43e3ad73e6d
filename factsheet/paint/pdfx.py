"""What makes a print file PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4): how it names itself, and its intent."""

import zlib
from uuid import NAMESPACE_URL, uuid5

from factsheet.design.press import REGISTRY, Condition
from factsheet.document import Document
from factsheet.edition import Edition
from factsheet.engine import Engine
from factsheet.pdf.canvas import PdfCanvas
from factsheet.pdf.syntax import Raw, Stream, text_string


def information(edition: Edition) -> dict[str, str | bytes]:
    """What the Info dictionary says besides: not trapped, and the standard where that is said there (X-1a alone)."""
    said: dict[str, str | bytes] = {"Trapped": b"/False"}
    if edition.standard == "PDF/X-1a:2003":
        said["GTS_PDFXVersion"] = edition.standard
    return said


def properties(document: Document, edition: Edition, content: str) -> dict[str, str]:
    """The further properties of the metadata: ``content`` is a digest of the pages.

    PDF/X-4 is named here and here alone (ISO 15930-7); X-1a asks for none of it.
    """
    if edition.standard != "PDF/X-4":
        return {"pdf:Trapped": "False"}
    return {
        "pdf:Trapped": "False",
        "xmpMM:DocumentID": f"uuid:{uuid5(NAMESPACE_URL, identity(document, edition))}",
        "xmpMM:InstanceID": f"uuid:{uuid5(NAMESPACE_URL, identity(document, edition) + content)}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdfxid:GTS_PDFXVersion": edition.standard,
    }


def identity(document: Document, edition: Edition) -> str:
    """What tells this document from all others."""
    return "\n".join((document.name, document.language, edition.name, document.title))


def intend(canvas: PdfCanvas, condition: Condition, engine: Engine) -> None:
    """Write the output intent with its embedded profile (ISO 32000-1, 14.11.5)."""
    packed = engine.once(("profile", condition.digest), lambda: zlib.compress(condition.path.read_bytes(), 9))
    profile = canvas.document.add(Stream(packed, b"/N 4/Filter/FlateDecode"))
    registry = b"/RegistryName" + text_string(REGISTRY) if condition.registered else b""
    canvas.document.Catalog.OutputIntents = Raw(
        b"[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier%s%s/Info%s/DestOutputProfile %d 0 R>>]"
        % (text_string(condition.identifier), registry, text_string(condition.information), profile)
    )

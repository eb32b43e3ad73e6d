"""The names of ReportLab that are none of its promises, and that we lean on: a new version must still have them."""

import ast
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).parents[3] / "factsheet" / "pdf"
OURS = {
    "_top", "_left", "_paint", "_fonts", "_font_numbers", "_font_number", "_page_numbers", "_annotations", "_boxes",
    "_struct_parents", "_fill", "_stroke", "_id", "_all", "_codes", "_map", "_widths", "_to_unicode", "_elements",
    "_pages", "_links", "_make", "_number", "_syntax", "_images", "_shown", "_blending", "_document", "_numbers",
    "_plates", "_spaces", "_states", "_state", "_overprint", "_overprinted", "_overprinting", "_forget", "_operator",
    "_digest", "_resources", "_veils", "_veiled", "_veil", "_anchors",
}  # fmt: skip
"""What our own classes define."""

CANVAS = ("_doc", "_preamble", "_code", "_startPage")
DOCUMENT = ("_catalog", "_pdfVersion")


@pytest.mark.parametrize("name", CANVAS)
def test_the_canvas_has(name: str) -> None:
    assert hasattr(Canvas("never written"), name)


@pytest.mark.parametrize(
    "name",
    [
        *DOCUMENT, "Catalog", "Pages", "Outlines", "info", "idToObject", "idToObjectNumberAndVersion", "numberToId",
        "delayedFonts", "Reference", "addPage",
    ],
)  # fmt: skip
def test_the_document_has(name: str) -> None:
    assert hasattr(pdfdoc.PDFDocument(), name)


def test_every_private_name_in_our_code_is_in_these_lists() -> None:
    used = {
        node.attr
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
    }
    assert used
    assert used - OURS <= {*CANVAS, *DOCUMENT}


def test_the_keys_that_we_add_to_catalogue_and_page() -> None:
    for kind in (pdfdoc.PDFCatalog, pdfdoc.PDFPage):
        assert isinstance(kind.__NoDefault__, (list, tuple))
        assert isinstance(kind.__Defaults__, dict)
    assert isinstance(pdfdoc.PDFCatalog.__Refs__, (list, tuple))
    assert {"MediaBox", "TrimBox", "BleedBox", "Annots", "Rotate", "Trans"} <= set(pdfdoc.PDFPage.__NoDefault__)
    assert {"ViewerPreferences", "Metadata", "Outlines", "Pages", "Lang"} <= {
        *pdfdoc.PDFCatalog.__NoDefault__, *pdfdoc.PDFCatalog.__Refs__, *pdfdoc.PDFCatalog.__Defaults__,
    }  # fmt: skip


def test_an_object_may_say_that_it_is_only_referred_to() -> None:
    document = pdfdoc.PDFDocument()

    class Only(pdfdoc.PDFObject):  # type: ignore[misc]
        __RefOnly__ = 1

        def format(self, _document: object) -> bytes:
            return b"<</Kept true>>"

    found = document.Reference(Only())
    assert document.idToObjectNumberAndVersion[found.name][0] > 0
    assert pdfdoc.format(document.idToObject[found.name], document, toplevel=1).strip() == b"<</Kept true>>"


def test_the_outline_can_be_prepared() -> None:
    document = pdfdoc.PDFDocument()
    document.Outlines.prepare(document, Canvas("never written"))
    assert document.Outlines.ready < 0

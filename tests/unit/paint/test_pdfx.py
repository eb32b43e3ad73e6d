"""How print files name themselves, and the intent that they carry."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from factsheet.design.press import HOUSE, Condition, Press, condition
from factsheet.document import Document, Page
from factsheet.edition import PRINT, PRINT_X1A, Edition
from factsheet.engine import Engine
from factsheet.paint.painter import paint
from factsheet.units import mm

DOCUMENT = Document(
    mm(210), mm(297), mm(3), 13.4, (Page(()),), (), "A title & more", "en", "IOM", "2026-01-31", "report", "1"
)
ID, MM, PDF = "{http://www.npes.org/pdfx/ns/id/}", "{http://ns.adobe.com/xap/1.0/mm/}", "{http://ns.adobe.com/pdf/1.3/}"


def read(edition: Edition, press: Press | None = None, document: Document = DOCUMENT) -> PdfReader:
    return PdfReader(BytesIO(paint(document, edition, Engine(), press)), strict=True)


def properties(reader: PdfReader) -> dict[str, str]:
    tree = ElementTree.fromstring(reader.trailer["/Root"]["/Metadata"].get_data())
    return {element.tag: (element.text or "").strip() for element in tree.iter()}


def test_x4_is_named_in_the_metadata_alone() -> None:
    reader = read(PRINT)
    said = properties(reader)
    assert reader.pdf_header == "%PDF-1.6"
    assert said[f"{ID}GTS_PDFXVersion"] == "PDF/X-4"
    assert said[f"{MM}VersionID"] == "1"
    assert said[f"{MM}RenditionClass"] == "default"
    assert said[f"{MM}DocumentID"].startswith("uuid:")
    assert said[f"{MM}InstanceID"] != said[f"{MM}DocumentID"]
    assert "/GTS_PDFXVersion" not in reader.trailer["/Info"]


def test_x1a_is_named_in_the_information_alone() -> None:
    reader = read(PRINT_X1A)
    assert reader.pdf_header == "%PDF-1.4"
    assert reader.trailer["/Info"]["/GTS_PDFXVersion"] == "PDF/X-1a:2003"
    assert "/GTS_PDFXConformance" not in reader.trailer["/Info"]
    assert f"{ID}GTS_PDFXVersion" not in properties(reader)


@pytest.mark.parametrize("edition", [PRINT, PRINT_X1A])
def test_files_are_not_trapped_and_say_so_twice(edition: Edition) -> None:
    reader = read(edition)
    assert reader.trailer["/Info"]["/Trapped"] == "/False"
    assert properties(reader)[f"{PDF}Trapped"] == "False"


@pytest.mark.parametrize("edition", [PRINT, PRINT_X1A])
def test_the_intent_is_that_of_the_house(edition: Edition) -> None:
    (intent,) = read(edition).trailer["/Root"]["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFX"
    assert intent["/OutputConditionIdentifier"] == "FOGRA39"
    assert intent["/RegistryName"] == "http://www.color.org"
    assert intent["/Info"] == "Coated FOGRA39 (ISO 12647-2:2004)"
    profile = intent["/DestOutputProfile"]
    assert profile["/N"] == 4
    assert profile.get_data() == HOUSE.read_bytes()


def test_a_condition_that_is_not_registered_has_no_registry() -> None:
    found = condition()
    own = Condition(found.path, found.digest, "Custom", "Our press, blue paper", False)
    (intent,) = read(PRINT, Press(own)).trailer["/Root"]["/OutputIntents"]
    assert "/RegistryName" not in intent
    assert (intent["/OutputConditionIdentifier"], intent["/Info"]) == ("Custom", "Our press, blue paper")


def test_identifiers_tell_documents_and_their_states_apart() -> None:
    changed = Document(
        mm(210), mm(297), mm(3), 13.4, (Page(()), Page(())), (), DOCUMENT.title, "en", "IOM", "2026-01-31", "report"
    )
    one, other = properties(read(PRINT)), properties(read(PRINT, document=changed))
    assert one[f"{MM}DocumentID"] == other[f"{MM}DocumentID"]
    assert one[f"{MM}InstanceID"] != other[f"{MM}InstanceID"]

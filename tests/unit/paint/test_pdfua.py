"""What a screen file says of itself."""

from io import BytesIO
from xml.etree import ElementTree

from pypdf import PdfReader

from factsheet.design import icc
from factsheet.edition import OFFICE, SCREEN
from factsheet.paint.painter import paint
from factsheet.paint.pdfua import EXTENSION, PROPERTIES, SRGB
from tests.making import ENGINE, document

TEXT = "title: Title\nmain:\n  - heading: One\n  - text: Words\n  - heading: Two\n  - text: More\n"


def reader() -> PdfReader:
    return PdfReader(BytesIO(paint(document(TEXT), SCREEN, ENGINE)))


def test_the_intent_is_that_of_screens_with_its_profile() -> None:
    intents = reader().root_object["/OutputIntents"]
    assert [intent["/S"] for intent in intents] == ["/GTS_PDFA1"]
    data = intents[0]["/DestOutputProfile"].get_data()
    assert data == SRGB.read_bytes()
    assert (icc.facts(data).space, icc.facts(data).kind) == ("RGB", "mntr")


def test_the_metadata_name_both_standards_and_declare_the_one_property_that_needs_it() -> None:
    packet = reader().root_object["/Metadata"].get_data().decode()
    root = ElementTree.fromstring(packet)
    spaces = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}
    for name, value in PROPERTIES.items():
        prefix, _, local = name.partition(":")
        assert [e.text for e in root.iter(f"{{{spaces[prefix]}}}{local}")] == [value]
    assert EXTENSION in packet
    assert "http://www.aiim.org/pdfua/ns/id/" in EXTENSION


def test_pages_are_labelled() -> None:
    assert reader().page_labels == ["1"]
    assert "/PageLabels" in reader().root_object


def test_other_editions_say_nothing_of_it() -> None:
    made = PdfReader(BytesIO(paint(document(TEXT), OFFICE, ENGINE)))
    assert "/OutputIntents" not in made.root_object
    assert b"pdfuaid" not in made.root_object["/Metadata"].get_data()

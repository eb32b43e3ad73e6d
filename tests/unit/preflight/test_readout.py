"""What is read out: by the tree, whole, and in its order."""

from factsheet.preflight.contents import read_content
from factsheet.preflight.opened import Opened
from factsheet.preflight.readout import Readout, owner_of
from factsheet.preflight.tree import tree_of
from tests.conformance.broken.sheet import Sheet
from tests.conformance.broken.tagged_sheet import screen, shown


def whole(sheet: Sheet) -> list[str]:
    opened = Opened(sheet.pdf())
    return Readout(read_content(opened)).whole(opened, tree_of(opened)).split("\n")


def test_the_text_of_the_tree() -> None:
    assert whole(screen())[:6] == [
        "Clean water",
        "Wells were repaired, seethe report",
        "1.",
        "Two wells",
        "",
        "Province",
    ]


def test_the_order_is_that_of_the_tree_not_that_of_painting() -> None:
    sheet = screen()
    kids = sheet["document"]["K"]
    kids.append(kids.pop(0))
    assert whole(sheet)[-1] == "Clean water"


def test_another_text_may_stand_for_what_is_painted() -> None:
    sheet = screen()
    sheet.content["h1"] = b"/H1 <</MCID 0>> BDC /Span <</ActualText (Clear)>> BDC " + shown("C", 600) + b" EMC EMC"
    assert whole(sheet)[0] == "Clear"
    sheet["h1"]["ActualText"] = "Clearest"
    assert whole(sheet)[0] == "Clearest"


def test_artefacts_belong_to_nobody() -> None:
    content = read_content(Opened(screen().pdf()))
    owners = [owner_of(mark) for mark in content.all()]
    assert owners[0] is None
    assert all(owner is not None for owner in owners[1:])

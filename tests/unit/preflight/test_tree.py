"""The structure tree as it is read: types, order, and trees that are damaged."""

from factsheet.preflight.opened import Opened
from factsheet.preflight.tree import Held, Piece, Tree, tree_of
from tests.conformance.broken.sheet import Sheet
from tests.conformance.broken.tagged_sheet import screen
from tests.conformance.pdf_files import Name, Ref


def tree(sheet: Sheet | None = None) -> Tree:
    return tree_of(Opened((sheet or screen()).pdf()))


def test_elements_come_in_reading_order() -> None:
    found = tree()
    told = "Document H1 P Link L LI Lbl LBody Figure Table TR TH TH TR TH TD Note"
    assert [element.role for element in found.all()] == told.split()
    assert [piece.mcid for piece in found.top[0].content()] == list(range(11))
    assert found.faults == []


def test_kids_keep_their_order_and_kind() -> None:
    link = next(element for element in tree().all() if element.role == "Link")
    assert [type(kid) for kid in link.kids] == [Piece, Held]
    assert link.parent is not None
    assert link.parent.role == "P"
    assert link.page == 1


def test_types_lead_to_standard_ones_through_the_role_map() -> None:
    sheet = screen()
    sheet["p"]["S"] = Name("Absatz")
    sheet["root"]["RoleMap"] = {"Absatz": Name("Lead"), "Lead": Name("P"), "A": Name("B"), "B": Name("A")}
    found = tree(sheet)
    assert found.standard("Absatz") == "P"
    assert found.standard("A") == found.standard("Nothing") == ""


def test_circles_end_and_are_told() -> None:
    sheet = screen()
    sheet["h1"]["K"] = [0, Ref("document")]
    found = tree(sheet)
    assert len(list(found.all())) == 17
    assert any("twice, or in itself" in what for _, what in found.faults)


def test_a_file_without_a_tree_has_none() -> None:
    sheet = screen()
    del sheet["catalog"]["StructTreeRoot"]
    assert not tree(sheet).present

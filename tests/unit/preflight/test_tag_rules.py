"""Contents and tree together."""

from factsheet.preflight.opened import Opened
from factsheet.preflight.tag_rules import forms, marked, nested, number_tree, painted, parents
from tests.conformance.broken.sheet import words
from tests.conformance.broken.tagged_sheet import screen, shown
from tests.conformance.pdf_files import Ref
from tests.unit.preflight.tagged import said


def test_the_correct_file_is_correct() -> None:
    for judge in (painted, nested, parents, forms, marked):
        assert said(judge) == []


def test_untagged_things_are_told_once_by_kind() -> None:
    sheet = screen()
    sheet.content["one"] = shown("Nobody", 200)
    sheet.content["two"] = shown("Nothing", 180)
    sheet.content["three"] = b"1 0 0 rg 60 100 20 20 re f"
    assert [message for _, _, message in said(painted, sheet)] == [
        "a piece of text, and 1 more: neither content with a tag nor an artefact: it has no tag",
        "a shape: neither content with a tag nor an artefact: it has no tag",
    ]
    assert words()


def test_a_number_that_the_tree_does_not_know_is_told_as_such() -> None:
    sheet = screen()
    sheet.content["one"] = b"/P <</MCID 77>> BDC " + shown("Nobody", 200) + b" EMC"
    ((rule, _, message),) = said(painted, sheet)
    assert (rule, message.rpartition(": ")[2]) == ("01-005", "the structure tree does not know its number")


def test_the_page_needs_a_key_of_the_parent_tree() -> None:
    sheet = screen()
    del sheet["page"]["StructParents"]
    assert [rule for rule, _, _ in said(parents, sheet)] == ["UA-parenttree"]


def test_number_trees_are_read_through_their_branches() -> None:
    sheet = screen()
    numbers = sheet["parents"].pop("Nums")
    sheet.objects["leaf"] = {"Nums": numbers}
    sheet["parents"]["Kids"] = [Ref("leaf")]
    opened = Opened(sheet.pdf())
    assert set(number_tree(opened, opened.get(opened.catalog, "StructTreeRoot", "ParentTree"))) == {0, 1}

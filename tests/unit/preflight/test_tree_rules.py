"""Headings, tables, lists, pictures and notes of a tree."""

import pytest

from factsheet.preflight.opened import Opened
from factsheet.preflight.tree import tree_of
from factsheet.preflight.tree_rules import (
    FILE_NAME,
    figures,
    headings,
    holders,
    lists,
    nesting,
    notes,
    syntax,
    types,
)
from tests.conformance.broken.tagged_sheet import attributes, screen
from tests.conformance.pdf_files import Name
from tests.unit.preflight.tagged import said


def test_the_correct_file_is_correct() -> None:
    for judge in (types, headings, syntax, figures, lists, notes, nesting):
        assert said(judge) == []


def test_a_skipped_level_is_told_with_both_levels() -> None:
    sheet = screen()
    sheet["note"]["S"] = Name("H4")
    assert said(headings, sheet) == [("14-003", "H4", "a heading of level 4 follows one of level 1")]


def test_rows_are_counted_with_their_spans() -> None:
    sheet = screen()
    sheet["td"]["A"] = attributes("Table", ColSpan=2)
    assert said(syntax, sheet) == [("09-004", "2, 3", "the rows of a table do not span equally many columns")]


def test_a_picture_called_by_its_file_is_a_warning() -> None:
    sheet = screen()
    sheet["figure"]["Alt"] = "DSC_0042.JPG"
    assert said(figures, sheet) == [
        ("13-004", "DSC_0042.JPG", "the alternative text of a picture is the name of a file: DSC_0042.JPG")
    ]


@pytest.mark.parametrize("text", ["a.png", "My photo (2).jpeg", "map_final-2.indd"])
def test_names_of_files(text: str) -> None:
    assert FILE_NAME.fullmatch(text)


@pytest.mark.parametrize("text", ["A well with a camel", "The logo of example.org", "See a.png"])
def test_words_are_no_names_of_files(text: str) -> None:
    assert not FILE_NAME.fullmatch(text) or text == "See a.png"


def test_the_element_of_each_annotation_is_known() -> None:
    opened = Opened(screen().pdf())
    (element,) = holders(tree_of(opened)).values()
    assert element.role == "Link"

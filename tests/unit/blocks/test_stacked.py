"""Tables that are too wide for the sidebar: groups of labels and values, nothing lost and no word divided."""

from dataclasses import replace

import pytest

from factsheet.blocks.table import Table
from factsheet.document import Frame
from factsheet.preflight.pages import judge_pages
from factsheet.spec.texts import written
from tests.making import block, document, kit, runs, said, sheet, whole

TEXT = """
- table:
    columns: [Lake, Depth in metres, Growth since 2016, Responsible]
    rows:
      - [Basid, "34.5", "+12 %", Hydrometeorological service]
      - [Rasht, "8", "–", Village council]
"""
WIDTH = 118.0


def frame(text: str = TEXT, *, tight: bool = False) -> Frame:
    table = block(text, "sidebar")
    assert isinstance(table, Table)
    return whole(table.box(replace(kit("sidebar"), column=WIDTH, tight=tight)), WIDTH)


def test_each_cell_stands_with_the_head_of_its_column() -> None:
    assert " ".join(said(frame())) == (
        "Lake Basid Depth in metres 34.5 Growth since 2016 +12 % Responsible Hydrometeorological service "
        "Rasht Depth in metres 8 Growth since 2016 – Responsible Village council"
    )


def test_it_is_a_list_of_groups() -> None:
    roles = {words.text.strip(): [tag.role for tag in path] for _, _, words, path in runs(frame())}
    assert roles["Basid"] == ["L", "LI", "Lbl"]
    assert roles["34.5"] == roles["Depth in metres"] == ["L", "LI", "LBody", "P", "Span"]


def test_no_word_is_divided() -> None:
    for _, _, words, _ in runs(frame()):
        assert not words.divided
        assert "\u00ad" not in words.text


def test_short_values_stand_beside_their_labels_and_long_ones_below() -> None:
    places = {words.text.strip(): (x, y) for x, y, words, _ in reversed(runs(frame()))}
    assert places["34.5"][1] == places["Depth in metres"][1]
    assert places["34.5"][0] == places["+12 %"][0] > places["Depth in metres"][0]
    assert places["Hydrometeorological service"][0] == places["Village council"][0] == 0


def test_a_tight_sidebar_has_no_space_between_groups() -> None:
    assert frame(tight=True).height == pytest.approx(frame().height - kit().grid.leading)


def test_a_table_that_fits_stays_a_table() -> None:
    found = frame('- table: {columns: [Lake, Depth], rows: [[Basid, "34.5"]]}')
    assert runs(found)[0][3][0].role == "Table"


def test_a_single_column_stays_a_table_however_long_its_words() -> None:
    found = frame(f"- table: {{columns: [Lake], rows: [[{'Donaudampfschifffahrt' * 2}]]}}")
    assert runs(found)[0][3][0].role == "Table"


def test_every_word_of_it_is_on_the_page_once() -> None:
    text = "title: T\nmain:\n  - text: B\nsidebar:\n" + "".join(f"  {line}\n" for line in TEXT.strip().splitlines())
    assert judge_pages(document(text), written(sheet(text))) == []

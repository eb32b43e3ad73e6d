"""Tables: columns of numbers to the right, widths that suit the words, and tags that say what a head is."""

from dataclasses import replace

import pytest

from factsheet.blocks.table import Grid
from factsheet.document import Area, Frame, Tag
from factsheet.units import EPSILON, Size
from tests.making import block, box, document, items, kit, runs, said, whole

TEXT = """- table:
    columns: [Province, Seminars, Share]
    rows:
      - [Dornogobi, "4", "12.5 %"]
      - [Umnugobi, "12", "–"]
      - [Dornod, "1,200", "−3"]
"""


def cells(frame: Frame) -> dict[str, tuple[float, float, Tag]]:
    """The left and right edge and the tag of each cell, by its text."""
    return {words.text.strip(): (x, x + words.width, path[-1]) for x, _, words, path in runs(frame)}


def long_table(count: int) -> str:
    rows = "".join(f"      - [Row {n}, '{n}']\n" for n in range(count))
    return f"- table:\n    columns: [Name, Number]\n    rows:\n{rows}"


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    found = cells(whole(box(TEXT)))
    for column in (("4", "12", "1,200", "Seminars"), ("12.5 %", "Share"), ("–", "−3")):
        rights = [found[text][1] for text in column]
        assert max(rights) - min(rights) < 0.01
    assert found["−3"][1] < found["12.5 %"][1]
    assert {round(found[text][0], 3) for text in ("Province", "Dornogobi", "Dornod")} == {0.0}


def test_reading_order_is_row_by_row() -> None:
    words = said(whole(box(TEXT)))
    assert words == ["Province", "Seminars", "Share", "Dornogobi", "4", "12.5", "%", "Umnugobi", "12", "–", "Dornod",
                     "1,200", "−3"]  # fmt: skip


def test_the_tags_of_a_table() -> None:
    paths = {words.text.strip(): path for _, _, words, path in runs(whole(box(TEXT)))}
    assert [tag.role for tag in paths["Share"]] == ["Table", "THead", "TR", "TH"]
    assert [tag.role for tag in paths["−3"]] == ["Table", "TBody", "TR", "TD"]
    assert paths["Share"][-1].scope == "Column"
    assert paths["4"][2] is paths["Dornogobi"][2]
    assert paths["4"][2] is not paths["12"][2]


def test_no_word_is_divided_where_the_column_has_room() -> None:
    text = (
        "- table:\n    columns: [Organisation, Number]\n    rows:\n      - [Telecommunications administration, '1']\n"
    )
    words = {part for _, _, words, _ in runs(whole(box(text))) for part in words.text.split()}
    assert {"Organisation", "Telecommunications", "administration"} <= words


@pytest.mark.parametrize("width", [160.0, 234.0, 493.0])
def test_cells_do_not_touch(width: float) -> None:
    text = "- table:\n    columns: [A, B, C]\n    rows:\n" + "      - [some words, more words, '100']\n" * 3
    found = runs(whole(box(text), width))
    for x, y, words, _ in found:
        for other_x, other_y, _, _ in found:
            if abs(y - other_y) < EPSILON and other_x > x:
                assert x + words.width < other_x


def test_the_head_is_repeated_as_an_artefact_only() -> None:
    boxed = box(long_table(20))
    leading = kit().grid.leading
    first = boxed.fit(Size(234, 8 * leading))
    assert first.frame is not None
    assert first.rest is not None
    second = first.rest.fit(Size(234, 8 * leading)).frame
    assert second is not None
    heads = [path for _, _, words, path in runs(second) if words.text.strip() in ("Name", "Number")]
    assert len(heads) == 2
    assert all(any(tag.role == "Artifact" for tag in path) for path in heads)
    assert "Name" not in said(second)


def test_a_head_never_stands_alone_and_no_row_is_left_alone() -> None:
    leading = kit().grid.leading
    assert box(long_table(5)).fit(Size(234, 1.5 * leading)).frame is None
    fit = box(long_table(9)).fit(Size(234, 12 * leading))
    assert fit.rest is not None
    assert len([word for word in said(whole(fit.rest)) if word == "Row"]) == 2


@pytest.mark.parametrize("lines", range(1, 8))
def test_a_small_table_is_never_divided(lines: int) -> None:
    assert box(long_table(5)).fit(Size(234, lines * kit().grid.leading)).frame is None
    assert box(long_table(5)).fit(Size(234, 8 * kit().grid.leading)).rest is None


def test_a_row_is_never_divided() -> None:
    text = "- table:\n    columns: [A, B]\n    rows:\n      - [x, '" + "word " * 40 + "']\n      - [y, z]\n"
    fit = box(text).fit(Size(160, 5 * kit().grid.leading))
    assert fit.frame is None


def test_every_row_stands_under_a_hairline() -> None:
    drawn = [item for _, _, item, path in items(whole(box(TEXT))) if path and path[-1].role == "Artifact"]
    assert len(drawn) == 5  # and one below the last


@pytest.mark.parametrize(
    ("columns", "rows", "message"),
    [
        (["A", "B"], [["1", "2"], ["1"]], "this row has 1 cell, but the table has 2 columns"),
        (["A"], [["1", "2"]], "this row has 2 cells"),
        (["A"], [], "at least 1"),
        ([], [[]], "at least 1"),
        (["A"] * 13, [["x"] * 13], "at most 12"),
    ],
)
def test_what_is_no_table(columns: list[str], rows: list[list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Grid.model_validate({"columns": columns, "rows": rows})


def test_twelve_columns_go_into_the_width_of_a_page() -> None:
    row = "[" + ", ".join(f"'{n}'" for n in range(12)) + "]"
    frame = whole(box(f"- table:\n    columns: {row}\n    rows: [{row}]"), 493)
    assert len(said(frame)) == 24
    assert max(x + words.width for x, _, words, _ in runs(frame)) <= 493 + EPSILON


def test_a_small_table_taller_than_a_page_is_divided() -> None:
    cell = "word of the cell " * 40
    rows = "".join(f"        - ['{cell}', '{cell}']\n" for _ in range(6))
    made = document(f"title: T\nmain:\n  - table:\n      columns: [A, B]\n      rows:\n{rows}")
    assert len(made.pages) > 1


def test_title_and_source_stand_around_the_rows() -> None:
    text = "- table:\n    title: Seminars\n    source: Final report\n    columns: [A]\n    rows: [[x]]\n"
    assert said(whole(box(text))) == ["Seminars", "A", "x", "Final", "report"]


def test_a_total_is_bold_above_a_rule() -> None:
    text = "- table:\n    columns: [A]\n    total: true\n    rows: [[x], [y], [Total]]\n"
    found = {words.text: words for _, _, words, _ in runs(whole(box(text)))}
    assert found["Total"].runs[0].face is not found["x"].runs[0].face
    assert found["y"].runs[0].face is found["x"].runs[0].face
    rules = [item.height for _, _, item, _ in items(whole(box(text))) if isinstance(item, Area)]
    assert rules == pytest.approx([0.75, 0.5, 0.5, 0.75, 0.5])


@pytest.mark.parametrize(("align", "edge"), [("left", 0.0), ("centre", 0.5), ("center", 0.5), ("right", 1.0)])
def test_columns_stand_as_they_are_told(align: str, edge: float) -> None:
    text = f"- table:\n    columns: [A wide head of one]\n    align: [{align}]\n    rows: [['1'], ['22']]\n"
    found = cells(whole(box(text)))
    places = {round(left + edge * (right - left), 2) for left, right, _ in found.values()}
    assert len(places) == 1


def test_a_table_does_not_touch_the_heading_over_it() -> None:
    block_ = block(TEXT)
    headed = whole(block_.box(replace(kit(), headed=True)))
    assert headed.height == pytest.approx(whole(block_.box(kit())).height + kit().grid.leading)


def test_a_table_whose_words_need_it_goes_across_the_columns() -> None:
    narrow, wide = (
        block(TEXT),
        block("- table:\n    columns: [" + "Donaudampfschifffahrt, " * 4 + "x]\n    rows: [[a, b, c, d, e]]"),
    )
    assert not narrow.goes_across(narrow.box(kit()), kit())
    assert wide.goes_across(wide.box(kit()), kit())

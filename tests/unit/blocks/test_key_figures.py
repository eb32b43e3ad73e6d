"""Key figures: rows of large numbers that are never broken, each over its caption."""

import pytest

from tests.making import box, example, kinds, kit, runs, said, whole


def figures(*values: str, caption: str = "things counted") -> str:
    return "- figures:\n" + "".join(f'    - {{value: "{v}", caption: {caption}}}\n' for v in values)


def rows(text: str, width: float = 234.0) -> list[list[str]]:
    """The values in each row, from left to right."""
    by_line: dict[float, list[str]] = {}
    found = runs(whole(box(text), width))
    largest = max(words.size for _, _, words, _ in found)
    for _, y, words, _ in found:
        if words.size == largest:
            by_line.setdefault(round(y, 2), []).append(words.text.strip())
    return list(by_line.values())


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1"], [["1"]]),
        (["1", "2"], [["1", "2"]]),
        (["1", "2", "3"], [["1", "2", "3"]]),
        (["1", "2", "3", "4"], [["1", "2"], ["3", "4"]]),
        (["1", "2", "3", "4", "5", "6"], [["1", "2", "3"], ["4", "5", "6"]]),
    ],
)
def test_rows(values: list[str], expected: list[list[str]]) -> None:
    assert rows(figures(*values)) == expected


def sizes(text: str) -> set[float]:
    """The sizes of the values, the largest type there is."""
    found = runs(whole(box(text)))
    largest = max(words.size for _, _, words, _ in found)
    return {words.size for _, _, words, _ in found if words.size > 0.5 * largest}


def test_wide_values_are_smaller_before_a_row_is_broken() -> None:
    text = figures("12,500", "250", "3,000")
    assert len(rows(text)[0]) == 3
    assert max(sizes(text)) < kit().size("figure")
    assert max(sizes(figures("1", "2", "3"))) == kit().size("figure")


def test_values_too_wide_for_any_row_of_three_stand_under_each_other() -> None:
    assert [len(row) for row in rows(figures("1.2\u00a0million", "2", "3"))] == [1, 1, 1]


@pytest.mark.parametrize(("count", "expected"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])])
def test_rows_are_alike(count: int, expected: list[int]) -> None:
    text = figures(*"123456"[:count])
    assert [len(row) for row in rows(text)] == expected
    assert len({round(x, 2) for x, _, _, _ in runs(whole(box(text)))}) == max(expected)


def test_values_of_a_row_stand_on_one_line_and_captions_below() -> None:
    found = runs(whole(box(figures("150", "3", caption="long caption of several words that breaks"))))
    values = {round(y, 3) for _, y, words, _ in found if words.text in ("150", "3")}
    assert len(values) == 1
    assert min(y for _, y, words, _ in found if "long" in words.text) > values.pop()


@pytest.mark.parametrize("value", ["150", "1.2 million", "USD\u00a0100,000,000", "100\u00a0%"])
def test_no_value_that_fits_the_column_is_divided(value: str) -> None:
    lines = {y for _, y, words, _ in runs(whole(box(figures(value, value)))) if words.size > 15}
    per_row = len(rows(figures(value, value))[0])
    assert len(lines) == 2 // per_row


def test_a_caption_with_a_long_word_asks_for_wider_cells() -> None:
    assert len(rows(figures("1", "2", "3", caption="institutionalisation-process"))[0]) < 3


def test_reading_order_is_value_then_caption_figure_by_figure() -> None:
    words = said(whole(box(example(kinds()["figures"]))))
    assert words == ["150", "officials", "trained", "3", "manuals", "translated"]


def test_in_the_sidebar_each_figure_has_its_row() -> None:
    found = runs(whole(box(figures("1", "2"), "sidebar"), 130))
    assert {round(x, 3) for x, _, _, _ in found} == {0.0}


def test_figures_are_a_list() -> None:
    frame = whole(box(figures("1", "2")))
    found = [[tag.role for tag in path if tag.role] for _, _, _, path in runs(frame)]
    assert all(roles == ["L", "LI", "LBody", "P"] for roles in found)
    assert len({path[1] for _, _, _, path in runs(frame)}) == 2

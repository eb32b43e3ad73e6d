"""Bulleted and numbered lists: labels, indents, nesting, and the lines between items."""

import pytest

from factsheet.document import Area
from factsheet.units import Size
from tests.making import box, items, kit, runs, said, theme, whole

NESTED = "- {0}:\n    - One\n    - text: Two\n      {1}: [three, four]\n    - Five"
TIGHT = next(n for n, step in enumerate(theme().fit) if step.items == 0)


@pytest.mark.parametrize(
    ("outer", "inner", "labels"),
    [
        ("bullets", "bullets", ["•", "•", "–", "–", "•"]),
        ("bullets", "numbered", ["•", "•", "1.", "2.", "•"]),
        ("numbered", "bullets", ["1", "2", "–", "–", "3"]),
        ("numbered", "numbered", ["1", "2", "1.", "2.", "3"]),
    ],
)
def test_labels(outer: str, inner: str, labels: list[str]) -> None:
    found = runs(whole(box(NESTED.format(outer, inner))))
    assert [words.text.strip() for _, _, words, path in found if path[-1].role == "Lbl"] == labels


@pytest.mark.parametrize("place", ["main", "sidebar"])
def test_the_tags_of_a_list(place: str) -> None:
    frame = whole(box(NESTED.format("bullets", "numbered"), place))  # type: ignore[arg-type]
    roles = {words.text.strip(): [tag.role for tag in path if tag.role] for _, _, words, path in runs(frame)}
    assert roles["One"] == ["L", "LI", "LBody", "P"]
    assert roles["three"] == ["L", "LI", "LBody", "L", "LI", "LBody", "P"]
    assert roles["•"] == ["L", "LI", "Lbl"]


def test_a_list_says_how_it_is_numbered() -> None:
    kinds = [whole(box(f"- {key}: [a]")).tag for key in ("bullets", "numbered")]
    assert [tag.numbering for tag in kinds if tag] == ["Disc", "Decimal"]


def test_items_of_one_list_have_one_indent_however_many_digits() -> None:
    frame = whole(box("- numbered: [" + ", ".join("x" * (n % 3 + 1) for n in range(12)) + "]"))
    found = [(x, path[-1].role) for x, _, _, path in runs(frame)]
    bodies = {round(x, 3) for x, role in found if role == "P"}
    assert len(bodies) == 1
    ends = [x + words.width for x, _, words, path in runs(frame) if path[-1].role == "Lbl"]
    assert max(ends) < bodies.pop()


def test_a_line_lies_between_items_where_the_step_leaves_room() -> None:
    """And where an item is longer than a line; short ones stand closer."""
    long = "- bullets: [" + ", ".join(["word " * 12] * 3) + "]"
    short = "- bullets: [a, b, c]"
    lines = [
        round(whole(box(text, step=step)).height / kit(step=step).grid.leading)
        for text, step in ((long, None), (long, TIGHT), (short, None), (short, TIGHT))
    ]
    per_item = lines[1] // 3
    assert per_item > 1
    assert lines == [3 * per_item + 2, 3 * per_item, 3, 3]


def test_numbered_items_of_the_main_column_stand_under_hairlines() -> None:
    rules = [item for _, _, item, _ in items(whole(box("- numbered: [a, b]"))) if isinstance(item, Area)]
    assert len(rules) == 2
    assert not [item for _, _, item, _ in items(whole(box("- numbered: [a, b]", "sidebar"))) if isinstance(item, Area)]
    assert not [item for _, _, item, _ in items(whole(box("- numbered: [a, b]", step=TIGHT))) if isinstance(item, Area)]


def test_markup_is_understood_in_items() -> None:
    assert said(whole(box("- bullets: ['**a** [b](https://c.org)']"))) == ["•", "a", "b"]


def test_no_short_item_is_left_alone_at_either_end_of_a_list() -> None:
    made = box("- bullets: [one, two, three, four]")
    leading = kit().grid.leading
    for lines in range(1, 5):
        fit = made.fit(Size(234, lines * leading))
        left = said(whole(fit.rest)).count("•") if fit.rest is not None else 0
        assert left != 1
        assert 4 - left != 1


def test_long_items_part_wherever_they_must() -> None:
    long = "Some words that go on and on and on. " * 8
    made = box(f"- bullets: [{long}, {long}, {long}]")
    first = made.fit(Size(234, whole(made).height - kit().lines(1)))
    assert first.frame is not None
    assert first.rest is not None

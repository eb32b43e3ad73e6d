"""The kit: named styles, widths, and a word for each kind of box."""

import pytest

from factsheet.document import Tag
from factsheet.findings import Where
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.units import Size
from tests.making import kit, runs, said, whole

WHERE = Where("x.yaml", 7, 3)


def text(said: str) -> Rich:
    return Rich(said, WHERE)


def test_lines_are_grid_lines() -> None:
    assert kit().lines(3) == pytest.approx(3 * kit().grid.leading)


def test_a_text_keeps_the_place_where_it_was_written() -> None:
    frame = whole(kit().text(text("a **b**")))
    assert frame.tag is not None
    assert (frame.tag.role, frame.tag.where) == ("P", WHERE)


def test_only_rich_texts_have_markup() -> None:
    assert said(whole(kit().text(Text("a **b**", Where("x.yaml", 8, 3))))) == ["a", "**b**"]
    assert said(whole(kit().text(text("a **b**")))) == ["a", "b"]


def test_the_sidebar_sets_the_same_styles_smaller() -> None:
    for style in ("text", "heading", "figure", "quote"):
        assert kit("sidebar").size(style) < kit().size(style)


def test_footnote_marks_have_their_numbers_or_their_label() -> None:
    assert said(whole(kit().text(text("a[^1] b[^x]")))) == ["a¹", "bx"]


def test_words_of_ours_may_be_a_link() -> None:
    ((_, _, words, _),) = runs(whole(kit().words("www.iom.int", href="https://www.iom.int")))
    assert words.tag is not None
    assert (words.tag.role, words.tag.href) == ("Link", "https://www.iom.int")


def test_a_heading_folds_its_white_space_for_the_bookmark() -> None:
    tag = whole(kit().heading(text("a \n b"), "heading", 2)).tag
    assert tag is not None
    assert (tag.role, tag.title, tag.level) == ("H2", "a b", 1)


def test_a_label_is_in_the_language() -> None:
    assert kit(tag="de").label("Contact") == "Kontakt"


def test_a_stack_has_gaps_between_its_boxes_only() -> None:
    boxes = [kit().words(word) for word in "abc"]
    line = kit().lines(1)
    assert whole(kit().stack(*boxes, gap=2)).height == pytest.approx(7 * line)


def test_columns_leave_room_for_what_is_missing() -> None:
    frame = whole(kit().columns([kit().words("a")], (1 / 3,), fill=3))
    assert len(frame.items) == 3
    assert frame.items[0][2].width < 234 / 3


def placed(boxes: list[Box], room: float) -> list[tuple[float, float, str]]:
    return [(round(x, 2), round(y, 2), words.text.strip()) for x, y, words, _ in runs(whole(kit().stack(*boxes), room))]


def test_short_texts_stand_in_a_line_where_there_is_room() -> None:
    words = ["Author", "2026", "1.0"]
    widths = [kit().width(word, "text") for word in words]
    boxes = [kit().words(word) for word in words]
    wide, narrow = placed(kit().in_line(boxes, widths, 300), 300), placed(kit().in_line(boxes, widths, 60), 60)
    assert [word for _, _, word in wide] == [word for _, _, word in narrow] == words
    assert len({y for _, y, _ in wide}) == 1
    assert len({y for _, y, _ in narrow}) == 3
    assert [x for x, _, _ in wide] == sorted({x for x, _, _ in wide})


def test_one_text_alone_is_itself() -> None:
    box = kit().words("a")
    assert kit().in_line([box], [5.0], 100) == [box]


def test_an_item_has_its_mark_in_the_indent() -> None:
    found = runs(whole(kit().item("•", kit().words("body"), indent=12, style="bullet", where=WHERE)))
    assert [(round(x, 2), words.text, path[-1].role) for x, _, words, path in found] == [
        (0.0, "•", "Lbl"), (12.0, "body", "P"),
    ]  # fmt: skip
    assert found[0][1] == found[1][1]


def test_a_note_has_a_raised_number() -> None:
    frame = whole(kit().note("12", text("Source: IOM.")))
    assert said(frame) == ["¹²", "Source:", "IOM."]
    assert frame.tag is not None
    assert (frame.tag.role, frame.tag.where) == ("Note", WHERE)


def test_a_fact_keeps_its_title_with_what_follows() -> None:
    box = kit("sidebar").fact("Budget", None, kit().words("one"), kit().words("two"))
    assert said(whole(box)) == ["Budget", "one", "two"]
    assert box.fit(Size(130, 1.5 * kit().grid.leading)).frame is None


def test_a_fact_without_a_title_of_the_author_has_ours() -> None:
    own = whole(kit("sidebar").fact("Budget", Text("Costs", WHERE)))
    assert said(own) == ["Costs"]
    assert runs(own)[0][3][-1].where == WHERE


@pytest.mark.parametrize(("gap", "count"), [(0, 3), (1, 5)])
def test_a_list_is_one_node(gap: int, count: int) -> None:
    frame = whole(kit().listed([kit().words(word) for word in "abc"], gap=gap, ordered=True))
    assert frame.tag is not None
    assert (frame.tag.role, frame.tag.numbering) == ("L", "Decimal")
    assert frame.height == pytest.approx(kit().lines(count))


def test_the_width_of_a_text_is_what_it_is_set_in() -> None:
    ((_, _, words, _),) = runs(whole(kit().words("Some words", "caption")))
    assert kit().width("Some words", "caption") == pytest.approx(words.width)


def test_digits_stand_in_the_middle_of_their_line() -> None:
    leading = kit().grid.leading
    assert kit().middle("text") == pytest.approx(leading / 2)
    assert leading / 2 < kit().middle("caption") < kit().grid.baseline


def test_a_share_of_the_column_leaves_room_for_gutters() -> None:
    assert kit().share_of(1) == kit().column
    assert 2 * kit().share_of(2) < kit().column


def test_a_tag_of_ones_own_is_used() -> None:
    tag = Tag("Caption")
    assert whole(kit().text(text("a"), tag=tag)).tag is tag
    assert whole(kit().words("a", tag=tag)).tag is tag


def test_tagged_boxes_stand_under_their_node() -> None:
    assert [tag.role for tag in runs(whole(kit().tagged("LI", kit().words("a"))))[0][3]] == ["LI", "P"]


def test_names_are_divided_only_where_a_word_is_wider_than_its_line() -> None:
    name = Text("Internationale Zusammenarbeit management", WHERE)
    divided = [words.text for _, _, words, _ in runs(whole(kit().text(name), 70)) if "\u00ad" in words.text]
    assert divided
    for width in (kit().longest(name, "text") + 1, 100, 120):
        frame = whole(kit().name(name, "text", Tag("P", WHERE)), width)
        assert not any("\u00ad" in words.text for _, _, words, _ in runs(frame))
    assert said(whole(kit().name(text("a **b**"), "text", Tag("P", WHERE)))) == ["a", "b"]


def test_boxes_that_are_kept_go_together() -> None:
    made = kit()
    boxes = [made.text(Text(word, WHERE), whole=True) for word in ("a", "b", "c")]
    assert made.kept(*boxes).fit(Size(100, made.lines(2))).frame is None
    assert said(whole(made.kept(*boxes))) == ["a", "b", "c"]

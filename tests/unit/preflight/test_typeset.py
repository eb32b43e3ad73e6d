"""Lines and paragraphs as a reader sees them."""

import pytest

from factsheet.document import Tag
from factsheet.preflight.typeset import Line, Paragraph, paragraphs
from tests.making import document as made
from tests.unit.preflight.setting import COLUMN, SOFT_HYPHEN, Text, column, document, tag


def only(text: Text) -> Paragraph:
    (found,) = paragraphs(document([column(text)]))
    return found


def line(said: str, stretch: float = 0.0) -> Line:
    (found,) = only(Text([said], stretch=[stretch])).lines
    return found


def test_a_paragraph_in_two_columns_is_one_in_two_pieces() -> None:
    node = tag()
    one, other = column(Text(["One two", "three"], node)), column(Text(["four"], node), x=300)
    (found,) = paragraphs(document([one, other]))
    assert [[each.text for each in piece] for piece in found.pieces] == [["One two", "three"], ["four"]]
    assert [(each.page, each.region.rect.x) for each in found.lines] == [(1, 50), (1, 50), (1, 300)]


def test_lines_know_where_they_stand() -> None:
    found = line("Some words")
    assert (found.left, found.x, found.y) == (50, 50, 110)
    assert found.right == pytest.approx(50 + found.width)
    assert found.size == 9.6
    assert found.box.y < found.y < found.box.bottom


def test_artefacts_are_no_text() -> None:
    assert not paragraphs(document([column(Text(["Running head"], Tag("Artifact", kind="Header")))]))


def test_word_spaces_are_shares_of_the_fonts() -> None:
    assert list(line("a b c").spaces()) == [1, 1]
    assert list(line("a b c", 0.3).spaces()) == pytest.approx([1.3, 1.3])
    assert line("a b c", 0.3).justified
    assert not line("a b c").justified


def test_gaps_are_where_the_spaces_stand() -> None:
    plain, wide = line("aaaa bbbb cc"), line("aaaa bbbb cc", 0.5)
    assert len(plain.gaps) == 2
    assert wide.gaps[0][0] == pytest.approx(plain.gaps[0][0])
    assert wide.gaps[1][0] > plain.gaps[1][0]
    assert wide.gaps[0][1] - wide.gaps[0][0] == pytest.approx(1.5 * (plain.gaps[0][1] - plain.gaps[0][0]))


def test_hyphens_at_line_ends() -> None:
    assert line(f"inter{SOFT_HYPHEN}").hyphened
    assert not line("well-known").hyphened
    forced = only(Text([f"inter{SOFT_HYPHEN}"], divided=True)).lines[0]
    assert not forced.hyphened


@pytest.mark.parametrize(("role", "heading", "running"), [("P", 0, 1), ("LBody", 0, 1), ("H2", 1, 0), ("TD", 0, 0)])
def test_kinds_of_text(role: str, heading: bool, running: bool) -> None:
    found = only(Text(["Words"], tag(role)))
    assert (found.heading, found.running) == (bool(heading), bool(running))


def test_text_outside_the_columns_is_not_running() -> None:
    (found,) = paragraphs(document([column(Text(["A subtitle"]), name="masthead")]))
    assert not found.running


def test_the_measure_is_the_room_unless_all_lines_keep_clear_of_it() -> None:
    assert only(Text(["short", "lines"])).measure == COLUMN
    short = only(Text(["short lines", "of a", "lead"]))
    assert short.measure == short.lines[0].width


def test_the_place_of_a_line_is_that_of_its_words_in_the_spec() -> None:
    found = only(Text(["elsewhere", "line 9 of the"])).lines
    assert [(each.where.line, each.where.column) for each in found] == [(5, 3), (9, 1)]


def test_what_hangs_does_not_count_as_width() -> None:
    text = "title: T\nmain:\n  - heading: H\n  - text: “Quoted words” stand at the edge.\n"
    found = next(p for p in paragraphs(made(text)) if p.lines[0].text.startswith("“"))
    first = found.lines[0]
    assert first.x < first.left
    assert first.width == pytest.approx(first.right - first.left)


def test_a_paragraph_whose_lines_are_all_justified_learns_its_tracking_from_others_of_its_type() -> None:
    full = Text(["a b c"], stretch=[0.3], tracking=-0.05)
    alone = paragraphs(document([column(full)]))[0]
    assert alone.tracking == 0
    other = Text(["d e f"], tag(line=6), y=50.0, tracking=-0.05)
    assert [found.tracking for found in paragraphs(document([column(full, other)]))] == [-0.05, -0.05]
    large = Text(["d e f"], tag(line=6), y=50.0, size=20.0, tracking=-0.05)
    assert [found.tracking for found in paragraphs(document([column(full, large)]))] == [0, -0.05]

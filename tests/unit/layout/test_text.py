"""Paragraphs as boxes: on the grid, split without widows and orphans, whole where they must be."""

from dataclasses import replace

import pytest

from factsheet.document import Tag
from factsheet.findings import NOWHERE
from factsheet.layout.box import UNLIMITED, Fit
from factsheet.layout.text import LEAST_LINES, TextBox
from factsheet.text.markup import spans
from factsheet.units import Size
from tests.making import pieces, runs, said, said_by, styles, whole

GRID = styles().grid
LINE = GRID.leading
TEXT = "Migration management systems in Mongolia contribute to labour migration. " * 6


def text(said: str = TEXT, style: str = "text", *, rough: bool = False) -> TextBox:
    kind = styles().type(style)
    paragraph = styles().paragraph(said, style, NOWHERE, lambda: spans(said))
    return TextBox(paragraph, kind, GRID, Tag("P"), rough=rough)


def count(box: TextBox, width: float) -> int:
    return round(whole(box, width).height / LINE)


def test_lines_stand_on_the_grid() -> None:
    for _, y, _, _ in runs(whole(text(), 150)):
        assert (y - GRID.baseline) / LINE == pytest.approx(round((y - GRID.baseline) / LINE))


@pytest.mark.parametrize("style", ["text", "heading", "lead", "quote", "figure", "caption", "note", "subheading"])
@pytest.mark.parametrize("said", ["One", TEXT])
def test_every_style_takes_whole_grid_lines(style: str, said: str) -> None:
    frame = whole(text(said, style), 200)
    assert frame.height / LINE == pytest.approx(round(frame.height / LINE))
    assert all(0.6 * words.size < y <= frame.height for _, y, words, _ in runs(frame))


@pytest.mark.parametrize("lines", range(0, 14))
def test_two_lines_stay_together_on_either_side_of_a_split(lines: int) -> None:
    box = text()
    total = count(box, 150)
    assert total > 8
    fit = box.fit(Size(150, lines * LINE))
    if fit.frame is None:
        assert lines < LEAST_LINES + 2  # a hyphen may cost a line or two more
        assert fit == Fit(None, box)
    elif fit.rest is not None:
        assert LEAST_LINES <= round(fit.frame.height / LINE) <= lines
        assert round(whole(fit.rest, 150).height / LINE) >= LEAST_LINES
    else:
        assert lines >= total


@pytest.mark.parametrize("width", [90, 120, 150, 200])
def test_no_word_is_divided_between_columns(width: float) -> None:
    for lines in range(2, 20):
        frames, _ = pieces(text(), width, lines * LINE)
        for frame in frames:
            assert not runs(frame)[-1][2].text.endswith("\u00ad")


@pytest.mark.parametrize("width", [90, 150, 233.7])
def test_nothing_is_lost(width: float) -> None:
    for lines in range(2, 30):
        frames, rest = pieces(text(), width, lines * LINE + 0.5)
        left = [whole(rest, width)] if rest is not None else []
        assert said_by(frames + left) == TEXT.split()


def test_three_lines_are_never_split() -> None:
    box = text("word " * 25)
    width = next(w for w in range(60, 400) if count(box, w) == 3)
    assert box.fit(Size(width, 2 * LINE)) == Fit(None, box)


def test_a_whole_text_is_not_split() -> None:
    box = replace(text(), whole=True)
    height = whole(box, 150).height
    assert box.fit(Size(150, height - LINE)) == Fit(None, box)


def test_the_measure_may_be_less_than_the_room() -> None:
    box = replace(text(), measure=120)
    frame = whole(box, 300)
    assert frame.width == 300
    assert max(x + words.width for x, _, words, _ in runs(frame)) <= 120.01
    assert max(x + words.width for x, _, words, _ in runs(whole(box, 100))) <= 100.01


def test_an_estimate_has_a_height_and_no_items() -> None:
    frame = text(rough=True).fit(Size(150, UNLIMITED)).frame
    assert frame is not None
    assert frame.items == ()
    assert frame.height == pytest.approx(whole(text(), 150).height, rel=0.25)


def test_an_empty_text_takes_no_room() -> None:
    frame = text("\u200b").fit(Size(150, 0)).frame
    assert frame is not None
    assert (frame.height, frame.items) == (0, ())


def test_footnotes_are_known_where_their_mark_stands() -> None:
    said = f"{'word ' * 30}[^1] {'word ' * 30}[^2]"
    paragraph = styles().paragraph(
        said, "text", NOWHERE, lambda: tuple(replace(span, text=span.text or span.note) for span in spans(said))
    )
    frames, rest = pieces(TextBox(paragraph, styles().type("text"), GRID, Tag("P")), 150, 6 * LINE)
    assert rest is None
    for frame in frames:
        assert frame.notes == tuple(words.text.strip() for _, _, words, _ in runs(frame) if words.tag)
    assert [note for frame in frames for note in frame.notes] == ["1", "2"]


def test_a_word_wider_than_the_measure_is_divided_by_force_and_said_so() -> None:
    box = text("x" * 80)
    assert box.forced(100)
    assert not box.forced(1000)
    frame = whole(box, 100)
    assert "".join(said(frame)) == "x" * 80
    assert max(words.width for _, _, words, _ in runs(frame)) <= 100.01


def test_all_pieces_belong_to_one_node() -> None:
    frames, _ = pieces(text(), 150, 3 * LINE)
    assert len(frames) > 2
    assert len({frame.tag for frame in frames}) == 1


def test_a_heading_stands_at_the_foot_of_its_room_and_a_lead_at_its_top() -> None:
    heading, lead = whole(text("One", "heading"), 200), whole(text("One", "lead"), 200)
    assert heading.height - runs(heading)[-1][1] < 0.75 * LINE
    top = GRID.baseline + styles().type("lead").leading - LINE
    free = lead.height - styles().type("lead").leading
    assert top < runs(lead)[0][1] < top + free


@pytest.mark.parametrize("letters", [20, 60, 200])
def test_a_word_divided_by_force_fills_its_lines(letters: int) -> None:
    frame = whole(text("x" * letters), 100)
    natural = styles().type("text").voices[0].word("x" * letters)[0].width * 0.0096
    assert frame.height / LINE <= natural / 100 * 1.2 + 1


# -- looseness


def _column(width: float, lines: int, *, flexible: bool) -> tuple[Fit, int]:
    return replace(text(), flexible=flexible).fit(Size(width, lines * LINE)), lines


def test_a_flexible_paragraph_takes_a_line_fewer_where_all_of_it_fits_then() -> None:
    found = 0
    for width in range(110, 260, 3):
        total = count(text(), width)
        stiff, room = _column(width, total - 1, flexible=False)
        fit, _ = _column(width, total - 1, flexible=True)
        assert stiff.rest is not None
        assert not stiff.tight
        if fit.tight:
            found += 1
            assert fit.rest is None
            assert fit.frame is not None
            assert round(fit.frame.height / LINE) == room
            assert said(fit.frame) == said(whole(text(), width))
    assert found


def test_a_flexible_paragraph_takes_a_line_more_to_fill_a_column() -> None:
    """A line short of all of it, two would go over to the next column, and a line of this one stay empty."""
    found = 0
    for width in range(110, 260, 3):
        total = count(text(), width)
        fit, room = _column(width, total - 1, flexible=True)
        if fit.tight or fit.frame is None or round(fit.frame.height / LINE) < room:
            continue
        found += 1
        assert fit.rest is not None
        assert round(whole(fit.rest, width).height / LINE) >= LEAST_LINES
        assert said_by([fit.frame, whole(fit.rest, width)]) == said(whole(text(), width))
    assert found


def test_an_estimate_is_not_flexible() -> None:
    rough, stiff = replace(text(rough=True), flexible=True), text(rough=True)
    for lines in range(12):
        one, other = rough.fit(Size(150, lines * LINE)), stiff.fit(Size(150, lines * LINE))
        assert (one.frame is None, one.rest is None) == (other.frame is None, other.rest is None)

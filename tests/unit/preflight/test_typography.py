"""The figures of typography: each is broken by a document made for it, and by nothing else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from factsheet.document import Document, Region, Tag
from factsheet.preflight.typography import Reading, as_data, judge_typography, readings, table, worst_lines
from tests.making import document as laid_out
from tests.unit.preflight.setting import COLUMN, GRID, SOFT_HYPHEN, Text, column, document, tag

LONG = "Words of a line that is about as long as its column"


def figure(name: str, *pages: Sequence[Region], language: str = "en") -> Reading:
    return next(reading for reading in readings(document(*pages, language=language)) if reading.name == name)


def broken(made: Document) -> set[str]:
    return {reading.name for reading in readings(made) if not reading.kept}


def plain(count: int = 4) -> Text:
    return Text([LONG] * (count - 1) + ["and its last line"])


def test_a_plain_column_breaks_nothing_but_has_rivers() -> None:
    assert broken(document([column(plain(3))])) == set()


def test_nothing_to_measure_is_nothing_wrong() -> None:
    found = readings(document([column()]))
    assert all(reading.kept for reading in found)
    assert {reading.value for reading in found} == {None, 0}


def test_lines_over_each_other() -> None:
    found = figure("overlaps", [column(plain(), Text(["Over it"], tag(line=9), y=12.0))])
    assert (found.value, found.kept, found.severity, found.where.line) == (1, False, "error", 9)
    apart = column(plain()), column(Text(["Beside it"], y=12.0), x=300)
    assert figure("overlaps", list(apart)).kept


def test_words_outside_their_region() -> None:
    found = figure("outside", [column(Text(["Far out"], x=-20.0))])
    assert (found.value, found.kept, found.where.line) == (1, False, 5)


@pytest.mark.parametrize(("name", "share", "kept"), [
    ("word-space-least", -0.19, True), ("word-space-least", -0.25, False),
    ("word-space-most", 0.59, True), ("word-space-most", 0.7, False),
])  # fmt: skip
def test_word_spaces(name: str, share: float, kept: bool) -> None:
    found = figure(name, [column(Text([LONG, "the end"], stretch=[share]))])
    assert found.value == pytest.approx(1 + share)
    assert found.kept is kept


def test_ragged_text_has_no_word_spaces_to_judge() -> None:
    assert figure("word-space-most", [column(plain())]).value is None


@pytest.mark.parametrize(("count", "kept"), [(1, True), (2, True), (3, False)])
def test_hyphens_in_a_row(count: int, kept: bool) -> None:
    lines = [LONG, *[f"{LONG}{SOFT_HYPHEN}"] * count, LONG, f"{LONG}{SOFT_HYPHEN}", "the end"]
    found = figure("hyphens-in-a-row", [column(Text(lines))])
    assert (found.value, found.kept) == (count, kept)


def divided(first: int, second: int) -> list[Region]:
    node = tag()
    return [column(Text([LONG] * first, node)), column(Text([LONG] * second, node), x=300)]


@pytest.mark.parametrize(("first", "second", "wrong"), [(3, 2, set()), (3, 1, {"widows"}), (1, 3, {"orphans"})])
def test_widows_and_orphans(first: int, second: int, wrong: set[str]) -> None:
    assert broken(document(divided(first, second))) & {"widows", "orphans"} == wrong


def test_a_widow_on_the_next_page() -> None:
    one, other = divided(3, 1)
    found = figure("widows", [one], [other])
    assert (found.kept, found.page) == (False, 2)


def test_headings_alone_at_the_foot_of_a_column() -> None:
    heading = Text(["A heading"], tag("H2", 30), y=200.0)
    after = column(plain(), x=300)
    found = figure("stranded-headings", [column(plain(), heading), after])
    assert (found.value, found.kept, found.where.line) == (1, False, 30)
    assert figure("stranded-headings", [column(plain(), heading)]).kept
    over = column(Text(["A heading"], tag("H2")), y=50.0)
    below = column(plain(), y=700.0)
    assert figure("stranded-headings", [over, below]).kept


def test_lines_off_the_grid() -> None:
    off = Text([LONG, "and more"], y=10.0 + 6 * GRID + 2.0)
    found = figure("grid", [column(plain(), off)])
    assert found.value == pytest.approx(2.0, abs=0.1)
    assert not found.kept
    heading = Text(["Of another size"], tag("H2"), y=10.0 + 6 * GRID + 2.0, size=14.0)
    assert figure("grid", [column(plain(), heading)]).kept


def test_columns_that_end_apart() -> None:
    def feet(one: int, other: int) -> Reading:
        return figure("balance", [column(plain(one)), column(plain(other), x=300)])

    assert (feet(5, 4).value, feet(5, 4).kept) == (1, True)
    assert (feet(8, 4).value, feet(8, 4).kept) == (4, False)
    assert figure("balance", [column(plain(8))]).value is None


@pytest.mark.parametrize(("last", "kept"), [("it", False), ("is long enough to be one", True)])
def test_short_last_lines(last: str, kept: bool) -> None:
    found = figure("last-line", [column(Text([LONG, LONG, last]))])
    assert found.kept is kept
    assert found.value is not None
    assert 0 < found.value < 1


def test_short_lines_between() -> None:
    found = figure("rag", [column(Text([LONG, "short", LONG, "the last line of it"]))])
    assert not found.kept
    assert found.text == "short"
    assert figure("rag", [column(plain())]).kept


@pytest.mark.parametrize(("name", "stretch"), [("river", 0.1), ("ragged-river", 0.0)])
def test_rivers(name: str, stretch: float) -> None:
    found = figure(name, [column(Text([LONG] * 5, stretch=[stretch] * 5))])
    assert (found.value, found.kept) == (5, False)
    other = "Others have their word spaces nowhere near those above"
    assert figure(name, [column(Text([LONG, other] * 2, stretch=[stretch] * 4))]).kept


def test_small_words_at_the_end_of_a_line_of_a_title() -> None:
    found = figure("light-ends", [column(Text(["The state of the", "nation"], tag("H1")))])
    assert (found.value, found.kept, found.text) == (1, False, "The state of the")
    assert figure("light-ends", [column(Text(["The state", "of the nation"], tag("H1")))]).kept
    assert not figure("light-ends", [column(Text(["L’avenir de", "la région"], tag("H1")))], language="fr").kept
    assert figure("light-ends", [column(Text(["The state of the", "nation"]))]).kept


def test_a_title_whose_last_line_is_a_word() -> None:
    assert not figure("title-last-line", [column(Text(["A title of several words and", "one"], tag("H2")))]).kept
    assert figure("title-last-line", [column(Text(["A title of several", "words and one"], tag("H2")))]).kept


def test_a_whole_factsheet_is_well_set() -> None:
    body = "Migration management systems in Mongolia contribute to labour migration and to counter-trafficking. " * 8
    text = f"title: T\nmain:\n  - heading: One\n  - text: {body}\n  - heading: Two\n  - text: {body}\n"
    found = {reading.name: reading for reading in readings(laid_out(text))}
    assert not [name for name, reading in found.items() if not reading.kept and reading.severity == "error"]
    assert found["last-line"].value is not None
    assert found["grid"].value == 0


def test_the_worst_line_of_every_paragraph() -> None:
    ragged = Text([LONG, "short", LONG, "the end"], tag(line=5))
    flush = Text([LONG, LONG, "the end"], tag(line=6), y=200.0, stretch=[0.1, -0.15])
    one, other = worst_lines(document([column(ragged, flush)]))
    assert (one.text, one.where.line) == ("short", 5)
    assert other.value == pytest.approx(0.85)
    assert other.where.line == 6


def test_what_is_wrong_is_a_finding_with_its_place() -> None:
    found = judge_typography(readings(document(divided(3, 1))))
    assert {finding.rule for finding in found} >= {"typography-widows"}
    (widow,) = (finding for finding in found if finding.rule == "typography-widows")
    assert (widow.severity, widow.where.line) == ("error", 5)
    assert "page 1" in widow.message


def test_the_table_marks_what_is_not_kept() -> None:
    figures = readings(document(divided(3, 1)))
    rows = table(figures).split("\n")
    assert len(rows) == len(figures)
    assert [row.startswith("!") for row in rows] == [not figure.kept for figure in figures]


def test_data_for_machines() -> None:
    figures = readings(document([column(plain(), width=COLUMN)]))
    data = as_data(figures)
    assert [row["name"] for row in data] == [figure.name for figure in figures]
    assert all({"value", "bound", "kept", "page", "line", "text"} <= row.keys() for row in data)


@pytest.mark.parametrize(("role", "size", "kept"), [
    ("LBody", 24.0, True), ("LBody", 9.6, False), ("L", 24.0, False), ("Table", 9.6, True),
])  # fmt: skip
def test_captions_below_larger_type_are_not_running_text_and_leave_the_grid(role: str, size: float, kept: bool) -> None:
    value, caption = (
        Text(["120"], tag(line=6), y=62.0, size=size),
        Text(["A caption", "of two lines"], tag(line=7), y=70.0),
    )
    made = column(Text([LONG] * 3))
    shown = replace(column(value, caption).frame, tag=Tag(role))
    whole = replace(made, frame=replace(made.frame, items=(*made.frame.items, (0.0, 0.0, shown))))
    assert figure("grid", [whole]).kept is kept

"""Timelines: dates in words over their texts, dots that tell what is planned, an order that is kept."""

from dataclasses import replace

import pytest

from factsheet.blocks.timeline import line
from factsheet.document import Path
from factsheet.findings import Finding, Where
from factsheet.i18n.text import Text
from factsheet.source import parse
from factsheet.spec.load import validate
from tests.making import box, items, kit, pieces, runs, said, said_by, whole

LONG = "- timeline:\n" + "".join(
    f"    - {{date: {2000 + n}, text: '{'What happened then. ' * (3 + n % 5)}'}}\n" for n in range(12)
)

WHERE = Where("test.yaml", 1, 1)


def refused(events: str) -> list[Finding]:
    sheet, found = validate(parse(f"title: T\nmain:\n  - timeline: {events}\n", "t.yaml"))
    assert sheet is None
    return found


def dots(text: str) -> list[str]:
    """What the dots look like: filled, empty, or a ring with a dot in it."""
    found = [
        (round(y, 2), i.fill is not None)
        for _, y, i, _ in items(whole(box(text)))
        if isinstance(i, Path) and not i.dashes
    ]
    looks = {(True,): "full", (False,): "hollow", (False, True): "ringed"}
    return [looks[tuple(full for at, full in found if at == y)] for y in dict.fromkeys(y for y, _ in found)]


def test_dates_are_written_by_the_language() -> None:
    text = "- timeline: [{date: 2012-08, text: A.}, {date: {start: 2013-03, end: 2013-09}, text: B.}]"
    assert said(whole(box(text))) == ["August\u00a02012", "A.", "March", "–", "September\u00a02013", "B."]
    assert said(whole(box(text, tag="de")))[0] == "August\u00a02012"
    assert "сар" in said(whole(box(text, tag="mn")))[0]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("{start: 2012}", "from 2012"),
        ("{start: 2012, end: ongoing}", "2012 – ongoing"),
        ("{start: 2012, end: 2013}", "2012–2013"),
        ("2012-08-15", "15 August 2012"),
    ],
)
def test_periods(date: str, expected: str) -> None:
    text = f"- timeline: [{{date: {date}, text: A.}}]"
    assert " ".join(said(whole(box(text)))).replace("\u00a0", " ") == f"{expected} A."


def test_it_is_a_list_whose_labels_are_the_dates() -> None:
    text = "- timeline: [{date: 2012, title: A, text: B.}]"
    paths = {words.text.strip(): [tag.role for tag in path] for _, _, words, path in runs(whole(box(text)))}
    assert paths == {"2012": ["L", "LI", "Lbl"], "A": ["L", "LI", "LBody", "P"], "B.": ["L", "LI", "LBody", "P"]}


def test_what_is_planned_is_said_and_has_a_hollow_dot() -> None:
    text = "- timeline: [{date: 2012, text: A.}, {date: 2013, text: B., planned: true}]"
    assert said(whole(box(text))) == ["2012", "A.", "2013", "(planned)", "B."]
    assert dots(text) == ["full", "hollow"]


def test_what_follows_now_is_planned() -> None:
    text = "- timeline: [{date: 2012, text: A.}, {date: 2013, text: B., now: yes}, {date: 2014, text: C.}]"
    assert said(whole(box(text))) == ["2012", "A.", "2013", "(now)", "B.", "2014", "(planned)", "C."]
    assert dots(text) == ["full", "ringed", "hollow"]


def test_events_flow_over_columns_with_nothing_lost() -> None:
    everything = said(whole(box(LONG)))
    frames, rest = pieces(box(LONG), 234, 12 * kit().grid.leading)
    assert rest is None
    assert len(frames) > 2
    assert said_by(frames) == everything


@pytest.mark.parametrize(
    ("events", "rule", "cure"),
    [
        ("[{date: spring 2013, text: A.}]", "bad-date", "{start: 2013-03, end: 2013-05}"),
        ("[{date: sometime, text: A.}]", "bad-date", "write a year (2012)"),
        ("[{date: {start: 2014, end: 2013}, text: A.}]", "date-order", "exchange the two dates"),
        ("[{date: {end: 2013}, text: A.}]", "missing", "start"),
        ("[{date: 2013}]", "missing", "add text:"),
        ("[{text: A.}]", "missing", "date"),
        ("[{date: , text: A.}]", "empty", "date"),
        ("[{date: 2013, text: A., now: maybe}]", "bad-flag", "write true"),
        ("[{date: 2013, text: A., now: true, planned: true}]", "too-many", "keep one"),
        ("[{date: 2013, text: A., now: true}, {date: 2014, text: A., now: true}]", "too-many", "keep it at one"),
        ("[{date: 2013, text: A., planned: true}, {date: 2014, text: A., now: true}]", "date-order", "now:"),
        ("[{date: 2013, text: A.}, {date: 2012-12, text: B.}]", "date-order", "move it up"),
        ("[]", "too-few", "items"),
    ],
)
def test_mistakes_are_refused_with_a_cure(events: str, rule: str, cure: str) -> None:
    (found,) = set(refused(events))
    assert found.rule == rule
    assert cure in f"{found.message} {found.hint}"


def test_a_date_that_may_be_later_is_not_out_of_order() -> None:
    assert said(whole(box("- timeline: [{date: 2013-03, text: A.}, {date: 2013, text: B.}]")))


def test_words_of_a_date_are_not_divided_in_the_sidebar() -> None:
    text = "- timeline: [{date: {start: 2025-03, end: ongoing}, text: A., planned: true}]"
    for width in (70, 85, 100, 130):
        assert all("\u00ad" not in words.text for _, _, words, _ in runs(whole(box(text, "sidebar"), width)))


def test_events_stand_closer_in_a_tight_sidebar() -> None:
    tight, loose = (replace(kit("sidebar"), tight=flag) for flag in (True, False))
    heights = [
        whole(line(made, [(made.text(Text("a", WHERE)), "full"), (made.text(Text("b", WHERE)), "hollow")])).height
        for made in (tight, loose)
    ]
    assert heights == pytest.approx([tight.lines(2), tight.lines(3)])

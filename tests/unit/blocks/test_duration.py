"""Durations: the length is worked out, the stretch drawn on whole years, the dates written."""

import pytest

from factsheet.blocks.duration import Period
from factsheet.document import Area, Frame, Path
from tests.making import box, items, said, whole

WIDTH = 130.0


def frame(dates: str, tag: str = "en") -> Frame:
    return whole(box(f"- duration: {dates}", "sidebar", tag=tag), WIDTH)


def drawn(found: Frame) -> list[tuple[float, float, str]]:
    """The x, the width and the ink of the bars of time."""
    bars = [(x, item.width, item.ink.name) for x, _, item, _ in items(found) if isinstance(item, Area)]
    return [bar for bar in bars if bar[1] not in (WIDTH, 0.8)]


def test_length_and_dates() -> None:
    words = said(frame("{start: 2012-08, end: 2014-02}"))
    assert words == ["Project", "duration", "19\u00a0months", "August\u00a02012", "–", "February\u00a02014"]


def test_the_stretch_lies_where_it_belongs_on_whole_years() -> None:
    ((x, width, _),) = drawn(frame("{start: 2012-08, end: 2014-02}"))
    assert x == pytest.approx(WIDTH * (7 / 12) / 3)
    assert x + width == pytest.approx(WIDTH * (2 + 2 / 12) / 3, rel=0.01)


@pytest.mark.parametrize("dates", ["{start: 2012-01, end: 2012-12}", "{start: 2012-01-01, end: 2013-12-31}"])
def test_full_years_fill_the_line(dates: str) -> None:
    bars = [item.width for _, _, item, _ in items(frame(dates)) if isinstance(item, Area)]
    assert sum(width == pytest.approx(WIDTH) for width in bars) == 3  # the rule, the line and the stretch


@pytest.mark.parametrize(
    "dates", ["{start: 2012, end: 2014}", "{start: 2012-01}", "{end: 2012-01}", "{start: 2000-01, end: 2013-01}"]
)
def test_nothing_is_drawn_where_it_would_not_be_exact_or_too_fine(dates: str) -> None:
    assert drawn(frame(dates)) == []


def test_what_is_ongoing_ends_in_an_arrow() -> None:
    found = frame("{start: 2020-03, end: Ongoing}")
    assert [item for _, _, item, _ in items(found) if isinstance(item, Path)]
    assert said(found)[-1] == "ongoing"
    assert drawn(found)[0][0] == 0


@pytest.mark.parametrize(
    ("dates", "tag", "expected"),
    [
        ("{start: 2012-08}", "en", ["from\u00a0August\u00a02012"]),
        ("{end: 2012-08}", "en", ["until\u00a0August\u00a02012"]),
        ("{start: 2012, end: 2014}", "en", ["3\u00a0years", "2012–2014"]),
        ("{note: to be agreed}", "en", ["to", "be", "agreed"]),
    ],
)
def test_a_part_of_a_period(dates: str, tag: str, expected: list[str]) -> None:
    assert said(frame(dates, tag))[2:] == expected


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "needs a start"),
        ({"start": "2014", "end": "2012"}, "before the start"),
        ({"start": "2014-05", "end": "2014-04-30"}, "before the start"),
        ({"end": "ongoing"}, "ongoing needs a start"),
        ({"start": "soon"}, "soon"),
    ],
)
def test_what_is_no_period(fields: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Period(**fields)  # type: ignore[arg-type]


def test_dates_of_different_precision_overlap() -> None:
    assert Period(start="2014-05-03", end="2014").end is not None  # type: ignore[arg-type]


def test_the_bar_stays_in_the_room() -> None:
    for month in range(1, 13):
        for x, _, item, _ in items(frame(f"{{start: 2012-{month:02}, end: 2012-{month:02}}}")):
            assert x >= -0.5  # punctuation hangs
            assert not isinstance(item, Area) or x + item.width <= WIDTH + 0.01

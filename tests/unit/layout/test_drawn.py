"""What is drawn: rules that take no room, bars as tall as their box, a bar of time; all of it artefacts."""

import pytest

from factsheet.document import Area, Frame, Path, Tag
from factsheet.layout.box import Box, Fit
from factsheet.layout.drawn import LAYOUT, Barred, Lowered, Ruled, Tagged, Timeline
from factsheet.units import Size
from tests.making import items
from tests.unit.layout.bricks import Bricks, ink, names, rows

RED = ink("RED")


def lines(frame: Frame | None) -> list[tuple[float, float, float, float]]:
    """The place and size of what is red."""
    return [(x, y, i.width, i.height) for x, y, i, _ in items(frame) if isinstance(i, Area) and i.ink == RED]


def halves(box: Box, height: float = 20) -> tuple[Frame, Frame]:
    fit = box.fit(Size(100, height))
    assert fit.frame is not None
    assert fit.rest is not None
    second = fit.rest.fit(Size(100, 100)).frame
    assert second is not None
    return fit.frame, second


def test_a_rule_lies_over_its_box_and_takes_no_room() -> None:
    frame = Ruled(Bricks("a"), RED, 1, rise=4).fit(Size(100, 10)).frame
    assert frame is not None
    assert frame.height == 10
    assert lines(frame) == [(0, -4.5, 100, 1)]


def test_the_rest_has_no_second_rule() -> None:
    first, second = halves(Ruled(Bricks("abc"), RED, 1))
    assert (len(lines(first)), len(lines(second))) == (1, 0)


def test_a_bar_is_as_tall_as_each_piece_of_its_box() -> None:
    first, second = halves(Barred(Bricks("abc"), RED, 2, 13))
    assert lines(first) == [(0, 0, 2, 20)]
    assert lines(second) == [(0, 0, 2, 10)]
    assert [row for row in rows(first) if row[0] != "RED"] == [("a", 13, 0), ("b", 13, 10)]


def test_tags_go_on_with_the_rest() -> None:
    tag = Tag("BlockQuote")
    first, second = halves(Tagged(tag, Bricks("abc")))
    assert first.tag is second.tag is tag
    assert names(first) + names(second) == "abc"


@pytest.mark.parametrize(
    "box",
    [
        Ruled(Bricks("a"), RED, 1),
        Barred(Bricks("a"), RED, 2, 13),
        Tagged(Tag("P"), Bricks("a")),
        Timeline(0, 1, 1, 13.4, RED, RED),
    ],
)
def test_what_does_not_fit_comes_back_as_it_was(box: Box) -> None:
    assert box.fit(Size(100, 9)) == Fit(None, box)


@pytest.mark.parametrize("box", [Ruled(Bricks("", notes=("1",)), RED, 1), Barred(Bricks("", notes=("1",)), RED, 1, 1)])
def test_footnotes_are_known(box: Box) -> None:
    frame = box.fit(Size(100, 10)).frame
    assert frame is not None
    assert frame.notes == ("1",)


def test_rules_and_bars_are_artefacts() -> None:
    for box in (Ruled(Bricks("a"), RED, 1), Barred(Bricks("a"), RED, 2, 13), Timeline(0, 1, 1, 10, RED, RED)):
        paths = [path for _, _, item, path in items(box.fit(Size(100, 10)).frame) if item.ink == RED]  # type: ignore[union-attr]
        assert paths
        assert all(path[-1] is LAYOUT for path in paths)


def test_a_bar_of_time() -> None:
    stretch = ink("STRETCH")
    frame = Timeline(0.25, 0.5, 4, 13.4, RED, stretch).fit(Size(100, 13.4)).frame
    assert frame is not None
    assert frame.height == 13.4
    line, *ticks = lines(frame)
    assert line[0] == 0
    assert line[2] == 100
    assert [tick[0] for tick in ticks] == pytest.approx([0, 25, 50, 75, 99.2])
    ((x, _, item, _),) = [i for i in items(frame) if isinstance(i[2], Area) and i[2].ink == stretch]
    assert isinstance(item, Area)
    assert (x, item.width) == (25, 25)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0.5, 0.5001), (0, 1)])
def test_a_short_stretch_can_be_seen(start: float, end: float) -> None:
    frame = Timeline(start, end, 1, 13.4, RED, ink("STRETCH")).fit(Size(100, 20)).frame
    (bar,) = [item for _, _, item, _ in items(frame) if isinstance(item, Area) and item.ink.name == "STRETCH"]
    assert bar.width >= 2


def test_what_is_ongoing_ends_in_an_arrow_at_the_edge() -> None:
    frame = Timeline(0, 1, 1, 13.4, RED, ink("STRETCH"), ongoing=True).fit(Size(100, 20)).frame
    ((x, _, arrow, _),) = [i for i in items(frame) if isinstance(i[2], Path)]
    assert isinstance(arrow, Path)
    assert x + max(values[0] for _, values in arrow.segments if values) == 100


def test_space_above_is_that_of_the_first_piece() -> None:
    fit = Lowered(Bricks("abc"), 5).fit(Size(10, 25))
    assert fit.frame is not None
    assert fit.rest is not None
    assert (fit.frame.height, rows(fit.frame)[0][2]) == (25, 5)
    rest = fit.rest.fit(Size(10, 50)).frame
    assert rest is not None
    assert rest.height == 10


def test_space_stands_around_what_has_it_on_both_sides() -> None:
    box = Lowered(Bricks("a"), 4, 6)
    frame = box.fit(Size(10, 20)).frame
    assert frame is not None
    assert frame.height == 20
    assert box.fit(Size(10, 19)) == Fit(None, box)

"""Events along a line: a dot for each, the line whole over columns, dashes to what is planned."""

from itertools import pairwise

import pytest

from factsheet.document import Area, Frame, Path, Tag
from factsheet.layout.box import Fit
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.events import Event, Events, Mark, circle
from factsheet.units import Size
from tests.making import items, pieces
from tests.unit.layout.bricks import ROW, Bricks, ink, names

DOT, LINE = ink("DOT"), ink("LINE")


def events(*texts: str, marks: tuple[Mark, ...] = ()) -> Events:
    looks = dict(enumerate(marks))
    made = tuple(Event(Bricks(text), looks.get(n, "full")) for n, text in enumerate(texts))
    return Events(made, ROW, 16, 5, 3, ROW, DOT, LINE, Tag("L"))


def dots(frame: Frame | None) -> list[float]:
    return [y for _, y, item, _ in items(frame) if isinstance(item, Path) and DOT in (item.fill, item.stroke)]


def stretches(frame: Frame | None) -> list[tuple[float, float]]:
    """Where the line begins and ends."""
    found = []
    for _, y, item, _ in items(frame):
        if isinstance(item, Area) and item.ink is LINE:
            found.append((y, y + item.height))
        elif isinstance(item, Path) and item.stroke is LINE:
            found.append((y, y + item.segments[-1][1][1]))
    return found


def bodies(frame: Frame | None) -> str:
    return names(frame).replace("LINE", "")


def test_a_dot_for_each_event_and_a_line_between_them() -> None:
    frame = events("ab", "c", "d").fit(Size(100, 100)).frame
    assert frame is not None
    assert frame.height == 4 * ROW + 2 * ROW
    assert dots(frame) == [5, 35, 55]
    assert stretches(frame) == [(10, 30), (40, 50)]


def test_one_event_has_no_line() -> None:
    frame = events("abc").fit(Size(100, 100)).frame
    assert dots(frame) == [5]
    assert stretches(frame) == []


def test_the_line_goes_to_the_foot_and_on_from_the_head_of_the_next_column() -> None:
    frames, rest = pieces(events("ab", "cd", "e", "fg", "h", "ijk", "l"), 100, 58)
    assert rest is None
    assert [bodies(frame) for frame in frames] == ["abcd", "efg", "hijk", "l"]
    for before, frame in pairwise(frames):
        assert stretches(before)[-1][1] == before.height == 50
        assert dots(frame)
    assert sum(len(dots(frame)) for frame in frames) == 7


def test_a_divided_last_event_has_no_line_of_its_own() -> None:
    frames, rest = pieces(events("a", "bcdefg"), 100, 50)
    assert rest is None
    assert [len(dots(frame)) for frame in frames] == [2, 0]
    assert stretches(frames[0]) == [(10, 20)]
    assert stretches(frames[1]) == []


def test_a_divided_event_has_one_dot_and_a_line_beside_all_of_it() -> None:
    frames, _ = pieces(events("abcdefgh", "i"), 100, 50)
    assert [len(dots(frame)) for frame in frames] == [1, 1]
    assert stretches(frames[0]) == [(10, 50)]
    assert stretches(frames[1])[0] == (0, 40)


@pytest.mark.parametrize(("mark", "count"), [("full", 1), ("hollow", 1), ("ringed", 2)])
def test_marks(mark: Mark, count: int) -> None:
    shapes = [i for _, _, i, _ in items(events("a", marks=(mark,)).fit(Size(50, 50)).frame) if isinstance(i, Path)]
    assert len(shapes) == count
    assert (shapes[0].fill is None) == (mark != "full")


def test_dashes_lead_to_what_is_planned() -> None:
    frame = events("a", "b", "c", marks=("full", "full", "hollow")).fit(Size(100, 100)).frame
    dashed = [i.dashes for _, _, i, _ in items(frame) if isinstance(i, Path) and i.stroke is LINE]
    assert len(dashed) == 1
    assert all(dashed[0])


def test_what_does_not_fit_comes_back_as_it_was() -> None:
    box = events("a")
    assert box.fit(Size(100, 9)) == Fit(None, box)


def test_all_of_it_is_an_artefact_but_the_bodies() -> None:
    frame = events("a", "b").fit(Size(100, 100)).frame
    assert all(path[-1] is LAYOUT for _, _, i, path in items(frame) if isinstance(i, Path))


def test_a_circle_is_round() -> None:
    ends = [values[-2:] for operator, values in circle(2.0) if operator == "C"]
    assert ends == [(0, 2), (-2, 0), (0, -2), (2, 0)]


def test_where_the_line_goes_on_the_frame_is_as_high_as_its_column_so_that_no_note_lies_under_the_line() -> None:
    fit = events("a", "bbbbb").fit(Size(100, 57))
    assert fit.frame is not None
    assert fit.frame.height == 50
    fit = Events((Event(Bricks("a")), Event(Bricks("bbbbb", True))), *(ROW, 16, 5, 3, ROW), DOT, LINE, Tag("L")).fit(
        Size(100, 57)
    )
    assert fit.frame is not None
    assert (bodies(fit.frame), fit.frame.height) == ("a", 50)
    assert stretches(fit.frame) == [(10, 50)]

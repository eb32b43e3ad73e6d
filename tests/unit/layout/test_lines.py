"""Lines: points over the columns of their numbers, or a list of them below."""

import itertools
from dataclasses import replace

import pytest

from factsheet.document import Frame, Path, Tag
from factsheet.layout.lines import Cells, Lines
from factsheet.layout.plot import Row
from factsheet.layout.scale import scale
from factsheet.layout.series import Series
from factsheet.text.styles import Grid
from tests.making import items
from tests.unit.layout.bricks import drawn, ink, label, names, rows


def cells(points: str, series: str, count: int) -> Cells:
    return Cells(
        Tag("TD"),
        tuple(label(point, 18) for point in points),
        tuple(label(name, 25) for name in series),
        tuple(tuple(label(str(n), 18) for _ in points) for n in range(count)),
        tuple(Tag("TR") for _ in range(20)),
    )


def lines(*numbers: tuple[float | None, ...], series: str = "") -> Lines:
    points = "abcdefghijkl"[: len(numbers[0])]
    upright = scale(0, 100)
    table = cells(points, series, len(numbers))
    return Lines(
        numbers=numbers,
        scale=upright,
        ticks=tuple(label("t", 12) for _ in upright.ticks),
        marks=tuple(label("m", 18) for _ in points),
        lying=table,
        standing=table,
        series=tuple(Series(ink("S"), n) for n in range(len(numbers))),
        rule=ink("-"),
        base=ink("="),
        grid=Grid(10, 7),
        centre=5.0,
        hairline=0.5,
    )


def strokes(row: Row) -> list[Path]:
    return [item for _, _, item, _ in items(row.drawing) if isinstance(item, Path) and item.stroke]


def test_numbers_stand_below_their_points() -> None:
    made = lines((0, 50, 100))
    head, values = made.rows(200)
    assert (names(head.text), names(values.text)) == ("abc", "000")
    middles = [x + wide / 2 for x, _, wide, _ in drawn(head.text)]
    markers = [x for x, _, item, _ in items(head.drawing) if isinstance(item, Path) and item.fill]
    assert markers == pytest.approx(middles)


def test_high_numbers_stand_high() -> None:
    (row, _) = lines((0, 50, 100)).rows(200)
    heights = [y for _, y, item, _ in items(row.drawing) if isinstance(item, Path) and item.fill]
    assert heights == sorted(heights, reverse=True)


def test_where_there_is_no_room_below_the_points_the_numbers_are_a_list() -> None:
    made = lines(tuple(range(12)), tuple(range(12)), series="XY")
    assert len(made.rows(600)) == 3
    found = made.rows(200)
    assert names(found[0].text).replace("S", "") == "XY"
    assert [names(row.text) for row in found[1:3]] == ["a01", "b01"]
    assert len(found) == 13


def test_a_list_without_heads_is_folded() -> None:
    made = lines(tuple(range(12)))
    (row,) = made.rows(230)
    assert names(row.text) == "a0b0c0d0e0f0g0h0i0j0k0l0"
    assert len({x for name, x, _ in rows(row.text) if name in "abcdefghijkl"}) > 1
    assert len({y for name, _, y in rows(row.text) if name in "abcd"}) > 1


def test_a_missing_number_parts_the_line() -> None:
    (row, _) = lines((1, 2, None, 4, 5)).rows(300)
    assert [len(path.segments) for path in strokes(row)] == [2, 2]
    (row, _) = lines((1, None, 3, None, 5)).rows(300)
    assert not strokes(row)


@pytest.mark.parametrize("width", [90, 130, 234, 493])
def test_nothing_leaves_the_room(width: float) -> None:
    for made in (lines(tuple(range(12))), lines((1, 2, 3), (4, 5, 6), series="XY")):
        for row in made.rows(width):
            for x, _, item, _ in items(row.text):
                assert x >= -0.01
                assert x + getattr(item, "width", 0) <= width + 0.01
            assert row.drawing.height == row.text.height


def test_the_line_at_zero_is_another() -> None:
    (row, _) = lines((1, 50)).rows(200)
    assert names(row.drawing).count("=") == 1


def test_a_key_is_no_text() -> None:
    _, row, _ = lines((1, 2), (3, 4), series="XY").rows(300)
    keys = [path[-1].role for _, _, item, path in items(row.text) if isinstance(item, Path)]
    assert keys
    assert set(keys) == {"Artifact"}


def test_the_first_row_is_a_frame_below_the_drawing() -> None:
    (row, _) = lines((1, 2)).rows(200)
    assert isinstance(row.text, Frame)
    assert replace(row.text).height > 60


def test_in_a_narrow_room_each_number_stands_behind_its_key() -> None:
    made = lines(*[tuple(range(12))] * 5, series="VWXYZ")
    found = made.rows(90)
    assert names(found[0].text) == "VWXYZ"
    assert names(found[1].text) == "a01234"
    for row in found[1:]:
        places = sorted((y, x, x + wide) for x, y, wide, _ in drawn(row.text))
        assert all(y != other or end < start for (y, _, end), (other, start, _) in itertools.pairwise(places))


@pytest.mark.parametrize("width", [110, 130, 160, 200, 300])
def test_numbers_of_a_list_do_not_touch(width: float) -> None:
    for row in lines(*[tuple(range(12))] * 3, series="XYZ").rows(width)[1:]:
        ends = [(y, x, x + wide) for x, y, wide, _ in drawn(row.text)]
        for (y, _, end), (other, start, _) in itertools.pairwise(ends):
            assert y != other or end < start

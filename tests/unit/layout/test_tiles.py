"""Tiles: in columns as wide as there is room for, in the order of reading, split between rows."""

import pytest

from factsheet.document import Area, Tag
from factsheet.layout.box import Fit
from factsheet.layout.tiles import Tile, Tiles
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.making import items, whole
from tests.unit.layout.bricks import Bricks, ink, names


def tiles(letters: str, rows: int = 1) -> Tiles:
    made = tuple(Tile(ink(""), Bricks(letter), 8.0, Bricks(letter.upper() * rows), Tag("LI")) for letter in letters)
    return Tiles(made, 2, 90.0, Grid(10, 7), 3.0, Tag("L"))


@pytest.mark.parametrize(("width", "columns"), [(60, 1), (100, 1), (193, 1), (194, 2), (300, 3), (2000, 4)])
def test_the_columns_that_there_is_room_for(width: float, columns: int) -> None:
    frame = whole(tiles("abcd"), width)
    assert len({x for x, _, item, _ in items(frame) if isinstance(item, Area) and not item.ink.name}) == columns
    assert frame.height == 20 * -(-4 // columns)


def test_a_tile_is_a_square_decoration_and_its_texts_are_an_item() -> None:
    frame = whole(tiles("a"), 100)
    square, *_ = [(item, path) for _, _, item, path in items(frame) if isinstance(item, Area)]
    assert isinstance(square[0], Area)
    assert square[0].width == square[0].height < 20
    assert [tag.role for tag in square[1]] == ["L", "LI", "Artifact"]


def test_reading_goes_row_by_row() -> None:
    assert names(whole(tiles("abcd"), 200)) == "aAbBcCdD"


def test_a_long_name_makes_its_row_higher() -> None:
    assert whole(tiles("ab", rows=3), 100).height == 60


def test_rows_go_on_in_the_next_room() -> None:
    fit = tiles("abcdefg").fit(Size(200, 45))
    assert fit.frame is not None
    assert names(fit.frame) == "aAbBcCdD"
    assert fit.rest is not None
    rest = fit.rest.fit(Size(200, 45))
    assert rest.frame is not None
    assert names(rest.frame) == "eEfFgG"
    assert rest.frame.tag is fit.frame.tag
    box = tiles("a")
    assert box.fit(Size(100, 19)) == Fit(None, box)


def test_no_row_stands_alone_on_either_side_of_a_split() -> None:
    assert [tiles("abc").fit(Size(100, height)).frame for height in (19, 39, 59)] == [None] * 3
    fit = tiles("abcde").fit(Size(100, 80))
    assert fit.frame is not None
    assert names(fit.frame) == "aAbBcC"

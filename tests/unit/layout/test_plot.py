"""Rows of a chart: drawing and text over each other, a head that is repeated, and a legend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from factsheet.document import Area, Frame, Tag
from factsheet.layout.box import Fit
from factsheet.layout.plot import Legend, Plot, Row
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.making import items
from tests.unit.layout.bricks import drawn, ink, label, names

FIGURE, TABLE = Tag("Figure", alt="x"), Tag("Table")


def row(name: str, width: float, height: float = 10.0) -> Row:
    text = Frame(width, height, ((0.0, 0.0, Area(width, height, ink(name.lower()))),), Tag("TR"))
    return Row(Frame(width, height, ((0.0, 0.0, Area(5.0, height, ink(name.upper()))),)), text)


@dataclass(frozen=True)
class Letters:
    letters: str
    headed: bool = False
    height: float = 10.0

    def head(self, width: float) -> Row | None:
        return row("h", width) if self.headed else None

    def rows(self, width: float) -> Sequence[Row]:
        return [row(letter, width, self.height) for letter in self.letters]


def plot(design: Letters) -> Plot:
    return Plot(design, FIGURE, TABLE, Grid(10, 7))


def test_drawings_lie_under_texts() -> None:
    frame = plot(Letters("ab", headed=True)).fit(Size(50, 100)).frame
    assert names(frame) == "HABhab"
    paths = {item.ink.name: path for _, _, item, path in items(frame) if isinstance(item, Area)}
    assert paths["A"] == (FIGURE,)
    assert [tag.role for tag in paths["a"]] == ["Table", "TR"]


def test_rows_go_on_elsewhere_below_a_repeated_head() -> None:
    first = plot(Letters("abc", headed=True)).fit(Size(50, 25))
    assert names(first.frame) == "HAha"
    assert first.rest is not None
    second = first.rest.fit(Size(50, 100))
    assert names(second.frame) == "HBChbc"
    assert second.rest is None
    heads = [path for _, _, item, path in items(second.frame) if isinstance(item, Area) and item.ink.name == "h"]
    assert heads[0][-1].role == "Artifact"


@pytest.mark.parametrize("height", [0, 9, 19])
def test_a_head_never_stands_alone(height: float) -> None:
    made = plot(Letters("ab", headed=True))
    assert made.fit(Size(50, height)) == Fit(None, made)


def test_heights_are_whole_grid_lines() -> None:
    frame = plot(Letters("ab", height=12)).fit(Size(50, 100)).frame
    assert frame is not None
    assert frame.height == 30


def legend(*wishes: float) -> Legend:
    names_ = tuple(label(chr(97 + n), wish) for n, wish in enumerate(wishes))
    keys = tuple(Frame(8, 6, ((0.0, 0.0, Area(8, 6, ink("K"))),)) for _ in wishes)
    return Legend(names_, keys, Tag("TD"), Tag("TR"), 10.0, 5.0)


def test_names_stand_behind_their_keys_in_as_many_lines_as_they_need() -> None:
    frame = legend(20, 20, 20).set(80)
    assert names(frame) == "KaKbKc"
    assert {y for _, y, _, high in drawn(frame) if high == 10} == {0, 10}
    assert frame.height == 25
    assert legend(20, 20, 20).set(200).height == 15


def test_a_key_is_no_text_and_the_corner_is_an_empty_cell() -> None:
    frame = legend(20).set(80)
    ((_, _, corner), *_) = frame.items
    assert isinstance(corner, Frame)
    assert (corner.items, corner.tag.role if corner.tag else "") == ((), "TD")
    assert [path[-1].role for _, _, item, path in items(frame) if isinstance(item, Area)] == ["Artifact", "TD"]


def test_a_label_is_as_wide_as_it_is_told() -> None:
    assert label("a", 33).set().width == 33
    assert replace(label("a", 33)).set(12).width == 12

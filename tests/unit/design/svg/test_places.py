"""Places of elements: transforms in their order, x and y, and outlines there."""

from xml.etree.ElementTree import Element

import pytest
from svgelements import Matrix

from factsheet.design.svg.figures import Units
from factsheet.design.svg.places import Place, inside_of, line_of, mapped, moved, rectangle
from factsheet.design.svg.refusals import Refusals
from factsheet.findings import AssetError

STYLE = {"transform": "none", "transform-origin": "0"}
UNITS = Units(100.0, 50.0)


def corner(matrix: Matrix) -> tuple[float, float]:
    point = matrix.point_in_matrix_space((1, 1))
    return round(point.x, 6), round(point.y, 6)


def test_transforms_are_done_from_the_last_to_the_first() -> None:
    style = STYLE | {"transform": "translate(10, 0) scale(2)"}
    assert corner(moved(Element("g"), style, Matrix.translate(0, 5), Refusals())) == (12, 7)
    assert corner(moved(Element("g"), STYLE, Matrix.translate(0, 5), Refusals())) == (1, 6)


@pytest.mark.parametrize(
    "style",
    [{"transform": "spin(3)"}, {"transform": "scale(2)", "transform-origin": "center"}, {"transform": "scale(a)"}],
)
def test_other_transforms_are_noted(style: dict[str, str]) -> None:
    refusals = Refusals()
    moved(Element("g"), STYLE | style, Matrix(), refusals)
    with pytest.raises(AssetError, match="transform"):
        refusals.check()


def test_x_and_y_move_a_place() -> None:
    place = Place(Matrix.scale(2), STYLE, (), UNITS)
    assert corner(place.shifted(Element("use", {"x": "10%", "y": "5"}))) == (22, 12)


def test_outlines_where_they_stand() -> None:
    line = line_of(Element("rect", {"width": "4", "height": "2"}), UNITS, Refusals())
    assert line is not None
    assert inside_of(line, Element("rect"), Matrix.scale(3), "evenodd", Refusals()).bounds == (0, 0, 12, 6)
    assert mapped(rectangle(1, 2, 3, 4), Matrix.translate(1, 1)).bounds == (2, 3, 5, 7)


def test_what_cannot_be_read_is_noted() -> None:
    refusals = Refusals()
    assert line_of(Element("path", {"d": "M 0"}), UNITS, refusals) is None
    far = line_of(Element("path", {"d": "M0 0H1e9"}), UNITS, refusals)
    assert far is not None
    assert not list(inside_of(far, Element("path"), Matrix(), "nonzero", refusals))
    with pytest.raises(AssetError, match="cannot be read"):
        refusals.check()

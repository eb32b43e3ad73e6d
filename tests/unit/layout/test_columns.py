"""Boxes side by side: all or none of them, at their shares of the room without the gutters."""

import pytest

from factsheet.document import Tag
from factsheet.layout.box import Fit
from factsheet.layout.columns import Columns, Levelled
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks, rows


def test_the_gutters_are_no_part_of_the_shares() -> None:
    fit = Columns((Bricks("a"), Bricks("bc"), Bricks("d")), (0.5, 0.25, 0.25), 10).fit(Size(100, 50))
    assert rows(fit.frame) == [("a", 0, 0), ("b", 50, 0), ("c", 50, 10), ("d", 80, 0)]
    assert fit.frame is not None
    assert (fit.frame.width, fit.frame.height) == (100, 20)
    assert fit.frame.items[0][2].width == pytest.approx(40)


@pytest.mark.parametrize("height", [0, 9, 10, 19])
def test_all_or_nothing(height: float) -> None:
    columns = Columns((Bricks("a"), Bricks("bc")), (0.5, 0.5))
    assert columns.fit(Size(100, height)) == Fit(None, columns)


def test_all_columns_belong_to_one_node_and_know_their_notes() -> None:
    tag = Tag("TR")
    frame = Columns((Bricks("a", notes=("1",)), Bricks("b", notes=("2",))), (0.5, 0.5), 0, tag).fit(Size(9, 10)).frame
    assert frame is not None
    assert (frame.tag, frame.notes) == (tag, ("1", "2"))


def test_shares_and_boxes_must_agree() -> None:
    with pytest.raises(ValueError, match="zip"):
        Columns((Bricks("a"), Bricks("b")), (1.0,)).fit(Size(100, 50))


def levelled(*pairs: tuple[str, str], count: int = 2) -> Levelled:
    boxes = tuple((Bricks(head, True), Bricks(body, True)) for head, body in pairs)
    return Levelled(boxes, tuple((Tag("LI"), Tag("LBody")) for _ in pairs), count, 10)


def test_heads_end_and_bodies_begin_on_one_line() -> None:
    found = levelled(("ab", "c"), ("d", "ef")).fit(Size(110, 50)).frame
    assert rows(found) == [("a", 0, 0), ("b", 0, 10), ("c", 0, 20), ("d", 60, 10), ("e", 60, 20), ("f", 60, 30)]
    assert found is not None
    assert found.height == 40


def test_a_row_that_is_not_full_has_the_same_columns() -> None:
    found = levelled(("a", "b"), count=3).fit(Size(110, 50)).frame
    assert found is not None
    assert found.items[0][2].width == 30


@pytest.mark.parametrize("height", [0, 19])
def test_pairs_are_never_split(height: float) -> None:
    box = levelled(("a", "b"))
    assert box.fit(Size(110, height)) == Fit(None, box)

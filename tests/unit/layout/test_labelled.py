"""A label beside the first line of its body, and never parted from it."""

import pytest

from factsheet.document import Tag
from factsheet.layout.box import Fit
from factsheet.layout.labelled import Labelled
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks, names, rows

TAG = Tag("LI")


def test_the_body_is_indented_and_the_label_stands_in_the_indent() -> None:
    fit = Labelled(Bricks("l"), Bricks("abc"), 15, TAG).fit(Size(100, 50))
    assert rows(fit.frame) == [("l", 0, 0), ("a", 15, 0), ("b", 15, 10), ("c", 15, 20)]
    assert fit.frame is not None
    assert (fit.frame.width, fit.frame.height, fit.frame.tag) == (100, 30, TAG)
    assert fit.frame.items[1][2].width == 85


def test_the_rest_has_the_indent_and_the_node_but_no_label() -> None:
    fit = Labelled(Bricks("l"), Bricks("abc"), 15, TAG).fit(Size(100, 20))
    assert names(fit.frame) == "lab"
    assert fit.rest is not None
    frame = fit.rest.fit(Size(100, 20)).frame
    assert rows(frame) == [("c", 15, 0)]
    assert frame is not None
    assert frame.tag is TAG


@pytest.mark.parametrize("body", [Bricks("abc"), Bricks("a", whole=True)])
def test_no_label_without_its_body(body: Bricks) -> None:
    box = Labelled(Bricks("l"), body, 15)
    assert box.fit(Size(100, 9)) == Fit(None, box)

"""From a place on a page to the line that put something there."""

import pytest

from factsheet.design.inks import BLACK
from factsheet.document import Area, Item, Path, Words, walk
from factsheet.findings import NOWHERE
from factsheet.preflight.places import bounds, origin
from factsheet.units import Rect
from tests.making import document

TEXT = """
title: A title
main:
  - heading: A heading
  - text: A paragraph of some words.
  - picture: {file: pictures/valley.jpg, alt: A valley}
"""


def test_every_word_is_found_where_it_was_written() -> None:
    made = document(TEXT)
    seen = set()
    for number, page in enumerate(made.pages, 1):
        for region in page.regions:
            for x, y, item, path in walk(region.frame):
                where = next((tag.where for tag in reversed(path) if tag.where.line), None)
                if isinstance(item, Words) and where is not None and item.text.strip():
                    place = bounds(region.rect.x + x, region.rect.y + y, item)
                    assert origin(made, number, place) == where
                    seen.add(where.line)
    assert {2, 4, 5} <= seen


def test_nothing_is_found_where_nothing_is() -> None:
    made = document(TEXT)
    assert origin(made, 1, Rect(-500, -500, 1, 1)) == NOWHERE
    assert origin(made, 1, None) == NOWHERE
    assert origin(made, 0, Rect(0, 0, 500, 500)) == origin(made, 99, Rect(0, 0, 500, 500)) == NOWHERE


@pytest.mark.parametrize(
    ("item", "rect"),
    [
        (Area(10, 20, BLACK), Rect(5, 6, 10, 20)),
        (Path((("M", (1, 2)), ("L", (11, 4)))), Rect(6, 8, 10, 2)),
        (Path(()), Rect(5, 6, 0, 0)),
        (Words((), 8, BLACK, 30, rise=2), Rect(5, -2, 30, 8)),
    ],
)
def test_the_room_of_an_item(item: Item, rect: Rect) -> None:
    assert bounds(5, 6, item) == rect

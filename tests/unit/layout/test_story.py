"""What is to be laid out: roots in reading order, and the title in each size that it may have."""

import pytest

from factsheet.document import Tag
from factsheet.layout.story import Roots
from tests.making import story, theme


def test_the_roots_are_in_reading_order() -> None:
    tags = [Tag(""), Tag(""), Tag("Sect"), Tag("")]
    assert Roots(*tags).in_order() == tuple(tags)


@pytest.mark.parametrize("step", range(len(theme().fit)))
def test_titles_come_in_all_their_sizes_the_largest_first(step: int) -> None:
    made = story("title: T", step=step)
    for boxes, sizes in ((made.titles, theme().masthead.title_sizes), (made.posters, theme().masthead.poster_sizes)):
        assert [box.style.size for box in boxes] == sorted(sizes, reverse=True)


def test_facts_may_be_read_first() -> None:
    masthead, main, sidebar, closing = [Tag(""), Tag(""), Tag("Sect"), Tag("")]
    assert Roots(masthead, main, sidebar, closing).in_order(facts_first=True) == (masthead, sidebar, main, closing)

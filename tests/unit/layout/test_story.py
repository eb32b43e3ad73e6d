"""What is to be laid out: roots in reading order, and the title in each size that it may have."""

import pytest

from factsheet.document import Tag
from factsheet.layout.story import Roots
from tests.making import story, theme


def test_the_roots_are_in_reading_order() -> None:
    tags = [Tag(""), Tag(""), Tag("Sect"), Tag("")]
    assert Roots(*tags).in_order() == tuple(tags)


@pytest.mark.parametrize("step", range(len(theme().fit)))
def test_titles_come_in_the_sizes_that_the_step_allows_the_largest_first(step: int) -> None:
    sizes = [box.style.size for box in story("title: T", step=step).titles]
    most = theme().fit[step].title or max(theme().masthead.title_sizes)
    assert sizes == [size for size in theme().masthead.title_sizes if size <= most]
    assert sizes == sorted(sizes, reverse=True)

"""What is to be laid out: roots in reading order, and titles whose words would have to be divided by force."""

from factsheet.document import Tag
from factsheet.layout.story import Roots
from tests.making import box, story
from tests.unit.layout.bricks import Bricks


def test_the_roots_are_in_reading_order() -> None:
    tags = [Tag(""), Tag(""), Tag("Sect"), Tag("")]
    assert Roots(*tags).in_order() == tuple(tags)


def test_a_word_that_must_be_divided_by_force_is_known() -> None:
    made = story(f"title: {'Pneumono' * 5}")
    assert made.forced(made.titles[0], 100)
    assert not made.forced(made.titles[0], 5000)


def test_a_box_that_is_no_text_is_never_forced() -> None:
    made = story("title: T")
    assert not made.forced(Bricks("a"), 1)
    assert not made.forced(box("- bullets: [a]"), 1)

"""The masthead: its words at its foot, its ground over the bleed, its cover where the theme puts it."""

import pytest

from factsheet.document import Region
from factsheet.layout.geometry import Geometry
from factsheet.layout.masthead import Masthead
from factsheet.text.segments import words
from tests.making import items, runs, said, story, theme

FULL = """
title: Strengthening the management of labour migration
subtitle: A project of two years
"""
LARGE = 18
"""The size below which a title has more lines rather than smaller ones."""


def masthead(text: str = FULL, step: int | None = None) -> Masthead:
    made = story(text, step=step)
    look = made.styles.theme
    return Masthead(made, look, Geometry(made.width, made.height, look, made.styles.grid.leading))


def named(regions: list[Region], name: str) -> Region:
    (found,) = [region for region in regions if region.name == name]
    return found


def test_the_masthead_says_label_title_and_subtitle() -> None:
    made = masthead()
    assert said(made.words) == words(
        "Factsheet Strengthening the management of labour migration A project of two years"
    )
    assert [path[-1].role for _, _, _, path in runs(made.words)][:2] == ["P", "H1"]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 1.0])
def test_the_words_stand_at_the_foot_of_the_masthead(share: float) -> None:
    made = masthead()
    height = max(share * made.geometry.height, made.least)
    regions = made.regions(height)
    ground, text = named(regions, "ground"), named(regions, "masthead")
    assert height - 40 < text.rect.bottom < height
    assert text.rect.y > 0
    assert ground.rect.x == ground.rect.y == -made.geometry.bleed
    assert ground.rect.right == pytest.approx(made.geometry.width + made.geometry.bleed)
    assert ground.rect.bottom >= height - 0.01
    assert all(path[0].role == "Artifact" for _, _, _, path in items(ground.frame))


def test_a_ground_that_reaches_the_foot_of_the_page_bleeds() -> None:
    made = masthead()
    page = made.geometry.height
    assert named(made.regions(page), "ground").rect.bottom == pytest.approx(page + made.geometry.bleed)
    assert named(made.regions(page - 100), "ground").rect.bottom == pytest.approx(page - 100)


def test_a_masthead_that_fills_the_page_has_no_rule_at_its_foot() -> None:
    """A rule along the trim would be cut through."""
    made = masthead("theme: editorial\n" + FULL)
    assert made.theme.masthead.foot is not None
    page = made.geometry.height
    assert [region.name for region in made.regions(page - 100)].count("ground") == 1
    assert [region.name for region in made.regions(page)].count("ground") == 0


def test_a_poster_has_a_larger_title() -> None:
    made = masthead()
    low, high = (
        max(item.size for _, _, item, _ in runs(named(made.regions(height), "masthead").frame)) for height in (200, 500)
    )
    assert high > low


def title_of(made: Masthead) -> tuple[int, float]:
    """The number of lines of the title, and its size."""
    found = [(y, item.size) for _, y, item, path in runs(made.words) if path[-1].role == "H1"]
    return len({y for y, _ in found}), found[0][1]


@pytest.mark.parametrize("length", range(1, 41))
def test_a_long_title_has_more_lines_before_it_is_set_in_small_type(length: int) -> None:
    made = masthead("title: " + "Management of migration " * length)
    lines, size = title_of(made)
    most, sizes = theme().masthead.title_lines, theme().masthead.title_sizes
    assert lines <= (most + 2 if size > min(sizes) else 1000)
    assert size == max(sizes) or length > 1
    if size < LARGE:
        assert lines > most
    assert made.least > made.words.height


def test_a_longer_title_is_never_larger() -> None:
    found = [title_of(masthead("title: " + "Management of migration " * length))[1] for length in range(1, 41)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (max(theme().masthead.title_sizes), min(theme().masthead.title_sizes))


@pytest.mark.parametrize("step", range(len(theme().fit)))
def test_no_title_is_larger_than_the_step_of_the_fit_allows(step: int) -> None:
    most = theme().fit[step].title or max(theme().masthead.title_sizes)
    assert title_of(masthead("title: T", step))[1] == most


def test_a_small_title_grows_where_its_masthead_is_tall() -> None:
    made = masthead("title: Strengthening the Management of Labour Migration in Mongolia", len(theme().fit) - 1)
    sizes = []
    for height in (made.least, made.geometry.height * 0.4):
        words = named(made.regions(height), "masthead").frame
        sizes.append(max(item.size for _, _, item, path in runs(words) if path[-1].role == "H1"))
    assert sizes[0] == title_of(made)[1]
    assert sizes[1] > sizes[0]


def test_no_word_of_a_title_is_divided_by_force_where_a_smaller_size_helps() -> None:
    made = masthead("title: Donaudampfschifffahrtsgesellschaft")
    title = [item.text for _, _, item, path in runs(made.words) if path[-1].role == "H1"]
    assert title == ["Donaudampfschifffahrtsgesellschaft"]


def test_heights_of_the_masthead() -> None:
    made = masthead()
    assert made.least <= made.most(alone=False) <= made.most(alone=True)
    assert made.most(alone=True) < made.geometry.height

"""Headings: of two levels, never divided, bookmarked, and kept with what follows."""

from dataclasses import replace

import pytest

from factsheet.layout.box import Fit
from factsheet.units import Size
from tests.making import block, box, kit, runs, said, whole

LONG = "A heading that is much too long to stand on one line of a narrow column"


@pytest.mark.parametrize(
    ("key", "in_section", "role", "level"),
    [
        ("heading", False, "H2", 1),
        ("heading", True, "H2", 1),
        ("subheading", False, "H2", 1),
        ("subheading", True, "H3", 2),
    ],
)
def test_a_heading_is_tagged_and_bookmarked(key: str, in_section: bool, role: str, level: int) -> None:
    """A subheading without a section is one level below the title, since no level is left out."""
    tag = whole(block(f"- {key}: Key  achievements").box(replace(kit(), in_section=in_section))).tag
    assert tag is not None
    assert (tag.role, tag.level, tag.title) == (role, level, "Key achievements")
    assert tag.where.line > 1


@pytest.mark.parametrize("key", ["heading", "subheading"])
def test_a_heading_is_never_divided(key: str) -> None:
    heading = box(f"- {key}: {LONG}")
    height = whole(heading, 150).height
    assert height > 2 * kit().grid.leading
    assert heading.fit(Size(150, height - 1)) == Fit(None, heading)
    assert heading.fit(Size(150, height)).rest is None


def test_headings_have_no_hyphens_and_balanced_lines() -> None:
    found = runs(whole(box(f"- heading: {LONG}")))
    assert "\u00ad" not in "".join(words.text for _, _, words, _ in found)
    widths = [words.width for _, _, words, _ in found]
    assert len(widths) > 1
    assert min(widths) > 0.7 * max(widths)


def test_a_subheading_is_smaller_and_both_are_larger_than_the_text() -> None:
    sizes = [runs(whole(box(f"- {key}: x")))[0][2].size for key in ("heading", "subheading", "text")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_markup_is_not_understood_in_headings() -> None:
    assert said(whole(box("- heading: '**a** [b](https://c)'"))) == ["**a**", "[b](https://c)"]


def test_a_heading_stands_nearer_to_its_text_than_to_what_is_above() -> None:
    frame = whole(box("- heading: One line"))
    ((_, y, words, _),) = runs(frame)
    assert frame.height - y < 0.75 * kit().grid.leading
    assert y - 0.7 * words.size >= 0

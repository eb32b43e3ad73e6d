"""Marks: drawings and pictures, named, with their statement, on a light ground in every theme."""

from dataclasses import replace

import pytest

from factsheet.blocks.kit import Kit
from factsheet.document import Area, Frame, Path, Picture
from factsheet.i18n.language import language
from tests.making import block, box, items, kit, said, styles, whole

TWO = "[{file: logos/river.svg, name: River Fund}, {file: logos/leaf.svg, name: Leaf, url: www.example.org}]"
BITMAP = "[{file: logos/block.png, name: Block}]"


def alts(frame: Frame) -> list[str]:
    found = dict.fromkeys(tag for _, _, _, path in items(frame) for tag in path if tag.role == "Figure")
    return [tag.alt for tag in found]


def panels(frame: Frame) -> list[Area]:
    return [item for _, _, item, _ in items(frame) if isinstance(item, Area)]


def look(theme: str) -> Kit:
    return Kit(styles(look=theme), language("en"), "sidebar", {}, 130.0)


def test_marks_are_figures_with_their_names() -> None:
    frame = whole(box(f"- logos: {TWO}"))
    assert alts(frame) == ["River Fund", "Leaf"]
    assert not said(frame)
    assert {type(item) for _, _, item, _ in items(frame)} == {Path}


def test_the_statement_stands_over_the_marks() -> None:
    frame = whole(box(f"- logos: {{statement: Thanks to, items: {TWO}}}"))
    assert said(frame) == ["Thanks", "to"]
    text, *drawn = items(frame)
    assert min(y for _, y, _, _ in drawn) > text[1]


def test_a_mark_may_lead_somewhere() -> None:
    links = {tag.href: tag.title for _, _, _, path in items(whole(box(f"- logos: {TWO}"))) for tag in path if tag.href}
    assert links == {"https://www.example.org": "Leaf"}


def test_pictures_are_marks_too() -> None:
    (item,) = [item for _, _, item, _ in items(whole(box(f"- logos: {BITMAP}")))]
    assert isinstance(item, Picture)


@pytest.mark.parametrize(
    ("theme", "marks", "white"),
    [
        ("institutional", TWO, 0),
        ("institutional", BITMAP, 1),
        ("editorial", TWO, 0),
        ("editorial", BITMAP, 0),
        ("bold", TWO, 1),
        ("bold", BITMAP, 1),
    ],
)
def test_marks_stand_on_white_where_the_ground_is_dark_or_would_show_their_edges(
    theme: str, marks: str, white: int
) -> None:
    found = panels(whole(block(f"- logos: {marks}", "sidebar").box(look(theme)), 130))
    assert [panel.ink.rgb for panel in found] == [(1, 1, 1)] * white


def test_there_is_space_below_what_stands_over_the_marks() -> None:
    def top(text: str, place: str = "main", headed: bool = False) -> float:
        own = replace(kit("sidebar" if place == "sidebar" else "main"), headed=headed)
        frame = whole(block(text, "sidebar" if place == "sidebar" else "main").box(own))
        return min(y for _, y, item, _ in items(frame) if isinstance(item, Path))

    plain = top(f"- logos: {TWO}")
    assert top(f"- logos: {TWO}", headed=True) > plain
    assert top(f"- logos: {TWO}\n  title: Donors", "sidebar") > plain

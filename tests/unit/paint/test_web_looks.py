"""Looks of texts as classes, legible on light pages and on dark ones; and faces."""

import re

import pytest

from factsheet.design import theme as themes
from factsheet.design.inks import RGB, ratio
from factsheet.design.shades import LEGIBLE, PAPER, in_the_dark
from factsheet.paint.tree import tree
from factsheet.paint.web_looks import Bases, Faces, Looks, family, is_number, usual
from tests.making import ENGINE, document, theme

TEXT = "title: T\nmain:\n  - text: A **b** c.\n  - text: '**All of it is strong.**'\n  - text: More words than those.\n"


def _rgb(code: str) -> RGB:
    red, green, blue = (int(code[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def test_a_paragraph_that_is_strong_as_a_whole_is_told_by_the_others() -> None:
    main = tree(document(TEXT + "  - text: And more words than those, so that plain is usual.\n"))[1]
    bases = Bases([main])
    found = [bases.of(node) for node in main.nodes]
    assert [base.weight for base in found if base] == [found[0].weight] * 4  # type: ignore[union-attr]


@pytest.mark.parametrize("name", themes.names())
def test_every_text_is_legible_on_light_pages_and_on_dark_ones(name: str) -> None:
    palette = themes.load(name).palette
    looks = Looks(10.0, {})
    for ground in (PAPER, *(ink.rgb for ink in palette.values())):
        for ink in palette.values():
            variable = looks.ink(ink.rgb, ground)[4:-1]
            light, dark = (re.findall(rf"{variable}:(#\w+)", looks.rules()))[:2]
            assert ratio(_rgb(light), ground) >= LEGIBLE - 0.05
            assert ratio(_rgb(dark), in_the_dark(ground)) >= LEGIBLE - 0.05


def test_looks_are_made_once() -> None:
    roots = tree(document(TEXT))
    look = usual(roots[1:2])
    assert look is not None
    looks = Looks(look.size, Faces(roots).families())
    assert looks.named(look, PAPER) == looks.named(look, PAPER) == "t1"
    assert "400 1.06rem/1.6" in looks.rules()


def test_faces_come_along_with_what_they_must_show() -> None:
    faces = Faces(tree(document(TEXT)))
    rules = faces.rules(ENGINE)
    assert rules.count("@font-face") >= 2
    assert "font-display:swap" in rules
    assert len(rules) < 120_000


def test_families_are_called_as_people_do() -> None:
    assert family(ENGINE.face(theme().families["narrow"][1])) == "Noto Sans Condensed"


def test_amounts() -> None:
    assert all(map(is_number, ("12", "1,200", "45%", "9 / 12", "−3 °C", "(12)")))
    assert not any(map(is_number, ("A", "", "none", "three of 12")))

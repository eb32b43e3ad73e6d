"""Colours of dark pages."""

import pytest

from factsheet.design import theme as themes
from factsheet.design.inks import RGB, ratio
from factsheet.design.shades import LEGIBLE, PAPER, code, in_the_dark, is_dark, legible, turned

BLACK: RGB = (0.0, 0.0, 0.0)


def test_white_becomes_the_dark_ground_and_black_nearly_white() -> None:
    assert is_dark(turned(PAPER))
    assert ratio(turned(BLACK), turned(PAPER)) > 10


def test_a_hue_stays() -> None:
    red, green, blue = turned((0.07, 0.34, 0.61))
    assert blue > green > red


def test_dark_grounds_stay_and_light_ones_turn() -> None:
    navy: RGB = (0.04, 0.18, 0.36)
    assert in_the_dark(navy) == navy
    assert is_dark(in_the_dark((0.9, 0.95, 0.98)))


@pytest.mark.parametrize("name", themes.names())
def test_every_ink_becomes_legible_on_every_ground(name: str) -> None:
    inks = themes.load(name).palette.values()
    assert inks
    for ground in inks:
        for ink in inks:
            for under in (ground.rgb, in_the_dark(ground.rgb)):
                assert ratio(legible(ink.rgb, under), under) >= LEGIBLE - 0.03, (ink.name, ground.name)


def test_what_is_legible_stays() -> None:
    assert code(legible(BLACK, PAPER)) == "#000000"
    assert code((1.0, 0.5, 0.0)) == "#ff8000"

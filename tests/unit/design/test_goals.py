"""The colours of the goals, and numbers that can be read on them."""

from factsheet.design.goals import GOALS, LARGE, on
from factsheet.design.inks import contrast


def test_there_are_seventeen_of_them_all_different() -> None:
    assert len(GOALS) == 17
    assert len({ink.rgb for ink in GOALS}) == len({ink.cmyk for ink in GOALS}) == len({ink.name for ink in GOALS}) == 17


def test_the_screen_values_are_the_official_ones() -> None:
    found = ["".join(f"{round(255 * part):02X}" for part in ink.rgb) for ink in GOALS]
    assert found[0] == "E5243B"
    assert found[12] == "3F7E44"
    assert found[16] == "19486A"


def test_the_press_values_can_be_printed_and_look_alike() -> None:
    for ink in GOALS:
        assert ink.coverage <= 300
        naive = [(1 - part) * (1 - ink.cmyk[3]) for part in ink.cmyk[:3]]
        assert max(abs(a - b) for a, b in zip(naive, ink.rgb, strict=True)) < 0.33, ink.name


def test_numbers_can_be_read() -> None:
    assert all(contrast(on(ink), ink) >= LARGE for ink in GOALS)
    assert {on(ink).name for ink in GOALS} == {"white", "black"}
    assert on(GOALS[3]).name == "white"
    assert on(GOALS[6]).name == "black"

"""Inks: press and screen values, luminance and contrast by the formula of WCAG 2.1."""

import pytest

from factsheet.design.inks import Ink, Spot, contrast, for_press, luminance, press_values
from factsheet.design.press import HOUSE

BLACK = Ink("black", (0, 0, 0, 1), (0, 0, 0))
WHITE = Ink("white", (0, 0, 0, 0), (1, 1, 1))
GREY = Ink("grey", (0, 0, 0, 0.5), (0x77 / 255, 0x77 / 255, 0x77 / 255))


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [(BLACK, WHITE, 21), (WHITE, BLACK, 21), (WHITE, WHITE, 1), (GREY, WHITE, 4.48)]
)
def test_known_contrasts(one: Ink, other: Ink, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("rgb", "expected"),
    [
        ((0, 0, 0), 0),
        ((1, 1, 1), 1),
        ((1, 0, 0), 0.2126),
        ((0, 1, 0), 0.7152),
        ((0, 0, 1), 0.0722),
        ((0.5,) * 3, 0.2140),
    ],
)
def test_luminance(rgb: tuple[float, float, float], expected: float) -> None:
    assert luminance(rgb) == pytest.approx(expected, abs=0.0001)


def test_coverage_is_in_per_cent() -> None:
    assert Ink("deep", (1, 0.75, 0.2, 0.15), (0, 0, 0)).coverage == pytest.approx(210)


def test_black_is_one_plate_in_full() -> None:
    assert BLACK.is_black
    assert not GREY.is_black
    assert not Ink("rich", (0.6, 0.4, 0.4, 1), (0, 0, 0)).is_black


@pytest.mark.parametrize(
    ("colour", "black"),
    [
        ("#000000", 1),
        ("#231F20", 1),
        ("#1D1D1B", 1),
        ("#58595B", 0.79),
        ("#808080", 0.63),
        ("#F7F7F7", 0.05),
        ("#FFFFFF", 0),
    ],
)
def test_greys_are_printed_with_black_alone(colour: str, black: float) -> None:
    (found,) = press_values([_rgb(colour)])
    assert found == (0, 0, 0, pytest.approx(black, abs=0.015))


@pytest.mark.parametrize("colour", ["#0033A0", "#E30613", "#FFCC00", "#00A651", "#12569B", "#3A2E2A"])
def test_other_colours_are_printed_as_the_profile_says(colour: str) -> None:
    (found,) = press_values([_rgb(colour)])
    assert sum(found[:3]) > 0.2
    assert sum(found) <= 3.0
    assert press_values([_rgb("#808080"), _rgb(colour)])[1] == found


def test_no_colours_have_no_press_values() -> None:
    assert press_values([]) == []


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def test_a_spot_colour_is_one_plate_of_so_much_ink() -> None:
    gold = Ink("gold", (0.1, 0.2, 0.3, 0), (1, 1, 0), Spot("Gold", (0.2, 0.4, 0.6, 0)), 0.5)
    assert gold.coverage == pytest.approx(50)
    assert gold.plates == {"Gold": 0.5}
    assert not Ink("black", (0, 0, 0, 1), (0, 0, 0), Spot("Night", (0, 0, 0, 1))).is_black


def test_the_plates_of_a_mixed_colour() -> None:
    assert Ink("navy", (1, 0.8, 0, 0.3), (0, 0, 0.4)).plates == {"Cyan": 1, "Magenta": 0.8, "Black": 0.3}
    assert WHITE.plates == {}


def test_colours_of_drawings_are_converted_anew_and_those_of_themes_are_not() -> None:
    convert = for_press(HOUSE)
    drawn, themed = Ink("#E30613", (0, 0, 0, 0), _rgb("#E30613")), Ink("red", (0, 0.9, 0.9, 0), _rgb("#E30613"))
    assert convert(themed) is themed
    assert convert(drawn).cmyk == press_values([_rgb("#E30613")])[0]
    assert convert(drawn) is convert(drawn)

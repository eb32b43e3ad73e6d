"""Inks: press and screen values, luminance and contrast by the formula of WCAG 2.1."""

import pytest

from factsheet.design.inks import Ink, contrast, luminance

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

"""Points and millimetres, rectangles and sizes."""

import dataclasses

import pytest

from factsheet.units import EPSILON, Rect, Size, mm, to_mm


def test_an_inch_is_72_points() -> None:
    assert mm(25.4) == pytest.approx(72)
    assert to_mm(72) == pytest.approx(25.4)


def test_a_page_of_a4_in_points() -> None:
    assert mm(210) == pytest.approx(595.2756, abs=1e-4)
    assert mm(297) == pytest.approx(841.8898, abs=1e-4)


@pytest.mark.parametrize("value", [0.0, 1.0, -3.5, 210.0, 1e6])
def test_there_and_back(value: float) -> None:
    assert to_mm(mm(value)) == pytest.approx(value)
    assert mm(to_mm(value)) == pytest.approx(value)


def test_the_edges_of_a_rectangle() -> None:
    rect = Rect(10, 20, 30, 40)
    assert (rect.right, rect.bottom) == (40, 60)


def test_a_rectangle_grows_on_each_side() -> None:
    assert Rect(10, 20, 30, 40).grown(5) == Rect(5, 15, 40, 50)
    assert Rect(10, 20, 30, 40).grown(-5) == Rect(15, 25, 20, 30)
    assert Rect(10, 20, 30, 40).grown(0) == Rect(10, 20, 30, 40)


def test_growing_and_shrinking_is_the_same_again() -> None:
    assert Rect(1.5, 2.25, 3, 4).grown(mm(3)).grown(-mm(3)).x == pytest.approx(1.5)


def test_rectangles_and_sizes_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Rect(1, 2, 3, 4).x = 5  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        Size(1, 2).width = 3  # type: ignore[misc]
    assert Size(1, 2) == Size(1, 2)


def test_epsilon_is_far_below_what_a_press_can_show() -> None:
    assert 0 < to_mm(EPSILON) < 0.000_01

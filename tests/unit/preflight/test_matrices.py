"""Matrices and rectangles."""

from math import cos, radians, sin

import pytest

from factsheet.preflight.matrices import (
    IDENTITY,
    Matrix,
    bounds_of,
    common,
    corners,
    height,
    is_rectangle,
    multiplied,
    scale,
    six,
    upright,
)

C, S = cos(radians(30)), sin(radians(30))
TURNED: Matrix = (C, S, -S, C, 0, 0)


def test_the_first_matrix_works_first() -> None:
    doubled, moved = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 10.0, 0.0)
    assert multiplied(doubled, moved) == (2, 0, 0, 2, 10, 0)
    assert multiplied(moved, doubled) == (2, 0, 0, 2, 20, 0)
    assert multiplied(IDENTITY, TURNED) == TURNED


def test_bounds_of_a_turned_square() -> None:
    found = bounds_of(corners(0, 0, 10, 10), TURNED)
    assert found == pytest.approx((-5, 0, 10 * C, 5 + 10 * C))


@pytest.mark.parametrize(
    ("other", "shared"),
    [((5, 5, 20, 20), (5, 5, 10, 10)), ((10, 0, 20, 10), (10, 0, 10, 10)), ((11, 0, 20, 10), None)],
)
def test_what_rectangles_share(other: tuple[float, ...], shared: tuple[float, ...] | None) -> None:
    assert common((0, 0, 10, 10), other) == shared  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("matrix", "thin"),
    [
        (IDENTITY, 1),
        (TURNED, 1),
        ((2, 0, 0, 0.5, 0, 0), 0.5),
        ((0, 3, -3, 0, 0, 0), 3),
        ((-1, 0, 0, 1, 0, 0), 1),
        ((0,) * 6, 0),
    ],
)
def test_lines_are_as_thick_as_in_their_thinnest_direction(matrix: Matrix, thin: float) -> None:
    assert scale(matrix) == pytest.approx(thin)


@pytest.mark.parametrize(
    ("matrix", "tall"), [(IDENTITY, 1), (TURNED, 1), ((0.5, 0, 0, 2, 0, 0), 2), ((0, 0, 0, 2, 0, 0), 2)]
)
def test_letters_are_as_tall_as_they_stand(matrix: Matrix, tall: float) -> None:
    assert height(matrix) == pytest.approx(tall)


def test_what_is_upright() -> None:
    assert upright(IDENTITY)
    assert upright((0, 1, -1, 0, 5, 5))
    assert not upright(TURNED)


@pytest.mark.parametrize(
    ("points", "pieces", "answer"),
    [
        (corners(0, 0, 5, 5), ["re"], True),
        (corners(0, 0, 5, 5), ["m", "l", "l", "l", "h"], True),
        ([*corners(0, 0, 5, 5), (0, 0)], ["m", "l", "l", "l", "l"], True),
        ([(0, 0), (5, 1), (5, 5), (0, 5)], ["m", "l", "l", "l", "h"], False),
        ([(0, 0), (5, 5), (5, 0), (0, 5)], ["m", "l", "l", "h"], False),
        (corners(0, 0, 5, 5) * 2, ["re", "re"], False),
        (corners(0, 0, 5, 5), ["m", "c", "l"], False),
    ],
)
def test_rectangles(points: list[tuple[float, float]], pieces: list[str], answer: bool) -> None:
    assert is_rectangle(points, pieces) is answer


def test_six_numbers_or_an_error() -> None:
    assert six([1, 2, 3, 4, 5, 6]) == (1, 2, 3, 4, 5, 6)
    with pytest.raises(ValueError, match="not enough values"):
        six([1, 2])

"""Rivers: what runs under each other over several lines."""

from hypothesis import given
from hypothesis import strategies as st

from factsheet.text.rivers import TOUCH, VISIBLE, River, longest


def test_spaces_apart_are_no_river() -> None:
    assert longest([[(10, 13)], [(20, 23)], [(30, 33)]]).lines == 1


def test_spaces_under_each_other_are_one() -> None:
    assert longest([[(0, 3)], [(10, 13), (40, 43)], [(11, 14)], [(12, 15)], [(40, 43)]]) == River(1, 3)


def test_spaces_that_hardly_touch_do_not_join() -> None:
    assert longest([[(10, 13)], [(12, 15)], [(14, 17)]]).lines == 1


def test_a_line_without_spaces_ends_it() -> None:
    assert longest([[(10, 13)], [(10, 13)], [], [(10, 13)]]).lines == 2


def test_a_river_may_lean() -> None:
    assert longest([[(10.0 + n, 13.0 + n)] for n in range(5)]) == River(0, 4)


def test_no_lines() -> None:
    assert longest([]).lines == 1
    assert VISIBLE == 3


Lines = st.lists(st.lists(st.integers(0, 30), max_size=5, unique=True), max_size=7)


@given(Lines)
def test_as_every_path_says(numbers: list[list[int]]) -> None:
    lines = [[(4.0 * n, 4.0 * n + 3 + n % 3) for n in sorted(row)] for row in numbers]

    def down(row: int, low: float, high: float) -> int:
        below = lines[row + 1] if row + 1 < len(lines) else []
        joined = [
            (a, b)
            for a, b in below
            if min(b, high) - max(a, low) >= TOUCH * min(b - a, high - low) and a < high and b > low
        ]
        return 1 + max((down(row + 1, a, b) for a, b in joined), default=0)

    expected = max((down(row, a, b) for row, gaps in enumerate(lines) for a, b in gaps), default=1)
    assert longest(lines).lines == expected

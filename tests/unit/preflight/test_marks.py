"""What is painted, as data."""

import pytest

from factsheet.preflight.colours import DEVICE, GREY, Space
from factsheet.preflight.marks import Content, Mark

BOX = (0.0, 0.0, 10.0, 10.0)


def mark(space: Space, *colour: float, bits: int = 8, kind: str = "fill") -> Mark:
    return Mark(kind, 1, BOX, BOX, space, colour, bits=bits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "white"),
    [
        (mark(DEVICE["DeviceCMYK"], 0, 0, 0, 0), True),
        (mark(DEVICE["DeviceCMYK"], 0, 0, 0.01, 0), False),
        (mark(GREY, 1), True),
        (mark(GREY, 0), False),
        (mark(Space("Separation", 1, names=("Gold",)), 0), True),
        (mark(DEVICE["DeviceRGB"], 1, 1, 1), False),
        (mark(GREY, 1, kind="image"), False),
        (mark(GREY, 1, kind="image", bits=1), True),
    ],
)
def test_what_lays_no_ink(one: Mark, white: bool) -> None:
    assert one.white is white


def test_all_marks_of_all_pages() -> None:
    content = Content({1: [mark(GREY, 0)], 2: [mark(GREY, 1), mark(GREY, 0)]})
    assert [one.colour for one in content.all()] == [(0,), (1,), (0,)]

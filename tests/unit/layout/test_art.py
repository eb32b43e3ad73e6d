"""The drawing of the masthead: vectors alone, cut at the edges, of four inks."""

import pytest

from factsheet.document import Area, Path
from factsheet.layout.art import globe
from factsheet.layout.drawn import LAYOUT
from tests.making import items
from tests.unit.layout.bricks import ink

INKS = {name: ink(name) for name in ("ground", "disc", "lines", "points")}


@pytest.mark.parametrize("size", [(612.0, 180.0), (612.0, 320.0), (612.0, 858.0), (200.0, 50.0), (50.0, 900.0)])
def test_the_ground_fills_the_frame_and_everything_is_cut_at_it(size: tuple[float, float]) -> None:
    frame = globe(*size, **INKS)
    first = items(frame)[0]
    assert first[:3] == (0, 0, Area(*size, INKS["ground"]))
    assert (frame.width, frame.height, frame.clip, frame.tag) == (*size, True, LAYOUT)


def test_it_is_drawn_with_the_four_inks() -> None:
    found = {i.name for _, _, path, _ in items(globe(612, 300, **INKS)) if isinstance(path, Path)
             for i in (path.fill, path.stroke) if i}  # fmt: skip
    assert found == {"disc", "lines", "points"}


def test_every_path_is_closed_or_a_line_and_starts_with_a_move() -> None:
    paths = [item for _, _, item, _ in items(globe(612, 300, **INKS)) if isinstance(item, Path)]
    assert len(paths) > 20
    lengths = {"M": 2, "L": 2, "C": 6, "Z": 0}
    for path in paths:
        assert path.segments[0][0] == "M"
        assert (path.segments[-1][0] == "Z") == (path.fill is not None)
        assert all(len(values) == lengths[operator] for operator, values in path.segments)


def test_the_words_have_a_calm_ground() -> None:
    """Nothing but the ground lies behind the left half, where the title stands."""
    for height in (180.0, 250.0, 320.0):
        for x, _, item, _ in items(globe(612, height, **INKS))[1:]:
            assert isinstance(item, Path)
            assert x + min(values[n] for _, values in item.segments for n in range(0, len(values), 2)) > 612 * 0.42


def test_the_same_drawing_is_made_once() -> None:
    assert globe(612, 300, **INKS) is globe(612, 300, **INKS)

"""The drawing of the masthead: vectors alone, cut at the edges, of four inks."""

import pytest

from factsheet.document import Area, Path
from factsheet.layout.art import aside, globe
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


@pytest.mark.parametrize(
    ("right", "moves"), [(200.0, False), (330.0, False), (372.0, True), (390.0, True), (480.0, False), (612.0, False)]
)
def test_the_globe_makes_way_for_words_that_would_touch_it(right: float, moves: bool) -> None:
    """Where words go far over it, it stays: that is plain to see."""
    assert (aside(612, 250, [(100, 130, 100), (130, 160, right)]) > 0) == moves


def test_the_globe_stands_clear_of_all_words_after_it_moved() -> None:
    lines = [(60.0, 90.0, 390.0), (100.0, 130.0, 376.0), (140.0, 170.0, 384.0)]
    shift = aside(612, 250, lines)
    moved, still = (items(globe(612, 250, **INKS, shift=s))[1] for s in (shift, 0.0))
    assert moved[0] - still[0] == pytest.approx(shift)
    assert aside(612, 250, [(top, foot, right - shift) for top, foot, right in lines]) == pytest.approx(0, abs=1e-6)


def test_words_above_and_below_the_globe_do_not_move_it() -> None:
    assert aside(612, 250, [(-400, -380, 500)]) == 0
    assert aside(612, 250, [(600, 620, 500)]) == 0

"""See-through pictures laid onto their ground: the inks of both, in the share of the opacity."""

import zlib
from typing import Literal

import pytest

from factsheet.design.bitmap import Colours, Pixels
from factsheet.design.flatten import Layer, flattened
from factsheet.design.inks import CMYK
from factsheet.design.pictures import decoded

CYAN: CMYK = (1.0, 0.0, 0.0, 0.0)
WHOLE = (0.0, 0.0, 20.0, 20.0)


def picture(
    colour: tuple[int, ...], opacity: int | None, size: int = 20, way: Literal["DCT", "Flate"] = "Flate"
) -> Pixels:
    kinds: dict[int, Colours] = {1: "grey", 4: "cmyk"}
    alpha = None if opacity is None else zlib.compress(bytes([opacity]) * size * size)
    return Pixels(size, size, kinds[len(colour)], zlib.compress(bytes(colour) * size * size), way, alpha)


def seen(pixels: Pixels, x: int = 10, y: int = 10) -> tuple[int, ...]:
    """The inks of one pixel, in per cent."""
    found = decoded(pixels).getpixel((x, y))
    values = found if isinstance(found, tuple) else (found,)
    return tuple(round(float(value) / 2.55) for value in values)  # type: ignore[arg-type]


def test_an_opaque_picture_is_left_alone() -> None:
    opaque = picture((0, 255, 0, 0), None)
    assert flattened(opaque, [Layer(cmyk=CYAN, room=WHOLE)]) is opaque


@pytest.mark.parametrize(("opacity", "inks"), [(255, (0, 100, 0, 0)), (0, (100, 0, 0, 0)), (51, (80, 20, 0, 0))])
def test_it_mixes_with_a_flat_ground(opacity: int, inks: tuple[int, ...]) -> None:
    made = flattened(picture((0, 255, 0, 0), opacity), [Layer(cmyk=CYAN, room=WHOLE)])
    assert made.alpha is None
    assert seen(made) == inks


def test_on_paper_it_gets_lighter() -> None:
    assert seen(flattened(picture((0, 255, 0, 0), 128), [])) == (0, 50, 0, 0)


def test_grey_on_paper_stays_grey_and_on_a_ground_is_black_ink() -> None:
    on_paper = flattened(picture((0,), 128), [])
    assert on_paper.colours == "grey"
    assert seen(on_paper) == (50,)
    on_cyan = flattened(picture((0,), 128), [Layer(cmyk=CYAN, room=WHOLE)])
    assert on_cyan.colours == "cmyk"
    assert seen(on_cyan) == (50, 0, 0, 50)


def test_of_several_layers_the_last_is_on_top() -> None:
    layers = [Layer(cmyk=CYAN, room=WHOLE), Layer(cmyk=(0, 0, 1, 0), room=(0.0, 0.0, 5.0, 20.0))]
    made = flattened(picture((0, 0, 0, 0), 0), layers)
    assert seen(made, 2) == (0, 0, 100, 0)
    assert seen(made, 10) == (100, 0, 0, 0)


def test_shapes_have_holes_and_lines_have_widths() -> None:
    outer = ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))
    inner = ((5.0, 5.0), (15.0, 5.0), (15.0, 15.0), (5.0, 15.0))
    ring = flattened(picture((0, 0, 0, 0), 0), [Layer((outer, inner), CYAN)])
    assert seen(ring, 2, 2) == (100, 0, 0, 0)
    assert seen(ring, 10, 10) == (0, 0, 0, 0)
    line = flattened(picture((0, 0, 0, 0), 0), [Layer((((0.0, 10.0), (20.0, 10.0)),), CYAN, line=4)])
    assert seen(line, 10, 10) == (100, 0, 0, 0)
    assert seen(line, 10, 16) == (0, 0, 0, 0)


def test_what_is_clipped_away_is_not_there() -> None:
    made = flattened(picture((0, 0, 0, 0), 0), [Layer(cmyk=CYAN, room=WHOLE, clip=(0.0, 0.0, 10.0, 20.0))])
    assert seen(made, 5) == (100, 0, 0, 0)
    assert seen(made, 15) == (0, 0, 0, 0)


def test_a_picture_below_shines_through_where_it_lies() -> None:
    below = Layer(pixels=picture((0, 0, 255, 0), None, 4), room=(0.0, 0.0, 10.0, 20.0))
    made = flattened(picture((0, 0, 0, 0), 0), [below])
    assert seen(made, 4) == (0, 0, 100, 0)
    assert seen(made, 15) == (0, 0, 0, 0)


def test_a_see_through_picture_below_lets_its_own_ground_through() -> None:
    below = [Layer(cmyk=CYAN, room=WHOLE), Layer(pixels=picture((0, 0, 255, 0), 0, 20), room=WHOLE)]
    assert seen(flattened(picture((0, 0, 0, 0), 0), below)) == (100, 0, 0, 0)

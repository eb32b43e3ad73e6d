import re
from base64 import b64decode
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from factsheet.preflight.ink import peak
from factsheet.preflight.inkmap import heat, plate, scale
from factsheet.preflight.separations import PagePlates
from tests.unit.preflight.reported import HOSTILE, page, plates


def shown(markup: str) -> Image.Image:
    """The picture in ``markup``."""
    match = re.search(r"data:image/png;base64,([^\"]+)", markup)
    assert match
    return Image.open(BytesIO(b64decode(match[1]))).convert("RGB")


def mapped(limit: float = 300.0, **shares: float) -> str:
    found = plates(1, **shares)
    return heat(found, page(), peak(found, page(), limit), limit)


def test_a_plate_is_grey_dark_where_there_is_ink() -> None:
    made = plate(plates(1, Cyan=0.75), "Cyan", 75.0)
    (colour,) = {pixel for _, pixel in shown(made).getcolors() or []}
    assert colour[0] == colour[1] == colour[2]
    assert colour[0] == pytest.approx(64, abs=5)


def test_a_plate_has_its_name_its_share_and_a_text() -> None:
    made = plate(plates(1, Gold=0.5), "Gold", 50.04)
    assert "<b>Gold</b>" in made
    assert "50.0 %" in made
    assert 'alt="Plate Gold of page 1"' in made
    assert "ink spot" in made
    assert "ink cyan" in plate(plates(1, Cyan=0.5), "Cyan", None)


def test_an_empty_plate_says_so() -> None:
    assert "empty" in plate(plates(1, Magenta=0.0), "Magenta", 0.0)


def test_the_name_of_a_plate_stays_a_text() -> None:
    hostile = PagePlates(1, 120, 160, 0.0, 0.0, 25.4, {HOSTILE: plates(1, Cyan=0.5).files["Cyan"]})
    assert "<script>" not in plate(hostile, HOSTILE, 1.0)


def test_large_plates_are_shown_small_and_small_ones_whole() -> None:
    file = BytesIO()
    Image.fromarray(np.zeros((2000, 1301), np.uint8)).save(file, "TIFF")
    large = PagePlates(1, 1301, 2000, 0.0, 0.0, 127.0, {"Black": file.getvalue()})
    assert shown(plate(large, "Black", None)).size == (325, 500)
    assert shown(plate(plates(1, Black=1.0), "Black", None)).size == (120, 160)


def test_paper_is_white_and_more_ink_is_darker() -> None:
    colours = [
        shown(mapped(Cyan=a, Magenta=b, Yellow=c)).getpixel((9, 9))
        for a, b, c in ((0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 1, 0.9))
    ]
    brightness = [sum(colour) for colour in colours if isinstance(colour, tuple)]
    assert colours[0] == (255, 255, 255)
    assert brightness == sorted(brightness, reverse=True)
    assert len(set(brightness)) == 4


@pytest.mark.parametrize(("black", "red"), [(0.0, False), (0.004, False), (0.05, True)])
def test_only_ink_above_the_limit_is_red(black: float, red: bool) -> None:
    colour = shown(mapped(Cyan=1.0, Magenta=1.0, Yellow=1.0, Black=black)).getpixel((9, 9))
    assert isinstance(colour, tuple)
    assert (colour[0] > 200 > colour[2]) is red


def test_the_limit_of_the_house_colours_the_map() -> None:
    assert shown(mapped(260.0, Cyan=1.0, Magenta=1.0, Yellow=0.5)).getpixel((9, 9)) != (214, 40, 40)
    assert shown(mapped(240.0, Cyan=1.0, Magenta=1.0, Yellow=0.5)).getpixel((9, 9)) == (214, 40, 40)


def test_the_greatest_is_ringed_and_told() -> None:
    made = mapped(Cyan=0.5)
    assert made.count("<circle") == 2
    assert ">50 %</text>" in made
    assert 'class="peak"' in made
    assert 'class="peak above"' in mapped(40.0, Cyan=0.5)
    assert 'alt="Ink on page 1: 50 % at most' in made


def test_the_value_stands_on_the_side_with_room() -> None:
    found = plates(1, Cyan=0.5)
    most = peak(found, page(), 300.0)
    left, right = (replace(most, place=replace(most.place, x=x)) for x in (0.0, 280.0))
    assert 'text-anchor="start"' in heat(found, page(), left, 300.0)
    assert 'text-anchor="end"' in heat(found, page(), right, 300.0)


def test_the_scale_names_the_limit() -> None:
    made = scale(240.0)
    assert "limit 240 %" in made
    assert "120 %" in made
    assert "above the limit" in made

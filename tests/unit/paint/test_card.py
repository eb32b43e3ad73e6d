"""The card: a picture of label and title for where a factsheet is linked."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from factsheet.design import theme as themes
from factsheet.document import Document
from factsheet.engine import Engine
from factsheet.paint.card import HEIGHT, WIDTH, alt, card
from tests.making import ENGINE, document, theme

TEXT = "title: Title of a factsheet\nsubtitle: Below\nmain: [text: A]\nfooter: {text: More., url: e.org}\n"


def made(more: str = "") -> Document:
    return replace(document(more + TEXT), subject="Below")


@pytest.mark.parametrize("name", themes.names())
def test_it_has_the_size_that_is_asked_for_and_the_same_bytes(name: str) -> None:
    found = made(f"theme: {name}\n")
    data = card(found, theme(name), ENGINE)
    image = Image.open(BytesIO(data))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert data == card(found, theme(name), Engine())
    colours = image.convert("RGB").getcolors(WIDTH * HEIGHT)
    assert colours is not None
    assert len(colours) > 20


def test_it_stands_on_the_ground_of_the_masthead() -> None:
    image = Image.open(BytesIO(card(made(), theme(), ENGINE))).convert("RGB")
    assert image.getpixel((4, HEIGHT - 4)) == tuple(round(255 * share) for share in theme().palette["navy"].rgb)


def test_a_picture_takes_the_place_of_the_drawing() -> None:
    with_ = made("cover: {file: pictures/hills.jpg, alt: Hills.}\n")
    assert card(with_, theme(), ENGINE) != card(made(), theme(), ENGINE)


def test_a_very_long_title_goes_in() -> None:
    long = document(f"title: {'Responsibilities and communication ' * 12}\nmain: [text: A]\n")
    assert card(long, theme(), ENGINE)


def test_it_says_label_and_title() -> None:
    assert alt(made()) == "Factsheet: Title of a factsheet"

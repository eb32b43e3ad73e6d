"""Pictures: their resolution where they are shown, and what the inventory tells of them."""

import pytest

from factsheet.preflight import image_rules
from tests.conformance.broken.sheet import image_head
from tests.conformance.pdf_files import Name, Stream
from tests.unit.preflight.made import context, opened, page, read


def found(matrix: bytes, size: tuple[int, int] = (300, 300), bits: int = 8) -> list[tuple[str, str, str]]:
    width, height = size
    head = image_head(width, height, Name("DeviceGray"), bits)
    sheet = page(b"q " + matrix + b" cm /P Do Q", XObject={"P": Stream(head, bytes(width * height))})
    file, asked = opened(sheet), context(sheet)
    return [(h.rule, h.level, h.found) for _, judge in image_rules.JUDGES for h in judge(file, asked)]


@pytest.mark.parametrize(
    ("matrix", "told"),
    [
        (b"72 0 0 72 60 60", []),
        (b"96 0 0 96 60 60", []),
        (b"100 0 0 100 60 60", [("R0031", "warning", "216 ppi")]),
        (b"200 0 0 200 60 60", [("R0031", "error", "108 ppi")]),
        (b"72 0 0 200 60 60", [("R0031", "error", "108 ppi")]),
        (b"0 200 -200 0 300 60", [("R0031", "error", "108 ppi")]),
        (b"200 0 0 200 -300 60", []),
        (b"0 0 0 0 60 60", []),
    ],
)
def test_resolution(matrix: bytes, told: list[tuple[str, str, str]]) -> None:
    assert found(matrix) == told


def test_drawings_need_more() -> None:
    assert found(b"20 0 0 20 60 60", bits=1) == []
    assert found(b"30 0 0 30 60 60", bits=1) == [("R0032", "warning", "720 ppi")]
    assert found(b"72 0 0 72 60 60", bits=1) == [("R0032", "error", "300 ppi")]


def test_a_few_pixels_are_a_ground() -> None:
    assert found(b"200 0 0 200 60 60", (16, 16)) == []
    assert found(b"200 0 0 200 60 60", (17, 16))


def test_what_the_inventory_tells() -> None:
    sheet = page(b"q 72 0 0 72 60 60 cm /Picture Do Q")
    (facts,) = image_rules.images(opened(sheet), read(sheet))
    assert (facts.page, facts.pixels, round(facts.ppi), facts.space, facts.bits) == (
        1,
        (300, 300),
        300,
        "DeviceCMYK",
        8,
    )
    assert facts.place is not None
    assert facts.place.width == pytest.approx(72)

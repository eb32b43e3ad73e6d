"""What lies beneath what."""

import pytest

from factsheet.preflight.layers import Layers
from tests.conformance.broken.faces import codes
from tests.unit.preflight.made import opened, page, read

TEXT = b"0 0 0 1 k BT /Text 10 Tf 60 100 Td " + codes("HHH") + b" Tj ET"


def over(before: bytes) -> bool:
    """Whether the text lies over something, after ``before`` was painted."""
    sheet = page(before + b" " + TEXT)
    *_, (mark, beneath) = Layers(opened(sheet), read(sheet)).seen()
    assert mark.kind == "text"
    return beneath


@pytest.mark.parametrize(
    ("before", "beneath"),
    [
        (b"", False),
        (b"1 0 0 0 k 50 90 100 30 re f", True),
        (b"0 0 0 0 k 50 90 100 30 re f", False),  # white paper
        (b"1 0 0 0 k 50 200 100 30 re f", False),
        (b"1 0 0 0 K 5 w 50 104 m 150 104 l S", False),  # a line is no ground
        (b"1 0 0 0 k 50 104 100 1 re f", False),  # nor is a hairline
        (b"q 72 0 0 72 50 80 cm /Picture Do Q", True),
        (b"1 0 0 0 k BT /Text 10 Tf 60 100 Td " + codes("HHH") + b" Tj ET", False),
        (b"q 0 0 5 5 re W n 1 0 0 0 k 50 90 100 30 re f Q", False),
    ],
)
def test_what_is_a_ground(before: bytes, beneath: bool) -> None:
    assert over(before) is beneath


def test_what_is_painted_later_is_not_beneath() -> None:
    sheet = page(TEXT + b" 1 0 0 0 k 50 90 100 30 re f")
    (_, text), (_, box) = Layers(opened(sheet), read(sheet)).seen()
    assert not text
    assert not box, "text is no ground"

"""What touches the trim reaches the bleed: on objects, and on the rendered page."""

import pytest

from factsheet.preflight import bleed_rules
from factsheet.preflight.hits import Hit
from tests.unit.preflight.made import context, opened, page

INK = b"/Plain gs 0 0 1 0 k "
TRIM, BLEED = (28, 28, 448, 623), (19.496, 19.496, 456.504, 631.504)


def hits(content: bytes) -> list[Hit]:
    sheet = page(content)
    file, asked = opened(sheet), context(sheet)
    return [hit for _, judge in bleed_rules.JUDGES for hit in judge(file, asked)]


@pytest.mark.parametrize(
    ("shape", "sides"),
    [
        (b"19.4 500 437.2 132 re f", []),
        (b"0 0 476 651 re f", []),
        (b"100 100 50 50 re f", []),
        (b"28 500 200 50 re f", ["left"]),
        (b"25 500 200 50 re f", ["left"]),
        (b"248 500 200 50 re f", ["right"]),
        (b"100 28 200 50 re f", ["foot"]),
        (b"100 573 200 50 re f", ["head"]),
        (b"28 28 420 595 re f", ["left", "right", "foot", "head"]),
        (b"28 500 200 50 re f 19.4 500 9 50 re f", []),  # in two pieces
        (b"28 500 200 50 re f 19.4 500 9 20 re f", ["left"]),
        (b"19.496 28 8.504 595 re f", []),  # nothing at the trim itself but its own edge
        (b"q 28 28 420 595 re W n 0 500 476 200 re f Q", ["left", "right", "head"]),
        (b"5 300 14 .25 re f", []),  # a mark outside the bleed
    ],
)
def test_objects(shape: bytes, sides: list[str]) -> None:
    found = [hit for hit in hits(INK + shape) if hit.rule == "H-02"]
    told = [hit.message.partition(" at the ")[2].partition(" ")[0] for hit in found]
    assert told == sides


def test_white_needs_no_bleed() -> None:
    assert hits(INK + b"100 100 9 9 re f 0 0 0 0 k 28 28 420 595 re f") == []


def test_what_only_the_rendered_page_shows() -> None:
    """A clip along a slanted line is known by its bounds alone."""
    clip = b"q 28 0 m 28 651 l 476 651 l 476 300 l 400 0 l h W n "
    found = [hit for hit in hits(clip + INK + b"0 450 476 201 re f Q") if hit.rule == "H-02"]
    assert found
    assert "left" in found[0].message


def test_empty_pages() -> None:
    assert [hit.rule for hit in hits(b"")] == ["R0005"]
    assert [hit.rule for hit in hits(b"0 0 0 0 k 100 100 9 9 re f")] == ["R0005"]
    assert [hit.rule for hit in hits(b"0 0 0 1 k 5 5 9 9 re f")] == ["R0005"]

"""Overprinting, in files and on grounds of all kinds."""

import pytest

from factsheet.preflight import overprint_rules
from factsheet.preflight.hits import Hit
from factsheet.preflight.overprint_rules import is_line, thickness
from tests.conformance.broken.faces import codes
from tests.unit.preflight.made import context, only, opened, page

GROUND = b"/Plain gs .4 0 0 0 k 40 80 200 60 re f "


def text(ink: bytes, state: bytes = b"Black", size: int = 10) -> bytes:
    return b"/%s gs %s BT /Text %d Tf 60 100 Td " % (state, ink, size) + codes("Hello") + b" Tj ET"


def hits(content: bytes) -> list[Hit]:
    sheet = page(content, ExtGState={"Old": {"OP": True, "op": True, "OPM": 0}})
    file, asked = opened(sheet), context(sheet)
    return [hit for _, judge in overprint_rules.JUDGES for hit in judge(file, asked)]


def rules(content: bytes) -> dict[str, str]:
    return {hit.rule: hit.level for hit in hits(content)}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (GROUND + text(b"0 0 0 1 k"), {}),
        (text(b"0 0 0 1 k"), {}),
        (GROUND + text(b"0 0 0 1 k", b"Plain"), {"R0009": "warning", "H-06": "error"}),
        (GROUND + text(b"0 0 0 1 k", b"Old"), {"R0009": "warning", "H-06": "error"}),
        (text(b"0 0 0 1 k", b"Plain"), {"H-06": "warning"}),
        (GROUND + text(b"0 0 0 1 k", b"Plain", 14), {}),
        (GROUND + text(b"0 0 0 .7 k", b"Plain"), {}),
        (GROUND + text(b"0 1 0 0 k", b"Plain"), {}),
        (GROUND + text(b"0 0 0 0 k", b"Plain"), {}),
        (GROUND + text(b"0 0 0 0 k"), {"R0007": "error"}),
        (text(b"0 0 0 0 k"), {}),
        (GROUND + b"/Black gs 0 0 0 0 k 60 90 20 20 re f", {"R0008": "warning"}),
        (GROUND + b"/Plain gs 0 0 0 1 K 1 w 60 100 m 90 100 l S", {"R0010": "warning"}),
        (GROUND + b"/Black gs 0 0 0 1 K 1 w 60 100 m 90 100 l S", {}),
        (GROUND + b"/Plain gs 0 0 0 1 k 60 100 40 1 re f", {"R0010": "warning"}),
        (GROUND + b"/Plain gs 0 0 0 1 k 60 90 40 30 re f", {}),
        (GROUND + b"/Plain gs 0 G 1 w 60 100 m 90 100 l S", {"R0010": "warning", "R0012": "warning"}),
        (b"/Black gs .5 g 60 90 40 30 re f", {"R0013": "warning"}),
    ],
)
def test_what_overprints(content: bytes, found: dict[str, str]) -> None:
    assert rules(content) == found


def test_text_in_grey_is_told_apart() -> None:
    assert {"R0009", "R0011", "H-06"} <= set(rules(GROUND + text(b"0 g", b"Plain")))


def test_a_hit_tells_how_and_where() -> None:
    hit = next(hit for hit in hits(GROUND + text(b"0 0 0 1 k", b"Old")) if hit.rule == "H-06")
    assert hit.found == "overprinting in mode 0 over a ground"
    assert hit.limit == "overprinting, OPM 1"
    assert hit.place is not None


@pytest.mark.parametrize(
    ("content", "line", "thick"),
    [
        (b"0 G 1.5 w 50 50 m 90 50 l S", True, 1.5),
        (b"0 g 50 50 40 1 re f", True, 1),
        (b"0 g 50 50 40 9 re f", False, 9),
        (b"0 g 50 50 m 90 50 l 90 51 l f", False, 1),
    ],
)
def test_what_counts_as_a_line(content: bytes, line: bool, thick: float) -> None:
    mark = only(content)
    assert is_line(mark) is line
    assert thickness(mark) == pytest.approx(thick)

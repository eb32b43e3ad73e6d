"""Sizes, inks and places of what is read."""

import pytest

from factsheet.preflight import legibility_rules
from factsheet.preflight.house import Limits
from tests.conformance.broken.faces import codes
from tests.unit.preflight.made import context, opened, page

GROUND = b"/Plain gs 1 .5 0 0 k 40 80 200 60 re f "


def text(ink: bytes, size: float, x: float = 60, y: float = 100) -> bytes:
    return b"/Plain gs %s BT /Text %g Tf %g %g Td " % (ink, size, x, y) + codes("Hello") + b" Tj ET"


def found(content: bytes, limits: Limits | None = None) -> dict[str, tuple[str, str]]:
    sheet = page(content)
    file, asked = opened(sheet), context(sheet, limits=limits)
    hits = [hit for _, judge in legibility_rules.JUDGES for hit in judge(file, asked)]
    return {hit.rule: (hit.level, hit.found) for hit in hits}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (text(b"0 0 0 1 k", 5), {}),
        (text(b"0 0 0 1 k", 4.9), {"H-04": ("error", "4.9 pt")}),
        (GROUND + text(b"0 0 0 0 k", 8), {}),
        (GROUND + text(b"0 0 0 0 k", 7), {"R0016": ("warning", "7.0 pt")}),
        (GROUND + text(b"0 0 0 0 k", 5.5), {"R0016": ("warning", "5.5 pt"), "H-04": ("error", "5.5 pt")}),
        (text(b"0 0 0 0 k", 5.5), {}),
        (text(b"1 .5 0 0 k", 8), {}),
        (text(b"1 .5 0 0 k", 7.5), {"R0017": ("warning", "7.5 pt")}),
        (text(b"1 0 0 0 k", 7.5), {}),
        (text(b".2 0 0 .9 k", 12), {"H-05": ("error", "C20 B90")}),
        (text(b".2 0 0 .9 k", 24), {}),
        (text(b".2 0 0 .7 k", 12), {}),
        (text(b".9 .9 .9 1 k", 30), {"R0015": ("warning", "370 %")}),
        (b"0 0 0 1 K .25 w 50 50 m 90 50 l S", {}),
        (b"0 0 0 1 K .2 w 50 50 m 90 50 l S", {"H-03": ("error", "0.20 pt")}),
        (b"0 0 0 1 K 0 w 50 50 m 90 50 l S", {"H-03": ("error", "0.00 pt")}),
        (b"1 1 0 0 K .2 w 50 50 m 90 50 l S", {"H-03": ("error", "0.20 pt"), "R0019": ("warning", "0.20 pt")}),
        (b"0 0 0 1 K 0 w 5 5 m 9 9 l S", {}),
    ],
)
def test_limits(content: bytes, expected: dict[str, tuple[str, str]]) -> None:
    assert found(content) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [(37, {}), (33, {"H-08": ("warning", "1.8 mm")}), (20, {"H-08": ("error", "beyond the trim")}), (-60, {})],
)
def test_text_stays_inside(x: float, expected: dict[str, tuple[str, str]]) -> None:
    assert found(text(b"0 0 0 1 k", 10, x)) == expected


def test_a_printing_office_may_have_other_limits() -> None:
    loose = Limits(line=0.1, type_size=3, safe_mm=0, black_size=6)
    content = b"0 0 0 1 K .2 w 50 50 m 90 50 l S " + text(b"0 0 0 1 k", 4) + text(b".2 0 0 1 k", 12, 33, 200)
    assert found(content, loose) == {}

"""Boxes and bleed, with other wishes, and turned pages."""

import pytest

from factsheet.preflight import boxes
from factsheet.preflight.hits import Hit
from factsheet.preflight.house import Limits
from tests.conformance.broken.sheet import Sheet
from tests.unit.preflight.made import context, opened, page


def hits(sheet: Sheet, limits: Limits | None = None) -> list[Hit]:
    file, asked = opened(sheet), context(sheet, limits=limits)
    return [hit for _, judge in boxes.JUDGES for hit in judge(file, asked)]


@pytest.mark.parametrize(("wanted", "level"), [(0, "warning"), (2, "warning"), (3, ""), (3.04, ""), (5, "error")])
def test_bleed_as_it_is_wanted(wanted: float, level: str) -> None:
    found = [(hit.rule, hit.level) for hit in hits(page(), Limits(bleed_mm=wanted))]
    assert found == ([("H-01", level)] if level else [])


def test_every_short_side_is_named() -> None:
    sheet = page()
    sheet["page"]["BleedBox"] = [19.496, 25, 456.504, 625]
    (hit,) = hits(sheet)
    assert "1.06 mm at the foot" in hit.message
    assert "0.71 mm at the head" in hit.message
    assert hit.found == "0.71 mm"


@pytest.mark.parametrize(("turn", "told"), [(0, []), (360, []), (90, ["90"]), (-90, ["270"])])
def test_turned_pages(turn: int, told: list[str]) -> None:
    sheet = page()
    sheet["pages"]["Rotate"] = turn
    assert [hit.found for hit in hits(sheet) if hit.rule == "R0004"] == told


def test_a_hair_is_no_difference() -> None:
    sheet = page()
    sheet["page"]["BleedBox"] = [19.496, 19.496, 456.504, 631.504]
    sheet["page"]["MediaBox"] = [19.5, 19.5, 456.5, 631.5]
    assert hits(sheet) == []


@pytest.mark.parametrize(("side", "told"), [(2.9, True), (14400, False), (14401, True), (1e30, True)])
def test_a_page_has_a_size_that_programs_can_show(side: float, told: bool) -> None:
    sheet = page()
    sheet["page"]["MediaBox"] = [0, 0, 476, side]
    assert any(hit.rule == "X-30" and "can show" in hit.message for hit in hits(sheet)) == told

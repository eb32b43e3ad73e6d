"""Dates in all their forms, and what counts as agreement."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from factsheet.preflight import metadata
from factsheet.preflight.metadata import moment
from tests.conformance.broken.sheet import Sheet
from tests.unit.preflight.made import context, opened, page

EARLY = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D:20260102030405Z", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("D:20260102030405+08'00'", datetime(2026, 1, 2, 3, 4, 5, tzinfo=EARLY)),
        ("D:20260102030405+08'00", datetime(2026, 1, 2, 3, 4, 5, tzinfo=EARLY)),
        ("D:20260102030405-03'30'", datetime(2026, 1, 2, 6, 34, 5, tzinfo=UTC)),
        ("D:20260102", datetime(2026, 1, 2, tzinfo=UTC)),
        ("D:2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-01-02T03:04:05+08:00", datetime(2026, 1, 2, 3, 4, 5, tzinfo=EARLY)),
        ("2026-01-02T03:04:05.25Z", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02", datetime(2026, 1, 2, tzinfo=UTC)),
        ("D:20260102030405Z00'00'", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("yesterday", None),
        ("D:20261302", None),
        ("", None),
    ],
)
def test_moments(text: str, expected: datetime | None) -> None:
    assert moment(text) == expected


def rules(sheet: Sheet, standard: str = "x4") -> list[str]:
    file, asked = opened(sheet), context(sheet, standard=standard)
    return [hit.rule for _, judge in metadata.JUDGES for hit in judge(file, asked)]


def test_one_instant_in_two_zones_is_one() -> None:
    sheet = page()
    sheet["info"]["CreationDate"] = "D:20260102100405+08'00'"
    assert rules(sheet) == []


def test_what_neither_says_is_no_difference() -> None:
    sheet = page()
    del sheet["info"]["Subject"], sheet.xmp["dc:description"]
    assert rules(sheet) == []


@pytest.mark.parametrize("joint", ["; ", ", ", ","])
def test_several_authors_are_joined_in_several_ways(joint: str) -> None:
    sheet = page()
    sheet["info"]["Author"] = joint.join(("A", "B"))
    sheet.packet = lambda text: text.replace("<rdf:li>Water Office</rdf:li>", "<rdf:li>A</rdf:li><rdf:li>B</rdf:li>")
    assert rules(sheet) == []


def test_a_hit_shows_both_sides() -> None:
    sheet = page()
    sheet["info"]["Title"] = "Another"
    (hit,) = metadata.agreement(opened(sheet), context(sheet))
    assert (hit.found, hit.limit) == ("Another", "Clean water")

"""The job ticket: everything a printing office asks, for people and for programs."""

import json
from dataclasses import replace

import pytest

from factsheet.handover.ticket import Delivered, Ticket, as_data, as_text

TICKET = Ticket(
    job="report.mn",
    title="Усны тайлан",
    language="mn",
    date="2026-01-31",
    version="",
    standard="PDF/X-4",
    width_mm=210,
    height_mm=297,
    pages=4,
    copies=1500,
    paper="135 g/m² coated",
    plates=("Cyan", "Black", "PANTONE 871 C"),
    bleed_mm=3,
    ink_limit=300,
    ink_most=240.4,
    condition="FOGRA39",
    profile="Coated",
    marks=("crop", "slug"),
    imposed="",
    contact=("Water Office", "+976 11 322 000"),
    preflight="passed",
    files=(Delivered("report.mn.print.pdf", 123456, "ab" * 32),),
)


def test_people_read_everything_that_was_ordered() -> None:
    text = as_text(TICKET)
    for said in (
        "JOB TICKET  report.mn",
        "Усны тайлан",
        "210.0 × 297.0 mm",
        "4, on both sides of 2 leaves",
        "1,500",
        "135 g/m² coated",
        "3: Cyan, Black, PANTONE 871 C",
        "3 mm on all sides",
        "crop, slug",
        "300 % (most found: 240 %)",
        "FOGRA39 (profile: Coated)",
        "PDF/X-4",
        "passed",
        "Water Office",
        "+976 11 322 000",
        "report.mn.print.pdf",
        "123,456",
    ):
        assert said in text
    assert "Imposed" not in text
    assert "Version" not in text


def test_what_was_not_said_is_told() -> None:
    text = as_text(replace(TICKET, paper="", contact=(), marks=(), version="2", imposed="spreads"))
    assert "not said: please ask" in text
    assert "not said in the factsheet" in text
    assert "Version             2" in text
    assert "Imposed             spreads" in text


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, "one side of one leaf"),
        (2, "both sides of one leaf"),
        (3, "both sides of 2 leaves, the last on one side"),
        (4, "both sides of 2 leaves"),
    ],
)
def test_sides(pages: int, sides: str) -> None:
    assert replace(TICKET, pages=pages).sides == sides


def test_programs_read_the_same() -> None:
    data = json.loads(json.dumps(as_data(TICKET)))
    assert (data["copies"], data["pages"], data["plates"]) == (1500, 4, ["Cyan", "Black", "PANTONE 871 C"])
    assert data["sides"] == TICKET.sides
    assert data["files"] == [{"name": "report.mn.print.pdf", "size": 123456, "digest": "ab" * 32}]


@pytest.mark.parametrize(
    ("pages", "blank", "leaves", "told"),
    [
        (4, 0, 1, "4, on one sheet, printed on both sides and folded once"),
        (3, 1, 1, "3 and 1 empty page at the end, on one sheet, printed on both sides and folded once"),
        (6, 2, 2, "6 and 2 empty pages at the end, on 2 sheets, each printed on both sides and folded once"),
    ],
)
def test_a_booklet_is_told_in_its_sheets(pages: int, blank: int, leaves: int, told: str) -> None:
    ticket = replace(TICKET, pages=pages, leaves=leaves)
    assert told in as_text(ticket)
    assert as_data(ticket)["blank"] == blank


def test_less_bleed_than_usual_is_told_to_be_meant() -> None:
    assert "2 mm on all sides (less than the usual 3 mm: this is meant)" in as_text(replace(TICKET, bleed_mm=2))

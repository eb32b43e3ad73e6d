import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from factsheet.preflight.hits import Hit, Inventory, Report
from factsheet.preflight.house import Limits
from factsheet.preflight.html import as_html
from tests.unit.preflight.reported import (
    BROKEN,
    DOUBTFUL,
    HOSTILE,
    INK,
    INVENTORY,
    WHOLE,
    page,
    pdf,
    report,
    separations,
)

EMPTY = {"meta", "img", "input", "br"}


class Reader(HTMLParser):
    """Reads a document strictly: what is opened is closed, and in order.

    Attributes:
        seen: Elements with their attributes, in order.
        said: All texts outside of styles.
        wrong: What is not closed as it was opened.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.wrong: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data)


def read(made: str) -> Reader:
    reader = Reader()
    reader.feed(made)
    reader.close()
    return reader


FULL = report(WHOLE, BROKEN, DOUBTFUL, unmeasured=("the fonts of page 2 could not be read",))


@pytest.fixture(scope="module")
def full() -> str:
    """A report with everything."""
    return as_html(FULL, pdf(), separations())


def test_the_document_is_well_formed(full: str) -> None:
    reader = read(full)
    assert full.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert reader.wrong == []
    assert reader.open == []


def test_names_are_unique_and_every_link_leads_somewhere(full: str) -> None:
    reader = read(full)
    names = Counter(attributes["id"] for _, attributes in reader.seen if "id" in attributes)
    links = {str(attributes["href"]) for _, attributes in reader.seen if "href" in attributes}
    assert [name for name, times in names.items() if times > 1] == []
    assert {"#finding-2", "#mark-2", "#page-1", "#rules"} <= links
    assert {link.removeprefix("#") for link in links} <= set(names)


def test_nothing_comes_from_outside_and_nothing_runs(full: str) -> None:
    reader = read(full)
    for _, attributes in reader.seen:
        for key in ("src", "href"):
            assert (attributes.get(key) or "#").startswith(("#", "data:image/"))
        assert not any(key.startswith("on") for key in attributes)
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in reader.seen}
    assert "url(" not in full
    assert "@import" not in full


def test_every_picture_has_a_text_and_headings_have_no_gap(full: str) -> None:
    reader = read(full)
    pictures = [attributes for tag, attributes in reader.seen if tag == "img"]
    assert len(pictures) == 9
    assert all(attributes.get("alt") for attributes in pictures)
    levels = [int(tag[1]) for tag, _ in reader.seen if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize(
    ("given", "state", "word"),
    [
        (report(), "pass", "Ready to print"),
        (report(DOUBTFUL), "warn", "Ready to print, with warnings"),
        (report(BROKEN), "fail", "Not to be printed"),
    ],
)
def test_the_verdict_stands_at_the_top(given: Report, state: str, word: str) -> None:
    made = as_html(given, pdf())
    assert f'class="verdict {state}"' in made
    told = read(made).said
    assert told.index(word) < told.index("Findings")
    assert f"Preflight of gobi.en.print.pdf: {word[0].lower()}{word[1:]}" in told


def test_each_standard_has_a_light(full: str) -> None:
    told = read(full).said
    assert "PDF/X-4 (ISO 15930-7:2010)" in told
    assert "GWG 2022 sheetfed and house limits" in told
    assert any(text.startswith("Failed: ") for text in told)


def test_facts_at_a_glance(full: str) -> None:
    told = read(full).said
    for text in ("287 %", "of 300 % allowed, page 2", "FOGRA39", "254 ppi", "1 not embedded", "Cyan, Black, Gold"):
        assert text in told
    assert "2 pages" in " ".join(told)


def test_what_was_not_measured_is_said_near_the_top(full: str) -> None:
    told = read(full).said
    assert told.index("The fonts of page 2 could not be read.") < told.index("Findings")
    assert "Not measured" not in as_html(report(), pdf(), separations())


def test_the_checksum_is_there(full: str) -> None:
    assert "ab" * 32 in read(full).said


def test_without_separations_pages_are_shown_without_plates() -> None:
    made = as_html(report(BROKEN, inventory=replace(INVENTORY, ink=None)), pdf())
    assert 'class="plate"' not in made
    assert 'id="mark-1"' in made
    assert "not measured" in read(made).said


def test_ink_of_the_layout_alone_is_told_as_such() -> None:
    ink = replace(INK, plates=(), widest_page=0, source="flat areas")
    made = as_html(report(inventory=replace(INVENTORY, ink=ink)), pdf())
    assert "not measured on plates: worked out from flat areas" in read(made).said


def test_a_file_that_cannot_be_read_has_a_report_too() -> None:
    made = as_html(report(Hit("B-05", "error", "this is no PDF"), inventory=Inventory(), claims=()), b"no file")
    reader = read(made)
    assert reader.wrong == []
    assert "This is no PDF." in reader.said
    assert "Not to be printed" in reader.said


def test_a_page_that_pdfium_cannot_show_is_no_end_of_the_report() -> None:
    made = as_html(report(BROKEN), b"no file")
    assert "This page cannot be shown" in made
    assert 'id="mark-1"' in made


def test_crowded_pages_are_cut_and_say_so() -> None:
    alike = tuple(replace(BROKEN, object=f"{n} 0") for n in range(15))
    others = tuple(replace(BROKEN, rule=f"Z-{n}") for n in range(60))
    made = as_html(report(*alike, *others, DOUBTFUL), pdf())
    assert made.count('id="finding-') == 61
    assert made.count(">X-40</span>") == 12
    assert "15 more findings on crowded pages: the JSON report has them all." in read(made).said


def test_of_many_pages_those_with_findings_are_shown() -> None:
    pages = tuple(page(n) for n in range(1, 101))
    hits = (replace(DOUBTFUL, page=99),)
    made = as_html(report(*hits, inventory=replace(INVENTORY, pages=pages, ink=None)), b"no file")
    assert 'id="page-99"' in made
    assert 'id="page-59"' in made
    assert 'id="page-60"' not in made
    assert "40 more pages without findings: not shown here." in read(made).said


def test_a_hit_on_a_page_that_is_not_there_has_no_dead_link() -> None:
    reader = read(as_html(report(replace(BROKEN, page=9)), pdf()))
    names = {attributes["id"] for _, attributes in reader.seen if "id" in attributes}
    links = {str(attributes["href"])[1:] for _, attributes in reader.seen if "href" in attributes}
    assert links <= names


def test_texts_of_the_file_stay_texts_wherever_they_stand() -> None:
    hit = replace(BROKEN, message=HOSTILE, object=HOSTILE, found=HOSTILE, limit=HOSTILE, hint=HOSTILE)
    hostile = replace(INVENTORY, title=HOSTILE, producer=HOSTILE, layers=(HOSTILE,), plates=(HOSTILE,), version=HOSTILE)
    made = as_html(report(hit, file=HOSTILE, claims=(HOSTILE,), unmeasured=(HOSTILE,), inventory=hostile), pdf())
    reader = read(made)
    assert "script" not in {tag for tag, _ in reader.seen}
    assert reader.wrong == []
    assert made.count("<style>") == made.count("</style>") == 1
    assert made.encode()


def test_the_same_report_gives_the_same_bytes(full: str) -> None:
    assert as_html(FULL, pdf(), separations()) == full


def test_the_limits_are_told_at_the_head() -> None:
    made = as_html(report(standards=("x4", "gwg"), limits=Limits(bleed_mm=0, source="the theme")), b"no file")
    told = "Measured against the limits of the theme: bleed 0 mm (the house asks for 3 mm); ink 300 %"
    assert told in made[: made.index("<main>")]
    assert "Measured against" not in as_html(report(standards=("x4",)), b"no file")

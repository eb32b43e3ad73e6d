"""The judge of the pages: what is lost, doubled or outside is found, and nothing else is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from factsheet.document import Document, Frame, Page, Placed, Region, Words
from factsheet.findings import Finding
from factsheet.preflight.pages import judge_pages
from factsheet.spec.texts import written
from tests.making import document, sheet

TEXT = """
title: A title of some words
subtitle: Said below
main:
  - heading: A heading
  - text: Some **strong** words with a [link](https://x.org) and a note[^1] in them.
  - bullets: [First point, Second point]
  - table:
      columns: [Name, Number]
      rows: [[One, "1"], [Two, "2"]]
sidebar:
  - support: By IOM
notes:
  1: The note itself.
footer: {text: More on our website, url: www.iom.int}
author: IOM
"""
Change = Callable[[float, float, Words], list[Placed]]


def changed(made: Document, change: Change) -> Document:
    """``made`` with what ``change`` gives in the place of each run of words."""

    def inside(frame: Frame) -> Frame:
        items: list[Placed] = []
        for x, y, item in frame.items:
            if isinstance(item, Words):
                items += change(x, y, item)
            else:
                items.append((x, y, inside(item) if isinstance(item, Frame) else item))
        return replace(frame, items=tuple(items))

    def regions(page: Page) -> tuple[Region, ...]:
        return tuple(replace(region, frame=inside(region.frame)) for region in page.regions)

    return replace(made, pages=tuple(Page(regions(page)) for page in made.pages))


def judged(change: Change, text: str = TEXT) -> list[Finding]:
    return judge_pages(changed(document(text), change), written(sheet(text)))


def only(word: str, do: Change) -> Change:
    return lambda x, y, item: do(x, y, item) if word in item.text.split() else [(x, y, item)]


def test_pages_as_laid_out_are_right() -> None:
    assert judge_pages(document(TEXT), written(sheet(TEXT))) == []


@pytest.mark.parametrize(
    "word", ["title", "below", "heading", "strong", "link", "note", "First", "Two", "IOM", "itself.", "website"]
)
def test_words_that_are_on_no_page(word: str) -> None:
    found = judged(only(word, lambda *_: []))
    assert found
    assert {finding.rule for finding in found} == {"lost-words"}
    assert any(word in finding.message for finding in found)
    assert all(finding.severity == "error" for finding in found)
    for finding in found:
        assert finding.where.line > 1


def test_the_place_is_that_of_the_text() -> None:
    (finding,) = judged(only("Second", lambda *_: []))
    assert finding.where.line == TEXT.split("\n").index("  - bullets: [First point, Second point]") + 1


@pytest.mark.parametrize("word", ["heading", "First", "Two", "website"])
def test_words_that_are_on_the_pages_twice(word: str) -> None:
    found = judged(only(word, lambda x, y, item: [(x, y, item), (x, y, item)]))
    assert "extra-words" in {finding.rule for finding in found}


def test_many_words_are_named_in_part() -> None:
    text = "title: T\nmain:\n  - text: " + " ".join(f"word{n}" for n in range(20))
    (finding,) = judged(lambda x, y, item: [] if "word0" in item.text or "word1" in item.text else [(x, y, item)], text)
    assert "…" in finding.message
    assert finding.message.count("“") == 8


@pytest.mark.parametrize(("dx", "dy"), [(-1000, 0), (1000, 0), (0, -1000), (0, 1000), (-1, 0), (0, -40)])
def test_words_outside_their_box(dx: float, dy: float) -> None:
    found = judged(only("heading", lambda x, y, item: [(x + dx, y + dy, item)]))
    assert {finding.rule for finding in found} == {"outside"}
    assert "heading" in found[0].message
    assert "page 1" in found[0].message
    assert found[0].where.line > 1


def test_rounding_is_not_outside() -> None:
    assert judged(lambda x, y, item: [(x + 0.01, y, item)]) == []


def test_a_word_wider_than_its_box() -> None:
    found = judged(only("heading", lambda x, y, item: [(x, y, replace(item, width=2000.0))]))
    assert {finding.rule for finding in found} == {"outside"}


def test_artefacts_are_no_text() -> None:
    """The running head repeats the title; the head of a table that goes on is repeated, too."""
    rows = "".join(f"        - [Row, '{n}']\n" for n in range(200))
    text = f"title: T\nmain:\n  - table:\n      columns: [Name, Number]\n      rows:\n{rows}"
    made = document(text)
    assert len(made.pages) > 1
    assert judge_pages(made, written(sheet(text))) == []


def test_a_paragraph_over_two_columns_is_whole() -> None:
    text = "title: T\nmain:\n  - text: " + "Internationalisation of administration " * 300
    made = document(text)
    assert len(made.pages) > 1
    assert judge_pages(made, written(sheet(text))) == []


@pytest.mark.parametrize(
    "words",
    [
        "soft\u00adhyphens and zero\u200bwidth\u2060joins\ufeff",
        "no\u00a0break\u202fspaces",
        "www.example.org/a/very/long/address/that/is/broken/in/some/places/because/it/does/not/fit/on/one/line",
        "well-being — and/or ‘quotes’",
        "\\*escaped\\* \\[text\\]",
        "e\u0301te\u0301 ffi ﬁ",
    ],
)
def test_what_is_written_is_what_is_set(words: str) -> None:
    text = f'title: T\nmain:\n  - text: {words}\n  - bullets: ["{words.replace(chr(92), "")}"]\n'
    assert judge_pages(document(text), written(sheet(text))) == []


def test_an_alias_is_a_text_of_its_own() -> None:
    text = "title: T\nmain:\n  - text: &a Some words\n  - text: *a\n  - heading: *a\n"
    assert judge_pages(document(text), written(sheet(text))) == []


def test_the_same_text_twice_is_not_extra() -> None:
    text = "title: T\nmain:\n  - text: Same words\n  - text: Same words\n  - bullets: [Same words, Same words]\n"
    assert judge_pages(document(text), written(sheet(text))) == []

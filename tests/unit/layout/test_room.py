"""The room of each block: what it takes, and that what is said to fit does fit."""

import re

import pytest

from factsheet.layout.draft import Draft
from factsheet.layout.flow import choose, finished
from factsheet.layout.room import Part, Share, free_lines, shares
from factsheet.spec.texts import parts
from tests.making import sheet, sketch, theme

WORDS = "The project opened a dialogue and bilateral cooperation on key issues related to migration. "
SPEC = """title: Strengthening the management of migration
pages: {pages}
theme: {look}
main:
  - heading: Overview
  - text: {first}
  - bullets: [{bullet}, {bullet}]
  - heading: Results
  - text: {second}
sidebar:
  - support: {side}
footer: {{text: More on our website, url: www.iom.int}}
"""


def spec(look: str = "institutional", pages: int = 2, first: str = WORDS * 9, second: str = WORDS * 12) -> str:
    return SPEC.format(
        look=look,
        pages=pages,
        first=first.strip(),
        second=second.strip(),
        bullet=WORDS * 2,
        side="A fund of some donors.",
    )


def laid(text: str) -> tuple[Draft, list[Share]]:
    look = theme(sheet(text).theme)
    draft = choose(sketch(text), look)
    return draft, shares(draft, finished(draft)[0], list(parts(sheet(text))))


def test_every_block_is_counted_with_its_line_page_and_words() -> None:
    text = spec()
    _, found = laid(text)
    assert [share.part.name for share in found] == ["title", "heading", "text", "bullets", "heading", "text", "support",
                                                    "footer"]  # fmt: skip
    lines = text.splitlines()
    for share in found:
        assert share.part.name in lines[share.part.line - 1]
        assert share.page in (1, 2)
        assert share.lines > 0
    by_line = {share.part.line: share for share in found}
    assert by_line[6].characters == pytest.approx(len((WORDS * 9).strip()), abs=3)
    assert by_line[5].lines == 1


def test_the_regions_share_their_room() -> None:
    draft, found = laid(spec())
    free = free_lines(draft)
    assert {share.lines_left for share in found if share.region == "main"} == {free["main"]}
    assert {share.lines_left for share in found if share.region == "sidebar"} == {free["sidebar"]}
    assert free["sidebar"] > 5


@pytest.mark.parametrize("look", ["institutional", "editorial", "bold"])
@pytest.mark.parametrize("line", [6, 9])
def test_what_is_said_to_fit_fits(look: str, line: int) -> None:
    draft, found = laid(spec(look))
    share = next(share for share in found if share.part.line == line)
    assert share.characters_left > 100
    more = (WORDS * 200)[: share.characters_left - 1].rsplit(" ", 1)[0] + "."
    longer = {6: spec(look, first=WORDS * 9 + more), 9: spec(look, second=WORDS * 12 + more)}[line]
    again, _ = laid(longer)
    assert again.pages == draft.pages == 2


def test_less_text_leaves_more_room() -> None:
    rooms = [laid(spec(second=WORDS * n))[1][2].characters_left for n in (6, 10, 14)]
    assert rooms == sorted(rooms, reverse=True)
    assert rooms[0] > rooms[-1]


def test_a_part_that_is_on_no_page_has_no_room() -> None:
    text = spec()
    draft = choose(sketch(text), theme())
    (share,) = shares(draft, finished(draft)[0], [Part("nothing", 1, frozenset())])
    assert (share.page, share.lines, share.characters, share.characters_left) == (0, 0, 0, 0)


def test_a_mostly_empty_page_is_told_with_what_would_fill_it() -> None:
    text = "title: T\nmain:\n  - text: Some words\n  - page: new\n  - text: Some more words\n"
    draft = choose(sketch(text), theme())
    found = [finding for finding in finished(draft)[1] if finding.rule == "empty-page"]
    assert [(finding.where.line, finding.severity) for finding in found][-1] == (5, "warning")
    assert re.search(r"page 2 is \d\d% empty", found[-1].message)
    assert re.search(r"about \d+ words more would fill it", found[-1].hint)

"""Messages: the path of every text, what is none, and texts put in their place."""

from factsheet.i18n.messages import Message, joined, messages, replaced
from factsheet.i18n.text import Text
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet

SPEC = """\
title: One
main:
  - heading: Two
  - text: |
      A first
      paragraph.

      A second.
  - bullets:
      - three
      - {text: four, bullets: [five]}
  - figures: [{value: '150', caption: people}, {value: '1,200', caption: wells}]
  - text: Өвөл
    language: mn
sidebar:
  - duration: {start: 2012-08, end: 2014-02}
  - budget: {amount: 100000, currency: USD}
  - partners: [A ministry]
notes: {1: A note}
footer: {text: More, url: www.iom.int}
"""


def sheet(text: str = SPEC) -> Factsheet:
    made, findings = validate(parse(text, "a.yaml"))
    assert made is not None, findings
    return made


def test_each_text_has_its_path_and_its_line() -> None:
    found = {one.path: one for one in messages(sheet())}
    assert {path: one.text for path, one in found.items()} == {
        "title": "One",
        "main[0].heading": "Two",
        "main[1].text": "A first paragraph.\n\nA second.",
        "main[2].bullets[0].text": "three",
        "main[2].bullets[1].text": "four",
        "main[2].bullets[1].bullets[0].text": "five",
        "main[3].figures[0].caption": "people",
        "main[3].figures[1].value": "1,200",
        "main[3].figures[1].caption": "wells",
        "sidebar[2].partners[0]": "A ministry",
        "notes.1": "A note",
        "footer.text": "More",
    }
    assert found["sidebar[2].partners[0]"].where.line == SPEC.splitlines().index("  - partners: [A ministry]") + 1
    assert found["main[1].text"].rich
    assert not found["title"].rich


def test_facts_numbers_without_separators_and_texts_in_a_language_of_their_own_are_none() -> None:
    paths = {one.path for one in messages(sheet())}
    assert paths
    assert not any("duration" in path or "budget" in path or "url" in path for path in paths)
    assert "main[3].figures[0].value" not in paths
    assert not any(path.startswith("main[4]") for path in paths)


def test_how_a_text_is_wrapped_says_nothing() -> None:
    assert joined("  a\nb \t c\r\n\r\n d\n") == joined("a b c\n\n\nd") == "a b c\n\nd"
    assert joined("a\u00a0b") == "a\u00a0b"


def test_texts_of_one_list_share_its_name() -> None:
    where = sheet().title.where
    assert Message("main[1].bullets[3].text", "", where).list == Message("main[2].bullets[0].text", "", where).list
    assert Message("title", "", where).list == "title"


def test_texts_are_replaced_and_all_else_stays() -> None:
    before = sheet()
    after = replaced(before, lambda path, text: type(text)(text.upper(), text.where) if "main" in path else text)
    assert after.title is before.title
    assert after.sidebar is before.sidebar
    assert [one.text for one in messages(after) if one.path == "main[2].bullets[1].bullets[0].text"] == ["FIVE"]
    assert after.main[0].where == before.main[0].where
    assert before.main[0] is not after.main[0]
    assert replaced(before, lambda _, text: text) is before
    assert isinstance(after.title, Text)

"""The web edition: one page that asks for nothing and says what the tagged PDF says."""

import re
from dataclasses import replace

import pytest

from factsheet.design import theme as themes
from factsheet.engine import Engine
from factsheet.paint.tree import tree
from factsheet.paint.web import Shown, web
from tests.making import ENGINE, document, theme
from tests.reading import Page, spoken

TEXT = """\
title: Title & <b>more</b>
subtitle: Below
main:
  - heading: One
  - text: A <script>alert(1)</script> word[^1], and a [link](https://e.org/?a=1&b=2).
  - bullets: [First, Second]
sidebar:
  - support: Somebody.
footer: {text: More., url: e.org}
notes: {1: A note.}
"""
CARD = Shown("a.en.web.png", "Factsheet: “T”", 1200, 630)


def page(text: str = TEXT, look: str = "institutional") -> Page:
    found = replace(document(f"theme: {look}\n{text}"), subject="Below" if "subtitle" in text else "")
    return Page(web(found, theme(look), ENGINE, CARD))


def content(found: Page, name: str) -> str:
    return next(one["content"] for one in found.every("meta") if name in (one.get("name"), one.get("property")))


@pytest.mark.parametrize("look", themes.names())
def test_the_words_are_those_of_the_tree_in_their_order(look: str) -> None:
    assert page(look=look).words == spoken(tree(document(f"theme: {look}\n{TEXT}")))


def test_no_text_becomes_markup() -> None:
    data = web(document(TEXT), theme(), ENGINE).decode()
    assert "<script" not in data
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in data
    assert "<b>" not in data
    assert page().every("title") == [{}]


def test_it_asks_for_nothing() -> None:
    data = web(document(TEXT), theme(), ENGINE).decode()
    assert not re.search(r"url\((?!data:|#)", data)
    assert not re.search(r"(?<!xlink:)(src|srcset)=\"(?!data:)", data)
    assert "<link" not in data
    assert "@import" not in data


def test_the_head_says_what_it_is_and_names_the_card() -> None:
    found = page()
    assert found.every("html") == [{"lang": "en", "dir": "ltr"}]
    assert content(found, "description") == "Below"
    assert content(found, "og:title") == "Title & <b>more</b>"
    assert content(found, "og:image") == "a.en.web.png"
    assert content(found, "og:image:alt") == "Factsheet: “T”"
    assert content(found, "viewport") == "width=device-width, initial-scale=1"


def test_each_part_is_a_landmark() -> None:
    found = page()
    assert [name for name, _ in found.elements if name in ("header", "main", "aside", "footer")] == [
        "header", "main", "aside", "footer",
    ]  # fmt: skip
    assert found.every("aside")[0].get("aria-label", "") == document(TEXT).roots[2].title


def test_a_page_in_arabic_letters_would_run_from_right_to_left() -> None:
    data = web(replace(document(TEXT), language="ar"), theme(), ENGINE)
    assert Page(data).every("html") == [{"lang": "ar", "dir": "rtl"}]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert web(document(TEXT), theme(), ENGINE, CARD) == web(document(TEXT), theme(), Engine(), CARD)


def test_a_long_first_paragraph_is_shortened_to_a_description() -> None:
    found = page(f"title: T\nmain:\n  - text: {'Many words of it ' * 40}\n")
    assert len(content(found, "description")) <= 301
    assert content(found, "description").endswith("…")

"""Inline Markdown gives the same characters back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factsheet.paint.marked import Piece, escaped, joined
from tests.reading import Page

SIGNS = "ab1 *_`[]()<>&;#+-.!|~\\\"'/:=—“”"


def shown(text: str) -> list[str]:
    """The words of the Markdown ``text`` as they are seen."""
    return Page(MarkdownIt().enable("table").enable("strikethrough").render(text)).words


@given(st.text(SIGNS, max_size=24))
@settings(max_examples=400, deadline=None)
def test_any_text_is_given_back(text: str) -> None:
    text = " ".join(text.split())
    assert shown(escaped(text)) == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "1. One",
        "- a",
        "+ a",
        "# a",
        "> a",
        "---",
        "===",
        "a_b_c",
        "2 * 3 * 4",
        "[^1]",
        "<b>",
        "&amp;",
        "\\*",
        "1986. Then",
    ],
)
def test_what_would_mean_something_does_not(text: str) -> None:
    assert shown(escaped(text)) == text.split()


@given(st.lists(st.tuples(st.text(SIGNS, max_size=8), st.booleans(), st.booleans()), max_size=5))
@settings(max_examples=300, deadline=None)
def test_strong_and_emphasised_pieces_say_the_same_words(parts: list[tuple[str, bool, bool]]) -> None:
    whole = " ".join("".join(text for text, _, _ in parts).split())
    pieces = [Piece(" ".join(text.split(" ")), strong, emphasis) for text, strong, emphasis in parts]
    line = " ".join(joined(pieces).split())
    assert "".join(shown(line)) == whole.replace(" ", "")


def test_strong_and_emphasised_stretches_are_marked() -> None:
    assert joined([Piece("A "), Piece("b ", strong=True), Piece("c", emphasis=True), Piece(".")]) == "A **b** *c*."


def test_links_and_bare_addresses() -> None:
    assert joined([Piece("here", href="https://e.org")]) == "[here](https://e.org)"
    assert joined([Piece("https://e.org", href="https://e.org")]) == "<https://e.org>"
    assert joined([Piece("e.org", href="https://e.org")]) == "[e.org](https://e.org)"
    assert joined([Piece("a@e.org", href="mailto:a@e.org")]) == "<a@e.org>"
    assert joined([Piece("x", href="https://e.org/a_(b)")]) == "[x](<https://e.org/a_(b)>)"


def test_a_link_in_several_styles_is_one_link() -> None:
    pieces = [
        Piece("see "),
        Piece("the ", href="https://x.org"),
        Piece("whole", strong=True, href="https://x.org"),
        Piece(" report ", href="https://x.org"),
        Piece("of 2025"),
    ]
    assert joined(pieces) == "see [the **whole** report](https://x.org) of 2025"

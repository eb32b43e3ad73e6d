"""Inline markup: what is understood, and that all else is printed as typed."""

import pytest

from factsheet.text.markup import Span, labels, plain, slips, spans


def test_plain_text_is_one_span() -> None:
    assert spans("a < b & c {{x}}") == (Span("a < b & c {{x}}"),)


def test_strong_emphasis_links_and_notes() -> None:
    assert spans("a **b** *c* [d](https://x.org/_e_?a=1&b=2)[^1]") == (
        Span("a "),
        Span("b", strong=True),
        Span(" "),
        Span("c", emphasis=True),
        Span(" "),
        Span("d", href="https://x.org/_e_?a=1&b=2"),
        Span("", note="1"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b> [",
        "&amp; [",
        "`code` [",
        "_under_ __score__ [",
        "# no heading [",
        "![",
        "{{x}} [",
        "1. no list [",
        "a*b [",
        "https://x.org [",
    ],
)
def test_nothing_else_is_interpreted(text: str) -> None:
    assert spans(text) == (Span(text),)


def test_escapes() -> None:
    assert plain(r"\*not strong\* \[x\]") == "*not strong* [x]"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x", "//x"])
def test_other_schemes_are_no_links(target: str) -> None:
    text = f"[x]({target})"
    assert plain(text) == text
    assert "no link" in slips(text)[0][1]


@pytest.mark.parametrize("target", ["http://x", "https://x", "mailto:a@b.c", "tel:+976"])
def test_schemes(target: str) -> None:
    assert spans(f"[x]({target})") == (Span("x", href=target),)


def test_slips_name_what_is_wrong() -> None:
    assert "no partner" in slips("a ** b")[0][1]
    assert "title" in slips('[a](https://b "t")')[0][1]
    assert slips("a **b** c") == []


def test_labels_in_order() -> None:
    assert labels("a[^2] b[^x] c[^2]") == ["2", "x", "2"]


def test_line_ends_inside_markup() -> None:
    assert spans("**a\nb** c")[0] == Span("a b", strong=True)

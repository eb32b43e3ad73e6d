"""Links: their text, their address on paper, and what they open."""

import pytest

from factsheet.document import Area
from tests.making import box, items, runs, said, whole


def targets(text: str) -> list[str]:
    return [run.tag.href for _, _, run, _ in runs(whole(box(text, "sidebar"), 130)) if run.tag is not None]


def test_a_link_has_its_address_below_it() -> None:
    text = "- links: [{text: The report, url: www.example.org/report}]"
    assert said(whole(box(text, "sidebar"), 130)) == ["Links", "The", "report", "www.example.org/report"]
    assert targets(text) == ["https://www.example.org/report"]


@pytest.mark.parametrize(
    "link",
    [
        "www.example.org",
        "{url: www.example.org}",
        "{url: https://www.example.org/, text: www.example.org}",
        "{url: http://example.org, text: Example.org}",
    ],
)
def test_an_address_is_printed_once(link: str) -> None:
    words = said(whole(box(f"- links: [{link}]", "sidebar"), 130))
    assert len(words) == 2
    assert len(targets(f"- links: [{link}]")) == 1


def test_one_link_needs_no_list() -> None:
    assert said(whole(box("- links: www.example.org", "sidebar"), 130)) == ["Links", "www.example.org"]
    assert said(whole(box("- links: {text: A, url: a.org}", "sidebar"), 130)) == ["Links", "A", "a.org"]


def test_links_are_a_list_with_a_title() -> None:
    frame = whole(box("- links: [a.org, b.org]\n  title: Read on", "sidebar"), 130)
    assert said(frame)[:2] == ["Read", "on"]
    assert [[tag.role for tag in path if tag.role] for *_, path in runs(frame)][-1] == ["L", "LI", "LBody", "P"]


def test_a_text_that_is_a_link_is_underlined() -> None:
    def lines(text: str) -> int:
        found = items(whole(box(text, "sidebar"), 130))
        return sum(isinstance(item, Area) and item.height < 0.49 for _, _, item, _ in found)

    assert lines("- links: [{text: A, url: a.org}]") == 1
    assert lines("- links: [a.org]") == 0

"""Steering: where pages begin, and what goes over all columns."""

import pytest

from factsheet.layout.draft import Draft
from factsheet.source import parse
from factsheet.spec.load import validate
from tests.making import block, document, kit, said_by, story, theme, whole

LONG = "Some words of the story that fill a line or two. " * 6


def pages(text: str) -> list[list[str]]:
    """The words of the story on each page."""
    made = document(text)
    return [said_by([region.frame for region in page.regions if region.name == "main"]) for page in made.pages]


def test_what_follows_begins_on_a_new_page() -> None:
    found = pages("title: T\nmain:\n  - text: one\n  - page: new\n  - text: two\n  - page: new\n  - text: three\n")
    assert found == [["one"], ["two"], ["three"]]


def test_a_part_longer_than_a_page_goes_on_before_the_next_begins() -> None:
    found = pages(
        f"title: T\nmain:\n  - text: one\n  - page: new\n  - text: {LONG * 60}\n  - page: new\n  - text: end\n"
    )
    assert len(found) > 3
    assert found[0] == ["one"]
    assert found[-1] == ["end"]
    assert sum(len(page) for page in found) == 2 + len((LONG * 60).split())


@pytest.mark.parametrize("where", ["  - page: new\n  - text: one\n", "  - text: one\n  - page: new\n"])
def test_a_new_page_at_either_end_changes_nothing_and_is_told(where: str) -> None:
    text = f"title: T\nmain:\n{where}"
    assert pages(text) == [["one"]]
    _, findings = validate(parse(text, "test.yaml"))
    assert [(f.rule, f.severity) for f in findings] == [("no-effect", "warning")]


def test_one_column_goes_over_all() -> None:
    text = (
        f"title: T\nmain:\n  - text: {LONG}\n  - columns: 1\n  - bullets: [{LONG}]\n  - columns: 2\n  - text: {LONG}\n"
    )
    cells = story(text).main.cells
    assert [cell.across for cell in cells] == [False, True, False]
    page = Draft(story("pages: 2\n" + text.replace("main:\n", "main:\n  - text: first\n  - page: new\n")), theme(), 5)
    widths = [rect.width for name, rect, _ in page.leaves[1].frames if name == "main"]
    assert max(widths) > 1.8 * min(widths)


@pytest.mark.parametrize("text", ["- page: new", "- columns: 1"])
def test_steering_is_no_content(text: str) -> None:
    made = block(text)
    assert made.steers
    assert whole(made.box(kit())).height == 0

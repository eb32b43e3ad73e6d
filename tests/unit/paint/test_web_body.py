"""Nodes as elements: each kind of block as what it is in HTML."""

from dataclasses import replace

from factsheet.paint.web import web
from tests.making import ENGINE, document, theme
from tests.reading import Page


def html(main: str, more: str = "", **changes: object) -> str:
    found = replace(document(f"title: T\nmain:\n{main}{more}"), **changes)  # type: ignore[arg-type]
    return web(found, theme(), ENGINE).decode().partition("<main>")[2]


def test_headings_paragraphs_and_emphasis() -> None:
    said = html("  - heading: One\n  - subheading: Two\n  - text: First.\n  - text: A **b** and *c* and d.\n")
    assert "<h2" in said
    assert "<h3" in said
    assert "<strong>b</strong>" in said
    assert "<em>c</em>" in said


def test_numbers_and_bullets_are_drawn_not_said() -> None:
    said = html("  - numbered: [One, Two]\n  - bullets: [Three]\n")
    assert said.count("<li") == 3
    assert "<ol" in said
    assert "<ul>" in said
    assert "•" not in said
    assert Page(said.partition("</main>")[0]).words == ["One", "Two", "Three"]


def test_labels_and_what_they_name_are_a_list_of_pairs() -> None:
    said = html("  - text: A\n", "sidebar:\n  - facts: [{label: Region, value: East}, {label: Code, value: LM}]\n")
    assert said.count("<dt") == 2
    assert said.count("<dd") == 2


def test_a_mark_and_its_note_lead_to_each_other() -> None:
    said = html("  - text: A[^1] b[^1].\n", "notes: {1: Note.}\n")
    page = Page(said.partition("</main>")[0])
    links = page.every("a")
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [one["role"] for one in links] == ["doc-noteref", "doc-noteref", "doc-backlink"]
    assert {one["href"] for one in links} <= {f"#{name}" for name in ids}


def test_the_first_element_of_a_block_has_its_name() -> None:
    said = html("  - heading: One\n  - text: A\n", anchors={(3, 14): "heading"})
    assert '<h2 id="heading"' in said
    assert said.count('id="heading"') == 1


def test_a_name_of_ours_never_takes_that_of_a_block() -> None:
    said = html("  - text: A[^1].\n", "notes: {1: Note.}\n", anchors={(3, 11): "ref-1"})
    assert 'id="ref-1_"' in said


def test_links_of_other_kinds_are_no_links() -> None:
    assert 'href="https://e.org"' in html("  - text: A [b](https://e.org).\n")


def test_a_part_in_another_language_says_so() -> None:
    assert 'lang="mn"' in html("  - text: The ministry is called Хөдөлмөрийн яам at home.\n")
    assert 'lang="de"' in html(
        "  - text: {text: Ein Satz.}\n    language: de\n".replace("{text: Ein Satz.}", "Ein Satz.")
    )


def test_a_quotation_with_its_source() -> None:
    said = html("  - quote: {text: Well said., name: Bat, role: guard}\n")
    assert "<blockquote" in said
    assert '<div class="source">' in said


def test_a_callout_stands_on_its_ground() -> None:
    assert 'class="panel" style="background:var(--' in html("  - callout: {kind: key, text: Mind this.}\n")


def test_pictures_and_drawings_say_what_they_show() -> None:
    said = html("  - picture: {file: pictures/hills.jpg, alt: 'Hills, \"far\" away.', caption: C}\n  - qr: e.org\n")
    page = Page(said.partition("</main>")[0])
    assert page.every("img")[0]["alt"] == 'Hills, "far" away.'
    assert page.every("img")[0]["src"].startswith("data:image/")
    assert page.every("svg")[0]["role"] == "img"
    assert page.every("svg")[0]["aria-label"]
    assert "<figcaption" in said


def test_names_lie_on_their_map() -> None:
    said = html("  - text: A\n", "sidebar:\n  - location: {country: MN, place: Ulaanbaatar, lat: 47.9, lon: 106.9}\n")
    assert '<div class="over"><svg' in said
    assert ' style="left:' in said

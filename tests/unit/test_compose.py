"""Which block goes into which region: leads, headings that stay, footnotes, and what closes the factsheet."""

import pytest

from factsheet.compose import SIZES, note_numbers
from factsheet.document import Document, Tag, Words, walk
from factsheet.layout.stack import Cell
from factsheet.layout.story import Story
from factsheet.layout.text import TextBox
from factsheet.units import Pt, mm
from tests.making import document, kit, runs, said, sheet, story, theme, whole

TEXT = "text: Some words."


def cells(*blocks: str, region: str = "main") -> tuple[Cell, ...]:
    made = story(f"title: T\n{region}:\n" + "".join(f"  - {block}\n" for block in blocks))
    found = getattr(made, region).cells
    assert isinstance(found, tuple)
    return found


def size(cell: Cell) -> float:
    return runs(whole(cell.box))[0][2].size


def plain() -> float:
    return kit().size("text")


# -- the main story


def test_headings_stay_with_what_follows_and_may_span() -> None:
    heading, first, sub, second = cells("heading: H", TEXT, "subheading: S", TEXT)
    assert (heading.keep, heading.wide is not None) == (True, True)
    assert (sub.keep, sub.wide) == (True, None)
    assert not first.keep
    assert not second.keep


def test_the_first_paragraph_is_the_lead() -> None:
    assert [size(cell) > plain() for cell in cells("heading: H", TEXT, TEXT)] == [True, True, False]
    assert [size(cell) > plain() for cell in cells(TEXT, TEXT)] == [True, False]


def test_a_paragraph_that_only_announces_is_no_lead() -> None:
    first, _ = cells("text: 'They are:'", "bullets: [a]")
    assert size(first) == plain()
    assert first.wide is None


def test_later_sections_have_a_lead_only_where_it_spans() -> None:
    *_, lead, _ = cells("heading: H", TEXT, "heading: I", TEXT, TEXT)
    assert size(lead) == plain()
    assert lead.wide is not None
    assert runs(whole(lead.wide, 400))[0][2].size > plain()


def test_the_last_section_has_no_lead_where_nothing_follows() -> None:
    *_, last = cells("heading: H", TEXT, "heading: I", TEXT)
    assert last.wide is None


def test_what_announces_stays_with_what_it_announces() -> None:
    text = "text: 'The outcomes are:'"
    assert [cell.keep for cell in cells(TEXT, text, "bullets: [a]")] == [False, True, False]
    assert [cell.keep for cell in cells(TEXT, text, TEXT)] == [False, False, False]
    assert [cell.keep for cell in cells(TEXT, text)] == [False, False]


def test_every_paragraph_is_a_cell_of_its_own() -> None:
    made = story("title: T\nmain:\n  - text: |\n      One.\n\n      Two.\n\n      They are:\n  - bullets: [a]\n")
    assert [cell.keep for cell in made.main.cells] == [False, False, True, False]


def test_no_line_between_a_heading_and_its_text() -> None:
    heading, text, more = cells("heading: H", TEXT, TEXT)
    assert heading.gap > 0
    assert text.gap == 0
    assert more.gap == pytest.approx(kit().grid.leading)


def test_boxes_are_as_wide_as_the_column_allows() -> None:
    """A lead that spans has a measure of its own."""
    *_, lead, _ = cells("heading: H", TEXT, "heading: I", "text: " + "word " * 80, TEXT)
    assert isinstance(lead.wide, TextBox)
    assert 300 < lead.wide.measure < 493


# -- the sidebar


def test_a_title_of_the_sidebar_stands_over_any_block() -> None:
    (cell,) = cells("{title: Ours, text: Some words.}", region="sidebar")
    assert said(whole(cell.box)) == ["Ours", "Some", "words."]
    assert runs(whole(cell.box))[0][3][-1].role == "H2"


def test_facts_are_a_line_apart_and_headings_join_what_follows() -> None:
    support, heading, text = cells("support: x", "heading: H", TEXT, region="sidebar")
    assert support.gap == heading.gap == pytest.approx(kit().grid.leading)
    assert text.gap == 0
    assert [cell.keep for cell in (support, heading, text)] == [False, True, False]


# -- around it


def test_the_masthead_has_the_authors_label_or_ours() -> None:
    assert said(whole(story("title: T").label)) == ["Factsheet"]
    assert said(whole(story("title: T\nlanguage: de").label)) == ["Faktenblatt"]
    assert said(whole(story("title: T\nlabel: Info").label)) == ["Info"]


def test_titles_in_all_sizes_of_the_theme() -> None:
    made = story("title: Some title")
    for boxes, sizes in ((made.titles, theme().masthead.title_sizes), (made.posters, theme().masthead.poster_sizes)):
        assert [runs(whole(box, 500))[0][2].size for box in boxes] == list(sizes)
        assert {runs(whole(box, 500))[0][3][-1].role for box in boxes} == {"H1"}


def test_markup_is_not_understood_in_the_masthead() -> None:
    assert said(whole(story("title: '**T** [x](https://y)'").titles[0], 500)) == ["**T**", "[x](https://y)"]


def test_what_the_file_says_of_itself() -> None:
    made = story('title: "A  title\\nin lines"\nlanguage: mn\nauthor: IOM\npages: 2\nfooter: {url: www.iom.int}')
    assert (made.plain_title, made.language, made.author) == ("A title in lines", "mn", "IOM")
    assert (made.contract, made.where.line) == (2, 4)
    assert made.address == "www.iom.int"


def test_without_pages_the_title_is_the_place_of_remarks() -> None:
    made = story("language: en\ntitle: T")
    assert (made.contract, made.where.line) == (0, 2)


@pytest.mark.parametrize(("page_size", "width", "height"), [("A4", mm(210), mm(297)), ("Letter", 612, 792)])
def test_paper(page_size: str, width: float, height: float) -> None:
    made = story(f"title: T\npage_size: {page_size}")
    assert (made.width, made.height) == pytest.approx((width, height))
    assert SIZES[page_size] == pytest.approx((width, height))


def closing(made: Story) -> list[str]:
    box = made.closing or made.colophon
    return said(whole(box, 400)) if box else []


@pytest.mark.parametrize(
    ("footer", "band", "words"),
    [
        ("", False, []),
        ("footer: {text: More on, url: www.iom.int}", True, ["More", "on", "www.iom.int"]),
        ("footer: {text: More on}", True, ["More", "on"]),
        ("footer: {url: www.iom.int}", False, ["www.iom.int"]),
        ("author: IOM\nversion: '1.2'\ndate: 2026-01-31", False, ["IOM", "31", "January", "2026", "1.2"]),
        ("footer: {text: More}\nauthor: IOM", True, ["More", "IOM"]),
        ("date: 2026-01-31\nlanguage: mn", False, None),
    ],
)
def test_what_closes_the_factsheet(footer: str, band: bool, words: list[str] | None) -> None:
    made = story(f"title: T\n{footer}")
    assert (made.closing is not None) is band
    assert (made.colophon is not None) is (bool(footer) and not band)
    found = [part for word in closing(made) for part in word.split("\u00a0")]
    assert found == words if words is not None else "2026" in " ".join(found)


def test_addresses_are_links() -> None:
    made = story("title: T\nfooter: {text: More, url: www.iom.int}")
    assert made.closing is not None
    tags = [words.tag for _, _, words, _ in runs(whole(made.closing, 400)) if words.tag]
    assert [tag.href for tag in tags] == ["https://www.iom.int"]


# -- footnotes


def test_footnotes_are_numbered_in_the_order_of_their_marks() -> None:
    made = sheet("title: T\nmain:\n  - text: One[^b] and[^a] again[^b].\nsidebar:\n  - support: And[^c].\n"
                 "notes: {a: A., b: B., c: C.}\n")  # fmt: skip
    assert note_numbers(made) == {"b": 1, "a": 2, "c": 3}


def test_a_note_says_its_number_and_its_text() -> None:
    made = story("title: T\nmain:\n  - text: One[^b] and[^a].\nnotes: {a: A., b: B.}\n")
    assert {label: said(whole(box)) for label, box in made.notes.items()} == {"b": ["¹", "B."], "a": ["²", "A."]}


def test_marks_in_plain_texts_are_none() -> None:
    assert note_numbers(sheet("title: T[^a]\nmain:\n  - heading: H[^a]\n  - text: x[^a]\nnotes: {a: A.}\n")) == {"a": 1}


def test_a_block_in_another_language_is_shaped_divided_and_tagged_in_it() -> None:
    text = (
        "title: T\nmain:\n  - text: Words\n  - quote: {text: Бид асуудаг., name: Д. Оюун}\n    language: mn\n"
        "sidebar:\n  - text: Mots\n    title: Titre\n    language: fr\n"
    )
    found = {(words.text, path[-1].role, path[-1].language) for _, _, words, path in all_runs(document(text))}
    assert ("Words", "P", "") in found
    assert ("Д. Оюун", "P", "mn") in found
    assert ("Titre", "H2", "fr") in found
    assert ("Mots", "P", "fr") in found
    assert {words.language for _, _, words, _ in all_runs(document(text))} == {""}


def all_runs(made: Document) -> list[tuple[Pt, Pt, Words, tuple[Tag, ...]]]:
    """Every run of text with its path of tags."""
    regions = [region for page in made.pages for region in page.regions]
    found = [placed for region in regions for placed in walk(region.frame)]
    return [(x, y, item, path) for x, y, item, path in found if isinstance(item, Words) and path]

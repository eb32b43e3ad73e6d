"""The choice of the fit, and what is said about the pages: messages with a place, an amount and a cure."""

import re

import pytest

from factsheet.compose import compose
from factsheet.document import Document, Tag
from factsheet.findings import Finding, LayoutError
from factsheet.i18n.language import language
from factsheet.layout import draft
from factsheet.layout.flow import count_words, lay_out, where_of
from factsheet.layout.story import Roots
from factsheet.text.styles import Styles
from tests.making import ENGINE, blocks, document, kit, laid_out, runs, said_by, sheet, theme, whole

WORDS = "Migration management systems in Mongolia contribute to labour migration. "
SIDE = "sidebar:\n  - support: By IOM\n  - partners: [One, Two]\n"


def article(words: int, sections: int = 3, head: str = "") -> str:
    body = "".join(f"  - heading: Section {n}\n  - text: {WORDS * (words // sections // 9)}\n" for n in range(sections))
    return f"title: A title\n{head}main:\n{body}"


def refused(text: str) -> tuple[Finding, ...]:
    with pytest.raises(LayoutError) as problem:
        laid_out(text)
    assert problem.value.findings
    return problem.value.findings


def main_words(made: Document) -> list[str]:
    return said_by([r.frame for page in made.pages for r in page.regions if r.name == "main"])


@pytest.mark.parametrize("words", [0, 50, 200, 400, 700, 1200, 2500])
def test_all_words_of_the_story_are_on_the_pages(words: int) -> None:
    text = article(words) if words >= 27 else "title: T\nmain:\n  - text: One\n"
    frames = [whole(block.box(kit()), 300) for block in sheet(text).main]
    assert main_words(document(text)) == said_by(frames)


def test_the_same_spec_gives_the_same_pages() -> None:
    one, other = document(article(700) + SIDE), document(article(700) + SIDE)
    assert [[(r.name, r.rect) for r in page.regions] for page in one.pages] == [
        [(r.name, r.rect) for r in page.regions] for page in other.pages
    ]


@pytest.mark.parametrize("pages", [1, 2, 3])
def test_pages_agreed_are_kept_where_that_is_possible(pages: int) -> None:
    made, remarks = laid_out(article(400 * pages - 100, head=f"pages: {pages}\n") + SIDE)
    assert len(made.pages) == pages
    assert not [finding for finding in remarks if finding.severity == "error"]


def test_too_much_text_is_refused_with_what_to_cut() -> None:
    text = article(3000, head="pages: 1\n") + SIDE
    (finding,) = refused(text)
    assert finding.rule == "pages"
    assert finding.where.line > 3
    assert "too long for 1 page" in finding.message
    words = int(re.search(r"about (\d+) words", finding.hint).group(1))  # type: ignore[union-attr]
    assert 1500 < words < 3000


@pytest.mark.parametrize(("words", "side"), [(420, SIDE), (540, SIDE), (900, "")])
def test_the_amount_to_cut_is_honest(words: int, side: str) -> None:
    """With so much cut, the text goes onto its pages; and not much less would do."""
    (finding,) = refused(article(words, head="pages: 1\n") + side)
    said = int(re.search(r"about (\d+) words", finding.hint).group(1))  # type: ignore[union-attr]
    fits = next(n for n in range(words, 0, -54) if _goes(article(n, head="pages: 1\n") + side))
    assert 0.6 * (words - fits) - 60 <= said <= 1.2 * (words - fits) + 30


def _goes(text: str) -> bool:
    try:
        laid_out(text)
    except LayoutError:
        return False
    return True


def test_too_little_text_is_a_warning() -> None:
    _, remarks = laid_out("title: T\npages: 3\nmain:\n  - text: Some words\n")
    (finding,) = [finding for finding in remarks if finding.severity == "warning"]
    assert finding.rule == "pages"
    assert "1 of 3 pages" in finding.message
    assert finding.where.line == 2


def test_a_sidebar_that_is_too_long_is_refused_with_its_amount() -> None:
    side = "sidebar:\n" + "".join(f"  - support: {WORDS * 4}\n" for _ in range(40))
    (finding,) = refused(article(300) + side)
    assert finding.rule == "overflow"
    assert "sidebar" in finding.message
    assert re.search(r"\d mm too long", finding.message)
    assert finding.where.line > 9


def test_a_sidebar_that_goes_on_is_told_with_its_place() -> None:
    side = "sidebar:\n" + "".join(f"  - support: {WORDS * 3}\n" for _ in range(8))
    _, remarks = laid_out(article(600) + side)
    found = [finding for finding in remarks if finding.rule == "sidebar"]
    assert [finding.severity for finding in found] == ["note"]
    assert found[0].where.line > 9


def test_a_block_that_fits_on_no_page_is_refused_with_its_place() -> None:
    table = f"  - table:\n      columns: [A]\n      rows:\n        - ['{WORDS * 90}']\n"
    (finding,) = refused(f"title: T\nmain:\n{table}")
    assert finding.rule == "overflow"
    assert finding.where.line > 2
    high, room = (int(n) for n in re.findall(r"(\d+) mm", finding.message))
    assert high > room > 200


def test_a_footnote_that_fits_on_no_page_is_refused_at_its_text() -> None:
    found = refused(f"title: T\nmain:\n  - text: A[^1]\nnotes:\n  1: {WORDS * 200}\n")
    assert [(finding.rule, finding.where.line) for finding in found] == [("overflow", 5)]
    assert re.match(r"this footnote is \d+ mm high, but a page has room for \d+ mm", found[0].message)


def test_a_word_that_had_to_be_divided_is_told_once_at_its_place() -> None:
    _, found = laid_out(f"title: T\nmain:\n  - text: A {'Donau' * 60} B\nsidebar:\n  - support: {WORDS}\n")
    notes = [finding for finding in found if finding.rule == "divided"]
    assert [(finding.severity, finding.where.line, finding.where.column) for finding in notes] == [("note", 3, 13)]
    assert notes[0].message.startswith("a word is too wide, and divided where no rule allows it: “Donau")


def test_a_hyphen_by_the_rules_is_nothing_to_tell() -> None:
    _, found = laid_out(f"title: T\nlanguage: en\nmain:\n  - text: {WORDS * 20}\n")
    assert [finding for finding in found if finding.rule == "divided"] == []


def test_without_end_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "_MOST_PAGES", 2)
    (finding,) = refused(article(3000) + SIDE)
    assert finding.rule == "pages"
    assert "longer than 2 pages" in finding.message
    assert "divide" in finding.hint


def test_a_step_that_is_not_the_usual_is_told() -> None:
    made, remarks = laid_out("title: T\nmain:\n" + f"  - text: {WORDS * 18}\n")
    found = [finding.message for finding in remarks if finding.rule == "fit"]
    usual = theme().fit[theme().usual].leading
    assert bool(found) == (made.grid != usual)


@pytest.mark.parametrize("words", [60, 150, 300, 600, 900])
def test_the_first_page_is_well_filled(words: int) -> None:
    """No more than a fifth of the columns stays empty where the masthead, the type and the grid can prevent it."""
    made = document(article(words) + SIDE)
    page = made.pages[0]
    foot = max(r.rect.bottom for r in page.regions if r.name in ("main", "sidebar"))
    assert made.height - foot < 0.36 * made.height


def test_where_a_text_stands() -> None:
    (block,) = blocks("- text: Some words")
    frame = whole(block.box(kit()))
    assert where_of(frame).line == runs(frame)[0][3][-1].where.line > 0
    assert where_of(None).line == 0


def test_counting_words() -> None:
    (block,) = blocks("- text: Some **more** words")
    assert count_words(whole(block.box(kit()))) == 3
    assert count_words(None) == 0


def test_a_paragraph_that_cannot_be_justified_is_ragged_and_named() -> None:
    long = "unpronounceable/internationalisation " * 12
    text = f"title: T\nmain:\n  - heading: H\n  - text: {WORDS * 6}\n  - text: {long}\n"
    made = sheet(text)
    shipped = theme()
    flush = {**shipped.styles, "text": shipped.styles["text"].model_copy(update={"align": "justify", "hyphens": False})}
    chosen = shipped.model_copy(update={"styles": flush})
    styles = Styles(chosen, "en", ENGINE, chosen.fit[chosen.usual])
    roots = Roots(Tag(""), Tag(""), Tag("Sect"), Tag(""))
    _, remarks = lay_out(lambda step, rough: compose(made, styles.at(step, rough=rough), language("en"), roots), chosen)
    notes = [finding for finding in remarks if finding.rule == "justify"]
    assert len(notes) >= 1
    assert all(finding.severity == "note" and finding.where.line > 3 and finding.hint for finding in notes)


def test_ragged_themes_have_nothing_to_say_of_that() -> None:
    _, remarks = laid_out(article(300))
    assert not [finding for finding in remarks if finding.rule == "justify"]

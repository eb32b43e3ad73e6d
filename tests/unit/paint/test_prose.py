"""The text edition: Markdown that says what the document says."""

from factsheet.paint.prose import prose
from tests.making import document

TEXT = """\
title: Title
subtitle: Below
main:
  - heading: One
  - text: |
      A **strong** word, an *other* one[^1], and a [link](https://e.org).
  - bullets:
      - First
      - text: Second
        numbered: [In, Out]
  - numbered: [Uno, Due]
  - quote: {text: Well said., name: Bat, role: guard}
  - table:
      columns: [Name, Count]
      rows: [[Anna, '12'], ['A | B', '3']]
  - figures: [{value: '150', caption: people}]
sidebar:
  - facts: [{label: Region, value: East}]
  - partners: [Alpha, Beta]
footer: {text: More is told here., url: www.e.org}
notes: {1: A note.}
"""


def said(text: str = TEXT) -> str:
    return prose(document(text))


def test_it_begins_with_label_title_and_subtitle() -> None:
    assert said().startswith("**Factsheet**\n\n# Title\n\nBelow\n\n## One\n\n")


def test_paragraphs_keep_their_emphasis_links_and_notes() -> None:
    assert "A **strong** word, an *other* one[^1], and a [link](https://e.org).\n" in said()
    assert "\n[^1]: A note.\n" in said()


def test_lists_are_nested_by_indent() -> None:
    assert "1. Uno\n2. Due\n" in said()
    assert "- First\n- Second\n  1. In\n  2. Out\n" in said()


def test_a_quotation_ends_with_its_source_behind_a_dash() -> None:
    assert "> Well said.\n>\n> — Bat, guard\n" in said()


def test_tables_have_aligned_columns_and_numbers_at_the_right() -> None:
    assert "| Name   | Count |\n| ------ | ----: |\n| Anna   |    12 |\n| A \\| B |     3 |\n" in said()


def test_figures_stand_before_what_they_count() -> None:
    assert "- **150** people\n" in said()


def test_the_sidebar_stands_under_a_rule_and_its_labels_are_strong() -> None:
    text = said()
    assert "\n---\n\n" in text
    assert "### Facts\n\n- **Region:** East\n" in text
    assert "- Alpha\n- Beta\n" in text


def test_it_ends_with_the_closing_sentence_and_the_address() -> None:
    assert said().rstrip().endswith("---\n\nMore is told here.\n\n**[www.e.org](https://www.e.org)**")


def test_a_picture_is_a_line_in_the_language_of_the_document() -> None:
    picture = "main:\n  - picture: {file: pictures/hills.jpg, alt: Hügel am Abend.}\n"
    assert "*Foto: Hügel am Abend.*" in said(f"title: T\nlanguage: de\n{picture}")


def test_a_chart_is_its_table_under_its_title() -> None:
    chart = "main:\n  - chart:\n      kind: bars\n      title: People\n      data: {Women: 54, Men: 120}\n"
    assert "**People**\n\n|       |     |\n| ----- | --: |\n| Women |  54 |\n| Men   | 120 |\n" in said(
        f"title: T\n{chart}"
    )

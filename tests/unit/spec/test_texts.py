"""What can be wrong with the texts themselves."""

import pytest

from factsheet.design import theme as themes
from factsheet.engine import Engine
from factsheet.findings import Finding
from factsheet.i18n.language import language
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.texts import judge_texts, written
from factsheet.text.styles import Styles

THEME = themes.load("institutional")
STYLES = Styles(THEME, "en", Engine(), THEME.fit[THEME.usual])


def judged(text: str) -> list[Finding]:
    sheet, found = validate(parse(text, "spec.yaml"))
    assert found == []
    assert sheet is not None
    return judge_texts(sheet, STYLES, language(sheet.language))


def told(text: str) -> list[tuple[str, int, int]]:
    return sorted((f.rule, f.where.line, f.where.column) for f in judged(text))


def words(text: str) -> list[str]:
    sheet, _ = validate(parse(text, "spec.yaml"))
    assert sheet is not None
    return [said for _, said in written(sheet)]


def test_nothing_is_wrong_with_plain_texts() -> None:
    assert (
        told("title: A\nmain:\n  - text: Words **strong** *soft* [the report](https://example.org) \\* 1 < 2 & 3\n")
        == []
    )


# Characters


@pytest.mark.parametrize(
    "text",
    [
        "Өвөл үдэш ₮100",
        "Ça où œuvre «été»",
        "¿Qué? ¡Sí!",
        "Größe ẞ „Zitat“",
        "Объём №1 – ёж…",
        "Tiếng Việt ngữ",
        "Ελληνικά Ωμέγα",
        "Zażółć gęślą jaźń",
        "İstanbul ığüşöç",
        "a\u00a0b\u202fc\u00add\u2011e",
        "½ × ÷ ± § † ‡ ‰ °",
    ],
)
def test_our_languages_have_all_their_letters(text: str) -> None:
    assert told(f"title: {text}\n") == []


def test_a_missing_character_is_named_with_its_code_where_it_stands() -> None:
    (finding,) = judged("title: A\nmain:\n  - bullets:\n      - B 漢 C\n")
    assert (finding.rule, finding.severity) == ("missing-glyph", "error")
    assert (finding.where.line, finding.where.column) == (4, 11)
    assert "U+6F22 CJK UNIFIED IDEOGRAPH-6F22" in finding.message


def test_each_text_with_a_missing_character_is_told_once_for_each_character() -> None:
    assert told("title: A 漢漢字\nsubtitle: B 漢\nlabel: C\n") == [
        ("missing-glyph", 1, 10),
        ("missing-glyph", 1, 12),
        ("missing-glyph", 2, 13),
    ]


def test_characters_without_a_picture_are_shown_by_their_code_alone() -> None:
    for code in ("E000", "0378", "FDD0"):
        (finding,) = judged(f'title: "A \\u{code} B"\n')
        assert f"U+{code}" in finding.message
        assert finding.message.isprintable()


@pytest.mark.parametrize("char", ["ש", "م", "ܐ", "ހ", "ߐ", "\\u202E", "\\u200F", "\\u0661"])
def test_right_to_left_is_refused(char: str) -> None:
    (finding,) = judged(f'title: A\nmain:\n  - text: "B {char} C"\n')
    assert (finding.rule, finding.severity) == ("script", "error")
    assert "right to left" in finding.message
    assert finding.message.isprintable()


def test_a_text_from_right_to_left_is_told_once() -> None:
    assert told("title: A\nmain:\n  - text: B שלום עולם\n  - text: C مرحبا\n") == [("script", 3, 13), ("script", 4, 13)]


@pytest.mark.parametrize(
    "typed",
    ["'A 漢'", '"A 漢"', "|\n  A 漢", ">\n  A\n  漢", "&x A 漢", '"A \\\n  漢"'],
)
def test_a_character_is_marked_in_every_way_to_write_a_text(typed: str) -> None:
    text = f"title: {typed}\n"
    (finding,) = judged(text)
    line, column = finding.where.line, finding.where.column
    assert text.split("\n")[line - 1][column - 1] == "漢"


# Markup


def test_a_link_with_a_forbidden_scheme_is_no_link() -> None:
    for target in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org"):
        (finding,) = judged(f"title: A\nmain:\n  - text: See [B]({target}) there\n")
        assert (finding.rule, finding.severity) == ("markup", "warning")
        assert (finding.where.line, finding.where.column) == (3, 15)
        assert f"[B]({target}) is no link" in finding.message
        assert "https" in finding.hint


def test_a_lonely_pair_of_asterisks_is_marked_where_it_stands() -> None:
    assert told("title: A\nmain:\n  - text: B **c** d ** e\n") == [("markup", 3, 21)]
    assert told("title: A\nmain:\n  - text: |\n      B **c**\n\n      d ** e\n") == [("markup", 6, 9)]


def test_titles_and_names_are_printed_as_typed_without_a_word() -> None:
    assert told("title: A ** B [c](d)\nsubtitle: '[^9]'\nmain:\n  - heading: '** [e](f:g)'\n  - text: B\n") == []


# Footnotes


def test_a_footnote_without_its_text() -> None:
    (finding,) = judged("title: A\nmain:\n  - text: B[^1]\n")
    assert (finding.rule, finding.severity) == ("missing-note", "error")
    assert (finding.where.line, finding.where.column) == (3, 12)
    assert "“1: …”" in finding.hint


def test_a_footnote_without_its_mark() -> None:
    (finding,) = judged("title: A\nnotes:\n  one: B\n")
    assert (finding.rule, finding.severity) == ("unused-note", "error")
    assert finding.where.line == 3
    assert "[^one]" in finding.hint


def test_footnotes_in_every_rich_text() -> None:
    text = (
        "title: A\nmain:\n  - text: B[^1]\n  - bullets: ['C[^2]', {text: D, numbered: ['E[^3]']}]\n"
        "  - quote: {text: 'F[^4]'}\n  - table: {columns: [G], rows: [['H[^5]']]}\n"
        "sidebar:\n  - support: I[^6]\n  - partners: ['J[^7]']\n  - facts: [{label: K, value: 'L[^8]'}]\n"
        "  - contact: {text: 'M[^9]'}\n  - duration: {note: 'N[^10]'}\n"
        "notes: {" + ", ".join(f"{n}: O" for n in range(1, 11)) + "}\n"
    )
    assert told(text) == []
    unused = [rule for rule, _, _ in told(text.replace("[^", "("))]
    assert unused == ["unused-note"] * 10


def test_a_footnote_may_be_referred_to_twice() -> None:
    assert told("title: A\nmain:\n  - text: B[^1] C[^1]\nnotes:\n  1: D\n") == []


def test_a_footnote_in_a_footnote_is_refused_where_its_mark_stands() -> None:
    assert ("nested-note", 5, 7) in told("title: A\nmain:\n  - text: B\nnotes:\n  1: C[^1]\n")
    assert ("nested-note", 5, 7) in told("title: A\nmain:\n  - text: B[^1]\nnotes:\n  1: C[^2]\n  2: D\n")


# Languages


def test_a_language_without_labels_is_a_warning_at_its_key() -> None:
    (finding,) = judged("title: A\nlanguage: xx\n")
    assert (finding.rule, finding.severity) == ("language", "warning")
    assert (finding.where.line, finding.where.column) == (2, 11)


@pytest.mark.parametrize("tag", ["en", "en-US", "mn", "fr", "es", "ru", "de", "de-CH"])
def test_our_languages_are_no_warning(tag: str) -> None:
    assert told(f"title: A\nlanguage: {tag}\n") == []


# What is written


def test_what_is_written_has_no_markup() -> None:
    assert words(
        "title: '**A**'\nmain:\n  - text: '**B** *c* [d](https://e.org)[^1] \\*f\\*'\nnotes: {1: '*g*'}\n"
    ) == [
        "**A**",
        "B c d *f*",
        "g",
    ]


def test_each_written_text_has_its_place() -> None:
    sheet, _ = validate(parse("title: A\nmain:\n  - text: B\n", "spec.yaml"))
    assert sheet is not None
    assert [(where.line, where.column, said) for where, said in written(sheet)] == [(1, 8, "A"), (3, 11, "B")]


def test_a_link_whose_words_say_nothing_is_told_at_its_place() -> None:
    text = "title: A\nmain:\n  - text: See [the report](https://example.org/a), or click [here](https://example.org).\n"
    assert told(text) == [("link-text", 3, 61)]

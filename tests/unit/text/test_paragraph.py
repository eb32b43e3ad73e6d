"""Paragraphs: every word once and in order, lines within the measure, and what is done in need."""

from dataclasses import replace
from itertools import pairwise

import pytest

from factsheet.findings import Where
from factsheet.text.linebreak import HYPHEN
from factsheet.text.markup import spans
from factsheet.text.paragraph import START, Line, Paragraph, Type
from tests.making import styles

WORDS = "Migration management systems in Mongolia contribute to labour migration and counter-trafficking. " * 4
MEASURE = 15_000.0
STYLE = styles().type("text")
SCALE = STYLE.size / 1000


def paragraph(text: str = WORDS, style: Type = STYLE) -> Paragraph:
    return Paragraph(spans(text), style, Where("x.yaml", 3, 5))


def set_lines(made: Paragraph, measure: float = MEASURE, style: Type = STYLE) -> list[str]:
    """The text of each line, as set."""
    scaled = measure * style.size / 1000
    return ["".join(words.text for _, words in made.set(line, style, scaled)) for line in made.lines(measure)]


def widths(made: Paragraph, measure: float = MEASURE, style: Type = STYLE) -> list[float]:
    """How far each line reaches, in 1/1000 em."""
    scale = style.size / 1000
    return [
        max(x + words.width for x, words in made.set(line, style, measure * scale)) / scale
        for line in made.lines(measure)
    ]


@pytest.mark.parametrize("measure", [3000, 5000, 8000, 15_000, 40_000, 1_000_000])
@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "One",
        "a **bold** and *slanted **both*** word, un**break**able",
        "https://www.example.org/a/very/long/address/with-many/parts?and=queries&more=of#them or info@example.org",
        "100\u00a0000\u00a0USD and 2012–2014 and High-Level Ulaanbaatar–Moscow and/or labour/migration",
        "Төслийн хүрээнд Өмнөговь аймгийн хөдөлмөрийн шилжилт хөдөлгөөний удирдлагыг бэхжүүлэх зорилготой",
    ],
)
def test_every_word_once_and_in_order_within_the_measure(text: str, measure: float) -> None:
    made = paragraph(text)
    said = "".join(set_lines(made, measure)).replace("\u00ad", "")
    plain = "".join(span.text for span in spans(text))
    assert said.split() == plain.split()
    assert max(widths(made, measure)) <= measure + 0.5


@pytest.mark.parametrize("measure", [4000, 9000, 15_000])
def test_lines_follow_each_other_without_a_gap(measure: float) -> None:
    lines = paragraph().lines(measure)
    assert lines[0].start == START
    assert all(one.end == other.start for one, other in pairwise(lines))


@pytest.mark.parametrize("measure", [4000, 9000, 15_000])
def test_a_rest_is_broken_like_a_paragraph_of_its_own(measure: float) -> None:
    made = paragraph()
    for line in made.lines(measure)[:-1]:
        rest = made.lines(measure, line.end)
        assert rest[0].start == line.end
        said = ["".join(words.text for _, words in made.set(part, STYLE, measure * SCALE)) for part in rest]
        assert WORDS.replace(" ", "").endswith("".join(said).replace("\u00ad", "").replace(" ", ""))


def test_an_estimate_has_about_as_many_lines() -> None:
    exact, rough = len(paragraph().lines(MEASURE)), len(paragraph().lines(MEASURE, rough=True))
    assert rough == pytest.approx(exact, rel=0.2)


def test_lines_are_remembered() -> None:
    made = paragraph()
    assert made.lines(MEASURE) is made.lines(MEASURE)
    line = made.lines(MEASURE)[0]
    assert made.set(line, STYLE, 100) is made.set(line, STYLE, 100)


def test_the_same_lines_at_any_size() -> None:
    made = paragraph()
    larger = replace(STYLE, size=2 * STYLE.size)
    assert [round(w, 3) for w in widths(made)] == [round(w, 3) for w in widths(made, style=larger)]


def test_a_divided_word_ends_with_a_hyphen_that_is_read_as_a_soft_one() -> None:
    made = paragraph("internationalisation " * 12)
    divided = [line for line in made.lines(9000) if line.kind == HYPHEN]
    assert divided
    for line in divided:
        assert line.hyphened
        assert made.set(line, STYLE, 9000 * SCALE)[-1][1].text.endswith("\u00ad")


def test_soft_hyphens_of_the_author_are_used_even_without_patterns() -> None:
    made = paragraph("Donau\u00addampf\u00adschiff", replace(STYLE, hyphens=None, emergency=None))
    assert [line.replace("\u00ad", "") for line in set_lines(made, 3600)] == ["Donau", "dampf", "schiff"]


def test_no_break_spaces_hold() -> None:
    for measure in range(6000, 16_000, 500):
        for line in set_lines(paragraph("It cost 100\u00a0000\u00a0USD and then 100\u00a0000\u00a0USD more"), measure):
            assert line.count("100") == line.count("USD")


@pytest.mark.parametrize("measure", [3000, 5000, 8000])
def test_a_dash_never_begins_a_line(measure: float) -> None:
    made = paragraph("Words and – more words – are parted by dashes – like these — and these - too. " * 2)
    assert not [line for line in set_lines(made, measure) if line[:1] in "–—-"]


@pytest.mark.parametrize("letters", [10, 50, 150])
def test_a_word_wider_than_the_measure_is_divided_in_need_and_said_so(letters: int) -> None:
    made = paragraph("x" * letters)
    assert max(widths(made, 2500)) <= 2500.5
    assert "".join(set_lines(made, 2500)).replace("\u00ad", "") == "x" * letters
    assert 2500 in made.forced


def test_a_number_is_torn_last_of_all() -> None:
    assert set_lines(paragraph("1,234,567\u00a0USD"), 5200)[0].strip() == "1,234,567"


@pytest.mark.parametrize("letters", [60, 200])
def test_forced_lines_are_full(letters: int) -> None:
    made = paragraph("x" * letters)
    assert len(made.lines(5000)) <= made.natural_width() / 5000 * 1.2 + 1


@pytest.mark.parametrize("count", [30, 60])
def test_a_long_paragraph_in_many_columns_is_not_kept_many_times(count: int) -> None:
    """What is remembered grows with the paragraph, not with its square."""
    made = paragraph(WORDS * count)
    place = START
    while place[0] < 12 * 4 * count - 100:
        lines = made.lines(MEASURE, place)
        place = lines[min(40, len(lines) - 1)].end
    kept = sum(len(breaks.kind) for breaks in made._known.values()) + sum(map(len, made._lines.values()))
    assert kept <= 30 * len(made._atoms)


# -- alignment


def test_justified_lines_end_at_the_measure_but_the_last() -> None:
    style = replace(STYLE, align="justify")
    found = widths(paragraph(style=style), 50_000, style)
    assert len(found) > 2
    assert all(width == pytest.approx(50_000, abs=1) for width in found[:-1])
    assert found[-1] < 50_000


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_ragged_lines_stand_where_they_should(align: str, share: float) -> None:
    style = replace(STYLE, align=align)  # type: ignore[arg-type]
    made = paragraph(style=style)
    for line in made.lines(MEASURE):
        found = made.set(line, style, MEASURE * SCALE)
        left, right = found[0][0], MEASURE * SCALE - found[-1][0] - found[-1][1].width
        assert left == pytest.approx(share * (left + right), abs=0.01)


def test_balanced_lines_are_about_equally_long_and_as_few_as_can_be() -> None:
    style = replace(STYLE, balanced=True, hyphens=None)
    found = widths(paragraph("Some words of a title that take two lines", style), 12_000, style)
    assert len(found) == 2
    assert min(found) > 0.7 * max(found)


# -- meaning


def test_links_and_marks_have_tags_with_the_place_of_the_text() -> None:
    made = paragraph("a [link](https://x.org) and [^1]")
    tags = [words.tag for line in made.lines(MEASURE) for _, words in made.set(line, STYLE, 200) if words.tag]
    assert [(tag.role, tag.href, tag.where.line) for tag in tags] == [("Link", "https://x.org", 3)]


def test_one_link_over_two_lines_is_one_tag() -> None:
    made = paragraph("a [long link of several words](https://x.org)")
    lines = made.lines(6000)
    assert len(lines) > 1
    assert len({words.tag for line in lines for _, words in made.set(line, STYLE, 60) if words.tag}) == 1


def test_links_have_an_ink_of_their_own() -> None:
    made = paragraph("a [link](https://x.org)")
    (line,) = made.lines(MEASURE)
    inks = [words.ink for _, words in made.set(line, STYLE, 200)]
    assert inks == [STYLE.ink, STYLE.link_ink]


@pytest.mark.parametrize("measure", range(7000, 16_000, 500))
def test_words_in_two_voices_without_a_space_are_not_parted(measure: int) -> None:
    said = [line.split() for line in set_lines(paragraph("Some words are un**break**able words " * 3), measure)]
    assert not [line for line in said if line[0] in ("break", "able", "breakable")]


def test_notes_of_the_lines_in_which_their_marks_stand() -> None:
    made = Paragraph(
        [replace(span, text=span.text or "¹") for span in spans("a " * 40 + "[^x] " + "b " * 40 + "[^y]")], STYLE
    )
    lines = made.lines(MEASURE)
    assert made.notes(lines) == ("x", "y")
    assert [note for line in lines for note in made.notes([line])] == ["x", "y"]
    assert made.notes(()) == ()


def test_nothing_is_nothing() -> None:
    made = paragraph("\u200b")
    assert made.empty
    assert made.lines(MEASURE) == ()
    assert made.natural_width() == 0


def test_widths() -> None:
    made = paragraph("one three")
    voice = STYLE.voices[0]
    parts = [voice.word(word)[0].width for word in ("one", "three")]
    assert made.natural_width() == pytest.approx(sum(parts) + voice.space.width)
    assert made.longest_word() == pytest.approx(max(parts))


def test_a_line_knows_how_it_ends() -> None:
    assert Line(START, (1, 0), HYPHEN).hyphened
    assert not Line(START, (1, 0), 0).hyphened


@pytest.mark.parametrize("measure", range(8000, 16000, 250))
def test_the_groups_of_a_number_stay_in_one_line(measure: int) -> None:
    lines = set_lines(paragraph("In 2012 150 people of 164 000 households and 11 000 000 more took part"), measure)
    whole = " ".join(line.strip() for line in lines)
    assert "164 000" in whole
    assert not [line for line in lines[:-1] if line.strip().endswith(("164", "11", "11 000"))]

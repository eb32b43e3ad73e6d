"""Paragraphs: every word once and in order, lines within the measure, and what is done in need."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from factsheet.findings import Where
from factsheet.text import hanging, rivers
from factsheet.text.bonds import binder
from factsheet.text.linebreak import HYPHEN
from factsheet.text.markup import spans
from factsheet.text.paragraph import START, Align, Line, Paragraph, Type, _gaps
from tests.making import styles

WORDS = "Migration management systems in Mongolia contribute to labour migration and counter-trafficking. " * 4
MEASURE = 15_000.0
STYLE = styles().type("text")
MONGOLIAN = yaml.safe_load((Path(__file__).parents[2] / "data" / "hyphenation-mn.yaml").read_text("utf-8"))
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
    style = replace(STYLE, align="justify", optical=False)
    found = widths(paragraph(style=style), 50_000, style)
    assert len(found) > 2
    assert all(width == pytest.approx(50_000, abs=1) for width in found[:-1])
    assert found[-1] < 50_000


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_ragged_lines_stand_where_they_should(align: str, share: float) -> None:
    style = replace(STYLE, align=align, optical=False)  # type: ignore[arg-type]
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


COLUMN = 234.0 * 1000 / STYLE.size
"""The column of an A4 page, in 1/1000 em."""

PROSE = (
    "In southern Mongolia, mining has drawn thousands of workers from other provinces to a county of 12,000 people. "
    "The project trained officials who register them, opened two counselling centres in Dalanzadgad and Khanbogd, and "
    "repaired the wells that herders and newcomers share. A survey of 1,200 households was the first to ask how long "
    "people stay, what they earn and whether their children go to school; its results are used in the county’s plans."
)


def spaces(made: Paragraph, style: Type, measure: float = COLUMN) -> list[float]:
    """The word space of each justified line, in shares of the font's."""
    found = []
    for line in made.lines(measure)[:-1]:
        for _, words in made.set(line, style, measure * style.size / 1000):
            normal = style.voices[0].space.width * style.size / 1000
            found.append(1 + (words.stretch + words.tracking) / normal)
    return found


@pytest.mark.parametrize("optical", [False, True])
def test_justified_lines_keep_their_bounds_or_the_paragraph_is_ragged(optical: bool) -> None:
    style = replace(STYLE, align="justify", optical=optical)
    even = 0
    measures = range(22_000, 34_000, 500)
    for measure in measures:
        made = paragraph(PROSE, style)
        lines = made.lines(measure)
        if any(line.ragged for line in lines):
            assert all(line.ragged for line in lines)
            continue
        even += 1
        assert all(0.8 <= space <= 1.6 for space in spaces(made, style, measure))
        for line in lines[:-1]:
            *_, (x, words) = made.set(line, style, measure * SCALE)
            over = hanging.most(words)[1] if optical else 0.0
            assert x + words.width == pytest.approx(measure * SCALE + over, abs=0.01)
            assert abs(words.tracking) <= 0.01 * style.size
        row = most = 0
        for line in lines:
            row = row + 1 if line.hyphened else 0
            most = max(most, row)
        assert most <= 2
        assert widths(made, measure, style)[-1] >= 0.2 * measure
    assert even > len(measures) / 2


def test_a_paragraph_that_cannot_be_justified_is_ragged_as_a_whole() -> None:
    style = replace(STYLE, align="justify", hyphens=None)
    made = paragraph("Unpronounceable administrations internationalise interdependencies " * 3, style)
    lines = made.lines(9_000)
    assert all(line.ragged for line in lines)
    runs = [words for line in lines for _, words in made.set(line, style, 9_000 * SCALE)]
    assert all(words.ragged and words.stretch == 0 for words in runs)


def test_a_short_paragraph_is_rather_ragged_than_ended_with_the_rest_of_a_word() -> None:
    style = replace(STYLE, align="justify")
    for measure in range(14_000, 30_000, 250):
        made = paragraph("Improved policy framework governing labour migration;", style)
        lines = made.lines(measure)
        said = set_lines(made, measure, style)
        torn = len(lines) > 1 and lines[-2].hyphened and len(said[-1].split()) == 1
        assert not torn or lines[0].ragged


def test_rivers_are_avoided_where_breaks_nearly_as_good_have_none() -> None:
    style = replace(STYLE, align="justify")
    seen = 0
    for measure in range(20_000, 36_000, 100):
        made = paragraph(PROSE, style)
        breaks = made._breaks(START, 1)
        plain = made._justified(breaks, measure)
        if plain is None:
            continue
        calm = made._calm(breaks, plain, measure)
        before, after = (rivers.longest(_gaps(breaks, chosen, measure)).lines for chosen in (plain, calm))
        assert after <= before
        assert len(calm) == len(plain)
        assert breaks.even
        seen += after < before
    assert seen


def test_looser_and_tighter_lines_are_one_more_and_one_fewer() -> None:
    tried = 0
    for measure in range(20_000, 30_000, 500):
        made = paragraph(PROSE)
        count = len(made.lines(measure))
        for looseness in (-1, 1):
            lines = made.lines(measure, looseness=looseness)
            if lines:
                tried += 1
                assert len(lines) == count + looseness
                assert all(one.end == other.start for one, other in pairwise(lines))
                assert (lines[0].start, lines[-1].end) == (START, made.lines(measure)[-1].end)
    assert tried > 5


def test_a_paragraph_of_one_line_is_neither_looser_nor_tighter() -> None:
    made = paragraph("One line")
    assert made.lines(MEASURE, looseness=-1) == ()
    assert made.lines(MEASURE, looseness=1) == ()


# -- hanging punctuation


def test_an_opening_quotation_mark_hangs_over_the_left_edge() -> None:
    style = replace(STYLE, optical=True)
    made = paragraph("“Quoted words", style)
    ((x, words),) = made.set(made.lines(MEASURE)[0], style, MEASURE * SCALE)
    assert x == pytest.approx(-hanging.most(words)[0])
    assert x < -0.1 * style.size
    plain = paragraph("“Quoted words", replace(STYLE, optical=False))
    ((x, _),) = plain.set(plain.lines(MEASURE)[0], replace(STYLE, optical=False), MEASURE * SCALE)
    assert x == 0


@pytest.mark.parametrize("align", ["right", "centre"])
def test_lines_that_do_not_stand_at_the_left_do_not_hang(align: str) -> None:
    style = replace(STYLE, optical=True, align=align)  # type: ignore[arg-type]
    made = paragraph("“Quoted words”", style)
    ((x, _),) = made.set(made.lines(MEASURE)[0], style, MEASURE * SCALE)
    assert x > 0


def test_ragged_lines_do_not_hang_over_the_right_edge() -> None:
    style = replace(STYLE, optical=True)
    assert all(width <= MEASURE + 0.5 for width in widths(paragraph("Stop. " * 60, style), MEASURE, style))


# -- titles


def title(text: str, measure: float, tag: str = "en") -> list[str]:
    style = styles(tag).type("heading")
    return [line.strip() for line in set_lines(Paragraph(spans(text), style), measure, style)]


@pytest.mark.parametrize("measure", range(9_000, 20_000, 1_000))
@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Training for the officials of a county that works with the migrants of the south"),
        ("fr", "Un avenir pour les enfants de la région et pour leurs familles dans le sud"),
        ("ru", "Новые возможности для семей и для детей в южных районах"),
        ("de", "Neue Wege für die Familien der Region und mit den Menschen im Süden"),
        ("es", "Un futuro para los niños de la región y para las familias del sur"),
    ],
)
def test_a_line_of_a_title_does_not_end_with_a_small_word(measure: float, tag: str, text: str) -> None:
    """Where there is a way without, in as many lines or in one more."""
    style = styles(tag).type("heading")
    made = Paragraph(spans(text), style)
    lines = title(text, measure, tag)
    small = binder(tag).bonds.light
    if any(line.split()[-1].lower() in small for line in lines[:-1]):
        fewest = len(made.lines(measure, rough=True))
        assert not any(_ways(text.split(), count, style, measure, small) for count in (fewest, fewest + 1))


def _ways(words: list[str], count: int, style: Type, measure: float, light: frozenset[str]) -> bool:
    """Whether ``words`` go into ``count`` lines none of which but the last ends with a small word."""
    if count == 1:
        return Paragraph(spans(" ".join(words)), style).natural_width() <= measure
    return any(
        words[n - 1] not in light
        and Paragraph(spans(" ".join(words[:n])), style).natural_width() <= measure
        and _ways(words[n:], count - 1, style, measure, light)
        for n in range(1, len(words) - count + 2)
    )


def test_a_title_breaks_after_a_colon() -> None:
    assert title("Migration in Mongolia: a new start for many", 16_000)[0] == "Migration in Mongolia:"


def test_lines_of_a_title_are_as_few_as_can_be_and_about_equally_long() -> None:
    style = styles().type("heading")
    text = "Seven or eight words of a title that make several lines"
    for measure in range(8_000, 25_000, 1_000):
        made = Paragraph(spans(text), style)
        found = widths(made, measure, style)
        assert 0 <= len(found) - len(made.lines(measure, rough=True)) <= 1
        assert len(found) == 1 or found[-1] > 0.4 * max(found)


# -- bonds


@pytest.mark.parametrize("measure", range(7_000, 18_000, 500))
@pytest.mark.parametrize(
    ("tag", "text", "bound"),
    [
        ("en", "It cost 1.2 million USD in all and 15 per cent of it was paid by J. K. Rowling on 12 March 2020",
         ["1.2 million USD", "15 per cent", "J. K. Rowling", "12 March"]),
        ("fr", "Pourquoi donc ? Le projet « Espoir » a coûté 12 millions d’euros ; voilà tout : rien de plus !",
         ["donc ?", "« Espoir »", "12 millions", "d’euros ;", "tout :", "plus !"]),
        ("mn", "Төсөл 2013 оны 9-р сарын 15 өдөр № 5 тогтоолоор эхэлж 3 сая төгрөг зарцуулсан",
         ["2013 оны", "9-р сарын", "15 өдөр", "№ 5", "3 сая төгрөг"]),
        ("ru", "Проект начат 12 марта 2013 г. и стоил 5 млн руб. по данным А. С. Иванова",
         ["12 марта", "2013 г.", "5 млн руб."]),
    ],
)  # fmt: skip
def test_what_belongs_together_stays_in_one_line(measure: float, tag: str, text: str, bound: list[str]) -> None:
    style = styles(tag).type("text")
    made = Paragraph(spans(text), style)
    lines = [line.strip() for line in set_lines(made, measure, style)]
    assert "".join(lines).replace("\u00ad", "").replace(" ", "") == text.replace(" ", "")
    ends = {chunk.rpartition(" ")[0] for chunk in bound}
    assert not [line for line in lines if any(f" {line}".endswith(f" {end}") for end in ends)]


@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize("kept", [*MONGOLIAN["keep"], *MONGOLIAN["keep_spaces"]])
def test_what_mongolian_keeps_together_stays_in_one_line(kept: str, align: Align) -> None:
    style = replace(styles("mn").type("text"), align=align)
    text = f"Төслийн хүрээнд {kept} хөдөлмөрийн шилжилт хөдөлгөөний удирдлагыг бэхжүүлэх {kept} зорилготой. " * 2
    made = Paragraph(spans(text), style)
    for measure in range(6_500, 16_000, 500):
        lines = set_lines(made, measure, style)
        assert sum(line.count(kept) for line in lines) == 4
        assert not [line for line in lines if re.search("[-\u2010\u2011] ?\u00ad", line)]


@pytest.mark.parametrize(
    ("tag", "compound"),
    [
        ("mn", "хөдөлмөр-эрхлэлт"),
        ("ru", "научно-исследовательский"),
        ("fr", "sous-développement"),
        ("es", "castellano-leonés"),
        ("de", "wirtschaftlich-technisch"),
    ],
)
def test_a_compound_breaks_at_its_hyphen_and_gets_no_second_one(tag: str, compound: str) -> None:
    style = styles(tag).type("text")
    made = Paragraph(spans(f"{compound} " * 6), style)
    first, second = compound.split("-")
    found = set()
    for measure in range(6_000, 16_000, 250):
        if made.longest_word() <= measure:
            lines = [line.strip() for line in set_lines(made, measure, style)]
            found |= {line.split()[-1] for line in lines}
            assert not [line for line in lines if "\u00ad" in line]
    assert found == {compound, f"{first}-", second}


def test_a_short_address_wider_than_the_measure_is_divided_at_its_stops() -> None:
    assert set_lines(paragraph("www.iom.int"), 4_000) == ["www.", "iom.int"]


@pytest.mark.parametrize("measure", [900, 1_300, 2_000, 3_000])
def test_a_mongolian_suffix_is_never_torn_off_its_separator(measure: int) -> None:
    lines = set_lines(paragraph("ᠰᠠᠷ\u180eᠠ\u180eᠶᠢᠨ"), measure)
    assert not [line for line in lines if line.strip("\u180e") != line]


def test_a_bond_wider_than_the_measure_is_loosened_rather_than_a_word_torn() -> None:
    lines = set_lines(paragraph("1,200,000 million USD"), 5_200)
    assert [line.strip() for line in lines] == ["1,200,000", "million", "USD"]


def test_a_small_word_ends_no_line_where_another_way_is_nearly_as_good() -> None:
    text = "Он живёт в Москве и работает с людьми в большом городе у реки, о которой он пишет к друзьям. " * 3
    style = styles("ru").type("text")
    ends = [
        line.split()[-1]
        for measure in range(16_000, 30_000, 1_000)
        for line in set_lines(Paragraph(spans(text), style), measure, style)
    ]
    assert sum(end in {"в", "и", "с", "у", "о", "к"} for end in ends) <= 0.02 * len(ends)


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


def tongues(text: str, tag: str = "en") -> list[tuple[str, str]]:
    """The runs of one line with their languages."""
    style = styles(tag).type("text")
    made = paragraph(text, style)
    (line,) = made.lines(1_000_000)
    return [(words.text, words.language) for _, words in made.set(line, style, 10_000)]


def test_words_in_another_script_know_their_language() -> None:
    assert tongues("It worked in Өмнөговь аймаг, and on.") == [
        ("It worked in ", ""), ("Өмнөговь аймаг,", "mn"), (" and on.", ""),
    ]  # fmt: skip
    assert tongues("ОУШХБ (IOM) 2012 онд", "mn") == [("ОУШХБ ", ""), ("(IOM)", "en"), (" 2012 онд", "")]


def test_one_language_holds_for_a_whole_paragraph() -> None:
    assert tongues("From аймаг to Өмнөговь") == [("From ", ""), ("аймаг", "mn"), (" to ", ""), ("Өмнөговь", "mn")]


def test_the_suffix_of_a_strange_word_is_in_the_language_of_the_text() -> None:
    assert tongues("IOM-ийн", "mn") == [("IOM-", "en"), ("ийн", "")]


@pytest.mark.parametrize("text", ["naïve café, 5 µm of β", "2012–2014 (№ 5)"])
def test_signs_and_single_letters_are_no_language(text: str) -> None:
    assert {language for _, language in tongues(text)} == {""}


def test_the_space_behind_a_link_or_a_mark_is_not_of_it() -> None:
    style = styles().type("text")
    made = paragraph("See [this report](https://example.org) and[^1] that.", style)
    (line,) = made.lines(1_000_000)
    told = [(words.text, words.tag.role if words.tag else "") for _, words in made.set(line, style, 10_000)]
    assert ("this report", "Link") in told
    assert any(text.startswith(" and") and not role for text, role in told)

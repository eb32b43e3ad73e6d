"""Pseudo-translations: longer and accented, and all that is no word as it was."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given
from hypothesis import strategies as st

from factsheet.findings import Where
from factsheet.i18n.localise import Translation, localise, remarks
from factsheet.i18n.messages import Message, messages
from factsheet.i18n.pseudo import pseudo, pseudo_matches
from factsheet.source import read
from factsheet.spec.load import validate
from factsheet.text.markup import labels, plain, spans

ROOT = Path(__file__).parents[3]
SHEET, _ = validate(read(ROOT / "specs" / "mongolia-labour-migration.yaml"))
assert SHEET is not None
MESSAGES = tuple(messages(SHEET))
RICH = (
    "Read the **guide** to *safe* migration[^1] at [the site](https://a.org/x_(y(z))?q=1 'ti') or write to a.b@iom.int",
    "Twelve wells were dug in 2012, for 1,200 {people} and %d herders[^note] of %(name)s",
    "An [address <in> brackets](<https://a.org/a)b>) and \\*asterisks\\* that are meant",
    "Two paragraphs of some words\n\nwith a [mail](mailto:a.b@iom.int) and [phone](tel:+97611)",
)


def hrefs(text: str) -> list[str]:
    return [span.href for span in spans(text) if span.href]


def shape(text: str) -> list[tuple[bool, bool, str, str]]:
    """The spans without their words."""
    return [(span.strong, span.emphasis, span.href, span.note) for span in spans(text)]


@pytest.mark.parametrize("text", [*RICH, *(one.text for one in MESSAGES if one.rich)], ids=lambda text: text[:24])
def test_markup_stays_as_it_was(text: str) -> None:
    made = pseudo(text, True)
    assert made != text
    assert labels(made) == labels(text)
    assert hrefs(made) == hrefs(text)
    assert shape(made) == shape(text)
    assert re.findall(r"\d+|\{.*?\}|%\S+", plain(made)) == re.findall(r"\d+|\{.*?\}|%\S+", plain(text))


@given(st.text(alphabet="ab*[]()^1\\<> \n:/.é", max_size=60))
@example("[a](https://a.org/(b) c [^1]")
@example("https://a.org/a[^(a]")
@example("\\[^a] [a\\](https://a.org)")
@example("[a][^a](https://a.org)")
def test_markup_stays_in_any_text(text: str) -> None:
    text = text.replace(":", "https://a.org/a")
    made = pseudo(text, True)
    assert (labels(made), hrefs(made)) == (labels(text), hrefs(text))


@pytest.mark.parametrize(
    ("text", "rich"),
    [*((text, True) for text in RICH), *((one.text, one.rich) for one in MESSAGES), ("0 1 2 " * 20 + "a" * 21, False)],
)
def test_it_is_longer_by_two_fifths(text: str, rich: bool) -> None:
    def length(words: str) -> int:
        return len(re.sub(r"[\w.]+@[\w.]+", "", plain(words) if rich else words))

    if sum(map(str.isalpha, text)) > 20:
        assert 1.35 <= length(pseudo(text, rich)) / length(text) <= 1.5


def test_words_keep_their_number_and_their_capitals() -> None:
    assert pseudo("Clean water for IOM", False) == "Çľééååñ ŵåååťééř fööř ÎÎÖÖM"
    assert len(pseudo("one two three", False).split()) == 3
    assert pseudo("1,200 – 1.5 %", False) == "1,200 – 1.5 %"
    assert pseudo("", True) == ""


def test_letters_of_other_scripts_get_no_accent() -> None:
    made = pseudo("Шилжилт хөдөлгөөний менежмент", False)
    assert set(made) == set("Шилжилт хөдөлгөөний менежмент")
    assert len(made) > len("Шилжилт хөдөлгөөний менежмент") * 1.35


@pytest.mark.parametrize("path", sorted((ROOT / "fonts" / "noto-sans").glob("*.?tf")), ids=lambda path: path.stem)
def test_the_font_has_every_letter(path: Path) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = pseudo(f"{letters} {letters.upper()}", False)
    with TTFont(path, lazy=True) as font:
        assert {char for char in made if ord(char) not in font.getBestCmap()} == set()
    assert sum(ord(char) > 127 for char in set(made)) > 35


def test_the_font_is_there() -> None:
    assert list((ROOT / "fonts" / "noto-sans").glob("*.?tf"))


def test_a_spec_can_be_localised_with_it() -> None:
    assert SHEET is not None
    found = pseudo_matches(MESSAGES)
    translation = Translation("en-XA", "en", found)
    assert [match.message for match in found] == list(MESSAGES)
    assert not translation.draft
    assert remarks(translation, labels) == []
    assert localise(SHEET, translation).title == pseudo(MESSAGES[0].text, MESSAGES[0].rich)


def test_a_match_stands_where_its_text_does() -> None:
    where = Where("a.yaml", 3, 8)
    (match,) = pseudo_matches([Message("title", "Clean", where, rich=False)])
    assert (match.state, match.where, match.entry) == ("translated", where, None)

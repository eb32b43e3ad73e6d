"""Hyphenation: known words of six languages, what is never divided, and the laws of every break."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsheet.text.hyphenation import Hyphenator, load
from factsheet.text.segments import parts

LANGUAGES = ["de", "en", "es", "fr", "mn", "ru"]
DATA = yaml.safe_load((Path(__file__).parents[2] / "data" / "hyphenation-mn.yaml").read_text("utf-8"))
KNOWN = {language: cast(Hyphenator, load(language)) for language in LANGUAGES}


def divided(language: str, word: str) -> str:
    """``word`` with a ``|`` at each break."""
    edges = [0, *KNOWN[language].breaks(word), len(word)]
    return "|".join(word[a:b] for a, b in pairwise(edges))


@pytest.mark.parametrize("word", DATA["breaks"])
def test_mongolian_words(word: str) -> None:
    assert divided("mn", word.replace("-", "")) == word.replace("-", "|")


@pytest.mark.parametrize("word", DATA["breaks"])
def test_mongolian_words_between_quotation_marks(word: str) -> None:
    assert divided("mn", f"«{word.replace('-', '')}»,") == f"«{word.replace('-', '|')}»,"


@pytest.mark.parametrize("word", DATA["keep"])
def test_what_mongolian_never_divides(word: str) -> None:
    assert KNOWN["mn"].breaks(word) == ()
    assert KNOWN["mn"].breaks(f"({word});") == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "de|vel|op|ment"),
        ("en", "traf|fick|ing"),
        ("en", "man|age|ment"),
        ("en", "through|out"),
        ("en", "uni|ver|sity"),
        ("en", "how|ever"),
        ("en", "pro|jector"),
        ("en", "“gov|ern|ment’s”"),
        ("en", "table"),
        ("en", "every"),
        ("fr", "dé|ve|lop|pe|ment"),
        ("fr", "l’or|ga|ni|sa|tion"),
        ("fr", "qu'en|vi|ron|ne|ment"),
        ("fr", "au|jourd’hui"),
        ("fr", "gou|ver|ne|ment"),
        ("fr", "œuvre"),
        ("es", "or|ga|ni|za|ción"),
        ("es", "de|sa|rro|llo"),
        ("es", "¿tra|ba|ja|do|res?"),
        ("ru", "ор|га|ни|за|ция"),
        ("ru", "подъ|езд"),
        ("ru", "парт|нёр|ство"),
        ("ru", "пра|ви|тель|ство"),
        ("ru", "шесть|де|сят"),
        ("de", "Zu|sam|men|ar|beit"),
        ("de", "Stra|ßen|ver|kehr"),
        ("de", "Über|gangs|re|ge|lung"),
        ("de", "Ar|beits|mi|gra|ti|on"),
    ],
)
def test_known_words(language: str, expected: str) -> None:
    assert divided(language, expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "съём|ка"),
        ("ru", "г-жа"),
        ("ru", "МОМ-овский"),
        ("ru", "2013-й"),
        ("ru", "100-летие"),
        ("ru", "1,5-миллионный"),
        ("ru", "«отчёт»-а"),
        ("ru", "вице-премьер"),
        ("ru", "юго-восточ|ный"),
        ("fr", "gé|né|ra|tion"),
        ("fr", "va-t-il"),
        ("fr", "21e"),
        ("fr", "XXIe"),
        ("fr", "l’ONU"),
        ("fr", "porte-parole"),
        ("fr", "sous-déve|lop|pe|ment"),
        ("es", "gue|rri|lla"),
        ("es", "cons|truc|ción"),
        ("es", "EE.UU."),
        ("es", "n.º"),
        ("es", "ONU-Hábitat"),
        ("es", "cas|te|llano-leonés"),
        ("de", "Men|schen|han|del"),
        ("de", "Schiff|fahrt"),
        ("de", "UN-Mission"),
        ("de", "100-prozentig"),
        ("de", "Nord-Süd-Dialog"),
        ("de", "wirt|schaft|lich-tech|nisch"),
    ],
)
def test_abbreviations_numbers_and_compounds(language: str, expected: str) -> None:
    assert divided(language, expected.replace("|", "")) == expected


@pytest.mark.parametrize("word", DATA["keep"])
@pytest.mark.parametrize("around", ["{}", "«{}»", "({})", "{},", "{}.", "“{}”;", "{}…"])
def test_signs_around_it_divide_nothing(word: str, around: str) -> None:
    assert KNOWN["mn"].breaks(around.format(word)) == ()


@pytest.mark.parametrize("suffix", ["ын", "ийн", "аас", "тай", "ийнхантай", "уудын"])
@pytest.mark.parametrize("name", ["ОУШХБ", "НҮБ", "АНУ", "PDF", "12", "1990", "100,000", "«тайлан»", "“тайлан”", "XXI"])
@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_a_suffix_stays_with_its_abbreviation_or_number(name: str, hyphen: str, suffix: str) -> None:
    assert KNOWN["mn"].breaks(f"{name}{hyphen}{suffix}") == ()
    assert [piece for piece, _ in parts(f"{name}{hyphen}{suffix}")] == [f"{name}{hyphen}{suffix}"]


def test_exceptions_overrule_patterns() -> None:
    assert divided("en", "manuscripts") == "ma|nu|scripts"
    assert divided("en", "reciprocity") == "re|ci|pro|city"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "word",
    [
        "",
        "at",
        "area",
        "MIGRATION",
        "UNESCO-Projekte",
        "McDonalds",
        "iPhone-owners",
        "organisation2012",
        "2012organisation",
        "organisation²",
        "info@organisation.example",
        "https://organisation.example/development",
        "www.organisation.example",
        "development/organisation",
        "some_development_name",
        "de\u00advelopment",
        "«organisation»-based",
        "…",
        "—",
        "100,000",
    ],
)
def test_never_divided(language: str, word: str) -> None:
    assert KNOWN[language].breaks(word) == ()


def test_compounds_keep_away_from_their_hyphen() -> None:
    assert divided("en", "counter-trafficking") == "counter-traf|fick|ing"
    assert divided("en", "development-oriented") == "de|vel|op|ment-oriented"
    assert divided("en", "well-being") == "well-being"
    assert divided("en", "counter-") == "counter-"
    assert divided("en", "Labour-Migration") == "Labour-Migration"
    assert divided("mn", "төсөл-хөтөлбөр") == "төсөл-хөтөл|бөр"


def test_an_ellipsis_or_dash_divides_words_for_us() -> None:
    assert divided("en", "development–organisation") == "de|vel|op|ment–or|gan|isa|tion"


@pytest.mark.parametrize("word", ["Өмнөговь", "өмнөговь"])
def test_case_does_not_matter(word: str) -> None:
    assert KNOWN["mn"].breaks(word) == (2, 4)


@pytest.mark.parametrize(
    ("language", "word"),
    [("ru", "партнёрство"), ("mn", "найман"), ("fr", "développement"), ("de", "Übergangsregelung")],
)
def test_decomposed_letters_break_in_the_same_places(language: str, word: str) -> None:
    apart = unicodedata.normalize("NFD", word)
    pieces = divided(language, apart).split("|")
    assert [unicodedata.normalize("NFC", piece) for piece in pieces] == divided(language, word).split("|")


@pytest.mark.parametrize(
    ("tag", "same"),
    [("en-GB", "en"), ("en_US", "en"), ("de-CH", "de"), ("mn-Cyrl", "mn"), ("mn-Cyrl-MN", "mn"), ("FR-ca", "fr")],
)
def test_the_primary_language_decides(tag: str, same: str) -> None:
    found = load(tag)
    assert found is not None
    assert found.patterns == KNOWN[same].patterns


@pytest.mark.parametrize("tag", ["mn-Mong", "mn-Mong-MN", "ru-Latn", "ja", "und", "", "../en", "english"])
def test_no_patterns(tag: str) -> None:
    assert load(tag) is None


def test_minima_of_each_language() -> None:
    assert {language: (known.left, known.right) for language, known in KNOWN.items()} == {
        "de": (2, 2),
        "en": (2, 3),
        "es": (2, 2),
        "fr": (2, 3),
        "mn": (2, 2),
        "ru": (2, 2),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_its_licence(language: str) -> None:
    folder = Path(__file__).parents[3] / "factsheet" / "text" / "patterns"
    licence = (folder / f"LICENCE.{language}.txt").read_text("utf-8")
    assert re.search("copyright: Copyright", licence)
    assert re.search("Permission is hereby granted|LaTeX Project Public License", licence)
    assert f"`{language}.txt`" in (folder / "README.md").read_text("utf-8")


LETTERS = "aeioubcdfghjklmnpqrstvwxyzäöüßéèçñабвгдеёжзийклмнопрстуфхцчшщъыьэюяөү"
ANYTHING = st.text(alphabet=st.sampled_from(LETTERS + "ABÖӨ-‐’'«»“”()., 8@\u00ad\u00a0\u0301\u0306"), max_size=30)


@given(st.sampled_from(LANGUAGES), st.text(alphabet=LETTERS, max_size=30))
def test_breaks_of_a_word_of_letters(language: str, word: str) -> None:
    known = KNOWN[language]
    found = known.breaks(word)
    assert list(found) == sorted(set(found))
    assert all(known.left <= place <= len(word) - known.right for place in found)
    assert divided(language, word).replace("|", "") == word
    if not word.startswith("ß"):
        assert found == known.breaks(word.capitalize())
    assert [place + 1 for place in found] == list(known.breaks(f"({word}),"))


@given(st.sampled_from(LANGUAGES), ANYTHING)
def test_breaks_of_anything(language: str, word: str) -> None:
    known = KNOWN[language]
    found = known.breaks(word)
    assert list(found) == sorted(set(found))
    for place in found:
        before, after = word[place - 1], word[place]
        assert before.isalpha() or unicodedata.combining(before)
        assert after.isalpha()
        around = word[max(place - 3, 0) : place + 3]
        assert "-" not in around
        assert "‐" not in around
        assert not re.search(r"\d|[@\u00ad]", word)

"""Scripts of letters, and the languages that they most likely are."""

import pytest

from factsheet.i18n.scripts import LATIN, home, language_of, script, script_of, strange, stretches, unsupported


@pytest.mark.parametrize(
    ("char", "found"),
    [("a", LATIN), ("é", LATIN), ("ө", "Cyrillic"), ("ω", "Greek"), ("ᠮ", "Mongolian"), ("漢", "Han"), ("ひ", "Kana"),
     ("1", ""), (".", ""), ("µ", ""), ("\u0301", ""), ("₮", ""), ("º", "")],
)  # fmt: skip
def test_the_script_of_a_letter(char: str, found: str) -> None:
    assert script(char) == found


def test_a_text_is_in_the_script_of_its_first_letter() -> None:
    assert script_of("«2012 оны IOM") == "Cyrillic"
    assert script_of("2012–2014") == ""


@pytest.mark.parametrize(
    ("language", "found"),
    [("en", LATIN), ("mn", "Cyrillic"), ("mn-Mong", "Mongolian"), ("sr-Latn", LATIN), ("sr", "Cyrillic"),
     ("uz-Cyrl", "Cyrillic"), ("el", "Greek"), ("de-CH", LATIN), ("xx", LATIN)],
)  # fmt: skip
def test_the_script_of_a_language(language: str, found: str) -> None:
    assert home(language) == found


@pytest.mark.parametrize(
    ("text", "own", "found"),
    [("plain", LATIN, False), ("naïve café", LATIN, False), ("Өмнөговь", LATIN, True), ("ОУШХБ, IOM", "Cyrillic", True),
     ("2012 оны", "Cyrillic", False), ("5 µm", LATIN, False)],
)  # fmt: skip
def test_letters_of_another_script_are_strange(text: str, own: str, found: bool) -> None:
    assert strange(text, own) is found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("IOM-ийн", ["IOM-", "ийн"]), ("plain", ["plain"]), ("", []), ("«Ө»", ["«Ө»"]), ("β-carotene", ["β-", "carotene"]),
     ("2012", ["2012"]), ("№5а", ["№5а"])],
)  # fmt: skip
def test_a_word_is_cut_where_its_script_changes(text: str, pieces: list[str]) -> None:
    assert stretches(text) == pieces


@pytest.mark.parametrize(
    ("text", "written", "language"),
    [("Москва", "Cyrillic", "ru"), ("Өмнөговь аймаг", "Cyrillic", "mn"), ("Київ", "Cyrillic", "uk"),
     ("Қазақстан", "Cyrillic", "kk"), ("Кыргыз жаңы өмүр", "Cyrillic", "ky"), ("Љубав", "Cyrillic", "sr"),
     ("Київ, ў", "Cyrillic", "uk"), ("ўсё", "Cyrillic", "be"), ("IOM", LATIN, "en"),
     ("ᠮᠣᠩᠭᠣᠯ", "Mongolian", "mn-Mong"),
     ("한국", "Hangul", "ko"), ("Αθήνα", "Greek", "el")],
)  # fmt: skip
def test_the_language_is_told_by_its_letters(text: str, written: str, language: str) -> None:
    assert language_of(text, written) == language


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ar", "Arabic script"),
        ("he", "Hebrew script"),
        ("zh-CN", "Chinese characters"),
        ("hi", "Devanagari"),
        ("th", "Thai script"),
        ("az-Arab", "Arabic script"),
        ("en-Shaw", "the script “Shaw”"),
        ("pa-Latn", ""),
        ("mn", ""),
        ("el", ""),
        ("sr-Cyrl", ""),
    ],
)
def test_scripts_that_cannot_be_set_yet_have_a_name(tag: str, name: str) -> None:
    assert unsupported(tag) == name

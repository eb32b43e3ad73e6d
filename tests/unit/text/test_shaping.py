"""Glyphs: kerning, ligatures, capitals, stand-in faces, and what they extract as."""

import pytest

from factsheet.design.fonts import Chain
from factsheet.engine import Engine
from factsheet.text.segments import Joint
from factsheet.text.shaping import SOFT_HYPHEN, Voice

FILES = ("noto-sans/NotoSans-Regular.ttf", "source-sans-3/SourceSans3-Regular.ttf", "dejavu-sans/DejaVuSans.ttf")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.fixture
def voice(engine: Engine) -> Voice:
    return Voice(Chain(FILES, engine.face), "en")


def text_of(voice: Voice, word: str) -> str:
    return "".join(g[1] for part in voice.word(word) for run in part.runs for g in run.glyphs)


def test_kerning_makes_a_pair_narrower(voice: Voice) -> None:
    apart = voice.word("A")[0].width + voice.word("V")[0].width
    assert voice.word("AV")[0].width < apart - 10


def test_mongolian_is_kerned(voice: Voice) -> None:
    apart = voice.word("Г")[0].width + voice.word("а")[0].width
    assert voice.word("Га")[0].width < apart


@pytest.mark.parametrize(
    "word", ["migration", "Өөрчлөлт", "ffi", "office", "e\u0301te\u0301", "Übergröße", "100\u00a0000", "ǰ", "ị̂"]
)
def test_every_glyph_owns_its_letters(voice: Voice, word: str) -> None:
    assert text_of(voice, word) == word


def test_capitals_extract_as_typed(engine: Engine) -> None:
    voice = Voice(Chain(FILES, engine.face), "en", capitals=True)
    assert text_of(voice, "Factsheet") == "Factsheet"
    upper = Voice(Chain(FILES, engine.face), "en")
    shown = [g[0] for g in voice.word("Factsheet")[0].runs[0].glyphs]
    assert shown == [g[0] for g in upper.word("FACTSHEET")[0].runs[0].glyphs]


def test_a_sharp_s_in_capitals_stays_one_letter(engine: Engine) -> None:
    voice = Voice(Chain(FILES, engine.face), "de", capitals=True)
    assert text_of(voice, "Straße") == "Straße"


def test_a_character_the_first_face_lacks_comes_from_the_next(voice: Voice) -> None:
    (part,) = voice.word("5\u22123")
    assert [run.face.path.name for run in part.runs] == [
        "NotoSans-Regular.ttf", "SourceSans3-Regular.ttf", "NotoSans-Regular.ttf",
    ]  # fmt: skip


def test_characters_that_no_face_has_are_named_by_their_place(voice: Voice) -> None:
    assert voice.lacks("a\u4e2d b\u0e01\u00a0c") == [1, 4]


def test_the_hyphen_at_a_line_end_extracts_as_a_soft_hyphen(voice: Voice) -> None:
    assert voice.hyphen.text == SOFT_HYPHEN
    assert voice.hyphen.glyphs[0][0] != 0
    assert voice.hyphen.width > 200


def test_soft_hyphens_of_the_author_are_cuts_not_letters(voice: Voice) -> None:
    (part,) = voice.word("mi\u00adgra\u00adtion")
    assert part.text == "migration"
    assert part.cuts == (2, 5)
    assert part.joint is Joint.SPACE


def test_codes_are_two_bytes_a_glyph(voice: Voice) -> None:
    (run,) = voice.word("nn")[0].runs
    assert run.code == f"<{run.glyphs[0][0]:04X}{run.glyphs[1][0]:04X}>"


def test_words_are_remembered(voice: Voice) -> None:
    assert voice.word("again") is voice.word("again")

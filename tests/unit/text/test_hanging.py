"""Hanging punctuation: how far signs reach over an edge, and no further."""

import pytest

from factsheet.document import Words
from factsheet.text import hanging
from tests.making import styles

VOICE = styles().type("text").voices[0]
INK = styles().ink("black")


def words(text: str, size: float = 10.0) -> Words:
    runs = tuple(run for part in VOICE.word(text) for run in part.runs)
    return Words((*runs, VOICE.space), size, INK, 100.0)


def advance(char: str) -> float:
    return VOICE.chain.first.advance(VOICE.chain.first.glyph(char))


@pytest.mark.parametrize("char", ["“", "‘", "«", "„", "("])
def test_opening_signs_hang_on_the_left(char: str) -> None:
    left, _ = hanging.most(words(f"{char}word"))
    assert left == pytest.approx(hanging.LEFT[char] * advance(char) / 100, rel=1e-6)


@pytest.mark.parametrize("char", [".", ",", "”", "-", ":"])
def test_closing_signs_hang_on_the_right(char: str) -> None:
    _, right = hanging.most(words(f"wood{char}"))
    assert right == pytest.approx(hanging.RIGHT[char] * advance(char) / 100)


def test_most_letters_do_not_hang() -> None:
    assert hanging.most(words("minion")) == (0, 0)


def test_nothing_hangs_by_more_than_its_width() -> None:
    assert all(0 < share < 1 for share in (*hanging.LEFT.values(), *hanging.RIGHT.values()))


def test_nothing_is_nothing() -> None:
    assert hanging.left(()) == hanging.right(()) == 0
    assert hanging.most(Words((VOICE.space,), 10.0, INK, 0.0)) == (0, 0)


def test_a_hyphen_at_a_line_end_hangs() -> None:
    assert hanging.right([VOICE.hyphen]) == VOICE.hyphen_over > 0

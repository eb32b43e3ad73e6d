"""Bonds: what a line end parts and what it does not, language by language."""

import pytest

from factsheet.text.bonds import LOOSE, binder


def bond(tag: str, left: str, right: str) -> str:
    found = binder(tag).after(left) & binder(tag).before(right)
    return "firm" if found & ~LOOSE else "loose" if found else ""


@pytest.mark.parametrize(
    ("tag", "left", "right"),
    [
        ("en", "1.2", "million"), ("en", "million", "USD"), ("en", "12", "per"), ("en", "per", "cent"),
        ("en", "(12", "km),"), ("en", "12", "March,"), ("en", "March", "12,"), ("en", "J.", "K."),
        ("en", "K.", "Rowling"), ("en", "Mr", "Smith"), ("en", "No.", "5"), ("en", "Art.", "3"), ("en", "§", "12"),
        ("en", "p.", "14"), ("en", "Phase", "II"), ("en", "USD", "100"), ("en", "164", "000"), ("en", "word", "–"),
        ("fr", "mot", "!"), ("fr", "mot", ":"), ("fr", "mot", ";"), ("fr", "mot", "?"), ("fr", "mot", "».”"),
        ("fr", "«", "mot"), ("fr", "mot", "»"), ("fr", "5", "%"), ("fr", "15", "août"), ("fr", "M.", "Dupont"),
        ("mn", "№", "5"), ("mn", "2013", "оны"), ("mn", "9-р", "сарын"), ("mn", "15-ны", "өдөр"),
        ("mn", "Б.", "Бат-Эрдэнэ"), ("mn", "9", "дүгээр"), ("mn", "дүгээр", "сар"), ("mn", "3", "сая"),
        ("mn", "сая", "төгрөг"), ("mn", "100", "км"),
        ("mn-Mong", "2012", "ᠣᠨ\u180eᠤ"), ("mn-Mong", "8", "ᠰᠠᠷ\u180eᠠ"), ("mn-Mong", "2", "ᠳᠤᠭᠠᠷ"),
        ("ru", "2012", "г."), ("ru", "5", "млн"), ("ru", "млн", "руб."), ("ru", "г-н", "Иванов"),
        ("ru", "А.", "С."), ("de", "5", "Millionen"), ("de", "Dr.", "Bauer"), ("de", "S.", "14"),
        ("es", "3", "millones"), ("es", "Sr.", "Pérez"), ("sw", "5", "kg"), ("sw", "№", "5"),
    ],
)  # fmt: skip
def test_firm_bonds(tag: str, left: str, right: str) -> None:
    assert bond(tag, left, right) == "firm"


@pytest.mark.parametrize(
    ("tag", "left", "right"),
    [("ru", "в", "Москве"), ("ru", "И", "вот"), ("pl", "w", "Polsce"), ("cs", "k", "tomu"), ("en", "5", "years")],
)
def test_loose_bonds(tag: str, left: str, right: str) -> None:
    assert bond(tag, left, right) == "loose"


@pytest.mark.parametrize(
    ("tag", "left", "right"),
    [
        ("en", "two", "words"), ("en", "2012", "a"), ("en", "In", "2012"), ("en", "March", "2012"), ("en", "12,", "km"),
        ("en", "2012", "150"), ("en", "the", "I"), ("en", "e.g.", "this"), ("en", "word", "!"), ("en", "–", "word"),
        ("en", "«", "word"), ("en", "w", "Polsce"), ("fr", "—", "mot"), ("mn", "хүн", "ба"), ("ru", "на", "юге"),
    ],
)  # fmt: skip
def test_no_bond(tag: str, left: str, right: str) -> None:
    assert bond(tag, left, right) == ""


def test_nothing_binds_nothing() -> None:
    assert not binder("fr").before("") & ~binder("fr").before("mot")
    assert not binder("fr").after("") & ~binder("fr").after("mot")


def test_light_words() -> None:
    assert binder("en").light("(The")
    assert not binder("en").light("Mongolia")
    assert not binder("sw").light("the")


def test_a_binder_is_made_once() -> None:
    assert binder("en") is binder("en")

"""Where lines may end without a hyphen."""

import pytest

from factsheet.text.segments import Joint, is_address, parts, words


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("migration", ["migration"]),
        ("High-Level", ["High-", "Level"]),
        ("counter-trafficking,", ["counter-", "trafficking,"]),
        ("UN-Habitat", ["UN-Habitat"]),
        ("ОУШХБ-ын", ["ОУШХБ-ын"]),
        ("2012-08", ["2012-08"]),
        ("COVID-19", ["COVID-19"]),
        ("e-mail", ["e-mail"]),
        ("on-going", ["on-going"]),
        ("co-operation", ["co-operation"]),
        ("follow-up", ["follow-up"]),
        ("well-to-do", ["well-to-do"]),
        ("low-cost", ["low-", "cost"]),
        ("2012–2014", ["2012–2014"]),
        ("Ulaanbaatar–Moscow", ["Ulaanbaatar–", "Moscow"]),
        ("and/or", ["and/or"]),
        ("labour/migration", ["labour/", "migration"]),
        ("www.iom.int/countries/mongolia", ["www.", "iom.", "int/", "countries/", "mongolia"]),
        ("https://example.org/a-b", ["https://example.", "org/", "a-b"]),
        ("10\u00a0000", ["10\u00a0000"]),
        ("one\u200btwo", ["one\u200b", "two"]),
        ("-", ["-"]),
        ("»-г", ["»-г"]),
    ],
)
def test_parts(word: str, pieces: list[str]) -> None:
    found = parts(word)
    assert [piece for piece, _ in found] == pieces
    assert found[-1][1] is Joint.SPACE
    assert all(joint is Joint.BREAK for _, joint in found[:-1])


def test_words_are_cut_at_white_space_but_not_at_no_break_spaces() -> None:
    assert words(" a  b\n\tc\u00a0d ") == ["a", "b", "c\u00a0d"]


def test_addresses() -> None:
    assert is_address("www.iom.int")
    assert is_address("info@iom.int")
    assert not is_address("end.Beginning")

"""Where lines may end without a hyphen."""

import pytest

from factsheet.text.segments import Joint, in_address, is_address, parts, words


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
        ("www.iom.int", ["www.iom.int"]),
        ("(www.iom.int/mn).", ["(www.iom.int/mn)."]),
        ("info@iom.int", ["info@iom.int"]),
        ("wells@example.org", ["wells@", "example.", "org"]),
        ("хөдөлмөр-эрхлэлт", ["хөдөлмөр-", "эрхлэлт"]),
        ("Улаанбаатар-Дархан", ["Улаанбаатар-", "Дархан"]),
        ("ОУШХБ-аас", ["ОУШХБ-аас"]),
        ("«тайлан»-ыг", ["«тайлан»-ыг"]),
        ("1990-ээд", ["1990-ээд"]),
        ("юго-восточный", ["юго-", "восточный"]),
        ("МОМ-овский", ["МОМ-овский"]),
        ("100-летие", ["100-летие"]),
        ("sous-développement", ["sous-", "développement"]),
        ("est-ce", ["est-ce"]),
        ("va-t-il", ["va-t-il"]),
        ("castellano-leonés", ["castellano-", "leonés"]),
        ("ONU-Hábitat", ["ONU-Hábitat"]),
        ("Nord-Süd-Dialog", ["Nord-", "Süd-", "Dialog"]),
        ("UN-Mission", ["UN-Mission"]),
        ("100-prozentig", ["100-prozentig"]),
        ("ᠰᠠᠷ\u180eᠠ\u180eᠶᠢᠨ", ["ᠰᠠᠷ\u180eᠠ\u180eᠶᠢᠨ"]),
        ("ᠣᠨ\u202fᠤ", ["ᠣᠨ\u202fᠤ"]),
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


def test_a_short_address_is_divided_at_its_stops_where_it_must_be() -> None:
    assert in_address("www.iom.int") == [4, 8]
    assert in_address("word") == []

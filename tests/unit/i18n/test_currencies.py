"""Currency codes against the tables of CLDR."""

from datetime import date

from babel.numbers import get_territory_currencies, list_currencies

from factsheet.i18n.currencies import currencies


def test_codes_are_codes_and_cldr_knows_them() -> None:
    codes = currencies()
    assert 150 < len(codes) < 200
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in codes)
    assert codes - list_currencies() <= {"XCG", "ZWG"}


def test_what_is_paid_with_somewhere_today_is_there() -> None:
    territories = [
        "US",
        "MN",
        "DE",
        "CH",
        "RU",
        "KZ",
        "CN",
        "JP",
        "KR",
        "GB",
        "TR",
        "IN",
        "BR",
        "ZA",
        "NG",
        "AU",
        "CI",
        "CM",
    ]
    for territory in territories:
        assert set(get_territory_currencies(territory, date(2024, 1, 1))) <= currencies(), territory


def test_withdrawn_and_wrong_codes() -> None:
    assert "HRK" in currencies()
    assert not currencies() & {"XXX", "XTS", "XAU", "DEM", "EURO", "usd", "$"}

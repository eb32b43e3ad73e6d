"""Budgets: exact amounts, in the words of the language, large and first."""

from decimal import Decimal

import pytest

from factsheet.blocks.budget import Amount, Budget
from tests.making import block, box, runs, said, whole


def made(text: str) -> Budget:
    found = block(text, "sidebar")
    assert isinstance(found, Budget)
    return found


@pytest.mark.parametrize("text", ["100000", "2500.50", "0.0001", "999999999999999.9999"])
def test_amounts_are_exact(text: str) -> None:
    assert made(f"- budget: {{amount: {text}, currency: usd}}").budget == [Amount(amount=text, currency="USD")]
    assert str(made(f"- budget: {{amount: {text}, currency: usd}}").budget[0].amount) == text


@pytest.mark.parametrize("text", ["1,000", "-5", "1e5", "0", "0.00", "1.00000", "1" * 16, "", "abc"])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        Amount(amount=text, currency="USD")


@pytest.mark.parametrize(("text", "cure"), [("1,000", "1000"), ("1 000.5", "1000.5"), ("1’000", "1000")])
def test_the_cure_for_separators_is_the_bare_number(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match="is not an amount") as problem:
        Amount(amount=text, currency="USD")
    assert problem.value.errors()[0]["ctx"]["hint"] == f"write {cure}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "cure"), [("$", "USD"), ("₮", "MNT"), ("euro", "EUR"), ("USS", "USD"), ("12", "ISO")])
def test_the_cure_for_an_unknown_currency(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match="is not a currency") as problem:
        Amount(amount="1", currency=text)
    assert cure in problem.value.errors()[0]["ctx"]["hint"]  # type: ignore[attr-defined]


def test_one_amount_is_a_list_of_one() -> None:
    one = made("- budget: {amount: 5, currency: EUR}")
    assert one.budget == made("- budget: [{amount: 5, currency: EUR}]").budget
    assert one.budget[0].amount == Decimal(5)


def test_amounts_are_larger_than_their_sources() -> None:
    text = "- budget:\n    - {amount: 100000, currency: USD, from: IOM}\n    - {amount: 2500.5, currency: EUR}"
    frame = whole(box(text, "sidebar"), 140)
    assert said(frame) == ["Project", "budget", "100,000\u00a0USD", "IOM", "2,500.50\u00a0EUR"]
    sizes = {words.text.strip(): words.size for _, _, words, _ in runs(frame)}
    assert sizes["100,000\u00a0USD"] == sizes["2,500.50\u00a0EUR"] > 1.5 * sizes["IOM"]


def test_an_amount_is_never_parted_from_its_currency() -> None:
    frame = whole(box("- budget: {amount: 123456789, currency: USD}", "sidebar"), 140)
    assert any("123,456,789\u00a0USD" in words.text for _, _, words, _ in runs(frame))


@pytest.mark.parametrize(("tag", "expected"), [("mn", "100,000\u00a0ам.доллар"), ("de", "100.000\u00a0USD")])
def test_the_language_writes_the_amount(tag: str, expected: str) -> None:
    frame = whole(box("- budget: {amount: 100000, currency: USD}", "sidebar", tag=tag), 300)
    assert said(frame)[-1] == expected


def test_a_title_of_the_author_replaces_ours() -> None:
    frame = whole(box("- title: Costs\n  budget: {amount: 1, currency: USD}", "sidebar"))
    assert said(frame) == ["Costs", "1\u00a0USD"]
    assert runs(frame)[0][3][-1].role == "H2"

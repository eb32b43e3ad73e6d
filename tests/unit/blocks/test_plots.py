"""What charts say: per cents that add up, progress that does not flatter, and a description in words."""

from decimal import Decimal

import pytest

from factsheet.blocks.chart import Chart
from factsheet.blocks.plots import described, progress_said, said, series, shares_said
from tests.making import block, kit


def chart(text: str) -> Chart:
    made = block(f"- chart: {text}\n")
    assert isinstance(made, Chart)
    return made


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([54, 120], ["31%", "69%"]),
        ([1, 1, 1], ["34%", "33%", "33%"]),
        ([33, 67], ["33%", "67%"]),
        ([1, 999], ["<1%", "100%"]),
        ([0, 5], ["0%", "100%"]),
    ],
)
def test_shares(numbers: list[int], expected: list[str]) -> None:
    assert shares_said(kit(), [Decimal(n) for n in numbers]) == expected


def test_per_cents_are_printed_as_given() -> None:
    assert shares_said(kit(tag="de"), [Decimal("33.3"), Decimal("66.7")]) == ["33,3\u00a0%", "66,7\u00a0%"]


@pytest.mark.parametrize(
    ("share", "expected"), [("0.754", "75%"), ("0.999", "99%"), ("1", "100%"), ("1.16", "116%"), ("-0.03", "−3%")]
)
def test_progress(share: str, expected: str) -> None:
    assert progress_said(kit(), Decimal(share)) == expected


def test_numbers_are_those_of_the_language() -> None:
    assert said(kit(tag="de"), Decimal("1234.5")) == "1.234,5"
    assert said(kit(), None) == "–"


def test_one_series_has_the_key_colour_and_several_have_patterns() -> None:
    assert series(kit(), 1)[0].ink == kit().ink("key")
    assert [look.number for look in series(kit(), 5)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{kind: bars, title: Trained, data: {Women: 54, Men: 1200}}", "Bar chart: Trained. Women 54; Men 1,200."),
        ("{kind: share, data: {Women: 1, Men: 3}}", "Chart of shares. Women 25%; Men 75%."),
        ("{kind: progress, data: {Wells: 45 of 60}}", "Chart of progress. Wells 45 / 60 (75%)."),
        (
            "{kind: line, unit: people, labels: [a, b, c], "
            "series: [{name: X, values: [1, 2, 4]}, {name: Y, values: [3, –, 5]}]}",
            "Line chart: people. X: a 1; b 2; c 4. Y: a 3; b –; c 5.",
        ),
    ],
)  # fmt: skip
def test_descriptions(text: str, expected: str) -> None:
    assert described(kit(), chart(text).chart) == expected


def test_a_description_of_many_numbers_says_the_extremes() -> None:
    labels = "[" + ", ".join("abcdefghijkl") + "]"
    rows = ", ".join(f"{{name: S{n}, values: [{', '.join(str(n + k) for k in range(12))}]}}" for n in range(3))
    said_ = described(kit(), chart(f"{{kind: line, labels: {labels}, series: [{rows}]}}").chart)
    assert "S0: Highest: l 11; Lowest: a 0." in said_


def test_descriptions_speak_the_language() -> None:
    assert (
        described(kit(tag="fr"), chart("{kind: bars, data: {Femmes: 1.5}}").chart) == "Diagramme en barres. Femmes 1,5."
    )

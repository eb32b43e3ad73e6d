"""The boxes of tables: what is a number, where it stands, and how much room a column asks for."""

import pytest

from factsheet.blocks.tables import is_number, table, whole_part
from factsheet.findings import Where
from factsheet.i18n.text import Text
from factsheet.layout.table import Table
from tests.making import kit, runs, whole

WHERE = Where("test.yaml", 3, 5)


def text(words: str) -> Text:
    return Text(words, WHERE)


def column(*cells: str, tag: str = "en") -> dict[str, float]:
    """The right edge of each cell of a column of numbers."""
    made = table(kit(tag=tag), [text("a wide head")], [[text(cell)] for cell in cells], WHERE)
    return {words.text.strip(): x + words.width for x, _, words, _ in runs(whole(made))}


@pytest.mark.parametrize("number", ["1", "1,200", "−3", "+4.5", "12.5 %", "1\u00a0000", "–", "3‰", "-", "€ 3", "5 km²"])
def test_numbers(number: str) -> None:
    assert is_number(number)
    assert column(number)[number] == pytest.approx(column(number)["a wide head"])


@pytest.mark.parametrize("word", ["1a", "USD 5", "n/a", "a", "1-2"])
def test_anything_else_stands_to_the_left(word: str) -> None:
    assert not is_number(word)
    made = table(kit(), [text("a wide head")], [[text(word)]], WHERE)
    assert {round(x, 3) for x, _, _, _ in runs(whole(made))} == {0.0}


@pytest.mark.parametrize(
    ("number", "decimal", "part"),
    [
        ("12", ".", "12"),
        ("12.5", ".", "12"),
        ("1,200", ".", "1,200"),
        ("1.200,5", ",", "1.200"),
        ("8.25 %", ".", "8"),
        ("100 %", ".", "100"),
        ("–", ".", "–"),
    ],
)
def test_the_part_before_the_decimals(number: str, decimal: str, part: str) -> None:
    assert whole_part(number, decimal) == part


def test_decimals_stand_under_each_other() -> None:
    found = column("1,120.50", "54", "930.5")
    assert found["54"] < found["930.5"] < found["1,120.50"]
    digit = kit().width("5", "table")
    assert found["1,120.50"] - found["930.5"] == pytest.approx(digit, abs=0.05)


def test_the_language_says_where_decimals_begin() -> None:
    found = column("1.120", "54,5", tag="de")
    assert found["1.120"] < found["54,5"]


def test_a_table_too_wide_for_its_column_has_a_narrow_look() -> None:
    wide: Table = table(kit(), [text("W" * 30)] * 3, [[text("x")] * 3], WHERE)
    assert len(wide.looks) == 2
    assert wide.looks[1].narrowest < wide.looks[0].narrowest
    assert len(table(kit(), [text("W")], [[text("x")]], WHERE).looks) == 1


def test_a_number_too_wide_for_its_column_is_set_all_the_same() -> None:
    made = table(kit(), [text("a")], [[text("1.123456")], [text("123456789012345")]], WHERE)
    found = runs(whole(made, 40.0))
    assert all(x >= -0.01 and x + words.width <= 40.01 for x, _, words, _ in found)

"""Indicators: a table with a bar of progress below each row."""

from decimal import Decimal

import pytest

from factsheet.blocks.indicators import Indicator
from factsheet.document import Frame
from factsheet.i18n.text import Text
from factsheet.units import Size
from tests.making import Place, box, example, items, kinds, kit, runs, said, whole

TEXT = example(kinds()["indicators"])


def share(**values: str) -> Decimal | None:
    return Indicator.model_validate({"name": Text("x"), **{key: Text(value) for key, value in values.items()}}).share


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"baseline": "0", "target": "150", "actual": "174"}, "1.16"),
        ({"baseline": "80", "target": "20", "actual": "35"}, "0.75"),
        ({"baseline": "10", "target": "20", "actual": "5"}, "-0.5"),
        ({"target": "4", "actual": "1"}, "0.25"),
        ({"baseline": "none", "target": "4", "actual": "1"}, "0.25"),
        ({"baseline": "4", "target": "4", "actual": "4"}, None),
        ({"baseline": "0", "target": "4"}, None),
        ({"target": "adopted", "actual": "drafted"}, None),
    ],
)
def test_the_way_from_baseline_to_target(values: dict[str, str], expected: str | None) -> None:
    assert share(**values) == (None if expected is None else Decimal(expected))


def test_reading_order() -> None:
    assert " ".join(said(whole(box(TEXT)))) == (
        "Indicator Baseline Target Actual Officials trained people 0 150 174 116% "
        "Cases without a lawyer 80% 20% 35% 75% National referral system none adopted drafted"
    )


@pytest.mark.parametrize(("place", "width"), [("main", 90.0), ("main", 234.0), ("main", 493.0), ("sidebar", 130.0)])
def test_all_rows_have_five_cells(place: Place, width: float) -> None:
    found: dict[int, int] = {}

    def collect(frame: Frame, row: int = 0) -> None:
        role = frame.tag.role if frame.tag is not None else ""
        row = id(frame.tag) if role == "TR" else row
        if role in {"TH", "TD"}:
            found[row] = found.get(row, 0) + 1
        for _, _, item in frame.items:
            if isinstance(item, Frame):
                collect(item, row)

    collect(whole(box(TEXT, place), width))
    assert list(found.values()) == [5, 5, 5, 5]


def test_numbers_stand_beside_names_where_there_is_room_and_below_where_there_is_none() -> None:
    for width, beside in ((234.0, True), (100.0, False)):
        lines = {words.text.strip(): y for _, y, words, _ in runs(whole(box(TEXT), width))}
        name = next(y for text, y in lines.items() if text.startswith("Officials"))
        assert (lines["150"] == pytest.approx(name)) == beside


def test_a_head_is_repeated_as_an_artefact_and_rows_are_whole() -> None:
    leading = kit().grid.leading
    first = box(TEXT).fit(Size(234, 5 * leading))
    assert first.frame is not None
    assert first.rest is not None
    rest = first.rest.fit(Size(234, 20 * leading)).frame
    assert "Officials" in said(first.frame)
    assert "Indicator" not in said(rest)
    assert any(words.text.startswith("Indicator") for _, _, words, _ in runs(rest))


def test_the_bars_are_a_figure_with_words() -> None:
    (alt,) = {tag.alt for _, _, _, path in items(whole(box(TEXT))) for tag in path if tag.role == "Figure"}
    assert alt == "Chart of progress: Officials trained 116%; Cases without a lawyer 75%."


def test_a_missing_value_is_a_dash() -> None:
    assert said(whole(box("- indicators: [{name: Wells, target: 3}]")))[-3:] == ["–", "3", "–"]

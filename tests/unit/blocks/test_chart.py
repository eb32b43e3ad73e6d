"""Charts: every kind in every width, with its numbers as a table and its drawing as a figure."""

from collections import Counter

import pytest

from factsheet.document import Frame, Words
from factsheet.units import EPSILON
from tests.making import Place, block, box, items, kit, runs, said, whole

LONG = {
    "de": "Bekämpfung des Menschenhandels und Grenzschutzpolizeiverwaltung",
    "mn": "Хүний наймаатай тэмцэх үндэсний хөтөлбөрийн хэрэгжилт",
}
CHARTS = {
    "bars": "{kind: bars, title: T, unit: u, source: s, data: {Women: 54, Men: 120}}",
    "bar": "{kind: bars, data: {Women: 54}}",
    "twelve": "{kind: bars, data: {" + ", ".join(f"Label {n}: {n * 1000}" for n in range(12)) + "}}",
    "groups": "{kind: bars, labels: [a, b], series: [{name: X, values: [1, –]}, {name: Y, values: [–2, 3.5]}]}",
    "long": f"{{kind: bars, data: {{{LONG['de']}: 5, {LONG['mn']}: 123456}}}}",
    "parts": "{kind: share, data: {Women: 54, Men: 120, Others: 1}}",
    "part": "{kind: share, data: {Women: 54}}",
    "shares": "{kind: share, labels: [a, b], series: [{name: X, values: [1, 0]}, {name: Y, values: [99, 3]}]}",
    "progress": "{kind: progress, data: {Wells: 45 of 60, Pumps: 9 of 3}}",
    "long progress": f"{{kind: progress, data: {{{LONG['de']}: 5 of 7, {LONG['mn']}: 1 of 3}}}}",
    "line": "{kind: line, data: {'2012': 1, '2013': 5}}",
    "lines": "{kind: line, labels: [a, b, c], series: [{name: X, values: [1, 2, 3]}, {name: Y, values: [–, 3, 4]}]}",
    "years": "{kind: line, data: {" + ", ".join(f"'{2000 + n}': {n * 1000.5}" for n in range(12)) + "}}",
}
WIDTHS: dict[Place, tuple[float, ...]] = {"main": (90.0, 160.0, 234.3, 323.2, 493.2), "sidebar": (100.0, 130.4)}


def framed(name: str, width: float, place: Place = "main", tag: str = "en") -> Frame:
    return whole(box(f"- chart: {CHARTS[name]}\n", place, tag=tag), width)


def roles(frame: Frame) -> list[tuple[str, ...]]:
    return [tuple(tag.role for tag in path) for _, _, _, path in runs(frame)]


CASES = [(name, place, width) for name in CHARTS for place, widths in WIDTHS.items() for width in widths]


@pytest.mark.parametrize(("name", "place", "width"), CASES)
def test_everything_stays_in_its_room_and_on_the_grid(name: str, place: Place, width: float) -> None:
    frame = framed(name, width, place)
    leading = kit().grid.leading
    assert frame.height == pytest.approx(round(frame.height / leading) * leading)
    for x, y, item, _ in items(frame):
        if isinstance(item, Words):
            assert 0.6 * item.size <= y <= frame.height + EPSILON, item.text
            assert x >= -EPSILON
            assert x + item.width <= width + 0.01, item.text


@pytest.mark.parametrize("name", CHARTS)
def test_the_numbers_are_the_same_in_every_width(name: str) -> None:
    """What stands in the table does not depend on the room; the scale of a line may say its points, too."""
    found = []
    for width in WIDTHS["main"]:
        frame = framed(name, width)
        table = [w.text.replace("\u00ad", "") for _, _, w, path in runs(frame) if any(t.role == "Table" for t in path)]
        found.append(Counter("".join(table).replace(" ", "")))
    assert found
    assert all(letters == found[0] for letters in found)


@pytest.mark.parametrize("name", CHARTS)
def test_rows_have_as_many_cells(name: str) -> None:
    """Each row of the table has the same number of cells, empty ones included."""
    for width in WIDTHS["main"]:
        rows: dict[int, set[int]] = {}

        def collect(frame: Frame, row: int = 0, rows: dict[int, set[int]] = rows) -> None:
            if frame.tag is not None and frame.tag.role == "TR":
                row = id(frame.tag)
                rows.setdefault(row, set())
            if frame.tag is not None and frame.tag.role in {"TD", "TH"}:
                rows[row].add(id(frame.tag))
            for _, _, item in frame.items:
                if isinstance(item, Frame):
                    collect(item, row)

        collect(framed(name, width))
        assert rows
        assert len({len(cells) for cells in rows.values()}) == 1


@pytest.mark.parametrize("name", CHARTS)
def test_the_drawing_is_one_figure_that_says_what_it_shows(name: str) -> None:
    figures = {tag for _, _, _, path in items(framed(name, 234.0)) for tag in path if tag.role == "Figure"}
    assert len(figures) == 1
    assert figures.pop().alt


def test_the_author_says_what_a_chart_shows() -> None:
    frame = whole(box("- chart: {kind: bars, alt: Twice as many men., data: {Women: 54, Men: 120}}\n"))
    (alt,) = {tag.alt for _, _, _, path in items(frame) for tag in path if tag.role == "Figure"}
    assert alt == "Twice as many men."
    assert "Twice" not in said(frame)


def test_labels_are_heads_of_rows_and_names_are_heads_of_columns() -> None:
    found = {w.text.strip(): path[-1] for _, _, w, path in runs(framed("groups", 234.0)) if path[-1].role == "TH"}
    assert {text: tag.scope for text, tag in found.items()} == {"X": "Column", "Y": "Column", "a": "Row", "b": "Row"}


def test_reading_order() -> None:
    assert said(framed("bars", 234.0)) == ["T", "u", "Women", "54", "Men", "120", "s"]
    assert said(framed("groups", 234.0)) == ["X", "Y", "a", "1", "−2", "b", "–", "3.5"]
    assert said(framed("parts", 234.0)) == ["Women", "54", "31%", "Men", "120", "68%", "Others", "1", "1%"]
    assert said(framed("progress", 234.0)) == ["Wells", "45", "/", "60", "75%", "Pumps", "9", "/", "3", "300%"]
    assert said(framed("line", 234.0))[-4:] == ["2012", "2013", "1", "5"]


def test_numbers_are_written_in_the_language() -> None:
    assert "1,5" in said(whole(box("- chart: {kind: bars, data: {Femmes: 1.5}}\n", tag="fr")))


def test_a_list_may_say_the_same_as_a_mapping() -> None:
    expected = said(whole(box("- chart: {kind: bars, data: {Women: 54, Men: 120}}\n")))
    assert said(whole(box("- chart: {kind: bars, data: [{Women: 54}, {Men: 120}]}\n"))) == expected
    listed = "- chart: {kind: bars, data: [{label: Women, value: 54}, {label: Men, value: 120}]}\n"
    assert said(whole(box(listed))) == expected


def test_a_chart_is_as_wide_as_its_author_says() -> None:
    full, column = (
        block("- chart: {kind: bars, width: full, data: {A: 1}}"),
        block("- chart: {kind: bars, data: {A: 1}}"),
    )
    assert full.goes_across(full.box(kit()), kit())
    assert not column.goes_across(column.box(kit()), kit())


def test_all_is_said_in_words_in_rough_estimates() -> None:
    assert not said(whole(box(f"- chart: {CHARTS['lines']}\n", rough=True)))

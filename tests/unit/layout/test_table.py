"""Rows that are never split, below a head that is repeated and never alone."""

import pytest

from factsheet.document import Tag
from factsheet.layout.box import Box, Fit
from factsheet.layout.table import Table
from factsheet.units import Size
from tests.making import items
from tests.unit.layout.bricks import Bricks, names

TABLE, BODY, HEAD = Tag("Table"), Tag("TBody"), Tag("THead")


def table(rows: str, high: int = 1) -> Table:
    return Table(Bricks("H", tag=HEAD), tuple(Bricks(row * high) for row in rows), TABLE, BODY)


def poured(box: Box, height: float) -> list[str]:
    found: list[str] = []
    rest: Box | None = box
    while rest is not None and len(found) < 50:
        fit = rest.fit(Size(100, height))
        found.append(names(fit.frame))
        if fit.frame is None:
            break
        rest = fit.rest
    return found


@pytest.mark.parametrize(
    ("rows", "height", "expected"),
    [
        ("abc", 100, ["Habc"]),
        ("abcd", 30, ["Hab", "Hcd"]),
        ("abcde", 50, ["Habc", "Hde"]),
        ("abc", 30, ["Hab", "Hc"]),
        ("abc", 20, ["Ha", "Hb", "Hc"]),
        ("abc", 19, [""]),
    ],
)
def test_the_head_is_repeated(rows: str, height: float, expected: list[str]) -> None:
    assert poured(table(rows), height) == expected


def test_no_row_is_divided() -> None:
    assert poured(table("ab", high=2), 40) == ["Haa", "Hbb"]
    assert poured(table("ab", high=3), 30) == [""]


def test_one_row_is_not_left_alone_where_it_can_have_company() -> None:
    assert poured(table("abcd"), 40) == ["Hab", "Hcd"]


def test_what_does_not_fit_comes_back_as_it_was() -> None:
    box = table("a")
    assert box.fit(Size(100, 15)) == Fit(None, box)


def test_the_repeated_head_is_an_artefact_and_the_nodes_go_on() -> None:
    first = table("abcd").fit(Size(100, 30))
    assert first.frame is not None
    assert first.rest is not None
    second = first.rest.fit(Size(100, 30)).frame
    heads = [path for frame in (first.frame, second) for _, _, i, path in items(frame) if i.ink.name == "H"]  # type: ignore[union-attr]
    assert heads[0] == (TABLE, HEAD)
    assert heads[1][0] is TABLE
    assert heads[1][1].role == "Artifact"
    bodies = {path for frame in (first.frame, second) for _, _, i, path in items(frame) if i.ink.name != "H"}  # type: ignore[union-attr]
    assert bodies == {(TABLE, BODY)}


def test_the_footnotes_of_its_rows_are_known() -> None:
    box = Table(Bricks("H"), (Bricks("a", notes=("1",)), Bricks("b", notes=("2",))), TABLE, BODY)
    frame = box.fit(Size(100, 20)).frame
    assert frame is not None
    assert frame.notes == ("1",)

"""Tables of a page."""

import re

from factsheet.paint.web import web
from tests.making import ENGINE, document, theme
from tests.reading import Page

TABLE = "title: T\nmain:\n  - table:\n      columns: [Name, Count]\n      rows: [[Anna, '12'], [Bat, '3']]\n"


def test_roles_and_scopes_are_said_and_cells_know_their_heads() -> None:
    page = Page(web(document(TABLE), theme(), ENGINE))
    assert [one["role"] for one in page.every("table")] == ["table"]
    assert [one["scope"] for one in page.every("th")] == ["col", "col"]
    assert [one.get("data-head") for one in page.every("td")] == ["Name", "Count"] * 2
    assert [one.get("role") for one in page.every("tr")] == ["row"] * 3
    assert len(page.every("thead")) == len(page.every("tbody")) == 1


def test_numbers_stand_at_the_right() -> None:
    page = Page(web(document(TABLE), theme(), ENGINE))
    assert ["number" in one.get("class", "") for one in page.every("td")] == [False, True] * 2


def test_rows_without_a_head_have_heads_of_their_own() -> None:
    text = "title: T\nmain:\n  - chart:\n      kind: bars\n      title: People\n      data: {Women: 54, Men: 120}\n"
    page = Page(web(document(text), theme(), ENGINE))
    assert [one["scope"] for one in page.every("th")] == ["row", "row"]
    assert page.every("thead") == []


def test_many_narrow_columns_are_no_wider_than_few_wide_ones() -> None:
    def usual(columns: str, row: str) -> int:
        text = f"title: T\nmain:\n  - table:\n      columns: [{columns}]\n      rows: [[{row}]]\n"
        found = re.search(rb'class="cols-(\d+)', web(document(text), theme(), ENGINE))
        assert found is not None
        return int(found[1])

    narrow = usual("A, B, C, D, E, F, G, H, I", ", ".join(["x"] * 9))
    wide = usual(", ".join(["Administration"] * 5), ", ".join(["Internationalisation"] * 5))
    assert narrow < 6 < wide

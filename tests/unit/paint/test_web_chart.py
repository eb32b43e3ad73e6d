"""Charts whose drawing goes with the rows of their table."""

from factsheet.paint.tree import tree
from factsheet.paint.web_chart import Split, slot, split
from tests.making import document

BARS = "  - chart:\n      kind: bars\n      title: People\n      data: {Women: 54, Men: 120}\n"
SHARE = """\
  - chart:
      kind: share
      title: Who
      labels: ["2012", "2013"]
      series:
        - {name: Police, values: [1, 2]}
        - {name: Judges, values: [3, 4]}
"""
LINE = SHARE.replace("share", "line")


def made(chart: str) -> Split:
    main = tree(document(f"title: T\nmain:\n{chart}"))[1]
    (figure,), (table,) = main.every("Figure"), main.every("Table")
    return split(figure, table)


def test_bars_stand_in_the_rows_that_name_them_and_share_their_scale() -> None:
    found = made(BARS)
    assert not found.rest
    assert [cell.text() for cell in found.bars] == ["Women", "Men"]
    slots = [slot(parts, found.across) for parts in found.bars.values()]
    assert len({(rect.x, rect.width) for rect in slots}) == 1
    assert slots[0].y < slots[1].y


def test_keys_stand_before_the_names_of_series() -> None:
    assert [cell.text() for cell in made(SHARE).keys] == ["Police", "Judges"]


def test_a_drawing_of_its_own_stays_whole() -> None:
    found = made(LINE)
    assert found.rest
    assert not found.bars
    assert [cell.text() for cell in found.keys] == ["Police", "Judges"]

"""Proofs: boxes in their places, line numbers beside their blocks, remarks at their lines, a mark across the page."""

from factsheet.document import Document, Path, Words
from factsheet.engine import Engine
from factsheet.findings import Finding, Where
from factsheet.paint.marks import MARGIN
from factsheet.paint.proof import BLEED, SAFE, SAFETY, TRIM, Proof
from factsheet.units import mm
from tests.making import document

TEXT = """
title: A title
main:
  - heading: A heading
  - text: |
      One.

      Two.
  - bullets: [First, Second]
sidebar:
  - facts: [{label: Region, value: East Asia}]
"""
ENGINE = Engine()


def proof(*remarks: Finding) -> tuple[Document, Proof]:
    made = document(TEXT)
    return made, Proof(made, remarks, ENGINE)


def test_three_boxes() -> None:
    made, found = proof()
    boxes = {item.stroke: (x, y) for x, y, item in found.over(1) if isinstance(item, Path)}
    assert boxes == {BLEED: (-mm(3), -mm(3)), TRIM: (0, 0), SAFE: (SAFETY, SAFETY)}
    assert made.bleed == mm(3)


def test_every_line_that_says_something_has_its_number_beside_it() -> None:
    _, found = proof()
    numbers = {item.text: (x, y) for x, y, item in found.over(1) if isinstance(item, Words) and item.text.isdigit()}
    assert {"2", "4", "5", "9", "11"} <= set(numbers)
    assert all(x < 0 for text, (x, _) in numbers.items() if text != "11")
    assert numbers["11"][0] > mm(210)
    heights = [numbers[text][1] for text in ("2", "4", "5", "9")]
    assert heights == sorted(heights)


def test_numbers_never_stand_on_each_other_or_on_the_page() -> None:
    _, found = proof()
    placed = [(x, y, item) for x, y, item in found.over(1) if isinstance(item, Words) and item.text.isdigit()]
    for x, y, item in placed:
        assert x + item.width <= -mm(3) or x >= mm(210) + mm(3)
        assert -MARGIN - mm(3) <= x
        others = [other for left, other, _ in placed if (left < 0) == (x < 0) and other != y]
        assert all(abs(other - y) >= item.size for other in others)


def test_a_remark_stands_at_its_line_or_at_the_nearest_above_it() -> None:
    where = Where("x.yaml", 4, 5)
    after = Where("x.yaml", 7, 1)
    _, found = proof(Finding("a", "at", where=where), Finding("b", "after", where=after), Finding("c", "on the whole"))
    notes = {note.finding.rule: note.place for note in found.notes(1)}
    assert set(notes) == {"a", "b", "c"}
    assert notes["c"].y < notes["a"].y < notes["b"].y
    assert found.notes(7) == []


def test_the_mark_lies_across_the_page_and_lets_it_through() -> None:
    made, found = proof()
    mark, opacity = found.watermark()
    points = [(v[n], v[n + 1]) for _, v in mark.segments for n in range(0, len(v), 2)]
    assert 0 < opacity < 0.1
    assert min(x for x, _ in points) > -mm(3)
    assert max(x for x, _ in points) < made.width + mm(3)
    assert max(y for _, y in points) - min(y for _, y in points) > made.height / 2

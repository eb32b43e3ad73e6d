"""Rule, title and source around a body."""

from dataclasses import replace

import pytest

from factsheet.blocks.plates import plate
from factsheet.document import Area
from factsheet.findings import Where
from factsheet.i18n.text import Text
from tests.making import items, kit, said, whole

WHERE = Where("test.yaml", 3, 5)


def text(words: str) -> Text:
    return Text(words, WHERE)


def test_what_stands_around_a_body_in_order() -> None:
    frame = whole(plate(kit(), kit().words("body"), title=text("Title"), unit=text("unit"), source=text("Source")))
    assert said(frame) == ["Title", "unit", "body", "Source"]
    assert sum(isinstance(item, Area) for _, _, item, _ in items(frame)) == 1
    assert frame.height == pytest.approx(kit().lines(4))


def test_an_airy_body_has_a_line_of_space_around_it() -> None:
    frame = whole(plate(kit(), kit().words("body"), title=text("Title"), airy=True))
    assert frame.height == pytest.approx(kit().lines(3))
    assert whole(plate(kit(), kit().words("body"), airy=True)).height == pytest.approx(kit().lines(1))


def test_without_a_rule_nothing_is_drawn() -> None:
    assert all(
        not isinstance(item, Area) for _, _, item, _ in items(whole(plate(kit(), kit().words("x"), ruled=False)))
    )


def test_below_a_heading_it_stands_lower() -> None:
    frame = whole(plate(replace(kit(), headed=True), kit().words("body")))
    assert frame.height == pytest.approx(kit().lines(2))

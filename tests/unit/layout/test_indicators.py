"""Indicators: columns of numbers beside the names, or below them, and bars of one length."""

from factsheet.document import Tag
from factsheet.layout.indicators import Indicator, Indicators
from factsheet.layout.meters import Gauge
from factsheet.text.styles import Grid
from tests.unit.layout.bricks import drawn, ink, label, names, rows

GAUGE = Gauge(ink("K"), ink("T"))


def indicator(share: float | None) -> Indicator:
    values = tuple(label(name, 20) for name in "xyz")
    progress = None if share is None else label("p", 22)
    return Indicator(label("n", 60, 40), values, progress, share or 0.0, Tag("TR"), Tag("TD"))


def made(*shares: float | None) -> Indicators:
    heads = (label("I", 40, 40), *(label(name, 35, 25) for name in "BTA"))
    rows_ = tuple(indicator(share) for share in shares)
    return Indicators(
        heads, heads[1:], rows_, GAUGE, ink("-"), 0.5, (ink("="), 0.75), Grid(10, 7), 5.0, Tag("TR"), Tag("TD")
    )


def test_numbers_end_below_their_heads() -> None:
    design = made(0.5)
    ends = {name: x + wide for (name, x, _), (_, _, wide, _) in zip(
        [*rows(design.head(300).text), *rows(design.rows(300)[0].text)],
        [*drawn(design.head(300).text), *drawn(design.rows(300)[0].text)], strict=True)}  # fmt: skip
    assert [ends["x"], ends["y"], ends["z"]] == [ends["B"], ends["T"], ends["A"]]
    assert ends["z"] == ends["p"] == 300


def test_in_a_narrow_room_numbers_stand_below_the_names() -> None:
    for width, lines in ((300, 2), (120, 3)):
        (row,) = made(0.5).rows(width)
        assert row.text.height == lines * 10 + 3
        assert names(row.text) == "-nxyzp"
        assert row.drawing.height == row.text.height


def test_without_progress_there_is_no_bar() -> None:
    first, second = made(0.5, None).rows(300)
    assert names(first.drawing) == "TK"
    assert names(second.drawing) == ""
    assert second.text.height == 10 + 3


def test_all_tracks_are_of_one_length() -> None:
    tracks = {drawn(row.drawing)[0] for row in made(0.1, 0.9, 0.5).rows(300)}
    assert len(tracks) == 1


def test_the_rule_over_the_head_takes_no_room() -> None:
    head = made(0.5).head(300).text
    assert names(head).startswith("=")
    assert head.height == 10

"""Progress: a bar on its track, and a mark where the target lies behind."""

import pytest

from factsheet.document import Tag
from factsheet.layout.meters import Gauge, Meters
from factsheet.text.styles import Grid
from tests.unit.layout.bricks import drawn, ink, label, names, rows

GAUGE = Gauge(ink("K"), ink("T"))


@pytest.mark.parametrize(("share", "wide"), [(0.5, 50), (1.0, 100), (0.0001, 0.8)])
def test_a_bar_is_as_long_as_its_share(share: float, wide: float) -> None:
    frame = GAUGE.bar(share, 100, 6)
    assert names(frame) == "TK"
    assert [width for _, _, width, _ in drawn(frame)] == pytest.approx([100, wide])


@pytest.mark.parametrize("share", [0.0, -0.4])
def test_nothing_reached_is_an_empty_track(share: float) -> None:
    assert names(GAUGE.bar(share, 100, 6)) == "T"


@pytest.mark.parametrize("share", [1.02, 1.16, 3.0, 80.0])
def test_beyond_the_target_there_is_a_mark(share: float) -> None:
    found = drawn(GAUGE.bar(share, 100, 6))
    x, y, wide, high = found[1]
    assert x + wide / 2 == pytest.approx(100 / share)
    assert high > 6
    assert y < 0
    assert max(left + width for left, _, width, _ in found) <= 100.01


def meters(*shares: float, counts: bool = True) -> Meters:
    return Meters(
        tuple(label("L", 60, 30) for _ in shares), tuple(label("c", 30) if counts else None for _ in shares),
        tuple(label("p", 20) for _ in shares), shares, tuple(Tag("TR") for _ in shares), GAUGE, Grid(10, 7), 5.0,
    )  # fmt: skip


def test_label_bar_and_numbers_stand_in_one_line_where_there_is_room() -> None:
    (row,) = meters(0.5).rows(320)
    assert row.text.height == 10
    assert [name for name, _, _ in sorted(rows(row.text), key=lambda found: found[1])] == ["L", "c", "p"]
    assert names(row.text) == "Lcp"
    assert [row.text.height for row in meters(0.5, 0.6).rows(160)] == [20, 20]


def test_bars_begin_and_end_on_one_line() -> None:
    tracks = [drawn(row.drawing)[0] for row in meters(0.5, 0.6).rows(320)]
    assert tracks[0] == tracks[1]


def test_without_a_count_the_per_cent_stands_at_the_edge() -> None:
    for width in (160, 320):
        (row,) = meters(0.5, counts=False).rows(width)
        assert max(x + wide for x, _, wide, _ in drawn(row.text)) == pytest.approx(width)

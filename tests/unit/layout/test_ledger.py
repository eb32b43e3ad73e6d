"""Rows of names and amounts: amounts end at the right, and go below names that need the room."""

from factsheet.document import Area, Frame, Tag
from factsheet.layout.box import Fit
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.ledger import GUTTER, Entry, Share, Short
from factsheet.units import Size
from tests.making import items
from tests.unit.layout.bricks import Bricks, ink, names, rows

KEY, TRACK = ink("KEY"), ink("TRACK")


def entry(*, least: float = 40, share: float | None = None) -> Entry:
    bar = None if share is None else Share(share, Short(Bricks("p"), 12), 20, 5, KEY, TRACK)
    return Entry(Bricks("ab"), Short(Bricks("c"), 30), 35, least, Tag("TR"), bar)


def places(frame: Frame | None) -> dict[str, tuple[float, float]]:
    return {name: (x, y) for name, x, y in rows(frame)}


def test_the_amount_stands_beside_the_name_and_ends_at_the_right() -> None:
    frame = entry().fit(Size(100, 100)).frame
    assert frame is not None
    assert frame.height == 20
    assert places(frame) == {"a": (0, 0), "b": (0, 10), "c": (70, 0)}


def test_it_goes_below_a_name_whose_words_need_the_room() -> None:
    frame = entry(least=60).fit(Size(100, 100)).frame
    assert frame is not None
    assert frame.height == 30
    assert places(frame)["c"] == (70, 20)
    just = entry(least=100 - 35 - GUTTER).fit(Size(100, 100)).frame
    assert places(just)["c"] == (70, 0)


def test_the_bar_is_a_share_of_its_track_and_the_per_cent_beside_it() -> None:
    frame = entry(share=0.25).fit(Size(100, 100)).frame
    assert frame is not None
    assert frame.height == 30
    widths = {i.ink.name: i.width for _, _, i, _ in items(frame) if isinstance(i, Area)}
    assert widths["TRACK"] == 100 - 20 - GUTTER
    assert widths["KEY"] == 0.25 * widths["TRACK"]
    assert places(frame)["p"] == (88, 20)
    assert all(path[-1] is LAYOUT for _, _, i, path in items(frame) if isinstance(i, Area) and i.ink in (KEY, TRACK))


def test_a_row_is_never_divided() -> None:
    box = entry(share=0.5)
    assert box.fit(Size(100, 29)) == Fit(None, box)
    assert "p" in names(box.fit(Size(100, 30)).frame)

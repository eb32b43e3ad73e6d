"""Maps as boxes: whole grid lines, one figure, and the name of a place on the map or below it."""

import pytest

from factsheet.document import Area, Frame, Path, Tag
from factsheet.engine import Engine
from factsheet.layout.atlas import Colours
from factsheet.layout.box import Box, Fit
from factsheet.layout.locator import Locator
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.making import items, kit, runs, whole
from tests.unit.layout.bricks import ink

ENGINE = Engine()
MARK = (106.9, 47.9)


def name(text: str) -> tuple[Box, float]:
    used = kit("sidebar")
    return used.words(text, "caption"), used.width(text, "caption")


def locator(
    text: str = "", codes: tuple[str, ...] = ("MN",), mark: tuple[float, float] | None = MARK, rough: bool = False
) -> Locator:
    colours = Colours(ink("COUNTRY"), ink("LAND"), ink("WATER"), ink("MARK"))
    named = name(text) if text else None
    return Locator(codes, mark, named, colours, 0.5, Grid(13.4, 9.6), Tag("Figure", alt="Map"), ENGINE, rough)


def marks(frame: Frame) -> list[tuple[float, float]]:
    return [
        (x, y) for x, y, item, _ in items(frame) if isinstance(item, Path) and item.fill and item.fill.name == "MARK"
    ]


@pytest.mark.parametrize("width", [100.0, 130.4, 200.0])
@pytest.mark.parametrize("text", ["", "Ulaanbaatar", "A very long name of a place in the middle of the steppe"])
def test_heights_are_whole_grid_lines(width: float, text: str) -> None:
    height = whole(locator(text), width).height
    assert height == pytest.approx(round(height / 13.4) * 13.4)
    assert whole(locator(text, rough=True), width).height == pytest.approx(height)


def test_all_that_is_drawn_is_one_figure_and_cut_off_at_its_edges() -> None:
    frame = whole(locator(), 130)
    (figure,) = [item for _, _, item in frame.items if isinstance(item, Frame)]
    assert figure.clip
    assert figure.tag is not None
    assert (figure.tag.role, figure.tag.alt) == ("Figure", "Map")
    assert all(path[-1] is figure.tag for _, _, _, path in items(frame))


def test_a_short_name_stands_on_the_map_on_a_plate_beside_the_mark() -> None:
    frame = whole(locator("Ulaanbaatar"), 130)
    ((x, y, words, path),) = runs(frame)
    assert path[-1].role == "P"
    ((mark_x, mark_y),) = marks(frame)
    assert abs(y - mark_y) < 6
    assert x > mark_x or x + words.width < mark_x
    plates = [(left, top, item) for left, top, item, _ in items(frame) if isinstance(item, Area) and item.width < 120]
    ((left, top, plate),) = plates
    assert left < x < x + words.width < left + plate.width
    assert top < y < top + plate.height


@pytest.mark.parametrize("lon", [88.0, 92.0, 100.0, 107.0, 115.0, 119.0])
@pytest.mark.parametrize("text", ["Ui", "Ulaanbaatar"])
def test_a_name_stays_on_the_map(lon: float, text: str) -> None:
    frame = whole(locator(text, mark=(lon, 47.0)), 130)
    ((x, y, words, _),) = runs(frame)
    assert x > 2
    assert x + words.width < 128
    assert 8 < y < frame.height - 4


def test_a_long_name_stands_below_with_a_mark_of_its_own() -> None:
    frame = whole(locator("A very long name of a place"), 130)
    assert len(marks(frame)) == 2
    (figure,) = [item for _, _, item in frame.items if isinstance(item, Frame) and item.clip]
    assert min(y for _, y, _, _ in runs(frame)) > figure.height


def test_what_is_tiny_has_a_ring_around_it_unless_a_place_is_marked() -> None:
    def rings(box: Locator) -> int:
        return sum(
            isinstance(item, Path) and item.stroke is not None and item.stroke.name == "MARK" and item.line_width > 1
            for _, _, item, _ in items(whole(box, 130))
        )

    assert rings(locator(codes=("VA",), mark=None)) == 1
    assert rings(locator(codes=("MN",), mark=None)) == 0
    assert rings(locator(codes=("VA",), mark=(12.45, 41.9))) == 0


def test_it_is_set_in_one_piece() -> None:
    box = locator("Ulaanbaatar")
    assert box.fit(Size(130, 40)) == Fit(None, box)
    assert box.fit(Size(130, 200)).rest is None


def test_a_map_is_drawn_once() -> None:
    engine = ENGINE
    whole(locator(), 130)
    before = len(engine.things)
    whole(locator(), 130)
    assert len(engine.things) == before

"""Marks in rows: about equally large, balanced, on a common axis, on white where the ground is dark."""

import itertools
from pathlib import Path as FilePath

import pytest

from factsheet.design.bitmap import Bitmap
from factsheet.design.drawings import Drawing, drawn
from factsheet.design.inks import WHITE
from factsheet.document import Area, Frame, Path, Picture, Tag
from factsheet.layout.logos import Logos, Mark, balanced, paths
from factsheet.units import Pt, Size
from tests.making import items, kit, pieces

GRID = kit().grid
SIDE = 36.0


def solid(width: int, height: int) -> Drawing:
    """A drawing that is a rectangle, with white around it."""
    shape = f'<rect x="10" y="10" width="{width}" height="{height}" fill="navy"/>'
    data = f'<svg viewBox="0 0 {width + 20} {height + 20}">{shape}</svg>'
    return drawn(FilePath("mark.svg"), data.encode())


def airy(width: int, height: int) -> Drawing:
    """A drawing that is the frame of a rectangle."""
    shape = f'<rect x="1" y="1" width="{width - 2}" height="{height - 2}" fill="none" stroke="navy" stroke-width="2"/>'
    return drawn(FilePath("frame.svg"), f'<svg viewBox="0 0 {width} {height}">{shape}</svg>'.encode())


def mark(art: Drawing | Bitmap, href: str = "") -> Mark:
    return Mark(art, Tag("Figure", alt="Name"), Tag("Link", href=href) if href else None)


def figures(frame: Frame | None) -> list[tuple[Pt, Pt, Pt, Pt]]:
    """Left, top, right and bottom of each figure."""
    assert frame is not None
    found = [(x, y, item) for x, y, item in frame.items if isinstance(item, Frame) and item.tag]
    return [(x, y, x + item.width, y + item.height) for x, y, item in found if item.tag and item.tag.role == "Figure"]


@pytest.mark.parametrize(
    ("count", "room", "rows"),
    [(5, 180, [3, 2]), (4, 180, [2, 2]), (4, 250, [4]), (7, 180, [3, 2, 2]), (1, 10, [1]), (3, 20, [1, 1, 1])],
)
def test_rows_are_few_and_balanced(count: int, room: Pt, rows: list[int]) -> None:
    assert balanced([50] * count, room, 10) == rows


def test_rows_of_unlike_marks_are_of_like_width() -> None:
    assert balanced([100, 30, 30, 30], 140, 10) == [1, 3]


def test_marks_are_about_equally_large() -> None:
    square, wide, tall = (mark(solid(*size)).size(SIDE, 500) for size in ((100, 100), (200, 100), (100, 120)))
    assert square.width * square.height == pytest.approx(wide.width * wide.height)
    assert square.width * square.height == pytest.approx(tall.width * tall.height)


def test_none_is_very_wide_or_very_tall() -> None:
    banner, tower = mark(solid(1000, 50)).size(SIDE, 500), mark(solid(50, 1000)).size(SIDE, 500)
    assert banner.width <= 3 * SIDE
    assert tower.height <= 1.25 * SIDE
    assert mark(solid(1000, 50)).size(SIDE, 60).width == pytest.approx(60)


def test_airy_marks_are_a_little_larger_than_solid_ones() -> None:
    assert 1.1 < mark(airy(100, 100)).size(SIDE, 500).width / mark(solid(100, 100)).size(SIDE, 500).width < 1.4


def test_marks_of_a_row_stand_on_an_axis_with_clear_space() -> None:
    box = Logos(tuple(mark(art) for art in (solid(100, 100), solid(300, 80), airy(90, 100))), SIDE, GRID)
    found = figures(box.fit(Size(400, 500)).frame)
    assert len(found) == 3
    assert len({round((top + bottom) / 2, 3) for _, top, _, bottom in found}) == 1
    assert found[0][0] == 0
    assert all(right[0] - left[2] > 0.4 * SIDE for left, right in itertools.pairwise(found))


def test_marks_stay_in_the_room_and_rows_are_divided_from_each_other() -> None:
    box = Logos(tuple(mark(solid(100, 60)) for _ in range(7)), SIDE, GRID)
    whole = box.fit(Size(130, 1000)).frame
    assert all(right <= 130 for _, _, right, _ in figures(whole))
    frames, rest = pieces(box, 130, 80)
    assert rest is None
    assert len(frames) > 1
    assert sum(len(figures(frame)) for frame in frames) == 7
    assert all(frame.height <= 80 for frame in frames)


def test_what_does_not_fit_comes_back() -> None:
    box = Logos((mark(solid(10, 10)),), SIDE, GRID)
    fit = box.fit(Size(100, 10))
    assert (fit.frame, fit.rest) == (None, box)


def test_a_panel_is_white_and_no_content() -> None:
    frame = Logos((mark(solid(10, 10)),), SIDE, GRID, panel=9, above=6).fit(Size(100, 200)).frame
    (x, y, ground, path), *others = items(frame)
    assert isinstance(ground, Area)
    assert (x, y, ground.width, ground.ink) == (0, 6, 100, WHITE)
    assert path[-1].role == "Artifact"
    ((left, top, _, bottom),) = figures(frame)
    assert (left, top) == (9, 15)
    assert ground.height == pytest.approx(bottom + 9 - 6)
    assert others


def test_pictures_and_links() -> None:
    bitmap = Bitmap(FilePath("a.png"), "0", 200, 100, "rgb")
    frame = Logos((mark(bitmap, "https://example.org"),), SIDE, GRID).fit(Size(100, 200)).frame
    ((_, _, picture, path),) = items(frame)
    assert isinstance(picture, Picture)
    assert picture.width == pytest.approx(2 * picture.height)
    assert [tag.role for tag in path] == ["Link", "Figure"]


def test_what_is_seen_of_a_drawing_begins_at_its_corner() -> None:
    (path,) = paths(solid(100, 50), 200)
    assert isinstance(path, Path)
    xs = [values[0] for _, values in path.segments if values]
    ys = [values[1] for _, values in path.segments if values]
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx((0, 0, 200, 100), abs=0.01)

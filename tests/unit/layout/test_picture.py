"""Pictures between texts: on the grid, in their shape, never distorted; portraits beside a name."""

from pathlib import Path

import pytest

from factsheet.design.bitmap import Bitmap
from factsheet.document import Frame, Picture, Tag, walk
from factsheet.layout.box import UNLIMITED
from factsheet.layout.picture import PictureBox, Portrait
from factsheet.text.styles import Grid
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks

GRID = Grid(10.0, 8.5)
CAPITALS = 7.0
"""The height of capitals: they stand in the middle of a line of 10."""

FIGURE = Tag("Figure", alt="A field")
WIDTHS = (90.0, 130.0, 234.0, 323.0, 493.0)


def bitmap(width: int = 600, height: int = 400) -> Bitmap:
    return Bitmap(Path("a.jpg"), "", width, height, "rgb")


def box(width: int = 600, height: int = 400, **options: object) -> PictureBox:
    return PictureBox(bitmap(width, height), FIGURE, GRID, 28, **options)  # type: ignore[arg-type]


def fitted(one: PictureBox | Portrait, width: float) -> Frame:
    fit = one.fit(Size(width, UNLIMITED))
    assert fit.rest is None
    assert fit.frame is not None
    return fit.frame


def picture(frame: Frame) -> tuple[float, float, Picture]:
    ((x, y, item),) = [(x, y, item) for x, y, item, _ in walk(frame) if isinstance(item, Picture)]
    return x, y, item


def undistorted(item: Picture) -> bool:
    left, top, right, bottom = item.crop
    across = (right - left) * item.bitmap.width / item.width
    return across == pytest.approx((bottom - top) * item.bitmap.height / item.height)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("file", [(600, 400), (400, 600), (4000, 100), (100, 4000)])
@pytest.mark.parametrize("options", [{}, {"shape": 1.0}, {"uncut": True}, {"shape": 16 / 9, "scale": 0.7}])
def test_pictures_are_never_distorted_and_stand_on_the_grid(
    file: tuple[int, int], width: float, options: dict[str, object]
) -> None:
    frame = fitted(box(*file, **options), width)
    x, y, item = picture(frame)
    assert undistorted(item)
    assert frame.height == pytest.approx(round(frame.height / 10) * 10)
    assert y + item.height == pytest.approx(frame.height - 10 + GRID.baseline)
    assert 0 < item.height <= 27 * 10 + CAPITALS
    assert x == 0
    assert all(-1e-9 <= edge <= 1 + 1e-9 for edge in item.crop)
    if not options.get("uncut"):
        assert item.width == width
        assert y == pytest.approx(10 - GRID.baseline)


def test_as_little_as_possible_is_cut_away() -> None:
    for width in WIDTHS[:4]:
        _, _, item = picture(fitted(box(), width))
        assert abs(item.height - width / 1.5) <= 5 + 1e-9


def test_a_shape_that_is_asked_for_is_cut_about_the_focus() -> None:
    crops = [picture(fitted(box(shape=1.0, focus=(x, 0.5)), 200))[2].crop for x in (0.0, 0.5, 1.0)]
    assert [crop[0] for crop in crops] == pytest.approx([0.0, 1 / 6, 1 / 3], abs=0.02)
    assert all(crop[1:4:2] == pytest.approx((0.0, 1.0)) for crop in crops)


def test_what_must_not_be_cut_is_seen_whole() -> None:
    for file in ((600, 400), (400, 1600)):
        _, _, item = picture(fitted(box(*file, uncut=True), 300))
        assert item.crop == (0.0, 0.0, 1.0, 1.0)
        assert item.width <= 300


def test_a_scale_makes_it_lower_by_cutting_or_smaller_where_nothing_is_cut() -> None:
    full, low = picture(fitted(box(), 300))[2], picture(fitted(box(scale=0.5), 300))[2]
    assert (full.width, low.width) == (300, 300)
    assert low.height == pytest.approx(full.height / 2, abs=5)
    small = picture(fitted(box(scale=0.5, uncut=True), 300))[2]
    assert small.width == pytest.approx(150)


def test_the_caption_follows_on_the_next_lines() -> None:
    frame = fitted(box(below=Bricks("CC"), group=Tag("Div")), 300)
    bare = fitted(box(), 300)
    assert frame.height == bare.height + 20
    assert frame.tag is not None
    assert frame.tag.role == "Div"
    below = frame.items[-1]
    assert below[:2] == (0.0, bare.height)


def test_it_is_never_divided() -> None:
    boxed = box(below=Bricks("CC"))
    height = fitted(boxed, 300).height
    assert boxed.fit(Size(300, height)).frame is not None
    short = boxed.fit(Size(300, height - 1))
    assert (short.frame, short.rest) == (None, boxed)


def test_it_reaches_to_the_edges_of_the_sheet_where_its_room_does() -> None:
    boxed = box(below=Bricks("CC"), reach={300: (60.0, 50.0), 200: (60.0, 0.0)})
    for width, left, right in ((300, 60, 50), (200, 60, 0), (150, 0, 0)):
        frame = fitted(boxed, width)
        x, _, item = picture(frame)
        assert (x, item.width) == (-left, left + width + right)
        assert frame.width == width
        assert undistorted(item)


def test_the_figure_is_as_large_as_the_picture() -> None:
    frame = fitted(box(below=Bricks("CC")), 300)
    figure = frame.items[0][2]
    _, _, item = picture(frame)
    assert isinstance(figure, Frame)
    assert figure.tag is FIGURE
    assert (figure.width, figure.height) == (item.width, item.height)


# Portraits


@pytest.mark.parametrize("lines", range(7))
@pytest.mark.parametrize("file", [(600, 400), (400, 600)])
def test_a_portrait_is_round_and_level_with_its_text(file: tuple[int, int], lines: int) -> None:
    boxed = Portrait(bitmap(*file), FIGURE, Bricks("N" * lines), GRID, (0.5, 0.4))
    frame = fitted(boxed, 200)
    x, y, item = picture(frame)
    assert item.oval
    assert undistorted(item)
    assert item.width == item.height
    assert (x, y >= 0, y + item.height <= frame.height) == (0, True, True)
    assert frame.height % 10 == 0
    (left, top, text) = frame.items[1]
    assert left > item.width
    assert top >= 10  # a line of space below the words
    assert isinstance(text, Frame)
    if 0 < lines <= 3:
        assert y + item.height / 2 == pytest.approx(top + text.height / 2)
    assert boxed.fit(Size(200, frame.height - 1)).frame is None

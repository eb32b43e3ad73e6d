"""Where regions are: inside the page, apart from each other, mirrored where the sidebar stands at the left."""

import pytest

from factsheet.compose import SIZES
from factsheet.design.theme import Theme
from factsheet.layout.geometry import Geometry
from factsheet.units import mm
from tests.making import theme

LEFT = theme().model_copy(update={"sidebar": theme().sidebar.model_copy(update={"side": "left"})})


@pytest.mark.parametrize("design", [theme(), LEFT])
@pytest.mark.parametrize("size", SIZES.values())
def test_regions_are_on_the_page_and_apart(design: Theme, size: tuple[float, float]) -> None:
    g = Geometry(*size, design, 13.4)
    main_left, main_width = g.main
    side_left, side_width = g.side
    assert 0 < g.left < g.right < g.width
    assert 0 < g.head < g.next_top < g.foot < g.height
    assert main_width > side_width > mm(30)
    first, second = sorted([(main_left, main_left + main_width), (side_left, side_left + side_width)])
    assert first[0] > 0
    assert first[1] < second[0]
    assert second[1] < g.width
    assert g.panel.x <= side_left
    assert side_left + side_width <= g.panel.right
    assert g.panel.height == g.height


def test_the_sidebar_stands_where_the_theme_says() -> None:
    right, left = (Geometry(*SIZES["A4"], design, 13.4) for design in (theme(), LEFT))
    assert right.main[0] < right.side[0]
    assert left.side[0] < left.main[0]
    assert left.panel.x == 0
    assert right.panel.right == right.width
    assert left.main[1] == pytest.approx(right.main[1])


def test_columns_and_gutters_fill_the_text_width() -> None:
    g = Geometry(*SIZES["A4"], theme(), 13.4)
    assert g.text_width == pytest.approx(mm(210 - 18 - 18))
    assert g.columns * g.column_width + (g.columns - 1) * g.gutter == pytest.approx(g.text_width)


def test_margins_and_bleed_are_the_themes() -> None:
    g = Geometry(*SIZES["A4"], theme(), 13.4)
    assert g.left == pytest.approx(mm(18))
    assert g.foot == pytest.approx(mm(297 - 20))
    assert g.bleed == pytest.approx(mm(3))


def test_a_wider_grid_starts_following_pages_lower() -> None:
    near, wide = (Geometry(*SIZES["A4"], theme(), leading) for leading in (11.0, 17.6))
    assert near.next_top < wide.next_top


def test_a_room_reaches_to_the_edges_of_the_sheet_but_not_into_the_sidebar() -> None:
    for design in (theme(), LEFT):
        g = Geometry(*SIZES["A4"], design, 13.4)
        assert g.reach[round(g.text_width)] == (g.left + g.bleed, g.width - g.right + g.bleed)
        left, right = g.reach[round(g.main[1])]
        assert (left, right) == ((0.0, g.width - g.right + g.bleed) if design is LEFT else (g.left + g.bleed, 0.0))

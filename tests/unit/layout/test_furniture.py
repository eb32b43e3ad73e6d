"""What stands around the columns: on every page the right words, in their place, as artefacts where they repeat."""

from itertools import pairwise

import pytest

from factsheet.document import Area, Frame, Region, Words
from factsheet.layout.furniture import Furniture, one_line
from factsheet.layout.geometry import Geometry
from factsheet.text.segments import words
from tests.making import items, runs, said, story, styles, theme

FULL = """
title: Strengthening the management of labour migration
subtitle: A project of two years
footer: {text: More on our website, url: www.iom.int}
author: IOM
"""
WITHOUT_BAND = "title: T\nfooter: {url: www.iom.int}\nauthor: IOM\nversion: '1.0'\n"


def furniture(text: str = FULL, step: int | None = None) -> Furniture:
    made = story(text, step=step)
    return Furniture(made, theme(), Geometry(made.width, made.height, theme(), made.styles.grid.leading))


def named(regions: list[Region], name: str) -> Region:
    (found,) = [region for region in regions if region.name == name]
    return found


def printed(frame: Frame) -> list[str]:
    """All words, those of artefacts included."""
    return words(" ".join(item.text for _, _, item, _ in items(frame) if isinstance(item, Words)))


# -- running head and footer


@pytest.mark.parametrize("beside", [False, True])
def test_the_running_head_has_label_and_title_over_a_rule(beside: bool) -> None:
    made = furniture()
    region = made.running_head(beside=beside)
    assert " ".join(printed(region.frame)) == "Factsheet Strengthening the management of labour migration"
    assert said(region.frame) == []
    (rule,) = [item for _, _, item, _ in items(region.frame) if isinstance(item, Area)]
    assert rule.width == region.rect.width
    for x, _, item, _ in runs(region.frame):
        assert 0 <= x <= x + item.width <= region.rect.width + 0.01


def test_the_running_head_stands_above_its_columns() -> None:
    made = furniture()
    g = made.geometry
    wide, narrow = (made.running_head(beside=beside).rect for beside in (False, True))
    assert (wide.x, wide.width) == (g.left, g.text_width)
    assert (narrow.x, narrow.width) == g.main
    assert wide.bottom < g.next_top


def test_a_title_too_long_for_the_running_head_is_left_out() -> None:
    region = furniture("title: " + "Management of migration " * 9).running_head(beside=False)
    assert printed(region.frame) == ["Factsheet"]


def test_a_label_too_long_for_the_running_head_leaves_it_to_the_title() -> None:
    region = furniture(f"title: T\nlabel: {'Information sheet on labour ' * 6}").running_head(beside=False)
    assert printed(region.frame) == ["T"]


@pytest.mark.parametrize("length", range(1, 30))
@pytest.mark.parametrize("beside", [False, True])
def test_label_and_title_never_touch_in_the_running_head(length: int, beside: bool) -> None:
    region = furniture(f"title: {'Migration ' * length}\nlabel: {'Sheet ' * (length // 2 + 1)}").running_head(
        beside=beside
    )
    found = sorted((x, x + item.width) for x, _, item, _ in runs(region.frame))
    assert all(one[1] + 20 < other[0] for one, other in pairwise(found))
    assert all(-0.01 <= left <= right <= region.rect.width + 0.01 for left, right in found)


def test_the_footer_has_the_address_and_the_page_number() -> None:
    region = named(furniture().footer(1, 2, beside=False), "footer")
    assert sorted(printed(region.frame)) == sorted(["1", "/", "2", "www.iom.int"])
    assert said(region.frame) == []
    assert region.rect.bottom < furniture().geometry.height


def test_one_page_has_no_number() -> None:
    assert printed(named(furniture().footer(1, 1, beside=False), "footer").frame) == ["www.iom.int"]


def test_without_anything_to_say_there_is_no_footer() -> None:
    assert furniture("title: T").footer(1, 1, beside=False) == []


def test_the_colophon_stands_on_the_last_page_and_is_text() -> None:
    made = furniture(WITHOUT_BAND)
    first, last = made.footer(1, 2, beside=False), made.footer(2, 2, beside=False)
    assert [region.name for region in first] == ["footer"]
    closing = named(last, "closing")
    assert sorted(said(closing.frame)) == ["1.0", "IOM", "www.iom.int"]
    assert closing.rect.bottom < made.geometry.height


def test_the_footer_stands_below_its_columns() -> None:
    made = furniture()
    g = made.geometry
    wide, narrow = (named(made.footer(1, 2, beside=beside), "footer").rect for beside in (False, True))
    assert (wide.x, wide.width) == (g.left, g.text_width)
    assert (narrow.x, narrow.width) == g.main
    assert wide.y > g.foot


@pytest.mark.parametrize("number", [1, 9, 99, 400])
def test_page_numbers_never_touch_the_address(number: int) -> None:
    region = named(furniture(f"title: T\nfooter: {{url: www.iom.int/{'mongolia/' * 6}}}").footer(
        number, 401, beside=True), "footer")  # fmt: skip
    found = sorted((x, x + item.width) for x, _, item, _ in runs(region.frame))
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert found[-1][1] <= region.rect.width + 0.01


# -- closing band


def test_the_band_closes_the_last_page() -> None:
    made = furniture()
    regions = made.band(2, 2)
    ground, closing = named(regions, "ground"), named(regions, "closing")
    g = made.geometry
    assert ground.rect.bottom == pytest.approx(g.height + g.bleed)
    assert ground.rect.y == pytest.approx(g.height - made.band_height)
    assert ground.rect.y < closing.rect.y
    assert closing.rect.bottom < g.height
    assert said(closing.frame) == words("More on our website www.iom.int IOM")
    assert printed(named(regions, "footer").frame) == ["2", "/", "2"]


def test_without_a_sentence_there_is_no_band() -> None:
    assert furniture(WITHOUT_BAND).band_height == 0
    assert furniture().band_height > 0


def test_a_long_sentence_makes_the_band_higher() -> None:
    made = furniture(f"title: T\nfooter: {{text: {'For more information ' * 30}}}")
    assert made.band_height > furniture().band_height
    closing = named(made.band(1, 1), "closing")
    assert closing.rect.y > made.geometry.height - made.band_height
    assert closing.rect.bottom < made.geometry.height


def test_the_page_number_never_touches_the_closing_sentence() -> None:
    made = furniture(f"title: T\nfooter: {{text: {'For more information ' * 30}}}")
    regions = made.band(399, 400)
    closing, folio = named(regions, "closing"), named(regions, "footer")
    assert closing.rect.right <= folio.rect.x


# -- the sidebar's ground


@pytest.mark.parametrize("closing", [False, True])
def test_the_panel_reaches_the_foot_or_the_band(closing: bool) -> None:
    made = furniture()
    (panel,) = made.panel(200, closing=closing)
    rect = panel.rect
    g = made.geometry
    assert rect.y == 200
    assert rect.right == pytest.approx(g.width + g.bleed)
    expected = g.height - made.band_height if closing else g.height + g.bleed
    assert rect.bottom == pytest.approx(expected, abs=1.5)


def test_a_poster_leaves_room_for_what_stands_below_it() -> None:
    assert furniture("title: T").poster(False) == furniture("title: T").geometry.height
    made = furniture(WITHOUT_BAND)
    assert made.poster(False) <= made.geometry.foot
    assert furniture().poster(True) == pytest.approx(furniture().geometry.height - furniture().band_height)


def test_one_line_is_one_line() -> None:
    found = one_line("Some words " * 50, styles().type("running"))
    assert found.text.split() == ["Some", "words"] * 50

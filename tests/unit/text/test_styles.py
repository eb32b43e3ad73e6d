"""The theme's styles at one step of the fit, and the grid."""

import pytest

from factsheet.design.theme import floor
from factsheet.findings import NOWHERE, Where
from factsheet.text.markup import Span
from factsheet.text.styles import Grid
from tests.making import styles, theme

STEPS = range(len(theme().fit))


@pytest.mark.parametrize(
    ("height", "up", "down"), [(0, 0, 0), (1, 10, 0), (10, 10, 10), (10.0000001, 10, 10), (19, 20, 10)]
)
def test_heights_in_whole_grid_lines(height: float, up: float, down: float) -> None:
    grid = Grid(10, 7)
    assert grid.up(height) == pytest.approx(up)
    assert grid.down(height) == pytest.approx(down)


@pytest.mark.parametrize("step", STEPS)
def test_capitals_stand_in_the_middle_of_their_line(step: int) -> None:
    made = styles(step=step)
    text = made.type("text")
    capitals = text.voices[0].chain.first.cap_height / 1000 * text.size
    assert made.grid.leading == theme().fit[step].leading
    assert made.grid.baseline - capitals == pytest.approx(made.grid.leading - made.grid.baseline)


@pytest.mark.parametrize("step", STEPS)
def test_running_text_scales_and_furniture_does_not(step: int) -> None:
    made, scale = styles(step=step), theme().fit[step].scale
    for name, style in theme().styles.items():
        least = min(floor(theme().palette[style.ink]), style.size)
        expected = max(style.size * (1 if style.fixed else scale), least)
        assert made.type(name).size == pytest.approx(expected), name


def test_a_style_without_a_leading_stands_on_the_grid() -> None:
    made = styles()
    assert (made.type("text").stands, made.type("text").leading) == ("grid", made.grid.leading)
    assert made.type("heading").stands == "bottom"
    assert made.type("lead").stands == "top"
    assert made.type("lead").leading == pytest.approx(theme().styles["lead"].leading * made.type("lead").size)


def test_a_size_of_its_own() -> None:
    made = styles()
    assert made.type("title", size=46).size == 46
    assert made.type("title", size=46).leading == pytest.approx(46 * theme().styles["title"].leading)
    assert made.type("title").size == theme().styles["title"].size


def test_four_voices() -> None:
    plain, strong, emphasis, both = (voice.chain.first for voice in styles().type("text").voices)
    assert strong.weight > plain.weight
    assert emphasis.italic_angle < 0 == plain.italic_angle
    assert both.weight == strong.weight
    assert both.italic_angle < 0


def test_emphasis_inside_italics_is_upright() -> None:
    plain, _, emphasis, _ = (voice.chain.first for voice in styles().type("quote").voices)
    assert plain.italic_angle < 0 == emphasis.italic_angle


def test_strong_in_a_bold_style_is_the_same() -> None:
    plain, strong, *_ = (voice.chain.first for voice in styles().type("heading").voices)
    assert plain is strong


def test_links_stand_out_in_running_text_only() -> None:
    made = styles()
    assert made.type("text").link_ink.name == theme().links
    assert made.type("band-address").link_ink == made.type("band-address").ink


def test_hyphens_are_those_of_the_language() -> None:
    english, mongolian, japanese = (styles(tag).type("text").hyphens for tag in ("en", "mn", "ja"))
    assert english is not None
    assert mongolian is not None
    assert japanese is None
    assert english.breaks("management") == (3, 6)
    assert styles().type("heading").hyphens is None


def test_a_paragraph_without_hyphens_is_another() -> None:
    made = styles()
    usual, plain = (
        made.paragraph("Management", "text", NOWHERE, lambda: (Span("Management"),), hyphens=hyphens)
        for hyphens in (True, False)
    )
    assert usual is not plain
    assert usual.style.hyphens is not None
    assert plain.style.hyphens is None
    assert plain.style.emergency is not None


def test_steps_share_their_paragraphs_but_not_their_types() -> None:
    one = styles()
    other = one.at(theme().fit[0], rough=True)
    made = one.paragraph("Some words", "text", NOWHERE, lambda: (Span("Some words"),))
    assert other.paragraph("Some words", "text", NOWHERE, lambda: ()) is made
    assert other.type("text").size > one.type("text").size
    assert (one.rough, other.rough) == (False, True)


@pytest.mark.parametrize(
    ("text", "style", "where"),
    [
        ("Other", "text", NOWHERE),
        ("Some", "lead", NOWHERE),
        ("Some", "text", Where("x", 1, 2)),
        ("Some", "text", Where("x", 1, 3)),
    ],
)
def test_a_paragraph_is_known_by_its_text_style_and_place(text: str, style: str, where: Where) -> None:
    made = styles("fr")
    some = made.paragraph("Some", "text", NOWHERE, lambda: (Span("Some"),))
    assert made.paragraph(text, style, where, lambda: (Span(text),)) is not some


def test_inks_are_the_themes() -> None:
    assert styles().ink("navy") == theme().palette["navy"]


def test_tables_have_figures_of_one_width() -> None:
    assert styles().type("table").voices[0].features.get("tnum")
    assert "tnum" not in styles().type("text").voices[0].features

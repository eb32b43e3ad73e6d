"""Themes: valid, legible on every ground, printable, with a face for every style."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from factsheet.design import theme as themes
from factsheet.design.fonts import folder
from factsheet.design.inks import contrast
from factsheet.design.theme import Theme
from factsheet.document import Area, Document, Words, walk
from factsheet.document import Path as Shape
from factsheet.source import read
from tests.making import document, styles

NAMES = themes.names()
LARGE = 18.0
"""Points from which text is large, or 14 in bold (WCAG 2.1, 1.4.3)."""

ALL = """
title: Strengthening the management of labour migration
subtitle: A project of two years
main:
  - heading: A heading
  - text: A lead of some words with a [link](https://x.org) and a note[^1].
  - text: Some **strong** words with a [link](https://x.org).
  - subheading: Below it
  - bullets: [First point, Second point]
  - numbered: [First point, Second point]
  - figures: [{value: "150", caption: officials trained}]
  - table: {columns: [Name, Number], rows: [[One, "1"], [Two, "2"]]}
  - quote: {text: “Yes.”, name: A. Person, role: Director}
  - text: %s
sidebar:
  - duration: {start: 2012-08, end: 2014-02}
  - budget: {amount: 100000, currency: USD, from: IOM}
  - facts: [{label: Region, value: Asia}]
  - contact: {text: Office, email: a@b.org}
  - partners: [One, Two]
  - quote: {text: “Yes.”, name: A. Person, role: Director}
  - subheading: Below
  - numbered: [One]
notes:
  1: The note itself.
footer: {text: More on our website, url: www.iom.int}
author: IOM
""" % ("word " * 800)


def test_there_is_a_theme() -> None:
    assert "institutional" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_is_called_what_its_file_is(name: str) -> None:
    assert themes.load(name).name == name


@pytest.mark.parametrize("name", NAMES)
def test_every_ink_that_is_named_exists(name: str) -> None:
    theme = themes.load(name)
    look, side = theme.masthead, theme.sidebar
    named = [style.ink for style in theme.styles.values()]
    named += [theme.links, *(ground for ground in (theme.band.ground, side.ground, look.ground, look.foot) if ground)]
    for roles in (theme.roles, side.roles):
        named += [roles.line, roles.rule, roles.key, roles.track, roles.tint, roles.accent, *roles.series]
    named += [look.second, look.lines, look.points, look.accent]
    assert set(named) <= set(theme.palette)


@pytest.mark.parametrize("name", NAMES)
def test_every_face_that_is_named_exists(name: str) -> None:
    theme = themes.load(name)
    files = [file for faces in (*theme.families.values(), *theme.fallback) for file in faces]
    assert files
    assert all((folder() / file).is_file() for file in files)
    assert {style.family for style in theme.styles.values()} <= set(theme.families)


def test_every_style_can_be_resolved() -> None:
    made = styles()
    for name in made.theme.styles:
        kind = made.type(name)
        assert kind.size > 5
        assert kind.leading >= kind.size or name in ("number", "goal-number")  # one sign beside a line of the text


@pytest.mark.parametrize("name", NAMES)
def test_inks_are_printable(name: str) -> None:
    """ISO 12647-2 on coated paper: at most 300 per cent; small text in one or two plates."""
    theme = themes.load(name)
    for ink in theme.palette.values():
        assert ink.coverage <= 300
        assert all(0 <= share <= 1 for share in (*ink.cmyk, *ink.rgb))
    assert theme.palette["black"].is_black
    for style in ("text", "side", "caption", "note", "table"):
        assert theme.palette[theme.styles[style].ink].coverage <= 100, style


@pytest.mark.parametrize("name", NAMES)
def test_the_steps_go_from_roomy_to_tight(name: str) -> None:
    theme = themes.load(name)
    assert 0 < theme.usual < len(theme.fit) - 1
    assert theme.fit[theme.usual].scale == 1
    assert [step.scale for step in theme.fit] == sorted((step.scale for step in theme.fit), reverse=True)
    assert [step.leading for step in theme.fit] == sorted((step.leading for step in theme.fit), reverse=True)
    for step in theme.fit:
        size = theme.styles["text"].size * step.scale
        assert size >= 8
        assert 1.25 <= step.leading / size <= 1.6


@pytest.mark.parametrize("name", NAMES)
def test_titles_have_sizes_from_large_to_small(name: str) -> None:
    look = themes.load(name).masthead
    for sizes in (look.title_sizes, look.poster_sizes):
        assert list(sizes) == sorted(sizes, reverse=True)
    assert min(look.poster_sizes) > max(look.title_sizes)


def _grounds(made: Document) -> list[tuple[Words, str]]:
    """Each run of words with the name of the ink behind it."""
    found: list[tuple[Words, str]] = []
    for page in made.pages:
        areas: list[tuple[float, float, Area]] = []
        for region in page.regions:
            for x, y, item, _ in walk(region.frame, region.rect.x, region.rect.y):
                if isinstance(item, Area):
                    areas.append((x, y, item))
                elif isinstance(item, Words):
                    middle = (x + item.width / 2, y - 0.3 * item.size)
                    behind = [a.ink.name for ax, ay, a in areas
                              if ax <= middle[0] <= ax + a.width and ay <= middle[1] <= ay + a.height]  # fmt: skip
                    found.append((item, behind[-1] if behind else "white"))
                assert isinstance(item, (Area, Words, Shape))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_legible_on_its_ground(name: str) -> None:
    """WCAG 2.1, 1.4.3: 4.5 to 1; every ink of the theme that any text has, on the ground where it stands."""
    made = document(f"theme: {name}\n{ALL}")
    theme = themes.load(name)
    found = _grounds(made)
    grounds = {theme.masthead.ground, theme.sidebar.ground, theme.band.ground, "white"} - {None}
    assert {ground for _, ground in found} >= grounds
    for words, ground in found:
        assert contrast(words.ink, theme.palette[ground]) >= 4.5, (words.text, words.ink.name, ground)


def test_the_masthead_is_legible_on_both_inks_of_the_globe() -> None:
    theme = styles().theme
    for style in ("label", "title", "subtitle"):
        for ground in (theme.masthead.ground, theme.masthead.second):
            assert ground is not None
            assert contrast(theme.palette[theme.styles[style].ink], theme.palette[ground]) >= 4.5, (style, ground)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "Extra inputs"),
        ({"columns": "two"}, "Extra inputs"),
        ({"page": None}, "valid dictionary"),
        ({"inks": {"black": {"cmyk": [0, 0, 0, 101], "rgb": "#000000"}}}, "not four shares"),
        ({"inks": {"black": {"cmyk": [0, 0, 0, 100], "rgb": "black"}}}, "not a colour"),
    ],
)
def test_what_is_no_theme(change: dict[str, object], message: str) -> None:
    data = read(Path(themes.FOLDER / "institutional.yaml")).data
    with pytest.raises(ValidationError, match=message):
        Theme.model_validate({**data, **change})


def test_colours_of_the_screen_are_read_exactly() -> None:
    palette = themes.load("institutional").palette
    assert palette["white"].rgb == (1, 1, 1)
    assert palette["navy"].rgb == (0x0B / 255, 0x2D / 255, 0x5B / 255)
    assert palette["navy"].cmyk == (1.0, 0.82, 0.30, 0.28)

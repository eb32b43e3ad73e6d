"""What is judged on a theme: every text has a ground, and the least contrast is the least."""

import pytest

from factsheet.design import theme as shipped
from factsheet.design.inks import contrast
from factsheet.source import read
from factsheet.spec.theme_rules import grounds, judged, least_contrast, summary


@pytest.mark.parametrize("name", shipped.names())
def test_every_style_stands_on_a_ground(name: str) -> None:
    theme = shipped.load(name)
    found = list(grounds(theme))
    assert {style for style, _ in found} == set(theme.styles)
    assert {ground for _, ground in found} <= set(theme.palette)


@pytest.mark.parametrize("name", shipped.names())
def test_the_least_contrast_is_enough_and_none_is_less(name: str) -> None:
    theme = shipped.load(name)
    least, style, ground = least_contrast(theme)
    assert least >= 4.5
    inks = theme.palette
    assert least == contrast(inks[theme.styles[style].ink], inks[ground])
    assert all(contrast(inks[theme.styles[s].ink], inks[g]) >= least for s, g in grounds(theme))


@pytest.mark.parametrize("name", shipped.names())
def test_themes_that_ship_break_no_rule(name: str) -> None:
    path = shipped.FOLDER / f"{name}.yaml"
    assert judged(shipped.load(name), read(path), path.parent) == []


def test_the_summary_names_it() -> None:
    said = summary(shipped.load("bold"))
    assert said.startswith("15 inks, ")
    assert "least contrast of text is" in said

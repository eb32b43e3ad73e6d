"""Colours of SVG files, and what of their paint is refused."""

from xml.etree.ElementTree import Element

import pytest

from factsheet.design.svg.colours import Colours, share
from factsheet.design.svg.refusals import Parts, Refusals
from factsheet.design.svg.style import INHERITED, Cascade
from factsheet.design.svg.tree import parsed
from factsheet.findings import AssetError


def paint(value: str, defs: str = "", what: str = "fill", **style: str) -> tuple[tuple[float, ...], float] | None:
    root, refusals = parsed(f"<svg>{defs}</svg>".encode()), Refusals()
    colours = Colours(Parts(root, refusals), Cascade(root, refusals), refusals)
    found = colours.paint(Element("path"), INHERITED | style | {what: value}, what)
    refusals.check()
    return found and (tuple(round(255 * part) for part in found[0]), round(found[1], 3))


@pytest.mark.parametrize(
    ("value", "rgb", "alpha"),
    [
        ("#e30613", (227, 6, 19), 1.0),
        ("#F00", (255, 0, 0), 1.0),
        ("#ff000080", (255, 0, 0), 0.502),
        ("Navy", (0, 0, 128), 1.0),
        ("rgb(10%, 20%, 30%)", (26, 51, 76), 1.0),
        ("rgba(1,2,3,.5)", (1, 2, 3), 0.5),
        ("hsl(120, 100%, 25%)", (0, 128, 0), 1.0),
        ("#123456 icc-color(fogra, 0.1, 0.2)", (18, 52, 86), 1.0),
        ("currentColor", (0, 0, 255), 1.0),
    ],
)
def test_colours(value: str, rgb: tuple[int, ...], alpha: float) -> None:
    assert paint(value, color="blue") == (rgb, alpha)


def test_opacities_multiply() -> None:
    assert paint("rgba(0,0,0,.5)", **{"fill-opacity": "50%"}) == ((0, 0, 0), 0.25)
    assert paint("red", what="stroke", **{"stroke-opacity": ".3"}) == ((255, 0, 0), 0.3)
    assert [share(text) for text in ("2", "-1", "nonsense", "40%")] == [1.0, 0.0, 1.0, 0.4]


def test_none_is_no_colour() -> None:
    assert paint("none") is None


def test_a_gradient_of_one_colour_is_that_colour() -> None:
    own = '<linearGradient id="a"><stop stop-color="red"/></linearGradient>'
    chain = f'{own}<radialGradient id="b" href="#a"/>'
    assert paint("url(#a)", own) == ((255, 0, 0), 1.0)
    assert paint("url(#b)", chain) == ((255, 0, 0), 1.0)
    assert paint("url(#a)", '<linearGradient id="a"/>') is None
    assert paint("url(#a)", '<linearGradient id="a" href="#a"/>') is None


def test_a_missing_reference_has_its_fallback() -> None:
    assert paint("url(#a) red") == ((255, 0, 0), 1.0)
    assert paint("url(#a) none") is None


@pytest.mark.parametrize(
    ("value", "defs", "said"),
    [
        ("blurple", "", "colour that is not understood “blurple”"),
        ("oklch(0.6 0.1 200)", "", "colour that is not understood"),
        ("var(--brand)", "", "colour that is not understood"),
        ("url(#a)", "", "refers to a part that is not in it"),
        ("url(http://example.org/a#a)", "", "from outside"),
        ("url(#a)", '<pattern id="a"/>', "pattern"),
        ("url(#a)", '<linearGradient id="a"><stop/><stop stop-color="red"/></linearGradient>', "gradient"),
    ],
)
def test_other_paint_is_refused(value: str, defs: str, said: str) -> None:
    with pytest.raises(AssetError, match=said):
        paint(value, defs)

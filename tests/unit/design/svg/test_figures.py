"""Basic shapes and lengths of SVG files."""

from xml.etree.ElementTree import Element

import pytest
from svgelements import Matrix

from factsheet.design.svg.figures import Units, length, number, numbers, trace, traced

UNITS = Units(200.0, 100.0)


def bounds(kind: str, **attributes: str) -> tuple[float, ...]:
    line = trace(Element(kind, attributes), UNITS)
    return tuple(round(value, 2) for value in traced(line, Matrix(), "nonzero").bounds)


def test_lengths() -> None:
    said = {"10": 10.0, "10px": 10.0, "1in": 96.0, "25.4mm": 96.0, "72pt": 96.0, ".5e1": 5.0, "101.6Q": 96.0}
    assert {text: length(text, UNITS, "x") for text in said} == pytest.approx(said)
    assert (length("10%", UNITS, "x"), length("10%", UNITS, "y")) == (20.0, 10.0)
    assert length("100%", UNITS, "") == pytest.approx(158.11, abs=0.01)
    assert [length(text, UNITS, "x") for text in ("wide", "", "1em")] == [None, None, None]


def test_numbers() -> None:
    assert [number(text, 1.0) for text in ("50%", ".3", "?", "0.1mm")] == [0.5, 0.3, 1.0, 1.0]
    assert numbers("0-1.5.5,1e2") == [0.0, -1.5, 0.5, 100.0]


def test_basic_shapes() -> None:
    assert bounds("rect", x="10%", y="10", width="30", height="20") == (20, 10, 50, 30)
    assert bounds("rect", width="30", height="20", rx="40") == (0, 0, 30, 20)
    assert bounds("circle", cx="50%", cy="50%", r="10") == (90, 40, 110, 60)
    assert bounds("ellipse", rx="10") == bounds("ellipse", rx="10", ry="-1") == (-10, -10, 10, 10)
    assert bounds("ellipse", rx="10", ry="5") == (-10, -5, 10, 5)
    assert bounds("line", x1="1", y1="2", x2="3", y2="4") == (1, 2, 3, 4)
    assert bounds("polygon", points="0,0 10-5 20 5 7") == (0, -5, 20, 5)
    assert bounds("path", d="M10-5.5.5.5e1a1 1 0 01.5.5") == (0.5, -5.5, 10, 5.5)


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [("rect", {"width": "0", "height": "5"}), ("circle", {"r": "0"}), ("polygon", {}), ("path", {"d": ""})],
)
def test_what_has_no_size_draws_nothing(kind: str, attributes: dict[str, str]) -> None:
    assert not list(traced(trace(Element(kind, attributes), UNITS), Matrix(), "nonzero"))


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [
        ("path", {"d": "L 1 1"}),
        ("path", {"d": "M 0 0 L foo"}),
        ("path", {"d": "M 0 0 L 1"}),
        ("path", {"d": "M 0 0 L 1e99 0"}),
        ("rect", {"width": "wide", "height": "5"}),
    ],
)
def test_what_cannot_be_read_is_told(kind: str, attributes: dict[str, str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the walk turns all of them into one refusal
        traced(trace(Element(kind, attributes), UNITS), Matrix(), "nonzero")


def test_a_line_goes_on_from_where_the_last_was_closed() -> None:
    outline = traced(trace(Element("path", {"d": "M0 0H10V10Zl5 5"}), UNITS), Matrix("translate(1,2)"), "evenodd")
    letters = [verb.name[0] for verb, _ in outline]
    assert letters == ["M", "L", "L", "C", "M", "L"]
    assert list(outline)[-2:][0][1] == ((1.0, 2.0),)


def test_a_smooth_curve_goes_on_only_from_one_of_its_degree() -> None:
    line = trace(Element("path", {"d": "M 0 0 T 0 10 S 10 10 10 0"}), UNITS)
    *_, (_, points) = traced(line, Matrix(), "nonzero")
    assert points[0] == (0, 10)

"""What is said of an element: attributes, sheets, ``style``, and what it has from the one around it."""

import pytest

from factsheet.design.svg.refusals import Refusals
from factsheet.design.svg.style import INHERITED, declared, inherited
from factsheet.design.svg.tree import parsed
from factsheet.findings import AssetError


def styles(sheet: str, body: str) -> list[dict[str, str]]:
    """What is said of each shape of ``body`` under a style sheet."""
    root, refusals = parsed(f"<svg><style>{sheet}</style>{body}</svg>".encode()), Refusals()
    found = declared(root, refusals)
    refusals.check()
    return [found[element] for element in root.iter("path")]


def test_style_beats_sheets_and_sheets_beat_attributes() -> None:
    body = '<path fill="red"/><path fill="red" class="a"/><path fill="red" class="a" style="fill: blue; foo: bar"/>'
    assert [said["fill"] for said in styles(".a{fill:green}", body)] == ["red", "green", "blue"]


def test_the_more_special_selector_wins_then_the_later() -> None:
    sheet = "#x{fill:gold} .a.b{fill:teal} g > .a{fill:navy} path{fill:red} path{fill:pink}"
    body = '<path/><g><path class="a"/></g><g><path class="a b"/><path class="a b" id="x"/></g>'
    assert [said["fill"] for said in styles(sheet, body)] == ["pink", "navy", "teal", "gold"]


def test_important_beats_all() -> None:
    assert styles("path{fill:red !important}", '<path style="fill:blue"/>')[0]["fill"] == "red"


def test_what_is_for_dark_screens_or_for_type_is_left_out() -> None:
    sheet = "@font-face{font-family:x} @media (prefers-color-scheme: dark){path{fill:white}} path{fill:red}"
    assert styles(sheet, "<path/>")[0]["fill"] == "red"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("@import url(http://example.org/a.css);", "outside the file “@import”"),
        ("@keyframes x{}", "moves"),
        ("@media print{path{fill:red}}", "not understood “@media”"),
        ("path::before{}:::{}", "not understood"),
    ],
)
def test_other_rules_are_refused(sheet: str, said: str) -> None:
    with pytest.raises(AssetError, match=said):
        styles(sheet, "<path/>")


def test_what_is_inherited() -> None:
    around = inherited({"fill": "red", "opacity": ".5", "color": "blue"}, INHERITED)
    inner = inherited({"stroke": "inherit", "opacity": "inherit", "color": "initial"}, around)
    assert (inner["fill"], inner["stroke"], inner["opacity"], inner["color"]) == ("red", "none", ".5", "black")
    assert inherited({"fill": "unset", "display": "unset"}, around)["fill"] == "red"
    assert inherited({}, around)["opacity"] == "1"

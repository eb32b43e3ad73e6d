"""What is said of an element: attributes, sheets, ``style``, and what it has from the one around it."""

import pytest

from factsheet.design.svg.refusals import Refusals
from factsheet.design.svg.style import INHERITED, Cascade
from factsheet.design.svg.tree import parsed
from factsheet.findings import AssetError


def styles(sheet: str, body: str) -> list[dict[str, str]]:
    """The values of each shape of ``body`` under a style sheet."""
    root, refusals = parsed(f"<svg><style>{sheet}</style>{body}</svg>".encode()), Refusals()
    cascade = Cascade(root, refusals)
    refusals.check()
    return [cascade.at_home(element) for element in root.iter("path")]


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
    body = '<g fill="red" opacity=".5" color="blue"><path stroke="inherit" style="opacity:inherit; color:initial"/></g>'
    (path,) = styles("", body)
    assert (path["fill"], path["stroke"], path["opacity"], path["color"]) == ("red", "none", ".5", "black")
    (path,) = styles("", body.replace("inherit;", "unset; fill: unset; display: revert;"))
    assert (path["fill"], path["opacity"], path["display"]) == ("red", "1", "inline")


def test_what_is_used_elsewhere_has_what_is_around_it_there() -> None:
    root = parsed(b'<svg><g clip-rule="evenodd"><clipPath/></g><stop stop-color="inherit"/></svg>')
    cascade = Cascade(root, Refusals())
    clip, stop = root[0][0], root[1]
    assert cascade.at_home(clip)["clip-rule"] == "evenodd"
    assert cascade.of(clip, INHERITED)["clip-rule"] == "nonzero"
    assert cascade.at_home(stop)["stop-color"] == "black"


def test_blanks_around_a_value_say_nothing() -> None:
    assert styles("", '<path fill="  red "/>')[0]["fill"] == "red"


def test_rules_are_bounded() -> None:
    with pytest.raises(AssetError, match="2,000 rules"):
        styles("path{fill:red}" * 2001, "<path/>")

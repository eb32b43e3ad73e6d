"""What is said of drawings that cannot be drawn."""

from xml.etree.ElementTree import Element

import pytest

from factsheet.design.svg.refusals import LINE, Parts, Refusals, broken
from factsheet.findings import AssetError


def test_nothing_found_is_nothing_said() -> None:
    Refusals().check()


def test_each_kind_is_told_once_at_its_first_line_and_all_in_one_run() -> None:
    refusals = Refusals()
    refusals.add("text", Element("text", {LINE: "3"}))
    refusals.add("text", Element("text", {LINE: "9"}))
    refusals.add("colour", Element("g"), "blurple")
    with pytest.raises(AssetError) as caught:
        refusals.check()
    text, colour = caught.value.findings
    assert text.message == "it holds text as type (line 3)"
    assert "convert text to paths" in text.hint
    assert colour.message == "it uses a colour that is not understood “blurple”"


def test_a_broken_file_has_a_cure() -> None:
    (finding,) = broken("it is empty").findings
    assert (finding.rule, finding.message) == ("drawing", "it is empty")
    assert finding.hint


def test_parts_are_found_by_name() -> None:
    root, refusals = Element("svg"), Refusals()
    first, second = Element("g", {"id": "a"}), Element("path", {"id": "a"})
    root.extend([first, second])
    parts = Parts(root, refusals)
    assert "#a" in parts
    assert "a" not in parts
    assert parts.found(root, "#a") is first


@pytest.mark.parametrize(
    ("reference", "said"),
    [("#b", "not in it “#b”"), ("", "not in it"), ("http://example.org/x.svg#a", "from outside the file")],
)
def test_missing_parts_are_noted(reference: str, said: str) -> None:
    refusals = Refusals()
    assert Parts(Element("svg"), refusals).found(Element("use"), reference) is None
    with pytest.raises(AssetError, match=said):
        refusals.check()

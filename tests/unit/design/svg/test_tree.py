"""SVG files as trees: what is read of them, and what is refused before anything is drawn."""

from collections.abc import Callable

import pytest

from factsheet import limits
from factsheet.design.svg.refusals import LINE
from factsheet.design.svg.tree import name, parsed, referred, target
from factsheet.findings import AssetError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="urn:of-others">'


def refused(data: bytes | str) -> str:
    with pytest.raises(AssetError) as caught:
        parsed(data.encode() if isinstance(data, str) else data)
    (finding,) = caught.value.findings
    assert finding.rule == "drawing"
    assert finding.hint
    return finding.message


def test_elements_know_their_lines_and_names() -> None:
    root = parsed(f'{SVG}\n<g>\n<i:thing/><use xlink:href=" #a "/><use href="#b"/></g></svg>'.encode())
    (group,) = root
    assert (name(root), name(group), group.get(LINE)) == ("svg", "g", "2")
    assert [name(child) for child in group] == ["", "use", "use"]
    assert [target(child) for child in group] == ["", "#a", "#b"]


def test_elements_without_a_namespace_are_taken_for_svg() -> None:
    assert name(parsed(b"<svg><g/></svg>")[0]) == "g"


def test_a_document_type_alone_is_harmless() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert name(parsed(f"{doctype}{SVG}</svg>".encode())) == "svg"


ENTITIES = [
    '<!DOCTYPE svg [<!ENTITY a "a"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
    '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"/>',
    '<!DOCTYPE svg [<!ENTITY leak SYSTEM "file:///etc/passwd">]><svg>&leak;</svg>',
    '<!DOCTYPE svg [<!ENTITY % more SYSTEM "http://example.org/x.dtd"> %more;]><svg/>',
    '<!DOCTYPE svg SYSTEM "http://example.org/x.dtd"><svg>&unknown;</svg>',
]


@pytest.mark.parametrize("text", ENTITIES)
def test_entities_are_refused(text: str) -> None:
    assert "entities" in refused(text)


def test_style_sheets_outside_are_refused() -> None:
    assert "style sheet" in refused('<?xml-stylesheet href="http://example.org/a.css"?><svg/>')


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read as SVG"),
        (b"<svg><g></svg>", "mismatched tag (line 1)"),
        (b"<html/>", "starts with <html>"),
        (b'<x xmlns="urn:x"/>', "starts with <something else>"),
        (b"\x1f\x8b\x08\x00", "SVGZ"),
        (b"\x89PNG\r\n\x1a\n", "cannot be read as SVG"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "cannot be read as SVG"),
    ],
)
def test_what_is_no_svg_is_refused(data: bytes, said: str) -> None:
    assert said in refused(data)


def many(count: int) -> str:
    return f"<svg>{'<g/>' * count}</svg>"


def deep(count: int) -> str:
    return f"{'<svg>' * count}{'</svg>' * count}"


@pytest.mark.parametrize(("make", "most"), [(many, limits.DRAWING_ELEMENTS - 1), (deep, limits.DRAWING_NESTING)])
def test_size_and_depth_are_bounded(make: Callable[[int], str], most: int) -> None:
    assert name(parsed(make(most).encode())) == "svg"
    assert f"{most + 1 if make is many else most:,}" in refused(make(most + 1))


def test_large_files_are_not_read() -> None:
    assert "2,000,000" in refused(b" " * (limits.DRAWING_BYTES + 1))


def test_references_in_values() -> None:
    assert referred("url(#a)") == ("#a", "")
    assert referred("url( '#a' ) none") == ("#a", "none")
    assert referred("#a") == ("", "")

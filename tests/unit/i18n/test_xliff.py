"""XLIFF: nothing is lost on the way, markup is protected, and what is broken is refused with its line."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factsheet.findings import CatalogueError, Where
from factsheet.i18n.exchange import Unit
from factsheet.i18n.xliff import NAMESPACE, read, written

RICH = "A **b *c*** [d](http://e.org/?a=1&b=2)[^1] \\*"
UNITS = [
    Unit("title", "One <&> \"two\"", " Нэг\r\n\t«2» ", "translated", "", "ask", True, "room: 20"),
    Unit("main[0].text", RICH, "[d](x) **b** *c*[^1]", "fuzzy", "A", None, rich=True),
    Unit("main[0].note", "Three", "", "missing", "", "unreviewed\nunsure"),
]  # fmt: skip

TEXTS = st.text(
    st.one_of(
        st.sampled_from("*[]()^1\\ \n\r\tab<&_x"), st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    )
)


def back(units: list[Unit], folder: Path) -> list[Unit]:
    path = folder / "a.mn.xlf"
    path.write_bytes(written(units, "a.yaml", "en", "mn"))
    return read(path, "mn", "a.yaml")


def said(units: list[Unit]) -> list[Unit]:
    """``units`` without what is only sent, and the places of what came back."""
    return [replace(unit, approved=False, room="", rich=False, where=Where("")) for unit in units]


def test_what_is_sent_comes_back(tmp_path: Path) -> None:
    assert said(back(UNITS, tmp_path)) == said(UNITS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_text_comes_back(tmp_path: Path, source: str, target: str) -> None:
    unit = Unit("title", source, target, "translated" if target else "missing", rich=True)
    assert said(back([unit], tmp_path)) == said([unit])


def test_markup_is_protected_and_paired() -> None:
    root = ET.fromstring(written(UNITS, "a.yaml", "en", "mn"))
    source = root.findall(f".//{{{NAMESPACE}}}trans-unit/{{{NAMESPACE}}}source")[1]
    inline = [(re.sub(r"\{.*\}", "", one.tag), one.get("id"), one.text) for one in source]
    assert inline == [
        ("bpt", "1", "**"),
        ("bpt", "2", "*"),
        ("ept", "1", "**"),
        ("ept", "2", "*"),
        ("bpt", "3", "["),
        ("ept", "3", "](http://e.org/?a=1&b=2)"),
        ("ph", "4", "[^1]"),
    ]
    assert "".join(source.itertext()) == UNITS[1].source


def test_where_no_markup_is_understood_none_is_protected() -> None:
    assert b"<bpt" not in written([Unit("title", "**a**")], "a.yaml", "en", "mn")


def test_states_tell_how_far_a_text_is() -> None:
    text = written(UNITS, "a.yaml", "en", "mn").decode()
    assert re.findall(r'approved="(\w+)"', text) == ["yes", "no", "no"]
    assert re.findall(r'<target state="([\w-]+)"', text) == [
        "translated", "needs-review-translation", "needs-translation",
    ]  # fmt: skip


def xliff(unit: str, file: str = 'original="a.yaml" source-language="en" target-language="mn"') -> str:
    inner = f'<file {file} datatype="plaintext"><body>\n{unit}\n</body></file>'
    return f'<xliff version="1.2" xmlns="{NAMESPACE}">\n{inner}</xliff>'


def reads(folder: Path, text: str | bytes) -> list[Unit]:
    path = folder / "b.xlf"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, "mn", "a.yaml")


@pytest.mark.parametrize(
    ("unit", "state", "target", "approved"),
    [
        ("<target>b</target>", "translated", "b", False),
        ('<target state="needs-translation">b</target>', "fuzzy", "b", False),
        ('<target state="new">a</target>', "missing", "", False),
        ('<target state="needs-l10n">b</target>', "fuzzy", "b", False),
        ('<target state="final">b</target>', "translated", "b", True),
        ("<target/>", "missing", "", False),
        ("", "missing", "", False),
        ('<target><mrk mtype="seg">b </mrk><mrk mtype="seg">c</mrk></target>', "translated", "b c", False),
    ],
)  # fmt: skip
def test_states_of_other_programs_are_understood(
    tmp_path: Path, unit: str, state: str, target: str, approved: bool
) -> None:
    (found,) = reads(tmp_path, xliff(f'<group><trans-unit id="title"><source>a</source>{unit}</trans-unit></group>'))
    assert (found.path, found.state, found.target, found.approved) == ("title", state, target, approved)
    assert (found.comment, found.where.line) == (None, 3)


def test_what_is_approved_need_not_be_looked_at_again(tmp_path: Path) -> None:
    target = '<source>a</source><target state="needs-translation">b</target>'
    (found,) = reads(tmp_path, xliff(f'<trans-unit id="title" approved="yes">{target}</trans-unit>'))
    assert (found.state, found.approved) == ("translated", False)


def test_an_emptied_element_says_what_it_says_in_the_source(tmp_path: Path) -> None:
    source = '<source><bpt id="1">**</bpt>a<ept id="1">**</ept><ph id="2">[^1]</ph></source>'
    (found,) = reads(
        tmp_path,
        xliff(f'<trans-unit id="t">{source}<target><bx id="1"/>b<ept id="1"/><x id="2"/></target></trans-unit>'),
    )
    assert found.target == "**b**[^1]"


BOMB = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "not XML", 1),
        ("no XML", "not XML", 1),
        (b"PK\x03\x04\x00", "not XML", 1),
        ('<?xml version="1.0" encoding="klingon"?><xliff/>', "not XML", 1),
        ("<xliff>\n<file>\n</xliff>", "not XML: mismatched tag", 3),
        (BOMB + xliff("&b;"), "document type", 2),
        ('<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff/>', "document type", 1),
        ("\n<html/>", "no XLIFF file", 2),
        ('<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "XLIFF 2.0, not XLIFF 1.2", 1),
        (f'<xliff version="1.2" xmlns="{NAMESPACE}"/>', "no <file>", 1),
        (xliff("", 'original="a.yaml" target-language="fr"'), "into fr, not into mn", 2),
        (xliff("", 'original="a.yaml"'), "into no language", 2),
        (xliff("", 'original="b.yaml" target-language="mn"'), "translates “b.yaml”, not a.yaml", 2),
        (xliff('<trans-unit id="title"/>'), "no <source>", 3),
    ],
)
def test_what_is_broken_is_refused_with_its_line(tmp_path: Path, text: str | bytes, message: str, line: int) -> None:
    with pytest.raises(CatalogueError, match=message) as caught:
        reads(tmp_path, text)
    assert caught.value.findings[0].where.line == line


def test_a_file_cut_anywhere_is_refused_and_none_is_a_bug(tmp_path: Path) -> None:
    data = written(UNITS, "a.yaml", "en", "mn")
    for end in range(0, len(data) - 2, 11):
        with pytest.raises(CatalogueError):
            reads(tmp_path, data[:end])


def test_deep_nesting_is_no_matter(tmp_path: Path) -> None:
    deep = 20_000
    unit = f'<trans-unit id="t"><source>a</source><target>{"<g>" * deep}b{"</g>" * deep}</target></trans-unit>'
    assert reads(tmp_path, xliff(unit))[0].target == "b"

"""Themes as files: found beside a spec, based on another, read with their mistakes in plain words."""

from pathlib import Path

import pytest

from factsheet.design import theme as shipped
from factsheet.findings import Finding
from factsheet.spec import themes


def check(folder: Path, text: str) -> tuple[bool, list[Finding]]:
    """Whether the theme in ``text`` can be used, and its findings."""
    path = folder / "own.theme.yaml"
    path.write_text(text, encoding="utf-8")
    theme, findings = themes.load(path)
    return theme is not None, findings


@pytest.mark.parametrize("name", shipped.names())
def test_themes_that_ship_have_no_findings(name: str) -> None:
    theme, findings = themes.load(shipped.FOLDER / f"{name}.yaml")
    assert theme is not None
    assert theme.name == name
    assert findings == []


def test_three_themes_ship() -> None:
    assert {"institutional", "editorial", "bold"} <= set(shipped.names())


def test_a_theme_beside_the_spec_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "bold.theme.yaml"
    assert themes.find("bold", tmp_path) == shipped.FOLDER / "bold.yaml"
    own.write_text("based_on: bold\n", encoding="utf-8")
    assert themes.find("bold", tmp_path) == own
    assert themes.find("strange", tmp_path) is None
    assert set(themes.names(tmp_path)) == set(shipped.names())


def test_what_is_not_said_comes_from_the_theme_below(tmp_path: Path) -> None:
    path = tmp_path / "own.theme.yaml"
    path.write_text('based_on: bold\nname: own\ninks: {sun: {cmyk: [0, 10, 90, 0], rgb: "#FFE02E"}}\n', "utf-8")
    theme, findings = themes.load(path)
    assert findings == []
    assert theme is not None
    below = shipped.load("bold")
    assert theme.name == "own"
    assert theme.palette["sun"].cmyk == (0, 0.1, 0.9, 0)
    assert theme.palette["pine"] == below.palette["pine"]
    assert (theme.fit, theme.styles, theme.masthead) == (below.fit, below.styles, below.masthead)


CASES = [
    ("- one\n", 1, "a theme starts with keys"),
    ("based_on: bald\n", 1, "no theme called “bald” ships with factsheet"),
    ("based_on: bold\ncolour: red\n", 2, "there is no key called “colour”"),
    ("based_on: bold\npage: {columns: two}\n", 2, "“two” is not a number"),
    ("based_on: bold\npage: {columns: 9}\n", 2, "9 is too large; the most is 4"),
    ("based_on: bold\nbleed_mm: -3\n", 2, "-3 is too small; the least is 0"),
    ("based_on: bold\nsidebar: {side: top}\n", 2, "“top” is not understood here"),
    ("based_on: bold\ninks:\n  sun: {cmyk: [0, 0, 0, 101], rgb: '#000000'}\n", 3, "these are not four shares of ink"),
    ("based_on: bold\ninks:\n  sun: {cmyk: [0, 0, 0], rgb: '#000000'}\n", 3, "these are not four shares of ink"),
    ("based_on: bold\ninks:\n  sun: {cmyk: [0, 0, 0, 100], rgb: black}\n", 3, "“black” is not a colour"),
    ("based_on: bold\ninks:\n  sun:\n    rgb: #000000\n", 4, "the colour is empty"),
    ("based_on: bold\ninks:\n  sun: {cmyk: [90, 90, 90, 90], rgb: '#000000'}\n", 3,
     "the ink “sun” has 360 % in all; paper takes 300 %"),
    ("based_on: bold\nlinks: ozean\n", 2, "there is no ink “ozean”"),
    ("based_on: bold\nroles: {series: [brick, deep, plum, gray, black]}\n", 2, "there is no ink “gray”"),
    ("based_on: bold\nstyles:\n  text: {family: sanz}\n", 3, "there is no family “sanz”"),
    ("based_on: bold\nfamilies:\n  sans: [a.ttf, b.ttf, c.ttf, d.ttf]\n", 3, "there is no font a.ttf"),
    ("based_on: bold\nstyles:\n  text: {ink: line}\n", 3,
     "text: line on white has a contrast of 1.7 : 1; text needs 4.5 : 1"),
    ("based_on: bold\nroles: {key: mint}\n", 2, "mint on white has a contrast of 1.5 : 1; what is drawn needs 3 : 1"),
    ("based_on: bold\nstyles:\n  caption: {size: 6}\n", 3, "caption is 6 pt; black text needs at least 6.5 pt"),
    ("based_on: bold\nstyles:\n  side: {size: 7}\n", 3, "side is 7 pt; white text needs at least 8 pt"),
    ("based_on: bold\npage: {columns: 3}\n", 2, "a column is 53 mm wide on A4; it needs at least 60 mm"),
    ("based_on: bold\nsidebar: {width_mm: 50}\n", 2, "the sidebar's text is 28 mm wide on A4; it needs at least 34 mm"),
    ("based_on: bold\nusual: 0\n", 2, "“usual” is not the number of a step of fit: whose scale is 1"),
    ("based_on: bold\nfit: [{scale: 1, leading: 13}, {scale: 1.1, leading: 14}]\nusual: 0\n", 2,
     "this step is roomier than the one before it"),
    ("based_on: bold\nfit: [{scale: 1, leading: 10}]\nusual: 0\n", 2,
     "lines 10 pt apart are too close for type of 9.6 pt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    usable, findings = check(tmp_path, text)
    assert not usable
    assert (line, message) in [(f.where.line, f.message) for f in findings]
    assert all(f.severity == "error" for f in findings)


def test_a_theme_that_is_no_mapping_of_another_names_everything(tmp_path: Path) -> None:
    usable, findings = check(tmp_path, "name: own\n")
    assert not usable
    missing = {f.message for f in findings}
    assert {"“inks” is missing", "“styles” is missing", "“masthead” is missing", "“fit” is missing"} <= missing


def test_a_missing_style_is_named(tmp_path: Path) -> None:
    whole = (shipped.FOLDER / "bold.yaml").read_text(encoding="utf-8")
    line = next(line for line in whole.splitlines() if line.startswith("  callout-title:"))
    usable, findings = check(tmp_path, whole.replace(line + "\n", ""))
    assert not usable
    assert [f.message for f in findings] == ["the style “callout-title” is missing"]


def test_a_font_beside_the_theme_is_used(tmp_path: Path) -> None:
    from factsheet.design.fonts import folder

    (tmp_path / "Own.ttf").write_bytes((folder() / "noto-sans/NotoSans-Bold.ttf").read_bytes())
    (tmp_path / "Broken.ttf").write_text("this is no font", encoding="utf-8")
    path = tmp_path / "own.theme.yaml"
    path.write_text("based_on: bold\nfamilies:\n  heavy: [Own.ttf, Own.ttf, Own.ttf, Own.ttf]\n", encoding="utf-8")
    theme, findings = themes.load(path)
    assert findings == []
    assert theme is not None
    assert theme.families["heavy"][0] == str((tmp_path / "Own.ttf").resolve())
    usable, findings = check(
        tmp_path, "based_on: bold\nfamilies:\n  heavy: [Broken.ttf, Own.ttf, Own.ttf, ../../x.ttf]\n"
    )
    assert not usable
    assert [f.message for f in findings] == ["Broken.ttf is not a font", "there is no font ../../x.ttf"]

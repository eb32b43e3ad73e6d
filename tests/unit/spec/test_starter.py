"""The spec that ``factsheet new`` writes: it is right at once, and shows every kind of block."""

import pytest

from factsheet.blocks import registry
from factsheet.design import theme as themes
from factsheet.engine import Engine
from factsheet.i18n.language import language
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.spec.starter import starter
from factsheet.spec.texts import judge_texts
from factsheet.text.styles import Styles

MORE = {"timeline", "indicators", "chart", "table"}
"""The blocks that would fill a second page, were they no comments."""


def made(name: str) -> Factsheet:
    sheet, found = validate(parse(starter(name), f"{name}.yaml"))
    assert found == []
    assert sheet is not None
    return sheet


def test_nothing_is_wrong_with_it() -> None:
    sheet = made("a-new-project")
    theme = themes.load(sheet.theme)
    assert judge_texts(sheet, Styles(theme, "en", Engine(), theme.fit[theme.usual]), language("en")) == []


def test_every_block_but_the_subheading_is_shown() -> None:
    sheet = made("a")
    shown = {block.key for block in (*sheet.main, *sheet.sidebar)}
    commented = {"picture", "logos", "sdgs", "page", "columns", "location", "status", "beneficiaries"} | MORE
    assert shown == set(registry()) - {"subheading"} - commented
    assert all(f"\n  # - {key}:" in starter("a") for key in commented)


def test_blocks_in_comments_may_be_uncommented() -> None:
    lines = starter("a").split("\n")
    first, last = (
        lines.index("  # - timeline:"),
        next(n for n, line in enumerate(lines) if line.startswith("  # - logos:")),
    )
    lines[first:last] = [line.replace("  # ", "  ", 1) for line in lines[first:last]]
    sheet, found = validate(parse("\n".join(lines), "a.yaml"))
    assert found == []
    assert sheet is not None
    assert {block.key for block in sheet.main} >= MORE


def test_every_key_of_a_spec_is_shown() -> None:
    text = starter("a")
    silent = [key for key in Factsheet.model_fields if f"\n{key}:" not in text and f"\n# {key}:" not in text]
    assert silent == []


def test_what_stands_in_comments_may_be_uncommented() -> None:
    keys = ("label", "page_size", "pages", "date", "version", "author")
    text = starter("a")
    for key in keys:
        assert f"\n# {key}: " in text
        text = text.replace(f"\n# {key}: ", f"\n{key}: ")
    sheet, found = validate(parse(text, "a.yaml"))
    assert found == []
    assert sheet is not None
    assert (sheet.page_size, sheet.pages, str(sheet.date), sheet.version) == ("A4", 2, "2026-01-31", "1.0")


def test_editors_find_the_schema() -> None:
    assert starter("a").startswith("# yaml-language-server: $schema=factsheet.schema.json\n")


def test_it_has_no_tabs_no_trailing_blanks_and_an_end() -> None:
    lines = starter("a").split("\n")
    assert not any("\t" in line or line != line.rstrip() for line in lines)
    assert lines[-1] == ""
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("labour-migration", "Labour migration"),
        ("labour_migration 2", "Labour migration 2"),
        ("über uns", "Über uns"),
        ("өвөл", "Өвөл"),
        ("IOM-mongolia", "IOM mongolia"),
        ("O'Neill", "O'Neill"),
        ("2026", "2026"),
        ("no", "No"),
        ("a #b", "A #b"),
        ("{x}", "{x}"),
        ("{title}", "{title}"),
        ("50%s", "50%s"),
        ("a & b", "A & b"),
        ("@home", "@home"),
        ("[draft]", "[draft]"),
        ("---", "Factsheet"),
        ("_", "Factsheet"),
    ],
)
def test_the_title_is_the_name_in_words(name: str, title: str) -> None:
    assert made(name).title == title

"""The specimen: one of every block, current, and built without a complaint."""

import os
import shutil
from pathlib import Path

import pytest

from factsheet.blocks import registry
from factsheet.build import check
from factsheet.design import theme as themes
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.specimen import example, specimen

FILE = Path(__file__).parents[3] / "specs" / "specimen.yaml"


def test_the_file_beside_the_specs_is_current() -> None:
    if os.environ.get("FACTSHEET_GOLDEN") == "write":
        FILE.write_text(specimen(), encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == specimen()


def test_every_block_is_in_it() -> None:
    sheet, findings = validate(parse(specimen(), str(FILE)))
    assert findings == []
    assert sheet is not None
    assert {block.key for block in (*sheet.main, *sheet.sidebar)} == set(registry())


def test_every_example_is_in_it_as_it_stands() -> None:
    lines = {line.strip() for line in specimen().splitlines()}
    shown = [kind for kind in registry().values() if kind.key not in ("heading", "subheading")]
    assert shown
    for kind in shown:
        assert {line.strip() for line in example(kind).splitlines()} <= lines, kind.key


@pytest.mark.parametrize("name", themes.names())
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_it_builds_in_every_theme_and_on_both_papers(name: str, size: str, tmp_path: Path) -> None:
    for folder in ("pictures", "logos"):
        shutil.copytree(FILE.parent / folder, tmp_path / folder)
    path = tmp_path / "specimen.yaml"
    path.write_text(f"theme: {name}\npage_size: {size}\n{specimen()}", encoding="utf-8")
    outcome = check(path)
    assert outcome.pages == 4
    assert {finding.rule for finding in outcome.findings if finding.severity != "note"} == set()

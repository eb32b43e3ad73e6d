"""Strangers open what we send, and we read what they save: the Translate Toolkit, of Weblate, and a spreadsheet."""

import shutil
from pathlib import Path
from typing import Any

import polib
import pytest

from factsheet.engine import Engine
from factsheet.translate import exported, imported, translate
from tests.conformance.programs import lacking

pytestmark = pytest.mark.conformance

SPECS = Path(__file__).parents[2] / "specs"
SPEC = (
    "title: Clean water\ndate: 2014-02-28\nmain:\n  - heading: What was done\n"
    "  - text: A **road** was built[^a] for [all](http://example.org/?a=1&b=2)\n  - text: It is good\n"
    "notes:\n  a: Of stone\n"
)


def toolkit() -> Any:
    """Its reader of XLIFF."""
    try:
        from translate.storage import xliff
    except ImportError:
        lacking("translate-toolkit", "pip install --requirement requirements.txt")
    return xliff


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_a_translation_program_fills_our_xliff(sheet: Path) -> None:
    xliff = toolkit()
    merged, path = exported(sheet, "mn", "xliff", Engine())
    store = xliff.xlifffile.parsefile(str(path))
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", "mn")
    units = {unit.xmlelement.get("resname"): unit for unit in store.units if unit.istranslatable()}
    entries = {entry.msgctxt: entry for entry in polib.pofile(str(merged.path))}
    assert {name: unit.source for name, unit in units.items()} == {n: entry.msgid for n, entry in entries.items()}
    assert units["title"].getnotes("developer").startswith("now 11 characters")
    units["title"].target = "Цэвэр <ус> & агаар"
    units["main[1].text"].target = "**Зам** тавив[^a] [бүгд](http://example.org/?a=1&b=2)"
    units["main[2].text"].target = "Сайн"
    units["main[2].text"].markfuzzy(True)
    units["main[0].heading"].target = "Юу хийв"
    units["main[0].heading"].markfuzzy(False)
    store.savefile(str(path))
    back = imported(sheet, "mn", path, engine=Engine())
    assert (back.status.translated, back.status.fuzzy, back.status.missing) == (3, 1, 1)
    after = {entry.msgctxt: entry for entry in polib.pofile(str(back.path))}
    assert after["title"].msgstr == "Цэвэр <ус> & агаар"
    assert after["main[1].text"].msgstr == "**Зам** тавив[^a] [бүгд](http://example.org/?a=1&b=2)"
    assert after["main[2].text"].fuzzy


def test_the_sample_comes_back_from_a_translation_program_as_it_was(tmp_path: Path) -> None:
    xliff = toolkit()
    for path in SPECS.glob("mongolia-labour-migration.*"):
        shutil.copy(path, tmp_path)
    spec = tmp_path / "mongolia-labour-migration.yaml"
    translate(spec, "mn", Engine())
    merged, path = exported(spec, "mn", "xliff", Engine())
    before = merged.path.read_bytes()
    store = xliff.xlifffile.parsefile(str(path))
    store.savefile(str(path))
    assert not imported(spec, "mn", path, engine=Engine()).changed
    assert merged.path.read_bytes() == before


def test_a_stranger_edits_our_spreadsheet(sheet: Path) -> None:
    import openpyxl

    _, path = exported(sheet, "mn", "xlsx", Engine())
    book = openpyxl.load_workbook(path)
    table = book.active
    heads = [cell.value for cell in table[1]]
    table.cell(2, heads.index("translation") + 1).value = "Цэвэр ус"
    table.move_range(f"A1:F{table.max_row}", cols=2)
    book.save(path)
    back = imported(sheet, "mn", path, engine=Engine())
    assert (back.status.translated, back.status.missing) == (1, 4)


def test_who_types_with_a_translation_program_has_not_reviewed(sheet: Path) -> None:
    xliff = toolkit()
    merged, path = exported(sheet, "mn", "xliff", Engine())
    file = polib.pofile(str(merged.path))
    file[0].msgstr, file[0].tcomment = "Ус", "unreviewed"
    file.save()
    exported(sheet, "mn", "xliff", Engine())
    store = xliff.xlifffile.parsefile(str(path))
    next(unit for unit in store.units if unit.source == "Clean water").target = "Цэвэр ус"
    store.savefile(str(path))
    assert imported(sheet, "mn", path, engine=Engine()).status.unreviewed == 1

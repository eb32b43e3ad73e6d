"""PO files that went through GNU gettext's own tools come back with nothing lost."""

import shutil
from pathlib import Path

import polib
import pytest

from factsheet.engine import Engine
from factsheet.translate import translate
from tests.conformance.programs import outside

pytestmark = pytest.mark.conformance

SPECS = Path(__file__).parents[2] / "specs"
NAME = "mongolia-labour-migration"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The sample, of which a text was changed and another was deleted since it was translated."""
    for path in (SPECS / f"{NAME}.yaml", SPECS / f"{NAME}.mn.po"):
        shutil.copy(path, tmp_path)
    path = tmp_path / f"{NAME}.yaml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("opened a dialogue", "opened a debate")
    lines = [line for line in changed.splitlines(keepends=True) if "A half-day draft labour" not in line]
    assert changed != text
    assert len(lines) == len(text.splitlines()) - 1
    path.write_text("".join(lines), encoding="utf-8")
    assert translate(path, "mn", Engine()).changed
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("msgcat", "--width=60"),
        ("msgcat", "--no-wrap", "--sort-output"),
        ("msgattrib", "--no-wrap"),
        ("msgconv", "--to-code=UTF-8", "--width=120"),
    ],
    ids="-".join,
)
def test_their_tools_lose_nothing(sheet: Path, command: tuple[str, ...]) -> None:
    path = sheet.with_name(f"{NAME}.mn.po")
    ours = path.read_bytes()
    run = outside(*command, str(path), "--output-file", str(sheet.with_name("theirs.po")))
    assert run.returncode == 0, run.stderr
    shutil.move(sheet.with_name("theirs.po"), path)
    assert path.read_bytes() != ours, "they have wrapped it in their way"
    translate(sheet, "mn", Engine())
    before, after = polib.pofile(ours.decode()), polib.pofile(str(path))
    assert [str(entry) for entry in after if not entry.obsolete] == [str(e) for e in before if not e.obsolete]
    assert {str(entry) for entry in after} == {str(entry) for entry in before}
    assert after.metadata == before.metadata
    assert any(entry.fuzzy for entry in after)
    assert any(entry.obsolete for entry in after)


def test_they_find_nothing_wrong(sheet: Path) -> None:
    run = outside(
        "msgfmt",
        "--check-format",
        "--check-domain",
        "--output-file",
        "/dev/null",
        str(sheet.with_name(f"{NAME}.mn.po")),
    )
    assert run.returncode == 0, run.stderr

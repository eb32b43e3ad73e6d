"""The same bytes whatever the process, its order of work, its time zone, its locale or its hash seed."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.conformance.programs import ROOT, SPECS, factsheet

pytestmark = pytest.mark.conformance

NAMES = {"mongolia-labour-migration", "footnotes", "fr-sante", "mn-khodolmor", "links", "typed-as-is", "wide-tables"}
CHOSEN = [spec for spec in SPECS if spec.stem in NAMES]

PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}

OTHERS = {
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "any hash seed": {"PYTHONHASHSEED": "random"},
    "east of the date line": {"TZ": "Pacific/Kiritimati"},
    "west of it": {"TZ": "Etc/GMT+12"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
    "German numbers": {"LC_ALL": "", "LC_NUMERIC": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
}


def _made(out: Path, *specs: Path, **env: str) -> dict[str, str]:
    """A digest of each file that is made of ``specs``."""
    run = factsheet("build", *specs, "--out", out, env={**PLAIN, **env})
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(out.glob("*.pdf"))}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of all files, made in one process."""
    made = _made(tmp_path_factory.mktemp("reference"), *CHOSEN)
    assert len(CHOSEN) == len(NAMES)
    assert len(made) > len(NAMES), "most specs make two files each"
    return made


@pytest.mark.parametrize("name", OTHERS)
def test_surroundings_change_nothing(reference: dict[str, str], tmp_path: Path, name: str) -> None:
    assert _made(tmp_path, *CHOSEN, **OTHERS[name]) == reference


def test_order_changes_nothing(reference: dict[str, str], tmp_path: Path) -> None:
    assert _made(tmp_path, *reversed(CHOSEN)) == reference


def test_a_process_of_its_own_changes_nothing(reference: dict[str, str], tmp_path: Path) -> None:
    apart: dict[str, str] = {}
    for spec in CHOSEN:
        apart |= _made(tmp_path / spec.stem, spec)
    assert apart == reference


def test_place_and_repetition_change_nothing(reference: dict[str, str], tmp_path: Path) -> None:
    specs = tmp_path / "somewhere else"
    specs.mkdir()
    copies = [specs / spec.name for spec in CHOSEN]
    for spec, copy in zip(CHOSEN, copies, strict=True):
        copy.write_bytes(spec.read_bytes())
        for translation in spec.parent.glob(f"{spec.stem}.*.po"):
            (specs / translation.name).write_bytes(translation.read_bytes())
    out = tmp_path / "out"
    assert _made(out, *copies, *copies) == reference
    assert _made(out, *copies) == reference


def test_the_date_comes_from_the_spec_or_the_environment_never_from_the_clock(tmp_path: Path) -> None:
    dated = next(spec for spec in CHOSEN if spec.stem == "fr-sante")
    undated = ROOT / "specs/mongolia-labour-migration.yaml"
    plain = _made(tmp_path / "plain", dated, undated)
    later = _made(tmp_path / "later", dated, undated, SOURCE_DATE_EPOCH="1700000000")
    changed = {name.split(".")[0] for name in plain if plain[name] != later[name]}
    assert changed == {undated.stem}

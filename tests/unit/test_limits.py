"""The limits: each is enforced somewhere, said with its number, and wide enough for real specs."""

import ast
import inspect
import re
from pathlib import Path

import pytest

import factsheet
from factsheet import limits
from factsheet.findings import SpecError
from factsheet.source import Source, parse

ROOT = Path(__file__).parents[2]
NAMES = [name for name in vars(limits) if name.isupper()]
CODE = {path: path.read_text(encoding="utf-8") for path in Path(factsheet.__file__).parent.rglob("*.py")}
SPECS = sorted((ROOT / "specs").glob("*.yaml"))


def test_there_are_limits() -> None:
    assert {"SPEC_BYTES", "NESTING", "ALIASES", "ITEMS"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_limit_is_a_whole_number_with_a_sentence(name: str) -> None:
    assert isinstance(getattr(limits, name), int)
    assert getattr(limits, name) > 0
    body = ast.parse(inspect.getsource(limits)).body
    at = next(n for n, node in enumerate(body) if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name)
    assert isinstance(body[at + 1], ast.Expr), f"{name} needs a sentence below it"


@pytest.mark.parametrize("name", NAMES)
def test_each_limit_is_enforced(name: str) -> None:
    users = [path.name for path, code in CODE.items() if f"limits.{name}" in code]
    assert users


@pytest.mark.parametrize("name", NAMES)
def test_each_limit_is_said_with_its_number(name: str) -> None:
    told = [match for code in CODE.values() for match in re.findall(rf'f".*\{{limits\.{name}\b', code)]
    assert told


def test_no_other_file_has_limits_of_its_own() -> None:
    shadows = [str(path) for path, code in CODE.items() for name in NAMES if re.search(rf"^{name}\b", code, re.M)]
    assert set(shadows) == {str(Path(limits.__file__))} if NAMES else not shadows


def test_the_limits_are_ten_times_what_the_specs_here_need() -> None:
    assert SPECS
    for path in SPECS:
        source = parse(path.read_bytes(), path.name)
        assert path.stat().st_size * 10 < limits.SPEC_BYTES
        assert len(source.places) * 10 < limits.ITEMS
        assert max(map(len, source.places)) * 2 < limits.NESTING


def _refused(text: str) -> str:
    with pytest.raises(SpecError) as caught:
        parse(text, "s")
    (finding,) = caught.value.findings
    assert finding.rule == "limit"
    return finding.message


def test_each_limit_holds() -> None:
    assert isinstance(parse("[" * limits.NESTING + "]" * limits.NESTING, "s"), Source)
    assert "nested" in _refused("[" * (limits.NESTING + 1) + "]" * (limits.NESTING + 1))
    assert "values" in _refused("[" + "a," * limits.ITEMS + "]")
    assert "aliases" in _refused("a: &x b\nc: [" + "*x, " * (limits.ALIASES + 1) + "]\n")

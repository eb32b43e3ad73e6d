"""The schema for editors accepts what the program accepts, and says no to common slips."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from factsheet.spec.schema import schema
from factsheet.spec.starter import starter

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "specs", ROOT / "tests" / "data" / "specs")
SPECS = sorted(path for folder in FOLDERS for path in folder.glob("*.yaml") if "." not in path.stem)


class Editor(yaml.SafeLoader):
    """What an editor makes of YAML 1.2: a date stays a text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(text: str) -> list[str]:
    """What an editor would underline in ``text``."""
    data: Any = json.loads(json.dumps(yaml.load(text, Editor)))
    return [error.message for error in Draft202012Validator(schema()).iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["required"] == ["title"]


def test_the_file_beside_the_specs_is_current() -> None:
    kept = (ROOT / "specs" / "factsheet.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == schema(), "run: factsheet schema --out specs/factsheet.schema.json"


def test_there_are_specs_to_try() -> None:
    assert SPECS


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_good_spec_is_accepted(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


def test_the_starter_is_accepted() -> None:
    assert errors(starter("two-words")) == []


@pytest.mark.parametrize(
    "text",
    [
        "subtitle: no title",
        "title: T\nmian: []",
        "title: T\nmain:\n  - texte: x",
        "title: T\nmain:\n  - duration: {start: 2012}",
        "title: T\nmain:\n  - text: x\n    title: only in the sidebar",
        "title: T\nmain:\n  - figures: []",
        "title: T\nmain:\n  - bullets: just one text",
        "title: T\nsidebar:\n  - budget: {amount: 5, currency: dollars}",
        "title: T\nsidebar:\n  - budget: {amount: 5, currency: USD, form: x}",
        "title: T\nsidebar:\n  - duration: {start: August}",
        "title: T\npages: two",
        "title: T\npage_size: A5",
    ],
)
def test_a_slip_is_underlined(text: str) -> None:
    assert errors(text)


def test_every_key_has_a_sentence() -> None:
    made = schema()
    silent = []
    for name, model in {"Factsheet": made, **made["$defs"]}.items():
        for body in model.get("anyOf", [model]):
            silent += [f"{name}.{key}" for key, part in body.get("properties", {}).items() if "description" not in part]
    assert silent == []

"""The registry: the folder, imported piece by piece."""

import subprocess
import sys

import pytest

from factsheet.blocks import registry
from factsheet.blocks.base import Block


def test_every_kind_is_found_by_its_key() -> None:
    found = registry()
    assert len(found) > 25
    for key, kind in found.items():
        assert issubclass(kind, Block)
        assert kind.key == key
    assert list(found) == sorted(found)


def test_every_block_that_is_defined_is_in_it() -> None:
    everything = set(registry().values())
    shipped = {kind for kind in Block.__subclasses__() if kind.__module__.startswith("factsheet.")}
    assert shipped == everything


def test_what_is_not_there() -> None:
    assert "paragraph" not in registry()
    with pytest.raises(KeyError):
        registry()["paragraph"]


def test_only_what_a_spec_asks_for_is_imported() -> None:
    code = (
        "import sys; from factsheet.blocks import registry; found = registry(); found['text'];"
        "print('chart' in found, [n for n in sys.modules if n.startswith('factsheet.blocks.')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert said.startswith("True")
    assert "factsheet.blocks.paragraph" in said
    assert "factsheet.blocks.chart" not in said

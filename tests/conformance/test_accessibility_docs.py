"""What ``docs/accessibility.md`` says of the sample is what the sample says."""

import pytest

from tests.conformance.programs import ROOT, Built
from tests.conformance.speaking import spoken

pytestmark = pytest.mark.conformance

TEXT = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8")


def test_the_walk_is_what_the_sample_says(built: Built) -> None:
    walk = TEXT.partition("## How it sounds")[2].partition("\n## ")[0]
    told = "\n".join(line for line in walk.splitlines() if line.startswith("    "))
    said = spoken(built.file("mongolia-labour-migration", "screen").read_bytes())
    assert len(said) > 40
    assert told.split() == "\n".join(said).split()


def test_the_sample_is_small(built: Built) -> None:
    assert built.file("mongolia-labour-migration", "screen").stat().st_size < 40_000

"""What the README shows works as it stands there."""

import re
from pathlib import Path

import pytest

from factsheet.blocks import registry
from factsheet.build import check
from factsheet.spec.model import Factsheet

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.conformance


def blocks(language: str) -> list[str]:
    """The blocks of code in ``language``."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return [text for kind, text in found if kind == language]


def test_the_spec_in_the_readme_builds_without_a_complaint(tmp_path: Path) -> None:
    (text,) = blocks("yaml")
    path = tmp_path / "water.yaml"
    path.write_text(text, encoding="utf-8")
    outcome = check(path)
    assert outcome.pages == 1
    assert [finding.severity for finding in outcome.findings if finding.severity == "error"] == []


def test_every_key_and_every_block_is_explained() -> None:
    for key in [*Factsheet.model_fields, *registry()]:
        assert f"`{key}`" in README, key


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)|src=\"([^\"]+)\"", README)
    assert len(links) > 5
    for link in links:
        assert (ROOT / "".join(link)).exists(), link


def test_the_report_in_the_readme_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factsheet.findings import report

    shown = next(block for block in blocks("") if "did you mean" in block)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    path = Path("specs") / "water.yaml"
    lines = ["language: en", "title: Clean water", "main:", "  - hedding: What was done", "  - text: Forty wells.",
             "sidebar:", "  - duration: {start: 2014-02, end: 2012-08}"]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    assert report(check(path).findings) == shown.strip()

"""The judge of files on files of strangers: a report, never a crash, and true faults only."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.preflight.hits import Report
from factsheet.preflight.html import as_html
from factsheet.preflight.judge import judge_file
from factsheet.preflight.report import as_data, as_text
from tests.conformance.programs import outside
from tests.conformance.strangers import FAULTS, STRANGERS

pytestmark = pytest.mark.conformance

Judged = Callable[[str], tuple[bytes, Report]]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """A stranger's file and its report."""
    made: dict[str, tuple[bytes, Report]] = {}

    def one(name: str) -> tuple[bytes, Report]:
        if name not in made:
            data = STRANGERS[name](tmp_path_factory.mktemp(name))
            made[name] = data, judge_file(data, f"{name}.pdf", ("x4", "gwg"))
        return made[name]

    return one


def test_every_stranger_is_expected_to_have_faults() -> None:
    assert FAULTS.keys() == STRANGERS.keys()


@pytest.mark.parametrize("name", STRANGERS)
def test_it_is_refused_for_its_true_faults(name: str, judged: Judged) -> None:
    _, report = judged(name)
    assert not report.passed
    errors = {hit.rule for hit in report.hits if hit.level == "error"}
    assert errors == FAULTS[name] | {"R0001"}, [hit for hit in report.hits if hit.level == "error"]


@pytest.mark.parametrize("name", STRANGERS)
def test_it_can_be_told_in_every_form(name: str, judged: Judged) -> None:
    data, report = judged(name)
    assert "NOT TO BE PRINTED" in as_text(report)
    assert as_data(report)["passed"] is False
    assert "</html>" in as_html(report, data)


@pytest.mark.parametrize("name", STRANGERS)
def test_it_is_whole_to_others(name: str, judged: Judged, tmp_path: Path) -> None:
    """What the judge finds are faults of printing, not of damage: B-05 would be a mistake of ours."""
    path = tmp_path / "stranger.pdf"
    path.write_bytes(judged(name)[0])
    assert outside("qpdf", "--check", path).returncode == 0

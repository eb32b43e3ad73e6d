"""The judge with plates: what is measured is told, and what is not is told, too."""

import pytest

from factsheet.preflight import examine as module
from factsheet.preflight.examine import examine
from factsheet.preflight.hits import Hit, InkFacts
from factsheet.preflight.separations import SeparationError, Separations
from factsheet.units import Rect
from tests.conformance.broken.sheet import x4

DATA = x4().pdf()
PLATES = Separations((), 127.0, "a test", ("one thing is less certain",))
INK = InkFacts(320.0, 1, Rect(0, 0, 1, 1), 300.0, 1, Rect(0, 0, 1, 1), (), "a test", 300.0)


def test_what_is_not_measured_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def separated(_: bytes) -> Separations:
        raise SeparationError("Ghostscript is not here")

    monkeypatch.setattr(module, "separated", separated)
    report, plates = examine(DATA, "a.pdf")
    assert plates is None
    assert report.unmeasured == ("Ghostscript is not here",)
    assert "H-09" not in report.checked


@pytest.mark.parametrize(("standards", "rules"), [(None, ["H-09"]), (("x4",), [])])
def test_what_is_measured_is_told(
    monkeypatch: pytest.MonkeyPatch, standards: tuple[str, ...] | None, rules: list[str]
) -> None:
    monkeypatch.setattr(module, "separated", lambda _: PLATES)
    monkeypatch.setattr(module, "measure", lambda *_, **__: (INK, (Hit("H-09", "error", "too much", 1),)))
    report, plates = examine(DATA, "a.pdf", standards)  # type: ignore[arg-type]
    assert plates is PLATES
    assert [hit.rule for hit in report.hits] == rules
    assert report.inventory.ink is INK
    assert report.unmeasured == ("one thing is less certain",)
    assert ("H-09" in report.checked) == bool(rules)


def test_of_what_is_no_pdf_there_are_no_plates() -> None:
    report, plates = examine(b"no PDF", "a.pdf")
    assert plates is None
    assert not report.passed

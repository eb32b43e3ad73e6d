"""Files that would take for ever end in a report, which refuses them or says what was not looked at."""

import pytest

from factsheet import raster
from factsheet.preflight import contents, opened
from factsheet.preflight.html import as_html
from factsheet.preflight.judge import judge_file
from factsheet.preflight.report import as_text
from tests.conformance.hostile import MAKERS

TOLD = {
    "form_in_itself": "a form draws itself",
    "pattern_in_itself": "a pattern is painted with itself",
    "forms_doubling": "the file has more than 30,000 operators",
    "many_operators": "the file has more than 30,000 operators",
    "many_states": "q is nested more than 28 deep",
    "many_pages": "the file has more than 40 pages",
    "one_stream_a_thousand_times": "the contents of page 1 are larger than 100 MB",
}


@pytest.mark.parametrize("name", MAKERS)
def test_an_endless_file_ends_in_a_report(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOST_OPERATORS", 30_000)
    monkeypatch.setattr(opened, "MOST_PAGES", 40)
    monkeypatch.setattr(raster, "_SECONDS", 1.0)
    data = MAKERS[name]()
    report = judge_file(data, f"{name}.pdf")
    assert not report.passed
    assert any(TOLD[name] in hit.message for hit in report.hits), [hit.message for hit in report.hits]
    assert TOLD[name] in as_text(report)
    assert as_html(report, data).endswith("</html>\n")


@pytest.mark.parametrize("name", ["form_in_itself", "forms_doubling", "pattern_in_itself"])
def test_a_page_that_cannot_be_drawn_in_time_is_not_taken_for_drawn(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOST_OPERATORS", 30_000)
    monkeypatch.setattr(raster, "_SECONDS", 1.0)
    report = judge_file(MAKERS[name](), f"{name}.pdf")
    (told,) = report.unmeasured
    assert "on page 1 was asked of its objects alone: PDFium did not finish page 1 within 1 second" in told

"""The judge: what it asks without being told, several standards at once, and falls that let nothing pass."""

from collections.abc import Iterator

import pytest

from factsheet.preflight import judge as judging
from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.house import Limits
from factsheet.preflight.judge import judge_file
from factsheet.preflight.opened import Opened
from tests.conformance.broken.sheet import x1a, x4
from tests.unit.preflight.made import page

X4, X1A = x4().pdf(), x1a().pdf()


@pytest.mark.parametrize(
    ("data", "standards", "claims"), [(X4, ("x4", "gwg"), ("PDF/X-4",)), (X1A, ("x1a", "gwg"), ("PDF/X-1a:2003",))]
)
def test_a_file_is_judged_by_what_it_claims_and_by_gwg(
    data: bytes, standards: tuple[str, ...], claims: tuple[str, ...]
) -> None:
    report = judge_file(data, "a.pdf")
    assert (report.standards, report.claims, report.hits) == (standards, claims, ())
    assert report.passed
    assert len(report.checked) > 70
    assert report.size == len(data)


def test_a_file_that_claims_nothing_is_judged_by_what_gwg_asks_for() -> None:
    sheet = page()
    del sheet.xmp["pdfxid:GTS_PDFXVersion"]
    report = judge_file(sheet.pdf(), "a.pdf")
    assert (report.standards, report.claims) == (("x4", "gwg"), ())
    assert {hit.rule for hit in report.hits} == {"X-12", "R0001", "R0005"}
    assert {"B-10", "X-40", "R0031", "H-01"} <= set(report.checked)


def test_both_standards_at_once() -> None:
    report = judge_file(X4, "a.pdf", ("x4", "x1a"))
    assert {"X-01", "X-10", "X-50"} <= {hit.rule for hit in report.hits}
    assert "X-12" not in {hit.rule for hit in report.hits}
    assert not [rule for rule in report.checked if rule.startswith(("R", "H"))]


def test_only_what_is_asked_for_is_told() -> None:
    sheet = page(b"1 0 0 rg 50 50 5 5 re f")
    assert {hit.rule for hit in judge_file(sheet.pdf(), "a", ("x4",)).hits} == {"X-40"}
    assert {hit.rule for hit in judge_file(sheet.pdf(), "a", ("gwg",)).hits} == {"R0027"}


def test_limits_of_a_printing_office() -> None:
    assert {hit.rule for hit in judge_file(X4, "a", limits=Limits(bleed_mm=5)).hits} == {"H-01"}


def test_what_cannot_be_read_is_refused() -> None:
    report = judge_file(b"no PDF", "a.pdf", ("x4",))
    assert [(hit.rule, hit.level, hit.message) for hit in report.hits] == [("B-05", "error", "this is not a PDF")]
    assert not report.passed
    assert report.unmeasured


def test_a_rule_that_falls_lets_nothing_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(_: Opened, __: Context) -> Iterator[Hit]:
        raise KeyError("x")

    monkeypatch.setattr(judging, "_JUDGES", ((("X-30",), falls),))
    report = judge_file(X4, "a.pdf")
    assert ("X-30", "error") in {(hit.rule, hit.level) for hit in report.hits}
    assert "could not be judged" in next(hit.message for hit in report.hits if hit.rule == "X-30")


def test_contents_that_cannot_be_read_let_nothing_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(_: Opened) -> None:
        raise RecursionError

    monkeypatch.setattr(judging, "read_content", falls)
    assert "B-09" in {hit.rule for hit in judge_file(X4, "a.pdf").hits}


def test_what_is_in_a_file() -> None:
    found = judge_file(X4, "a.pdf").inventory
    assert (found.version, found.title, found.producer) == ("1.6", "Clean water", "Press 1")
    assert [(font.name, font.kind, font.embedded, font.subset) for font in found.fonts] == [
        ("NotoSans-Regular", "Type0", True, True)
    ]
    assert found.plates == ("Cyan", "Magenta", "Yellow", "Black")
    assert found.spaces == ("DeviceCMYK",)
    assert [image.pixels for image in found.images] == [(300, 300)]
    assert found.intent is not None
    assert (found.intent.identifier, found.intent.space) == ("FOGRA39", "CMYK")
    assert found.pages[0].transparent
    assert found.layers == ()
    assert found.ink is None

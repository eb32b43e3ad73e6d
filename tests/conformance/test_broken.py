"""The judge of files refuses what is broken, for the right reason, and has nothing to say against what is not."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from factsheet.preflight.examine import examine
from factsheet.preflight.hits import Report
from factsheet.preflight.judge import judge_file
from factsheet.preflight.report import as_data
from factsheet.preflight.rules import RULES
from factsheet.preflight.spec_rules import RULES as OF_THE_SPEC
from tests.conformance.broken import broken
from tests.conformance.broken.sheet import x1a, x4
from tests.conformance.broken.sound import SOUND
from tests.conformance.broken.tagged_sheet import screen
from tests.conformance.broken.variant import Broken
from tests.conformance.programs import complaints, outside

pytestmark = pytest.mark.conformance

SUMMARY = {"R0001"}
"""What says no more than that a rule of PDF/X-4 is broken."""


@cache
def judged(variant: Broken) -> Report:
    """The report on a file, with the ink measured where that is needed."""
    if variant.measured:
        outside("gs", "--version")
        return examine(variant.data(), f"{variant.name}.pdf", variant.standards)[0]
    return judge_file(variant.data(), f"{variant.name}.pdf", variant.standards)


def test_there_are_many_and_each_has_its_name() -> None:
    assert len(broken()) > 150
    assert len(SOUND) > 20
    names = Counter(variant.name for variant in (*broken(), *SOUND))
    assert {name for name, count in names.items() if count > 1} == set()
    assert {variant.base for variant in broken()} == {"x4", "x1a", "ua1", "a2a"}


@pytest.mark.parametrize("variant", broken(), ids=lambda variant: f"{variant.rule}-{variant.name}")
def test_it_is_refused_for_the_right_reason(variant: Broken) -> None:
    report = judged(variant)
    found = {hit.level for hit in report.hits if hit.rule == variant.rule}
    assert variant.level in found, sorted((hit.rule, hit.message) for hit in report.hits)
    errors = {hit.rule for hit in report.hits if hit.level == "error"} - SUMMARY
    expected = {variant.rule} if variant.level == "error" else set()
    assert errors - expected <= variant.also, [hit for hit in report.hits if hit.level == "error"]
    assert report.passed == (not errors)


@pytest.mark.parametrize("variant", SOUND, ids=lambda variant: variant.name)
def test_it_passes_without_a_word(variant: Broken) -> None:
    report = judged(variant)
    assert report.hits == ()
    assert report.checked


@pytest.mark.parametrize("variant", broken(), ids=lambda variant: f"{variant.rule}-{variant.name}")
def test_a_hit_says_where_and_what(variant: Broken) -> None:
    for hit in judged(variant).hits:
        assert hit.message
        assert "Traceback" not in hit.message
        assert hit.page >= 0


@pytest.mark.parametrize(
    ("asked", "data"), [("x4 gwg", x4().pdf()), ("x1a gwg", x1a().pdf()), ("ua1 a2a", screen().pdf())]
)
def test_the_correct_files_are_judged_by_what_they_claim(asked: str, data: bytes) -> None:
    report = judge_file(data, "correct.pdf")
    assert report.hits == ()
    assert set(report.standards) == set(asked.split())


@pytest.mark.parametrize(("name", "data"), [("x4", x4().pdf()), ("x1a", x1a().pdf()), ("screen", screen().pdf())])
def test_the_correct_files_are_correct_to_others(
    name: str, data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("correct") / f"{name}.pdf"
    path.write_bytes(data)
    check = outside("qpdf", "--check", path)
    assert check.returncode == 0
    assert not complaints(check)
    assert b"WARNING" not in check.stdout
    drawn = outside("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", path)
    assert drawn.returncode == 0
    assert not complaints(drawn)
    fonts = outside("pdffonts", path).stdout.decode().splitlines()[2:]
    assert len(fonts) == 1
    assert fonts[0].split()[-5:-2] == ["yes", "yes", "yes"]


def test_every_rule_is_broken_by_a_file() -> None:
    assert {variant.rule for variant in broken()} == RULES.keys() - SUMMARY - set(OF_THE_SPEC)


@pytest.mark.parametrize("options", [("--linearize",), ("--object-streams=generate",), ("--qdf",)], ids=" ".join)
def test_the_correct_file_rewritten_by_qpdf_is_correct(
    options: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("rewritten")
    (folder / "x4.pdf").write_bytes(x4().pdf())
    run = outside("qpdf", *options, folder / "x4.pdf", folder / "rewritten.pdf")
    assert run.returncode == 0, run.stderr
    report = judge_file((folder / "rewritten.pdf").read_bytes(), "rewritten.pdf")
    assert report.hits == ()
    assert set(report.standards) == {"x4", "gwg"}


def damaged(data: bytes) -> Iterator[bytes]:
    """The file cut short, holed, and with wrong bytes here and there."""
    rolls = Random(4)
    for tenth in range(10):
        yield data[: len(data) * tenth // 10]
        at = len(data) * tenth // 10
        yield data[:at] + bytes(2000) + data[at + 2000 :]
    for _ in range(60):
        spoilt = bytearray(data)
        for _ in range(12):
            spoilt[rolls.randrange(len(spoilt))] = rolls.randrange(256)
        yield bytes(spoilt)
    for word in (
        b"/Kids",
        b"/MediaBox",
        b"/W [",
        b"/Length",
        b"/Type0",
        b"/FontFile2",
        b"/N 4",
        b"endobj",
        b" re f",
        b"/Root",
    ):
        assert word in data
        yield data.replace(word, word[::-1])
        yield data.replace(word, b" " * len(word))


def test_a_damaged_file_ends_with_a_report() -> None:
    sheet = x4()
    sheet["content"]["Filter"] = []
    for spoilt in damaged(sheet.pdf()):
        report = judge_file(spoilt, "damaged.pdf", ("x4", "gwg"))
        assert all(hit.message for hit in report.hits)
        assert report.checked
        json.dumps(as_data(report))


@pytest.mark.parametrize(
    "options", [("", "owner", "256"), ("user", "owner", "256"), ("user", "owner", "128", "--use-aes=y")]
)
def test_a_file_that_is_encrypted_is_refused_for_that(
    options: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("encrypted")
    (folder / "x4.pdf").write_bytes(x4().pdf())
    outside("qpdf", "--encrypt", *options, "--", folder / "x4.pdf", folder / "locked.pdf")
    report = judge_file((folder / "locked.pdf").read_bytes(), "locked.pdf")
    (hit,) = report.hits
    assert (hit.rule, hit.level) == ("B-03", "error")
    assert "encrypted" in hit.message
    assert hit.hint == "save it without encryption or password"

"""What ``docs/preflight.md`` says of the rules, of strangers and of the command is so."""

import re

import pytest

from factsheet.preflight.hits import STANDARDS
from factsheet.preflight.judge import judge_file
from factsheet.preflight.report import as_text
from factsheet.preflight.rules import RULES
from factsheet.preflight.spec_rules import RULES as OF_THE_SPEC
from tests.conformance.broken import broken
from tests.conformance.broken.sheet import x4
from tests.conformance.programs import ROOT, factsheet
from tests.conformance.strangers import FAULTS

pytestmark = pytest.mark.conformance

TEXT = (ROOT / "docs/preflight.md").read_text(encoding="utf-8")
IDS = r"(?:[BXHS]-\d\d|R\d{4}|\d\d-\d{3}|UA-[\w.-]+|6(?:\.\d+)+-\d+)"


def rows() -> dict[str, str]:
    """What is said of each rule."""
    found = re.findall(rf"^\| ({IDS}(?:, {IDS})*) \| (.*) \|$", TEXT, re.MULTILINE)
    return {rule: said for rules, said in found for rule in rules.split(", ")}


def test_every_rule_is_explained_and_no_other() -> None:
    assert sorted(rows()) == sorted(RULES)


@pytest.mark.parametrize("rule", sorted(RULES.keys() - {"R0001", *OF_THE_SPEC}))
def test_a_rule_is_called_a_warning_where_it_is_one(rule: str) -> None:
    levels = {variant.level for variant in broken() if variant.rule == rule}
    assert levels
    assert ("(warning)" in rows()[rule]) == (levels == {"warning"})


def test_the_rules_of_the_spec_are_explained() -> None:
    assert set(OF_THE_SPEC) <= rows().keys()


def test_the_faults_of_strangers_are_those_that_are_found() -> None:
    table = TEXT.partition("## Files of others")[2]
    found = re.findall(rf"^\| .* \| .* \| ({IDS}(?:, {IDS})*) \|$", table, re.MULTILINE)
    assert [set(rules.split(", ")) for rules in found] == list(FAULTS.values())
    explained = set(re.findall(IDS, " ".join(re.findall(r"^\* \*\*(.*?)\*\*", table, re.MULTILINE))))
    assert explained == set().union(*FAULTS.values())


def test_the_options_are_those_of_the_command() -> None:
    said = factsheet("preflight", "--help").stdout
    options = set(re.findall(r"^\| `(--[a-z]+)", TEXT, re.MULTILINE))
    assert options == {"--profile", "--spec", "--format", "--out"}
    assert all(option in said for option in options)
    assert all(f"`--profile {name}`" in TEXT for name in STANDARDS)


def test_the_verdicts_are_those_of_the_report() -> None:
    sheet = x4()
    sound = as_text(judge_file(sheet.pdf(), "sound.pdf"))
    sheet["page"]["Rotate"] = 90
    warned = as_text(judge_file(sheet.pdf(), "warned.pdf"))
    del sheet["page"]["TrimBox"]
    refused = as_text(judge_file(sheet.pdf(), "refused.pdf"))
    for report in (sound, warned, refused):
        assert f"| {report.partition(':')[0]} |" in TEXT

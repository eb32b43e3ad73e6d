"""What a model refuses: the words, the place and the cure of each finding; and what an unknown key was meant to be."""

from typing import Any

import pytest
from pydantic import Field

from factsheet.blocks.base import Model, fault
from factsheet.findings import Finding
from factsheet.i18n.text import Text
from factsheet.source import Source, parse
from factsheet.spec.faults import unknown, validated


class Part(Model):
    """A part of the model of these tests."""

    text: Text
    more: Text | None = None


class Whole(Model):
    """A model with each kind of field that a spec has."""

    title: Text
    part: Part | None = None
    parts: list[Part] = Field(default=[], min_length=1, max_length=2)
    rows: list[list[Text]] = Field(default=[])

    def model_post_init(self, context: Any) -> None:
        """Refuse a title of ours."""
        if self.title == "refused":
            raise fault("nesting", "this title is refused", "write another one", "title")


def read(text: str) -> tuple[Source, dict[str, Any]]:
    source = parse(text, "a.yaml")
    assert isinstance(source.data, dict)
    return source, source.data


def found(text: str) -> list[Finding]:
    source, data = read(text)
    findings: list[Finding] = []
    assert validated(Whole, data, (), source, findings) is None
    assert findings
    return findings


def test_what_is_right_is_a_model_and_says_nothing() -> None:
    source, data = read("title: A\nparts:\n  - text: B\n")
    findings: list[Finding] = []
    made = validated(Whole, data, (), source, findings)
    assert made is not None
    assert (made.title, made.parts[0].text, findings) == ("A", "B", [])


@pytest.mark.parametrize(
    ("text", "place", "rule", "message", "hint"),
    [
        ("title: A\npart: {text: B, mroe: C}\n", (2, 17), "unknown-key", "called “mroe”", "mean “more”"),
        ("title: A\npart: {more: C}\n", (2, 1), "missing", "“text” is missing", "add text: …"),
        ("title: A\npart:\n  text:\n", (3, 3), "empty", "“text” is empty", ""),
        ("title: A\npart: words\n", (2, 7), "wrong-type", "“part” needs keys of its own", "text: …, more: …"),
        ("title: A\nparts:\n  - words\n", (3, 5), "wrong-type", "an item of “parts” needs keys", "text: …"),
        ("title: A\nparts: words\n", (2, 8), "wrong-type", "“parts” is a list", "after a dash"),
        ("title: A\nparts: []\n", (2, 8), "too-few", "“parts” has no items", "after a dash"),
        ("title: A\nparts: [{text: a}, {text: b}, {text: c}]\n", (2, 8), "too-many", "has 3 items; at most 2", "two"),
        ("title: A\nrows:\n  - words\n", (3, 5), "wrong-type", "each of “rows” is a list", "[first, second"),
        ("title: A\nrows:\n  - [a, '']\n", (3, 9), "empty", "this cell is empty", "“–”"),
        ("title: A\npart: {text: [a]}\n", (2, 14), "wrong-type", "a text is expected here", "quotation marks"),
    ],
)
def test_each_fault_has_its_place_its_words_and_its_cure(
    text: str, place: tuple[int, int], rule: str, message: str, hint: str
) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.severity) == (rule, "error")
    assert (finding.where.line, finding.where.column) == place
    assert message in finding.message
    assert hint in finding.hint


def test_a_rule_of_ours_is_told_in_its_own_words_at_its_key() -> None:
    (finding,) = found("part: {text: B}\ntitle: refused\n")
    assert (finding.rule, finding.message, finding.hint) == ("nesting", "this title is refused", "write another one")
    assert (finding.where.line, finding.where.column) == (2, 1)


def test_a_colon_in_an_item_is_one_fault_however_many_keys_it_breaks() -> None:
    (finding,) = found("title: A\nparts:\n  - Note: this\n")
    assert "a colon and a space make a key" in finding.message
    assert "quotation marks" in finding.hint
    assert finding.where.line == 3


def test_every_fault_is_told() -> None:
    findings = found("part: {mroe: C}\nparts: words\n")
    assert sorted(finding.rule for finding in findings) == ["missing", "missing", "unknown-key", "wrong-type"]


def test_faults_of_a_part_stand_at_the_place_of_the_part() -> None:
    source, data = read("main:\n  - part:\n      title: A\n      parts: words\n")
    findings: list[Finding] = []
    assert validated(Whole, data["main"][0]["part"], ("main", 0, "part"), source, findings) is None
    assert [(finding.where.line, finding.where.column) for finding in findings] == [(4, 14)]


# -- what an unknown key was meant to be


def meant(key: str, allowed: tuple[str, ...] = ("text", "figures", "duration", "subheading")) -> str:
    source, _ = read(f"'{key}': A\n")
    finding = unknown(key, allowed, "block", (key,), source)
    assert finding.message == f"there is no block called “{key}”"
    assert (finding.where.line, finding.where.column) == (1, 1)
    return finding.hint


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("txt", "did you mean “text”?"),
        ("Text", "did you mean “text”?"),
        ("paragraph", "did you mean “text”?"),
        ("KPI", "did you mean “figures”?"),
        ("period", "did you mean “duration”?"),
        ("text:words", "put a space after the colon: text: words"),
        ("qqqq", "what may stand here: text, figures, duration, subheading"),
    ],
)
def test_what_was_probably_meant_is_offered(key: str, hint: str) -> None:
    assert meant(key) == hint


def test_a_word_of_the_same_meaning_is_offered_only_where_it_may_stand() -> None:
    assert meant("kpi", ("text",)) == "what may stand here: text"


def test_a_hint_is_given_by_whoever_knows_better_unless_a_key_is_near() -> None:
    source, _ = read("qqqq: A\n")
    assert unknown("qqqq", ("text",), "key", ("qqqq",), source, "write it elsewhere").hint == "write it elsewhere"
    assert unknown("txet", ("text",), "key", ("qqqq",), source, "write it elsewhere").hint == "did you mean “text”?"


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert [finding.rule for finding in found("titel: A\n")] == ["unknown-key"]
    assert [finding.rule for finding in found("titel: A\npart: {more: B}\n")] == ["missing", "unknown-key"]
    assert [finding.rule for finding in found("qqqq: A\n")] == ["missing", "unknown-key"]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("{text: 100,000}", "write text: 100000"),
        ("{text: 1,000,001}", "write text: 1000001"),
        ("{text: 2,5}", "write text: 2.5"),
        ("{text: B, and C}", "quotation marks"),
    ],
)
def test_a_comma_in_a_value_in_braces(text: str, cure: str) -> None:
    wrong = found(f"title: A\npart: {text}\n")
    assert {finding.rule for finding in wrong} == {"comma"}
    assert cure in wrong[0].hint


def test_a_key_without_a_value_that_no_comma_made_is_unknown() -> None:
    for text in ("{text: B, colour: }", "{text: B, 'colour': , more: C}", "\n  text: B\n  colour:"):
        assert [finding.rule for finding in found(f"title: A\npart: {text}\n")] == ["unknown-key"], text

"""Whatever is in a file, reading it gives findings: never a traceback, never a file half understood."""

from pathlib import Path
from random import Random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from factsheet.findings import FactsheetError, Finding, as_data, report
from factsheet.i18n.language import language
from factsheet.preflight.pages import judge_pages
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.spec.starter import starter
from factsheet.spec.texts import judge_texts, written
from tests.making import SPECS, document, styles
from tests.property.specs import spec

SAMPLE = (Path(__file__).parents[2] / "specs" / "mongolia-labour-migration.yaml").read_text("utf-8")
STARTER = starter("a-project")
TOKENS = (
    *("title:", "main:", "sidebar:", "- ", "- text: ", "text", "heading", ": ", ":", "\n", "\n  ", "\n    ", "|", ">"),
    *(
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!!str ",
        "!x",
        "#",
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "%YAML 1.2\n",
    ),
    *("\t", "\u00a0", "\ufeff", "\x00", "\x85", "\u2028", "1", "2012-08", "USD", "~", "null", "yes", "**", "[^1]"),
    *("[a](b)", "notes:", "bullets", "budget", "duration", "table", "columns", "rows", "\\", "“", "Ө", "中", "א", "😀"),
    *("\u200b", "\ud7ff", "\ufffe"),
)


def judged(content: bytes | str) -> tuple[Factsheet | None, list[Finding]]:
    """What is read, and all findings; those can be printed in both forms, and each says what, where and how bad."""
    try:
        sheet, findings = validate(parse(content, str(SPECS / "fuzz.yaml")))
        if sheet is not None:
            tongue = language(sheet.language)
            findings += judge_texts(sheet, styles(tongue.tag), tongue)
    except FactsheetError as problem:
        sheet, findings = None, list(problem.findings)
    for finding in findings:
        assert finding.rule
        assert finding.message
        assert finding.severity in ("error", "warning", "note")
        assert finding.where.file == str(SPECS / "fuzz.yaml")
        assert 0 <= finding.where.line <= max(len(finding.where.lines), 1)
    assert sheet is not None or any(finding.severity == "error" for finding in findings)
    assert report(findings).count(str(SPECS / "fuzz.yaml")) >= len(set(findings))
    assert len(as_data(findings)) == len(set(findings))
    event("a factsheet" if sheet is not None else "findings")
    return sheet, findings


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_bytes(content: bytes) -> None:
    judged(content)


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_text(content: str) -> None:
    judged(content)


@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
@settings(max_examples=400)
def test_pieces_of_yaml(content: str) -> None:
    judged(content)


@given(st.sampled_from(TOKENS).flatmap(lambda token: st.integers(1, 60).map(lambda n: token * n)))
@settings(max_examples=150)
def test_one_piece_many_times(content: str) -> None:
    judged(content)


def mutated(text: str, seed: int, changes: int) -> str:
    """``text`` with so many letters, lines or indents deleted, doubled, exchanged or put in."""
    random = Random(seed)
    for _ in range(changes):
        at = random.randrange(len(text) + 1)
        lines = text.split("\n")
        line = random.randrange(len(lines))
        match random.randrange(8):
            case 0:
                text = text[:at] + text[at + random.randint(1, 5) :]
            case 1:
                text = text[:at] + random.choice(TOKENS) + text[at:]
            case 2:
                lines.insert(line, lines[random.randrange(len(lines))])
                text = "\n".join(lines)
            case 3:
                del lines[line]
                text = "\n".join(lines)
            case 4:
                lines[line] = " " * random.randint(0, 8) + lines[line].lstrip()
                text = "\n".join(lines)
            case 5:
                other = random.randrange(len(lines))
                lines[line], lines[other] = lines[other], lines[line]
                text = "\n".join(lines)
            case 6:
                text = text[:at] + text[at:].replace(": ", ":", 1)
            case _:
                start = random.randrange(len(text) + 1)
                text = text[:at] + text[start : start + 30] + text[at:]
    return text


MUTATED = st.builds(
    mutated, st.sampled_from([STARTER, SAMPLE]), st.integers(0, 2**32 - 1), st.sampled_from([1, 1, 2, 3, 8, 30])
)


@given(MUTATED)
@settings(max_examples=250)
def test_specs_with_slips(content: str) -> None:
    judged(content)


@given(MUTATED, st.data())
@settings(max_examples=100)
def test_specs_with_broken_bytes(content: str, data: st.DataObject) -> None:
    raw = bytearray(content.encode())
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    judged(bytes(raw))


@given(st.builds(mutated, st.just(STARTER), st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 3])))
@settings(max_examples=60)
def test_what_is_accepted_can_be_laid_out(content: str) -> None:
    """A spec without an error becomes pages without a loss, or a finding that says why it does not."""
    sheet, findings = judged(content)
    if sheet is None or any(finding.severity == "error" for finding in findings):
        return
    try:
        made = document(content)
    except FactsheetError as problem:
        reasons = problem.findings
    else:
        reasons = tuple(judge_pages(made, written(sheet)))
        assert {finding.rule for finding in reasons} <= {"outside"}
    assert all(finding.where.line for finding in reasons)


@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
@settings(max_examples=60)
def test_right_specs_are_right(seed: int, length: int) -> None:
    sheet, findings = judged(spec(seed, 10, 4, length))
    assert sheet is not None
    assert not [finding for finding in findings if finding.severity == "error"]

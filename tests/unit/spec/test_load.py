"""Specs that become factsheets, and specs that don't: each mistake at its place, in plain words, with a cure."""

import re
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

import pytest

from factsheet.blocks import registry
from factsheet.cli import FINDINGS, run
from factsheet.design import theme as themes
from factsheet.engine import Engine
from factsheet.findings import Finding, SpecError, ordered, report
from factsheet.i18n.language import language
from factsheet.source import parse, read
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.spec.texts import judge_texts
from factsheet.text.styles import Styles
from tests.making import SPECS

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
THEME = themes.load("institutional")
STYLES = Styles(THEME, "en", Engine(), THEME.fit[THEME.usual])
_EXPECT = re.compile(r"# expect: (\d+):(\d+) (error|warning) ([a-z-]+)((?: \| .+)?)")


@dataclass(frozen=True)
class Expected:
    place: tuple[int, int]
    severity: str
    rule: str
    words: tuple[str, ...]


def expected(path: Path) -> list[Expected]:
    """What the comments at the top of ``path`` say: ``# expect: LINE:COLUMN severity rule | words | words``."""
    found = []
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if not line.startswith("# expect:"):
            break
        match = _EXPECT.fullmatch(line)
        assert match, line
        words = tuple(match[5].removeprefix(" | ").split(" | ")) if match[5] else ()
        found.append(Expected((int(match[1]), int(match[2])), match[3], match[4], words))
    return found


def findings(path: Path) -> list[Finding]:
    """Everything that is wrong with the spec at ``path`` before it is laid out, in the order of the report."""
    try:
        sheet, found = validate(read(path))
    except SpecError as problem:
        return ordered(problem.findings)
    if sheet is not None:
        found += judge_texts(sheet, STYLES, language(sheet.language))
    return ordered(found)


def made(text: str) -> Factsheet:
    sheet, found = validate(parse(text, str(SPECS / "spec.yaml")))
    assert found == []
    assert sheet is not None
    return sheet


def refused(text: str) -> list[Finding]:
    sheet, found = validate(parse(text, "spec.yaml"))
    assert sheet is None
    return found


def test_there_are_enough_wrong_specs() -> None:
    assert len(BAD) >= 50


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_mistake_is_found_at_its_place_in_plain_words(path: Path) -> None:
    wanted = expected(path)
    assert wanted
    found = findings(path)
    said = [(f.where.line, f.where.column, f.severity, f.rule) for f in found]
    assert said == [(*e.place, e.severity, e.rule) for e in wanted]
    for finding, one in zip(found, wanted, strict=True):
        missing = [words for words in one.words if words not in f"{finding.message}\n{finding.hint}"]
        assert missing == [], f"{finding.message} / {finding.hint}"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_mistake_is_shown_with_a_mark_under_its_column(path: Path) -> None:
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    found = findings(path)
    assert found
    for finding in found:
        head, shown, mark, *_ = report([finding]).split("\n")
        assert head.startswith(f"{path}:{finding.where.line}:{finding.where.column}  {finding.severity}  ")
        assert mark.strip(" ") == "^"
        typed = lines[finding.where.line - 1]
        column = finding.where.column
        if len(typed) <= 90 and typed.isprintable() and typed.isascii():
            assert shown == f"    {typed.rstrip()}"
            assert mark.index("^") == 4 + column - 1
        elif typed.isprintable() and typed[: column - 1].isascii() and column <= len(typed):
            assert shown[mark.index("^")] == typed[column - 1]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_message_is_a_plain_sentence_with_a_cure(path: Path) -> None:
    found = findings(path)
    assert found
    for finding in found:
        for text in (finding.message, finding.hint):
            assert text
            assert text == text.strip()
            assert "  " not in re.sub("“[^”]*”", "“x”", text)
            assert not text.endswith(".") or text.endswith("…")
            assert "“”" not in text
            assert "['" not in text
            assert text.isprintable()
        for leak in ("Input should", "Value error", "instance of", "dictionary", "NoneType", "tag:yaml.org"):
            assert leak not in finding.message


def test_no_wrong_spec_ends_in_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--debug", *map(str, BAD)]) == FINDINGS
    printed, complaints = capsys.readouterr()
    assert complaints == ""
    assert "Traceback" not in printed
    assert "fault of the program" not in printed
    silent = [path.name for path in BAD if f"{path}:" not in printed]
    assert silent == []


def test_only_a_title_is_obligatory() -> None:
    sheet = made("title: A\n")
    assert [str(text) for text in sheet.texts()] == ["A"]
    assert (sheet.language, sheet.theme, sheet.page_size, sheet.pages) == ("en", "institutional", "A4", None)
    assert sheet.main == sheet.sidebar == ()


def test_keys_that_may_be_left_empty() -> None:
    sheet = made("title: A\nsubtitle:\nlabel:\npages:\ndate:\nversion:\nauthor:\nfooter:\n")
    assert sheet.model_dump() == made("title: A\n").model_dump()


def test_every_scalar_is_what_it_looks_like() -> None:
    sheet = made("title: no\nsubtitle: 1.10\nlabel: 2012-08\nversion: 0x10\nauthor: ~\nmain:\n  - text: 1e3\n")
    assert [str(text) for text in sheet.texts()] == ["2012-08", "no", "1.10", "1e3", "0x10", "~"]


def test_texts_know_their_places() -> None:
    sheet = made('title: A\nmain:\n  - bullets:\n      - B\n      - text: C\n        numbered: ["D"]\n')
    places = {str(text): (Path(text.where.file).name, text.where.line, text.where.column) for text in sheet.texts()}
    assert places == {
        "A": ("spec.yaml", 1, 8),
        "B": ("spec.yaml", 4, 9),
        "C": ("spec.yaml", 5, 15),
        "D": ("spec.yaml", 6, 20),
    }


def test_blocks_know_the_places_of_their_keys() -> None:
    sheet = made("title: A\nsidebar:\n  - title: B\n    support: C\n")
    assert (sheet.sidebar[0].where.line, sheet.sidebar[0].where.column) == (4, 5)


def test_every_block_is_accepted_by_its_docstring_example() -> None:
    assert len(registry()) >= 14
    for key, kind in registry().items():
        example = cleandoc(kind.__doc__ or "").partition("Example::\n\n")[2]
        lines = [line.removeprefix(" " * 4) for line in example.splitlines() if line.strip()]
        assert lines, f"{key} has no example"
        text = "".join(f"  {line}\n" for line in ["- text: Before.", *lines, "- text: After."])
        sheet = made(f"title: A\n{kind.place}:\n{text}")
        assert [type(block) for block in getattr(sheet, kind.place)][1:-1] == [kind]


def test_blocks_of_the_main_story_may_stand_in_the_sidebar_with_a_title() -> None:
    mains = {"text": "B", "bullets": "[B]", "quote": "{text: B}", "heading": "B"}
    for key, content in mains.items():
        block = made(f"title: A\nsidebar:\n  - title: T\n    {key}: {content}\n  - text: C\n").sidebar[0]
        assert (block.key, block.title) == (key, "T")


def test_a_single_budget_and_a_list_of_them_are_the_same() -> None:
    one = made("title: A\nsidebar:\n  - budget: {amount: 1, currency: usd}\n")
    many = made("title: A\nsidebar:\n  - budget: [{amount: 1, currency: USD}]\n")
    assert one.model_dump() == many.model_dump()
    assert one.sidebar == many.sidebar


def test_all_mistakes_are_told_in_one_run_in_the_order_of_their_lines() -> None:
    found = refused("titel: A\nmain:\n  - txt: B\nsidebar:\n  - support:\npages: 0\n")
    assert [finding.where.line for finding in found] == sorted(finding.where.line for finding in found)
    assert {finding.rule for finding in found} == {"unknown-key", "empty", "bad-pages"}


def test_a_warning_alone_refuses_nothing() -> None:
    sheet, found = validate(parse("title: A\nmain: []\n", "spec.yaml"))
    assert sheet is not None
    assert [finding.severity for finding in found] == ["warning"]


def test_a_duplicate_key_refuses_the_spec_and_the_rest_is_still_judged() -> None:
    found = refused("title: A\ntitle: B\npages: two\n")
    assert [finding.rule for finding in found] == ["duplicate-key", "bad-pages"]


def test_close_words_are_offered_and_far_ones_are_not() -> None:
    assert "did you mean “sidebar”?" in refused("title: A\nsidbar: []\n")[0].hint
    assert "did you mean" not in refused("title: A\nqqqqq: B\n")[0].hint


def remarked(text: str) -> list[str]:
    """The rules of what is found in a spec that is not refused."""
    sheet, found = validate(parse(text, "spec.yaml"))
    assert sheet is not None
    assert {finding.severity for finding in found} <= {"warning"}
    return [finding.rule for finding in found]


@pytest.mark.parametrize("region", ["main", "sidebar"])
@pytest.mark.parametrize("key", ["heading", "subheading"])
def test_a_heading_with_nothing_below_is_worth_a_warning(region: str, key: str) -> None:
    assert remarked(f"title: A\n{region}:\n  - text: B\n  - {key}: C\n") == ["lone-heading"]
    assert remarked(f"title: A\n{region}:\n  - {key}: C\n  - text: B\n") == []


def test_a_heading_before_a_block_that_is_refused_is_not_alone() -> None:
    assert [finding.rule for finding in refused("title: A\nmain:\n  - heading: B\n  - txt: C\n")] == ["unknown-key"]


def test_a_title_that_is_a_paragraph_is_worth_a_warning() -> None:
    assert remarked(f"title: {'word ' * 26}\n") == ["long-title"]
    assert remarked(f"title: {'word ' * 25}\n") == []


@pytest.mark.parametrize(
    ("text", "key", "cure"),
    [
        ("  - quote:\n    text: B\n    name: C\n", "quote", "text: and name:"),
        ("  - callout:\n    title: B\n    text: C\n", "callout", "title: and text:"),
    ],
)
def test_keys_that_stand_too_far_left(text: str, key: str, cure: str) -> None:
    (found,) = refused(f"title: A\nmain:\n{text}")
    assert (found.rule, found.where.line) == ("indentation", 4)
    assert f"what belongs to “{key}”" in found.message
    assert cure in found.hint


def test_two_blocks_of_which_one_is_empty_are_still_two() -> None:
    assert "indentation" not in [finding.rule for finding in refused("title: A\nmain:\n  - quote:\n    bullets: [B]\n")]

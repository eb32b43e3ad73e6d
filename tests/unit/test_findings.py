"""Findings as people and programs read them: the exact text of a report, and its JSON."""

import json
import subprocess
import sys

import pytest

from factsheet.findings import (
    NOWHERE,
    AssetError,
    CatalogueError,
    FactsheetError,
    Finding,
    LayoutError,
    SpecError,
    Where,
    as_data,
    ordered,
    report,
)

LINES = ("title: A", "main:", "  - text: Words and more", "  - txt: Words")


def at(line: int, column: int, file: str = "specs/a.yaml", lines: tuple[str, ...] = LINES) -> Where:
    return Where(file, line, column, lines)


def marked(line: str, column: int) -> tuple[str, str]:
    """The line of a report and the line with the mark, without what indents both."""
    _, shown, mark = report([Finding("rule", "message", where=at(1, column, lines=(line,)))]).split("\n")
    assert shown[:4] == mark[:4] == "    "
    return shown[4:], mark[4:]


# The report


def test_a_report_shows_place_line_mark_and_cure() -> None:
    finding = Finding("unknown-key", "there is no block called “txt”", where=at(4, 5), hint="did you mean “text”?")
    assert report([finding]) == (
        "specs/a.yaml:4:5  error  unknown-key  there is no block called “txt”\n"
        "      - txt: Words\n"
        "        ^\n"
        "    hint: did you mean “text”?"
    )


def test_a_report_of_several_findings() -> None:
    found = [
        Finding("pages", "the text fills 1 of 2 pages", "warning", at(3, 11)),
        Finding("date", "no date: is given", "note", at(1, 8), "add date: 2026-01-31"),
        Finding("file", "there is no file b.yaml", where=Where("b.yaml")),
        Finding("font", "the font x cannot be read"),
    ]
    assert report(found) == (
        "factsheet  error  font  the font x cannot be read\n"
        "b.yaml  error  file  there is no file b.yaml\n"
        "specs/a.yaml:1:8  note  date  no date: is given\n"
        "    title: A\n"
        "           ^\n"
        "    hint: add date: 2026-01-31\n"
        "specs/a.yaml:3:11  warning  pages  the text fills 1 of 2 pages\n"
        "      - text: Words and more\n"
        "              ^"
    )


def test_a_report_of_nothing_is_empty() -> None:
    assert report([]) == ""


def test_findings_stand_in_the_order_of_their_files_lines_and_columns() -> None:
    found = [
        Finding("c", "6", where=at(2, 1, "b")),
        Finding("b", "2", where=at(10, 1, "a")),
        Finding("b", "1", where=at(9, 80, "a")),
        Finding("b", "4", where=at(10, 2, "a")),
        Finding("a", "3", where=at(10, 2, "a")),
        Finding("b", "5", where=at(10, 2, "a")),
    ]
    assert "".join(finding.message for finding in ordered(found)) == "123456"


def test_the_same_finding_is_told_once() -> None:
    one = Finding("a", "b", where=at(1, 1))
    assert ordered([one, one, Finding("a", "b", where=at(1, 1, lines=()))]) == [one]
    assert len(ordered([one, Finding("a", "b", "warning", at(1, 1))])) == 2


def test_an_empty_line_is_not_shown() -> None:
    assert report([Finding("a", "b", where=at(1, 1, lines=("   ",)))]) == "specs/a.yaml:1:1  error  a  b"
    assert report([Finding("a", "b", where=at(7, 1))]) == "specs/a.yaml:7:1  error  a  b"


def test_the_mark_stands_under_its_column() -> None:
    for column in range(1, 9):
        assert marked("title: A", column) == ("title: A", " " * (column - 1) + "^")


def test_the_mark_may_stand_behind_the_line() -> None:
    assert marked("title: A", 9) == ("title: A", "        ^")
    assert marked("title: A", 99) == ("title: A", "        ^")
    assert marked("title: A", 0) == ("title: A", "^")


def test_tabs_are_shown_as_one_blank_so_that_the_mark_fits() -> None:
    assert marked("\ta:\tb", 5) == (" a: b", "    ^")


def test_the_mark_counts_the_columns_of_the_terminal() -> None:
    assert marked("漢字: x", 5)[1] == "      ^"
    assert marked("🎉: x", 4)[1] == "    ^"
    assert marked("e\u0301: x", 5)[1] == "   ^"
    assert marked("a\u200db: x", 6)[1] == "    ^"
    assert marked("Ө ү: x", 6)[1] == "     ^"


def test_control_characters_are_not_sent_to_the_terminal() -> None:
    shown, mark = marked("a\x1b[31m\x07b: c", 8)
    assert shown.isprintable()
    assert len(shown) == 11
    assert mark == "       ^"


def test_a_long_line_is_cut_to_a_window_around_the_mark() -> None:
    line = "".join(f"{n:03d} " for n in range(500))
    for column in (1, 50, 99, 100, 101, 150, 999, 1990, 2000):
        shown, mark = marked(line, column)
        assert len(shown) <= 100
        if line[column - 1] != " ":
            assert shown[mark.index("^")] == line[column - 1]
        assert shown.startswith("…") == (column > 67)
        assert shown.endswith("…") == (column < 1960)


def test_a_line_of_a_hundred_characters_is_shown_whole() -> None:
    assert marked("x" * 100, 100) == ("x" * 100, " " * 99 + "^")
    assert marked("x" * 101, 1) == ("x" * 99 + "…", "^")


# JSON


def test_findings_as_data() -> None:
    found = [
        Finding("markup", "“**” has no partner", "warning", at(3, 11), "write \\*\\*"),
        Finding("font", "the font x cannot be read"),
    ]
    assert as_data(found) == [
        {
            "file": "",
            "line": 0,
            "column": 0,
            "severity": "error",
            "rule": "font",
            "message": "the font x cannot be read",
            "hint": "",
        },
        {
            "file": "specs/a.yaml",
            "line": 3,
            "column": 11,
            "severity": "warning",
            "rule": "markup",
            "message": "“**” has no partner",
            "hint": "write \\*\\*",
        },
    ]


def test_data_survive_json() -> None:
    found = [Finding("a", '“Ө” \u2028 \x00 \\ "', where=at(1, 1), hint="\n")]
    assert json.loads(json.dumps(as_data(found))) == as_data(found)
    assert as_data([]) == []


# Places


def test_a_place_shows_its_line() -> None:
    assert at(3, 5).excerpt == "  - text: Words and more"
    assert [at(line, 1).excerpt for line in (0, -1, 5)] == ["", "", ""]
    assert NOWHERE.excerpt == ""


def test_places_are_the_same_whatever_lines_they_remember() -> None:
    assert at(1, 1) == at(1, 1, lines=())
    assert hash(at(1, 1)) == hash(at(1, 1, lines=()))
    assert at(1, 1) != at(1, 2)


@pytest.mark.parametrize(
    ("line", "column", "snippet", "found"),
    [
        (3, 1, "Words", (3, 11)),
        (3, 11, "Words", (3, 11)),
        (3, 12, "Words", (4, 10)),
        (1, 1, "Words", (3, 11)),
        (4, 11, "Words", (4, 11)),
        (1, 1, "not there", (1, 1)),
        (0, 0, "main", (2, 1)),
        (9, 1, "main", (9, 1)),
    ],
)
def test_a_snippet_is_found_from_a_place_on(line: int, column: int, snippet: str, found: tuple[int, int]) -> None:
    where = at(line, column).find(snippet)
    assert (where.line, where.column) == found
    assert (where.file, where.lines) == ("specs/a.yaml", LINES)


# Errors


@pytest.mark.parametrize("kind", [SpecError, CatalogueError, AssetError, LayoutError])
def test_errors_carry_all_their_findings(kind: type[FactsheetError]) -> None:
    found = [Finding("a", "one"), Finding("b", "two")]
    error = kind(iter(found))
    assert isinstance(error, FactsheetError)
    assert error.findings == tuple(found)
    assert str(error) == "one; two"


def test_findings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Finding("a", "b").message = "c"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        NOWHERE.line = 1  # type: ignore[misc]


def test_findings_need_nothing_but_the_standard_library() -> None:
    code = "import sys, factsheet.findings; print(*{'yaml', 'pydantic', 'reportlab'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"

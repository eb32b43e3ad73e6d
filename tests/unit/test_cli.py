"""The command line: what each command prints and leaves behind, and every exit code."""

import builtins
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from factsheet import __version__, build, cli, limits
from factsheet.cli import BUG, DONE, FINDINGS, LOG, WRONG
from factsheet.paint.painter import paint
from factsheet.preflight import examine
from factsheet.preflight.separations import SeparationError
from factsheet.spec.schema import schema

GOOD = "title: A good one\ndate: 2014-02-28\n"
BAD = "titel: A bad one\n"
Write = Callable[..., None]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def run(arguments: Sequence[str]) -> int:
    """The exit code of ``arguments``; what is built is not judged: the judge has tests of his own."""
    unjudged = ["--no-judge"] if [*arguments[:1]] == ["build"] else []
    return cli.run([*arguments[:1], *unjudged, *arguments[1:]])


def spec(name: str, text: str = GOOD) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def files(folder: str = "output") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir()) if Path(folder).exists() else []


def leaves(*arguments: str) -> int:
    """The code with which a wrong command line ends."""
    with pytest.raises(SystemExit) as caught:
        run(arguments)
    assert isinstance(caught.value.code, int)
    return caught.value.code


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "factsheet", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def fails(*_: Any, **__: Any) -> bytes:
    raise RuntimeError("the painter fell off the ladder")


# Build


def test_build_writes_both_editions_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", spec("a.yaml")]) == DONE
    assert files() == ["a.en.print.pdf", "a.en.screen.pdf"]
    printed, complaints = capsys.readouterr()
    first, second, last = printed.splitlines()
    assert first.startswith(f"{Path('output/a.en.print.pdf')}  1 page  ")
    assert second.startswith(f"{Path('output/a.en.screen.pdf')}  1 page  ")
    assert first.endswith(" kB")
    assert last.startswith("1 spec built in ")
    assert complaints == ""


def test_build_takes_all_of_specs_when_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("specs/b.yaml", "specs/a.yaml", "specs/a.b.yaml", "specs/c.txt", "elsewhere/d.yaml"):
        spec(name)
    Path("specs/e.yaml").mkdir()
    assert run(["build", "--edition", "print"]) == DONE
    assert files() == ["a.en.print.pdf", "b.en.print.pdf"]
    assert "2 specs built" in capsys.readouterr().out


def test_nothing_to_build_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build"]) == WRONG
    assert "there is no folder specs/ here" in capsys.readouterr().err
    Path("specs").mkdir()
    assert run(["build"]) == WRONG
    printed, complaints = capsys.readouterr()
    assert "the folder specs/ holds no spec" in complaints
    assert "factsheet new NAME" in complaints
    assert printed == ""
    assert not Path("output").exists()


def test_editions_by_name() -> None:
    assert run(["build", spec("a.yaml"), "--edition", "screen"]) == DONE
    assert files() == ["a.en.screen.pdf"]
    assert run(["build", "a.yaml", "--edition", " print , screen,print"]) == DONE
    assert files() == ["a.en.print.pdf", "a.en.screen.pdf"]


def test_build_writes_where_it_is_told() -> None:
    assert run(["build", spec("a.yaml"), "--out", "x/ü y"]) == DONE
    assert files("x/ü y") == ["a.en.print.pdf", "a.en.screen.pdf"]
    assert not Path("output").exists()


@pytest.mark.parametrize("name", ["two words", "Größe", "өвөл", "it's", "a+b=c", "100%", "{x}", "[a]", "x&y"])
def test_every_name_of_a_spec_is_a_name_of_its_files(name: str) -> None:
    for _ in range(2):
        assert run(["build", spec(f"specs/{name}.yaml")]) == DONE
        assert files() == [f"{name}.en.print.pdf", f"{name}.en.screen.pdf"]


def test_findings_are_printed_with_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", spec("a.yaml", "title: A\nmain: []\n")]) == DONE
    printed = capsys.readouterr().out
    assert "a.yaml:2:7  warning  empty  “main” has no blocks\n    main: []\n          ^\n" in printed
    assert "a.yaml:1:8  note  date  no date: is given, so the document is dated 2000-01-01" in printed
    assert printed.splitlines()[-1].endswith(": 1 warning, 1 note")


def test_one_bad_spec_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    names = [spec("a.yaml"), spec("b.yaml", BAD), "nowhere.yaml", spec("c.yaml", "title: [\n"), spec("d.yaml")]
    assert run(["build", *names, "--edition", "screen"]) == FINDINGS
    assert files() == ["a.en.screen.pdf", "d.en.screen.pdf"]
    printed = capsys.readouterr().out
    assert "b.yaml:1:1  error  unknown-key" in printed
    assert "nowhere.yaml  error  file  there is no file nowhere.yaml" in printed
    assert "c.yaml:1:8  error  syntax" in printed
    assert printed.splitlines()[-1].startswith("2 specs built, 3 refused in ")


def test_a_spec_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    spec("mongolia.yaml")
    assert run(["build", "mongolai.yaml"]) == FINDINGS
    assert "did you mean mongolia.yaml?" in capsys.readouterr().out
    assert not Path("output").exists()


def test_a_spec_that_is_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").mkdir()
    assert run(["build", "a.yaml"]) == FINDINGS
    assert "a.yaml is a folder, not a file" in capsys.readouterr().out


def test_a_name_with_a_second_dot_is_no_spec(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", spec("a.mn.yaml"), spec("b.yaml")]) == WRONG
    assert capsys.readouterr().err == "factsheet: a spec is called NAME.yaml, with no second dot: a.mn.yaml\n"
    assert not Path("output").exists()


def test_two_specs_of_one_name_do_not_overwrite_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", spec("x/a.yaml"), spec("y/a.yaml")]) == WRONG
    complaints = capsys.readouterr().err
    assert str(Path("x/a.yaml")) in complaints
    assert str(Path("y/a.yaml")) in complaints
    assert not Path("output").exists()


# What is left behind


def test_a_refused_spec_leaves_no_older_file(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml")])
    capsys.readouterr()
    assert run(["build", spec("a.yaml", BAD)]) == FINDINGS
    assert files() == []
    printed = capsys.readouterr().out
    for name in ("a.en.print.pdf", "a.en.screen.pdf"):
        assert f"{Path('output') / name}  removed: it was out of date\n" in printed


def test_a_spec_that_is_gone_leaves_no_older_file() -> None:
    run(["build", spec("a.yaml")])
    Path("a.yaml").unlink()
    assert run(["build", "a.yaml"]) == FINDINGS
    assert files() == []


def test_another_language_replaces_the_older_files(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml")])
    capsys.readouterr()
    assert run(["build", spec("a.yaml", GOOD + "language: mn\n")]) == DONE
    assert files() == ["a.mn.print.pdf", "a.mn.screen.pdf"]
    assert f"{Path('output/a.en.print.pdf')}  removed: it was out of date\n" in capsys.readouterr().out


@pytest.mark.parametrize("text", [GOOD, BAD])
def test_files_with_similar_names_are_not_touched(text: str) -> None:
    Path("output").mkdir()
    others = [
        "a-b.en.print.pdf",
        "aa.en.print.pdf",
        "b.en.print.pdf",
        "a.en.printer.pdf",
        "a.en.print.txt",
        "a.print.pdf",
        "a.pdf",
        "a b.en.screen.pdf",
        ".a.en.print.pdf",
        "a.en.web.html",
        "x.a.en.print.pdf",
    ]
    for name in others:
        Path("output", name).write_text("keep", encoding="utf-8")
    run(["build", spec("a.yaml", text)])
    assert set(others) <= set(files())
    assert [name for name in others if Path("output", name).read_text(encoding="utf-8") != "keep"] == []


def test_names_with_the_signs_of_a_pattern_mean_themselves() -> None:
    Path("output").mkdir()
    Path("output/b.en.print.pdf").touch()
    Path("output/aa.en.print.pdf").touch()
    for name in ("[ab]", "a*", "a?", "*"):
        assert run(["build", spec(f"{name}.yaml", BAD)]) == FINDINGS
    assert files() == ["aa.en.print.pdf", "b.en.print.pdf"]


def test_drafts_and_rejects_of_the_name_are_out_of_date_too() -> None:
    Path("output").mkdir()
    for state in ("DRAFT", "REJECTED"):
        Path(f"output/a.en.print.{state}.pdf").touch()
    assert run(["build", spec("a.yaml")]) == DONE
    assert files() == ["a.en.print.pdf", "a.en.screen.pdf"]


def test_only_the_editions_that_are_built_are_replaced() -> None:
    run(["build", spec("a.yaml")])
    before = Path("output/a.en.print.pdf").read_bytes()
    assert run(["build", spec("a.yaml", "title: Another\n"), "--edition", "screen"]) == DONE
    assert Path("output/a.en.print.pdf").read_bytes() == before


def test_a_bug_in_the_painter_leaves_the_older_files_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    run(["build", spec("a.yaml")])
    before = {name: Path("output", name).read_bytes() for name in files()}
    monkeypatch.setattr(build, "paint", fails)
    assert run(["build", spec("a.yaml", "title: Another\n")]) == BUG
    assert {name: Path("output", name).read_bytes() for name in before} == before
    assert files() == [*sorted(before), LOG]


def test_editions_are_written_together_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def second_fails(document: Any, edition: Any, engine: Any) -> bytes:
        return paint(document, edition, engine) if edition.name == "print" else fails()

    monkeypatch.setattr(build, "paint", second_fails)
    assert run(["build", spec("a.yaml")]) == BUG
    assert [name for name in files() if name != LOG] == []


def test_nothing_is_left_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    run(["build", spec("a.yaml")])
    assert [name for name in files() if name.endswith((".pdf", ".part"))] == []


def test_nothing_is_left_half_written_when_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", stopped)
    assert run(["build", spec("a.yaml")]) == 130
    assert files() == []
    assert capsys.readouterr().err == "stopped\n"


# Folders that do not take files


def test_an_output_folder_that_is_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("out").write_text("x", encoding="utf-8")
    assert run(["build", spec("a.yaml"), "--out", "out"]) == WRONG
    assert capsys.readouterr().err == "factsheet: out is a file, not a folder\n"
    assert Path("out").read_text(encoding="utf-8") == "x"


def test_an_output_folder_inside_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("out").write_text("x", encoding="utf-8")
    assert run(["build", spec("a.yaml"), "--out", "out/sub"]) in (FINDINGS, WRONG)
    printed, complaints = capsys.readouterr()
    assert "fault of the program" not in complaints
    assert str(Path("out")) in printed + complaints


@pytest.mark.parametrize("problem", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")])
def test_a_folder_that_takes_no_files_is_no_bug(
    problem: OSError, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def denied(path: Path, data: bytes) -> int:
        raise problem

    monkeypatch.setattr(Path, "write_bytes", denied)
    assert run(["build", spec("a.yaml"), spec("b.yaml", BAD)]) == FINDINGS
    printed, complaints = capsys.readouterr()
    assert f"cannot be written: {problem.strerror}" in printed + complaints
    assert "fault of the program" not in complaints
    assert "b.yaml:1:1  error" in printed


def test_a_folder_in_the_place_of_a_file_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    Path("output/a.en.print.pdf").mkdir(parents=True)
    assert run(["build", spec("a.yaml")]) == FINDINGS
    printed, complaints = capsys.readouterr()
    assert "a.en.print.pdf cannot be written" in printed + complaints
    assert [name for name in files() if name.endswith(".part")] == []


# Check


def test_check_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", spec("a.yaml")]) == DONE
    assert [path.name for path in here.iterdir()] == ["a.yaml"]
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "a.yaml  1 page"
    assert printed[1].startswith("1 spec checked in ")


def test_check_removes_nothing() -> None:
    run(["build", spec("a.yaml")])
    assert run(["check", spec("a.yaml", BAD)]) == FINDINGS
    assert files() == ["a.en.print.pdf", "a.en.screen.pdf"]


def test_check_of_several_specs(capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a", GOOD), ("b", BAD), ("c", GOOD)):
        spec(f"specs/{name}.yaml", text)
    assert run(["check"]) == FINDINGS
    assert "2 specs checked, 1 refused in " in capsys.readouterr().out


def test_findings_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    names = [spec("b.yaml", "title: Ө 漢\n"), spec("a.yaml", BAD), spec("c.yaml")]
    assert run(["check", *names, "--format", "json"]) == FINDINGS
    printed, complaints = capsys.readouterr()
    data = json.loads(printed)
    assert [(one["file"], one["line"], one["column"], one["severity"], one["rule"]) for one in data] == [
        ("a.yaml", 1, 1, "error", "unknown-key"),
        ("b.yaml", 1, 10, "error", "missing-glyph"),
    ]
    assert all(set(one) == {"file", "line", "column", "severity", "rule", "message", "hint"} for one in data)
    assert "漢" in printed
    assert complaints == ""


def test_no_findings_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", spec("a.yaml"), "--format", "json"]) == DONE
    assert json.loads(capsys.readouterr().out) == []


# New


def test_new_writes_a_spec_that_builds(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "labour-migration"]) == DONE
    assert "specs/labour-migration.yaml" in capsys.readouterr().out.replace("\\", "/")
    assert run(["build"]) == DONE
    assert files() == ["labour-migration.en.print.pdf", "labour-migration.en.screen.pdf"]


def test_new_takes_the_ending_too() -> None:
    assert run(["new", "a.yaml"]) == DONE
    assert files("specs") == ["a.yaml"]


def test_new_overwrites_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    spec("specs/a.yaml", "mine")
    assert run(["new", "a"]) == FINDINGS
    assert "exists already" in capsys.readouterr().err
    assert Path("specs/a.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "name",
    ["../x", "a/b", "/tmp/x", "..", ".", ".hidden", "a.b", "a\\b", "C:x", "a*", "a?", "a|b", "", " ", "a\nb", "a\x00b"],
)
def test_new_takes_names_and_no_paths(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", name]) == WRONG
    assert "cannot be the name of a spec" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["two words", "Größe", "өвөл", "it's", "100%", "{x}"])
def test_new_takes_names_in_every_script(name: str) -> None:
    assert run(["new", name]) == DONE
    assert files("specs") == [f"{name}.yaml"]
    assert run(["check", f"specs/{name}.yaml"]) == DONE


def test_what_new_advises_can_be_typed_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "two words"]) == DONE
    assert "factsheet build 'specs/two words.yaml'" in capsys.readouterr().out.replace("\\", "/")


def test_new_where_specs_is_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("specs").touch()
    assert run(["new", "a"]) == FINDINGS
    complaints = capsys.readouterr().err
    assert "specs" in complaints
    assert "a.yaml exists already" not in complaints


# Schema


def test_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    from jsonschema import Draft202012Validator

    assert run(["schema"]) == DONE
    printed = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(printed)
    assert printed == schema()


def test_schema_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--out", "s.json"]) == DONE
    assert capsys.readouterr().out == "s.json\n"
    assert json.loads(Path("s.json").read_text(encoding="utf-8")) == schema()


def test_schema_into_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--out", "none/s.json"]) == FINDINGS
    assert "s.json cannot be written: No such file or directory" in capsys.readouterr().err


# Wrong command lines


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "COMMAND"),
        (("bild",), "bild"),
        (
            ("build", "--edition", "prnit"),
            "there is no edition “prnit”; there are print, screen, office, proof, web, text",
        ),
        (("build", "--edition", " , "), "no edition is named"),
        (("build", "--edition"), "--edition"),
        (("build", "--colour"), "--colour"),
        (("check", "--format", "xml"), "xml"),
        (("new",), "NAME"),
        (("new", "a", "b"), "b"),
    ],
)
def test_a_wrong_command_line_is_said_in_a_sentence(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leaves(*arguments) == WRONG
    printed, complaints = capsys.readouterr()
    assert printed == ""
    first, second = complaints.splitlines()
    assert first.startswith("factsheet: ")
    assert words in first
    assert second.startswith("For help: factsheet")


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert leaves("--version") == DONE
    assert capsys.readouterr().out == f"factsheet {__version__}\n"
    assert leaves("--help") == DONE
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("build", "check", "schema", "new"))
    for name in ("build", "check", "schema", "new"):
        assert leaves(name, "--help") == DONE
        assert f"factsheet {name}" in capsys.readouterr().out


# Bugs


def test_a_bug_is_one_sentence_and_a_log(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(build, "paint", fails)
    assert run(["build", spec("a.yaml"), "--out", "out"]) == BUG == 70
    printed, complaints = capsys.readouterr()
    (sentence,) = complaints.splitlines()
    assert "a fault of the program, not of your text" in sentence
    assert "Traceback" not in printed + complaints
    assert "ladder" not in printed + complaints
    log = next(path for path in (Path("out") / LOG, Path(LOG)) if path.exists())
    assert str(log) in sentence
    text = log.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "RuntimeError: the painter fell off the ladder" in text


def test_the_log_of_a_bug_keeps_the_older_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "choose", fails)
    for _ in range(2):
        assert run(["check", spec("a.yaml")]) == BUG
    assert Path(LOG).read_text(encoding="utf-8").count("RuntimeError: the painter") == 2


def test_a_bug_where_no_log_can_be_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = spec("a.yaml")
    Path(LOG).mkdir()
    monkeypatch.setattr(build, "choose", fails)
    assert run(["check", path]) == BUG
    assert capsys.readouterr().err == "factsheet: this is a fault of the program, not of your text\n"


@pytest.mark.parametrize("arguments", [("check", "--debug", "a.yaml"), ("--debug", "check", "a.yaml")])
def test_debug_shows_the_traceback_of_a_bug(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    spec("a.yaml")
    monkeypatch.setattr(build, "choose", fails)
    with pytest.raises(RuntimeError, match="ladder"):
        run(arguments)
    assert not Path(LOG).exists()


def test_debug_says_nothing_more_of_a_wrong_spec(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--debug", spec("a.yaml", BAD)]) == FINDINGS
    printed, complaints = capsys.readouterr()
    assert "Traceback" not in printed + complaints


def test_stopping_is_no_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "choose", stop)
    assert run(["check", spec("a.yaml")]) == 130
    assert capsys.readouterr().err == "stopped\n"


def test_running_out_of_memory_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(build, "choose", full)
    assert run(["check", spec("a.yaml")]) == BUG
    assert "Traceback" not in capsys.readouterr().err


# The program as a process


def test_the_program_leaves_with_the_exit_code() -> None:
    assert command("check", spec("a.yaml")).returncode == DONE
    done = command("check", spec("b.yaml", BAD))
    assert done.returncode == FINDINGS
    assert b"b.yaml:1:1  error" in done.stdout
    assert done.stderr == b""
    assert command("bild").returncode == WRONG


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_every_terminal_gets_its_answer(encoding: str) -> None:
    done = command("check", spec("ө ü.yaml", "title: A 漢 “B”\n"), PYTHONIOENCODING=encoding)
    assert done.returncode == FINDINGS
    assert b"missing-glyph" in done.stdout
    assert b"1 refused" in done.stdout
    assert not Path(LOG).exists()


def test_a_reader_that_goes_away_is_no_bug() -> None:
    end, start = os.pipe()
    os.close(end)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "factsheet", "schema"], stdout=start, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(start)
    assert (done.returncode, done.stderr) == (DONE, b"")
    assert not Path(LOG).exists()


HEAVY = {"reportlab", "pydantic", "uharfbuzz", "babel", "polib", "yaml", "markdown_it", "pypdf", "openpyxl"}


@pytest.mark.parametrize(
    ("arguments", "idle"),
    [
        (["--version"], HEAVY),
        (["--help"], HEAVY),
        (["new", "a"], HEAVY),
        (["check", "a.yaml"], {"babel", "pypdf"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], idle: set[str]) -> None:
    spec("a.yaml")
    code = (
        "import sys\nfrom factsheet.cli import run\n"
        f"try: run({arguments!r})\nexcept SystemExit: pass\n"
        "print('imported:', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(done.stdout.splitlines()[-1].removeprefix("imported: ").split())
    assert "factsheet.cli" in imported
    assert imported & idle == set()


def test_importing_the_command_costs_nothing() -> None:
    code = "import sys, factsheet.__main__; print(*(name for name in sys.modules if name.startswith('factsheet')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"factsheet", "factsheet.__main__"}


def test_nothing_is_opened_outside_the_output_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec("specs/a.yaml")
    written = []
    genuine = builtins.open

    def watched(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if set(mode) & set("wax+"):
            written.append(str(file))
        return genuine(file, mode, *rest, **more)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr("io.open", watched)
    assert run(["build"]) == DONE
    assert sorted(path.name for path in here.iterdir()) == ["output", "specs"]
    assert written
    assert all(Path(name).parent == Path("output") for name in written)


# -- fit and theme


def test_fit_prints_the_room_of_each_block(capsys: pytest.CaptureFixture[str]) -> None:
    text = GOOD + "main:\n  - text: " + "Some words of a story. " * 30 + "\nsidebar:\n  - support: A fund\n"
    assert run(["fit", spec("a.yaml", text)]) == DONE
    said = capsys.readouterr().out
    rows = [line.split() for line in said.splitlines()]
    assert ["1", "title"] in [row[:2] for row in rows]
    assert ["4", "text", "1"] in [row[:3] for row in rows]
    assert ["6", "support", "1"] in [row[:3] for row in rows]
    assert "lines left" in said
    assert files() == []


def test_fit_of_a_bad_spec_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fit", spec("bad.yaml", BAD), spec("a.yaml")]) == FINDINGS
    said = capsys.readouterr().out
    assert "titel" in said
    assert "a.yaml  1 page" in said


def test_themes_that_ship_can_be_checked_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["theme", "check", "institutional", "editorial", "bold"]) == DONE
    assert capsys.readouterr().out.count("can be used") == 3


def test_a_theme_is_checked_by_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    own = spec("specs/own.theme.yaml", "based_on: bold\nlinks: ozean\n")
    assert run(["theme", "check", own]) == FINDINGS
    said = capsys.readouterr().out
    assert "own.theme.yaml:2:8  error  unknown-ink  there is no ink “ozean”" in said
    assert "did you mean ocean?" in said
    assert "cannot be used" in said


@pytest.mark.parametrize("name", ["nothere", "nothere.theme.yaml", "specs"])
def test_a_theme_that_is_not_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("specs").mkdir()
    assert run(["theme", "check", name]) == FINDINGS
    assert "cannot be used" in capsys.readouterr().out


def test_a_spec_is_set_in_the_theme_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    own = 'based_on: bold\ninks: {sun: {cmyk: [0, 10, 90, 0], rgb: "#FFE02E"}}\n'
    spec("specs/own.theme.yaml", own)
    assert run(["build", spec("specs/a.yaml", GOOD + "theme: own\nfooter: {text: More, url: x.org}\n")]) == DONE
    first = Path("output/a.en.screen.pdf").read_bytes()
    spec("specs/own.theme.yaml", own.replace("#FFE02E", "#FFE12E"))
    assert run(["build", "specs/a.yaml"]) == DONE
    assert Path("output/a.en.screen.pdf").read_bytes() != first
    spec("specs/own.theme.yaml", "based_on: bold\nlinks: ozean\n")
    capsys.readouterr()
    assert run(["build", "specs/a.yaml"]) == FINDINGS
    assert "specs/own.theme.yaml:2:8  error  unknown-ink" in capsys.readouterr().out
    assert files() == []


# -- the figures of typography

PROSE = GOOD + "main:\n  - text: " + "Some words of a paragraph that runs over a few lines of its column. " * 5 + "\n"


def test_the_figures_of_typography_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--typography", spec("a.yaml", PROSE)]) == DONE
    printed = capsys.readouterr().out
    assert "hyphens in a row" in printed
    assert "The worst line of every paragraph:" in printed
    assert "1 spec checked" in printed
    assert not files()


def test_the_figures_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--typography", "--format", "json", spec("a.yaml", PROSE), spec("b.yaml", BAD)]) == FINDINGS
    good, bad = json.loads(capsys.readouterr().out)
    assert (good["spec"], good["pages"]) == ("a.yaml", 1)
    assert {"overlaps", "widows", "grid", "last-line"} <= {figure["name"] for figure in good["figures"]}
    assert good["worst_lines"]
    assert not bad["figures"]
    assert bad["findings"]


def test_a_bad_spec_has_no_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--typography", spec("a.yaml", BAD)]) == FINDINGS
    assert "hyphens in a row" not in capsys.readouterr().out


# Preflight and package


@pytest.fixture
def _no_ghostscript(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plates are made by a program of others, in other tests."""

    def separated(_: bytes) -> None:
        raise SeparationError("not measured here")

    monkeypatch.setattr(examine, "separated", separated)


@pytest.mark.usefixtures("_no_ghostscript")
def test_preflight_judges_any_file(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml")])
    capsys.readouterr()
    assert run(["preflight", "output/a.en.print.pdf"]) == DONE
    assert capsys.readouterr().out.startswith("READY TO PRINT: a.en.print.pdf")
    assert run(["preflight", "output/a.en.screen.pdf"]) == DONE
    said = capsys.readouterr().out
    assert said.startswith("PASSED: a.en.screen.pdf")
    assert "“--profile x4,gwg” judges it for printing" in said
    assert run(["preflight", "output/a.en.screen.pdf", "--profile", "x4,gwg"]) == FINDINGS
    said = capsys.readouterr().out
    assert said.startswith("NOT TO BE PRINTED: a.en.screen.pdf")
    assert "R0027" in said
    assert "not measured here" in said


@pytest.mark.usefixtures("_no_ghostscript")
def test_preflight_by_what_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml"), "--edition", "print"])
    capsys.readouterr()
    assert run(["preflight", "output/a.en.print.pdf", "--profile", "x1a", "--format", "json"]) == FINDINGS
    data = json.loads(capsys.readouterr().out)
    assert data["file"] == "a.en.print.pdf"
    assert {"X-01", "X-10"} <= {hit["rule"] for hit in data["hits"]}
    assert run(["preflight", "output/a.en.print.pdf", "--profile", "x4", "--out", "r.txt"]) == DONE
    assert capsys.readouterr().out == "output/a.en.print.pdf  ready to print\nr.txt  the report\n"
    assert "GWG" not in Path("r.txt").read_text("utf-8")


@pytest.mark.usefixtures("_no_ghostscript")
def test_preflight_of_several_files_is_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml"), spec("b.yaml"), "--edition", "print"])
    capsys.readouterr()
    assert run(["preflight", "output/a.en.print.pdf", "output/b.en.print.pdf", "--format", "json"]) == DONE
    assert [one["file"] for one in json.loads(capsys.readouterr().out)] == ["a.en.print.pdf", "b.en.print.pdf"]


@pytest.mark.usefixtures("_no_ghostscript")
def test_preflight_tells_faults_by_the_lines_of_the_spec(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml", GOOD + "main:\n  - text: Some words.\n"), "--edition", "screen"])
    capsys.readouterr()
    assert run(["preflight", "output/a.en.screen.pdf", "--spec", "a.yaml"]) == DONE
    assert run(["preflight", "output/a.en.screen.pdf", "--spec", "a.yaml", "--profile", "x4,gwg"]) == FINDINGS
    assert "a.yaml, line" in capsys.readouterr().out


def test_preflight_compares_a_screen_file_with_its_spec(capsys: pytest.CaptureFixture[str]) -> None:
    text = GOOD + "main:\n  - text: Some words.\n  - text: Other words.\n"
    run(["build", spec("a.yaml", text), "--edition", "screen"])
    capsys.readouterr()
    spec("a.yaml", text.replace("Other words.", "Words that nobody hears."))
    assert run(["preflight", "output/a.en.screen.pdf", "--spec", "a.yaml"]) == FINDINGS
    said = capsys.readouterr().out
    assert "S-01" in said
    assert "a.yaml, line" in said


@pytest.mark.usefixtures("_no_ghostscript")
def test_preflight_writes_pictures_of_the_pages(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml"), "--edition", "print"])
    assert run(["preflight", "output/a.en.print.pdf", "--format", "html", "--out", "r.html"]) == DONE
    assert "<!doctype html>" in Path("r.html").read_text("utf-8").lower()
    assert capsys.readouterr().out.endswith("r.html  the report\n")


@pytest.mark.usefixtures("_no_ghostscript")
def test_preflight_of_what_is_no_pdf(capsys: pytest.CaptureFixture[str]) -> None:
    Path("no.pdf").write_bytes(b"no PDF")
    assert run(["preflight", "no.pdf"]) == FINDINGS
    assert "this is not a PDF" in capsys.readouterr().out
    assert run(["preflight", "nowhere.pdf"]) == FINDINGS
    assert "nowhere.pdf cannot be read: No such file" in capsys.readouterr().err
    assert run(["preflight", "no.pdf", "--spec", spec("b.yaml", BAD)]) == FINDINGS
    assert "did you mean “title”?" in capsys.readouterr().err
    assert run(["preflight", "no.pdf", "--out", "nowhere/r.txt"]) == FINDINGS
    assert "nowhere/r.txt cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["preflight"], "the following arguments are required: FILE.pdf"),
        (["preflight", "a.pdf", "--profile", "x3"], "there is no profile “x3”; there are x4, x1a, gwg"),
        (["preflight", "a.pdf", "--profile", ","], "no profile is named"),
        (["build", "--standard", "x2"], "there is no standard “x2”; there are x4, x1a"),
        (["build", "--standard", " "], "no standard is named"),
        (["package", "a.yaml"], "the following arguments are required: --copies"),
        (["package", "a.yaml", "--copies", "1,5"], "argument --copies: “1,5” is no whole number"),
        (["package", "a.yaml", "--copies", "many"], "argument --copies: “many” is no whole number"),
    ],
)
def test_a_wrong_order_is_said_in_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leaves(*arguments) == WRONG
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("_no_ghostscript")
def test_package_writes_one_zip(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["package", spec("a.yaml"), "--copies", "500", "--paper", "135 g/m²", "--lang", "en"]) == DONE
    assert files() == ["a.en.handover.zip"]
    assert "output/a.en.handover.zip  1 page" in capsys.readouterr().out
    assert run(["package", "a.yaml", "--copies", "0"]) == FINDINGS
    assert "0 copies cannot be ordered" in capsys.readouterr().out
    assert run(["package", "a.b.yaml", "--copies", "1"]) == WRONG


def test_build_judges_print_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["build", spec("a.yaml"), "--standard", "x4,x1a", "--edition", "print"]) == DONE
    assert [name for name in files() if name.endswith(".pdf")] == ["a.en.print-x1a.pdf", "a.en.print.pdf"]
    assert len(files()) == 8
    assert "1 spec built" in capsys.readouterr().out


def test_a_report_never_overwrites_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    Path("me.pdf").write_bytes(b"%PDF-1.6 whatever")
    Path("link.pdf").symlink_to("me.pdf")
    for out in ("me.pdf", "./me.pdf", "link.pdf"):
        assert run(["preflight", "me.pdf", "--out", out]) == WRONG
        assert "would overwrite" in capsys.readouterr().err
    assert run(["preflight", "me.pdf", "--spec", spec("a.yaml"), "--out", "a.yaml"]) == WRONG
    assert Path("me.pdf").read_bytes() == b"%PDF-1.6 whatever"
    assert Path("a.yaml").read_text("utf-8") == GOOD


def test_preflight_opens_files_alone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("pipe.pdf")
    Path("large.pdf").write_bytes(b"%PDF" * 10)
    monkeypatch.setattr(limits, "PDF_BYTES", 20)
    for name, said in (("pipe.pdf", "not a file"), ("/dev/zero", "not a file"), ("large.pdf", "is larger than")):
        assert run(["preflight", name]) == FINDINGS
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", [["build"], ["package", "--copies", "5"]])
@pytest.mark.parametrize(("out", "said"), [("x" * 300, "File name too long"), ("a.yaml", "is a file, not a folder")])
def test_a_place_that_can_be_no_folder_is_refused_before_anything_is_made(
    command: list[str], out: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command[0], spec("a.yaml"), *command[1:], "--out", out]) == WRONG
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("_no_ghostscript")
def test_a_file_that_is_not_there_takes_no_report_from_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml"), "--edition", "print", "--no-judge"])
    capsys.readouterr()
    for files in (["no.pdf", "output/a.en.print.pdf"], ["output/a.en.print.pdf", "no.pdf"]):
        assert run(["preflight", *files]) == FINDINGS
        out, err = capsys.readouterr()
        assert out.startswith("READY TO PRINT: a.en.print.pdf")
        assert "no.pdf cannot be read" in err


def test_an_html_report_is_about_one_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", "a.pdf", "b.pdf", "--format", "html"]) == WRONG
    assert "an HTML report is about one file" in capsys.readouterr().err


@pytest.mark.usefixtures("_no_ghostscript")
def test_a_spec_that_the_file_was_not_made_from_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", spec("a.yaml"), "--edition", "print", "--no-judge"])
    other = spec("b.yaml", "title: Another one\nmain:\n  - text: Forty wells.\n")
    capsys.readouterr()
    run(["preflight", "output/a.en.print.pdf", "--spec", other])
    assert "it was not made from that spec, so its limits may be wrong" in capsys.readouterr().out
    run(["preflight", "output/a.en.print.pdf", "--spec", "a.yaml"])
    assert "not made from that spec" not in capsys.readouterr().out

"""The stages in order: the same bytes whatever came before, the date, and what becomes of each spec."""

import gc
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from factsheet import build as build_module
from factsheet.build import DATE, Outcome, build, check, limits_of, pages_and_press, press, typography
from factsheet.engine import Engine
from factsheet.findings import FactsheetError, Finding

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "specs" / "mongolia-labour-migration.yaml"
BOTH = ("print", "screen")
EVERY = ("en.print", "en.screen", "mn.print.DRAFT", "mn.screen.DRAFT")
"""What is made of the sample: its translation has not been read by a second person."""

SPECS = {
    "en": "title: One\ndate: 2014-02-28\nmain:\n  - heading: B\n  - text: Words **strong** and *soft*[^1]\n"
    "sidebar:\n  - duration: {start: 2012-08, end: 2014-02}\n  - budget: {amount: 100000, currency: USD}\n"
    "notes: {1: A note}\n",
    "mn": "title: Хоёр дахь үг\nlanguage: mn\ndate: 2014-02-28\nmain:\n  - text: Өвөл үдэш ₮100 ба бусад үгс\n"
    "sidebar:\n  - partners: [Хөдөлмөрийн яам, Гадаад хэргийн яам]\n",
    "table": "title: Three\npage_size: Letter\ndate: 2014-02-28\nmain:\n  - table:\n      columns: [Wörter, Числа]\n"
    "      rows: [[a, '1'], [b, '2']]\n  - figures: [{value: '150', caption: people}]\n",
}


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def spec(folder: Path, text: str, name: str = "a") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def made(folder: Path, engine: Engine, order: Sequence[str]) -> dict[str, bytes]:
    """The bytes of every file of ``SPECS``, built in ``order`` by ``engine``."""
    folder.mkdir()
    for name in order:
        outcome = build(spec(folder, SPECS[name], name), BOTH, folder / "out", engine)
        assert not outcome.failed
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def dates(outcome: Outcome) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.rule == "date"]


# The same bytes


def test_the_same_spec_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    names = list(SPECS)
    first = made(tmp_path / "1", Engine(), names)
    assert len(first) == 2 * len(SPECS)
    warm = Engine()
    assert made(tmp_path / "2", warm, names[::-1]) == first
    assert made(tmp_path / "3", warm, [names[1], names[0], names[2]]) == first


def test_a_spec_built_alone_gives_the_bytes_of_one_built_among_others(tmp_path: Path) -> None:
    among = made(tmp_path / "among", Engine(), list(SPECS))
    for name in SPECS:
        alone = made(tmp_path / name, Engine(), [name])
        assert len(alone) == 2
        assert alone == {file: among[file] for file in alone}


def test_a_wrong_spec_in_between_changes_nothing(tmp_path: Path) -> None:
    engine = Engine()
    path = spec(tmp_path, SPECS["en"])
    first = [file.read_bytes() for file in build(path, BOTH, tmp_path, engine).written]
    for wrong in ("title: [\n", "titel: A\n", "title: A 漢\n", "title: A\npages: 0\n"):
        assert build(spec(tmp_path, wrong, "b"), BOTH, tmp_path, engine).failed
    assert [file.read_bytes() for file in build(path, BOTH, tmp_path, engine).written] == first


def test_one_edition_alone_has_the_bytes_of_both_together(tmp_path: Path) -> None:
    path = spec(tmp_path, SPECS["en"])
    both = {file.name: file.read_bytes() for file in build(path, BOTH, tmp_path / "both", Engine()).written}
    for edition in BOTH[::-1]:
        (file,) = build(path, (edition,), tmp_path / edition, Engine()).written
        assert file.read_bytes() == both[file.name]


def test_the_name_of_the_folder_is_not_in_the_bytes(tmp_path: Path) -> None:
    for place in ("here", "ü there"):
        (tmp_path / place).mkdir()
    outcomes = [
        build(spec(tmp_path / place, SPECS["en"]), BOTH, tmp_path / place, Engine()) for place in ("here", "ü there")
    ]
    one, other = ([file.read_bytes() for file in outcome.written] for outcome in outcomes)
    assert one == other
    assert not any(os.fsencode(tmp_path) in data for data in one)


def test_another_process_clock_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    build(SAMPLE, BOTH, tmp_path / "here", Engine())
    arguments = ["build", "--no-judge", str(SAMPLE), "--out", "there"]
    code = f"from factsheet.cli import run; raise SystemExit(run({arguments!r}))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Ulaanbaatar", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=True)
    here, there = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("here", "there"))
    assert sorted(here) == sorted(f"{SAMPLE.stem}.{tail}.pdf" for tail in EVERY)
    assert here == there


# The date


def test_a_date_of_the_spec_is_the_date_of_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    outcome = build(spec(tmp_path, "title: A\ndate: 2014-02-28\n"), BOTH, tmp_path, Engine())
    assert dates(outcome) == []
    assert all(b"20140228" in file.read_bytes() or b"2014-02-28" in file.read_bytes() for file in outcome.written)


def test_a_document_without_a_date_has_a_fixed_one_and_a_note(tmp_path: Path) -> None:
    outcome = build(spec(tmp_path, "# comment\ntitle: A\n"), BOTH, tmp_path, Engine())
    (note,) = dates(outcome)
    assert DATE == "2000-01-01"
    assert note.severity == "note"
    assert DATE in note.message
    assert note.hint.startswith("add date: ")
    assert (note.where.line, note.where.column) == (2, 8)
    assert not outcome.failed
    assert all(b"20000101" in file.read_bytes() or b"2000-01-01" in file.read_bytes() for file in outcome.written)


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", "1970-01-01"), ("1393545599", "2014-02-27"), ("1393545600", "2014-02-28")]
)
def test_the_environment_may_give_the_date(
    epoch: str, day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated = build(spec(tmp_path, "title: A\n"), ("screen",), tmp_path / "fixed", Engine()).written[0].read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Asia/Ulaanbaatar")
    outcome = build(spec(tmp_path, "title: A\n"), ("screen",), tmp_path, Engine())
    assert dates(outcome) == []
    data = outcome.written[0].read_bytes()
    assert data != dated
    assert day.replace("-", "").encode() in data or day.encode() in data


@pytest.mark.parametrize("epoch", ["", "soon", "-1", "²", "1.5", " 1", "9" * 30])
def test_an_epoch_that_is_none_is_as_if_it_were_not_there(
    epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    outcome = check(spec(tmp_path, "title: A\n"), Engine())
    assert len(dates(outcome)) == 1
    assert not outcome.failed


# Outcomes


def test_the_outcome_of_a_good_spec(tmp_path: Path) -> None:
    outcome = build(SAMPLE, BOTH, tmp_path, Engine())
    assert outcome.spec == SAMPLE
    assert outcome.written == tuple(tmp_path / f"{SAMPLE.stem}.{tail}.pdf" for tail in EVERY)
    assert outcome.removed == ()
    assert outcome.pages == 2
    assert outcome.seconds > 0
    assert not outcome.failed
    assert [finding for finding in outcome.findings if finding.severity == "error"] == []


def test_the_outcome_of_a_wrong_spec(tmp_path: Path) -> None:
    outcome = build(spec(tmp_path, "titel: A\n"), BOTH, tmp_path / "out", Engine())
    assert outcome.failed
    assert (outcome.written, outcome.removed, outcome.pages) == ((), (), 0)
    assert {finding.rule for finding in outcome.findings} == {"unknown-key"}
    assert not (tmp_path / "out").exists()


def test_every_stage_may_refuse_a_spec_with_a_finding(tmp_path: Path) -> None:
    long = "Many words that go on and on. " * 400
    wrong = {
        "source": ("title: [\n", "syntax"),
        "spec": ("title: A\npages: 0\n", "bad-pages"),
        "texts": ("title: A 漢\n", "missing-glyph"),
        "layout": (f"title: A\npages: 1\nmain:\n  - text: {long}\n", "pages"),
    }
    for text, rule in wrong.values():
        outcome = build(spec(tmp_path, text), BOTH, tmp_path / "out", Engine())
        assert outcome.failed
        assert rule in {finding.rule for finding in outcome.findings if finding.severity == "error"}
        assert outcome.written == ()


def test_typography_finds_what_check_finds_and_measures(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: A title\nmain:\n  - text: Some words.\n", encoding="utf-8")
    found = typography(path, Engine())
    assert found.outcome.findings == check(path, Engine()).findings
    assert found.outcome.pages == 1
    assert found.figures
    path.write_text("titel: A title\n", encoding="utf-8")
    wrong = typography(path, Engine())
    assert wrong.outcome.failed
    assert not wrong.figures


def test_check_finds_what_build_finds(tmp_path: Path) -> None:
    for text in (*SPECS.values(), "title: A\n", "titel: A\n", "title: A\nmain: []\n", "title: [\n"):
        path = spec(tmp_path, text)
        checked, built = check(path, Engine()), build(path, BOTH, tmp_path / "out", Engine())
        assert checked.findings == built.findings
        assert checked.pages == built.pages
        assert (checked.written, checked.removed) == ((), ())


def test_two_specs_in_one_folder_are_two_pairs_of_files(tmp_path: Path) -> None:
    engine, out = Engine(), tmp_path / "out"
    first = build(spec(tmp_path, SPECS["en"], "a"), BOTH, out, engine)
    second = build(spec(tmp_path, SPECS["mn"], "b"), BOTH, out, engine)
    assert (first.removed, second.removed) == ((), ())
    names = ["a.en.print.pdf", "a.en.screen.pdf", "b.mn.print.pdf", "b.mn.screen.pdf"]
    assert sorted(path.name for path in out.iterdir()) == names
    assert [path.name for path in (*first.written, *second.written)] == names


def test_what_was_removed_is_told(tmp_path: Path) -> None:
    build(spec(tmp_path, SPECS["en"]), BOTH, tmp_path, Engine())
    outcome = build(spec(tmp_path, SPECS["mn"]), ("screen",), tmp_path, Engine())
    assert [path.name for path in outcome.written] == ["a.mn.screen.pdf"]
    assert [path.name for path in outcome.removed] == ["a.en.screen.pdf"]
    assert not outcome.removed[0].exists()
    assert (tmp_path / "a.en.print.pdf").exists()


def test_files_are_pdfs_of_their_pages(tmp_path: Path) -> None:
    from pypdf import PdfReader

    outcome = build(SAMPLE, BOTH, tmp_path, Engine())
    assert len(outcome.written) == len(EVERY)
    for path in outcome.written:
        assert len(PdfReader(path).pages) == outcome.pages


def test_the_search_for_cycles_is_as_it_was_before(tmp_path: Path) -> None:
    path, wrong = spec(tmp_path, SPECS["en"]), spec(tmp_path, "title: [\n", "b")
    assert gc.isenabled()
    check(path, Engine())
    check(wrong, Engine())
    assert gc.isenabled()
    gc.disable()
    try:
        check(path, Engine())
        assert not gc.isenabled()
    finally:
        gc.enable()


# Never the author's fault

FULL_PAGE = "".join(
    "  - text: Words and more words that fill a line or two, so that a page is full at some time.\n" for _ in range(90)
)
LONG_WORD = "x" * 200


@pytest.mark.parametrize(
    "text",
    [
        "title: '*A* **B** [c](https://d.org) \\*e\\*'\nsubtitle: 'a ** b'\nauthor: '*N*'\nversion: '[1](http://x)'\n",
        "title: A\nmain:\n  - text: '\\*not strong\\* and \\[no link\\]'\n",
        "title: A\nmain:\n  - text: '[[a](https://x.org)](https://y.org)'\n",
        "title: &t A\nsubtitle: *t\nmain:\n  - text: &p Words\n  - text: *p\n  - bullets: &l [B]\n  - numbered: *l\n",
        "title: A\nmain:\n  - text: |\n      a *b c\n\n      d* e\n",
        f"title: A\nmain:\n  - text: B[^1]\n{FULL_PAGE}  - text: C[^1]\nnotes: {{1: The note}}\n",
        'title: A\nmain:\n  - text: "a\\tb\\rc\\n\\n\\nd\\u2028e\\u0085f"\n',
        "title: A\nmain:\n  - text: 'a\u200bb\u2060c\u00add\ufeffe'\n",
    ],
    ids=["titles", "escapes", "nested links", "aliases", "paragraphs", "a note twice", "white space", "invisible"],
)
def test_a_right_spec_is_never_refused(text: str, tmp_path: Path) -> None:
    outcome = check(spec(tmp_path, text), Engine())
    assert [finding.message for finding in outcome.findings if finding.severity == "error"] == []
    assert outcome.pages > 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"title: {LONG_WORD}\n", 1),
        (f"title: A\nsubtitle: {LONG_WORD}\n", 2),
        (f"title: A\nlabel: {LONG_WORD}\n", 2),
        (f"title: A\nmain:\n  - text: {LONG_WORD}\n", 3),
        (f"title: A\nmain:\n  - heading: {LONG_WORD}\n  - text: B\n", 3),
        (f"title: A\nmain:\n  - table:\n      columns: [a, b]\n      rows: [[{LONG_WORD}, c]]\n", 5),
        (f"title: A\nmain:\n  - figures: [{{value: {LONG_WORD}, caption: b}}]\n", 3),
        (f"title: A\nsidebar:\n  - support: {LONG_WORD}\n", 3),
        (f"title: A\nsidebar:\n  - contact: {{email: {LONG_WORD}@example.org}}\n", 3),
        (f"title: A\nmain:\n  - text: B\nsidebar:\n  - {{title: {LONG_WORD}, partners: [C]}}\n  - support: D\n", 5),
        (f"title: A\nmain:\n  - text: B[^1]\nnotes: {{1: {LONG_WORD}}}\n", 4),
        (f"title: A\nfooter: {{text: {LONG_WORD}}}\n", 2),
        (f"title: A\nfooter: {{url: www.{LONG_WORD}.org}}\n", 2),
        (f"title: A\nauthor: {LONG_WORD}\n", 2),
    ],
    ids=[
        "title",
        "subtitle",
        "label",
        "text",
        "heading",
        "cell",
        "figure",
        "support",
        "email",
        "sidebar title",
        "note",
        "footer",
        "address",
        "author",
    ],
)
def test_a_word_that_is_too_long_is_set_somehow_or_named_once_in_its_line(text: str, line: int, tmp_path: Path) -> None:
    outcome = check(spec(tmp_path, text), Engine())
    errors = [finding for finding in outcome.findings if finding.severity == "error"]
    assert [finding.where.line for finding in errors] in ([], [line])
    assert "fault of the program" not in "".join(finding.hint for finding in errors)


# Pictures


def test_a_picture_with_too_few_pixels_is_refused_at_its_line(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "logo.png")
    text = "title: A\nmain:\n  - picture:\n      file: logo.png\n      alt: A dark field\n"
    outcome = build(spec(tmp_path, text), BOTH, tmp_path / "out")
    (found,) = [finding for finding in outcome.findings if finding.rule == "resolution"]
    assert (found.severity, found.where.line, found.where.column) == ("error", 4, 13)
    assert outcome.written == ()


def test_a_picture_that_vanishes_under_way_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factsheet import build as stages

    path = tmp_path / "field.png"
    Image.new("RGB", (900, 600)).save(path)
    monkeypatch.setattr(stages, "judge_pictures", lambda _: path.unlink() or [])
    text = "title: A\nmain:\n  - picture: {file: field.png, alt: A dark field}\n"
    outcome = build(spec(tmp_path, text), BOTH, tmp_path / "out", Engine())
    assert outcome.failed
    assert "there is no file field.png" in {finding.message for finding in outcome.findings}
    assert not list((tmp_path / "out").glob("*"))


def test_a_picture_below_the_folder_of_the_spec_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        Image.new("RGB", (900, 600), (200, 80, 60)).save(tmp_path / name / "field.png")
        text = "title: A\ndate: 2014-02-28\nmain:\n  - picture: {file: field.png, alt: A field}\n"
        outcome = build(spec(tmp_path / name, text), BOTH, tmp_path / name / "out", Engine())
        files.append([path.read_bytes() for path in outcome.written])
    assert files[0]
    assert files[0] == files[1]


# Judging


def judged(folder: Path, text: str = "title: A\ndate: 2014-02-28\n", **options: Any) -> Outcome:
    return build(spec(folder, text), ("print",), folder / "out", Engine(), judge=True, **options)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").glob("*"))


REPORTS = ["preflight.html", "preflight.json", "preflight.txt"]


def test_a_print_file_is_judged_and_its_reports_stand_beside_it(tmp_path: Path) -> None:
    outcome = judged(tmp_path)
    assert not outcome.failed
    assert names(tmp_path) == sorted(f"a.en.print.{ending}" for ending in ["pdf", *REPORTS])
    report = (tmp_path / "out" / "a.en.print.preflight.txt").read_text("utf-8")
    assert report.startswith("READY TO PRINT: a.en.print.pdf")
    assert "not measured on the plates" in report


def test_both_standards_at_once(tmp_path: Path) -> None:
    assert not judged(tmp_path, standards=("x4", "x1a")).failed
    assert [name for name in names(tmp_path) if name.endswith(".pdf")] == ["a.en.print-x1a.pdf", "a.en.print.pdf"]
    assert not judged(tmp_path, standards=("x1a",)).failed
    assert names(tmp_path) == sorted(f"a.en.print-x1a.{ending}" for ending in ["pdf", *REPORTS])


def test_the_theme_says_which_standard(tmp_path: Path) -> None:
    (tmp_path / "old.theme.yaml").write_text("based_on: bold\nstandard: x1a\n", "utf-8")
    assert not judged(tmp_path, "title: A\ndate: 2014-02-28\ntheme: old\n").failed
    assert "a.en.print-x1a.pdf" in names(tmp_path)


def test_a_file_that_fails_is_named_so_and_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(tmp_path)
    real = build_module.paint
    monkeypatch.setattr(build_module, "paint", lambda *given: real(*given).replace(b"PDF/X-4", b"PDF/X-9"))
    outcome = judged(tmp_path)
    assert outcome.failed
    assert names(tmp_path) == sorted(["a.en.print.REJECTED.pdf", *(f"a.en.print.{ending}" for ending in REPORTS)])
    assert [path.name for path in outcome.removed] == ["a.en.print.pdf"]
    wrong = [finding for finding in outcome.findings if finding.severity == "error"]
    assert "preflight-R0001" in {finding.rule for finding in wrong}
    assert all(finding.message.startswith("a.en.print.REJECTED.pdf") for finding in wrong)
    monkeypatch.undo()
    assert not judged(tmp_path).failed
    assert "a.en.print.REJECTED.pdf" not in names(tmp_path)


def test_a_fault_is_told_at_the_line_that_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = build_module.paint
    monkeypatch.setattr(build_module, "paint", lambda *given: real(*given).replace(b"/OPM 1", b"/OPM 0"))
    outcome = judged(tmp_path, "title: A\ndate: 2014-02-28\nmain:\n  - text: A lead.\n  - bullets: [Some words]\n")
    (found,) = [finding for finding in outcome.findings if finding.rule == "preflight-H-06"]
    assert found.where.line == 5


def test_other_editions_are_not_judged(tmp_path: Path) -> None:
    made = spec(tmp_path, "title: A\ndate: 2014-02-28\n")
    outcome = build(made, ("screen", "office", "proof"), tmp_path / "out", Engine(), judge=True)
    assert not outcome.failed
    assert names(tmp_path) == ["a.en.office.pdf", "a.en.proof.pdf", "a.en.screen.pdf"]


def test_too_much_ink_is_told_before_anything_is_written(tmp_path: Path) -> None:
    Image.new("CMYK", (900, 600), (255, 255, 255, 255)).save(tmp_path / "heavy.tif")
    outcome = judged(tmp_path, "title: A\ndate: 2014-02-28\nmain:\n  - picture: {file: heavy.tif, alt: H}\n")
    (found,) = [finding for finding in outcome.findings if finding.severity == "error"]
    assert (found.rule, found.where.line) == ("ink-limit", 4)
    assert "heavy.tif has 400 % of ink in all" in found.message
    assert not (tmp_path / "out").exists()


def test_what_a_package_is_made_of(tmp_path: Path) -> None:
    printed = press(spec(tmp_path, "title: A\ndate: 2014-02-28\nversion: '2'\n"), "x1a", Engine())
    assert printed.edition.name == "print-x1a"
    assert printed.data.startswith(b"%PDF-1.4")
    assert printed.preview.startswith(b"%PDF-1.7")
    assert (printed.document.name, printed.document.version) == ("a", "2")
    with pytest.raises(FactsheetError, match="there is no key called “titel”"):
        press(spec(tmp_path, "titel: A\n"), None, Engine())
    with pytest.raises(FactsheetError, match="there is no key called “titel”"):
        pages_and_press(spec(tmp_path, "titel: A\n"), Engine())


def test_spot_colours_of_the_theme_are_wanted(tmp_path: Path) -> None:
    text = 'based_on: institutional\ninks:\n  navy: {spot: Gold, cmyk: [0, 20, 60, 40], rgb: "#5A4A20"}\n'
    (tmp_path / "gold.theme.yaml").write_text(text, "utf-8")
    made = pages_and_press(spec(tmp_path, "title: A\ndate: 2014-02-28\ntheme: gold\n"), Engine())
    limits = limits_of(made.press, made.document)
    assert limits.spots == {"Gold"}
    assert (limits.bleed_mm, limits.ink_limit) == (pytest.approx(3), 300)
    assert not judged(tmp_path, "title: A\ndate: 2014-02-28\ntheme: gold\n").findings


def test_the_page_with_its_card_and_the_text(tmp_path: Path) -> None:
    outcome = build(spec(tmp_path, SPECS["en"]), ("web", "text"), tmp_path)
    assert [path.name for path in outcome.written] == ["a.en.web.html", "a.en.web.png", "a.en.text.md"]
    assert b'content="a.en.web.png"' in outcome.written[0].read_bytes()
    assert outcome.written[1].read_bytes().startswith(b"\x89PNG")
    assert "# One\n" in outcome.written[2].read_text(encoding="utf-8")
    again = build(spec(tmp_path, SPECS["en"]), ("web", "text"), tmp_path / "again", Engine())
    assert [path.read_bytes() for path in again.written] == [path.read_bytes() for path in outcome.written]


def test_pages_and_texts_that_are_stale_are_removed(tmp_path: Path) -> None:
    build(spec(tmp_path, SPECS["en"]), ("web", "text"), tmp_path)
    outcome = build(spec(tmp_path, SPECS["en"].replace("title", "language: de\ntitle", 1)), ("web",), tmp_path)
    assert [path.name for path in outcome.removed] == ["a.en.web.html", "a.en.web.png"]
    assert (tmp_path / "a.en.text.md").is_file()


def test_a_theme_may_have_the_facts_read_first(tmp_path: Path) -> None:
    from factsheet.preflight.opened import Opened
    from factsheet.preflight.tree import tree_of

    (tmp_path / "facts.theme.yaml").write_text("based_on: institutional\nsidebar: {read: first}\n", encoding="utf-8")
    text = "title: T\ntheme: facts\nmain:\n  - heading: Story\n  - text: Words.\nsidebar:\n  - support: A fund.\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    outcome = build(tmp_path / "a.yaml", ("screen",), tmp_path, judge=True)
    (path,) = outcome.written
    assert path.name == "a.en.screen.pdf"  # judged with its spec: its order is that of the theme
    (document,) = tree_of(Opened(path.read_bytes())).top
    roles = [element.role for element in document.elements]
    assert roles.index("Sect") < roles.index("H2")


def test_a_screen_edition_that_fails_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "factsheet.paint.pdfua.PROPERTIES", {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "2"}
    )
    (tmp_path / "a.yaml").write_text("title: T\nmain:\n  - text: Words.\n", encoding="utf-8")
    outcome = build(tmp_path / "a.yaml", ("screen",), tmp_path, judge=True)
    assert outcome.failed
    assert "a.en.screen.pdf" not in {path.name for path in outcome.written}
    assert [path.name for path in outcome.written] == ["a.en.screen.REJECTED.pdf"]

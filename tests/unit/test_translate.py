"""From a spec to its PO file and back: what is written, what is said of the room, and how far a language is."""

from pathlib import Path

import polib
import pytest

from factsheet.build import build, press
from factsheet.cli import DONE, FINDINGS, WRONG, run
from factsheet.engine import Engine
from factsheet.findings import CatalogueError, FactsheetError
from factsheet.translate import Kind, exported, imported, statuses, table, translate

SPEC = (
    "title: Clean water\ndate: 2014-02-28\nmain:\n  - heading: What was done\n  - bullets:\n"
    "      - Twelve herders were trained to keep wells in good repair\n      - A road was built\n"
    "sidebar:\n  - partners: [The ministry]\n"
)
OPEN = {"fuzzy", "untranslated", "unreviewed", "too-long"}
"""What is left to do in a translation."""

MONGOLIAN = {
    "title": "Цэвэр ус",
    "main[0].heading": "Юу хийв",
    "main[1].bullets[0].text": "Арван хоёр малчин худаг засварлаж сурав",
    "main[1].bullets[1].text": "Зам тавив",
    "sidebar[0].partners[0]": "Яам",
}


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def fill(spec: Path, comment: str = "") -> None:
    translate(spec, "mn", Engine())
    file = polib.pofile(str(spec.with_name("a.mn.po")))
    for entry in file:
        entry.msgstr, entry.tcomment = MONGOLIAN[entry.msgctxt], comment
    file.save()


def test_a_new_file_has_every_text_its_place_and_its_room(spec: Path) -> None:
    merged = translate(spec, "mn", Engine())
    assert (merged.new, merged.changed, merged.path.name) == (True, True, "a.mn.po")
    file = polib.pofile(str(merged.path))
    assert [entry.msgctxt for entry in file] == [*MONGOLIAN]
    assert file.metadata["Language"] == "mn"
    title, _, bullet, *_ = file
    assert title.occurrences == [("a.yaml", "1")]
    assert title.comment == "now 11 characters in 1 line"
    assert bullet.comment.startswith("room: ")
    assert "in 1 line" in bullet.comment
    again = translate(spec, "mn", Engine())
    assert (again.new, again.changed) == (False, False)


def test_the_files_of_a_language_are_drafts_until_all_is_translated_and_read(spec: Path) -> None:
    out = spec.parent / "out"
    translate(spec, "mn", Engine())
    first = build(spec, ("screen",), out, Engine(), judge=True)
    assert [path.name for path in first.written] == ["a.en.screen.pdf", "a.mn.screen.DRAFT.pdf"]
    assert [finding.rule for finding in first.findings].count("untranslated") == len(MONGOLIAN)
    fill(spec, "unreviewed")
    assert [path.name for path in build(spec, ("screen",), out, Engine()).written][1] == "a.mn.screen.DRAFT.pdf"
    fill(spec)
    done = build(spec, ("screen",), out, Engine(), judge=True, final=True)
    assert [path.name for path in done.written] == ["a.en.screen.pdf", "a.mn.screen.pdf"]
    assert [path.name for path in done.removed] == ["a.mn.screen.DRAFT.pdf"]
    assert not any(finding.rule in OPEN for finding in done.findings)


def test_drafts_are_refused_where_they_would_be_final(spec: Path) -> None:
    translate(spec, "mn", Engine())
    outcome = build(spec, ("screen",), spec.parent / "out", Engine(), final=True)
    assert [path.name for path in outcome.written] == ["a.en.screen.pdf"]
    assert [finding.rule for finding in outcome.findings if finding.severity == "error"] == ["draft"]
    with pytest.raises(FactsheetError, match="not finished"):
        press(spec, None, Engine(), "mn")


def test_a_changed_sentence_is_printed_in_its_language_and_told_at_its_translation(spec: Path) -> None:
    fill(spec)
    spec.write_text(SPEC.replace("Twelve", "Forty"), encoding="utf-8")
    outcome = build(spec, ("text",), spec.parent, Engine())
    assert [(one.rule, Path(one.where.file).name) for one in outcome.findings if one.rule in OPEN] == [
        ("fuzzy", "a.mn.po")
    ]
    text = (spec.parent / "a.mn.text.DRAFT.md").read_text(encoding="utf-8")
    assert "Forty herders" in text
    assert "Зам тавив" in text


def test_only_the_languages_asked_for_are_made_and_cleared_away(spec: Path) -> None:
    fill(spec)
    out = spec.parent / "out"
    build(spec, ("screen",), out, Engine())
    outcome = build(spec, ("screen",), out, Engine(), languages=("mn",))
    assert [path.name for path in outcome.written] == ["a.mn.screen.pdf"]
    assert (out / "a.en.screen.pdf").exists()
    spec.with_name("a.mn.po").write_text("nonsense", encoding="utf-8")
    broken = build(spec, ("screen",), out, Engine())
    assert [path.name for path in broken.written] == ["a.en.screen.pdf"]
    assert [path.name for path in broken.removed] == ["a.mn.screen.pdf"]
    assert broken.failed


def test_a_missing_translation_says_how_to_make_it(spec: Path) -> None:
    outcome = build(spec, ("screen",), spec.parent / "out", Engine(), languages=("fr",))
    assert not outcome.written
    assert "factsheet translate" in outcome.findings[0].hint


def test_a_character_that_no_font_has_is_told_at_the_translation(spec: Path) -> None:
    fill(spec)
    path = spec.with_name("a.mn.po")
    path.write_text(path.read_text(encoding="utf-8").replace("Зам тавив", "Зам 漢"), encoding="utf-8")
    outcome = build(spec, ("screen",), spec.parent / "out", Engine())
    errors = [one for one in outcome.findings if one.severity == "error"]
    assert [(one.rule, Path(one.where.file).name) for one in errors] == [("missing-glyph", "a.mn.po")]
    assert [path.name for path in outcome.written] == ["a.en.screen.pdf"]


def test_the_pages_are_those_of_the_source(tmp_path: Path) -> None:
    text = "A sentence of a length that is usual for a factsheet of this kind. " * 26
    path = tmp_path / "a.yaml"
    path.write_text(f"title: T\ndate: 2014-02-28\nmain:\n  - text: {text}\n", encoding="utf-8")
    translate(path, "mn", Engine())
    file = polib.pofile(str(tmp_path / "a.mn.po"))
    for entry in file:
        entry.msgstr = entry.msgid + (" Энэ бол үргэлжлэл." * 12 if len(entry.msgid) > 9 else "")
    file.save()
    outcome = build(path, ("screen",), tmp_path, Engine())
    assert outcome.pages == build(path, ("screen",), tmp_path, Engine(), languages=("mn",)).pages


def test_the_status_counts_and_points(spec: Path) -> None:
    fill(spec, "unreviewed")
    spec.write_text(SPEC.replace("Twelve", "Forty").replace("A road was built", "Something else"), encoding="utf-8")
    (status,) = statuses(spec, (), Engine())
    assert (status.texts, status.translated, status.fuzzy, status.missing, status.unreviewed) == (5, 3, 1, 1, 4)
    assert not status.finished
    assert [finding.rule for finding in status.findings] == ["fuzzy", "untranslated"]
    assert table([status]).splitlines()[1].split() == ["mn", "5", "3", "1", "1", "0", "4", "0", "draft"]


def test_what_does_not_fit_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: T\npages: 1\nmain:\n  - text: A short text\n", encoding="utf-8")
    translate(path, "mn", Engine())
    file = polib.pofile(str(tmp_path / "a.mn.po"))
    file[1].msgstr = "Маш урт өгүүлбэр " * 800
    file.save()
    (status,) = statuses(path, ("mn",), Engine())
    assert status.too_long == 1
    (long,) = (finding for finding in status.findings if finding.rule == "too-long")
    assert "shorten it by" in long.hint
    assert status.warnings == 1, "a space at its end"


def test_a_glossary_beside_the_spec_is_asked(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(spec)
    terms = spec.with_name("glossary.mn.yaml")
    terms.write_text("terms:\n  - {en: herder, mn: хоньчин}\n  - {en: well, mn: худаг}\n", encoding="utf-8")
    (status,) = statuses(spec, (), Engine())
    assert (status.warnings, status.finished) == (1, True)
    assert [(one.rule, Path(one.where.file).name) for one in status.findings] == [("glossary", "a.mn.po")]
    assert table([status]).splitlines()[1].split() == ["mn", "5", "5", "0", "0", "0", "0", "1", "finished"]
    for words in ([], ["--status"]):
        assert run(["translate", str(spec), *words]) == DONE
        assert "warning  glossary  “herders” is not translated" in capsys.readouterr().out


def test_nothing_is_written_where_the_glossary_is_wrong(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec.with_name("glossary.mn.yaml").write_text("terms:\n  - {en: herder}\n", encoding="utf-8")
    for words in (["--lang", "mn"], ["--lang", "mn", "--format", "xlsx"]):
        assert run(["translate", str(spec), *words]) == FINDINGS
        assert "glossary.mn.yaml:2:5  error  missing-key  “mn” is missing" in capsys.readouterr().out
    assert sorted(path.name for path in spec.parent.iterdir()) == ["a.yaml", "glossary.mn.yaml"]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "written in en itself"), ("ar", "Arabic script"), ("zh", "Chinese")]
)
def test_languages_that_cannot_be_are_refused(spec: Path, language: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        translate(spec, language, Engine())
    assert not spec.with_name(f"a.{language}.po").exists()


def test_the_command_writes_and_tells(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", str(spec), "--lang", "mn,fr"]) == DONE
    printed = capsys.readouterr().out
    assert "a.mn.po  made" in printed
    assert "a.fr.po  made" in printed
    assert run(["translate", str(spec), "--status"]) == DONE
    assert capsys.readouterr().out.count("draft") == 2
    spec.with_name("a.fr.po").write_text("nonsense", encoding="utf-8")
    assert run(["translate", str(spec)]) == FINDINGS
    assert "a.fr.po:1:1  error  po" in capsys.readouterr().out


KINDS = pytest.mark.parametrize("kind", ["xliff", "xlsx"])


def mixed(spec: Path) -> bytes:
    """A PO file with a text in each state, as it is after it was brought up to date."""
    fill(spec)
    path = spec.with_name("a.mn.po")
    file = polib.pofile(str(path))
    file[0].tcomment = "unreviewed\nask the ministry"
    file[1].flags, file[1].previous_msgid = ["fuzzy", "no-wrap"], "What is done"
    file[2].msgstr = "-5 **худаг** = «ус»\n\n[зам](http://example.org)"
    file[3].msgstr = ""
    file.save()
    translate(spec, "mn", Engine())
    return path.read_bytes()


@KINDS
def test_what_is_sent_and_comes_back_changes_nothing(spec: Path, kind: Kind) -> None:
    before = mixed(spec)
    merged, file = exported(spec, "mn", kind, Engine())
    assert (merged.changed, file.name) == (False, {"xliff": "a.mn.xlf", "xlsx": "a.mn.xlsx"}[kind])
    again = imported(spec, "mn", file, engine=Engine())
    assert (again.changed, again.findings) == (False, ())
    assert again.path.read_bytes() == before


@KINDS
def test_a_po_file_can_be_made_again_of_what_was_sent(spec: Path, kind: Kind) -> None:
    mixed(spec)
    merged, file = exported(spec, "mn", kind, Engine())
    before = polib.pofile(str(merged.path))
    merged.path.unlink()
    made = imported(spec, "mn", file, engine=Engine())
    assert made.new
    after = polib.pofile(str(merged.path))
    said = [
        [(entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy, entry.tcomment) for entry in one]
        for one in (before, after)
    ]
    assert said[0] == said[1]
    assert after[1].previous_msgid == ("What is done" if kind == "xliff" else None)


@KINDS
def test_a_sentence_that_was_changed_meanwhile_is_a_proposal(spec: Path, kind: Kind) -> None:
    fill(spec)
    _, file = exported(spec, "mn", kind, Engine())
    spec.with_name("a.mn.po").unlink()
    spec.write_text(SPEC.replace("Twelve", "Forty").replace("sidebar:\n  - partners: [The ministry]\n", ""))
    merged = imported(spec, "mn", file, engine=Engine())
    assert (merged.status.translated, merged.status.fuzzy) == (3, 1)
    assert [one.rule for one in merged.findings] == ["unknown-text"]
    (fuzzy,) = polib.pofile(str(merged.path)).fuzzy_entries()
    assert fuzzy.previous_msgid.startswith("Twelve herders")
    assert [Path(one.where.file).name for one in merged.status.findings] == ["a.mn.po"]


@pytest.mark.parametrize("name", ["b.xlf", "b.xlsx", "b.txt", "b"])
def test_a_broken_file_is_refused_and_nothing_is_written(spec: Path, name: str) -> None:
    file = spec.with_name(name)
    file.write_text("nonsense", encoding="utf-8")
    with pytest.raises(CatalogueError):
        imported(spec, "mn", file, engine=Engine())
    assert sorted(path.name for path in spec.parent.iterdir()) == ["a.yaml", name]


def test_what_cannot_be_sent_leaves_all_as_it_was(spec: Path) -> None:
    fill(spec)
    path = spec.with_name("a.mn.po")
    path.write_text(path.read_text(encoding="utf-8").replace("Зам", "З\x07ам"), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(CatalogueError, match=r"U\+0007"):
        exported(spec, "mn", "xliff", Engine())
    assert path.read_bytes() == before
    assert not spec.with_name("a.mn.xlf").exists()


def test_the_command_sends_and_reads(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", str(spec), "--lang", "mn", "--format", "xlsx"]) == DONE
    assert "a.mn.xlsx  written" in capsys.readouterr().out
    assert run(["translate", str(spec), "--lang", "mn", "--import", str(spec.with_name("a.mn.xlsx"))]) == DONE
    assert "a.mn.po  up to date" in capsys.readouterr().out
    assert run(["translate", str(spec), "--lang", "fr", "--import", str(spec.with_name("a.mn.xlsx"))]) == FINDINGS
    assert "into mn, not into fr" in capsys.readouterr().out
    assert not spec.with_name("a.fr.po").exists()


@pytest.mark.parametrize(
    "words", [["--import", "b.xlf"], ["--lang", "mn,fr", "--import", "b.xlf"], ["--status", "--format", "xliff"]]
)
def test_words_that_do_not_go_together_are_refused(
    spec: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["translate", str(spec), *words]) == WRONG
    assert "factsheet translate --help" in capsys.readouterr().err

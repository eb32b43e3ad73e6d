"""The screen edition is PDF/UA-1 and PDF/A-2a; and where veraPDF refuses a file, so do we."""

import os
from functools import cache
from pathlib import Path

import pytest

from factsheet.design.theme import names
from factsheet.preflight.hits import Standard
from factsheet.preflight.judge import judge_file
from tests.conformance.broken import broken
from tests.conformance.broken.sound import SOUND
from tests.conformance.broken.variant import Broken
from tests.conformance.programs import ROOT, SPECS, Built, factsheet, made_once, outside
from tests.conformance.strangers import weasyprint
from tests.conformance.verapdf import broken_rules

pytestmark = pytest.mark.conformance

PROFILES = ("ua1", "2a")
USUAL = "institutional"


@pytest.fixture(scope="session")
def themed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every spec in a theme that it does not name, the themes and sizes of page by turns, as screen editions."""
    folder, _ = made_once(tmp_path_factory, "themed", _themed)
    return sorted((folder / "out").glob("*.pdf"))


def _themed(folder: Path) -> str:
    for name in ("logos", "pictures"):
        for place in (ROOT / "tests/data/specs", ROOT / "specs"):
            if (place / name).is_dir():
                (folder / name).mkdir(exist_ok=True)
                for path in (place / name).iterdir():
                    (folder / name / path.name).write_bytes(path.read_bytes())
    specs = []
    others = [name for name in names() if name != USUAL]
    assert len(others) >= 2
    for number, spec in enumerate(SPECS):
        text = spec.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith(("theme:", "page_size:", "pages:"))]
        theme, size = others[number % len(others)], ("Letter", "Letter", "A4")[number % 3]
        path = folder / f"{spec.stem}-{theme}.yaml"
        path.write_text("\n".join([*lines, f"theme: {theme}", f"page_size: {size}", ""]), encoding="utf-8")
        specs.append(path)
    run = factsheet("build", "--no-judge", "--edition", "screen", *specs, "--out", folder / "out")
    assert len(list((folder / "out").glob("*.pdf"))) == len(specs), run.stdout[-4000:] + run.stderr
    return run.stdout


def complaints(profile: str, files: list[Path]) -> dict[str, list[str]]:
    """The files that veraPDF refuses, with the rules that they break."""
    return {path.name: rules for path, rules in broken_rules(profile, files).items() if rules}


@pytest.mark.parametrize("profile", PROFILES)
def test_every_screen_file_conforms(profile: str, built: Built) -> None:
    files = [path for (_, edition), path in built.files.items() if edition == "screen"]
    translations = [path for spec in SPECS for path in spec.parent.glob(f"{spec.stem}.*.po")]
    assert len(files) == len(SPECS) + len(translations), built.said
    assert complaints(profile, files) == {}


@pytest.mark.parametrize("profile", PROFILES)
def test_every_screen_file_that_make_wrote_conforms(profile: str, request: pytest.FixtureRequest) -> None:
    """Those in the folder that “make conformance” names; without it, the same specs as they were built here."""
    folder = os.environ.get("FACTSHEET_OUTPUT")
    shipped = [path.stem for path in sorted((ROOT / "specs").glob("*.yaml")) if "." not in path.stem]
    if folder:
        files = sorted((ROOT / folder).glob("*.screen*.pdf"))
    else:
        built: Built = request.getfixturevalue("built")
        files = [built.file(name, "screen") for name in shipped]
    assert len(files) >= len(shipped)
    assert complaints(profile, files) == {}


@pytest.mark.slow
@pytest.mark.parametrize("profile", PROFILES)
def test_other_themes_and_sizes_conform(profile: str, themed: list[Path]) -> None:
    assert complaints(profile, themed) == {}


UNSEEN = {
    "text-straight-in-an-item",
    "ruby-text-alone",
    "warichu-text-alone",
    "a-picture-with-empty-words",
    "a-clip-of-no-kind",
    "a-clip-without-words",
    "a-page-out-of-another-file",
    "the-map-is-newer",
    "a-mark-of-the-printer-that-is-no-artefact",
    "an-element-points-to-another-parent",
    "the-tree-is-a-circle",
    "a-number-in-two-elements",
    "a-number-twice-on-a-page",
    "an-element-of-content-that-is-not-there",
    "the-next-key-is-in-use",
    "the-parent-tree-leads-elsewhere",
    "a-font-that-does-not-say-what-it-is",
    "a-font-of-no-kind",
}
"""Broken files with which veraPDF finds nothing wrong: rules that it does not ask, or asks less strictly."""

UNREAD = {"a-map-that-rests-on-one-that-nobody-knows", "encrypted-against-screen-readers"}
"""Broken files that it does not judge at all."""


@cache
def screen_files() -> list[Broken]:
    """The broken files for screens that veraPDF should refuse, and those that it cannot see."""
    return [one for one in broken() if one.base in ("ua1", "a2a") and one.level == "error" and one.name not in UNREAD]


def test_it_refuses_what_we_refuse_and_passes_what_we_pass(tmp_path: Path) -> None:
    written = {tmp_path / f"{one.name}.pdf": one for one in screen_files()}
    for path, one in written.items():
        path.write_bytes(one.data())
    found = [broken_rules(profile, written) for profile in PROFILES]
    passed = {one.name for path, one in written.items() if not any(rules[path] for rules in found)}
    assert passed == UNSEEN


@pytest.mark.parametrize("profile", PROFILES)
def test_it_passes_what_we_pass(profile: str, tmp_path: Path) -> None:
    assert broken()  # which brings in all modules
    sound = [one for one in SOUND if one.base == "ua1"]
    assert len(sound) > 20
    for one in sound:
        (tmp_path / f"{one.name}.pdf").write_bytes(one.data())
    assert complaints(profile, sorted(tmp_path.glob("*.pdf"))) == {}


PAGE = """<html lang="en"><head><title>Wells</title></head><body><h1>Wells</h1>
<p>Text with a <a href="https://example.org/x">link to the report</a> and more.</p><ul><li>One<li>Two</ul>
<table><tr><th scope=col>A<th scope=col>B</tr><tr><td>1<td>2</tr></table></body></html>"""
TYPST = """#set document(title: "Wells")
#set text(lang: "en")
= Wells
Text with #link("https://example.org")[a link to the report].
- One
- Two
#table(columns: 2, table.header[A][B], [1], [2])
"""


def strangers(folder: Path) -> list[Path]:
    """Tagged files of other programs, some of which claim a standard."""
    import typst

    made: dict[str, bytes] = {}
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "page.typ").write_text(TYPST, encoding="utf-8")
    for variant in ("pdf/ua-1", "pdf/a-2a"):
        made[f"weasyprint-{variant[4:]}"] = weasyprint(folder, PAGE, variant)
    for standard in ("ua-1", "a-2a"):
        typst.compile(folder / "page.typ", output=folder / f"typst-{standard}.pdf", pdf_standards=[standard])
    outside("chromium", "--headless", "--no-sandbox", f"--print-to-pdf={folder / 'chromium.pdf'}", folder / "page.html")
    (folder / "sheet.pdf").unlink()
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return sorted(folder.glob("*.pdf"))


def test_files_of_strangers_get_the_same_verdict(tmp_path: Path) -> None:
    files = strangers(tmp_path)
    assert len(files) == 5
    told: dict[tuple[str, str], bool] = {}
    asked: tuple[tuple[Standard, str], ...] = (("ua1", "ua1"), ("a2a", "2a"))
    for mine, profile in asked:
        for path, rules in broken_rules(profile, files).items():
            told[path.stem, mine] = not rules
            report = judge_file(path.read_bytes(), path.name, (mine,))
            assert report.passed == (not rules), (path.name, rules, report.hits)
    assert set(told.values()) == {True, False}

"""Pages in a browser: nothing against their accessibility, no scrolling sideways, nothing asked for; the same words."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from factsheet.build import pages_and_press
from factsheet.document import Document
from factsheet.edition import SCREEN
from factsheet.engine import Engine
from factsheet.i18n.language import language
from factsheet.paint.painter import paint
from factsheet.paint.tree import tree, words
from tests.conformance.programs import ROOT, SPECS, TIMEOUT, factsheet, lacking, made_once, outside
from tests.reading import Page, in_prose, spoken, text_words

pytestmark = pytest.mark.conformance

BROWSER = Path(__file__).parent / "browser"
MODULES = ROOT / ".tools" / "browser"
"""Where the programs of the browser test are kept between runs."""

SHIPPED = {path.stem for path in (ROOT / "specs").glob("*.yaml") if "." not in path.stem}
"""The specs that ship: their pages are looked at in every view, the others wide in the light or narrow in the dark."""

WITHOUT_PICTURE = {"pictures": {"picture-4"}}
"""Blocks that nothing is said of: a picture that only decorates."""

PARTLY_TOLD = {"combining-marks"}
"""Where pdfinfo leaves words out: those whose letters and marks have a replacement text of their own."""


@cache
def pages(spec: Path) -> Document:
    return pages_and_press(spec).document


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every spec as a page with its card, and as a text."""

    def make(out: Path) -> str:
        run = factsheet("build", "--edition", "web,text", *SPECS, "--out", out)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    return made_once(tmp_path_factory, "web", make)[0]


def file(folder: Path, spec: Path, ending: str) -> Path:
    (found,) = folder.glob(f"{spec.stem}.*.{ending}")
    return found


def test_a_page_says_the_words_of_the_tree_and_has_the_names_of_all_blocks(spec: Path, written: Path) -> None:
    page = Page(file(written, spec, "web.html").read_bytes())
    assert page.words == spoken(tree(pages(spec)))
    names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(names) == len(set(names))
    assert set(pages(spec).anchors.values()) - set(names) == WITHOUT_PICTURE.get(spec.stem, set())


def test_a_text_says_the_words_of_the_tree(spec: Path, written: Path) -> None:
    said = file(written, spec, "text.md").read_text(encoding="utf-8")
    found = pages(spec)
    photo = language(found.language).labelled("Photo")
    assert text_words(said) == in_prose(tree(found), photo)


def test_the_tree_is_that_of_the_tagged_pdf(spec: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(paint(pages(spec), SCREEN, Engine()))
    told = outside("pdfinfo", "-enc", "UTF-8", "-struct-text", path).stdout.decode()
    lines = re.findall(r'^\s*"(.*)"$', told, re.MULTILINE)
    assert lines
    said = _letters(words(tree(pages(spec))))
    if spec.stem in PARTLY_TOLD:
        letters = iter(said)
        assert all(letter in letters for letter in _letters(lines))
    else:
        assert _letters(lines) == said


def _letters(pieces: Sequence[str]) -> str:
    return re.sub(r"[\s\u00ad]", "", "".join(pieces))


def test_pages_in_a_browser(written: Path) -> None:
    files = sorted(written.glob("*.web.html"))
    assert len(files) == len(SPECS)
    shipped = [path for path in files if path.name.split(".")[0] in SHIPPED]
    others = [path for path in files if path not in shipped]
    seen = [*look(shipped), *look(others[::2], "1280:light"), *look(others[1::2], "320:dark")]
    assert len(seen) == len(files) + 3 * len(shipped)
    for one in seen:
        where = f"{Path(one['file']).name}, {one['width']} pixels, {one['scheme']}"
        assert one["violations"] == [], where
        assert one["sideways"] <= 0, f"{where}: it scrolls {one['sideways']} pixels sideways"
        assert one["requests"] == [], where
        assert one["errors"] == [], where
        assert one["failed"] == 0, f"{where}: a face cannot be read"
        assert one["passed"] > 10, f"{where}: axe looked at next to nothing"


def look(files: Sequence[Path], views: str = "") -> list[dict[str, object]]:
    """What the browser says of ``files`` in ``views``, or wide and narrow, light and dark."""
    for name in ("node", "npm", "chromium"):
        if shutil.which(name) is None:
            packages = "nodejs npm" if name != "chromium" else name
            lacking(name, f"pages were not opened in a browser; on Debian and Ubuntu: apt install {packages}")
    _install()
    options = ["--views", views] if views else []
    run = subprocess.run(
        ["node", BROWSER / "look.mjs", shutil.which("chromium") or "", *options, *files],
        env={**os.environ, "BROWSER_MODULES": str(MODULES)},
        capture_output=True,
        encoding="utf-8",
        timeout=2 * TIMEOUT,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, object]] = json.loads(run.stdout)
    return found


def _install() -> None:
    """The programs axe and the driver of the browser, as the lock file names them; once."""
    wanted = (BROWSER / "package-lock.json").read_bytes()
    installed = MODULES / "node_modules" / ".package-lock.json"
    if installed.is_file() and (MODULES / "package-lock.json").read_bytes() == wanted:
        return
    MODULES.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(BROWSER / name, MODULES / name)
    run = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=MODULES, capture_output=True, encoding="utf-8", timeout=TIMEOUT, check=False,
    )  # fmt: skip
    if run.returncode:
        shutil.rmtree(MODULES / "node_modules", ignore_errors=True)
        lacking("axe-core", "pages were not opened in a browser; npm could not install it: go online once")

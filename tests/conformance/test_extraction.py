"""Four readers of others find every word of a spec in its PDFs: once, whole, and in reading order."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conformance.compare import Token, difference, tokens
from tests.conformance.expected import expected
from tests.conformance.programs import EDITIONS, ROOT, Built, complaints, factsheet, lacking, outside

pytestmark = pytest.mark.conformance


def _pdftotext(path: Path) -> list[str]:
    run = outside("pdftotext", "-raw", "-enc", "UTF-8", path, "-")
    assert not run.returncode, run.stderr
    assert not complaints(run)
    return run.stdout.decode().split("\f")[:-1]


def _mutool(path: Path) -> list[str]:
    run = outside("mutool", "draw", "-q", "-F", "txt", "-o", "-", path)
    assert not run.returncode, run.stderr
    assert not complaints(run)
    return run.stdout.decode().split("\f")[:-1]


def _pypdf(path: Path) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(path, strict=True).pages]


def _pdfium(path: Path) -> list[str]:
    try:
        import pypdfium2
    except ImportError:
        lacking("pypdfium2", "pip install --requirement requirements.txt")
    with pypdfium2.PdfDocument(path) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    return texts


READERS: dict[str, Callable[[Path], list[str]]] = {
    "pdftotext": _pdftotext,
    "mutool": _mutool,
    "pypdf": _pypdf,
    "pdfium": _pdfium,
}


@pytest.mark.parametrize("reader", READERS)
def test_every_word_is_read_once_whole_and_in_order(built: Built, spec: Path, edition: str, reader: str) -> None:
    pages = _bodies(READERS[reader](built.file(spec.stem, edition)), spec, edition)
    problem = difference(expected(spec), [tokens(page) for page in pages])
    assert not problem, problem


def test_all_editions_say_the_same(built: Built, spec: Path) -> None:
    said = [_bodies(_pdftotext(built.file(spec.stem, edition)), spec, edition) for edition in EDITIONS]
    assert len(said) > 2
    assert all([page.split() for page in other] == [page.split() for page in said[0]] for other in said)


def _bodies(pages: list[str], spec: Path, edition: str) -> list[str]:
    """The pages without the slug line, which is the last that is read of each page of a print edition, and is right."""
    if not edition.startswith("print"):
        return pages
    found = []
    version = _version(spec)
    for number, page in enumerate(pages, 1):
        body, name, slug = page.rpartition(f"{spec.stem} · ")
        assert name, page
        plates = r"( ?·? (Cyan|Magenta|Yellow|Black))+"
        wanted = rf"\S+ · \d{{4}}-\d\d-\d\d( ·? ?{version})? ·? ?page {number} of {len(pages)}{plates}"
        assert re.fullmatch(wanted, " ".join(slug.split())), slug
        found.append(body)
    return found


def _version(spec: Path) -> str:
    """The version as the slug says it, as a pattern: a number is called one."""
    found = re.search(r"(?m)^version: *(.+)$", spec.read_text(encoding="utf-8"))
    said = found[1].strip().strip("\"'") if found else ""
    return re.escape(f"version {said}" if said[:1].isdigit() else said)


MUTANTS = [
    ROOT / "specs/mongolia-labour-migration.yaml",
    *(
        ROOT / "tests/data/specs" / f"{name}.yaml"
        for name in ("annual-report", "footnotes", "mn-us", "nested-and-quotes")
    ),
]


@pytest.mark.parametrize("sheet", MUTANTS, ids=lambda path: path.stem)
def test_the_comparison_sees_each_lost_doubled_torn_and_moved_word(built: Built, sheet: Path) -> None:
    wanted = expected(sheet)
    pages = [tokens(page) for page in _pdftotext(built.file(sheet.stem, "screen"))]
    assert not difference(wanted, pages)
    unseen = []
    places = [(n, at) for n, page in enumerate(pages) for at, token in enumerate(page)]
    address = set(wanted.address)
    for n, at in places[:: max(len(places) // 50, 1)]:
        page, token = pages[n], pages[n][at]
        if token.text in address and n < len(pages) - 1:
            continue  # an address that is too long for the foot of a page may be left out there
        mutants = {
            "lost": [*page[:at], *page[at + 1 :]],
            "doubled": [*page[: at + 1], *page[at:]],
            "changed": [*page[:at], Token("x" + token.text, token.ends_line), *page[at + 1 :]],
        }
        if len(token.text) > 1:
            torn = [Token(token.text[:1], False), Token(token.text[1:], token.ends_line)]
            mutants["torn"] = [*page[:at], *torn, *page[at + 1 :]]
        if at + 1 < len(page) and page[at + 1].text != token.text:
            mutants["moved"] = [*page[:at], page[at + 1], token, *page[at + 2 :]]
        for kind, mutant in mutants.items():
            if not difference(wanted, [*pages[:n], mutant, *pages[n + 1 :]]):
                unseen.append((kind, n + 1, token.text))
    assert places
    assert not unseen


@pytest.mark.parametrize("sheet", MUTANTS, ids=lambda path: path.stem)
def test_the_comparison_sees_each_word_that_the_spec_has_not_or_has_besides(built: Built, sheet: Path) -> None:
    pages = [tokens(page) for page in _pdftotext(built.file(sheet.stem, "screen"))]
    unseen = []
    checked = 0
    for region in ("masthead", "main", "sidebar", "closing"):
        size = len(getattr(expected(sheet), region))
        for at in range(0, size, max(size // 15, 1)):
            for change in ("lost", "added"):
                wanted = expected(sheet)
                said = getattr(wanted, region)
                word = said[at]
                if change == "lost":
                    del said[at]
                else:
                    said.insert(at, "besides")
                wanted.heads = {}
                wanted.side_heads = {}
                checked += 1
                if not difference(wanted, pages):
                    unseen.append((region, change, word))
    assert checked
    assert not unseen


def _long(path: Path) -> Path:
    """A spec of about sixty pages, in which every sentence is another."""
    blocks: list[dict[str, object]] = []
    for chapter in range(1, 52):
        blocks.append({"heading": f"Chapter {chapter} of many"})
        for part in range(1, 7 + chapter % 4):
            said = [
                f"Sentence {chapter}.{part}.{n} says what sentence {n + 1} will say again."
                for n in range(11 + chapter % 5)
            ]
            blocks += [{"subheading": f"Part {part} of chapter {chapter}"}, {"text": " ".join(said)}]
        rows = [[f"{chapter}-{n}", str(chapter * n), f"text {n} of table {chapter}"] for n in range(1, 9)]
        blocks.append({"table": {"columns": ["Key", "Sum", "Remark"], "rows": rows}})
        items = [f"Point {chapter}/{n} about internationalisation" for n in range(1, 4)]
        blocks.append({"bullets": [*items, f"and a note[^n{chapter}]"]})
    notes = {f"n{chapter}": f"Note of chapter {chapter}, which is read once." for chapter in range(1, 52)}
    spec = {"title": "A long factsheet", "main": blocks, "notes": notes}
    path.write_text(yaml.safe_dump(spec, sort_keys=False), encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_sixty_pages(long_sheet: tuple[Path, Path], reader: str) -> None:
    spec, made = long_sheet
    pages = READERS[reader](made)
    assert len(pages) > 50
    problem = difference(expected(spec), [tokens(page) for page in pages])
    assert not problem, problem


@pytest.fixture(scope="module")
def long_sheet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A spec of sixty pages, and its PDF."""
    folder = tmp_path_factory.mktemp("long")
    spec = _long(folder / "long.yaml")
    run = factsheet("build", spec, "--out", folder, "--edition", "screen")
    assert run.returncode == 0, run.stdout
    return spec, folder / "long.en.screen.pdf"

"""Programs of others open every file without a word; boxes, fonts, inks, links and outlines are as promised."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, Destination

from tests.conformance.expected import plain
from tests.conformance.programs import EDITIONS, ROOT, Built, complaints, lacking, outside

pytestmark = pytest.mark.conformance

MM = 72 / 25.4
TRIMS = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
BLEED = 3 * MM
ROUNDING = 0.02

SAMPLE = ROOT / "specs/mongolia-labour-migration.yaml"
RGB_OR_GREY = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "BI", "INLINE IMAGE"}
BLACK = (0.0, 0.0, 0.0, 1.0)


def _spec(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return loaded


def _reader(path: Path) -> PdfReader:
    return PdfReader(path, strict=True)


# -- other programs


def test_qpdf_finds_nothing_wrong(built: Built, spec: Path, edition: str) -> None:
    run = outside("qpdf", "--check", built.file(spec.stem, edition))
    assert run.returncode == 0, run.stdout + run.stderr
    assert not complaints(run)
    assert b"No syntax or stream encoding errors found" in run.stdout
    assert b"WARNING" not in run.stdout


def test_mupdf_draws_every_page_without_a_word(built: Built, spec: Path, edition: str) -> None:
    path = built.file(spec.stem, edition)
    run = outside("mutool", "draw", "-r", "18", "-F", "pgm", "-o", "/dev/null", path)
    said = [line for line in complaints(run) if not re.fullmatch(r"page \S+ \d+( .*)?", line)]
    assert run.returncode == 0
    assert not said
    pages = outside("mutool", "pages", path)
    assert pages.stdout.count(b"<page ") == len(_reader(path).pages)
    assert not complaints(pages)


def test_ghostscript_draws_every_page_without_a_word(built: Built, spec: Path, edition: str) -> None:
    run = outside(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-sDEVICE=nullpage",
        built.file(spec.stem, edition),
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert not complaints(run)
    assert not run.stdout.strip()


def test_pdfium_draws_every_page(built: Built, spec: Path, edition: str, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        import pypdfium2
    except ImportError:
        lacking("pypdfium2", "pip install --requirement requirements.txt")
    path = built.file(spec.stem, edition)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == len(_reader(path).pages)
        for number in range(len(document)):
            page = document[number]
            picture = page.render(scale=0.25).to_pil()
            page.close()
            assert len(set(picture.convert("L").tobytes())) > 8, f"page {number + 1} looks empty"
    assert capfd.readouterr() == ("", "")


def test_fonts_are_embedded_subsets_with_unicode(built: Built, spec: Path, edition: str) -> None:
    run = outside("pdffonts", built.file(spec.stem, edition))
    assert run.returncode == 0
    assert not complaints(run)
    fonts = run.stdout.decode().splitlines()[2:]
    assert fonts
    for font in fonts:
        name, embedded, subset, unicode = re.fullmatch(
            r"(\S+) +CID .*Identity-H +(\w+) +(\w+) +(\w+) +\d+ +\d+", font
        ).groups()  # type: ignore[union-attr]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), font
        assert re.fullmatch(r"[A-Z]{6}\+.+", name), font
        assert not re.search("helvetica|times|courier|arial", name, re.IGNORECASE), font
    assert len({font.split()[0] for font in fonts}) == len(fonts)


# -- the print edition


def test_boxes(built: Built, spec: Path) -> None:
    width, height = TRIMS[_spec(spec).get("page_size", "A4")]
    for page in _reader(built.file(spec.stem, "print")).pages:
        media, bleed, trim = (_box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert trim[2] - trim[0] == pytest.approx(width, abs=ROUNDING)
        assert trim[3] - trim[1] == pytest.approx(height, abs=ROUNDING)
        assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx(
            [-BLEED, -BLEED, BLEED, BLEED], abs=ROUNDING
        )
        assert media[:2] == [0, 0]
        assert all(m < b for m, b in zip(media[:2], bleed[:2], strict=True)), "no room for marks"
        assert all(m > b for m, b in zip(media[2:], bleed[2:], strict=True)), "no room for marks"
        assert "/CropBox" not in page or _box(page, "/CropBox") == media
        assert "/ArtBox" not in page
        assert "/Rotate" not in page


def test_the_screen_edition_is_as_large_as_the_trimmed_page(built: Built, spec: Path) -> None:
    width, height = TRIMS[_spec(spec).get("page_size", "A4")]
    pages = _reader(built.file(spec.stem, "screen")).pages
    assert len(pages) == len(_reader(built.file(spec.stem, "print")).pages)
    for page in pages:
        assert _box(page, "/MediaBox") == pytest.approx([0, 0, width, height], abs=ROUNDING)


PRINTS = [edition for edition in EDITIONS if edition.startswith("print")]


@pytest.mark.parametrize("print_edition", PRINTS)
def test_print_uses_cmyk_alone_and_black_text_is_black_ink_alone(built: Built, spec: Path, print_edition: str) -> None:
    letters: Counter[tuple[float, ...]] = Counter()
    for page in _reader(built.file(spec.stem, print_edition)).pages:
        for picture in _pictures(page):
            assert picture["/ColorSpace"] in {"/DeviceCMYK", "/DeviceGray"}
        assert "/Pattern" not in page["/Resources"], "look into it as well"
        for space in page["/Resources"]["/ColorSpace"].values():
            kind, plate, alternate, _ = space.get_object()
            assert (kind, plate, alternate) == ("/Separation", "/All", "/DeviceCMYK")
        used = {operator for _, operator in _operations(page)} - {"cs", "CS", "scn", "SCN"}
        assert not used & RGB_OR_GREY
        assert "k" in used
        for ink, _, _, count in _shown(page):
            if ink:
                letters[ink] += count
    assert letters
    for ink in letters:
        assert ink[3] < 0.9 or ink == BLACK, f"text in {ink}: black text must be black ink alone"
        assert sum(ink) <= 2.4, f"text in {ink}: too much ink to be in register"
    if any(key in block for block in _spec(spec).get("main", ()) for key in ("bullets", "table")):
        assert letters[BLACK], "no text is black"


def test_screen_uses_rgb_alone(built: Built, spec: Path) -> None:
    for page in _reader(built.file(spec.stem, "screen")).pages:
        for picture in _pictures(page):
            assert picture["/ColorSpace"] in {"/DeviceRGB", "/DeviceGray"}
        used = {operator for _, operator in _operations(page)}
        assert not used & {"k", "K", "BI", "INLINE IMAGE", "sh"}
        assert used & {"rg", "scn", "sc"}


def test_black_text_leaves_nothing_on_the_other_plates(built: Built, tmp_path: Path) -> None:
    path = built.file(SAMPLE.stem, "print")
    dpi = 144
    run = outside(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}", "-dTextAlphaBits=1",
        f"-sOutputFile={tmp_path}/plate-%d.tif", path,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert not complaints(run)
    main_right = 31.18 + TRIMS["A4"][0] * 0.6
    checked = 0
    for number, page in enumerate(_reader(path).pages, 1):
        plates = {
            name: Image.open(tmp_path / f"plate-{number}({name}).tif").convert("L")
            for name in ("Cyan", "Magenta", "Yellow", "Black")
        }
        found = sorted(file.name for file in tmp_path.glob(f"plate-{number}(*.tif"))
        assert len(found) == 4, f"there are other plates than C, M, Y and K: {found}"
        height = float(page["/MediaBox"][3])
        for ink, (x, y), size, count in _shown(page):
            if ink != BLACK or count < 20 or (number == 1 and x > main_right):
                continue
            area = [x, height - y - 0.5 * size, x + 4 * size, height - y]
            corners = tuple(round(value * dpi / 72) for value in area)
            inked = {name: 255 - plate.crop(corners).getextrema()[0] for name, plate in plates.items()}
            assert inked["Black"] > 250, (number, x, y)
            assert (inked["Cyan"], inked["Magenta"], inked["Yellow"]) == (0, 0, 0), (number, x, y)
            checked += 1
    assert checked > 40


# -- the screen edition


def test_title_and_language_are_said(built: Built, spec: Path, edition: str) -> None:
    said = _spec(spec)
    reader = _reader(built.file(spec.stem, edition))
    title = " ".join(said["title"].split())
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title["x-default"] == title
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.root_object["/Lang"] == said.get("language", "en")
    if author := said.get("author"):
        assert reader.metadata.author == author


def test_the_screen_edition_is_tagged(built: Built, spec: Path) -> None:
    root = _reader(built.file(spec.stem, "screen")).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]


def test_outlines_are_the_headings(built: Built, spec: Path) -> None:
    """Those of the story by their levels; then those of the sidebar, with the titles of its facts, below its own."""
    said = _spec(spec)
    story, facts = (list(_headings(said.get(place, ()))) for place in ("main", "sidebar"))
    reader = _reader(built.file(spec.stem, "screen"))
    found = list(_outline(reader, reader.outline, 1))
    mine = found[: len(story)]
    assert [title for _, title, _ in mine] == [title for _, title in story]
    chapter = False
    for (level, title, _), (wanted, _) in zip(mine, story, strict=True):
        chapter = chapter or wanted == 1
        assert level == (wanted if chapter else 1), title
    rest = found[len(story) :]
    assert bool(rest) == bool(said.get("sidebar"))
    assert [level for level, _, _ in rest[:1]] == [1] * len(rest[:1])
    assert all(level >= 2 for level, _, _ in rest[1:])
    titles = [title for _, title, _ in rest]
    assert [title for title in titles if title in dict(map(reversed, facts))] == [title for _, title in facts]
    for part in (mine, rest):
        assert [page for _, _, page in part] == sorted(page for _, _, page in part)
    for _, title, page in [*mine, *rest[1:]]:
        text = " ".join(reader.pages[page].extract_text().replace("\u00ad\n", "").split())
        assert title.split()[0] in text, f"“{title}” is not on page {page + 1}"


def test_links_open_what_was_written(built: Built, spec: Path) -> None:
    assert _uris(_reader(built.file(spec.stem, "screen"))) == _wanted_uris(_spec(spec))


def test_links_lie_on_their_page(built: Built, spec: Path) -> None:
    for page in _reader(built.file(spec.stem, "screen")).pages:
        _, _, right, top = _box(page, "/MediaBox")
        for note in page.get("/Annots", ArrayObject()):
            x0, y0, x1, y1 = map(float, note.get_object()["/Rect"])
            assert 0 <= x0 < x1 <= right
            assert 0 <= y0 < y1 <= top


def test_links_are_somewhere() -> None:
    assert len(_wanted_uris(_spec(ROOT / "tests/data/specs/links.yaml"))) > 15


# -- reading


def _pictures(page: Any) -> list[Any]:
    """The picture objects of a page; there are no other objects, and no reader smooths their pixels."""
    found = [reference.get_object() for reference in page["/Resources"].get("/XObject", {}).values()]
    assert all(picture["/Subtype"] == "/Image" and "/Interpolate" not in picture for picture in found)
    return found


def _box(page: Any, name: str) -> list[float]:
    return [float(value) for value in page[name]]


def _operations(page: Any) -> list[tuple[Any, str]]:
    content = ContentStream(page["/Contents"].get_object(), page.pdf)
    return [(operands, operator.decode()) for operands, operator in content.operations]


def _shown(page: Any) -> Iterator[tuple[tuple[float, ...], tuple[float, float], float, int]]:
    """Each piece of text: its ink, place, size and number of glyphs."""
    ink: tuple[float, ...] = ()
    stack: list[tuple[float, ...]] = []
    size, place = 0.0, (0.0, 0.0)
    for operands, operator in _operations(page):
        match operator:
            case "k":
                ink = tuple(float(value) for value in operands)
            case "cs":
                ink = ()  # the marks, which are on every plate
            case "q":
                stack.append(ink)
            case "Q":
                ink = stack.pop()
            case "BT":
                place = (0.0, 0.0)
            case "Tf":
                size = float(operands[1])
            case "Td":
                place = (place[0] + float(operands[0]), place[1] + float(operands[1]))
            case "Tm":
                place = (float(operands[4]), float(operands[5]))
            case "Tj" | "TJ":
                pieces = operands[0] if operator == "TJ" else operands
                raw = [piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes")]
                yield ink, place, size, sum(map(len, raw)) // 2


def _headings(blocks: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        for level, key in enumerate(("heading", "subheading"), 1):
            if key in block:
                yield level, " ".join(block[key].split())


def _outline(reader: PdfReader, items: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
    for item in items:
        if isinstance(item, Destination):
            page = reader.get_destination_page_number(item)
            assert page is not None
            yield level, str(item.title), page
        else:
            yield from _outline(reader, item, level + 1)


def _uris(reader: PdfReader) -> set[str]:
    found = set()
    for page in reader.pages:
        for reference in page.get("/Annots", ArrayObject()):
            note = reference.get_object()
            assert note["/Subtype"] == "/Link"
            assert note["/A"]["/S"] == "/URI"
            found.add(str(note["/A"]["/URI"]))
    return found


def _wanted_uris(said: Any, key: str = "") -> set[str]:
    """What the links of a spec open: those in texts, and wherever an address stands by itself."""
    if isinstance(said, list):
        return {uri for part in said for uri in _wanted_uris(part, key)}
    if isinstance(said, dict):
        if key in {"contact", "footer"}:
            return _ways(said) | _wanted_uris(said.get("text", "") if key == "contact" else "", "text")
        found = {uri for name, part in said.items() for uri in _wanted_uris(part, name)}
        return found | _ways({"url": said["url"]}) if "url" in said else found
    if key in {"qr", "links"}:
        return _ways({"url": said})
    if key in {"title", "subtitle", "label", "heading", "subheading", "caption", "name", "role", "author", "version"}:
        return set()
    kept = re.sub(r"\\[!-/:-@\[-`{-~]", "", said)
    links = re.findall(r"\[([^\[\]]*)\]\(((?:https?|mailto|tel):[^()\s]*)\)", kept)
    return {uri for text, uri in links if plain(text, {})}


def _ways(said: dict[str, str]) -> set[str]:
    found = set()
    if url := said.get("url"):
        found.add(url if url.lower().startswith(("http://", "https://")) else f"https://{url}")
    if mail := said.get("email"):
        found.add(f"mailto:{mail}")
    if phone := said.get("phone"):
        found.add("tel:" + "".join(c for c in phone if c in "+0123456789"))
    return found

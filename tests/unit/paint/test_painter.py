"""The painter: one document in each edition; every item content or artefact; the same words, the same bytes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from factsheet.design.inks import Ink, Spot
from factsheet.design.pictures import look
from factsheet.design.press import Press, condition
from factsheet.document import Area, Document, Frame, Page, Picture, Region, Words, walk
from factsheet.document import Path as Shape
from factsheet.edition import EDITIONS, PRINT, PRINT_X1A, SCREEN, Edition
from factsheet.engine import Engine
from factsheet.findings import Finding, Where
from factsheet.paint.marks import MARGIN
from factsheet.paint.painter import paint
from factsheet.text.segments import words
from factsheet.units import Rect, mm
from tests.making import document

TEXT = """
title: Strengthening the management of labour migration
subtitle: Өмнөговь аймаг
label: Fact & figures
main:
  - heading: A heading
  - text: Some **strong** and *emphasised* words with a [web site](https://x.org/a) and a note[^1].
  - subheading: Below it
  - bullets: [First point, Second point]
  - table:
      columns: [Name, Number]
      rows: [[One, "1"], [Two, "2"]]
  - heading: Another
  - quote: {text: “Yes.”, name: A. Person}
sidebar:
  - duration: {start: 2012-08, end: 2014-02}
  - contact: {email: a@b.org, phone: "+976 11"}
notes:
  1: The note itself.
footer: {text: More on our website, url: www.iom.int}
author: IOM
"""
LONG = "title: T\nmain:\n  - text: " + "Internationalisation of administration " * 400 + "\n  - heading: Last\n"


@cache
def made() -> Document:
    return document(TEXT)


@cache
def press() -> Press:
    return Press(condition(), bleed=mm(3))


@cache
def painted(name: str) -> bytes:
    return paint(made(), EDITIONS[name], Engine())


def read(name: str) -> PdfReader:
    return PdfReader(BytesIO(painted(name)), strict=True)


def operators(page: PageObject) -> str:
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


@pytest.mark.parametrize("name", EDITIONS)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert paint(made(), EDITIONS[name], Engine()) == paint(document(TEXT), EDITIONS[name], Engine()) == painted(name)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_file_says_what_it_is(name: str) -> None:
    reader = read(name)
    assert len(reader.pages) == len(made().pages)
    assert reader.metadata is not None
    assert reader.metadata.title == "Strengthening the management of labour migration"
    assert reader.metadata.author == "IOM"
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"] == "D:20260131000000Z"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is True or root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<dc:title>" in root["/Metadata"].get_data()


def test_all_editions_say_the_same_words_in_the_same_order() -> None:
    bare = replace(press(), marks=())
    said = [
        [words(page.extract_text()) for page in PdfReader(BytesIO(paint(made(), EDITIONS[name], Engine(), bare))).pages]
        for name in EDITIONS if name != "proof"
    ]  # fmt: skip
    assert len(said) > 1
    assert said[0]
    assert all(other == said[0] for other in said[1:])


@pytest.mark.parametrize("name", EDITIONS)
def test_every_run_of_words_is_painted_once(name: str) -> None:
    count = sum(
        isinstance(item, Words) for page in made().pages for r in page.regions for _, _, item, _ in walk(r.frame)
    )
    bare = paint(made(), replace(EDITIONS[name], proof=False), Engine(), replace(press(), marks=()))
    assert sum(operators(page).count("BT ") for page in PdfReader(BytesIO(bare)).pages) == count


@pytest.mark.parametrize(("name", "colours", "others"), [("print", "kK", ("rg", "RG")), ("screen", "rgRG", ("k", "K"))])
def test_colours_are_those_of_the_edition(name: str, colours: str, others: tuple[str, str]) -> None:
    for page in read(name).pages:
        found = set(re.findall(r"[\d.] (rg|RG|k|K|g|G)\b", operators(page)))
        assert found
        assert not found & {*others, "g", "G"}
        assert all(operator in colours for operator in found)


def test_print_has_bleed_and_marks_around_the_trim() -> None:
    for page in read("print").pages:
        media, trim, bleed = ([float(v) for v in box] for box in (page.mediabox, page.trimbox, page.bleedbox))
        assert trim[2] - trim[0] == pytest.approx(mm(210), abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(mm(297), abs=0.01)
        assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx([-mm(3)] * 2 + [mm(3)] * 2, abs=0.02)
        assert media[:2] == [0, 0]
        assert trim[0] == pytest.approx(MARGIN + mm(3), abs=0.01)
        assert "1 1 1 1 k" not in operators(page)
        assert page["/Resources"]["/ColorSpace"]["/CS1"][1] == "/All"
        assert "/CS1 cs 1 scn" in operators(page)


def test_screen_is_the_trimmed_page() -> None:
    for page in read("screen").pages:
        assert [float(v) for v in page.mediabox] == pytest.approx([0, 0, mm(210), mm(297)], abs=0.01)


def test_print_has_no_links_tags_or_bookmarks() -> None:
    reader = read("print")
    assert all("/Annots" not in page for page in reader.pages)
    assert "/StructTreeRoot" not in reader.trailer["/Root"]
    assert reader.outline == []
    assert "BDC" not in operators(reader.pages[0])


def test_nothing_is_neither_content_nor_artefact() -> None:
    """ISO 14289-1, 7.1: every operator that draws stands between BDC and EMC, and those never nest."""
    for page in read("screen").pages:
        depth = drawn = 0
        for line in operators(page).splitlines():
            if line.endswith("BDC"):
                depth += 1
            elif line == "EMC":
                depth -= 1
            elif line.startswith("BT") or line.endswith((" f", " S", " B")):
                assert depth == 1, line
                drawn += 1
            assert depth in (0, 1)
        assert drawn
        assert depth == 0


def test_marked_content_is_numbered_from_nothing_on() -> None:
    for page in read("screen").pages:
        numbers = [int(n) for n in re.findall(r"/MCID (\d+)", operators(page))]
        assert numbers == list(range(len(numbers)))
        assert numbers


def roles(element: object, depth: int = 0) -> list[tuple[int, str]]:
    element = element.get_object()
    kids = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
    found = [(depth, str(element["/S"])[1:])]
    for kid in kids:
        if hasattr(kid, "get_object") and isinstance(kid.get_object(), dict) and "/S" in kid.get_object():
            found += roles(kid, depth + 1)
    return found


def test_the_tree_has_the_roles_of_the_document() -> None:
    found = roles(read("screen").trailer["/Root"]["/StructTreeRoot"]["/K"])
    names = [name for _, name in found]
    assert found[0] == (0, "Document")
    assert names.count("H1") == 1
    assert [n for n in names if n in ("H2", "H3")] == ["H2", "H3", "H2", "H2", "H2"]
    assert {"Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody", "BlockQuote", "Note", "Link", "Sect"} <= set(names)
    assert "" not in names
    assert "Artifact" not in names


def test_links_lie_under_their_words() -> None:
    links = {}
    for page in read("screen").pages:
        for reference in page.get("/Annots", ()):
            found = reference.get_object()
            links[found["/A"]["/URI"]] = [float(v) for v in found["/Rect"]]
    assert set(links) == {"https://x.org/a", "mailto:a@b.org", "tel:+97611", "https://www.iom.int"}
    for x0, y0, x1, y1 in links.values():
        assert 0 <= x0 < x1 <= mm(210)
        assert 0 <= y0 < y1 <= mm(297)
        assert 8 < y1 - y0 < 30


def test_a_picture_may_be_a_link() -> None:
    """The link element holds the figure and the annotation over it (ISO 14289-1, 7.18.5)."""
    text = "title: T\nmain:\n  - logos: [{file: logos/leaf.svg, name: The Leaf, url: www.example.org}]\n"
    reader = PdfReader(BytesIO(paint(document(text), SCREEN, Engine())), strict=True)
    (annotation,) = (reference.get_object() for reference in reader.pages[0]["/Annots"])
    assert (annotation["/A"]["/URI"], annotation["/Contents"]) == ("https://www.example.org", "The Leaf")
    x0, y0, x1, y1 = (float(value) for value in annotation["/Rect"])
    assert x1 - x0 == pytest.approx(y1 - y0, abs=0.1)
    (figure,) = figures(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert figure["/P"].get_object()["/S"] == "/Link"
    assert [float(value) for value in figure["/A"]["/BBox"]] == [x0, y0, x1, y1]


@pytest.mark.parametrize("url", ["www.example.mn/Өмнөговь", "https://example.org/a b".replace(" ", "%20")])
def test_targets_of_links_are_ascii(url: str) -> None:
    """ISO 32000-1, 12.6.4.7: a URI is a string of 7-bit ASCII."""
    data = paint(document(f"title: T\nfooter: {{text: More, url: {url}}}"), SCREEN, Engine())
    (annotation,) = PdfReader(BytesIO(data), strict=True).pages[0]["/Annots"]
    target = annotation.get_object()["/A"]["/URI"]
    assert target.isascii()
    assert target.startswith("https://")


def test_bookmarks_are_the_headings_with_their_levels() -> None:
    def titles(outline: list) -> list:
        return [titles(entry) if isinstance(entry, list) else entry["/Title"] for entry in outline]

    facts = ["Key facts", ["Project duration", "Contact"]]
    assert titles(read("screen").outline) == ["A heading", ["Below it"], "Another", *facts]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["subheading: a", "heading: b"], ["a", "b"]),
        (["subheading: a", "subheading: b"], ["a", "b"]),
        (["heading: a", "subheading: b", "subheading: c", "heading: d"], ["a", ["b", "c"], "d"]),
    ],
)
def test_bookmarks_without_gaps_in_their_levels(headings: list[str], expected: list) -> None:
    text = "title: T\nmain:\n" + "".join(f"  - {heading}\n  - text: x\n" for heading in headings)
    outline = PdfReader(BytesIO(paint(document(text), SCREEN, Engine())), strict=True).outline

    def titles(entries: list) -> list:
        return [titles(entry) if isinstance(entry, list) else entry["/Title"] for entry in entries]

    assert titles(outline) == expected


@pytest.mark.parametrize(
    "main", ["[{subheading: a}, {text: b}]", "[{heading: a}, {subheading: b}, {heading: c}]", "[]"]
)
def test_heading_levels_never_skip(main: str) -> None:
    """ISO 14289-1, 7.4.2: on the way down no level of heading is left out."""
    text = f"title: T\nmain: {main}\nsidebar: [{{support: x}}, {{subheading: y}}]\n"
    reader = PdfReader(BytesIO(paint(document(text), SCREEN, Engine())), strict=True)
    found = [int(name[1]) for _, name in roles(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]) if name[0] == "H"]
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found)), found


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    reader = PdfReader(BytesIO(paint(document(LONG), SCREEN, Engine())), strict=True)
    assert len(reader.pages) > 1
    found = [name for _, name in roles(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])]
    assert found.count("P") == 2  # the label and the text


def test_every_link_of_a_long_text_has_its_key() -> None:
    text = "title: T\nmain:\n  - text: See " + " ".join(f"[l{n}](https://x.org/{n})" for n in range(150))
    reader = PdfReader(BytesIO(paint(document(text), SCREEN, Engine())), strict=True)
    keys = [a.get_object()["/StructParent"] for page in reader.pages for a in page.get("/Annots", ())]
    assert len(keys) >= 150
    assert len(set(keys)) == len(keys)


def test_an_edition_is_only_data() -> None:
    proof = Edition("proof", colours="rgb", marks=True, interactive=False)
    assert proof not in (PRINT, SCREEN)
    reader = PdfReader(BytesIO(paint(made(), proof, Engine())), strict=True)
    assert "/TrimBox" in reader.pages[0]
    assert "/StructTreeRoot" not in reader.trailer["/Root"]


def test_another_date_gives_other_bytes() -> None:
    later = paint(replace(made(), date="2026-02-01"), SCREEN, Engine())
    assert later != painted("screen")
    assert len(later) == pytest.approx(len(painted("screen")), abs=20)


PICTURES = """
title: T
main:
  - picture: {file: pictures/valley.jpg, alt: Two riders, crop: "1:1"}
  - picture: {file: pictures/hills.jpg, decorative: true, width: bleed}
  - quote: {text: “Yes.”, name: A. Person, picture: {file: pictures/speaker.jpg, alt: A woman}}
"""


@pytest.mark.parametrize(("name", "most", "space"), [("print", 450, "/DeviceCMYK"), ("screen", 200, "/DeviceRGB")])
def test_pictures_are_as_fine_as_the_edition_needs(name: str, most: float, space: str) -> None:
    pages = document(PICTURES)
    data = paint(pages, EDITIONS[name], Engine())
    shown = [
        item for p in pages.pages for r in p.regions for _, _, item, _ in walk(r.frame) if isinstance(item, Picture)
    ]
    found = [
        reference.get_object()
        for page in PdfReader(BytesIO(data), strict=True).pages
        for reference in page["/Resources"].get("/XObject", {}).values()
    ]
    assert len(found) == len(shown) == 3
    for item, picture in zip(shown, found, strict=True):
        assert picture["/ColorSpace"] == space
        resolution = picture["/Width"] * 72 / item.width
        assert resolution <= most * 1.01
        assert resolution == pytest.approx(min(item.resolution, most), rel=0.02)
    assert data == paint(document(PICTURES), EDITIONS[name], Engine())


def test_figures_are_pictures_and_lie_on_the_page() -> None:
    text = PICTURES.replace("decorative: true", "alt: Hills")
    reader = PdfReader(BytesIO(paint(document(text), SCREEN, Engine())), strict=True)
    found = list(figures(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    assert [figure["/Alt"] for figure in found] == ["Two riders", "Hills", "A woman"]
    for figure in found:
        x0, y0, x1, y1 = (float(v) for v in figure["/A"]["/BBox"])
        assert 0 <= x0 < x1 <= mm(210) + 0.01
        assert 0 <= y0 < y1 <= mm(297) + 0.01
    decorated = PdfReader(BytesIO(paint(document(PICTURES), SCREEN, Engine())), strict=True)
    assert len(list(figures(decorated.trailer["/Root"]["/StructTreeRoot"]["/K"]))) == 2


def figures(element: object) -> Iterator[dict]:
    element = element.get_object()
    if not isinstance(element, dict) or "/S" not in element:
        return
    if element["/S"] == "/Figure":
        yield element
    for kid in element["/K"] if isinstance(element["/K"], list) else [element["/K"]]:
        yield from figures(kid) if hasattr(kid, "get_object") else ()


def test_an_empty_cell_is_a_cell() -> None:
    """All rows of a table have as many cells, so that a reader knows which column each belongs to."""
    series = "[{name: X, values: [1, 2]}, {name: Y, values: [3, 4]}]"
    made = document(f"title: T\nmain:\n  - chart: {{kind: bars, labels: [a, b], series: {series}}}\n")
    reader = PdfReader(BytesIO(paint(made, SCREEN, Engine())), strict=True)
    found = [role for _, role in roles(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])]  # type: ignore[index]
    table = found[found.index("Table") + 1 :]
    assert [role for role in table if role in {"TR", "TH", "TD"}][:9] == [
        "TR",
        "TD",
        "TH",
        "TH",
        "TR",
        "TH",
        "TD",
        "TD",
        "TR",
    ]


BLACK_ON_TINT = """
title: T
theme: institutional
main:
  - callout: {title: A title, text: Black text on a tinted ground.}
  - text: Plain.
sidebar:
  - facts: [{label: Region, value: East Asia}]
"""


def states(page: PageObject) -> list[tuple[str, bool]]:
    """Each piece of text with its colour, and whether it overprints."""
    found, colour, over = [], "", False
    for line in operators(page).splitlines():
        if line.endswith(" gs"):
            over = page["/Resources"]["/ExtGState"][line.split()[0]]["/op"].value
        elif line.endswith(" k"):
            colour = line
        elif line.startswith("BT"):
            found.append((colour, over))
    return found


def test_black_text_overprints_and_nothing_else_does() -> None:
    (page,) = PdfReader(BytesIO(paint(document(BLACK_ON_TINT), PRINT, Engine()))).pages
    for state in page["/Resources"]["/ExtGState"].values():
        assert state["/OPM"] == 1
        assert state["/OP"] == state["/op"]
    found = states(page)
    assert {colour for colour, over in found if over} == {"0 0 0 1 k", "0 0 0 0.72 k"}
    assert {"0 0 0 0 k", "1 0.65 0.05 0.05 k"} <= {colour for colour, over in found if not over}


def test_pictures_never_overprint() -> None:
    text = (
        "title: T\nmain:\n  - text: Black.\n  - picture: {file: pictures/valley.jpg, alt: P}\n"
        "  - logos: [{file: logos/leaf.svg, name: Leaf}]\n"
    )
    drawn = 0
    for page in PdfReader(BytesIO(paint(document(text), PRINT, Engine()))).pages:
        over = False
        for line in operators(page).splitlines():
            if line.endswith(" gs"):
                over = page["/Resources"]["/ExtGState"][line.split()[0]]["/op"].value
            elif line.endswith(" Do Q"):
                drawn += 1
                assert not over
    assert drawn


@pytest.mark.parametrize("name", ["screen", "office", "proof"])
def test_nothing_overprints_on_screen(name: str) -> None:
    assert all("/OPM" not in str(page["/Resources"].get("/ExtGState", {})) for page in read(name).pages)


SPOT = Ink("gold", (0.1, 0.15, 0.35, 0.0), (0.6, 0.5, 0.2), Spot("PANTONE 871 C", (0.2, 0.3, 0.7, 0.0)), 0.5)


def with_spot() -> Document:
    page = Page((Region("a", Rect(0, 0, 100, 100), Frame(100, 100, ((0, 0, Area(50, 50, SPOT)),))),))
    return Document(200, 200, mm(3), 12, (page, page), (), "T", "en", date="2026-01-31")


@pytest.mark.parametrize("edition", [PRINT, PRINT_X1A])
def test_a_spot_colour_has_a_plate_of_its_own(edition: Edition) -> None:
    reader = PdfReader(BytesIO(paint(with_spot(), edition, Engine())), strict=True)
    spaces = [page["/Resources"]["/ColorSpace"] for page in reader.pages]
    found = {
        str(space.get_object()[1]): (space.get_object()[2], [float(v) for v in space.get_object()[3]["/C1"]])
        for each in spaces for space in each.values()
    }  # fmt: skip
    assert found["/PANTONE 871 C"] == ("/DeviceCMYK", [0.2, 0.3, 0.7, 0.0])
    assert set(found) == {"/All", "/PANTONE 871 C"}
    assert all(re.search(r"/CS\d cs 0.5 scn\n.* re f", operators(page)) for page in reader.pages)
    numbers = {each.raw_get(key).idnum for each in spaces for key in each if str(each[key][1]) == "/PANTONE 871 C"}
    assert len(numbers) == 1


def test_a_spot_colour_is_a_plain_one_on_screen() -> None:
    (page, _) = PdfReader(BytesIO(paint(with_spot(), SCREEN, Engine()))).pages
    assert "0.6 0.5 0.2 rg" in operators(page)
    assert "/ColorSpace" not in page["/Resources"]


@pytest.mark.parametrize(("edition", "see_through"), [(PRINT, True), (PRINT_X1A, False)])
def test_see_through_pictures_are_opaque_where_the_standard_asks(
    edition: Edition, see_through: bool, tmp_path: Path
) -> None:
    Image.new("RGBA", (60, 60), (200, 30, 30, 128)).save(tmp_path / "a.png")
    picture = Picture(look(tmp_path / "a.png"), 10, 10)
    ground = Area(50, 50, Ink("ground", (1, 0, 0, 0), (0, 0.6, 0.9)))
    page = Page((Region("a", Rect(0, 0, 100, 100), Frame(100, 100, ((0, 0, ground), (5, 5, picture)))),))
    data = paint(Document(200, 200, mm(3), 12, (page,), (), "T", "en", date="2026-01-31"), edition, Engine())
    (sheet,) = PdfReader(BytesIO(data), strict=True).pages
    (image,) = (found.get_object() for found in sheet["/Resources"]["/XObject"].values())
    assert image["/ColorSpace"] == "/DeviceCMYK"
    assert ("/SMask" in image) == ("/Group" in sheet) == see_through


def test_the_office_edition_stands_inside_what_desktop_printers_print() -> None:
    for page in read("office").pages:
        assert [float(v) for v in page.mediabox] == pytest.approx([0, 0, mm(210), mm(297)], abs=0.01)
        first = operators(page).splitlines()[0]
        scale, x = float(first.split()[1]), float(first.split()[5])
        assert scale == pytest.approx((210 - 10) / 210, abs=0.0001)
        assert x == pytest.approx(mm(5), abs=0.1)
        assert operators(page).rstrip().endswith("Q")


def test_a_proof_shows_boxes_lines_and_what_was_found() -> None:
    where = next(tag.where for *_, path in walk(made().pages[0].regions[-1].frame) for tag in path if tag.where.line)
    remarks = [
        Finding("fit", "tight", "note", where, "shorten it"),
        Finding("resolution", "coarse", "error", Where("other", 10_000)),
        Finding("date", "none", "warning"),
    ]
    edition = EDITIONS["proof"]
    reader = PdfReader(BytesIO(paint(made(), edition, Engine(), None, remarks)), strict=True)
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    assert sorted(str(note["/T"]).split(",")[0] for note in notes) == [
        "error: resolution",
        "note: fit",
        "warning: date",
    ]
    assert {str(note["/Contents"]) for note in notes} == {"tight\nshorten it", "coarse", "none"}
    assert {str(note["/Subtype"]) for note in notes} == {"/Text"}
    texts = [page.extract_text() for page in reader.pages]
    assert all("DRAFT" in text and "trim 210 × 297 mm" in text for text in texts)
    lines = {tag.where.line for *_, path in walk(made().pages[0].regions[-1].frame) for tag in path if tag.where.line}
    assert lines
    assert all(re.search(rf"\b{line}\b", texts[0]) for line in lines)


BLACK = Ink("black", (0, 0, 0, 1), (0, 0, 0))
BOX = (("M", (0.0, 0.0)), ("L", (20.0, 0.0)), ("L", (20.0, 1.5)), ("L", (0.0, 1.5)), ("Z", ()))
TALL = tuple((operator, tuple(3 * value for value in values)) for operator, values in BOX)


@pytest.mark.parametrize(
    ("item", "over"),
    [
        (Area(50, 1.5, BLACK), True),
        (Area(50, 3, BLACK), False),
        (Area(50, 1.5, SPOT), False),
        (Shape(BOX, fill=BLACK), True),
        (Shape(TALL, fill=BLACK), False),
        (Shape(TALL, stroke=BLACK, line_width=0.5), True),
        (Shape(TALL, stroke=BLACK, line_width=3), False),
        (Shape(BOX, fill=BLACK, stroke=SPOT, line_width=0.5), False),
    ],
)
def test_thin_black_lines_overprint(item: Area | Shape, over: bool) -> None:
    """GWG 2022, R0010: lines of full black alone, below two points."""
    page = Page((Region("a", Rect(0, 0, 100, 100), Frame(100, 100, ((0, 0, item),))),))
    made_ = Document(200, 200, mm(3), 12, (page,), (), "T", "en", date="2026-01-31")
    (sheet,) = PdfReader(BytesIO(paint(made_, PRINT, Engine(), replace(press(), marks=())))).pages
    assert ("/GS1 gs" in operators(sheet)) == over


def test_a_link_in_several_styles_and_scripts_is_one_link() -> None:
    text = "title: T\nmain:\n  - text: See [the **whole** сайт here](https://x.org/a) and [that](https://x.org/b).\n"
    data = paint(document(text), SCREEN, Engine())
    reader = PdfReader(BytesIO(data), strict=True)
    found = [reference.get_object() for reference in reader.pages[0]["/Annots"]]
    assert [annotation["/Contents"] for annotation in found] == ["the whole сайт here", "that"]
    (first, second) = (annotation["/Rect"] for annotation in found)
    assert float(first[2]) < float(second[0])
    outline = b"".join(page.get_contents().get_data() for page in reader.pages).count(b"/Link<<")
    assert outline == 3  # before and after the word in another script, and the second link


def test_blocks_are_destinations_by_their_names() -> None:
    made = replace(two_headings(), anchors={(4, 14): "heading", (11, 14): "heading-2"})
    reader = PdfReader(BytesIO(paint(made, SCREEN, Engine())), strict=True)
    assert set(reader.named_destinations) == {"heading", "heading-2"}
    tops = [float(reader.named_destinations[name]["/Top"]) for name in ("heading", "heading-2")]
    assert tops[0] > tops[1]


def two_headings() -> Document:
    return document(
        "title: T\n\nmain:\n  - heading: One\n  - text: Words\n\n\n\n\n\n  - heading: Two\n  - text: More\n"
    )

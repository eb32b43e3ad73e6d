"""The painter: one document in each edition; every item content or artefact; the same words, the same bytes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PageObject, PdfReader

from factsheet.document import Document, Picture, Words, walk
from factsheet.edition import EDITIONS, PRINT, SCREEN, Edition
from factsheet.engine import Engine
from factsheet.paint.marks import MARGIN
from factsheet.paint.painter import paint
from factsheet.text.segments import words
from factsheet.units import mm
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
    said = [[words(page.extract_text()) for page in read(name).pages] for name in EDITIONS]
    assert len(said) > 1
    assert said[0]
    assert all(other == said[0] for other in said[1:])


@pytest.mark.parametrize("name", EDITIONS)
def test_every_run_of_words_is_painted_once(name: str) -> None:
    count = sum(
        isinstance(item, Words) for page in made().pages for r in page.regions for _, _, item, _ in walk(r.frame)
    )
    assert sum(operators(page).count("BT ") for page in read(name).pages) == count


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
        assert "1 1 1 1 k" in operators(page)


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

    assert titles(read("screen").outline) == ["A heading", ["Below it"], "Another"]


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

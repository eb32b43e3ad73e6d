"""The canvas: y downwards, page boxes, runs of glyphs, marked content, links and bookmarks."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from factsheet.document import Shaped
from factsheet.engine import Engine
from factsheet.pdf.canvas import Boxes, PdfCanvas
from factsheet.pdf.cidfont import fonts_of
from factsheet.units import Rect
from tests.making import styles

MEDIA, TRIM, BLEED = Rect(0, 0, 260, 360), Rect(30, 30, 200, 300), Rect(20, 20, 220, 320)
RED, BLACK = (1.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0)


def runs(text: str, *, strong: bool = False) -> tuple[Shaped, ...]:
    voice = styles().type("text").voices[1 if strong else 0]
    return tuple(run for word in text.split() for run in (*voice.word(word)[0].runs, voice.space))[:-1]


class Page(PdfCanvas):
    """A canvas with one open page."""

    def __init__(self, *texts: tuple[Shaped, ...]) -> None:
        super().__init__(version=(1, 7), language="en", packed=False, information={"Title": "T"})
        self.use(fonts_of([run for text in texts for run in text], Engine()))
        self.begin_page(Boxes(MEDIA, TRIM, BLEED))

    def code(self) -> list[str]:
        """The operators, line by line."""
        return list(self._code)

    def read(self) -> PdfReader:
        """The finished file."""
        self.end_page()
        return PdfReader(BytesIO(self.finish()), strict=True)


def test_y_grows_downwards_from_the_trimmed_page() -> None:
    page = Page()
    page.area(10, 20, 30, 40, RED)
    assert page.code() == ["1 0 0 rg", "40 270 30 40 re f"]


def test_page_boxes() -> None:
    page = Page().read().pages[0]
    assert [float(v) for v in page.mediabox] == [0, 0, 260, 360]
    assert [float(v) for v in page.trimbox] == [30, 30, 230, 330]
    assert [float(v) for v in page.bleedbox] == [20, 20, 240, 340]


def test_a_page_without_bleed_has_a_media_box_alone() -> None:
    canvas = PdfCanvas(version=(1, 7), language="en", packed=False, information={})
    canvas.use({})
    canvas.begin_page(Boxes(MEDIA, MEDIA, MEDIA))
    canvas.end_page()
    page = PdfReader(BytesIO(canvas.finish()), strict=True).pages[0]
    assert "/TrimBox" not in page
    assert "/BleedBox" not in page


def test_a_colour_is_set_when_it_changes() -> None:
    page = Page()
    for colour in (RED, RED, BLACK, RED):
        page.area(0, 0, 1, 1, colour)
    assert [line for line in page.code() if line[-1] in "gk"] == ["1 0 0 rg", "0 0 0 1 k", "1 0 0 rg"]


def test_stroke_and_fill_are_kept_apart() -> None:
    page = Page()
    line = (("M", (0.0, 0.0)), ("L", (10.0, 20.0)))
    page.path(5, 5, line, fill=None, stroke=BLACK, width=0.5)
    page.path(5, 5, line, fill=RED, stroke=BLACK, width=0.5)
    page.path(5, 5, (*line, ("Z", ())), fill=RED, stroke=None, width=0)
    assert page.code() == [
        "0 0 0 1 K 0.5 w", "35 325 m 45 305 l S", "1 0 0 rg", "35 325 m 45 305 l B", "35 325 m 45 305 l h f",
    ]  # fmt: skip


def test_a_clip_is_closed_and_colours_are_set_anew() -> None:
    page = Page()
    page.area(0, 0, 1, 1, RED)
    page.clip(0, 0, 10, 10)
    page.area(0, 0, 1, 1, RED)
    page.unclip()
    page.area(0, 0, 1, 1, RED)
    code = page.code()
    assert code.count("q 30 320 10 10 re W n") == code.count("Q") == 1
    assert code.count("1 0 0 rg") == 3


def test_words_are_one_text_object_in_exact_codes() -> None:
    text = runs("Some words")
    page = Page(text)
    page.words(10, 50, text, 9.6, BLACK, stretch=0, tracking=0)
    (code,) = [line for line in page.code() if line.startswith("BT")]
    assert code.startswith("BT /F1 9.6 Tf 40 280 Td [<")
    assert code.endswith("] TJ ET")
    assert page.read().pages[0].extract_text() == "Some words"


def test_a_stretch_is_added_to_each_space_and_tracking_to_each_glyph() -> None:
    text = runs("a b c")
    page = Page(text)
    page.words(0, 0, text, 10, BLACK, stretch=2, tracking=0.5)
    (code,) = [line for line in page.code() if line.startswith("BT")]
    assert code.count("-200") == 2
    assert code.startswith("BT 0.5 Tc ")
    assert code.endswith(" 0 Tc ET")


def test_faces_change_inside_a_line() -> None:
    text = (*runs("plain"), *runs("strong", strong=True), *runs("plain"))
    page = Page(text)
    page.words(0, 0, text, 10, BLACK, stretch=0, tracking=0)
    (code,) = [line for line in page.code() if line.startswith("BT")]
    assert code.count(" Tf ") == 3
    assert code.count(" Td ") == 1
    assert page.read().pages[0].extract_text() == "plainstrongplain"


def test_marked_content() -> None:
    page = Page()
    page.begin_content("P", 3)
    page.end_content()
    for kind in ("Header", "Footer", "Layout", "Background", ""):
        page.begin_artifact(kind)
        page.end_content()
    assert page.code()[::2] == [
        "/P<</MCID 3>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
        "/Artifact<</Type/Layout>>BDC",
        "/Artifact<</Type/Background>>BDC",
        "/Artifact<</Type/Layout>>BDC",
    ]
    assert set(page.code()[1::2]) == {"EMC"}


@pytest.mark.parametrize("target", ["https://x.org/a_(b)?c=d&e", "mailto:a@b.org"])
def test_links(target: str) -> None:
    page = Page()
    page.link(Rect(10, 20, 30, 12), target, "what it says", 7)
    (annotation,) = page.read().pages[0]["/Annots"]
    found = annotation.get_object()
    assert [float(v) for v in found["/Rect"]] == [40, 298, 70, 310]
    assert found["/A"]["/URI"] == target
    assert (found["/Contents"], found["/StructParent"], found["/F"]) == ("what it says", 7, 4)


def test_bookmarks_lead_to_their_height() -> None:
    page = Page()
    page.place("h0", 100)
    page.bookmark("h0", "One", 0)
    page.place("h1", 150)
    page.bookmark("h1", "Inner", 1)
    reader = page.read()
    outline = reader.outline
    assert outline[0]["/Title"] == "One"
    assert outline[1][0]["/Title"] == "Inner"
    assert float(outline[0]["/Top"]) == pytest.approx(230)


def test_tagged_pages_know_their_key_and_order() -> None:
    page = Page()
    page.struct_parents(4)
    found = page.read().pages[0]
    assert (found["/StructParents"], found["/Tabs"]) == (4, "/S")


def test_the_resources_name_every_font_once() -> None:
    text = (*runs("plain"), *runs("strong", strong=True))
    page = Page(text)
    page.words(0, 0, text, 10, BLACK, stretch=0, tracking=0)
    fonts = page.read().pages[0]["/Resources"]["/Font"]
    assert sorted(fonts) == ["/F1", "/F2"]

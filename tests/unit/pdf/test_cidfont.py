"""Fonts in a PDF: exact widths, exact text for each code, and second codes where one glyph has two texts."""

from collections.abc import Iterable
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from factsheet.document import Shaped
from factsheet.engine import Engine
from factsheet.pdf.canvas import Boxes, PdfCanvas
from factsheet.pdf.cidfont import CidFont, fonts_of
from factsheet.text.shaping import SOFT_HYPHEN
from factsheet.units import Rect
from tests.making import styles

SHEET = Rect(0, 0, 200, 300)
VOICES = styles().type("text").voices


def runs(*words: str, strong: bool = False) -> list[Shaped]:
    return [run for word in words for part in VOICES[strong].word(word) for run in part.runs]


def reader(lines: Iterable[list[Shaped]], engine: Engine | None = None) -> PdfReader:
    lines = list(lines)
    canvas = PdfCanvas(version=(1, 7), language="en", packed=False, information={})
    canvas.use(fonts_of([run for line in lines for run in line], engine or Engine()))
    canvas.begin_page(Boxes(SHEET, SHEET, SHEET))
    for n, line in enumerate(lines):
        canvas.words(10, 20 + 20 * n, line, 10, (0, 0, 0), stretch=0, tracking=0)
    canvas.end_page()
    return PdfReader(BytesIO(canvas.finish()), strict=True)


def font(found: PdfReader, name: str = "/F1") -> DictionaryObject:
    return found.pages[0]["/Resources"]["/Font"][name].get_object()


@pytest.mark.parametrize(
    "word", ["migration", "Өмнөговь", "office", "ffi", "e\u0301te\u0301", "Übergröße", "100\u00a0000", "«төсөл»", "–"]
)
def test_what_is_set_can_be_read_back(word: str) -> None:
    assert reader([runs(word)]).pages[0].extract_text().strip() == word


def test_widths_are_those_of_the_face() -> None:
    found = font(reader([runs("Migration")]))
    widths = found["/DescendantFonts"][0].get_object()["/W"]
    codes: dict[int, float] = {}
    for start, values in zip(widths[::2], widths[1::2], strict=True):
        codes |= {start + n: float(value) for n, value in enumerate(values)}
    face = VOICES[0].chain.first
    assert codes.keys() == {face.glyph(char) for char in "Migration"}
    assert all(width == pytest.approx(face.advance(code), abs=0.5) for code, width in codes.items())


def test_the_dictionary_has_what_a_reader_asks_for() -> None:
    found = font(reader([runs("Migration")]))
    descendant = found["/DescendantFonts"][0].get_object()
    descriptor = descendant["/FontDescriptor"]
    assert (found["/Subtype"], found["/Encoding"]) == ("/Type0", "/Identity-H")
    assert (descendant["/Subtype"], descendant["/CIDToGIDMap"]) == ("/CIDFontType2", "/Identity")
    assert found["/BaseFont"] == descendant["/BaseFont"] == descriptor["/FontName"]
    assert found["/BaseFont"][7] == "+"
    assert descriptor["/Ascent"] > descriptor["/CapHeight"] > descriptor["/XHeight"] > 0 > descriptor["/Descent"]
    assert descriptor["/FontFile2"].get_data()[:4] in (b"\0\1\0\0", b"true")


def test_a_bold_face_has_thicker_stems() -> None:
    found = reader([runs("a"), runs("a", strong=True)])
    stems = {}
    for name in ("/F1", "/F2"):
        descendant = font(found, name)["/DescendantFonts"][0].get_object()
        stems[str(descendant["/BaseFont"]).split("-")[1]] = descendant["/FontDescriptor"]["/StemV"]
    assert stems["Bold"] > stems["Regular"]


def test_one_glyph_for_two_texts_has_two_codes() -> None:
    voice = VOICES[0]
    (typed,) = runs("a-b")
    divided = Shaped(typed.face, SOFT_HYPHEN, 0, ((typed.glyphs[1][0], SOFT_HYPHEN, 0, 0),), "",
                     frozenset([(typed.glyphs[1][0], SOFT_HYPHEN)]))  # fmt: skip
    made = fonts_of([typed, divided], Engine())[voice.chain.first]
    assert made.aliases
    assert made.code(divided) != f"<{typed.glyphs[1][0]:04X}>" or made.code(typed) != typed.code
    assert reader([[typed, divided]]).pages[0].extract_text().strip("\n") == f"a-b{SOFT_HYPHEN}"


def test_the_hyphen_that_divides_a_word_is_read_as_a_soft_hyphen() -> None:
    text = reader([[*runs("well-"), VOICES[0].hyphen]]).pages[0].extract_text()
    assert text.strip("\n") == f"well-{SOFT_HYPHEN}"


def test_second_codes_lie_above_all_glyphs_and_draw_the_same() -> None:
    face = VOICES[0].chain.first
    glyph = face.glyph("A")
    made = CidFont("F1", face, [(glyph, "A"), (glyph, "a"), (glyph, "")], Engine())
    assert made.texts[glyph] == "A"
    assert made.aliases == {(glyph, "a"): face.face.glyph_count, (glyph, ""): face.face.glyph_count + 1}


def test_which_text_keeps_the_number_does_not_depend_on_the_order() -> None:
    face = VOICES[0].chain.first
    pairs = [(5, "b"), (5, "a"), (5, "ab"), (7, "x"), (7, "")]
    one, other = (CidFont("F1", face, order, Engine()) for order in (pairs, pairs[::-1]))
    assert (one.texts, one.aliases) == (other.texts, other.aliases)


def test_capitals_are_read_as_they_were_typed() -> None:
    voice = styles().type("label").voices[0]
    line = [run for part in voice.word("Factsheet") for run in part.runs]
    assert voice.capitals
    assert reader([line, runs("FACTSHEET", strong=True)]).pages[0].extract_text().split() == ["Factsheet", "FACTSHEET"]


def test_fonts_are_named_in_the_order_of_their_files() -> None:
    line = [*runs("a", strong=True), *runs("a"), *runs("\u2212")]
    found = fonts_of(line, Engine())
    assert [made.name for made in found.values()] == ["F1", "F2", "F3"]
    names = [face.path.name for face in found]
    assert names == sorted(names)
    assert list(fonts_of(line[::-1], Engine())) == list(found)


def test_a_subset_is_made_once_for_the_same_glyphs() -> None:
    engine = Engine()
    reader([runs("abc")], engine)
    assert len(engine.subsets) == 1
    reader([runs("cba")], engine)
    assert len(engine.subsets) == 1
    reader([runs("abcd")], engine)
    assert len(engine.subsets) == 2


def test_more_than_a_hundred_characters_are_mapped_in_blocks() -> None:
    letters = (
        "".join(map(chr, range(0x410, 0x450)))
        + "".join(map(chr, range(0x41, 0x5B)))
        + "".join(map(chr, range(0x61, 0x7B)))
    )
    found = reader([runs(letters)])
    cmap = font(found)["/ToUnicode"].get_data().decode()
    assert "100 beginbfchar" in cmap
    assert found.pages[0].extract_text().strip() == letters

"""The trace: a document as lines that a person can read."""

from factsheet.document import Area, Document, Frame, Page, Path, Region, Tag, Words
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.trace import trace, trace_frame
from factsheet.units import Rect
from tests.making import box, document, kit, whole
from tests.unit.layout.bricks import ink


def placed(text: str, tag: Tag | None = None) -> Words:
    voice = kit().styles.type("text").voices[0]
    (part,) = voice.word(text)
    return Words(part.runs, 10, ink(), part.width / 100, tag=tag)


def test_a_line_has_its_place_its_path_and_its_words() -> None:
    assert trace_frame(whole(box("- bullets: [One **two** three]")), 100, 200) == [
        "  100.00   210.13    L/LI/Lbl  •",
        "  111.04   210.13    L/LI/LBody/P  One two three",
    ]


def test_marks_that_cannot_be_seen_are_shown() -> None:
    frame = Frame(100, 20, ((0, 10, placed("100\u00a0USD")), (0, 20, placed("de\u2011velop"))), Tag("P"))
    assert trace_frame(frame)[0].endswith("P  100~USD")
    lines = trace_frame(whole(box("- text: " + "Internationalisation administration " * 3), 62))
    assert any(line.endswith("¬") for line in lines)


def test_a_link_stands_in_brackets() -> None:
    line, text = trace_frame(whole(box("- text: The [web site](https://x.org) says")))
    assert text.endswith("    P  The [web site] says")
    assert "    (Layout)  area " in line


def test_runs_apart_on_one_line_are_two_lines() -> None:
    frame = Frame(300, 20, ((0, 10, placed("left")), (200, 10, placed("right"))), Tag("P"))
    assert [line.split()[-1] for line in trace_frame(frame)] == ["left", "right"]


def test_what_is_drawn() -> None:
    line = Path((("M", (0.0, 0.0)), ("L", (1.0, 1.0))), stroke=ink("b"), line_width=1)
    disc = Path((("M", (0.0, 0.0)), ("Z", ())), fill=ink("a"))
    frame = Frame(
        9, 9, ((1, 2, Area(3, 4.5, ink("red"))), (0, 0, line), (0, 0, disc), (5, 5, Area(1, 1, ink()))), LAYOUT
    )
    assert trace_frame(frame, -1.001) == [
        "   -0.00     2.00    (Layout)  area 3.00 x 4.50 red".replace("-0.00", " 0.00"),
        "   -1.00     0.00    (Layout)  2 paths a b",
        "    4.00     5.00    (Layout)  area 1.00 x 1.00 black",
    ]


def test_an_item_under_no_node_says_so() -> None:
    assert trace_frame(Frame(9, 9, ((0, 0, Area(1, 1, ink())),)))[0].split()[2] == "(none)"


def test_pages_and_regions_have_headings() -> None:
    frame = Frame(50, 20, ((0, 10, placed("word")),), Tag("P"))
    page = Page((Region("main", Rect(20, 30, 50, 20), frame),))
    made = Document(200, 300, 8.5, 13.4, (page, page), (), "A title", "en")
    assert trace(made) == (
        "A title (en), pages: 2, 200.00 x 300.00, grid 13.40\n"
        "\npage 1\n   20.00    30.00  main 50.00 x 20.00\n   20.00    40.00    P  word\n"
        "\npage 2\n   20.00    30.00  main 50.00 x 20.00\n   20.00    40.00    P  word\n"
    )


def test_the_trace_of_a_document_is_always_the_same() -> None:
    text = "title: A title\nmain:\n  - text: Some words\n"
    assert trace(document(text)) == trace(document(text))

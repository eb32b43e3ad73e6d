"""The document: plain frozen data, walked in reading order."""

import dataclasses
import re
from dataclasses import replace
from pathlib import Path as FilePath

import pytest

from factsheet.design.bitmap import Bitmap, Colours
from factsheet.design.inks import Ink, Spot
from factsheet.document import (
    Area,
    Document,
    Frame,
    Glyph,
    Item,
    Page,
    Path,
    Picture,
    Region,
    Shaped,
    Tag,
    Words,
    encode,
    inks,
    plates,
    recoloured,
    walk,
)
from factsheet.units import Rect
from tests.unit.layout.bricks import ink

RED = Area(1, 1, ink("red"))
BLUE = Area(2, 2, ink("blue"))


def test_nothing_is_changed_after_it_is_made() -> None:
    page = Page((Region("main", Rect(0, 0, 1, 1), Frame(1, 1)),))
    made = Document(1, 1, 0, 13.4, (page,), (), "T", "en")
    for thing in (made, page, page.regions[0], page.regions[0].frame, RED, Tag("P"), Path(())):
        field = dataclasses.fields(thing)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(thing, field, None)


def test_tags_are_told_apart_even_where_they_say_the_same() -> None:
    assert Tag("P") != Tag("P")
    assert len({Tag("P"), Tag("P")}) == 2


def test_items_are_walked_in_order_with_their_absolute_places() -> None:
    inner = Frame(10, 10, ((1, 2, RED),))
    outer = Frame(20, 20, ((0, 0, BLUE), (5, 5, inner), (3, 3, BLUE)))
    assert [(x, y, item) for x, y, item, _ in walk(outer, 100, 200)] == [
        (100, 200, BLUE), (106, 207, RED), (103, 203, BLUE),
    ]  # fmt: skip


def test_a_path_has_the_tags_of_the_frames_around_it() -> None:
    one, two = Tag("L"), Tag("LI")
    bare = Frame(1, 1, ((0, 0, RED),))
    frame = Frame(1, 1, ((0, 0, Frame(1, 1, ((0, 0, bare),), two)), (0, 0, BLUE)), one)
    assert [path for *_, path in walk(frame)] == [(one, two), (one,)]
    assert [path for *_, path in walk(bare)] == [()]
    assert [path for *_, path in walk(bare, path=(two,))] == [(two,)]


def test_an_empty_frame_has_no_items() -> None:
    assert list(walk(Frame(1, 1, ((0, 0, Frame(1, 1)),)))) == []


@pytest.mark.parametrize(
    ("glyphs", "code"),
    [
        ((), ""),
        (((1, "a", 0, 0),), "<0001>"),
        (((1, "a", 0, 0), (0xABC, "b", 0, 0)), "<00010ABC>"),
        (((1, "a", 0, 20), (2, "b", 0, 0)), "<0001>20<0002>"),
        (((1, "a", 0, 0), (2, "b", -30, 0)), "<0001>-30<0002>"),
        (((1, "a", 7, 0),), "7<0001>"),
        (((1, "a", 0, 0.4),), "<0001>"),
        (((1, "a", 0, 9),), "<0001>9"),
    ],
)
def test_the_inside_of_a_text_array(glyphs: tuple[Glyph, ...], code: str) -> None:
    assert encode(glyphs).replace(" ", "") == code


@pytest.mark.parametrize(("after", "before"), [(10, 5), (10, -5), (-10, -5), (-10, 5), (70, -64)])
def test_kerns_of_two_glyphs_never_run_together(after: float, before: float) -> None:
    """``10`` after one glyph and ``-5`` before the next are 5, and neither 105 nor ``10-5``, which is no number."""
    tokens = re.findall(r"<[^>]*>|[^\s<>]+", encode(((1, "a", 0, after), (2, "b", before, 0))))
    assert tokens[0] == "<0001>"
    assert tokens[-1] == "<0002>"
    assert sum(float(token) for token in tokens[1:-1]) == after + before


def test_codes_may_be_others_than_the_glyphs() -> None:
    assert encode(((1, "a", 0, 0), (1, "b", 0, 0)), lambda glyph, text: glyph if text == "a" else 9) == "<00010009>"


def test_the_text_of_words() -> None:
    runs = tuple(Shaped(None, text, 1, (), "", frozenset()) for text in ("one", " ", "two"))  # type: ignore[arg-type]
    assert Words(runs, 10, ink(), 3).text == "one two"


def test_the_resolution_of_a_picture_is_that_of_the_part_that_is_seen() -> None:
    bitmap = Bitmap(FilePath("a.jpg"), "", 400, 200, "rgb")
    assert Picture(bitmap, 144, 72).resolution == pytest.approx(200)
    assert Picture(bitmap, 72, 72, (0.5, 0.0, 1.0, 1.0)).resolution == pytest.approx(200)
    assert Picture(bitmap, 72, 72).resolution == pytest.approx(200)


NAVY = Ink("navy", (1, 0.8, 0, 0.3), (0, 0, 0.4))
GOLD = Ink("gold", (0, 0.2, 0.6, 0), (0.8, 0.7, 0.2), Spot("Gold", (0, 0.2, 0.6, 0)))
SHAPE = Path((("M", (0, 0)), ("L", (5, 5))), stroke=GOLD, line_width=1)


def paged(*items: Item) -> Document:
    inner = Frame(50, 50, tuple((0.0, 0.0, item) for item in items), Tag("P"))
    outer = Frame(100, 100, ((1.0, 2.0, inner),), clip=True)
    return Document(200, 300, 9, 12, (Page((Region("a", Rect(0, 0, 100, 100), outer),)),), (), "T", "en")


def photo(colours: Colours) -> Picture:
    return Picture(Bitmap(FilePath("a.jpg"), "", 400, 200, colours), 144, 72)


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ([], ()),
        ([Area(1, 1, NAVY)], ("Cyan", "Magenta", "Black")),
        ([SHAPE, Area(1, 1, ink())], ("Black", "Gold")),
        ([photo("grey")], ("Black",)),
        ([photo("rgb")], ("Cyan", "Magenta", "Yellow", "Black")),
        ([SHAPE, photo("cmyk")], ("Cyan", "Magenta", "Yellow", "Black", "Gold")),
    ],
)
def test_the_plates_of_a_document(items: list[Item], names: tuple[str, ...]) -> None:
    assert plates(paged(*items)) == names


def test_the_inks_of_an_item() -> None:
    assert list(inks(Area(1, 1, NAVY))) == [NAVY]
    assert list(inks(Words((), 10, GOLD, 3))) == [GOLD]
    assert list(inks(replace(SHAPE, fill=NAVY))) == [NAVY, GOLD]
    assert list(inks(photo("rgb"))) == []


def test_other_inks_change_nothing_else() -> None:
    made = paged(Area(1, 1, NAVY), Words((), 10, NAVY, 3), SHAPE, replace(SHAPE, stroke=None, fill=NAVY), photo("rgb"))
    changed = recoloured(made, lambda old: GOLD if old is NAVY else old)
    before, after = (
        [(x, y, item, path) for page in each.pages for r in page.regions for x, y, item, path in walk(r.frame)]
        for each in (made, changed)
    )
    assert [one[:2] + one[3:] for one in before] == [one[:2] + one[3:] for one in after]
    assert [list(inks(item)) for *_, item, _ in after] == [[GOLD], [GOLD], [GOLD], [GOLD], []]
    assert recoloured(changed, lambda old: NAVY if old is GOLD else old).pages[0].regions[0].frame.clip

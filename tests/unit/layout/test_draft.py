"""A draft: the story on pages, what is left over, and how good it is."""

import pytest

from factsheet.document import Frame, walk
from factsheet.layout.box import UNLIMITED
from factsheet.layout.draft import Draft, Leaf, better
from factsheet.layout.stack import Stack
from factsheet.units import Rect, Size
from tests.making import items, runs, said_by, story, theme

ROOM = Size(300, UNLIMITED)
WORDS = "Migration management systems in Mongolia contribute to labour migration. "
SHORT = "title: T\nmain:\n  - text: Some words\n"
SIDE = "sidebar:\n  - support: By IOM\n  - partners: [One, Two]\n"
FOOTER = "footer: {text: More on our website, url: www.iom.int}\n"


def article(words: int, sections: int = 3) -> str:
    body = "".join(f"  - heading: Section {n}\n  - text: {WORDS * (words // sections // 9)}\n" for n in range(sections))
    return f"title: A title\nmain:\n{body}"


def draft(text: str, step: int | None = None, stop: int = 0) -> Draft:
    return Draft(story(text, step=step), theme(), theme().usual if step is None else step, stop)


LONG, MIDDLE = article(1500), article(450)
ALL = {
    "short": SHORT,
    "sidebar": SHORT + SIDE,
    "footer": SHORT + SIDE + FOOTER,
    "middle": MIDDLE + SIDE + FOOTER,
    "long": LONG + SIDE + FOOTER,
    "without sidebar": LONG + FOOTER,
    "only a sidebar": "title: T\n" + SIDE,
    "title": "title: T",
    "title and footer": "title: T\n" + FOOTER,
}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
@pytest.mark.parametrize("step", [0, theme().usual, len(theme().fit) - 1])
def test_everything_has_its_place(text: str, step: int) -> None:
    made = draft(text, step)
    assert made.complete
    for name in ("main", "sidebar"):
        frames = [frame for leaf in made.leaves for kind, _, frame in leaf.frames if kind == name]
        stack = made.story.main if name == "main" else made.story.sidebar
        if name == "main" and not stack.cells:
            stack = made.story.sidebar
        elif not made.story.main.cells:
            stack = Stack(())
        everything = stack.fit(ROOM).frame
        assert everything is not None
        assert said_by(frames) == said_by([everything])


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_frames_stay_between_the_head_and_the_foot_and_apart(text: str) -> None:
    made = draft(text)
    for leaf in made.leaves:
        for _, rect, frame in leaf.frames:
            assert rect.y >= leaf.top - 0.01
            assert rect.bottom <= leaf.bottom + 0.01
            assert (rect.width, rect.height) == pytest.approx((frame.width, frame.height))
        placed = [rect for _, rect, _ in leaf.frames]
        assert not any(_overlap(one, other) for n, one in enumerate(placed) for other in placed[:n])


def _overlap(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_regions_of_the_document(text: str) -> None:
    made = draft(text)
    document = made.document()
    assert len(document.pages) == made.pages
    for number, page in enumerate(document.pages, 1):
        names = [region.name for region in page.regions]
        assert ("masthead" in names) == (number == 1)
        assert ("header" in names) == (number > 1)
        assert ("closing" in names) == (number == made.pages and made.story.closing is not None)


def test_text_has_a_root() -> None:
    document = draft(ALL["long"]).document()
    for page in document.pages:
        for region in page.regions:
            for *_, path in walk(region.frame):
                assert path
                assert path[0] in document.roots or path[0].role == "Artifact", region.name


def test_the_band_stands_on_the_last_page_only() -> None:
    made = draft(ALL["long"])
    assert made.pages > 1
    assert [leaf.closing for leaf in made.leaves] == [False] * (made.pages - 1) + [True]


def test_the_masthead_takes_the_room_that_is_left_but_not_too_much() -> None:
    made = draft(MIDDLE)
    assert made.masthead >= made.furniture.head.least
    assert made.masthead <= made.furniture.head.most(alone=made.pages == 1)


def test_a_title_alone_is_a_poster() -> None:
    made = draft("title: T")
    assert made.pages == 1
    assert made.masthead == made.story.height


def test_the_first_line_of_the_sidebar_is_level_with_the_heading() -> None:
    made = draft(LONG + SIDE)
    tops = {}
    for name, rect, frame in made.leaves[0].frames:
        y, words = next((y, words) for _, y, words, _ in runs(frame))
        tops[name] = rect.y + y - words.runs[0].face.cap_height / 1000 * words.size
    assert tops["sidebar"] == pytest.approx(tops["main"], abs=1.5)


def test_a_sidebar_that_is_too_long_is_known() -> None:
    side = "sidebar:\n" + "".join(f"  - support: {WORDS * 4}\n" for _ in range(40))
    made = draft(SHORT + side)
    assert made.lost_side is not None
    assert not made.complete
    assert made.broken
    assert made.badness > 100


def test_a_block_that_fits_on_no_page_is_known() -> None:
    table = f"  - table:\n      columns: [A]\n      rows:\n        - ['{WORDS * 60}']\n"
    made = draft(f"title: T\nmain:\n{table}")
    assert made.stuck is not None
    assert not made.complete


def test_more_pages_than_agreed_are_a_break() -> None:
    assert draft(LONG + "pages: 1\n").broken
    assert not draft(LONG + "pages: 9\n").broken
    assert draft(LONG + "pages: 1\n").badness > draft(LONG + "pages: 2\n").badness


def test_a_stop_moves_the_rest_to_the_next_page() -> None:
    plain = draft(MIDDLE + SIDE)
    stopped = draft(MIDDLE + SIDE, stop=2)
    assert stopped.pages >= 2
    assert stopped.complete
    first = [frame for name, _, frame in stopped.leaves[0].frames if name == "main"]
    assert len(said_by(first)) < len(said_by([f for name, _, f in plain.leaves[0].frames if name == "main"]))


def test_a_section_that_the_page_break_divides_is_known() -> None:
    made = draft(article(900, 3) + SIDE)
    assert made.pages > 1
    cells = made.story.main.cells
    assert made.early_heading == 0 or cells[made.early_heading].keep


def test_no_heading_is_last_in_a_column() -> None:
    for words in range(300, 1500, 60):
        made = draft(article(words, 8) + SIDE)
        for leaf in made.leaves:
            main = [(rect, frame) for name, rect, frame in leaf.frames if name == "main"]
            for n, (rect, frame) in enumerate(main):
                last = [path[-1].role for *_, path in items(frame)][-1]
                spans = rect.width > made.geometry.main[1] and n < len(main) - 1
                assert spans or not last.startswith("H"), words


def test_lowering_a_leaf_moves_everything() -> None:
    frame = ("main", Rect(10, 100, 50, 60), Frame(50, 60))
    leaf = Leaf(top=100, bottom=500, beside=False, notes=draft(SHORT).notes, frames=[frame], main=60)
    assert (leaf.room, leaf.slack) == (400, 340)
    leaf.lower(40)
    assert (leaf.top, leaf.room, leaf.slack) == (140, 360, 300)
    assert leaf.frames[0][1] == Rect(10, 140, 50, 60)


def test_a_footnote_is_printed_once_on_the_first_page_that_refers_to_it() -> None:
    text = article(1500).replace("systems", "systems[^1]") + SIDE + "notes:\n  1: Xylophone.\n"
    made = draft(text)
    assert made.pages > 1
    found = [said_by([frame for _, _, frame in leaf.frames]).count("Xylophone.") for leaf in made.leaves]
    assert found == [1] + [0] * (made.pages - 1)
    assert ["1" in leaf.notes.boxes for leaf in made.leaves] == [True] + [False] * (made.pages - 1)


def test_a_footnote_of_both_columns_is_printed_once() -> None:
    made = draft(SHORT.replace("words", "words[^1]") + SIDE.replace("IOM", "IOM[^1]") + "notes:\n  1: Xylophone.\n")
    assert made.pages == 1
    assert said_by([frame for _, _, frame in made.leaves[0].frames]).count("Xylophone.") == 1


def test_a_wide_table_waits_for_a_page_without_a_sidebar() -> None:
    head = ", ".join(["Organisations"] * 9)
    table = f"  - table:\n      columns: [{head}]\n      rows:\n" + f"        - [{head}]\n" * 8
    made = draft(f"title: T\nmain:\n  - text: {WORDS}\n{table}" + SIDE)
    assert made.complete
    assert [leaf.beside for leaf in made.leaves] == [True, False]
    ((_, rect, _),) = made.leaves[1].frames
    assert rect.width == pytest.approx(made.geometry.text_width)


def test_of_equal_drafts_the_first_is_kept() -> None:
    one, other = draft(SHORT), draft(SHORT)
    assert better(one, other) is one
    worse = draft(LONG + "pages: 1\n")
    assert better(worse, one) is one
    assert better(one, worse) is one


def test_a_tighter_step_never_has_more_pages() -> None:
    pages = [draft(LONG + SIDE, step).pages for step in range(len(theme().fit))]
    assert pages == sorted(pages, reverse=True)


@pytest.mark.parametrize("words", range(300, 900, 45))
def test_headings_in_a_row_stay_together(words: int) -> None:
    """A section that moves to the next page as a whole takes the heading above its own with it."""
    text = article(words, 3).replace("  - heading: Section", "  - heading: Part\n  - heading: Section") + SIDE
    one = draft(text)
    for made in (one, draft(text, stop=one.early_heading)):
        for leaf in made.leaves[:-1]:
            *_, last = [frame for name, _, frame in leaf.frames if name == "main"]
            assert not [path[-1].role for *_, path in items(last)][-1].startswith("H")

"""Laws of the pages, on random factsheets: nothing lost, nothing outside, everything in order and on the grid."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pypdfium2
from hypothesis import event, example, given, settings

from factsheet.design.press import Press, condition
from factsheet.document import Document, Frame, Picture, Region, Tag, Words, walk
from factsheet.edition import EDITIONS, PRINT_X1A
from factsheet.findings import LayoutError
from factsheet.layout.trace import trace
from factsheet.paint.painter import paint
from factsheet.preflight.pages import judge_pages
from factsheet.spec.texts import written
from factsheet.units import Rect
from tests.making import ENGINE, document, said_by, sheet, story, theme, whole
from tests.property.specs import specs

TEXT_REGIONS = ("masthead", "main", "sidebar", "closing", "header", "footer")


def made(spec: str) -> Document | None:
    """The document; None where it does not go onto pages, which is said with a place and a cure."""
    try:
        return document(spec)
    except LayoutError as problem:
        findings = problem.findings
    assert findings
    assert all(finding.where.line and finding.hint for finding in findings)
    event("refused")
    return None


# -- the laws


def law_nothing_is_lost_doubled_or_outside(spec: str, found: Document) -> None:
    assert judge_pages(found, written(sheet(spec))) == []


def law_the_story_is_in_the_order_in_which_it_was_written(spec: str, found: Document) -> None:
    step = next(n for n, step in enumerate(theme().fit) if step.leading == found.grid)
    composed = story(spec, step=step)
    main, side = composed.main, composed.sidebar
    if not main.cells:
        main, side = side, main
    for name, stack in (("main", main), ("sidebar", side)):
        frames = [_without_notes(region.frame) for _, region in _regions(found, name)]
        assert said_by(frames) == said_by([whole(stack, 2000)])


def law_regions_are_on_the_page_and_apart(spec: str, found: Document) -> None:
    for page in found.pages:
        placed = [region for region in page.regions if region.name in TEXT_REGIONS]
        for n, one in enumerate(placed):
            assert one.rect.x >= 0
            assert one.rect.y >= 0
            assert one.rect.right <= found.width + 0.01
            assert one.rect.bottom <= found.height + 0.01
            for other in placed[:n]:
                names = {one.name, other.name}
                assert names == {"footer", "closing"} or not _overlap(one.rect, other.rect), names


def law_no_two_runs_of_words_lie_over_each_other(spec: str, found: Document) -> None:
    for page in found.pages:
        placed = [
            (Rect(x + 0.5, y - 0.45 * item.size, max(item.width - 4.0, 0.0), 0.4 * item.size), item.text)
            for region in page.regions
            for x, y, item, _ in walk(region.frame, region.rect.x, region.rect.y)
            if isinstance(item, Words)
        ]
        placed.sort(key=lambda pair: pair[0].y)
        for n, (one, text) in enumerate(placed):
            for other, other_text in placed[n + 1 :]:
                if other.y > one.bottom:
                    break
                assert not _overlap(one, other), (text, other_text)


def law_running_text_stands_on_one_grid(spec: str, found: Document) -> None:
    scales = [step.scale for step in theme().fit if step.leading == found.grid]
    assert scales
    sizes = {round(theme().styles[name].size * scale, 3) for name in ("text", "side") for scale in scales}
    for page in found.pages:
        lines = [
            region.rect.y + y
            for region in page.regions
            if region.name in ("main", "sidebar")
            for _, y, item, _ in walk(region.frame)
            if isinstance(item, Words) and round(item.size, 3) in sizes
        ]
        offsets = [(y - lines[0]) / found.grid for y in lines]
        assert all(abs(offset - round(offset)) < 0.01 for offset in offsets)


def law_every_word_has_a_meaning_or_is_an_artefact(spec: str, found: Document) -> None:
    for page in found.pages:
        for region in page.regions:
            for _, _, item, path in walk(region.frame):
                assert path
                assert _artefact(path) or path[0] in found.roots
                assert _artefact(path) or not isinstance(item, Words) or path[-1].role, item


def law_no_heading_is_last_in_a_column(spec: str, found: Document) -> None:
    """But for one that spans the columns below it, and for one that the author wrote last."""
    for (page, region), (next_page, following) in pairwise(_regions(found, "main")):
        paths = [path for _, _, item, path in walk(region.frame) if isinstance(item, Words | Picture)]
        body = [path for path in paths if not any(tag.role == "Note" for tag in path)]
        spans = page == next_page and following.rect.y >= region.rect.bottom - 0.01
        assert spans or not body or body[-1][-1].role not in ("H2", "H3")


def law_a_note_stands_on_the_page_of_its_first_mark(spec: str, found: Document) -> None:
    marks: dict[str, int] = {}
    notes: dict[str, int] = {}
    for number, page in enumerate(found.pages):
        for region in page.regions:
            for _, _, item, path in walk(region.frame):
                if not isinstance(item, Words) or _artefact(path):
                    continue
                if item.tag is not None and item.tag.role == "Reference":
                    marks.setdefault(item.text.strip(), number)
                elif path[-1].role == "Lbl" and any(tag.role == "Note" for tag in path):
                    notes.setdefault(item.text.strip(), number)
    assert notes == marks


LAWS = (
    law_nothing_is_lost_doubled_or_outside,
    law_the_story_is_in_the_order_in_which_it_was_written,
    law_regions_are_on_the_page_and_apart,
    law_no_two_runs_of_words_lie_over_each_other,
    law_running_text_stands_on_one_grid,
    law_every_word_has_a_meaning_or_is_an_artefact,
    law_no_heading_is_last_in_a_column,
    law_a_note_stands_on_the_page_of_its_first_mark,
)


@given(specs)
@settings(max_examples=120)
@example('{"title": "T"}')
def test_the_laws_hold(spec: str) -> None:
    found = made(spec)
    if found is not None:
        for law in LAWS:
            law(spec, found)


def test_no_law_is_forgotten() -> None:
    assert [law.__name__ for law in LAWS] == [name for name in globals() if name.startswith("law_")]


# -- laws of more than one document


@given(specs)
@settings(max_examples=30)
def test_the_same_spec_gives_the_same_pages(spec: str) -> None:
    one, other = made(spec), made(spec)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert trace(one) == trace(other)


@given(specs)
@settings(max_examples=30)
def test_a_contract_is_kept_or_refused(spec: str) -> None:
    free = made(spec)
    if free is None:
        return
    for pages in {1, len(free.pages)}:
        bound = made(f'{{"pages": {pages}, {spec[1:]}')
        assert bound is None or len(bound.pages) <= pages
        assert pages < len(free.pages) or bound is not None


@given(specs)
@settings(max_examples=30)
def test_all_editions_say_the_same_words(spec: str) -> None:
    found = made(spec)
    if found is None:
        return
    bare = Press(condition(), marks=())
    editions = [replace(edition, proof=False) for edition in (*EDITIONS.values(), PRINT_X1A)]
    said = {edition.name: _read(paint(found, edition, ENGINE, bare)) for edition in editions}
    first = next(iter(said.values()))
    assert len(said) > 1
    assert all(pages == first for pages in said.values())
    for page, text in zip(found.pages, first, strict=True):
        runs = [item for r in page.regions for _, _, item, _ in walk(r.frame) if isinstance(item, Words)]
        assert _letters("".join(run.text for run in runs)) == _letters(text)


def test_the_specs_are_of_many_kinds() -> None:
    """The laws are not kept for want of pages or for too many refusals."""
    pages: list[int] = []

    @given(specs)
    @settings(max_examples=40)
    def collect(spec: str) -> None:
        found = made(spec)
        pages.append(len(found.pages) if found is not None else 0)

    collect()
    assert {1, 2, 3} <= set(pages)
    assert pages.count(0) < 0.4 * len(pages)
    assert sum(n > 1 for n in pages) > 0.2 * len(pages)


# -- what the laws need to know


def _regions(found: Document, name: str) -> list[tuple[int, Region]]:
    """The regions called ``name``, each with the number of its page."""
    return [(n, region) for n, page in enumerate(found.pages) for region in page.regions if region.name == name]


def _without_notes(frame: Frame) -> Frame:
    items = tuple(
        (x, y, _without_notes(item) if isinstance(item, Frame) else item)
        for x, y, item in frame.items
        if not (isinstance(item, Frame) and item.tag is not None and item.tag.role == "Note")
    )
    return replace(frame, items=items)


def _overlap(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


def _artefact(path: tuple[Tag, ...]) -> bool:
    return any(tag.role == "Artifact" for tag in path)


def _read(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())

"""The laws of layout, for every kind of block by the example in its docstring."""

from itertools import product

import pytest

from factsheet.document import Words
from factsheet.layout.box import Box
from factsheet.layout.trace import trace_frame
from factsheet.text import hanging
from factsheet.units import EPSILON, Size
from tests.making import Place, blocks, box, example, items, kinds, kit, pieces, runs, said, said_by, whole

WIDTHS = {"main": (90.0, 160.0, 234.3, 323.2, 493.2), "sidebar": (100.0, 130.4)}
HEIGHTS = (0.0, 13.4, 30.0, 45.0, 80.0, 150.0, 600.0)
CASES = [
    pytest.param(key, place, rough, id=f"{key}-{place}{'-rough' if rough else ''}")
    for key, kind in kinds().items()
    if not kind.steers
    for place in (("main", "sidebar") if kind.place == "main" else ("sidebar",))
    for rough in (False, True)
]
EXACT = [case for case in CASES if not case.values[2]]


def sample(key: str, place: Place, rough: bool = False) -> Box:
    """A fresh box of the example: nothing of it has been set before."""
    return box(example(kinds()[key]), place, rough=rough)


def test_there_are_blocks() -> None:
    assert {"text", "heading", "bullets", "numbered", "figures", "table", "quote", "budget"} <= kinds().keys()


@pytest.mark.parametrize("key", kinds())
def test_the_example_is_a_block_of_its_kind(key: str) -> None:
    kind = kinds()[key]
    (found,) = blocks(example(kind), kind.place)
    assert type(found) is kind
    assert found.where.line > 1


@pytest.mark.parametrize(("key", "place", "rough"), CASES)
def test_fitting_twice_is_the_same(key: str, place: Place, rough: bool) -> None:
    used = sample(key, place, rough)
    whole(used)
    for width, height in product(WIDTHS[place], HEIGHTS):
        room = Size(width, height)
        first, second, fresh = used.fit(room), used.fit(room), sample(key, place, rough).fit(room)
        for other in (second, fresh):
            assert (other.frame is None, other.rest is None) == (first.frame is None, first.rest is None)
            if first.frame is not None and other.frame is not None:
                assert trace_frame(other.frame) == trace_frame(first.frame)
                assert (other.frame.height, other.frame.notes) == (first.frame.height, first.frame.notes)


@pytest.mark.parametrize(("key", "place", "rough"), EXACT)
def test_nothing_is_lost(key: str, place: Place, rough: bool) -> None:
    everything = said(whole(sample(key, place, rough)))
    assert everything
    for width, height in product(WIDTHS[place], HEIGHTS):
        frames, rest = pieces(sample(key, place), width, height)
        left = [whole(rest, width)] if rest is not None else []
        assert said_by(frames + left) == everything, (width, height)


@pytest.mark.parametrize(("key", "place", "rough"), CASES)
def test_a_frame_stays_in_its_room(key: str, place: Place, rough: bool) -> None:
    for width, height in product(WIDTHS[place], HEIGHTS):
        frames, _ = pieces(sample(key, place, rough), width, height)
        for frame in frames:
            assert frame.width == width
            assert frame.height <= height + EPSILON
            for x, y, words, _ in runs(frame):
                left, right = hanging.most(words)
                assert x >= -left - EPSILON
                assert x + words.width <= width + right + 0.01, words.text
                assert y - 0.65 * words.size >= 0
                assert y <= frame.height + EPSILON


@pytest.mark.parametrize(("key", "place", "rough"), CASES)
def test_splitting_ends(key: str, place: Place, rough: bool) -> None:
    """Each frame that is not the last takes something; and what fits into no room comes back as it was."""
    for width, height in product(WIDTHS[place], HEIGHTS):
        frames, rest = pieces(sample(key, place, rough), width, height)
        assert len(frames) < 100
        assert all(frame.height > 0 for frame in frames)
        assert rough or all(said(frame) for frame in frames)
        if rest is not None:
            assert rest.fit(Size(width, height)).frame is None


@pytest.mark.parametrize(("key", "place", "rough"), CASES)
def test_heights_are_whole_grid_lines(key: str, place: Place, rough: bool) -> None:
    leading = kit().grid.leading
    for width in WIDTHS[place]:
        height = whole(sample(key, place, rough), width).height
        assert height == pytest.approx(round(height / leading) * leading)


@pytest.mark.parametrize(("key", "place", "rough"), EXACT)
def test_every_word_has_a_tag_and_a_meaning(key: str, place: Place, rough: bool) -> None:
    found = runs(whole(sample(key, place, rough)))
    assert found
    for _, _, words, path in found:
        assert path, words.text
        assert path[-1].role, words.text


@pytest.mark.parametrize(("key", "place", "rough"), EXACT)
def test_what_is_drawn_is_no_text(key: str, place: Place, rough: bool) -> None:
    """A rule or a mark is an artefact: a reader who listens never hears of it. A figure says what it shows."""
    found = items(whole(sample(key, place, rough)))
    drawn = [path for _, _, item, path in found if not isinstance(item, Words)]
    assert len(found) > len(drawn)
    for path in drawn:
        figures = [tag for tag in path if tag.role == "Figure"]
        assert path[-1].role == "Artifact" or figures
        assert all(tag.alt.strip() for tag in figures)


@pytest.mark.parametrize(("key", "place", "rough"), EXACT)
def test_an_estimate_says_nothing_and_is_about_as_high(key: str, place: Place, rough: bool) -> None:
    for width in WIDTHS[place]:
        exact, estimate = whole(sample(key, place), width), whole(sample(key, place, rough=True), width)
        assert not said(estimate)
        assert estimate.height == pytest.approx(exact.height, rel=0.5)

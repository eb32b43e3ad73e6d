"""Laws of the line breaker, and no better way by brute force."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.text import linebreak
from factsheet.text.linebreak import (
    BREAK,
    END,
    HYPHEN,
    LEAST_SPACE,
    MOST_HYPHENS,
    MOST_SPACE,
    SPACE,
    Breaks,
    greedy,
    justified,
    ragged,
)

WORD_SPACE = 3.0
MEASURES = st.floats(31, 120)


def paragraph(words: list[tuple[int, int, int]]) -> Breaks:
    """Words by their width, a kind, and the place of a hyphen in them.

    Of the kinds, 0 joins a word to the next without a space, and from 5 on a word that is wide enough may be divided.
    """
    breaks = Breaks()
    x, gaps = 0.0, 0
    for n, (tenths, kind, cut) in enumerate(words):
        width = tenths / 10
        if kind >= 5 and width >= 10:
            at = x + width * cut / 100
            breaks.add(at + 2, at, gaps, gaps, HYPHEN, (n, 1))
        x += width
        if n == len(words) - 1:
            breaks.add(x, x, gaps, gaps, END, (n + 1, 0))
        elif kind == 0:
            breaks.add(x, x, gaps, gaps, BREAK, (n + 1, 0))
        else:
            breaks.add(x, x + WORD_SPACE, gaps, gaps + 1, SPACE, (n + 1, 0))
            x, gaps = x + WORD_SPACE, gaps + 1
    return breaks


def paragraphs(most: int = 40) -> st.SearchStrategy[Breaks]:
    word = st.tuples(st.integers(20, 300), st.integers(0, 9), st.integers(20, 70))
    return st.lists(word, min_size=1, max_size=most).map(paragraph)


def lines(breaks: Breaks, chosen: list[int]) -> list[tuple[int, int, float]]:
    """The first and the last break of each line, and its natural width."""
    return [(a, b, breaks.before[b] - breaks.after[a]) for a, b in pairwise([0, *chosen])]


def most_hyphens(breaks: Breaks, chosen: list[int]) -> int:
    """The most lines in a row that end with a hyphen."""
    most = row = 0
    for b in chosen:
        row = row + 1 if breaks.kind[b] == HYPHEN else 0
        most = max(most, row)
    return most


@given(paragraphs(), MEASURES, st.floats(0.1, 1), st.floats(0, 0.4))
@settings(max_examples=500)
def test_ragged_lines(breaks: Breaks, measure: float, rag: float, shortest: float) -> None:
    """In order and complete, within the measure, full enough, and at most two hyphens in a row."""
    chosen = ragged(breaks, measure, rag=rag, shortest=shortest)
    if chosen is None:
        assert rag < 1 or most_hyphens(breaks, greedy(breaks, measure)) >= MOST_HYPHENS
        return
    assert chosen == sorted(set(chosen))
    assert chosen[-1] == len(breaks.kind) - 1
    found = lines(breaks, chosen)
    assert all(width <= measure + 1e-5 for _, _, width in found)
    assert all(width >= measure * (1 - rag) - 1e-5 for _, _, width in found[:-1])
    assert most_hyphens(breaks, chosen) <= MOST_HYPHENS


@given(paragraphs(), st.floats(60, 200), st.floats(0, 0.4))
@settings(max_examples=500)
def test_justified_lines(breaks: Breaks, measure: float, shortest: float) -> None:
    """In order and complete, and each line but the last can be stretched or squeezed to the measure."""
    chosen = justified(breaks, measure, space=WORD_SPACE, shortest=shortest)
    if chosen is None:
        return
    assert chosen == sorted(set(chosen))
    assert chosen[-1] == len(breaks.kind) - 1
    found = lines(breaks, chosen)
    for a, b, width in found[:-1]:
        gaps = breaks.spaces[b] - breaks.past[a]
        assert gaps or abs(measure - width) < 1e-5
        space = WORD_SPACE + (measure - width) / gaps if gaps else WORD_SPACE
        assert LEAST_SPACE * WORD_SPACE - 1e-5 <= space <= MOST_SPACE * WORD_SPACE + 1e-5
    assert most_hyphens(breaks, chosen) <= MOST_HYPHENS


@given(paragraphs(), MEASURES)
@settings(max_examples=500)
def test_greedy_lines_are_the_fewest(breaks: Breaks, measure: float) -> None:
    quick = greedy(breaks, measure)
    assert quick[-1] == len(breaks.kind) - 1
    assert quick == sorted(set(quick))
    assert all(width <= measure + 1e-5 for _, _, width in lines(breaks, quick))
    best = ragged(breaks, measure, rag=1.0, shortest=0.0)
    assert best is None or len(best) >= len(quick)


def ways(breaks: Breaks) -> Iterator[list[int]]:
    """Every way to end lines."""
    last = len(breaks.kind) - 1

    def go(at: int) -> Iterator[list[int]]:
        if at == last:
            yield []
            return
        for b in range(at + 1, last + 1):
            for rest in go(b):
                yield [b, *rest]

    return go(0)


def price(breaks: Breaks, way: list[int]) -> float:
    """What lines and hyphens cost, whatever their widths."""
    total = row = 0.0
    for b in way:
        kind = breaks.kind[b]
        row = row + 1 if kind == HYPHEN else 0
        total += linebreak._LINE_COST
        total += linebreak._BREAK_COST if kind == BREAK else 0.0
        if kind == HYPHEN:
            total += linebreak._HYPHEN_COST + (linebreak._SECOND_HYPHEN_COST if row == 2 else 0.0)
    return total if most_hyphens(breaks, way) <= MOST_HYPHENS else float("inf")


def too_short(breaks: Breaks, width: float, measure: float, shortest: float, start: int) -> float:
    torn = start and breaks.kind[start] == HYPHEN and breaks.spaces[-1] == breaks.past[start]
    short = start and width < shortest * measure
    return (linebreak._SHORT_COST if short else 0.0) + (linebreak._TORN_COST if torn else 0.0)


def ragged_cost(breaks: Breaks, way: list[int], measure: float, rag: float, shortest: float) -> float:
    *full, (start, _, last) = lines(breaks, way)
    if last > measure + 1e-6:
        return float("inf")
    if any(not measure * (1 - rag) - 1e-9 <= width <= measure + 1e-6 for _, _, width in full):
        return float("inf")
    total = sum(((measure - width) / measure) ** 2 for _, _, width in full)
    return total + price(breaks, way) + too_short(breaks, last, measure, shortest, start)


def justified_cost(breaks: Breaks, way: list[int], measure: float, shortest: float) -> float:
    *full, (start, end, last) = lines(breaks, way)
    total = price(breaks, way)
    if last <= measure:
        total += too_short(breaks, last, measure, shortest, start)
    else:
        full.append((start, end, last))
    for a, b, width in full:
        gap = measure - width
        gaps = breaks.spaces[b] - breaks.past[a]
        room = gaps * WORD_SPACE * ((MOST_SPACE - 1) if gap > 0 else (1 - LEAST_SPACE))
        if abs(gap) > room + 1e-6:
            return float("inf")
        total += 0.05 * (gap / room) ** 2 if room else 0.0
    return total


@given(paragraphs(most=5), st.floats(31, 60), st.sampled_from([0.3, 0.6, 1.0]), st.floats(0, 0.4))
@settings(max_examples=400)
def test_no_ragged_way_is_cheaper(breaks: Breaks, measure: float, rag: float, shortest: float) -> None:
    best = min(ragged_cost(breaks, way, measure, rag, shortest) for way in ways(breaks))
    chosen = ragged(breaks, measure, rag=rag, shortest=shortest)
    if chosen is None:
        assert best == float("inf")
    else:
        assert ragged_cost(breaks, chosen, measure, rag, shortest) == pytest.approx(best, abs=1e-6)


@given(paragraphs(most=5), st.floats(31, 60), st.floats(0, 0.4))
@settings(max_examples=400)
def test_no_justified_way_is_cheaper(breaks: Breaks, measure: float, shortest: float) -> None:
    best = min(justified_cost(breaks, way, measure, shortest) for way in ways(breaks))
    chosen = justified(breaks, measure, space=WORD_SPACE, shortest=shortest)
    if chosen is None:
        assert best == float("inf")
    else:
        assert justified_cost(breaks, chosen, measure, shortest) == pytest.approx(best, abs=1e-6)

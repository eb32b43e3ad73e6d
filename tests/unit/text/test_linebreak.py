"""The line breaker: small paragraphs by hand, and against every possible way."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.text.linebreak import BREAK, END, HYPHEN, MOST_HYPHENS, SPACE, Breaks, even, greedy, justified, ragged

SPACE_WIDTH = 3.0


def paragraph(widths: list[float], hyphens: dict[int, float] | None = None) -> Breaks:
    """Words of ``widths``; ``hyphens`` divides a word after so much of its width."""
    breaks = Breaks()
    x = 0.0
    for n, width in enumerate(widths):
        if hyphens and n in hyphens:
            cut = x + hyphens[n]
            breaks.add(cut + 2.0, cut, n, n, HYPHEN, (n, 1))
        x += width
        last = n == len(widths) - 1
        breaks.add(x, x if last else x + SPACE_WIDTH, n, n if last else n + 1, END if last else SPACE, (n + 1, 0))
        x += 0.0 if last else SPACE_WIDTH
    return breaks


def lines(breaks: Breaks, chosen: list[int]) -> list[float]:
    starts = [0, *chosen[:-1]]
    return [breaks.before[b] - breaks.after[a] for a, b in zip(starts, chosen, strict=True)]


def test_one_line_is_one_line() -> None:
    assert ragged(paragraph([10, 10]), 50, rag=1.0, shortest=0.2) == [2]


def test_total_fit_beats_greedy_where_greedy_leaves_a_hole() -> None:
    breaks = paragraph([20, 20, 4, 45, 20, 20])
    assert greedy(breaks, 50) == [3, 4, 6]
    chosen = ragged(breaks, 50, rag=1.0, shortest=0.0)
    assert chosen is not None
    assert all(width <= 50 for width in lines(breaks, chosen))


def test_a_line_that_would_be_too_short_is_refused() -> None:
    assert ragged(paragraph([30, 40, 30]), 50, rag=0.2, shortest=0.0) is None


def test_a_word_wider_than_the_measure_has_no_solution() -> None:
    assert ragged(paragraph([10, 80, 10]), 50, rag=1.0, shortest=0.0) is None


def test_short_last_lines_are_avoided_where_another_way_exists() -> None:
    breaks = paragraph([14] * 9 + [5])
    chosen = ragged(breaks, 48, rag=1.0, shortest=0.2)
    assert chosen is not None
    assert lines(breaks, chosen)[-1] >= 0.2 * 48


def test_justified_lines_keep_their_spaces_within_bounds() -> None:
    breaks = paragraph([4.0, 6, 9, 5, 7, 8, 10, 6, 9, 11, 5, 8] * 3)
    chosen = justified(breaks, 74, space=SPACE_WIDTH, shortest=0.2)
    assert chosen is not None
    starts = [0, *chosen[:-1]]
    for a, b in list(zip(starts, chosen, strict=True))[:-1]:
        gaps = breaks.spaces[b] - breaks.past[a]
        space = SPACE_WIDTH + (74 - breaks.before[b] + breaks.after[a]) / gaps
        assert 0.8 * SPACE_WIDTH - 1e-6 <= space <= 1.6 * SPACE_WIDTH + 1e-6


def test_justified_text_that_cannot_keep_its_spaces_is_refused() -> None:
    assert justified(paragraph([40, 40, 40]), 60, space=SPACE_WIDTH, shortest=0.2) is None


def test_at_most_two_hyphens_in_a_row() -> None:
    breaks = paragraph([40.0] * 12, hyphens=dict.fromkeys(range(1, 12), 18.0))
    chosen = ragged(breaks, 62, rag=0.12, shortest=0.0)
    if chosen is None:
        chosen = ragged(breaks, 62, rag=0.5, shortest=0.0)
    assert chosen is not None
    in_a_row = most = 0
    for b in chosen:
        in_a_row = in_a_row + 1 if breaks.kind[b] == HYPHEN else 0
        most = max(most, in_a_row)
    assert most <= MOST_HYPHENS


def test_breaks_without_a_hyphen_cost_more_than_spaces() -> None:
    breaks = Breaks()
    breaks.add(31, 32, 0, 1, SPACE, (1, 0))
    breaks.add(33, 33, 1, 1, BREAK, (2, 0))
    breaks.add(60, 60, 1, 1, END, (3, 0))
    assert ragged(breaks, 34, rag=1.0, shortest=0.0) == [1, 3]


@given(st.lists(st.floats(2, 30), min_size=1, max_size=9), st.floats(31, 90))
def test_no_way_is_cheaper(widths: list[float], measure: float) -> None:
    """Against every subset of the breaks: the sum of squared shares left empty, and the price of a line."""
    breaks = paragraph(widths)
    chosen = ragged(breaks, measure, rag=1.0, shortest=0.0)
    assert chosen is not None
    end = len(widths)

    def cost(way: list[int]) -> float:
        lengths = lines(breaks, way)
        if any(length > measure + 1e-6 for length in lengths):
            return float("inf")
        return sum(((measure - length) / measure) ** 2 for length in lengths[:-1]) + 0.004 * len(way)

    ways = [[*inner, end] for k in range(end) for inner in combinations(range(1, end), k)]
    assert cost(chosen) == pytest.approx(min(map(cost, ways)))


@given(st.lists(st.floats(2, 30), min_size=1, max_size=60), st.floats(31, 200))
def test_greedy_lines_fit_and_cover_everything(widths: list[float], measure: float) -> None:
    breaks = paragraph(widths)
    chosen = greedy(breaks, measure)
    assert chosen == sorted(set(chosen))
    assert chosen[-1] == len(widths)
    assert all(length <= measure + 1e-6 for length in lines(breaks, chosen))


def test_even_lines_are_so_many_and_as_equal_as_can_be() -> None:
    breaks = paragraph([10.0] * 7)
    chosen = even(breaks, 60, 3)
    assert chosen is not None
    assert sorted(lines(breaks, chosen)) == [23, 23, 36]
    assert even(breaks, 60, 1) is None
    assert even(paragraph([10, 10]), 60, 3) is None


def test_even_lines_avoid_what_is_dear() -> None:
    breaks = paragraph([10.0] * 8)
    assert even(breaks, 80, 2) == [4, 8]
    breaks.dear[4] = 1.0
    assert even(breaks, 80, 2) in ([3, 8], [5, 8])


@given(st.lists(st.floats(2, 30), min_size=1, max_size=8), st.floats(31, 90), st.integers(1, 4))
def test_no_lines_are_more_even(widths: list[float], measure: float, count: int) -> None:
    breaks = paragraph(widths)
    end = len(widths)
    ideal = min(breaks.before[-1] / count, measure)

    def cost(way: list[int]) -> float:
        lengths = lines(breaks, way)
        if any(length > measure + 1e-6 for length in lengths):
            return float("inf")
        return sum(((length - ideal) / ideal) ** 2 for length in lengths)

    best = min((cost([*inner, end]) for inner in combinations(range(1, end), count - 1)), default=float("inf"))
    chosen = even(breaks, measure, count)
    if chosen is None:
        assert best == float("inf")
    else:
        assert cost(chosen) == pytest.approx(best)


def test_a_dear_break_is_avoided() -> None:
    breaks = paragraph([20, 20, 20, 20])
    assert ragged(breaks, 50, rag=1.0, shortest=0.0) == [2, 4]
    breaks.dear[2] = 0.5
    assert ragged(breaks, 50, rag=1.0, shortest=0.0) == [1, 3, 4]


def test_letters_give_way_where_they_are_counted() -> None:
    breaks = paragraph([30, 30, 30])
    assert justified(breaks, 70, space=SPACE_WIDTH, shortest=0.0) is None
    breaks.letters = [0, 5, 10, 15]
    assert justified(breaks, 70, space=SPACE_WIDTH, shortest=0.0) == [2, 3]


def test_the_price_of_a_line_makes_more_or_fewer_of_them() -> None:
    breaks = paragraph([10.0] * 12)
    counts = [len(ragged(breaks, 50, rag=0.6, shortest=0.0, line=price) or ()) for price in (0.5, 0.004, -0.3)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]

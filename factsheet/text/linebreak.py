"""Total-fit line breaking for justified and ragged text: knows nothing but widths and penalties.

After D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines" (1981): the breaks of a paragraph are chosen
together, so that the sum of the demerits of its lines is least. All lines have one measure, so the best way to a break
depends on the break and on the hyphens in a row before it, and on nothing else.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from factsheet.units import EPSILON, Pt

SPACE, HYPHEN, BREAK, END = range(4)
MOST_HYPHENS = 2
"""Lines in a row that may end with a hyphen."""

LEAST_SPACE = 0.8
MOST_SPACE = 1.6
"""The word space of a justified line, in shares of the font's."""

_HYPHEN_COST = 0.020
_SECOND_HYPHEN_COST = 0.030
_BREAK_COST = 0.012
_LINE_COST = 0.004
_SHORT_COST = 0.06
_CONTRAST_COST = 0.01


@dataclass(slots=True)
class Breaks:
    """The places where lines may end, as columns; entry 0 is the start of the paragraph.

    Attributes:
        before: The x at which a line that ends here ends, hyphen included.
        after: The x at which the next line starts.
        spaces: The word spaces left of the break, the one at it excluded.
        past: The word spaces left of the next line's start.
        kind: ``SPACE``, ``HYPHEN``, ``BREAK`` (no hyphen drawn) or ``END``.
        place: What the caller knows the break by.
    """

    before: list[Pt] = field(default_factory=lambda: [0.0])
    after: list[Pt] = field(default_factory=lambda: [0.0])
    spaces: list[int] = field(default_factory=lambda: [0])
    past: list[int] = field(default_factory=lambda: [0])
    kind: list[int] = field(default_factory=lambda: [SPACE])
    place: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])

    def add(self, before: Pt, after: Pt, spaces: int, past: int, kind: int, place: tuple[int, int]) -> None:
        """One more place where a line may end."""
        self.before.append(before)
        self.after.append(after)
        self.spaces.append(spaces)
        self.past.append(past)
        self.kind.append(kind)
        self.place.append(place)


def ragged(breaks: Breaks, measure: Pt, *, rag: float, shortest: float) -> list[int] | None:
    """The breaks at which lines of natural width end best, or None where a line would be too short.

    Args:
        breaks: The places, the last of kind ``END``.
        measure: The length of the lines.
        rag: How much of the measure a line but the last may leave empty, 0–1.
        shortest: The least width of the last line, in shares of the measure.
    """
    before, after, kind = breaks.before, breaks.after, breaks.kind

    def lines_to(b: int) -> tuple[int, int]:
        low = bisect_left(after, before[b] - measure - EPSILON, 0, b)
        return low, b if kind[b] == END else bisect_right(after, before[b] - measure * (1 - rag), low, b)

    def cost(a: int, b: int) -> float:
        width = before[b] - after[a]
        if kind[b] == END:
            return 0.0 if width >= shortest * measure or a == 0 else _SHORT_COST
        short = (measure - width) / measure
        return short * short

    return _best(breaks, lines_to, cost)


def justified(breaks: Breaks, measure: Pt, *, space: Pt, shortest: float) -> list[int] | None:
    """The breaks at which lines stretched or squeezed to ``measure`` end best, or None where a space would leave its bounds.

    Args:
        breaks: The places, the last of kind ``END``.
        measure: The length of the lines.
        space: The font's word space.
        shortest: The least width of the last line, in shares of the measure.
    """
    before, after, kind, spaces, past = breaks.before, breaks.after, breaks.kind, breaks.spaces, breaks.past
    most, least = space * (MOST_SPACE - 1), space * (1 - LEAST_SPACE)

    def lines_to(b: int) -> tuple[int, int]:
        return bisect_left(after, before[b] - measure * 1.25, 0, b), b

    def cost(a: int, b: int) -> float | None:
        gap = measure - (before[b] - after[a])
        count = spaces[b] - past[a]
        if kind[b] == END and gap >= 0:
            return 0.0 if measure - gap >= shortest * measure or a == 0 else _SHORT_COST
        room = count * (most if gap > 0 else least)
        if abs(gap) > room + EPSILON:
            return None
        ratio = gap / room if room else 0.0
        return 0.05 * ratio * ratio

    return _best(breaks, lines_to, cost)


def fewest(breaks: Breaks, measure: Pt) -> int:
    """The number of lines when each takes as much as it can."""
    before, after = breaks.before, breaks.after
    start, lines, last = 0, 1, 0
    for b in range(1, len(before)):
        if before[b] - after[start] > measure + EPSILON and last > start:
            start, lines = last, lines + 1
        last = b
    return lines


def _best(breaks: Breaks, lines_to, cost) -> list[int] | None:  # type: ignore[no-untyped-def]
    """The cheapest way from the start to the end; states are (break, hyphens in a row)."""
    kind = breaks.kind
    infinity = float("inf")
    count = len(kind)
    best: list[list[float]] = [[infinity] * (MOST_HYPHENS + 1) for _ in range(count)]
    back: list[list[tuple[int, int]]] = [[(-1, 0)] * (MOST_HYPHENS + 1) for _ in range(count)]
    best[0][0] = 0.0
    for b in range(1, count):
        hyphen = kind[b] == HYPHEN
        penalty = _LINE_COST + (_HYPHEN_COST if hyphen else _BREAK_COST if kind[b] == BREAK else 0.0)
        low, high = lines_to(b)
        here, from_here = best[b], back[b]
        for a in range(low, high):
            before_it = best[a]
            if before_it[0] == before_it[1] == before_it[2] == infinity:
                continue
            of_line = cost(a, b)
            if of_line is None:
                continue
            for run in range(MOST_HYPHENS + 1):
                total = before_it[run] + of_line + penalty
                if total == infinity:
                    continue
                after_it = run + 1 if hyphen else 0
                if after_it > MOST_HYPHENS:
                    continue
                if after_it > 1:
                    total += _SECOND_HYPHEN_COST
                if total < here[after_it]:
                    here[after_it] = total
                    from_here[after_it] = (a, run)
    run = min(range(MOST_HYPHENS + 1), key=lambda r: best[-1][r])
    if best[-1][run] == infinity:
        return None
    chosen: list[int] = []
    b = count - 1
    while b > 0:
        chosen.append(b)
        b, run = back[b][run]
    return chosen[::-1]

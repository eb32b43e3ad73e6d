"""Total-fit line breaking for justified and ragged text: knows nothing but widths and penalties.

After D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines" (1981): the breaks of a paragraph are chosen
together, so that the sum of the demerits of its lines is least. All lines have one measure, so the best way to a break
depends on the break and on the hyphens in a row before it, and on nothing else.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from factsheet.units import EPSILON

SPACE, HYPHEN, BREAK, END = range(4)
MOST_HYPHENS = 2
"""Lines in a row that may end with a hyphen."""

LEAST_SPACE = 0.8
MOST_SPACE = 1.6
"""The word space of a justified line, in shares of the font's."""

MOST_TRACKING = 10.0
"""What may be added between the letters of a justified line, or taken away, in 1/1000 em."""

_HYPHEN_COST = 0.035
_SECOND_HYPHEN_COST = 0.060
_BREAK_COST = 0.012
_LINE_COST = 0.004
_SHORT_COST = 0.4
_TORN_COST = 0.5
_STRETCH_COST = 0.05
"""The demerits of a justified line whose spaces are as wide, or as narrow, as they may be."""


@dataclass(slots=True)
class Breaks:
    """The places where lines may end, as columns, in one unit of length; entry 0 is the start of the paragraph.

    Attributes:
        before: The x at which a line that ends here ends, hyphen included.
        after: The x at which the next line starts.
        spaces: The word spaces left of the break, the one at it excluded.
        past: The word spaces left of the next line's start.
        kind: ``SPACE``, ``HYPHEN``, ``BREAK`` (no hyphen drawn) or ``END``.
        place: What the caller knows the break by.
        letters: The signs left of the break that are no spaces; all 0 where none may be spaced.
        dear: What it costs more to end a line at a break, by its number.
        need: How far the caller had to go to find them; it means nothing here.
        even: Whether the caller found lines that can be justified at them; nor does that.
    """

    before: list[float] = field(default_factory=lambda: [0.0])
    after: list[float] = field(default_factory=lambda: [0.0])
    spaces: list[int] = field(default_factory=lambda: [0])
    past: list[int] = field(default_factory=lambda: [0])
    kind: list[int] = field(default_factory=lambda: [SPACE])
    place: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    letters: list[int] = field(default_factory=lambda: [0])
    dear: dict[int, float] = field(default_factory=dict)
    need: int = 0
    even: bool = False

    def add(
        self, before: float, after: float, spaces: int, past: int, kind: int, place: tuple[int, int], letters: int = 0
    ) -> None:
        """One more place where a line may end."""
        self.before.append(before)
        self.after.append(after)
        self.spaces.append(spaces)
        self.past.append(past)
        self.kind.append(kind)
        self.place.append(place)
        self.letters.append(letters)


def ragged(
    breaks: Breaks, measure: float, *, rag: float, shortest: float, line: float = _LINE_COST
) -> list[int] | None:
    """The breaks at which lines of natural width end best, or None where a line would be too short.

    Args:
        breaks: The places, the last of kind ``END``.
        measure: The length of the lines.
        rag: How much of the measure a line but the last may leave empty, 0–1.
        shortest: The least width of the last line, in shares of the measure.
        line: What a line costs: more for fewer lines, less than nothing for more of them.
    """
    before, after, kind = breaks.before, breaks.after, breaks.kind
    ways = _Ways(breaks, line)
    share = 1 / measure
    limit, fullest = measure + EPSILON, measure * (1 - rag)
    for b in range(1, len(kind)):
        end = before[b]
        low = bisect_left(after, end - limit, 0, b)
        if kind[b] == END:
            costs = [(a, _end_cost(breaks, a, b, shortest * measure)) for a in range(low, b)]
        else:
            high = bisect_right(after, end - fullest, low, b)
            costs = [(a, ((measure - end + after[a]) * share) ** 2) for a in range(low, high)]
        ways.reach(b, costs)
    return ways.best()


def justified(
    breaks: Breaks, measure: float, *, space: float, shortest: float, line: float = _LINE_COST
) -> list[int] | None:
    """The breaks at which lines stretched or squeezed to ``measure`` end best.

    Spaces between words give way, and a hair those between letters where ``breaks`` counts letters. None where a word
    space would leave its bounds.

    Args:
        breaks: The places, the last of kind ``END``.
        measure: The length of the lines.
        space: The font's word space.
        shortest: The least width of the last line, in shares of the measure.
        line: What a line costs: more for fewer lines, less than nothing for more of them.
    """
    before, after, kind, spaces, past = breaks.before, breaks.after, breaks.kind, breaks.spaces, breaks.past
    letters = breaks.letters
    most, least = space * (MOST_SPACE - 1), space * (1 - LEAST_SPACE)
    ways = _Ways(breaks, line)
    for b in range(1, len(kind)):
        end = before[b]
        costs: list[tuple[int, float]] = []
        for a in range(bisect_left(after, end - measure * 1.25, 0, b), b):
            gap = measure - (end - after[a])
            if kind[b] == END and gap >= 0:
                costs.append((a, _end_cost(breaks, a, b, shortest * measure)))
                continue
            room = (spaces[b] - past[a]) * (most if gap > 0 else least)
            if room:
                room += (letters[b] - letters[a]) * MOST_TRACKING
            if abs(gap) <= room + EPSILON:
                ratio = gap / room if room else 0.0
                costs.append((a, _STRETCH_COST * ratio * ratio))
        ways.reach(b, costs)
    return ways.best()


def _end_cost(breaks: Breaks, a: int, b: int, enough: float) -> float:
    """The demerits of a last line from ``a`` to ``b``: it should not be short, nor the rest of a divided word."""
    if a == 0:
        return 0.0
    torn = breaks.kind[a] == HYPHEN and breaks.spaces[b] == breaks.past[a]
    return (_TORN_COST if torn else 0.0) + (0.0 if breaks.before[b] - breaks.after[a] >= enough else _SHORT_COST)


def even(breaks: Breaks, measure: float, count: int) -> list[int] | None:
    """The breaks of exactly ``count`` lines that are as equally long as may be (titles); None where there are none.

    Args:
        breaks: The places, the last of kind ``END``.
        measure: The length of the lines.
        count: The number of lines.
    """
    before, after, dear = breaks.before, breaks.after, breaks.dear
    last = len(before) - 1
    ideal = min((before[last] - after[0]) / count, measure)
    limit = measure + EPSILON
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for n in range(1, count + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for b in range(n, last + 1) if n < count else (last,):
            extra = dear.get(b, 0.0)
            low = bisect_left(after, before[b] - limit, 0, b)
            for a in range(low, b):
                way = ways.get(a)
                if way is None:
                    continue
                cost = way[0] + ((before[b] - after[a] - ideal) / ideal) ** 2 + extra
                if b not in reached or cost < reached[b][0]:
                    reached[b] = (cost, (*way[1], b))
        ways = reached
    return list(ways[last][1]) if last in ways else None


def greedy(breaks: Breaks, measure: float) -> list[int]:
    """The breaks when each line takes as much as it can: a quick estimate, and the fewest lines there can be."""
    before, after = breaks.before, breaks.after
    chosen: list[int] = []
    last = len(before) - 1
    start = 0
    while start < last:
        b = bisect_right(before, after[start] + measure + EPSILON, start + 1, last + 1) - 1
        start = max(b, start + 1)
        chosen.append(start)
    return chosen


class _Ways:
    """The cheapest way to each break so far, apart for the hyphens in a row that it ends with."""

    def __init__(self, breaks: Breaks, line: float) -> None:
        self.kind, self.dear, self.line = breaks.kind, breaks.dear, line
        count = len(breaks.kind)
        self.cheapest = [0.0] + [_NEVER] * (count - 1)
        self.back = [-1] * count
        self.hyphens: dict[int, tuple[float, int, float, int]] = {}
        """For a break with a hyphen: cost and predecessor as the first in a row, and as the second."""

    def reach(self, b: int, costs: list[tuple[int, float]]) -> None:
        """``b`` can be reached from each break of ``costs`` by a line of that cost."""
        kind = self.kind[b]
        cheapest, hyphens = self.cheapest, self.hyphens
        line = self.line + self.dear[b] if b in self.dear else self.line
        if kind != HYPHEN:
            best, back = _NEVER, -1
            for a, cost in costs:
                total = cheapest[a] + cost
                if total < best:
                    best, back = total, a
            self.cheapest[b] = best + line + (_BREAK_COST if kind == BREAK else 0.0)
            self.back[b] = back
            return
        one, one_back, two, two_back = _NEVER, -1, _NEVER, -1
        for a, cost in costs:
            if a not in hyphens:
                if cheapest[a] + cost < one:
                    one, one_back = cheapest[a] + cost, a
            elif hyphens[a][0] + cost + _SECOND_HYPHEN_COST < two:
                two, two_back = hyphens[a][0] + cost + _SECOND_HYPHEN_COST, a
        one, two = one + line + _HYPHEN_COST, two + line + _HYPHEN_COST
        hyphens[b] = (one, one_back, two, two_back)
        self.cheapest[b] = min(one, two)

    def best(self) -> list[int] | None:
        """The breaks of the cheapest way to the end, or None where there is none."""
        b = len(self.kind) - 1
        if self.cheapest[b] >= _NEVER:
            return None
        chosen: list[int] = []
        first_only = False
        while b > 0:
            chosen.append(b)
            if b in self.hyphens:
                one, one_back, two, two_back = self.hyphens[b]
                second = two < one and not first_only
                b, first_only = (two_back, True) if second else (one_back, False)
            else:
                b, first_only = self.back[b], False
        return chosen[::-1]


_NEVER = 1e9

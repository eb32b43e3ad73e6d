"""Rivers: word spaces that stand under each other over several lines and run through a paragraph as a white crack."""

from collections.abc import Sequence
from dataclasses import dataclass

Gap = tuple[float, float]
"""Where a word space starts and ends in its line."""

TOUCH = 0.5
"""The share of the narrower of two spaces that lies under the other where the eye joins them."""

VISIBLE = 3
"""The lines from which on spaces under each other are a river."""

VISIBLE_IN_RAGGED = 4
"""The same in ragged text, whose spaces are narrow and all alike."""


@dataclass(frozen=True, slots=True)
class River:
    """The longest river of a paragraph: the numbers of its first and of its last line."""

    first: int
    last: int

    @property
    def lines(self) -> int:
        """The lines it runs through."""
        return self.last - self.first + 1


def longest(lines: Sequence[Sequence[Gap]]) -> River:
    """The longest run of word spaces that stand under each other; a single line where none do."""
    best = River(0, 0)
    above: Sequence[Gap] = ()
    starts: list[int] = []
    for number, gaps in enumerate(lines):
        here: list[int] = []
        at = 0
        for low, high in gaps:
            start = number
            while at < len(above) and above[at][1] <= low:
                at += 1
            n = at
            while n < len(above) and above[n][0] < high:
                shared = min(high, above[n][1]) - max(low, above[n][0])
                if starts[n] < start and shared >= TOUCH * min(high - low, above[n][1] - above[n][0]):
                    start = starts[n]
                n += 1
            here.append(start)
            if number - start >= best.lines:
                best = River(start, number)
        above, starts = gaps, here
    return best

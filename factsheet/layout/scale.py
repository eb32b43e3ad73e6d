"""The scale of a chart: round steps of 1, 2 and 5."""

import math
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of numbers with a tick at every round step.

    Attributes:
        low: Where it starts.
        high: Where it ends.
        ticks: The round numbers in it, the first and the last of which are its ends.
    """

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where ``value`` stands between the ends, 0–1."""
        return (value - self.low) / (self.high - self.low)


def scale(low: float, high: float, most: int = 5) -> Scale:
    """The scale of at most ``most`` ticks from ``low`` to ``high``; it starts at zero where that wastes no room."""
    low, high = _from_zero(low, high)
    size = 10.0 ** math.floor(math.log10((high - low) / most))
    for step in (factor * size for factor in (*_STEPS, 20.0)):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first < most:
            break
    ticks = tuple(round(n * step, 12) for n in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def _from_zero(low: float, high: float) -> tuple[float, float]:
    """Ends that are not alike; zero is one of them where the numbers reach near to it."""
    if low >= 0 and low <= 0.6 * high:
        low = 0.0
    elif high <= 0 and high >= 0.6 * low:
        high = 0.0
    if low == high:
        spread = abs(low) / 10 or 1.0
        low, high = low - spread, high + spread
    return low, high

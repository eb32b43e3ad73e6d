"""Scales have round steps, hold all numbers, and start at zero where that wastes no room."""

import pytest

from factsheet.layout.scale import scale


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (40, 420, (0, 200, 400, 600)),
        (56, 324, (0, 100, 200, 300, 400)),
        (0.1, 0.9, (0, 0.5, 1)),
        (95, 99, (95, 96, 97, 98, 99)),
        (-5, 12, (-5, 0, 5, 10, 15)),
        (-40, -3, (-40, -30, -20, -10, 0)),
        (0, 0, (-1, -0.5, 0, 0.5, 1)),
    ],
)
def test_ticks(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert scale(low, high).ticks == pytest.approx(ticks)


@pytest.mark.parametrize("high", [10**n * factor for n in range(-4, 9) for factor in (1, 1.3, 2, 3.7, 5, 9.9)])
@pytest.mark.parametrize("low", [0.0, 0.3, 0.7, 0.99, 1.0, -0.5, -3.0])
def test_all_numbers_are_on_a_scale_of_few_round_steps(low: float, high: float) -> None:
    made = scale(low * high, high)
    slack = 1e-9 * abs(high)
    assert made.low <= low * high + slack
    assert made.high >= high - slack
    assert 2 <= len(made.ticks) <= 5
    step = made.ticks[1] - made.ticks[0]
    leading = f"{step:.6e}"
    assert leading.startswith(("1.000000", "2.000000", "5.000000"))


def test_the_share_of_a_value() -> None:
    made = scale(0, 100)
    assert (made.share(made.low), made.share(made.high)) == (0, 1)

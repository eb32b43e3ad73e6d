"""What lies beneath what on a page: only painted, visible things count, and hairlines and text do not."""

from collections.abc import Iterator

from factsheet.preflight.gathered import on_product
from factsheet.preflight.marks import Content, Mark
from factsheet.preflight.matrices import Bounds
from factsheet.preflight.opened import Opened

_THIN = 2.0
"""What is thinner than that is no ground, in points."""


class Layers:
    """The marks of each page that are seen, and whether something lies beneath each."""

    def __init__(self, opened: Opened, content: Content) -> None:
        """The layers of all pages."""
        self.opened, self.content = opened, content

    def seen(self) -> Iterator[tuple[Mark, bool]]:
        """Every mark that is seen on the product, with whether it lies over a ground."""
        for marks in self.content.marks.values():
            grounds: list[Bounds] = []
            for mark in marks:
                if not on_product(self.opened, mark) or mark.bounds is None:
                    continue
                yield mark, any(_overlap(mark.bounds, ground) for ground in reversed(grounds))
                x0, y0, x1, y1 = mark.bounds
                if mark.kind not in ("text", "stroke") and not mark.white and min(x1 - x0, y1 - y0) >= _THIN:
                    grounds.append(mark.bounds)


def _overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two rectangles share more than an edge."""
    slack = 0.05
    return (
        one[0] < other[2] - slack
        and one[2] > other[0] + slack
        and one[1] < other[3] - slack
        and one[3] > other[1] + slack
    )

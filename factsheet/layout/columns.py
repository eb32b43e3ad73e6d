"""Boxes side by side that are never split: figures, the rows of a table."""

from dataclasses import dataclass

from factsheet.document import Placed, Tag
from factsheet.layout.box import Box, Fit, framed
from factsheet.units import Pt, Size


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """``boxes`` side by side, all or none of them.

    Attributes:
        boxes: What is set.
        shares: The width of each, in shares of the room without the gutters.
        gutter: The space between them.
        tag: The logical node of all.
    """

    boxes: tuple[Box, ...]
    shares: tuple[float, ...]
    gutter: Pt = 0.0
    tag: Tag | None = None

    def fit(self, room: Size) -> Fit:
        """All boxes, or nothing where one of them does not go into ``room`` as a whole."""
        free = room.width - self.gutter * (len(self.boxes) - 1)
        items: list[Placed] = []
        x = height = 0.0
        for box, share in zip(self.boxes, self.shares, strict=True):
            fit = box.fit(Size(free * share, room.height))
            if fit.frame is None or fit.rest is not None:
                return Fit(None, self)
            items.append((x, 0.0, fit.frame))
            height = max(height, fit.frame.height)
            x += free * share + self.gutter
        return Fit(framed(room.width, height, items, self.tag))

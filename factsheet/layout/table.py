"""Rows under a head that is repeated where the table goes on in another column."""

from dataclasses import dataclass, replace

from factsheet.document import Placed, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.units import EPSILON, Pt, Size

_REPEATED = Tag("Artifact", kind="Layout")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows that are never split, below a head that never stands alone.

    Attributes:
        head: The head row.
        rows: The rows that are left.
        tag: The logical node of the table.
        body: The logical node of its rows.
        goes_on: Whether this is the rest of a table: its head is then a repetition, not text.
    """

    head: Box
    rows: tuple[Box, ...]
    tag: Tag
    body: Tag
    goes_on: bool = False

    def fit(self, room: Size) -> Fit:
        """The head and as many rows as go into ``room``; no single row is left for the next column."""
        head = self.head.fit(Size(room.width, UNLIMITED)).frame
        assert head is not None
        if self.goes_on:
            head = replace(head, tag=_REPEATED)
        items: list[Placed] = [(0.0, 0.0, head)]
        y = head.height
        placed: list[tuple[Pt, Placed]] = []
        for row in self.rows:
            fit = row.fit(Size(room.width, UNLIMITED))
            assert fit.frame is not None
            if y + fit.frame.height > room.height + EPSILON:
                break
            placed.append((y + fit.frame.height, (0.0, y, fit.frame)))
            y += fit.frame.height
        left = len(self.rows) - len(placed)
        if left == 1 and len(placed) > 2:
            placed.pop()
            left += 1
        if not placed:
            return Fit(None, self)
        height = placed[-1][0]
        body = framed(room.width, height, [item for _, item in placed], self.body)
        frame = framed(room.width, height, (*items, (0.0, 0.0, body)), self.tag)
        return Fit(frame, replace(self, rows=self.rows[-left:], goes_on=True) if left else None)

"""Rows under a head that is repeated where the table goes on in another column."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factsheet.document import Area, Frame, Placed, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.columns import Columns
from factsheet.layout.drawn import LAYOUT, Lowered, Ruled, Tagged
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_REPEATED = Tag("Artifact", kind="Layout")
GUTTER: Pt = 10.0
"""Between the columns of a table."""

_SMALL = 6
"""The most rows of a table that is not divided …"""

_TALL: Pt = 300.0
"""… unless so much of it fits already."""


@dataclass(frozen=True, slots=True, eq=False)
class Inset:
    """``box`` with space at its right, as long as it is one line all the same.

    Attributes:
        box: A number.
        space: What stands to the right of it in other rows: their decimals.
        wish: The width of the number.
    """

    box: Box
    space: Pt
    wish: Pt

    def fit(self, room: Size) -> Fit:
        """The box as it fits."""
        if self.wish + self.space > room.width:
            return self.box.fit(room)
        frame = self.box.fit(Size(room.width - self.space, room.height)).frame
        return Fit(None, self) if frame is None else Fit(replace(frame, width=room.width))


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The cells of a table in one style.

    Attributes:
        head: The cells of the head.
        rows: The cells of each row.
        least: The width of each column that no word needs more than.
        wish: The width of each column in which every cell is one line.
    """

    head: tuple[Box, ...]
    rows: tuple[tuple[Box, ...], ...]
    least: tuple[Pt, ...]
    wish: tuple[Pt, ...]

    @property
    def narrowest(self) -> Pt:
        """The least width of the whole table in which no word is divided."""
        return sum(self.least) + GUTTER * (len(self.least) - 1)

    def shares(self, width: Pt) -> tuple[float, ...]:
        """The width of each column in shares: at least its longest word, and the more the more stands in it."""
        room = width - GUTTER * (len(self.least) - 1)
        least, wish = sum(self.least), sum(self.wish)
        if wish <= room:
            return tuple(w / wish for w in self.wish)
        if least >= room:
            return tuple(width / room for width in squeezed(self.least, room))
        spare = (room - least) / max(wish - least, 1.0)
        return tuple((m + (w - m) * spare) / room for w, m in zip(self.wish, self.least, strict=True))


def squeezed(widths: Sequence[Pt], room: Pt) -> tuple[Pt, ...]:
    """``widths`` that fill no more than ``room``: the widest give way, and narrow ones keep what they need."""
    found = dict.fromkeys(range(len(widths)), 0.0)
    left = room
    for given, n in enumerate(sorted(found, key=lambda n: widths[n])):
        found[n] = min(widths[n], left / (len(found) - given))
        left -= found[n]
    return tuple(found.values())


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows that are never split, below a head that never stands alone.

    Attributes:
        looks: The cells, in the usual style first, then in narrower ones.
        head: How the head is ruled; its box is put in.
        row: How a row is ruled; its box is put in.
        widest: The widest room there is: where no look fits into less, the table waits for it.
        tags: The logical nodes of the table, its head and its body.
        row_tags: The logical node of the head's row, and of each row.
        start: The first row that is left.
        last: How the last row is ruled where it is a total; its box is put in.
        grid: The baseline grid: the table ends on it.
        pad: What is left free above and below the text of each row, together.
    """

    looks: tuple[Look, ...]
    head: Ruled
    row: Ruled
    widest: Pt
    tags: tuple[Tag, Tag, Tag]
    row_tags: tuple[Tag, ...]
    start: int = 0
    last: Ruled | None = None
    grid: Grid | None = None
    pad: Pt = 0.0

    def fit(self, room: Size) -> Fit:
        """The head and as many rows as go into ``room``; no single row is left for the next column."""
        look = next((look for look in self.looks if look.narrowest <= room.width + EPSILON), None)
        if look is None and room.width < self.widest - EPSILON:
            return Fit(None, self)
        look = look or self.looks[-1]
        shares = look.shares(room.width)
        head = self._head(look, shares, room.width)
        items: list[Placed] = []
        y = head.height
        for n in range(self.start, len(look.rows)):
            ruled = self.last if self.last is not None and n == len(look.rows) - 1 else self.row
            row = replace(ruled, box=self._padded(look.rows[n], shares, self.row_tags[n + 1]))
            frame = row.fit(Size(room.width, UNLIMITED)).frame
            assert frame is not None
            if self._up(y + frame.height) > room.height + EPSILON:
                break
            items.append((0.0, y, frame))
            y += frame.height
        left = len(look.rows) - self.start - len(items)
        if left == 1 and len(items) > 2:
            y = items.pop()[1]
            left += 1
        small = not self.start and len(look.rows) <= _SMALL and y < _TALL
        if not items or (left and small):
            return Fit(None, self)
        body = framed(room.width, y, items, self.tags[2])
        foot = Frame(room.width, 0.0, ((0.0, 0.0, Area(room.width, self.row.thickness, self.row.ink)),), LAYOUT)
        frame = framed(room.width, y, ((0.0, 0.0, head), (0.0, 0.0, body), (0.0, y, foot)), self.tags[0])
        frame = replace(frame, height=self._up(y))
        return Fit(frame, replace(self, start=len(look.rows) - left) if left else None)

    def _up(self, height: Pt) -> Pt:
        return self.grid.up(height) if self.grid is not None else height

    def _padded(self, cells: tuple[Box, ...], shares: tuple[float, ...], tag: Tag, *, foot: bool = False) -> Box:
        """A row with its space above and below."""
        return Lowered(Columns(cells, shares, GUTTER, tag, foot), 0.45 * self.pad, 0.55 * self.pad)

    def _head(self, look: Look, shares: tuple[float, ...], width: Pt) -> Frame:
        """The head; where the table goes on, it is a repetition and not text."""
        row = self._padded(look.head, shares, self.row_tags[0], foot=True)
        frame = Tagged(self.tags[1], replace(self.head, box=row)).fit(Size(width, UNLIMITED)).frame
        assert frame is not None
        return replace(frame, tag=_REPEATED) if self.start else frame

"""Events along an upright line: a dot for each, what happened beside it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Item, Path, Placed, Segment, Tag
from factsheet.layout.box import Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.units import EPSILON, Pt, Size

_HANDLE = 0.5522847498
"""The length of the handles of a quarter of a circle, in shares of its radius."""

_LINE: Pt = 1.2
_DASHES = (1.8, 2.4)
_CLEAR: Pt = 2.0
"""What is left free between a dot and the line."""

Mark = Literal["full", "hollow", "ringed"]
"""What has happened, what is planned, and what happens now."""


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """What stands beside a dot.

    Attributes:
        box: The date and the text.
        mark: How the dot looks.
        begun: Whether its dot stands in the column before.
    """

    box: Box
    mark: Mark = "full"
    begun: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Events under each other; the line between their dots goes on over columns and pages.

    Attributes:
        events: The events.
        gap: The space between them.
        indent: How far they are indented.
        centre: The centre of a dot below the top of its event.
        radius: The size of a dot.
        leading: The grid line.
        dot: The colour of the dots.
        line: The colour of the line.
        tag: The logical node of all.
        begun: Whether there were events before these.
    """

    events: tuple[Event, ...]
    gap: Pt
    indent: Pt
    centre: Pt
    radius: Pt
    leading: Pt
    dot: Ink
    line: Ink
    tag: Tag
    begun: bool = False

    def fit(self, room: Size) -> Fit:
        """As many events as go into ``room``, the last of them divided where it allows that."""
        placed: list[tuple[Pt, Frame]] = []
        rest: tuple[Event, ...] = ()
        y = 0.0
        for n, event in enumerate(self.events):
            top = y + self.gap if placed else 0.0
            fit = Fit(None)
            if top <= room.height + EPSILON:
                fit = event.box.fit(Size(room.width - self.indent, room.height - top))
            if fit.frame is None:
                rest = self.events[n:]
                break
            placed.append((top, fit.frame))
            y = top + fit.frame.height
            if fit.rest is not None:
                rest = (replace(event, box=fit.rest, begun=True), *self.events[n + 1 :])
                break
        if not placed:
            return Fit(None, self)
        following = next((event for event in rest if not event.begun), None)
        if following is not None:  # the line goes to the foot of the column, and footnotes must know that
            y = max(y, math.floor(room.height / self.leading + 1e-4) * self.leading)
        drawn = Frame(self.indent, 0.0, tuple(self._drawn([top for top, _ in placed], following, y)), LAYOUT)
        items: list[Placed] = [(0.0, 0.0, drawn), *((self.indent, top, frame) for top, frame in placed)]
        return Fit(framed(room.width, y, items, self.tag), replace(self, events=rest, begun=True) if rest else None)

    def _drawn(self, tops: Sequence[Pt], following: Event | None, foot: Pt) -> list[Placed]:
        """The dots, and the line: from the head of the column if there were dots before, to its ``foot`` if more come.

        It leads to a planned event in dashes.
        """
        dots = [(top + self.centre, e.mark) for top, e in zip(tops, self.events, strict=False) if not e.begun]
        clear = self.radius + _CLEAR
        stops = [(0.0, 0.0, "")] if self.begun else []
        stops += [(y, clear, mark) for y, mark in dots]
        stops += [(foot, 0.0, following.mark)] if following is not None else []
        items: list[Placed] = []
        for (start, above, _), (end, below, mark) in pairwise(stops):
            length = end - below - start - above
            if length > _CLEAR:
                items.append(self._stretch(start + above, length, dashed=mark == "hollow"))
        for y, mark in dots:
            items += [(self.radius, y, shape) for shape in self._dot(mark)]
        return items

    def _stretch(self, y: Pt, length: Pt, *, dashed: bool) -> Placed:
        if dashed:
            down: tuple[Segment, ...] = (("M", (0.0, 0.0)), ("L", (0.0, length)))
            return self.radius, y, Path(down, stroke=self.line, line_width=_LINE, dashes=_DASHES)
        return self.radius - _LINE / 2, y, Area(_LINE, length, self.line)

    def _dot(self, mark: str) -> list[Item]:
        if mark == "full":
            return [Path(circle(self.radius), fill=self.dot)]
        ring = Path(circle(self.radius - _LINE / 2), stroke=self.dot, line_width=_LINE)
        return [ring] if mark == "hollow" else [ring, Path(circle(self.radius * 0.42), fill=self.dot)]


def circle(radius: Pt) -> tuple[Segment, ...]:
    """A circle about its origin."""
    r, k = radius, _HANDLE * radius
    return (
        ("M", (r, 0.0)),
        ("C", (r, k, k, r, 0.0, r)),
        ("C", (-k, r, -r, k, -r, 0.0)),
        ("C", (-r, -k, -k, -r, 0.0, -r)),
        ("C", (k, -r, r, -k, r, 0.0)),
        ("Z", ()),
    )

"""Boxes that are drawn, not written: rules, bars, marks; and boxes with a drawing behind them."""

from dataclasses import dataclass, replace

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Path, Placed, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.units import EPSILON, Pt, Size

LAYOUT = Tag("Artifact", kind="Layout")
HAIRLINE = Tag("Artifact", kind="Layout")
"""A rule between two items: it falls away where the second stands at the head of a column."""


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """A bar of time, as wide as the room and one grid line high.

    Attributes:
        start: Where the stretch starts, 0–1.
        end: Where it ends, 0–1.
        marks: The number of equal parts that ticks divide the line into.
        height: The grid line.
        line: The colour of the whole.
        stretch: The colour of the part.
        ongoing: Whether the stretch ends in an arrow.
    """

    start: float
    end: float
    marks: int
    height: Pt
    line: Ink
    stretch: Ink
    ongoing: bool = False

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing."""
        if self.height > room.height + EPSILON:
            return Fit(None, self)
        middle = self.height * 0.55
        items: list[Placed] = [(0.0, middle - 1.1, Area(room.width, 2.2, self.line))]
        for n in range(self.marks + 1):
            x = min(n / self.marks * room.width, room.width - 0.8)
            items.append((x, middle - 3.4, Area(0.8, 6.8, self.line)))
        left, right = self.start * room.width, self.end * room.width
        if self.ongoing:
            right -= 6
            arrow = (("M", (0.0, -4.4)), ("L", (6.0, 0.0)), ("L", (0.0, 4.4)), ("Z", ()))
            items.append((right, middle, Path(arrow, fill=self.stretch)))
        items.append((left, middle - 2.6, Area(max(right - left, 2.0), 5.2, self.stretch)))
        return Fit(Frame(room.width, self.height, tuple(items), LAYOUT))


@dataclass(frozen=True, slots=True, eq=False)
class Ruled:
    """``box`` under a rule as wide as the room; the rule takes no height.

    Attributes:
        box: What is set.
        ink: The colour of the rule.
        thickness: Its thickness.
        rise: How far above the top of the box it lies.
        between: Whether it only divides the box from what is above it.
    """

    box: Box
    ink: Ink
    thickness: Pt
    rise: Pt = 0.0
    between: bool = False

    def fit(self, room: Size) -> Fit:
        """The box as it fits, with its rule."""
        fit = self.box.fit(room)
        if fit.frame is None:
            return Fit(None, self)
        line = Area(room.width, self.thickness, self.ink)
        y = -self.rise - self.thickness / 2
        rule = Frame(room.width, 0.0, ((0.0, y, line),), HAIRLINE if self.between else LAYOUT)
        return Fit(framed(room.width, fit.frame.height, ((0.0, 0.0, rule), (0.0, 0.0, fit.frame))), fit.rest)


@dataclass(frozen=True, slots=True, eq=False)
class Barred:
    """``box`` with an upright bar at its left, as tall as the box (quotations).

    Attributes:
        box: What is set, indented by ``indent``.
        ink: The colour of the bar.
        thickness: Its thickness.
        indent: How far the box is indented.
    """

    box: Box
    ink: Ink
    thickness: Pt
    indent: Pt

    def fit(self, room: Size) -> Fit:
        """The box as it fits, with its bar."""
        fit = self.box.fit(Size(room.width - self.indent, room.height))
        if fit.frame is None:
            return Fit(None, self)
        bar = Frame(self.thickness, 0.0, ((0.0, 0.0, Area(self.thickness, fit.frame.height, self.ink)),), LAYOUT)
        rest = None if fit.rest is None else replace(self, box=fit.rest)
        return Fit(framed(room.width, fit.frame.height, ((0.0, 0.0, bar), (self.indent, 0.0, fit.frame))), rest)


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """``box`` under a logical node of its own."""

    tag: Tag
    box: Box

    def fit(self, room: Size) -> Fit:
        """The box as it fits, tagged."""
        fit = self.box.fit(room)
        if fit.frame is None:
            return Fit(None, self)
        frame = framed(room.width, fit.frame.height, ((0.0, 0.0, fit.frame),), self.tag)
        return Fit(frame, None if fit.rest is None else replace(self, box=fit.rest))


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """``box`` in one piece, unless it is taller than ``most``."""

    box: Box
    most: Pt

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing; as much as fits where it is too tall for that."""
        fit = self.box.fit(room)
        if fit.rest is None:
            return fit
        whole = self.box.fit(Size(room.width, UNLIMITED)).frame
        return fit if whole is None or whole.height > self.most else Fit(None, self)


@dataclass(frozen=True, slots=True, eq=False)
class Lowered:
    """``box`` with space above its first piece, and below its last.

    Attributes:
        box: What is set.
        above: The space above it.
        below: The space below it.
        once: Whether both belong to the first piece alone.
    """

    box: Box
    above: Pt
    below: Pt = 0.0
    once: bool = False

    def fit(self, room: Size) -> Fit:
        """The box as it fits between the spaces."""
        fit = self.box.fit(Size(room.width, room.height - self.above - self.below))
        if fit.frame is None:
            return Fit(None, self)
        height = self.above + fit.frame.height + self.below
        if self.once or fit.rest is None:
            rest = fit.rest
        else:
            rest = replace(self, box=fit.rest, above=0.0 if not self.below else self.above)
        return Fit(framed(room.width, height, ((0.0, self.above, fit.frame),)), rest)

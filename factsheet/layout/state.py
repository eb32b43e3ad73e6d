"""The state of something as a sign beside its word; each sign has a shape of its own, not only a colour."""

from dataclasses import dataclass
from typing import Literal

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Path, Placed, Words, walk
from factsheet.layout.atlas import circle
from factsheet.layout.box import Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.units import Pt, Size

Sign = Literal["planned", "ongoing", "completed", "suspended"]

_CAPITALS = 0.36
"""Half the height of capitals, in shares of the type size."""


@dataclass(frozen=True, slots=True, eq=False)
class Signed:
    """``body``, indented, with a sign beside its first line.

    Attributes:
        sign: An open ring, a triangle that points ahead, a disc with a tick, or two bars.
        body: What is set beside it.
        ink: The colour of the sign.
        ground: What it stands on, for what is cut out of it.
        size: Its height and width.
        indent: How far the body is indented.
    """

    sign: Sign
    body: Box
    ink: Ink
    ground: Ink
    size: Pt
    indent: Pt

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing."""
        fit = self.body.fit(Size(room.width - self.indent, room.height))
        if fit.frame is None or fit.rest is not None:
            return Fit(None, self)
        items: list[Placed] = [(self.indent, 0.0, fit.frame)]
        first = next(((y, item) for _, y, item, _ in walk(fit.frame) if isinstance(item, Words)), None)
        if first is not None:
            centre = first[0] - _CAPITALS * first[1].size
            items.insert(0, (0.0, centre, Frame(self.size, 0.0, self._drawn(), LAYOUT)))
        return Fit(framed(room.width, fit.frame.height, items))

    def _drawn(self) -> tuple[Placed, ...]:
        """The sign, its middle half its size to the right of the origin."""
        r, thick = self.size / 2, self.size * 0.17
        match self.sign:
            case "planned":
                return ((r, 0.0, Path(circle(r - thick / 2), self.ink, thick)),)
            case "ongoing":
                ahead = (("M", (0.12 * r, -r)), ("L", (1.95 * r, 0.0)), ("L", (0.12 * r, r)), ("Z", ()))
                return ((0.0, 0.0, Path(ahead, fill=self.ink)),)
            case "completed":
                tick = (("M", (-0.45 * r, 0.05 * r)), ("L", (-0.12 * r, 0.4 * r)), ("L", (0.48 * r, -0.35 * r)))
                disc = Path(circle(r), fill=self.ink)
                return ((r, 0.0, disc), (r, 0.0, Path(tick, self.ground, thick, rounded=True)))
            case "suspended":
                bar = Area(0.6 * r, 2 * r, self.ink)
                return ((0.25 * r, -r, bar), (1.15 * r, -r, bar))

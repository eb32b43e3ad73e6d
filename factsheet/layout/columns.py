"""Boxes side by side that are never split: figures, the rows of a table."""

from dataclasses import dataclass

from factsheet.document import Frame, Placed, Tag
from factsheet.layout.box import Box, Fit, framed
from factsheet.units import EPSILON, Pt, Size


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """``boxes`` side by side, all or none of them.

    Attributes:
        boxes: What is set.
        shares: The width of each, in shares of the room without the gutters.
        gutter: The space between them.
        tag: The logical node of all.
        foot: Whether they end on one line instead of beginning on one.
    """

    boxes: tuple[Box, ...]
    shares: tuple[float, ...]
    gutter: Pt = 0.0
    tag: Tag | None = None
    foot: bool = False

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
        if self.foot:
            items = [(x, height - frame.height, frame) for x, _, frame in items if isinstance(frame, Frame)]
        return Fit(framed(room.width, height, items, self.tag))


@dataclass(frozen=True, slots=True, eq=False)
class Levelled:
    """Heads over bodies, side by side and never split: the heads end on one line, and the bodies begin on one.

    Attributes:
        pairs: Each head with its body.
        tags: The logical nodes of each pair, the outer one first.
        count: How many pairs the width is divided for, whether there are so many or not.
        gutter: The space between them.
    """

    pairs: tuple[tuple[Box, Box], ...]
    tags: tuple[tuple[Tag, Tag], ...]
    count: int
    gutter: Pt

    def fit(self, room: Size) -> Fit:
        """All of them, or nothing."""
        width = (room.width - self.gutter * (self.count - 1)) / self.count
        fits = [(head.fit(Size(width, room.height)), body.fit(Size(width, room.height))) for head, body in self.pairs]
        frames = [
            (head.frame, body.frame)
            for head, body in fits
            if head.frame is not None and body.frame is not None and head.rest is None and body.rest is None
        ]
        top = max((head.height for head, _ in frames), default=0.0)
        height = top + max((body.height for _, body in frames), default=0.0)
        if len(frames) < len(fits) or height > room.height + EPSILON:
            return Fit(None, self)
        items: list[Placed] = []
        for n, ((head, body), (outer, inner)) in enumerate(zip(frames, self.tags, strict=True)):
            pair = framed(width, height, ((0.0, top - head.height, head), (0.0, top, body)), inner)
            items.append((n * (width + self.gutter), 0.0, framed(width, height, ((0.0, 0.0, pair),), outer)))
        return Fit(framed(room.width, height, items))

"""A box with a label beside its first line: list items."""

from dataclasses import dataclass, replace

from factsheet.document import Placed, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.units import Pt, Size


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """``body``, indented, with ``label`` in the indent; the label is never parted from the first line.

    Attributes:
        label: What stands in the indent; None where the item goes on.
        body: What is set beside it.
        indent: How far the body is indented.
        tag: The logical node of both.
    """

    label: Box | None
    body: Box
    indent: Pt
    tag: Tag | None = None

    def fit(self, room: Size) -> Fit:
        """As much of the body as goes into ``room``, its label with the first of it."""
        body = self.body.fit(Size(room.width - self.indent, room.height))
        if body.frame is None:
            return Fit(None, self)
        items: list[Placed] = []
        height = body.frame.height
        if self.label is not None:
            label = self.label.fit(Size(self.indent, UNLIMITED)).frame
            if label is not None:
                items.append((0.0, 0.0, label))
        items.append((self.indent, 0.0, body.frame))
        rest = None if body.rest is None else replace(self, label=None, body=body.rest)
        return Fit(framed(room.width, height, items, self.tag), rest)

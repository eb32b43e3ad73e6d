"""A tinted panel with a thick edge: a box on a ground of its own."""

from dataclasses import dataclass, replace

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame
from factsheet.layout.box import Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.text.styles import Grid
from factsheet.units import Pt, Size


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """``box`` on a ground as wide as the room, with a grid line of it above and below.

    The ground begins where the capitals of a first line would, so that it is level with the columns beside it.

    Attributes:
        box: What is set.
        ground: The colour of the ground.
        edge: The colour of the edge at its left.
        thickness: The thickness of that edge.
        padding: The space at the left and right of the box.
        grid: The baseline grid.
    """

    box: Box
    ground: Ink
    edge: Ink
    thickness: Pt
    padding: Pt
    grid: Grid

    def fit(self, room: Size) -> Fit:
        """As much of the box as goes into ``room``; each part has its own ground."""
        line = self.grid.leading
        x = self.thickness + self.padding
        fit = self.box.fit(Size(room.width - x - self.padding, room.height - 2 * line))
        if fit.frame is None:
            return Fit(None, self)
        height = fit.frame.height + 2 * line
        top = line - self.grid.baseline
        tall = height - 2 * top
        ground = (0.0, top, Area(room.width, tall, self.ground))
        drawn = Frame(room.width, 0.0, (ground, (0.0, top, Area(self.thickness, tall, self.edge))), LAYOUT)
        frame = framed(room.width, height, ((0.0, 0.0, drawn), (x, line, fit.frame)))
        return Fit(frame, None if fit.rest is None else replace(self, box=fit.rest))

"""Pictures between texts: their edges stand where letters stand, and they are cut, never distorted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from factsheet.design.bitmap import Bitmap
from factsheet.document import Frame, Picture, Placed, Tag
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.geometry import crop
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_LEAST = 2
"""The least height of a picture, in grid lines."""

_BESIDE: Pt = 11.0
"""Between a portrait and the text beside it."""


@dataclass(frozen=True, slots=True, eq=False)
class PictureBox:
    """A picture as wide as its room, and what is said below it; never divided.

    Its upper edge is level with the capitals of a line beside it, its lower edge stands on a baseline. It is cut by
    half a line at most for that, unless a shape is asked for or it would be too tall.

    Attributes:
        bitmap: The file.
        tag: Its figure, or an artefact where it is decorative.
        grid: The baseline grid.
        most: The greatest height, in grid lines.
        below: Caption and credit, if any.
        group: The logical node of the picture and what is said of it.
        shape: The width wanted, in shares of the height; 0 is that of the file.
        focus: The point that is never cut away, in shares of width and height.
        uncut: Whether all of it is shown, even where it is less wide than its room for that.
        scale: By how much it is lower or taller than it would be.
        reach: How far it goes over the left and the right edge of a room, by the width of that room.
    """

    bitmap: Bitmap
    tag: Tag
    grid: Grid
    most: int
    below: Box | None = None
    group: Tag | None = None
    shape: float = 0.0
    focus: tuple[float, float] = (0.5, 0.5)
    uncut: bool = False
    scale: float = 1.0
    reach: Mapping[int, tuple[Pt, Pt]] = field(default_factory=dict)

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing."""
        left, right = self.reach.get(round(room.width), (0.0, 0.0))
        lines, picture = self._picture(left + room.width + right)
        foot = lines * self.grid.leading
        below = self.below.fit(Size(room.width, UNLIMITED)).frame if self.below is not None else None
        height = foot + (below.height if below is not None else 0.0)
        if height > room.height + EPSILON:
            return Fit(None, self)
        figure = Frame(picture.width, picture.height, ((0.0, 0.0, picture),), self.tag)
        top = foot - self.grid.leading + self.grid.baseline - picture.height
        items: list[Placed] = [(-left, top, figure)]
        if below is not None:
            items.append((0.0, foot, below))
        return Fit(framed(room.width, height, items, self.group))

    def _picture(self, width: Pt) -> tuple[int, Picture]:
        """The grid lines that the picture takes, and the picture."""
        file = self.bitmap
        own = file.width / file.height
        leading, capitals = self.grid.leading, 2 * self.grid.baseline - self.grid.leading
        wish = width / (self.shape or own) * self.scale
        if self.uncut:
            height = min(wish, (self.most - 1) * leading + capitals)
            lines = max(ceil((height - capitals) / leading - EPSILON) + 1, 1)
            return lines, Picture(file, height * own, height)
        lines = min(max(round((wish - capitals) / leading) + 1, _LEAST), self.most)
        height = (lines - 1) * leading + capitals
        return lines, Picture(file, width, height, crop(own, width / height, self.focus))


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """A round picture of a person with short texts beside it, level with its middle; never divided.

    Attributes:
        bitmap: The file.
        tag: Its figure, or an artefact where it is decorative.
        beside: The texts.
        grid: The baseline grid.
        focus: The point that is never cut away, in shares of width and height.
    """

    bitmap: Bitmap
    tag: Tag
    beside: Box
    grid: Grid
    focus: tuple[float, float] = (0.5, 0.5)

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing."""
        leading = self.grid.leading
        size = _PORTRAIT * leading
        text = self.beside.fit(Size(room.width - size - _BESIDE, UNLIMITED)).frame
        assert text is not None
        lines = round(text.height / leading)
        over = 2 if lines < 2 else 1
        height = max(lines + over, _ROW) * leading
        if height > room.height + EPSILON:
            return Fit(None, self)
        middle = (over + min(max(lines, 1), 3) / 2) * leading
        part = crop(self.bitmap.width / self.bitmap.height, 1.0, self.focus)
        picture = Picture(self.bitmap, size, size, part, oval=True)
        figure = Frame(size, size, ((0.0, 0.0, picture),), self.tag)
        items: list[Placed] = [(0.0, middle - size / 2, figure), (size + _BESIDE, over * leading, text)]
        return Fit(framed(room.width, height, items))


_PORTRAIT, _ROW = 2.8, 4
"""The width of a portrait, and the least height of its row, in grid lines."""

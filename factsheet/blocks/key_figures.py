"""Key figures: a row of large numbers, each over a short caption."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from factsheet.blocks.base import Block, Model
from factsheet.blocks.kit import Kit
from factsheet.document import Tag
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.drawn import Lowered
from factsheet.units import Pt


class Figure(Model):
    """One number and what it counts.

    Attributes:
        value: The number, as it is printed.
        caption: What it counts.
    """

    value: Text
    caption: Text


class KeyFigures(Block):
    """A row of one to six figures.

    Attributes:
        figures: One to six figures, each with a value and a caption.

    Example::

        - figures:
            - {value: "150", caption: officials trained}
            - {value: "3", caption: manuals translated}
    """

    key: ClassVar[str] = "figures"
    figures: list[Figure] = Field(min_length=1, max_length=6)

    def box(self, kit: Kit) -> Box:
        """Figures side by side, in rows that are alike, as large as their values allow."""
        in_row, size = arranged(kit, [(f.value, f.caption) for f in self.figures])
        pairs = [
            (
                kit.text(f.value, "figure", size=size, whole=True),
                kit.name(f.caption, "caption", Tag("P", f.caption.where)),
            )
            for f in self.figures
        ]
        box = kit.whole(kit.stack(*kit.levelled(pairs, in_row), gap=1, tag=Tag("L", numbering="None")))
        return Lowered(box, kit.lines(_ABOVE), kit.lines(1.0 - _ABOVE), once=True) if kit.headed else box


_ABOVE = 0.4
"""Between a heading and the figures below it, in grid lines."""

_SIZES = (1.0, 0.84, 0.7)
"""The sizes of values that are tried before a row is broken, in shares of the style's."""

_ROWS = {1: (1,), 2: (2, 1), 3: (3, 1), 4: (2, 1), 5: (3, 2, 1), 6: (3, 2, 1)}
"""How many figures may stand in a row, by their number: rows are as full as they can be."""


def arranged(kit: Kit, figures: Sequence[tuple[Text, Text]]) -> tuple[int, Pt]:
    """How many figures stand in a row of the narrowest column, and the size of their values."""
    usual = kit.size("figure")
    value = max(kit.width(value, "figure") for value, _ in figures)
    word = max(kit.longest(caption, "caption") for _, caption in figures)
    for in_row in (1,) if kit.place == "sidebar" else _ROWS[len(figures)]:
        room = kit.share_of(in_row)
        size = next((size for size in _SIZES if value * size <= room), 0.0)
        if size and word <= room:
            return in_row, size * usual
    return 1, _SIZES[-1] * usual

"""Key figures: a row of large numbers, each over a short caption."""

from typing import ClassVar

from pydantic import Field

from factsheet.blocks.base import Block, Model
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Text
from factsheet.layout.box import Box


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
        """Figures side by side, in as many rows as their width asks for."""
        cells = [
            kit.tagged(
                "LI", kit.tagged("LBody", kit.stack(kit.text(f.value, "figure"), kit.text(f.caption, "caption")))
            )
            for f in self.figures
        ]
        in_row = kit.side_by_side([f.value for f in self.figures], [f.caption for f in self.figures])
        rows = [cells[at : at + in_row] for at in range(0, len(cells), in_row)]
        return kit.whole(kit.listed([kit.columns(row, (1 / in_row,) * len(row), fill=in_row) for row in rows], gap=1))

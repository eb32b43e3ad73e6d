"""A table."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box


class Grid(Model):
    """The head row and the rows below it.

    Attributes:
        columns: The head of each column, at most twelve.
        rows: The rows: a cell for each column.
    """

    columns: list[Text] = Field(min_length=1, max_length=12)
    rows: list[list[Rich]] = Field(min_length=1)

    @model_validator(mode="after")
    def _even(self) -> Self:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise fault(
                    "uneven-row", f"row {number} has {len(row)} cells, but there are {len(self.columns)} columns",
                    "write one cell for each column; an empty one is “–”",
                )  # fmt: skip
        return self


class Table(Block):
    """Rows under a head; columns of numbers stand to the right.

    Attributes:
        table: The head and the rows.

    Example::

        - table:
            columns: [Province, Seminars, Participants]
            rows:
              - [Dornogobi, "4", "120"]
              - [Umnugobi, "2", "54"]
    """

    key: ClassVar[str] = "table"
    table: Grid

    def box(self, kit: Kit) -> Box:
        """Rows that are not split, below a head that is repeated."""
        return kit.table(self.table.columns, self.table.rows, self.where)

"""A table."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, ValidationInfo

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.kit import Kit
from factsheet.findings import counted
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box


def _even(row: list[Rich], info: ValidationInfo) -> list[Rich]:
    columns = info.data.get("columns")
    if columns and len(row) != len(columns):
        message = f"this row has {counted(len(row), 'cell')}, but the table has {counted(len(columns), 'column')}"
        raise fault("uneven-row", message, "write one cell for each column; an empty one is “–”")
    return row


class Grid(Model):
    """The head row and the rows below it.

    Attributes:
        columns: The head of each column, at most twelve.
        rows: The rows: a cell for each column.
    """

    columns: list[Text] = Field(min_length=1, max_length=12)
    rows: list[Annotated[list[Rich], AfterValidator(_even)]] = Field(min_length=1)


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

"""A table."""

from difflib import get_close_matches
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from factsheet.blocks.base import Block, Flag, Model, fault, typed
from factsheet.blocks.kit import Kit
from factsheet.blocks.plates import plate
from factsheet.blocks.stacked import stacked
from factsheet.blocks.tables import Align, table
from factsheet.findings import counted
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box


def _even(row: list[Rich], info: ValidationInfo) -> list[Rich]:
    columns = info.data.get("columns")
    if columns and len(row) != len(columns):
        message = f"this row has {counted(len(row), 'cell')}, but the table has {counted(len(columns), 'column')}"
        raise fault("uneven-row", message, "write one cell for each column; an empty one is “–”")
    return row


_ALIGN = ("left", "right", "centre", "number")


def _align(value: object) -> object:
    text = typed(value)
    name = {"center": "centre", "middle": "centre", "numbers": "number", "decimal": "number"}.get(
        text.lower(), text.lower()
    )
    if name in _ALIGN:
        return name
    close = get_close_matches(name, _ALIGN, 1)
    hint = f"did you mean “{close[0]}”?" if close else "write left, right, centre or number"
    raise fault("bad-align", f"“{text}” is no way to align a column", hint)


class Grid(Model):
    """The head row and the rows below it.

    Attributes:
        columns: The head of each column, at most twelve.
        rows: The rows: a cell for each column.
        align: How the cells of each column stand: left, right, centre or number; without it, the cells decide.
        title: What stands over the table.
        source: Where its contents come from, as it is printed below.
        total: true where the last row is a total.
    """

    columns: list[Text] = Field(min_length=1, max_length=12)
    rows: list[Annotated[list[Rich], AfterValidator(_even)]] = Field(min_length=1)
    align: list[Annotated[Align, BeforeValidator(_align)]] | None = None
    title: Text | None = None
    source: Text | None = None
    total: Flag = False

    @model_validator(mode="after")
    def _aligned(self) -> Self:
        if self.align is not None and len(self.align) != len(self.columns):
            said, columns = counted(len(self.align), "word"), counted(len(self.columns), "column")
            hint = "write left, right, centre or number for each column"
            raise fault("uneven-row", f"align has {said}, but the table has {columns}", hint, "align")
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
        """Rows that are not split, below a head that is repeated; in a sidebar too narrow for that, groups."""
        grid, alone = self.table, kit.place == "sidebar" and self.title is not None
        rows = table(
            kit,
            grid.columns,
            grid.rows,
            self.where,
            align=grid.align or (),
            total=grid.total,
            opens=grid.title is None and not alone,
        )
        body: Box = rows
        if kit.place == "sidebar" and len(grid.columns) > 1 and rows.looks[-1].narrowest > kit.column:
            body = stacked(kit, grid.columns, grid.rows, opens=grid.title is None and not alone)
        return plate(kit, body, title=grid.title, source=grid.source, ruled=grid.title is not None and not alone)

    def goes_across(self, box: Box, kit: Kit) -> bool:
        """Where a column is too narrow for its words."""
        rows = table(kit, self.table.columns, self.table.rows, self.where, align=self.table.align or ())
        return rows.looks[0].narrowest > kit.column

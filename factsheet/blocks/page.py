"""Control over pages and columns, for the few places where the story should not flow by itself."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, WithJsonSchema

from factsheet.blocks.base import Block, fault, typed
from factsheet.blocks.kit import Kit
from factsheet.layout.box import Box
from factsheet.layout.stack import Stack


def _new(value: object) -> object:
    text = typed(value)
    if text.lower() != "new":
        raise fault("wrong-type", f"“{text}” is not understood here", "write page: new")
    return "new"


def _count(value: object) -> object:
    text = typed(value)
    if text not in ("1", "2"):
        raise fault("wrong-type", f"“{text}” is not a number of columns", "write columns: 1 or columns: 2")
    return int(text)


class NewPage(Block):
    """What follows begins on a new page.

    Attributes:
        page: new.

    Example::

        - page: new
    """

    key: ClassVar[str] = "page"
    steers: ClassVar[bool] = True
    page: Annotated[str, BeforeValidator(_new), WithJsonSchema({"const": "new"})]

    def box(self, kit: Kit) -> Box:
        """Nothing: it steers what follows."""
        return Stack(())


class ColumnCount(Block):
    """What follows stands in so many columns, on pages without a sidebar.

    Attributes:
        columns: 1, over the whole width; or 2, as usual.

    Example::

        - columns: 1
    """

    key: ClassVar[str] = "columns"
    steers: ClassVar[bool] = True
    columns: Annotated[int, BeforeValidator(_count), WithJsonSchema({"enum": [1, 2]})]

    def box(self, kit: Kit) -> Box:
        """Nothing: it steers what follows."""
        return Stack(())

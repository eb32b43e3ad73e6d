"""Bulleted and numbered lists."""

from typing import ClassVar

from pydantic import Field

from factsheet.blocks.base import Block
from factsheet.blocks.items import Item, list_box
from factsheet.blocks.kit import Kit
from factsheet.layout.box import Box


class Bullets(Block):
    """A list with bullets; an item may hold a list of its own.

    Attributes:
        bullets: Its items: each a text, or a text with a list of its own.

    Example::

        - bullets:
            - Three manuals were translated into Mongolian.
            - text: Two workshops were held
              numbered: [in Ulaanbaatar, in Sainshand]
    """

    key: ClassVar[str] = "bullets"
    bullets: list[Item] = Field(min_length=1)

    def box(self, kit: Kit) -> Box:
        """Items under each other."""
        return list_box(kit, self.bullets, ordered=False)


class Numbered(Block):
    """A numbered list; an item may hold a list of its own.

    Attributes:
        numbered: Its items: each a text, or a text with a list of its own.

    Example::

        - numbered:
            - Improved policy framework governing labour migration;
            - Improved legal framework governing labour migration.
    """

    key: ClassVar[str] = "numbered"
    numbered: list[Item] = Field(min_length=1)

    def box(self, kit: Kit) -> Box:
        """Items under each other."""
        return list_box(kit, self.numbered, ordered=True)

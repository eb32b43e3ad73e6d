"""Who supports the project."""

from typing import ClassVar, Literal

from factsheet.blocks.base import Block
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich
from factsheet.layout.box import Box


class Support(Block):
    """A sentence on who supports the project.

    Attributes:
        support: The sentence.

    Example::

        - support: The project was supported by the IOM Development Fund.
    """

    key: ClassVar[str] = "support"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    support: Rich

    def box(self, kit: Kit) -> Box:
        """The sentence under its title."""
        return kit.fact("Project support", self.title, kit.text(self.support), where=self.where)

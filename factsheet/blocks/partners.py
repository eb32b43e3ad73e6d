"""Who takes part in the project."""

from typing import ClassVar, Literal

from pydantic import Field

from factsheet.blocks.base import Block
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich
from factsheet.layout.box import Box


class Partners(Block):
    """The organisations that take part.

    Attributes:
        partners: Their names.

    Example::

        - partners: [Ministry of Labour, Ministry of Justice]
    """

    key: ClassVar[str] = "partners"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    partners: list[Rich] = Field(min_length=1)

    def box(self, kit: Kit) -> Box:
        """Names with hairlines between them."""
        items = [kit.tagged("LI", kit.tagged("LBody", kit.text(name)), name.where) for name in self.partners]
        return kit.fact("Project partners", self.title, kit.between(items), where=self.where)

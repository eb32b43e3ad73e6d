"""Plain facts."""

from typing import ClassVar, Literal

from pydantic import Field

from factsheet.blocks.base import Block, Model
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box


class Fact(Model):
    """A label and a value.

    Attributes:
        label: What it is.
        value: What it says.
    """

    label: Text
    value: Rich


class Facts(Block):
    """Labels and values.

    Attributes:
        facts: Each with a label and a value.

    Example::

        - facts:
            - {label: Region, value: East Asia}
            - {label: Project code, value: LM.0241}
    """

    key: ClassVar[str] = "facts"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    facts: list[Fact] = Field(min_length=1)

    def box(self, kit: Kit) -> Box:
        """Each value under its label, with hairlines between them."""
        pairs = [
            kit.whole(
                kit.tagged(
                    "LI",
                    kit.stack(
                        kit.text(f.label, "fact-label", role="Lbl"), kit.text(f.value, "fact-value", role="LBody")
                    ),
                )
            )
            for f in self.facts
        ]
        return kit.fact("Facts", self.title, kit.between(pairs), where=self.where)

"""Headings of the main story, of two levels."""

from typing import ClassVar

from factsheet.blocks.base import Block
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Text
from factsheet.layout.box import Box


class Heading(Block):
    """The heading of a section; at the top of a page it may span the columns.

    Attributes:
        heading: The heading.

    Example::

        - heading: Key project achievements
    """

    key: ClassVar[str] = "heading"
    heading: Text

    def box(self, kit: Kit) -> Box:
        """A line that stays with what follows."""
        return kit.heading(self.heading, "heading", 2)


class Subheading(Block):
    """A heading inside a section.

    Attributes:
        subheading: The heading.

    Example::

        - subheading: Training
    """

    key: ClassVar[str] = "subheading"
    subheading: Text

    def box(self, kit: Kit) -> Box:
        """A line that stays with what follows."""
        return kit.heading(self.subheading, "subheading", 3 if kit.in_section else 2)

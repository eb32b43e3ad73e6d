"""A quotation."""

from typing import ClassVar

from factsheet.blocks.base import Block, Model
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box


class Quotation(Model):
    """What was said, and by whom.

    Attributes:
        text: The words, with their quotation marks.
        name: Who said them.
        role: What the speaker does.
    """

    text: Rich
    name: Text | None = None
    role: Text | None = None


class Quote(Block):
    """A quotation with the name and the role of the speaker.

    Attributes:
        quote: The words and the speaker.

    Example::

        - quote:
            text: “The training changed how we work at the border.”
            name: B. Bat-Erdene
            role: border guard, Dornogobi
    """

    key: ClassVar[str] = "quote"
    quote: Quotation

    def box(self, kit: Kit) -> Box:
        """The words, larger, beside a bar; the speaker below."""
        boxes = [kit.text(self.quote.text, "quote", apart=bool(self.quote.name or self.quote.role))]
        if self.quote.name:
            boxes.append(kit.text(self.quote.name, "name", whole=True))
        if self.quote.role:
            boxes.append(kit.text(self.quote.role, "source", whole=True))
        return kit.whole(kit.tagged("BlockQuote", kit.barred(kit.stack(*boxes)), self.quote.text.where))

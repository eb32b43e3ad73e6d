"""A quotation."""

from typing import ClassVar

from factsheet.blocks.base import Block, Model
from factsheet.blocks.kit import Kit
from factsheet.blocks.shown import Focused
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box


class Quotation(Model):
    """What was said, and by whom.

    Attributes:
        text: The words, with their quotation marks.
        name: Who said them.
        role: What the speaker does.
        picture: A portrait of the speaker.
    """

    text: Rich
    name: Text | None = None
    role: Text | None = None
    picture: Focused | None = None


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
        """The words, larger, beside a bar; the speaker below, beside the portrait if there is one."""
        said, speaker = self.quote, []
        if said.name:
            speaker.append(kit.text(said.name, "name", whole=True))
        if said.role:
            speaker.append(kit.text(said.role, "source", whole=True))
        words = kit.text(said.text, "quote", apart=bool(speaker and not said.picture))
        if said.picture:
            from factsheet.blocks.pictures import portrait  # noqa: PLC0415 - few quotations have one

            speaker = [portrait(kit, said.picture, *speaker)]
        return kit.whole(kit.tagged("BlockQuote", kit.barred(kit.stack(words, *speaker)), said.text.where))

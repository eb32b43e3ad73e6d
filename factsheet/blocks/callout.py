"""A text that stands out: a note, a key message, a warning."""

from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from factsheet.blocks.base import Block, Model, fault, optional, typed
from factsheet.blocks.items import Item, list_box
from factsheet.blocks.kit import Kit
from factsheet.findings import Where
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.layout.drawn import Whole
from factsheet.layout.panel import Panel
from factsheet.text.markup import BLANK_LINE

_TALLEST = 40
"""The grid lines from which on a callout may be divided."""

_LABELS = {"note": "Note", "key": "Key message", "warning": "Warning"}


def _kind(value: object) -> str:
    text = typed(value).lower()
    if text not in _LABELS:
        raise fault("bad-kind", f"“{text}” is no kind of callout", "write note, key or warning, or leave it out")
    return text


class Message(Model):
    """What it says.

    Attributes:
        title: Its heading.
        text: Paragraphs, as in text.
        bullets: A list with bullets below the text.
        kind: note, key or warning; printed above it in the document's language.
    """

    shorthand: ClassVar[str] = "text"
    title: Text | None = None
    text: Rich | None = None
    bullets: list[Item] | None = Field(default=None, min_length=1)
    kind: Annotated[Literal["note", "key", "warning"] | None, optional(_kind)] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _said(self) -> Self:
        if self.text is None and self.bullets is None:
            raise fault("missing", "a callout needs a text or bullets", "add text: and what it says")
        return self

    @cached_property
    def parts(self) -> tuple[Rich, ...]:
        """The paragraphs, each with the place of the whole text."""
        text = self.text
        return tuple(Rich(part, text.where) for part in BLANK_LINE.split(text.strip())) if text else ()


class Callout(Block):
    """A text on a ground of its own, with a thick edge: what nobody should miss.

    Attributes:
        callout: A text, or its title, text, bullets and kind.

    Example::

        - callout:
            kind: key
            title: Training works
            text: |
                Officers who were **trained** identify three times as many victims.

                This holds in all nine provinces.
            bullets: [Train early., Train together.]
    """

    key: ClassVar[str] = "callout"
    callout: Message

    def box(self, kit: Kit) -> Box:
        """The kind in words, the title, paragraphs and bullets on a panel, whole unless they are tall.

        The title is a paragraph, not a heading: what follows the panel goes on with the section around it.
        """
        said, boxes = self.callout, []
        heads = []
        if said.kind:
            heads.append(kit.words(kit.label(_LABELS[said.kind]), "callout-label"))
        if said.title:
            heads.append(kit.text(said.title, "callout-title", whole=True))
        paragraphs = kit.styles.step.paragraphs
        boxes = [kit.text(part) for part in said.parts]
        if said.bullets:
            boxes.append(list_box(kit, said.bullets, ordered=False))
        return panel(kit, kit.kept(*heads, kit.stack(*boxes, gap=paragraphs)), self.where)


def panel(kit: Kit, box: Box, where: Where) -> Box:
    """``box`` on a tinted ground with a thick edge, in one piece unless it is half a page tall."""
    within = 0.0 if kit.place == "sidebar" else 3.0
    panel = Panel(box, kit.ink("tint"), kit.ink("accent"), 3.2, 8.0 + within, kit.grid)
    return Whole(kit.tagged("Div", panel, where), kit.lines(_TALLEST))

"""Running text."""

from dataclasses import replace
from functools import cached_property
from typing import ClassVar

from factsheet.blocks.base import Block
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich
from factsheet.layout.box import Box
from factsheet.layout.text import TextBox
from factsheet.text.markup import BLANK_LINE

_SHORT = 160


class Paragraphs(Block):
    """One paragraph, or several with blank lines between them.

    Attributes:
        text: Paragraphs; **strong**, *emphasis*, [links](https://…) and footnotes[^1] may stand in them.

    Example::

        - text: |
            The project opened a dialogue on **labour migration** and
            [counter-trafficking](https://www.iom.int).

            Almost 150 officials attended its *training*.
    """

    key: ClassVar[str] = "text"
    text: Rich

    @cached_property
    def parts(self) -> tuple[Rich, ...]:
        """The paragraphs, each with the place of the whole text."""
        return tuple(Rich(part, self.text.where) for part in BLANK_LINE.split(self.text.strip()))

    @property
    def introduces(self) -> bool:
        """Whether it ends with a short line that announces what follows."""
        return self.parts[-1].rstrip().endswith(":") and len(self.parts[-1]) < _SHORT

    def boxes(self, kit: Kit, *, lead: bool = False, measure: float = 0.0) -> tuple[Box, ...]:
        """A box for each paragraph; the first may be set as the lead of its section, in lines of ``measure``."""
        return tuple(
            _flexible(kit.text(part, "lead" if lead and n == 0 else "text", measure=measure if n == 0 else 0.0))
            for n, part in enumerate(self.parts)
        )

    def box(self, kit: Kit) -> Box:
        """Paragraphs one below the other."""
        return kit.stack(*self.boxes(kit), gap=kit.styles.step.paragraphs)


def _flexible(box: Box) -> Box:
    """``box``, which may take a line fewer or more where that fills a column."""
    return replace(box, flexible=True) if isinstance(box, TextBox) else box

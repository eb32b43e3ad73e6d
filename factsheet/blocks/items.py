"""List items, and lists of them."""

from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from factsheet.blocks.base import Model, fault
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich
from factsheet.layout.box import Box


class Item(Model):
    """An item: a text, or a text with a list of its own.

    Attributes:
        text: The item itself.
        bullets: A list with bullets below it.
        numbered: A numbered list below it.
    """

    shorthand: ClassVar[str] = "text"
    text: Rich
    bullets: "list[Item] | None" = Field(default=None, min_length=1)
    numbered: "list[Item] | None" = Field(default=None, min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) or value is None else value

    @model_validator(mode="after")
    def _one_level(self) -> Self:
        if self.bullets and self.numbered:
            raise fault("too-many", "an item has bullets and numbers at once", "keep one of the two", "numbered")
        key = "bullets" if self.bullets else "numbered"
        for n, item in enumerate(self.bullets or self.numbered or ()):
            if item.bullets or item.numbered:
                raise fault(
                    "nesting",
                    "a list stands in a list in a list",
                    "one level of nesting is what a reader can follow",
                    (key, n, "bullets" if item.bullets else "numbered"),
                )
        return self


_FEW = 4
"""The most items of one line each that are never parted."""


def list_box(kit: Kit, items: list[Item], *, ordered: bool, level: int = 1) -> Box:
    """``items`` under each other with bullets, or with numbers."""
    bare = ordered and level == 1 and kit.place == "main"
    large = bare and kit.styles.step.items > 0
    style = "number" if large else "number-small" if bare else "text"
    if ordered:
        labels = [str(n) if bare else f"{n}." for n in range(1, len(items) + 1)]
        indent = max(kit.width(label, style) for label in labels) + 0.6 * kit.size("text")
        indent = max(indent, (2.3 if large else 1.5) * kit.size("text"))
    else:
        mark, style, indent = kit.bullet(level)
        labels = [mark] * len(items)
    gap = kit.styles.step.items if level == 1 and not _short(kit, items, indent, large=large) else 0
    boxes: list[Box] = []
    for label, item in zip(labels, items, strict=True):
        body = kit.text(item.text, "item")
        if item.bullets or item.numbered:
            inner = list_box(kit, item.bullets or item.numbered or [], ordered=bool(item.numbered), level=level + 1)
            body = kit.stack(body, inner)
        box = kit.item(label, body, indent=indent, style=style, where=item.text.where)
        ruled = large and gap and not (kit.headed and not boxes)
        boxes.append(kit.ruled(box, rise=kit.lines(0.5), between=True) if ruled else box)
    close = _fits(kit, items, 3 * (kit.column - indent))
    made = kit.listed(boxes, gap=gap, ordered=ordered, close=close)
    return kit.whole(made) if close and len(items) <= _FEW and _fits(kit, items, kit.column - indent) else made


def _short(kit: Kit, items: list[Item], indent: float, *, large: bool) -> bool:
    """Whether the items stand closer, without space between them: each takes a line, or they are in the sidebar."""
    if large:
        return False
    return kit.place == "sidebar" or _fits(kit, items, kit.column - indent)


def _fits(kit: Kit, items: list[Item], room: float) -> bool:
    """Whether each item has no list of its own and would go into one line as wide as ``room``."""
    return all(not item.bullets and not item.numbered and kit.width(item.text, "item") <= room for item in items)

"""The Sustainable Development Goals that a project contributes to."""

from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from factsheet.blocks.base import Block, OneOrMany, fault, typed
from factsheet.blocks.kit import Kit
from factsheet.design.goals import GOALS, on
from factsheet.document import Tag
from factsheet.i18n.language import GOALS as NAMES
from factsheet.layout.box import Box
from factsheet.layout.text import TextBox
from factsheet.layout.tiles import Tile, Tiles


def _goal(value: object) -> object:
    text = typed(value)
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(NAMES):
        return int(text)
    by_name = {name.casefold(): n for n, name in enumerate(NAMES, 1)}
    digits = "".join(char for char in text if char.isdigit())
    number = by_name.get(text.casefold()) or (int(digits[:3]) if digits.isascii() and digits else 0)
    hint = f"write {number}" if 1 <= number <= len(NAMES) else "write the number of a goal: 1 to 17, as [4, 8, 10]"
    raise fault("unknown-goal", f"“{text}” is not the number of a Sustainable Development Goal", hint)


def _once(goals: list[int]) -> list[int]:
    for n, goal in enumerate(goals):
        if goal in goals[:n]:
            raise fault("double-goal", f"goal {goal} is there twice", "name each goal once", (n,))
    return goals


Goal = Annotated[int, BeforeValidator(_goal), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 17})]


class Sdgs(Block):
    """Sustainable Development Goals: a tile in the colour of each, with its number, and its name beside it.

    Attributes:
        sdgs: The numbers of the goals, 1 to 17, in the order in which they are printed.

    Example::

        - sdgs: [4, 8, 10]
    """

    key: ClassVar[str] = "sdgs"
    sdgs: Annotated[list[Goal], OneOrMany, Field(min_length=1), AfterValidator(_once)]

    def box(self, kit: Kit) -> Box:
        """Tiles in columns; in the sidebar under each other, under a title."""
        side = kit.place == "sidebar"
        style = "goal-number"
        tiles = []
        for goal in self.sdgs:
            number = kit.words(str(goal), style, tag=Tag("Lbl"))
            name = kit.words(kit.label(NAMES[goal - 1]), "table", tag=Tag("LBody"), hyphens=False)
            assert isinstance(number, TextBox)
            ground = GOALS[goal - 1]
            number = replace(number, style=replace(number.style, ink=on(ground)))
            tiles.append(Tile(ground, number, kit.width(str(goal), style) + 0.5, name, Tag("LI", self.where)))
        narrowest = 90.0 if side else 140.0
        tag = Tag("L", self.where, numbering="None")
        box = Tiles(tuple(tiles), 2 if side else 3, narrowest, kit.grid, kit.middle(style), tag)
        return kit.fact("Sustainable Development Goals", self.title, box, where=self.where) if side else box

"""A picture with its caption and the name of its photographer."""

import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, fault, typed
from factsheet.blocks.kit import Kit
from factsheet.blocks.pictures import caption, credit, picture
from factsheet.blocks.shown import Focused
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box

_SHAPE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*[:x×/]\s*(\d{1,3}(?:\.\d+)?)")
_FLATTEST, _TALLEST = 5.0, 0.4


def _shape(value: object) -> object:
    """The width of the picture in shares of its height; 0: as it is, but for less than a line; −1: uncut."""
    text = typed(value)
    if text.lower() == "none":
        return -1.0
    found = _SHAPE.fullmatch(text)
    shape = float(found[1]) / float(found[2]) if found and float(found[2]) else 0.0
    if not _TALLEST <= shape <= _FLATTEST:
        hint = 'write "16:9", "3:2", "4:3", "1:1" or "3:4"; or none, so that nothing is cut away'
        raise fault("crop", f"“{text}” is not the shape of a picture", hint)
    return shape


Shape = Annotated[float, BeforeValidator(_shape), WithJsonSchema({"type": "string", "examples": ["16:9", "none"]})]
Width = Literal["column", "full", "bleed"]


def _width(value: object) -> object:
    text = typed(value).lower()
    if text not in ("column", "full", "bleed"):
        hint = "write column, full (across the columns) or bleed (to the edges of the page)"
        raise fault("width", f"“{text}” is not a width of a picture", hint)
    return text


class Illustration(Focused):
    """A picture, what it shows, how it is cut, and what is printed below it.

    Attributes:
        file: The name of the picture, as seen from the folder of the spec: pictures/valley.jpg.
        alt: What it shows, in a sentence, for those who do not see it.
        decorative: Write true instead of an alt: where the picture says nothing.
        caption: What is printed below it.
        credit: Who made it, printed as “Photo: …”.
        crop: The shape that it is cut to: "16:9", "3:2", "4:3", "1:1", "3:4"; none where nothing may be cut away.
        focus: What must be seen where it is cut: centre, left, top right …, or {x: 30, y: 40} in per cent.
        width: column, full (across the columns) or bleed (to the edges of the page).
    """

    caption: Rich | None = None
    credit: Text | None = None
    crop: Shape = 0.0
    width: Annotated[Width, BeforeValidator(_width)] = "column"

    @model_validator(mode="after")
    def _captioned(self) -> Self:
        if self.decorative and self.caption:
            hint = "write alt: instead of decorative: true"
            raise fault("alt", "a picture with a caption says something, so it needs an alt", hint, "decorative")
        return self


class Picture(Block):
    """A picture as wide as its column, across the columns, or to the edges of the page.

    Attributes:
        picture: The file and what belongs to it.

    Example::

        - picture:
            file: pictures/valley.jpg
            alt: Two riders pass three gers in a wide valley before sunset.
            caption: The Orkhon valley in autumn
            credit: B. Bat-Erdene
            crop: "3:2"
    """

    key: ClassVar[str] = "picture"
    picture: Illustration

    def goes_across(self, box: Box, kit: Kit) -> bool:
        """Whether it is wider than a column."""
        return self.picture.width != "column"

    def box(self, kit: Kit) -> Box:
        """The picture over its caption and its credit."""
        shown = self.picture
        below = []
        if shown.caption:
            below.append(caption(kit, shown.caption, shown.width))
        if shown.credit:
            below.append(credit(kit, shown.credit))
        return picture(kit, shown, below, max(shown.crop, 0.0), shown.width, uncut=shown.crop < 0)

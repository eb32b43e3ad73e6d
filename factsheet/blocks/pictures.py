"""What blocks with pictures have in common: the picture itself, a portrait, a caption and a credit."""

from collections.abc import Mapping, Sequence

from factsheet.blocks.kit import Kit
from factsheet.blocks.shown import Focused, Shown
from factsheet.document import Tag
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.labelled import Labelled
from factsheet.layout.picture import PictureBox, Portrait

_TALLEST: Mapping[str, int] = {"main": 28, "sidebar": 15}
"""The greatest height of a picture, in grid lines."""

_CAPTION = 0.7
"""The measure of a caption below a wide picture, in shares of the width between the margins."""


def picture(
    kit: Kit, shown: Focused, below: Sequence[Box], shape: float, width: str = "column", *, uncut: bool = False
) -> Box:
    """A picture over ``below``, as wide as ``width`` says; in the sidebar always as wide as that."""
    return PictureBox(
        shown.file,
        figure(shown, kit.tongue),
        kit.grid,
        _TALLEST[kit.place],
        kit.stack(*below, tag=None if shown.decorative else Tag("Caption")) if below else None,
        Tag("Div", shown.where) if below else None,
        shape,
        shown.centre,
        uncut,
        1.0 if shape else kit.styles.step.pictures,
        kit.reach if width == "bleed" else {},
    )


def portrait(kit: Kit, shown: Focused, *beside: Box) -> Box:
    """A small round picture with texts beside it."""
    return Portrait(shown.file, figure(shown, kit.tongue), kit.stack(*beside), kit.grid, shown.centre)


def caption(kit: Kit, text: Text, width: str) -> Box:
    """What is printed below a picture: lines that are not too long to be read, even where that is wide."""
    return kit.text(text, "caption", whole=True, measure=0.0 if width == "column" else _CAPTION * kit.widest)


def credit(kit: Kit, name: Text, style: str = "picture-credit") -> Box:
    """Who made a picture."""
    label = kit.language.labelled("Photo")
    mark = kit.words(label, style, role="Span")
    indent = kit.width(label, style) + 0.3 * kit.size(style)
    return Labelled(mark, kit.text(name, style, "Span", whole=True), indent, Tag("P", name.where))


def figure(shown: Shown, language: str = "") -> Tag:
    """The logical node of a picture: a figure, or an artefact where it is decorative."""
    if shown.alt is None:
        return Tag("Artifact", shown.where, kind="Layout")
    return Tag("Figure", shown.where, alt=" ".join(shown.alt.split()), language=language)

"""An edition is data: what one layout becomes when it is painted."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Edition:
    """How a document is painted.

    Attributes:
        name: The part of the file name.
        colours: The value of each ink that is used.
        marks: Whether bleed and crop marks surround the page.
        interactive: Whether it carries tags, links and bookmarks.
    """

    name: str
    colours: Literal["cmyk", "rgb"]
    marks: bool
    interactive: bool


PRINT = Edition("print", colours="cmyk", marks=True, interactive=False)
SCREEN = Edition("screen", colours="rgb", marks=False, interactive=True)
EDITIONS = {edition.name: edition for edition in (PRINT, SCREEN)}

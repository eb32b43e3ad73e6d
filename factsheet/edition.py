"""An edition is data: what one layout becomes when it is painted."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Edition:
    """How a document is painted.

    Attributes:
        name: The part of the file name.
        colours: The value of each ink that is used.
        version: The version of PDF.
        resolution: The most pixels of a picture on an inch.
        marks: Whether bleed and marks surround the page.
        interactive: Whether it carries tags, links and bookmarks, and follows PDF/UA-1 and PDF/A-2a.
        standard: The standard for the press that it follows, as its metadata name it; "" for none.
        proof: Whether it shows what a reader checks: the boxes, the lines of the spec, what was found.
        margin_mm: The white edge that a desktop printer leaves: the page is made smaller to stand inside it.
    """

    name: str
    colours: Literal["cmyk", "rgb"]
    version: tuple[int, int] = (1, 7)
    resolution: int = 200
    marks: bool = False
    interactive: bool = False
    standard: Literal["", "PDF/X-4", "PDF/X-1a:2003"] = ""
    proof: bool = False
    margin_mm: float = 0.0


PRINT = Edition("print", colours="cmyk", version=(1, 6), resolution=450, marks=True, standard="PDF/X-4")
PRINT_X1A = Edition("print-x1a", colours="cmyk", version=(1, 4), resolution=450, marks=True, standard="PDF/X-1a:2003")
SCREEN = Edition("screen", colours="rgb", interactive=True)
OFFICE = Edition("office", colours="rgb", resolution=150, margin_mm=5.0)
PROOF = Edition("proof", colours="rgb", resolution=120, marks=True, proof=True)

PREVIEW = Edition("preview", colours="rgb", resolution=110)
"""What goes with a print file, to be looked at."""

WEB, TEXT = "web", "text"
"""What has no pages: a page of HTML with its card, and Markdown. Both are written from the logical tree."""

EDITIONS = {edition.name: edition for edition in (PRINT, SCREEN, OFFICE, PROOF)}
"""The editions by the names that users say; which kind of print edition is the theme's choice."""

PRESS = {"x4": PRINT, "x1a": PRINT_X1A}
"""The print edition by the name of its standard."""

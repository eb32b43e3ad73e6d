"""What pages paint, as data: every text, shape, picture and shading with its colour, size and place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from factsheet.preflight.colours import Space
from factsheet.preflight.fonts import Font
from factsheet.preflight.hits import Hit
from factsheet.preflight.matrices import Bounds

Kind = Literal["text", "fill", "stroke", "image", "shading"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked-content sequence (14.6).

    Attributes:
        tag: What it is called, as ``P`` or ``Artifact``.
        page: On which page it stands.
        mcid: Its number in the structure tree; None where it has none.
        form: The form that it is in; "" where it is in the contents of the page.
        language: The language that it names.
        spoken: Whether it has a text to be read instead of its own (ActualText, Alt).
        actual: That text, where it replaces what is shown.
        where: How many sequences were begun before it.
    """

    tag: str
    page: int
    mcid: int | None = None
    form: str = ""
    language: str = ""
    spoken: bool = False
    actual: str | None = None
    where: int = 0


@dataclass(slots=True)
class Mark:
    """One thing that is painted.

    Attributes:
        kind: What it is.
        page: On which page.
        bounds: Where it is seen, after clipping; None where nothing of it is.
        whole: Where it would be seen without clipping.
        space: The space of its colour; of an image, of its pixels.
        colour: Its colour.
        overprint: Whether it overprints.
        mode: The overprint mode.
        alpha: Its opacity.
        masked: Whether a soft mask applies.
        size: The effective size of type, or the width of a line, in points.
        rectangle: Whether a filled shape is one rectangle along the edges of the page.
        pixels: The pixels of an image.
        bits: The bits of a component of an image; 1 for a stencil.
        packed: How an image is packed.
        ppi: The effective resolution of an image.
        label: The number of the object, or what it is in.
        aside: Whether it is not painted itself, but part of a soft mask.
        axial: Whether its clip is known exactly.
        alike: Further marks that break the same rule in the same way.
        chain: The marked-content sequences around it, the innermost last.
        font: The font of a text.
        codes: The codes of a text.
    """

    kind: Kind
    page: int
    bounds: Bounds | None
    whole: Bounds
    space: Space
    colour: tuple[float, ...] = ()
    overprint: bool = False
    mode: int = 0
    alpha: float = 1.0
    masked: bool = False
    size: float = 0.0
    rectangle: bool = False
    pixels: tuple[int, int] = (0, 0)
    bits: int = 8
    packed: str = ""
    ppi: float = 0.0
    label: str = ""
    aside: bool = False
    axial: bool = True
    alike: "list[Mark]" = field(default_factory=list)
    chain: tuple[Marked, ...] = ()
    font: Font | None = None
    codes: tuple[int, ...] = ()

    @property
    def inks(self) -> dict[str, float] | None:
        """The share of ink on each plate, where it is known."""
        return self.space.inks(self.colour)

    @property
    def white(self) -> bool:
        """Whether it lays no ink at all."""
        inks = self.inks if self.kind != "image" or self.bits == 1 else None
        return inks is not None and all(share <= 0 for share in inks.values())


@dataclass(slots=True)
class Group:
    """A transparency group: what it mixes colours in, and where it is."""

    page: int
    label: str
    space: Space | None
    where: Literal["page", "form", "mask"]
    luminosity: bool = False


@dataclass(slots=True)
class Content:
    """What all pages paint.

    Attributes:
        marks: The marks of each page, in order of painting.
        fonts: The fonts that show text, by their key.
        groups: The transparency groups.
        intents: Rendering intents set in contents, with their pages.
        hits: What is wrong with the contents as such (B-09, B-13).
        operators: How many operators were looked at.
        full: Whether that was as many as are looked at: the rest of the file was not.
        unmeasured: What could not be measured, and why: one sentence each.
        sequences: The marked-content sequences, each with those around it, in order.
        odd: Where a text is written in an odd number of hexadecimal digits: pages, and the objects.
        drawn: How often each form is drawn that has marked content of the structure tree, by its number.
    """

    marks: dict[int, list[Mark]] = field(default_factory=dict)
    fonts: dict[str, Font] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    intents: list[tuple[int, str]] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    operators: int = 0
    full: bool = False
    unmeasured: list[str] = field(default_factory=list)
    sequences: list[tuple[Marked, tuple[Marked, ...]]] = field(default_factory=list)
    odd: list[tuple[int, str]] = field(default_factory=list)
    drawn: dict[str, int] = field(default_factory=dict)

    def all(self) -> Iterator[Mark]:
        """Every mark."""
        for marks in self.marks.values():
            yield from marks

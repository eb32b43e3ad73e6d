"""The laid-out document: frozen data, in points, that every painter and judge reads.

Pages hold frames; frames hold placed items and other frames. Meaning travels with the frame: an item's logical
place is the path of tags of the frames around it. An item under no tag is decoration.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from factsheet.design.bitmap import Bitmap
from factsheet.design.fonts import Face
from factsheet.design.inks import PROCESS, Ink
from factsheet.findings import NOWHERE, Where
from factsheet.units import Pt, Rect


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A node of the logical tree; two frames of one paragraph share the same tag object.

    Attributes:
        role: A structure type of PDF 1.7 (``P``, ``LI`` …). ``""`` groups without a node of its own;
            ``Artifact`` marks what is not part of the text.
        where: Where the author wrote it.
        href: The target of a ``Link``.
        title: What a bookmark calls it, for headings; what a link or a part is called.
        level: The depth of the bookmark, 0 for none.
        language: The language, where it is not the document's.
        scope: ``Column`` or ``Row`` for a ``TH``.
        numbering: ``Decimal`` or ``Disc`` for an ``L``.
        kind: What an artefact is: ``Layout``, ``Background``, ``Header``, ``Footer``.
        alt: What a ``Figure`` shows, in words.
    """

    role: str
    where: Where = NOWHERE
    href: str = ""
    title: str = ""
    level: int = 0
    language: str = ""
    scope: str = ""
    numbering: str = ""
    kind: str = ""
    alt: str = ""


Glyph: TypeAlias = tuple[int, str, float, float]
"""A glyph's number, the text it stands for, and the kerns before and after it (1/1000 em, as in ``TJ``)."""


def encode(glyphs: Sequence[Glyph], code_of: Callable[[int, str], int] = lambda glyph, _: glyph) -> str:
    """``glyphs`` as the inside of a ``TJ`` array: two-byte codes in hexadecimal, kerns in 1/1000 em between them."""
    out: list[str] = []
    run = ""
    kern = 0
    for glyph, text, before, after in glyphs:
        kern += round(before)
        if kern:
            out.append(f"<{run}>{kern}" if run else f" {kern} ")
            run = ""
        run += f"{code_of(glyph, text):04X}"
        kern = round(after)
    out.append(f"<{run}>" if run else "")
    if kern:
        out.append(f"{kern}")
    return "".join(out)


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A few letters of one face, shaped: what is drawn without a break or a stretch in it.

    Attributes:
        face: The font.
        text: The characters it stands for.
        width: Its advance, in 1/1000 em.
        glyphs: Its glyphs.
        code: The glyphs as the inside of a ``TJ`` array, two bytes a glyph.
        pairs: The (glyph, text) pairs in it.
        marks: Whether a combining mark has a glyph of its own.
    """

    face: Face
    text: str
    width: float
    glyphs: tuple[Glyph, ...]
    code: str
    pairs: frozenset[tuple[int, str]]
    marks: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text of one face, size and ink on one baseline, which is its ``y``.

    Attributes:
        runs: The shaped words and spaces, in order.
        size: The type size.
        ink: The colour.
        width: The advance of all, without a space that hangs at the end.
        stretch: What each word space is wider than the font's.
        tracking: What is added after each glyph.
        rise: How far the baseline is raised (footnote marks).
        tag: A ``Link`` or ``Span`` inside the paragraph.
        divided: Whether its last word goes on in the next line though no rule allows to divide it there.
        ragged: Whether its line keeps its natural width because its paragraph could not be justified.
        language: Its language, where its letters are of another script than those around it.
    """

    runs: tuple[Shaped, ...]
    size: Pt
    ink: Ink
    width: Pt
    stretch: Pt = 0.0
    tracking: Pt = 0.0
    rise: Pt = 0.0
    tag: Tag | None = None
    divided: bool = False
    ragged: bool = False
    language: str = ""

    @property
    def text(self) -> str:
        """The characters it stands for."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle."""

    width: Pt
    height: Pt
    ink: Ink


Segment: TypeAlias = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Path:
    """A shape: ``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y`` and ``Z`` segments from its own origin, y down.

    Attributes:
        segments: The segments.
        stroke: The ink of its line, if any.
        line_width: The thickness of that line.
        fill: The ink inside, if any.
        even_odd: Whether what is inside is told by the even-odd rule.
        dashes: The lengths of dashes and gaps; none: the line is whole.
        rounded: Whether the line has round ends and joins.
    """

    segments: tuple[Segment, ...]
    stroke: Ink | None = None
    line_width: Pt = 0.0
    fill: Ink | None = None
    even_odd: bool = False
    dashes: tuple[Pt, ...] = ()
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, or the part of it that shows, in a rectangle.

    Attributes:
        bitmap: The file, whose pixels are read when it is painted.
        width: The width of the rectangle.
        height: The height of the rectangle.
        crop: The part of the picture that fills it: left, top, right and bottom edge in shares of its size.
        oval: Whether only the ellipse in the rectangle is seen.
    """

    bitmap: Bitmap
    width: Pt
    height: Pt
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    oval: bool = False

    @property
    def resolution(self) -> float:
        """The pixels of the file on an inch of the page, in the direction that has fewer."""
        left, top, right, bottom = self.crop
        across = (right - left) * self.bitmap.width / self.width
        return 72 * min(across, (bottom - top) * self.bitmap.height / self.height)


Item: TypeAlias = Words | Area | Path | Picture
Placed: TypeAlias = "tuple[Pt, Pt, Item | Frame]"


@dataclass(frozen=True, slots=True)
class Frame:
    """Placed items of one box: each with the x and y of its own origin from the frame's top left corner.

    Attributes:
        width: Its width.
        height: Its height.
        items: What is in it, in reading order.
        tag: The logical node of everything in it.
        clip: Whether what reaches over its edges is cut off (never text).
        notes: The labels of the footnotes referred to in it, in order.
    """

    width: Pt
    height: Pt
    items: tuple[Placed, ...] = ()
    tag: Tag | None = None
    clip: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A named place on a page with what was set in it; everything in ``frame`` stays inside ``rect``."""

    name: str
    rect: Rect
    frame: Frame


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its regions from the lowest layer to the highest, in reading order where they hold text."""

    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole laid-out factsheet.

    Attributes:
        width: The width of the trimmed page.
        height: The height of the trimmed page.
        bleed: How far grounds reach over the trim.
        grid: The distance of two baselines of running text.
        pages: The pages.
        roots: The top nodes of the logical tree, in reading order; every path of tags starts with one.
        title: The title, as plain text.
        language: The language, as BCP 47.
        author: Who made it, or "".
        date: Its date as ``YYYY-MM-DD``.
        name: What its files are called.
        version: Which state of it this is, or "".
        subject: What it is about, in a line, or "".
        anchors: What a link to a block calls it, by a place in the spec at which something of it is written.
        state: ``DRAFT`` where it must not go to print yet, or "".
    """

    width: Pt
    height: Pt
    bleed: Pt
    grid: Pt
    pages: tuple[Page, ...]
    roots: tuple[Tag, ...]
    title: str
    language: str
    author: str = ""
    date: str = ""
    name: str = ""
    version: str = ""
    subject: str = ""
    anchors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    state: str = ""


def inks(item: Item) -> Iterator[Ink]:
    """The inks that ``item`` is drawn with; a picture has none."""
    match item:
        case Words() | Area():
            yield item.ink
        case Path():
            yield from (ink for ink in (item.fill, item.stroke) if ink is not None)
        case Picture():
            return
        case _:
            assert_never(item)


def plates(document: Document) -> tuple[str, ...]:
    """The plates that ``document`` is printed with: of the four those that have any ink, then spot colours by name."""
    found: set[str] = set()
    for page in document.pages:
        for region in page.regions:
            for _, _, item, _ in walk(region.frame):
                for ink in inks(item):
                    found.update(ink.plates)
                if isinstance(item, Picture):
                    found.update(PROCESS if item.bitmap.colours != "grey" else PROCESS[3:])
    return (*(name for name in PROCESS if name in found), *sorted(found - {*PROCESS}))


def walk(
    frame: Frame, x: Pt = 0.0, y: Pt = 0.0, path: tuple[Tag, ...] = ()
) -> Iterator[tuple[Pt, Pt, Item, tuple[Tag, ...]]]:
    """Every item of ``frame`` in order, with its absolute place and its path of tags."""
    if frame.tag is not None:
        path = (*path, frame.tag)
    for dx, dy, item in frame.items:
        if isinstance(item, Frame):
            yield from walk(item, x + dx, y + dy, path)
        else:
            yield x + dx, y + dy, item, path


def tags_of(frame: Frame) -> Iterator[Tag]:
    """Every tag in ``frame``: of frames, and of runs of text in them."""
    if frame.tag is not None:
        yield frame.tag
    for _, _, item in frame.items:
        if isinstance(item, Frame):
            yield from tags_of(item)
        elif isinstance(item, Words) and item.tag is not None:
            yield item.tag


def recoloured(document: Document, change: Callable[[Ink], Ink]) -> Document:
    """``document`` with other inks; everything else stays as it is, tags and all."""
    pages = tuple(
        Page(tuple(replace(region, frame=_recoloured(region.frame, change)) for region in page.regions))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _recoloured(frame: Frame, change: Callable[[Ink], Ink]) -> Frame:
    items: list[Placed] = []
    for x, y, item in frame.items:
        match item:
            case Frame():
                items.append((x, y, _recoloured(item, change)))
            case Words() | Area():
                items.append((x, y, replace(item, ink=change(item.ink))))
            case Path():
                fill, stroke = (ink and change(ink) for ink in (item.fill, item.stroke))
                items.append((x, y, replace(item, fill=fill, stroke=stroke)))
            case _:
                items.append((x, y, item))
    return replace(frame, items=tuple(items))

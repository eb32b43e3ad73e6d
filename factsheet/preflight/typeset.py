"""The lines and paragraphs of a laid-out document, as a reader sees them: what the figures of typography rest on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from factsheet.document import Document, Frame, Region, Tag, Words
from factsheet.findings import NOWHERE, Where
from factsheet.text.rivers import Gap
from factsheet.units import Pt, Rect

SOFT_HYPHEN = "\u00ad"
_ASCENT, _DESCENT = 0.7, 0.2
"""How far letters rise above the baseline and hang below it, in shares of the type size."""


@dataclass(frozen=True, eq=False)
class Line:
    """One line of text on a page.

    Attributes:
        page: The number of its page, from 1.
        region: The region that it stands in.
        frame: The frame of its paragraph, or of the piece of it that stands in one column.
        left: The left edge of that frame.
        x: Where its first run starts.
        y: Its baseline.
        runs: Its words, each with its x.
        path: The tags around it.
    """

    page: int
    region: Region
    frame: Frame
    left: Pt
    x: Pt
    y: Pt
    runs: tuple[tuple[Pt, Words], ...]
    path: tuple[Tag, ...]

    @cached_property
    def right(self) -> Pt:
        """Where its last run ends."""
        x, words = self.runs[-1]
        return x + words.width

    @cached_property
    def width(self) -> Pt:
        """Its length, without what hangs over the edges."""
        end = self.left + self.frame.width
        return (min(self.right, end) if self.justified else self.right) - max(self.x, self.left)

    @cached_property
    def size(self) -> Pt:
        """The size of its largest type."""
        return max(words.size for _, words in self.runs)

    @cached_property
    def text(self) -> str:
        """What it says, without the space at its end."""
        return "".join(words.text for _, words in self.runs).strip()

    @property
    def box(self) -> Rect:
        """The room that its letters take."""
        return Rect(self.x, self.y - _ASCENT * self.size, self.right - self.x, (_ASCENT + _DESCENT) * self.size)

    @property
    def justified(self) -> bool:
        """Whether its word spaces were stretched or squeezed."""
        return any(words.stretch for _, words in self.runs)

    @property
    def hyphened(self) -> bool:
        """Whether a word is divided at its end, by a rule of hyphenation."""
        return self.text.endswith(SOFT_HYPHEN) and not any(words.divided for _, words in self.runs)

    @property
    def where(self) -> Where:
        """Where the author wrote it: the first words of the line, if they stand so in one line of the spec."""
        place = next((tag.where for tag in reversed(self.path) if tag.where.line), NOWHERE)
        words = self.text.replace(SOFT_HYPHEN, "").split()
        for count in (4, 3, 2, 1):
            found = place.find(" ".join(words[:count]))
            if found != place and len(words) >= count:
                return found
        return place

    def spaces(self, tracking: Pt = 0.0) -> Iterator[float]:
        """Its word spaces, in shares of the font's with the ``tracking`` of its style."""
        for _, words in self.runs:
            for run in words.runs:
                if run.text == " " and run.width:
                    normal = run.width * words.size / 1000
                    yield (normal + words.stretch + words.tracking) / (normal + tracking)

    @property
    def gaps(self) -> list[Gap]:
        """Where its word spaces stand on the page."""
        found: list[Gap] = []
        for start, words in self.runs:
            x = start
            for run in words.runs:
                width = run.width * words.size / 1000 + words.tracking * len(run.glyphs)
                width += words.stretch if run.text == " " else 0.0
                if run.text == " ":
                    found.append((x, x + width))
                x += width
        return [gap for gap in found if gap[1] <= self.right + 1e-6]


@dataclass(eq=False)
class Paragraph:
    """The lines of one text, in all columns that it stands in.

    Attributes:
        tag: Its logical node.
        lines: Its lines, in reading order.
        tracking: How far apart its style sets letters: that of a line of such type that is not justified.
    """

    tag: Tag
    lines: list[Line] = field(default_factory=list)
    tracking: Pt = 0.0

    @property
    def heading(self) -> bool:
        """Whether it is a title or a heading."""
        return self.tag.role[:1] == "H" and self.tag.role[1:].isdigit()

    @property
    def running(self) -> bool:
        """Whether it is text of a column to be read in lines: no heading, no table, no label."""
        first = self.lines[0]
        return (
            first.region.name in ("main", "sidebar")
            and self.tag.role in ("P", "LBody", "Note", "BlockQuote")
            and not any(tag.role in ("Table", "Figure", "Lbl", "Caption") for tag in first.path)
        )

    @property
    def spaces(self) -> list[tuple[float, Line]]:
        """The word spaces of its justified lines, in shares of those of a line that is not."""
        return [(space, line) for line in self.lines if line.justified for space in line.spaces(self.tracking)]

    @property
    def pieces(self) -> list[list[Line]]:
        """Its lines, those of each column for themselves."""
        pieces: list[list[Line]] = []
        for line in self.lines:
            if not pieces or pieces[-1][-1].region is not line.region:
                pieces.append([])
            pieces[-1].append(line)
        return pieces

    @cached_property
    def measure(self) -> Pt:
        """The length of its lines: the room it has, or less where every line keeps clear of it."""
        room = max(line.frame.width for line in self.lines)
        widest = max(line.width for line in self.lines)
        return widest if len(self.lines) > 2 and widest < _FULL * room else room


_FULL = 0.9
"""A paragraph all of whose lines are shorter was given a measure of its own."""


def paragraphs(document: Document) -> list[Paragraph]:
    """Every text of ``document`` that is no artefact, in reading order."""
    found: dict[Tag, Paragraph] = {}
    for number, page in enumerate(document.pages, 1):
        for region in page.regions:
            for line in _lines(number, region, region.frame, region.rect.x, region.rect.y, ()):
                tag = line.path[-1]
                found.setdefault(tag, Paragraph(tag)).lines.append(line)
    _track(list(found.values()))
    return list(found.values())


def _track(found: list[Paragraph]) -> None:
    """Tell each paragraph its tracking; one whose last line is justified, too, learns it from others of its type."""
    usual: dict[tuple[str, Pt], Pt] = {}
    for paragraph in found:
        for line in paragraph.lines:
            if not line.justified:
                usual.setdefault(kind(line), line.runs[0][1].tracking)
    for paragraph in found:
        plain = [line.runs[0][1].tracking for line in paragraph.lines if not line.justified]
        paragraph.tracking = plain[0] if plain else usual.get(kind(paragraph.lines[0]), 0.0)


def kind(line: Line) -> tuple[str, Pt]:
    """The type that ``line`` starts in: its face and size."""
    words = line.runs[0][1]
    return words.runs[0].face.path.name, round(words.size, 3)


def _lines(page: int, region: Region, frame: Frame, x: Pt, y: Pt, path: tuple[Tag, ...]) -> Iterator[Line]:
    if frame.tag is not None:
        if frame.tag.role == "Artifact":
            return
        path = (*path, frame.tag)
    rows: dict[float, list[tuple[Pt, Words]]] = {}
    for dx, dy, item in frame.items:
        if isinstance(item, Words) and path and item.text.strip():
            rows.setdefault(round(dy, 2), []).append((x + dx, item))
    for dy, runs in rows.items():
        yield Line(page, region, frame, x, runs[0][0], y + dy, tuple(runs), path)
    for dx, dy, item in frame.items:
        if isinstance(item, Frame):
            yield from _lines(page, region, item, x + dx, y + dy, path)

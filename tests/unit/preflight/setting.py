"""Documents set by hand, line by line, to break one rule of typography each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factsheet.document import Document, Frame, Page, Placed, Region, Tag, Words
from factsheet.findings import Where
from factsheet.units import Pt, Rect
from tests.making import styles

GRID = 13.4
COLUMN = 234.0
SOFT_HYPHEN = "\u00ad"
_SOURCE = tuple(f"line {n} of the spec" for n in range(1, 200))


def tag(role: str = "P", line: int = 5) -> Tag:
    """A node whose text stands on ``line`` of the spec."""
    return Tag(role, Where("x.yaml", line, 3, _SOURCE))


@dataclass
class Text:
    """A piece of a paragraph: lines a grid line apart from the baseline ``y`` down.

    Attributes:
        lines: What each says; a soft hyphen at its end is drawn as a hyphen.
        tag: Its logical node; two pieces of one paragraph share it.
        y: Its first baseline, in its region.
        stretch: What each word space of a line is wider than the font's, in shares of it.
        pitch: The distance of its lines.
        tracking: How much further apart its letters stand.
    """

    lines: Sequence[str]
    tag: Tag = field(default_factory=tag)
    y: Pt = 10.0
    x: Pt = 0.0
    size: Pt = 9.6
    stretch: Sequence[float] = ()
    pitch: Pt = GRID
    width: Pt = COLUMN
    divided: bool = False
    tracking: Pt = 0.0


def frame(text: Text) -> Frame:
    """The frame of ``text``."""
    voice = styles().type("text").voices[0]
    items: list[Placed] = []
    for n, line in enumerate(text.lines):
        runs = []
        words = line.split(" ")
        for k, word in enumerate(words):
            divided = word.endswith(SOFT_HYPHEN)
            runs += [run for part in voice.word(word.rstrip(SOFT_HYPHEN)) for run in part.runs]
            runs += [voice.hyphen] if divided else []
            runs += [voice.space] if k < len(words) - 1 else []
        share = text.stretch[n] if n < len(text.stretch) else 0.0
        extra = share * voice.space.width * text.size / 1000
        width = sum(run.width for run in runs) * text.size / 1000 + extra * line.count(" ")
        made = Words(tuple(runs), text.size, styles().ink("black"), width, extra, text.tracking, divided=text.divided)
        items.append((0.0, n * text.pitch, made))
    return Frame(text.width, len(text.lines) * text.pitch, tuple(items), text.tag)


def column(*texts: Text, x: Pt = 50.0, y: Pt = 100.0, name: str = "main", width: Pt = COLUMN) -> Region:
    """A region with ``texts``."""
    items: tuple[Placed, ...] = tuple((text.x, text.y, frame(text)) for text in texts)
    root = Frame(width, 600.0, items, Tag(""))
    return Region(name, Rect(x, y, width, 600.0), root)


def document(*pages: Sequence[Region], language: str = "en") -> Document:
    """A document of ``pages``, each some regions."""
    return Document(595.0, 842.0, 8.5, GRID, tuple(Page(tuple(page)) for page in pages), (), "T", language)

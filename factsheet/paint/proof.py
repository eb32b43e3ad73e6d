"""What a proof shows besides the page: its boxes, the lines of the spec in the margin, a mark across it, and notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from factsheet.design.inks import Ink
from factsheet.document import Document, Path, Segment, Words, walk
from factsheet.engine import Engine
from factsheet.findings import Finding
from factsheet.paint.marks import MARGIN, Placed, words
from factsheet.units import Pt, Rect, mm

TRIM = Ink("trim", (0, 1, 1, 0), (0.85, 0.1, 0.1))
BLEED = Ink("bleed", (1, 0.5, 0, 0), (0.1, 0.35, 0.85))
SAFE = Ink("safe", (1, 0, 1, 0), (0.0, 0.55, 0.25))
SAID = Ink("line", (0, 0, 0, 0.7), (0.3, 0.3, 0.35))
"""The colours of what is drawn on a proof: they are seen on screen alone."""

SAFETY = mm(3)
"""How far text stays inside the trim."""

_WATERMARK, _ANGLE, _OPACITY = "DRAFT", 54.0, 0.06
_FACE = "noto-sans/NotoSans-Bold.ttf"
_SIZE: Pt = 6.5
_APART: Pt = 7.0
"""The least distance of two line numbers."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark at its place on a page."""

    finding: Finding
    place: Rect


class Proof:
    """What stands on and around the pages of one document when it is proofed."""

    def __init__(self, document: Document, remarks: Sequence[Finding], engine: Engine) -> None:
        """The proof of ``document``, with ``remarks`` as notes."""
        self.document, self.engine = document, engine
        self.lines = [_lines(document, number) for number in range(len(document.pages))]
        self._notes = _noted(remarks, self.lines)

    def over(self, number: int) -> list[Placed]:
        """The boxes of page ``number``, with what they are, and the line of the spec beside each block."""
        document = self.document
        page = Rect(0.0, 0.0, document.width, document.height)
        boxes = [
            _box(page.grown(document.bleed), BLEED, ()),
            _box(page, TRIM, ()),
            _box(page.grown(-SAFETY), SAFE, (3.0, 2.0)),
        ]
        return [*boxes, *self._legend(), *self._numbers(number)]

    def notes(self, number: int) -> list[Note]:
        """The remarks on page ``number``."""
        return self._notes.get(number, [])

    def watermark(self) -> tuple[Path, float]:
        """The word across the page, and how much of it is seen."""
        face = self.engine.face(_FACE)
        segments: list[Segment] = []
        x = 0.0
        for letter in _WATERMARK:
            glyph = face.glyph(letter)
            segments += [
                (op, tuple(v + x if n % 2 == 0 else v for n, v in enumerate(p))) for op, p in face.outline(glyph)
            ]
            x += face.advance(glyph)
        wide, high = x, face.cap_height
        size = (
            0.78 * min(self.document.width / cos(radians(_ANGLE)), self.document.height / sin(radians(_ANGLE))) / wide
        )
        c, s = cos(radians(_ANGLE)), sin(radians(_ANGLE))

        def placed(px: float, py: float) -> tuple[Pt, Pt]:
            dx, dy = (px - wide / 2) * size, (py - high / 2) * size
            return self.document.width / 2 + dx * c - dy * s, self.document.height / 2 - (dx * s + dy * c)

        turned = [(op, tuple(v for n in range(0, len(p), 2) for v in placed(p[n], p[n + 1]))) for op, p in segments]
        return Path(tuple(turned), fill=TRIM), _OPACITY

    def _legend(self) -> Iterator[Placed]:
        """What the lines around the page mean, above it."""
        document = self.document
        y = -document.bleed - MARGIN / 2
        mm_ = 25.4 / 72
        texts = [
            (f"{_WATERMARK}: a proof to read, not a file to print", TRIM),
            (f"trim {document.width * mm_:.0f} × {document.height * mm_:.0f} mm", TRIM),
            (f"bleed {document.bleed * mm_:.0f} mm", BLEED),
            (f"text stays {SAFETY * mm_:.0f} mm inside", SAFE),
        ]
        x = mm(3)
        for text, ink in texts:
            said = words(text, self.engine, ink)
            yield x, y, said
            x += said.width + mm(5)

    def _numbers(self, number: int) -> Iterator[Placed]:
        """The number of its line beside each block: in the margin that is nearer to it."""
        document = self.document
        below = {True: -1e9, False: -1e9}
        for line, place in self.lines[number - 1]:
            at_left = place.x + place.width / 2 < document.width / 2
            y = max(place.y + place.height, below[at_left] + _APART)
            below[at_left] = y
            said = words(str(line), self.engine, SAID, _SIZE)
            off = document.bleed + 3.0
            yield (-off - said.width if at_left else document.width + off), y, said


def _box(rect: Rect, ink: Ink, dashes: tuple[Pt, ...]) -> Placed:
    corners: tuple[Segment, ...] = (
        ("M", (0.0, 0.0)), ("L", (rect.width, 0.0)), ("L", (rect.width, rect.height)), ("L", (0.0, rect.height)),
        ("Z", ()),
    )  # fmt: skip
    return rect.x, rect.y, Path(corners, stroke=ink, line_width=0.5, dashes=dashes)


def _lines(document: Document, number: int) -> list[tuple[int, Rect]]:
    """The lines of the spec that have something on a page, each with the place of its first words, downwards."""
    found: dict[int, Rect] = {}
    for region in document.pages[number].regions:
        for dx, dy, item, path in walk(region.frame):
            where = next((tag.where for tag in reversed(path) if tag.where.line), None)
            if where is None or any(tag.role == "Artifact" for tag in path):
                continue
            x, y = region.rect.x + dx, region.rect.y + dy
            size = item.size * 0.7 if isinstance(item, Words) else 0.0
            found.setdefault(where.line, Rect(x, y - size, getattr(item, "width", 0.0), size))
    return sorted(found.items(), key=lambda pair: (pair[1].bottom, pair[0]))


def _noted(remarks: Sequence[Finding], lines: Sequence[list[tuple[int, Rect]]]) -> dict[int, list[Note]]:
    """Each remark at the block of its line, or at the nearest one above it; those on the whole at the first head."""
    places = {line: (number, place) for number in range(len(lines), 0, -1) for line, place in lines[number - 1]}
    found: dict[int, list[Note]] = {}
    for finding in remarks:
        line = max((known for known in places if known <= finding.where.line), default=0)
        number, place = places.get(line, (1, Rect(0.0, mm(6), 0.0, 0.0)))
        found.setdefault(number, []).append(Note(finding, place))
    return found

"""The card: what is shown where a factsheet is linked, 1200 × 630 pixels of label, title and picture.

It is a small document, painted as a PDF and rasterised like any other page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from factsheet.design.theme import Theme
from factsheet.document import Area, Document, Frame, Item, Page, Path, Picture, Placed, Region, Words, walk
from factsheet.edition import Edition
from factsheet.engine import Engine
from factsheet.findings import NOWHERE
from factsheet.paint.painter import paint
from factsheet.paint.tree import Node, tree
from factsheet.raster import page_image, png
from factsheet.text.markup import Span
from factsheet.text.styles import Styles
from factsheet.units import Pt, Rect, mm

WIDTH, HEIGHT = 1200, 630
"""Pixels, as social media ask for."""

_WIDE: Pt = 600.0
_HIGH: Pt = 315.0
_MARGIN: Pt = 40.0
_PPI = WIDTH / _WIDE * 72
_PICTURE = 0.4
"""The part of the card that a picture takes."""

_BESIDE_ART = 0.56
"""The measure of a title beside a drawing, in shares of the card."""

_SIZES = (58.0, 54.0, 50.0, 46.0, 42.0, 38.0, 34.0, 31.0, 28.0, 25.0, 22.0, 20.0, 18.0, 16.0, 14.0)
_LEAST_TITLE = 25.0
"""The least size of a title for the sake of a subtitle."""

_LEADING, _SUBTITLE_LEADING = 1.13, 1.32
_LABEL: Pt = 10.5
_SUBTITLE: Pt = 16.0
_ADDRESS: Pt = 11.5
_UNDER_BAR: Pt = 22.0
_UNDER_LABEL: Pt = 14.0
_UNDER_TITLE: Pt = 12.0
_FOOT: Pt = 24.0
"""What stays free between the words and the address."""

_DRAWING = 3
"""A ground with more shapes than that is a drawing."""


def card(document: Document, theme: Theme, engine: Engine) -> bytes:
    """The card of ``document`` as PNG: the same bytes for the same document, always."""
    page = _Card(document, theme, engine).page()
    frame = Frame(_WIDE, _HIGH, tuple(page))
    region = Region("card", Rect(0.0, 0.0, _WIDE, _HIGH), frame)
    made = Document(
        width=_WIDE, height=_HIGH, bleed=0.0, grid=12.0, pages=(Page((region,)),), roots=(), title=document.title,
        language=document.language, date=document.date,
    )  # fmt: skip
    data = paint(made, Edition("card", colours="rgb", resolution=round(_PPI)), engine)
    return png(page_image(data, 1, _PPI))


def alt(document: Document) -> str:
    """What the card of ``document`` says."""
    label, _ = _said(tree(document))
    return f"{label}: {document.title}" if label else document.title


def _said(roots: Sequence[Node]) -> tuple[str, str]:
    """The label over the title, and the address at the end."""
    before = takewhile(lambda node: node.role != "H1", roots[0].nodes)
    label = next((node.text() for node in before if node.role == "P"), "")
    address = next((link.text() for link in roots[-1].every("Link")), "")
    return label, address


@dataclass(frozen=True, slots=True)
class _Card:
    """What stands on the card, and where."""

    document: Document
    theme: Theme
    engine: Engine

    def page(self) -> Iterator[Placed]:
        """Ground, picture or drawing, bar, and words."""
        look = self.theme.masthead
        ground = self.theme.palette[look.ground or look.second]
        yield 0.0, 0.0, Area(_WIDE, _HIGH, ground)
        cover, art = list(self._cover()), list(self._art())
        yield from cover or art
        share = 1 - _PICTURE if cover else _BESIDE_ART if art else 1.0
        measure = share * _WIDE - _MARGIN - (0.5 * _MARGIN if cover or art else _MARGIN)
        yield from self._words(measure)

    def _cover(self) -> Iterator[Placed]:
        """The picture of the masthead, at the right."""
        for region in self.document.pages[0].regions:
            if region.name != "cover":
                continue
            for _, _, item, _ in walk(region.frame):
                if isinstance(item, Picture):
                    width = _PICTURE * _WIDE
                    yield _WIDE - width, 0.0, _cropped(item, width, _HIGH)
                    return

    def _art(self) -> Iterator[Placed]:
        """The drawing of the masthead, as high as the card."""
        for region in self.document.pages[0].regions:
            parts = [(x, y, item) for x, y, item, _ in walk(region.frame)]
            if region.name == "ground" and region.rect.y <= 0 and len(parts) > _DRAWING:
                factor = _HIGH / region.frame.height
                left = _WIDE - factor * region.frame.width
                items = tuple((left + factor * x, factor * y, _scaled(item, factor)) for x, y, item in parts[1:])
                yield 0.0, 0.0, Frame(_WIDE, _HIGH, items, clip=True)
                return

    def _words(self, measure: Pt) -> Iterator[Placed]:
        """Label, title and subtitle from the top; the address at the foot."""
        label, address = _said(tree(self.document))
        subtitle = self.document.subject
        theme = self.theme
        y = _MARGIN
        if theme.masthead.bar is not None:
            width = mm(theme.masthead.bar.width_mm) or measure
            height = max(mm(theme.masthead.bar.height_mm), 3.0)
            yield _MARGIN, y, Area(width, height, theme.palette[theme.masthead.accent])
            y += height + _UNDER_BAR
        if label:
            lines = self._set(label, "label", _LABEL, measure)[:2]
            y += _LABEL * 0.72
            yield from _placed(lines, y, 1.4 * _LABEL)
            y += _UNDER_LABEL + 1.4 * _LABEL * (len(lines) - 1)
        closing = self._set(address, "subtitle", _ADDRESS, measure) if address else []
        foot = _HIGH - _MARGIN - (_ADDRESS + _FOOT if len(closing) == 1 else 0.0)
        below = self._set(subtitle, "subtitle", _SUBTITLE, measure) if subtitle else []
        high = len(below) * _SUBTITLE_LEADING * _SUBTITLE
        size, lines = self._title(measure, foot - y - high - _UNDER_TITLE)
        if size < _LEAST_TITLE:
            below = []
            size, lines = self._title(measure, foot - y)
        y += 0.78 * size
        yield from _placed(lines, y, _LEADING * size)
        y += (len(lines) - 1) * _LEADING * size + 0.26 * size + _UNDER_TITLE + 0.8 * _SUBTITLE
        yield from _placed(below, y, _SUBTITLE_LEADING * _SUBTITLE)
        if len(closing) == 1:
            yield from _placed(closing, _HIGH - _MARGIN, 0.0)

    def _title(self, measure: Pt, room: Pt) -> tuple[Pt, list[list[Placed]]]:
        """The title as large as it goes into the room, without a word torn."""
        title = " ".join(self.document.title.split())
        for size in _SIZES:
            lines = self._set(title, "title", size, measure)
            torn = any(isinstance(item, Words) and item.divided for line in lines for _, _, item in line)
            hyphened = any(isinstance(line[-1][2], Words) and line[-1][2].text.endswith("\u00ad") for line in lines)
            if not torn and not hyphened and len(lines) * _LEADING * size <= room:
                return size, lines
        most = max(int(room / (_LEADING * size)), 1)
        return size, lines[:most]

    def _set(self, text: str, style: str, size: Pt, measure: Pt) -> list[list[Placed]]:
        """The lines of ``text``, each on a baseline of 0."""
        styles = Styles(self.theme, self.document.language, self.engine, self.theme.fit[self.theme.usual])
        kind = replace(styles.type(style, size=size), align="left")
        paragraph = styles.paragraph(text, style, NOWHERE, lambda: (Span(text),))
        lines = paragraph.lines(measure * 1000 / size)
        return [[(x, 0.0, words) for x, words in paragraph.set(line, kind, measure)] for line in lines]


def _placed(lines: Sequence[Sequence[Placed]], y: Pt, leading: Pt) -> Iterator[Placed]:
    """``lines`` at the margin, the baseline of the first at ``y``."""
    for n, line in enumerate(lines):
        for x, _, item in line:
            yield _MARGIN + x, y + n * leading, item


def _cropped(item: Picture, width: Pt, height: Pt) -> Picture:
    """The largest part of the picture of ``item`` in the shape of ``width`` by ``height``, about what it shows."""
    left, top, right, bottom = item.crop
    shape = width / height * item.bitmap.height / item.bitmap.width
    wide, high = min(1.0, shape), min(1.0, 1 / shape)
    x = min(max((left + right - wide) / 2, 0.0), 1 - wide)
    y = min(max((top + bottom - high) / 2, 0.0), 1 - high)
    return Picture(item.bitmap, width, height, (x, y, x + wide, y + high))


def _scaled(item: Item, factor: float) -> Item:
    """A shape ``factor`` times as large."""
    match item:
        case Path():
            segments = tuple((kind, tuple(factor * value for value in values)) for kind, values in item.segments)
            dashes = tuple(factor * dash for dash in item.dashes)
            return replace(item, segments=segments, line_width=factor * item.line_width, dashes=dashes)
        case Area():
            return replace(item, width=factor * item.width, height=factor * item.height)
        case _:
            return item

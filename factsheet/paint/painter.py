"""A document in one edition, as the bytes of a PDF. Every item is either real content or an artefact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import assert_never

from factsheet.design.bitmap import Pixels
from factsheet.design.inks import Ink
from factsheet.design.press import Condition, Press, condition
from factsheet.document import Area, Document, Frame, Item, Page, Path, Picture, Shaped, Tag, Words, walk
from factsheet.edition import Edition
from factsheet.engine import Engine
from factsheet.findings import Finding
from factsheet.paint import pdfua, pdfx
from factsheet.paint.flatten import Drawn, opaque
from factsheet.paint.marks import MARGIN, Marks, Placed
from factsheet.paint.proof import Proof
from factsheet.pdf import xmp
from factsheet.pdf.canvas import Boxes, PdfCanvas
from factsheet.pdf.cidfont import fonts_of
from factsheet.pdf.plates import Colour, Tint
from factsheet.pdf.structure import Structure
from factsheet.pdf.syntax import Raw, Stream
from factsheet.units import EPSILON, Pt, Rect, mm

TOOL = "factsheet"
_DESCENT = 0.25
"""How far a link reaches under the baseline, in shares of the type size."""


_OVER: Pt = 6.0
"""How far above a heading or block the page begins that a bookmark or link leads to."""

_DARK = 0.6
"""The share of black from which text in black alone is printed over its ground: no dark ground lies there."""

_SIGNAL = {"error": (0.85, 0.1, 0.1), "warning": (1.0, 0.7, 0.0), "note": (0.35, 0.6, 0.95)}
"""The colour of a note on a proof."""

_THIN: Pt = 2.0
"""What is thinner than that counts as a line (GWG 2022, R0010)."""


def paint(
    document: Document,
    edition: Edition,
    engine: Engine,
    press: Press | None = None,
    remarks: Sequence[Finding] = (),
    *,
    job: Document | None = None,
) -> bytes:
    """The file of ``document`` in ``edition``: the same bytes for the same document, always.

    Without ``press`` it is prepared for the printing condition of the house. ``remarks`` are what a proof shows. Marks
    name the plates of ``job``, where that is another document.
    """
    press = press or engine.once("house", lambda: Press(condition(), bleed=document.bleed))
    return _Painter(document, edition, engine, press, remarks, job or document).paint()


def _thickness(path: Path) -> Pt:
    """The lesser side of the rectangle around ``path``."""
    across = [value for _, values in path.segments for value in values[::2]]
    down = [value for _, values in path.segments for value in values[1::2]]
    return min(max(across) - min(across), max(down) - min(down)) if across else 0.0


def printed(item: Picture, edition: Edition, engine: Engine, condition: Condition) -> Pixels:
    """The pixels of ``item`` as they are written in ``edition``."""
    most = (ceil(item.width / 72 * edition.resolution), ceil(item.height / 72 * edition.resolution))
    return engine.pixels(item.bitmap, edition.colours, item.crop, most, condition)


@dataclass(frozen=True, slots=True)
class _Linked:
    """The words of one line that belong to one link: their tag, place, baseline, and path of tags."""

    tag: Tag
    rect: Rect
    baseline: Pt
    path: tuple[Tag, ...]

    def goes_on(self, item: Words, y: Pt) -> bool:
        """Whether ``item`` on the baseline ``y`` is more of it."""
        return item.tag is self.tag and abs(y - self.baseline) < EPSILON

    def with_(self, rect: Rect) -> "_Linked":
        """The same link, which reaches over ``rect``, too."""
        return replace(self, rect=replace(self.rect, width=rect.right - self.rect.x))


class _Painter:
    def __init__(
        self,
        document: Document,
        edition: Edition,
        engine: Engine,
        press: Press,
        remarks: Sequence[Finding],
        job: Document,
    ) -> None:
        self.document, self.edition, self.engine, self.press = document, edition, engine, press
        self.proof = Proof(document, remarks, engine) if edition.proof else None
        wanted = replace(press, marks=("crop", "slug")) if edition.proof else press
        self.marks = Marks(document, wanted, engine, job) if edition.marks else None
        self.canvas = PdfCanvas(
            version=edition.version,
            language=document.language,
            packed=not edition.standard,
            information=self._information(),
            identity=pdfx.identity(document, edition),
        )
        self.structure = Structure(document.roots) if edition.interactive else None
        self.open: tuple[Tag, ...] | None = None
        self.bookmarked: dict[Tag, str] = {}
        self.anchored: set[str] = set()
        self.linked: _Linked | None = None
        self.drawn: list[Drawn] = []
        self.clips: list[Rect] = []

    def paint(self) -> bytes:
        document, canvas = self.document, self.canvas
        canvas.use(fonts_of(self._runs(), self.engine))
        for page in document.pages:
            self._page(page)
        if self.structure is not None:
            self._bookmarks(self.structure)
            self.structure.write(canvas.document, canvas.page_objects)
        catalog = canvas.document.Catalog
        catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
        catalog.Metadata = self._metadata()
        if self.edition.standard:
            pdfx.intend(canvas, self.press.condition, self.engine)
        if self.edition.interactive:
            pdfua.intend(canvas, self.engine)
        return canvas.finish()

    def _runs(self) -> Iterator[Shaped]:
        for page in self.document.pages:
            for region in page.regions:
                for _, _, item, _ in walk(region.frame):
                    if isinstance(item, Words):
                        yield from item.runs
        for number in range(len(self.document.pages) if self.marks is not None else 0):
            for _, _, item in self._around(number + 1):
                if isinstance(item, Words):
                    yield from item.runs

    def _around(self, number: int) -> list[Placed]:
        """What stands on and around page ``number`` that is not of it."""
        proofed = self.proof.over(number) if self.proof is not None else []
        return [*proofed, *(self.marks.around(number) if self.marks is not None else [])]

    def _page(self, page: Page) -> None:
        document, edition = self.document, self.edition
        margin = MARGIN + document.bleed if edition.marks else 0.0
        width, height = document.width, document.height
        trim = Rect(margin, margin, width, height)
        media = Rect(0.0, 0.0, width + 2 * margin, height + 2 * margin)
        self.canvas.begin_page(Boxes(media, trim, trim.grown(document.bleed) if edition.marks else trim))
        if self.structure is not None:
            self.structure.begin_page()
            self.canvas.struct_parents(len(self.canvas.page_objects))
        number = len(self.canvas.page_objects) + 1
        self.drawn.clear()
        if edition.margin_mm:
            self.canvas.shrink(mm(edition.margin_mm))
        for region in page.regions:
            self._frame(region.frame, region.rect.x, region.rect.y, ())
        if edition.margin_mm:
            self.canvas.unclip()
        if self.proof is not None:
            self._annotate(self.proof, number)
        for x, y, item in self._around(number):
            self._item(x, y, item, ())
        self._link_words()
        self._close()
        self.canvas.end_page()

    def _annotate(self, proof: Proof, number: int) -> None:
        """Lay the mark of a proof over page ``number``, and pin the notes to it."""
        mark, opacity = proof.watermark()
        assert mark.fill is not None
        self.canvas.path(0.0, 0.0, mark.segments, fill=self._colour(mark.fill), stroke=None, width=0.0, opacity=opacity)
        for note in proof.notes(number):
            finding = note.finding
            said = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
            line = f", line {finding.where.line}" if finding.where.line else ""
            self.canvas.note(note.place, f"{finding.severity}: {finding.rule}{line}", said, _SIGNAL[finding.severity])

    def _frame(self, frame: Frame, x: Pt, y: Pt, path: tuple[Tag, ...]) -> None:
        if frame.tag is not None:
            path = (*path, frame.tag)
            if self.edition.interactive:
                self._anchor(frame.tag, y)
                if frame.tag.level and frame.tag not in self.bookmarked:
                    self.bookmarked[frame.tag] = f"h{len(self.bookmarked)}"
                    self.canvas.place(self.bookmarked[frame.tag], y - _OVER)
            if frame.tag.role == "Figure" and self.structure is not None:
                self.structure.place(path, self.canvas.on_sheet(self._seen(Rect(x, y, frame.width, frame.height))))
        if not frame.items and frame.tag is not None and frame.tag.role == "TD" and self.structure is not None:
            self.structure.element(path)  # an empty cell is a cell: all rows of a table have as many
        if frame.clip:
            self._close()
            self._open(path)
            self.canvas.clip(x, y, frame.width, frame.height)
            self.clips.append(Rect(x, y, frame.width, frame.height))
        for dx, dy, item in frame.items:
            if isinstance(item, Frame):
                self._frame(item, x + dx, y + dy, path)
            else:
                self._item(x + dx, y + dy, item, path)
        if frame.clip:
            self.canvas.unclip()
            self.clips.pop()
            self._close()
        if frame.tag is not None and frame.tag.href:
            self._link(Rect(x, y, frame.width, frame.height), frame.tag, frame.tag.title, path)

    def _seen(self, rect: Rect) -> Rect:
        """The part of ``rect`` that is on the trimmed page."""
        left, top = max(rect.x, 0.0), max(rect.y, 0.0)
        right, bottom = min(rect.right, self.document.width), min(rect.bottom, self.document.height)
        return Rect(left, top, right - left, bottom - top)

    def _item(self, x: Pt, y: Pt, item: Item, path: tuple[Tag, ...]) -> None:
        if isinstance(item, Words) and item.tag is not None:
            path = (*path, item.tag)
        if not (isinstance(item, Words) and self.linked and self.linked.goes_on(item, y)):
            self._link_words()
        if isinstance(item, Words) and item.tag is not None and item.tag.href:
            rect = Rect(x, y - item.size, item.width, item.size * (1 + _DESCENT))
            self.linked = self.linked.with_(rect) if self.linked else _Linked(item.tag, rect, y, path)
        if isinstance(item, Words) and item.language:
            path = (*path, Tag("Span", language=item.language))
        self._open(path)
        canvas = self.canvas
        match item:
            case Words():
                canvas.words(x, y - item.rise, item.runs, item.size, self._colour(item.ink), stretch=item.stretch,
                             tracking=item.tracking, overprint=self._over(item.ink, _DARK))  # fmt: skip
            case Area():
                over = min(item.width, item.height) < _THIN and self._over(item.ink)
                canvas.area(x, y, item.width, item.height, self._colour(item.ink), overprint=over)
            case Path():
                thin = item.stroke is None or item.line_width < _THIN
                inks = {ink for ink in (item.fill, item.stroke) if ink is not None}
                over = thin and all(map(self._over, inks)) and (item.fill is None or _thickness(item) < _THIN)
                canvas.path(
                    x, y, item.segments, width=item.line_width,
                    fill=self._colour(item.fill) if item.fill else None,
                    stroke=self._colour(item.stroke) if item.stroke else None,
                    even_odd=item.even_odd, dashes=item.dashes, rounded=item.rounded,
                    overprint=over,
                )  # fmt: skip
            case Picture():
                self._picture(x, y, item)
            case _:
                assert_never(item)
        if not isinstance(item, Words):
            self.drawn.append(Drawn(x, y, item, self.clips[-1] if self.clips else None))

    def _picture(self, x: Pt, y: Pt, item: Picture) -> None:
        pixels = self._printed(item)
        if pixels.alpha is not None and self.edition.standard == "PDF/X-1a:2003":
            pixels = opaque(pixels, Rect(x, y, item.width, item.height), self.drawn, self._printed)
        blending = "DeviceCMYK" if self.edition.colours == "cmyk" else "DeviceRGB"
        self.canvas.picture(x, y, item.width, item.height, pixels, blending=blending, oval=item.oval)

    def _printed(self, item: Picture) -> Pixels:
        return printed(item, self.edition, self.engine, self.press.condition)

    def _link_words(self) -> None:
        """Make a link of the words of one line that belong to one."""
        if self.linked is not None:
            self._link(self.linked.rect, self.linked.tag, self.linked.tag.title, self.linked.path)
            self.linked = None

    def _link(self, rect: Rect, tag: Tag, contents: str, path: tuple[Tag, ...]) -> None:
        """A link over ``rect``, where there is something to click."""
        if self.structure is not None:
            number = self.canvas.link(rect, tag.href, contents, self.structure.next_link())
            self.structure.link(path, number)

    def _anchor(self, tag: Tag, y: Pt) -> None:
        """The first of a block on the pages is where a link to it leads."""
        name = self.document.anchors.get((tag.where.line, tag.where.column))
        if name is not None and name not in self.anchored:
            self.anchored.add(name)
            self.canvas.destination(name, y - _OVER)

    def _bookmarks(self, structure: Structure) -> None:
        """A bookmark for each heading, in reading order, those of the sidebar below its own.

        One that skips a level stands below the one before it.
        """
        depth = 0
        for tag, root in structure.reading():
            if tag in self.bookmarked:
                level = max(tag.level, 2) if root.level and tag is not root else tag.level
                depth = min(level, depth + 1)
                self.canvas.bookmark(self.bookmarked[tag], tag.title, depth - 1)

    def _open(self, path: tuple[Tag, ...]) -> None:
        """Be inside the marked content of ``path`` (ISO 14289-1, 7.1: nothing is neither content nor artefact)."""
        if self.structure is None or path == self.open:
            return
        self._close()
        artifact = next((tag for tag in path if tag.role == "Artifact"), None)
        if artifact is not None or not path:
            self.canvas.begin_artifact(artifact.kind if artifact else "Layout")
        else:
            self.canvas.begin_content(path[-1].role, self.structure.mark(path))
        self.open = path

    def _close(self) -> None:
        if self.open is not None:
            self.canvas.end_content()
            self.open = None

    def _colour(self, ink: Ink) -> Colour:
        if self.edition.colours == "rgb":
            return ink.rgb
        return ink.cmyk if ink.spot is None else Tint(ink.spot.name, ink.tint, ink.spot.cmyk)

    def _over(self, ink: Ink, least: float = 1.0) -> bool:
        """Whether ``ink`` is printed over its ground: black alone, ``least`` or more (GWG 2022, R0009 and R0010)."""
        return self.edition.colours == "cmyk" and ink.spot is None and not any(ink.cmyk[:3]) and ink.cmyk[3] >= least

    def _information(self) -> dict[str, str | bytes]:
        document = self.document
        date = "D:" + document.date.replace("-", "") + "000000Z"
        said: dict[str, str | bytes] = {
            "Title": document.title, "Author": document.author, "Subject": document.subject,
            "Creator": TOOL, "Producer": TOOL, "CreationDate": date, "ModDate": date,
        }  # fmt: skip
        return said | pdfx.information(self.edition) if self.edition.standard else said

    def _metadata(self) -> Stream:
        """The XMP packet, uncompressed, so that programs that do not know PDF find it."""
        document, edition = self.document, self.edition
        further = pdfx.properties(document, edition, self.canvas.digest) if edition.standard else {}
        data = xmp.packet(
            title=document.title,
            author=document.author,
            subject=document.subject,
            language=document.language,
            date=f"{document.date}T00:00:00Z",
            tool=TOOL,
            further=further | (pdfua.PROPERTIES if edition.interactive else {}),
            extension=pdfua.EXTENSION if edition.interactive else "",
        )
        return Stream(data, b"/Type/Metadata/Subtype/XML")

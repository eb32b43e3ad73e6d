"""A document in one edition, as the bytes of a PDF. Every item is either real content or an artefact."""

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from factsheet.design.inks import Ink
from factsheet.document import Area, Document, Frame, Item, Page, Path, Picture, Shaped, Tag, Words, walk
from factsheet.edition import Edition
from factsheet.engine import Engine
from factsheet.paint import marks
from factsheet.pdf import xmp
from factsheet.pdf.canvas import Boxes, Colour, PdfCanvas
from factsheet.pdf.cidfont import fonts_of
from factsheet.pdf.structure import Structure
from factsheet.pdf.syntax import Raw, Stream
from factsheet.units import Pt, Rect

TOOL = "factsheet"
_DESCENT = 0.25
"""How far a link reaches under the baseline, in shares of the type size."""


_RESOLUTION = {"cmyk": 450, "rgb": 200}
"""The most pixels on an inch of a picture: what a press can show, and what a screen can."""


def paint(document: Document, edition: Edition, engine: Engine) -> bytes:
    """The file of ``document`` in ``edition``: the same bytes for the same document, always."""
    return _Painter(document, edition, engine).paint()


class _Painter:
    def __init__(self, document: Document, edition: Edition, engine: Engine) -> None:
        self.document, self.edition, self.engine = document, edition, engine
        self.canvas = PdfCanvas(
            version=(1, 7) if edition.interactive else (1, 6),
            language=document.language,
            packed=edition.interactive,
            information=self._information(),
        )
        self.structure = Structure(document.roots) if edition.interactive else None
        self.open: tuple[Tag, ...] | None = None
        self.bookmarked: set[Tag] = set()
        self.depth = 0

    def paint(self) -> bytes:
        document, canvas = self.document, self.canvas
        canvas.use(fonts_of(self._runs(), self.engine))
        for page in document.pages:
            self._page(page)
        if self.structure is not None:
            self.structure.write(canvas.document, canvas.page_objects)
        catalog = canvas.document.Catalog
        catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
        catalog.Metadata = _metadata(document)
        return canvas.finish()

    def _runs(self) -> Iterator[Shaped]:
        for page in self.document.pages:
            for region in page.regions:
                for _, _, item, _ in walk(region.frame):
                    if isinstance(item, Words):
                        yield from item.runs

    def _page(self, page: Page) -> None:
        document, edition = self.document, self.edition
        margin = marks.MARGIN + document.bleed if edition.marks else 0.0
        width, height = document.width, document.height
        trim = Rect(margin, margin, width, height)
        media = Rect(0.0, 0.0, width + 2 * margin, height + 2 * margin)
        self.canvas.begin_page(Boxes(media, trim, trim.grown(document.bleed) if edition.marks else trim))
        if self.structure is not None:
            self.structure.begin_page()
            self.canvas.struct_parents(len(self.canvas.page_objects))
        for region in page.regions:
            self._frame(region.frame, region.rect.x, region.rect.y, ())
        if edition.marks:
            for x, y, item in marks.crop(document):
                self._item(x, y, item, ())
        self._close()
        self.canvas.end_page()

    def _frame(self, frame: Frame, x: Pt, y: Pt, path: tuple[Tag, ...]) -> None:
        if frame.tag is not None:
            path = (*path, frame.tag)
            if frame.tag.level and self.edition.interactive:
                self._bookmark(frame.tag, y)
            if frame.tag.role == "Figure" and self.structure is not None:
                self.structure.place(path, self.canvas.on_sheet(self._seen(Rect(x, y, frame.width, frame.height))))
        if not frame.items and frame.tag is not None and frame.tag.role == "TD" and self.structure is not None:
            self.structure.element(path)  # an empty cell is a cell: all rows of a table have as many
        if frame.clip:
            self._close()
            self._open(path)
            self.canvas.clip(x, y, frame.width, frame.height)
        for dx, dy, item in frame.items:
            if isinstance(item, Frame):
                self._frame(item, x + dx, y + dy, path)
            else:
                self._item(x + dx, y + dy, item, path)
        if frame.clip:
            self.canvas.unclip()
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
        self._open(path)
        canvas = self.canvas
        match item:
            case Words():
                canvas.words(x, y - item.rise, item.runs, item.size, self._colour(item.ink),
                             stretch=item.stretch, tracking=item.tracking)  # fmt: skip
                if item.tag is not None and item.tag.href:
                    rect = Rect(x, y - item.size, item.width, item.size * (1 + _DESCENT))
                    self._link(rect, item.tag, item.text.strip(), path)
            case Area():
                canvas.area(x, y, item.width, item.height, self._colour(item.ink))
            case Path():
                canvas.path(
                    x, y, item.segments, width=item.line_width,
                    fill=self._colour(item.fill) if item.fill else None,
                    stroke=self._colour(item.stroke) if item.stroke else None,
                    even_odd=item.even_odd, dashes=item.dashes, rounded=item.rounded,
                )  # fmt: skip
            case Picture():
                self._picture(x, y, item)
            case _:
                assert_never(item)

    def _picture(self, x: Pt, y: Pt, item: Picture) -> None:
        colours = self.edition.colours
        most = (ceil(item.width / 72 * _RESOLUTION[colours]), ceil(item.height / 72 * _RESOLUTION[colours]))
        pixels = self.engine.pixels(item.bitmap, colours, item.crop, most)
        blending = "DeviceCMYK" if colours == "cmyk" else "DeviceRGB"
        self.canvas.picture(x, y, item.width, item.height, pixels, blending=blending, oval=item.oval)

    def _link(self, rect: Rect, tag: Tag, contents: str, path: tuple[Tag, ...]) -> None:
        """A link over ``rect``, where there is something to click."""
        if self.structure is not None:
            number = self.canvas.link(rect, tag.href, contents, self.structure.next_link())
            self.structure.link(path, number)

    def _bookmark(self, tag: Tag, y: Pt) -> None:
        if tag in self.bookmarked:
            return
        level = min(tag.level - 1, self.depth)
        self.canvas.bookmark(f"h{len(self.bookmarked)}", tag.title, level, y - 6.0)
        self.bookmarked.add(tag)
        self.depth = level + 1

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
        return ink.cmyk if self.edition.colours == "cmyk" else ink.rgb

    def _information(self) -> dict[str, str]:
        document = self.document
        date = "D:" + document.date.replace("-", "") + "000000Z"
        return {
            "Title": document.title, "Author": document.author, "Creator": TOOL, "Producer": TOOL,
            "CreationDate": date, "ModDate": date,
        }  # fmt: skip


def _metadata(document: Document) -> Stream:
    """The XMP packet, uncompressed, so that programs that do not know PDF find it."""
    data = xmp.packet(
        title=document.title,
        author=document.author,
        language=document.language,
        date=f"{document.date}T00:00:00Z",
        tool=TOOL,
    )
    return Stream(data, b"/Type/Metadata/Subtype/XML")

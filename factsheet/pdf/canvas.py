"""ReportLab's canvas with our pages: page boxes, marked content, runs of shaped glyphs.

It alone knows that PDF counts upwards.
"""

import hashlib
import io
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from factsheet.design.bitmap import Pixels
from factsheet.design.fonts import Face
from factsheet.document import Segment, Shaped
from factsheet.pdf.cidfont import CidFont
from factsheet.pdf.images import Images
from factsheet.pdf.plates import Colour, Plates, Tint, process, share
from factsheet.pdf.syntax import Raw, Stream, number, rectangle, text_string
from factsheet.pdf.writer import Information, Page, PdfDocument
from factsheet.units import Pt, Rect


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page, in points from the lower left corner of the sheet (ISO 32000-1, 14.11.2)."""

    media: Rect
    trim: Rect
    bleed: Rect


class PdfCanvas(Canvas):  # type: ignore[misc]
    """A canvas for whole pages; y grows downwards from the top of the trimmed page."""

    def __init__(
        self,
        *,
        version: tuple[int, int],
        language: str,
        packed: bool,
        information: Mapping[str, str | bytes],
        identity: str = "",
    ) -> None:
        """An empty document of PDF ``version``."""
        super().__init__(io.BytesIO(), pageCompression=1, invariant=1, pdfVersion=version, initialFontName="Helvetica",
                         initialFontSize=12, initialLeading=14.4, enforceColorSpace=None, cropMarks=None, lang=language,
                         verbosity=0, encrypt=None, bottomup=1)  # fmt: skip
        self._doc = PdfDocument(
            version=version, language=language, packed=packed, information=Information(information), identity=identity
        )
        self._preamble = ""
        self._code: list[str] = []
        self._fonts: Mapping[Face, CidFont] = {}
        self._page_numbers: list[int] = []
        self._anchors: dict[str, tuple[int, Pt]] = {}
        self._annotations: list[int] = []
        self._images = Images(self._doc)
        self._plates = Plates(self._doc)
        self._shown: dict[str, int] = {}
        self._spaces: dict[str, int] = {}
        self._states: dict[bool, int] = {}
        self._veils: dict[float, str] = {}
        self._veiled: dict[float, int] = {}
        self._digest = hashlib.md5(usedforsecurity=False)
        self._overprint: bool | None = False
        self._overprinted = False
        self._blending = ""
        self._struct_parents: int | None = None
        self._paint: tuple[str, str, float] = ("", "", -1.0)
        self._boxes: Boxes | None = None
        self._top: Pt = 0.0
        self._left: Pt = 0.0

    @property
    def digest(self) -> str:
        """A digest of the finished pages' content."""
        return self._digest.hexdigest()

    @property
    def document(self) -> PdfDocument:
        """The document that is being written."""
        return self._doc

    # -- pages

    def begin_page(self, boxes: Boxes) -> None:
        """Start a page with ``boxes``."""
        self._boxes = boxes
        self._left, self._top = boxes.trim.x, boxes.trim.y + boxes.trim.height
        self._code = []
        self._annotations = []
        self._shown, self._blending, self._spaces = {}, "", {}
        self._overprint, self._overprinted, self._veils = False, False, {}
        self._struct_parents = None
        self._paint = ("", "", -1.0)

    def end_page(self) -> None:
        """Finish the page."""
        boxes = self._boxes
        assert boxes is not None
        page = Page()
        page.pagewidth, page.pageheight = boxes.media.width, boxes.media.height
        page.MediaBox = _box(boxes.media)
        if boxes.trim != boxes.media:
            page.TrimBox, page.BleedBox = _box(boxes.trim), _box(boxes.bleed)
        page.Rotate = page.Trans = None
        page.setCompression(0)
        data = ("\n".join(self._code) + "\n").encode("ascii")
        self._digest.update(data)
        page.Contents = Stream(zlib.compress(data, 6), b"/Filter/FlateDecode")
        page.Resources = Raw(self._resources())
        if self._blending:
            page.Group = Raw(b"<</S/Transparency/CS/%s>>" % self._blending.encode())
        if self._struct_parents is not None:
            page.StructParents = self._struct_parents
            page.Tabs = pdfdoc.PDFName("S")
        if self._annotations:
            page.Annots = Raw(b"[%s]" % b" ".join(b"%d 0 R" % n for n in self._annotations))
        self._doc.addPage(page)
        self._page_numbers.append(self._doc.add(page))
        self._startPage()

    def _resources(self) -> bytes:
        """What the operators of this page name (7.8.3)."""
        kinds = {
            b"Font": {font.name: self._font_number(font) for font in self._fonts.values()},
            b"XObject": self._shown,
            b"ColorSpace": self._spaces,
            b"ExtGState": {
                **({_STATES[on]: self._state(on) for on in (False, True)} if self._overprinted else {}),
                **{name: self._veil(opacity) for opacity, name in self._veils.items()},
            },
        }
        written = (
            b"/%s<<%s>>" % (kind, b"".join(b"/%s %d 0 R" % (key.encode(), found) for key, found in entries.items()))
            for kind, entries in kinds.items()
            if entries or kind == b"Font"
        )
        return b"<<%s>>" % b"".join(written)

    def _state(self, on: bool) -> int:
        """The number of the graphics state that overprints, or does not (8.4.5; 11.7.4)."""
        if on not in self._states:
            said = b"true" if on else b"false"
            self._states[on] = self._doc.add(Raw(b"<</Type/ExtGState/OP %s/op %s/OPM 1>>" % (said, said)))
        return self._states[on]

    def _veil(self, opacity: float) -> int:
        """The number of the graphics state in which what lies below shines through (11.6.4.4)."""
        if opacity not in self._veiled:
            self._veiled[opacity] = self._doc.add(Raw(b"<</Type/ExtGState/ca %s>>" % share(opacity).encode()))
        return self._veiled[opacity]

    def finish(self) -> bytes:
        """The bytes of the file."""
        if self._anchors:
            rows = (
                b"%s[%d 0 R/XYZ 0 %s 0]" % (text_string(name), self._page_numbers[page], number(y).encode())
                for name, (page, y) in sorted(self._anchors.items())
            )
            self._doc.Catalog.Names = Raw(b"<</Dests<</Names[%s]>>>>" % b"".join(rows))
        return bytes(self._doc.GetPDFData(self))

    # -- fonts

    def use(self, fonts: Mapping[Face, CidFont]) -> None:
        """The fonts of the document, by face."""
        self._fonts = fonts
        self._font_numbers: dict[str, int] = {}

    def _font_number(self, font: CidFont) -> int:
        found = self._font_numbers.get(font.name)
        if found is None:
            found = self._font_numbers[font.name] = font.write(self._doc)
        return found

    # -- drawing

    def words(
        self,
        x: Pt,
        y: Pt,
        runs: Sequence[Shaped],
        size: Pt,
        colour: Colour,
        *,
        stretch: Pt,
        tracking: Pt,
        overprint: bool = False,
    ) -> None:
        """Shaped runs from ``x`` on the baseline ``y``; ``stretch`` is added to each word space.

        Readers tear letters from marks that have glyphs of their own: such words carry their text (14.9.4).
        """
        self._fill(colour, overprint)
        out = ["BT"]
        if tracking:
            out.append(f"{number(tracking)} Tc")
        at = 0
        first = True
        gap = round(-1000 * stretch / size) if stretch else 0
        while at < len(runs):
            face, marks = runs[at].face, runs[at].marks
            font = self._fonts[face]
            code: list[str] = []
            text = ""
            while (
                at < len(runs)
                and runs[at].face is face
                and (runs[at].marks == marks or (marks and runs[at].text == " "))
            ):
                run = runs[at]
                code.append(font.code(run))
                text += run.text
                if gap and run.text == " ":
                    code.append(f" {gap} ")
                at += 1
            out.append(f"/{font.name} {number(size)} Tf")
            if first:
                out.append(f"{number(self._left + x)} {number(self._top - y)} Td")
                first = False
            shown = f"[{''.join(code).replace('><', '')}] TJ"
            out.append(f"/Span <</ActualText {text_string(text).decode()}>> BDC {shown} EMC" if marks else shown)
        if tracking:
            out.append("0 Tc")
        out.append("ET")
        self._code.append(" ".join(out))

    def area(self, x: Pt, y: Pt, width: Pt, height: Pt, colour: Colour, *, overprint: bool = False) -> None:
        """A filled rectangle."""
        self._fill(colour, overprint)
        self._code.append(
            f"{number(self._left + x)} {number(self._top - y - height)} {number(width)} {number(height)} re f"
        )

    def path(
        self,
        x: Pt,
        y: Pt,
        segments: Sequence[Segment],
        *,
        fill: Colour | None,
        stroke: Colour | None,
        width: Pt,
        even_odd: bool = False,
        dashes: Sequence[Pt] = (),
        rounded: bool = False,
        overprint: bool = False,
        opacity: float = 1.0,
    ) -> None:
        """A path with its origin at ``x``, ``y``."""
        if fill:
            self._fill(fill, overprint)
        if stroke:
            self._stroke(stroke, width, overprint)
        paint = ("B" if fill and stroke else "f" if fill else "S") + ("*" if even_odd and fill else "")
        said = f"{_outline(tuple(segments), self._left + x, self._top - y)} {paint}"
        if dashes or rounded:
            line = "1 J 1 j " if rounded else ""
            said = f"q {line}[{' '.join(map(number, dashes))}] 0 d {said} Q"
        if opacity < 1:
            self._veils[opacity] = f"GV{round(1000 * opacity)}"
            said = f"q /{self._veils[opacity]} gs {said} Q"
        self._code.append(said)

    def picture(
        self, x: Pt, y: Pt, width: Pt, height: Pt, pixels: Pixels, *, blending: str, oval: bool = False
    ) -> None:
        """A picture in a rectangle, or in the ellipse in it; what shines through is mixed in the space ``blending``."""
        self._overprinting(False)
        name, self._shown[name] = self._images.use(pixels)  # the name is there before it is used
        left, foot = self._left + x, self._top - y - height
        place = f"{number(width)} 0 0 {number(height)} {number(left)} {number(foot)} cm /{name} Do"
        clip = f"{_outline(_ellipse(width, height), left, self._top - y)} W n " if oval else ""
        self._code.append(f"q {clip}{place} Q")
        if pixels.alpha is not None:
            self._blending = blending

    def clip(self, x: Pt, y: Pt, width: Pt, height: Pt) -> None:
        """Cut what follows at a rectangle, until ``unclip``."""
        self._code.append(
            f"q {number(self._left + x)} {number(self._top - y - height)} {number(width)} {number(height)} re W n"
        )
        self._forget()

    def shrink(self, margin: Pt) -> None:
        """Draw what follows smaller, inside a white edge of ``margin``, until ``unclip``; the trim is its edge."""
        boxes = self._boxes
        assert boxes is not None
        trim = boxes.trim
        scale = min((trim.width - 2 * margin) / trim.width, (trim.height - 2 * margin) / trim.height)
        x, y = (trim.x + trim.width / 2) * (1 - scale), (trim.y + trim.height / 2) * (1 - scale)
        room = f"{number(trim.x)} {number(trim.y)} {number(trim.width)} {number(trim.height)} re W n"
        self._code.append(f"q {scale:.5f} 0 0 {scale:.5f} {number(x)} {number(y)} cm {room}")
        self._forget()

    def unclip(self) -> None:
        """Go back to before ``clip``."""
        self._code.append("Q")
        self._forget()

    def _forget(self) -> None:
        """Nothing is known of the graphics state, except that nothing overprints where nothing ever did."""
        self._paint = ("", "", -1.0)
        self._overprint = None if self._overprinted else False

    def _overprinting(self, on: bool) -> None:
        """Let what follows overprint, or not: an overprinting white would vanish, an overprinting colour mix."""
        if on != self._overprint:
            self._overprint = on
            self._overprinted = True
            self._code.append(f"/{_STATES[on]} gs")

    def _operator(self, colour: Colour, rgb: str, cmyk: str, spot: str) -> str:
        """The operators that set ``colour``; ``spot`` is ``cs`` or ``CS``."""
        if not isinstance(colour, Tint):
            return process(colour, rgb, cmyk)
        space, self._spaces[space] = self._plates.use(colour)
        return f"/{space} {spot} {share(colour.share)} {spot.replace('cs', 'scn').replace('CS', 'SCN')}"

    def _fill(self, colour: Colour, overprint: bool) -> None:
        self._overprinting(overprint)
        operator = self._operator(colour, "rg", "k", "cs")
        if operator != self._paint[0]:
            self._paint = (operator, *self._paint[1:])
            self._code.append(operator)

    def _stroke(self, colour: Colour, width: Pt, overprint: bool) -> None:
        self._overprinting(overprint)
        operator = self._operator(colour, "RG", "K", "CS")
        if operator != self._paint[1] or width != self._paint[2]:
            self._paint = (self._paint[0], operator, width)
            self._code.append(f"{operator} {number(width)} w")

    # -- meaning

    def begin_content(self, role: str, mcid: int) -> None:
        """Start the marked content ``mcid`` of a structure element (14.7.4)."""
        self._code.append(f"/{role}<</MCID {mcid}>>BDC")

    def begin_artifact(self, kind: str) -> None:
        """Start an artefact (14.8.2.2): a running head or foot, a background, or layout."""
        entry = f"/Type/Pagination/Subtype/{kind}" if kind in ("Header", "Footer") else f"/Type/{kind or 'Layout'}"
        self._code.append(f"/Artifact<<{entry}>>BDC")

    def end_content(self) -> None:
        """End marked content or an artefact."""
        self._code.append("EMC")

    def link(self, rect: Rect, target: str, contents: str, struct_parent: int) -> int:
        """The number of a link annotation on this page (12.5.6.5)."""
        x, y = self._left + rect.x, self._top - rect.y
        annotation = Raw(
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect%s/Contents%s/A<</S/URI/URI%s>>/StructParent %d>>"
            % (
                rectangle(x, y - rect.height, x + rect.width, y).encode(),
                text_string(contents),
                text_string(target),
                struct_parent,
            )
        )
        found = self._doc.add(annotation)
        self._annotations.append(found)
        return found

    def note(self, place: Rect, title: str, contents: str, colour: Colour) -> None:
        """A remark that a reader opens with a click (12.5.6.4): at the left of ``place``, in ``colour`` (RGB)."""
        assert isinstance(colour, tuple)
        x, y = max(self._left + place.x - _NOTE - 8, 2.0), self._top - place.y
        annotation = Raw(
            b"<</Type/Annot/Subtype/Text/Name/Comment/F 4/Rect%s/T%s/Contents%s/C[%s]>>"
            % (
                rectangle(x, y - _NOTE, x + _NOTE, y).encode(),
                text_string(title),
                text_string(contents),
                " ".join(map(share, colour)).encode(),
            )
        )
        self._annotations.append(self._doc.add(annotation))

    def on_sheet(self, rect: Rect) -> Rect:
        """``rect`` in the coordinates of PDF: its ``y`` is that of its lower edge, from the foot of the sheet."""
        return Rect(self._left + rect.x, self._top - rect.bottom, rect.width, rect.height)

    def struct_parents(self, key: int) -> None:
        """The key of this page in the parent tree."""
        self._struct_parents = key

    def place(self, key: str, y: Pt) -> None:
        """Outline entries of ``key`` lead to the height ``y`` of this page."""
        self.bookmarkPage(key, fit="XYZ", left=0, top=self._top - y, zoom=0)

    def bookmark(self, key: str, title: str, level: int) -> None:
        """The next outline entry, which leads to the place of ``key``."""
        self.addOutlineEntry(title, key, level, closed=0)

    def destination(self, name: str, y: Pt) -> None:
        """A link to ``name`` (ASCII) leads to the height ``y`` of this page (12.3.2.3)."""
        self._anchors[name] = (len(self._page_numbers), self._top - y)

    @property
    def page_objects(self) -> list[int]:
        """The object numbers of the finished pages."""
        return self._page_numbers


def _box(rect: Rect) -> Raw:
    return Raw(rectangle(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height).encode())


@lru_cache(maxsize=2048)
def _outline(segments: tuple[Segment, ...], left: Pt, top: Pt) -> str:
    """The operators of a path with its origin at ``left``, ``top`` (PDF coordinates)."""
    out = []
    for operator, values in segments:
        points = [number(left + v if n % 2 == 0 else top - v) for n, v in enumerate(values)]
        out.append(" ".join([*points, "h" if operator == "Z" else operator.lower()]))
    return " ".join(out)


_ROUND = 0.5523
"""How long the handles of a quarter of a circle are, in shares of its radius."""


def _ellipse(width: Pt, height: Pt) -> tuple[Segment, ...]:
    """The ellipse in a rectangle."""
    x, y, a, b = width / 2, height / 2, width / 2 * _ROUND, height / 2 * _ROUND
    return (
        ("M", (width, y)),
        ("C", (width, y + b, x + a, height, x, height)),
        ("C", (x - a, height, 0.0, y + b, 0.0, y)),
        ("C", (0.0, y - b, x - a, 0.0, x, 0.0)),
        ("C", (x + a, 0.0, width, y - b, width, y)),
        ("Z", ()),
    )


_NOTE: Pt = 18.0
"""The side of the picture of a note."""

_STATES = {False: "GS0", True: "GS1"}
"""What resources call the graphics states without and with overprint."""

"""ReportLab's document with our own catalogue, pages, Info and byte writer."""

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from factsheet.pdf.syntax import Raw, Stream, text_string

_OBJECTS_IN_STREAM = 200


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """A catalogue that knows the keys of our editions."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
    __Refs__ = ("Dests", "Outlines", "Pages", "StructTreeRoot", "Metadata")
    __Defaults__ = {"Type": pdfdoc.PDFName("Catalog"), "Lang": None}  # noqa: RUF012 - ReportLab's way


class Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that knows the keys of tagging and transparency."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs", "Group")
    __Defaults__ = {"Type": pdfdoc.PDFName("Page")}  # noqa: RUF012 - ReportLab's way


class Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The document information dictionary, from text alone."""

    def __init__(self, fields: Mapping[str, str | bytes]) -> None:
        """The entries ``fields``; dates in PDF's form; bytes are finished syntax."""
        super().__init__()
        self.fields = fields

    def format(self, document: object) -> bytes:
        """The syntax."""
        entries = ((key, v if isinstance(v, bytes) else text_string(v)) for key, v in self.fields.items() if v)
        return b"<<%s>>" % b"".join(b"/%s%s" % (key.encode(), syntax) for key, syntax in entries)


class PdfDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document that is written by us: exact lengths, object streams on wish, an ID from the bytes."""

    def __init__(
        self, *, version: tuple[int, int], language: str, packed: bool, information: Information, identity: str
    ) -> None:
        """A document of PDF ``version``; ``packed`` puts objects into object streams (ISO 32000-1, 7.5.7).

        ``identity`` tells the document from all others, whatever becomes of it (14.4).
        """
        super().__init__(compression=1, invariant=1, pdfVersion=version, lang=language)
        self.packed = packed
        self.identity = identity
        self.info = information
        catalog: Any = _Catalog()
        old: Any = self.__dict__["Catalog"]
        catalog.Pages, catalog.Outlines = old.Pages, old.Outlines
        catalog.Lang = Raw(text_string(language))
        self.Catalog = self._catalog = catalog

    def add(self, thing: object) -> int:
        """The number of the object ``thing``, which is written even if nothing else refers to it."""
        reference = self.Reference(thing)
        return int(self.idToObjectNumberAndVersion[reference.name][0])

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        """The number of a compressed stream of ``data``."""
        return self.add(Stream(zlib.compress(data, 6), entries + b"/Filter/FlateDecode"))

    def GetPDFData(self, canvas: object) -> bytes:  # noqa: N802 - ReportLab's name
        """The finished file."""
        for font in self.delayedFonts:
            font.addObjects(self)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        return self.format()

    def format(self) -> bytes:
        """All objects, the cross-reference and the trailer."""
        root, info = self.add(self.Catalog), self.add(self.info)
        out = _File(self._pdfVersion, self.identity)
        loose: list[tuple[int, bytes]] = []
        number = 1
        while number in self.numberToId:
            thing = self.idToObject[self.numberToId[number]]
            body = pdfdoc.format(thing, self, toplevel=1)
            if body.endswith(b"endstream\n"):
                body = body[:-10] + (b"" if body[-11:-10] == b"\n" else b"\n") + b"endstream"
            if self.packed and not body.endswith(b"endstream"):
                loose.append((number, body.strip()))
            else:
                out.object(number, body.rstrip(b"\n"))
            number += 1
        if self.packed:
            return out.packed_end(loose, number, root, info)
        return out.classic_end(number, root, info)


class _File:
    """Bytes with the offsets of their objects."""

    def __init__(self, version: tuple[int, int], identity: str) -> None:
        self.identity = identity
        self.parts = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version]
        self.length = len(self.parts[0])
        self.rows: dict[int, tuple[int, int, int]] = {}

    def object(self, number: int, body: bytes) -> None:
        self.rows[number] = (1, self.length, 0)
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self.parts.append(part)
        self.length += len(part)

    def _id(self) -> bytes:
        """The file identifier: a digest of what the document is, and one of everything written so far (14.4)."""
        both = (self.identity.encode(), b"".join(self.parts))
        return b"/ID[<%s><%s>]" % tuple(
            hashlib.md5(data, usedforsecurity=False).hexdigest().upper().encode() for data in both
        )

    def classic_end(self, size: int, root: int, info: int) -> bytes:
        """A cross-reference table (7.5.4)."""
        start = self.length
        table = b"".join(b"%010d 00000 n \n" % self.rows[n][1] for n in range(1, size))
        self.parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R%s>>\n" % (size, root, info, self._id())
        return b"".join([*self.parts, trailer, b"startxref\n%d\n%%%%EOF\n" % start])

    def packed_end(self, loose: list[tuple[int, bytes]], number: int, root: int, info: int) -> bytes:
        """Object streams and a cross-reference stream (7.5.7, 7.5.8)."""
        for at in range(0, len(loose), _OBJECTS_IN_STREAM):
            chunk = loose[at : at + _OBJECTS_IN_STREAM]
            places: list[bytes] = []
            offset = 0
            for index, (inner, body) in enumerate(chunk):
                self.rows[inner] = (2, number, index)
                places.append(b"%d %d" % (inner, offset))
                offset += len(body) + 1
            head = b" ".join(places) + b"\n"
            data = zlib.compress(head + b"\n".join(body for _, body in chunk), 6)
            entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(chunk), len(head), len(data))
            self.object(number, b"<<%s>>\nstream\n%s\nendstream" % (entries, data))
            number += 1
        start = self.length
        identifier = self._id()
        self.rows[number] = (1, start, 0)
        rows = [(0, 0, 65535), *(self.rows[n] for n in range(1, number + 1))]
        data = zlib.compress(
            b"".join(b"%c%s%s" % (t, a.to_bytes(4, "big"), b.to_bytes(2, "big")) for t, a, b in rows), 6
        )
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R%s/Filter/FlateDecode/Length %d" % (
            number + 1, root, info, identifier, len(data),
        )  # fmt: skip
        self.object(number, b"<<%s>>\nstream\n%s\nendstream" % (entries, data))
        return b"".join([*self.parts, b"startxref\n%d\n%%%%EOF\n" % start])

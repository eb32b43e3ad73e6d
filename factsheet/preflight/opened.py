"""A PDF of whatever origin, opened once: its bytes, its objects, its pages. Nothing here falls over a damaged file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
)

from factsheet.preflight.mended import mended
from factsheet.preflight.xmp import Xmp, parsed
from factsheet.units import Pt, Rect

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
MOST_PAGES = 2_000
_MOST_OBJECTS = 200_000
_MOST_UNPACKED = 75
"""The megabytes of one stream that pypdf unpacks."""

MOST_CONTENTS = 100_000_000
"""The bytes of the contents of a page, unpacked, that are looked at."""


class UnreadableError(Exception):
    """The file cannot be judged at all.

    Attributes:
        rule: What it breaks by that.
        found: What the reader of the file stumbled over, for technicians.
    """

    def __init__(self, message: str, rule: str = "B-05", found: str = "") -> None:
        """The file breaks ``rule``, as ``message`` says."""
        super().__init__(message)
        self.rule = rule
        self.found = found


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page with what it has and what it inherits.

    Attributes:
        number: From 1.
        label: The number of its object, as ``12 0``.
        dictionary: Its own dictionary.
        boxes: Its boxes, from the lower left, y up: those that are written or inherited, and are four numbers.
        wrong: Boxes that are written, but are none.
        trim: The trim box, or what stands in for it.
        bleed: The bleed box, or what stands in for it.
        media: The media box; A4 where there is none.
    """

    number: int
    label: str
    dictionary: DictionaryObject
    boxes: dict[str, Rect]
    wrong: tuple[str, ...]
    trim: Rect
    bleed: Rect
    media: Rect

    def place(self, x0: Pt, y0: Pt, x1: Pt, y1: Pt) -> Rect:
        """A rectangle of the page's space, in points from the trim's top left, y down."""
        return Rect(min(x0, x1) - self.trim.x, self.trim.bottom - max(y0, y1), abs(x1 - x0), abs(y1 - y0))


class Opened:
    """One file.

    Attributes:
        data: Its bytes.
        reader: pypdf's view of it.
        trailer: The trailer.
        catalog: The document catalogue.
        info: The document information.
        pages: The pages.
        repaired: Whether its cross-reference had to be made anew to read it.
        left_out: What was too much to be looked at: one sentence each.
    """

    def __init__(self, data: bytes) -> None:
        """Open ``data``.

        Raises:
            UnreadableError: it is no PDF, or nothing of it can be read.
        """
        if b"%PDF-" not in data[:1024]:
            raise UnreadableError("this is not a PDF")
        self.data = data
        self.repaired = False
        self.left_out: list[str] = []
        try:
            self._open(data)
        except UnreadableError as problem:
            made = mended(data) if problem.rule == "B-05" else None
            if made is None or b"/Encrypt" in data:
                raise
            self._open(made)
            self.repaired = True

    def _open(self, data: bytes) -> None:
        """Read ``data``: those of the file, or those with a new cross-reference."""
        try:
            self.reader = _reader(data)
            self.trailer: DictionaryObject = self.reader.trailer
            if "/Encrypt" in self.trailer and not self.reader.decrypt(""):
                raise UnreadableError("this file is encrypted with a password", "B-03")
        except UnreadableError:
            raise
        except (DependencyError, FileNotDecryptedError):
            said = "this file is encrypted (with AES, which cannot be read here), so nothing else of it was judged"
            raise UnreadableError(said, "B-03") from None
        except Exception as problem:
            raise UnreadableError("this file cannot be read: it is damaged or cut off", found=_said(problem)) from None
        self.catalog = self.dictionary(self.get(self.trailer, "Root"))
        self.info = self.dictionary(self.get(self.trailer, "Info"))
        self.pages = tuple(self._pages())
        if not self.pages:
            raise UnreadableError("this file has no page that can be read")

    # -- objects, without a fall

    def resolve(self, thing: Any) -> Any:
        """``thing`` itself where it is a reference; None where it leads nowhere."""
        for _ in range(20):
            if isinstance(thing, NullObject):
                return None
            if not isinstance(thing, IndirectObject):
                return thing
            try:
                thing = thing.get_object()
            except Exception:
                return None
        return None

    def get(self, thing: Any, *path: str) -> Any:
        """What stands in a dictionary under a key, in that under the next, and so on; None where nothing does."""
        for key in path:
            thing = self.resolve(thing)
            if not isinstance(thing, DictionaryObject):
                return None
            try:
                thing = thing.raw_get("/" + key)
            except Exception:
                return None
        return self.resolve(thing)

    def raw(self, thing: Any, key: str) -> Any:
        """What stands in a dictionary under a key, as it is written: a reference stays one."""
        thing = self.resolve(thing)
        if not isinstance(thing, DictionaryObject) or "/" + key not in thing:
            return None
        return thing.raw_get("/" + key)

    def dictionary(self, thing: Any) -> DictionaryObject:
        """``thing``, or an empty dictionary."""
        found = self.resolve(thing)
        return found if isinstance(found, DictionaryObject) else DictionaryObject()

    def array(self, thing: Any) -> list[Any]:
        """The items of ``thing`` as they are written; nothing where it is no array."""
        found = self.resolve(thing)
        return list(found) if isinstance(found, ArrayObject) else []

    def name(self, thing: Any) -> str:
        """``thing`` as a name without its slash; "" where it is none."""
        found = self.resolve(thing)
        return str(found)[1:] if isinstance(found, NameObject) else ""

    def number(self, thing: Any, otherwise: float = 0.0) -> float:
        """``thing`` as a number."""
        found = self.resolve(thing)
        if isinstance(found, bool) or not isinstance(found, int | float):
            return otherwise
        return float(found)

    def text(self, thing: Any) -> str:
        """``thing`` as a text string; "" where it is none."""
        found = self.resolve(thing)
        if isinstance(found, bytes):
            return found.decode("latin-1")
        return str(found) if isinstance(found, str) and not isinstance(found, NameObject) else ""

    def stream(self, thing: Any) -> bytes | None:
        """The decoded data of a stream; None where it is none, or cannot be decoded, which ``left_out`` then tells."""
        found = self.resolve(thing)
        if not isinstance(found, StreamObject):
            return None
        try:
            data = found.get_data()
        except Exception:
            said = f"the data of object {self.label(found) or 'without a number'} cannot be unpacked"
            self.left_out.append(f"{said}, or are larger than {_MOST_UNPACKED} MB: they were not looked at")
            return None
        return data if isinstance(data, bytes) else str(data).encode("latin-1", "replace")

    def filters(self, stream: Any) -> list[str]:
        """How the data of a stream are packed, the outermost first."""
        found = self.get(stream, "Filter")
        names = [self.name(found)] if isinstance(found, NameObject) else [self.name(one) for one in self.array(found)]
        return [name for name in names if name]

    def label(self, thing: Any) -> str:
        """The number of an object, as ``12 0``; "" where it has none."""
        if isinstance(thing, IndirectObject):
            return f"{thing.idnum} {thing.generation}"
        reference = getattr(thing, "indirect_reference", None)
        return f"{reference.idnum} {reference.generation}" if isinstance(reference, IndirectObject) else ""

    @cached_property
    def objects(self) -> dict[str, Any]:
        """Every object that the file has, by its number; what cannot be read is left out."""
        found: dict[str, Any] = {}
        numbers = [(number, generation) for generation, rows in self.reader.xref.items() for number in rows]
        numbers += [(number, 0) for number in self.reader.xref_objStm]
        if len(numbers) > _MOST_OBJECTS:
            self.left_out.append(f"the file has {len(numbers)} objects, of which {_MOST_OBJECTS} were looked at")
        for number, generation in numbers[:_MOST_OBJECTS]:
            thing = self.resolve(IndirectObject(number, generation, self.reader))
            if thing is not None:
                found[f"{number} {generation}"] = thing
        return found

    @cached_property
    def used(self) -> dict[str, Any]:
        """Every object that can be reached from the trailer, by its number: what an update left behind is not."""
        found: dict[str, Any] = {}
        waiting: list[Any] = [self.trailer]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, IndirectObject):
                label = self.label(thing)
                if label not in found and len(found) >= _MOST_OBJECTS:
                    said = f"the file uses more than {_MOST_OBJECTS} objects: the rest was not looked at"
                    self.left_out.append(said)
                    break
                if label not in found:
                    found[label] = self.resolve(thing)
                    waiting.append(found[label])
            elif isinstance(thing, DictionaryObject):
                waiting += [thing.raw_get(key) for key in thing]
            elif isinstance(thing, ArrayObject):
                waiting += list(thing)
        return {label: thing for label, thing in found.items() if thing is not None}

    def dictionaries(self) -> Iterator[tuple[str, DictionaryObject]]:
        """Every dictionary that is used, those inside others too, with the number of the object that it is in."""
        roots: list[tuple[str, Any]] = [*self.used.items(), ("trailer", self.trailer)]
        for label, root in roots:
            waiting, seen = [root], 0
            while waiting and seen < _MOST_OBJECTS:
                thing = waiting.pop()
                seen += 1
                if isinstance(thing, DictionaryObject):
                    yield label, thing
                    waiting += [thing.raw_get(key) for key in thing]
                elif isinstance(thing, ArrayObject):
                    waiting += list(thing)

    # -- what it is

    @cached_property
    def version(self) -> tuple[int, int]:
        """The version that the header names."""
        found = re.search(rb"%PDF-(\d)\.(\d)", self.data[:1024])
        return (int(found[1]), int(found[2])) if found else (0, 0)

    @cached_property
    def xmp(self) -> Xmp:
        """The metadata packet of the document."""
        return parsed(self.stream(self.get(self.catalog, "Metadata")))

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The standards that the file says it follows."""
        said = [self.xmp.one(space, "GTS_PDFXVersion") for space in ("pdfxid", "pdfx")]
        said.append(self.text(self.get(self.info, "GTS_PDFXVersion")))
        found = [value for value in said if value]
        part, level = self.xmp.one("pdfaid", "part"), self.xmp.one("pdfaid", "conformance")
        found += [f"PDF/A-{part}{level.lower()}"] if part else []
        found += [f"PDF/UA-{self.xmp.one('pdfuaid', 'part')}"] if self.xmp.one("pdfuaid", "part") else []
        return tuple(dict.fromkeys(found))

    def intents(self) -> list[DictionaryObject]:
        """The output intents."""
        found = [self.resolve(one) for one in self.array(self.get(self.catalog, "OutputIntents"))]
        return [one for one in found if isinstance(one, DictionaryObject)]

    def intent(self) -> DictionaryObject | None:
        """The output intent for the press; that of PDF/A where there is no other."""
        named = {self.name(self.get(one, "S")): one for one in reversed(self.intents())}
        return named.get("GTS_PDFX") or next(iter(named.values()), None)

    def profile(self) -> bytes | None:
        """The ICC profile of the output intent for the press."""
        intent = self.intent()
        press = intent is not None and self.name(self.get(intent, "S")) == "GTS_PDFX"
        return self.stream(self.get(intent, "DestOutputProfile")) if press else None

    # -- pages

    def _pages(self) -> Iterator[OpenPage]:
        """The pages in order; the tree is walked by us, since it may be damaged or go in circles."""
        root = self.raw(self.catalog, "Pages")
        waiting: list[tuple[Any, dict[str, Any]]] = [(root, {})]
        seen: set[str] = set()
        number = 0
        while waiting:
            if number == MOST_PAGES:
                self.left_out.append(f"the file has more than {MOST_PAGES} pages; those that follow were not looked at")
                return
            reference, inherited = waiting.pop()
            node, label = self.resolve(reference), self.label(reference)
            if not isinstance(node, DictionaryObject) or (label and label in seen):
                continue
            seen.add(label)
            own = {key: self.raw(node, key) for key in (*BOXES, "Resources", "Rotate") if "/" + key in node}
            below = {
                **inherited,
                **{key: own[key] for key in own if key in ("MediaBox", "CropBox", "Resources", "Rotate")},
            }
            if "/Kids" in node and self.name(self.get(node, "Type")) != "Page":
                waiting += [(kid, below) for kid in reversed(self.array(self.get(node, "Kids")))]
                continue
            number += 1
            yield self._page(number, label, node, {**below, **own})

    def _page(self, number: int, label: str, node: DictionaryObject, entries: dict[str, Any]) -> OpenPage:
        boxes: dict[str, Rect] = {}
        wrong = []
        for name in BOXES:
            if entries.get(name) is None:
                continue
            rect = self._box(entries[name])
            if rect is None:
                wrong.append(name)
            else:
                boxes[name] = rect
        media = boxes.get("MediaBox") or Rect(0.0, 0.0, 595.0, 842.0)
        crop = boxes.get("CropBox", media)
        trim = boxes.get("TrimBox") or boxes.get("ArtBox") or crop
        return OpenPage(number, label, node, boxes, tuple(wrong), trim, boxes.get("BleedBox", trim), media)

    def _box(self, thing: Any) -> Rect | None:
        values = [self.resolve(value) for value in self.array(thing)]
        numbers = [float(v) for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
        if len(values) != 4 or len(numbers) != 4:
            return None
        x0, y0, x1, y1 = numbers
        rect = Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        return rect if rect.width > 0 and rect.height > 0 else None

    def resources(self, page: OpenPage) -> tuple[DictionaryObject, bool]:
        """The resources of a page, and whether they are its own."""
        own = self.get(page.dictionary, "Resources")
        if isinstance(own, DictionaryObject):
            return own, True
        node: Any = page.dictionary
        for _ in range(50):
            node = self.get(node, "Parent")
            found = self.get(node, "Resources")
            if isinstance(found, DictionaryObject):
                return found, False
        return DictionaryObject(), True

    def contents(self, page: OpenPage) -> list[bytes]:
        """The content streams of a page, decoded; one that cannot be decoded is empty."""
        found = self.get(page.dictionary, "Contents")
        parts = list(found) if isinstance(found, ArrayObject) else [found] if found is not None else []
        streams: list[bytes] = []
        size = 0
        for part in parts:
            streams.append(self.stream(part) or b"")
            size += len(streams[-1])
            if size > MOST_CONTENTS:
                said = f"the contents of page {page.number} are larger than {MOST_CONTENTS // 1_000_000} MB"
                self.left_out.append(f"{said}: what follows was not looked at")
                break
        return streams


def _reader(data: bytes) -> PdfReader:
    """Pypdf's view of ``data``; where the mark of the end is missing, as if it were there."""
    try:
        return PdfReader(BytesIO(data), strict=False)
    except Exception:
        if b"%%EOF" in data[-1024:]:
            raise
        return PdfReader(BytesIO(data + b"\n%%EOF\n"), strict=False)


def _said(problem: Exception) -> str:
    text = " ".join(str(problem).split())
    return text[:120] or type(problem).__name__

"""The plates of a finished PDF: each ink of each page in pixels, made by Ghostscript as a platesetter would.

Overprint and transparency are applied. CMYK numbers reach their plates as they are written: the profile of the output
intent is both their source and the press. Pixels are the mean of finer ones, so that a hairline weighs what it prints.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from urllib.parse import unquote_to_bytes

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from factsheet.units import Pt

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates of four-colour printing, in the order of their names in CMYK."""

PPI = 127.0
"""The resolution at which plates are measured: five pixels to the millimetre."""

_FINER = 4
"""Ghostscript draws this many times finer and takes the mean: against eight times, the ink over 1 mm² is right within
1 per cent on the whole page (5 per cent without), and it costs a third of a second for A4."""

_SPOTS = 60
"""The spot colours that Ghostscript's separation device can keep apart."""

_MOST_PIXELS = 40_000_000
"""The pixels of one plate: A0 with bleed at 127 ppi has 25 million."""

_SECONDS, _SECONDS_PER_PAGE = 60.0, 5.0
"""How long Ghostscript may take: an A4 page takes less than one second."""

_MOST_PAGES = 200
"""The most pages that are separated: their plates are held in memory."""

_KILOBYTES = 3_000_000
"""The most memory that Ghostscript may take."""

_FILE = re.compile(r"plate-(\d+)\((.*)\)\.tif", re.DOTALL)


class SeparationError(Exception):
    """Plates could not be made: the message is a sentence for the report's list of what was not measured."""


@dataclass(frozen=True, slots=True)
class PagePlates:
    """The plates of one page: its whole media box, unrotated.

    Attributes:
        number: The page, from 1.
        width: Pixels in a row.
        height: Rows.
        left: The x of the media box in user space, where the pixels begin on the left.
        bottom: The y of the media box in user space, where the pixels end at the bottom.
        ppi: Pixels to the inch of user space.
        files: A TIFF file by the name of each plate: process inks first, then spot colours by name.
    """

    number: int
    width: int
    height: int
    left: Pt
    bottom: Pt
    ppi: float
    files: Mapping[str, bytes]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plates."""
        return tuple(self.files)

    def plate(self, name: str) -> NDArray[np.uint8]:
        """The ink of a plate, ``height`` × ``width``, rows from the top: 0 is none, 255 is full."""
        with Image.open(BytesIO(self.files[name])) as image:
            return 255 - np.asarray(image.convert("L"))

    def total(self, names: Sequence[str] = PROCESS) -> NDArray[np.uint16]:
        """The ink of the plates ``names`` together: 255 is 100 per cent. A plate that is not there has none."""
        found = np.zeros((self.height, self.width), np.uint16)
        for name in names:
            if name in self.files:
                found += self.plate(name)
        return found


@dataclass(frozen=True, slots=True)
class Separations:
    """The plates of a file.

    Attributes:
        pages: Those that could be separated, in order.
        ppi: Pixels to the inch.
        source: What made them.
        notes: What is less certain, and why: one sentence each.
    """

    pages: tuple[PagePlates, ...]
    ppi: float
    source: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheets:
    """What must be known of a file beforehand.

    Attributes:
        data: The file, every page unturned and uncropped.
        boxes: The media box of each page: left, bottom, right, top.
        profile: The CMYK profile of its output intent; nothing where it has none.
    """

    data: bytes
    boxes: tuple[tuple[float, float, float, float], ...]
    profile: bytes


def available() -> bool:
    """Whether Ghostscript is installed."""
    return _program() is not None


def separated(data: bytes, ppi: float = PPI, profile: bytes | None = None, timeout: float | None = None) -> Separations:
    """The plates of every page of the PDF ``data``, at ``ppi`` pixels to the inch.

    ``profile`` is the ICC profile of the press: without one, that of the file's own output intent. ``timeout`` is in
    seconds; without one it grows with the number of pages.

    Raises:
        SeparationError: Ghostscript is missing, fails, or takes too long; or a page is too large.
    """
    program = _program()
    if program is None:
        raise SeparationError("the ink on the plates was not measured: Ghostscript is not installed")
    sheets = _sheets(data)
    _refuse_large(sheets, ppi)
    profile = profile or sheets.profile
    with TemporaryDirectory(prefix="factsheet-plates-") as name:
        folder = Path(name)
        (folder / "file.pdf").write_bytes(sheets.data)
        (folder / "press.icc").write_bytes(profile)
        seconds = timeout or _SECONDS + _SECONDS_PER_PAGE * len(sheets.boxes)
        said = _run([program, *_options(ppi, bool(profile)), "file.pdf"], folder, seconds)
        pages = _read(folder, sheets, ppi, _failed(said))
    if not pages:
        raise SeparationError("the ink on the plates was not measured: Ghostscript made no plates of this file")
    return Separations(pages, ppi, _source(said, ppi), tuple(_notes(said, sheets, pages, bool(profile))))


def _program() -> str | None:
    return next(filter(None, map(shutil.which, ("gs", "gswin64c", "gswin32c"))), None)


def _options(ppi: float, profile: bool) -> list[str]:
    press = ["-sOutputICCProfile=press.icc", "-sDefaultCMYKProfile=press.icc"] if profile else []
    return [
        *("-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPROMPT", f"-K{_KILOBYTES}"),
        *("-sDEVICE=tiffsep", f"-r{ppi * _FINER:g}", f"-dDownScaleFactor={_FINER}", f"-dMaxSpots={_SPOTS}"),
        *("-dOverprint=/enable", "-dPrinted=true", "-dUseCropBox=false", "-dNoUserUnit=true"),
        *press,
        "-sOutputFile=plate-%d.tif",
    ]


def _run(command: list[str], folder: Path, seconds: float) -> str:
    """What the program said, run in ``folder``, which also takes its own temporary files."""
    place = {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    try:
        run = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **place},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"the ink on the plates was not measured: Ghostscript did not finish within {seconds:g} seconds"
        raise SeparationError(message) from error
    except OSError as error:
        raise SeparationError("the ink on the plates was not measured: Ghostscript could not be started") from error
    said = run.stdout.decode("utf-8", "replace")
    if run.returncode:
        reason = next((line.strip(" *") for line in said.splitlines() if "rror" in line), f"exit code {run.returncode}")
        raise SeparationError(f"the ink on the plates was not measured: Ghostscript failed ({reason[:120]})")
    return said


def _sheets(data: bytes) -> _Sheets:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            reader.decrypt("")
        boxes = tuple(_ordered([float(edge) for edge in page.mediabox]) for page in reader.pages)
        whole = _uncropped(reader) if any(map(_moved, reader.pages)) else data
        return _Sheets(whole, boxes, _intent(reader))
    except Exception as error:  # a damaged file may make pypdf raise anything
        message = "the ink on the plates was not measured: the file is too damaged to be separated"
        raise SeparationError(message) from error


def _ordered(box: Sequence[float]) -> tuple[float, float, float, float]:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def _moved(page: Any) -> bool:
    """Whether Ghostscript would turn ``page``, or cut it to its crop box."""
    return bool(page.rotation % 360) or [float(edge) for edge in page.cropbox] != [
        float(edge) for edge in page.mediabox
    ]


def _uncropped(reader: PdfReader) -> bytes:
    """The file with every page unturned and whole: ink outside the crop box is printed as well."""
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        page[NameObject("/CropBox")] = page.mediabox
        page.rotation = 0
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _intent(reader: PdfReader) -> bytes:
    """The CMYK profile of the first output intent that has one; nothing where none has."""
    intents: Any = reader.root_object.get("/OutputIntents")
    for entry in intents.get_object() if intents is not None else ():
        intent = entry.get_object()
        stream = intent.get("/DestOutputProfile") if isinstance(intent, DictionaryObject) else None
        profile = stream.get_object().get_data() if stream is not None else b""
        if profile[16:20] == b"CMYK" and profile[36:40] == b"acsp":
            return cast(bytes, profile)
    return b""


def _refuse_large(sheets: _Sheets, ppi: float) -> None:
    if len(sheets.boxes) > _MOST_PAGES:
        raise SeparationError(f"the ink on the plates was not measured: the file has more than {_MOST_PAGES} pages")
    for number, (left, bottom, right, top) in enumerate(sheets.boxes, 1):
        if (right - left) * (top - bottom) * (ppi / 72) ** 2 > _MOST_PIXELS:
            size = f"{(right - left) * 25.4 / 72:.0f} mm × {(top - bottom) * 25.4 / 72:.0f} mm"
            raise SeparationError(f"the ink on the plates was not measured: page {number} is too large ({size})")


def _failed(said: str) -> set[int]:
    """The pages that Ghostscript says it could not draw."""
    pages: set[int] = set()
    number = 0
    for line in said.splitlines():
        if match := re.fullmatch(r"Page (\d+)", line.strip()):
            number = int(match[1])
        elif "Page drawing error" in line:
            pages.add(number)
    return pages


def _read(folder: Path, sheets: _Sheets, ppi: float, failed: set[int]) -> tuple[PagePlates, ...]:
    files: dict[int, dict[str, bytes]] = {}
    for path in sorted(folder.iterdir()):
        if match := _FILE.fullmatch(path.name):
            files.setdefault(int(match[1]), {})[_name(match[2])] = path.read_bytes()
    pages = (
        _page(number, files[number], box, ppi)
        for number, box in enumerate(sheets.boxes, 1)
        if number in files and number not in failed
    )
    return tuple(page for page in pages if page is not None)


def _page(
    number: int, files: dict[str, bytes], box: tuple[float, float, float, float], ppi: float
) -> PagePlates | None:
    """The plates of a page; None where one of them is no picture, as of a page smaller than a pixel."""
    names = [*(name for name in PROCESS if name in files), *sorted(files.keys() - set(PROCESS))]
    sizes = set()
    for name in names:
        try:
            with Image.open(BytesIO(files[name])) as image:
                sizes.add(image.size)
        except (OSError, ValueError):
            return None
    if len(sizes) != 1:
        return None
    ((width, height),) = sizes
    return PagePlates(number, width, height, box[0], box[1], ppi, {name: files[name] for name in names})


def _name(written: str) -> str:
    """The name of a plate from that of its file, where Ghostscript writes most signs as ``%`` and two digits.

    The bytes of a name have no encoding of their own: they are read as pypdf reads them in the file.
    """
    raw = unquote_to_bytes(written)
    for charset in NameObject.CHARSETS:
        with suppress(UnicodeDecodeError):
            return raw.decode(charset)
    return raw.decode("latin-1")


def _source(said: str, ppi: float) -> str:
    version = re.search(r"Ghostscript (\S+)", said)
    return f"Ghostscript {version[1] if version else ''}".strip() + f", separations at {ppi:g} ppi"


def _notes(said: str, sheets: _Sheets, pages: tuple[PagePlates, ...], profile: bool) -> list[str]:
    notes: list[str] = []
    if lost := sorted(set(range(1, len(sheets.boxes) + 1)) - {page.number for page in pages}):
        notes.append(f"no plates could be made of page {', '.join(map(str, lost))}: its ink was not measured")
    if not profile:
        notes.append("the file has no CMYK profile: colours that are not CMYK were separated with Ghostscript's own")
    if "Max spot colorants" in said:
        notes.append(f"there are more than {_SPOTS} spot colours: the rest was separated into CMYK")
    if "errors were encountered" in said or "errors that were repaired" in said:
        notes.append("Ghostscript found errors in the file and mended them: the ink may be measured wrongly there")
    return notes

"""Pages of a finished PDF as pixels, made by PDFium in a process of its own: what is looked at is what was written.

That process may take a while and some memory, and no more: no file can hold up or bring down the judge.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock, Timer
from time import monotonic
from typing import Any, Literal, cast

from PIL import Image, ImageChops

MOST_PIXELS = 120_000_000
"""The pixels of one picture of a page: an A2 sheet with bleed at 450 ppi has 80 million."""

_SECONDS = 20.0
"""How long one page may take: an A4 page takes a tenth of a second."""

_SECONDS_IN_ALL = 60.0
"""How long all pages of a file may take."""

Area = Literal["media", "bleed", "trim"]


class RasterError(Exception):
    """A page that cannot be shown: the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: ``width`` × ``height`` pixels, three bytes (red, green, blue) each, rows from the top."""

    width: int
    height: int
    rgb: bytes


def page_image(data: bytes, page: int, ppi: float, area: Area = "media") -> Raster:
    """Page ``page`` (from 1) of the PDF ``data``, at ``ppi`` pixels to the inch of user space, on white.

    The whole ``area`` is shown as it stands in user space: no crop box hides anything, and ``Rotate`` is not applied.
    The area fills the picture, whose size is rounded up to whole pixels: scale places by its width and height.

    Raises:
        RasterError: the file cannot be opened, has no such page, or takes too long or too much memory to be drawn; or
            the picture would be too large.
    """
    head, rgb = _drawer().ask(data, page, ppi, area)
    return Raster(head["width"], head["height"], rgb)


def page_images(data: bytes, ppi: float, area: Area = "media") -> Iterator[Raster]:
    """Every page of the PDF ``data``, in order; see ``page_image``.

    Raises:
        RasterError: as for ``page_image``.
    """
    for page in range(1, _pages(data) + 1):
        yield page_image(data, page, ppi, area)


def page_pngs(data: bytes, ppi: float, area: Area = "media") -> list[bytes]:
    """Every page of the PDF ``data`` as a PNG file; see ``page_image``.

    Raises:
        RasterError: as for ``page_image``.
    """
    return [png(raster, ppi) for raster in page_images(data, ppi, area)]


def start() -> None:
    """Begin to start PDFium, so that it is there when the first page is asked for; errors are told then."""
    _drawer().start()


def png(raster: Raster, ppi: float = 0.0) -> bytes:
    """``raster`` as a PNG file, which says its resolution where ``ppi`` is given. Grey pictures are kept as grey."""
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    if _grey(image):
        image = image.getchannel("G")
    told: dict[str, Any] = {"dpi": (ppi, ppi)} if ppi else {}
    file = BytesIO()
    image.save(file, "PNG", **told)
    return file.getvalue()


def compact(raster: Raster) -> tuple[str, bytes]:
    """``raster`` as a small file for a web page, and its media type: PNG, or JPEG where photographs make PNG large."""
    drawn = png(raster)
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    file = BytesIO()
    image.save(file, "JPEG", quality=85, subsampling=0)
    photograph = file.getvalue()
    return ("image/jpeg", photograph) if len(photograph) * 1.5 < len(drawn) else ("image/png", drawn)


def _grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None


# -- the process


def _pages(data: bytes) -> int:
    head, _ = _drawer().ask(data, None, 72.0, "media")
    return cast(int, head["pages"])


@cache
def _drawer() -> "_Drawer":
    """The process of this program: kept between pages and files, since its start takes longer than a page."""
    drawer = _Drawer()
    atexit.register(drawer.stop)
    return drawer


@dataclass(slots=True)
class _Drawer:
    """The process that draws.

    Attributes:
        process: None before the first question, and after one that ended it.
        held: The file that the process has.
        file: The file that was asked for last.
        spent: The seconds that this file has taken.
        late: Whether the process was ended since it took too long.
    """

    process: "subprocess.Popen[bytes] | None" = None
    held: bytes | None = None
    file: bytes | None = None
    spent: float = 0.0
    late: bool = False
    lock: Lock = field(default_factory=Lock)

    def ask(self, data: bytes, page: int | None, ppi: float, area: Area) -> tuple[dict[str, Any], bytes]:
        """The answer to a question (see ``factsheet.pdfium``), and its pixels."""
        with self.lock:
            if data is not self.file:
                self.file, self.spent = data, 0.0
            seconds = min(_SECONDS, _SECONDS_IN_ALL - self.spent)
            if seconds <= 0:
                raise RasterError(f"PDFium has drawn this file for {_SECONDS_IN_ALL:g} seconds, and was given no more")
            head, pixels = self._asked(data, page, ppi, area, seconds)
        if "error" in head:
            raise RasterError(str(head["error"]))
        return head, pixels

    def start(self) -> "subprocess.Popen[bytes]":
        """The process, started where there is none."""
        if self.process is None or self.process.poll() is not None:
            self.process, self.held = _started(), None
        return self.process

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self.process, self.held = self.process, None, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what was not sent any more is lost
                        pipe.close()

    def _asked(
        self, data: bytes, page: int | None, ppi: float, area: Area, seconds: float
    ) -> tuple[dict[str, Any], bytes]:
        begun = monotonic()
        self.late = False
        timer = Timer(seconds, self._end)
        timer.daemon = True
        try:
            process = self.start()
            timer.start()
            return self._talk(process, data, {"page": page, "ppi": ppi, "area": area, "most": MOST_PIXELS})
        except (OSError, ValueError, KeyError) as problem:
            self.stop()
            what = "this file" if page is None else f"page {page}"
            if self.late:
                raise RasterError(
                    f"PDFium did not finish {what} within {seconds:.3g} second{'s' * (seconds != 1)}"
                ) from problem
            raise RasterError(f"PDFium broke down over {what}: it is damaged, or takes too much memory") from problem
        finally:
            timer.cancel()
            self.spent += monotonic() - begun

    def _talk(
        self, process: "subprocess.Popen[bytes]", data: bytes, question: dict[str, Any]
    ) -> tuple[dict[str, Any], bytes]:
        assert process.stdin is not None
        assert process.stdout is not None
        new = data is not self.held
        process.stdin.write(json.dumps({"data": len(data) if new else None, **question}).encode() + b"\n")
        if new:
            process.stdin.write(data)
            self.held = data
        process.stdin.flush()
        head = json.loads(process.stdout.readline(1000))
        size = 3 * head["width"] * head["height"] if "width" in head else 0
        pixels = process.stdout.read(size) if 0 < size <= 3 * MOST_PIXELS * 2 else b""
        if len(pixels) != size:
            raise ValueError("the answer is not whole")
        return head, pixels

    def _end(self) -> None:
        """End a process that takes too long: whoever waits for its answer sees it end."""
        self.late = True
        if self.process is not None:
            self.process.kill()


def _started() -> "subprocess.Popen[bytes]":
    package = str(Path(__file__).parents[1])
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "factsheet.pdfium"],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )

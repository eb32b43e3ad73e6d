"""PDFium in a process of its own: pages are asked for on the standard input, pixels go to the standard output.

A file that makes PDFium crash, take all memory or never end harms this process alone. ``factsheet.raster`` starts it,
talks to it and ends it; nothing imports it. The only door to PDFium.

A question is a line of JSON: ``data``, the number of bytes of a PDF that follow the line, or null for the PDF of the
last question; ``page``, from 1, or null to ask how many there are; ``ppi``; ``area``; ``most``, the pixels that a
picture may have. An answer is a line of JSON: ``pages``; or ``width`` and ``height``, and after the line three bytes
for each pixel, rows from the top; or ``error``, a sentence.
"""

import json
import os
import sys
from contextlib import suppress
from typing import Any, BinaryIO

import pypdfium2

_MEMORY = 3_000_000_000
"""The most address space, in bytes, where the system can limit it: the largest picture takes less than half of it."""


def main() -> None:
    """Answer until there are no more questions."""
    _limit()
    questions, answers = sys.stdin.buffer, _answers()
    document: Any = None
    for line in iter(questions.readline, b""):
        question = json.loads(line)
        if question["data"] is not None:
            document = _opened(questions.read(question["data"]))
        head, pixels = _answer(document, question)
        answers.write(json.dumps(head).encode() + b"\n")
        answers.write(pixels)
        answers.flush()


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _answers() -> BinaryIO:
    """The standard output, and none for anybody else: what a library might print there would be taken for pixels."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answers


def _opened(data: bytes) -> Any:
    """The document; None where PDFium cannot open it."""
    try:
        return pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, MemoryError):
        return None


def _answer(document: Any, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    if document is None:
        return {"error": "PDFium cannot open this file"}, b""
    number, ppi, most = question["page"], question["ppi"], question["most"]
    if number is None:
        return {"pages": len(document)}, b""
    if not 1 <= number <= len(document):
        return {"error": f"there is no page {number}: the file has {len(document)}"}, b""
    try:
        page = document[number - 1]
        page.set_rotation(0)
        page.set_cropbox(*_area(page, question["area"]))
        width, height = page.get_size()
        if width * height * (ppi / 72) ** 2 > most:
            said = f"page {number} is too large to be shown at {ppi:g} ppi: more than {most:,} pixels"
            return {"error": said}, b""
        bitmap = page.render(scale=ppi / 72, rev_byteorder=True)
        return {"width": bitmap.width, "height": bitmap.height}, _pixels(bitmap)
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        return {"error": f"PDFium cannot show page {number}"}, b""


def _pixels(bitmap: Any) -> bytes:
    """The pixels of ``bitmap`` without the padding of its rows."""
    row = 3 * bitmap.width
    held = memoryview(bitmap.buffer).cast("B")
    if bitmap.stride == row:
        return bytes(held)
    return b"".join(held[start : start + row] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))


def _area(page: Any, area: str) -> tuple[float, float, float, float]:
    """The box to show (left, bottom, right, top), within the media box; where it is missing, the next larger one."""
    media = _ordered(page.get_mediabox())
    if area == "media":
        return media
    named = page.get_trimbox(fallback_ok=False) if area == "trim" else None
    box = _ordered(named or page.get_bleedbox(fallback_ok=False) or media)
    left, bottom = max(box[0], media[0]), max(box[1], media[1])
    right, top = min(box[2], media[2]), min(box[3], media[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


if __name__ == "__main__":
    main()

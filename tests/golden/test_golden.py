"""Whole sheets against references: each page as a text trace, and the tags of the sample as a reader hears them.

``make golden`` rewrites the references; look at the difference before committing.
"""

import ctypes
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader

from factsheet.document import Document
from factsheet.edition import SCREEN
from factsheet.engine import Engine
from factsheet.layout.trace import trace
from factsheet.paint.painter import paint
from tests.making import document

pytestmark = pytest.mark.golden

HERE = Path(__file__).parent
REFERENCES = HERE / "references"
WRITE = os.environ.get("FACTSHEET_GOLDEN") == "write"

SHORT = """\
title: Water for the Gobi
subtitle: Wells, pumps and people
language: en
date: 2026-01-31
main:
  - heading: What was done
  - text: |
      In three years **twelve wells** were drilled and repaired[^1]. More is on [the web site](https://www.example.org/wells).

      The results are:
  - bullets:
      - Clean water for 4,200 people;
      - text: Two committees that look after the wells, in
        bullets: [Khanbogd, Manlai]
  - figures:
      - {value: "12", caption: wells}
      - {value: "4,200", caption: people}
  - table:
      columns: [District, Wells]
      rows: [[Khanbogd, "7"], [Manlai, "5"]]
  - quote: {text: “We no longer walk for water.”, name: B. Bat-Erdene, role: herder}
sidebar:
  - duration: {start: 2022-03, end: 2025-02}
  - budget: {amount: 250000, currency: EUR}
  - facts: [{label: Region, value: Umnugobi}]
  - contact: {email: wells@example.org}
notes:
  1: Counted in February 2025.
footer: {text: More on our website, url: www.example.org}
author: Gobi Water
"""
SPECS = {
    "sample": (HERE.parents[1] / "specs" / "mongolia-labour-migration.yaml").read_text("utf-8"),
    "short": SHORT,
    "title": "title: A title alone\ndate: 2026-01-31\n",
}


def compare(name: str, found: str) -> None:
    """``found`` is what the reference called ``name`` says; or becomes it, where references are rewritten."""
    path = REFERENCES / f"{name}.txt"
    if WRITE:
        path.write_text(found, "utf-8")
    expected = path.read_text("utf-8")
    assert found.splitlines() == expected.splitlines(), f"{path.name} differs; see “make golden”"


@pytest.mark.parametrize("name", SPECS)
def test_every_page_is_as_it_was(name: str) -> None:
    made = document(SPECS[name])
    found = trace(made)
    assert found.count("\npage ") == len(made.pages) > 0
    compare(f"{name}.trace", found)


@pytest.mark.parametrize("name", ["sample", "short"])
def test_the_tags_are_as_they_were(name: str) -> None:
    found = outline(document(SPECS[name]))
    assert found.startswith("Document\n")
    compare(f"{name}.tags", found)


def test_no_reference_is_left_over() -> None:
    names = {f"{name}.trace.txt" for name in SPECS} | {"sample.tags.txt", "short.tags.txt"}
    assert {path.name for path in REFERENCES.iterdir()} == names


# -- the tags of the finished file, as a reader hears them


def outline(made: Document) -> str:
    """The structure tree of the screen edition: each element with its own text, as outside programs read them."""
    data = paint(made, SCREEN, Engine())
    reader = PdfReader(BytesIO(data), strict=True)
    texts = marked_texts(data)
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return "\n".join(_element(root["/K"].get_object(), 0, texts, numbers)) + "\n"


def _element(element: Any, depth: int, texts: dict[tuple[int, int], str], numbers: dict[int, int]) -> Iterator[str]:
    """An element with its text on one line; or, where it has elements inside, each part on its own."""
    parts: list[str | list[str]] = []
    for kid in element["/K"] if isinstance(element["/K"], list) else [element["/K"]]:
        thing = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(thing, dict) and thing.get("/Type") not in ("/MCR", "/OBJR"):
            parts.append(list(_element(thing, depth + 1, texts, numbers)))
            continue
        if not isinstance(thing, dict):
            said = texts[numbers[element.raw_get("/Pg").idnum], int(thing)]
        elif thing["/Type"] == "/MCR":
            said = texts[numbers[thing.raw_get("/Pg").idnum], int(thing["/MCID"])]
        else:
            said = f" -> {thing['/Obj']['/A']['/URI']}"
        last = parts.pop() if parts and isinstance(parts[-1], str) else ""
        parts.append(f"{last}{said}")
    shown = [" ".join(part.replace("\u00ad", "").split()) if isinstance(part, str) else part for part in parts]
    role = f"{'  ' * depth}{str(element['/S'])[1:]}"
    if len(shown) == 1 and isinstance(shown[0], str):
        yield f"{role}  {shown[0]}"
        return
    yield role
    for part in shown:
        yield from [f"{'  ' * (depth + 1)}“{part}”"] if isinstance(part, str) else part


def marked_texts(data: bytes) -> dict[tuple[int, int], str]:
    """The text of each marked content, by page and number, as PDFium reads it."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as pdf:
        for n, page in enumerate(pdf):
            text_page = page.get_textpage()
            for at in range(pdfium.FPDFPage_CountObjects(page.raw)):
                thing = pdfium.FPDFPage_GetObject(page.raw, at)
                number = pdfium.FPDFPageObj_GetMarkedContentID(thing)
                if number >= 0 and pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
                    found[n, number] = found.get((n, number), "") + _text(thing, text_page)
            text_page.close()
            page.close()
    return found


def _text(thing: Any, text_page: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(thing, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(thing, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")

"""A report on a file that never was, and plates that were drawn by hand, for the tests of all forms of the report."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image
from pypdf import PdfWriter

from factsheet.findings import Where
from factsheet.preflight.hits import (
    FontFacts,
    Hit,
    ImageFacts,
    InkFacts,
    IntentFacts,
    Inventory,
    PageFacts,
    Report,
)
from factsheet.preflight.separations import PagePlates, Separations
from factsheet.units import Rect, mm

HOSTILE = "</style><script>alert('x')</script>&\"\x1b[31m\u202e\udc80"
"""What a file might be called by somebody who means harm."""

BROKEN = Hit(
    "X-40",
    "error",
    "a picture in DeviceRGB",
    page=1,
    object="12 0",
    found="DeviceRGB",
    limit="DeviceCMYK",
    place=Rect(mm(10), mm(20), mm(30), mm(5)),
    hint="convert it",
    where=Where("specs/gobi.yaml", 41, 5),
)
DOUBTFUL = Hit("R0017", "warning", "small text in two inks", page=2, place=Rect(mm(90), mm(130), mm(5), mm(2)))
WHOLE = Hit("X-22", "error", "the output intent has no profile", found="none", limit="a profile")


def page(number: int = 1, **kept: Any) -> PageFacts:
    """A page of 100 mm × 140 mm with 3 mm of bleed on a sheet 10 mm larger on each side."""
    boxes = {
        "MediaBox": Rect(0.0, 0.0, mm(120), mm(160)),
        "BleedBox": Rect(mm(7), mm(7), mm(106), mm(146)),
        "TrimBox": Rect(mm(10), mm(10), mm(100), mm(140)),
    }
    return PageFacts(**{"number": number, "boxes": boxes, **kept})


INK = InkFacts(
    most=287.4,
    page=2,
    place=Rect(mm(50), mm(60), mm(1), mm(1)),
    widest=250.0,
    widest_page=2,
    widest_place=Rect(mm(40), mm(50), mm(15), mm(15)),
    plates=({"Cyan": 12.34, "Black": 5.0}, {"Cyan": 0.0, "Black": 9.0, "Gold": 1.5}),
    source="Ghostscript 10.0.0",
    limit=300.0,
)
INVENTORY = Inventory(
    version="1.6",
    title="Gobi",
    producer="factsheet",
    pages=(page(), page(2)),
    fonts=(FontFacts("ABCDEF+NotoSans", "Type0", True, True, "20 0"), FontFacts("Helvetica", "Type1", False, False)),
    plates=("Cyan", "Black", "Gold"),
    spaces=("DeviceCMYK",),
    images=(ImageFacts(1, "33 0", (1600, 900), 254.4, "DeviceCMYK", 8, "DCTDecode", Rect(0.0, 0.0, mm(50), mm(30))),),
    intent=IntentFacts("FOGRA39", "http://www.color.org", "Coated", "Coated FOGRA39", "CMYK", "2.4.0", 120104),
    ink=INK,
)


def report(*hits: Hit, **kept: Any) -> Report:
    """A report with ``hits``; without any the file is good."""
    plain = Report(
        file="gobi.en.print.pdf",
        size=24033,
        digest="ab" * 32,
        claims=("PDF/X-4",),
        standards=("x4", "gwg"),
        hits=hits,
        inventory=INVENTORY,
        checked=("X-22", "X-40", "R0017"),
    )
    return replace(plain, **kept)


def pdf(pages: int = 2) -> bytes:
    """Blank pages of the size of ``page``."""
    writer, file = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(mm(120), mm(160))
    writer.write(file)
    return file.getvalue()


def plates(number: int = 1, **shares: float) -> PagePlates:
    """A page with an even share of each ink, at 25.4 pixels to the inch: one to the millimetre."""
    files = {}
    for name, share in shares.items():
        file = BytesIO()
        Image.fromarray(np.full((160, 120), 255 - round(255 * share), np.uint8)).save(file, "TIFF")
        files[name] = file.getvalue()
    return PagePlates(number, 120, 160, 0.0, 0.0, 25.4, files)


def separations() -> Separations:
    """The plates of both pages."""
    return Separations((plates(1, Cyan=0.12, Black=0.05), plates(2, Cyan=0.0, Black=0.09, Gold=0.015)), 25.4, "Test")

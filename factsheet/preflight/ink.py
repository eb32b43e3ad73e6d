"""How much ink lies on the paper: measured on the plates of a finished PDF, inside the bleed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factsheet.preflight.hits import Hit, InkFacts, PageFacts
from factsheet.preflight.separations import PagePlates, Separations
from factsheet.units import Rect, mm

SMALL = mm(1)
"""The side of the square over which ink is measured for H-09."""

LARGE = mm(15)
"""The side of the square over which ink is measured for R0026."""

LARGE_LIMIT = 320.0
"""The most ink over a large square, in per cent (GWG 2022, R0026)."""

ROUNDING = 1.0
"""Eight bits of four plates: half a step each, rounded up to a whole per cent."""

_STEP = 0.1
"""What is less apart is the same ink, in per cent."""


@dataclass(frozen=True, slots=True)
class Peak:
    """Where most ink lies on a page; places in points from the trim's top left, y down.

    Attributes:
        page: The page, from 1.
        most: The greatest sum of cyan, magenta, yellow and black over 1 mm², in per cent.
        place: That square millimetre.
        above: The area in mm² on which the limit is passed.
        widest: The greatest sum over 15 mm × 15 mm.
        widest_place: That square.
    """

    page: int
    most: float
    place: Rect
    above: float
    widest: float
    widest_place: Rect


@dataclass(frozen=True, slots=True)
class _Window:
    """The pixels of a page that are printed and not cut off as waste: those wholly inside the bleed box."""

    plates: PagePlates
    first: int
    last: int
    top: int
    foot: int
    trim: Rect

    def cut(self, pixels: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """The part of ``pixels`` inside the bleed."""
        return pixels[self.top : self.foot, self.first : self.last]

    def place(self, column: int, row: int, columns: int, rows: int) -> Rect:
        """Pixels, counted from the window's corner, in points from the trim's top left, y down."""
        scale = 72 / self.plates.ppi
        x = self.plates.left + (self.first + column) * scale
        y = self.plates.bottom + (self.plates.height - self.top - row) * scale
        return Rect(x - self.trim.x, self.trim.bottom - y, columns * scale, rows * scale)


def measure(
    separations: Separations, pages: Sequence[PageFacts], limit: float, *, gwg: bool = True
) -> tuple[InkFacts | None, tuple[Hit, ...]]:
    """The ink of a file, and where it is too much: above ``limit`` per cent (H-09), or too wide (R0026, if ``gwg``).

    No facts where no page has plates.
    """
    found = peaks(separations, pages, limit)
    if not found:
        return None, ()
    most, widest = max(found, key=lambda p: p.most), max(found, key=lambda p: p.widest)
    facts = InkFacts(
        most=round(most.most, 1),
        page=most.page,
        place=most.place,
        widest=round(widest.widest, 1),
        widest_page=widest.page,
        widest_place=widest.widest_place,
        plates=tuple(_shares(separations, page) for page in pages),
        source=separations.source,
        limit=limit,
    )
    return facts, tuple(hit for one in found for hit in _hits(one, limit, gwg))


def peaks(separations: Separations, pages: Sequence[PageFacts], limit: float) -> tuple[Peak, ...]:
    """Where most ink lies, on each page that has plates."""
    facts = {page.number: page for page in pages}
    return tuple(peak(plates, facts[plates.number], limit) for plates in separations.pages if plates.number in facts)


def bleed(page: PageFacts) -> Rect:
    """What of a page is printed before it is cut: its bleed box, or the next box that is there; y up."""
    return _first(page, ("BleedBox", "TrimBox", "ArtBox", "CropBox", "MediaBox"))


def trim(page: PageFacts) -> Rect:
    """The finished page: its trim box, or the next box that is there; y up."""
    return _first(page, ("TrimBox", "ArtBox", "CropBox", "MediaBox"))


def _first(page: PageFacts, names: Sequence[str]) -> Rect:
    return next((page.boxes[name] for name in names if name in page.boxes), Rect(0.0, 0.0, 0.0, 0.0))


def _window(plates: PagePlates, page: PageFacts) -> _Window:
    scale = plates.ppi / 72
    box = bleed(page)
    first = _within((box.x - plates.left) * scale, plates.width, up=True)
    last = _within((box.right - plates.left) * scale, plates.width, up=False)
    top = _within(plates.height - (box.bottom - plates.bottom) * scale, plates.height, up=True)
    foot = _within(plates.height - (box.y - plates.bottom) * scale, plates.height, up=False)
    if last <= first or foot <= top:
        first, last, top, foot = 0, plates.width, 0, plates.height
    return _Window(plates, first, last, top, foot, trim(page))


def _within(edge: float, most: int, *, up: bool) -> int:
    """The whole pixel next to ``edge``, on its inner side: a tenth of a pixel more or less is rounding."""
    whole = np.ceil(edge - 0.1) if up else np.floor(edge + 0.1)
    return int(min(max(whole, 0), most))


def peak(plates: PagePlates, page: PageFacts, limit: float) -> Peak:
    """Where most ink lies on one page."""
    window = _window(plates, page)
    sums = _summed(window.cut(plates.total()))
    pixel = 25.4 / plates.ppi
    small, large = _means(sums, round(SMALL / 72 * plates.ppi)), _means(sums, round(LARGE / 72 * plates.ppi))
    most, place = _greatest(small, sums, window)
    widest, widest_place = _greatest(large, sums, window)
    above = float(np.count_nonzero(small > limit + ROUNDING)) * pixel * pixel
    return Peak(plates.number, most, place, above, widest, widest_place)


def _summed(pixels: NDArray[np.uint16]) -> NDArray[np.int64]:
    """The summed-area table: one row and one column more than ``pixels``; any rectangle is four look-ups."""
    table = np.zeros((pixels.shape[0] + 1, pixels.shape[1] + 1), np.int64)
    np.cumsum(pixels, axis=0, out=table[1:, 1:])
    np.cumsum(table[1:, 1:], axis=1, out=table[1:, 1:])
    return table


def _means(sums: NDArray[np.int64], side: int) -> NDArray[np.float64]:
    """The mean ink in per cent of every square of ``side`` pixels; where the page is smaller, of all of it."""
    rows, columns = _sides(sums, side)
    found = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    return found / (rows * columns * 2.55)


def _sides(sums: NDArray[np.int64], side: int) -> tuple[int, int]:
    return max(min(side, sums.shape[0] - 1), 1), max(min(side, sums.shape[1] - 1), 1)


def _greatest(means: NDArray[np.float64], sums: NDArray[np.int64], window: _Window) -> tuple[float, Rect]:
    """The greatest of ``means``, and its place: the middle one where an even colour has many."""
    equals = np.flatnonzero(means > means.max() - _STEP)
    row, column = divmod(int(equals[equals.size // 2]), means.shape[1])
    rows, columns = sums.shape[0] - means.shape[0], sums.shape[1] - means.shape[1]
    return float(means.max()), window.place(column, row, columns, rows)


def _shares(separations: Separations, page: PageFacts) -> dict[str, float]:
    """How much of the bleed box each plate covers, in per cent; nothing for a page without plates."""
    plates = next((p for p in separations.pages if p.number == page.number), None)
    if plates is None:
        return {}
    window = _window(plates, page)
    return {
        name: round(float(window.cut(plates.plate(name).astype(np.uint16)).mean()) / 2.55, 2) for name in plates.names
    }


def _hits(found: Peak, limit: float, gwg: bool) -> Iterator[Hit]:
    if found.most > limit + ROUNDING:
        yield Hit(
            "H-09",
            "error",
            f"too much ink: {found.most:.0f} % on one square millimetre, and more than {limit:g} % "
            f"on about {area(found.above)} of this page",
            page=found.page,
            object="plates",
            found=f"{found.most:.1f} %",
            limit=f"{limit:g} %",
            place=found.place,
            hint="lighten the colours or the picture at this place, or convert the picture with the press's profile",
        )
    if gwg and found.widest > LARGE_LIMIT + ROUNDING:
        yield Hit(
            "R0026",
            "warning",
            f"a large dark area: {found.widest:.0f} % ink on the mean of a square of 15 mm, which dries slowly",
            page=found.page,
            object="plates",
            found=f"{found.widest:.1f} %",
            limit=f"{LARGE_LIMIT:g} %",
            place=found.widest_place,
            hint="replace cyan, magenta and yellow by more black in this area",
        )


def area(square_mm: float) -> str:
    """An area in words: ``42 mm²``, ``119 cm²``."""
    return f"{square_mm / 100:.0f} cm²" if square_mm >= 1000 else f"{max(square_mm, 1):.0f} mm²"

"""What touches the trim reaches the bleed (house, H-02), measured on objects and on the rendered page; empty pages."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from factsheet.preflight.context import Context
from factsheet.preflight.gathered import on_product, places
from factsheet.preflight.hits import Hit
from factsheet.preflight.marks import Mark
from factsheet.preflight.opened import Opened, OpenPage
from factsheet.preflight.rules import error, warning
from factsheet.raster import Raster, RasterError, page_image
from factsheet.units import Rect, mm

_TOLERANCE = 0.1
_HINT = "let backgrounds and pictures reach over the trim, as far as the bleed"
_PPI = 144.0
_RUN = mm(3)
"""How long a white gap beside ink must be along the edge to be told, in points."""

_WHITE = 250
"""A pixel whose channels are all above that is paper."""


def reaches(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-02 on objects after clipping; then, where objects show nothing, on the rendered page."""
    for page in opened.pages:
        found = list(_objects(opened, page, context.content.marks.get(page.number, [])))
        yield from found or _rendered(opened, page, context)


def _objects(opened: Opened, page: OpenPage, marks: list[Mark]) -> Iterator[Hit]:
    inked = [mark for mark in marks if mark.kind != "text" and not mark.white and on_product(opened, mark)]
    told: set[tuple[str, str]] = set()
    for side in _SIDES:
        cover = [span for mark in inked if (span := _bled(page, mark, side))]
        for mark in inked:
            span = _short(page, mark, side)
            if span is None or _covered(span, cover) or (side, mark.label + mark.kind) in told:
                continue
            told.add((side, mark.label + mark.kind))
            yield error(
                "H-02",
                f"{_NAMES[mark.kind]} touches the trim at the {side} and does not reach the bleed",
                page=page.number,
                thing=mark.label,
                found=_far(page, mark, side),
                limit="to the edge of the bleed",
                place=places(opened, mark),
                hint=_HINT,
            )


_SIDES = ("left", "right", "foot", "head")
_NAMES = {"fill": "a ground", "stroke": "a line", "image": "a picture", "shading": "a shading"}


def _edges(page: OpenPage, mark: Mark, side: str) -> tuple[float, float, float]:
    """How far a mark lies from the trim outwards, the bleed there, and from the trim inwards: all along one side."""
    assert mark.bounds is not None
    x0, y0, x1, y1 = mark.bounds
    trim, bleed = page.trim, page.bleed
    match side:
        case "left":
            return trim.x - x0, trim.x - bleed.x, x1 - trim.x
        case "right":
            return x1 - trim.right, bleed.right - trim.right, trim.right - x0
        case "foot":
            return trim.y - y0, trim.y - bleed.y, y1 - trim.y
        case _:
            return y1 - trim.bottom, bleed.bottom - trim.bottom, trim.bottom - y0


def _span(page: OpenPage, mark: Mark, side: str) -> tuple[float, float]:
    """The stretch of a mark along a side, within the trim."""
    assert mark.bounds is not None
    x0, y0, x1, y1 = mark.bounds
    trim = page.trim
    if side in ("left", "right"):
        return max(y0, trim.y), min(y1, trim.bottom)
    return max(x0, trim.x), min(x1, trim.right)


def _short(page: OpenPage, mark: Mark, side: str) -> tuple[float, float] | None:
    """The stretch on which a mark touches the trim and stops before the edge of the bleed; None where it does not."""
    outwards, bleed, inwards = _edges(page, mark, side)
    if outwards < -_TOLERANCE or inwards <= _TOLERANCE or outwards >= bleed - _TOLERANCE or bleed <= _TOLERANCE:
        return None
    low, high = _span(page, mark, side)
    return (low, high) if high - low > _TOLERANCE else None


def _bled(page: OpenPage, mark: Mark, side: str) -> tuple[float, float] | None:
    """The stretch on which a mark covers the bleed from trim to edge; None where it does not."""
    outwards, bleed, inwards = _edges(page, mark, side)
    if outwards < bleed - _TOLERANCE or inwards < -_TOLERANCE:
        return None
    low, high = _span(page, mark, side)
    return (low, high) if high > low else None


def _covered(span: tuple[float, float], cover: list[tuple[float, float]]) -> bool:
    """Whether stretches together cover ``span``."""
    at = span[0]
    for low, high in sorted(cover):
        if low > at + _TOLERANCE:
            return False
        at = max(at, high)
        if at >= span[1] - _TOLERANCE:
            return True
    return False


def _far(page: OpenPage, mark: Mark, side: str) -> str:
    outwards, _, _ = _edges(page, mark, side)
    return f"{max(outwards, 0) / mm(1):.2f} mm beyond the trim"


# -- the rendered page


def _rendered(opened: Opened, page: OpenPage, context: Context) -> Iterator[Hit]:
    """White gaps in the bleed beside ink at the trim, as they are seen."""
    trim, bleed = page.trim, page.bleed
    if min(trim.x - bleed.x, trim.y - bleed.y, bleed.right - trim.right, bleed.bottom - trim.bottom) < mm(1):
        return
    try:
        raster = page_image(opened.data, page.number, _PPI, area="bleed")
    except RasterError as problem:
        said = f"whether ink reaches the bleed on page {page.number} was asked of its objects alone: {problem}"
        context.content.unmeasured.append(said)
        return
    for side in _SIDES:
        gap = _gap(raster, page, side)
        if gap is not None:
            yield error(
                "H-02",
                f"there is ink at the trim at the {side} and none in the bleed beside it",
                page=page.number,
                thing=page.label,
                found="white",
                limit="to the edge of the bleed",
                place=gap,
                hint=_HINT,
            )


def _gap(raster: Raster, page: OpenPage, side: str) -> Rect | None:
    """The first stretch along a side where ink stops at the trim."""
    step = _PPI / 72
    pixels = np.frombuffer(raster.rgb, np.uint8).reshape(raster.height, raster.width, 3)
    trim, bleed = page.trim, page.bleed
    upright = side in ("left", "right")
    length = raster.height if upright else raster.width
    depth = {
        "left": trim.x - bleed.x,
        "right": bleed.right - trim.right,
        "foot": trim.y - bleed.y,
        "head": bleed.bottom - trim.bottom,
    }[side]
    inner, outer = round((depth + 0.6) * step), round(min(0.6, depth / 4) * step)
    skip = round((depth + 1) * step)
    half = round(depth * step * 0.6)
    gaps = ~_white(pixels, side, inner) & _white(pixels, side, outer) & _white(pixels, side, half)
    run = 0
    for at in range(skip, length - skip):
        run = run + 1 if gaps[at] else 0
        if run >= _RUN * step:
            place = (at - run) / step - depth
            if upright:
                return Rect(-depth if side == "left" else trim.width, place, depth, run / step)
            return Rect(place, -depth if side == "head" else trim.height, run / step, depth)
    return None


def _white(pixels: NDArray[np.uint8], side: str, into: int) -> NDArray[np.bool_]:
    """Which pixels along a side are paper, ``into`` the page from the edge of the picture."""
    along = pixels.swapaxes(0, 1) if side in ("left", "right") else pixels
    line = along[into if side in ("left", "head") else -1 - into]
    found: NDArray[np.bool_] = line.min(axis=1) >= _WHITE
    return found


def empty(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0005."""
    for page in opened.pages:
        marks = context.content.marks.get(page.number, [])
        if not any(on_product(opened, mark) and not mark.white for mark in marks):
            yield warning(
                "R0005", "the page is empty", page=page.number, thing=page.label, hint="look whether it is meant"
            )


JUDGES = ((("H-02",), reaches), (("R0005",), empty))

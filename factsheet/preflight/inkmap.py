"""The pictures of ink in the HTML report: every plate, and a map of all ink with its greatest marked."""

from typing import cast

import numpy as np
from numpy.typing import NDArray

from factsheet import raster
from factsheet.preflight import wording
from factsheet.preflight.figures import View, view_of
from factsheet.preflight.hits import PageFacts
from factsheet.preflight.ink import ROUNDING, Peak
from factsheet.preflight.markup import Markup, element, number, picture
from factsheet.preflight.separations import PagePlates

_PLATE_PIXELS = 540
"""The longer side of the picture of a plate, at most."""

_SCALE: tuple[tuple[float, tuple[int, int, int]], ...] = (
    (0, (255, 255, 255)),
    (1, (238, 243, 249)),
    (100, (176, 205, 230)),
    (200, (79, 142, 196)),
    (300, (16, 52, 102)),
    (400, (16, 52, 102)),
)
"""The colours of ink up to a limit of 300 per cent; for other limits the steps move with it."""

_TOO_MUCH = (214, 40, 40)
"""The colour of ink above the limit."""

_INKS = {"Cyan": "cyan", "Magenta": "magenta", "Yellow": "yellow", "Black": "black"}


def plate(plates: PagePlates, name: str, share: float | None) -> Markup:
    """One plate as a small grey picture, with its name and how much of the page it covers."""
    ink = plates.plate(name)
    told = "" if share is None else f"{share:.1f} %"
    shown = 255 - _smaller(ink.astype(np.float64))
    return element(
        "figure",
        _grey(shown, f"Plate {wording.safe(name)} of page {plates.number}"),
        element(
            "figcaption",
            element("span", class_=f"ink {_INKS.get(name, 'spot')}", aria_hidden="true"),
            element("b", wording.safe(name)),
            element("span", told if ink.any() else "empty", class_="share"),
        ),
        class_="plate",
    )


def heat(plates: PagePlates, page: PageFacts, peak: Peak, limit: float) -> Markup:
    """A map of all ink on a page, and a ring around the greatest."""
    percent = _smaller(plates.total().astype(np.float64)) / 2.55
    colours = _coloured(percent, limit)
    image = raster.Raster(colours.shape[1], colours.shape[0], colours.tobytes())
    view = view_of(page)
    told = f"Ink on page {plates.number}: {peak.most:.0f} % at most, {wording.place(peak.place)}"
    return element(
        "div",
        picture("image/png", raster.png(image), told, image.width, image.height),
        element("svg", _ring(peak, view, peak.most > limit + ROUNDING), viewBox=view.box, aria_hidden="true"),
        class_="sheet",
        style=f"aspect-ratio:{number(view.sheet.width)}/{number(view.sheet.height)}",
    )


def scale(limit: float) -> Markup:
    """The colours of the map of ink, from none to the limit and above."""
    steps = [limit * n / 6 for n in range(7)]
    stops = ", ".join(f"{_css(_colour(step, limit))} {100 * step / limit * 0.84:.0f}%" for step in steps)
    return element(
        "div",
        element(
            "div",
            class_="bar",
            style=f"background:linear-gradient(90deg, {stops}, {_css(_TOO_MUCH)} 84%, {_css(_TOO_MUCH)} 100%)",
        ),
        element(
            "div",
            element("span", "0 %", style="left:0"),
            element("span", f"{limit / 2:g} %", style="left:42%"),
            element("span", f"limit {limit:g} %", style="left:84%"),
            class_="ticks",
        ),
        class_="scale",
        role="img",
        aria_label=f"Scale: white is no ink, dark blue is {limit:g} per cent, red is above the limit",
    )


def _ring(peak: Peak, view: View, above: bool) -> Markup:
    """A ring around the square millimetre with most ink, and its value beside it."""
    x, y = peak.place.x + peak.place.width / 2, peak.place.y + peak.place.height / 2
    radius = max(16 * view.point, peak.place.width)
    right = x < view.sheet.x + view.sheet.width * 0.7
    text_x = x + (radius + 6 * view.point) * (1 if right else -1)
    text_y = min(max(y + 10 * view.point, view.sheet.y + 30 * view.point), view.sheet.bottom - 8 * view.point)
    return element(
        "g",
        [
            element("circle", cx=x, cy=y, r=radius, class_=name, vector_effect="non-scaling-stroke")
            for name in ("halo", None)
        ],
        element(
            "text",
            f"{peak.most:.0f} %",
            x=text_x,
            y=text_y,
            font_size=30 * view.point,
            text_anchor="start" if right else "end",
            paint_order="stroke",
            vector_effect="non-scaling-stroke",
        ),
        class_="peak above" if above else "peak",
    )


def _smaller(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """``pixels`` in blocks of their mean, so that the longer side suits a small picture."""
    block = max(-(-max(pixels.shape) // _PLATE_PIXELS), 1)
    rows, columns = max(pixels.shape[0] // block, 1), max(pixels.shape[1] // block, 1)
    cut = pixels[: rows * block, : columns * block]
    height, width = -(-cut.shape[0] // rows), -(-cut.shape[1] // columns)
    return cast("NDArray[np.float64]", cut.reshape(rows, height, columns, width).mean(axis=(1, 3)))


def _grey(pixels: NDArray[np.float64], alt: str) -> Markup:
    """A grey picture in 32 steps, which are small to keep and more than the eye tells apart in a thumbnail."""
    steps = (np.rint(pixels / 255 * 31) / 31 * 255).astype(np.uint8)
    rgb = np.repeat(steps[:, :, np.newaxis], 3, axis=2)
    image = raster.Raster(steps.shape[1], steps.shape[0], rgb.tobytes())
    return picture("image/png", raster.png(image), alt, image.width, image.height)


def _coloured(percent: NDArray[np.float64], limit: float) -> NDArray[np.uint8]:
    """Each value as a colour of the scale, in steps of 5 per cent."""
    table = np.array([_colour(5.0 * step, limit) for step in range(101)], np.uint8)
    steps = np.clip(np.ceil(percent / 5), 0, 100).astype(np.intp)
    above = percent > limit + ROUNDING
    steps[~above] = np.minimum(steps[~above], int(limit / 5))
    steps[above] = 100
    return table[steps]


def _colour(percent: float, limit: float) -> tuple[int, int, int]:
    if percent > limit:
        return _TOO_MUCH
    edges = [edge * limit / 300 for edge, _ in _SCALE]
    red, green, blue = (
        round(float(np.interp(percent, edges, [colour[channel] for _, colour in _SCALE]))) for channel in range(3)
    )
    return red, green, blue


def _css(colour: tuple[int, int, int]) -> str:
    return f"rgb({colour[0]} {colour[1]} {colour[2]})"

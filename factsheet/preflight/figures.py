"""The pictures of pages in the HTML report, with their boxes and faulty places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheet import raster
from factsheet.preflight import wording
from factsheet.preflight.hits import Hit, PageFacts
from factsheet.preflight.markup import Markup, element, number, picture
from factsheet.units import Pt, Rect

_PAGE_PIXELS = 1130
"""The longer side of the picture of a page: 90 ppi for A4 with bleed and marks."""

_FULL_WIDTH = 640
"""The width at which a page is shown on screen: numbers and lines keep their size whatever the page's."""

Numbered = tuple[int, Hit]


@dataclass(frozen=True, slots=True)
class View:
    """The sheet that a picture shows: the media box from the trim's top left, and points to a pixel of the screen."""

    sheet: Rect
    point: Pt

    @property
    def box(self) -> str:
        """What SVG calls the view box."""
        return " ".join(map(number, (self.sheet.x, self.sheet.y, self.sheet.width, self.sheet.height)))


def sheet(data: bytes, page: PageFacts, hits: Sequence[Numbered]) -> Markup:
    """The whole page as it is drawn, its boxes, and a numbered mark at the place of each of ``hits``.

    Where PDFium cannot show the page, the marks stand on an empty sheet that says so.
    """
    view = view_of(page)
    told = f"Page {page.number} of the file, {wording.page_size(page)}"
    return element(
        "div",
        _shown(data, page, view, told),
        element(
            "svg",
            element("g", _boxes(page), class_="boxes"),
            element("g", _marks(hits, view), class_="marks"),
            viewBox=view.box,
            role="group",
            aria_label=f"Boxes and findings on page {page.number}",
        ),
        class_="sheet",
        style=f"aspect-ratio:{number(view.sheet.width)}/{number(view.sheet.height)}",
    )


def legend(page: PageFacts) -> Markup:
    """The lines that stand for the boxes of a page, with their sizes."""
    items = [
        element(
            "li",
            element("span", class_=f"line {name.lower()}", aria_hidden="true"),
            element("b", _BOX_NAMES[name]),
            " ",
            wording.size(box.width, box.height),
        )
        for name, box in _drawn(page).items()
    ]
    return element("ul", *items, class_="legend")


_BOX_NAMES = {
    "MediaBox": "Sheet (MediaBox)",
    "CropBox": "Crop (CropBox)",
    "BleedBox": "Bleed (BleedBox)",
    "TrimBox": "Trim (TrimBox)",
    "ArtBox": "Art (ArtBox)",
}


def view_of(page: PageFacts) -> View:
    """What the pictures of ``page`` show."""
    boxes = wording.boxes_from_trim(page)
    area = boxes.get("MediaBox") or next(iter(boxes.values()), Rect(0.0, 0.0, 595.0, 842.0))
    area = Rect(area.x, area.y, max(area.width, 1.0), max(area.height, 1.0))
    return View(area, max(area.width / _FULL_WIDTH, area.height / (_FULL_WIDTH * 1.4142)))


def _drawn(page: PageFacts) -> dict[str, Rect]:
    """The boxes worth drawing: a crop box that is the sheet says nothing new."""
    boxes = wording.boxes_from_trim(page)
    return {name: box for name, box in boxes.items() if name != "CropBox" or box != boxes.get("MediaBox")}


def _shown(data: bytes, page: PageFacts, view: View, told: str) -> Markup:
    inches = max(view.sheet.width, view.sheet.height) / 72
    try:
        image = raster.page_image(data, page.number, min(_PAGE_PIXELS / inches, 220))
    except raster.RasterError as error:
        return element("p", f"This page cannot be shown: {error}.", class_="blank", role="img", aria_label=told)
    media_type, file = raster.compact(image)
    return picture(media_type, file, told, image.width, image.height)


def _boxes(page: PageFacts) -> Iterator[Markup]:
    for name, box in _drawn(page).items():
        yield _outline(box, "halo")
        yield _outline(box, name.lower())


def _marks(hits: Sequence[Numbered], view: View) -> Iterator[Markup]:
    """A frame and a number for each hit that has a place; no frame covers a number, and no number another."""
    placed = [(count, hit, _framed(hit.place, view)) for count, hit in hits if hit.place]
    levels = {frame: hit.level for _, hit, frame in reversed(placed)}
    for _, hit in reversed(hits):
        for place in hit.others:
            levels.setdefault(_framed(place, view), hit.level)
    for frame, level in levels.items():
        yield element("g", _outline(frame, "halo"), _outline(frame, _kind(frame, view)), class_=level)
    taken: list[Rect] = []
    for count, hit, frame in placed:
        taken.append(_free(_badge(count, frame, view), taken, view))
        yield _number(count, hit, taken[-1])


def _number(count: int, hit: Hit, badge: Rect) -> Markup:
    """The number of a hit, which leads to its row in the table."""
    told = wording.sentence(hit.message)
    return element(
        "a",
        element("title", f"{count}: {told}"),
        _outline(badge, "badge", badge.height / 2),
        element(
            "text",
            f"{count}",
            x=badge.x + badge.width / 2,
            y=badge.y + badge.height * 0.71,
            font_size=badge.height * 0.66,
            text_anchor="middle",
        ),
        href=f"#finding-{count}",
        id=f"mark-{count}",
        class_=hit.level,
        aria_label=f"Finding {count}: {told}",
    )


def _kind(frame: Rect, view: View) -> str:
    """A frame around much of the page is not filled: the page must stay to be seen."""
    return "frame wide" if frame.width * frame.height > 0.2 * view.sheet.width * view.sheet.height else "frame"


def _outline(box: Rect, class_: str, radius: Pt | None = None) -> Markup:
    """A rectangle whose line keeps its width on screen, however large the page is."""
    return element(
        "rect",
        x=box.x,
        y=box.y,
        width=max(box.width, 0.0),
        height=max(box.height, 0.0),
        rx=radius,
        class_=class_,
        vector_effect="non-scaling-stroke",
    )


def _framed(place: Rect, view: View) -> Rect:
    """The part of ``place`` on the sheet, a little larger, and never too small to be seen."""
    least = 12 * view.point
    area = view.sheet
    left, right = (min(max(x, area.x), area.right) for x in (place.x - 2 * view.point, place.right + 2 * view.point))
    top, foot = (min(max(y, area.y), area.bottom) for y in (place.y - 2 * view.point, place.bottom + 2 * view.point))
    if right - left < least:
        left = min(max((left + right - least) / 2, area.x), area.right - least)
        right = left + least
    if foot - top < least:
        top = min(max((top + foot - least) / 2, area.y), area.bottom - least)
        foot = top + least
    return Rect(left, top, right - left, foot - top)


def _badge(count: int, frame: Rect, view: View) -> Rect:
    height = 18 * view.point
    width = max(height, (8 + 8 * len(str(count))) * view.point)
    aside = 5 * view.point  # the number covers the corner of the frame, not what is in it
    return _inside(Rect(frame.x - width + aside, frame.y - height + aside, width, height), view)


def _inside(badge: Rect, view: View) -> Rect:
    area = view.sheet
    x = max(min(badge.x, area.right - badge.width), area.x)
    y = max(min(badge.y, area.bottom - badge.height), area.y)
    return Rect(x, y, badge.width, badge.height)


def _free(badge: Rect, taken: Sequence[Rect], view: View) -> Rect:
    """The place nearest to ``badge`` that no other number has: looked for in rings around it."""
    step = badge.height * 1.04
    for ring in range(40):
        for across, down in _ring(ring):
            moved = _inside(
                Rect(badge.x + across * badge.width * 1.04, badge.y + down * step, badge.width, badge.height), view
            )
            if not any(_touch(moved, other) for other in taken):
                return moved
    return badge


def _ring(number: int) -> Iterator[tuple[int, int]]:
    """The steps of a ring around a place, those on the same line first."""
    side = range(-number, number + 1)
    steps = [(across, down) for across in side for down in side if max(abs(across), abs(down)) == number]
    return iter(sorted(steps, key=lambda step: (abs(step[1]), -step[0])))


_EDGE: Pt = 0.01
"""What rounding may add to an edge."""


def _touch(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right - _EDGE
        and other.x < one.right - _EDGE
        and one.y < other.bottom - _EDGE
        and other.y < one.bottom - _EDGE
    )

"""The boxes of pages: which there are, how they lie in each other, and how much bleed there is."""

from collections.abc import Iterator

from factsheet.design.press import USUAL_BLEED_MM
from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened, OpenPage
from factsheet.preflight.rules import error, warning
from factsheet.units import Rect, to_mm

_TOLERANCE = 0.01
_BLEED_TOLERANCE_MM = 0.05
_EXPORT = "export it with trim box and bleed box"


def well_formed(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-30."""
    for page in opened.pages:
        for name in page.wrong:
            yield error(
                "X-30",
                f"the {_NAMES[name]} is not four numbers with some room between them",
                page=page.number,
                thing=page.label,
                found=name,
                hint=_EXPORT,
            )
        if "MediaBox" not in page.boxes and "MediaBox" not in page.wrong:
            yield error("X-30", "the page has no media box", page=page.number, thing=page.label, hint=_EXPORT)
        sides = (page.media.width, page.media.height)
        if min(sides) < _LEAST_SIDE or max(sides) > _MOST_SIDE:
            yield error(
                "X-30",
                "the media box is smaller or larger than programs can show",
                page=page.number,
                thing=page.label,
                found=f"{sides[0]:,.5g} × {sides[1]:,.5g} points",
                limit=f"{_LEAST_SIDE} to {_MOST_SIDE:,} points",
                hint=_EXPORT,
            )


_LEAST_SIDE, _MOST_SIDE = 3, 14_400
"""The shortest and the longest side of a page (ISO 32000-1, annex C)."""


_NAMES = {
    "MediaBox": "media box",
    "CropBox": "crop box",
    "BleedBox": "bleed box",
    "TrimBox": "trim box",
    "ArtBox": "art box",
}


def finished_size(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-31."""
    for page in opened.pages:
        there = [name for name in ("TrimBox", "ArtBox") if name in page.boxes]
        if len(there) != 1:
            message = "the page has both a trim box and an art box" if there else "the page has no trim box"
            yield error(
                "X-31",
                message,
                page=page.number,
                thing=page.label,
                found=" and ".join(there) or "neither",
                limit="TrimBox",
                hint=_EXPORT,
            )


def nested(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-32."""
    for page in opened.pages:
        final = "TrimBox" if "TrimBox" in page.boxes else "ArtBox"
        for inner, outer in (
            (final, "BleedBox"),
            (final, "CropBox"),
            (final, "MediaBox"),
            ("BleedBox", "MediaBox"),
            ("CropBox", "MediaBox"),
        ):
            one, other = page.boxes.get(inner), page.boxes.get(outer)
            if one is not None and other is not None and (out := _beyond(one, other)) > _TOLERANCE:
                yield error(
                    "X-32",
                    f"the {_NAMES[inner]} reaches {to_mm(out):.2f} mm out of the {_NAMES[outer]}",
                    page=page.number,
                    thing=page.label,
                    found=_said(one),
                    limit=f"inside {_said(other)}",
                    hint=_EXPORT,
                )


def _beyond(inner: Rect, outer: Rect) -> float:
    """How far ``inner`` reaches out of ``outer``."""
    return max(outer.x - inner.x, outer.y - inner.y, inner.right - outer.right, inner.bottom - outer.bottom)


def _said(rect: Rect) -> str:
    return f"[{rect.x:g} {rect.y:g} {rect.right:g} {rect.bottom:g}]"


def view(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-33."""
    preferences = opened.get(opened.catalog, "ViewerPreferences")
    for key in ("ViewArea", "ViewClip", "PrintArea", "PrintClip"):
        found = opened.name(opened.get(preferences, key))
        if found and found not in ("MediaBox", "BleedBox"):
            yield error(
                "X-33",
                f"the viewer is told to show the {_NAMES.get(found, found)} alone ({key})",
                thing="catalogue",
                found=found,
                limit="MediaBox or BleedBox",
                hint=_EXPORT,
            )


def unit(opened: Opened, _: Context) -> Iterator[Hit]:
    """R0002."""
    for page in opened.pages:
        if "/UserUnit" in page.dictionary:
            found = opened.number(opened.get(page.dictionary, "UserUnit"))
            yield error(
                "R0002",
                "the page is measured in units of its own; all sizes in this report are told in points of 1/72 inch",
                page=page.number,
                thing=page.label,
                found=f"UserUnit {found:g}",
                limit="none",
                hint="export it without scaling",
            )


def cropped(opened: Opened, _: Context) -> Iterator[Hit]:
    """R0003."""
    for page in opened.pages:
        crop = page.boxes.get("CropBox")
        if crop is not None and max(_beyond(crop, page.media), _beyond(page.media, crop)) > _TOLERANCE:
            yield error(
                "R0003",
                "the crop box is not the media box",
                page=page.number,
                thing=page.label,
                found=_said(crop),
                limit=_said(page.media),
                hint="remove the crop box",
            )


def alike(opened: Opened, _: Context) -> Iterator[Hit]:
    """R0004."""
    first = opened.pages[0].trim
    for page in opened.pages:
        turned = rotation(opened, page)
        if turned:
            yield warning(
                "R0004",
                f"the page is turned by {turned}°",
                page=page.number,
                thing=page.label,
                found=str(turned),
                limit="0",
                hint="export it upright",
            )
        if max(abs(page.trim.width - first.width), abs(page.trim.height - first.height)) > 0.5:
            found, limit = (f"{to_mm(r.width):.1f} × {to_mm(r.height):.1f} mm" for r in (page.trim, first))
            yield warning(
                "R0004",
                "the page has another size than page 1",
                page=page.number,
                thing=page.label,
                found=found,
                limit=limit,
                hint="make all pages of one size",
            )


def rotation(opened: Opened, page: OpenPage) -> int:
    """How far a page is turned, in degrees."""
    node: object = page.dictionary
    for _ in range(50):
        found = opened.get(node, "Rotate")
        if found is not None:
            return int(opened.number(found)) % 360
        node = opened.get(node, "Parent")
        if node is None:
            return 0
    return 0


def bleed(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-01; where less is wanted than the house asks for, that is a warning."""
    wanted, usual = context.limits.bleed_mm, USUAL_BLEED_MM
    if wanted < usual - _BLEED_TOLERANCE_MM:
        yield warning(
            "H-01",
            f"no more than {wanted:g} mm of bleed is wanted; printing offices ask for {usual:g} mm",
            found=f"{wanted:g} mm",
            limit=f"{usual:g} mm",
            hint="ask the printing office whether it can print without",
        )
    for page in opened.pages:
        if wanted <= 0:
            return
        outer, inner = page.boxes.get("BleedBox"), page.trim
        if outer is None:
            yield error(
                "H-01",
                "the page has no bleed box",
                page=page.number,
                thing=page.label,
                found="none",
                limit=f"{wanted:g} mm",
                hint=f"export it with {wanted:g} mm of bleed",
            )
            continue
        sides = {
            "left": inner.x - outer.x,
            "foot": inner.y - outer.y,
            "right": outer.right - inner.right,
            "head": outer.bottom - inner.bottom,
        }
        short = {side: to_mm(value) for side, value in sides.items() if to_mm(value) < wanted - _BLEED_TOLERANCE_MM}
        if short:
            said = ", ".join(f"{value:.2f} mm at the {side}" for side, value in short.items())
            yield error(
                "H-01",
                f"there is less than {wanted:g} mm of bleed: {said}",
                page=page.number,
                thing=page.label,
                found=f"{min(short.values()):.2f} mm",
                limit=f"{wanted:g} mm",
                hint=f"export it with {wanted:g} mm of bleed",
            )


JUDGES = (
    (("X-30",), well_formed),
    (("X-31",), finished_size),
    (("X-32",), nested),
    (("X-33",), view),
    (("R0002",), unit),
    (("R0003",), cropped),
    (("R0004",), alike),
    (("H-01",), bleed),
)

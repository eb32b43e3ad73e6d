"""Pictures: pixels enough at the size at which they are printed (GWG 2022, R0031 and R0032), and 8 bits."""

from collections.abc import Iterator

from factsheet.preflight.context import Context
from factsheet.preflight.gathered import on_product, places
from factsheet.preflight.hits import Hit, ImageFacts
from factsheet.preflight.marks import Content, Mark
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning

_PHOTO = (149.0, 224.0)
_DRAWING = (549.0, 799.0)
_TINY = 16
"""Pictures no larger than that many pixels each way are grounds, not pictures."""


def resolution(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0031 and R0032: of a picture that is shown several times, each time."""
    for mark in context.content.all():
        if mark.kind != "image" or not on_product(opened, mark) or max(mark.pixels) <= _TINY or mark.ppi <= 0:
            continue
        rule, (coarse, fine) = ("R0032", _DRAWING) if mark.bits == 1 else ("R0031", _PHOTO)
        if mark.ppi > fine:
            continue
        make, limit = (error, coarse) if mark.ppi <= coarse else (warning, fine)
        what = "line drawing" if rule == "R0032" else "picture"
        yield make(
            rule,
            f"a {what} has {mark.ppi:.0f} pixels on an inch; more than {limit:.0f} are needed",
            page=mark.page,
            thing=mark.label,
            found=f"{mark.ppi:.0f} ppi",
            limit=f"> {limit:.0f} ppi",
            place=places(opened, mark),
            hint="use a picture with more pixels, or print it smaller",
        )


def bits(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-84."""
    if not context.x1a:
        return
    for label, thing in opened.used.items():
        if (
            opened.name(opened.get(thing, "Subtype")) == "Image"
            and opened.number(opened.get(thing, "BitsPerComponent")) == 16
        ):
            yield error(
                "X-84", "a picture has 16 bits", thing=label, found="16", limit="8", hint="export it as PDF/X-1a:2003"
            )


def images(opened: Opened, content: Content) -> tuple[ImageFacts, ...]:
    """Every picture where it is shown."""
    return tuple(_facts(opened, mark) for mark in content.all() if mark.kind == "image" and not mark.aside)


def _facts(opened: Opened, mark: Mark) -> ImageFacts:
    packing = mark.packed.removesuffix("Decode") or "none"
    names = {"DCT": "JPEG", "Flate": "Flate", "JPX": "JPEG 2000", "CCITTFax": "fax"}
    family = mark.space.family or "unknown"
    return ImageFacts(
        mark.page,
        mark.label,
        mark.pixels,
        mark.ppi,
        family,
        mark.bits,
        names.get(packing, packing),
        places(opened, mark)[0],
    )


JUDGES = ((("R0031", "R0032"), resolution), (("X-84",), bits))

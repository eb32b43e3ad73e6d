"""Proof that pictures have pixels enough for the size at which they are shown."""

from collections.abc import Iterator

from factsheet.document import Document, Picture, walk
from factsheet.findings import Finding, Where
from factsheet.units import to_mm

FINE = 225
"""The pixels on an inch from which a picture is sharp in print."""

COARSE = 150
"""The pixels on an inch below which everybody sees them."""


def judge_pictures(document: Document) -> list[Finding]:
    """For each picture with too few pixels, where it is coarsest: a warning, or an error where everybody sees it."""
    worst: dict[tuple[Where, str], Picture] = {}
    for where, picture in _pictures(document):
        key = (where, picture.bitmap.digest)
        if key not in worst or picture.resolution < worst[key].resolution:
            worst[key] = picture
    return [_coarse(where, picture) for (where, _), picture in worst.items() if picture.resolution < FINE]


def _pictures(document: Document) -> Iterator[tuple[Where, Picture]]:
    for page in document.pages:
        for region in page.regions:
            for _, _, item, path in walk(region.frame):
                if isinstance(item, Picture):
                    yield next((tag.where for tag in reversed(path) if tag.where.line), Where("")), item


def _coarse(where: Where, picture: Picture) -> Finding:
    file, have = picture.bitmap, picture.resolution
    size = f"{to_mm(picture.width):.0f} × {to_mm(picture.height):.0f} mm"
    needed = file.width * FINE / have
    message = f"{file.path.name} has {have:.0f} pixels on an inch at its size of {size}; print needs {FINE}"
    hint = f"use a picture of at least {-(-needed // 10) * 10:.0f} pixels in width (this one has {file.width})"
    return Finding("resolution", message, "error" if have < COARSE else "warning", where, hint)

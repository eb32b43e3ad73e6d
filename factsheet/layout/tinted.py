"""Texts that are not translated, shown as such: in an ink of their own, and in the language that they are in."""

from dataclasses import replace

from factsheet.design.inks import Ink, luminance
from factsheet.document import Document, Frame, Page, Placed, Tag, Words

DARK = Ink("untranslated", (0.0, 1.0, 0.0, 0.0), (0.70, 0.0, 0.40))
"""What stands on paper: one plate, so that small type stays sharp; 6.8 : 1 on white."""

LIGHT = Ink("untranslated, on a ground", (0.0, 0.15, 0.6, 0.0), (1.0, 0.85, 0.4))
"""What stands on a dark ground."""

_LIGHT = 0.4
"""The luminance from which on an ink was meant for a dark ground."""


def tinted(document: Document, places: frozenset[tuple[int, int]], language: str) -> Document:
    """``document`` with the texts written at ``places`` of the spec in an ink of their own, and in ``language``."""
    pages = tuple(
        Page(tuple(replace(region, frame=_tinted(region.frame, places, language, False)) for region in page.regions))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _tinted(frame: Frame, places: frozenset[tuple[int, int]], language: str, inside: bool) -> Frame:
    inside = _is_at(frame.tag, places, inside)
    items: list[Placed] = []
    for x, y, item in frame.items:
        if isinstance(item, Frame):
            items.append((x, y, _tinted(item, places, language, inside)))
        elif isinstance(item, Words) and _is_at(item.tag, places, inside):
            ink = LIGHT if luminance(item.ink.rgb) > _LIGHT else DARK
            items.append((x, y, replace(item, ink=ink, language=item.language or language)))
        else:
            items.append((x, y, item))
    return replace(frame, items=tuple(items))


def _is_at(tag: Tag | None, places: frozenset[tuple[int, int]], otherwise: bool) -> bool:
    """Whether what ``tag`` is of was written at one of ``places``; a tag without a place is part of what is around."""
    if tag is None or not tag.where.line:
        return otherwise
    return (tag.where.line, tag.where.column) in places or otherwise

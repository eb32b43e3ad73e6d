"""What moves, opens, or lies upon the page: actions, forms, notes, embedded files, layers."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened, OpenPage
from factsheet.preflight.rules import error
from factsheet.units import Rect

_PLAIN = "export it for printing, without links, forms and media"


def by_itself(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-15."""
    opening = opened.get(opened.catalog, "OpenAction")
    if isinstance(opening, DictionaryObject):
        yield error(
            "B-15",
            "something happens when the file is opened",
            thing="catalogue",
            found=opened.name(opened.get(opening, "S")),
            hint=_PLAIN,
        )
    if opened.get(opened.catalog, "Names", "JavaScript") is not None:
        yield error("B-15", "there is JavaScript in the file", thing="catalogue", hint=_PLAIN)
    for label, thing in opened.dictionaries():
        if "/AA" in thing:
            yield error(
                "B-15", "something happens when a page or field is opened", thing=label, found="/AA", hint=_PLAIN
            )
        if opened.name(opened.get(thing, "S")) == "JavaScript" and "/JS" in thing:
            yield error("B-15", "there is JavaScript in the file", thing=label, hint=_PLAIN)


def replaced(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-16."""
    form = opened.get(opened.catalog, "AcroForm")
    if opened.get(form, "XFA") is not None:
        yield error("B-16", "there is an XFA form", thing="catalogue", found="/XFA", hint=_PLAIN)
    if bool(getattr(opened.get(form, "NeedAppearances"), "value", opened.get(form, "NeedAppearances"))):
        yield error(
            "B-16", "fields of a form have no appearance", thing="catalogue", found="/NeedAppearances", hint=_PLAIN
        )
    for label, thing in opened.used.items():
        if not isinstance(thing, StreamObject):
            continue
        kinds = [opened.name(opened.get(thing, key)) for key in ("Subtype", "Subtype2")]
        if "PS" in kinds or ("/PS" in thing and kinds[0] == "Form"):
            yield error("B-16", "there is PostScript in the file", thing=label, found="/PS", hint=_PLAIN)
        for key, what in (("OPI", "a picture is to be replaced (OPI)"), ("Alternates", "a picture has alternates")):
            if "/" + key in thing and kinds[0] in ("Image", "Form"):
                yield error("B-16", what, thing=label, found=f"/{key}", hint="embed the pictures in full")


def actions(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-70."""
    found: dict[str, dict[str, None]] = {}
    for label, thing in opened.dictionaries():
        for key in ("A", "OpenAction", "AA"):
            held = opened.get(thing, key)
            if not isinstance(held, DictionaryObject) or not _acts(opened, held, key):
                continue
            what = opened.name(opened.get(held, "S")) or key
            found.setdefault(what, {})[label] = None
    for what, labels in found.items():
        first, *others = labels
        more = f", and {len(others)} more of this kind" if others else ""
        yield error("X-70", f"there is an action ({what}){more}", thing=first, found=what, hint=_PLAIN)
    if opened.get(opened.catalog, "Names", "JavaScript") is not None:
        yield error("X-70", "there is JavaScript in the file", thing="catalogue", hint=_PLAIN)


_ACTIONS = {
    "GoTo",
    "GoToR",
    "GoToE",
    "Launch",
    "Thread",
    "URI",
    "Sound",
    "Movie",
    "Hide",
    "Named",
    "SubmitForm",
    "ResetForm",
    "ImportData",
    "JavaScript",
    "SetOCGState",
    "Rendition",
    "Trans",
    "GoTo3DView",
    "RichMediaExecute",
}


def _acts(opened: Opened, held: DictionaryObject, key: str) -> bool:
    """Whether ``held`` is an action: attributes of structure elements are called A, too."""
    return key == "AA" or opened.name(opened.get(held, "S")) in _ACTIONS


def notes(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-71."""
    for page in opened.pages:
        for reference in opened.array(opened.get(page.dictionary, "Annots")):
            note = opened.resolve(reference)
            kind = opened.name(opened.get(note, "Subtype"))
            values = [opened.number(v) for v in opened.array(opened.get(note, "Rect"))]
            if kind in ("TrapNet", "Popup") or len(values) != 4:
                continue
            place = page.place(*values)
            room = page.trim if kind == "PrinterMark" else page.bleed
            if _touches(page, place, room):
                what = _KINDS.get(kind, f"a note ({kind or 'of no kind'})")
                where = "trimmed page" if kind == "PrinterMark" else "bleed"
                yield error(
                    "X-71",
                    f"{what} lies inside the {where}",
                    page=page.number,
                    thing=opened.label(reference),
                    found=kind,
                    place=place,
                    hint=_PLAIN,
                )


_KINDS = {"Link": "a link", "Text": "a note", "Widget": "a field of a form", "PrinterMark": "a printer’s mark"}


def _touches(page: OpenPage, place: Rect, room: Rect) -> bool:
    box = page.place(room.x, room.y, room.right, room.bottom)
    return place.x < box.right and place.right > box.x and place.y < box.bottom and place.bottom > box.y


def files(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-73."""
    if opened.get(opened.catalog, "Names", "EmbeddedFiles") is not None:
        yield error("X-73", "files are embedded", thing="catalogue", hint="remove the attachments")
    for label, thing in opened.dictionaries():
        if "/EF" in thing and isinstance(opened.get(thing, "EF"), DictionaryObject):
            yield error("X-73", "a file is embedded", thing=label, found="/EF", hint="remove the attachments")


def layers(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-90."""
    properties = opened.get(opened.catalog, "OCProperties")
    if properties is None:
        return
    if context.x1a:
        yield error(
            "X-90", "there are layers, which PDF/X-1a does not know", thing="catalogue", hint="flatten the layers"
        )
        return
    every: list[Any] = [opened.get(properties, "D"), *opened.array(opened.get(properties, "Configs"))]
    for one in every:
        shown = opened.resolve(one)
        if not isinstance(shown, DictionaryObject):
            continue
        label = opened.label(one) or "catalogue"
        if not opened.text(opened.get(shown, "Name")).strip():
            yield error("X-90", "a configuration of layers has no name", thing=label, hint="name or flatten the layers")
        if isinstance(opened.get(shown, "AS"), ArrayObject):
            yield error("X-90", "layers switch by themselves", thing=label, found="/AS", hint="flatten the layers")


JUDGES = (
    (("B-15",), by_itself),
    (("B-16",), replaced),
    (("X-70",), actions),
    (("X-71",), notes),
    (("X-73",), files),
    (("X-90",), layers),
)

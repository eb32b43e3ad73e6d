"""What a reader of a tagged file needs besides tags: its title, its language, links and notes that speak (PDF/UA-1)."""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

from factsheet.preflight.context import Context
from factsheet.preflight.graphics import true
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened, OpenPage
from factsheet.preflight.rules import error, warning
from factsheet.preflight.tree_rules import holders
from factsheet.units import Rect

_AGAIN = "export it anew as an accessible PDF (PDF/UA)"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The code of a language (RFC 3066)."""


def identified(opened: Opened, _: Context) -> Iterator[Hit]:
    """06-001, 06-002, 06-003: the metadata say that it is PDF/UA-1, and what it is called."""
    xmp = opened.xmp
    if not xmp.present:
        yield error("06-001", "the file has no metadata packet (XMP)", thing="catalogue", hint=_AGAIN)
    part = xmp.one("pdfuaid", "part")
    if part != "1":
        said = "the metadata do not say that the file is PDF/UA-1"
        yield error("06-002", said, thing="metadata", found=part[:40] or "nothing", limit="pdfuaid:part 1", hint=_AGAIN)
    if not xmp.one("dc", "title"):
        yield error(
            "06-003", "the metadata do not say what the file is called (dc:title)", thing="metadata", hint=_AGAIN
        )


def titled(opened: Opened, _: Context) -> Iterator[Hit]:
    """07-001, 07-002."""
    shown = opened.get(opened.catalog, "ViewerPreferences", "DisplayDocTitle")
    if shown is None:
        said = "the file does not say that its title is shown instead of its name (DisplayDocTitle)"
        yield error("07-001", said, thing="catalogue", found="nothing", limit="true", hint=_AGAIN)
    elif not true(shown):
        said = "the file says that its name is shown instead of its title (DisplayDocTitle)"
        yield error("07-002", said, thing="catalogue", found="false", limit="true", hint=_AGAIN)


def languages(opened: Opened, context: Context) -> Iterator[Hit]:
    """11-001 to 11-006, UA-7.2-lang: the language of everything that is read out is known, and is one."""
    main = opened.text(opened.get(opened.catalog, "Lang"))
    if not main:
        yield from _unknown(opened, context)
    told: set[str] = set()
    named = [(main, "catalogue", 0)] if main else []
    named += [
        (opened.text(opened.get(one.dictionary, "Lang")), one.label, one.page)
        for one in context.tree.all()
        if opened.get(one.dictionary, "Lang") is not None
    ]
    named += [(one.language, one.tag, one.page) for one, _ in context.content.sequences if one.language]
    for language, thing, page in named:
        if language and not _TAG.fullmatch(language) and language not in told:
            told.add(language)
            said = f"“{language[:40]}” is not the code of a language"
            yield error(
                "UA-7.2-lang", said, page=page, thing=thing, found=language[:40], limit="as en or de-CH", hint=_AGAIN
            )


def _unknown(opened: Opened, context: Context) -> Iterator[Hit]:
    """What has no language, where the catalogue names none: everything that does not say its own."""
    speaking = {(one.page, one.mcid, one.form) for one, _ in context.content.sequences if one.language}
    first = next(
        (
            piece
            for element in context.tree.all()
            for piece in element.pieces
            if not any(opened.text(opened.get(one.dictionary, "Lang")) for one in _up(element))
            and (piece.page, piece.mcid, piece.form) not in speaking
        ),
        None,
    )
    hint = "name the language of the document"
    if first is not None or not context.tree.present:
        said = "the language of the text cannot be told: the catalogue names none"
        yield error("11-001", said, page=first.page if first else 0, thing="catalogue", hint=hint)
    for element in context.tree.all():
        spoken = [key for key in ("Alt", "ActualText", "E") if opened.get(element.dictionary, key) is not None]
        if spoken and not any(opened.text(opened.get(one.dictionary, "Lang")) for one in _up(element)):
            said = f"the language of what is read out for {element.said} cannot be told"
            yield error("11-002", said, page=element.page, thing=element.label, found=spoken[0], hint=hint)
            break
    if opened.get(opened.catalog, "Outlines", "First") is not None:
        yield error("11-003", "the language of the bookmarks cannot be told", thing="catalogue", hint=hint)
    if any(opened.get(note, "Contents") is not None for page in opened.pages for _, note in _notes(opened, page)):
        yield error("11-004", "the language of what links and notes say cannot be told", thing="catalogue", hint=hint)
    if any("/TU" in thing for _, thing in opened.dictionaries()):
        yield error(
            "11-005", "the language of what fields of the form say cannot be told", thing="catalogue", hint=hint
        )
    if opened.xmp.one("dc", "title") and opened.xmp.only_default("dc", "title"):
        yield error("11-006", "the language of the metadata cannot be told", thing="metadata", hint=hint)


def _up(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.parent


def _notes(opened: Opened, page: OpenPage) -> Iterator[tuple[str, DictionaryObject]]:
    """Every annotation of ``page`` with the number of its object."""
    for reference in opened.array(opened.get(page.dictionary, "Annots")):
        note = opened.resolve(reference)
        if isinstance(note, DictionaryObject):
            yield opened.label(reference), note


_KNOWN_NAMES = (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink "
    "Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact"
)
_KNOWN = frozenset(_KNOWN_NAMES.split())


def annotations(opened: Opened, context: Context) -> Iterator[Hit]:
    """28-002 to 28-018: links, notes and fields stand in the tree, and say what they are."""
    held = holders(context.tree)
    for page in opened.pages:
        notes = list(_notes(opened, page))
        tabs = opened.name(opened.get(page.dictionary, "Tabs"))
        if notes and tabs != "S":
            rule = "28-009" if tabs else "28-008"
            said = "links and fields are not visited in the order of the tags (Tabs)"
            yield error(rule, said, page=page.number, thing=page.label, found=tabs or "nothing", limit="S", hint=_AGAIN)
        for label, note in notes:
            yield from _note(opened, page, label, note, held.get(label))


def _note(opened: Opened, page: OpenPage, label: str, note: DictionaryObject, element: Any) -> Iterator[Hit]:
    kind = opened.name(opened.get(note, "Subtype"))
    flags = int(opened.number(opened.get(note, "F")))
    sides = [opened.number(value) for value in opened.array(opened.get(note, "Rect"))]
    place = page.place(*sides) if len(sides) == 4 else None

    def wrong(rule: str, message: str, found: str = "", limit: str = "") -> Hit:
        return error(
            rule, message, page=page.number, thing=label, found=found, limit=limit, place=place, hint=_AGAIN
        )  # fmt: skip

    if kind not in _KNOWN:
        yield wrong("28-006", f"there is no annotation of the kind {kind[:30] or 'without a name'}", kind[:30])
    if kind == "TrapNet":
        yield wrong("28-007", "there is an annotation for trapping (TrapNet)", kind)
    if kind == "PrinterMark" and element is not None:
        yield wrong("28-017", "a printer’s mark stands in the structure tree")
    if kind == "PrinterMark" and b"/Artifact" not in (opened.stream(opened.get(note, "AP", "N")) or b"/Artifact"):
        yield wrong("28-018", "a printer’s mark is not marked as an artefact")
    if not (flags & 2 or kind == "PrinterMark" or _outside(page, place)):
        for rule, message, limit, found in _spoken(opened, kind, note, element):
            yield wrong(rule, message, found, limit)


def _spoken(opened: Opened, kind: str, note: DictionaryObject, element: Any) -> Iterator[tuple[str, str, str, str]]:
    """What an annotation that is seen lacks: the rule, a sentence, what is wanted, and what was found."""
    role = element.role if element is not None else ""
    contents = opened.text(opened.get(note, "Contents")).strip()
    spoken = contents or (opened.text(opened.get(element.dictionary, "Alt")).strip() if element is not None else "")
    if kind == "Link":
        if role != "Link":
            yield "28-011", "a link does not stand in a Link of the structure tree", "Link", role or "nothing"
        if not contents:
            yield "28-012", "a link does not say where it leads (Contents)", "Contents", "nothing"
    elif kind == "Widget":
        if role != "Form":
            yield "28-010", "a field does not stand in a Form of the structure tree", "Form", role or "nothing"
        if not opened.text(_inherited(opened, note, "TU")).strip() and not spoken:
            yield "28-005", "a field does not say what it is for (TU)", "TU", "nothing"
    else:
        if role != "Annot":
            yield "28-002", "a note does not stand in an Annot of the structure tree", "Annot", role or "nothing"
        if not spoken:
            yield "28-004", "a note does not say anything (Contents)", "Contents", "nothing"


def _outside(page: OpenPage, place: Rect | None) -> bool:
    if place is None:
        return False
    box = page.place(page.media.x, page.media.y, page.media.right, page.media.bottom)
    return place.right < box.x or place.x > box.right or place.bottom < box.y or place.y > box.bottom


def _inherited(opened: Opened, field: Any, key: str) -> Any:
    """An entry of a field, its own or that of the fields above it (12.7.3)."""
    for _ in range(32):
        found = opened.get(field, key)
        if found is not None or field is None:
            return found
        field = opened.get(field, "Parent")
    return None


def media(opened: Opened, _: Context) -> Iterator[Hit]:
    """28-014, 28-015, 21-001: clips and attached files say what they are."""
    for label, thing in opened.dictionaries():
        if opened.name(opened.get(thing, "S")) in ("MCD", "MCS"):
            for rule, key in (("28-014", "CT"), ("28-015", "Alt")):
                if opened.get(thing, key) is None:
                    said = f"a clip of sound or film does not say what it is ({key})"
                    yield error(rule, said, thing=label, found="nothing", limit=key, hint=_AGAIN)
        if isinstance(opened.get(thing, "EF"), DictionaryObject):
            lacks = [key for key in ("F", "UF") if not opened.text(opened.get(thing, key))]
            if lacks:
                said = f"an embedded file has no name ({' and '.join(lacks)})"
                yield error("21-001", said, thing=label, found="nothing", limit="F and UF", hint=_AGAIN)


def switched(opened: Opened, _: Context) -> Iterator[Hit]:
    """20-001 to 20-003: configurations of layers have names, and do not switch by themselves."""
    layers = opened.get(opened.catalog, "OCProperties")
    for key in ("D", "Configs"):
        found = opened.get(layers, key)
        for one in list(found) if isinstance(found, ArrayObject) else [found] if found is not None else []:
            if not opened.text(opened.get(one, "Name")).strip():
                rule = "20-001" if key == "Configs" else "20-002"
                yield error(rule, "a configuration of layers has no name", thing="catalogue", hint=_AGAIN)
            if opened.get(one, "AS") is not None:
                yield error("20-003", "layers switch by themselves", thing="catalogue", found="/AS", hint=_AGAIN)


def forms(opened: Opened, _: Context) -> Iterator[Hit]:
    """25-001, 26-002, 30-001."""
    xfa = opened.get(opened.catalog, "AcroForm", "XFA")
    parts = list(xfa) if isinstance(xfa, ArrayObject) else [xfa]
    if any(b"dynamicRender" in (opened.stream(part) or b"") for part in parts if part is not None):
        yield error("25-001", "there is a form that is made while it is read (XFA)", thing="catalogue", hint=_AGAIN)
    locked = opened.get(opened.trailer, "Encrypt")
    if locked is not None and not int(opened.number(opened.get(locked, "P"))) & _ALOUD:
        said = "the file is encrypted, and screen readers are not allowed to read it"
        yield error("26-002", said, thing="trailer", hint="save it without restrictions")
    for label, thing in opened.used.items():
        if opened.name(opened.get(thing, "Subtype")) == "Form" and opened.get(thing, "Ref") is not None:
            yield error("30-001", "a page of another file is shown", thing=label, found="/Ref", hint=_AGAIN)


_ALOUD = 512
"""The right to take out text for those who hear it (7.6.3.2)."""

_LONG = 21
"""So many pages want bookmarks."""


def bookmarks(opened: Opened, _: Context) -> Iterator[Hit]:
    """UA-7.17."""
    if len(opened.pages) >= _LONG and opened.get(opened.catalog, "Outlines", "First") is None:
        said = f"the file has {len(opened.pages)} pages and no bookmarks"
        yield warning("UA-7.17", said, thing="catalogue", hint="export it with bookmarks of its headings")


JUDGES = (
    (("06-001", "06-002", "06-003"), identified),
    (("07-001", "07-002"), titled),
    (("11-001", "11-002", "11-003", "11-004", "11-005", "11-006", "UA-7.2-lang"), languages),
    (
        (
            "28-002",
            "28-004",
            "28-005",
            "28-006",
            "28-007",
            "28-008",
            "28-009",
            "28-010",
            "28-011",
            "28-012",
            "28-017",
            "28-018",
        ),
        annotations,
    ),
    (("28-014", "28-015", "21-001"), media),
    (("20-001", "20-002", "20-003"), switched),
    (("25-001", "26-002", "30-001"), forms),
    (("UA-7.17",), bookmarks),
)

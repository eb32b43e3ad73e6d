"""What keeps a file readable for decades (PDF/A-2, ISO 19005-2): bytes, colours, annotations, actions."""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from factsheet.design import icc
from factsheet.preflight.colours import Space
from factsheet.preflight.context import Context
from factsheet.preflight.gathered import gathered, places
from factsheet.preflight.graphics import true
from factsheet.preflight.hits import Hit
from factsheet.preflight.marks import Mark
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error

_AGAIN = "export it anew as PDF/A-2"
_SRGB = "use RGB and grey alone, with sRGB as output intent"


# -- bytes


def streams(opened: Opened, context: Context) -> Iterator[Hit]:
    """6.1.7.1-2, 6.1.7.2-1, 6.1.6-1: ends of lines before ``endstream``; no LZW or Crypt; whole hexadecimal strings."""
    for found in re.finditer(rb"[^\r\n]endstream\b", opened.data):
        at = found.start()
        said = "there is no end of line before “endstream”"
        yield error("6.1.7.1-2", said, thing=f"byte {at}", found="none", limit="an end of line", hint=_AGAIN)
        break
    for page, label in context.content.odd[:1]:
        said = f"a text is written in an odd number of hexadecimal digits ({len(context.content.odd)} in all)"
        yield error("6.1.6-1", said, page=page, thing=label, limit="an even number", hint=_AGAIN)
    for label, thing in opened.dictionaries():
        if not isinstance(thing, StreamObject):
            continue
        for name in opened.filters(thing):
            if name in ("LZWDecode", "LZW"):
                yield error(
                    "6.1.7.2-1", "data are packed with LZW", thing=label, found=name, limit="Flate", hint=_AGAIN
                )
            elif name == "Crypt" and not _identity(opened, thing):
                yield error("6.1.7.2-1", "data are encrypted", thing=label, found=name, limit="none", hint=_AGAIN)
            elif name not in _FILTERS:
                yield error("6.1.7.2-1", f"data are packed in an unknown way ({name[:30]})", thing=label, hint=_AGAIN)


_FILTERS_NAMES = (
    "ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode Crypt "
    "AHx A85 Fl RL CCF DCT"
)
_FILTERS = frozenset(_FILTERS_NAMES.split())


def _identity(opened: Opened, stream: Any) -> bool:
    found = opened.get(stream, "DecodeParms")
    parts = list(found) if isinstance(found, ArrayObject) else [found]
    names = [opened.name(opened.get(part, "Name")) for part in parts]
    return "Identity" in names or names == [""]


def objects(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.1.9-1: numbers, ``obj`` and ``endobj`` stand on lines of their own, with single spaces between them."""
    if opened.repaired:
        return
    for generation, rows in opened.reader.xref.items():
        for number, offset in rows.items():
            head = re.match(rb"(\d+)(\s+)(\d+)(\s+)obj(\s?)", opened.data[offset : offset + 40])
            if head is None:
                continue  # B-05 tells that
            before = opened.data[offset - 1 : offset]
            if head[2] != b" " or head[4] != b" " or before not in (b"\n", b"\r") or head[5].strip(b" ") != head[5]:
                said = "the number of an object is not written on a line of its own, with single spaces"
                yield error("6.1.9-1", said, thing=f"{number} {generation}", hint=_AGAIN)
                return


_LONGEST_STRING, _LONGEST_NAME, _LARGEST = 32767, 127, 2147483647


def sizes(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.1.13: strings, names and integers that every reader can hold; pages that are neither tiny nor huge."""
    told: set[str] = set()

    def once(rule: str, message: str, label: str, found: str, limit: str) -> Iterator[Hit]:
        if rule not in told:
            told.add(rule)
            yield error(rule, message, thing=label, found=found, limit=limit, hint=_AGAIN)

    for label, thing in opened.dictionaries():
        for key in thing:
            value = thing.raw_get(key)
            for one in list(value) if isinstance(value, ArrayObject) else [value]:
                if isinstance(one, NameObject) and len(str(one).encode()) - 1 > _LONGEST_NAME:
                    size = len(str(one).encode()) - 1
                    yield from once("6.1.13-4", "a name is too long", label, f"{size} bytes", f"{_LONGEST_NAME}")
                elif isinstance(one, bytes | str) and len(one) > _LONGEST_STRING:
                    yield from once(
                        "6.1.13-3", "a string is too long", label, f"{len(one)} bytes", f"{_LONGEST_STRING}"
                    )
                elif isinstance(one, int) and not isinstance(one, bool) and abs(one) > _LARGEST:
                    yield from once("6.1.13-1", "an integer is too large", label, f"{one}", f"{_LARGEST}")
    for page in opened.pages:
        for name, box in page.boxes.items():
            if not all(3 <= side <= 14400 for side in (box.width, box.height)):
                found = f"{box.width:g} × {box.height:g}"
                yield error(
                    "6.1.13-11", f"a page is too small or too large ({name})", page=page.number, thing=page.label,
                    found=found, limit="3 to 14400", hint=_AGAIN,
                )  # fmt: skip


# -- colours


def _intents(opened: Opened) -> list[DictionaryObject]:
    return [one for one in opened.intents() if opened.name(opened.get(one, "S")) == "GTS_PDFA1"]


def intents(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.2.3: the profile of the output intent is one, and all intents share it."""
    labels = set()
    for one in opened.intents():
        raw = opened.raw(one, "DestOutputProfile")
        if raw is None:
            continue
        labels.add(opened.label(raw) or "0")
        if opened.name(opened.get(one, "S")) != "GTS_PDFA1":
            continue
        wrong = _profile(opened.stream(raw) or b"", ("prtr", "mntr"), ("RGB", "CMYK", "GRAY"))
        if wrong:
            said = f"the profile of the output intent cannot be used: {wrong}"
            yield error("6.2.3-1", said, thing=opened.label(raw), hint=_AGAIN)
    if len(labels) > 1:
        said = "the output intents have different profiles"
        yield error("6.2.3-2", said, thing="catalogue", found=f"{len(labels)}", limit="1", hint=_AGAIN)


def _profile(data: bytes, kinds: tuple[str, ...], spaces: tuple[str, ...]) -> str:
    """What is wrong with a profile; "" for nothing."""
    if len(data) < 132 or data[36:40] != b"acsp":
        return "it is not an ICC profile"
    about = icc.facts(data)
    if about.kind not in kinds:
        return f"its kind is {about.kind or 'unknown'}"
    if about.space not in spaces:
        return f"its colours are {about.space or 'unknown'}"
    if not about.version or int(about.version.split(".")[0]) > 4:
        return f"its version is {about.version or 'unknown'}"
    return ""


def device(opened: Opened, context: Context) -> Iterator[Hit]:
    """6.2.4.3: colours of devices are those of the output intent."""
    known = {icc.facts(opened.stream(opened.get(one, "DestOutputProfile")) or b"").space for one in _intents(opened)}

    def wrong(mark: Mark) -> str:
        if mark.aside:
            return ""
        for space in mark.space.chain:
            if space.family in _RULES and space.remapped is None:
                rule, fits = _RULES[space.family]
                if not fits & known:
                    return f"{rule} {space.family}"
        return ""

    for mark, count, how in gathered(context.content.all(), wrong):
        rule, family = how.split()
        profile = ", ".join(sorted(filter(None, known))) or "none"
        what = "something is" if count == 1 else f"{count} things are"
        yield error(
            rule, f"{what} painted in {family}, which is of no known device",
            page=mark.page, thing=mark.label, place=places(opened, mark), found=f"output intent: {profile}",
            limit=_WANTED[family], hint=_SRGB,
        )  # fmt: skip
    for group in context.content.groups:
        family = group.space.family if group.space is not None else ""
        if family in _RULES and not _RULES[family][1] & known and family != "DeviceGray":
            yield error(
                _RULES[family][0], f"transparency is mixed in {family}, which is of no known device", page=group.page,
                thing=group.label, found=family, limit=_WANTED[family], hint=_SRGB,
            )  # fmt: skip


_RULES = {
    "DeviceRGB": ("6.2.4.3-2", {"RGB"}),
    "DeviceCMYK": ("6.2.4.3-3", {"CMYK"}),
    "DeviceGray": ("6.2.4.3-4", {"RGB", "CMYK", "GRAY"}),
}
_WANTED = {
    "DeviceRGB": "an output intent of RGB",
    "DeviceCMYK": "an output intent of CMYK",
    "DeviceGray": "an output intent",
}


def profiles(_: Opened, context: Context) -> Iterator[Hit]:
    """6.2.4.2-1: profiles of colours are whole, and fit their colours."""
    told: set[str] = set()
    for mark in context.content.all():
        for space in mark.space.chain:
            if space.family != "ICCBased" or space.label in told:
                continue
            told.add(space.label)
            spaces = {1: ("GRAY",), 3: ("RGB", "Lab"), 4: ("CMYK",)}.get(space.count, ())
            wrong = _profile(space.profile, ("prtr", "mntr", "scnr", "spac"), spaces)
            if wrong:
                said = f"the profile of a colour cannot be used: {wrong}"
                yield error("6.2.4.2-1", said, page=mark.page, thing=space.label or mark.label, hint=_AGAIN)


def plates(opened: Opened, context: Context) -> Iterator[Hit]:
    """6.2.4.4-1: a colour of several plates says what each of its spot colours is."""
    told: set[str] = set()
    for mark in context.content.all():
        for space in mark.space.chain:
            if space.family == "DeviceN" and space.label not in told and not _colorants(opened, space):
                told.add(space.label)
                said = "a colour of several plates does not say what its spot colours are (Colorants)"
                yield error("6.2.4.4-1", said, page=mark.page, thing=space.label, hint=_AGAIN)


def _colorants(opened: Opened, space: Space) -> bool:
    spots = set(space.names) - {"Cyan", "Magenta", "Yellow", "Black", "None"}
    found = opened.objects.get(space.label)
    attributes = found[4] if isinstance(found, ArrayObject) and len(found) > 4 else None
    told = opened.dictionary(opened.get(attributes, "Colorants"))
    return all("/" + name in told for name in spots)


def pictures(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.2.8: nothing is smoothed, and every picture has bits that are allowed."""
    for label, thing in opened.used.items():
        if not isinstance(thing, StreamObject) or opened.name(opened.get(thing, "Subtype")) != "Image":
            continue
        if true(opened.get(thing, "Interpolate")):
            yield error("6.2.8-3", "a picture is to be smoothed (Interpolate)", thing=label, limit="false", hint=_AGAIN)
        bits = opened.get(thing, "BitsPerComponent")
        allowed = (1,) if true(opened.get(thing, "ImageMask")) else (1, 2, 4, 8, 16)
        if bits is not None and int(opened.number(bits)) not in allowed:
            found = f"{opened.number(bits):g}"
            yield error("6.2.8-4", f"a picture has {found} bits", thing=label, found=found, hint=_AGAIN)


def groups(opened: Opened, context: Context) -> Iterator[Hit]:
    """6.2.10-2: where something is see-through, the page says how colours are mixed, or the file has an intent."""
    if _intents(opened):
        return
    for page in opened.pages:
        marks = context.content.marks.get(page.number, [])
        grouped = any(group.page == page.number for group in context.content.groups)
        shines = grouped or any(mark.alpha < 1 or mark.masked for mark in marks)
        if shines and opened.get(page.dictionary, "Group", "CS") is None:
            said = "something is see-through, and nothing says how colours are mixed"
            yield error("6.2.10-2", said, page=page.number, thing=page.label, hint=_SRGB)


# -- what moves


_ANNOTATIONS_NAMES = (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink "
    "Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact"
)
_ANNOTATIONS = frozenset(_ANNOTATIONS_NAMES.split())


def annotations(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.3: kinds of annotations, that they are printed, and that they show themselves."""
    for page in opened.pages:
        for reference in opened.array(opened.get(page.dictionary, "Annots")):
            for rule, message, found, limit in _annotation(opened, opened.resolve(reference)):
                yield error(
                    rule, message, page=page.number, thing=opened.label(reference), found=found, limit=limit,
                    hint=_AGAIN,
                )  # fmt: skip


def _annotation(opened: Opened, note: Any) -> Iterator[tuple[str, str, str, str]]:
    """What is wrong with one annotation: the rule, a sentence, what was found, and what is wanted."""
    kind = opened.name(opened.get(note, "Subtype"))
    if kind not in _ANNOTATIONS:
        yield "6.3.1-1", f"there is an annotation of a kind that PDF/A-2 does not know ({kind[:30]})", kind, ""
    if kind == "Popup":
        return
    flags = int(opened.number(opened.get(note, "F")))
    if opened.get(note, "F") is None or not flags & 4 or flags & (1 | 2 | 32 | 256):
        yield "6.3.2-2", "an annotation is hidden, or is not printed", f"F {flags}", "F 4"
    sides = [opened.number(value) for value in opened.array(opened.get(note, "Rect"))]
    empty = len(sides) == 4 and sides[0] == sides[2] and sides[1] == sides[3]
    shown = opened.get(note, "AP")
    if kind != "Link" and not empty and opened.get(shown, "N") is None:
        yield "6.3.3-1", "an annotation does not say how it looks (AP)", "nothing", "AP N"
    if isinstance(shown, DictionaryObject) and set(shown) - {"/N"}:
        found = " ".join(sorted(set(shown) - {"/N"}))
        yield "6.3.3-2", "an annotation looks different when it is clicked (AP)", found, "N alone"


_ACTIONS_NAMES = "GoTo GoToR GoToE Thread URI Named SubmitForm"
_ACTIONS = frozenset(_ACTIONS_NAMES.split())
_STEPS_NAMES = "NextPage PrevPage FirstPage LastPage"
_STEPS = frozenset(_STEPS_NAMES.split())


def actions(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.5: no actions but those that lead somewhere; none by themselves. 6.4.1: fields do nothing by themselves."""
    for label, thing in opened.dictionaries():
        for key in ("A", "OpenAction", "PA"):
            action = opened.get(thing, key)
            waiting = [action] if isinstance(action, DictionaryObject) else []
            while waiting:
                one = opened.dictionary(waiting.pop())
                kind = opened.name(opened.get(one, "S"))
                if not kind or opened.get(one, "O") is not None:
                    continue  # attributes of structure elements are called A, too
                step = opened.name(opened.get(one, "N"))
                if kind not in _ACTIONS or (kind == "Named" and step not in _STEPS):
                    found = f"{kind} {step}".strip()
                    yield error(
                        "6.5.1-1", f"there is an action that PDF/A-2 does not know ({found[:40]})", thing=label,
                        found=found[:40], hint=_AGAIN,
                    )  # fmt: skip
                following = opened.get(one, "Next")
                more = list(following) if isinstance(following, ArrayObject) else [following]
                waiting += [next_ for next_ in more if isinstance(opened.resolve(next_), DictionaryObject)][:10]
        if "/AA" in thing:
            said = "something happens when a page or field is opened"
            yield error("6.5.2-1", said, thing=label, found="/AA", hint=_AGAIN)
    if opened.get(opened.catalog, "Names", "JavaScript") is not None:
        yield error("6.5.1-1", "there is JavaScript in the file", thing="catalogue", found="JavaScript", hint=_AGAIN)


def oddities(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.10, 6.11: no slides, no alternative ways to show the pages, no demands on the reader."""
    if opened.get(opened.catalog, "Names", "AlternatePresentations") is not None:
        said = "there are other ways to show the pages"
        yield error("6.10-1", said, thing="catalogue", found="/AlternatePresentations", hint=_AGAIN)
    for page in opened.pages:
        if opened.get(page.dictionary, "PresSteps") is not None:
            said = "the page is shown in steps"
            yield error("6.10-2", said, page=page.number, thing=page.label, found="/PresSteps", hint=_AGAIN)
    if opened.get(opened.catalog, "Requirements") is not None:
        said = "the file demands something of the reader"
        yield error("6.11-1", said, thing="catalogue", found="/Requirements", hint=_AGAIN)


def attached(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.8: attached files are PDF/A themselves, and have names."""
    for label, thing in opened.dictionaries():
        held = opened.get(thing, "EF")
        if not isinstance(held, DictionaryObject):
            continue
        data = opened.stream(opened.get(held, "F") or opened.get(held, "UF")) or b""
        if b"pdfaid" not in data or not data.startswith(b"%PDF-"):
            said = "a file is attached that is not PDF/A"
            yield error("6.8-5", said, thing=label, found=data[:8].decode("latin-1"), limit="PDF/A", hint=_AGAIN)
        for rule, key in (("6.8-1", "F"), ("6.8-2", "UF")):
            if opened.get(thing, key) is None:
                yield error(rule, "an attached file has no name", thing=label, found="nothing", limit=key, hint=_AGAIN)


JUDGES = (
    (("6.1.6-1", "6.1.7.1-2", "6.1.7.2-1"), streams),
    (("6.1.9-1",), objects),
    (("6.1.13-1", "6.1.13-3", "6.1.13-4", "6.1.13-11"), sizes),
    (("6.2.3-1", "6.2.3-2"), intents),
    (("6.2.4.3-2", "6.2.4.3-3", "6.2.4.3-4"), device),
    (("6.2.4.2-1",), profiles),
    (("6.2.4.4-1",), plates),
    (("6.2.8-3", "6.2.8-4"), pictures),
    (("6.2.10-2",), groups),
    (("6.3.1-1", "6.3.2-2", "6.3.3-1", "6.3.3-2"), annotations),
    (("6.5.1-1", "6.5.2-1"), actions),
    (("6.10-1", "6.10-2", "6.11-1"), oddities),
    (("6.8-1", "6.8-2", "6.8-5"), attached),
)

"""What no validator can know of a file, and we can, because we know its spec: its order, its words, its languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from factsheet.design.inks import RGB, ratio
from factsheet.findings import Where
from factsheet.i18n.links import says_nothing
from factsheet.i18n.scripts import WORD, home, script
from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.marks import Mark
from factsheet.preflight.matrices import Bounds
from factsheet.preflight.opened import Opened
from factsheet.preflight.readout import Readout, owner_of
from factsheet.preflight.rules import error, warning
from factsheet.preflight.tree import Element, Held, Piece
from factsheet.preflight.tree_rules import FILE_NAME

_AGAIN = "build it again from this spec"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a spec: what it is called, where it stands, and the texts of its author in it."""

    name: str
    where: Where
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a spec says that its file must say.

    Attributes:
        language: The language of the whole.
        passages: The title and each block, in the order in which they are read.
        anywhere: What may stand anywhere: footnotes, names under pictures, what surrounds the pages.
        alternatives: What pictures show, in words: the author's, and ours for drawings; each with its place.
        targets: Where links lead.
    """

    language: str
    passages: tuple[Passage, ...]
    anywhere: tuple[Passage, ...]
    alternatives: Mapping[str, Where]
    targets: frozenset[str]


RULES = ("S-01", "S-02", "S-03", "S-04", "S-05")


def compared(opened: Opened, context: Context, told: Told) -> Iterator[Hit]:
    """S-01 to S-05."""
    readout = Readout(context.content)
    yield from _order(opened, context, told, readout)
    yield from _pictures(opened, context, told)
    yield from _contrasts(opened, context)
    yield from _links(opened, context, told, readout)
    yield from _languages(opened, context, told, readout)


# -- S-01


_IGNORED = re.compile("[\\s\u00ad\u200b\u2060\ufeff⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def _bare(text: str) -> str:
    """``text`` without what setting it adds or takes away: white space, soft hyphens, raised numbers."""
    return _IGNORED.sub("", text)


def _order(opened: Opened, context: Context, told: Told, readout: Readout) -> Iterator[Hit]:
    """S-01: everything that the author wrote is read out, in the order of the spec."""
    said = _bare(readout.whole(opened, context.tree))
    start = 0
    for passage in told.passages:
        end = start
        for text in filter(None, map(_bare, passage.texts)):
            at = said.find(text, start)
            if at < 0:
                yield _lost(passage, text, elsewhere=text in said)
            else:
                end = max(end, at + len(text))
        start = end
    for passage in told.anywhere:
        for text in filter(None, map(_bare, passage.texts)):
            if text not in said:
                yield _lost(passage, text, elsewhere=False)


def _lost(passage: Passage, text: str, *, elsewhere: bool) -> Hit:
    short = text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
    if elsewhere:
        message = f"“{passage.name}” is not read out where the spec has it: {short}"
    else:
        message = f"a text of “{passage.name}” is not read out: {short}"
    hit = error("S-01", message, thing=passage.name, found="elsewhere" if elsewhere else "nowhere", hint=_AGAIN)
    return replace(hit, where=passage.where)


_SHORT = 60


# -- S-02


def _pictures(opened: Opened, context: Context, told: Told) -> Iterator[Hit]:
    """S-02: every picture says what the spec says that it shows."""
    wanted = {_bare(text): where for text, where in told.alternatives.items()}
    seen: set[str] = set()
    for element in context.tree.all():
        if element.role != "Figure":
            continue
        alt = opened.text(opened.get(element.dictionary, "Alt"))
        seen.add(_bare(alt))
        if FILE_NAME.fullmatch(alt.strip()):
            said = f"the alternative text of a picture is the name of a file: {alt[:_SHORT]}"
            yield error(
                "S-02", said, page=element.page, thing=element.label, found=alt[:_SHORT], hint="write what it shows"
            )
        elif _bare(alt) not in wanted:
            said = f"the spec has no picture that shows this: {alt[:_SHORT]}"
            yield error("S-02", said, page=element.page, thing=element.label, found=alt[:_SHORT], hint=_AGAIN)
    for text, where in told.alternatives.items():
        if _bare(text) not in seen:
            said = f"a picture of the spec is not read out: {text[:_SHORT]}"
            yield replace(error("S-02", said, hint=_AGAIN), where=where)


# -- S-03


_LEAST, _LEAST_LARGE = 4.5, 3.0
"""The least contrast of text, and of large text (WCAG 2.1, 1.4.3)."""

_LARGE, _LARGE_BOLD = 18.0, 14.0
"""From these sizes on text is large, in points."""


def _contrasts(opened: Opened, context: Context) -> Iterator[Hit]:
    """S-03: text can be told from its ground."""
    for page in opened.pages:
        grounds: list[Mark] = []
        worst: dict[str, tuple[float, Mark, float]] = {}
        for mark in context.content.marks.get(page.number, []):
            if mark.kind in ("fill", "image", "shading") and not mark.aside:
                grounds.append(mark)
            if mark.kind != "text" or mark.bounds is None or owner_of(mark) is None or not _blank_free(mark):
                continue
            found, least = _contrast(mark, grounds), _least(mark)
            if found is not None and found < least - 0.05:
                key = f"{mark.colour} {found:.2f}"
                worst.setdefault(key, (found, mark, least))
        for found, mark, least in worst.values():
            place = page.place(*(mark.bounds or mark.whole))
            yield error(
                "S-03", f"text has a contrast of {found:.1f} : 1 to its ground", page=page.number, thing=mark.label,
                found=f"{found:.1f}", limit=f"{least:g}", place=place, hint="choose another ink in the theme",
            )  # fmt: skip


def _blank_free(mark: Mark) -> bool:
    return mark.font is not None and any(not mark.font.is_blank(code) for code in mark.codes)


def _least(mark: Mark) -> float:
    bold = mark.font is not None and re.search("bold|black|heavy", mark.font.name, re.IGNORECASE) is not None
    large = mark.size >= _LARGE - 0.05 or (bold and mark.size >= _LARGE_BOLD - 0.05)
    return _LEAST_LARGE if large else _LEAST


def _contrast(mark: Mark, grounds: list[Mark]) -> float | None:
    """The contrast of ``mark`` to what lies below its middle; None where that is a picture, or not known."""
    own = _rgb(mark)
    assert mark.bounds is not None
    x, y = (mark.bounds[0] + mark.bounds[2]) / 2, (mark.bounds[1] + mark.bounds[3]) / 2
    below = next((ground for ground in reversed(grounds) if _covers(ground.bounds, x, y)), None)
    if below is not None and (below.kind != "fill" or below.alpha < 1 or not below.rectangle):
        return None
    ground = _rgb(below) if below is not None else (1.0, 1.0, 1.0)
    if own is None or ground is None:
        return None
    return ratio(own, ground)


def _covers(bounds: Bounds | None, x: float, y: float) -> bool:
    return bounds is not None and bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]


def _rgb(mark: Mark) -> RGB | None:
    if mark.space.family == "DeviceRGB" and len(mark.colour) == 3:
        return (mark.colour[0], mark.colour[1], mark.colour[2])
    if mark.space.family == "DeviceGray" and len(mark.colour) == 1:
        return (mark.colour[0],) * 3
    return None


# -- S-04


def _links(opened: Opened, context: Context, told: Told, readout: Readout) -> Iterator[Hit]:
    """S-04: links have a text that says where they go, and go where the spec says."""
    notes = {
        opened.label(reference): opened.resolve(reference)
        for page in opened.pages
        for reference in opened.array(opened.get(page.dictionary, "Annots"))
    }
    seen: set[str] = set()
    for element in context.tree.all():
        if element.role != "Link":
            continue
        text = " ".join(readout.of(opened, element).replace("\u00ad", "").split())
        held = [kid.label for kid in element.kids if isinstance(kid, Held)]
        targets = [opened.text(opened.get(notes.get(label), "A", "URI")) for label in held]
        seen.update(targets)
        pictured = any(one.role == "Figure" for one in element.all())
        if not pictured and says_nothing(text):
            said = f"a link does not say where it leads: “{text}”"
            hint = "write what will be found there: [the report of 2025](https://…)"
            yield warning("S-04", said, page=element.page, thing=element.label, found=text, hint=hint)
        for target in targets:
            if target not in told.targets:
                said = f"a link leads where no link of the spec does: {target[:_SHORT]}"
                yield error("S-04", said, page=element.page, thing=element.label, found=target[:_SHORT], hint=_AGAIN)
    for target in sorted(told.targets - seen):
        yield error("S-04", f"a link of the spec is missing: {target[:_SHORT]}", limit=target[:_SHORT], hint=_AGAIN)


# -- S-05


def _languages(opened: Opened, context: Context, told: Told, readout: Readout) -> Iterator[Hit]:
    """S-05: the language of the whole is that of the spec, and letters of another script are in another language."""
    main = opened.text(opened.get(opened.catalog, "Lang"))
    if main.casefold() != told.language.casefold():
        said = f"the file says that it is in “{main}”; the spec is in “{told.language}”"
        yield error("S-05", said, thing="catalogue", found=main or "nothing", limit=told.language, hint=_AGAIN)
    spoken = {
        Piece(one.page, one.mcid, one.form): one.language
        for one, _ in context.content.sequences
        if one.language and one.mcid is not None
    }
    told_of: set[str] = set()
    for element, language in _with_language(opened, context, main):
        for piece in element.pieces:
            text = readout.texts.get(piece, "")
            strange = _strange(text, home(spoken.get(piece, language)))
            if strange and strange not in told_of:
                told_of.add(strange)
                said = f"the language of a part in another script is not told: {strange}"
                yield error(
                    "S-05", said, page=piece.page, thing=element.label, found=language, hint="name its language"
                )


def _with_language(opened: Opened, context: Context, main: str) -> Iterator[tuple[Element, str]]:
    """Every element with the language that it is read out in."""
    known: dict[int, str] = {}
    for element in context.tree.all():
        own = opened.text(opened.get(element.dictionary, "Lang"))
        above = known[id(element.parent)] if element.parent is not None else main
        known[id(element)] = own or above
        yield element, own or above


def _strange(text: str, own: str) -> str:
    """The first word in ``text`` of another script than ``own``."""
    for word in text.split():
        letters = [script(char) for char in word]
        if sum(found not in ("", own) for found in letters) >= WORD:
            return word[:_SHORT]
    return ""

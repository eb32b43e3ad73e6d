"""The judge of finished files: it opens the bytes, asks every rule, and says what is wrong, where, and the cure."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from factsheet import raster
from factsheet.design import icc
from factsheet.preflight import (
    archive_rules,
    bleed_rules,
    boxes,
    code_rules,
    colour_rules,
    image_rules,
    intent,
    interaction,
    legibility_rules,
    metadata,
    overprint_rules,
    packed,
    packet_rules,
    reader_rules,
    spec_rules,
    states,
    structure,
    tag_rules,
    tree_rules,
    typefaces,
)
from factsheet.preflight.contents import read_content
from factsheet.preflight.context import Context
from factsheet.preflight.hits import (
    SCREEN,
    FontFacts,
    Hit,
    IntentFacts,
    Inventory,
    PageFacts,
    Report,
    Standard,
    ordered,
)
from factsheet.preflight.house import Limits
from factsheet.preflight.marks import Content
from factsheet.preflight.opened import Opened, UnreadableError
from factsheet.preflight.rules import RULES, error
from factsheet.preflight.spec_rules import Told, compared
from factsheet.preflight.tree import tree_of

Judge = Callable[[Opened, Context], Iterator[Hit]]

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

_JUDGES: tuple[tuple[tuple[str, ...], Judge], ...] = (
    *structure.JUDGES,
    *packed.JUDGES,
    *metadata.JUDGES,
    *intent.JUDGES,
    *boxes.JUDGES,
    *interaction.JUDGES,
    *states.JUDGES,
    *typefaces.JUDGES,
    *colour_rules.JUDGES,
    *overprint_rules.JUDGES,
    *legibility_rules.JUDGES,
    *image_rules.JUDGES,
    *bleed_rules.JUDGES,
    *tag_rules.JUDGES,
    *tree_rules.JUDGES,
    *reader_rules.JUDGES,
    *code_rules.JUDGES,
    *packet_rules.JUDGES,
    *archive_rules.JUDGES,
)

_OF_CONTENTS = {"B-09", "B-13"}
"""The rules that reading the contents finds broken."""

_CLAIMS: dict[str, Standard] = {"PDF/X-4": "x4", "PDF/X-1a:2003": "x1a", "PDF/UA-1": "ua1", "PDF/A-2a": "a2a"}


def judge_file(
    data: bytes,
    name: str,
    standards: Sequence[Standard] | None = None,
    *,
    limits: Limits | None = None,
    told: Told | None = None,
) -> Report:
    """The report on the file ``data``, called ``name``; ink on separations is not measured here.

    Without ``standards`` it is judged by what it claims (PDF/X-4 where it claims no PDF/X), and by the limits of GWG
    and of the house. A file for screens is compared with what its spec says, where that is ``told``.
    """
    limits = limits or Limits()
    digest = sha256(data).hexdigest()
    try:
        opened = Opened(data)
    except UnreadableError as problem:
        asked = tuple(standards or ("x4", "gwg"))
        hit = error(problem.rule, str(problem), found=problem.found, hint=_UNREADABLE.get(problem.rule, _WHOLE))
        missed, one = ("nothing could be judged",), (problem.rule,)
        return Report(name, len(data), digest, (), asked, (hit,), Inventory(), missed, one, limits)
    asked = tuple(dict.fromkeys(standards)) if standards else _claimed(opened)
    if "gwg" in asked:
        raster.start()  # while contents are read
    content = _content(opened)
    hits: list[Hit] = []
    checked: set[str] = set()
    for context in _contexts(opened, asked, limits, content):
        found, rules = _asked(opened, context)
        hits += found
        checked |= rules
        if context.screen and told is not None:
            hits += compared(opened, context, told)
            checked.update(spec_rules.RULES)
    lost = (_LOST,) if opened.repaired and b"/ObjStm" in data else ()
    hits += [error("B-05", sentence, hint=_SMALLER) for sentence in dict.fromkeys(opened.left_out)]
    return Report(
        file=name,
        size=len(data),
        digest=digest,
        claims=opened.claims,
        standards=asked,
        hits=ordered(hits),
        inventory=_inventory(opened, content),
        unmeasured=(*lost, *dict.fromkeys(content.unmeasured)),
        checked=tuple(rule for rule in RULES if rule in checked),
        limits=limits,
    )


_WHOLE = "look whether this is the right file, and whether it is whole"
_UNREADABLE = {"B-03": "save it without encryption or password"}
_SMALLER = "divide the file, or export it again in a simpler form"
_LOST = "the cross-reference of the file is of no use: what is packed into object streams could not be judged"


def _claimed(opened: Opened) -> tuple[Standard, ...]:
    """What a file says it is, and GWG with what is for the press; of one that does not say, PDF/X-4 is asked."""
    found = list(dict.fromkeys(_CLAIMS[claim] for claim in opened.claims if claim in _CLAIMS)) or ["x4"]
    return tuple(found) if SCREEN.issuperset(found) else (*found, "gwg")


def _contexts(opened: Opened, asked: Sequence[Standard], limits: Limits, content: Content) -> Iterator[Context]:
    """One judgement for each PDF/X that is asked for, GWG with the first; and one for the standards of screens."""
    names: tuple[Literal["x4", "x1a"], ...] = ("x4", "x1a")
    standards: list[Literal["x4", "x1a", ""]] = [name for name in names if name in asked]
    if not standards and "gwg" in asked:
        standards = [""]
    for n, standard in enumerate(standards):
        yield Context(standard, "gwg" in asked and n == 0, limits, content)
    if screen := SCREEN.intersection(asked):
        yield Context("", False, limits, content, screen, tree_of(opened))


def _content(opened: Opened) -> Content:
    try:
        return read_content(opened)
    except Exception as problem:  # whatever a strange file makes of us, it is told and not thrown
        content = Content(marks={page.number: [] for page in opened.pages})
        content.hits.append(_fallen("B-09", problem))
        return content


def _asked(opened: Opened, context: Context) -> tuple[list[Hit], set[str]]:
    """What is found against the rules of one judgement; and which rules were asked."""
    wanted = {rule for rule in RULES if RULES[rule].standards & context.asked}
    found: list[Hit] = []
    checked: set[str] = set()
    for rules, judge in _JUDGES:
        if not wanted.intersection(rules):
            continue
        checked.update(wanted.intersection(rules))
        try:
            found += [hit for hit in judge(opened, context) if hit.rule in wanted]
        except Exception as problem:  # a rule that falls over a damaged file must not let the file pass
            found.append(_fallen(rules[0], problem))
    if context.standard or context.screen:
        checked |= _OF_CONTENTS
        found += context.content.hits
    if context.gwg and context.standard != "x1a":
        checked.add("R0001")
        found += _is_x4(opened, context, found)
    return found, checked


def _fallen(rule: str, problem: Exception) -> Hit:
    return error(
        rule,
        f"this could not be judged, since the file is damaged ({type(problem).__name__})",
        hint="save the file again with the program that made it",
    )


def _is_x4(opened: Opened, context: Context, found: Iterable[Hit]) -> Iterator[Hit]:
    """R0001: GWG asks for PDF/X-4."""
    if context.standard == "x4":
        broken = {hit.rule for hit in found if hit.level == "error" and "x4" in RULES[hit.rule].standards}
        if broken:
            rules = ", ".join(sorted(broken))
            yield error(
                "R0001",
                f"the file breaks rules of PDF/X-4: {rules}",
                hint="mend what is told for these rules",
            )
    elif "PDF/X-4" not in opened.claims:
        said = ", ".join(opened.claims) or "nothing"
        yield error(
            "R0001",
            "the file does not say that it is PDF/X-4",
            found=said,
            limit="PDF/X-4",
            hint="export it as PDF/X-4",
        )


# -- what is in a file


def _inventory(opened: Opened, content: Content) -> Inventory:
    marks = list(content.all())
    spaces = dict.fromkeys(space.family for mark in marks for space in mark.space.chain if space.family)
    return Inventory(
        version=f"{opened.version[0]}.{opened.version[1]}",
        title=opened.text(opened.get(opened.info, "Title")) or opened.xmp.one("dc", "title"),
        producer=opened.text(opened.get(opened.info, "Producer")),
        pages=tuple(_page(opened, content, number) for number in range(len(opened.pages))),
        fonts=tuple(
            FontFacts(
                font.name or "without a name",
                font.kind,
                font.kind == "Type3" or font.program() is not None,
                font.subset,
                font.label,
            )
            for font in content.fonts.values()
            if font.shown
        ),
        plates=colour_rules.plates(marks),
        spaces=tuple(spaces),
        images=image_rules.images(opened, content),
        intent=_intent(opened),
        layers=tuple(
            opened.text(opened.get(layer, "Name"))
            for layer in opened.array(opened.get(opened.catalog, "OCProperties", "OCGs"))
        ),
    )


def _page(opened: Opened, content: Content, index: int) -> PageFacts:
    page = opened.pages[index]
    marks = content.marks.get(page.number, [])
    see_through = any(mark.alpha < 1 or mark.masked for mark in marks)
    grouped = any(group.page == page.number for group in content.groups)
    return PageFacts(page.number, dict(page.boxes), boxes.rotation(opened, page), see_through or grouped)


def _intent(opened: Opened) -> IntentFacts | None:
    intent_ = opened.intent()
    if intent_ is None:
        return None
    data = opened.stream(opened.get(intent_, "DestOutputProfile")) or b""
    about = icc.facts(data)
    said = [opened.text(opened.get(intent_, key)) for key in ("OutputConditionIdentifier", "RegistryName", "Info")]
    facts = IntentFacts(said[0], said[1], said[2])
    return (
        replace(facts, profile=about.description, space=about.space, version=about.version, size=len(data))
        if data
        else facts
    )

"""The colours that are painted with: of which spaces, mixed in which, on which plates."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from factsheet.preflight.colours import PROCESS, Space
from factsheet.preflight.context import Context
from factsheet.preflight.gathered import gathered, on_product, places
from factsheet.preflight.hits import Hit
from factsheet.preflight.marks import Mark
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning

_CMYK = "export it in CMYK, with all pictures converted"
_NO_SPOT = {*PROCESS, "All", "None"}
_KINDS = {
    "text": "text",
    "fill": "a shape",
    "stroke": "a line",
    "image": "a picture",
    "shading": "a shading",
}


def rgb(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-40: DeviceRGB, wherever it is at the bottom of what paints."""

    def wrong(mark: Mark) -> str:
        spaces = [space for space in mark.space.chain if space.family == "DeviceRGB" and space.remapped is None]
        return "DeviceRGB" if spaces else ""

    for mark, count, found in gathered(context.content.all(), wrong):
        what = _KINDS[mark.kind]
        yield error(
            "X-40",
            f"{what} is painted in RGB{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit="CMYK, grey or spot colours",
            place=places(opened, mark),
            hint=_CMYK,
        )


def plates_alone(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-41: nothing that has to be converted."""
    if not context.x1a:
        return

    def wrong(mark: Mark) -> str:
        families = {space.family for space in mark.space.chain}
        kept = [family for family in _CONVERTED if family in families]
        return kept[0] if kept else "a default space" if any(space.remapped for space in mark.space.chain) else ""

    for mark, count, found in gathered(context.content.all(), wrong):
        message = f"{_KINDS[mark.kind]} is painted in {found}, which PDF/X-1a does not know{_times(count)}"
        yield error(
            "X-41",
            message,
            page=mark.page,
            thing=mark.label,
            found=found,
            limit="CMYK, grey or spot colours",
            place=places(opened, mark),
            hint="export it as PDF/X-1a:2003",
        )


_CONVERTED = ("ICCBased", "Lab", "CalGray", "CalRGB")


def profiled(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-42: CMYK with the very profile of the intent."""
    own = opened.profile()

    def wrong(mark: Mark) -> str:
        found = [s for s in mark.space.chain if s.family == "ICCBased" and s.count == 4 and s.profile == own]
        return "ICCBased" if own and found else ""

    for mark, count, found in gathered(context.content.all(), wrong):
        message = f"{_KINDS[mark.kind]} has the profile of the output intent of its own{_times(count)}"
        yield error(
            "X-42",
            message,
            page=mark.page,
            thing=mark.label,
            found=found,
            limit="DeviceCMYK",
            place=places(opened, mark),
            hint="export it without profiles on CMYK",
        )


def allowed(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0027."""

    def wrong(mark: Mark) -> str:
        if not on_product(opened, mark) and not mark.aside:
            return ""
        for space in mark.space.chain:
            if (
                space.family in ("DeviceRGB", "CalRGB", "CalGray", "ICCBased", "JPXDecode")
                or space.remapped is not None
            ):
                return space.family
        return "Lab" if any(s.family == "Lab" for s in _outside_plates(mark.space)) else ""

    for mark, count, found in gathered(context.content.all(), wrong):
        message = f"{_KINDS[mark.kind]} is painted in {found}{_times(count)}"
        yield error(
            "R0027",
            message,
            page=mark.page,
            thing=mark.label,
            found=found,
            limit="CMYK, grey or spot colours",
            place=places(opened, mark),
            hint=_CMYK,
        )


def _outside_plates(space: Space) -> Iterator[Space]:
    """The spaces that colours are really in: what stands in for plates may be Lab."""
    yield space
    if space.base is not None and space.family not in ("Separation", "DeviceN"):
        yield from _outside_plates(space.base)


def groups(_: Opened, context: Context) -> Iterator[Hit]:
    """X-44 and R0030."""
    for group in context.content.groups:
        space = group.space
        if space is None or space.family == "DeviceCMYK":
            continue
        if group.where == "mask" and group.luminosity and space.family == "DeviceGray":
            continue
        where = {"page": "the page", "form": "a form", "mask": "a soft mask"}[group.where]
        rules = ["R0030", *(["X-44"] if space.family == "DeviceRGB" else [])]
        for rule in rules:
            yield error(
                rule,
                f"transparency of {where} is mixed in {space.family}",
                page=group.page,
                thing=group.label,
                found=space.family,
                limit="DeviceCMYK",
                hint="export it with transparency mixed in CMYK",
            )


def many(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-46."""
    most = 8 if context.x1a else 32

    def wrong(mark: Mark) -> str:
        counts = [len(space.names) for space in mark.space.chain if space.family == "DeviceN"]
        return str(max(counts)) if counts and max(counts) > most else ""

    for mark, _, found in gathered(context.content.all(), wrong):
        yield error(
            "X-46",
            f"a colour is made of {found} inks; at most {most} are allowed",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=str(most),
            place=places(opened, mark),
            hint="use fewer inks",
        )


def defined_once(_: Opened, context: Context) -> Iterator[Hit]:
    """B-18."""
    known: dict[str, tuple[str, str]] = {}
    told: set[str] = set()
    for mark in context.content.all():
        for space in mark.space.chain:
            if space.family != "Separation" or space.names == ("None",):
                continue
            name = space.names[0]
            first = known.setdefault(name, (space.definition, space.label))
            if first[0] != space.definition and name not in told:
                told.add(name)
                yield error(
                    "B-18",
                    f"the ink “{name}” is defined in two ways",
                    page=mark.page,
                    thing=", ".join(filter(None, (first[1], space.label))),
                    hint="define it in one way",
                )


# -- spot colours


def _spots(context: Context) -> dict[str, Mark]:
    """The spot colours that are painted with, each with where that is first."""
    found: dict[str, Mark] = {}
    for mark in context.content.all():
        for space in mark.space.chain:
            for name in space.names:
                if name not in _NO_SPOT:
                    found.setdefault(name, mark)
    return found


def spots(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0020: a spot colour costs a plate, so somebody should want it."""
    for name, mark in _spots(context).items():
        if name not in context.limits.spots:
            yield warning(
                "R0020",
                f"the spot colour “{name}” needs a plate of its own",
                page=mark.page,
                thing=mark.label,
                found=name,
                place=places(opened, mark),
                hint="look whether it is wanted",
            )


def alike(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0021 to R0023."""
    found = _spots(context)
    names = list(found)
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            mark = found[other]
            rule = "R0021" if _bare(one) == _bare(other) and _plain(one) != _plain(other) else ""
            rule = rule or ("R0022" if _plain(one) == _plain(other) else "")
            how = "their suffix" if rule == "R0021" else "capitals or accents"
            message = f"the spot colours “{one}” and “{other}” differ in {how} alone: two plates for one ink"
            if not rule and _definition(found[one], one) == _definition(mark, other) != "":
                rule, message = "R0023", f"the spot colours “{one}” and “{other}” look the same: probably one is meant"
            if rule:
                yield error(
                    rule,
                    message,
                    page=mark.page,
                    thing=mark.label,
                    found=f"{one}, {other}",
                    limit="one name",
                    place=places(opened, mark),
                    hint="use one name for one ink",
                )


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _bare(name: str) -> str:
    return re.sub(r"\s*\b(c|u|m|cv|cvc|cvu|cvp|cp|cpc|up|ec|pc|uc)$", "", _plain(name))


def _definition(mark: Mark, name: str) -> str:
    return next((space.definition for space in mark.space.chain if space.names == (name,)), "")


def registration(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0024."""

    def wrong(mark: Mark) -> str:
        names = {name for space in mark.space.chain for name in space.names}
        return "All" if "All" in names and on_product(opened, mark) and any(mark.colour) else ""

    for mark, count, found in gathered(context.content.all(), wrong):
        yield warning(
            "R0024",
            f"{_KINDS[mark.kind]} on the page is in the registration colour{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            place=places(opened, mark),
            hint="use black; the registration colour is for marks outside the bleed",
        )


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def plates(content_marks: Iterable[Mark]) -> tuple[str, ...]:
    """The plates that are painted on: those of the four that have ink, then spot colours by name."""
    found: set[str] = set()
    for mark in content_marks:
        inks = mark.inks
        if mark.kind in ("image", "shading") and inks is None:
            for space in mark.space.chain:
                found |= {*PROCESS} if space.family == "DeviceCMYK" and not mark.space.names else set()
                found |= {"Black"} if space.family == "DeviceGray" else set()
                found |= {name for name in space.names if name not in ("All", "None")}
        elif inks is not None:
            found |= {name for name, share in inks.items() if share > 0 and name not in ("All", "None")}
    return (*(name for name in PROCESS if name in found), *sorted(found - {*PROCESS}))


JUDGES = (
    (("X-40",), rgb),
    (("X-41",), plates_alone),
    (("X-42",), profiled),
    (("R0027",), allowed),
    (("X-44", "R0030"), groups),
    (("X-46",), many),
    (("B-18",), defined_once),
    (("R0020",), spots),
    (("R0021", "R0022", "R0023"), alike),
    (("R0024",), registration),
)

"""What a file says of itself: in its information dictionary, in its metadata packet, and whether the two agree."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from pypdf.generic import NameObject

from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning

_TEXTS = {
    "Title": ("dc", "title"),
    "Author": ("dc", "creator"),
    "Subject": ("dc", "description"),
    "Keywords": ("pdf", "Keywords"),
    "Creator": ("xmp", "CreatorTool"),
    "Producer": ("pdf", "Producer"),
}
_DATES = {"CreationDate": ("xmp", "CreateDate"), "ModDate": ("xmp", "ModifyDate")}
_AGAIN = "save the file again with a program that writes both alike"


def packet(opened: Opened, context: Context) -> Iterator[Hit]:
    """B-07: there is a packet, and it is one."""
    reference = opened.raw(opened.catalog, "Metadata")
    xmp = opened.xmp
    label = opened.label(reference)
    if not xmp.present:
        if not context.x1a:
            hint = f"export it as {context.standard_name}"
            yield error("B-07", "the file has no metadata packet (XMP)", thing="catalogue", hint=hint)
        return
    stream = opened.get(opened.catalog, "Metadata")
    kind = (opened.name(opened.get(stream, "Type")), opened.name(opened.get(stream, "Subtype")))
    if kind != ("Metadata", "XML"):
        yield error(
            "B-07",
            "the metadata are not marked as XML metadata",
            thing=label,
            found=" ".join(filter(None, kind)) or "nothing",
            limit="Metadata XML",
            hint=_AGAIN,
        )
    if xmp.fault:
        yield error("B-07", f"the metadata packet is wrong: {xmp.fault}", thing=label, hint=_AGAIN)


def agreement(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-08: information and metadata say the same."""
    xmp = opened.xmp
    if not xmp.present or (xmp.fault and not xmp.values):
        if any(opened.text(opened.get(opened.info, key)) for key in _TEXTS) and xmp.present:
            yield error(
                "B-08", "the information cannot be compared with the metadata, which cannot be read", hint=_AGAIN
            )
        return
    for key, (space, name) in _TEXTS.items():
        mine = opened.text(opened.get(opened.info, key)).strip()
        theirs = xmp.all(space, name)
        joined = "; ".join(theirs) if key == "Author" else (theirs[0] if theirs else "")
        same = mine in (joined, joined.replace("; ", ", "), joined.replace("; ", ",")) or mine == joined
        if not same and (mine or joined):
            yield _differ(key, f"{space}:{name}", mine, joined)
    for key, (space, name) in _DATES.items():
        mine, theirs_ = opened.text(opened.get(opened.info, key)), xmp.one(space, name)
        if (mine or theirs_) and moment(mine) != moment(theirs_):
            yield _differ(key, f"{space}:{name}", mine, theirs_)
    trapped, other = _trapped(opened), xmp.one("pdf", "Trapped")
    if trapped != other and (trapped or other):
        yield _differ("Trapped", "pdf:Trapped", trapped, other)


def _differ(key: str, name: str, mine: str, theirs: str) -> Hit:
    message = f"{key} in the information differs from {name} in the metadata"
    return error("B-08", message, thing="information", found=_short(mine), limit=_short(theirs), hint=_AGAIN)


def _short(text: str) -> str:
    return (text[:60] + "…" if len(text) > 60 else text) or "nothing"


def _trapped(opened: Opened) -> str:
    found = opened.get(opened.info, "Trapped")
    return str(found)[1:] if isinstance(found, NameObject) else str(found) if found is not None else ""


def moment(text: str) -> datetime | None:
    """The instant of a date of PDF (7.9.4) or of XMP (ISO 8601); None where it is none."""
    numbers = re.fullmatch(
        r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z|[+-]\d\d'?:?(?:\d\d)?'?)?(?:00'?00'?)?",
        text.strip(),
    )
    if numbers is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in numbers.groups()[:6])
    zone = re.fullmatch(r"([+-])(\d\d)\D*(\d\d)?\D*", numbers[7] or "")
    shift = timedelta(hours=int(zone[2]), minutes=int(zone[3] or 0)) if zone else timedelta()
    where = timezone(-shift if zone and zone[1] == "-" else shift) if zone else UTC
    try:
        return datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=where)
    except ValueError:
        return None


def claim_x1a(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-10."""
    if not context.x1a:
        return
    said = opened.text(opened.get(opened.info, "GTS_PDFXVersion"))
    hint = "export it as PDF/X-1a:2003"
    if said != "PDF/X-1a:2003":
        yield error(
            "X-10",
            "the information does not say that the file is PDF/X-1a:2003",
            thing="information",
            found=_short(said),
            limit="PDF/X-1a:2003",
            hint=hint,
        )
    if opened.get(opened.info, "GTS_PDFXConformance") is not None:
        yield error(
            "X-10",
            "the information has the key GTS_PDFXConformance, which is of PDF/X-1a:2001",
            thing="information",
            hint=hint,
        )
    for space in ("pdfxid", "pdfx"):
        other = opened.xmp.one(space, "GTS_PDFXVersion")
        if other and other != said:
            yield error(
                "X-10",
                f"the metadata say {_short(other)}, the information {_short(said)}",
                thing="metadata",
                found=_short(other),
                limit=_short(said),
                hint=hint,
            )


def claim_x4(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-12."""
    if context.x1a:
        return
    said = opened.xmp.one("pdfxid", "GTS_PDFXVersion")
    other = opened.text(opened.get(opened.info, "GTS_PDFXVersion"))
    if said != "PDF/X-4":
        yield error(
            "X-12",
            "the metadata do not say that the file is PDF/X-4",
            thing="metadata",
            found=_short(said),
            limit="pdfxid:GTS_PDFXVersion PDF/X-4",
            hint="export it as PDF/X-4",
        )
    if other and other != said and said:
        yield error(
            "X-12",
            f"the information says {_short(other)}, the metadata {_short(said)}",
            thing="information",
            found=_short(other),
            limit=_short(said),
            hint="export it as PDF/X-4",
        )


def complete_metadata(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-13."""
    if context.x1a:
        return
    for space, name in (
        ("dc", "title"),
        ("xmp", "CreateDate"),
        ("xmp", "ModifyDate"),
        ("xmp", "MetadataDate"),
        ("xmpMM", "DocumentID"),
        ("xmpMM", "VersionID"),
        ("xmpMM", "RenditionClass"),
    ):
        if not opened.xmp.one(space, name):
            yield error(
                "X-13",
                f"the metadata lack {space}:{name}",
                thing="metadata",
                hint="export it as PDF/X-4",
            )


def trapping(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-14."""
    found = opened.get(opened.info, "Trapped")
    hint = f"export it as {context.standard_name}"
    if not isinstance(found, NameObject) or str(found) not in ("/True", "/False"):
        said = "nothing" if found is None else str(found) if isinstance(found, NameObject) else f"({found})"
        yield error(
            "X-14",
            "the information does not say whether the file is trapped",
            thing="information",
            found=said,
            limit="/True or /False",
            hint=hint,
        )
    said = opened.xmp.one("pdf", "Trapped")
    if not context.x1a and said not in ("True", "False"):
        yield error(
            "X-14",
            "the metadata do not say whether the file is trapped",
            thing="metadata",
            found=_short(said),
            limit="True or False",
            hint=hint,
        )


def complete_information(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-16."""
    if not context.x1a:
        return
    for key in ("Title", "CreationDate", "ModDate", "Creator", "Producer"):
        if not opened.text(opened.get(opened.info, key)):
            make = warning if key in ("Creator", "Producer") else error
            yield make(
                "X-16",
                f"the information lacks {key}",
                thing="information",
                hint="export it as PDF/X-1a:2003",
            )


JUDGES = (
    (("B-07",), packet),
    (("B-08",), agreement),
    (("X-10",), claim_x1a),
    (("X-12",), claim_x4),
    (("X-13",), complete_metadata),
    (("X-14",), trapping),
    (("X-16",), complete_information),
)

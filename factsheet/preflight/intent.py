"""The output intent: one for the press, with a name and a profile that is fit for it."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from factsheet.design import icc
from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error

_ASK = "export it with the printing condition that the printing office names, its profile embedded"


def _press(opened: Opened) -> list[DictionaryObject]:
    return [one for one in opened.intents() if opened.name(opened.get(one, "S")) == "GTS_PDFX"]


def one(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-20."""
    count = len(_press(opened))
    if count != 1:
        said = "no output intent" if not count else f"{count} output intents"
        yield error(
            "X-20", f"the file has {said} for the press", thing="catalogue", found=str(count), limit="1", hint=_ASK
        )


def identified(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-21."""
    for intent in _press(opened)[:1]:
        if not opened.text(opened.get(intent, "OutputConditionIdentifier")).strip():
            yield error(
                "X-21",
                "the output intent does not name its printing condition",
                thing=opened.label(intent),
                found="nothing",
                limit="OutputConditionIdentifier",
                hint=_ASK,
            )


def embedded(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-22: PDF/X-4 wants the profile; X-1a may do with a registered name, but its profiles are of version 2."""
    for intent in _press(opened)[:1]:
        data = opened.stream(opened.get(intent, "DestOutputProfile"))
        label = opened.label(opened.raw(intent, "DestOutputProfile"))
        if data is None:
            registered = opened.text(opened.get(intent, "RegistryName")) and context.x1a
            if not registered:
                yield error("X-22", "the output intent has no embedded profile", thing=opened.label(intent), hint=_ASK)
        elif context.x1a and icc.facts(data).version[:2] not in ("2.", ""):
            version = icc.facts(data).version
            yield error(
                "X-22",
                f"the profile is of version {version}; PDF/X-1a takes version 2",
                thing=label,
                found=version,
                limit="2",
                hint="ask the printing office for a profile of version 2",
            )


def profile(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-23."""
    for intent in _press(opened)[:1]:
        stream = opened.get(intent, "DestOutputProfile")
        data = opened.stream(stream)
        label = opened.label(opened.raw(intent, "DestOutputProfile"))
        if data is None:
            continue
        for fault in icc.faults(data):
            yield error("X-23", f"the profile of the output intent cannot be used: {fault}", thing=label, hint=_ASK)
        count = opened.number(opened.get(stream, "N"), -1)
        if count != 4:
            found = f"{count:g}" if count >= 0 else "nothing"
            yield error(
                "X-23",
                f"the profile is said to have {found} components instead of 4",
                thing=label,
                found=found,
                limit="4",
                hint=_ASK,
            )


def described(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-24."""
    for intent in _press(opened)[:1]:
        if not any(opened.text(opened.get(intent, key)).strip() for key in ("Info", "RegistryName")):
            yield error(
                "X-24",
                "the output intent says neither what it is nor where it is registered",
                thing=opened.label(intent),
                limit="Info or RegistryName",
                hint=_ASK,
            )


def shared(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-25."""
    found = {opened.label(opened.raw(intent, "DestOutputProfile")) for intent in opened.intents()}
    if len(opened.intents()) > 1 and len(found) > 1 and len(_press(opened)) == 1:
        yield error("X-25", "the output intents have different profiles", thing=", ".join(sorted(found)), hint=_ASK)


def cmyk(opened: Opened, _: Context) -> Iterator[Hit]:
    """R0035."""
    data = opened.profile()
    if not _press(opened) or data is None:
        yield error("R0035", "there is no output intent with a CMYK profile", thing="catalogue", hint=_ASK)
    elif icc.facts(data).space != "CMYK":
        space = icc.facts(data).space or "unknown"
        yield error(
            "R0035",
            f"the profile of the output intent is {space}, not CMYK",
            thing="catalogue",
            found=space,
            limit="CMYK",
            hint=_ASK,
        )


JUDGES = (
    (("X-20",), one),
    (("X-21",), identified),
    (("X-22",), embedded),
    (("X-23",), profile),
    (("X-24",), described),
    (("X-25",), shared),
    (("R0035",), cmyk),
)

"""Colour spaces of any file (ISO 32000-1, 8.6): of which kind they are, what they rest on, which plates they name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from factsheet.preflight.opened import Opened

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_COUNTS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "CalGray": 1, "CalRGB": 3, "Lab": 3, "Indexed": 1}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEPTH = 8


@dataclass(frozen=True)
class Space:
    """A colour space.

    Attributes:
        family: Its kind, as ``DeviceCMYK``; "" where it is none.
        count: The number of components.
        base: What an Indexed or uncoloured Pattern space rests on, or what stands in for plates.
        names: The plates of Separation and DeviceN.
        label: The number of its object, if it has one.
        profile: The ICC profile.
        definition: What defines a plate: its stand-in and the way to it, as text.
        remapped: Whether a default space stands in for a device space.
    """

    family: str
    count: int = 0
    base: "Space | None" = None
    names: tuple[str, ...] = ()
    label: str = ""
    profile: bytes = b""
    definition: str = ""
    remapped: "Space | None" = None

    @cached_property
    def chain(self) -> tuple["Space", ...]:
        """This space and all that it rests on."""
        found: list[Space] = [self]
        for other in (self.base, self.remapped):
            if other is not None:
                found += other.chain
        return tuple(found)

    def inks(self, colour: Sequence[float]) -> dict[str, float] | None:
        """The share of ink on each plate; None where that is not known without converting colours."""
        if self.family == "DeviceCMYK":
            return dict(zip(PROCESS, colour, strict=False)) if len(colour) == 4 else None
        if self.family == "DeviceGray":
            return {"Black": 1 - colour[0]} if len(colour) == 1 else None
        if self.family in ("Separation", "DeviceN") and len(colour) == len(self.names):
            return {name: share for name, share in zip(self.names, colour, strict=True) if name != "None"}
        return None


NONE = Space("")
GREY = Space("DeviceGray", 1)
DEVICE = {name: Space(name, _COUNTS[name]) for name in ("DeviceGray", "DeviceRGB", "DeviceCMYK")}
PATTERN = Space("Pattern")


def space_of(opened: Opened, thing: Any, resources: DictionaryObject, depth: int = 0) -> Space | None:
    """The space that ``thing`` names or describes; None where its name is nowhere.

    Names are looked up in ``resources``; defaults for device spaces are heeded.
    """
    found = opened.resolve(thing)
    if depth > _DEPTH or found is None:
        return None
    if isinstance(found, str) and not isinstance(found, NameObject):
        return _named(opened, str(found), resources, depth)
    if isinstance(found, NameObject):
        return _named(opened, str(found)[1:], resources, depth)
    if not isinstance(found, ArrayObject) or not found:
        return None
    return _described(opened, found, opened.label(thing), resources, depth)


def _named(opened: Opened, name: str, resources: DictionaryObject, depth: int) -> Space | None:
    name = _SHORT.get(name, name)
    if name in DEVICE:
        default = opened.raw(opened.get(resources, "ColorSpace"), "Default" + name.removeprefix("Device"))
        if default is None or depth:
            return DEVICE[name]
        return Space(name, _COUNTS[name], remapped=space_of(opened, default, DictionaryObject(), depth + 1))
    if name == "Pattern":
        return PATTERN
    raw = opened.raw(opened.get(resources, "ColorSpace"), name)
    return None if raw is None else space_of(opened, raw, resources, depth + 1)


def _described(opened: Opened, found: ArrayObject, label: str, resources: DictionaryObject, depth: int) -> Space | None:
    family = opened.name(found[0])
    family = _SHORT.get(family, family)

    def inner(position: int) -> Space | None:
        return space_of(opened, found[position], resources, depth + 1) if len(found) > position else None

    match family:
        case "DeviceGray" | "DeviceRGB" | "DeviceCMYK":
            return _named(opened, family, resources, depth)
        case "CalGray" | "CalRGB" | "Lab":
            return Space(family, _COUNTS[family], label=label)
        case "ICCBased":
            stream = opened.resolve(found[1]) if len(found) > 1 else None
            count = int(opened.number(opened.get(stream, "N")))
            return Space(
                family,
                count,
                label=label or (opened.label(found[1]) if len(found) > 1 else ""),
                profile=opened.stream(stream) or b"",
            )
        case "Indexed":
            return Space(family, 1, base=inner(1), label=label)
        case "Pattern":
            return Space(family, base=inner(1), label=label)
        case "Separation":
            own = opened.name(found[1]) if len(found) > 1 else ""
            return Space(family, 1, inner(2), (own,), label, definition=_definition(opened, found[2:4]))
        case "DeviceN":
            names = tuple(opened.name(name) for name in opened.array(found[1])) if len(found) > 1 else ()
            return Space(family, len(names), inner(2), names, label, definition=_definition(opened, found[2:4]))
    return Space(family, label=label)


def _definition(opened: Opened, parts: Sequence[Any], depth: int = 0) -> str:
    """What the objects in ``parts`` say, so that two that say the same are alike."""
    said: list[str] = []
    for part in parts:
        thing = opened.resolve(part)
        if isinstance(thing, DictionaryObject) and depth < _DEPTH:
            keys = sorted(key for key in thing if key not in ("/Length", "/Filter", "/DecodeParms"))
            inside = [f"{key} {_definition(opened, [thing.raw_get(key)], depth + 1)}" for key in keys]
            said.append(f"<<{' '.join(inside)}>>{(opened.stream(thing) or b'').hex()}")
        elif isinstance(thing, ArrayObject) and depth < _DEPTH:
            said.append(f"[{_definition(opened, list(thing), depth + 1)}]")
        elif isinstance(thing, int | float) and not isinstance(thing, bool):
            said.append(f"{float(thing):.6g}")
        else:
            said.append(str(thing))
    return " ".join(said)

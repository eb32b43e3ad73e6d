"""Graphics states and rendering intents, wherever they stand in the file; and transparency where none may be."""

from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error

INTENTS = {"Perceptual", "RelativeColorimetric", "Saturation", "AbsoluteColorimetric"}
MODES = {
    "Normal",
    "Compatible",
    "Multiply",
    "Screen",
    "Overlay",
    "Darken",
    "Lighten",
    "ColorDodge",
    "ColorBurn",
    "HardLight",
    "SoftLight",
    "Difference",
    "Exclusion",
    "Hue",
    "Saturation",
    "Color",
    "Luminosity",
}
"""The blend modes of ISO 32000-1, 11.3.5."""

_FLATTEN = "export it as PDF/X-1a:2003, which flattens transparency"


def _states(opened: Opened) -> Iterator[tuple[str, DictionaryObject]]:
    """Every graphics state that resources name."""
    seen: set[int] = set()
    for label, thing in opened.dictionaries():
        found = opened.get(thing, "ExtGState")
        if not isinstance(found, DictionaryObject):
            continue
        for key in found:
            state = opened.resolve(found.raw_get(key))
            if isinstance(state, DictionaryObject) and id(state) not in seen:
                seen.add(id(state))
                yield opened.label(found.raw_get(key)) or label, state


def rendering(opened: Opened, context: Context) -> Iterator[Hit]:
    """B-14."""
    for label, state in _states(opened):
        said = opened.get(state, "RI")
        if said is not None and opened.name(said) not in INTENTS:
            yield _intent(label, opened.name(said))
    for label, thing in opened.used.items():
        said = opened.get(thing, "Intent") if _is_image(opened, thing) else None
        if isinstance(said, NameObject) and opened.name(said) not in INTENTS:
            yield _intent(label, opened.name(said))
    for page, name in context.content.intents:
        if name not in INTENTS:
            yield _intent(f"contents of page {page}", name)


def _intent(label: str, name: str) -> Hit:
    return error(
        "B-14",
        f"there is no rendering intent “{name}”",
        thing=label,
        found=name,
        limit="one of four",
        hint="save the file again",
    )


def _is_image(opened: Opened, thing: object) -> bool:
    return isinstance(thing, StreamObject) and opened.name(opened.get(thing, "Subtype")) == "Image"


def transfer(opened: Opened, _: Context) -> Iterator[Hit]:
    """B-17."""
    hint = "export it without transfer functions and halftones"
    for label, state in _states(opened):
        for key in ("TR", "HTP"):
            if "/" + key in state:
                yield error("B-17", f"a graphics state has {_WHAT[key]}", thing=label, found=f"/{key}", hint=hint)
        if "/TR2" in state and opened.name(opened.get(state, "TR2")) != "Default":
            yield error(
                "B-17",
                "a graphics state has a transfer function",
                thing=label,
                found="/TR2",
                limit="/Default",
                hint=hint,
            )
        screen = opened.get(state, "HT")
        if isinstance(screen, DictionaryObject):
            kind = opened.number(opened.get(screen, "HalftoneType"))
            if kind not in (1, 5):
                yield error(
                    "B-17", f"a halftone is of type {kind:g}", thing=label, found=f"{kind:g}", limit="1 or 5", hint=hint
                )
            if "/HalftoneName" in screen:
                yield error("B-17", "a halftone has a name", thing=label, found="/HalftoneName", hint=hint)


_WHAT = {"TR": "a transfer function", "HTP": "a halftone phase"}


def blending(opened: Opened, _: Context) -> Iterator[Hit]:
    """X-51."""
    for label, state in _states(opened):
        for name in _modes(opened, state):
            if name not in MODES:
                yield error(
                    "X-51", f"there is no blend mode “{name}”", thing=label, found=name, hint="use another mode"
                )


def _modes(opened: Opened, state: DictionaryObject) -> list[str]:
    found = opened.get(state, "BM")
    if isinstance(found, ArrayObject):
        return [opened.name(one) for one in found]
    return [] if found is None else [opened.name(found)]


def opaque(opened: Opened, context: Context) -> Iterator[Hit]:
    """X-50."""
    if not context.x1a:
        return
    for label, state in _states(opened):
        mask = opened.get(state, "SMask")
        if mask is not None and opened.name(mask) != "None":
            yield _see_through(label, "a graphics state has a soft mask", "/SMask")
        for key in ("ca", "CA"):
            share = opened.get(state, key)
            if share is not None and abs(opened.number(share, 1.0) - 1) > 1e-6:
                yield _see_through(
                    label, f"something is {opened.number(share):.0%} opaque", f"/{key} {opened.number(share):g}"
                )
        for name in _modes(opened, state):
            if name not in ("Normal", "Compatible"):
                yield _see_through(label, f"something is blended ({name})", f"/BM /{name}")
    for label, thing in opened.used.items():
        if _is_image(opened, thing) and opened.get(thing, "SMask") is not None:
            yield _see_through(label, "a picture has a soft mask", "/SMask")
        if _is_image(opened, thing) and opened.number(opened.get(thing, "SMaskInData")):
            yield _see_through(label, "a picture has a soft mask in its data", "/SMaskInData")
    for label, thing in opened.dictionaries():
        if opened.name(opened.get(thing, "Group", "S")) == "Transparency":
            yield _see_through(label, "there is a transparency group", "/Group")


def _see_through(label: str, what: str, found: str) -> Hit:
    return error("X-50", f"{what}; PDF/X-1a knows no transparency", thing=label, found=found, hint=_FLATTEN)


JUDGES = (
    (("B-14",), rendering),
    (("B-17",), transfer),
    (("X-51",), blending),
    (("X-50",), opaque),
)

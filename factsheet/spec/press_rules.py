"""What is wrong with what a theme says to the printing office: its profile, and its marks."""

from collections.abc import Iterator
from pathlib import Path

from factsheet import limits
from factsheet.design import icc
from factsheet.design.press import USUAL_BLEED_MM, registered_name
from factsheet.design.theme import Theme
from factsheet.findings import Finding
from factsheet.source import Source


def judged_press(theme: Theme, source: Source, beside: Path) -> Iterator[Finding]:
    """What is wrong with the keys that are for the printing office."""
    if theme.profile is not None:
        yield from _profile(Path(theme.profile), theme, source, beside)
    elif theme.condition:
        hint = "name the profile, too, as profile: press.icc; without one, the house’s own is used (FOGRA39)"
        yield Finding("profile", "a condition is named, but no profile", where=source.where(("condition",)), hint=hint)
    if not theme.condition.isascii() or not theme.condition.isprintable():
        hint = "write the name under which it is registered, as FOGRA52"
        yield Finding(
            "profile", "this is no name of a printing condition", where=source.where(("condition",)), hint=hint
        )
    if theme.bleed_mm < USUAL_BLEED_MM:
        message = f"{theme.bleed_mm:g} mm of bleed is little: printing offices ask for {USUAL_BLEED_MM:g} mm"
        hint = f"write bleed_mm: {USUAL_BLEED_MM:g}, unless the printing office asked for less"
        yield Finding("bleed", message, "warning", source.where(("bleed_mm",)), hint)
    yield from _folds(theme, source)
    folds = (*theme.folds_mm.from_left, *theme.folds_mm.from_top)
    if folds and "fold" not in theme.marks:
        hint = "add fold to marks, or leave folds_mm out"
        message = "folds are named, but no fold marks are drawn"
        yield Finding("folds", message, "warning", source.where(("folds_mm",)), hint)
    if "fold" in theme.marks and not folds:
        hint = "write where, as folds_mm: {from_top: [99, 198]}"
        yield Finding("folds", "there are fold marks, but no folds", where=source.where(("marks",)), hint=hint)


def _folds(theme: Theme, source: Source) -> Iterator[Finding]:
    """Folds that lie on no paper that there is."""
    for key, values, most in (
        ("from_left", theme.folds_mm.from_left, _WIDEST_MM),
        ("from_top", theme.folds_mm.from_top, _TALLEST_MM),
    ):
        for n, value in enumerate(values):
            if not 0 < value < most:
                message = f"a fold at {value:g} mm lies outside the page"
                where = source.where(("folds_mm", key, n))
                yield Finding("folds", message, where=where, hint=f"the page ends at {most:g} mm at the most")


_WIDEST_MM, _TALLEST_MM = 215.9, 297.0
"""The width of Letter, and the height of A4."""


def _profile(path: Path, theme: Theme, source: Source, beside: Path) -> Iterator[Finding]:
    """A profile of the printing office's must be one of a press in CMYK, whole, and fit for conversion."""
    name, where = path.name, source.where(("profile",))
    if not path.is_relative_to(beside.resolve()):
        hint = "copy the profile into the folder of the theme, and write its name alone"
        yield Finding("profile", f"the profile {name} does not lie beside the theme", where=where, hint=hint)
        return
    if path.is_dir():
        hint = "name the file of the profile, with .icc at its end"
        yield Finding("profile", f"{name} is a folder, not a profile", where=where, hint=hint)
        return
    if not path.is_file():
        hint = "a profile lies in the folder of the theme; write its name as it is, with .icc"
        yield Finding("profile", f"there is no file {name}", where=where, hint=hint)
        return
    try:
        if path.stat().st_size > limits.PROFILE_BYTES:
            message = f"{name} is larger than {limits.PROFILE_BYTES // 1_000_000} MB: it is no profile of a press"
            yield Finding("limit", message, where=where, hint="ask the printing office for its ICC profile")
            return
        data = path.read_bytes()
    except OSError as problem:
        message = f"{name} cannot be read: {problem.strerror or problem}"
        yield Finding("profile", message, where=where, hint="look whether you may open it")
        return
    yield from _content(data, name, theme, source)


def _content(data: bytes, name: str, theme: Theme, source: Source) -> Iterator[Finding]:
    where = source.where(("profile",))
    ask = "ask the printing office for the ICC profile of its press and paper (CMYK)"
    if wrong := icc.faults(data):
        yield Finding("profile", f"{name} cannot be used: {wrong[0]}", where=where, hint=ask)
        return
    if theme.standard == "x1a" and not icc.facts(data).version.startswith("2."):
        message = f"{name} is a profile of version {icc.facts(data).version}; PDF/X-1a takes version 2"
        yield Finding("profile", message, where=where, hint="write standard: x4, or ask for a version 2 profile")
        return
    from factsheet.design import pictures  # noqa: PLC0415 - Pillow, for profiles of the author's own

    if not pictures.usable(data):
        yield Finding(
            "profile", f"{name} cannot be used: colours cannot be converted through it", where=where, hint=ask
        )
    known = registered_name(icc.facts(data).description)
    if theme.condition and known and known != theme.condition:
        message = f"the condition is {theme.condition}, but {name} calls itself one of {known}"
        hint = f"write condition: {known}, or leave it out, unless the printing office asked for it"
        yield Finding("profile", message, "warning", source.where(("condition",)), hint)

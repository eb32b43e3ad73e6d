"""What is wrong with a theme whose keys are right: inks, fonts, contrast, sizes and measures."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

from factsheet.design import theme as themes
from factsheet.design.fonts import Face, folder
from factsheet.design.inks import Ink, contrast
from factsheet.design.theme import Theme
from factsheet.findings import AssetError, Finding, Where, counted
from factsheet.source import Source
from factsheet.spec.press_rules import judged_press

_LEGIBLE, _LEGIBLE_LARGE, _VISIBLE = 4.5, 3.0, 3.0
"""The least contrast of text, of large text and of what is drawn (WCAG 2.1, 1.4.3 and 1.4.11)."""

_NARROWEST_MM = {"main": 60.0, "sidebar": 34.0}
_ON_MASTHEAD = ("label", "title", "subtitle", "credit")
_ON_BAND = ("band", "band-address", "band-folio")
_IN_SIDEBAR = ("fact-label", "fact-value")


def judged(theme: Theme, source: Source, beside: Path) -> list[Finding]:
    """What is wrong with a theme that is complete."""
    found = [
        *_unknown_inks(theme, source),
        *_unknown_families(theme, source),
        *_fonts(theme, source, beside),
        *_spots(theme, source),
        *judged_press(theme, source, beside),
    ]
    if any(finding.severity == "error" for finding in found):
        return found
    return [*found, *_missing_styles(theme, source), *_contrast(theme, source), *_sizes(theme, source),
            *_measures(theme, source), *_steps(theme, source), *_heavy_inks(theme, source)]  # fmt: skip


def _used_inks(theme: Theme) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every place where an ink is named, and its name."""
    for name, style in theme.styles.items():
        yield ("styles", name, "ink"), style.ink
    yield ("links",), theme.links
    for part in ("masthead", "sidebar", "band"):
        ground = getattr(theme, part).ground
        if ground is not None:
            yield (part, "ground"), ground
    look = theme.masthead
    for key in ("second", "lines", "points", "accent", "foot"):
        if getattr(look, key) is not None:
            yield ("masthead", key), getattr(look, key)
    for path, roles in (((), theme.roles), (("sidebar",), theme.sidebar.roles)):
        for key in ("line", "rule", "key", "track", "tint", "accent"):
            yield (*path, "roles", key), getattr(roles, key)
        for n, name in enumerate(roles.series):
            yield (*path, "roles", "series", n), name


def _unknown_inks(theme: Theme, source: Source) -> Iterator[Finding]:
    known = [*theme.inks]
    for name in ("black", "white"):
        if name not in known:
            where = source.key_where(("inks",))
            yield Finding("missing-ink", f"the ink “{name}” is missing", where=where, hint=f"add {name}: below inks:")
    for path, name in _used_inks(theme):
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = f"did you mean {close[0]}?" if close else f"inks: {', '.join(known)}"
            yield Finding("unknown-ink", f"there is no ink “{name}”", where=source.where(path), hint=hint)


def _unknown_families(theme: Theme, source: Source) -> Iterator[Finding]:
    for name, style in theme.styles.items():
        if style.family not in theme.families:
            where = source.where(("styles", name, "family"))
            hint = f"families: {', '.join(theme.families)}"
            yield Finding("unknown-family", f"there is no family “{style.family}”", where=where, hint=hint)


def _fonts(theme: Theme, source: Source, beside: Path) -> Iterator[Finding]:
    files: list[tuple[tuple[str | int, ...], str]] = []
    files += [(("families", name, n), file) for name, four in theme.families.items() for n, file in enumerate(four)]
    files += [(("fallback", n, k), file) for n, four in enumerate(theme.fallback) for k, file in enumerate(four)]
    for path, file in files:
        where = source.where(path)
        own = Path(file)
        if own.is_absolute() and not own.is_relative_to(beside.resolve()):
            hint = "copy the font into the folder of the theme, and write its name alone"
            yield Finding("font", f"the font {file} does not lie beside the theme", where=where, hint=hint)
        elif not (folder() / file).is_file():
            hint = "a font lies in the folder of the theme; write its name as it is, with .ttf"
            yield Finding("font", f"there is no font {file}", where=where, hint=hint)
        elif own.is_absolute():
            yield from _readable(own, where)


def _readable(path: Path, where: Where) -> Iterator[Finding]:
    """A font of the author's own must be a font, with outlines that can be embedded."""
    try:
        face = Face(path)
    except AssetError as problem:
        hint = "choose another file; fonts are TrueType (.ttf)"
        yield Finding("font", problem.findings[0].message, where=where, hint=hint)
        return
    if not face.truetype:
        message = f"the font {path.name} has PostScript outlines, which are not supported"
        yield Finding("font", message, where=where, hint="ask for the TrueType version of it (.ttf)")


def _missing_styles(theme: Theme, source: Source) -> Iterator[Finding]:
    for name in themes.load("institutional").styles:
        if name not in theme.styles:
            hint = f"add {name}: below styles:, or begin the theme with “based_on: institutional”"
            yield Finding(
                "missing-style", f"the style “{name}” is missing", where=source.key_where(("styles",)), hint=hint
            )


def grounds(theme: Theme) -> Iterator[tuple[str, str]]:
    """Each style with each ink that it may stand on."""
    paper = "white"
    for name in theme.styles:
        if name in _ON_MASTHEAD:
            yield name, theme.masthead.ground or paper
        elif name in _ON_BAND:
            yield name, theme.band.ground or paper
        elif name.startswith("side") or name in _IN_SIDEBAR:
            yield name, theme.sidebar.ground or paper
            yield name, theme.sidebar.roles.tint
        else:
            yield name, paper
            yield name, theme.roles.tint


def least_contrast(theme: Theme) -> tuple[float, str, str]:
    """The least contrast of a text: the ratio, the style and its ground."""
    inks = theme.palette
    return min(
        (contrast(inks[theme.styles[style].ink], inks[ground]), style, ground) for style, ground in grounds(theme)
    )


def summary(theme: Theme) -> str:
    """What a theme has, and the least contrast of its text."""
    ratio, style, ground = least_contrast(theme)
    inks, styles = counted(len(theme.inks), "ink"), counted(len(theme.styles), "style")
    return f"{inks}, {styles}; the least contrast of text is {_said(ratio)} ({style} on {ground})"


def _contrast(theme: Theme, source: Source) -> Iterator[Finding]:
    inks = theme.palette
    for name, ground in grounds(theme):
        style = theme.styles[name]
        yield from _legible(inks[style.ink], inks[ground], name, large=_is_large(style), source=source)
    for path, roles, paper in (
        ((), theme.roles, "white"),
        (("sidebar",), theme.sidebar.roles, theme.sidebar.ground or "white"),
    ):
        shown = [
            ("key", roles.key),
            ("rule", roles.rule),
            *((("series", n), name) for n, name in enumerate(roles.series)),
        ]
        for key, name in shown:
            ratio = contrast(inks[name], inks[paper])
            if ratio < _VISIBLE:
                where = source.where((*path, "roles", *((key,) if isinstance(key, str) else key)))
                message = f"{name} on {paper} has a contrast of {_said(ratio)}; what is drawn needs {_said(_VISIBLE)}"
                yield Finding("contrast", message, where=where, hint="choose a darker or a lighter ink")


def _legible(ink: Ink, ground: Ink, name: str, *, large: bool, source: Source) -> Iterator[Finding]:
    ratio, least = contrast(ink, ground), _LEGIBLE_LARGE if large else _LEGIBLE
    if ratio < least:
        message = f"{name}: {ink.name} on {ground.name} has a contrast of {_said(ratio)}; text needs {_said(least)}"
        where = source.where(("styles", name, "ink"))
        yield Finding("contrast", message, where=where, hint="choose a darker or a lighter ink, or another ground")


def _is_large(style: themes.Style) -> bool:
    return style.size >= 18 or (style.bold and style.size >= 14)


def _said(ratio: float) -> str:
    return f"{int(ratio * 10) / 10:g} : 1"


def _sizes(theme: Theme, source: Source) -> Iterator[Finding]:
    for name, style in theme.styles.items():
        floor = themes.floor(theme.palette[style.ink])
        if style.size < floor:
            message = f"{name} is {style.size:g} pt; {theme.palette[style.ink].name} text needs at least {floor:g} pt"
            hint = (
                "small type in several inks, or in white on a ground, is not printed sharply: make it larger, or black"
            )
            yield Finding("small-type", message, where=source.where(("styles", name, "size")), hint=hint)


def _measures(theme: Theme, source: Source) -> Iterator[Finding]:
    """Columns that are too narrow for words, on the narrower of the two papers."""
    page, side = theme.page, theme.sidebar
    text = 210 - page.margin_mm.left - page.margin_mm.right
    inner = side.width_mm - side.padding_mm - side.margin_mm
    beside = (
        210 - side.width_mm - side.gutter_mm - (page.margin_mm.left if side.side == "right" else page.margin_mm.right)
    )
    column = (text - page.gutter_mm * (page.columns - 1)) / page.columns
    for path, name, width, least in (
        (("page", "columns"), "a column", column, _NARROWEST_MM["main"]),
        (("sidebar", "width_mm"), "the main column beside the sidebar", beside, _NARROWEST_MM["main"]),
        (("sidebar", "width_mm"), "the sidebar's text", inner, _NARROWEST_MM["sidebar"]),
    ):
        if width < least:
            message = f"{name} is {width:.0f} mm wide on A4; it needs at least {least:.0f} mm"
            where = source.where(path)
            yield Finding("narrow", message, where=where, hint="make margins, gutters or the other column narrower")


def _steps(theme: Theme, source: Source) -> Iterator[Finding]:
    fit, text = theme.fit, theme.styles["text"].size
    if not 0 <= theme.usual < len(fit) or fit[theme.usual].scale != 1:
        message = "“usual” is not the number of a step of fit: whose scale is 1"
        yield Finding("fit", message, where=source.where(("usual",)), hint="the first step has the number 0")
        return
    for n, (one, other) in enumerate(pairwise(fit), 1):
        if other.scale > one.scale or other.leading > one.leading:
            hint = "sort the steps: the largest type and leading first"
            yield Finding(
                "fit", "this step is roomier than the one before it", where=source.where(("fit", n)), hint=hint
            )
    for n, step in enumerate(fit):
        if step.leading < 1.15 * text * step.scale:
            message = f"lines {step.leading:g} pt apart are too close for type of {text * step.scale:.1f} pt"
            hint = f"write leading: {1.2 * text * step.scale:.1f} or more"
            yield Finding("fit", message, where=source.where(("fit", n, "leading")), hint=hint)


def _spots(theme: Theme, source: Source) -> Iterator[Finding]:
    """Spot colours whose names a printing office would not know apart, or whose stand-ins differ."""
    first: dict[str, str] = {}
    for name, ink in theme.palette.items():
        if ink.spot is None:
            if theme.inks[name].tint != _FULL_TINT:
                where = source.where(("inks", name, "tint"))
                yield Finding("spot", "a tint needs a spot colour", where=where, hint="add spot:, or delete tint:")
            continue
        where = source.where(("inks", name, "spot"))
        problem = _wrong_name(ink.spot.name)
        if problem:
            yield Finding("spot", problem, where=where, hint="write its name as it stands in the colour guide")
            continue
        other = first.setdefault(_plain_name(ink.spot.name), name)
        twin = theme.palette[other].spot
        assert twin is not None
        if twin.name != ink.spot.name:
            message = f"“{ink.spot.name}” and “{twin.name}” would be two plates; probably one is meant"
            yield Finding("spot", message, where=where, hint=f"write “{twin.name}” in both places")
        elif twin.cmyk != ink.spot.cmyk:
            message = f"“{ink.spot.name}” has another cmyk here than in “{other}”: one plate has one stand-in"
            hint = "write the cmyk of the spot colour in full, and how much of it as tint"
            yield Finding("spot", message, where=source.where(("inks", name, "cmyk")), hint=hint)


_FULL_TINT = 100.0


def _wrong_name(spot: str) -> str:
    """What is wrong with the name of a spot colour; "" where nothing is."""
    if spot.strip().casefold() in {"cyan", "magenta", "yellow", "black", "all", "none"}:
        return f"“{spot}” is no spot colour: every file has a plate or a meaning of that name"
    if len(spot.encode()) > _LONGEST_NAME or not spot.isprintable() or spot != spot.strip() or not spot:
        return f"“{spot}” cannot be the name of a plate"
    return ""


_LONGEST_NAME = 120
"""The bytes of a plate's name (ISO 32000-1, annex C: a name has at most 127)."""


def _plain_name(spot: str) -> str:
    """``spot`` without what printing offices leave out: case, forms of letters, the suffix of the paper (R0021)."""
    plain = unicodedata.normalize("NFKC", spot).casefold()
    return re.sub(r"\s+(c|u|m|cv|cvc|cvu|cp|up|ec|pc|uc)$", "", " ".join(plain.split()))


def _heavy_inks(theme: Theme, source: Source) -> Iterator[Finding]:
    for name, ink in theme.palette.items():
        if ink.coverage > theme.ink_limit:
            message = f"the ink “{name}” has {ink.coverage:.0f} % in all; paper takes {theme.ink_limit:.0f} %"
            own = ("inks", name, "cmyk")
            where = source.where(own if own in source.places else ("ink_limit",))
            yield Finding("ink-limit", message, where=where, hint="take away cyan, magenta and yellow; add black")

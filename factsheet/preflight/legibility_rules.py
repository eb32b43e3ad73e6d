"""What can be read after printing: sizes of type, thickness of lines, inks of text, distance from the trim."""

from collections.abc import Callable, Iterator

from factsheet.preflight.context import Context
from factsheet.preflight.gathered import gathered, places
from factsheet.preflight.hits import Hit
from factsheet.preflight.layers import Layers
from factsheet.preflight.marks import Mark
from factsheet.preflight.opened import Opened
from factsheet.preflight.overprint_rules import is_line, thickness
from factsheet.preflight.rules import error, warning
from factsheet.units import mm, to_mm

_IN_INKS, _LINE_IN_INKS = 8.0, 0.25
_SLACK = 0.005
"""Rounding of sizes, in points."""

Wrong = Callable[[Mark, bool], str]


def _found(opened: Opened, context: Context, wrong: Wrong) -> Iterator[tuple[Mark, int, str]]:
    over = {id(mark): beneath for mark, beneath in Layers(opened, context.content).seen()}
    marks = [mark for mark in context.content.all() if id(mark) in over]
    yield from gathered(marks, lambda mark: wrong(mark, over[id(mark)]))


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _several(mark: Mark) -> bool:
    inks = mark.inks
    return inks is not None and sum(share > 0 for share in inks.values()) > 1


def full_inks(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0015."""

    def wrong(mark: Mark, _: bool) -> str:
        inks = mark.inks if mark.kind == "text" else None
        if not inks or inks.get("Black", 0) < 0.85 or sum(inks.values()) <= 2.8:
            return ""
        return f"{100 * sum(inks.values()):.0f} %"

    for mark, count, found in _found(opened, context, wrong):
        yield warning(
            "R0015",
            f"text is printed in four full inks{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit="280 %",
            place=places(opened, mark),
            hint="use black ink alone",
        )


def white_text(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0016."""

    def wrong(mark: Mark, beneath: bool) -> str:
        small = mark.kind == "text" and mark.white and beneath and mark.size < _IN_INKS - _SLACK
        return f"{mark.size:.1f} pt" if small else ""

    for mark, count, found in _found(opened, context, wrong):
        yield warning(
            "R0016",
            f"white text on a ground is small{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{_IN_INKS:g} pt",
            place=places(opened, mark),
            hint="make it larger",
        )


def coloured_text(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0017."""

    def wrong(mark: Mark, _: bool) -> str:
        small = mark.kind == "text" and _several(mark) and mark.size < _IN_INKS - _SLACK
        return f"{mark.size:.1f} pt" if small else ""

    for mark, count, found in _found(opened, context, wrong):
        yield warning(
            "R0017",
            f"small text is printed in several inks{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{_IN_INKS:g} pt",
            place=places(opened, mark),
            hint="make it larger, or print it in one ink",
        )


def white_lines(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0018."""

    def wrong(mark: Mark, beneath: bool) -> str:
        thin = is_line(mark) and mark.white and beneath and thickness(mark) < _LINE_IN_INKS - _SLACK
        return f"{thickness(mark):.2f} pt" if thin else ""

    for mark, count, found in _found(opened, context, wrong):
        yield warning(
            "R0018",
            f"a white line on a ground is thin{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{_LINE_IN_INKS:g} pt",
            place=places(opened, mark),
            hint="make it thicker",
        )


def coloured_lines(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0019."""

    def wrong(mark: Mark, _: bool) -> str:
        thin = is_line(mark) and _several(mark) and thickness(mark) < _LINE_IN_INKS - _SLACK
        return f"{thickness(mark):.2f} pt" if thin else ""

    for mark, count, found in _found(opened, context, wrong):
        yield warning(
            "R0019",
            f"a thin line is printed in several inks{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{_LINE_IN_INKS:g} pt",
            place=places(opened, mark),
            hint="make it thicker, or print it in one ink",
        )


def lines(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-03."""
    least = context.limits.line

    def wrong(mark: Mark, _: bool) -> str:
        thin = is_line(mark) and thickness(mark) < least - _SLACK
        return f"{thickness(mark):.2f} pt" if thin else ""

    for mark, count, found in _found(opened, context, wrong):
        yield error(
            "H-03",
            f"a line is too thin to be printed{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{least:g} pt",
            place=places(opened, mark),
            hint="make it thicker",
        )


def type_size(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-04."""
    limits = context.limits

    def wrong(mark: Mark, beneath: bool) -> str:
        least = limits.white_type_size if mark.white and beneath else limits.type_size
        return f"{mark.size:.1f} pt" if mark.kind == "text" and mark.size < least - _SLACK else ""

    for mark, count, found in _found(opened, context, wrong):
        what, least = ("white text", limits.white_type_size) if mark.white else ("text", limits.type_size)
        yield error(
            "H-04",
            f"{what} is too small to be printed{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{least:g} pt",
            place=places(opened, mark),
            hint="make it larger",
        )


def black(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-05."""
    size = context.limits.black_size

    def wrong(mark: Mark, _: bool) -> str:
        inks = mark.inks if mark.kind == "text" and mark.size < size else None
        if not inks or inks.get("Black", 0.0) < 0.8 or not any(v > 0 for k, v in inks.items() if k != "Black"):
            return ""
        return " ".join(f"{name[0]}{100 * share:.0f}" for name, share in inks.items() if share > 0)

    for mark, count, found in _found(opened, context, wrong):
        yield error(
            "H-05",
            f"black text is printed in several inks{_times(count)}",
            page=mark.page,
            thing=mark.label,
            found=found,
            limit="black alone",
            place=places(opened, mark),
            hint="use black ink alone",
        )


def safe(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-08: text beyond the trim is an error, text near it a warning."""
    safety = mm(context.limits.safe_mm)

    def wrong(mark: Mark, _: bool) -> str:
        if mark.kind != "text" or mark.bounds is None:
            return ""
        trim = opened.pages[mark.page - 1].trim
        x0, y0, x1, y1 = mark.bounds
        inside = min(x0 - trim.x, y0 - trim.y, trim.right - x1, trim.bottom - y1)
        return (
            "" if inside >= safety - 0.1 else "beyond the trim" if inside < -0.1 else f"{to_mm(max(inside, 0)):.1f} mm"
        )

    for mark, count, found in _found(opened, context, wrong):
        make = error if found == "beyond the trim" else warning
        message = "text reaches over the trim" if make is error else "text is near the trim"
        yield make(
            "H-08",
            message + _times(count),
            page=mark.page,
            thing=mark.label,
            found=found,
            limit=f"{context.limits.safe_mm:g} mm inside",
            place=places(opened, mark),
            hint="move it inwards",
        )


JUDGES = (
    (("R0015",), full_inks),
    (("R0016",), white_text),
    (("R0017",), coloured_text),
    (("R0018",), white_lines),
    (("R0019",), coloured_lines),
    (("H-03",), lines),
    (("H-04",), type_size),
    (("H-05",), black),
    (("H-08",), safe),
)

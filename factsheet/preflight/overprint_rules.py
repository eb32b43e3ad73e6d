"""Overprinting: black that should, white and grey that should not (GWG 2022, R0007 to R0013; house, H-06)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from factsheet.preflight.context import Context
from factsheet.preflight.gathered import gathered, places
from factsheet.preflight.hits import Hit, Level
from factsheet.preflight.layers import Layers
from factsheet.preflight.marks import Mark
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning

_SMALL = 12.0
_THIN = 2.0
_FULL = 0.995
_BLACK = "let black text and lines overprint (OPM 1)"
_WHITE = "turn overprinting off for white"


def _is_black(mark: Mark) -> bool:
    """Whether a mark is in full black ink alone."""
    inks = mark.inks
    return inks is not None and inks.get("Black", 0.0) >= _FULL and all(v <= 0 for k, v in inks.items() if k != "Black")


def _overprints(mark: Mark) -> bool:
    """Whether it lets what lies beneath be: in DeviceCMYK, in the mode that leaves inks of 0 alone."""
    return mark.overprint and (mark.space.family != "DeviceCMYK" or mark.mode == 1)


def is_line(mark: Mark) -> bool:
    """Whether a mark is a line: a stroke, or a rectangle that is as thin as one."""
    return mark.kind == "stroke" or (mark.kind == "fill" and mark.rectangle and thickness(mark) < _THIN)


def thickness(mark: Mark) -> float:
    """How thick a line is, in points."""
    if mark.kind == "stroke":
        return mark.size
    x0, y0, x1, y1 = mark.whole
    return min(x1 - x0, y1 - y0)


def _reported(
    opened: Opened,
    context: Context,
    wrong: Callable[[Mark, bool], str],
    make: Callable[..., Hit],
    rule: str,
    message: str,
    hint: str,
) -> Iterator[Hit]:
    over = {id(mark): beneath for mark, beneath in Layers(opened, context.content).seen()}
    marks = [mark for mark in context.content.all() if id(mark) in over]
    for mark, count, found in gathered(marks, lambda mark: wrong(mark, over[id(mark)])):
        times = f" ({count} times)" if count > 1 else ""
        yield make(
            rule, message + times, page=mark.page, thing=mark.label, found=found, place=places(opened, mark), hint=hint
        )


def white_text(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0007."""

    def wrong(mark: Mark, beneath: bool) -> str:
        return "overprinting" if mark.kind == "text" and mark.white and beneath and mark.overprint else ""

    yield from _reported(opened, context, wrong, error, "R0007", "white text overprints: it would vanish", _WHITE)


def white_shapes(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0008."""

    def wrong(mark: Mark, beneath: bool) -> str:
        shape = mark.kind in ("fill", "stroke") and mark.white
        return "overprinting" if shape and beneath and mark.overprint else ""

    yield from _reported(opened, context, wrong, warning, "R0008", "a white shape overprints: it would vanish", _WHITE)


def black_text(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0009."""

    def wrong(mark: Mark, beneath: bool) -> str:
        small = mark.kind == "text" and mark.size < _SMALL and _is_black(mark)
        return _how(mark) if small and beneath and not _overprints(mark) else ""

    yield from _reported(
        opened, context, wrong, warning, "R0009", "small black text knocks out what lies beneath", _BLACK
    )


def _how(mark: Mark) -> str:
    return f"overprinting in mode {mark.mode}" if mark.overprint else "not overprinting"


def black_lines(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0010."""

    def wrong(mark: Mark, beneath: bool) -> str:
        thin = is_line(mark) and thickness(mark) < _THIN and _is_black(mark)
        return _how(mark) if thin and beneath and not _overprints(mark) else ""

    yield from _reported(
        opened, context, wrong, warning, "R0010", "a thin black line knocks out what lies beneath", _BLACK
    )


def grey_text(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0011."""

    def wrong(mark: Mark, beneath: bool) -> str:
        small = mark.kind == "text" and mark.size < _SMALL and _is_black(mark)
        return "DeviceGray" if small and beneath and mark.space.family == "DeviceGray" else ""

    message = "small black text is in grey, which not every press overprints"
    yield from _reported(opened, context, wrong, warning, "R0011", message, "use black ink (0 0 0 1 k)")


def grey_lines(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0012."""

    def wrong(mark: Mark, beneath: bool) -> str:
        thin = is_line(mark) and thickness(mark) < _THIN and _is_black(mark)
        return "DeviceGray" if thin and beneath and mark.space.family == "DeviceGray" else ""

    message = "a thin black line is in grey, which not every press overprints"
    yield from _reported(opened, context, wrong, warning, "R0012", message, "use black ink (0 0 0 1 K)")


def grey(opened: Opened, context: Context) -> Iterator[Hit]:
    """R0013."""

    def wrong(mark: Mark, _: bool) -> str:
        return "DeviceGray" if mark.space.family == "DeviceGray" and mark.overprint else ""

    message = "something in grey overprints, which presses do in different ways"
    yield from _reported(opened, context, wrong, warning, "R0013", message, "use black ink (0 0 0 1 k)")


def house_black(opened: Opened, context: Context) -> Iterator[Hit]:
    """H-06: an error where something lies beneath, else a warning."""
    size = context.limits.overprint_size

    def wrong(mark: Mark, beneath: bool) -> str:
        small = mark.kind == "text" and mark.size < size and _is_black(mark) and not mark.masked
        good = _overprints(mark) and mark.space.family != "DeviceGray"
        return (_how(mark) + (" over a ground" if beneath else " on paper")) if small and not good else ""

    for hit in _reported(opened, context, wrong, error, "H-06", "small black text does not overprint", _BLACK):
        level: Level = "error" if hit.found.endswith("ground") else "warning"
        yield replace(hit, level=level, limit="overprinting, OPM 1")


JUDGES = (
    (("R0007",), white_text),
    (("R0008",), white_shapes),
    (("R0009",), black_text),
    (("R0010",), black_lines),
    (("R0011",), grey_text),
    (("R0012",), grey_lines),
    (("R0013",), grey),
    (("H-06",), house_black),
)

"""Figures of a page: pictures, and drawings as SVG."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import assert_never

from factsheet.design.inks import Ink
from factsheet.document import Area, Path, Picture, Words
from factsheet.paint.tree import Drawn, Run
from factsheet.units import Pt, Rect


@dataclass(frozen=True, slots=True)
class Brush:
    """What a drawing is made with.

    Attributes:
        colour: The value in a style sheet of an ink.
        text: That of the ink of a text.
        address: The address of the pixels of a picture.
        name: What the drawing's own names begin with.
    """

    colour: Callable[[Ink], str]
    text: Callable[[Ink], str]
    address: Callable[[Picture], str]
    name: str


def bounds(parts: Sequence[Drawn | Run]) -> Rect:
    """The rectangle around what is seen of ``parts``."""
    found = [rect for part in parts if (rect := _seen(part)) is not None]
    if not found:
        return Rect(0.0, 0.0, 1.0, 1.0)
    left, top = min(rect.x for rect in found), min(rect.y for rect in found)
    right, bottom = max(rect.right for rect in found), max(rect.bottom for rect in found)
    return Rect(left, top, max(right - left, 0.1), max(bottom - top, 0.1))


def _seen(part: Drawn | Run) -> Rect | None:
    if isinstance(part, Run):
        return Rect(part.x, part.y - part.look.size, part.width, 1.25 * part.look.size)
    rect = _around(part)
    if part.clip is None:
        return rect
    left, top = max(rect.x, part.clip.x), max(rect.y, part.clip.y)
    right, bottom = min(rect.right, part.clip.right), min(rect.bottom, part.clip.bottom)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _around(part: Drawn) -> Rect:
    match part.item:
        case Area(width, height) | Picture(_, width, height):
            return Rect(part.x, part.y, width, height)
        case Path() as path:
            across = [value for _, values in path.segments for value in values[::2]] or [0.0]
            down = [value for _, values in path.segments for value in values[1::2]] or [0.0]
            half = path.line_width / 2 if path.stroke else 0.0
            left, top = part.x + min(across) - half, part.y + min(down) - half
            return Rect(left, top, max(across) - min(across) + 2 * half, max(down) - min(down) + 2 * half)
        case Words():
            raise AssertionError("text is a run")
        case _:
            assert_never(part.item)


def shapes(parts: Sequence[Drawn | Run], brush: Brush) -> str:
    """``parts`` as the inside of an SVG drawing."""
    out: list[str] = []
    clips: dict[Rect, str] = {}
    for clip, group in groupby(parts, key=lambda part: part.clip if isinstance(part, Drawn) else None):
        drawn = "".join(_text(part, brush) if isinstance(part, Run) else _shape(part, brush) for part in group)
        if clip is None:
            out.append(drawn)
            continue
        name = clips.setdefault(clip, f"{brush.name}-{len(clips) + 1}")
        out.append(f'<g clip-path="url(#{name})">{drawn}</g>')
    defined = "".join(f'<clipPath id="{name}">{_rect(clip, "")}</clipPath>' for clip, name in clips.items())
    return (f"<defs>{defined}</defs>" if defined else "") + "".join(out)


def _shape(part: Drawn, brush: Brush) -> str:
    match part.item:
        case Area(width, height, ink):
            return _rect(Rect(part.x, part.y, width, height), f' style="fill:{brush.colour(ink)}"')
        case Picture(_, width, height) as picture:
            place = f'x="{num(part.x)}" y="{num(part.y)}" width="{num(width)}" height="{num(height)}"'
            oval = ' style="clip-path:ellipse()"' if picture.oval else ""
            return f'<image {place} preserveAspectRatio="none" href="{brush.address(picture)}"{oval}/>'
        case Path() as path:
            return f'<path d="{"".join(_segments(path, part.x, part.y))}" style="{_style(path, brush)}"/>'
        case Words():
            raise AssertionError("text is a run")
        case _:
            assert_never(part.item)


def _rect(rect: Rect, more: str) -> str:
    sides = f'x="{num(rect.x)}" y="{num(rect.y)}" width="{num(rect.width)}" height="{num(rect.height)}"'
    return f"<rect {sides}{more}/>"


def _segments(path: Path, x: Pt, y: Pt) -> Iterator[str]:
    for operator, values in path.segments:
        yield operator + " ".join(num(value + (y if n % 2 else x)) for n, value in enumerate(values))


def _style(path: Path, brush: Brush) -> str:
    said = [f"fill:{brush.colour(path.fill) if path.fill else 'none'}"]
    if path.even_odd:
        said.append("fill-rule:evenodd")
    if path.stroke:
        said.append(f"stroke:{brush.colour(path.stroke)};stroke-width:{num(path.line_width)}")
        if path.dashes:
            said.append(f"stroke-dasharray:{' '.join(map(num, path.dashes))}")
        if path.rounded:
            said.append("stroke-linecap:round;stroke-linejoin:round")
    return ";".join(said)


def _text(run: Run, brush: Brush) -> str:
    middle = num(run.x + run.width / 2)
    look = f"font-size:{num(run.look.size)}px;font-weight:{run.look.weight};fill:{brush.text(run.look.ink)}"
    return f'<text x="{middle}" y="{num(run.y)}" text-anchor="middle" style="{look}">{escape(run.text)}</text>'


def num(value: float) -> str:
    """``value`` as a short number."""
    return f"{round(value, 2):g}" if abs(value) < 1000 else f"{value:.1f}"

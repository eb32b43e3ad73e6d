"""Flat areas over each other: cut, outlined, and what is see-through mixed with what lies below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pathops import FillType, LineCap, LineJoin, Path, PathOp, PathOpsError, PathVerb, op

from factsheet import limits
from factsheet.design.svg.refusals import broken

RGB = tuple[float, float, float]

UNIT = 4096.0
"""The longer side of a drawing while it is worked on: paths are exact to some 1/1000 of this unit."""

_LEAST = 0.5
"""An area that is too small to be seen, in square units: what is left by rounding where edges meet."""

_NEAR = 2.0
"""How far a shape may reach over an edge before it is cut there."""

_CURVE = 0.05
"""How far a curve that stands for a round cap or join may lie beside it, in units."""

_FLATTEN = "in the drawing program flatten or expand it, or use a PNG of at least 1000 pixels"

_CAPS = {"butt": LineCap.BUTT_CAP, "round": LineCap.ROUND_CAP, "square": LineCap.SQUARE_CAP}
_JOINS = {"miter": LineJoin.MITER_JOIN, "round": LineJoin.ROUND_JOIN, "bevel": LineJoin.BEVEL_JOIN}


@dataclass(frozen=True, slots=True)
class Piece:
    """An area of one colour; ``alpha`` 1 covers what is below it."""

    outline: Path
    rgb: RGB
    alpha: float = 1.0


class Layer:
    """Pieces from the lowest to the highest: at each point the highest tells colour and cover of all of them."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.pieces: list[Piece] = []

    def put(self, piece: Piece) -> None:
        """Put ``piece`` over all: where it is see-through, the mixture lies over both."""
        mixed: list[Piece] = []
        if piece.alpha < 1:
            left = piece.outline
            if len(self.pieces) > limits.DRAWING_MIXED:
                raise broken(
                    f"it has more than {limits.DRAWING_MIXED:,} parts that are seen through each other", _FLATTEN
                )
            for below in reversed(self.pieces):
                part = _combined(left, below.outline, PathOp.INTERSECTION)
                if part is not None:
                    mixed.append(_mixture(part, piece, below))
                    left = _combined(left, below.outline, PathOp.DIFFERENCE) or Path()
        self.pieces += [piece, *reversed(mixed)]

    def put_layer(self, layer: "Layer", alpha: float) -> None:
        """Put all of ``layer`` over what is there, as one thing of the opacity ``alpha``."""
        if alpha >= 1 or len(layer.pieces) == 1:
            for piece in layer.pieces:
                self.put(Piece(piece.outline, piece.rgb, piece.alpha * alpha))
            return
        for n, piece in enumerate(layer.pieces):
            seen: Path | None = piece.outline
            for above in layer.pieces[n + 1 :]:
                seen = seen and _combined(seen, above.outline, PathOp.DIFFERENCE)
            if seen is not None:
                self.put(Piece(seen, piece.rgb, piece.alpha * alpha))


def _mixture(part: Path, over: Piece, under: Piece) -> Piece:
    """What is seen in ``part``, where one piece lies over another (W3C Compositing, source over)."""
    shown = under.alpha * (1 - over.alpha)
    alpha = over.alpha + shown
    red, green, blue = (
        (one * over.alpha + other * shown) / alpha for one, other in zip(over.rgb, under.rgb, strict=True)
    )
    return Piece(part, (red, green, blue), alpha)


def cut(outline: Path, clips: Sequence[Path]) -> Path | None:
    """What of ``outline`` lies inside all ``clips``, if anything; the outline itself where they cut nothing off."""
    if _is_empty(outline):
        return None
    for clip in clips:
        if _holds(clip, outline) or _combined(outline, clip, PathOp.DIFFERENCE) is None:
            continue
        inside = _combined(outline, clip, PathOp.INTERSECTION)
        if inside is None:
            return None
        outline = inside
    return outline


def lit(pieces: Sequence[Piece], *, by_alpha: bool) -> Path | None:
    """Where ``pieces`` let through what they mask; None where they let some of it through in part."""
    whole = Path()
    for piece in pieces:
        light = piece.alpha if by_alpha else piece.alpha * min(piece.rgb)
        dark = by_alpha or (piece.alpha == 1 and max(piece.rgb) <= _DARK)
        if light >= 1 - _DARK:
            whole = _operated(whole, piece.outline, PathOp.UNION)
        elif dark and not by_alpha:
            whole = _operated(whole, piece.outline, PathOp.DIFFERENCE)
        else:
            return None
    return whole


_DARK = 0.01
"""What is hardly told from black."""


def united(outlines: Sequence[Path]) -> Path:
    """All ``outlines`` as one."""
    whole = Path()
    for outline in outlines:
        whole = _operated(whole, outline, PathOp.UNION)
    return whole


def stroked(
    line: Path, width: float, cap: str, join: str, limit: float, dashes: Sequence[float], offset: float
) -> Path:
    """The outline of a line along ``line``."""
    outline = Path(line)
    pattern = [*dashes] * (1 + len(dashes) % 2)
    outline.stroke(width, _CAPS.get(cap, _CAPS["butt"]), _JOINS.get(join, _JOINS["miter"]), limit, pattern, offset)
    outline.convertConicsToQuads(_CURVE)
    return outline


def area(outline: Path) -> float:
    """The area inside of ``outline``; of very many lines and curves an estimate."""
    simple = Path(outline)
    try:
        if len(outline.verbs) <= _MANY and not _is_tangled(outline):
            simple.simplify(fix_winding=True)
    except PathOpsError:
        simple = outline
    return float(abs(simple.area))


_MANY = 2000


def _is_empty(outline: Path) -> bool:
    """Whether nothing can be seen of ``outline``."""
    left, top, right, bottom = _bounds(outline)
    return (right - left) * (bottom - top) <= _LEAST or (abs(outline.area) <= _LEAST and area(outline) <= _LEAST)


def _holds(clip: Path, outline: Path) -> bool:
    """Whether ``clip`` is plainly a rectangle around ``outline``, but for what nobody sees."""
    left, top, right, bottom = _bounds(clip)
    plain = len(clip.verbs) == 5 and abs(abs(clip.area) - (right - left) * (bottom - top)) <= _LEAST
    x, y, end, foot = _bounds(outline)
    return plain and min(x - left, y - top, right - end, bottom - foot) >= -_NEAR


def is_even_odd(outline: Path) -> bool:
    """Whether what is inside is told by the even-odd rule."""
    return bool(outline.fillType == FillType.EVEN_ODD)


def segments(outline: Path, scale: float) -> list[tuple[str, tuple[float, ...]]]:
    """``outline`` as ``M``, ``L``, ``C`` and ``Z`` segments; curves of the second degree raised to the third."""
    found: list[tuple[str, tuple[float, ...]]] = []
    x = y = 0.0
    for verb, points in outline:
        flat = tuple(value * scale for point in points for value in point)
        if verb == PathVerb.CLOSE:
            found.append(("Z", ()))
            continue
        if verb == PathVerb.QUAD:
            cx, cy, ex, ey = flat
            flat = (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3, ex, ey)
        x, y = flat[-2:]
        letter = "M" if verb == PathVerb.MOVE else "L" if verb == PathVerb.LINE else "C"
        found.append((letter, tuple(round(value, 2) for value in flat)))
    return found


def _combined(one: Path, other: Path, operation: PathOp) -> Path | None:
    """``one`` and ``other`` by ``operation``; None where nothing is left that could be seen."""
    if not _meet(_bounds(one), _bounds(other)):
        return None if operation == PathOp.INTERSECTION else one
    made = _operated(one, other, operation)
    return None if _is_empty(made) else made


def _operated(one: Path, other: Path, operation: PathOp) -> Path:
    """``one`` and ``other`` by ``operation``; where their lines are too near each other, once more on a grid."""
    for step in () if _is_tangled(one) or _is_tangled(other) else (0, 4, 1):
        try:
            return op(_stepped(one, step), _stepped(other, step), operation, fix_winding=True)
        except PathOpsError:
            continue
    raise broken("it holds see-through or clipped shapes that cannot be flattened", _FLATTEN)


def _is_tangled(outline: Path) -> bool:
    """Whether the lines of ``outline`` are so long that they may cross each other many thousand times."""
    if len(outline.verbs) <= _FEW:
        return False
    points = [point for _, points in outline for point in points]
    way = sum(abs(x - u) + abs(y - v) for (x, y), (u, v) in pairwise(points))
    return bool(way > _LONGEST * UNIT)


_FEW, _LONGEST = 200, 400
"""Lines that never cross too often; and the length of all, in sides of the drawing, from which they might."""


def _stepped(outline: Path, step: int) -> Path:
    """``outline`` with its points on a grid of ``step`` lines in a unit; 0: as it is."""
    if not step:
        return outline
    made = Path(fillType=outline.fillType)
    draw = {
        PathVerb.MOVE: made.moveTo,
        PathVerb.LINE: made.lineTo,
        PathVerb.QUAD: made.quadTo,
        PathVerb.CUBIC: made.cubicTo,
        PathVerb.CLOSE: made.close,
    }
    for verb, points in outline:
        draw[verb](*(round(value * step) / step for point in points for value in point))
    return made


def _bounds(outline: Path) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of ``outline``."""
    found = outline.bounds
    if found is None:
        raise broken("it holds a shape of no finite size")
    left, top, right, bottom = found
    return left, top, right, bottom


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

"""From the tree of an SVG file to flat areas: places, sizes, copies, clips, lines and see-through parts resolved."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from pathops import Path
from svgelements import Matrix, Viewbox
from svgelements import Path as Trace

from factsheet.design.svg.colours import Colours, share
from factsheet.design.svg.figures import Units, length, number, numbers, trace, traced
from factsheet.design.svg.layers import UNIT, Layer, Piece, cut, stroked, united
from factsheet.design.svg.refusals import Parts, Refusals, broken
from factsheet.design.svg.style import INHERITED, declared, inherited
from factsheet.design.svg.tree import name, referred, target
from factsheet.limits import DRAWING_ELEMENTS, DRAWING_NESTING, DRAWING_SEGMENTS

_MUTE = {"", "defs", "symbol", "clipPath", "style", "title", "desc", "metadata", "linearGradient", "radialGradient"}
_MUTE |= {"pattern", "mask", "filter", "marker", "view", "cursor", "color-profile", "font", "solidColor", "stop"}
_KINDS = {
    **dict.fromkeys(("text", "tspan", "flowRoot", "textPath"), "text"),
    **dict.fromkeys(("animate", "animateMotion", "animateTransform", "animateColor", "set"), "animation"),
    "image": "image",
    "script": "script",
}
_BASIC = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_TRANSFORM = re.compile(r"(\s*(matrix|translate|scale|rotate|skewX|skewY|skewx|skewy)\s*\([^()]*\)[\s,]*)+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands: its matrix, what it inherits, what cuts it, and the size that per cents are of."""

    matrix: Matrix
    style: Mapping[str, str]
    clips: tuple[Path, ...]
    units: Units
    depth: int = 0


def walked(root: Element) -> tuple[float, float, list[Piece]]:
    """The width and the height of the drawing below ``root`` and its pieces, the longer side ``UNIT`` long.

    Raises:
        AssetError: something in it cannot be drawn.
    """
    return _Walk(root).result()


class _Walk:
    def __init__(self, root: Element) -> None:
        self.root = root
        self.refusals = Refusals()
        self.declared = declared(root, self.refusals)
        self.parts = Parts(root, self.refusals)
        self.colours = Colours(self.parts, self.declared, self.refusals)
        self.drawn = self.lines = 0

    def result(self) -> tuple[float, float, list[Piece]]:
        root = self.root
        for element in root.iter():
            kind = _KINDS.get(name(element))
            if kind in ("script", "animation"):
                self.refusals.add(kind, element)
        width, height = self._size()
        self.refusals.check()
        scale = UNIT / max(width, height)
        frame = _rectangle(0.0, 0.0, width * scale, height * scale)
        place = _Place(Matrix.scale(scale), INHERITED, (frame,), Units(width, height))
        layer = Layer()
        self._viewport(root, place, layer, width, height)
        self.refusals.check()
        return width * scale, height * scale, layer.pieces

    def _size(self) -> tuple[float, float]:
        """The size of the drawing, in its own units; that of its view box where it has one."""
        box = numbers(self.root.get("viewBox", ""))
        stretched = self.root.get("preserveAspectRatio", "").strip().startswith("none")
        units = Units(0.0, 0.0)
        given = [length(self.root.get(side, ""), units, "x") or 0.0 for side in ("width", "height")]
        if len(box) == 4 and not (stretched and all(given)):
            given = box[2:]
        if min(given) <= 0 or max(given) > 1e6 or max(given) / min(given) > 200:
            raise broken("it does not say how large it is", "save it with a viewBox, or with width and height")
        return given[0], given[1]

    # -- groups

    def _viewport(self, element: Element, place: _Place, layer: Layer, width: float, height: float) -> None:
        """``element`` and what is in it, fitted into ``width`` by ``height``."""
        box = numbers(element.get("viewBox", ""))
        if len(box) == 4 and min(box[2:]) > 0:
            fitting = Viewbox.viewbox_transform(
                0, 0, width, height, *box, element.get("preserveAspectRatio", "").strip() or "xMidYMid meet"
            )
            place = replace(place, matrix=Matrix(fitting) * place.matrix, units=Units(box[2], box[3]))
        else:
            place = replace(place, units=Units(width, height))
        self._group(element, place, layer, lambda inner, into: self._children(element, inner, into))

    def _group(self, element: Element, place: _Place, layer: Layer, draw: Callable[[_Place, Layer], None]) -> None:
        """What ``draw`` draws with the style of ``element``: hidden, moved, cut and see-through as it says."""
        style = inherited(self.declared.get(element, {}), place.style)
        if style["display"] == "none":
            return
        self.drawn += 1
        if self.drawn > DRAWING_ELEMENTS or place.depth > DRAWING_NESTING:
            raise broken(f"its copies make more than {DRAWING_ELEMENTS:,} parts", "simplify it, or use a PNG")
        for key, kind in (("mask", "mask"), ("filter", "filter")):
            if style[key] != "none":
                self.refusals.add(kind, element)
        if style["mix-blend-mode"] != "normal":
            self.refusals.add("blend", element)
        place = replace(place, matrix=self._moved(element, style, place), style=style, depth=place.depth + 1)
        if style["clip-path"] != "none":
            place = replace(place, clips=(*place.clips, self._clip(element, style["clip-path"], place)))
        alpha = share(style["opacity"])
        if alpha >= 1:
            draw(place, layer)
        elif alpha > 0:
            inner = Layer()
            draw(place, inner)
            layer.put_layer(inner, alpha)

    def _moved(self, element: Element, style: Mapping[str, str], place: _Place) -> Matrix:
        said = style["transform"].strip()
        if said in ("none", ""):
            return place.matrix
        if not _TRANSFORM.fullmatch(said) or numbers(style["transform-origin"]) not in ([0.0], [0.0, 0.0]):
            self.refusals.add("style", element, f"transform: {said}"[:60])
            return place.matrix
        try:
            return Matrix(said) * place.matrix
        except (ValueError, TypeError, IndexError):
            self.refusals.add("style", element, f"transform: {said}"[:60])
            return place.matrix

    def _children(self, element: Element, place: _Place, layer: Layer) -> None:
        for child in element:
            self._element(child, place, layer)

    def _element(self, element: Element, place: _Place, layer: Layer) -> None:
        kind = name(element)
        if kind in _MUTE:
            return
        if kind in _BASIC:
            self._group(element, place, layer, lambda at, into: self._figure(element, at, into))
        elif kind in ("g", "a"):
            self._group(element, place, layer, lambda at, into: self._children(element, at, into))
        elif kind == "use":
            self._group(element, place, layer, lambda at, into: self._copy(element, at, into))
        elif kind == "switch":
            self._group(element, place, layer, lambda at, into: self._choice(element, at, into))
        elif kind == "svg":
            self._inner(element, element, place, layer)
        elif not (_KINDS.get(kind) == "text" and not "".join(element.itertext()).strip()):
            self._group(
                element, place, layer, lambda *_: self.refusals.add(_KINDS.get(kind, "element"), element, _said(kind))
            )

    def _choice(self, element: Element, place: _Place, layer: Layer) -> None:
        """The first child of a ``switch`` that asks for nothing special."""
        plain = (c for c in element if name(c) and not c.get("requiredExtensions") and not c.get("systemLanguage"))
        child = next(plain, None)
        if child is not None:
            self._element(child, place, layer)

    def _copy(self, element: Element, place: _Place, layer: Layer) -> None:
        """What a ``use`` refers to, at its place."""
        found = self.parts.found(element, target(element))
        if found is None:
            return
        x, y = (length(element.get(key, ""), place.units, key) or 0.0 for key in ("x", "y"))
        place = replace(place, matrix=Matrix.translate(x, y) * place.matrix)
        if name(found) in ("symbol", "svg"):
            self._inner(found, element, place, layer)
        else:
            self._element(found, place, layer)

    def _inner(self, element: Element, sized: Element, place: _Place, layer: Layer) -> None:
        """An ``svg`` or a ``symbol`` inside of the drawing, as large as ``sized`` says."""
        units = place.units
        if sized is element:
            x, y = (length(element.get(key, ""), units, key) or 0.0 for key in ("x", "y"))
            place = replace(place, matrix=Matrix.translate(x, y) * place.matrix)
        width, height = (
            length(sized.get(key) or element.get(key) or "100%", units, axis) or 0.0
            for key, axis in (("width", "x"), ("height", "y"))
        )
        if width <= 0 or height <= 0:
            return
        if inherited(self.declared.get(element, {}), place.style)["overflow"] not in ("visible", "auto"):
            frame = _mapped(_rectangle(0.0, 0.0, width, height), place.matrix)
            place = replace(place, clips=(*place.clips, frame))
        self._viewport(element, place, layer, width, height)

    # -- clips

    def _clip(self, element: Element, said: str, place: _Place) -> Path:
        """The area that is left of ``element``."""
        reference, _ = referred(said)
        clip = self.parts.found(element, reference) if reference else None
        if clip is None or name(clip) != "clipPath" or clip.get("clipPathUnits") == "objectBoundingBox":
            if clip is not None or not reference:
                self.refusals.add("clip", element)
            return Path()
        own = replace(place, style=inherited(self.declared.get(clip, {}), INHERITED), depth=place.depth + 1)
        if own.depth > DRAWING_NESTING:
            raise broken("its clip paths refer to each other in a circle")
        moved = replace(own, matrix=self._moved(clip, own.style, own))
        whole = united([*self._clip_parts(clip, moved)])
        if own.style["clip-path"] != "none":
            whole = cut(whole, [self._clip(clip, own.style["clip-path"], own)]) or Path()
        return whole

    def _clip_parts(self, clip: Element, place: _Place) -> Iterator[Path]:
        for child in clip:
            style = inherited(self.declared.get(child, {}), place.style)
            at = replace(place, matrix=self._moved(child, style, place), style=style)
            drawn: Element | None = child
            if name(child) == "use":
                x, y = (length(child.get(key, ""), place.units, key) or 0.0 for key in ("x", "y"))
                drawn = self.parts.found(child, target(child))
                if drawn is not None:
                    style = inherited(self.declared.get(drawn, {}), style)
                    matrix = Matrix.translate(x, y) * at.matrix
                    at = replace(at, matrix=self._moved(drawn, style, replace(at, matrix=matrix)), style=style)
            if drawn is None or name(drawn) in _MUTE or style["display"] == "none":
                continue
            if name(drawn) not in _BASIC:
                self.refusals.add("clip", child)
                continue
            outline = self._outline(drawn, at, at.style["clip-rule"])
            if outline is not None and style["clip-path"] != "none":
                outline = cut(outline, [self._clip(child, style["clip-path"], at)])
            if outline is not None:
                yield outline

    # -- figures

    def _figure(self, element: Element, place: _Place, layer: Layer) -> None:
        """A basic shape: its inside, then its line (or the other way round)."""
        style = place.style
        line = self._trace(element, place)
        if style["visibility"] != "visible" or line is None or not place.matrix.determinant:
            return
        if any(style[key] != "none" for key in ("marker", "marker-start", "marker-mid", "marker-end")):
            self.refusals.add("marker", element)
        order = ("stroke", "fill") if style["paint-order"].startswith("stroke") else ("fill", "stroke")
        for what in order:
            colour = self.colours.paint(element, style, what)
            if colour is None:
                continue
            if what == "fill":
                outline = traced(line, place.matrix, style["fill-rule"])
            else:
                outline = self._stroke(element, line, place)
            self.lines += len(outline.verbs)
            if self.lines > DRAWING_SEGMENTS:
                raise broken(f"it has more than {DRAWING_SEGMENTS:,} lines and curves", "simplify it, or use a PNG")
            rgb, alpha = colour
            seen = cut(outline, place.clips) if alpha > 0 else None
            if seen is not None:
                layer.put(Piece(seen, rgb, alpha))

    def _outline(self, element: Element, place: _Place, rule: str) -> Path | None:
        line = self._trace(element, place)
        return None if line is None else traced(line, place.matrix, rule)

    def _trace(self, element: Element, place: _Place) -> Trace | None:
        try:
            return trace(element, place.units)
        except (ValueError, IndexError, TypeError):
            self.refusals.add("path", element)
            return None

    def _stroke(self, element: Element, line: Trace, place: _Place) -> Path:
        """The outline of the line along ``line``, made about as large as it is drawn."""
        style, matrix, units = place.style, place.matrix, place.units
        if style["vector-effect"] not in ("none", ""):
            self.refusals.add("stroke", element)
        size = abs(matrix.determinant) ** 0.5
        width, offset = ((length(style[key], units, "") or 0.0) * size for key in ("stroke-width", "stroke-dashoffset"))
        dashes = [(length(part, units, "") or 0.0) * size for part in re.split(r"[\s,]+", style["stroke-dasharray"])]
        if width <= 0:
            return Path()
        if min(dashes) < 0 or sum(dashes) < UNIT / 4096:
            dashes = []
        outline = stroked(
            traced(line, Matrix.scale(size), "nonzero"), width, style["stroke-linecap"], style["stroke-linejoin"],
            number(style["stroke-miterlimit"], 4.0), dashes, offset,
        )  # fmt: skip
        return _mapped(outline, Matrix.scale(1 / size) * matrix)


def _said(kind: str) -> str:
    return "" if kind in _KINDS else f"<{kind}>"


def _rectangle(x: float, y: float, width: float, height: float) -> Path:
    made = Path()
    made.moveTo(x, y)
    for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
        made.lineTo(*corner)
    made.close()
    return made


def _mapped(outline: Path, matrix: Matrix) -> Path:
    made = outline.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    made.fillType = outline.fillType
    return made

"""From the tree of an SVG file to flat areas: places, sizes, copies, lines and see-through parts resolved."""

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

from pathops import Path
from svgelements import Matrix, Viewbox
from svgelements import Path as Trace

from factsheet import limits
from factsheet.design.svg.clips import Clips
from factsheet.design.svg.colours import Colours, share
from factsheet.design.svg.figures import Units, length, number, numbers
from factsheet.design.svg.layers import UNIT, Layer, Piece, cut, stroked
from factsheet.design.svg.places import BASIC, Place, inside_of, line_of, mapped, moved, rectangle
from factsheet.design.svg.refusals import Parts, Refusals, broken
from factsheet.design.svg.style import INHERITED, Cascade
from factsheet.design.svg.tree import name, target

_MUTE = {"", "defs", "symbol", "clipPath", "style", "title", "desc", "metadata", "linearGradient", "radialGradient"}
_MUTE |= {"pattern", "mask", "filter", "marker", "view", "cursor", "color-profile", "font", "solidColor", "stop"}
_KINDS = {
    **dict.fromkeys(("text", "tspan", "flowRoot", "textPath"), "text"),
    **dict.fromkeys(("animate", "animateMotion", "animateTransform", "animateColor", "set"), "animation"),
    "image": "image",
    "script": "script",
}
_MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")


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
        self.cascade = Cascade(root, self.refusals)
        self.parts = Parts(root, self.refusals)
        self.colours = Colours(self.parts, self.cascade, self.refusals)
        self.clips = Clips(self.parts, self.cascade, self.refusals)
        self.drawn = self.lines = self.cuts = 0

    def result(self) -> tuple[float, float, list[Piece]]:
        root = self.root
        for element in root.iter():
            kind = _KINDS.get(name(element))
            if kind in ("script", "animation"):
                self.refusals.add(kind, element)
        if root.get("transform"):
            self.refusals.add("style", root, "transform")
        width, height = self._size()
        self.refusals.check()
        scale = UNIT / max(width, height)
        frame = rectangle(0.0, 0.0, width * scale, height * scale)
        place = Place(Matrix.scale(scale), INHERITED, (frame,), Units(width, height))
        layer = Layer()
        self._ground(frame, layer)
        self._group(root, place, layer, lambda at, into: self._fitted(root, at, into, width, height))
        self.refusals.check()
        return width * scale, height * scale, layer.pieces

    def _size(self) -> tuple[float, float]:
        """The size of the drawing, in its own units; that of its view box where it has one."""
        box = numbers(self.root.get("viewBox", ""))
        how = self.root.get("preserveAspectRatio", "").split()
        units = Units(0.0, 0.0)
        given = [length(self.root.get(side, ""), units, "x") or 0.0 for side in ("width", "height")]
        if len(box) == 4 and not (all(given) and ("none" in how or "slice" in how)):
            given = box[2:]
        if min(given) <= 0 or max(given) > 1e6 or max(given) / min(given) > 200:
            raise broken("it does not say how large it is", "save it with a viewBox, or with width and height")
        return given[0], given[1]

    def _ground(self, frame: Path, layer: Layer) -> None:
        """The background of the whole, as browsers draw it."""
        style = self.cascade.at_home(self.root)
        said = style["background"] if style["background"] != "none" else style["background-color"]
        colour = self.colours.colour(self.root, said, style)
        if colour is not None and colour[1] > 0:
            layer.put(Piece(frame, *colour))

    # -- groups

    def _group(self, element: Element, place: Place, layer: Layer, draw: Callable[[Place, Layer], None]) -> None:
        """What ``draw`` draws with the style of ``element``: hidden, moved, cut and see-through as it says."""
        style = self.cascade.of(element, place.style)
        if style["display"] == "none" or not _asked_for(element):
            return
        self.drawn += 1
        if self.drawn > limits.DRAWING_ELEMENTS or place.depth > limits.DRAWING_NESTING:
            raise broken(f"its copies make more than {limits.DRAWING_ELEMENTS:,} parts", "simplify it, or use a PNG")
        if style["filter"] != "none":
            self.refusals.add("filter", element)
        if style["mix-blend-mode"] != "normal":
            self.refusals.add("blend", element)
        matrix = moved(element, style, place.matrix, self.refusals)
        place = replace(place, matrix=matrix, style=style, depth=place.depth + 1)
        if style["clip-path"] != "none":
            place = replace(place, clips=(*place.clips, self.clips.clip(element, place)))
        if style["mask"] != "none":
            place = replace(place, clips=(*place.clips, self.clips.mask(element, place, self._children)))
        alpha = share(style["opacity"])
        if alpha >= 1:
            draw(place, layer)
        elif alpha > 0:
            inner = Layer()
            draw(place, inner)
            layer.put_layer(inner, alpha)

    def _children(self, element: Element, place: Place, layer: Layer) -> None:
        for child in element:
            self._element(child, place, layer)

    def _element(self, element: Element, place: Place, layer: Layer) -> None:
        kind = name(element)
        if kind in _MUTE or (_KINDS.get(kind) == "text" and not _says_something(element)):
            return
        draw: Callable[[Element, Place, Layer], None] = {
            **dict.fromkeys(BASIC, self._figure),
            **dict.fromkeys(("g", "a"), self._children),
            "use": self._copy,
            "switch": self._choice,
            "svg": self._nested,
        }.get(kind, self._stranger)
        self._group(element, place, layer, lambda at, into: draw(element, at, into))

    def _stranger(self, element: Element, _: Place, __: Layer) -> None:
        kind = name(element)
        self.refusals.add(_KINDS.get(kind, "element"), element, "" if kind in _KINDS else f"<{kind}>")

    def _choice(self, element: Element, place: Place, layer: Layer) -> None:
        """The first child of a ``switch`` that asks for nothing special."""
        child = next((child for child in element if name(child) and _asked_for(child)), None)
        if child is not None:
            self._element(child, place, layer)

    def _copy(self, element: Element, place: Place, layer: Layer) -> None:
        """What a ``use`` refers to, at its place."""
        found = self.parts.found(element, target(element))
        if found is None:
            return
        place = replace(place, matrix=place.shifted(element))
        if name(found) in ("symbol", "svg"):
            self._group(found, place, layer, lambda at, into: self._inner(found, element, at, into))
        else:
            self._element(found, place, layer)

    def _nested(self, element: Element, place: Place, layer: Layer) -> None:
        self._inner(element, element, place, layer)

    def _inner(self, element: Element, sized: Element, place: Place, layer: Layer) -> None:
        """What is in an ``svg`` or a ``symbol`` inside of the drawing, as large as ``sized`` says."""
        if name(element) == "svg":
            place = replace(place, matrix=place.shifted(element))
        width, height = (
            length(sized.get(key) or element.get(key) or "100%", place.units, axis) or 0.0
            for key, axis in (("width", "x"), ("height", "y"))
        )
        if width <= 0 or height <= 0:
            return
        if place.style["overflow"] not in ("visible", "auto"):
            frame = mapped(rectangle(0.0, 0.0, width, height), place.matrix)
            place = replace(place, clips=(*place.clips, frame))
        self._fitted(element, place, layer, width, height)

    def _fitted(self, element: Element, place: Place, layer: Layer, width: float, height: float) -> None:
        """What is in ``element``, its view box fitted into ``width`` by ``height``."""
        box, units = numbers(element.get("viewBox", "")), Units(width, height)
        if len(box) == 4 and min(box[2:]) > 0:
            how = element.get("preserveAspectRatio", "").strip() or "xMidYMid meet"
            fitting = Matrix(Viewbox.viewbox_transform(0, 0, width, height, *box, how))
            place, units = replace(place, matrix=fitting * place.matrix), Units(box[2], box[3])
        self._children(element, replace(place, units=units), layer)

    # -- figures

    def _figure(self, element: Element, place: Place, layer: Layer) -> None:
        """A basic shape: its inside, then its line (or the other way round)."""
        style = place.style
        line = line_of(element, place.units, self.refusals)
        if style["visibility"] != "visible" or line is None or not place.matrix.determinant:
            return
        if any(style[key] != "none" for key in _MARKERS):
            self.refusals.add("marker", element)
        order = ("stroke", "fill") if style["paint-order"].startswith("stroke") else ("fill", "stroke")
        for what in order:
            colour = self.colours.paint(element, style, what)
            if colour is None:
                continue
            if what == "fill":
                outline = inside_of(line, element, place.matrix, style["fill-rule"], self.refusals)
            else:
                outline = self._stroke(element, line, place)
            self.lines += len(outline.verbs)
            if self.lines > limits.DRAWING_SEGMENTS:
                raise broken(
                    f"it has more than {limits.DRAWING_SEGMENTS:,} lines and curves", "simplify it, or use a PNG"
                )
            self.cuts += sum(len(clip.verbs) + len(outline.verbs) for clip in place.clips[1:])
            if self.cuts > limits.DRAWING_CUTS:
                most = f"at most {limits.DRAWING_CUTS:,} lines and curves are cut"
                raise broken(f"its shapes are cut by too many clip paths: {most}", "simplify it, or use a PNG")
            rgb, alpha = colour
            seen = cut(outline, place.clips) if alpha > 0 else None
            if seen is not None:
                layer.put(Piece(seen, rgb, alpha))

    def _stroke(self, element: Element, line: Trace, place: Place) -> Path:
        """The outline of the line along ``line``, made about as large as it is drawn."""
        style, matrix = place.style, place.matrix
        if style["vector-effect"] not in ("none", ""):
            self.refusals.add("stroke", element)
        size = abs(matrix.determinant) ** 0.5
        width, offset = (
            size * self._length(element, style[key], place) for key in ("stroke-width", "stroke-dashoffset")
        )
        dashes: list[float] = []
        if style["stroke-dasharray"] not in ("none", ""):
            said = re.split(r"[\s,]+", style["stroke-dasharray"])
            dashes = [size * self._length(element, part, place) for part in said]
        if width <= 0:
            return Path()
        if dashes and (min(dashes) < 0 or sum(dashes) < 1.0):
            dashes = []
        outline = stroked(
            inside_of(line, element, Matrix.scale(size), "nonzero", self.refusals), width, style["stroke-linecap"],
            style["stroke-linejoin"], number(style["stroke-miterlimit"], 4.0), dashes, offset,
        )  # fmt: skip
        return mapped(outline, Matrix.scale(1 / size) * matrix)

    def _length(self, element: Element, said: str, place: Place) -> float:
        found = length(said, place.units, "")
        if found is None:
            self.refusals.add("style", element, said[:40])
        return found or 0.0


def _asked_for(element: Element) -> bool:
    """Whether ``element`` is for everybody: it asks for no extension, and for English if for any language."""
    languages = element.get("systemLanguage")
    english = languages is None or any(tag.strip().lower().startswith("en") for tag in languages.split(","))
    return english and not element.get("requiredExtensions")


def _says_something(element: Element) -> bool:
    return bool("".join(element.itertext()).strip()) or any(name(part) == "tref" for part in element.iter())

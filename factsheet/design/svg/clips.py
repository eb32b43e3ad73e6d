"""What clip paths and masks leave of something: masks only where they could be clip paths."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from pathops import Path

from factsheet import limits
from factsheet.design.svg.figures import length, number
from factsheet.design.svg.layers import Layer, cut, lit, united
from factsheet.design.svg.places import BASIC, Place, inside_of, line_of, mapped, moved, rectangle
from factsheet.design.svg.refusals import Parts, Refusals, broken
from factsheet.design.svg.style import Cascade
from factsheet.design.svg.tree import name, referred, target

_FRAME = (("x", "x"), ("y", "y"), ("width", "x"), ("height", "y"))
_MUTE = {"", "title", "desc", "metadata"}


class Clips:
    """The clip paths and masks of a file."""

    def __init__(self, parts: Parts, cascade: Cascade, refusals: Refusals) -> None:
        """Those among ``parts``."""
        self._parts, self._cascade, self._refusals = parts, cascade, refusals

    def clip(self, element: Element, place: Place) -> Path:
        """The area that its clip path leaves of ``element``."""
        clip = self._found(element, place.style["clip-path"], "clipPath", "clip")
        if clip is None:
            return Path()
        own = replace(place, style=self._cascade.at_home(clip), depth=place.depth + 1)
        if own.depth > limits.DRAWING_NESTING:
            raise broken("its clip paths refer to each other in a circle")
        inner = replace(own, matrix=moved(clip, own.style, own.matrix, self._refusals))
        whole = united([*self._areas(clip, inner)])
        return whole if own.style["clip-path"] == "none" else cut(whole, [self.clip(clip, own)]) or Path()

    def mask(self, element: Element, place: Place, draw: Callable[[Element, Place, Layer], None]) -> Path:
        """The area that its mask leaves of ``element``; ``draw`` draws what is in the mask."""
        mask = self._found(element, place.style["mask"], "mask", "mask")
        if mask is None:
            return Path()
        style = self._cascade.at_home(mask)
        layer = Layer()
        draw(mask, replace(place, style=style, clips=(), depth=place.depth + 1), layer)
        left = lit(layer.pieces, by_alpha=style["mask-type"] == "alpha")
        region = self._region(mask, place)
        if left is None or region is None or {style["mask"], style["clip-path"], style["filter"]} != {"none"}:
            self._refusals.add("mask", mask)
            return Path()
        return cut(left, region) or Path()

    def _region(self, mask: Element, place: Place) -> list[Path] | None:
        """What cuts a mask itself; None where it may cut and cannot be told."""
        if mask.get("maskUnits") == "userSpaceOnUse":
            sides = [length(mask.get(key, ""), place.units, axis) for key, axis in _FRAME]
            return [] if None in sides else [mapped(rectangle(*(side or 0.0 for side in sides)), place.matrix)]
        x, y, width, height = (number(mask.get(key, ""), usual) for (key, _), usual in zip(_FRAME, _USUAL, strict=True))
        return [] if x <= 0 and y <= 0 and x + width >= 1 and y + height >= 1 else None

    def _found(self, element: Element, said: str, wanted: str, kind: str) -> Element | None:
        """The clip path or mask that ``said`` refers to."""
        reference, _ = referred(said)
        found = self._parts.found(element, reference) if reference else None
        units = {"clipPath": "clipPathUnits", "mask": "maskContentUnits"}[wanted]
        if found is not None and name(found) == wanted and found.get(units) != "objectBoundingBox":
            return found
        if found is not None or not reference:
            self._refusals.add(kind, element)
        return None

    def _areas(self, clip: Element, place: Place) -> Iterator[Path]:
        """The areas in a clip path."""
        for child in clip:
            if name(child) in _MUTE:
                continue
            style = self._cascade.of(child, place.style)
            at = replace(place, matrix=moved(child, style, place.matrix, self._refusals), style=style)
            drawn: Element | None = child
            if name(child) == "use":
                drawn = self._parts.found(child, target(child))
                if drawn is not None:
                    own = self._cascade.of(drawn, style)
                    at = replace(at, matrix=moved(drawn, own, at.shifted(child), self._refusals))
                    at = replace(at, style={**own, "clip-path": style["clip-path"]})
            if (
                drawn is None
                or "none" in (style["display"], at.style["display"])
                or at.style["visibility"] != "visible"
            ):
                continue
            outline = self._area(child, drawn, at)
            if outline is not None:
                yield outline

    def _area(self, child: Element, drawn: Element, place: Place) -> Path | None:
        line = line_of(drawn, place.units, self._refusals) if name(drawn) in BASIC else None
        if line is None:
            self._refusals.add("clip", child)
            return None
        outline = inside_of(line, drawn, place.matrix, place.style["clip-rule"], self._refusals)
        return outline if place.style["clip-path"] == "none" else cut(outline, [self.clip(child, place)])


_USUAL = (-0.1, -0.1, 1.2, 1.2)
"""The region of a mask, in shares of what it masks, where none is given (SVG 1.1, 14.4)."""

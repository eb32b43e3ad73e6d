"""The colours of an SVG file: given as such, as the current one, or by reference to what turns out to be one."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

import tinycss2.color4

from factsheet import limits
from factsheet.design.svg.figures import number
from factsheet.design.svg.layers import RGB
from factsheet.design.svg.refusals import Parts, Refusals
from factsheet.design.svg.style import Cascade
from factsheet.design.svg.tree import name, referred, target

Colour = tuple[RGB, float]
"""A colour and its opacity."""


class Colours:
    """What shapes and lines are painted with."""

    def __init__(self, parts: Parts, cascade: Cascade, refusals: Refusals) -> None:
        """Colours in a file of these ``parts``."""
        self._parts, self._cascade, self._refusals = parts, cascade, refusals

    def paint(self, element: Element, style: Mapping[str, str], what: str) -> Colour | None:
        """The colour of the inside (``fill``) or of the line (``stroke``); None where there is none."""
        said = style[what]
        if said == "none":
            return None
        found = self._server(element, said, style) if said.startswith("url(") else self.colour(element, said, style)
        return found and (found[0], found[1] * share(style[f"{what}-opacity"]))

    def _server(self, element: Element, said: str, style: Mapping[str, str]) -> Colour | None:
        """A colour by reference: a gradient of one colour is that colour."""
        reference, fallback = referred(said)
        if reference not in self._parts and fallback:
            return None if fallback == "none" else self.colour(element, fallback, style)
        server = self._parts.found(element, reference)
        if server is None:
            return None
        if not name(server).endswith("Gradient"):
            self._refusals.add("pattern", element)
            return None
        stops = {self._stop(stop) for stop in self._stops(server)}
        if len(stops) > 1:
            self._refusals.add("gradient", server)
        return stops.pop() if stops else None

    def _stops(self, gradient: Element, depth: int = 0) -> list[Element]:
        """The stops of ``gradient``, or of the one it refers to."""
        own = [stop for stop in gradient if name(stop) == "stop"]
        if own or target(gradient) not in self._parts or depth > limits.DRAWING_NESTING:
            return own
        further = self._parts.found(gradient, target(gradient))
        return own if further is None else self._stops(further, depth + 1)

    def _stop(self, stop: Element) -> Colour | None:
        style = self._cascade.at_home(stop)
        found = self.colour(stop, style["stop-color"], style)
        return found and (found[0], found[1] * share(style["stop-opacity"]))

    def colour(self, element: Element, said: str, style: Mapping[str, str]) -> Colour | None:
        """The colour that ``said`` is; None where it is none that is understood, which is noted."""
        said = said.partition("icc-color(")[0].strip()
        if said.lower() == "currentcolor":
            said = style["color"]
        try:
            colour = tinycss2.color4.parse_color(said)
            shares = None if colour is None or isinstance(colour, str) else colour.to("srgb")
        except NotImplementedError:  # a colour beyond what screens of the web show
            shares = None
        if shares is None:
            self._refusals.add("colour", element, said[:40])
            return None
        red, green, blue = (min(max(float(value or 0.0), 0.0), 1.0) for value in list(shares)[:3])
        return (red, green, blue), share(str(shares.alpha))


def share(said: str) -> float:
    """An opacity between 0 and 1."""
    return min(max(number(said, 1.0), 0.0), 1.0)

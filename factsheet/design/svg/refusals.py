"""What of an SVG file is not drawn, said in plain words with the cure; all of it in one run."""

from xml.etree.ElementTree import Element

from factsheet.findings import AssetError, Finding

LINE = "line "
"""The attribute in which ``tree`` keeps the line of an element: no attribute of a file has a space in its name."""

_NO_GRADIENTS = "save a version in plain colours, or use a PNG of at least 1000 pixels"
_FLATTEN = "in the drawing program flatten or expand it, or use a PNG of at least 1000 pixels"
_ALL_INSIDE = "save it with everything in the one file"

_CURES = {
    "text": ("holds text as type", "in the drawing program convert text to paths (outlines), and save it again"),
    "gradient": ("holds a colour gradient", _NO_GRADIENTS),
    "pattern": ("holds a pattern", _NO_GRADIENTS),
    "image": ("holds a picture made of pixels", "use that picture itself, as PNG, JPEG or TIFF"),
    "filter": ("holds a filter, as a shadow or a blur", "save a version without effects, or use a PNG"),
    "mask": ("holds a mask", _FLATTEN),
    "marker": ("holds arrowheads or other markers", "convert the lines with their markers to paths"),
    "blend": ("mixes colours where shapes overlap (blend mode)", _FLATTEN),
    "animation": ("moves", "save a version that stands still"),
    "script": ("holds a script", "save it again as plain SVG from a drawing program"),
    "outside": ("needs something from outside the file", _ALL_INSIDE),
    "lost": ("refers to a part that is not in it", "open it in a drawing program and save it again"),
    "style": ("uses a rule of style that is not understood", "save it again with “presentation attributes”"),
    "colour": ("uses a colour that is not understood", "write colours as #RRGGBB"),
    "clip": ("cuts shapes in a way that is not understood", _FLATTEN),
    "stroke": ("holds lines whose thickness does not scale", "convert lines to paths, and save it again"),
    "path": ("holds a shape that cannot be read", "open it in a drawing program and save it again as plain SVG"),
    "element": ("holds something that cannot be drawn", "save it again as plain SVG from a drawing program"),
    "flatten": ("holds see-through or clipped shapes that cannot be flattened", _FLATTEN),
}


def broken(message: str, hint: str = "save it again as plain SVG from a drawing program") -> AssetError:
    """The error of a file that is no drawing at all."""
    return AssetError([Finding("drawing", message, hint=hint)])


class Refusals:
    """What was found that cannot be drawn: each kind once, at its first line."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._found: dict[str, str] = {}

    def add(self, kind: str, element: Element, detail: str = "") -> None:
        """Note something of ``kind`` at ``element``."""
        line = element.get(LINE, "")
        said = f" “{detail}”" if detail else ""
        self._found.setdefault(kind, f"{_CURES[kind][0]}{said}" + (f" (line {line})" if line else ""))

    def check(self) -> None:
        """Go on only where nothing was found.

        Raises:
            AssetError: something was.
        """
        if self._found:
            raise AssetError(
                [Finding("drawing", f"it {said}", hint=_CURES[kind][1]) for kind, said in self._found.items()]
            )


class Parts:
    """The parts of a file that others refer to."""

    def __init__(self, root: Element, refusals: Refusals) -> None:
        """Those below ``root``; of two with one name the first."""
        self._by_id = {element.get("id", ""): element for element in reversed([*root.iter()])}
        self._refusals = refusals

    def __contains__(self, reference: str) -> bool:
        """Whether ``reference`` leads to a part of the file."""
        return reference.startswith("#") and reference[1:] in self._by_id

    def found(self, element: Element, reference: str) -> Element | None:
        """The part that ``element`` refers to as ``reference``; what is not there is noted."""
        if reference in self:
            return self._by_id[reference[1:]]
        self._refusals.add("lost" if reference.startswith("#") or not reference else "outside", element, reference[:60])
        return None

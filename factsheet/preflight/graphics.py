"""The graphics state of a content stream, and what paths, colours and pictures do with it (ISO 32000-1, 8)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf.generic import DictionaryObject, StreamObject

from factsheet.preflight.colours import DEVICE, GREY, NONE, Space, space_of
from factsheet.preflight.fonts import Font, font_of
from factsheet.preflight.marks import Kind, Mark
from factsheet.preflight.matrices import (
    EVERYTHING,
    IDENTITY,
    NOTHING,
    Bounds,
    Matrix,
    bounds_of,
    common,
    corners,
    is_rectangle,
    multiplied,
    scale,
    six,
    upright,
)
from factsheet.preflight.opened import Opened
from factsheet.preflight.operators import Name

if TYPE_CHECKING:
    from factsheet.preflight.contents import Page

_MANY = 500_000
"""From so many operators on, shapes are not looked at part by part."""

MOST_NESTED_FORMS = 12
_MOST_NESTED_STATES = 28


class State(NamedTuple):
    """The graphics state (8.4)."""

    matrix: Matrix = IDENTITY
    clip: Bounds = EVERYTHING
    axial: bool = True
    fill: Space = GREY
    fill_colour: tuple[float, ...] = (0.0,)
    fill_pattern: Any = None
    stroke: Space = GREY
    stroke_colour: tuple[float, ...] = (0.0,)
    stroke_pattern: Any = None
    width: float = 1.0
    over_fill: bool = False
    over_stroke: bool = False
    mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    masked: bool = False
    font: Font | None = None
    size: float = 0.0
    stretch: float = 1.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    rise: float = 0.0
    leading: float = 0.0
    rendering: int = 0


class Graphics:
    """The state of one content stream, and everything but its text."""

    def __init__(
        self, page: "Page", resources: DictionaryObject, state: State, label: str, path: tuple[int, ...], *, aside: bool
    ) -> None:
        self.page, self.resources, self.state, self.label, self.path = page, resources, state, label, path
        self.opened = page.opened
        self.marks = page.content.marks[page.page.number]
        self.aside = aside
        self.borrowed = False
        self.uncoloured = False
        self.glyph = False
        self.stack: list[State] = []
        self.points: list[tuple[float, float]] = []
        self.pieces: list[str] = []
        self.starts: list[tuple[int, int]] = []
        self.clipping = ""
        self.line: Matrix = IDENTITY
        self.text: Matrix = IDENTITY
        self.in_text = False
        self.marked = 0
        self.within: Bounds | None = None
        self.spaces: dict[str, Space | None] = {}

    def run(self, data: bytes) -> None:
        """Do what the operators in ``data`` say; the class that knows all of them does it."""
        raise NotImplementedError

    # -- resources

    def _resource(self, kind: str, name: Any) -> Any:
        """A resource as it is written: a reference stays one; None, and a hit, where it is missing."""
        raw = self.opened.raw(self.opened.get(self.resources, kind), str(name))
        if raw is None or self.opened.resolve(raw) is None:
            self.page.tell(
                "B-13",
                f"contents name {_KINDS[kind]} “{str(name)[:40]}” that is not there",
                self.label,
                AGAIN,
                f"/{name}",
            )
            return None
        self._borrows()
        return raw

    def _borrows(self) -> None:
        if self.borrowed:
            self.page.tell("B-13", "a form has no resources of its own", self.label, AGAIN)

    def _space(self, name: Any) -> Space:
        key = str(name)
        if key not in self.spaces:
            if key not in DEVICE and key != "Pattern":
                self._resource("ColorSpace", name)
            self.spaces[key] = space_of(self.opened, key, self.resources)
        return self.spaces[key] or NONE

    def _font(self, raw: Any) -> Font | None:
        label = self.opened.label(raw)
        thing = self.opened.resolve(raw)
        if not isinstance(thing, DictionaryObject):
            return None
        key = label or str(id(thing))
        fonts = self.page.content.fonts
        if key not in fonts:
            fonts[key] = font_of(self.opened, thing, label)
        return fonts[key]

    # -- graphics state

    def _push(self, _: list[Any]) -> None:
        self.stack.append(self.state)
        if len(self.stack) == _MOST_NESTED_STATES + 1:
            self.page.tell("B-09", f"q is nested more than {_MOST_NESTED_STATES} deep", self.label, AGAIN, "q")

    def _pop(self, _: list[Any]) -> None:
        if self.stack:
            self.state = self.stack.pop()
        else:
            self.page.tell("B-09", "Q closes what no q has opened", self.label, AGAIN, "Q")

    def _concatenate(self, values: list[Any]) -> None:
        self.state = self.state._replace(matrix=multiplied(six(values), self.state.matrix))

    def _line_width(self, values: list[Any]) -> None:
        self.state = self.state._replace(width=float(values[0]))

    def _intent(self, values: list[Any]) -> None:
        self.page.content.intents.append((self.page.page.number, str(values[0])))

    def _graphics_state(self, values: list[Any]) -> None:
        raw = self._resource("ExtGState", values[0])
        found = self.opened.dictionary(raw)
        if not found:
            return
        opened = self.opened
        changes: dict[str, Any] = {}
        over = opened.get(found, "OP")
        if over is not None:
            changes["over_stroke"] = changes["over_fill"] = true(over)
        if opened.get(found, "op") is not None:
            changes["over_fill"] = true(opened.get(found, "op"))
        for key, name in (("OPM", "mode"), ("ca", "alpha_fill"), ("CA", "alpha_stroke"), ("LW", "width")):
            value = opened.get(found, key)
            if value is not None:
                changes[name] = int(opened.number(value)) if key == "OPM" else opened.number(value)
        mask = opened.get(found, "SMask")
        if mask is not None:
            changes["masked"] = isinstance(mask, DictionaryObject)
            if isinstance(mask, DictionaryObject):
                self._mask(mask, opened.label(raw) or self.label)
        chosen = opened.array(opened.get(found, "Font"))
        if len(chosen) == 2:
            changes["font"] = self._font(chosen[0])
            changes["size"] = opened.number(chosen[1])
        self.state = self.state._replace(**changes)

    def _mask(self, mask: DictionaryObject, label: str) -> None:
        """The group of a soft mask: it shapes, and is not painted itself (11.6.5.3)."""
        form = self.opened.get(mask, "G")
        key = ("mask", id(form))
        if not isinstance(form, StreamObject) or key in self.page.seen:
            return
        self.page.seen.add(key)
        luminosity = self.opened.name(self.opened.get(mask, "S")) == "Luminosity"
        group = self.opened.get(form, "Group")
        own = self.opened.dictionary(self.opened.get(form, "Resources"))
        if isinstance(group, DictionaryObject):
            self.page.group(group, own, self.opened.label(form) or label, "mask", luminosity=luminosity)
        plain = State(matrix=self.state.matrix, clip=EVERYTHING)
        self.page.form(form, self.opened.label(form) or label, plain, self.resources, self.path, aside=True)

    # -- colours

    def _set(self, space: Space, colour: Sequence[Any], *, stroke: bool, pattern: Any = None) -> None:
        if self.uncoloured:
            return
        values = tuple(float(value) for value in colour)
        if stroke:
            self.state = self.state._replace(stroke=space, stroke_colour=values, stroke_pattern=pattern)
        else:
            self.state = self.state._replace(fill=space, fill_colour=values, fill_pattern=pattern)

    def _device(self, name: str, values: list[Any], *, stroke: bool) -> None:
        if len(values) != DEVICE[name].count:
            raise ValueError
        self._set(self._space(name), values, stroke=stroke)

    def _choose(self, values: list[Any], *, stroke: bool) -> None:
        space = self._space(values[0])
        first = {"DeviceCMYK": (0.0, 0.0, 0.0, 1.0), "Separation": (1.0,), "DeviceN": (1.0,) * space.count}
        self._set(space, first.get(space.family, (0.0,) * space.count), stroke=stroke)

    def _colour(self, values: list[Any], *, stroke: bool) -> None:
        space = self.state.stroke if stroke else self.state.fill
        if values and isinstance(values[-1], Name):
            pattern = self._resource("Pattern", values[-1])
            self._set(space, values[:-1], stroke=stroke, pattern=pattern)
        else:
            self._set(space, values, stroke=stroke)

    # -- paths

    def _move(self, values: list[Any]) -> None:
        self.starts.append((len(self.points), len(self.pieces)))
        self.points.append((float(values[-2]), float(values[-1])))
        self.pieces.append("m")

    def _straight(self, values: list[Any]) -> None:
        self.points.append((float(values[0]), float(values[1])))
        self.pieces.append("l")

    def _curve(self, values: list[Any]) -> None:
        self.points += [(float(values[n]), float(values[n + 1])) for n in range(0, len(values) - 1, 2)]
        self.pieces.append("c")

    def _close(self, _: list[Any]) -> None:
        self.pieces.append("h")

    def _box(self, values: list[Any]) -> None:
        x, y, width, height = (float(value) for value in values)
        self.starts.append((len(self.points), len(self.pieces)))
        self.points += corners(x, y, x + width, y + height)
        self.pieces.append("re")

    def _clip_path(self, _: list[Any]) -> None:
        self.clipping = "W"

    def _paint(self, *, fill: bool = False, stroke: bool = False, close: bool = False) -> None:
        if close:
            self.pieces.append("h")
        if self.points:
            if fill:
                self._filled()
            if stroke:
                self._stroked()
            if self.clipping:
                self._clipped()
        self.points, self.pieces, self.starts, self.clipping = [], [], [], ""

    def _parts(self) -> list[tuple[list[tuple[float, float]], list[str]]]:
        """The subpaths, each with its points and pieces."""
        cuts = [*self.starts[1:], (len(self.points), len(self.pieces))]
        found, point, piece = [], 0, 0
        for next_point, next_piece in cuts:
            found.append((self.points[point:next_point], self.pieces[piece:next_piece]))
            point, piece = next_point, next_piece
        return [(points, pieces) for points, pieces in found if points]

    def _filled(self) -> None:
        """A shape is one mark; where it reaches out of the bleed, each of its parts is."""
        state, room = self.state, self.page.page.bleed
        whole = bounds_of(self.points, state.matrix)
        inside = whole[0] >= room.x and whole[1] >= room.y and whole[2] <= room.right and whole[3] <= room.bottom
        parts = [(self.points, self.pieces)] if inside or self.page.count > _MANY else self._parts()
        for points, pieces in parts:
            self._mark(
                "fill",
                bounds_of(points, state.matrix),
                state.fill,
                state.fill_colour,
                over=state.over_fill,
                alpha=state.alpha_fill,
                pattern=state.fill_pattern,
                rectangle=not self.glyph and upright(state.matrix) and is_rectangle(points, pieces),
            )

    def _stroked(self) -> None:
        """Each part of a path is a line of its own."""
        state = self.state
        width = state.width * scale(state.matrix)
        half = width / 2
        for points, _ in self._parts():
            whole = bounds_of(points, state.matrix)
            grown = (whole[0] - half, whole[1] - half, whole[2] + half, whole[3] + half)
            if len(points) == 2 and upright(state.matrix):  # butt ends do not reach beyond the line
                level = abs(whole[3] - whole[1]) < abs(whole[2] - whole[0])
                grown = (whole[0], grown[1], whole[2], grown[3]) if level else (grown[0], whole[1], grown[2], whole[3])
            self._mark(
                "stroke",
                grown,
                state.stroke,
                state.stroke_colour,
                over=state.over_stroke,
                alpha=state.alpha_stroke,
                pattern=state.stroke_pattern,
                size=width,
            )

    def _clipped(self) -> None:
        state = self.state
        exact = state.axial and upright(state.matrix) and is_rectangle(self.points, self.pieces)
        clip = common(state.clip, bounds_of(self.points, state.matrix)) or NOTHING
        self.state = state._replace(clip=clip, axial=exact)

    def _mark(
        self,
        kind: Kind,
        whole: Bounds,
        space: Space,
        colour: tuple[float, ...],
        *,
        over: bool,
        alpha: float,
        pattern: Any = None,
        size: float = 0.0,
        rectangle: bool = False,
        codes: tuple[int, ...] = (),
    ) -> None:
        state = self.state
        if self.within is not None:
            whole = self.within
        bounds = common(whole, state.clip)
        if pattern is not None:
            self._pattern(pattern, space, colour, bounds or whole)
            if space.family == "Pattern" and kind != "text":
                return
        self.marks.append(
            Mark(
                kind,
                self.page.page.number,
                bounds,
                whole,
                space,
                colour,
                over,
                state.mode,
                alpha,
                state.masked,
                size,
                rectangle,
                label=self.label,
                aside=self.aside,
                axial=state.axial,
                chain=self.page.chain,
                font=state.font if codes else None,
                codes=codes,
            )
        )

    def _pattern(self, raw: Any, space: Space, colour: tuple[float, ...], bounds: Bounds) -> None:
        """What a pattern paints where it is used (8.7)."""
        pattern = self.opened.dictionary(raw)
        label = self.opened.label(raw) or self.label
        if self.opened.number(self.opened.get(pattern, "PatternType")) == 2:
            self._shaded(self.opened.raw(pattern, "Shading"), label, bounds)
            return
        key = ("pattern", id(pattern), space.label, colour)
        if id(pattern) in self.path:
            self.page.tell("B-09", "a pattern is painted with itself", label, AGAIN)
            return
        if not isinstance(pattern, StreamObject) or key in self.page.seen:
            return
        self.page.seen.add(key)
        data = self.opened.stream(pattern)
        own = self.opened.get(pattern, "Resources")
        if len(self.path) >= MOST_NESTED_FORMS:
            self.page.tell("B-09", f"patterns are nested more than {MOST_NESTED_FORMS} deep", label, AGAIN)
            return
        if data is None:
            return
        matrix = multiplied(matrix_of(self.opened, self.opened.get(pattern, "Matrix")), self.page.base)
        state = State(matrix=matrix, clip=EVERYTHING)
        plain = self.opened.number(self.opened.get(pattern, "PaintType")) == 2
        if plain and space.base is not None:
            state = state._replace(fill=space.base, fill_colour=colour, stroke=space.base, stroke_colour=colour)
        stream = type(self)(
            self.page, self.opened.dictionary(own), state, label, (*self.path, id(pattern)), aside=self.aside
        )
        stream.within, stream.uncoloured = bounds, plain
        stream.run(data)

    def _shaded(self, raw: Any, label: str, bounds: Bounds) -> None:
        shading = self.opened.dictionary(raw)
        space = space_of(self.opened, self.opened.raw(shading, "ColorSpace"), self.resources) or NONE
        state = self.state
        self.marks.append(
            Mark(
                "shading",
                self.page.page.number,
                common(bounds, state.clip),
                bounds,
                space,
                (),
                state.over_fill,
                state.mode,
                state.alpha_fill,
                state.masked,
                label=self.opened.label(raw) or label,
                aside=self.aside,
                axial=False,
                chain=self.page.chain,
            )
        )

    def _shade(self, values: list[Any]) -> None:
        raw = self._resource("Shading", values[0])
        if raw is not None:
            self._shaded(raw, self.label, self.state.clip)

    # -- pictures and forms

    def _draw(self, values: list[Any]) -> None:
        raw = self._resource("XObject", values[0])
        thing = self.opened.resolve(raw)
        if not isinstance(thing, StreamObject):
            return
        label = self.opened.label(raw) or f"{values[0]}"
        kind = self.opened.name(self.opened.get(thing, "Subtype"))
        if kind == "Form":
            self.page.form(thing, label, self.state, self.resources, self.path, aside=self.aside)
        elif kind == "Image":
            self._image(thing, label)

    def _image(self, image: DictionaryObject, label: str) -> None:
        opened = self.opened
        stencil = true(opened.get(image, "ImageMask"))
        raw = opened.raw(image, "ColorSpace")
        space = self.state.fill if stencil else space_of(opened, raw, self.resources) or NONE
        packed = next(reversed(opened.filters(image)), "")
        if space is NONE and packed == "JPXDecode":
            space = Space("JPXDecode")
        width, height = (int(opened.number(opened.get(image, key))) for key in ("Width", "Height"))
        bits = 1 if stencil else int(opened.number(opened.get(image, "BitsPerComponent"), 8))
        masked = isinstance(opened.get(image, "SMask"), StreamObject)
        self._picture((width, height), space, bits, packed, label, masked=masked)

    def _inline(self, values: list[Any]) -> None:
        """An inline image, whose keys may be short (8.9.7)."""
        said = values[0]
        found = {_LONG.get(key, key): value for key, value in said.items()}
        stencil = bool(found.get("ImageMask"))
        space = self.state.fill if stencil else space_of_inline(self, found.get("ColorSpace"))
        size = (int(found.get("Width", 0)), int(found.get("Height", 0)))
        bits = 1 if stencil else int(found.get("BitsPerComponent", 8))
        packing = found.get("Filter", "")
        packed = str(packing[-1] if isinstance(packing, list) and packing else packing or "")
        self._picture(size, space, bits, _LONG_FILTERS.get(packed, packed), f"inline image in {self.label}")

    def _picture(
        self, size: tuple[int, int], space: Space, bits: int, packed: str, label: str, *, masked: bool = False
    ) -> None:
        state = self.state
        a, b, c, d, *_ = state.matrix
        across, down = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        ppi = min(72 * size[0] / across, 72 * size[1] / down) if across > 0 and down > 0 else 0.0
        whole = bounds_of(corners(0.0, 0.0, 1.0, 1.0), state.matrix)
        colour = state.fill_colour if bits == 1 and space is state.fill else ()
        self.marks.append(
            Mark(
                "image",
                self.page.page.number,
                common(whole, state.clip),
                whole,
                space,
                colour,
                state.over_fill,
                state.mode,
                state.alpha_fill,
                state.masked or masked,
                pixels=size,
                bits=bits,
                packed=packed,
                ppi=ppi,
                label=label,
                aside=self.aside,
                axial=state.axial,
                chain=self.page.chain,
            )
        )


AGAIN = "export the file again"
_KINDS = {
    "Properties": "properties of marked content",
    "XObject": "a picture or form",
    "ExtGState": "a graphics state",
    "Font": "a font",
    "ColorSpace": "a colour space",
    "Pattern": "a pattern",
    "Shading": "a shading",
}
_LONG = {
    "BPC": "BitsPerComponent",
    "CS": "ColorSpace",
    "F": "Filter",
    "H": "Height",
    "IM": "ImageMask",
    "W": "Width",
    "D": "Decode",
    "DP": "DecodeParms",
    "I": "Interpolate",
}
_LONG_FILTERS = {
    "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode",
    "LZW": "LZWDecode",
    "Fl": "FlateDecode",
    "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
}


def space_of_inline(stream: Graphics, said: Any) -> Space:
    """The space of an inline image: a name, or an Indexed space written out."""
    if isinstance(said, list):
        base = space_of_inline(stream, said[1]) if len(said) > 1 else NONE
        return Space("Indexed", 1, base)
    short = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
    return stream._space(short.get(str(said), said)) if said is not None else NONE


def matrix_of(opened: Opened, thing: Any) -> Matrix:
    """The matrix in an array; that which changes nothing where it is none."""
    values = [opened.number(value) for value in opened.array(thing)]
    return six(values) if len(values) == 6 else IDENTITY


def true(thing: Any) -> bool:
    """Whether ``thing`` is the constant true."""
    return bool(getattr(thing, "value", thing)) if thing is not None else False

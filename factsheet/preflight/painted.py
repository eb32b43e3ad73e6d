"""What the pages of any file paint: every text, shape, picture and shading with its colour, size and place.

Contents are interpreted as a printing press would (ISO 32000-1, 8 and 9): pages, forms, patterns, glyphs that are
drawings, and soft masks. Nothing here falls over a damaged file: what is wrong is told as hits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pypdf.generic import DictionaryObject, StreamObject

from factsheet.preflight.colours import DEVICE, GREY, NONE, Space, space_of
from factsheet.preflight.fonts import Font, font_of
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import OpenPage, Opened
from factsheet.preflight.operators import OPERATORS, Name, Slip, operations
from factsheet.preflight.rules import error
from factsheet.units import Rect

Kind = Literal["text", "fill", "stroke", "image", "shading"]
Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in the page's space."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_EVERYTHING: Bounds = (-1e9, -1e9, 1e9, 1e9)
_MOST_OPERATORS = 3_000_000
_MOST_NESTED_FORMS = 12
_MOST_NESTED_STATES = 28


@dataclass(slots=True)
class Mark:
    """One thing that is painted.

    Attributes:
        kind: What it is.
        page: On which page.
        bounds: Where it is seen, after clipping; None where nothing of it is.
        whole: Where it would be seen without clipping.
        space: The space of its colour; of an image, of its pixels.
        colour: Its colour.
        overprint: Whether it overprints.
        mode: The overprint mode.
        alpha: Its opacity.
        masked: Whether a soft mask applies.
        size: The effective size of type, or the width of a line, in points.
        rectangle: Whether a filled shape is one rectangle along the edges of the page.
        pixels: The pixels of an image.
        bits: The bits of a component of an image; 1 for a stencil.
        packed: How an image is packed.
        ppi: The effective resolution of an image.
        label: The number of the object, or what it is in.
        aside: Whether it is not painted itself, but part of a soft mask.
        axial: Whether its clip is known exactly.
    """

    kind: Kind
    page: int
    bounds: Bounds | None
    whole: Bounds
    space: Space
    colour: tuple[float, ...] = ()
    overprint: bool = False
    mode: int = 0
    alpha: float = 1.0
    masked: bool = False
    size: float = 0.0
    rectangle: bool = False
    pixels: tuple[int, int] = (0, 0)
    bits: int = 8
    packed: str = ""
    ppi: float = 0.0
    label: str = ""
    aside: bool = False
    axial: bool = True

    @property
    def inks(self) -> dict[str, float] | None:
        """The share of ink on each plate, where it is known."""
        return self.space.inks(self.colour)

    @property
    def white(self) -> bool:
        """Whether it lays no ink at all."""
        inks = self.inks if self.kind != "image" or self.bits == 1 else None
        return inks is not None and all(share <= 0 for share in inks.values())


@dataclass(slots=True)
class Group:
    """A transparency group: what it mixes colours in, and where it is."""

    page: int
    label: str
    space: Space | None
    where: Literal["page", "form", "mask"]
    luminosity: bool = False


@dataclass(slots=True)
class Content:
    """What all pages paint.

    Attributes:
        marks: The marks of each page, in order of painting.
        fonts: The fonts that show text, by their key.
        groups: The transparency groups.
        intents: Rendering intents set in contents, with their pages.
        hits: What is wrong with the contents as such (B-09, B-13).
        labels: Colour spaces in use, by what they are.
    """

    marks: dict[int, list[Mark]] = field(default_factory=dict)
    fonts: dict[str, Font] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    intents: list[tuple[int, str]] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    def all(self) -> Iterator[Mark]:
        """Every mark."""
        for marks in self.marks.values():
            yield from marks


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state (8.4)."""

    matrix: Matrix = IDENTITY
    clip: Bounds = _EVERYTHING
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


def read_content(opened: Opened) -> Content:
    """What the pages of ``opened`` paint."""
    content = Content()
    for page in opened.pages:
        content.marks[page.number] = []
        _Page(opened, page, content).read()
    return content


class _Page:
    """The interpreter of one page."""

    def __init__(self, opened: Opened, page: OpenPage, content: Content) -> None:
        self.opened, self.page, self.content = opened, page, content
        self.count = 0
        self.base = IDENTITY
        self.seen: set[tuple[Any, ...]] = set()
        self.told: set[tuple[str, str, str]] = set()

    def read(self) -> None:
        opened, page = self.opened, self.page
        resources, own = opened.resources(page)
        if not own and resources:
            self._tell("B-13", "the page has no resources of its own", page.label, "export the file again")
        group = opened.get(page.dictionary, "Group")
        if isinstance(group, DictionaryObject):
            self._group(group, resources, page.label, "page")
        data = b"\n".join(opened.contents(page))
        clip = (page.media.x, page.media.y, page.media.right, page.media.bottom)
        self._run(data, resources, _State(clip=clip), f"contents of page {page.number}", (), aside=False)
        self._appearances()

    def _appearances(self) -> None:
        """What annotations show when the page is printed (12.5.5)."""
        for reference in self.opened.array(self.opened.get(self.page.dictionary, "Annots")):
            note = self.opened.resolve(reference)
            hidden = int(self.opened.number(self.opened.get(note, "F"))) & 2
            shown = self.opened.get(note, "AP", "N")
            if isinstance(shown, StreamObject) and not hidden:
                state = _State(clip=_EVERYTHING)
                self._form(shown, self.opened.label(reference), state, DictionaryObject(), (), aside=True)

    # -- one stream

    def _run(
        self, data: bytes, resources: DictionaryObject, state: _State, label: str, path: tuple[int, ...], *, aside: bool
    ) -> None:
        _Stream(self, resources, state, label, path, aside=aside).run(data)

    def _tell(self, rule: str, message: str, label: str, hint: str, found: str = "") -> None:
        if (rule, message, label) not in self.told:
            self.told.add((rule, message, label))
            self.content.hits.append(error(rule, message, page=self.page.number, thing=label, found=found, hint=hint))

    def _group(
        self, group: DictionaryObject, resources: DictionaryObject, label: str,
        where: Literal["page", "form", "mask"], *, luminosity: bool = False,
    ) -> None:  # fmt: skip
        if self.opened.name(self.opened.get(group, "S")) != "Transparency":
            return
        raw = self.opened.raw(group, "CS")
        space = space_of(self.opened, raw, resources) if raw is not None else None
        key = ("group", label, where)
        if key not in self.seen:
            self.seen.add(key)
            self.content.groups.append(Group(self.page.number, label, space, where, luminosity))

    def _form(
        self,
        form: StreamObject,
        label: str,
        state: _State,
        outer: DictionaryObject,
        path: tuple[int, ...],
        *,
        aside: bool,
    ) -> None:
        """A form XObject (8.10)."""
        if id(form) in path or len(path) >= _MOST_NESTED_FORMS:
            return
        data = self.opened.stream(form)
        if data is None:
            self._tell("B-09", "the contents of a form cannot be read", label, "export the file again")
            return
        own = self.opened.get(form, "Resources")
        resources = own if isinstance(own, DictionaryObject) else outer
        matrix = _matrix(self.opened, self.opened.get(form, "Matrix"))
        inside = replace(state, matrix=multiplied(matrix, state.matrix))
        box = [self.opened.number(v) for v in self.opened.array(self.opened.get(form, "BBox"))]
        if len(box) == 4:
            inside = replace(inside, clip=common(inside.clip, bounds_of(_corners(*box), inside.matrix)) or _NOTHING)
        group = self.opened.get(form, "Group")
        if isinstance(group, DictionaryObject):
            self._group(group, resources, label, "form")
            inside = replace(inside, alpha_fill=1.0, alpha_stroke=1.0, masked=False)
        stream = _Stream(self, resources, inside, label, (*path, id(form)), aside=aside)
        stream.borrowed = not isinstance(own, DictionaryObject)
        stream.run(data)


_NOTHING: Bounds = (0.0, 0.0, 0.0, 0.0)


class _Stream:
    """The interpreter of one content stream."""

    def __init__(
        self, page: _Page, resources: DictionaryObject, state: _State, label: str, path: tuple[int, ...], *, aside: bool
    ) -> None:
        self.page, self.resources, self.state, self.label, self.path = page, resources, state, label, path
        self.opened = page.opened
        self.marks = page.content.marks[page.page.number]
        self.aside = aside
        self.borrowed = False
        self.uncoloured = False
        self.stack: list[_State] = []
        self.points: list[tuple[float, float]] = []
        self.pieces: list[str] = []
        self.clipping = ""
        self.line: Matrix = IDENTITY
        self.text: Matrix = IDENTITY
        self.in_text = False
        self.marked = 0
        self.within: Bounds | None = None
        self.spaces: dict[str, Space | None] = {}

    def run(self, data: bytes) -> None:
        page = self.page
        for operator, operands in operations(data):
            page.count += 1
            if page.count > _MOST_OPERATORS:
                page._tell("B-09", "the page has too many operators to be judged", self.label, "simplify the page")
                return
            if isinstance(operator, Slip) or operator not in OPERATORS:
                what = str(operator) if isinstance(operator, Slip) else f"“{operator[:20]}” is no operator of PDF"
                page._tell("B-09", f"contents are not well formed: {what}", self.label, _AGAIN, str(operator)[:20])
                continue
            action = _ACTIONS.get(operator)
            if action is None:
                continue
            try:
                action(self, operands)
            except (TypeError, ValueError, IndexError, AttributeError, OverflowError):
                page._tell("B-09", f"the operands of {operator} are wrong", self.label, _AGAIN, operator)
        if self.stack:
            page._tell("B-09", f"q is never closed by Q ({len(self.stack)} times)", self.label, _AGAIN, "q")
        if self.in_text:
            page._tell("B-09", "a text object (BT) never ends", self.label, _AGAIN, "BT")
        if self.marked:
            page._tell("B-09", "marked content (BMC, BDC) never ends", self.label, _AGAIN, "BDC")

    # -- resources

    def _resource(self, kind: str, name: Any) -> Any:
        """A resource as it is written: a reference stays one; None, and a hit, where it is missing."""
        raw = self.opened.raw(self.opened.get(self.resources, kind), str(name))
        if raw is None or self.opened.resolve(raw) is None:
            self.page._tell("B-13", f"contents name {_KINDS[kind]} “{str(name)[:40]}” that is not there", self.label, _AGAIN,
                            f"/{name}")  # fmt: skip
            return None
        self._borrows()
        return raw

    def _borrows(self) -> None:
        if self.borrowed:
            self.page._tell("B-13", "a form has no resources of its own", self.label, _AGAIN)

    def _space(self, name: Any) -> Space:
        key = str(name)
        if key not in self.spaces:
            if key not in DEVICE and key != "Pattern":
                self._resource("ColorSpace", name)
            self.spaces[key] = space_of(self.opened, key, self.resources)
        return self.spaces[key] or NONE

    # -- graphics state

    def push(self, _: list[Any]) -> None:
        self.stack.append(self.state)
        if len(self.stack) == _MOST_NESTED_STATES + 1:
            self.page._tell("B-09", f"q is nested more than {_MOST_NESTED_STATES} deep", self.label, _AGAIN, "q")

    def pop(self, _: list[Any]) -> None:
        if self.stack:
            self.state = self.stack.pop()
        else:
            self.page._tell("B-09", "Q closes what no q has opened", self.label, _AGAIN, "Q")

    def concatenate(self, values: list[Any]) -> None:
        self.state = replace(self.state, matrix=multiplied(_six(values), self.state.matrix))

    def line_width(self, values: list[Any]) -> None:
        self.state = replace(self.state, width=float(values[0]))

    def intent(self, values: list[Any]) -> None:
        self.page.content.intents.append((self.page.page.number, str(values[0])))

    def graphics_state(self, values: list[Any]) -> None:
        raw = self._resource("ExtGState", values[0])
        found = self.opened.dictionary(raw)
        if not found:
            return
        opened, changes = self.opened, {}
        over = opened.get(found, "OP")
        if over is not None:
            changes["over_stroke"] = changes["over_fill"] = _true(over)
        if opened.get(found, "op") is not None:
            changes["over_fill"] = _true(opened.get(found, "op"))
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
        self.state = replace(self.state, **changes)

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
            self.page._group(group, own, self.opened.label(form) or label, "mask", luminosity=luminosity)
        plain = _State(matrix=self.state.matrix, clip=_EVERYTHING)
        self.page._form(form, self.opened.label(form) or label, plain, self.resources, self.path, aside=True)

    # -- colours

    def _set(self, space: Space, colour: Sequence[Any], *, stroke: bool, pattern: Any = None) -> None:
        if self.uncoloured:
            return
        values = tuple(float(value) for value in colour)
        if stroke:
            self.state = replace(self.state, stroke=space, stroke_colour=values, stroke_pattern=pattern)
        else:
            self.state = replace(self.state, fill=space, fill_colour=values, fill_pattern=pattern)

    def device(self, name: str, values: list[Any], *, stroke: bool) -> None:
        if len(values) != DEVICE[name].count:
            raise ValueError
        self._set(self._space(name), values, stroke=stroke)

    def choose(self, values: list[Any], *, stroke: bool) -> None:
        space = self._space(values[0])
        first = {"DeviceCMYK": (0.0, 0.0, 0.0, 1.0), "Separation": (1.0,), "DeviceN": (1.0,) * space.count}
        self._set(space, first.get(space.family, (0.0,) * space.count), stroke=stroke)

    def colour(self, values: list[Any], *, stroke: bool) -> None:
        space = self.state.stroke if stroke else self.state.fill
        if values and isinstance(values[-1], Name):
            pattern = self._resource("Pattern", values[-1])
            self._set(space, values[:-1], stroke=stroke, pattern=pattern)
        else:
            self._set(space, values, stroke=stroke)

    # -- paths

    def move(self, values: list[Any]) -> None:
        self.points.append((float(values[-2]), float(values[-1])))
        self.pieces.append("m")

    def straight(self, values: list[Any]) -> None:
        self.points.append((float(values[0]), float(values[1])))
        self.pieces.append("l")

    def curve(self, values: list[Any]) -> None:
        self.points += [(float(values[n]), float(values[n + 1])) for n in range(0, len(values) - 1, 2)]
        self.pieces.append("c")

    def close(self, _: list[Any]) -> None:
        self.pieces.append("h")

    def box(self, values: list[Any]) -> None:
        x, y, width, height = (float(value) for value in values)
        self.points += _corners(x, y, x + width, y + height)
        self.pieces.append("re")

    def clip_path(self, _: list[Any]) -> None:
        self.clipping = "W"

    def paint(self, *, fill: bool = False, stroke: bool = False, close: bool = False) -> None:
        if close:
            self.pieces.append("h")
        state = self.state
        if self.points:
            whole = bounds_of(self.points, state.matrix)
            upright = _upright(state.matrix)
            rectangle = upright and _is_rectangle(self.points, self.pieces)
            if fill:
                self._mark("fill", whole, state.fill, state.fill_colour, over=state.over_fill, alpha=state.alpha_fill,
                           pattern=state.fill_pattern, rectangle=rectangle)  # fmt: skip
            if stroke:
                width = state.width * scale(state.matrix)
                half = width / 2
                grown = (whole[0] - half, whole[1] - half, whole[2] + half, whole[3] + half)
                straight = upright and len(self.points) == 2
                if straight:  # butt ends do not reach beyond the line
                    level = abs(whole[3] - whole[1]) < abs(whole[2] - whole[0])
                    grown = (
                        (whole[0], grown[1], whole[2], grown[3]) if level else (grown[0], whole[1], grown[2], whole[3])
                    )
                self._mark("stroke", grown, state.stroke, state.stroke_colour, over=state.over_stroke,
                           alpha=state.alpha_stroke, pattern=state.stroke_pattern, size=width)  # fmt: skip
            if self.clipping:
                exact = rectangle and state.axial
                self.state = replace(state, clip=common(state.clip, whole) or _NOTHING, axial=exact)
        self.points, self.pieces, self.clipping = [], [], ""

    def _mark(
        self, kind: Kind, whole: Bounds, space: Space, colour: tuple[float, ...], *, over: bool, alpha: float,
        pattern: Any = None, size: float = 0.0, rectangle: bool = False,
    ) -> None:  # fmt: skip
        state = self.state
        if self.within is not None:
            whole = self.within
        bounds = common(whole, state.clip)
        if pattern is not None:
            self._pattern(pattern, space, colour, bounds or whole)
            if space.family == "Pattern" and kind != "text":
                return
        self.marks.append(
            Mark(kind, self.page.page.number, bounds, whole, space, colour, over, state.mode, alpha, state.masked, size,
                 rectangle, label=self.label, aside=self.aside, axial=state.axial)
        )  # fmt: skip

    def _pattern(self, raw: Any, space: Space, colour: tuple[float, ...], bounds: Bounds) -> None:
        """What a pattern paints where it is used (8.7)."""
        pattern = self.opened.dictionary(raw)
        label = self.opened.label(raw) or self.label
        if self.opened.number(self.opened.get(pattern, "PatternType")) == 2:
            self._shaded(self.opened.raw(pattern, "Shading"), label, bounds)
            return
        key = ("pattern", id(pattern), space.label, colour)
        if not isinstance(pattern, StreamObject) or key in self.page.seen or id(pattern) in self.path:
            return
        self.page.seen.add(key)
        data = self.opened.stream(pattern)
        own = self.opened.get(pattern, "Resources")
        if data is None or len(self.path) >= _MOST_NESTED_FORMS:
            return
        matrix = multiplied(_matrix(self.opened, self.opened.get(pattern, "Matrix")), self.page.base)
        state = _State(matrix=matrix, clip=_EVERYTHING)
        plain = self.opened.number(self.opened.get(pattern, "PaintType")) == 2
        if plain and space.base is not None:
            state = replace(state, fill=space.base, fill_colour=colour, stroke=space.base, stroke_colour=colour)
        stream = _Stream(
            self.page, self.opened.dictionary(own), state, label, (*self.path, id(pattern)), aside=self.aside
        )
        stream.within, stream.uncoloured = bounds, plain
        stream.run(data)

    def _shaded(self, raw: Any, label: str, bounds: Bounds) -> None:
        shading = self.opened.dictionary(raw)
        space = space_of(self.opened, self.opened.raw(shading, "ColorSpace"), self.resources) or NONE
        state = self.state
        self.marks.append(
            Mark("shading", self.page.page.number, common(bounds, state.clip), bounds, space, (), state.over_fill, state.mode,
                 state.alpha_fill, state.masked, label=self.opened.label(raw) or label, aside=self.aside, axial=False)
        )  # fmt: skip

    def shade(self, values: list[Any]) -> None:
        raw = self._resource("Shading", values[0])
        if raw is not None:
            self._shaded(raw, self.label, self.state.clip)

    # -- pictures and forms

    def draw(self, values: list[Any]) -> None:
        raw = self._resource("XObject", values[0])
        thing = self.opened.resolve(raw)
        if not isinstance(thing, StreamObject):
            return
        label = self.opened.label(raw) or f"{values[0]}"
        kind = self.opened.name(self.opened.get(thing, "Subtype"))
        if kind == "Form":
            self.page._form(thing, label, self.state, self.resources, self.path, aside=self.aside)
        elif kind == "Image":
            self._image(thing, label)

    def _image(self, image: DictionaryObject, label: str) -> None:
        opened = self.opened
        stencil = _true(opened.get(image, "ImageMask"))
        raw = opened.raw(image, "ColorSpace")
        space = self.state.fill if stencil else space_of(opened, raw, self.resources) or NONE
        filters = opened.array(opened.get(image, "Filter")) or [opened.get(image, "Filter")]
        packed = opened.name(filters[-1]) if filters[-1] is not None else ""
        if space is NONE and packed == "JPXDecode":
            space = Space("JPXDecode")
        width, height = (int(opened.number(opened.get(image, key))) for key in ("Width", "Height"))
        bits = 1 if stencil else int(opened.number(opened.get(image, "BitsPerComponent"), 8))
        self._picture((width, height), space, bits, packed, label)

    def inline(self, values: list[Any]) -> None:
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

    def _picture(self, size: tuple[int, int], space: Space, bits: int, packed: str, label: str) -> None:
        state = self.state
        a, b, c, d, *_ = state.matrix
        across, down = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        ppi = min(72 * size[0] / across, 72 * size[1] / down) if across > 0 and down > 0 else 0.0
        whole = bounds_of(_corners(0.0, 0.0, 1.0, 1.0), state.matrix)
        colour = state.fill_colour if bits == 1 and space is state.fill else ()
        self.marks.append(
            Mark("image", self.page.page.number, common(whole, state.clip), whole, space, colour, state.over_fill, state.mode,
                 state.alpha_fill, state.masked, pixels=size, bits=bits, packed=packed, ppi=ppi, label=label,
                 aside=self.aside, axial=state.axial)
        )  # fmt: skip

    # -- text

    def begin_text(self, _: list[Any]) -> None:
        if self.in_text:
            self.page._tell("B-09", "text objects (BT) are nested", self.label, _AGAIN, "BT")
        self.in_text, self.text, self.line = True, IDENTITY, IDENTITY

    def end_text(self, _: list[Any]) -> None:
        if not self.in_text:
            self.page._tell("B-09", "ET ends what no BT has begun", self.label, _AGAIN, "ET")
        self.in_text = False

    def choose_font(self, values: list[Any]) -> None:
        raw = self._resource("Font", values[0])
        self.state = replace(self.state, font=self._font(raw) if raw is not None else None, size=float(values[1]))

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

    def text_state(self, name: str, values: list[Any], factor: float = 1.0) -> None:
        changes: dict[str, Any] = {name: float(values[0]) * factor}
        self.state = replace(self.state, **changes)

    def rendering(self, values: list[Any]) -> None:
        self.state = replace(self.state, rendering=int(values[0]))

    def text_move(self, values: list[Any]) -> None:
        self.line = multiplied((1.0, 0.0, 0.0, 1.0, float(values[0]), float(values[1])), self.line)
        self.text = self.line

    def text_move_leading(self, values: list[Any]) -> None:
        self.state = replace(self.state, leading=-float(values[1]))
        self.text_move(values)

    def text_matrix(self, values: list[Any]) -> None:
        self.line = self.text = _six(values)

    def next_line(self, _: list[Any]) -> None:
        self.text_move([0.0, -self.state.leading])

    def show(self, values: list[Any]) -> None:
        self._show([values[0]])

    def show_array(self, values: list[Any]) -> None:
        self._show(values[0])

    def show_next(self, values: list[Any]) -> None:
        self.next_line([])
        self._show([values[0]])

    def show_spaced(self, values: list[Any]) -> None:
        self.state = replace(self.state, word_spacing=float(values[0]), spacing=float(values[1]))
        self.show_next([values[2]])

    def _show(self, pieces: Sequence[Any]) -> None:
        """Text, as one mark however many pieces it has."""
        state = self.state
        font, size = state.font, state.size
        advance, visible = 0.0, False
        for piece in pieces:
            if not isinstance(piece, bytes):
                advance -= float(piece) / 1000 * size * state.stretch
                continue
            if font is None:
                visible = visible or bool(piece.strip())
                continue
            codes = font.codes(piece)
            if state.rendering != 3 and state.rendering != 7:
                font.note(codes, self.page.page.number, self.label)
            for code in codes:
                space = state.word_spacing if font.is_space(code) else 0.0
                advance += (font.width(code) / 1000 * size + state.spacing + space) * state.stretch
                visible = visible or not font.is_blank(code)
        start = multiplied(self.text, state.matrix)
        self.text = multiplied((1.0, 0.0, 0.0, 1.0, advance, 0.0), self.text)
        if not visible or state.rendering in (3, 7):
            return
        if font is not None and font.drawings:
            self._drawings(font, pieces, start)
        foot, head = state.rise - 0.22 * size, state.rise + 0.72 * size
        whole = bounds_of(_corners(0.0, foot, advance, head), start)
        effective = abs(size) * _height(start)
        filled = state.rendering in (0, 2, 4, 6)
        space, colour, over, alpha, pattern = (
            (state.fill, state.fill_colour, state.over_fill, state.alpha_fill, state.fill_pattern) if filled else
            (state.stroke, state.stroke_colour, state.over_stroke, state.alpha_stroke, state.stroke_pattern)
        )  # fmt: skip
        self._mark("text", whole, space, colour, over=over, alpha=alpha, pattern=pattern, size=effective)

    def _drawings(self, font: Font, pieces: Sequence[Any], start: Matrix) -> None:
        """Glyphs that are content streams of their own (9.6.5): each is looked at once."""
        for piece in pieces:
            for code in font.codes(piece) if isinstance(piece, bytes) else ():
                procedure = font.drawings.get(code)
                key = ("glyph", font.key, code)
                if procedure is None or key in self.page.seen or id(procedure) in self.path:
                    continue
                self.page.seen.add(key)
                data = self.opened.stream(procedure)
                if data is None:
                    continue
                state = replace(self.state, matrix=multiplied(font.matrix, start), fill_pattern=None)
                own = self.opened.get(font.dictionary, "Resources")
                resources = own if isinstance(own, DictionaryObject) else self.resources
                stream = _Stream(
                    self.page,
                    resources,
                    state,
                    f"a glyph of font {font.label}",
                    (*self.path, id(procedure)),
                    aside=self.aside,
                )
                stream.run(data)

    def uncolour(self, _: list[Any]) -> None:
        """A glyph that has no colour of its own (d1)."""
        self.uncoloured = True

    # -- marked content

    def begin_marked(self, _: list[Any]) -> None:
        self.marked += 1

    def end_marked(self, _: list[Any]) -> None:
        self.marked -= 1
        if self.marked < 0:
            self.page._tell("B-09", "EMC ends what no BMC or BDC has begun", self.label, _AGAIN, "EMC")
            self.marked = 0


_AGAIN = "export the file again"
_KINDS = {
    "XObject": "a picture or form", "ExtGState": "a graphics state", "Font": "a font", "ColorSpace": "a colour space",
    "Pattern": "a pattern", "Shading": "a shading",
}  # fmt: skip
_LONG = {
    "BPC": "BitsPerComponent", "CS": "ColorSpace", "F": "Filter", "H": "Height", "IM": "ImageMask", "W": "Width",
    "D": "Decode", "DP": "DecodeParms", "I": "Interpolate",
}  # fmt: skip
_LONG_FILTERS = {
    "AHx": "ASCIIHexDecode", "A85": "ASCII85Decode", "LZW": "LZWDecode", "Fl": "FlateDecode", "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
}  # fmt: skip


def space_of_inline(stream: _Stream, said: Any) -> Space:
    """The space of an inline image: a name, or an Indexed space written out."""
    if isinstance(said, list):
        base = space_of_inline(stream, said[1]) if len(said) > 1 else NONE
        return Space("Indexed", 1, base)
    short = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
    return stream._space(short.get(str(said), said)) if said is not None else NONE


_Action = Callable[[_Stream, list[Any]], None]


def _device(name: str, *, stroke: bool) -> _Action:
    return lambda stream, values: stream.device(name, values, stroke=stroke)


def _paint(*, fill: bool = False, stroke: bool = False, close: bool = False) -> _Action:
    return lambda stream, _: stream.paint(fill=fill, stroke=stroke, close=close)


def _text(name: str, factor: float = 1.0) -> _Action:
    return lambda stream, values: stream.text_state(name, values, factor)


_S = _Stream
_ACTIONS: dict[str, _Action] = {
    "q": _S.push, "Q": _S.pop, "cm": _S.concatenate, "w": _S.line_width, "ri": _S.intent, "gs": _S.graphics_state,
    "g": _device("DeviceGray", stroke=False), "G": _device("DeviceGray", stroke=True),
    "rg": _device("DeviceRGB", stroke=False), "RG": _device("DeviceRGB", stroke=True),
    "k": _device("DeviceCMYK", stroke=False), "K": _device("DeviceCMYK", stroke=True),
    "cs": lambda stream, v: stream.choose(v, stroke=False), "CS": lambda stream, v: stream.choose(v, stroke=True),
    "sc": lambda stream, v: stream.colour(v, stroke=False), "SC": lambda stream, v: stream.colour(v, stroke=True),
    "scn": lambda stream, v: stream.colour(v, stroke=False), "SCN": lambda stream, v: stream.colour(v, stroke=True),
    "m": _S.move, "l": _S.straight, "c": _S.curve, "v": _S.curve, "y": _S.curve, "h": _S.close, "re": _S.box,
    "W": _S.clip_path, "W*": _S.clip_path, "n": _paint(), "f": _paint(fill=True), "F": _paint(fill=True),
    "f*": _paint(fill=True), "S": _paint(stroke=True), "s": _paint(stroke=True, close=True),
    "B": _paint(fill=True, stroke=True), "B*": _paint(fill=True, stroke=True),
    "b": _paint(fill=True, stroke=True, close=True), "b*": _paint(fill=True, stroke=True, close=True),
    "sh": _S.shade, "Do": _S.draw, "BI": _S.inline, "BT": _S.begin_text, "ET": _S.end_text, "Tf": _S.choose_font,
    "Tz": _text("stretch", 0.01), "Tc": _text("spacing"), "Tw": _text("word_spacing"), "Ts": _text("rise"),
    "TL": _text("leading"), "Tr": _S.rendering, "Td": _S.text_move, "TD": _S.text_move_leading, "Tm": _S.text_matrix,
    "T*": _S.next_line, "Tj": _S.show, "TJ": _S.show_array, "'": _S.show_next, '"': _S.show_spaced,
    "d1": _S.uncolour, "BMC": _S.begin_marked, "BDC": _S.begin_marked, "EMC": _S.end_marked,
}  # fmt: skip
"""What each operator does that does anything here."""


# -- geometry


def multiplied(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def bounds_of(points: Sequence[tuple[float, float]], matrix: Matrix) -> Bounds:
    """The rectangle around ``points``, turned by ``matrix``."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def common(one: Bounds, other: Bounds) -> Bounds | None:
    """What two rectangles share; None where that is nothing."""
    x0, y0, x1, y1 = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return (x0, y0, x1, y1) if x1 >= x0 and y1 >= y0 else None


def scale(matrix: Matrix) -> float:
    """How thick a line becomes that is 1 thick, in the direction in which it gets thinnest."""
    a, b, c, d, *_ = matrix
    across, down = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
    area = abs(a * d - b * c)
    return min(across, down, area / max(across, down)) if max(across, down) > 0 else 0.0


def _height(matrix: Matrix) -> float:
    """How tall something becomes that is 1 tall and stands upright."""
    a, b, c, d, *_ = matrix
    across = (a * a + b * b) ** 0.5
    return abs(a * d - b * c) / across if across else (c * c + d * d) ** 0.5


def _corners(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float]]:
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def _upright(matrix: Matrix) -> bool:
    a, b, c, d, *_ = matrix
    return (abs(b) < 1e-6 and abs(c) < 1e-6) or (abs(a) < 1e-6 and abs(d) < 1e-6)


def _is_rectangle(points: Sequence[tuple[float, float]], pieces: Sequence[str]) -> bool:
    """Whether a path is one rectangle along the axes."""
    if list(pieces) in (["re"], ["re", "h"]):
        return True
    if [piece for piece in pieces if piece != "h"] not in (["m", "l", "l", "l"], ["m", "l", "l", "l", "l"]):
        return False
    corners = {(round(x, 3), round(y, 3)) for x, y in points}
    return len(corners) == 4 and len({x for x, _ in corners}) == len({y for _, y in corners}) == 2


def _matrix(opened: Opened, thing: Any) -> Matrix:
    values = [opened.number(value) for value in opened.array(thing)]
    return _six(values) if len(values) == 6 else IDENTITY


def _six(values: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _true(thing: Any) -> bool:
    """Whether ``thing`` is the constant true."""
    return bool(getattr(thing, "value", thing)) if thing is not None else False


def place(page: OpenPage, bounds: Bounds) -> Rect:
    """``bounds`` in points from the trim's top left, y down."""
    return page.place(*bounds)

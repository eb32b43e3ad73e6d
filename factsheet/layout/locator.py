"""A map that shows where countries lie, with a mark and the name of a place."""

from collections.abc import Iterator
from dataclasses import dataclass

from factsheet.document import Area, Frame, Path, Placed, Tag
from factsheet.engine import Engine
from factsheet.layout.atlas import GAP, TINY, Colours, View, circle, drawn, view_of
from factsheet.layout.box import UNLIMITED, Box, Fit, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.projection import Point
from factsheet.text.styles import Grid
from factsheet.units import EPSILON, Pt, Size

_LONGEST = 0.62
"""The longest name that stands on the map, in shares of its width."""

_ABOVE = 0.3
"""The share of its free height that a map has above it."""

_INDENT, _BESIDE, _PLATE, _EDGE = 12.0, 6.5, 2.5, 2.0
"""Around a name: before it when it stands below the map, from its mark, in its plate, and from the edge of the map."""


@dataclass(frozen=True, slots=True, eq=False)
class Locator:
    """A map as wide as the room, with the name of the marked place on it, or below it where that is too long.

    Attributes:
        codes: The alpha-2 codes of the countries.
        mark: The longitude and the latitude of a place in them.
        name: What the place is called, and how wide that is in one line.
        colours: The inks.
        hairline: The thickness of borders.
        grid: The grid of the page.
        tag: Its logical node, with what it shows in words.
        engine: Where maps are kept that were drawn before.
        rough: Whether only its height is asked for.
    """

    codes: tuple[str, ...]
    mark: Point | None
    name: tuple[Box, Pt] | None
    colours: Colours
    hairline: Pt
    grid: Grid
    tag: Tag
    engine: Engine
    rough: bool = False

    def fit(self, room: Size) -> Fit:
        """All of it, or nothing."""
        view = self._view(room.width)
        items: list[Placed] = []
        height = view.height + GAP * self.grid.leading
        top = _ABOVE * GAP * self.grid.leading
        if self.name and self.name[1] > _LONGEST * room.width:
            below, indent = self.name[0].fit(Size(room.width - _INDENT, UNLIMITED)).frame, _INDENT
            assert below is not None
            sign = Frame(room.width, 0.0, tuple(self._sign(_INDENT * 0.4, self.grid.leading / 2)), LAYOUT)
            items += [(0.0, height, sign), (indent, height, below)]
            height += below.height
        elif self.name:
            x, y, name = self._label(view, *self.name)
            items.append((x, y + top, name))
        if height > room.height + EPSILON:
            return Fit(None, self)
        if self.rough:
            return Fit(Frame(room.width, height))
        figure = Frame(room.width, view.height, (*self._map(view), *self._marks(view, items, top)), self.tag, clip=True)
        return Fit(framed(room.width, height, [(0.0, top, figure), *items]))

    def _view(self, width: Pt) -> View:
        key = ("view", self.codes, self.mark, width, self.grid.leading)
        return self.engine.once(key, lambda: view_of(self.codes, self.mark, width, self.grid))

    def _map(self, view: View) -> tuple[Placed, ...]:
        key = ("map", self.codes, view, self.colours, self.hairline)
        return self.engine.once(key, lambda: tuple(drawn(view, self.codes, self.colours, self.hairline)))

    def _label(self, view: View, box: Box, width: Pt) -> tuple[Pt, Pt, Frame]:
        """The name beside its mark: where there is room for it, to the right before to the left."""
        assert self.mark is not None
        ((x, y),) = view.place([self.mark])
        frame = box.fit(Size(width + 1.0, UNLIMITED)).frame
        assert frame is not None
        left = x + _BESIDE if x + _BESIDE + width + _PLATE < view.width - _EDGE else x - _BESIDE - width
        top = y - frame.height / 2
        if left < _EDGE + _PLATE:
            left = min(max(x - width / 2, _EDGE + _PLATE), view.width - _EDGE - _PLATE - width)
            top = y + _BESIDE if y + _BESIDE + frame.height < view.height - _EDGE else y - _BESIDE - frame.height
        return left, min(max(top, _EDGE), view.height - frame.height - _EDGE), frame

    def _marks(self, view: View, items: list[Placed], top: Pt) -> Iterator[Placed]:
        """The plate under a name on the map; the mark; the ring around what is too small to be seen."""
        for x, y, frame in items:
            if y < view.height and isinstance(frame, Frame) and frame.height:
                plate = Area(frame.width - 1.0 + 2 * _PLATE, frame.height - _EDGE, self.colours.water)
                yield x - _PLATE, y - top + _EDGE / 2, plate
        if self.mark is not None:
            ((x, y),) = view.place([self.mark])
            yield from self._sign(x, y)
        elif view.tiny:
            radius = max(view.tiny * 0.8, TINY * 0.65)
            yield view.width / 2, view.height / 2, Path(circle(radius), self.colours.mark, 1.2)

    def _sign(self, x: Pt, y: Pt) -> Iterator[Placed]:
        """The mark of a place: a dot in a ring."""
        yield x, y, Path(circle(3.6), fill=self.colours.water)
        yield x, y, Path(circle(3.2), self.colours.mark, 0.8)
        yield x, y, Path(circle(1.7), fill=self.colours.mark)

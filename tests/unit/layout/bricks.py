"""A box for tests: rows of ten points, each with the name of a letter."""

from dataclasses import dataclass

from factsheet.design.inks import Ink
from factsheet.document import Area, Frame, Tag, walk
from factsheet.layout.box import Fit
from factsheet.layout.plot import Label
from factsheet.units import EPSILON, Pt, Size

ROW: Pt = 10.0


def ink(name: str = "black") -> Ink:
    return Ink(name, (0, 0, 0, 1), (0, 0, 0))


@dataclass(frozen=True, slots=True, eq=False)
class Bricks:
    """A row for each letter of ``names``; it is divided between any two of them unless it is ``whole``."""

    names: str
    whole: bool = False
    notes: tuple[str, ...] = ()
    tag: Tag | None = None

    def fit(self, room: Size) -> Fit:
        count = min(int((room.height + EPSILON) // ROW), len(self.names))
        if count < len(self.names) and (self.whole or count <= 0):
            return Fit(None, self)
        rows = tuple((0.0, n * ROW, Area(room.width, ROW, ink(name))) for n, name in enumerate(self.names[:count]))
        rest = Bricks(self.names[count:], self.whole, (), self.tag) if count < len(self.names) else None
        return Fit(Frame(room.width, count * ROW, rows, self.tag, notes=self.notes), rest)


def rows(frame: Frame | None) -> list[tuple[str, Pt, Pt]]:
    """The name, x and y of each row in ``frame``."""
    if frame is None:
        return []
    return [(item.ink.name, x, y) for x, y, item, _ in walk(frame) if isinstance(item, Area)]


def names(frame: Frame | None) -> str:
    """The names of the rows in ``frame``, in order."""
    return "".join(name for name, _, _ in rows(frame))


def label(name: str, wish: Pt = 20.0, least: Pt = 10.0, *, high: int = 1) -> Label:
    """A label of a chart, ``high`` rows high."""
    return Label(Bricks(name * high, whole=True, tag=Tag("TD")), wish, least)


def drawn(frame: Frame) -> list[tuple[Pt, Pt, Pt, Pt]]:
    """The x, y, width and height of each rectangle in ``frame``."""
    return [(x, y, item.width, item.height) for x, y, item, _ in walk(frame) if isinstance(item, Area)]

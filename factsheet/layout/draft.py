"""A story poured onto pages in one way, and how good that is."""

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factsheet.design.theme import Theme
from factsheet.document import Document, Frame, Page, Region
from factsheet.layout.box import framed
from factsheet.layout.fill import Notes, column, tall
from factsheet.layout.furniture import Furniture
from factsheet.layout.geometry import Geometry
from factsheet.layout.sheet import columns
from factsheet.layout.stack import Stack
from factsheet.layout.story import Story
from factsheet.units import EPSILON, Pt, Rect, Size

_MOST_PAGES = 400
_UNDER_MASTHEAD = 1.9
"""Grid lines between the masthead and the columns."""

_OVER_BAND = 1.2
"""Grid lines between the columns and the closing band."""

_MUCH = 0.1
"""The badness of a last page from which on more of the story is moved to it."""

_LOOSEST = 2
"""Grid lines that may be added over each heading of a short story."""


@dataclass(slots=True, eq=False)
class Leaf:
    """One page: frames with their places, and the heights used.

    Attributes:
        top: Where its columns begin.
        bottom: Where they end at most.
        frames: What was set, each with its region's name and place.
        main: The height of the main story on it.
        side: The height of the sidebar on it.
        beside: Whether it has a sidebar.
        notes: The footnotes that no page before it has.
        closing: Whether the closing band stands on it.
        uneven: The lines by which balanced columns differ.
        ends: Whether the main story ends on it.
        cut: Whether the author begins a new page after it.
    """

    top: Pt
    bottom: Pt
    beside: bool
    notes: Notes
    frames: list[tuple[str, Rect, Frame]] = field(default_factory=list)
    main: Pt = 0.0
    side: Pt = 0.0
    closing: bool = False
    uneven: int = 0
    ends: bool = False
    cut: bool = False

    @property
    def room(self) -> Pt:
        """The height of its columns."""
        return self.bottom - self.top

    @property
    def slack(self) -> Pt:
        """The height left free below everything on it."""
        return self.room - max(self.main, self.side)

    def lower(self, by: Pt) -> None:
        """Move everything down by ``by``."""
        self.top += by
        self.frames = [(name, replace(rect, y=rect.y + by), frame) for name, rect, frame in self.frames]


class Draft:
    """A story on pages."""

    def __init__(self, story: Story, theme: Theme, step: int, stop: int = 0) -> None:
        """Pour ``story``, composed for the ``step`` of the fit; ``stop`` cells of it at most onto the first page."""
        self.story, self.theme, self.step = story, theme, step
        self.grid = story.styles.grid
        self.geometry = Geometry(story.width, story.height, theme, self.grid.leading)
        self.furniture = Furniture(story, theme, self.geometry)
        self.masthead = self.furniture.head.least
        self.notes = Notes(story.notes, story.styles.ink(theme.roles.line), self.grid)
        self.facts_alone = not story.main.cells and bool(story.sidebar.cells)
        if self.facts_alone:
            self.notes = self._beside(self.notes)
        self.leaves: list[Leaf] = []
        self.lost_side: Stack | None = None
        self.stuck: Stack | None = None
        self.side = story.sidebar
        self.endless = False
        self.stop = stop
        self.early_heading = 0
        self.sections: tuple[int, ...] = ()
        self._first: tuple[Stack | None, Stack | None, bool, bool] = (None, None, True, True)
        self._pour(stop)
        self._use_room()

    # -- pouring

    def _pour(self, stop: int) -> None:
        story = self.story
        rest, *others = _parts(story.main)
        side: Stack | None = story.sidebar if story.sidebar.cells else None
        if rest is None:
            rest, side = side, None
        held: Stack | None = None
        if stop and rest is not None:
            rest, held = Stack(rest.cells[:stop]), Stack(rest.cells[stop:])
        number = 0
        while not number or rest is not None or side is not None or held is not None or others:
            number += 1
            last = held is None and not others
            leaf, main_rest, side_rest = self._leaf(number, rest, side, last=last)
            if number == 1:
                self._first = (rest, side, main_rest is None, side_rest is None)
            if number == 1 and rest is not None and main_rest is not None:
                self.early_heading = _section_begun(rest, main_rest)
                self.sections = _sections(rest, main_rest)
            if number > 1 and not leaf.frames and held is None:
                self.stuck = rest or side
                return
            leaf.ends = rest is not None and main_rest is None and last
            leaf.cut = main_rest is None and held is None and bool(others)
            self.leaves.append(leaf)
            rest, side = main_rest, side_rest
            if held is not None:
                rest, held = (held if rest is None else Stack((*rest.cells, *held.cells))), None
            elif rest is None and others:
                rest = others.pop(0)
            if side is not None and number >= self.theme.sidebar.pages:
                self.lost_side, side = side, None
            if number >= _MOST_PAGES:
                self.endless = rest is not None
                return

    def _leaf(
        self, number: int, rest: Stack | None, side: Stack | None, *, last: bool
    ) -> tuple[Leaf, Stack | None, Stack | None]:
        """One page, with the closing band under it where that makes it the last; and what is left over."""
        band = self.furniture.band_height if last else 0.0
        over_band = self.geometry.height - band - _OVER_BAND * self.grid.leading
        likely = bool(band) and (rest is None or self._may_end(number, rest, beside=side is not None))
        if not likely:
            filled = self._set(number, rest, side, self.geometry.foot)
            if not band or filled[1] is not None or filled[2] is not None:
                return filled
        with_band = self._set(number, rest, side, over_band)
        if with_band[1] is None and with_band[2] is None:
            with_band[0].closing = True
            return with_band
        if likely:
            filled = self._set(number, rest, side, self.geometry.foot)
        return with_band if filled[1] is None and filled[2] is None else filled

    def _may_end(self, number: int, rest: Stack, *, beside: bool) -> bool:
        """Whether ``rest`` could go onto page ``number`` at all."""
        g = self.geometry
        room = g.height - (self.masthead if number == 1 else g.next_top)
        count, width = (1, g.main[1]) if beside else (g.columns, g.column_width)
        return tall(rest, width, count * room + self.grid.leading) <= count * room

    def _set(
        self, number: int, rest: Stack | None, side: Stack | None, foot: Pt
    ) -> tuple[Leaf, Stack | None, Stack | None]:
        """The columns of one page down to ``foot``, and what is left over of the story and of the sidebar."""
        g, grid = self.geometry, self.grid
        top = self.masthead + _UNDER_MASTHEAD * grid.leading if number == 1 else g.next_top
        notes = self.notes.without(frame for leaf in self.leaves[: number - 1] for _, _, frame in leaf.frames)
        leaf = Leaf(top, top + max(grid.down(foot - top), 0.0), side is not None, notes)
        if side is None:
            if rest is None:
                return leaf, None, None
            sheet = columns(rest, Size(g.text_width, leaf.room), g.gutter, g.columns, notes)
            leaf.frames = [("main", Rect(g.left + x, top + y, f.width, f.height), f) for x, y, f in sheet.frames]
            leaf.main, leaf.uneven = sheet.height, sheet.uneven if sheet.rest is None else 0
            return leaf, sheet.rest, None
        main_rest = rest
        if rest is not None:
            x, width = g.main
            fit = column(rest, Size(width, leaf.room), notes)
            if fit.frame is not None:
                leaf.frames.append(("main", Rect(x, top, width, fit.frame.height), fit.frame))
                leaf.main, main_rest = fit.height, _stack(fit.rest)
        set_ = [frame for _, _, frame in leaf.frames]
        side_rest = self._place_side(leaf, side, leaf.notes.without(set_))
        return leaf, main_rest, side_rest

    def _place_side(self, leaf: Leaf, side: Stack, notes: Notes) -> Stack | None:
        """Set ``side`` into the sidebar of ``leaf``; what is left over."""
        x, width = self.geometry.side
        notes = self._beside(notes)
        fit = column(side, Size(width, leaf.room), notes)
        if side is self.story.sidebar:
            self.side = side
            if fit.rest is not None:
                tight = self.story.tight_sidebar()
                closer = column(tight, Size(width, leaf.room), notes)
                if closer.rest is None:
                    self.side, fit = tight, closer
        if fit.frame is None:
            return side
        leaf.frames.append(("sidebar", Rect(x, leaf.top, width, fit.frame.height), fit.frame))
        leaf.side = fit.height
        return _stack(fit.rest)

    def _beside(self, notes: Notes) -> Notes:
        """``notes`` in the styles of the sidebar."""
        line = self.story.styles.ink(self.theme.sidebar.roles.line)
        return Notes({label: self.story.side_notes[label] for label in notes.boxes}, line, notes.grid)

    # -- using the room that is left

    def _use_room(self) -> None:
        """Let the masthead, the spaces over headings and those between facts take what page one leaves free."""
        if not self.leaves:
            return
        first = self.leaves[0]
        if not first.frames:
            self.masthead = self.furniture.poster(first.closing)
            return
        most = self.furniture.head.most(alone=len(self.leaves) == 1)
        by = self.grid.down(max(min(first.slack, most - self.masthead), 0.0))
        self.masthead += by
        self.leaves[0] = first = self._lowered(first, by)
        story = self.story
        if first.beside and first.ends and len(self.leaves) == 1:
            self._loosen(first, "main", story.main, _LOOSEST)
        if first.beside and self.lost_side is None and len([leaf for leaf in self.leaves if leaf.beside]) == 1:
            self._loosen(first, "sidebar", self.side, 1)

    def _lowered(self, first: Leaf, by: Pt) -> Leaf:
        """Page one with its columns lower by ``by``; footnotes stay at its foot."""
        if by > EPSILON and any(frame.notes for _, _, frame in first.frames):
            foot = first.bottom + EPSILON
            again, main_rest, side_rest = self._set(1, self._first[0], self._first[1], foot)
            if (main_rest is None, side_rest is None) == self._first[2:]:
                again.closing, again.ends = first.closing, first.ends
                return again
        first.lower(by)
        return first

    def _loosen(self, leaf: Leaf, name: str, stack: Stack, most: int) -> None:
        """Add grid lines between the facts, or over the headings, of ``stack`` as long as all of it still fits."""
        joints = [n for n, cell in enumerate(stack.cells) if n and (name == "sidebar" or (cell.keep and cell.wide))]
        free = round((leaf.room - (leaf.side if name == "sidebar" else leaf.main)) / self.grid.leading - 0.4)
        extra = min(free // len(joints), most) if joints else 0
        if extra <= 0:
            return
        wider = [
            replace(cell, gap=cell.gap + extra * self.grid.leading) if n in joints else cell
            for n, cell in enumerate(stack.cells)
        ]
        old = next((rect for kind, rect, _ in leaf.frames if kind == name), None)
        if old is None:
            return
        before = [frame for kind, _, frame in leaf.frames if kind != name and name == "sidebar"]
        notes = leaf.notes.without(before)
        notes = self._beside(notes) if name == "sidebar" else notes
        fit = column(Stack(tuple(wider)), Size(old.width, leaf.bottom - old.y), notes)
        if fit.frame is None or fit.rest is not None:
            return
        new = (name, replace(old, height=fit.frame.height), fit.frame)
        leaf.frames = [new if kind == name else (kind, rect, frame) for kind, rect, frame in leaf.frames]
        height = old.y - leaf.top + fit.height
        if name == "sidebar":
            leaf.side = height
        else:
            leaf.main = height

    # -- judging

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.leaves)

    def lines_over(self, contract: int) -> int:
        """How many lines of a column must go so that the story ends on page ``contract``, closing band included."""
        lost = self.leaves[contract:]
        lines = sum(frame.height for leaf in lost for name, _, frame in leaf.frames if name == "main")
        lines += max((leaf.side for leaf in lost), default=0.0)
        if self.furniture.band_height and self.leaves[contract - 1 :]:
            leaf, g = self.leaves[contract - 1], self.geometry
            room = self.grid.down(g.height - self.furniture.band_height - _OVER_BAND * self.grid.leading - leaf.top)
            count = 1 if leaf.beside else g.columns
            lines += max(leaf.main - room, 0.0) * count
        return max(math.ceil(lines / self.grid.leading - 0.1), 1)

    @property
    def unfilled(self) -> bool:
        """Whether the last of two pages has much room, which more of the story would fill."""
        return self.pages == 2 and bool(self.sections) and _looks(self.leaves[-1], last=True) > _MUCH

    @property
    def side_pages(self) -> int:
        """The number of pages with a sidebar."""
        return sum(leaf.beside for leaf in self.leaves)

    @property
    def complete(self) -> bool:
        """Whether everything has its place."""
        return self.lost_side is None and self.stuck is None and not self.endless

    @property
    def broken(self) -> bool:
        """Whether a rule is broken that another step might keep."""
        return not self.complete or bool(self.story.contract and self.pages > self.story.contract)

    @property
    def badness(self) -> float:
        """How far from good the pages are: 0 is perfect, and 0.1 is what a careful eye would notice."""
        contract = self.story.contract
        cost = 0.0 if self.complete else 1000.0
        if contract and self.pages > contract:
            return cost + 100.0 + sum(leaf.main + leaf.side for leaf in self.leaves[contract:]) / self.grid.leading
        if contract:
            cost += 5.0 * (contract - self.pages)
        else:
            cost += page_cost(self.pages)
        away = self.step - self.theme.usual
        cost += (0.07 if self.pages == 1 else 0.11) * -away if away < 0 else 0.1 * away
        if self.side_pages > 1:
            end = [leaf for leaf in self.leaves if leaf.beside][-1]
            cost += 1.2 * (self.side_pages - 1) + 5.0 * max(0.2 - end.side / max(end.room, 1.0), 0.0)
        cost += 0.3 if self.early_heading else 0.0
        first, *others = self.leaves
        cost += _looks(first, last=False, beside=self.pages == 1)
        if others:
            cost += _looks(others[-1], last=True) * min(2 / len(others), 1.0)
            between = [_looks(leaf, last=False) for leaf in others[:-1]]
            cost += sum(between) / max(len(between), 1)
        return cost

    # -- the document

    def document(self) -> Document:
        """The pages as plain data."""
        story = self.story
        return Document(
            width=story.width,
            height=story.height,
            bleed=self.geometry.bleed,
            grid=self.grid.leading,
            pages=tuple(self._page(number, leaf) for number, leaf in enumerate(self.leaves, 1)),
            roots=story.roots.in_order(facts_first=self._facts_first),
            title=story.plain_title,
            language=story.language,
            author=story.author,
        )

    @property
    def _facts_first(self) -> bool:
        """Whether the sidebar is read out before the main story."""
        return self.theme.sidebar.read == "first"

    def _page(self, number: int, leaf: Leaf) -> Page:
        furniture, roots = self.furniture, self.story.roots
        regions: list[Region] = []
        if self.facts_alone:
            top = self.masthead - 1.0 if number == 1 else leaf.top - 1.5 * self.grid.leading
            regions += furniture.ground_of_facts(top, closing=leaf.closing)
        if leaf.beside:
            top = self.masthead - 1.0 if number == 1 else -self.geometry.bleed
            regions += furniture.panel(top, closing=leaf.closing)
        if number == 1:
            regions += furniture.head.regions(self.masthead)
        else:
            regions.append(furniture.running_head(beside=leaf.beside))
        parts = [("main", roots.main), ("sidebar", roots.sidebar)]
        for name, root in reversed(parts) if self._facts_first else parts:
            regions += [
                Region(name, rect, framed(rect.width, rect.height, ((0.0, 0.0, frame),), root))
                for kind, rect, frame in leaf.frames
                if kind == name
            ]
        if leaf.closing:
            regions += furniture.band(number, self.pages)
        else:
            regions += furniture.footer(number, self.pages, beside=leaf.beside)
        return Page(tuple(regions))


def _stack(box: object) -> Stack | None:
    assert box is None or isinstance(box, Stack)
    return box


def _parts(main: Stack) -> list[Stack | None]:
    """The story cut where the author begins a new page; [None] where it is empty."""
    starts = [0, *(n for n, cell in enumerate(main.cells) if n and cell.opens), len(main.cells)]
    return [Stack(main.cells[a:b], main.tag) for a, b in pairwise(starts) if a < b] or [None]


def _section_begun(before: Stack, rest: Stack) -> int:
    """The number of the cell that starts the section which the page break divides; 0 where it divides none."""
    if rest.cells[0].keep and rest.cells[0].wide is not None:
        return 0
    consumed = len(before.cells) - len(rest.cells)
    cells = before.cells[: consumed + 1]
    at = max((n for n, cell in enumerate(cells) if n and cell.keep and cell.wide is not None), default=0)
    while at and cells[at - 1].keep:  # a heading over this heading goes with it
        at -= 1
    return at


def _sections(before: Stack, rest: Stack) -> tuple[int, ...]:
    """The numbers of the cells on page one that start sections, the first left out."""
    cells = before.cells[: len(before.cells) - len(rest.cells) + 1]
    starts = [n for n, cell in enumerate(cells) if n and cell.keep and cell.wide is not None]
    return tuple(n for n in starts if not cells[n - 1].keep)


def _looks(leaf: Leaf, *, last: bool, beside: bool = True) -> float:
    """The badness of one page: what is empty on it, and columns that differ; ``beside``: its sidebar fills it, too."""
    cost = 0.15 * max(leaf.uneven - 1, 0)
    if leaf.frames:
        used = max(leaf.main, leaf.side) if beside and not leaf.cut else leaf.main
        free = (leaf.room - used) / max(leaf.room, 1.0)
        ends = last or leaf.cut
        cost += 1.0 * max(free - 0.12, 0.0) + 1.0 * max(free - 0.4, 0.0) if ends else 3.0 * max(free - 0.08, 0.0)
    return cost


def page_cost(pages: int) -> float:
    """The badness of so many pages, where none are agreed: a second is worth avoiding, a tenth is like a ninth."""
    return 0.0 if pages <= 1 else 0.45 if pages == 2 else 0.65 + 0.1 * min(pages - 3, 3)


def better(one: Draft, other: Draft) -> Draft:
    """The better of two drafts."""
    return other if other.badness < one.badness - EPSILON else one

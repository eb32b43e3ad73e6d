"""The story onto pages: masthead, main column and sidebar first, then balanced columns; and the choice of the fit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from factsheet.design.theme import Step, Theme
from factsheet.document import Area, Document, Frame, Page, Placed, Region, Tag, Words, walk
from factsheet.findings import Finding, LayoutError, Where
from factsheet.layout import art
from factsheet.layout.box import UNLIMITED, framed
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.fill import Notes, column, columns, tall, used
from factsheet.layout.stack import Stack
from factsheet.layout.story import Story
from factsheet.text.markup import Span
from factsheet.text.paragraph import START, Paragraph, Type
from factsheet.units import EPSILON, Pt, Rect, Size, mm, to_mm

BACKGROUND = Tag("Artifact", kind="Background")
HEADER = Tag("Artifact", kind="Header")
FOOTER = Tag("Artifact", kind="Footer")

Sketch = Callable[[Step, bool], Story]
"""A factsheet composed for a step of the fit; where the second argument is true, its lines are only estimated."""


def lay_out(sketch: Sketch, theme: Theme) -> tuple[Document, list[Finding]]:
    """The pages, in the step of the theme's fit that fills them best; and what is worth knowing about them.

    Raises:
        LayoutError: the content does not go onto the pages agreed, or a piece of it onto no page.
    """
    best = _choose(sketch, theme)
    best.refuse()
    return best.document(), best.findings()


def _choose(sketch: Sketch, theme: Theme) -> "_Draft":
    """The best draft: estimates lead to a step of the fit, and real lines confirm it or lead on to a neighbour."""
    estimates: dict[int, _Draft] = {}
    drafts: dict[int, _Draft] = {}

    def estimate(n: int) -> float:
        if n not in estimates:
            estimates[n] = _pour(sketch(theme.fit[n], True), theme, n)
        return estimates[n].badness

    def draft(n: int) -> float:
        if n not in drafts:
            drafts[n] = _pour(sketch(theme.fit[n], False), theme, n)
        return drafts[n].badness

    def descend(start: int, badness: Callable[[int], float]) -> int:
        best = start
        for direction in (-1, 1):
            n = best + direction
            while 0 <= n < len(theme.fit) and badness(n) < badness(best) - EPSILON:
                best, n = n, n + direction
            if best != start:
                break
        return best

    guess = theme.usual if estimate(theme.usual) <= _GOOD else descend(theme.usual, estimate)
    if estimates[guess].bad:
        guess = min(range(len(theme.fit)), key=estimate)
    if draft(guess) > estimate(guess) + _SURPRISE:
        guess = descend(guess, draft)
    return drafts[guess]


_GOOD = 0.05
"""The badness of pages that nothing needs to be tried for."""

_SURPRISE = 0.1
"""How much worse than its estimate a draft may be before its neighbours are tried."""


@dataclass(slots=True, eq=False)
class _Leaf:
    """One page while it is being filled: frames with their places, and the heights used."""

    frames: list[tuple[str, Rect, Frame]]
    top: Pt
    bottom: Pt
    main: Pt
    side: Pt
    has_side: bool
    closing: bool
    uneven: int = 0

    @property
    def slack(self) -> Pt:
        """The height left free at the foot by everything on it."""
        return self.bottom - self.top - max(self.main, self.side)

    @property
    def main_slack(self) -> Pt:
        """The height left free at the foot of the main story."""
        return self.bottom - self.top - self.main


class _Geometry:
    """Where the regions of the pages are."""

    def __init__(self, story: Story, theme: Theme) -> None:
        self.width, self.height = story.width, story.height
        margin = theme.page.margin_mm
        self.left, self.right = mm(margin.left), story.width - mm(margin.right)
        self.foot = story.height - mm(margin.bottom)
        self.head = mm(margin.top)
        self.gutter = mm(theme.page.gutter_mm)
        self.bleed = mm(theme.page.bleed_mm)
        side = theme.sidebar
        panel = mm(side.width_mm)
        self.panel = Rect(story.width - panel if side.side == "right" else 0.0, 0.0, panel, story.height)
        inner = mm(side.padding_mm)
        side_width = panel - inner - mm(side.margin_mm)
        side_x = self.panel.x + (inner if side.side == "right" else mm(side.margin_mm))
        self.side = (side_x, side_width)
        if side.side == "right":
            self.main = (self.left, self.panel.x - mm(side.gutter_mm) - self.left)
        else:
            x = panel + mm(side.gutter_mm)
            self.main = (x, self.right - x)
        grid = story.styles.grid
        self.running_head = self.head + 12.0
        self.next_top = self.running_head + 1.6 * grid.leading


def _masthead(story: Story, theme: Theme, geometry: _Geometry) -> tuple[Frame, Pt]:
    """The words of the masthead, bottom aligned as one block, and the least height it needs."""
    look = theme.masthead
    measure = (geometry.right - geometry.left) * look.title_share
    title = None
    for box in story.titles:
        title = box.fit(Size(measure, UNLIMITED)).frame
        if title is None:
            continue
        lines = {round(y, 2) for _, y, item in title.items if isinstance(item, Words)}
        if len(lines) <= look.title_lines and not _too_wide(title, measure):
            break
    assert title is not None
    label = story.label.fit(Size(measure, UNLIMITED)).frame
    items: list[Placed] = [
        (0.0, 0.0, Frame(34.0, 4.0, ((0.0, 0.0, Area(34.0, 4.0, story.styles.ink(look.accent))),), LAYOUT))
    ]
    y = 13.0
    if label is not None and label.items:
        items.append((0.0, y, label))
        y += label.height + 13.0
    items.append((0.0, y, title))
    y += title.height
    if story.subtitle is not None:
        subtitle = story.subtitle.fit(Size(measure, UNLIMITED)).frame
        if subtitle is not None:
            items.append((0.0, y + 8.0, subtitle))
            y += 8.0 + subtitle.height
    frame = Frame(measure, y, tuple(items), story.roots.masthead)
    return frame, max(mm(look.height_mm.least), y + geometry.head + 28.0)


def _too_wide(frame: Frame, width: Pt) -> bool:
    return any(x + item.width > width + EPSILON for x, _, item, _ in walk(frame) if isinstance(item, Words))


def _pour(story: Story, theme: Theme, step: int) -> "_Draft":
    """The story on pages; of two ways, one with a section moved to page two, the better."""
    draft = _Draft(story, theme, step)
    draft.pour(story.main)
    early = draft.early_heading
    if early:
        other = _Draft(story, theme, step)
        other.pour(story.main, early)
        if other.badness < draft.badness - EPSILON:
            return other
    return draft


class _Draft:
    """A story poured onto pages in one way, and how good that is."""

    def __init__(self, story: Story, theme: Theme, step: int) -> None:
        self.story, self.theme, self.step = story, theme, step
        self.geometry = _Geometry(story, theme)
        self.grid = story.styles.grid
        self.notes = Notes(story.notes, story.styles.ink(theme.rules.ink), self.grid)
        self.leaves: list[_Leaf] = []
        self.masthead, self.masthead_height = _masthead(story, theme, self.geometry)
        self.lost_main: Stack | None = None
        self.lost_side: Stack | None = None
        self.stuck: Stack | None = None
        self.early_heading = 0
        self.split_section = False
        self.side_pages = 0

    # -- pouring

    def pour(self, main: Stack, stop: int = 0) -> None:
        """Fill pages with the story until nothing is left; ``stop`` cells of it at most on the first page."""
        story = self.story
        rest: Stack | None = main if main.cells else None
        side: Stack | None = story.sidebar if story.sidebar.cells else None
        if rest is None and side is not None and self.main_only_sidebar:
            rest, side = side, None
        held: Stack | None = None
        if stop and rest is not None:
            held = Stack(rest.cells[stop:], rest.tag)
            rest = Stack(rest.cells[:stop], rest.tag)
        number = 1
        while number == 1 or rest is not None or side is not None or held is not None:
            leaf, main_rest, side_rest = self._leaf(number, rest, side, last_allowed=held is None)
            if number == 1 and main_rest is not None and rest is not None:
                self._note_split(rest, main_rest)
            if number > 1 and main_rest is rest and side_rest is side and not leaf.frames and held is None:
                self.stuck = rest or side
                return
            self.leaves.append(leaf)
            rest, side = main_rest, side_rest
            if rest is None and held is not None:
                rest, held = held, None
            elif held is not None and rest is not None:
                rest, held = Stack((*rest.cells, *held.cells), rest.tag), None
            number += 1
            if side is not None and number > self.theme.sidebar.pages:
                self.lost_side, side = side, None
            if len(self.leaves) > _MOST_PAGES:
                self.lost_main = rest
                return
        self.side_pages = sum(leaf.has_side for leaf in self.leaves)
        self._grow()

    @property
    def main_only_sidebar(self) -> bool:
        """Whether there are facts but no story: they are set in the columns of the page."""
        return True

    def _note_split(self, before: Stack, rest: Stack) -> None:
        """Remember the last section that starts on page one and goes on, as a place to break before it."""
        consumed = len(before.cells) - len(rest.cells)
        headings = [
            n for n in range(1, consumed + 1) if n < len(before.cells) and before.cells[n].keep and before.cells[n].wide
        ]
        if rest.cells and rest.cells[0].keep and rest.cells[0].wide:
            return
        if headings:
            self.early_heading = headings[-1]
            self.split_section = True

    def _leaf(
        self, number: int, rest: Stack | None, side: Stack | None, *, last_allowed: bool
    ) -> tuple[_Leaf, Stack | None, Stack | None]:
        """One page: with the closing band under it where that makes it the last."""
        closing = self._closing_height()
        if last_allowed and closing and rest is not None and not self._may_end(number, rest, side is not None):
            last_allowed = False
        if last_allowed:
            leaf, main_rest, side_rest = self._set(number, rest, side, closing, number > 1 or rest is not None)
            if main_rest is None and side_rest is None:
                leaf.closing = bool(closing)
                return leaf, None, None
            if not closing:
                return leaf, main_rest, side_rest
            band = leaf, main_rest, side_rest
        leaf, main_rest, side_rest = self._set(number, rest, side, 0.0, True)
        if last_allowed and main_rest is None and side_rest is None:
            return band
        return leaf, main_rest, side_rest

    def _may_end(self, number: int, rest: Stack, beside: bool) -> bool:
        """Whether ``rest`` could go onto page ``number`` at all."""
        g = self.geometry
        top = self.masthead_height if number == 1 else g.next_top
        if beside:
            return tall(rest, g.main[1]) <= g.height - top
        count = self.theme.page.columns
        return tall(rest, (g.right - g.left - g.gutter) / count) <= count * (g.height - top)

    def _set(
        self, number: int, rest: Stack | None, side: Stack | None, closing: Pt, _: bool
    ) -> tuple[_Leaf, Stack | None, Stack | None]:
        """The columns of one page, over a closing band of the height ``closing``."""
        g, grid = self.geometry, self.grid
        top = self.masthead_height + _UNDER_MASTHEAD * grid.leading if number == 1 else g.next_top
        foot = g.height - closing - 1.2 * grid.leading if closing else g.foot
        height = grid.down(foot - top)
        leaf = _Leaf([], top, top + height, 0.0, 0.0, side is not None, False)
        if side is None:
            if rest is None:
                return leaf, None, None
            sheet = columns(rest, Size(g.right - g.left, height), g.gutter, self.theme.page.columns, self.notes)
            leaf.frames = [("main", Rect(g.left + x, top + y, f.width, f.height), f) for x, y, f in sheet.frames]
            leaf.main, leaf.uneven = sheet.height, sheet.uneven if sheet.rest is None else 0
            return leaf, sheet.rest, None
        main_rest = rest
        lead = 0.0
        if rest is not None:
            x, width = g.main
            fit = column(rest, Size(width, height), self.notes)
            if fit.frame is not None:
                leaf.frames.append(("main", Rect(x, top, width, fit.frame.height), fit.frame))
                leaf.main = fit.frame.height
                main_rest = fit.rest  # type: ignore[assignment]
            if number == 1 and rest.cells[0].keep:
                lead = grid.leading
        x, width = g.side
        fit = column(side, Size(width, height - lead), self.notes)
        if fit.frame is not None:
            leaf.frames.append(("sidebar", Rect(x, top + lead, width, fit.frame.height), fit.frame))
            leaf.side = fit.frame.height + lead
            return leaf, main_rest, fit.rest  # type: ignore[return-value]
        return leaf, main_rest, side

    def _closing_height(self) -> Pt:
        """The height of the closing band, 0 where there is none."""
        if self.story.closing is None:
            return 0.0
        frame = self.story.closing.fit(Size(self._band_measure(), UNLIMITED)).frame
        return max(mm(self.theme.band.height_mm), used(frame) + 44.0)

    def _band_measure(self) -> Pt:
        return (self.geometry.right - self.geometry.left) * 0.8

    def _grow(self) -> None:
        """Let the masthead take what the first page leaves free, up to the theme's most."""
        first = self.leaves[0]
        if not first.frames:
            closing = self._closing_height() if first.closing else 0.0
            self.masthead_height = (
                self.geometry.height - closing if closing or not self.story.address else self.geometry.foot
            )
            return
        most = max(mm(self.theme.masthead.height_mm.most) - self.masthead_height, 0.0)
        by = self.grid.down(min(first.slack, most))
        self.masthead_height += by
        first.top += by
        first.frames = [(name, replace(rect, y=rect.y + by), frame) for name, rect, frame in first.frames]

    # -- judging

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.leaves)

    @property
    def complete(self) -> bool:
        """Whether everything has its place."""
        return self.lost_main is None and self.lost_side is None and self.stuck is None

    @property
    def bad(self) -> bool:
        """Whether a rule is broken that another step might keep."""
        contract = self.story.contract
        return not self.complete or bool(contract and self.pages > contract)

    @property
    def badness(self) -> float:
        """How far from good the pages are."""
        story, theme = self.story, self.theme
        cost = 0.0 if self.complete else 1000.0
        if story.contract:
            cost += 100.0 * max(self.pages - story.contract, 0) + 5.0 * max(story.contract - self.pages, 0)
        else:
            cost += 0.45 * (self.pages - 1)
        away = self.step - theme.usual
        cost += 0.07 * -away if away < 0 else 0.12 * away
        cost += 1.2 * max(self.side_pages - 1, 0)
        if self.split_section and not story.contract == 1:
            cost += 0.3
        for number, leaf in enumerate(self.leaves, 1):
            room = max(leaf.bottom - leaf.top, 1.0)
            empty = (leaf.main_slack if number == 1 else leaf.slack) / room if leaf.frames else 0.0
            cost += 3.0 * max(empty - 0.08, 0.0)
            cost += 0.15 * max(leaf.uneven - 1, 0)
        return cost

    # -- findings

    def refuse(self) -> None:
        """Raise what makes these pages impossible."""
        findings: list[Finding] = []
        if self.stuck is not None:
            findings.append(self._stuck())
        if self.lost_side is not None:
            findings.append(self._side_too_long())
        contract = self.story.contract
        if self.stuck is None and contract and self.pages > contract:
            findings.append(self._too_long())
        if findings:
            raise LayoutError(findings)

    def findings(self) -> list[Finding]:
        """What is worth knowing about pages that are possible."""
        found: list[Finding] = []
        contract = self.story.contract
        if contract and self.pages < contract:
            found.append(
                Finding(
                    "pages",
                    f"{self.pages} of {contract} pages are filled",
                    "warning",
                    self.story.where,
                    "lower pages:, or add text",
                )
            )
        if self.step != self.theme.usual:
            scale = self.theme.fit[self.step].scale / self.theme.fit[self.theme.usual].scale
            found.append(
                Finding(
                    "fit",
                    f"the type was set at {scale:.0%} of its usual size to fill the pages well",
                    "note",
                    self.story.where,
                )
            )
        for number, leaf in enumerate(self.leaves, 1):
            if leaf.uneven > 1:
                found.append(
                    Finding(
                        "balance",
                        f"the columns of page {number} differ by {leaf.uneven} lines, since no rule of"
                        " good setting allows a better place to part them",
                        "note",
                        self.story.where,
                    )
                )
        if self.side_pages > 1:
            found.append(
                Finding(
                    "sidebar",
                    "the sidebar is longer than page 1 and goes on on page 2",
                    "warning",
                    _first_where(self.story.sidebar),
                    "shorten it, or move a block to the main column",
                )
            )
        return found

    def _stuck(self) -> Finding:
        assert self.stuck is not None
        cell = self.stuck.cells[0]
        width = self.geometry.main[1]
        frame = cell.box.fit(Size(width, UNLIMITED)).frame
        room = self.geometry.foot - self.geometry.next_top
        height = used(frame)
        return Finding(
            "overflow",
            f"this block is {to_mm(height):.0f} mm high, but a page has room for {to_mm(room):.0f} mm",
            where=_where_of(frame),
            hint="divide it into several blocks, or shorten it",
        )

    def _side_too_long(self) -> Finding:
        assert self.lost_side is not None
        frame = self.lost_side.fit(Size(self.geometry.side[1], UNLIMITED)).frame
        words = _count_words(frame)
        return Finding(
            "overflow",
            f"the sidebar is {to_mm(used(frame)):.1f} mm too long: from here on it has no room",
            where=_where_of(frame),
            hint=f"shorten the sidebar by about {words} words, or move a block to the main column",
        )

    def _too_long(self) -> Finding:
        contract = self.story.contract
        lost = [frame for leaf in self.leaves[contract:] for name, _, frame in leaf.frames]
        lines = sum(len({round(y, 1) for _, y, item, _ in walk(f) if isinstance(item, Words)}) for f in lost)
        words = sum(_count_words(frame) for frame in lost)
        begins = _where_of(lost[0]) if lost else self.story.where
        plural = "pages" if contract > 1 else "page"
        return Finding(
            "pages",
            f"the text is {lines} lines too long for {contract} {plural}: page {contract + 1} would begin at line {begins.line}",
            where=begins,
            hint=f"cut about {words} words, or allow more pages with pages: {self.pages}",
        )

    # -- the document

    def document(self) -> Document:
        """The pages as plain data."""
        story = self.story
        pages = tuple(self._page(number, leaf) for number, leaf in enumerate(self.leaves, 1))
        return Document(
            width=story.width,
            height=story.height,
            bleed=self.geometry.bleed,
            grid=self.grid.leading,
            pages=pages,
            roots=story.roots.in_order(),
            title=story.plain_title,
            language=story.language,
            author=story.author,
        )

    def _page(self, number: int, leaf: _Leaf) -> Page:
        g, story, theme = self.geometry, self.story, self.theme
        regions: list[Region] = []
        if leaf.has_side:
            regions.append(self._panel(number, leaf))
        if number == 1:
            regions += self._head()
        elif story.running_label or story.plain_title:
            regions.append(self._running(number))
        for name in ("main", "sidebar"):
            regions += [
                Region(name, rect, replace(frame, tag=story.roots.main if name == "main" else story.roots.sidebar))
                if frame.tag is None
                else Region(
                    name,
                    rect,
                    framed(
                        rect.width,
                        rect.height,
                        ((0.0, 0.0, frame),),
                        story.roots.main if name == "main" else story.roots.sidebar,
                    ),
                )
                for kind, rect, frame in leaf.frames
                if kind == name
            ]
        if leaf.closing:
            regions += self._band(number)
        else:
            regions += self._footer(number, leaf)
        return Page(tuple(regions))

    def _panel(self, number: int, leaf: _Leaf) -> Region:
        g = self.geometry
        top = self.masthead_height - 1 if number == 1 else -g.bleed
        bottom = g.height - self._closing_height() + 1 if leaf.closing else g.height + g.bleed
        left = g.panel.x - (g.bleed if g.panel.x == 0 else 0)
        rect = Rect(left, top, g.panel.width + g.bleed, bottom - top)
        area = Area(rect.width, rect.height, self.story.styles.ink(self.theme.sidebar.ground))
        return Region("ground", rect, Frame(rect.width, rect.height, ((0.0, 0.0, area),), BACKGROUND))

    def _head(self) -> list[Region]:
        g, styles, look = self.geometry, self.story.styles, self.theme.masthead
        height = self.masthead_height
        full = height >= g.height - EPSILON
        width, tall = g.width + 2 * g.bleed, height + g.bleed + (g.bleed if full else 0)
        ground = art.globe(
            width,
            tall,
            ground=styles.ink(look.ground),
            disc=styles.ink(look.second),
            lines=styles.ink(look.lines),
            points=styles.ink(look.points),
        )
        frame = self.masthead
        return [
            Region("ground", Rect(-g.bleed, -g.bleed, width, tall), replace(ground, tag=BACKGROUND)),
            Region("masthead", Rect(g.left, height - 28.0 - frame.height, frame.width, frame.height), frame),
        ]

    def _running(self, number: int) -> Region:
        g, styles, story = self.geometry, self.story.styles, self.story
        width = g.right - g.left
        label, text = styles.type("running-label"), styles.type("running")
        items: list[Placed] = []
        room = width
        if story.running_label:
            words = _line(story.running_label, label)
            items.append((0.0, 9.0, words))
            room -= words.width + 24
        title = _line(story.plain_title, text)
        if title.width <= room:
            items.append((width - title.width, 9.0, title))
        items.append((0.0, 16.0, Area(width, self.theme.rules.thickness, styles.ink(self.theme.rules.ink))))
        return Region("header", Rect(g.left, g.head - 6, width, 17.0), Frame(width, 17.0, tuple(items), HEADER))

    def _footer(self, number: int, leaf: _Leaf) -> list[Region]:
        g, styles, story = self.geometry, self.story.styles, self.story
        x, width = g.main if leaf.has_side else (g.left, g.right - g.left)
        kind = styles.type("running")
        items: list[Placed] = []
        if story.address:
            address = _line(story.address, kind)
            if address.width <= width - 40:
                items.append((0.0, 14.0, address))
        if self.pages > 1:
            folio = _line(f"{number} / {self.pages}", kind)
            items.append((width - folio.width, 14.0, folio))
        if not items or not leaf.frames:
            return []
        items.insert(0, (0.0, 0.0, Area(width, self.theme.rules.thickness, styles.ink(self.theme.rules.ink))))
        return [Region("footer", Rect(x, g.foot + 9.0, width, 18.0), Frame(width, 18.0, tuple(items), FOOTER))]

    def _band(self, number: int) -> list[Region]:
        g, styles, story = self.geometry, self.story.styles, self.story
        height = self._closing_height()
        assert story.closing is not None
        content = story.closing.fit(Size(self._band_measure(), UNLIMITED)).frame
        assert content is not None
        top = g.height - height
        rect = Rect(-g.bleed, top, g.width + 2 * g.bleed, height + g.bleed)
        ground = Area(rect.width, rect.height, styles.ink(self.theme.band.ground))
        regions = [Region("ground", rect, Frame(rect.width, rect.height, ((0.0, 0.0, ground),), BACKGROUND))]
        y = top + (height - content.height) / 2 - 3
        regions.append(
            Region(
                "closing",
                Rect(g.left, y, content.width, content.height),
                Frame(content.width, content.height, ((0.0, 0.0, content),), story.roots.closing),
            )
        )
        if self.pages > 1:
            kind = styles.type("band-folio")
            folio = _line(f"{number} / {self.pages}", kind)
            frame = Frame(folio.width, 12.0, ((0.0, 9.0, folio),), FOOTER)
            regions.append(
                Region("footer", Rect(g.right - folio.width, y + content.height - 14.0, folio.width, 12.0), frame)
            )
        return regions


_MOST_PAGES = 400
_UNDER_MASTHEAD = 1.9
"""Grid lines between the masthead and the columns."""


def _line(text: str, style: Type) -> Words:
    """``text`` on one line, for the items that run on every page."""
    paragraph = Paragraph([Span(text)], style)
    line = paragraph.lines(UNLIMITED)[-1]
    return paragraph.set(replace(line, start=START), style, UNLIMITED)[0][1]


def _where_of(frame: Frame | None) -> Where:
    """The place of the first text in ``frame`` that the author wrote."""
    if frame is not None:
        for _, _, _, path in walk(frame):
            for tag in path:
                if tag.where.line:
                    return tag.where
    return Where("")


def _first_where(stack: Stack) -> Where:
    return _where_of(stack.fit(Size(200.0, UNLIMITED)).frame)


def _count_words(frame: Frame | None) -> int:
    if frame is None:
        return 0
    return sum(len(item.text.split()) for _, _, item, path in walk(frame) if isinstance(item, Words))

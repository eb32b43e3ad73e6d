"""The head of the first page: its ground, a drawing or the cover picture, and label, title and subtitle."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factsheet.design.theme import Theme
from factsheet.document import Area, Frame, Picture, Placed, Region, Tag, Words, walk
from factsheet.layout import art
from factsheet.layout.box import UNLIMITED
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.geometry import Geometry
from factsheet.layout.story import Cover, Story
from factsheet.layout.text import TextBox
from factsheet.units import EPSILON, Pt, Rect, Size, mm

BACKGROUND = Tag("Artifact", kind="Background")

_POSTER = 0.42
"""The share of the page from which a masthead is a poster, with a larger title."""

_LARGE: Pt = 18.0
"""The size below which a title has more lines rather than smaller ones."""

_SMALL: Pt = 20.0
"""The size below which a title is made larger where the masthead has room."""

_ROOMY: Pt = 40.0
"""The free room from which a masthead may have a larger title than it needs."""

_UNDER_LABEL: Pt = 13.0
_UNDER_TITLE: Pt = 8.0
_UNDER_SUBTITLE: Pt = 12.0
_LEAST_COVER = 0.9
"""The least height of a cover picture to fit the pages, in shares of its usual one."""

_BESIDE: Pt = 18.0
"""Between the words and a cover picture beside them."""

_PANEL: Pt = 20.0
"""What the panel of a title over a picture leaves free above its words and at their right."""


class Masthead:
    """The masthead of one story.

    Attributes:
        words: Its words, as one block.
        least: The least height it may have.
    """

    def __init__(self, story: Story, theme: Theme, geometry: Geometry) -> None:
        """The words are set at once, since the height depends on them."""
        self.story, self.theme, self.geometry = story, theme, geometry
        look = theme.masthead
        self._measure = self._narrowed(geometry.text_width * look.title_share)
        most = story.styles.step.title or max(look.title_sizes)
        titles = [box for box in story.titles if box.style.size <= most] or story.titles[-1:]
        self.words = self._set(titles, self._measure)
        least = self.words.height + geometry.head + look.under + self._cover_height
        self.least = max(mm(look.height_mm.least), least)
        self._most = max(mm(look.height_mm.most), least)

    def most(self, *, alone: bool) -> Pt:
        """The greatest height; where the factsheet has one page, it may be a poster."""
        return max(self._most, self.theme.masthead.alone * self.geometry.height if alone else 0.0)

    @property
    def _cover_height(self) -> Pt:
        """What the cover picture adds to the height of the words."""
        cover = self.theme.masthead.cover
        if self.story.cover is None or cover.place == "right":
            return 0.0
        pictures = max(self.story.styles.step.pictures, _LEAST_COVER)
        extra = self.theme.masthead.under if cover.place == "below" else _PANEL - self.geometry.head
        return mm(cover.height_mm) * pictures + extra

    def _narrowed(self, measure: Pt) -> Pt:
        """``measure``, or what a cover picture beside the words leaves of it."""
        cover, g = self.theme.masthead.cover, self.geometry
        if self.story.cover is None or cover.place != "right":
            return measure
        return min(measure, cover.share * g.width - g.left - _BESIDE)

    # -- the words

    def _set(self, titles: Sequence[TextBox], measure: Pt) -> Frame:
        """Label, title and subtitle as one block, the title as large as its lines allow."""
        story, look = self.story, self.theme.masthead
        items: list[Placed] = []
        y = width = 0.0
        if look.bar is not None:
            width, height = mm(look.bar.width_mm) or self.geometry.text_width, mm(look.bar.height_mm)
            bar = Frame(width, height, ((0.0, 0.0, Area(width, height, story.styles.ink(look.accent))),), LAYOUT)
            items.append((0.0, 0.0, bar))
            y = height + look.bar.gap
        label = story.label.fit(Size(measure, UNLIMITED)).frame
        if label is not None:
            items.append((0.0, y, label))
            y += label.height + _UNDER_LABEL
        title = self._title(titles, measure)
        items.append((0.0, y, title))
        y += title.height
        for box, gap in ((story.subtitle, _UNDER_TITLE), (story.cover and story.cover.credit, _UNDER_SUBTITLE)):
            frame = box.fit(Size(measure, UNLIMITED)).frame if box else None
            if frame is not None:
                items.append((0.0, y + gap, frame))
                y += gap + frame.height
        return Frame(max(measure, width), y, tuple(items), story.roots.masthead)

    def _title(self, titles: Sequence[TextBox], measure: Pt) -> Frame:
        """The title at the size at which lines, size and shape are best; it gets small only where it must."""
        largest = max(box.style.size for box in titles)
        best: tuple[float, Frame] | None = None
        for box in titles:
            if best is not None and best[0] < _MANY and box.style.size < _LARGE:
                break
            frame = box.fit(Size(measure, UNLIMITED)).frame or Frame(measure, 0.0)
            cost = _cost(frame, self.theme.masthead.title_lines) + _SMALLER * (1 - box.style.size / largest)
            cost += _FORCED if box.forced(measure) else 0.0
            if best is None or cost < best[0]:
                best = (cost, frame)
        assert best is not None
        return best[1]

    def _words_for(self, height: Pt) -> Frame:
        """The words of a masthead of ``height``: larger ones where it is a poster, or tall enough for them."""
        g, look = self.geometry, self.theme.masthead
        room = height - g.head - look.under - self._cover_height
        if height > _POSTER * g.height:
            words = self._set(self.story.posters, self._narrowed(g.text_width * look.poster_share))
            if words.height <= room:
                return words
        size = max(item.size for _, _, item, _ in walk(self.words) if isinstance(item, Words))
        if room - self.words.height > _ROOMY and size < _SMALL:
            for n, box in enumerate(self.story.titles):
                frame = box.fit(Size(self._measure, UNLIMITED)).frame
                if frame is not None and not box.forced(self._measure) and _lines(frame) <= look.title_lines + 1:
                    words = self._set(self.story.titles[n : n + 1], self._measure)
                    return words if words.height <= room else self.words
        return self.words

    # -- the regions

    def regions(self, height: Pt) -> list[Region]:
        """The masthead of ``height`` over the bleed, its words at its foot."""
        g, look = self.geometry, self.theme.masthead
        words = self._words_for(height)
        below = self._cover_height if look.cover.place == "below" else 0.0
        rect = Rect(g.left, height - look.under - below - words.height, words.width, words.height)
        found = [*self._ground(height, rect, words), *self._cover(height, rect), Region("masthead", rect, words)]
        if look.foot is not None and height < g.height - EPSILON:  # a page of nothing else has no foot to rule
            line = Area(g.text_width, self.theme.hairline, self.story.styles.ink(look.foot))
            place = Rect(g.left, height - line.height, line.width, line.height)
            found.append(Region("ground", place, Frame(line.width, line.height, ((0.0, 0.0, line),), BACKGROUND)))
        return found

    def _ground(self, height: Pt, place: Rect, words: Frame) -> list[Region]:
        """The ground with its drawing, over the bleed."""
        g, styles, look = self.geometry, self.story.styles, self.theme.masthead
        if look.ground is None:
            return []
        width = g.width + 2 * g.bleed
        tall = height + g.bleed + (g.bleed if height >= g.height - EPSILON else 0.0)
        ground = styles.ink(look.ground)
        if look.art == "none" or (self.story.cover is not None and look.cover.place != "below"):
            frame = Frame(width, tall, ((0.0, 0.0, Area(width, tall, ground)),))
        else:
            inks = (styles.ink(look.second), styles.ink(look.lines), styles.ink(look.points))
            if look.art == "globe":
                x, y = place.x + g.bleed, place.y + g.bleed
                shift = art.aside(width, tall, _ends(words, x, y))
                frame = art.globe(width, tall, ground, *inks, round(shift, 1))
            else:
                frame = art.tiles(width, tall, ground, *inks)
        return [Region("ground", Rect(-g.bleed, -g.bleed, width, tall), replace(frame, tag=BACKGROUND))]

    def _cover(self, height: Pt, words: Rect) -> list[Region]:
        """The cover picture; and the panel on which the words stand, where it lies behind them."""
        cover, g, look = self.story.cover, self.geometry, self.theme.masthead
        if cover is None:
            return []
        ends = height >= g.height - EPSILON
        if look.cover.place == "right":
            left = look.cover.share * g.width
            return [self._picture(cover, Rect(left, -g.bleed, g.width + g.bleed - left, height + g.bleed * (1 + ends)))]
        if look.cover.place == "below":
            top = words.bottom + look.under
            return [self._picture(cover, Rect(g.left, top, g.text_width, height - top))]
        picture = Rect(-g.bleed, -g.bleed, g.width + 2 * g.bleed, height + g.bleed * (1 + ends))
        top = words.y - _PANEL
        panel = Area(
            words.right + _PANEL + g.bleed, picture.bottom - top, self.story.styles.ink(look.ground or "black")
        )
        frame = Frame(panel.width, panel.height, ((0.0, 0.0, panel),), BACKGROUND)
        return [self._picture(cover, picture), Region("ground", Rect(-g.bleed, top, panel.width, panel.height), frame)]

    def _picture(self, cover: Cover, rect: Rect) -> Region:
        """The part of the cover picture that fills ``rect``, about its focus."""
        picture = Picture(cover.bitmap, rect.width, rect.height, cover.crop(rect.width, rect.height))
        inner = Frame(rect.width, rect.height, ((0.0, 0.0, picture),), cover.tag)
        tag = BACKGROUND if cover.tag.role == "Artifact" else self.story.roots.masthead
        return Region("cover", rect, Frame(rect.width, rect.height, ((0.0, 0.0, inner),), tag))


def _ends(words: Frame, x: Pt, y: Pt) -> Iterator[tuple[Pt, Pt, Pt]]:
    """The top, the foot and the right end of each line of ``words``, which stand at ``x`` and ``y``."""
    for left, base, item, _ in walk(words):
        if isinstance(item, Words):
            yield y + base - item.size, y + base + 0.3 * item.size, x + left + item.width


def _lines(frame: Frame) -> int:
    return len({y for _, y, item in frame.items if isinstance(item, Words)})


_LINE, _MORE_LINES, _SMALLER, _SHORT = 0.1, 0.3, 1.0, 1.0
"""What a title costs: each line, those beyond the number wished, a smaller size, a short line."""

_MANY, _FORCED = 10.0, 1000.0
"""What makes it small: each line beyond two more than wished, and a word torn."""

_HALF = 0.55
"""The least width of a line but the last, in shares of the longest."""


def _cost(frame: Frame, most: int) -> float:
    """How far the lines of a title are from good: few of them, none of them short but the last."""
    ends: dict[Pt, Pt] = {}
    for x, y, item in frame.items:
        if isinstance(item, Words):
            ends[y] = max(ends.get(y, 0.0), x + item.width)
    widths = list(ends.values())
    cost = _LINE * len(widths) + _MORE_LINES * max(len(widths) - most, 0) + _MANY * max(len(widths) - most - 2, 0)
    return cost + _SHORT * sum(max(_HALF - width / max(widths), 0.0) for width in widths[:-1])

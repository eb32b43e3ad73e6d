"""What stands around the columns: masthead, the sidebar's ground, running head, footer and closing band."""

from collections.abc import Sequence
from dataclasses import replace

from factsheet.design.theme import Theme
from factsheet.document import Area, Frame, Placed, Region, Tag, Words, walk
from factsheet.layout import art
from factsheet.layout.box import UNLIMITED
from factsheet.layout.drawn import LAYOUT
from factsheet.layout.fill import used
from factsheet.layout.geometry import BAND_SHARE, Geometry
from factsheet.layout.story import Story
from factsheet.layout.text import TextBox
from factsheet.text.markup import Span
from factsheet.text.paragraph import Paragraph, Type
from factsheet.units import EPSILON, Pt, Rect, Size, mm

BACKGROUND = Tag("Artifact", kind="Background")
HEADER = Tag("Artifact", kind="Header")
FOOTER = Tag("Artifact", kind="Footer")

_UNDER_TITLE: Pt = 28.0
"""Between the last line of the masthead and its foot."""

_POSTER = 0.42
"""The share of the page from which a masthead is a poster, with a larger title."""

_LARGE: Pt = 18.0
"""The size below which a title has more lines rather than smaller ones."""

_SMALL: Pt = 22.0
"""The size below which a title is made larger where the masthead has room."""

_ROOMY: Pt = 40.0
"""The free room from which a masthead may have a larger title than it needs."""

_BAND_PADDING: Pt = 46.0
"""Above and below the content of the closing band, together."""

_RULE_TO_TEXT: Pt = 5.0
"""Between the rule of the footer and its first line."""


class Furniture:
    """The fixed parts of the pages of one story."""

    def __init__(self, story: Story, theme: Theme, geometry: Geometry) -> None:
        """The furniture of ``story``; the masthead's words are set at once, since its height depends on them."""
        self.story, self.theme, self.geometry = story, theme, geometry
        look = theme.masthead
        self._title_measure = geometry.text_width * look.title_share
        most = story.styles.step.title or max(look.title_sizes)
        titles = [box for box in story.titles if box.style.size <= most] or story.titles[-1:]
        self.words = self._masthead_words(titles, self._title_measure)
        least = self.words.height + geometry.head + _UNDER_TITLE
        self.masthead_least = max(mm(look.height_mm.least), least)
        self._most = max(mm(look.height_mm.most), least)
        self._closing = (
            story.closing.fit(Size(geometry.text_width * BAND_SHARE, UNLIMITED)).frame if story.closing else None
        )
        self.band_height = max(mm(theme.band.height_mm), used(self._closing) + _BAND_PADDING) if self._closing else 0.0

    def masthead_most(self, *, alone: bool) -> Pt:
        """The greatest height of the masthead; where the factsheet has one page, it may be a poster."""
        return max(self._most, self.theme.masthead.alone * self.geometry.height if alone else 0.0)

    def _masthead_words(self, titles: Sequence[TextBox], measure: Pt) -> Frame:
        """Label, title and subtitle as one block, the title as large as its lines allow."""
        story, look = self.story, self.theme.masthead
        title = self._title(titles, measure)
        label = story.label.fit(Size(measure, UNLIMITED)).frame
        accent = Frame(34.0, 4.0, ((0.0, 0.0, Area(34.0, 4.0, story.styles.ink(look.accent))),), LAYOUT)
        items: list[Placed] = [(0.0, 0.0, accent)]
        y = 13.0
        if label is not None:
            items.append((0.0, y, label))
            y += label.height + 13.0
        items.append((0.0, y, title))
        y += title.height
        subtitle = story.subtitle.fit(Size(measure, UNLIMITED)).frame if story.subtitle else None
        if subtitle is not None:
            items.append((0.0, y + 8.0, subtitle))
            y += 8.0 + subtitle.height
        return Frame(measure, y, tuple(items), story.roots.masthead)

    def _title(self, titles: Sequence[TextBox], measure: Pt) -> Frame:
        """The title at the largest size at which it has few lines; a long one gets more lines before it gets small."""
        most = self.theme.masthead.title_lines
        tried: list[tuple[Pt, int, bool, Frame]] = []
        for box in titles:
            frame = box.fit(Size(measure, UNLIMITED)).frame or Frame(measure, 0.0)
            lines, forced = _lines(frame), box.forced(measure)
            if lines <= most and not forced:
                tried.append((box.style.size, lines, forced, frame))
                break
            tried.append((box.style.size, lines, forced, frame))
        for smallest, longest, by_force in ((_LARGE, most, False), (_LARGE, most + 2, False), (0.0, most + 2, False),
                                            (0.0, most + 2, True)):  # fmt: skip
            for size, lines, forced, frame in tried:
                if size >= smallest and lines <= longest and (by_force or not forced):
                    return frame
        return tried[-1][3]

    def poster(self, closing: bool) -> Pt:
        """The height of a masthead that has the page to itself."""
        if closing:
            return self.geometry.height - self.band_height
        return self.geometry.foot if self.story.colophon or self.story.address else self.geometry.height

    def masthead(self, height: Pt) -> list[Region]:
        """The masthead of ``height`` over the bleed, its words at its foot."""
        g, styles, look = self.geometry, self.story.styles, self.theme.masthead
        tall = height + g.bleed + (g.bleed if height >= g.height - EPSILON else 0.0)
        ground = art.globe(
            g.width + 2 * g.bleed,
            tall,
            ground=styles.ink(look.ground),
            disc=styles.ink(look.second),
            lines=styles.ink(look.lines),
            points=styles.ink(look.points),
        )
        words = self._words_for(height)
        return [
            Region("ground", Rect(-g.bleed, -g.bleed, ground.width, tall), replace(ground, tag=BACKGROUND)),
            Region("masthead", Rect(g.left, height - _UNDER_TITLE - words.height, words.width, words.height), words),
        ]

    def _words_for(self, height: Pt) -> Frame:
        """The words of a masthead of ``height``: larger ones where it is a poster, or tall enough for them."""
        g, look = self.geometry, self.theme.masthead
        room = height - g.head - _UNDER_TITLE
        if height > _POSTER * g.height:
            words = self._masthead_words(self.story.posters, g.text_width * look.poster_share)
            if words.height <= room:
                return words
        size = max(item.size for _, _, item, _ in walk(self.words) if isinstance(item, Words))
        if room - self.words.height > _ROOMY and size < _SMALL:
            for n, box in enumerate(self.story.titles):
                frame = box.fit(Size(self._title_measure, UNLIMITED)).frame
                if frame is not None and not box.forced(self._title_measure) and _lines(frame) <= look.title_lines + 1:
                    words = self._masthead_words(self.story.titles[n : n + 1], self._title_measure)
                    return words if words.height <= room else self.words
        return self.words

    def panel(self, top: Pt, *, closing: bool) -> Region:
        """The sidebar's ground from ``top`` to the foot of the page, or to the closing band."""
        g = self.geometry
        bottom = g.height - self.band_height + 1.0 if closing else g.height + g.bleed
        left = -g.bleed if g.panel.x == 0 else g.panel.x
        rect = Rect(left, top, g.panel.width + g.bleed, bottom - top)
        return _ground(rect, Area(rect.width, rect.height, self.story.styles.ink(self.theme.sidebar.ground)))

    def running_head(self, *, beside: bool) -> Region:
        """The label and the title over a rule; what is too long for that is left out."""
        g, story = self.geometry, self.story
        left, width = g.main if beside else (g.left, g.text_width)
        styles = story.styles
        items: list[Placed] = []
        room = width
        if story.running_label:
            label = one_line(story.running_label, styles.type("running-label"))
            if label.width <= room:
                items.append((0.0, 9.0, label))
                room -= label.width + 24.0
        title = one_line(story.plain_title, styles.type("running"))
        if title.width <= room:
            items.append((width - title.width, 9.0, title))
        items.append((0.0, 16.0, self._rule(width)))
        return Region("header", Rect(left, g.head - 6.0, width, 17.0), Frame(width, 17.0, tuple(items), HEADER))

    def footer(self, number: int, pages: int, *, beside: bool) -> list[Region]:
        """The foot of page ``number``: the address and the page number; on the last page, what the colophon says."""
        g, story = self.geometry, self.story
        x, width = g.main if beside else (g.left, g.text_width)
        kind = story.styles.type("running")
        top = g.foot + 9.0
        folio = one_line(f"{number} / {pages}", kind) if pages > 1 else None
        room = width - (folio.width + 20.0 if folio is not None else 0.0)
        items: list[Placed] = []
        regions: list[Region] = []
        if number == pages and story.colophon is not None:
            said = story.colophon.fit(Size(room, UNLIMITED)).frame
            assert said is not None
            rect = Rect(x, top + _RULE_TO_TEXT, said.width, said.height)
            frame = Frame(said.width, said.height, ((0.0, 0.0, said),), story.roots.closing)
            regions.append(Region("closing", rect, frame))
        elif story.address:
            address = one_line(story.address, kind)
            if address.width <= room:
                items.append((0.0, _RULE_TO_TEXT + 9.0, address))
        if folio is not None:
            items.append((width - folio.width, _RULE_TO_TEXT + 9.0, folio))
        if not items and not regions:
            return []
        items.insert(0, (0.0, 0.0, self._rule(width)))
        return [*regions, Region("footer", Rect(x, top, width, 18.0), Frame(width, 18.0, tuple(items), FOOTER))]

    def band(self, number: int, pages: int) -> list[Region]:
        """The closing band over the foot of the last page."""
        g, story = self.geometry, self.story
        content = self._closing
        assert content is not None
        top = g.height - self.band_height
        rect = Rect(-g.bleed, top, g.width + 2 * g.bleed, self.band_height + g.bleed)
        ground = _ground(rect, Area(rect.width, rect.height, story.styles.ink(self.theme.band.ground)))
        y = top + (self.band_height - content.height) / 2 - 2.0
        frame = Frame(content.width, content.height, ((0.0, 0.0, content),), story.roots.closing)
        regions = [ground, Region("closing", Rect(g.left, y, content.width, content.height), frame)]
        if pages > 1:
            folio = one_line(f"{number} / {pages}", story.styles.type("band-folio"))
            baseline = max((dy for _, dy, item, _ in walk(content) if isinstance(item, Words)), default=content.height)
            rect = Rect(g.right - folio.width, y + baseline - 9.0, folio.width, 12.0)
            regions.append(Region("footer", rect, Frame(folio.width, 12.0, ((0.0, 9.0, folio),), FOOTER)))
        return regions

    def _rule(self, width: Pt) -> Area:
        return Area(width, self.theme.hairline, self.story.styles.ink(self.theme.roles.line))


def _lines(frame: Frame) -> int:
    return len({y for _, y, item in frame.items if isinstance(item, Words)})


def one_line(text: str, style: Type) -> Words:
    """``text`` on one line, for the items that run on every page."""
    paragraph = Paragraph([Span(text)], replace(style, balanced=False))
    line = paragraph.lines(UNLIMITED)[0]
    return paragraph.set(line, style, UNLIMITED)[0][1]


def _ground(rect: Rect, area: Area) -> Region:
    return Region("ground", rect, Frame(rect.width, rect.height, ((0.0, 0.0, area),), BACKGROUND))

"""What stands around the columns: masthead, the sidebar's ground, running head, footer and closing band."""

from dataclasses import replace

from factsheet.design.inks import WHITE, contrast
from factsheet.design.theme import Theme
from factsheet.document import Area, Frame, Placed, Region, Tag, Words, walk
from factsheet.layout.box import UNLIMITED
from factsheet.layout.fill import used
from factsheet.layout.geometry import BAND_SHARE, Geometry
from factsheet.layout.masthead import BACKGROUND, Masthead
from factsheet.layout.story import Story
from factsheet.text.markup import Span
from factsheet.text.paragraph import Paragraph, Type
from factsheet.units import Pt, Rect, Size, mm

HEADER = Tag("Artifact", kind="Header")
FOOTER = Tag("Artifact", kind="Footer")

_LEGIBLE = 4.5
"""The least contrast of text (WCAG 2.1, 1.4.3)."""

_RULE_TO_TEXT: Pt = 5.0
"""Between the rule of the footer and its first line."""


class Furniture:
    """The fixed parts of the pages of one story.

    Attributes:
        head: The masthead.
        band_height: The height of the closing band; 0: there is none.
    """

    def __init__(self, story: Story, theme: Theme, geometry: Geometry) -> None:
        """The furniture of ``story``."""
        self.story, self.theme, self.geometry = story, theme, geometry
        self.head = Masthead(story, theme, geometry)
        self._closing = (
            story.closing.fit(Size(geometry.text_width * BAND_SHARE, UNLIMITED)).frame if story.closing else None
        )
        content = used(self._closing) + theme.band.padding
        self.band_height = max(mm(theme.band.height_mm), content) if self._closing else 0.0

    def poster(self, closing: bool) -> Pt:
        """The height of a masthead that has the page to itself."""
        if closing:
            return self.geometry.height - self.band_height
        return self.geometry.foot if self.story.colophon or self.story.address else self.geometry.height

    def panel(self, top: Pt, *, closing: bool) -> list[Region]:
        """The sidebar's ground, if it has one, from ``top`` to the foot of the page, or to the closing band."""
        g, ground = self.geometry, self.theme.sidebar.ground
        if ground is None:
            return []
        bottom = g.height - self.band_height + 1.0 if closing else g.height + g.bleed
        left = -g.bleed if g.panel.x == 0 else g.panel.x
        rect = Rect(left, top, g.panel.width + g.bleed, bottom - top)
        return [_ground(rect, Area(rect.width, rect.height, self.story.styles.ink(ground)))]

    def ground_of_facts(self, top: Pt, *, closing: bool) -> list[Region]:
        """Where facts have the columns to themselves and can't be read on paper: their ground, over the whole width."""
        g, name = self.geometry, self.theme.sidebar.ground
        ink = self.story.styles.type("side").ink
        if name is None or contrast(ink, WHITE) >= _LEGIBLE:
            return []
        bottom = g.height - self.band_height + 1.0 if closing else g.foot + 4.0
        rect = Rect(-g.bleed, top, g.width + 2 * g.bleed, bottom - top)
        return [_ground(rect, Area(rect.width, rect.height, self.story.styles.ink(name)))]

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
            first = min((dy for _, dy, item, _ in walk(said) if isinstance(item, Words)), default=9.0)
            rect = Rect(x, top + _RULE_TO_TEXT + 9.0 - first, said.width, said.height)
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
        if self.theme.band.ground is None:
            rect = Rect(g.left, top, g.text_width, self.theme.hairline)
            ground = _ground(rect, self._rule(g.text_width))
        else:
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


def one_line(text: str, style: Type) -> Words:
    """``text`` on one line, for the items that run on every page."""
    paragraph = Paragraph([Span(text)], replace(style, balanced=False))
    line = paragraph.lines(UNLIMITED)[0]
    return paragraph.set(line, style, UNLIMITED)[0][1]


def _ground(rect: Rect, area: Area) -> Region:
    return Region("ground", rect, Frame(rect.width, rect.height, ((0.0, 0.0, area),), BACKGROUND))

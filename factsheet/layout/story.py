"""What is to be laid out, before it has places: the regions' boxes and the words that run on every page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factsheet.design.bitmap import Bitmap
from factsheet.document import Tag
from factsheet.findings import Where
from factsheet.layout.box import Box
from factsheet.layout.geometry import crop
from factsheet.layout.stack import Stack
from factsheet.layout.text import TextBox
from factsheet.text.styles import Styles
from factsheet.units import Pt


@dataclass(frozen=True, slots=True, eq=False)
class Roots:
    """The top nodes of the logical tree, in reading order."""

    masthead: Tag
    main: Tag
    sidebar: Tag
    closing: Tag

    def in_order(self, *, facts_first: bool = False) -> tuple[Tag, ...]:
        """All of them; the sidebar before the main story where the facts come first."""
        body = (self.sidebar, self.main) if facts_first else (self.main, self.sidebar)
        return (self.masthead, *body, self.closing)


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """The picture of the masthead.

    Attributes:
        bitmap: The file.
        tag: Its figure, or an artefact where it is decorative.
        focus: The point that is never cut away, in shares of its width and height.
        credit: Who made it, if that is said.
    """

    bitmap: Bitmap
    tag: Tag
    focus: tuple[float, float] = (0.5, 0.5)
    credit: Box | None = None

    def crop(self, width: Pt, height: Pt) -> tuple[float, float, float, float]:
        """The largest part about the focus that has the shape of ``width`` by ``height``: its edges in shares."""
        return crop(self.bitmap.width / self.bitmap.height, width / height, self.focus)


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A factsheet as boxes.

    Attributes:
        width: The width of the trimmed page.
        height: The height of the trimmed page.
        styles: The styles it was composed in.
        roots: The top of the logical tree.
        label: The word over the title.
        title: The title's box for each size that the theme allows, largest first.
        posters: The same for a masthead that is as tall as a poster.
        subtitle: The subtitle, if any.
        cover: The picture of the masthead, if any.
        main: The main story.
        sidebar: The sidebar, if any.
        tight_sidebar: The sidebar with no space between its items, for where it would be too long.
        notes: The text of each footnote, by its label.
        side_notes: The same in the styles of the sidebar.
        closing: The closing band's content, if any.
        colophon: Without a band: what the last page's footer says, if anything.
        address: What the footer of other pages says.
        running_label: The label in the head of following pages.
        plain_title: The title as plain text.
        language: The language, as BCP 47.
        author: Who made it, or "".
        contract: The number of pages agreed, or 0.
        where: Where ``pages`` or, without it, the title stands.
    """

    width: Pt
    height: Pt
    styles: Styles
    roots: Roots
    label: Box
    titles: tuple[TextBox, ...]
    posters: tuple[TextBox, ...]
    subtitle: Box | None
    cover: Cover | None
    main: Stack
    sidebar: Stack
    tight_sidebar: Callable[[], Stack]
    notes: Mapping[str, Box]
    side_notes: Mapping[str, Box]
    closing: Box | None
    colophon: Box | None
    address: str
    running_label: str
    plain_title: str
    language: str
    contract: int = 0
    where: Where = field(default_factory=lambda: Where(""))
    author: str = ""

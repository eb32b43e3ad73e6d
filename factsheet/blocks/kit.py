"""The words a block builds its box with: named styles, the language, and one method per kind of box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from factsheet.design.inks import WHITE, Ink
from factsheet.design.theme import Roles
from factsheet.document import Tag
from factsheet.findings import NOWHERE, Where
from factsheet.i18n.language import Language
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.layout.columns import Columns, Levelled
from factsheet.layout.drawn import Barred, Lowered, Ruled, Tagged, Timeline, Whole
from factsheet.layout.labelled import Labelled
from factsheet.layout.stack import Cell, Stack
from factsheet.layout.text import TextBox
from factsheet.text.markup import Span, spans
from factsheet.text.paragraph import Paragraph
from factsheet.text.styles import Grid, Styles
from factsheet.units import Pt

_IN_SIDEBAR = {
    "text": "side",
    "item": "side",
    "lead": "side",
    "heading": "side-heading",
    "subheading": "side-heading",
    "figure": "side-value",
    "caption": "side-small",
    "quote": "side",
    "source": "side-small",
    "name": "fact-value",
    "table": "side-table",
    "table-head": "side-table-head",
    "table-narrow": "side-table",
    "table-head-narrow": "side-table-head",
    "chart-note": "fact-label",
    "number": "side",
    "bullet": "side",
    "event-date": "side-small",
    "event-title": "fact-value",
    "callout-label": "side-label",
    "callout-title": "side-heading",
    "picture-credit": "fact-label",
    "note": "side-footnote",
}
_GUTTER: Pt = 14.0
"""Between figures that stand side by side."""

_SIZES = (1.0, 0.84, 0.7)
"""The sizes of a large text that are tried before it is broken, in shares of the style's."""

_RAISE = 0.16
"""How far the title of a fact stands nearer to its rule than to its text, in grid lines."""

Role = Literal["line", "rule", "key", "track", "tint", "accent"]
"""What an ink is for, in the words of a theme's ``roles``."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, eq=False)
class Kit:
    """What a block may ask for.

    Attributes:
        styles: The named styles, resolved.
        language: Dates, money, numbers and labels.
        place: Where the block stands.
        notes: The number of each footnote, by its label.
        column: The width of the narrowest column in which the block may come to stand.
        widest: The width of the widest room there is for it; 0 where all are alike.
        beside: The width of the main column beside the sidebar.
        headed: Whether it stands directly below a heading.
        in_section: Whether a heading of a section stands somewhere before it.
        tight: Whether short items stand under each other without space.
        reach: How far it is from the edges of a room to those of the sheet, by the width of the room.
        tongue: The language of the block's texts, where it is not the document's.
    """

    styles: Styles
    language: Language
    place: Literal["main", "sidebar"] = "main"
    notes: Mapping[str, int] = field(default_factory=dict)
    column: Pt = 200.0
    widest: Pt = 0.0
    beside: Pt = 200.0
    headed: bool = False
    in_section: bool = False
    tight: bool = False
    reach: Mapping[int, tuple[Pt, Pt]] = field(default_factory=dict)
    tongue: str = ""

    def speaking(self, tongue: str | None) -> "Kit":
        """The kit for a block whose texts are in ``tongue``, where it names a language; labels stay as they are."""
        if not tongue or tongue == self.language.tag:
            return self
        return replace(self, styles=self.styles.speaking(tongue), tongue=tongue)

    @property
    def grid(self) -> Grid:
        """The baseline grid."""
        return self.styles.grid

    def lines(self, count: float) -> Pt:
        """The height of ``count`` grid lines."""
        return count * self.styles.step.leading

    def text(
        self,
        text: Text,
        style: str = "text",
        role: str = "P",
        tag: Tag | None = None,
        *,
        whole: bool = False,
        measure: Pt = 0.0,
        apart: bool = False,
        size: Pt = 0.0,
    ) -> Box:
        """A text of the author's, its markup understood where its field allows that; ``apart`` from what follows."""
        paragraph = self.styles.paragraph(
            text,
            self._style(style),
            text.where,
            lambda: self._noted(spans(text)) if isinstance(text, Rich) else (Span(text),),
        )
        box = self._box(paragraph, style, self._told(tag or Tag(role, text.where)), whole, measure, size)
        return replace(box, underlined="](" in text, apart=apart) if apart or "](" in text else box

    def words(
        self,
        text: str,
        style: str = "text",
        where: Where = NOWHERE,
        role: str = "P",
        tag: Tag | None = None,
        href: str = "",
        hyphens: bool = True,
    ) -> Box:
        """A text of ours: a label, a date, an amount; one link where ``href`` is given."""
        span = Span(text, href=href)
        paragraph = self.styles.paragraph(text, self._style(style), where, lambda: (span,), hyphens=hyphens)
        return self._box(paragraph, style, tag or Tag(role, where), False)

    def fitted(self, text: str, style: str, where: Where) -> Box:
        """A short text of ours, smaller where its line would be broken."""
        width, usual = self.width(text, style), self.size(style)
        share = next((share for share in _SIZES if width * share <= self.column), _SIZES[-1])
        paragraph = self.styles.paragraph(text, self._style(style), where, lambda: (Span(text),))
        return self._box(paragraph, style, Tag("P", where), False, 0.0, share * usual if share < 1 else 0.0)

    def name(self, text: Text, style: str, tag: Tag) -> Box:
        """A name or a date: its words are not divided as long as each goes into a line."""
        paragraph = self.styles.paragraph(
            text,
            self._style(style),
            text.where,
            lambda: spans(text) if isinstance(text, Rich) else (Span(text),),
            hyphens=False,
        )
        return self._box(paragraph, style, self._told(tag), True)

    def _told(self, tag: Tag) -> Tag:
        """``tag``, with the language of the block where that is not the document's."""
        return replace(tag, language=self.tongue) if self.tongue else tag

    def heading(self, text: Text, style: str, level: int) -> Box:
        """A heading of the given level (2 is below the title), never split from itself."""
        tag = Tag(f"H{level}", text.where, title=" ".join(text.split()), level=level - 1)
        return self.text(text, style, tag=tag, whole=True)

    def label(self, msgid: str) -> str:
        """A fixed word in the document's language."""
        return self.language.label(msgid)

    def stack(self, *boxes: Box, gap: float = 0, tag: Tag | None = None) -> Box:
        """Boxes one below the other with ``gap`` grid lines between them."""
        return Stack(tuple(Cell(box, self.lines(gap)) for box in boxes), tag)

    def kept(self, *boxes: Box) -> Box:
        """Boxes one below the other, each of them kept with the next."""
        return Stack(tuple(Cell(box, keep=n < len(boxes)) for n, box in enumerate(boxes, 1)))

    def columns(self, boxes: Sequence[Box], shares: Sequence[float], fill: int = 0) -> Box:
        """Boxes side by side, as wide as ``shares`` says; ``fill`` leaves room for so many."""
        missing = max(fill - len(boxes), 0)
        empty = tuple(Stack(()) for _ in range(missing))
        return Columns((*boxes, *empty), (*shares, *([1 / max(fill, 1)] * missing)), _GUTTER)

    def levelled(self, pairs: Sequence[tuple[Box, Box]], in_row: int) -> list[Box]:
        """Heads over bodies as items of a list, in rows of ``in_row`` columns of one width."""
        rows = [tuple(pairs[at : at + in_row]) for at in range(0, len(pairs), in_row)]
        return [Levelled(row, tuple((Tag("LI"), Tag("LBody")) for _ in row), in_row, _GUTTER) for row in rows]

    def share_of(self, count: int) -> Pt:
        """The width of each of ``count`` boxes side by side in the narrowest column."""
        return (self.column - _GUTTER * (count - 1)) / count

    def in_line(self, boxes: Sequence[Box], widths: Sequence[Pt], room: Pt) -> list[Box]:
        """Short texts side by side, each as wide as ``widths`` says; under each other where ``room`` is too narrow."""
        needed = [width + 1.0 for width in widths]
        free = room - sum(needed) - _GUTTER * len(boxes)
        if len(boxes) < 2 or free < 0:
            return [*boxes]
        total = sum(needed) + free
        return [Columns((*boxes, Stack(())), tuple(width / total for width in (*needed, free)), _GUTTER)]

    def whole(self, box: Box) -> Box:
        """``box`` in one piece, unless it is half a page tall."""
        return Whole(box, self.lines(26))

    def tagged(self, role: str, box: Box, where: Where = NOWHERE) -> Box:
        """``box`` under a logical node of its own."""
        return Tagged(Tag(role, where), box)

    def item(self, label: str, body: Box, *, indent: Pt, style: str, where: Where) -> Box:
        """A list item: its mark or number in the indent, its body beside it."""
        mark = self.words(label, style, tag=Tag("Lbl"))
        return Labelled(mark, Tagged(Tag("LBody"), body), indent, Tag("LI", where))

    def note(self, number: str, text: Text) -> Box:
        """A footnote: its number and its text."""
        mark = self.words(number.translate(_RAISED), "note", tag=Tag("Lbl"))
        return Labelled(mark, self.text(text, "note", whole=True), 0.9 * self.size("note"), Tag("Note", text.where))

    @property
    def ground(self) -> Ink:
        """The ink below the block: that of the sidebar, or paper."""
        ground = self.styles.theme.sidebar.ground if self.place == "sidebar" else None
        return self.styles.ink(ground) if ground else WHITE

    def ink(self, role: Role) -> Ink:
        """The ink of what is drawn here, by what it is for."""
        return self.styles.ink(getattr(self._roles, role))

    @property
    def series(self) -> tuple[Ink, ...]:
        """The inks of the series of a chart, in order."""
        return tuple(self.styles.ink(name) for name in self._roles.series)

    @property
    def _roles(self) -> Roles:
        theme = self.styles.theme
        return theme.sidebar.roles if self.place == "sidebar" else theme.roles

    def ruled(self, box: Box, role: Role = "line", thickness: Pt = 0.0, **options: float) -> Ruled:
        """``box`` under a hairline."""
        return Ruled(box, self.ink(role), thickness or self.styles.theme.hairline, **options)  # type: ignore[arg-type]

    def barred(self, box: Box) -> Box:
        """``box`` with an upright bar at its left."""
        return Barred(box, self.ink("accent"), 2.2, 13.0)

    def fact(self, label: str, title: Text | None, *boxes: Box, where: Where = NOWHERE) -> Box:
        """A fact of the sidebar: a rule, its title (the author's, or ours), and what it says."""
        said = self.label(label) if title is None else " ".join(title.split())
        tag = Tag("H2", where if title is None else title.where, title=said, level=2)
        if title is None:
            head = self.words(said, "side-label", where, tag=tag)
        else:
            head = self.text(title, "side-label", tag=tag, whole=True)
        raised = Lowered(head, -self.lines(_RAISE), self.lines(_RAISE))
        rule = self.ruled(raised, "rule", 0.75, rise=self.lines(0.24))
        return Stack((Cell(rule, keep=True), *(Cell(box) for box in boxes)))

    def progress(self, start: float, end: float, marks: int, *, open_end: bool = False) -> Box:
        """A bar of time: a stretch of it, 0–1, on a line divided by ``marks`` ticks; one grid line high."""
        return Timeline(start, end, marks, self.grid.leading, self.ink("track"), self.ink("key"), open_end)

    def bullet(self, level: int) -> tuple[str, str, Pt]:
        """The bullet of a list: its character, its style and the indent of the items."""
        return "•" if level == 1 else "–", "bullet" if level == 1 else "text", 1.15 * self.size("text")

    def listed(self, items: Sequence[Box], *, gap: float, ordered: bool = False, close: bool = False) -> Box:
        """Items under each other, as one list; of ``close`` ones none is left alone at its beginning or its end."""
        kept = {0, len(items) - 2} if close else set()
        cells = tuple(
            Cell(item, self.lines(gap), keep=n in kept and n < len(items) - 1) for n, item in enumerate(items)
        )
        return Stack(cells, Tag("L", numbering="Decimal" if ordered else "Disc"))

    def between(self, items: Sequence[Box]) -> Box:
        """A list of short items with hairlines between them where there is room for that."""
        gap = 0 if self.tight else 1
        rise = self.lines(0.5 if gap else -0.06)
        ruled = [self.ruled(item, rise=rise, between=True) if n else item for n, item in enumerate(items)]
        return self.stack(*ruled, gap=gap, tag=Tag("L", numbering="None"))

    def longest(self, text: str, style: str) -> Pt:
        """The width of the widest part of ``text`` that no line break divides."""
        return self._measured(text, style).longest_word() * self.size(style) / 1000

    def width(self, text: str, style: str) -> Pt:
        """The natural width of ``text`` in ``style``."""
        return self._measured(text, style).natural_width() * self.size(style) / 1000

    def _measured(self, text: str, style: str) -> Paragraph:
        return self.styles.paragraph(text, self._style(style), NOWHERE, lambda: (Span(text),))

    def size(self, style: str) -> Pt:
        """The type size of ``style``."""
        return self.styles.type(self._style(style)).size

    def middle(self, style: str) -> Pt:
        """How far below the top of a grid line the digits of ``style`` have their middle."""
        kind = self.styles.type(self._style(style))
        return self.grid.baseline - kind.voices[0].chain.first.cap_height / 2000 * kind.size

    def _style(self, name: str) -> str:
        return _IN_SIDEBAR.get(name, name) if self.place == "sidebar" else name

    def _noted(self, found: tuple[Span, ...]) -> tuple[Span, ...]:
        """``found`` with the raised numbers of its footnote marks."""
        if not any(span.note for span in found):
            return found
        return tuple(
            Span(str(self.notes.get(span.note, span.note)).translate(_RAISED), note=span.note) if span.note else span
            for span in found
        )

    def _box(
        self, paragraph: Paragraph, style: str, tag: Tag, whole: bool, measure: Pt = 0.0, size: Pt = 0.0
    ) -> TextBox:
        name = self._style(style)
        return TextBox(
            paragraph, self.styles.type(name, size=size), self.grid, tag,
            whole=whole or name.endswith("heading"), rough=self.styles.rough, measure=measure,
        )  # fmt: skip

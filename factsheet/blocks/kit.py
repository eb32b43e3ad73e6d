"""The words a block builds its box with: named styles, the language, and one method per kind of box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factsheet.document import Tag
from factsheet.findings import NOWHERE, Where
from factsheet.i18n.language import Language
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.layout.columns import Columns
from factsheet.layout.drawn import Barred, Ruled, Tagged, Timeline
from factsheet.layout.labelled import Labelled
from factsheet.layout.stack import Cell, Stack
from factsheet.layout.text import TextBox
from factsheet.text.markup import Span, spans
from factsheet.text.paragraph import Paragraph
from factsheet.text.styles import Grid, Styles
from factsheet.units import Pt

_IN_SIDEBAR = {
    "text": "side",
    "lead": "side",
    "heading": "side-heading",
    "subheading": "side-heading",
    "figure": "side-value",
    "caption": "side-small",
    "quote": "side",
    "source": "side-small",
    "table": "side-small",
    "table-head": "side-small",
    "number": "side",
    "bullet": "side",
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, eq=False)
class Kit:
    """What a block may ask for.

    Attributes:
        styles: The named styles, resolved.
        language: Dates, money, numbers and labels.
        place: Where the block stands.
        notes: The number of each footnote, by its label.
    """

    styles: Styles
    language: Language
    place: Literal["main", "sidebar"] = "main"
    notes: Mapping[str, int] = field(default_factory=dict)

    @property
    def grid(self) -> Grid:
        """The baseline grid."""
        return self.styles.grid

    def lines(self, count: float) -> Pt:
        """The height of ``count`` grid lines."""
        return count * self.styles.step.leading

    def text(self, text: Text, style: str = "text", role: str = "P", tag: Tag | None = None, *, whole: bool = False, measure: Pt = 0.0) -> Box:
        """A text of the author's, its markup understood where its field allows that."""
        paragraph = self.styles.paragraph(
            text,
            self._style(style),
            text.where,
            lambda: self._noted(spans(text)) if isinstance(text, Rich) else (Span(text),),
        )
        return self._box(paragraph, style, tag or Tag(role, text.where), whole, measure)

    def words(
        self, text: str, style: str = "text", where: Where = NOWHERE, role: str = "P", tag: Tag | None = None, href: str = ""
    ) -> Box:
        """A text of ours: a label, a date, an amount; one link where ``href`` is given."""
        paragraph = self.styles.paragraph(text, self._style(style), where, lambda: (Span(text, href=href),))
        return self._box(paragraph, style, tag or Tag(role, where), False)

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

    def group(self, cells: Sequence[tuple[Box, float, bool]]) -> Box:
        """Boxes one below the other, each with the lines above it and whether it stays with the next."""
        return Stack(tuple(Cell(box, self.lines(gap), keep) for box, gap, keep in cells))

    def columns(self, boxes: Sequence[Box], shares: Sequence[float] = (), gutter: Pt = 14.0, tag: Tag | None = None) -> Box:
        """Boxes side by side; equally wide unless ``shares`` says otherwise."""
        return Columns(tuple(boxes), tuple(shares) or (1 / len(boxes),) * len(boxes), gutter, tag)

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

    def ruled(self, box: Box, ink: str = "", thickness: Pt = 0.0, **options: float) -> Box:
        """``box`` under a hairline."""
        rules = self.styles.theme.rules
        return Ruled(box, self.styles.ink(ink or rules.ink), thickness or rules.thickness, **options)  # type: ignore[arg-type]

    def barred(self, box: Box) -> Box:
        """``box`` with an upright bar at its left."""
        return Barred(box, self.styles.ink(self.styles.theme.masthead.accent), 2.2, 13.0)

    def fact(self, label: str, title: Text | None, *boxes: Box) -> Box:
        """A fact of the sidebar: a rule, its title (the author's, or ours), and what it says."""
        if title is None:
            head = self.words(self.label(label), "side-label", role="H2")
        else:
            head = self.text(title, "side-label", role="H2", whole=True)
        rule = self.ruled(head, self.styles.theme.sidebar.rule, 0.75, rise=self.lines(0.24))
        return Stack((Cell(rule, keep=True), *(Cell(box) for box in boxes)))

    def progress(self, start: float, end: float, marks: int, *, open_end: bool = False) -> Box:
        """A bar of time: a stretch of it, 0–1, on a line divided by ``marks`` ticks; one grid line high."""
        line, blue = self.styles.ink("line"), self.styles.ink(self.styles.theme.sidebar.rule)
        return Timeline(start, end, marks, self.grid.leading, line, blue, open_end)

    def mark_bullet(self) -> tuple[str, str, Pt]:
        """The bullet: its character, its style and the indent of the item."""
        return "•", self._style("bullet"), 1.15 * self.styles.type(self._style("text")).size

    def width(self, text: str, style: str) -> Pt:
        """The natural width of ``text`` in ``style``."""
        paragraph = self.styles.paragraph(text, self._style(style), NOWHERE, lambda: (Span(text),))
        return paragraph.natural_width() * self.size(style) / 1000

    def size(self, style: str) -> Pt:
        """The type size of ``style``."""
        return self.styles.type(self._style(style)).size

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

    def _box(self, paragraph: Paragraph, style: str, tag: Tag, whole: bool, measure: Pt = 0.0) -> Box:
        name = self._style(style)
        return TextBox(
            paragraph, self.styles.type(name), self.grid, tag,
            whole=whole or name.endswith("heading"), rough=self.styles.rough, measure=measure,
        )  # fmt: skip

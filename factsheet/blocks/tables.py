"""The boxes of tables: columns of numbers stand under each other at their decimals, and wide columns get more room."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factsheet.blocks.kit import Kit
from factsheet.document import Tag
from factsheet.findings import Where
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.stack import Stack
from factsheet.layout.table import Inset, Look, Table
from factsheet.layout.text import TextBox
from factsheet.units import Pt

Align = Literal["left", "right", "centre", "number"]

_NUMBER = re.compile(
    r"[+\-−–±~≈<>≤≥]?\s*[$€£¥₮₽₩₹]?\s*[+\-−–]?[\d\s.,\u00a0\u202f]*\d(\s*(%|‰|[$€£¥₮₽₩₹])|\s[^\W\d]{1,3}[²³]?)?|[–—-]"
)
_TO_DIGIT = re.compile(r".*\d", re.DOTALL)

_PAD = {"main": 0.3, "sidebar": 0.2}
"""What is left free in each row, in grid lines."""

_WIDE, _NARROW = ("table-head", "table"), ("table-head-narrow", "table-narrow")
"""The styles of head and rows, and those of a table that is too wide for its column."""


def is_number(text: str) -> bool:
    """Whether ``text`` is a number, with its sign, currency or unit, or the dash of a missing one."""
    return _NUMBER.fullmatch(text.strip()) is not None


def whole_part(text: str, decimal: str) -> str:
    """``text`` up to its decimals, or up to its last digit: what stands left of the line that numbers are set to."""
    found = re.fullmatch(rf"(.*\d){re.escape(decimal)}\d+\D*", text, re.DOTALL) or _TO_DIGIT.match(text)
    return text if found is None else found[1] if found.re.groups else found[0]


def table(
    kit: Kit,
    columns: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    where: Where,
    *,
    align: Sequence[Align] = (),
    total: bool = False,
    opens: bool = True,
) -> Table:
    """A table, aligned as ``align`` says or its cells ask for; ``opens`` sets its head under the rule of a block."""
    tags = (Tag("Table", where), Tag("THead"), Tag("TBody"))
    made = _Columns(kit, columns, rows, total, align or [_natural(rows, n) for n in range(len(columns))])
    looks = [made.look(*_WIDE)]
    if looks[0].narrowest > kit.column:
        looks.append(made.look(*_NARROW))
    empty = Stack(())
    head = kit.ruled(empty, "rule" if opens else "line", 0.75 if opens else 0.0, rise=kit.lines(0.1 if opens else 0.0))
    row_tags = tuple(Tag("TR") for _ in range(len(rows) + 1))
    last = kit.ruled(empty, "rule", 0.75) if total else None
    pad = kit.lines(_PAD[kit.place])
    return Table(tuple(looks), head, kit.ruled(empty), kit.widest, tags, row_tags, last=last, grid=kit.grid, pad=pad)


def _natural(rows: Sequence[Sequence[Text]], n: int) -> Align:
    return "number" if all(is_number(row[n]) for row in rows) else "left"


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """The cells of a table, in any style.

    Attributes:
        kit: The styles.
        heads: The head of each column.
        rows: The rows.
        total: Whether the last row is a total.
        align: How the cells of each column stand.
    """

    kit: Kit
    heads: Sequence[Text]
    rows: Sequence[Sequence[Text]]
    total: bool
    align: Sequence[Align]

    def look(self, head: str, body: str) -> Look:
        """All cells in the styles ``head`` and ``body``."""
        styles = [body] * len(self.rows)
        if self.total:
            styles[-1] = head
        tails = [self._tails(n, styles) for n in range(len(self.heads))]
        heads = tuple(
            aligned(self.kit.text(text, head, tag=Tag("TH", text.where, scope="Column"), whole=True), align)
            for text, align in zip(self.heads, self.align, strict=True)
        )
        rows = tuple(
            tuple(
                self._cell(text, style, align, tails[n][k])
                for n, (text, align) in enumerate(zip(row, self.align, strict=True))
            )
            for k, (row, style) in enumerate(zip(self.rows, styles, strict=True))
        )
        return Look(
            heads,
            rows,
            tuple(self._widest(n, head, styles, tails[n], whole=False) for n in range(len(self.heads))),
            tuple(self._widest(n, head, styles, tails[n], whole=True) for n in range(len(self.heads))),
        )

    def _cell(self, text: Text, style: str, align: Align, tail: Pt) -> Box:
        cell = aligned(self.kit.text(text, style, tag=Tag("TD", text.where), whole=True), align)
        return Inset(cell, tail, self.kit.width(text, style)) if tail else cell

    def _widest(self, n: int, head: str, styles: Sequence[str], tails: Sequence[Pt], *, whole: bool) -> Pt:
        """The width of the widest cell of column ``n``, or of its longest word."""
        wide = self.kit.width if whole else self.kit.longest
        cells = [wide(row[n], style) + tail for row, style, tail in zip(self.rows, styles, tails, strict=True)]
        return max(wide(self.heads[n], head), *cells) + 1.0

    def _tails(self, n: int, styles: Sequence[str]) -> list[Pt]:
        """The space behind each number of column ``n``, so that all stand under each other at their decimals."""
        if self.align[n] != "number":
            return [0.0] * len(self.rows)
        decimal = self.kit.language.conventions.decimal
        behind = [
            self.kit.width(row[n], style) - self.kit.width(whole_part(row[n], decimal), style)
            for row, style in zip(self.rows, styles, strict=True)
        ]
        most = max(behind)
        return [most - tail if most - tail > _SEEN else 0.0 for tail in behind]


_SEEN: Pt = 0.2
"""The least difference that is seen."""


def aligned(box: Box, align: Align) -> Box:
    """The text ``box`` with lines that stand as ``align`` says."""
    assert isinstance(box, TextBox)
    if align == "left":
        return box
    return replace(box, style=replace(box.style, align="centre" if align == "centre" else "right"))

"""A table that is too wide for the sidebar: each row as a small group of labels and values."""

from collections.abc import Sequence

from factsheet.blocks.kit import Kit
from factsheet.document import Tag
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.columns import Columns
from factsheet.units import Pt

_GUTTER: Pt = 8.0
"""Between labels and values."""

_MOST = 0.55
"""The share of the column that labels take at most beside their values."""


def stacked(kit: Kit, columns: Sequence[Text], rows: Sequence[Sequence[Text]], *, opens: bool = True) -> Box:
    """A group for each row: its first cell in bold, below it each other cell with the head of its column.

    ``opens`` sets the head of the first column under the rule of a block.
    """
    first, *heads = columns
    widest = max(kit.width(head, "fact-label") for head in heads) + 1.0
    least = max(kit.longest(head, "fact-label") for head in heads) + 1.0
    labels = max(min(widest, _MOST * kit.column), least)
    room = kit.column - labels - _GUTTER
    beside = [all(_goes(kit, cell, room) for cell in cells) for cells in list(zip(*rows, strict=True))[1:]]
    gap = 0 if kit.tight else 1
    groups: list[Box] = []
    for n, (name, *cells) in enumerate(rows):
        pairs = [
            _pair(kit, head, cell, labels if beside[k] else 0.0, told=n == 0)
            for k, (head, cell) in enumerate(zip(heads, cells, strict=True))
        ]
        title = kit.text(name, "name", tag=Tag("Lbl", name.where), whole=True)
        body = kit.tagged("LBody", kit.stack(*pairs))
        group = kit.whole(kit.tagged("LI", kit.kept(title, body), name.where))
        groups.append(kit.ruled(group, rise=kit.lines(gap / 2), between=True) if n else group)
    head = kit.text(first, "fact-label", whole=True)
    head = kit.ruled(head, "rule", 0.75, rise=kit.lines(0.1)) if opens else head
    return kit.kept(head, kit.stack(*groups, gap=gap, tag=Tag("L", numbering="None")))


def _goes(kit: Kit, cell: Text, room: Pt) -> bool:
    """Whether ``cell`` goes into ``room`` as one line."""
    return kit.width(cell, "table") + 1.0 <= room


def _pair(kit: Kit, head: Text, cell: Text, labels: Pt, *, told: bool) -> Box:
    """A cell beside the head of its column, or under it; a head that is not ``told`` is a repetition of ours."""
    tag = Tag("P", cell.where)
    label = kit.text(head, "fact-label", tag=Tag("Span", head.where) if told else Tag("Span"), whole=True)
    value = kit.text(cell, "table", tag=Tag("Span", cell.where), whole=True)
    if not labels:
        return kit.stack(label, value, tag=tag)
    share = labels / (kit.column - _GUTTER)
    return Columns((label, value), (share, 1 - share), _GUTTER, tag)

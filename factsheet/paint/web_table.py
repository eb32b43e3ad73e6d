"""Tables of a page. Their roles are said, since rows become cards where there is no room for columns."""

from collections.abc import Sequence
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from factsheet.paint.tree import Node
from factsheet.paint.web_chart import Split, slot, split
from factsheet.paint.web_looks import is_number
from factsheet.paint.web_style import CARD_REM

if TYPE_CHECKING:
    from factsheet.paint.web_body import At, Body


def chart(body: "Body", figure: Node, node: Node, at: "At") -> str:
    """A drawing and the table of its numbers; bars stand in the rows of the table, keys before its names."""
    found = split(figure, node)
    said = escape(figure.tag.alt)
    if len(found.rest) == len(list(figure.drawn())):
        return body.figure(figure, at) + table(body, node, at, found)
    role = f' role="img" aria-label="{said}"'
    if found.rest:
        drawing = body.drawing(found.rest, f"{body.told(figure)}{role}", "drawn")
    else:
        drawing = f'<div class="hidden"{body.told(figure)}{role}></div>\n'
    return drawing + table(body, node, at, found)


def table(body: "Body", node: Node, at: "At", drawn: Split | None = None) -> str:
    """``node`` with its caption, its head and its rows, and what is ``drawn`` in them."""
    drawn = drawn or Split()
    caption = "".join(body.text("caption", kid, at) for kid in node.nodes if kid.role == "Caption")
    groups = [(kid.role, list(kid.nodes)) for kid in node.nodes if kid.role in ("THead", "TBody", "TFoot")]
    loose = [kid for kid in node.nodes if kid.role == "TR"]
    if loose:
        count = 0
        while count < len(loose) and _is_head(loose[count]):
            count += 1
        groups += [("THead", loose[:count])] if count else []
        groups += [("TBody", loose[count:])] if loose[count:] else []
    rows = [row for _, found in groups for row in found]
    heads = [cell.text() for cell in rows[0].nodes] if rows and _is_head(rows[0]) else []
    width = max((len(row.nodes) for row in rows), default=0)
    right = _right(rows, width)
    inner = "".join(_group(body, role, found, (heads, right), at, drawn) for role, found in groups)
    kind = f"cols-{_usual(rows, width)}" + " headed" * bool(heads) + " bars" * bool(drawn.bars)
    return f'<table{body.told(node)} class="{kind}" role="table">{caption}{inner}</table>\n'


_LETTER, _GAP, _LEAST = 0.6, 1.2, 3
"""About the width of a letter and the space beside a column, in rem; and the letters that a column has room for."""


def _usual(rows: Sequence[Node], width: int) -> int:
    """How many usual columns a table of ``width`` columns is as wide as, by their longest words."""
    room = 0.0
    for n in range(width):
        texts = [row.nodes[n].text() for row in rows if n < len(row.nodes)]
        longest = max((len(word) for text in texts for word in text.split()), default=0)
        room += max(longest, _LEAST) * _LETTER + _GAP
    return min(max(ceil(room / CARD_REM), 1), 12)


def _is_head(row: Node) -> bool:
    """Whether ``row`` names the columns."""
    return any(cell.tag.scope == "Column" for cell in row.nodes)


def _right(rows: Sequence[Node], width: int) -> list[bool]:
    """Whether each column holds numbers, which stand at its right."""
    found = []
    for n in range(width):
        cells = [row.nodes[n] for row in rows if n < len(row.nodes)]
        texts = [cell.text() for cell in cells if cell.role == "TD" and cell.text().strip("–—-− ")]
        found.append(bool(texts) and all(map(is_number, texts)))
    return found


def _group(
    body: "Body", role: str, rows: Sequence[Node], columns: tuple[list[str], list[bool]], at: "At", drawn: Split
) -> str:
    heads, right = columns
    inner = "".join(_row(body, row, ([] if role == "THead" else heads, right), at, drawn) for row in rows)
    element = role.lower()
    return f'<{element} role="rowgroup">{inner}</{element}>\n'


def _row(body: "Body", row: Node, columns: tuple[list[str], list[bool]], at: "At", drawn: Split) -> str:
    heads, right = columns
    out: list[str] = []
    for n, cell in enumerate(row.nodes):
        kind = "number" if n < len(right) and right[n] else ""
        if cell.role == "TH":
            across = cell.tag.scope == "Column"
            scope, role = ("col", "columnheader") if across else ("row", "rowheader")
            around = _around(body, cell, drawn)
            out.append(body.text("th", cell, at, kind, f' scope="{scope}" role="{role}"', around))
        else:
            head = f' data-head="{escape(heads[n])}"' if n < len(heads) and heads[n] and cell.kids else ""
            out.append(body.text("td", cell, at, kind, f' role="cell"{head}'))
    return f'<tr{body.told(row)} role="row">{"".join(out)}</tr>\n'


def _around(body: "Body", cell: Node, drawn: Split) -> tuple[str, str]:
    """The key before the text of ``cell``, and the bar below it."""
    keys, bars = drawn.keys.get(cell, []), drawn.bars.get(cell, [])
    hidden = ' aria-hidden="true"'
    key = body.drawing(keys, hidden, "key") if keys else ""
    return key, body.drawing(bars, hidden, "bar", slot(bars, drawn.across)) if bars else ""

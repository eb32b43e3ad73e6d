"""The nodes of the logical tree as elements of HTML, in the same order and with the same words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby, pairwise, takewhile

from factsheet.design.inks import RGB, Ink
from factsheet.design.shades import PAPER, code
from factsheet.document import Picture, inks
from factsheet.paint import web_table
from factsheet.paint.notes import Notes, digits
from factsheet.paint.tree import INLINE, Drawn, Kid, Look, Node, Run
from factsheet.paint.web_drawing import Brush, bounds, num, shapes
from factsheet.paint.web_looks import TEXT_REM, Bases, Looks, line
from factsheet.text.markup import SCHEMES
from factsheet.units import Rect

HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_ELEMENTS = {"P": "p", "BlockQuote": "blockquote", "Caption": "figcaption", "Code": "code", "Quote": "q"}
_PIXELS = 16 * TEXT_REM
_WIDE: float = 150.0
"""The printed width, in points, from which a picture fills the column."""

_LARGE = 1.6
"""How much larger than running text a number is that stands out."""

_NUMBER = re.compile(r"[\d\s.,%‰/–−+()-]+")
_MARK = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class At:
    """Where an element stands.

    Attributes:
        ground: The colour under it.
        look: The class of the text around it.
        line: Whether it stands in a line of text.
    """

    ground: RGB = PAPER
    look: str = ""
    line: bool = False


class Body:
    """Writes nodes. What is between the elements of a page is ours; every text in it is the author's, and escaped."""

    def __init__(
        self,
        roots: Sequence[Node],
        anchors: Mapping[tuple[int, int], str],
        looks: Looks,
        address: Callable[[Picture], str],
    ) -> None:
        """What writes the nodes of ``roots``; ``anchors`` are the names of blocks, ``address`` tells that of pixels."""
        self.bases, self.notes, self.looks, self.address = Bases(roots), Notes(roots), looks, address
        self.anchors = anchors
        self.taken: set[str] = set()
        self.marks: dict[Node, str] = {}
        self.drawings = 0

    # -- blocks

    def blocks(self, kids: Sequence[Kid], at: At) -> str:
        """``kids`` one after the other; what belongs together stands in a box of its own."""
        out: list[str] = []
        kids = list(kids)
        while (at_chart := _chart(kids)) is not None:
            figure, table = kids[at_chart : at_chart + 2]
            assert isinstance(figure, Node)
            assert isinstance(table, Node)
            out += [self._grouped(kids[:at_chart], at), web_table.chart(self, figure, table, at)]
            kids = kids[at_chart + 2 :]
        return "".join(out) + self._grouped(kids, at)

    def _grouped(self, kids: Sequence[Kid], at: At) -> str:
        out: list[str] = []
        for n, kid in enumerate(kids):
            names = list(takewhile(lambda other: _lies_on(other, kid), kids[n + 1 :]))  # noqa: B023
            if names:
                assert isinstance(kid, Node)
                before, after = self._grouped(kids[:n], at), self._grouped(kids[n + 1 + len(names) :], at)
                return f"{before}{self._named_on(kid, [one for one in names if isinstance(one, Node)], at)}{after}"
        for kind, group in groupby(kids, key=_kind):
            found = list(group)
            nodes = [kid for kid in found if isinstance(kid, Node)]
            if kind == "line":
                out.append(self.line(found, at, None))
            elif kind == "Note":
                out.append(f'<div class="notes">{self._each(nodes, at)}</div>')
            elif kind == "figure" and len(nodes) > 1:
                out.append(f'<div class="row">{self._each(nodes, at)}</div>')
            else:
                out.append(self._each(nodes, at))
        return "".join(out)

    def _named_on(self, figure: Node, names: Sequence[Node], at: At) -> str:
        """A drawing with the names that lie on it, as on a map."""
        box = bounds(list(figure.drawn()))
        out = [self.figure(figure, at)]
        for node in names:
            run = next(node.runs())
            left, top = (run.x - box.x) / box.width, (run.y - box.y) / box.height
            ground = run.ground.rgb if run.ground else at.ground
            place = f' style="left:{left:.2%};top:{top:.2%}"'
            out.append(self.text("p", node, replace(at, ground=ground), "on", place))
        return f'<div class="over">{"".join(out)}</div>\n'

    def _each(self, nodes: Sequence[Node], at: At) -> str:
        return "".join(self.block(node, at) for node in nodes)

    def block(self, node: Node, at: At) -> str:
        """``node`` as an element of its own."""
        match node.role:
            case "Figure":
                return self.figure(node, at)
            case "L":
                return self.listed(node, at)
            case "Table":
                return web_table.table(self, node, at)
            case "BlockQuote":
                return self.quote(node, at)
            case "Note":
                return self.note(node, at)
            case "Div":
                return self.div(node, at)
            case "Sect" | "Art" | "Part":
                label = f' aria-label="{_attribute(node.tag.title)}"' if node.tag.title else ""
                return f"<section{self.told(node)}{label}>{self.blocks(node.kids, at)}</section>\n"
            case "Lbl":
                return self.text("div", node, at, "label")
            case role if role in HEADINGS:
                return self.text(role.lower(), node, at)
            case role if role in INLINE:
                return self.line([node], at, None) + "\n"
            case role:
                paragraph = role == "P" and not any(kid.role not in INLINE and kid.role for kid in node.nodes)
                return self.text("p" if paragraph else "div", node, at)

    def text(
        self, element: str, node: Node, at: At, kind: str = "", more: str = "", around: tuple[str, str] = ("", "")
    ) -> str:
        """``node`` as ``element``: a line of text, or blocks, or first the one and then the other."""
        base = self.bases.of(node)
        look = self.looks.named(base, at.ground) if base else at.look
        classes = " ".join(filter(None, (kind, look if look != at.look else "")))
        inside = self.inside(node, replace(at, look=look), base)
        return f"<{element}{self.told(node)}{_class(classes)}{more}>{around[0]}{inside}{around[1]}</{element}>\n"

    def inside(self, node: Node, at: At, base: Look | None) -> str:
        """What stands in ``node``."""
        out: list[str] = []
        for lined, group in groupby(node.kids, key=lambda kid: not isinstance(kid, Node) or _lined(kid)):
            found = list(group)
            out.append(self.line(found, at, base) if lined else self.blocks(found, at))
        return "".join(out)

    def told(self, node: Node) -> str:
        """The attributes of any element: its id, where it is the first of a block, and its language."""
        name = self.anchors.get((node.tag.where.line, node.tag.where.column), "")
        said = f' id="{_attribute(name)}"' if name and name not in self.taken else ""
        self.taken.add(name)
        return said + (f' lang="{_attribute(node.tag.language)}"' if node.tag.language else "")

    def name(self, wanted: str) -> str:
        """``wanted``, or something like it that no other element is called."""
        while wanted in self.taken or wanted in self.anchors.values():
            wanted += "_"
        self.taken.add(wanted)
        return wanted

    # -- lines

    def line(self, kids: Sequence[Kid], at: At, base: Look | None) -> str:
        """Text with what stands in its line; what differs from ``base`` is marked."""
        out: list[str] = []
        for key, group in groupby(kids, key=lambda kid: kid.look if isinstance(kid, Run) else id(kid)):
            found = list(group)
            if isinstance(key, Look):
                text = "".join(kid.text for kid in found if isinstance(kid, Run))
                out.append(self._run(text, key, at, base))
            elif isinstance(found[0], Node):
                out.append(self._within(found[0], at, base))
        return "".join(out)

    def _run(self, text: str, look: Look, at: At, base: Look | None) -> str:
        said = escape(text, quote=False)
        if base is None or not look.differs(base) or not text.strip():
            return said
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        said = escape(text.strip(), quote=False)
        if (look.size, look.ink.name) != (base.size, base.ink.name) or look.weight < base.weight:
            return f'{lead}<span class="{self.looks.named(look, at.ground)}">{said}</span>{tail}'
        if look.italic != base.italic:
            said = f"<em>{said}</em>"
        return f"{lead}<strong>{said}</strong>{tail}" if look.weight > base.weight else lead + said + tail

    def _within(self, node: Node, at: At, base: Look | None) -> str:
        match node.role:
            case "Link":
                return self._link(node, at, base)
            case "Reference":
                return self._mark(node, at, base)
            case "Figure":
                return self.figure(node, at)
            case "":
                own = self.bases.of(node)
                look = self.looks.named(own, at.ground) if own else ""
                return f'<span class="{f"part {look}".strip()}">{self.line(node.kids, at, own)}</span>'
            case role:
                told = self.told(node)
                said = self.line(node.kids, at, base)
                element = _ELEMENTS.get(role, {"Em": "em", "Strong": "strong"}.get(role, "span"))
                return said if element == "span" and not told else f"<{element}{told}>{said}</{element}>"

    def _link(self, node: Node, at: At, base: Look | None) -> str:
        href = node.tag.href
        told = self.told(node)
        own = next(line(node), None)
        differs = own is not None and base is not None and own.look.ink != base.ink
        look = self.looks.coloured(own.look.ink, at.ground) if own is not None and differs else ""
        text = [_in_ink(kid, base) for kid in node.kids] if base is not None else node.kids
        said = self.line(text, at, base)
        if not (href.lower().startswith(SCHEMES) or href.startswith("#")):
            return f"<span{told}{_class(look)}>{said}</span>"
        return f'<a{told}{_class(look)} href="{_attribute(href)}">{said}</a>'

    def _mark(self, node: Node, at: At, base: Look | None) -> str:
        """A mark that leads to its note."""
        note = self.notes.marks.get(node)
        said = escape(digits(node.text()))
        if note is None:
            return f"<sup>{said}</sup>"
        name = self.name(f"ref-{self.notes.labels[note]}")
        self.marks.setdefault(node, name)
        return f'<sup><a id="{name}" href="#fn-{self.notes.labels[note]}" role="doc-noteref">{said}</a></sup>'

    def note(self, node: Node, at: At) -> str:
        """A footnote, whose number leads back to its mark."""
        out: list[str] = []
        first = self.notes.first.get(node)
        label = self.notes.labels[node]
        for kid in node.nodes:
            if kid.role == "Lbl":
                number = escape(digits(kid.text()))
                back = self.marks.get(first, f"ref-{label}") if first is not None else ""
                said = f'<a href="#{back}" role="doc-backlink">{number}</a>' if back else number
                out.append(f'<span class="mark">{said}</span>')
            else:
                out.append(self.block(kid, at))
        look = self.bases.of(next((kid for kid in node.nodes if kid.role != "Lbl"), node))
        own = self.looks.named(look, at.ground) if look else ""
        inner = "".join(out)
        wrapped = f'<div class="note {own}" id="fn-{label}" role="doc-footnote">{inner}</div>\n'
        told = self.told(node)
        return f"<div{told}>{wrapped}</div>" if told else wrapped

    # -- lists

    def listed(self, node: Node, at: At) -> str:
        """A list: numbered, with bullets, of labels and what they name, or plain."""
        items = list(node.nodes)
        labels = [_label(item) for item in items]
        numbering = node.tag.numbering
        if numbering == "Decimal" and all(_MARK.fullmatch(label.strip(".) ")) for label in labels):
            return self._numbered(node, [int(label.strip(".) ")) for label in labels], at)
        if numbering == "Disc":
            inner = "".join(self._item(item, at) for item in items)
            return f"<ul{self.told(node)}>{inner}</ul>\n"
        if all(labels) and items:
            return self._labelled(node, at)
        large = max((run.look.size for item in items[:1] for run in item.runs()), default=0.0)
        kind = "figures" if large > _LARGE * self.looks.unit else "plain"
        inner = "".join(self._item(item, at, labelled=True) for item in items)
        return f'<ul{self.told(node)} class="{kind}" role="list">{inner}</ul>\n'

    def _numbered(self, node: Node, numbers: Sequence[int], at: At) -> str:
        """Items that count on; where one does not, its number is said."""
        start = numbers[0] if numbers else 1
        label = next((kid for item in node.nodes for kid in item.nodes if kid.role == "Lbl"), None)
        base = self.bases.of(label) if label else None
        style = ""
        if base is not None and base.size > self.looks.unit:
            style = " big"
        out = []
        for n, (item, number) in enumerate(zip(node.nodes, numbers, strict=True)):
            out.append(self._item(item, at, f' value="{number}"' if number != start + n else ""))
        first = f' start="{start}"' if start != 1 else ""
        return f'<ol{self.told(node)} class="numbers{style}"{first}>{"".join(out)}</ol>\n'

    def _item(self, item: Node, at: At, more: str = "", *, labelled: bool = False) -> str:
        if item.role != "LI":
            return f"<li>{self.block(item, at)}</li>"
        told = self.told(item)
        out: list[str] = []
        for kid in item.nodes:
            if kid.role == "LBody":
                body = self._body(kid, at)
                out.append(body)
            elif kid.role != "Lbl" or labelled:
                out.append(self.block(kid, at))
        return f"<li{told}{more}>{''.join(out)}</li>\n"

    def _body(self, body: Node, at: At) -> str:
        """What an item says; a single paragraph needs no element of its own."""
        base = self.bases.of(body)
        if base is not None:
            look = self.looks.named(base, at.ground)
            inside = self.inside(body, replace(at, look=look), base)
            return inside if look == at.look else f'<span class="{look}">{inside}</span>'
        return self.blocks(body.kids, at)

    def _labelled(self, node: Node, at: At) -> str:
        """Labels, each with what it names."""
        bodies = [kid for item in node.nodes for kid in item.nodes if kid.role != "Lbl"]
        tiles = all(_tile(item, at.ground) for item in node.nodes)
        kind = "facts"
        if tiles:
            kind = "tiles"
        elif bodies and all(_NUMBER.fullmatch(body.text()) for body in bodies):
            kind = "counts"
        elif any(kid.role == "P" for body in bodies for kid in body.nodes):
            kind = "events"
        inner = "".join(self._pair(item, at) for item in node.nodes)
        return f'<dl{self.told(node)} class="{kind}">{inner}</dl>\n'

    def _pair(self, item: Node, at: At) -> str:
        out: list[str] = []
        told = self.told(item)
        for kid in item.nodes:
            if kid.role == "Lbl":
                ground = _tile(item, at.ground)
                where = replace(at, ground=ground.rgb) if ground else at
                style = f' style="background:{code(ground.rgb)}"' if ground else ""
                out.append(self.text("dt", kid, where, more=style))
            else:
                out.append(self.text("dd", kid, at))
        return f"<div{told}>{''.join(out)}</div>\n"

    # -- boxes

    def quote(self, node: Node, at: At) -> str:
        """A quotation; who said it stands below."""
        first = next((self.bases.of(kid) for kid in node.nodes if kid.role == "P"), None)
        said: list[Kid] = []
        for kid in node.kids:
            own = self.bases.of(kid) if isinstance(kid, Node) and kid.role == "P" else None
            if own is None or first is None or own.differs(first):
                break
            said.append(kid)
        rest = node.kids[len(said) :]
        source = f'<div class="source">{self.blocks(rest, at)}</div>' if rest else ""
        return f"<blockquote{self.told(node)}>{self.blocks(said, at)}{source}</blockquote>\n"

    def div(self, node: Node, at: At) -> str:
        """A picture with its caption; a panel on a ground of its own; or just what it holds."""
        if {kid.role for kid in node.nodes} == {"Figure", "Caption"}:
            told = self.told(node)
            parts = [
                self.figure(kid, at) if kid.role == "Figure" else self.text("figcaption", kid, at) for kid in node.nodes
            ]
            return f"<figure{told}>{''.join(parts)}</figure>\n"
        ground = ground_of(node)
        if ground is None or ground.rgb == at.ground:
            return f"<div{self.told(node)}>{self.blocks(node.kids, at)}</div>\n"
        inner = self.blocks(node.kids, replace(at, ground=ground.rgb, look=""))
        style = f"background:{self.looks.ground(ground.rgb)}"
        return f'<div{self.told(node)} class="panel" style="{style}">{inner}</div>\n'

    def figure(self, node: Node, at: At) -> str:
        """A picture, or a drawing."""
        parts = list(node.drawn())
        said = escape(node.tag.alt)
        if len(parts) == 1 and isinstance(parts[0], Drawn) and isinstance(parts[0].item, Picture):
            return self.picture(parts[0].item, node, said)
        role = f'role="img" aria-label="{said}"' if said else 'aria-hidden="true"'
        return self.drawing(parts, f"{self.told(node)} {role}", "drawn") if parts else ""

    def drawing(self, parts: Sequence[Drawn | Run], told: str, kind: str, box: Rect | None = None) -> str:
        """``parts`` as a drawing; in the inks of the theme, or as it is."""
        self.drawings += 1
        themed = all(not ink.name.startswith("#") for ink in _inks(parts))
        brush = Brush(
            (lambda ink: self.looks.shape(ink.rgb)) if themed else (lambda ink: code(ink.rgb)),
            (lambda ink: self.looks.ink(ink.rgb, PAPER)) if themed else (lambda ink: code(ink.rgb)),
            self.address,
            self.name(f"clip-{self.drawings}"),
        )
        box = box or bounds(parts)
        frame = f'viewBox="{num(box.x)} {num(box.y)} {num(box.width)} {num(box.height)}"'
        style = f' style="width:{box.width * _PIXELS / self.looks.unit:.0f}px"' if kind != "bar" else ""
        kind += "" if themed else " plate"
        return f'<svg{told} class="{kind}" {frame}{style}>{shapes(parts, brush)}</svg>\n'

    def picture(self, item: Picture, node: Node, said: str) -> str:
        """A picture of pixels."""
        wide = item.width >= _WIDE and not item.oval
        style = "" if wide else f' style="width:{item.width * _PIXELS / self.looks.unit:.0f}px"'
        kind = "wide" if wide else "oval" if item.oval else "small"
        shape = f'width="{round(item.width * 2)}" height="{round(item.height * 2)}"'
        return f'<img{self.told(node)} class="{kind}" {shape} alt="{said}" src="{self.address(item)}"{style}>\n'


def _chart(kids: Sequence[Kid]) -> int | None:
    """Where a figure is followed by the table of its numbers."""
    for n, (one, other) in enumerate(pairwise(kids)):
        if isinstance(one, Node) and isinstance(other, Node) and (one.role, other.role) == ("Figure", "Table"):
            return n
    return None


def _lies_on(kid: Kid, figure: Kid) -> bool:
    """Whether the text of ``kid`` stands on the drawing ``figure``."""
    if not (isinstance(kid, Node) and isinstance(figure, Node) and figure.role == "Figure" and kid.role == "P"):
        return False
    rect = figure.rect
    runs = list(kid.runs())
    return bool(runs) and all(
        run.page == figure.page and rect.x <= run.x <= rect.right and rect.y <= run.y <= rect.bottom for run in runs
    )


def _lined(node: Node) -> bool:
    """Whether ``node`` stands in a line."""
    return (node.role in INLINE or not node.role) and not any(node.every("Figure"))


def _kind(kid: Kid) -> str:
    """What a kid of blocks may share a box with."""
    if not isinstance(kid, Node):
        return "line"
    if kid.role == "Note":
        return "Note"
    if kid.role == "Figure" or (kid.role == "Link" and any(kid.every("Figure"))):
        return "figure"
    return "line" if _lined(kid) else "block"


def _label(item: Node) -> str:
    return next((kid.text() for kid in item.nodes if kid.role == "Lbl"), "")


def _tile(item: Node, around: RGB) -> Ink | None:
    """The ground that the label of ``item`` alone has."""
    grounds: list[set[Ink | None]] = [set(), set()]
    for kid in item.nodes:
        grounds[kid.role == "Lbl"].update(run.ground for run in kid.runs())
    own = grounds[True]
    (ground,) = own if len(own) == 1 else (None,)
    return ground if ground is not None and ground.rgb != around and ground not in grounds[False] else None


def ground_of(node: Node) -> Ink | None:
    """The ink under most of the text in ``node``."""
    counts = Counter(run.ground for run in node.runs())
    return max(counts, key=lambda ink: counts[ink]) if counts else None


def _inks(parts: Sequence[Drawn | Run]) -> Iterator[Ink]:
    for part in parts:
        yield from [part.look.ink] if isinstance(part, Run) else inks(part.item)


def _in_ink(kid: Kid, base: Look) -> Kid:
    """``kid`` in the colour of ``base``: the colour of a link is told by the link."""
    return replace(kid, look=replace(kid.look, ink=base.ink)) if isinstance(kid, Run) else kid


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _attribute(text: str) -> str:
    return escape(text)

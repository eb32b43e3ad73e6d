"""The text edition: Markdown such as a person would have written, from the logical tree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheet.document import Document, Picture
from factsheet.i18n.language import NO_BREAK, Language, language
from factsheet.paint.marked import Piece, escaped, joined
from factsheet.paint.notes import Notes
from factsheet.paint.tree import INLINE, Drawn, Look, Node, Run, tree
from factsheet.paint.web_looks import Bases, is_number
from factsheet.units import Pt

BETWEEN = " – "
"""Between what stands in lines of its own in a cell or an item."""

_BOLD = 600
_LARGE = 1.6
"""How much larger than the text beside it a number is that stands out."""


def prose(document: Document) -> str:
    """``document`` as Markdown: paragraphs on one line each, in the order of the logical tree."""
    roots = tree(document)
    writer = _Writer(Bases(roots), Notes(roots), language(document.language))
    parts = ["\n\n".join(writer.root(root)) for root in roots if root.kids]
    first, *rest = parts or [""]
    said = first
    for root, before, part in zip([root for root in roots if root.kids][1:], roots, rest, strict=False):
        rule = root is roots[-1] or "Sect" in (root.role, before.role)
        said += f"\n\n---\n\n{part}" if rule else f"\n\n{part}"
    return said + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes as blocks of Markdown: each a text of one or more lines."""

    bases: Bases
    notes: Notes
    language: Language

    def root(self, root: Node) -> list[str]:
        """A part of the document; the sidebar has its own heading."""
        if root.role != "Sect":
            return self.blocks(root.nodes)
        title = [f"## {escaped(root.tag.title)}"] if root.tag.title else []
        return title + self.blocks(root.nodes, 1)

    def blocks(self, nodes: Sequence[Node], lower: int = 0) -> list[str]:
        """``nodes`` as blocks, their headings ``lower`` levels below what they are."""
        out: list[str] = []
        for n, node in enumerate(nodes):
            after = nodes[n + 1] if n + 1 < len(nodes) else None
            if node.role == "Figure" and after is not None and after.role == "Table":
                continue  # the table says what the drawing shows
            out += [block for block in self.block(node, lower) if block]
        return out

    def block(self, node: Node, lower: int = 0) -> list[str]:
        """``node`` as blocks."""
        match node.role:
            case "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
                return [f"{'#' * min(int(node.role[1]) + lower, 6)} {self.line(node, plain=True)}"]
            case "Figure":
                return [self.figure(node)]
            case "L":
                return [self.listed(node)]
            case "Table":
                return self.table(node)
            case "BlockQuote":
                return [_quoted(self.quote(node))]
            case "Note":
                return [self.note(node)]
            case "Div":
                panel = not any(kid.role == "Figure" for kid in node.nodes)
                inner = self.blocks(node.nodes, lower)
                return [_quoted(inner)] if panel and inner else inner
            case "Caption":
                return [BETWEEN.join(self.lines(node))]
            case role if role in INLINE and any(node.every("Figure")):
                inner = [self.figure(figure) for figure in node.every("Figure")]
                return [f"[{said}]({_target(node.tag.href)})" if node.tag.href else said for said in inner]
        if any(kid.role and kid.role not in INLINE for kid in node.nodes):
            return [*([self.line(node)] if _spoken(node) else []), *self.blocks(_below(node), lower)]
        return [self.line(node)]

    # -- lines

    def line(self, node: Node, *, plain: bool = False) -> str:
        """The text right in ``node``; all of it is strong where its plain look is, unless it is ``plain`` by nature."""
        base = self.bases.of(node)
        if base is None:
            return ""
        strong = base.weight >= _BOLD and not plain
        return joined(list(self._pieces(node, base, strong=strong)))

    def _pieces(self, node: Node, base: Look, *, strong: bool, href: str = "") -> Iterator[Piece]:
        for kid in node.kids:
            if isinstance(kid, Run):
                bold = strong if kid.look.weight <= base.weight else True
                bold = bold and not (strong and kid.look.weight < base.weight)
                yield Piece(kid.text, bold, kid.look.italic != base.italic, href)
            elif isinstance(kid, Node) and kid.role == "Reference":
                note = self.notes.marks.get(kid)
                mark = f"[^{self.notes.labels[note]}]" if note is not None else escaped(kid.text())
                yield Piece(mark, raw=True)
            elif isinstance(kid, Node) and kid.role in INLINE:
                yield from self._pieces(kid, base, strong=strong, href=kid.tag.href or href)
            elif isinstance(kid, Node) and not kid.role:
                yield Piece(BETWEEN, raw=True)
                yield from self._pieces(kid, base, strong=strong, href=href)

    def lines(self, node: Node, *, plain: bool = False) -> list[str]:
        """What stands in ``node`` in lines of its own."""
        own = [self.line(node, plain=plain)] if _spoken(node) else []
        return own + [
            said
            for kid in _below(node)
            for said in ([self.line(kid, plain=plain)] if _is_line(kid) else self.block(kid))
        ]

    # -- lists

    def listed(self, node: Node) -> str:
        """A list; its items are loose where any of them has several paragraphs."""
        out: list[str] = []
        loose = False
        for item in node.nodes:
            label = next((kid.text() for kid in item.nodes if kid.role == "Lbl"), "")
            number = label.strip(".) ")
            counted = node.tag.numbering == "Decimal" and number.isascii() and number.isdigit()
            mark = f"{number}. " if counted else "- "
            if counted or node.tag.numbering == "Disc":
                label = ""
            blocks = self._item(item, label)
            loose = loose or sum(not re.match(r"[-\d]", block) for block in blocks) > 1
            out.append(_indented("\n".join(blocks) if not loose else "\n\n".join(blocks), mark))
        return ("\n\n" if loose else "\n").join(out)

    def _item(self, item: Node, label: str) -> list[str]:
        """The blocks of an item, the first with its label before it."""
        body = [kid for kid in item.nodes if kid.role != "Lbl"] if item.role == "LI" else [item]
        if label:
            said = [line for kid in body for line in self.lines(kid, plain=True)]
            head = next(kid for kid in item.nodes if kid.role == "Lbl")
            named = self.line(head, plain=True)
            if _is_count(named):
                return [f"**{named}** {BETWEEN.join(said)}"]
            colon = "" if named.endswith((":", "?")) else f"{NO_BREAK * self.language.tag.startswith('fr')}:"
            if "*" in named:
                return [f"{named}{colon} {BETWEEN.join(said)}".rstrip()]
            return [f"**{named}{colon}** {BETWEEN.join(said)}".rstrip()]
        nodes = [kid for one in body for kid in _below(one)]
        if len(nodes) > 1 and all(_is_line(kid) for kid in nodes) and not _is_text(nodes):
            said = [self.line(kid, plain=n > 0) for n, kid in enumerate(nodes)]
            apart = " " if _size(nodes[0]) > _LARGE * _size(nodes[1]) else BETWEEN
            return [apart.join(filter(None, [said[0], BETWEEN.join(said[1:])]))]
        own = [self.line(one) for one in body if _spoken(one)]
        return own + self.blocks(nodes)

    # -- tables, quotations, figures, notes

    def table(self, node: Node) -> list[str]:
        """A table of pipes under its caption; where it has no head, the head is empty."""
        captions = [f"*{self.line(kid, plain=True)}*" for kid in node.nodes if kid.role == "Caption"]
        rows = list(node.every("TR"))
        told = [[BETWEEN.join(self.lines(cell, plain=True)).replace("|", "\\|") for cell in row.nodes] for row in rows]
        width = max((len(row) for row in told), default=0)
        if not width:
            return captions
        headed = any(cell.tag.scope == "Column" for cell in rows[0].nodes)
        head, body = (told[0], told[1:]) if headed else ([], told)
        right = [_numeric([row.nodes[n].text() for row in rows[headed:] if n < len(row.nodes)]) for n in range(width)]
        cells = [[*row, *[""] * (width - len(row))] for row in [head, *body]]
        widths = [max(3, *(len(row[n]) for row in cells)) for n in range(width)]
        rule = ["-" * (size - to) + ":" * to for size, to in zip(widths, right, strict=True)]
        padded = [
            [text.rjust(size) if to else text.ljust(size) for text, size, to in zip(row, widths, right, strict=True)]
            for row in cells
        ]
        lines = [padded[0], rule, *padded[1:]]
        return [*captions, "\n".join(f"| {' | '.join(row)} |" for row in lines)]

    def quote(self, node: Node) -> list[str]:
        """What was said; and who said it, behind a dash."""
        bases = [self.bases.of(kid) if kid.role == "P" else None for kid in node.nodes]
        first = next((base for base in bases if base is not None), None)
        said: list[str] = []
        source: list[str] = []
        for kid, base in zip(node.nodes, bases, strict=True):
            if base is not None and first is not None and base.differs(first):
                source.append(self.line(kid, plain=True))
            else:
                said += self.block(kid)
        return said + ([f"— {', '.join(source)}"] if source else [])

    def figure(self, node: Node) -> str:
        """A picture in words."""
        alt = escaped(node.tag.alt)
        parts = list(node.drawn())
        photograph = bool(parts) and all(isinstance(part, Drawn) and isinstance(part.item, Picture) for part in parts)
        said = f"{self.language.labelled('Photo')} {alt}" if photograph and alt else alt
        return f"*{said}*" if said else ""

    def note(self, node: Node) -> str:
        """A footnote."""
        label = self.notes.labels[node]
        said = [block for kid in node.nodes if kid.role != "Lbl" for block in self.block(kid)]
        return f"[^{label}]: " + " ".join(said)


def _is_count(text: str) -> bool:
    """Whether ``text`` is nothing but a number, which takes no colon."""
    return text.isascii() and text.isdigit()


def _spoken(node: Node) -> bool:
    """Whether text stands right in ``node``."""
    return any(isinstance(kid, Run) or (isinstance(kid, Node) and kid.role in INLINE) for kid in node.kids)


def _below(node: Node) -> list[Node]:
    """The blocks in ``node``."""
    return [kid for kid in node.nodes if kid.role and kid.role not in INLINE]


def _is_line(node: Node) -> bool:
    return node.role in ("P", "Span", "") and not any(kid.role and kid.role not in INLINE for kid in node.nodes)


def _is_text(nodes: Sequence[Node]) -> bool:
    """Whether ``nodes`` are paragraphs of running text: all look the same."""
    looks = {run.look for node in nodes for run in node.runs()}
    return len({(look.size, look.ink.name) for look in looks}) == 1


def _size(node: Node) -> Pt:
    return max((run.look.size for run in node.runs()), default=0.0)


def _numeric(texts: Sequence[str]) -> bool:
    found = [text for text in texts if text]
    return bool(found) and all(map(is_number, found))


def _indented(text: str, mark: str) -> str:
    """``text`` behind ``mark``, its further lines as far in."""
    lines = text.split("\n")
    return "\n".join([mark + lines[0], *(" " * len(mark) + line if line else "" for line in lines[1:])])


def _quoted(blocks: Sequence[str]) -> str:
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _target(href: str) -> str:
    return f"<{href}>" if re.search(r"[\s()]", href) else href

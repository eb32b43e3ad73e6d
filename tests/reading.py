"""What a page and a text say: their words, to be compared with those of the logical tree."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from factsheet.document import Picture
from factsheet.paint.notes import digits
from factsheet.paint.tree import INLINE, Drawn, Node, Run

_WHITE = re.compile(r"[ \t\r\n]+")
_IN_LINE = {"a", "strong", "em", "sup", "code", "q", "b", "i"}
_VOID = {"meta", "img", "br", "hr", "link", "input"}


class Page(HTMLParser):
    """The elements of a page: their names and attributes in order, and the text that is seen."""

    def __init__(self, data: bytes | str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, bool]] = []
        self.pieces: list[str] = []
        self.feed(data.decode() if isinstance(data, bytes) else data)
        self.close()
        assert not self.open, "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        classes = found.get("class", "").split()
        apart = tag not in _IN_LINE and not (tag == "span" and not {"part", "mark"} & set(classes))
        if tag not in _VOID:
            self.open.append((tag, apart))
        self.pieces.append(" " if apart else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        found, apart = self.open.pop()
        assert found == tag, f"{tag} ends where {found} is open"
        self.pieces.append(" " if apart else "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not any(tag in ("head", "style", "script") for tag, _ in self.open):
            self.pieces.append(data)

    @property
    def words(self) -> list[str]:
        """The words that are seen."""
        return [word for word in _WHITE.split("".join(self.pieces)) if word]

    def every(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element called ``tag``."""
        return [attributes for name, attributes in self.elements if name == tag]


def spoken(roots: Sequence[Node]) -> list[str]:
    """The words of the tree as a page says them: marks of lists are drawn, and numbers of footnotes are plain."""
    return [word for word in _WHITE.split("".join(piece for root in roots for piece in _spoken(root, ""))) if word]


def _spoken(node: Node, numbering: str) -> Iterator[str]:
    if node.role == "Lbl" and numbering in ("Decimal", "Disc"):
        return
    apart = node.role not in INLINE
    yield " " if apart else ""
    if node.role == "Reference" or (node.role == "Lbl" and numbering == "Note"):
        yield digits(node.text())
    else:
        below = node.tag.numbering if node.role == "L" else "Note" if node.role == "Note" else ""
        below = numbering if node.role == "LI" else below
        for kid in node.kids:
            if isinstance(kid, Run):
                yield kid.text
            elif isinstance(kid, Node):
                yield from _spoken(kid, below)
            else:
                yield " "
    yield " " if apart else ""


_SIGNS = re.compile(r"\u00a0?[–—:,]|(?<=\d)\.(?= )")


def compared(words: Sequence[str]) -> list[str]:
    """``words`` without the signs that a text puts between what a layout sets apart."""
    return _SIGNS.sub("", " ".join(words)).split(" ")


def text_words(text: str) -> list[str]:
    """The words of the Markdown ``text`` as they are seen; a mark of a footnote is its number."""
    plain = re.sub(r"\[\^(\d+)(?:-\d+)?\](?::)?", r"\1", text)
    rendered = MarkdownIt().enable("table").enable("strikethrough").render(plain)
    return [word for word in compared(Page(rendered).words) if word]


def in_prose(roots: Sequence[Node], photo: str) -> list[str]:
    """The words of the tree as a text says them: pictures by what they show, and charts by their tables."""
    said = "".join(piece for root in roots for piece in _in_prose(root, "", photo))
    return [word for word in compared([word for word in _WHITE.split(said) if word]) if word]


def _in_prose(node: Node, numbering: str, photo: str) -> Iterator[str]:
    if node.role == "Lbl" and numbering in ("Decimal", "Disc"):
        return
    if node.role == "Figure":
        drawn = [kid.item for kid in node.drawn() if isinstance(kid, Drawn)]
        photograph = bool(drawn) and all(isinstance(item, Picture) for item in drawn)
        yield f" {photo} {node.tag.alt} " if photograph else f" {node.tag.alt} "
        return
    apart = node.role not in INLINE
    yield f" {node.tag.title} " if node.role == "Sect" and node.kids else " " if apart else ""
    if node.role == "Reference" or (node.role == "Lbl" and numbering == "Note"):
        yield digits(node.text())
    else:
        below = node.tag.numbering if node.role == "L" else "Note" if node.role == "Note" else ""
        below = numbering if node.role == "LI" else below
        for n, kid in enumerate(node.kids):
            after = node.kids[n + 1] if n + 1 < len(node.kids) else None
            if isinstance(kid, Run):
                yield kid.text
            elif isinstance(kid, Node) and not (
                kid.role == "Figure" and isinstance(after, Node) and after.role == "Table"
            ):
                yield from _in_prose(kid, below, photo)
    yield " " if apart else ""

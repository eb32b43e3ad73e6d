"""A tagged file as a screen reader says it: line by line, in the order of its tags."""

from collections.abc import Iterator

from factsheet.preflight.contents import read_content
from factsheet.preflight.opened import Opened
from factsheet.preflight.readout import Readout
from factsheet.preflight.tree import Element, tree_of

_SILENT = {"Document", "Div", "LI", "LBody", "Span", "TBody", "THead", "Caption", "NonStruct"}


def spoken(data: bytes) -> list[str]:
    """What is said of the file ``data``."""
    opened = Opened(data)
    readout = Readout(read_content(opened))
    title = opened.text(opened.get(opened.info, "Title"))
    language = opened.text(opened.get(opened.catalog, "Lang"))
    count = len(opened.pages)
    lines = [f"{title}, document, {count} pages, in “{language}”"]
    for top in tree_of(opened).top:
        lines += _Speaker(opened, readout).element(top)
    return lines


class _Speaker:
    def __init__(self, opened: Opened, readout: Readout) -> None:
        self.opened, self.readout = opened, readout

    def text(self, element: Element) -> str:
        """The text of ``element``, with its links announced."""
        said = []
        for kid in element.kids:
            if isinstance(kid, Element):
                inner = self.text(kid)
                said.append(
                    f"link: {inner.strip()} " if kid.role == "Link" else f"{inner} " if kid.role == "P" else inner
                )
            else:
                said.append(self.readout.texts.get(kid, "") if len(kid) == 3 else "")
        return " ".join("".join(said).replace("\u00ad", "").split()) + (
            " " if said[-1:] and said[-1][-1:] == " " else ""
        )

    def element(self, element: Element, depth: int = 0) -> Iterator[str]:
        """The lines that are said of ``element``."""
        indent = "  " * depth
        match element.role:
            case "H1" | "H2" | "H3" | "H4":
                yield f"{indent}heading level {element.role[1]}: {self.text(element).strip()}"
            case "P" | "Note" | "Caption" | "Lbl":
                yield f"{indent}{self.text(element).strip()}"
            case "Figure":
                yield f"{indent}graphic: {self.opened.text(self.opened.get(element.dictionary, 'Alt'))}"
            case "L":
                yield f"{indent}list with {len(element.elements)} items"
                for item in element.elements:
                    yield from self.item(item, depth + 1)
                yield f"{indent}end of the list"
            case "Table":
                yield from self.table(element, indent)
            case "BlockQuote" | "Sect":
                name = {"BlockQuote": "quotation", "Sect": "section"}[element.role]
                yield f"{indent}{name}"
                for kid in element.elements:
                    yield from self.element(kid, depth + 1)
                yield f"{indent}end of the {name}"
            case role if role in _SILENT:
                for kid in element.elements:
                    yield from self.element(kid, depth)
            case _:
                yield f"{indent}{self.text(element).strip()}"

    def item(self, item: Element, depth: int) -> Iterator[str]:
        """An item of a list: its label and its text on a line, then what else is in it."""
        label = "".join(self.text(kid).strip() for kid in item.elements if kid.role == "Lbl")
        label = {"•": "bullet", "–": "bullet"}.get(label, label)
        body = [kid for kid in item.elements if kid.role == "LBody"]
        lines = [line for part in body for line in self.body(part, depth)]
        first = lines[0].strip() if lines else ""
        yield "  " * depth + " ".join(filter(None, (label, first)))
        yield from lines[1:]

    def body(self, body: Element, depth: int) -> Iterator[str]:
        """The lines of the body of an item."""
        if body.pieces:
            yield self.text(body).strip()
            return
        for kid in body.elements:
            yield from self.element(kid, depth + 1)

    def table(self, table: Element, indent: str) -> Iterator[str]:
        """A table, row by row."""
        rows = [row for row in table.all() if row.role == "TR"]
        columns = max(len(row.elements) for row in rows)
        yield f"{indent}table with {len(rows)} rows and {columns} columns"
        for row in rows:
            yield f"{indent}  " + " | ".join(" ".join(self.text(cell).split()) or "blank" for cell in row.elements)
        yield f"{indent}end of the table"

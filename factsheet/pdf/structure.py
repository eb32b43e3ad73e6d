"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), built while pages are painted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from factsheet.document import Tag
from factsheet.pdf.syntax import Raw, rectangle, text_string
from factsheet.pdf.writer import PdfDocument
from factsheet.units import Rect


@dataclass(slots=True, eq=False)
class _Element:
    """A structure element: kids are elements, (page, MCID) pairs, and (page, annotation) links."""

    tag: Tag
    parent: "_Element | None"
    kids: "list[_Element | tuple[int, int] | tuple[int, int, str]]" = field(default_factory=list)
    number: int = 0
    bounds: tuple[int, Rect] | None = None
    """The page and the place of a figure."""


class Structure:
    """Elements by tag, and what each marked content and annotation belongs to."""

    def __init__(self, roots: tuple[Tag, ...]) -> None:
        """A tree whose top nodes come in the order of ``roots``."""
        self._top = _Element(Tag("Document"), None)
        self._elements: dict[Tag, _Element] = {}
        for tag in roots:
            self._make(tag, self._top)
        self._pages: list[list[_Element]] = []
        self._links: list[_Element] = []

    def _make(self, tag: Tag, parent: _Element) -> _Element:
        element = self._elements[tag] = _Element(tag, parent)
        parent.kids.append(element)
        return element

    def element(self, path: tuple[Tag, ...]) -> _Element:
        """The element at the end of ``path``, made where it is new."""
        parent = self._top
        for tag in path:
            parent = self._elements.get(tag) or self._make(tag, parent)
        return parent

    def reading(self) -> Iterator[tuple[Tag, Tag]]:
        """The tags of all elements in reading order, each with the root that it stands under.

        It must be asked for before they are written.
        """
        for root in filter(_is_element, self._top.kids):
            waiting = [root]
            while waiting:
                element = waiting.pop()
                yield element.tag, root.tag
                waiting += filter(_is_element, reversed(element.kids))

    def place(self, path: tuple[Tag, ...], rect: Rect) -> None:
        """The figure at ``path`` takes ``rect`` (PDF coordinates, lower left corner) on the current page."""
        element = self.element(path)
        if element.bounds is None:
            element.bounds = (len(self._pages) - 1, rect)

    def begin_page(self) -> None:
        """Start a page."""
        self._pages.append([])

    def mark(self, path: tuple[Tag, ...]) -> int:
        """The number of a new marked content for the element at ``path`` on the current page."""
        element = self.element(path)
        page = self._pages[-1]
        element.kids.append((len(self._pages) - 1, len(page)))
        page.append(element)
        return len(page) - 1

    def next_link(self) -> int:
        """The key that the next annotation has in the parent tree, counted from the back of the pages' keys."""
        return _FIRST_LINK + len(self._links)

    def link(self, path: tuple[Tag, ...], annotation: int) -> None:
        """``annotation`` belongs to the element at ``path``."""
        element = self.element(path)
        element.kids.append((len(self._pages) - 1, annotation, "OBJR"))
        self._links.append(element)

    def write(self, document: PdfDocument, pages: list[int]) -> None:
        """Put the tree into ``document``, whose pages have the object numbers ``pages``."""
        root = Raw()
        root_number = document.add(root)
        elements: list[tuple[_Element, Raw]] = []
        self._number(self._top, document, elements)
        for element, raw in elements:
            raw.content = self._syntax(element, root_number, pages)
        rows = [b"%d[%s]" % (n, b" ".join(b"%d 0 R" % e.number for e in page)) for n, page in enumerate(self._pages)]
        rows += [b"%d %d 0 R" % (_FIRST_LINK + n, element.number) for n, element in enumerate(self._links)]
        parents = document.add(Raw(b"<</Nums[%s]>>" % b" ".join(rows)))
        following = _FIRST_LINK + len(self._links)
        root.content = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
            self._top.number, parents, following,
        )  # fmt: skip
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = Raw(b"<</Marked true>>")

    def _number(self, element: _Element, document: PdfDocument, found: list[tuple[_Element, Raw]]) -> None:
        """Numbers for ``element`` and all below it, in reading order; nodes without a role dissolve, empty ones go."""
        raw = Raw()
        element.number = document.add(raw)
        found.append((element, raw))
        element.kids = _flat(element)
        for kid in element.kids:
            if isinstance(kid, _Element):
                kid.parent = element
                self._number(kid, document, found)

    def _syntax(self, element: _Element, root: int, pages: list[int]) -> bytes:
        tag = element.tag
        first = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
        kids: list[bytes] = []
        for kid in element.kids:
            if isinstance(kid, _Element):
                kids.append(b"%d 0 R" % kid.number)
            elif len(kid) == 3:
                kids.append(b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (kid[1], pages[kid[0]]))
            elif kid[0] == first:
                kids.append(b"%d" % kid[1])
            else:
                kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid[0]], kid[1]))
        entries = b"/Pg %d 0 R" % pages[first] if first is not None else b""
        if tag.role == "Note":
            entries += b"/ID(note-%d)" % element.number
        if tag.language:
            entries += b"/Lang" + text_string(tag.language)
        if tag.scope:
            entries += b"/A<</O/Table/Scope/%s>>" % tag.scope.encode()
        if tag.numbering:
            entries += b"/A<</O/List/ListNumbering/%s>>" % tag.numbering.encode()
        if tag.alt:
            entries += b"/Alt" + text_string(tag.alt)
        if element.bounds is not None:
            rect = element.bounds[1]
            entries += (
                b"/A<</O/Layout/Placement/Block/BBox%s>>" % rectangle(rect.x, rect.y, rect.right, rect.bottom).encode()
            )
        parent = element.parent.number if element.parent else root
        return b"<</Type/StructElem/S/%s/P %d 0 R%s/K[%s]>>" % (tag.role.encode(), parent, entries, b" ".join(kids))


def _is_element(kid: "_Element | tuple[int, int] | tuple[int, int, str]") -> TypeGuard[_Element]:
    return isinstance(kid, _Element)


_FIRST_LINK = 10_000
"""Keys of annotations in the parent tree start here, above those of the pages."""


def _flat(element: _Element) -> "list[_Element | tuple[int, int] | tuple[int, int, str]]":
    """The kids of ``element`` with those of role-less nodes in their place."""
    kids: list[_Element | tuple[int, int] | tuple[int, int, str]] = []
    for kid in element.kids:
        if isinstance(kid, _Element) and not kid.tag.role:
            kids += _flat(kid)
        elif not isinstance(kid, _Element) or _holds(kid):
            kids.append(kid)
    return kids


def _holds(element: _Element) -> bool:
    """Whether ``element`` has content, or is a cell of a table, which may be empty."""
    return element.tag.role == "TD" or any(not isinstance(kid, _Element) or _holds(kid) for kid in element.kids)

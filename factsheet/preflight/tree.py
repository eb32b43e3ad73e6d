"""The structure tree of any file, read without trust (ISO 32000-1, 14.7): elements, their types, and what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject

from factsheet.preflight.opened import Opened

MOST_ELEMENTS = 200_000
"""The most elements of one file that are looked at."""

_GROUPING_NAMES = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
GROUPING = frozenset(_GROUPING_NAMES.split())
_HEADINGS_NAMES = "H H1 H2 H3 H4 H5 H6"
HEADINGS = frozenset(_HEADINGS_NAMES.split())
_BLOCKS_NAMES = "P L LI Lbl LBody Table TR TH TD THead TBody TFoot"
BLOCKS = frozenset(_BLOCKS_NAMES.split()) | HEADINGS
_INLINE_NAMES = "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
INLINE = frozenset(_INLINE_NAMES.split())
STANDARD = GROUPING | BLOCKS | INLINE
"""The standard structure types (14.8.4)."""


class Piece(NamedTuple):
    """Marked content in an element: its number, its page (0: not told), and the form that it is in, if any."""

    page: int
    mcid: int
    form: str = ""


class Held(NamedTuple):
    """An object in an element: an annotation or a form, by its number."""

    label: str
    page: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element.

    Attributes:
        label: The number of its object.
        dictionary: Its entries.
        said: The type that is written.
        role: The standard type that this stands for; "" where it stands for none.
        parent: The element it is in; None at the top.
        kids: What it holds, in order.
        page: The page that it names, 0 for none.
    """

    label: str
    dictionary: DictionaryObject
    said: str
    role: str
    parent: "Element | None"
    page: int = 0
    kids: "list[Element | Piece | Held]" = field(default_factory=list)

    @property
    def elements(self) -> "list[Element]":
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def pieces(self) -> list[Piece]:
        """The marked content directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Piece)]

    def all(self) -> "Iterator[Element]":
        """It and everything below it, in reading order."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.elements)

    def content(self) -> Iterator[Piece]:
        """All marked content in it, in reading order."""
        waiting: list[Element | Piece | Held] = [self]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, Piece):
                yield kid
            elif isinstance(kid, Element):
                waiting += reversed(kid.kids)


@dataclass(slots=True)
class Tree:
    """The structure tree of a file.

    Attributes:
        present: Whether there is one.
        top: The elements at the top, in order.
        roles: The role map, as it is written.
        faults: What is wrong with the tree as a tree: the number of an object, and what is wrong.
        full: Whether it has more elements than are looked at.
    """

    present: bool = False
    top: list[Element] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    full: bool = False

    def all(self) -> Iterator[Element]:
        """Every element, in reading order."""
        for element in self.top:
            yield from element.all()

    def standard(self, said: str) -> str:
        """The standard type that ``said`` stands for; "" where the role map leads nowhere, or in a circle."""
        seen: set[str] = set()
        while said not in STANDARD:
            if said in seen or said not in self.roles:
                return ""
            seen.add(said)
            said = self.roles[said]
        return said


def tree_of(opened: Opened) -> Tree:
    """The structure tree of ``opened``."""
    root = opened.get(opened.catalog, "StructTreeRoot")
    if not isinstance(root, DictionaryObject):
        return Tree()
    mapped = opened.dictionary(opened.get(root, "RoleMap"))
    tree = Tree(True, roles={str(key)[1:]: opened.name(mapped.raw_get(key)) for key in mapped})
    pages = {page.label: page.number for page in opened.pages if page.label}
    _Reader(opened, tree, pages).read(root)
    return tree


class _Reader:
    """Reads elements from the top down; each object once, so that circles end."""

    def __init__(self, opened: Opened, tree: Tree, pages: dict[str, int]) -> None:
        self.opened, self.tree, self.pages = opened, tree, pages
        self.seen: set[int] = set()

    def read(self, root: DictionaryObject) -> None:
        label = self.opened.label(self.opened.raw(self.opened.catalog, "StructTreeRoot"))
        waiting: list[Element] = []
        for raw in self._kids(root):
            element = self._element(raw, None, label)
            if element is not None:
                self.tree.top.append(element)
                waiting.append(element)
        while waiting:
            element = waiting.pop()
            for raw in self._kids(element.dictionary):
                kid = self._kid(raw, element)
                if kid is not None:
                    element.kids.append(kid)
                if isinstance(kid, Element):
                    waiting.append(kid)

    def _kids(self, thing: DictionaryObject) -> list[Any]:
        raw = self.opened.raw(thing, "K")
        found = self.opened.resolve(raw)
        return list(found) if isinstance(found, ArrayObject) else [] if found is None else [raw]

    def _kid(self, raw: Any, element: Element) -> "Element | Piece | Held | None":
        opened = self.opened
        thing = opened.resolve(raw)
        if isinstance(thing, int) and not isinstance(thing, bool):
            return Piece(element.page, int(thing))
        if not isinstance(thing, DictionaryObject):
            return None
        page = self.pages.get(opened.label(opened.raw(thing, "Pg")), element.page)
        match opened.name(opened.get(thing, "Type")):
            case "MCR":
                number = int(opened.number(opened.get(thing, "MCID"), -1))
                return Piece(page, number, opened.label(opened.raw(thing, "Stm")))
            case "OBJR":
                return Held(opened.label(opened.raw(thing, "Obj")), page)
            case _:
                return self._element(raw, element, element.label)

    def _element(self, raw: Any, parent: Element | None, above: str) -> Element | None:
        """The element in ``raw``; None where it is none, or was read before. ``above`` is what it must point to."""
        opened, tree = self.opened, self.tree
        thing, label = opened.resolve(raw), opened.label(raw)
        if not isinstance(thing, DictionaryObject) or tree.full:
            return None
        if id(thing) in self.seen:
            tree.faults.append((label, "an element stands in the tree twice, or in itself"))
            return None
        self.seen.add(id(thing))
        if len(self.seen) > MOST_ELEMENTS:
            tree.full = True
            return None
        said = opened.name(opened.get(thing, "S"))
        if not said:
            tree.faults.append((label, "an element has no type"))
        elif above and opened.label(opened.raw(thing, "P")) != above:
            tree.faults.append((label, f"an element ({said}) does not point to the one that it stands in"))
        page = self.pages.get(opened.label(opened.raw(thing, "Pg")), 0)
        return Element(label, thing, said, tree.standard(said), parent, page)

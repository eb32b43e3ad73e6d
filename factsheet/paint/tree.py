"""The logical tree of a laid-out document as plain data: what is read, in order, whatever page it came to stand on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from factsheet.design.fonts import Face
from factsheet.design.inks import Ink
from factsheet.document import Area, Document, Frame, Item, Shaped, Tag, Words
from factsheet.units import EPSILON, Pt, Rect

INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "BibEntry", "Annot"})
"""The roles that stand inside a line; a link may also stand around a figure."""

_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_SOFT_HYPHEN = "\u00ad"
_GROUND: Pt = 6.0
"""The least side of an area that is the ground of a text, not a rule or a bar."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a text looks.

    Attributes:
        size: The type size.
        ink: The colour.
        weight: How bold it is, 400 for plain.
        italic: Whether it slants.
        capitals: Whether small letters are printed as capitals.
        tracking: What is added after each letter, in shares of the size.
    """

    size: Pt
    ink: Ink
    weight: int
    italic: bool
    capitals: bool
    tracking: float

    def differs(self, other: "Look") -> bool:
        """Whether a reader sees a difference between two texts in one line."""
        own, others = (self.size, self.ink, self.weight, self.italic), (other.size, other.ink, other.weight)
        return own != (*others, other.italic)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A stretch of text in one look.

    Attributes:
        text: Its characters; white space is folded, and words divided at the end of a line are whole again.
        look: How it looks.
        shaped: What is drawn for it.
        ground: The ink of the area under it, if any.
        page: The number of its page, from 0.
        x: Where it begins on the page.
        y: Its baseline.
        width: Its advance.
    """

    text: str
    look: Look
    shaped: tuple[Shaped, ...]
    ground: Ink | None
    page: int
    x: Pt
    y: Pt
    width: Pt


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A shape or a picture in a figure, where it stands on its page; no more of it is seen than is inside ``clip``."""

    item: Item
    page: int
    x: Pt
    y: Pt
    clip: Rect | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A node of the tree; what is in it, in reading order. One without a role holds lines that are apart from others.

    Attributes:
        tag: What it is.
        kids: Nodes, text and what is drawn.
        page: The number of the page it begins on.
        rect: Where it begins there.
        marks: What only decorates a row of a table: the keys of a chart, hairlines.
    """

    tag: Tag
    kids: "tuple[Kid, ...]"
    page: int
    rect: Rect
    marks: tuple[Drawn, ...] = ()

    @property
    def role(self) -> str:
        """Its structure type."""
        return self.tag.role

    @property
    def nodes(self) -> "tuple[Node, ...]":
        """The nodes right below it."""
        return tuple(kid for kid in self.kids if isinstance(kid, Node))

    def runs(self) -> Iterator[Run]:
        """All text in it."""
        for kid in self.kids:
            if isinstance(kid, Run):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.runs()

    def drawn(self) -> "Iterator[Drawn | Run]":
        """Everything in it that is seen, in the order in which it is painted."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.drawn()
            else:
                yield kid

    def every(self, role: str) -> "Iterator[Node]":
        """It and the nodes in it that have ``role``."""
        if self.role == role:
            yield self
        for node in self.nodes:
            yield from node.every(role)

    def text(self) -> str:
        """All that is said in it, as one line."""
        return _WHITE.sub(" ", "".join(_said(self))).strip()


Kid: TypeAlias = Node | Run | Drawn


def tree(document: Document) -> tuple[Node, ...]:
    """The top nodes of ``document``, one for each of its roots; those that hold nothing are empty."""
    return _Builder(document).tree()


def words(nodes: tuple[Node, ...]) -> list[str]:
    """The words of ``nodes`` in order."""
    return [word for word in _WHITE.split(" ".join("".join(_said(node)) for node in nodes)) if word]


def _said(node: Node) -> Iterator[str]:
    """The pieces of text in ``node``; nodes that are no part of a line are kept apart."""
    apart = node.role not in INLINE
    yield " " if apart else ""
    for kid in node.kids:
        if isinstance(kid, Run):
            yield kid.text
        elif isinstance(kid, Node):
            yield from _said(kid)
        elif node.role == "Figure":
            yield " "  # labels in a drawing are apart
    yield " " if apart else ""


@dataclass(slots=True, eq=False)
class _Growing:
    """A node that is not yet whole.

    Attributes:
        tag: What it is.
        page: The number of the page it begins on.
        rect: Where it begins there.
        boxed: Whether it is a box of its own, apart from what stands before it.
        rests: The page and the place of its last frame.
        kids: What is in it.
        marks: What only decorates a row.
    """

    tag: Tag
    page: int
    rect: Rect
    boxed: bool = False
    rests: tuple[int, Rect] = (-1, Rect(0.0, 0.0, 0.0, 0.0))
    kids: "list[_Growing | Run | Drawn]" = field(default_factory=list)
    marks: list[Drawn] = field(default_factory=list)


class _Builder:
    """Pages to nodes. As in a tagged PDF, two frames with one tag are one node (ISO 32000-1, 14.7)."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[Tag, _Growing] = {}
        nowhere = Rect(0.0, 0.0, 0.0, 0.0)
        self.roots = [self._make(tag, 0, nowhere) for tag in document.roots]
        self.hung: set[Tag] = set()
        self.grounds: list[tuple[Rect, Ink]] = []
        self.page = 0

    def tree(self) -> tuple[Node, ...]:
        for number, page in enumerate(self.document.pages):
            self.page = number
            self.grounds.clear()
            for region in page.regions:
                self._frame(region.frame, region.rect.x, region.rect.y, (), None)
        return tuple(Node(root.tag, _kids(root), root.page, root.rect) for root in self.roots)

    def _make(self, tag: Tag, page: int, rect: Rect) -> _Growing:
        made = self.known[tag] = _Growing(tag, page, rect)
        return made

    def _frame(self, frame: Frame, x: Pt, y: Pt, path: tuple[_Growing, ...], clip: Rect | None) -> None:
        rect = Rect(x, y, frame.width, frame.height)
        if frame.tag is not None:
            path = (*path, self._known(frame.tag, rect, boxed=True))
            if frame.tag.role == "Figure" or (frame.tag.role == "TD" and not frame.items):
                self._hold(path)
            if self._goes_under(path[-1], rect):
                apart = _Growing(Tag(""), self.page, rect)
                self._hold(path).kids.append(apart)
                self.hung.add(apart.tag)
                path = (*path, apart)
            path[-1].rests = (self.page, rect)
        clip = rect if frame.clip else clip
        for dx, dy, item in frame.items:
            if isinstance(item, Frame):
                self._frame(item, x + dx, y + dy, path, clip)
            else:
                self._item(item, x + dx, y + dy, path, clip)

    def _known(self, tag: Tag, rect: Rect, *, boxed: bool = False) -> _Growing:
        found = self.known.get(tag)
        if found is None:
            found = self._make(tag, self.page, rect)
            found.boxed = boxed
        return found

    def _goes_under(self, node: _Growing, rect: Rect) -> bool:
        """Whether a frame at ``rect`` stands under the last one of ``node``: another line, not the rest of the text."""
        page, before = node.rests
        under = rect.y > before.y + EPSILON and rect.x < before.right and rect.right > before.x
        return page == self.page and under and any(isinstance(kid, Run) for kid in node.kids)

    def _item(self, item: Item, x: Pt, y: Pt, path: tuple[_Growing, ...], clip: Rect | None) -> None:
        if isinstance(item, Area) and min(item.width, item.height) >= _GROUND:
            self.grounds.append((Rect(x, y, item.width, item.height), item.ink))
        roles = [node.tag.role for node in path]
        if "Artifact" in roles and "TR" in roles and not isinstance(item, Words):
            path[roles.index("TR")].marks.append(Drawn(item, self.page, x, y, clip))
        if not path or "Artifact" in roles:
            return
        if not isinstance(item, Words):
            self._hold(path).kids.append(Drawn(item, self.page, x, y, clip))
            return
        rect = Rect(x, y - item.size, item.width, item.size)
        if item.tag is not None:
            path = (*path, self._known(item.tag, rect))
        if item.language:
            path = (*path, self._known(Tag("Span", language=item.language), rect))
        ground = self._ground(x + 0.5, y - 0.3 * item.size)
        run = Run(item.text, _look(item), item.runs, ground, self.page, x, y - item.rise, item.width)
        self._hold(path).kids.append(run)

    def _hold(self, path: tuple[_Growing, ...]) -> _Growing:
        """The node at the end of ``path``; what is new of the path is hung into the tree."""
        for parent, node in pairwise(path):
            if node.tag not in self.hung:
                self.hung.add(node.tag)
                parent.kids.append(node)
        return path[-1]

    def _ground(self, x: Pt, y: Pt) -> Ink | None:
        """The ink that was painted last at a place of the page."""
        for rect, ink in reversed(self.grounds):
            if rect.x <= x <= rect.right and rect.y <= y <= rect.bottom:
                return ink
        return None


def _look(words: Words) -> Look:
    """How ``words`` look; the face of most of their letters tells it."""
    face = face_of(words.runs)
    size = round(words.size, 1)
    tracking = round(words.tracking / words.size, 3) if _capitals(words.runs) else 0.0
    return Look(size, words.ink, face.weight, bool(face.italic_angle), _capitals(words.runs), tracking)


def face_of(runs: tuple[Shaped, ...]) -> Face:
    """The face of most letters of ``runs``."""
    counts: dict[Face, int] = {}
    for run in runs:
        counts[run.face] = counts.get(run.face, 0) + len(run.text.strip())
    return max(counts, key=lambda face: counts[face])


def _capitals(runs: tuple[Shaped, ...]) -> bool:
    """Whether small letters are drawn as capitals: the first of them tells it for all."""
    for run in runs:
        for glyph, text, _, _ in run.glyphs:
            if len(text) == 1 and text.islower() and len(text.upper()) == 1:
                return glyph == run.face.glyph(text.upper()) != run.face.glyph(text)
    return False


def _kids(growing: _Growing) -> tuple[Kid, ...]:
    """The kids of a whole node: white space folded, and nodes dissolved that have no role and no line of their own."""
    _fold(growing)
    kids: list[Kid] = []
    for kid in growing.kids:
        if not isinstance(kid, _Growing):
            kids.append(kid)
            continue
        below = _kids(kid)
        if not kid.tag.role and all(isinstance(one, Node) and one.role not in INLINE for one in below):
            kids += below
        elif below or kid.tag.role in ("TD", "Figure"):
            kids.append(Node(kid.tag, below, kid.page, kid.rect, tuple(kid.marks)))
    return tuple(kids)


def _fold(growing: _Growing) -> None:
    """Fold the white space of each line of text below ``growing``: none at its ends, one space between words."""
    if growing.tag.role in INLINE:
        return
    line: list[tuple[_Growing, int]] = []
    for owner, place in [*_line(growing), (growing, _ENDS)]:
        if place != _ENDS:
            line.append((owner, place))
            continue
        _tidy(line)
        line = []


_ENDS, _APART = -1, -2
"""In place of the number of a run: a line ends; a space belongs here."""


def _line(growing: _Growing) -> Iterator[tuple[_Growing, int]]:
    """The places of the runs right in ``growing`` and in what stands in its lines."""
    for place, kid in enumerate(growing.kids):
        if isinstance(kid, Run):
            yield growing, place
        elif isinstance(kid, _Growing) and kid.tag.role in INLINE:
            if kid.boxed:
                yield growing, _APART
            yield from _line(kid)
        else:
            yield growing, _ENDS


def _tidy(line: list[tuple[_Growing, int]]) -> None:
    """Fold the white space in the runs of one line."""
    full: list[tuple[_Growing, int]] = []
    for owner, place in line:
        if place == _APART:
            if full and not _text(*full[-1]).endswith(" "):
                _say(*full[-1], _text(*full[-1]) + " ")
            continue
        text = _WHITE.sub(" ", _text(owner, place).replace(_SOFT_HYPHEN, ""))
        if not full or _text(*full[-1]).endswith(" "):
            text = text.removeprefix(" ")
        _say(owner, place, text)
        if text:
            full.append((owner, place))
    if full:
        _say(*full[-1], _text(*full[-1]).removesuffix(" "))


def _text(owner: _Growing, place: int) -> str:
    run = owner.kids[place]
    assert isinstance(run, Run)
    return run.text


def _say(owner: _Growing, place: int, text: str) -> None:
    run = owner.kids[place]
    assert isinstance(run, Run)
    owner.kids[place] = replace(run, text=text)

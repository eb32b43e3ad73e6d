"""What a tagged file reads out: the text of its marked content, in the order of painting and in that of the tree."""

from collections.abc import Iterator

from factsheet.preflight.fonts import Font
from factsheet.preflight.marks import Content, Mark, Marked
from factsheet.preflight.opened import Opened
from factsheet.preflight.tree import Element, Piece, Tree

SOFT_HYPHEN = "\u00ad"


class Readout:
    """The text of each piece of marked content.

    Attributes:
        texts: The text by the piece, as it is painted; soft hyphens at the ends of lines are left in.
    """

    def __init__(self, content: Content) -> None:
        """What ``content`` reads out."""
        self.texts: dict[Piece, str] = {}
        self._meanings: dict[str, dict[int, str]] = {}
        replaced: set[int] = set()
        for mark in content.all():
            owner = owner_of(mark)
            if owner is None or mark.font is None:
                continue
            spoken = next((one for one in mark.chain if one.actual is not None), None)
            if spoken is not None:
                text = "" if spoken.where in replaced else str(spoken.actual)
                replaced.add(spoken.where)
            else:
                text = self._text(mark.font, mark.codes)
            self.texts[owner] = self.texts.get(owner, "") + text

    def _text(self, font: Font, codes: tuple[int, ...]) -> str:
        known = self._meanings.get(font.key)
        if known is None:
            known = self._meanings[font.key] = font.meaning()
        return "".join(known.get(code, "") for code in codes)

    def of(self, opened: Opened, element: Element) -> str:
        """The text of ``element`` and of all in it; what replaces it, where it says so."""
        instead = opened.get(element.dictionary, "ActualText")
        if instead is not None:
            return opened.text(instead)
        return "".join(
            self.texts.get(kid, "") if isinstance(kid, Piece) else self.of(opened, kid)
            for kid in element.kids
            if isinstance(kid, Piece | Element)
        )

    def whole(self, opened: Opened, tree: Tree) -> str:
        """The text of the whole tree, its blocks parted by ends of lines."""
        return "\n".join(self.of(opened, element) for top in tree.top for element in _leaves(top))


def _leaves(element: Element) -> Iterator[Element]:
    """The elements that hold text straight, or things inside a line; those above them are walked through."""
    if element.pieces or not element.elements:
        yield element
        return
    for kid in element.elements:
        yield from _leaves(kid)


def owner_of(mark: Mark) -> Piece | None:
    """The piece of the tree that ``mark`` belongs to; None where it is an artefact or has no number."""
    if any(one.tag == "Artifact" for one in mark.chain):
        return None
    numbered = next((one for one in reversed(mark.chain) if one.mcid is not None), None)
    return _piece(numbered) if numbered is not None else None


def _piece(sequence: Marked) -> Piece:
    assert sequence.mcid is not None
    return Piece(sequence.page, sequence.mcid, sequence.form)

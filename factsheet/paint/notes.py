"""Footnotes of a document: which mark leads to which note, by its number and by the part that it stands in."""

from collections.abc import Sequence

from factsheet.paint.tree import Node

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def digits(text: str) -> str:
    """``text`` with its raised digits as plain ones."""
    return text.translate(_RAISED).strip()


class Notes:
    """The notes of a document and the marks that refer to them. A note that stands twice has two labels.

    Attributes:
        labels: What each note is called: its number, ``1-2`` where another has that.
        marks: The note that each mark leads to; None where there is none.
        first: The first mark that leads to each note.
    """

    def __init__(self, roots: Sequence[Node]) -> None:
        """The notes and marks in ``roots``."""
        self.labels: dict[Node, str] = {}
        self.marks: dict[Node, Node | None] = {}
        self.first: dict[Node, Node] = {}
        counts: dict[str, int] = {}
        for root in roots:
            for note in root.every("Note"):
                number = self._number(note)
                counts[number] = counts.get(number, 0) + 1
                self.labels[note] = number if counts[number] == 1 else f"{number}-{counts[number]}"
        for root in roots:
            own = list(root.every("Note"))
            for mark in root.every("Reference"):
                self._lead(mark, own)

    def _lead(self, mark: Node, own: Sequence[Node]) -> None:
        """Let ``mark`` lead to the note of its number: that of its own part, if there is one."""
        wanted = digits(mark.text())
        found = next((note for note in [*own, *self.labels] if self._number(note) == wanted), None)
        self.marks[mark] = found
        if found is not None:
            self.first.setdefault(found, mark)

    def _number(self, note: Node) -> str:
        return digits(next((node.text() for node in note.nodes if node.role == "Lbl"), ""))

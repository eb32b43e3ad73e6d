"""The one method of layout: ``fit``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from factsheet.document import Frame, Placed, Tag
from factsheet.units import Pt, Size


class Box(Protocol):
    """Something that can be set into room. Boxes are frozen; fitting twice gives the same answer."""

    def fit(self, room: Size) -> "Fit":
        """As much of this box as goes into ``room``, which it fills in width."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The answer to ``fit``.

    Attributes:
        frame: What fitted, as placed items; None: nothing did.
        rest: What is left over; None: everything fitted.
        tight: Whether everything fitted only because it was set in fewer lines than it would be.
    """

    frame: Frame | None
    rest: Box | None = None
    tight: bool = False


UNLIMITED = 1e6
"""A height in which everything fits."""


def framed(width: Pt, height: Pt, items: Sequence[Placed], tag: Tag | None = None) -> Frame:
    """A frame of ``items`` that knows the footnotes of the frames in it."""
    notes = tuple(note for _, _, item in items if isinstance(item, Frame) for note in item.notes)
    return Frame(width, height, tuple(items), tag, notes=notes)

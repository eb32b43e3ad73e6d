"""The answer to ``fit``, and frames that know their footnotes."""

import dataclasses

import pytest

from factsheet.document import Frame, Tag
from factsheet.layout.box import UNLIMITED, Fit, framed
from factsheet.units import Size
from tests.unit.layout.bricks import Bricks


def test_an_answer_is_never_changed() -> None:
    fit = Fit(None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        fit.frame = Frame(1, 1)  # type: ignore[misc]
    assert (fit.frame, fit.rest) == (None, None)


def test_a_frame_knows_the_notes_of_the_frames_in_it_in_order() -> None:
    tag = Tag("P")
    inner = framed(10, 10, [(0, 0, Frame(5, 5, notes=("b",))), (0, 5, Frame(5, 5, notes=("a", "b")))])
    outer = framed(10, 20, ((0, 0, inner), (0, 10, Frame(10, 10, notes=("c",)))), tag)
    assert outer.notes == ("b", "a", "b", "c")
    assert (outer.width, outer.height, outer.tag, len(outer.items)) == (10, 20, tag, 2)


def test_everything_fits_into_unlimited_height() -> None:
    assert Bricks("x" * 1000).fit(Size(10, UNLIMITED)).rest is None

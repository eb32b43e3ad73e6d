"""Editions are data: what one layout becomes when it is painted."""

import dataclasses

import pytest

from factsheet.edition import EDITIONS, PRINT, SCREEN


def test_editions_are_known_by_their_names() -> None:
    assert EDITIONS == {"print": PRINT, "screen": SCREEN}
    assert all(edition.name == name for name, edition in EDITIONS.items())


def test_print_is_for_the_press_and_screen_for_readers() -> None:
    assert (PRINT.colours, PRINT.marks, PRINT.interactive) == ("cmyk", True, False)
    assert (SCREEN.colours, SCREEN.marks, SCREEN.interactive) == ("rgb", False, True)


def test_an_edition_is_never_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PRINT.marks = False  # type: ignore[misc]

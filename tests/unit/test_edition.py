"""Editions are data: what one layout becomes when it is painted."""

import dataclasses

import pytest

from factsheet.edition import EDITIONS, OFFICE, PRESS, PRINT, PRINT_X1A, PROOF, SCREEN, TEXT, WEB


def test_editions_are_known_by_their_names() -> None:
    assert EDITIONS == {"print": PRINT, "screen": SCREEN, "office": OFFICE, "proof": PROOF}
    assert PRESS == {"x4": PRINT, "x1a": PRINT_X1A}
    assert all(edition.name == name for name, edition in EDITIONS.items())


def test_print_is_for_the_press_and_screen_for_readers() -> None:
    assert (PRINT.colours, PRINT.marks, PRINT.interactive) == ("cmyk", True, False)
    assert (SCREEN.colours, SCREEN.marks, SCREEN.interactive) == ("rgb", False, True)


def test_only_print_editions_follow_a_standard_of_the_press() -> None:
    assert (PRINT.standard, PRINT.version) == ("PDF/X-4", (1, 6))
    assert (PRINT_X1A.standard, PRINT_X1A.version) == ("PDF/X-1a:2003", (1, 4))
    assert {edition.standard for edition in (SCREEN, OFFICE, PROOF)} == {""}


def test_an_edition_is_never_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PRINT.marks = False  # type: ignore[misc]


def test_what_has_no_pages_has_a_name_of_its_own() -> None:
    assert (WEB, TEXT) == ("web", "text")
    assert not {WEB, TEXT} & set(EDITIONS)

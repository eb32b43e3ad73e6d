"""The limits of the house."""

from factsheet.preflight.house import Limits


def test_what_is_asked_where_a_printing_office_says_nothing() -> None:
    limits = Limits()
    assert (limits.ink_limit, limits.bleed_mm, limits.safe_mm, limits.line) == (300, 3, 3, 0.25)
    assert (limits.type_size, limits.white_type_size, limits.black_size, limits.overprint_size) == (5, 6, 24, 12)
    assert limits.spots == frozenset()

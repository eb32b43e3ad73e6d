"""What a rule knows besides the file."""

import pytest

from factsheet.preflight.context import Context
from factsheet.preflight.house import Limits
from factsheet.preflight.marks import Content


@pytest.mark.parametrize(
    ("standard", "gwg", "asked", "name", "x1a"),
    [
        ("x4", True, {"x4", "gwg"}, "PDF/X-4", False),
        ("x1a", False, {"x1a"}, "PDF/X-1a:2003", True),
        ("", True, {"gwg"}, "PDF/X", False),
    ],
)
def test_whose_rules_are_asked(standard: str, gwg: bool, asked: set[str], name: str, x1a: bool) -> None:
    found = Context(standard, gwg, Limits(), Content())  # type: ignore[arg-type]
    assert found.asked == asked
    assert found.standard_name == name
    assert found.x1a is x1a

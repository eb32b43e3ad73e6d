"""Tagged files for the tests of their rules: a judgement of one, and what one rule says of it."""

from collections.abc import Callable, Iterator

from factsheet.preflight.contents import read_content
from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.house import Limits
from factsheet.preflight.opened import Opened
from factsheet.preflight.tree import tree_of
from tests.conformance.broken.sheet import Sheet
from tests.conformance.broken.tagged_sheet import screen

Judge = Callable[[Opened, Context], Iterator[Hit]]


def said(judge: Judge, sheet: Sheet | None = None) -> list[tuple[str, str, str]]:
    """The rule, the value found and the message of each hit of ``judge`` on ``sheet``, or the correct file."""
    opened = Opened((sheet or screen()).pdf())
    context = Context("", False, Limits(), read_content(opened), frozenset({"ua1", "a2a"}), tree_of(opened))
    return [(hit.rule, hit.found, hit.message) for hit in judge(opened, context)]

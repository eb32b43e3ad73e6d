"""What preflight says of a file."""

from factsheet.preflight.hits import Hit, Inventory, Report, ordered


def report(*hits: Hit) -> Report:
    return Report("a.pdf", 1, "", (), ("x4",), hits, Inventory())


def test_warnings_alone_pass() -> None:
    assert report(Hit("R0004", "warning", "two sizes")).passed
    assert not report(Hit("R0004", "warning", "two sizes"), Hit("X-40", "error", "RGB")).passed


def test_hits_are_counted_by_level() -> None:
    found = report(Hit("X-40", "error", "RGB"), Hit("X-40", "error", "RGB", page=2), Hit("R0004", "warning", "sizes"))
    assert (found.count("error"), found.count("warning")) == (2, 1)


def test_the_order_is_that_of_the_pages_and_nothing_stands_twice() -> None:
    second, first, twice = Hit("A", "error", "x", 2), Hit("B", "warning", "x", 1), Hit("B", "warning", "x", 1)
    graver = Hit("Z", "error", "x", 1)
    assert ordered([second, first, twice, graver]) == (graver, first, second)

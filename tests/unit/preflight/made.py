"""Small files for the tests of the judge: a page with some content, and what is read of it."""

from typing import Any

from factsheet.preflight.contents import read_content
from factsheet.preflight.context import Context
from factsheet.preflight.house import Limits
from factsheet.preflight.marks import Content, Mark
from factsheet.preflight.opened import Opened
from tests.conformance.broken.sheet import Sheet, x1a, x4
from tests.conformance.pdf_files import Ref, Stream

BLEED = (19.496, 19.496, 456.504, 631.504)
"""The bleed box of the page; its trim lies 3 mm inside."""


def page(content: bytes = b"", *, base: str = "x4", **resources: dict[str, Any]) -> Sheet:
    """A correct file whose page has ``content`` alone, with more resources by kind and name."""
    sheet = x1a() if base == "x1a" else x4()
    sheet.content = {"all": content}
    for kind, entries in resources.items():
        for name, thing in entries.items():
            if isinstance(thing, Stream):
                sheet.objects[f"more {name}"] = thing
            sheet.resource(kind, name, Ref(f"more {name}") if isinstance(thing, Stream) else thing)
    return sheet


def opened(sheet: Sheet) -> Opened:
    """The file, opened."""
    return Opened(sheet.pdf())


def read(sheet: Sheet) -> Content:
    """What the file paints."""
    return read_content(opened(sheet))


def marks(content: bytes, **resources: dict[str, Any]) -> list[Mark]:
    """What a page with ``content`` paints."""
    return list(read(page(content, **resources)).all())


def only(content: bytes, **resources: dict[str, Any]) -> Mark:
    """The only mark of a page."""
    (found,) = marks(content, **resources)
    return found


def told(content: bytes, **resources: dict[str, Any]) -> list[tuple[str, str]]:
    """The rules that reading ``content`` finds broken, with what is said."""
    return [(hit.rule, hit.message) for hit in read(page(content, **resources)).hits]


def context(sheet: Sheet, *, standard: Any = "x4", gwg: bool = True, limits: Limits | None = None) -> Context:
    """A judgement of ``sheet``."""
    return Context(standard, gwg, limits or Limits(), read(sheet))

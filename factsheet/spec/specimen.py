"""The specimen: a factsheet with one of every block, made from the examples in their docstrings."""

from collections.abc import Iterator
from inspect import cleandoc
from textwrap import indent

from factsheet.blocks import registry
from factsheet.blocks.base import Block

_HEAD = """\
# yaml-language-server: $schema=factsheet.schema.json
#
# One of every block. This file is made from the examples in the program: change them there, then run "make golden".

language: en
title: "Specimen: every block that a factsheet can have"
subtitle: Each stands under the key by which a spec asks for it
label: Specimen
date: 2026-01-31
cover:
  file: pictures/valley.jpg
  alt: Two riders pass three gers in a wide valley before sunset.
  focus: {x: 60, y: 60}

main:
  - heading: What this is
  - text: |
      This factsheet shows **one of every block**. The small headings are the keys of a spec; what follows them is what
      such a block looks like. Its file, specs/specimen.yaml, can be opened, changed and built like any other[^1].
"""

_TAIL = """
notes:
  1: A footnote stands at the foot of the column in which it is referred to.

footer:
  text: "What each block may hold is told in the manual:"
  url: www.example.org/factsheet
"""

_SECTIONS = {
    "Words": ("text", "bullets", "numbered"),
    "What stands out": ("quote", "callout"),
    "Numbers": ("figures", "indicators", "table", "chart", "timeline"),
    "Pictures and marks": ("picture", "logos", "sdgs", "qr"),
}
_MORE = {
    "quote": """\
- quote:
    text: “We ask first what has happened to somebody, and only then for papers.”
    name: D. Oyun
    role: head of a crossing, Zamyn-Uud
    picture: {file: pictures/speaker.jpg, alt: A woman with dark hair in a blue jacket.}
""",
    "chart": """\
- chart:
    kind: share
    title: Who was trained
    labels: ["2012", "2013", "2014"]
    series:
      - {name: Border guards, values: [34, 52, 61]}
      - {name: Police, values: [20, 33, 44]}
      - {name: Judges, values: [6, 12, 20]}
- chart:
    kind: progress
    title: Provinces with a referral system
    data: {East: 9 of 12, South: 5 of 12, West: 3 of 14, North: 6 of 9, Capital: 8 of 9}
- chart:
    kind: line
    title: Cases identified
    unit: cases a year
    labels: ["2009", "2010", "2011", "2012", "2013", "2014"]
    series:
      - {name: Mongolia, values: [12, 15, 14, 22, 31, 38]}
      - {name: Abroad, values: [8, 9, 13, 12, 18, 17]}
    source: National Police Agency
    width: full
""",
    "qr": """\
- picture:
    file: pictures/valley.jpg
    alt: The same riders, closer, on their way to the gers.
    caption: A picture may go over all columns (“full”), or to the edges of the page (“bleed”)
    crop: "5:2"
    focus: {x: 62, y: 70}
    width: bleed
""",
}
"""What shows more of a block than its example does."""

_SHOWN_BY_ITSELF = {"heading", "subheading", "page", "columns"}
"""Blocks that the specimen is built with, so that they need no place of their own."""

_BEFORE = {
    "What stands out": """
  - page: new
""",
    "Pictures and marks": """
  - page: new
  - columns: 1
  - text: Above this sentence stands “columns” with a 1, so that it goes over all columns; below it, with a 2.
  - columns: 2
""",
}
"""What steers a section."""

_SIDEBAR = (
    *("duration", "status", "support", "partners", "links"),
    *("budget", "location", "beneficiaries", "facts", "contact"),
)


def specimen() -> str:
    """The spec, as YAML."""
    return _HEAD + "".join(_main()) + "\nsidebar:\n" + "".join(_sidebar()) + _TAIL


def example(kind: type[Block]) -> str:
    """The example in the docstring of ``kind``, as YAML."""
    _, _, text = cleandoc(kind.__doc__ or "").partition("Example::\n")
    return cleandoc(text) + "\n"


def _main() -> Iterator[str]:
    kinds = registry()
    placed = {key for keys in _SECTIONS.values() for key in keys} | _SHOWN_BY_ITSELF
    more = tuple(key for key, kind in kinds.items() if kind.place == "main" and key not in placed)
    sections = {**_SECTIONS, "Others": more} if more else _SECTIONS
    for name, keys in sections.items():
        yield f"{_BEFORE.get(name, '')}\n  - heading: {name}\n"
        for key in keys:
            yield f"  - subheading: {key}\n"
            yield indent(example(kinds[key]) + _MORE.get(key, ""), "  ")


def _sidebar() -> Iterator[str]:
    kinds = {key: kind for key, kind in registry().items() if kind.place == "sidebar"}
    for key in (*_SIDEBAR, *(key for key in kinds if key not in _SIDEBAR)):
        yield indent(example(kinds[key]), "  ")

"""The structure tree by itself: types, headings, lists, tables, figures, notes (Matterhorn Protocol 1.1)."""

import re
from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject

from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning
from factsheet.preflight.tree import BLOCKS, GROUPING, HEADINGS, STANDARD, Element, Held, Tree

_TAGS = "mend the tags in the program that made it"
_LEVEL = re.compile(r"H([1-6])")
FILE_NAME = re.compile(r"[\w .()-]+\.(?:jpe?g|png|gif|tiff?|webp|svg|bmp|eps|pdf|indd|psd|heic)", re.IGNORECASE)


def types(_: Opened, context: Context) -> Iterator[Hit]:
    """02-001, 02-003, 02-004: every type is a standard one, or leads to one."""
    roles = context.tree.roles
    for said in roles:
        if said in STANDARD:
            yield error(
                "02-004", f"the standard type {said} is given another meaning ({roles[said]})", found=said, hint=_TAGS
            )
        elif _circles(roles, said):
            yield error("02-003", f"the role map leads from {said} in a circle", found=said, hint=_TAGS)
    for said, element in {one.said: one for one in context.tree.all() if one.said and not one.role}.items():
        if not _circles(roles, said):
            message = f"the type {said} is no standard one, and the role map leads to none"
            yield error("02-001", message, page=element.page, thing=element.label, found=said, hint=_TAGS)


def _circles(roles: dict[str, str], said: str) -> bool:
    seen: set[str] = set()
    while said in roles and said not in STANDARD:
        if said in seen:
            return True
        seen.add(said)
        said = roles[said]
    return False


def headings(_: Opened, context: Context) -> Iterator[Hit]:
    """14-002, 14-003, 14-006, 14-007."""
    last = 0
    kinds: set[bool] = set()
    for element in context.tree.all():
        if element.role not in HEADINGS:
            continue
        kinds.add(element.role == "H")
        level = _LEVEL.fullmatch(element.role)
        if level is None:
            continue
        found = int(level[1])
        if not last and found != 1:
            message = f"the first heading is of level {found}, not 1"
            yield _of(element, "14-002", message, f"H{found}", "H1")
        elif last and found > last + 1:
            message = f"a heading of level {found} follows one of level {last}"
            yield _of(element, "14-003", message, f"H{found}", f"H{last + 1} at most")
        last = found
    for element in context.tree.all():
        if sum(kid.role == "H" for kid in element.elements) > 1:
            yield _of(element, "14-006", "an element has two headings without a level (H)", "2", "1")
    if len(kinds) > 1:
        yield error("14-007", "headings with a level (H1) and without one (H) are mixed", hint=_TAGS)


def _of(element: Element, rule: str, message: str, found: str = "", limit: str = "") -> Hit:
    """An error of ``element``."""
    return error(rule, message, page=_page(element), thing=element.label, found=found, limit=limit, hint=_TAGS)


def _advice(element: Element, rule: str, message: str, found: str = "", limit: str = "") -> Hit:
    return warning(rule, message, page=_page(element), thing=element.label, found=found, limit=limit, hint=_TAGS)


def _page(element: Element) -> int:
    return element.page or next((piece.page for piece in element.content()), 0)


_LISTS = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}}
_TOC = {"TOC": {"TOC", "TOCI", "Caption"}}
_TABLES = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
_HOMES = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "RB": {"Ruby"},
    "RT": {"Ruby"},
    "RP": {"Ruby"},
    "WT": {"Warichu"},
    "WP": {"Warichu"},
}
"""The elements in which others may stand (14.8.4.3)."""

_RULES = {"LI": "09-005", "LBody": "09-005", "TOCI": "09-006", "RB": "09-007", "RT": "09-007", "RP": "09-007",
          "WT": "09-008", "WP": "09-008"}  # fmt: skip


def syntax(opened: Opened, context: Context) -> Iterator[Hit]:
    """09-004 to 09-008: what may stand in lists, tables of contents and tables, and where their parts stand."""
    for element in context.tree.all():
        for rule, inside in (("09-005", _LISTS), ("09-006", _TOC), ("09-004", _TABLES)):
            if element.role in inside:
                yield from _inside(element, rule, inside[element.role])
        home = _HOMES.get(element.role)
        parent = _above(element)
        if home is not None and parent not in home:
            message = f"{element.role} stands in {parent or 'nothing'}, not in {' or '.join(sorted(home))}"
            yield _of(element, _RULES.get(element.role, "09-004"), message, parent)
        if element.role == "Table":
            yield from _table(opened, element)


def _inside(element: Element, rule: str, allowed: set[str]) -> Iterator[Hit]:
    kids = _below(element)
    for kid in kids:
        if kid.role not in allowed:
            message = f"{kid.said or 'an element without a type'} stands in {element.role}"
            yield _of(kid, rule, message, kid.said, " or ".join(sorted(allowed)))
    if element.pieces:
        yield _of(element, rule, f"text stands straight in {element.role}", "", " or ".join(sorted(allowed)))
    captions = [n for n, kid in enumerate(kids) if kid.role == "Caption"]
    ends = {0, len(kids) - 1} if element.role == "Table" else {0}
    if len(captions) > 1 or not ends.issuperset(captions):
        yield _of(element, rule, f"the caption of {element.role} does not stand at its beginning, or is not alone")
    if element.role == "Table":
        roles = [kid.role for kid in kids]
        for part in ("THead", "TFoot"):
            if roles.count(part) > 1:
                yield _of(element, rule, f"a table has {roles.count(part)} {part}", f"{roles.count(part)}", "1")
        if ("THead" in roles or "TFoot" in roles) and "TBody" not in roles:
            yield _of(element, rule, "a table has THead or TFoot, but no TBody")


def _below(element: Element) -> list[Element]:
    """The elements in ``element``; groups that mean nothing give way to what they hold."""
    found: list[Element] = []
    for kid in element.elements:
        found += _below(kid) if kid.role == "NonStruct" else [kid]
    return found


def _above(element: Element) -> str:
    """The type of what ``element`` stands in."""
    parent = element.parent
    while parent is not None and parent.role == "NonStruct":
        parent = parent.parent
    return parent.role if parent is not None else ""


def attribute(opened: Opened, element: Element, owner: str, key: str) -> object:
    """An attribute of ``element``: its own, or that of a class it belongs to (14.7.5)."""
    found: object = None
    classes = opened.get(opened.catalog, "StructTreeRoot", "ClassMap")
    named = opened.get(element.dictionary, "C")
    names = [named] if not isinstance(named, ArrayObject) else list(named)
    holders = [opened.get(classes, opened.name(name)) for name in names if opened.name(name)]
    for holder in (*holders, opened.get(element.dictionary, "A")):
        for one in list(holder) if isinstance(holder, ArrayObject) else [holder]:
            attributes = opened.resolve(one)
            if isinstance(attributes, DictionaryObject) and opened.name(opened.get(attributes, "O")) == owner:
                value = opened.get(attributes, key)
                found = value if value is not None else found
    return found


def _table(opened: Opened, table: Element) -> Iterator[Hit]:
    """The grid: cells do not overlap, rows span equally many columns; and heads say what they are heads of."""
    rows = [kid for part in _below(table) for kid in ([part] if part.role == "TR" else _below(part))]
    rows = [row for row in rows if row.role == "TR"]
    taken: set[tuple[int, int]] = set()
    widths: list[int] = []
    ends: dict[int, int] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in _below(row):
            while (y, x) in taken:
                x += 1
            across, down = (_span(opened, cell, key) for key in ("ColSpan", "RowSpan"))
            if y + down > len(rows):
                yield _of(cell, "09-004", f"a cell spans {down} rows, and the table ends before", f"{down}")
                down = len(rows) - y
            if len(taken) + across * down > _MOST_CELLS:
                yield _of(table, "09-004", f"a table has more than {_MOST_CELLS:,} cells: it was not looked at further")
                return
            spot = {(y + dy, x + dx) for dy in range(down) for dx in range(across)}
            if spot & taken:
                yield _of(cell, "09-004", "cells of a table overlap")
            taken |= spot
            x += across
            for line in range(y, y + down):
                ends[line] = max(ends.get(line, 0), x)
        widths.append(max(x, ends.get(y, 0)))
    if len(set(widths)) > 1:
        told = ", ".join(map(str, widths[:12]))
        yield _of(table, "09-004", "the rows of a table do not span equally many columns", told, "the same")
    cells = [cell for row in rows for cell in _below(row)]
    by_headers = any(attribute(opened, cell, "Table", "Headers") is not None for cell in cells)
    for cell in cells:
        scope = opened.name(attribute(opened, cell, "Table", "Scope"))
        if cell.role == "TH" and scope not in ("Row", "Column", "Both") and not by_headers:
            message = "a head of a table does not say whether it is of a row or of a column (Scope)"
            yield _of(cell, "15-003", message, scope or "nothing", "Row, Column or Both")


_MOST_CELLS = 200_000
"""The most cells of one table that are looked at, those that are spanned as often as they are."""


def _span(opened: Opened, cell: Element, key: str) -> int:
    return min(max(int(opened.number(attribute(opened, cell, "Table", key), 1)), 1), 1000)


def figures(opened: Opened, context: Context) -> Iterator[Hit]:
    """13-004, 17-002, UA-bbox: pictures and formulas say in words what they show, and where they are."""
    for element in context.tree.all():
        if element.role not in ("Figure", "Formula"):
            continue
        said = " ".join(opened.text(opened.get(element.dictionary, key)).strip() for key in ("Alt", "ActualText"))
        said = said.strip()
        if not said:
            rule, what = ("13-004", "picture") if element.role == "Figure" else ("17-002", "formula")
            yield _of(element, rule, f"a {what} has no alternative text", "nothing", "Alt or ActualText")
        elif FILE_NAME.fullmatch(said):
            message = f"the alternative text of a picture is the name of a file: {said[:60]}"
            yield _advice(element, "13-004", message, said[:60], "what it shows")
        box = attribute(opened, element, "Layout", "BBox")
        sides = [opened.number(value) for value in opened.array(box)]
        if len(sides) != 4 or sides[0] >= sides[2] or sides[1] >= sides[3]:
            yield _advice(element, "UA-bbox", "a picture does not say where it is (BBox)", "", "four numbers")


def lists(opened: Opened, context: Context) -> Iterator[Hit]:
    """UA-16-001: a list with printed labels says how it is numbered."""
    for element in context.tree.all():
        labelled = any(kid.role == "Lbl" for item in _below(element) for kid in _below(item))
        if element.role != "L" or not labelled:
            continue
        if not opened.name(attribute(opened, element, "List", "ListNumbering")):
            message = "a list with labels does not say how it is numbered (ListNumbering)"
            yield _advice(element, "UA-16-001", message, "nothing", "Decimal, Disc …")


def notes(opened: Opened, context: Context) -> Iterator[Hit]:
    """19-003, 19-004."""
    seen: set[str] = set()
    for element in context.tree.all():
        if element.role != "Note":
            continue
        name = opened.text(opened.get(element.dictionary, "ID"))
        if not name:
            yield _of(element, "19-003", "a note has no ID of its own", "nothing", "ID")
        elif name in seen:
            yield _of(element, "19-004", f"two notes have the ID {name[:40]}", name[:40], "one of its own")
        seen.add(name)


_IN_TEXT = {"P", *HEADINGS}
_NO_TEXT = {"Document", "Part", "Art", "Sect", "Table", "TR", "L", "THead", "TBody", "TFoot"}


def nesting(_: Opened, context: Context) -> Iterator[Hit]:
    """UA-nesting, UA-empty: no block in a paragraph, no text in a group, nothing empty."""
    empty: dict[str, list[Element]] = {}
    for element in context.tree.all():
        if element.role in _IN_TEXT:
            for kid in element.elements:
                if kid.role in BLOCKS - {"Lbl"} or kid.role in GROUPING - {"NonStruct", "Private"}:
                    yield _advice(kid, "UA-nesting", f"{kid.role} stands in {element.role}, which holds text alone")
        if element.role in _NO_TEXT - {"L", "TR", "Table", "THead", "TBody", "TFoot"} and element.pieces:
            yield _advice(element, "UA-nesting", f"text stands straight in {element.role}", "", "P")
        if not element.kids and element.role not in ("TD", "TH", ""):
            empty.setdefault(element.role, []).append(element)
    for role, found in empty.items():
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        yield _advice(found[0], "UA-empty", f"an element ({role}) is empty{more}", f"{len(found)}", "0")


def holders(tree: Tree) -> dict[str, Element]:
    """The element that holds each annotation, by its number."""
    return {kid.label: element for element in tree.all() for kid in element.kids if isinstance(kid, Held)}


JUDGES = (
    (("02-001", "02-003", "02-004"), types),
    (("14-002", "14-003", "14-006", "14-007"), headings),
    (("09-004", "09-005", "09-006", "09-007", "09-008", "15-003"), syntax),
    (("13-004", "17-002", "UA-bbox"), figures),
    (("UA-16-001",), lists),
    (("19-003", "19-004"), notes),
    (("UA-nesting", "UA-empty"), nesting),
)

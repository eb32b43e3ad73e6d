"""Translations as XLIFF 1.2, for translation programs.

Inline markup is put into elements whose content is the markup itself, as the standard wants it: a program protects
them, and the text of a unit with and without them is the same. So nothing is lost, whoever drops them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from factsheet.findings import CatalogueError, Finding, Where
from factsheet.i18n.exchange import Unit, data_of, same_language
from factsheet.i18n.merge import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
VERSION = "1.2"
STATES: dict[State, str] = {
    "translated": "translated",
    "fuzzy": "needs-review-translation",
    "missing": "needs-translation",
}
UNTOUCHED = ("new", "needs-translation")
"""States of a text that nobody has begun with; with a translation, some programs mean a fuzzy one by them."""

FUZZY = ("needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "needs-review-translation")
FINAL = ("final", "signed-off")
"""States of a text that a second person has read; ``approved`` is set by some programs for every text that is typed."""


def written(found: list[Unit], spec: str, source: str, target: str) -> bytes:
    """``found`` as a file for the translators of ``spec`` from the language ``source`` into ``target``."""
    head = (
        f"<file original={quoteattr(spec)} source-language={quoteattr(source)} target-language={quoteattr(target)} "
        'datatype="plaintext">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="{VERSION}" xmlns="{NAMESPACE}">',
        f"  {head}",
        "    <body>",
        *(line for unit in found for line in _unit(unit)),
        "    </body>",
        "  </file>",
        "</xliff>",
    ]
    return ("\n".join(lines) + "\n").encode()


def read(path: Path, language: str, spec: str) -> list[Unit]:
    """The texts of ``spec`` in the file ``path`` with their translations into ``language``.

    Raises:
        CatalogueError: it is no XLIFF 1.2, or one of another language or spec.
    """
    data = data_of(path)
    root = _parsed(data, path)
    lines = tuple(data.decode("utf-8", "replace").splitlines())

    def wrong(message: str, line: int, hint: str = "") -> CatalogueError:
        return CatalogueError([Finding("xliff", message, where=Where(str(path), line, 1, lines), hint=hint)])

    if root.name != "xliff" or root.space not in ("", NAMESPACE) or root.attributes.get("version") != VERSION:
        version = root.attributes.get("version", "")
        message = f"this is XLIFF {version[:20]}" if root.name == "xliff" and version else "this is no XLIFF file"
        raise wrong(f"{message}, not XLIFF 1.2", root.line, "let the translation program save it as XLIFF 1.2")
    files = [one for one in root.children() if one.name == "file"]
    if not files:
        raise wrong("there is no <file> in it", root.line)
    result = []
    for file in files:
        target = file.attributes.get("target-language", "")
        if not same_language(target, language):
            said = f"into {target[:30]}" if target else "into no language that it names"
            raise wrong(
                f"this is a translation {said}, not into {language}", file.line, "name its language with --lang"
            )
        original = re.split(r"[/\\]", file.attributes.get("original", ""))[-1]
        if original != spec:
            raise wrong(f"this translates “{original[:60]}”, not {spec}", file.line)
        for node in file.inside("trans-unit"):
            unit = _read(node, Where(str(path), node.line, 1, lines))
            if unit is None:
                raise wrong("this unit has no <source>", node.line)
            result.append(unit)
    return result


def _unit(unit: Unit) -> Iterator[str]:
    name = quoteattr(unit.path)
    approved = "yes" if unit.approved else "no"
    state = STATES[unit.state]
    yield f'      <trans-unit id={name} resname={name} xml:space="preserve" approved="{approved}">'
    yield f"        <source>{_marked(unit.source, unit.rich)}</source>"
    yield f'        <target state="{state}">{_marked(unit.target, unit.rich)}</target>'
    if unit.room:
        yield f'        <note from="developer">{_escaped(unit.room)}</note>'
    if unit.comment:
        yield f'        <note from="translator">{_escaped(unit.comment)}</note>'
    if unit.previous:
        yield '        <alt-trans alttranstype="previous-version">'
        yield f"          <source>{_marked(unit.previous, unit.rich)}</source>"
        yield f"          <target>{_marked(unit.target, unit.rich)}</target>"
        yield "        </alt-trans>"
    yield "      </trans-unit>"


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


_MARKUP = re.compile(
    r"\\.|(?P<note>\[\^[^\]\s]+\])|(?P<close>\]\([^()\s]*\))|(?P<open>\[)|(?P<star>\*\*|\*)", re.DOTALL
)


def _marked(text: str, rich: bool) -> str:
    """``text`` as XML, its markup in elements: pairs in ``bpt`` and ``ept``, footnote marks in ``ph``."""
    if not rich:
        return _escaped(text)
    named: dict[int, str] = {}
    opened: list[re.Match[str]] = []
    tokens = list(_MARKUP.finditer(text))
    number = 0
    for token in tokens:
        begun = "[" if token["close"] else token[0]
        first = next((one for one in reversed(opened) if one[0] == begun), None)
        if token["note"]:
            number += 1
            named[token.start()] = f'<ph id="{number}">{_escaped(token[0])}</ph>'
        elif (token["close"] or token["star"]) and first is not None:
            number += 1
            opened.remove(first)
            kind = "link" if token["close"] else "bold" if begun == "**" else "italic"
            named[first.start()] = f'<bpt id="{number}" ctype="{kind}">{_escaped(first[0])}</bpt>'
            named[token.start()] = f'<ept id="{number}">{_escaped(token[0])}</ept>'
        elif token["open"] or token["star"]:
            opened.append(token)
    parts, at = [], 0
    for token in tokens:
        if token.start() in named:
            parts += [_escaped(text[at : token.start()]), named[token.start()]]
            at = token.end()
    return "".join((*parts, _escaped(text[at:])))


@dataclass(slots=True)
class _Node:
    """An element, as far as it is read."""

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    content: "list[_Node | str]" = field(default_factory=list)

    def children(self) -> "Iterator[_Node]":
        return (one for one in self.content if isinstance(one, _Node))

    def inside(self, name: str) -> "Iterator[_Node]":
        """The elements ``name`` in it, in their order."""
        rest = [self]
        while rest:
            node = rest.pop()
            if node.name == name:
                yield node
            else:
                rest.extend(reversed(list(node.children())))

    def first(self, name: str) -> "_Node | None":
        """The first element ``name`` right in it."""
        return next((one for one in self.children() if one.name == name), None)

    def leaves(self) -> "Iterator[tuple[_Node, str]]":
        """The pieces of text in it, each with the element that it stands in; "" for an element without any."""
        rest: list[tuple[_Node, _Node | str]] = [(self, self)]
        while rest:
            parent, one = rest.pop()
            if isinstance(one, str):
                yield parent, one
            elif one.content:
                rest.extend((one, part) for part in reversed(one.content))
            else:
                yield one, ""


def _read(node: _Node, where: Where) -> Unit | None:
    source, target = node.first("source"), node.first("target")
    if source is None:
        return None
    codes: dict[str, str] = {}
    for inner, text in source.leaves():
        if inner.name in _CODES:
            codes[_code(inner)] = codes.get(_code(inner), "") + text
    said = "" if target is None else _text(target, codes)
    state = "" if target is None else target.attributes.get("state", "")
    approved = node.attributes.get("approved", "") == "yes"
    alternative = next(
        (one for one in node.children() if one.attributes.get("alttranstype") == "previous-version"), None
    )
    previous = None if alternative is None else alternative.first("source")
    original = _text(source, {})
    notes = [one for one in node.children() if one.name == "note" and one.attributes.get("from") == "translator"]
    fuzzy = state in FUZZY or (state in UNTOUCHED and not approved)
    found: State = "fuzzy" if fuzzy else "translated"
    if not said or (state in UNTOUCHED and said == original):
        said, found = "", "missing"
    return Unit(
        node.attributes.get("resname") or node.attributes.get("id", ""),
        original,
        said,
        found,
        _text(previous, {}) if previous is not None else "",
        "\n".join(_text(one, {}) for one in notes) if notes else None,
        found == "translated" and state in FINAL,
        where=where,
    )


_CODES = ("ph", "bpt", "ept", "it", "x", "bx", "ex")
_ALIKE = {"x": "ph", "it": "ph", "bx": "bpt", "ex": "ept"}


def _code(node: _Node) -> str:
    """The name by which an inline element of a translation is that of its source."""
    return f"{_ALIKE.get(node.name, node.name)} {node.attributes.get('id', '')}"


def _text(node: _Node, codes: dict[str, str]) -> str:
    """The text in ``node``; an inline element that a program has emptied says what it says in the source."""
    return "".join(
        text or (codes.get(_code(inner), "") if inner.name in _CODES else "") for inner, text in node.leaves()
    )


def _parsed(data: bytes, path: Path) -> _Node:
    """The root of the XML ``data``.

    Raises:
        CatalogueError: it is none, or declares entities.
    """
    lines = tuple(data.decode("utf-8", "replace").splitlines())
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    top = _Node("", "", {}, 0)
    within = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        node = _Node(local, space, attributes, parser.CurrentLineNumber)
        within[-1].content.append(node)
        within.append(node)

    def end(_: str) -> None:
        within.pop()

    def characters(text: str) -> None:
        within[-1].content.append(text)

    def declaration(*_: object) -> None:
        message = "a document type is declared here, which could hide anything: refused"
        where = Where(str(path), parser.CurrentLineNumber, 1, lines)
        raise CatalogueError([Finding("xliff", message, where=where, hint="delete the <!DOCTYPE …>")])

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = declaration
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        where = Where(str(path), problem.lineno, problem.offset + 1, lines)
        reason = expat.ErrorString(problem.code)
        message = f"this is not XML: {reason}"
        raise CatalogueError([Finding("xliff", message, where=where, hint="take the last good copy")]) from None
    except (LookupError, ValueError) as problem:
        message = f"this is not XML: {problem}"
        raise CatalogueError([Finding("xliff", message, where=Where(str(path), 1, 1, lines))]) from None
    return next(top.children())

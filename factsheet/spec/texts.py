"""What can be wrong with the texts themselves: markup, footnotes, and characters that no font has."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from factsheet.blocks.base import texts_of
from factsheet.findings import Finding, Where
from factsheet.i18n.language import Language
from factsheet.i18n.links import says_nothing
from factsheet.i18n.text import Rich, Spoken, Text
from factsheet.spec.model import Factsheet
from factsheet.text.markup import BLANK_LINE, labels, plain, slips, spans
from factsheet.text.styles import Styles

if TYPE_CHECKING:
    from factsheet.layout.room import Part

_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}


def written(sheet: Factsheet) -> Iterator[tuple[Where, str]]:
    """Each text of the author's that is printed, with its place, without its markup."""
    for text in sheet.texts():
        if not isinstance(text, Spoken):
            yield text.where, plain(text) if isinstance(text, Rich) else str(text)


def parts(sheet: Factsheet) -> "Iterator[Part]":
    """The pieces of a spec that take room, in reading order: the title, each block, the notes, the footer."""
    from factsheet.layout.room import Part  # noqa: PLC0415 - only what a command needs is imported

    for name in ("title", "subtitle"):
        if (text := getattr(sheet, name)) is not None:
            yield Part(name, text.where.line, frozenset([(text.where.line, text.where.column)]))
    for block in (*sheet.main, *sheet.sidebar):
        if not block.steers:
            wheres = [block.where, *(text.where for text in texts_of(block))]
            yield Part(block.key, block.where.line, frozenset((where.line, where.column) for where in wheres))
    for name, value in (("notes", sheet.notes), ("footer", sheet.footer)):
        wheres = [text.where for text in texts_of(value)]
        if wheres:
            yield Part(name, sheet.where_of(name).line, frozenset((where.line, where.column) for where in wheres))


def passages(sheet: Factsheet, *, facts_first: bool = False) -> Iterator[tuple[str, Where, tuple[str, ...]]]:
    """The title and each block as they are read: the name, the place, and the texts that are printed."""
    body = (*sheet.sidebar, *sheet.main) if facts_first else (*sheet.main, *sheet.sidebar)
    for name, text in (("title", sheet.title), ("subtitle", sheet.subtitle)):
        if text is not None:
            yield name, text.where, (str(text),)
    for block in body:
        if not block.steers:
            yield block.key, block.where, tuple(_printed(block))
    if sheet.footer is not None:
        yield "footer", sheet.where_of("footer"), tuple(_printed(sheet.footer))


def asides(sheet: Factsheet) -> Iterator[tuple[str, Where, tuple[str, ...]]]:
    """What is read wherever it comes to stand: the label over the title, footnotes, the imprint."""
    for name in ("label", "cover", "notes", "version", "author"):
        value = getattr(sheet, name)
        if value:
            used = {key: text for key, text in value.items() if key in _referred(sheet)} if name == "notes" else value
            yield name, sheet.where_of(name), tuple(_printed(used))


def _printed(value: object) -> Iterator[str]:
    for text in texts_of(value):
        if not isinstance(text, Spoken):
            yield from BLANK_LINE.split(plain(text)) if isinstance(text, Rich) else (str(text),)


def _referred(sheet: Factsheet) -> set[str]:
    return {label for text in sheet.texts() if isinstance(text, Rich) for label in labels(text)}


def anchors(sheet: Factsheet) -> dict[tuple[int, int], str]:
    """What a link to each block calls it, by the places of its texts: its key, the second of a kind ``chart-2``.

    They are the same in every language, and stay when blocks of other kinds come or go.
    """
    found: dict[tuple[int, int], str] = {}
    counts: dict[str, int] = {}
    for part in parts(sheet):
        counts[part.name] = counts.get(part.name, 0) + 1
        name = part.name if counts[part.name] == 1 else f"{part.name}-{counts[part.name]}"
        found |= dict.fromkeys(part.places, name)
    return found


def judge_texts(sheet: Factsheet, styles: Styles, language: Language) -> list[Finding]:
    """Everything that is wrong with the texts of ``sheet``."""
    findings: list[Finding] = []
    known: set[str] = set()
    voice = styles.type("text").voices[0]
    for text in sheet.texts():
        unknown = set() if isinstance(text, Spoken) else set(text) - known
        if unknown:
            bad = sorted((c for c in unknown if _right_to_left(c) or voice.lacks(c)), key=text.index)
            known |= unknown.difference(bad)
            backwards = [char for char in bad if _right_to_left(char)]
            findings += [_script(text, char) for char in backwards[:1]]
            findings += [_character(text, char) for char in bad if char not in backwards]
        if isinstance(text, Rich):
            findings += [
                Finding("markup", message, "warning", _place(text, offset), hint)
                for offset, message, hint in slips(text)
            ]
            findings += _links(text)
    findings += _notes(sheet)
    if not language.known:
        findings.append(
            Finding(
                "language",
                f"there are no labels and no hyphenation for “{sheet.language}”: English labels are printed",
                "warning",
                sheet.where_of("language"),
                "give each block of the sidebar a title: of its own",
            )
        )
    return findings


def _links(text: Rich) -> Iterator[Finding]:
    """Links whose words say nothing: those who hear all links of a page in a row cannot tell them apart."""
    for tag, group in groupby(spans(text) if "](" in text else (), key=lambda span: span.href):
        said = "".join(span.text for span in group)
        if tag and says_nothing(said):
            message = f"“{said.strip()}” does not say where the link leads"
            where = _place(text, max(text.find(f"[{said}]"), 0))
            hint = "make the words of the link those of what will be found: [the report of 2025](https://…)"
            yield Finding("link-text", message, "warning", where, hint)


def _right_to_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in _RIGHT_TO_LEFT


def _place(text: Text, offset: int) -> Where:
    """The place of the character at ``offset``, as far as the text stands in the file as it was read."""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:].split("\n")[0]
    whole = text.where.find(line)
    if whole.excerpt[whole.column - 1 :].startswith(line):
        return Where(whole.file, whole.line, whole.column + offset - start, whole.lines)
    return text.where.find(text[offset : offset + 20].split("\n")[0])


def _script(text: Text, char: str) -> Finding:
    message = f"{_name(char)} is written from right to left, which is not supported yet"
    hint = "set this text in a script that is written from left to right"
    return Finding("script", message, where=text.where.find(char), hint=hint)


def _name(char: str) -> str:
    """``char``, its code point and its name."""
    said = f"U+{ord(char):04X} {unicodedata.name(char, 'a character without a name')}"
    return f"“{char}” ({said})" if char.isprintable() else said


def _character(text: Text, char: str) -> Finding:
    message = f"no font has the character {_name(char)}"
    hint = "use another character, or leave it out"
    return Finding("missing-glyph", message, where=text.where.find(char), hint=hint)


def _notes(sheet: Factsheet) -> Iterator[Finding]:
    used: set[str] = set()
    notes = set(map(id, sheet.notes.values()))
    for text in sheet.texts():
        for label in labels(text) if isinstance(text, Rich) else ():
            where = text.where.find(f"[^{label}]")
            if id(text) in notes:
                message = "a footnote refers to a footnote"
                used.add(label)
                yield Finding("nested-note", message, where=where, hint="write it out, or refer to it from the text")
                continue
            used.add(label)
            if label not in sheet.notes:
                message = f"the footnote [^{label}] has no text"
                hint = f"add its text below notes:, as in “{label}: …”"
                yield Finding("missing-note", message, where=where, hint=hint)
    for label in sheet.notes:
        if label not in used:
            message = f"no text refers to the footnote “{label}”, so it would be printed nowhere"
            hint = f"write [^{label}] where it belongs, or delete it"
            yield Finding("unused-note", message, where=sheet.where_of("notes", label), hint=hint)

"""What can be wrong with the texts themselves: markup, footnotes, and characters that no font has."""

import unicodedata
from collections.abc import Iterator

from factsheet.findings import Finding, Where
from factsheet.i18n.language import Language
from factsheet.i18n.text import Rich, Text
from factsheet.spec.model import Factsheet
from factsheet.text.markup import labels, plain, slips
from factsheet.text.styles import Styles

_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}


def written(sheet: Factsheet) -> Iterator[tuple[Where, str]]:
    """Each text of the author's with its place, without its markup."""
    for text in sheet.texts():
        yield text.where, plain(text) if isinstance(text, Rich) else str(text)


def judge_texts(sheet: Factsheet, styles: Styles, language: Language) -> list[Finding]:
    """Everything that is wrong with the texts of ``sheet``."""
    findings: list[Finding] = []
    known: set[str] = set()
    voice = styles.type("text").voices[0]
    for text in sheet.texts():
        unknown = set(text) - known
        if unknown:
            bad = {char for char in unknown if _right_to_left(char) or voice.lacks(char)}
            known |= unknown - bad
            findings += [_character(text, char) for char in sorted(bad, key=text.index)]
        if isinstance(text, Rich):
            findings += [
                Finding("markup", message, "warning", text.where.find(text[offset : offset + 20].split("\n")[0]), hint)
                for offset, message, hint in slips(text)
            ]
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


def _right_to_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in _RIGHT_TO_LEFT


def _character(text: Text, char: str) -> Finding:
    name = unicodedata.name(char, "a character without a name")
    code = f"U+{ord(char):04X}"
    where = text.where.find(char)
    if _right_to_left(char):
        return Finding(
            "script",
            f"“{char}” ({code} {name}) is written from right to left, which is not supported yet",
            where=where,
            hint="set this text in a script that is written from left to right",
        )
    return Finding(
        "missing-glyph",
        f"no font has the character “{char}” ({code} {name})",
        where=where,
        hint="use another character, or leave it out",
    )


def _notes(sheet: Factsheet) -> Iterator[Finding]:
    used: set[str] = set()
    for text in sheet.texts():
        for label in labels(text) if isinstance(text, Rich) else ():
            used.add(label)
            if label not in sheet.notes:
                yield Finding(
                    "missing-note",
                    f"the footnote [^{label}] has no text",
                    where=text.where.find(f"[^{label}]"),
                    hint=f"add its text below notes:, as in “{label}: …”",
                )
    for label in sheet.notes:
        if label not in used:
            yield Finding(
                "unused-note",
                f"no text refers to the footnote “{label}”, so it would be printed nowhere",
                where=sheet.where_of("notes", label),
                hint=f"write [^{label}] where it belongs, or delete it",
            )

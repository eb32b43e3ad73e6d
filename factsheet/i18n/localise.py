"""A spec in another language: the same model, with the translations in the place of its texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from factsheet.findings import Finding, Where, counted
from factsheet.i18n.merge import Match
from factsheet.i18n.messages import replaced
from factsheet.i18n.text import Text

if TYPE_CHECKING:
    from pydantic import BaseModel

    M = TypeVar("M", bound=BaseModel)

Places = frozenset[tuple[int, int]]
"""Lines and columns of a spec."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What there is of a spec in one language.

    Attributes:
        language: The language.
        source: The language of the spec.
        matches: Each message with its translation.
    """

    language: str
    source: str
    matches: tuple[Match, ...]

    @property
    def draft(self) -> bool:
        """Whether anything is missing, fuzzy or not yet read by a second person."""
        return any(match.state != "translated" or match.unreviewed for match in self.matches)

    @property
    def untranslated(self) -> Places:
        """The places of the texts that are printed in the language of the spec."""
        wheres = [match.message.where for match in self.matches if match.state != "translated"]
        return frozenset((where.line, where.column) for where in wheres)

    def relocated(self, findings: Sequence[Finding]) -> list[Finding]:
        """``findings`` about translations at their lines in the PO file; others say which language they are about."""
        places = {
            (one.message.where.file, one.message.where.line, one.message.where.column): one.where
            for one in self.matches
            if one.state == "translated"
        }
        moved = []
        for finding in findings:
            where = finding.where
            place = places.get((where.file, where.line, where.column))
            said = finding.message if place or where.file.endswith(".po") else f"{self.language}: {finding.message}"
            moved.append(replace(finding, where=place or where, message=said))
        return moved


def localise(sheet: "M", translation: Translation) -> "M":
    """``sheet`` with the translations that can be printed; all else stays in its language.

    A translation keeps the place of its text, so that whoever looks for a block by its place finds it in every
    language.
    """
    told = {match.message.path: match for match in translation.matches if match.state == "translated"}

    def change(path: str, text: Text) -> Text:
        if path not in told:
            return text
        where = text.where
        return type(text)(told[path].target, Where(where.file, where.line, where.column))

    return replaced(sheet, change)


def remarks(translation: Translation, labels: Callable[[str], Sequence[str]]) -> list[Finding]:
    """What must still be done about ``translation``; ``labels`` tells the footnotes that a text refers to."""
    language, found = translation.language, []
    for match in translation.matches:
        message = match.message
        if match.state == "fuzzy":
            said = f"“{_short(message.text)}” was changed after it was translated; {translation.source} is printed"
            hint = "bring the translation up to date and take the mark “fuzzy” away"
            found.append(Finding("fuzzy", said, "warning", match.where, hint))
        elif match.state == "missing":
            said = f"“{_short(message.text)}” is not translated into {language}; {translation.source} is printed"
            found.append(Finding("untranslated", said, "warning", match.where, _RUN))
        elif message.rich:
            lost = sorted({*labels(message.text)} - {*labels(match.target)})
            strange = sorted({*labels(match.target)} - {*labels(message.text)})
            for label in (*lost, *strange):
                fault = "is missing in the translation" if label in lost else "is not in the text that is translated"
                hint = f"write [^{label}] where it belongs" if label in lost else f"take [^{label}] away"
                found.append(
                    Finding("placeholder", f"the footnote mark [^{label}] {fault}", where=match.where, hint=hint)
                )
    unread = [match for match in translation.matches if match.unreviewed and match.state == "translated"]
    if unread:
        said = f"{counted(len(unread), 'translation')} into {language} must still be read by a second person"
        hint = "when one is read, take the word “unreviewed” out of its comment"
        found.append(Finding("unreviewed", said, "warning", unread[0].where, hint))
    return found


_RUN = "“factsheet translate” writes it into the PO file"
_SHOWN = 40


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"

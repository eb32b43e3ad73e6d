"""Translations brought to the texts of a spec that has changed.

Better than by their order or by likeness alone: the same text at the same path keeps its translation, the same text
elsewhere takes it along, a changed text keeps it as a proposal (fuzzy), and what is new is empty. So a bullet that is
inserted in the middle of a list leaves its neighbours alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from factsheet.findings import Where
from factsheet.i18n.catalogue import Catalogue, Entry, unreviewed, written
from factsheet.i18n.messages import Message, joined

if TYPE_CHECKING:
    from polib import POEntry

State = Literal["translated", "fuzzy", "missing"]
ALIKE = 0.5
"""From which likeness on a text is taken for an older one that was changed: half of its letters are the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """A message and what there is of its translation.

    Attributes:
        message: The message.
        state: Whether it can be printed.
        target: The translation; of a fuzzy one, the proposal.
        previous: The text that a fuzzy translation was made for.
        entry: Where it comes from.
        noted: The translator's comment where it is no longer that of ``entry``.
    """

    message: Message
    state: State = "missing"
    target: str = ""
    previous: str = ""
    entry: Entry | None = None
    noted: str | None = None

    @property
    def comment(self) -> str:
        """The translator's comment."""
        return self.noted if self.noted is not None else self.entry.comment if self.entry is not None else ""

    @property
    def unreviewed(self) -> bool:
        """Whether there is a translation that is to be read by a second person."""
        return bool(self.target) and unreviewed(self.comment)

    @property
    def where(self) -> Where:
        """The place of the translation; that of the text where there is none."""
        return self.message.where if self.entry is None else self.entry.where


def merge(found: Sequence[Message], catalogue: Catalogue) -> list[Match]:
    """Each of the messages ``found`` with its translation in ``catalogue``, in their order."""
    matches: dict[str, Match] = {}
    used: set[int] = set()
    by_place = {(entry.path, joined(entry.source)): entry for entry in reversed(catalogue.entries)}
    by_text: dict[str, Entry] = {}
    for one in sorted(catalogue.entries, key=lambda one: (not one.target, one.obsolete, one.fuzzy)):
        by_text.setdefault(joined(one.source), one)
    for message in found:
        here, elsewhere = by_place.get((message.path, message.text)), by_text.get(message.text)
        entry = elsewhere if here is None or (elsewhere is not None and not here.target) else here
        if entry is not None and (entry.target or entry is here):
            matches[message.path] = _kept(message, entry)
            used.add(id(entry))
            if here is not None:
                used.add(id(here))
    free = [one for one in catalogue.entries if id(one) not in used and one.target]
    for message, older in _likest([one for one in found if one.path not in matches], free):
        matches[message.path] = _changed(message, older)
    return [matches.get(message.path, Match(message)) for message in found]


def _kept(message: Message, entry: Entry) -> Match:
    if not entry.target:
        return Match(message, entry=entry)
    if entry.fuzzy:
        return Match(message, "fuzzy", entry.target, entry.previous, entry)
    return Match(message, "translated", entry.target, "", entry)


def _changed(message: Message, entry: Entry) -> Match:
    """The translation of a text that was changed; one that was changed back is right again."""
    if entry.fuzzy and joined(entry.previous) == message.text:
        return Match(message, "translated", entry.target, "", entry)
    return Match(message, "fuzzy", entry.target, entry.previous or entry.source, entry)


def _likest(found: Sequence[Message], free: Sequence[Entry]) -> list[tuple[Message, Entry]]:
    """Pairs of a message and an older text that it was made of, the likest first."""
    pairs: list[tuple[float, int, Message, Entry]] = []
    for n, message in enumerate(found):
        for entry in free:
            same = entry.path == message.path
            if not same and Message(entry.path, "", message.where).list != message.list:
                continue
            likeness = max(
                _likeness(message.text, joined(source)) for source in (entry.source, entry.previous) if source
            )
            single = same and "[" not in message.path
            if single or likeness >= ALIKE:
                pairs.append((likeness + same * 0.01, -n, message, entry))
    pairs.sort(key=lambda pair: pair[:2], reverse=True)
    taken: set[int] = set()
    done: set[str] = set()
    chosen = []
    for _, _, message, entry in pairs:
        if message.path not in done and id(entry) not in taken:
            done.add(message.path)
            taken.add(id(entry))
            chosen.append((message, entry))
    return chosen


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    words = matcher.ratio()
    return words if words >= ALIKE else SequenceMatcher(None, one, other, autojunk=False).quick_ratio() * words * 2


def updated(catalogue: Catalogue, matches: Sequence[Match], rooms: Mapping[str, str], name: str) -> bytes:
    """The file of ``catalogue`` after its texts have become those of ``matches``.

    Args:
        catalogue: What it was.
        matches: Each message with its translation.
        rooms: What is said of the room of each message, by its path.
        name: The file of the spec, as the references name it.
    """
    entries = [_entry(match, rooms.get(match.message.path, ""), name) for match in matches]
    used = {id(match.entry) for match in matches}
    present = {(match.message.path, match.message.text) for match in matches}
    for entry in catalogue.entries:
        gone = id(entry) not in used and (entry.path, joined(entry.source)) not in present
        if gone and (entry.target or entry.comment) and entry.raw is not None:
            entry.raw.obsolete = True
            entry.raw.occurrences = []
            entry.raw.comment = ""
            entries.append(entry.raw)
    head = {
        "Project-Id-Version": name.removesuffix(".yaml"),
        "Language": catalogue.language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "factsheet",
    }
    return written(catalogue, entries, head)


def _entry(match: Match, room: str, name: str) -> "POEntry":
    import polib  # noqa: PLC0415 - only to write a file

    message, old = match.message, match.entry.raw if match.entry is not None else None
    entry = polib.POEntry(msgctxt=message.path, msgid=message.text, msgstr=match.target, tcomment=match.comment)
    if old is not None:
        entry.flags = [flag for flag in old.flags if flag != "fuzzy"]
    if match.state == "fuzzy":
        entry.flags.insert(0, "fuzzy")
        entry.previous_msgid = match.previous or None
        entry.previous_msgctxt = old.previous_msgctxt if old is not None else None
    entry.comment = room
    entry.occurrences = [(name, str(message.where.line))]
    return entry

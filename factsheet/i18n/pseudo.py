"""A pseudo-translation: the text itself, accented and longer, to see how a layout bears a language that needs room.

Every Latin letter that has one gets an accent, so that a text that never went through a catalogue shows at once, and
vowels are repeated until the text is longer by ``GROWTH``. Markup, footnote marks, addresses, placeholders and figures
stay as they are.
"""

import re
from collections.abc import Iterable, Iterator

from factsheet.i18n.merge import Match
from factsheet.i18n.messages import Message

GROWTH = 0.4
"""By how much a text becomes longer, in shares of the characters of it that are printed; addresses do not count."""

_PLAIN = "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz"
_ACCENTED = "ÅÇĎÉĞĤÎĴĶĽÑÖŘŠŤÛŴÝŽåçďéğĥîĵķľñöřšťûŵýž"
_TABLE = str.maketrans(_PLAIN, _ACCENTED)
"""Letters with an accent, all of them in Noto Sans."""

_VOWELS = "aeiouyаэиоуөүеёюяыіїєαεηιουω"

_ADDRESS = r"(?:https?://|www\.|mailto:|tel:)[^\s()\[\]\\]+|[\w.+-]+@[\w-]+\.[\w.]+"
_KEPT = rf"{_ADDRESS}|\{{[^{{}}\n]*\}}|%(?:\(\w+\))?[sd]|\d+"
"""What stays in any text: addresses, placeholders and figures."""

_INSIDE = r"\\.|[^()\\]"
for _ in range(4):  # brackets in brackets, as addresses may have them
    _INSIDE = rf"\\.|[^()\\]|\((?:{_INSIDE})*\)"
_LINK = rf"\]\((?:\s*<[^<>\n]*>)?(?:{_INSIDE})*\)"
_NOTE = r"\[\^[^\]\s]+\]"

_STAYS = re.compile(_KEPT)
_STAYS_RICH = re.compile(rf"{_LINK}|{_NOTE}|\\[^\w\s]|{_KEPT}", re.DOTALL)
_UNCOUNTED = re.compile(rf"{_LINK}|{_NOTE}|{_ADDRESS}", re.DOTALL)
_UNSEEN = re.compile(r"[*\[\]]")
_WORD = re.compile(r"[^\W\d_]+")


def pseudo(text: str, rich: bool) -> str:
    """``text`` as a pseudo-translation; ``rich`` says whether inline markup is understood in it."""
    pieces = list(_pieces(text, rich))
    room = sum(_printed(piece, rich) for piece, stays in pieces if not (stays and _UNCOUNTED.fullmatch(piece)))
    letters = sum(len(word) for piece, stays in pieces if not stays for word in _WORD.findall(piece))
    share = GROWTH * room / letters if letters else 0.0
    owed = 0.0

    def longer(match: re.Match[str]) -> str:
        nonlocal owed
        owed += len(match[0]) * share
        more = int(owed + 0.5)
        owed -= more
        return _grown(match[0], more).translate(_TABLE)

    return "".join(piece if stays else _WORD.sub(longer, piece) for piece, stays in pieces)


def pseudo_matches(messages: Iterable[Message]) -> tuple[Match, ...]:
    """``messages`` with their pseudo-translations, as if all were translated."""
    return tuple(Match(message, "translated", pseudo(message.text, message.rich)) for message in messages)


def _pieces(text: str, rich: bool) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces, and whether each stays as it is."""
    done = 0
    for match in (_STAYS_RICH if rich else _STAYS).finditer(text):
        yield text[done : match.start()], False
        yield match[0], True
        done = match.end()
    yield text[done:], False


def _printed(piece: str, rich: bool) -> int:
    """The characters of ``piece`` that are printed."""
    return len(_UNSEEN.sub("", piece) if rich else piece)


def _grown(word: str, more: int) -> str:
    """``word`` with ``more`` letters: its vowels again, in turn; its last letter where it has none."""
    at = [n for n, char in enumerate(word) if char.lower() in _VOWELS] or [len(word) - 1]
    times = [more // len(at) + (n < more % len(at)) for n in range(len(at))]
    again = dict(zip(at, times, strict=True))
    upper = len(word) > 1 and word.isupper()
    return "".join(char + (char if upper else char.lower()) * again.get(n, 0) for n, char in enumerate(word))

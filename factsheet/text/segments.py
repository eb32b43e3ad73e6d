"""Where a text may be broken without a hyphen: at spaces, after hyphens and dashes, inside long addresses."""

import re
from enum import Enum
from itertools import pairwise


class Joint(Enum):
    """What stands between two parts of a text."""

    SPACE = "a space, at which a line may end"
    BREAK = "nothing, but a line may end here"
    GLUE = "nothing, and no line may end here"


_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S{4,}|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<=[\w/])[/._?&=@-]+(?=\w)")
_CLOSING = ".,;:!?)]}»›”’“\"'…"
_LONG = 16
"""Addresses of fewer characters stay whole, as words do: www.iom.int."""

_HYPHEN = re.compile(r"(?<=[^\W\d_]{3})[-\u2010](?=[^\W\d_]{3})")
"""A hyphen with three letters at least on either side: “on-” at the end of a line misleads."""

_DASH = re.compile(r"(?<=\w)[\u2013\u2014](?=[^\W\d_])|(?<=[^\W\d_])[\u2013\u2014](?=\w)")
_SLASH = re.compile(r"(?<=\w{3})/(?=\w{3})")
_OPEN_SPACE = re.compile("[\u2000-\u2006\u2008-\u200b\u205f](?=.)")


def words(text: str) -> list[str]:
    """``text`` cut at white space; no-break spaces stay inside."""
    return [word for word in _WHITE.split(text) if word]


def is_address(word: str) -> bool:
    """Whether ``word`` is an address of the web or of mail."""
    return _ADDRESS.search(word) is not None


def in_address(word: str) -> list[int]:
    """The places in an address at which a line may end where it must: behind its stops, slashes and hyphens."""
    address = _ADDRESS.search(word)
    if not address:
        return []
    first = max(word.find("://", address.start()) + 3, address.start() + 3)
    return [m.end() for m in _IN_ADDRESS.finditer(word) if first < m.end() < len(word) - 1]


def parts(word: str) -> list[tuple[str, Joint]]:
    """``word`` in the parts between which a line may end, each with what follows it."""
    ends = sorted({end for end in _ends(word) if 0 < end < len(word)})
    if not ends:
        return [(word, Joint.SPACE)]
    edges = [0, *ends, len(word)]
    pieces = [word[a:b] for a, b in pairwise(edges)]
    return [(piece, Joint.BREAK) for piece in pieces[:-1]] + [(pieces[-1], Joint.SPACE)]


def _ends(word: str) -> list[int]:
    ends = [m.end() for m in _OPEN_SPACE.finditer(word)]
    address = _ADDRESS.search(word)
    if address:
        return ends + in_address(word) if len(address[0].rstrip(_CLOSING)) >= _LONG else ends
    for m in _HYPHEN.finditer(word):
        left = re.split(r"[-\u2010]", word[: m.start()])[-1]
        if any(c.islower() for c in left):
            ends.append(m.end())
    ends += [m.end() for pattern in (_DASH, _SLASH) for m in pattern.finditer(word)]
    return ends

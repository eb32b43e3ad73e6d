"""The texts of a spec as messages for translators, and a spec with other texts in their place.

Any Pydantic model will do: its fields of the type ``Text`` are the messages, and their paths in it are their names.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from factsheet.findings import Where
from factsheet.i18n.text import Rich, Text

if TYPE_CHECKING:
    from pydantic import BaseModel

    M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be translated.

    Attributes:
        path: Its place in the spec: ``main[1].figures[0].caption``. It is the ``msgctxt`` of the PO format.
        text: The text, its lines joined, paragraphs apart by a blank line: how an author wraps it says nothing.
        where: Its place in the file.
        rich: Whether inline markup is understood in it.
    """

    path: str
    text: str
    where: Where
    rich: bool = False

    @property
    def list(self) -> str:
        """Its path without the numbers in it, the same for all texts of one list; the path of a single text."""
        return re.sub(r"\[\d+\]", "[]", self.path)


def messages(model: "BaseModel") -> Iterator[Message]:
    """The messages of ``model`` in the order of its fields.

    What has a ``language`` of its own inside it says so on purpose and is left as it is; so is a text that holds no
    letter and no number that other languages would write in another way.
    """
    for path, text in _texts(model, ""):
        if _SAYS.search(text):
            yield Message(path, joined(text), text.where, isinstance(text, Rich))


def replaced(model: "M", change: Callable[[str, Text], Text]) -> "M":
    """``model`` with each text as ``change`` gives it back, asked with its path; all else stays as it is."""
    found: M = _replaced(model, "", change)
    return found


def joined(text: str) -> str:
    """``text`` with its paragraphs on one line each."""
    return "\n\n".join(" ".join(re.split(r"[ \t\r\n]+", part.strip())) for part in _BLANK.split(text.strip()))


_SAYS = re.compile(r"[^\W\d_]|\d[.,  ]\d")
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n\s*")


def _texts(value: Any, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif value is not None:
        for step, part in _parts(value, path):
            yield from _texts(part, step)


def _parts(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """What is in ``value``, with its path."""
    fields = getattr(type(value), "model_fields", None)
    if fields is not None:
        if path and getattr(value, "language", None):
            return
        before = f"{path}." if path else ""
        yield from ((f"{before}{name}", getattr(value, name)) for name in fields)
    elif isinstance(value, list | tuple):
        yield from ((f"{path}[{n}]", item) for n, item in enumerate(value))
    elif isinstance(value, dict):
        yield from ((f"{path}.{key}", item) for key, item in value.items())


def _replaced(value: Any, path: str, change: Callable[[str, Text], Text]) -> Any:
    if isinstance(value, Text):
        return change(path, value)
    parts = {step: (part, _replaced(part, step, change)) for step, part in _parts(value, path)}
    if all(old is new for old, new in parts.values()):
        return value
    changed = [new for _, new in parts.values()]
    if isinstance(value, list | tuple):
        return type(value)(changed)
    if isinstance(value, dict):
        return dict(zip(value, changed, strict=True))
    return value.model_copy(update=dict(zip(type(value).model_fields, changed, strict=True)))

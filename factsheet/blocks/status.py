"""How far the project has got."""

import re
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, Model, fault, optional, typed
from factsheet.blocks.dates import Start, unbroken
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich
from factsheet.layout.box import Box
from factsheet.layout.state import Sign, Signed

_STATES: tuple[Sign, ...] = ("planned", "ongoing", "completed", "suspended")
_ALIKE = {
    "finished": "completed", "complete": "completed", "closed": "completed", "done": "completed", "ended": "completed",
    "active": "ongoing", "running": "ongoing", "current": "ongoing", "in progress": "ongoing", "started": "ongoing",
    "pending": "planned", "upcoming": "planned", "future": "planned", "proposed": "planned", "pipeline": "planned",
    "paused": "suspended", "on hold": "suspended", "stopped": "suspended", "interrupted": "suspended",
}  # fmt: skip
"""Words that people try, and what they mean by them."""


def _state(value: object) -> object:
    text = typed(value)
    word = text.lower()
    if word in _STATES:
        return word
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    close = [_ALIKE[word]] if word in _ALIKE else get_close_matches(word, _STATES, 1)
    hint = f"did you mean {close[0]}?" if close else f"write {', '.join(_STATES[:-1])} or {_STATES[-1]}"
    raise fault("unknown-state", f"“{text}” is no state of a project", hint)


def _progress(value: object) -> object:
    text = typed(value)
    if re.fullmatch(r"\d{1,3}", text) and int(text) <= 100:
        return int(text)
    bare = text.rstrip("% \u00a0").partition(".")[0]
    hint = f"write {bare}" if re.fullmatch(r"\d{1,2}|100", bare) else "write a whole number of per cent, 0 to 100"
    raise fault("bad-progress", f"“{text}” is no whole number of per cent", hint)


class State(Model):
    """A state, and what belongs to it.

    Attributes:
        state: planned, ongoing, completed or suspended.
        date: Since when, or of when: a year (2012), a month (2012-08) or a day (2012-08-15).
        progress: How much has been done, in per cent: 60.
        text: A sentence on it.
    """

    state: Annotated[Sign, BeforeValidator(_state)]
    date: Start = None
    progress: Annotated[
        int | None, optional(_progress), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})
    ] = Field(default=None)
    text: Rich | None = None

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.progress is None:
            return self
        said = f"the project is {self.state}, but its progress is {self.progress} per cent"
        if self.state == "completed" and self.progress < 100:
            raise fault("bad-progress", said, "delete progress:, or write state: ongoing", "progress")
        if self.state == "planned" and self.progress:
            raise fault("bad-progress", said, "delete progress:, or write state: ongoing", "progress")
        return self


class Status(Block):
    """How far the project has got: its state with a sign, a date, a bar of progress and a sentence.

    Attributes:
        status: The state, and what belongs to it.

    Example::

        - status: {state: ongoing, date: 2026-03, progress: 60, text: The second phase has begun.}
    """

    key: ClassVar[str] = "status"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    status: State

    def box(self, kit: Kit) -> Box:
        """The state, large, beside its sign; the date; the bar; the sentence."""
        status, said = self.status, kit.label(self.status.state.capitalize())
        style = "figure" if kit.width(said, "figure") + 1.2 * kit.size("figure") < kit.column else "name"
        size = 0.74 * kit.size(style)
        word = kit.words(said, style, self.where)
        boxes: list[Box] = [Signed(status.state, word, kit.ink("key"), kit.ground, size, 1.55 * size)]
        if status.date:
            boxes.append(kit.words(unbroken(kit.language.date(status.date)), "text", self.where))
        if status.progress is not None:
            boxes.append(kit.progress(0.0, status.progress / 100, 4))
            share = kit.language.per_cent(Decimal(status.progress))
            boxes.append(kit.words(kit.label("{share} completed").format(share=share), "text", self.where))
        if status.text:
            boxes.append(kit.text(status.text))
        return kit.whole(kit.fact("Status", self.title, *boxes, where=self.where))

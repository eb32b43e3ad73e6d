"""Events in the order of time."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, Flag, Model, fault
from factsheet.blocks.dates import ONGOING, PATTERN, Day, End, meant, unbroken
from factsheet.blocks.kit import Kit
from factsheet.document import Tag
from factsheet.i18n.dates import PartialDate
from factsheet.i18n.language import Language
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.layout.events import Event as Dotted
from factsheet.layout.events import Events, Mark


class When(Model):
    """A date, or a period.

    Attributes:
        start: A year (2012), a month (2012-08) or a day (2012-08-15).
        end: The same; or ongoing.
    """

    shorthand: ClassVar[str] = "start"
    start: Day
    end: End = None

    @model_validator(mode="before")
    @classmethod
    def _from_date(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if said := meant(value):
            raise fault("bad-date", f"“{value.strip()}” is not a date", f"write {said}, or correct it")
        return {"start": value, "end": value}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if isinstance(self.end, PartialDate) and self.end.last() < self.start.first():
            raise fault("date-order", "the end lies before the start", "exchange the two dates, or correct one", "end")
        return self

    def written(self, language: Language) -> str:
        """The date in words."""
        end = self.end if isinstance(self.end, PartialDate) else None
        return language.interval(self.start, end, self.end == ONGOING)


_PERIOD = {
    "type": "object",
    "properties": {
        "start": {"type": ["string", "integer"], "pattern": PATTERN},
        "end": {"type": ["string", "integer"], "pattern": f"{PATTERN}|^ongoing$"},
    },
    "required": ["start"],
    "additionalProperties": False,
}


class Event(Model):
    """What happened, and when.

    Attributes:
        date: A year (2012), a month (2012-08), a day (2012-08-15), or {start: 2012-08, end: 2013-02}.
        title: What happened, in a few words.
        text: What happened; with a title, more about it.
        now: Whether this is where the project stands; what follows is planned.
        planned: Whether it is still to come.
    """

    date: Annotated[When, WithJsonSchema({"anyOf": [{"type": ["string", "integer"], "pattern": PATTERN}, _PERIOD]})]
    title: Text | None = None
    text: Rich | None = None
    now: Flag = False
    planned: Flag = False

    @model_validator(mode="after")
    def _said(self) -> Self:
        if self.title is None and self.text is None:
            raise fault("missing", "this event has a date, but no text", "add text: and what happened")
        if self.now and self.planned:
            raise fault("too-many", "an event is now and planned at once", "keep one of the two", "planned")
        return self


class Timeline(Block):
    """Events along a line, the first of them on top; what is planned has a hollow dot.

    Attributes:
        timeline: The events, in the order of their dates.

    Example::

        - timeline:
            - {date: 2012-08, text: The project starts.}
            - date: {start: 2013-03, end: 2013-09}
              title: Seminars
              text: Border guards of nine provinces are trained.
            - {date: 2014-02, text: The results are handed over., planned: true}
    """

    key: ClassVar[str] = "timeline"
    timeline: list[Event] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        now = [n for n, event in enumerate(self.timeline) if event.now]
        for n in now[1:]:
            raise fault("too-many", "now: stands at two events", "keep it at one of them", ("timeline", n, "now"))
        for n, event in enumerate(self.timeline):
            before = self.timeline[n - 1].date.start if n else event.date.start
            if event.date.start.last() < before.first():
                message = "this event is earlier than the one before it"
                raise fault("date-order", message, "move it up, or correct its date", ("timeline", n, "date"))
            if now and n < now[0] and event.planned:
                message = "this event is planned, but stands before the one that is now"
                raise fault("date-order", message, "delete planned: here, or now: below", ("timeline", n, "planned"))
        return self

    def box(self, kit: Kit) -> Box:
        """A dot for each event; its date over its text."""
        now = next((n for n, event in enumerate(self.timeline) if event.now), len(self.timeline))
        marks: list[Mark] = [
            "ringed" if event.now else "hollow" if event.planned or n > now else "full"
            for n, event in enumerate(self.timeline)
        ]
        found = [(_event(kit, event, mark), mark) for event, mark in zip(self.timeline, marks, strict=True)]
        return line(kit, found)


def _event(kit: Kit, event: Event, mark: Mark) -> Box:
    """The date in words, with what its dot means; below it the title and the text."""
    date = f"**{unbroken(event.date.written(kit.language))}**"
    label = {"hollow": "planned", "ringed": "now", "full": ""}[mark]
    said = Rich(f"{date} ({kit.label(label)})" if label else date)
    boxes = [kit.text(event.title, "event-title", whole=True)] if event.title else []
    boxes += [kit.text(event.text)] if event.text else []
    where = (event.title or event.text or said).where
    head = kit.name(said, "event-date", Tag("Lbl"))
    return kit.tagged("LI", kit.kept(head, kit.tagged("LBody", kit.kept(*boxes))), where)


def line(kit: Kit, items: Sequence[tuple[Box, Mark]]) -> Box:
    """Events along an upright line, each beside a dot as its mark says."""
    size = kit.size("text")
    return Events(
        tuple(Dotted(box, mark) for box, mark in items),
        gap=0.0 if kit.tight else kit.grid.leading,
        indent=1.6 * size,
        centre=kit.grid.baseline - 0.35 * kit.size("event-date"),
        radius=0.34 * size,
        leading=kit.grid.leading,
        dot=kit.ink("key"),
        line=kit.ink("track"),
        tag=Tag("L", numbering="None"),
    )

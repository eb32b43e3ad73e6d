"""Whom the project reaches."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, Flag, Model, fault, optional, typed
from factsheet.blocks.budget import per_cents
from factsheet.blocks.kit import Kit
from factsheet.document import Tag
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.layout.drawn import Tagged
from factsheet.layout.ledger import Entry, Share, Short

_SLACK = 0.5
"""For roundings, so that no line is too long."""


_GROUPED = re.compile(r"\d{1,3}(?:[\s,.'’\u00a0\u202f]\d{3})+(?!\d)|\d+")


def _count(value: object) -> object:
    text = typed(value)
    if re.fullmatch(r"\d{1,12}", text):
        return Decimal(text)
    found = _GROUPED.findall(text)
    bare = re.sub(r"\D", "", found[0]) if len(found) == 1 else ""
    hint = f"write {bare}; words go into note:" if bare else "write a whole number, as 1200; words go into note:"
    raise fault("bad-number", f"“{text}” is not a number of people", hint)


_PEOPLE = WithJsonSchema({"type": "integer", "minimum": 0})


class Group(Model):
    """Some of the people.

    Attributes:
        label: Who they are.
        value: How many they are.
    """

    label: Text
    value: Annotated[Decimal, BeforeValidator(_count), _PEOPLE]


class People(Model):
    """How many people there are in all, and of which groups; or a sentence.

    Attributes:
        total: How many there are; without it, what the groups add up to.
        groups: Who they are, each with a label and a value.
        overlap: true where someone may be in several groups.
        note: A sentence on it.
    """

    shorthand: ClassVar[str] = "note"
    total: Annotated[Decimal | None, optional(_count), _PEOPLE] = None
    groups: list[Group] = Field(default=[], min_length=1, max_length=12)
    overlap: Flag = False
    note: Rich | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.total is None and not self.groups and self.note is None:
            raise fault("missing", "beneficiaries need a total, groups or a note", "write total: 1200")
        if self.total is None:
            return self
        if not self.total:
            raise fault("bad-number", "the total is zero", "leave it out if it is not known", "total")
        for n, group in enumerate(self.groups):
            if group.value > self.total:
                message = f"“{group.label}” are {_more(group.value, self.total)} than the total of {self.total}"
                raise fault("bad-sum", message, "correct one of the two numbers", ("groups", n, "value"))
        all_ = sum((group.value for group in self.groups), Decimal())
        if all_ > self.total and not self.overlap:
            message = f"the groups add up to {all_}, which is {_more(all_, self.total)} than the total of {self.total}"
            hint = "correct a number, or write overlap: true if someone is in several groups"
            raise fault("bad-sum", message, hint, "total")
        return self

    @property
    def all(self) -> Decimal | None:
        """How many there are; None where nobody can tell."""
        if self.total is None and self.groups and not self.overlap:
            return sum((group.value for group in self.groups), Decimal())
        return self.total


def _more(number: Decimal, than: Decimal) -> str:
    return f"{number - than} more"


class Beneficiaries(Block):
    """Whom the project reaches: how many in all, and each group with its share.

    Attributes:
        beneficiaries: The total, the groups, or a sentence.

    Example::

        - beneficiaries:
            total: 1200
            groups:
              - {label: Women, value: 700}
              - {label: People with disabilities, value: 84}
            note: Counted once, at their first training.
    """

    key: ClassVar[str] = "beneficiaries"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    beneficiaries: People

    def box(self, kit: Kit) -> Box:
        """The total, large; each group with its number and a bar; the sentence."""
        people, boxes = self.beneficiaries, []
        if people.all is not None:
            boxes.append(kit.words(kit.language.number(people.all), "figure", self.where))
        if people.groups:
            boxes.append(_groups(kit, people.groups, people.all))
        if people.note:
            boxes.append(kit.text(people.note, "caption" if boxes else "text"))
        return kit.fact("Beneficiaries", self.title, *boxes, where=self.where)


def _groups(kit: Kit, groups: Sequence[Group], total: Decimal | None) -> Box:
    """A list of groups with their numbers; with bars where there is something to measure them against."""
    numbers = [kit.language.number(group.value) for group in groups]
    shares = _shares([group.value for group in groups], total) if total else []
    said = [kit.language.per_cent(share) for share in shares]
    width = max(kit.width(text, "table-head") for text in numbers) + _SLACK
    wide = max((kit.width(text, "table") for text in said), default=0.0) + _SLACK
    least = max(kit.longest(group.label, "table") for group in groups) + _SLACK

    def short(text: str, style: str, body: Tag) -> Short:
        return Short(Tagged(body, kit.words(text, style)), kit.width(text, style) + _SLACK)

    rows: list[Box] = []
    for n, (group, number) in enumerate(zip(groups, numbers, strict=True)):
        body, share = Tag("LBody"), None
        if shares and total:
            text = short(said[n], "table", body)
            share = Share(float(group.value / total), text, wide, kit.middle("table"), kit.ink("key"), kit.ink("track"))
        name = kit.text(group.label, "table", tag=Tag("Lbl", group.label.where), whole=True)
        rows.append(Entry(name, short(number, "table-head", body), width, least, Tag("LI", group.label.where), share))
    return kit.stack(*rows, tag=Tag("L", numbering="None"))


def _shares(values: Sequence[Decimal], total: Decimal) -> list[Decimal]:
    """The share of each in per cent: whole ones, or tenths below one; together 100 where they are all there are."""
    if sum(values) == total:
        return per_cents(values)
    exact = [value * 100 / total for value in values]
    return [share.quantize(Decimal("0.1" if 0 < share < 1 else 1), ROUND_HALF_UP) for share in exact]

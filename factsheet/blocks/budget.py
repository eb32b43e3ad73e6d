"""What the project costs."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, Model, OneOrMany, fault, optional, typed
from factsheet.blocks.kit import Kit
from factsheet.document import Tag
from factsheet.findings import Finding, Where
from factsheet.i18n.currencies import currencies
from factsheet.i18n.language import NO_BREAK, Language
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.drawn import Lowered
from factsheet.layout.ledger import Entry, Share, Short
from factsheet.layout.stack import Cell, Stack

_AMOUNT = re.compile(r"\d{1,15}(\.\d{1,4})?")


def _amount(value: object) -> object:
    text = typed(value)
    if not _AMOUNT.fullmatch(text):
        digits = re.sub(r"[\s,_'’\u00a0\u202f]", "", text)
        hint = f"write {digits}" if _AMOUNT.fullmatch(digits) else "write the number alone, as 100000 or 2500.50"
        raise fault("bad-amount", f"“{text}” is not an amount", hint)
    if not Decimal(text):
        raise fault("bad-amount", "the amount is zero", "leave it out if there is none")
    return Decimal(text)


def _currency(value: object) -> object:
    text = typed(value)
    code = text.upper()
    if code in currencies():
        return code
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    signs = {
        "$": "USD",
        "€": "EUR",
        "£": "GBP",
        "₮": "MNT",
        "US$": "USD",
        "EURO": "EUR",
        "DOLLAR": "USD",
        "DOLLARS": "USD",
        "US DOLLARS": "USD",
        "EUROS": "EUR",
        "POUNDS": "GBP",
        "TUGRIK": "MNT",
    }
    close = [signs[code]] if code in signs else get_close_matches(code, sorted(currencies()), 3)
    hint = f"did you mean {' or '.join(close)}?" if close else "write the code of ISO 4217, as USD, EUR or MNT"
    raise fault("unknown-currency", f"“{text}” is not a currency", hint)


_Number = Annotated[Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
_Code = Annotated[str, BeforeValidator(_currency)]


class Funder(Model):
    """Who gives how much.

    Attributes:
        source: Who gives it.
        amount: The number alone, in the currency of the budget.
        currency: That currency; it need not be repeated.
    """

    source: Text = Field(alias="from")
    amount: _Number
    currency: Annotated[str | None, optional(_currency)] = None


class Part(Model):
    """What a part of the money is for.

    Attributes:
        label: What it is for.
        amount: The number alone, in the currency of the budget.
    """

    label: Text
    amount: _Number


class Amount(Model):
    """An amount of money, who gives it, and what it is for.

    Attributes:
        amount: The number alone: 100000 or 2500.50; with funders or a breakdown it may be left out.
        currency: Its code after ISO 4217: USD, EUR, MNT …
        source: Who gives it.
        funders: Several who give it, each with an amount; together they give all of it.
        breakdown: What it is for, each part with an amount; together they are all of it.
    """

    amount: Annotated[
        Decimal | None, BeforeValidator(_amount), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})
    ] = None
    currency: _Code
    source: Text | None = Field(default=None, alias="from")
    funders: list[Funder] | None = Field(default=None, min_length=1)
    breakdown: list[Part] | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _of_one_currency(self) -> Self:
        if self.amount is None and not self.funders and not self.breakdown:
            raise fault("missing", "“amount” is missing", "add amount: …")
        for n, funder in enumerate(self.funders or ()):
            if funder.currency not in (None, self.currency):
                message = f"this funder gives {funder.currency}, but the budget is in {self.currency}"
                hint = f"write the amount in {self.currency}, or make a budget of its own of it: a list after budget:"
                raise fault("mixed-currencies", message, hint, ("funders", n, "currency"))
        return self

    @property
    def sums(self) -> list[tuple[str, str, Decimal]]:
        """What it is said to be in each way: the key, the same in words, and the sum."""
        said = [("amount", "the amount is", self.amount)] if self.amount is not None else []
        if self.funders:
            said.append(("funders", "the funders give", sum((f.amount for f in self.funders), Decimal())))
        if self.breakdown:
            said.append(("breakdown", "the breakdown adds up to", sum((p.amount for p in self.breakdown), Decimal())))
        return said

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.sums[0][2]


class Budget(Block):
    """One amount, or several: of different currencies, or from different sources.

    Attributes:
        budget: An amount, or a list of amounts.

    Example::

        - budget:
            currency: USD
            funders:
              - {from: International Organization for Migration, amount: 60000}
              - {from: Government of Mongolia, amount: 40000}
            breakdown:
              - {label: Training, amount: 45000}
              - {label: Manuals and their translation, amount: 30000}
              - {label: Coordination, amount: 25000}
    """

    key: ClassVar[str] = "budget"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    budget: Annotated[list[Amount], OneOrMany, Field(min_length=1)]

    def judge(self, language: Callable[[], Language], place: Callable[..., Where]) -> Iterator[Finding]:
        """Sums that differ from each other."""
        for n, part in enumerate(self.budget):
            (_, first, total), *others = part.sums
            for key, said, other in others:
                if other != total:
                    much, sum_, difference = (
                        language().money(value, part.currency).replace(NO_BREAK, " ")
                        for value in (total, other, abs(other - total))
                    )
                    side = "too much" if other > total else "missing"
                    message = f"{said} {sum_}, but {first} {much}: {difference} {side}"
                    hint = "correct one of them, or leave out amount:" if first == "the amount is" else "correct one"
                    yield Finding("bad-sum", message, where=place("budget", n, key), hint=hint)

    def box(self, kit: Kit) -> Box:
        """Each amount, large; who gives it; what it is for."""
        boxes: list[Box] = []
        for n, part in enumerate(self.budget):
            amount = kit.fitted(kit.language.money(part.total, part.currency), "figure", self.where)
            box = kit.whole(kit.stack(amount, kit.text(part.source))) if part.source else amount
            after_table = n and (self.budget[n - 1].funders or self.budget[n - 1].breakdown)
            apart = after_table or (n and part.source is not None and not kit.tight)
            boxes.append(Lowered(box, kit.grid.leading) if apart else box)
            if part.funders:
                boxes.append(_ledger(kit, "Funders", [(f.source, f.amount) for f in part.funders]))
            if part.breakdown:
                shares = per_cents([p.amount for p in part.breakdown])
                boxes.append(_ledger(kit, "Breakdown", [(p.label, p.amount) for p in part.breakdown], shares))
        return kit.fact("Project budget", self.title, *boxes, where=self.where)


def _ledger(kit: Kit, caption: str, parts: Sequence[tuple[Text, Decimal]], shares: Sequence[Decimal] = ()) -> Box:
    """A table of names and amounts; with a bar and a per cent for each where there are ``shares``.

    Three or more are added up below: two a reader adds up at a glance.
    """
    names, amounts = [name for name, _ in parts], [amount for _, amount in parts]
    *said, total = _written(amounts, kit.language)
    per_cents = [kit.language.per_cent(share) for share in shares]
    width = max(kit.width(text, "table-head") for text in (*said, total)) + _SLACK
    wide = max((kit.width(text, "table") for text in per_cents), default=0.0) + _SLACK
    least = max(kit.longest(name, "table") for name in names) + _SLACK

    def amount(text: str, style: str, tag: Tag) -> Short:
        return Short(kit.words(text, style, tag=tag), kit.width(text, style) + _SLACK)

    head = kit.words(kit.label(caption), "fact-label", tag=Tag("Caption"))
    cells = [Cell(Lowered(head, kit.grid.leading), keep=True)]
    for n, (name, text) in enumerate(zip(names, said, strict=True)):
        tag, share = Tag("TD"), None
        if shares:
            part = float(amounts[n] / sum(amounts))
            said_ = amount(per_cents[n], "table", tag)
            share = Share(part, said_, wide, kit.middle("table"), kit.ink("key"), kit.ink("track"))
        title = kit.name(name, "table", Tag("TH", name.where, scope="Row"))
        entry = Entry(title, amount(text, "table", tag), width, least, Tag("TR"), share)
        cells.append(Cell(kit.ruled(entry), keep=n == len(parts) - 1))
    if len(parts) > 2:
        title = kit.words(kit.label("Total"), "table-head", tag=Tag("TH", scope="Row"))
        short = kit.width(kit.label("Total"), "table-head") + _SLACK
        entry = Entry(title, amount(total, "table-head", Tag("TD")), width, short, Tag("TR"))
        cells.append(Cell(kit.ruled(entry, "rule", 0.75)))
    return Stack(tuple(cells), Tag("Table"))


_SLACK = 0.5
"""For roundings, so that no line is too long."""


def _written(amounts: Sequence[Decimal], language: Language) -> list[str]:
    """The amounts and their sum, all with the same decimals."""
    places = max(len(f"{amount.normalize():f}".partition(".")[2]) for amount in amounts)
    places = max(places, 2) if places else 0
    return [language.number(Decimal(f"{amount:.{places}f}")) for amount in (*amounts, sum(amounts, Decimal()))]


def per_cents(amounts: Sequence[Decimal]) -> list[Decimal]:
    """The share of each, in per cent that add up to 100: whole ones, or tenths where one would be nothing else."""
    for places in (0, 1):
        step = Decimal(1).scaleb(-places)
        exact = [amount * 100 / sum(amounts) for amount in amounts]
        found = [value.quantize(step, ROUND_DOWN) for value in exact]
        missing = int((100 - sum(found)) / step)
        for n in sorted(range(len(found)), key=lambda n: (found[n] - exact[n], n))[:missing]:
            found[n] += step
        if all(found):
            break
    return found

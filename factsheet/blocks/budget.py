"""What the project costs."""

import re
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from factsheet.blocks.base import Block, Model, OneOrMany, fault, typed
from factsheet.blocks.kit import Kit
from factsheet.i18n.currencies import currencies
from factsheet.i18n.text import Text
from factsheet.layout.box import Box

_AMOUNT = re.compile(r"\d{1,15}(\.\d{1,4})?")


def _amount(value: object) -> object:
    text = typed(value)
    if not _AMOUNT.fullmatch(text):
        digits = re.sub(r"[\s,_'’\u00a0\u202f]", "", text)
        hint = f"write {digits}" if _AMOUNT.fullmatch(digits) else "write the number alone, as 100000 or 2500.50"
        raise fault("bad-amount", f"“{text}” is not an amount", hint)
    if not Decimal(text):
        raise fault("bad-amount", "the amount is zero", "leave the budget out if there is none")
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


class Amount(Model):
    """An amount of money, and who gives it.

    Attributes:
        amount: The number alone: 100000 or 2500.50.
        currency: Its code after ISO 4217: USD, EUR, MNT …
        source: Who gives it.
    """

    amount: Annotated[Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
    currency: Annotated[str, BeforeValidator(_currency)]
    source: Text | None = Field(default=None, alias="from")


class Budget(Block):
    """One amount, or several: of different currencies, or from different sources.

    Attributes:
        budget: An amount, or a list of amounts.

    Example::

        - budget: {amount: 100000, currency: USD}
    """

    key: ClassVar[str] = "budget"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    budget: Annotated[list[Amount], OneOrMany, Field(min_length=1)]

    def box(self, kit: Kit) -> Box:
        """Each amount, large, with its source."""
        boxes = []
        for part in self.budget:
            amount = kit.words(kit.language.money(part.amount, part.currency), "figure", self.where)
            boxes.append(kit.whole(kit.stack(amount, kit.text(part.source))) if part.source else amount)
        return kit.fact("Project budget", self.title, *boxes, where=self.where)

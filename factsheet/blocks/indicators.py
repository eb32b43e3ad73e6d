"""Indicators: what was meant to be reached, and what has been."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.kit import Kit
from factsheet.blocks.numbers import NumberOrText, unprinted
from factsheet.blocks.plates import plate
from factsheet.blocks.plots import gauge, label, progress_said
from factsheet.blocks.tables import aligned
from factsheet.document import Tag
from factsheet.findings import Where
from factsheet.i18n.text import Spoken, Text
from factsheet.layout import indicators
from factsheet.layout.box import Box
from factsheet.layout.plot import Label, Plot


class Indicator(Model):
    """One indicator.

    Attributes:
        name: What is measured.
        baseline: Its value at the start; a number, or a text such as “none”.
        target: The value to be reached.
        actual: The value that has been reached.
        unit: What the numbers are, as “people” or “%”.
    """

    name: Text
    baseline: NumberOrText = None
    target: NumberOrText = None
    actual: NumberOrText = None
    unit: Annotated[Text | None, AfterValidator(unprinted)] = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.baseline is None and self.target is None and self.actual is None:
            raise fault("missing", "the indicator has no values", "add baseline:, target: or actual:", "name")
        return self

    @property
    def share(self) -> Decimal | None:
        """How much of the way from the baseline to the target lies behind; None where it cannot be told.

        Without a number as its baseline, the way begins at zero.
        """
        start = self.baseline if isinstance(self.baseline, Decimal) else Decimal(0)
        if not isinstance(self.target, Decimal) or not isinstance(self.actual, Decimal) or self.target == start:
            return None
        return (self.actual - start) / (self.target - start)


class Indicators(Block):
    """Indicators with baseline, target and actual value, and a bar of the way from the first to the second.

    Attributes:
        indicators: The indicators, each with a name and its values.

    Example::

        - indicators:
            - {name: Officials trained, baseline: 0, target: 150, actual: 174, unit: people}
            - {name: Cases without a lawyer, baseline: 80, target: 20, actual: 35, unit: "%"}
            - {name: National referral system, baseline: none, target: adopted, actual: drafted}
    """

    key: ClassVar[str] = "indicators"
    indicators: list[Indicator] = Field(min_length=1)

    def box(self, kit: Kit) -> Box:
        """Rows that are never split, below a head that is repeated."""
        line = kit.styles.theme.hairline
        heads = tuple(
            label(kit, kit.label(text), "table-head", Tag("TH", self.where, scope="Column"), self.where)
            for text in ("Indicator", "Baseline", "Target", "Actual")
        )
        opened = kit.place == "main" or self.title is None
        design = indicators.Indicators(
            heads=heads,
            ends=tuple(replace(head, box=aligned(head.box, "right")) for head in heads[1:]),
            indicators=tuple(_row(kit, indicator, self.where) for indicator in self.indicators),
            gauge=gauge(kit),
            line=kit.ink("line"),
            hairline=line,
            rule=(kit.ink("rule"), 0.75) if opened else None,
            grid=kit.grid,
            centre=kit.middle("table"),
            head_tag=Tag("TR"),
            corner=Tag("TD"),
        )
        said = [
            f"{indicator.name} {progress_said(kit, indicator.share)}"
            for indicator in self.indicators
            if indicator.share is not None
        ]
        alt = f"{kit.label('Chart of progress')}: {'; '.join(said)}."
        body = Plot(design, Tag("Figure", self.where, alt=alt), Tag("Table", self.where), kit.grid)
        return plate(kit, body, ruled=False)


def _row(kit: Kit, indicator: Indicator, where: Where) -> indicators.Indicator:
    share = indicator.share
    values = [_said(kit, value, indicator.unit) for value in (indicator.baseline, indicator.target, indicator.actual)]
    progress = None
    if share is not None:
        progress = label(kit, progress_said(kit, share), "table-head", Tag("TD", where), where)
    return indicators.Indicator(
        name=_name(kit, indicator),
        values=tuple(
            label(kit, text, "table", Tag("TD", text.where if isinstance(text, Text) else where), where)
            for text in values
        ),
        progress=progress,
        share=float(share or 0),
        tag=Tag("TR"),
        empty=Tag("TD"),
    )


def _said(kit: Kit, value: Decimal | Text | None, unit: Text | None) -> str:
    """A value as it is printed: a number with its sign of per cent, a text as it is, a dash where there is none."""
    if not isinstance(value, Decimal):
        return value or "–"
    return kit.language.per_cent(value) if isinstance(unit, Spoken) else kit.language.number(value)


def _name(kit: Kit, indicator: Indicator) -> Label:
    """The name of an indicator, with its unit below it unless that stands with each number."""
    made = label(kit, indicator.name, "table", Tag("TH", indicator.name.where, scope="Row"))
    if indicator.unit is None or isinstance(indicator.unit, Spoken):
        return made
    name = label(kit, indicator.name, "table", Tag("P", indicator.name.where))
    unit = label(kit, indicator.unit, "chart-note", Tag("P", indicator.unit.where))
    box = kit.stack(name.box, unit.box, tag=Tag("TH", indicator.name.where, scope="Row"))
    return replace(made, box=box, wish=max(name.wish, unit.wish), least=max(name.least, unit.least))

"""Charts: bars, shares, lines and progress, each with its numbers as a table."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetPydanticSchema,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import core_schema

from factsheet.blocks.base import Block, Model, fault, typed
from factsheet.blocks.kit import Kit
from factsheet.blocks.numbers import Gap, Measure, Number, measure, unprinted
from factsheet.blocks.plots import plot
from factsheet.findings import counted
from factsheet.i18n.text import Spoken, Text
from factsheet.layout.box import Box

Kind = Literal["bars", "share", "line", "progress"]
KINDS = ("bars", "share", "line", "progress")
POINTS, SERIES, PARTS = 12, 5, 5
"""The most that one chart may show."""

_KINDS = {
    "bar": "bars", "barchart": "bars", "bar chart": "bars", "column": "bars", "columns": "bars", "histogram": "bars",
    "pie": "share", "pie chart": "share", "donut": "share", "doughnut": "share", "shares": "share", "stacked": "share",
    "percent": "share", "lines": "line", "line chart": "line", "curve": "line", "trend": "line", "time": "line",
    "gauge": "progress", "meter": "progress", "target": "progress", "thermometer": "progress",
}  # fmt: skip


def _kind(value: object) -> object:
    text = typed(value)
    kind = text.lower()
    if kind in KINDS:
        return kind
    close = [_KINDS[kind]] if kind in _KINDS else get_close_matches(kind, KINDS, 1)
    hint = f"did you mean “{close[0]}”?" if close else "kinds: bars, share, line, progress"
    raise fault("unknown-kind", f"there is no kind of chart called “{text}”", hint)


def _width(value: object) -> object:
    text = typed(value)
    if text.lower() not in {"full", "column"}:
        raise fault("bad-width", f"“{text}” is not a width", "write full, or delete the key for the width of a column")
    return text.lower()


def _unit(unit: Text | None, info: ValidationInfo) -> Text | None:
    return unprinted(unit) if info.data.get("kind") in {"share", "progress"} else unit


class Point(Model):
    """One number and its label.

    Attributes:
        label: What it counts.
        value: The number, or a number of another: 45 of 60.
    """

    label: Text
    value: Measure


def _mapping(value: Any) -> Any:
    """A list of points, in either way of writing it, as the mapping that it could have been."""
    if not isinstance(value, list):
        return value
    found: dict[Any, Any] = {}
    for n, item in enumerate(value):
        if not isinstance(item, dict) or (len(item) != 1 and set(item) != {"label", "value"}):
            raise fault("wrong-type", "a label and a number are expected here", "write it as Women: 54", (n,))
        (label, number) = (item["label"], item["value"]) if "label" in item else next(iter(item.items()))
        if not isinstance(label, str):
            raise fault("wrong-type", "a label and a number are expected here", "write it as Women: 54", (n,))
        if label in found:
            raise fault("duplicate-key", f"“{label}” stands here twice", "give each number a label of its own", (n,))
        measure(number, (n, "value" if "label" in item else label))
        found[label] = number
    return found


def _schema_of_data(_source: Any, handler: Callable[[Any], core_schema.CoreSchema]) -> core_schema.CoreSchema:
    inner = handler(Annotated[dict[Text, Annotated[Measure, BeforeValidator(measure)]], Field(min_length=1)])
    listed = core_schema.no_info_before_validator_function(_mapping, inner)
    return core_schema.no_info_after_validator_function(_points, listed)


def _points(found: Mapping[Text, Measure]) -> tuple[Point, ...]:
    return tuple(Point.model_construct(label=label, value=value) for label, value in found.items())


_VALUE = {"type": ["number", "string"]}
_DATA = {
    "anyOf": [
        {"type": "object", "additionalProperties": _VALUE, "minProperties": 1},
        {"type": "array", "items": {"type": "object"}, "minItems": 1},
    ]
}


class Series(Model):
    """A series of numbers.

    Attributes:
        name: What it is called.
        values: A number for each label; a missing one is “–”.
    """

    name: Text
    values: list[Gap] = Field(min_length=1)


class Drawing(Model):
    """What a chart shows.

    Attributes:
        kind: bars, share, line or progress.
        title: What stands over it.
        unit: What the numbers are, as “people” or “%”; printed small over the chart.
        data: A number for each label, as in {Women: 54, Men: 120}; for progress as in 45 of 60.
        labels: For several series: what each number stands for.
        series: For several series: the name of each and its numbers, as many as there are labels.
        target: For progress: what was to be reached, where each number does not say it itself.
        alt: What the chart shows, for those who cannot see it; without it, the numbers are said.
        source: Where the numbers come from.
        width: full for a chart as wide as the page, not a column.
    """

    kind: Annotated[Kind, BeforeValidator(_kind)]
    title: Text | None = None
    unit: Annotated[Text | None, AfterValidator(_unit)] = None
    data: Annotated[tuple[Point, ...] | None, GetPydanticSchema(_schema_of_data), WithJsonSchema(_DATA)] = None
    labels: list[Text] | None = Field(default=None, min_length=1)
    series: list[Series] | None = Field(default=None, min_length=1)
    target: Number | None = None
    alt: Spoken | None = None
    source: Text | None = None
    width: Annotated[Literal["full", "column"], BeforeValidator(_width)] = "column"

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Everything that can only be told of the chart as a whole."""
        self._one_way()
        if self.series:
            self._even()
        self._few()
        self._measured()
        self._drawable()
        return self

    def _one_way(self) -> None:
        if self.data and (self.labels or self.series):
            key = "series" if self.series else "labels"
            raise fault(
                "two-ways", f"“data” and “{key}” stand in one chart", "keep data: for one series of numbers", key
            )
        if self.data:
            return
        if not self.series and not self.labels:
            raise fault("missing", "the chart has no numbers", "add data: {Women: 54, Men: 120}")
        if not self.series:
            raise fault(
                "missing", "the chart has labels, but no series", "add series: with name: and values:", "labels"
            )
        if not self.labels:
            raise fault("missing", "the chart has series, but no labels", "add labels: one for each value", "series")
        if self.kind == "progress":
            raise fault("two-ways", "progress has no series", "write data: {Wells repaired: 45 of 60}", "series")

    def _even(self) -> None:
        labels = len(self.labels or ())
        for n, series in enumerate(self.series or ()):
            if len(series.values) != labels:
                message = (
                    f"this series has {counted(len(series.values), 'value')}, but there are {counted(labels, 'label')}"
                )
                hint = "write one value for each label; a missing one is “–”"
                raise fault("uneven-series", message, hint, ("series", n, "values"))

    def _few(self) -> None:
        points, key = (len(self.data), "data") if self.data else (len(self.labels or ()), "labels")
        single_share = self.kind == "share" and (self.data or len(self.series or ()) == 1)
        if single_share and points > PARTS:
            hint = "put the smallest together as one part, or write kind: bars"
            raise fault("too-many", f"{points} parts in one bar; at most {PARTS} can be told apart", hint, key)
        if points > POINTS:
            raise fault(
                "too-many", f"{points} labels in one chart; at most {POINTS} go there", "make a table of it", key
            )
        if self.series and len(self.series) > SERIES:
            message = f"{len(self.series)} series in one chart; at most {SERIES} can be told apart"
            raise fault("too-many", message, "make two charts of it", "series")
        if self.kind == "line" and points < 2:
            raise fault("too-few", "a line needs two points", "write kind: bars for a single number", key)

    def _measured(self) -> None:
        """Targets stand in progress, and nowhere else."""
        if self.kind != "progress":
            if self.target is not None:
                raise fault("misplaced", "a target belongs to progress", "write kind: progress, or delete it", "target")
            for point in self.data or ():
                if point.value.target is not None:
                    hint = "write kind: progress, or the number alone"
                    raise fault("misplaced", "a number of another belongs to progress", hint, ("data", point.label))
            return
        if self.target is not None and self.target <= 0:
            raise fault("bad-number", "a target is greater than zero", "write what was to be reached", "target")
        for point in self.data or ():
            target = point.value.target
            if target is None and self.target is None and str(self.unit or "") != "%":
                hint = f"write it as {point.value.number or 45} of 60, or add target: to the chart"
                raise fault("missing", "the target of this number is missing", hint, ("data", point.label))
            if target is not None and target <= 0:
                hint = "write what was to be reached, as 45 of 60"
                raise fault("bad-number", "a target is greater than zero", hint, ("data", point.label))

    def _drawable(self) -> None:
        """Numbers that this kind of chart can show."""
        for path, value in self.placed():
            if value is None and self.kind in {"share", "progress"}:
                raise fault("bad-number", "a number is missing", "write 0, or leave its label out", path)
            if value is not None and value < 0 and self.kind in {"share", "progress"}:
                hint = "write kind: bars for numbers below zero"
                raise fault("negative", f"{value} is below zero, which {self.kind} cannot show", hint, path)
        if not any(value for _, value in self.placed()):
            raise fault(
                "nothing-to-draw",
                "all numbers of the chart are zero",
                "leave the chart out",
                "data" if self.data else "series",
            )
        for n, row in enumerate(self.rows if self.kind == "share" and not self.single else ()):
            if not any(row):
                hint = "leave its label out"
                raise fault("nothing-to-draw", "all parts of this bar are zero", hint, ("labels", n))
        if self.kind == "line" and any(sum(v is not None for v in column) < 2 for column in self.columns):
            raise fault(
                "too-few",
                "a line needs two numbers",
                "leave the series out, or write kind: bars",
                "series" if self.series else "data",
            )

    def placed(self) -> list[tuple[tuple[str | int, ...], Any]]:
        """Every number with its place."""
        if self.data:
            return [(("data", point.label), point.value.number) for point in self.data]
        return [
            (("series", n, "values", k), value)
            for n, series in enumerate(self.series or ())
            for k, value in enumerate(series.values)
        ]

    @property
    def single(self) -> bool:
        """Whether there is one series of numbers."""
        return self.data is not None or len(self.series or ()) == 1

    @property
    def points(self) -> tuple[Text, ...]:
        """The labels."""
        return tuple(point.label for point in self.data) if self.data else tuple(self.labels or ())

    @property
    def names(self) -> tuple[Text, ...]:
        """The names of the series; none for one without a name."""
        return tuple(series.name for series in self.series or ())

    @property
    def columns(self) -> tuple[tuple[Any, ...], ...]:
        """The numbers, series by series."""
        if self.data:
            return (tuple(point.value.number for point in self.data),)
        return tuple(tuple(series.values) for series in self.series or ())

    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]:
        """The numbers, label by label."""
        return tuple(zip(*self.columns, strict=True))


class Chart(Block):
    """A chart of at most twelve labels and five series, with its numbers printed.

    Attributes:
        chart: What it shows.

    Example::

        - chart:
            kind: bars
            title: People trained
            data: {Women: 54, Men: 120}
    """

    key: ClassVar[str] = "chart"
    chart: Drawing

    def box(self, kit: Kit) -> Box:
        """Title and unit, the drawing with its numbers, and the source."""
        return plot(kit, self.chart, self.where, opened=kit.place == "main" or self.title is None)

    def goes_across(self, box: Box, kit: Kit) -> bool:
        """Where the author says so."""
        return self.chart.width == "full"

"""The boxes of charts: what is drawn, what is printed, and what a reader who cannot see it hears."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factsheet.blocks.kit import Kit
from factsheet.blocks.numbers import Measure
from factsheet.blocks.plates import plate
from factsheet.document import Tag
from factsheet.findings import NOWHERE, Where
from factsheet.i18n.text import Spoken, Text
from factsheet.layout.bars import Bars
from factsheet.layout.box import Box
from factsheet.layout.lines import Cells, Lines
from factsheet.layout.meters import Gauge, Meters
from factsheet.layout.plot import Design, Label, Legend, Plot
from factsheet.layout.scale import scale
from factsheet.layout.series import Series
from factsheet.layout.shares import Parts, Shares, per_cents
from factsheet.units import Pt

if TYPE_CHECKING:
    from factsheet.blocks.chart import Drawing

_LABEL, _VALUE, _NAME, _STRONG, _NOTE = "table", "table", "table", "table-head", "chart-note"
_MOST_SAID = 24
"""The most numbers that the description of a chart says one by one."""

_KIND = {"bars": "Bar chart", "share": "Chart of shares", "line": "Line chart", "progress": "Chart of progress"}


def plot(kit: Kit, drawing: "Drawing", where: Where, *, opened: bool) -> Box:
    """The whole of a chart, under a rule where it is ``opened`` by one."""
    make = {"bars": _bars, "share": _shares, "line": _lines, "progress": _meters}[drawing.kind]
    figure = Tag("Figure", where, alt=" ".join((drawing.alt or described(kit, drawing)).split()))
    body = Plot(make(kit, drawing, where), figure, Tag("Table", where), kit.grid)
    return plate(
        kit,
        body,
        title=drawing.title,
        unit=None if isinstance(drawing.unit, Spoken) else drawing.unit,
        source=drawing.source,
        ruled=opened,
        airy=True,
    )


def label(kit: Kit, text: str, style: str, tag: Tag, where: Where = NOWHERE) -> Label:
    """A text of a chart: the author's where it is one, else ours."""
    box = (
        kit.text(text, style, tag=tag, whole=True) if isinstance(text, Text) else kit.words(text, style, where, tag=tag)
    )
    return Label(box, kit.width(text, style) + 0.5, kit.longest(text, style) + 0.5)


def series(kit: Kit, count: int) -> tuple[Series, ...]:
    """The looks of ``count`` series; that of one alone is the theme's for whatever shows a value."""
    if count == 1:
        return (Series(kit.ink("key")),)
    inks = kit.series
    return tuple(Series(inks[n % len(inks)], n) for n in range(count))


def _row_heads(kit: Kit, drawing: "Drawing") -> tuple[Label, ...]:
    return tuple(label(kit, text, _LABEL, Tag("TH", text.where, scope="Row")) for text in drawing.points)


def _cells(kit: Kit, texts: Sequence[str], where: Where, style: str = _VALUE) -> tuple[Label, ...]:
    return tuple(label(kit, text, style, Tag("TD", where), where) for text in texts)


def _rows(count: int) -> tuple[Tag, ...]:
    return tuple(Tag("TR") for _ in range(count))


def said(kit: Kit, value: Decimal | None) -> str:
    """A number in the document's language; a dash where there is none."""
    return "–" if value is None else kit.language.number(value)


def _legend(kit: Kit, drawing: "Drawing", looks: Sequence[Series]) -> Legend | None:
    if not drawing.names:
        return None
    size = kit.size(_NAME)
    keys = [look.area(1.15 * size, 0.85 * size) for look in looks]
    names = [label(kit, name, _NAME, Tag("TH", name.where, scope="Column")) for name in drawing.names]
    return Legend(tuple(names), tuple(keys), Tag("TD"), Tag("TR"), kit.grid.leading, kit.middle(_NAME))


def _bars(kit: Kit, drawing: "Drawing", where: Where) -> Design:
    looks = series(kit, len(drawing.columns))
    return Bars(
        labels=_row_heads(kit, drawing),
        values=tuple(_cells(kit, [said(kit, value) for value in row], where) for row in drawing.rows),
        numbers=tuple(tuple(None if value is None else float(value) for value in row) for row in drawing.rows),
        row_tags=_rows(len(drawing.points)),
        series=looks,
        legend=_legend(kit, drawing, looks),
        axis=kit.ink("line"),
        grid=kit.grid,
        centre=kit.middle(_VALUE),
        hairline=kit.styles.theme.hairline,
    )


def _shares(kit: Kit, drawing: "Drawing", where: Where) -> Design:
    if drawing.single:
        return _parts(kit, drawing, where)
    looks = series(kit, len(drawing.columns))
    legend = _legend(kit, drawing, looks)
    assert legend is not None
    return Shares(
        labels=_row_heads(kit, drawing),
        values=tuple(_cells(kit, shares_said(kit, row), where) for row in drawing.rows),
        numbers=tuple(tuple(float(value) for value in row) for row in drawing.rows),
        row_tags=_rows(len(drawing.points)),
        series=looks,
        legend=legend,
        grid=kit.grid,
        centre=kit.middle(_VALUE),
    )


def _parts(kit: Kit, drawing: "Drawing", where: Where) -> Design:
    numbers = drawing.columns[0]
    shares = _cells(kit, shares_said(kit, numbers), where, _STRONG)
    values = _cells(kit, [said(kit, value) for value in numbers], where)
    rows = [(share,) for share in shares] if sum(numbers) == 100 else list(zip(values, shares, strict=True))
    return Parts(
        labels=_row_heads(kit, drawing),
        values=tuple(rows),
        numbers=tuple(float(value) for value in numbers),
        row_tags=_rows(len(numbers)),
        series=series(kit, len(numbers)),
        grid=kit.grid,
        centre=kit.middle(_LABEL),
    )


def shares_said(kit: Kit, numbers: Sequence[Decimal]) -> list[str]:
    """The per cents of ``numbers``, which add up to 100; as given where the numbers themselves do."""
    if sum(numbers) == 100:
        return [kit.language.per_cent(number) for number in numbers]
    whole = per_cents([float(number) for number in numbers])
    small = kit.language.per_cent(Decimal(1))
    return [
        f"<{small}" if number and not share else kit.language.per_cent(Decimal(share))
        for number, share in zip(numbers, whole, strict=True)
    ]


def _meters(kit: Kit, drawing: "Drawing", where: Where) -> Design:
    measures = [targeted(drawing, point.value) for point in drawing.data or ()]
    per_cent = str(drawing.unit or "") == "%" and all(target == 100 for _, target in measures)
    counts = [f"{said(kit, number)} / {said(kit, target)}" for number, target in measures]
    return Meters(
        labels=_row_heads(kit, drawing),
        counts=(None,) * len(measures) if per_cent else _cells(kit, counts, where),
        per_cents=_cells(kit, [progress_said(kit, n / t) for n, t in measures], where, _STRONG),
        shares=tuple(float(number / target) for number, target in measures),
        row_tags=_rows(len(measures)),
        gauge=gauge(kit),
        grid=kit.grid,
        centre=kit.middle(_LABEL),
    )


def targeted(drawing: "Drawing", value: Measure) -> tuple[Decimal, Decimal]:
    """The number of ``value`` and its target: its own, the chart's, or 100 per cent."""
    assert value.number is not None
    return value.number, value.target or drawing.target or Decimal(100)


def progress_said(kit: Kit, share: Decimal) -> str:
    """A share of a target in whole per cents: never 100 before the target is reached, nor 0 after the start."""
    value = round(share * 100)
    if value == 100 and share < 1:
        value = 99
    return kit.language.per_cent(Decimal(value))


def gauge(kit: Kit) -> Gauge:
    """The look of bars of progress."""
    return Gauge(kit.ink("key"), kit.ink("track"))


def _lines(kit: Kit, drawing: "Drawing", where: Where) -> Design:
    columns = drawing.columns
    values = [float(value) for column in columns for value in column if value is not None]
    upright = scale(min(values), max(values))
    looks = series(kit, len(columns))
    span = Tag("Span")
    return Lines(
        numbers=tuple(tuple(None if v is None else float(v) for v in column) for column in columns),
        scale=upright,
        ticks=tuple(label(kit, tick, _NOTE, replace(span)) for tick in _ticks(kit, upright.ticks)),
        marks=tuple(label(kit, str(point), _NOTE, replace(span)) for point in drawing.points),
        lying=_table(kit, drawing, where, lying=True),
        standing=_table(kit, drawing, where, lying=False),
        series=looks,
        rule=kit.ink("line"),
        base=kit.ink("key"),
        grid=kit.grid,
        centre=kit.middle(_NOTE),
        hairline=kit.styles.theme.hairline,
    )


def _ticks(kit: Kit, ticks: Sequence[Pt]) -> list[str]:
    """The numbers of a scale, all with as many decimals as one of them needs."""
    exact = [Decimal(repr(tick)).normalize() for tick in ticks]
    places = max(max(-int(value.as_tuple().exponent), 0) for value in exact)
    return [kit.language.number(Decimal(f"{value:.{places}f}")) for value in exact]


def _table(kit: Kit, drawing: "Drawing", where: Where, *, lying: bool) -> Cells:
    """The cells of one of the two tables: heads of columns in the one are heads of rows in the other."""
    over, aside = ("Column", "Row") if lying else ("Row", "Column")
    return Cells(
        corner=Tag("TD"),
        points=tuple(label(kit, text, _LABEL, Tag("TH", text.where, scope=over)) for text in drawing.points),
        names=tuple(label(kit, name, _NAME, Tag("TH", name.where, scope=aside)) for name in drawing.names),
        values=tuple(_cells(kit, [said(kit, value) for value in column], where) for column in drawing.columns),
        rows=_rows(1 + (len(drawing.columns) if lying else len(drawing.points))),
    )


# -- the description


def described(kit: Kit, drawing: "Drawing") -> str:
    """What the chart shows, in the document's language: its kind, its title, and its numbers or their extremes."""
    head = kit.label(_KIND[drawing.kind])
    title = ", ".join(str(text) for text in (drawing.title, drawing.unit) if text and not isinstance(text, Spoken))
    parts = [f"{head}: {title}" if title else head]
    columns = _spoken_columns(kit, drawing)
    names = [str(name) for name in drawing.names] or [""]
    short = sum(map(len, columns)) <= _MOST_SAID
    for name, column, numbers in zip(names, columns, drawing.columns, strict=True):
        pairs = [f"{point} {value}" for point, value in zip(drawing.points, column, strict=True)]
        said_ = "; ".join(pairs) if short else _extremes(kit, pairs, numbers)
        parts.append(f"{name}: {said_}" if name else said_)
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _spoken_columns(kit: Kit, drawing: "Drawing") -> list[list[str]]:
    """The numbers of each series as they are said."""
    if drawing.kind == "share":
        rows = [shares_said(kit, row) for row in drawing.rows] if not drawing.single else []
        return [list(column) for column in zip(*rows, strict=True)] or [shares_said(kit, drawing.columns[0])]
    if drawing.kind == "progress":
        measures = [targeted(drawing, point.value) for point in drawing.data or ()]
        return [[f"{said(kit, n)} / {said(kit, t)} ({progress_said(kit, n / t)})" for n, t in measures]]
    return [[said(kit, value) for value in column] for column in drawing.columns]


def _extremes(kit: Kit, pairs: Sequence[str], numbers: Sequence[Decimal | None]) -> str:
    known = [n for n, value in enumerate(numbers) if value is not None]
    high = max(known, key=lambda n: numbers[n] or Decimal(0))
    low = min(known, key=lambda n: numbers[n] or Decimal(0))
    return f"{kit.label('Highest')}: {pairs[high]}; {kit.label('Lowest')}: {pairs[low]}"

"""What tables, charts and indicators have around them: a rule and a title above, a source below."""

from collections.abc import Sequence

from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.drawn import Lowered
from factsheet.layout.stack import Cell, Stack


def plate(
    kit: Kit,
    body: Box,
    *,
    title: Text | None = None,
    unit: Text | None = None,
    source: Text | None = None,
    ruled: bool = True,
    airy: bool = False,
) -> Box:
    """``body`` with title and unit above it and its source below, under a rule unless it brings its own.

    One that is ``airy`` has space around it, and is not divided unless it is half a page tall.
    """
    head: list[Box] = []
    if title is not None:
        head.append(kit.text(title, "table-head", whole=True))
    if unit is not None:
        head.append(kit.text(unit, "chart-note", whole=True))
    foot: list[Box] = [] if source is None else [_source(kit, source)]
    if airy and (head or foot):
        body = Lowered(body, kit.lines(_ABOVE if head else 0.0), kit.lines(1.0 - _ABOVE if head else 1.0))
    boxes = [*head, body, *foot]
    if ruled:
        boxes[0] = kit.ruled(boxes[0], "rule", 0.75, rise=kit.lines(0.12))
    box: Box = boxes[0] if len(boxes) == 1 else Stack(_kept(boxes, len(head)))
    if kit.headed:
        box = Lowered(box, kit.lines(0.5), kit.lines(0.5), once=True)
    return kit.whole(box) if airy else box


_ABOVE = 0.35
"""The share of a line of space that stands above a chart, under its title; the rest of it stands below."""


def _kept(boxes: Sequence[Box], head: int) -> tuple[Cell, ...]:
    """The title stays with what it is over, and what it is over with the source."""
    return tuple(Cell(box, keep=n < head) for n, box in enumerate(boxes))


def _source(kit: Kit, source: Text) -> Box:
    return kit.text(source, "chart-note", whole=True)

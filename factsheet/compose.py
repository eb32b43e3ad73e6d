"""Which block goes into which region: a factsheet to a story."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factsheet.blocks.base import Block
from factsheet.blocks.heading import Heading, Subheading
from factsheet.blocks.kit import Kit
from factsheet.blocks.page import ColumnCount, NewPage
from factsheet.blocks.paragraph import Paragraphs
from factsheet.document import Tag
from factsheet.findings import Where
from factsheet.i18n.dates import PartialDate
from factsheet.i18n.language import Language
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box
from factsheet.layout.geometry import BAND_SHARE, Geometry
from factsheet.layout.stack import Cell, Stack
from factsheet.layout.story import Cover, Roots, Story
from factsheet.layout.text import TextBox
from factsheet.spec.model import Cover as SpecCover
from factsheet.spec.model import Factsheet
from factsheet.text.markup import Span, labels
from factsheet.text.styles import Grid, Styles
from factsheet.units import Pt, mm

SIZES: Mapping[str, tuple[Pt, Pt]] = {"A4": (mm(210), mm(297)), "Letter": (612.0, 792.0)}

_FOLIO: Pt = 52.0
"""What the page number takes of the footer, at most."""

_OVER_IMPRINT: Pt = 7.0
"""Above author, date and version in the closing band."""

_LEAD = 0.86
"""The measure of a lead that spans the columns, in shares of the width between the margins."""


def compose(sheet: Factsheet, styles: Styles, language: Language, roots: Roots) -> Story:
    """The story of ``sheet`` in ``styles``, which hold one step of the theme's fit."""
    numbers = note_numbers(sheet)
    width, height = SIZES[sheet.page_size]
    geometry = Geometry(width, height, styles.theme, styles.grid.leading)
    column = min(geometry.column_width, geometry.main[1])
    kit = Kit(styles, language, "main", numbers, column, geometry.text_width, geometry.main[1], reach=geometry.reach)
    side = Kit(styles, language, "sidebar", numbers, geometry.side[1])
    label = sheet.label or Text(language.label("Factsheet"))
    return Story(
        width=width,
        height=height,
        styles=styles,
        roots=roots,
        label=_masthead_text(styles, label, "label", "P"),
        titles=_titles(styles, sheet.title, styles.theme.masthead.title_sizes),
        posters=_titles(styles, sheet.title, styles.theme.masthead.poster_sizes),
        subtitle=_masthead_text(styles, sheet.subtitle, "subtitle", "P") if sheet.subtitle else None,
        cover=_cover(kit, sheet.cover) if sheet.cover else None,
        main=Stack(tuple(_main(sheet.main, kit, geometry.text_width))),
        sidebar=Stack(tuple(_side(sheet.sidebar, side))),
        tight_sidebar=cache(lambda: Stack(tuple(_side(sheet.sidebar, replace(side, tight=True))))),
        notes={name: kit.note(str(numbers[name]), text) for name, text in sheet.notes.items() if name in numbers},
        side_notes={name: side.note(str(numbers[name]), text) for name, text in sheet.notes.items() if name in numbers},
        closing=_closing(kit, sheet, geometry.text_width * BAND_SHARE),
        colophon=_colophon(kit, sheet, geometry.main[1] - _FOLIO),
        address=sheet.footer.url if sheet.footer and sheet.footer.url else "",
        running_label=str(label),
        plain_title=" ".join(sheet.title.split()),
        language=language.tag,
        contract=sheet.pages or 0,
        where=sheet.where_of("pages") if sheet.pages else sheet.title.where,
        author=str(sheet.author or ""),
    )


def _imprint(kit: Kit, sheet: Factsheet, style: str, room: Pt, address: Box | None = None) -> list[Box]:
    """Author, date and version, behind ``address`` if there is one, side by side where they go into ``room``."""
    said: list[tuple[str, Where]] = [(str(text), text.where) for text in (sheet.author, sheet.version) if text]
    if sheet.date:
        day = PartialDate(sheet.date.year, sheet.date.month, sheet.date.day)
        said.insert(1 if sheet.author else 0, (kit.language.date(day).replace(" ", "\u00a0"), sheet.where_of("date")))
    boxes: list[Box] = [_free_text(kit.styles, Span(text), where, style, "P") for text, where in said]
    widths = [kit.width(text, style) for text, _ in said]
    if address is not None and sheet.footer is not None and sheet.footer.url:
        boxes, widths = [address, *boxes], [kit.width(sheet.footer.url, style), *widths]
    return kit.in_line(boxes, widths, room)


def note_numbers(sheet: Factsheet) -> dict[str, int]:
    """The number of each footnote: the order in which the texts refer to them."""
    found: dict[str, int] = {}
    for text in sheet.texts():
        for label in labels(text) if isinstance(text, Rich) else ():
            if label in sheet.notes:
                found.setdefault(label, len(found) + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Steered:
    """A block of the main story with what steers it.

    Attributes:
        block: The block.
        opens: Whether it begins a new page.
        single: Whether it goes over all columns.
    """

    block: Block
    opens: bool = False
    single: bool = False


def _steered(blocks: Sequence[Block]) -> Iterator[_Steered]:
    """The blocks that are content, each with what the blocks before it that steer have said."""
    opens = single = begun = False
    for block in blocks:
        if isinstance(block, NewPage):
            opens = begun
        elif isinstance(block, ColumnCount):
            single = block.columns == 1
        else:
            yield _Steered(block, opens, single)
            opens, begun = False, True


def _main(blocks: Sequence[Block], kit: Kit, text_width: Pt) -> Iterator[Cell]:
    """The main story: headings stay with their text, and the first paragraph of a section may be its lead."""
    story = list(_steered(blocks))
    section = next((n for n, part in enumerate(story) if isinstance(part.block, Heading)), len(story))
    wide = replace(kit, column=kit.beside)
    for n, part in enumerate(story):
        before = story[n - 1].block if n and not part.opens else None
        after = story[n + 1].block if n + 1 < len(story) and not story[n + 1].opens else None
        own = wide if part.single else kit
        if isinstance(before, Heading | Subheading) or isinstance(part.block, Subheading):
            own = replace(own, headed=n > 0, in_section=section < n)
        opens = n == 0 or (n == 1 and isinstance(before, Heading))
        cells = list(_cells(part.block, before, after, own, opens=opens, text_width=text_width))
        if part.single:
            cells = [replace(cell, across=True, wide=cell.wide or cell.box) for cell in cells]
        if part.opens:
            cells[0] = replace(cells[0], opens=True)
        yield from cells


def _cells(
    block: Block, before: Block | None, after: Block | None, kit: Kit, *, opens: bool, text_width: Pt
) -> Iterator[Cell]:
    """The cells of one block of the main story; ``opens``: the story begins with it, or with its heading."""
    kit = kit.speaking(block.language)
    headed = isinstance(before, Heading | Subheading)
    gap = kit.lines(0 if headed else kit.styles.step.paragraphs)
    if isinstance(block, Paragraphs):
        yield from _paragraphs(block, before, after, kit, opens=opens, text_width=text_width)
        return
    box = block.box(kit)
    if isinstance(block, Heading):
        yield Cell(box, kit.lines(max(kit.styles.step.paragraphs, 1)), keep=True, wide=box)
    elif isinstance(block, Subheading):
        yield Cell(box, gap, keep=True)
    elif block.goes_across(box, kit):
        yield Cell(box, gap, wide=box, across=True)
    else:
        yield Cell(box, gap)


def _paragraphs(
    block: Paragraphs, before: Block | None, after: Block | None, kit: Kit, *, opens: bool, text_width: Pt
) -> Iterator[Cell]:
    """Paragraphs: the first after a heading may span the columns as a lead; one that ends with a colon introduces."""
    between = kit.lines(kit.styles.step.paragraphs)
    gap = 0.0 if isinstance(before, Heading | Subheading) else between
    alone = len(block.parts) == 1
    leads = (before is None or isinstance(before, Heading)) and after is not None
    leads = leads and (opens or not isinstance(after, Heading)) and not (alone and block.introduces)
    lead = opens and not (alone and (block.introduces or (after is None and before is not None)))
    wide = block.boxes(kit, lead=True, measure=_LEAD * text_width)
    boxes = block.boxes(kit, lead=lead)
    introduces = block.introduces and after is not None and not isinstance(after, Heading | Paragraphs)
    for k, part in enumerate(boxes):
        last = k == len(boxes) - 1
        spans = wide[k] if leads and k == 0 else None
        yield Cell(part, gap if k == 0 else between, keep=last and introduces, wide=spans)


def _side(blocks: Sequence[Block], kit: Kit) -> Iterator[Cell]:
    """The sidebar: facts under their titles, and blocks of the main story with a title or without."""
    blocks = [block for block in blocks if not block.steers]
    for n, block in enumerate(blocks):
        own = kit.speaking(block.language)
        box = block.box(replace(own, in_section=n > 0) if isinstance(block, Subheading) else own)
        if block.place == "main" and block.title is not None:
            box = own.fact("", block.title, box)
        if block.place == "sidebar":
            box = kit.whole(box)
        heading = isinstance(block, Heading | Subheading)
        joined = n > 0 and isinstance(blocks[n - 1], Heading | Subheading) and block.place == "main"
        yield Cell(box, kit.lines(0 if joined and block.title is None else 1), keep=heading)


def _cover(kit: Kit, cover: SpecCover) -> Cover:
    """The picture of the masthead, with who made it."""
    from factsheet.blocks.pictures import credit, figure  # noqa: PLC0415 - few factsheets have one

    return Cover(cover.file, figure(cover), cover.centre, credit(kit, cover.credit, "credit") if cover.credit else None)


def _titles(styles: Styles, title: Text, sizes: Sequence[Pt]) -> tuple[TextBox, ...]:
    return tuple(_masthead_text(styles, title, "title", "H1", size) for size in sizes)


def _masthead_text(styles: Styles, text: Text, style: str, role: str, size: Pt = 0.0) -> TextBox:
    return _free_text(styles, Span(str(text)), text.where, style, role, size)


def _free_text(styles: Styles, span: Span, where: Where, style: str, role: str, size: Pt = 0.0) -> TextBox:
    """A text off the baseline grid, in lines of its own leading."""
    kind = styles.type(style, size=size)
    leading = kind.leading if kind.stands != "grid" else kind.size * 1.2
    grid = Grid(leading, leading * 0.5 + kind.size * 0.36)
    paragraph = styles.paragraph(span.text, style, where, lambda: (span,))
    return TextBox(paragraph, replace(kind, leading=leading, stands="grid"), grid, Tag(role, where), whole=True)


def _closing(kit: Kit, sheet: Factsheet, room: Pt) -> Box | None:
    """The closing sentence and its address."""
    footer = sheet.footer
    if footer is None or not footer.text:
        return None
    boxes: list[Box] = [_free_text(kit.styles, Span(str(footer.text)), footer.text.where, "band", "P")]
    if footer.url:
        boxes.append(_address(kit, sheet, "band-address"))
    imprint = _imprint(kit, sheet, "band-folio", room)
    return Stack(
        tuple(Cell(box, _OVER_IMPRINT if n == len(boxes) else 0.0) for n, box in enumerate([*boxes, *imprint]))
    )


def _colophon(kit: Kit, sheet: Factsheet, room: Pt) -> Box | None:
    """Without a closing sentence: the address, author, date and version for the last page's footer."""
    if sheet.footer and sheet.footer.text:
        return None
    address = _address(kit, sheet, "running") if sheet.footer and sheet.footer.url else None
    boxes = _imprint(kit, sheet, "running", room, address)
    return kit.stack(*boxes) if boxes else None


def _address(kit: Kit, sheet: Factsheet, style: str) -> Box:
    assert sheet.footer is not None
    assert sheet.footer.url is not None
    return _free_text(
        kit.styles, Span(sheet.footer.url, href=sheet.footer.target), sheet.where_of("footer", "url"), style, "P"
    )

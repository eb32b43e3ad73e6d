"""The spec as a validated model."""

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, InstanceOf, PrivateAttr, WithJsonSchema

from factsheet.blocks.base import Block, Model, fault, optional, texts_of, tongue, typed
from factsheet.blocks.contact import Url, target
from factsheet.blocks.shown import Focused
from factsheet.findings import Where
from factsheet.i18n.dates import PartialDate
from factsheet.i18n.text import Rich, Text
from factsheet.source import Source

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def _theme(value: object) -> object:
    text = typed(value)
    if not _NAME.fullmatch(text):
        raise fault("bad-theme", f"“{text}” is not the name of a theme", "write its name alone, as institutional")
    return text


def _page_size(value: object) -> object:
    sizes = {"a4": "A4", "letter": "Letter"}
    text = typed(value)
    if text.lower() not in sizes:
        raise fault("bad-page-size", f"“{text}” is not a page size", "write A4 or Letter")
    return sizes[text.lower()]


def _pages(value: object) -> object:
    text = typed(value)
    if not re.fullmatch(r"0*[0-9]{1,3}", text) or not 1 <= int(text) <= 400:
        raise fault("bad-pages", f"“{text}” is not a number of pages", "write a whole number, as pages: 2")
    return int(text)


def _date(value: object) -> object:
    hint, text = "write year, month and day: 2014-02-28", typed(value)
    try:
        found = PartialDate.parse(text)
    except ValueError as problem:
        raise fault("bad-date", str(problem), hint) from None
    if not found.day:
        raise fault("bad-date", f"“{value}” is not a full date", hint)
    return datetime.date(found.year, found.month, found.day)


class Cover(Focused):
    """The picture in the head of the first page.

    Attributes:
        file: The name of the picture, as seen from the folder of the spec: pictures/valley.jpg.
        alt: What it shows, in a sentence, for those who do not see it.
        decorative: Write true instead of an alt: where the picture says nothing.
        focus: What must be seen where it is cut: centre, left, top right …, or {x: 30, y: 40} in per cent.
        credit: Who made it, printed as “Photo: …”.
    """

    credit: Text | None = None


class Footer(Model):
    """What closes the factsheet: a sentence and a web address.

    Attributes:
        text: The closing sentence, printed on the last page.
        url: The address after it, which also stands at the foot of the other pages.
    """

    text: Text | None = None
    url: Url | None = None

    @property
    def target(self) -> str:
        """What a link to the address opens."""
        return target(self.url or "")


class Factsheet(Model):
    """A factsheet. Only its title is obligatory.

    Attributes:
        title: The title.
        subtitle: A line below the title.
        label: The word over the title; “Factsheet” where none is given.
        language: The language of the texts: en, mn, fr, es, ru, de, or the code of another.
        theme: The name of the theme.
        page_size: A4 or Letter.
        pages: At most so many pages; more is an error that says what to cut.
        date: The date of the factsheet: 2014-02-28.
        version: The version, as it is printed.
        author: Who made it.
        cover: The picture in the head of the first page.
        main: The main story, block by block.
        sidebar: The facts beside the story, block by block.
        notes: The texts of the footnotes, by the label that stands in [^1].
        footer: What closes the factsheet.
    """

    title: Text
    subtitle: Text | None = None
    label: Text | None = None
    language: Annotated[str, BeforeValidator(tongue)] = "en"
    theme: Annotated[str, BeforeValidator(_theme)] = "institutional"
    page_size: Annotated[Literal["A4", "Letter"], BeforeValidator(_page_size)] = "A4"
    pages: Annotated[int | None, optional(_pages), WithJsonSchema({"type": "integer", "minimum": 1})] = None
    date: Annotated[datetime.date | None, optional(_date), WithJsonSchema({"type": "string", "format": "date"})] = None
    version: Text | None = None
    author: Text | None = None
    cover: Cover | None = None
    main: tuple[InstanceOf[Block], ...] = ()
    sidebar: tuple[InstanceOf[Block], ...] = ()
    notes: dict[str, Rich] = Field(default_factory=dict)
    footer: Footer | None = None
    _source: Source | None = PrivateAttr(default=None)

    def read_from(self, source: Source) -> "Factsheet":
        """The sheet itself, which knows its file."""
        self._source = source
        return self

    def where_of(self, *path: str | int) -> Where:
        """The place of the value at ``path`` in the file."""
        return self._source.where(path) if self._source else Where("")

    def texts(self) -> Iterator[Text]:
        """Every text of the author's, in reading order."""
        for value in (
            self.label,
            self.title,
            self.subtitle,
            self.cover,
            self.main,
            self.sidebar,
            self.notes,
            self.footer,
            self.version,
            self.author,
        ):
            yield from texts_of(value)

"""A theme: inks, faces, styles, grid and what each page looks like, as validated data."""

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from factsheet.design.inks import CMYK, Ink, Spot
from factsheet.design.press import MARKS, Folds, MarkName
from factsheet.source import read
from factsheet.units import mm

FOLDER = Path(__file__).parent / "themes"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _rgb(value: object) -> object:
    """``#RRGGBB`` as three shares."""
    text = str(value or "")
    if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        message = f"“{text}” is not a colour" if text else "the colour is empty"
        raise fault("bad-colour", message, 'write six digits after a # in quotation marks, as "#12569B"')
    return tuple(int(text[n : n + 2], 16) / 255 for n in (1, 3, 5))


def _cmyk(value: object) -> object:
    """Four shares of ink in per cent."""
    shares = [str(v) for v in value] if isinstance(value, list | tuple) else []
    if len(shares) != 4 or not all(re.fullmatch(r"\d{1,3}(\.\d+)?", v) and float(v) <= 100 for v in shares):
        message = "these are not four shares of ink"
        raise fault("bad-colour", message, "write cyan, magenta, yellow and black in per cent, as [100, 65, 5, 5]")
    return value


def fault(rule: str, message: str, hint: str) -> PydanticCustomError:
    """The error that becomes a finding of ``rule``."""
    return PydanticCustomError(rule, "{said}", {"said": message, "hint": hint})


def _none(value: object) -> object:
    """The word ``none`` as nothing."""
    return None if value == "none" else value


def _nothing(value: object) -> object:
    """The word ``none`` as an empty list."""
    return () if value == "none" else value


def _file_name(value: object) -> object:
    """The name of a file, as a folder may hold it."""
    text = str(value)
    if isinstance(value, str) and (not text.isprintable() or len(text.encode()) > _LONGEST_NAME):
        raise fault("profile", "this cannot be the name of a file", "write the name of the profile, as press.icc")
    return value


_LONGEST_NAME = 250
OrNone = BeforeValidator(_none)
Length = Annotated[float, Field(ge=0, le=2000)]
Share = Annotated[float, Field(gt=0, le=1)]
Size = Annotated[float, Field(ge=4, le=300)]


class InkValues(_Model):
    """A press value and a screen value.

    Attributes:
        cmyk: The press value; of a spot colour in full, what stands in for it.
        rgb: The screen value.
        spot: The spot colour that it is printed with instead, by the name of its plate.
        tint: How much of the spot colour, in per cent.
    """

    cmyk: Annotated[tuple[float, float, float, float], BeforeValidator(_cmyk)]
    rgb: Annotated[tuple[float, float, float], BeforeValidator(_rgb)]
    spot: Annotated[str | None, OrNone] = None
    tint: Annotated[float, Field(gt=0, le=100)] = 100.0


class Style(_Model):
    """A named style.

    Attributes:
        leading: In shares of the size; 0: the lines stand on the baseline grid.
        fixed: Whether it keeps its size when the layout scales the type.
        stands: Where lines with a leading of their own stand in their room.
        tabular: Whether all figures are of one width, so that they stand under each other.
        optical: Whether punctuation hangs over the edges of the lines.
    """

    family: str = "sans"
    size: Size
    leading: float = 0.0
    bold: bool = False
    italic: bool = False
    ink: str = "black"
    align: Literal["left", "justify"] = "left"
    capitals: bool = False
    tracking: float = 0.0
    hyphens: bool = False
    balanced: bool = False
    fixed: bool = False
    stands: Literal["top", "bottom"] = "bottom"
    tabular: bool = False
    optical: bool = False


class Sides(_Model):
    """Margins in millimetres."""

    top: Length
    right: Length
    bottom: Length
    left: Length


class PageDesign(_Model):
    """What every page has."""

    margin_mm: Sides
    columns: Annotated[int, Field(ge=1, le=4)]
    gutter_mm: Length


class Span(_Model):
    """The least and the most of something."""

    least: Length
    most: Length


class Cover(_Model):
    """Where the spec's cover picture stands: beside the words, behind them, or below them.

    Attributes:
        place: ``right``: in place of the drawing; ``full``: over the whole masthead, the words on a panel;
            ``below``: between the words and the columns.
        share: Where the picture of ``right`` begins, in shares of the page.
        height_mm: The height of the picture of ``below``, and what one of ``full`` shows above the panel.
    """

    place: Literal["right", "full", "below"]
    share: Share = 0.62
    height_mm: Length = 60.0


class Bar(_Model):
    """A bar over the label; a width of 0 is that of the text."""

    width_mm: Length
    height_mm: Length
    gap: float = 9.0


class Masthead(_Model):
    """The head of the first page.

    Attributes:
        art: What is drawn on it.
        ground: Its ink; none: it stands on the paper.
        second: The drawing's larger shapes.
        lines: The drawing's lines, or its second shapes.
        points: The drawing's points, or its third shapes.
        accent: The bar over the label.
        bar: That bar.
        foot: A hairline along its lower edge, if any.
        under: What is left free below its words, in points.
        height_mm: How high it may be.
        alone: The most of the page it may take where the factsheet has one page.
        title_sizes: The sizes of the title, largest first.
        title_lines: The lines that a title may have before it gets smaller.
        title_share: The measure of the title, in shares of the width between the margins.
        poster_sizes: The sizes of the title where the masthead is as tall as a poster.
        poster_share: Its measure there.
        cover: Where the spec's cover picture stands.
    """

    art: Literal["globe", "tiles", "none"]
    ground: Annotated[str | None, OrNone]
    second: str
    lines: str
    points: str
    accent: str
    bar: Annotated[Bar | None, OrNone]
    foot: Annotated[str | None, OrNone] = None
    under: Length = 28.0
    height_mm: Span
    alone: Share
    title_sizes: Annotated[tuple[Size, ...], Field(min_length=1)]
    title_lines: int
    title_share: Share
    poster_sizes: Annotated[tuple[Size, ...], Field(min_length=1)]
    poster_share: Share
    cover: Cover


class Roles(_Model):
    """The inks of what blocks draw, by what they are for.

    Attributes:
        line: Hairlines.
        rule: The rules that open a fact or a table.
        key: Bars, marks and lines that show a value.
        track: What a bar is measured against.
        tint: The ground of what stands out, such as a callout.
        accent: What draws the eye: the bar beside a quotation, marks.
        series: The series of a chart, in order.
    """

    line: str
    rule: str
    key: str
    track: str
    tint: str
    accent: str
    series: Annotated[tuple[str, ...], Field(min_length=5)]


class Sidebar(_Model):
    """The sidebar of the first page.

    Attributes:
        read: Whether its facts are read out before the main story, or after it.
    """

    side: Literal["left", "right"]
    read: Literal["first", "last"] = "last"
    ground: Annotated[str | None, OrNone]
    roles: Roles
    width_mm: Length
    padding_mm: Length
    margin_mm: Length
    gutter_mm: Length
    pages: Annotated[int, Field(ge=1, le=10)]


class Band(_Model):
    """The closing band; without a ground it stands under a rule."""

    ground: Annotated[str | None, OrNone]
    height_mm: Length
    padding: float = 46.0


class Step(_Model):
    """One way to fit: the scale of the type, the grid, and the lines between list items and paragraphs.

    ``title`` is the greatest size of the title; 0 leaves it alone. ``tracking`` is added after each letter of running
    text, in shares of the size; ``pictures`` scales the height of pictures.
    """

    scale: Annotated[float, Field(ge=0.5, le=2)]
    leading: Annotated[float, Field(ge=6, le=40)]
    title: float = 0.0
    tracking: float = 0.0
    pictures: float = 1.0
    items: int = 1
    paragraphs: int = 1


class FoldsMm(_Model):
    """Where the sheet is folded, in millimetres from the left and from the top edge."""

    from_left: tuple[Length, ...] = ()
    from_top: tuple[Length, ...] = ()


class Theme(_Model):
    """Everything that the layout asks of a design, and the printing office of its files.

    Attributes:
        standard: What print files follow: ``x4`` is PDF/X-4, ``x1a`` PDF/X-1a:2003.
        profile: The ICC profile of the printing condition; none: that of the house.
        condition: Its name in the ICC's registry, where the profile does not say it.
        ink_limit: The most ink over any square millimetre, in per cent.
        bleed_mm: How far the page reaches over the trim.
        marks: What stands outside the bleed.
        folds_mm: Where fold marks stand.
    """

    name: str
    standard: Literal["x4", "x1a"] = "x4"
    profile: Annotated[str | None, BeforeValidator(_file_name), OrNone] = None
    condition: str = ""
    ink_limit: Annotated[float, Field(ge=100, le=400)] = 300.0
    bleed_mm: Annotated[float, Field(ge=0, le=20)] = 3.0
    marks: Annotated[tuple[MarkName, ...], BeforeValidator(_nothing)] = MARKS
    folds_mm: FoldsMm = FoldsMm()
    inks: dict[str, InkValues]
    families: dict[str, tuple[str, str, str, str]]
    fallback: tuple[tuple[str, str, str, str], ...]
    styles: dict[str, Style]
    links: str
    page: PageDesign
    masthead: Masthead
    sidebar: Sidebar
    band: Band
    roles: Roles
    hairline: Length
    fit: Annotated[tuple[Step, ...], Field(min_length=1)]
    usual: int

    @cached_property
    def palette(self) -> dict[str, Ink]:
        """The inks by name."""
        return {name: _ink(name, values) for name, values in self.inks.items()}

    @property
    def folds(self) -> Folds:
        """Where the sheet is folded."""
        return Folds(tuple(map(mm, self.folds_mm.from_left)), tuple(map(mm, self.folds_mm.from_top)))


def _ink(name: str, values: InkValues) -> Ink:
    """The ink of ``values``; of a tint of a spot colour, as much of its stand-in."""
    full: CMYK = tuple(v / 100 for v in values.cmyk)  # type: ignore[assignment]
    if values.spot is None:
        return Ink(name, full, values.rgb)
    tint = values.tint / 100
    return Ink(name, tuple(v * tint for v in full), values.rgb, Spot(values.spot, full), tint)  # type: ignore[arg-type]


def floor(ink: Ink) -> float:
    """The least size of type in ``ink``: where several plates must meet, or letters are left white, it is larger."""
    return _LEAST if len(ink.plates) == 1 else _LEAST_IN_COLOUR


_LEAST, _LEAST_IN_COLOUR = 6.5, 8.0


def names() -> list[str]:
    """The themes that ship with the package."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def load(name: str) -> Theme:
    """The theme called ``name``."""
    return Theme.model_validate(read(FOLDER / f"{name}.yaml").data)

"""A theme: inks, faces, styles, grid and what each page looks like, as validated data."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factsheet.design.inks import Ink
from factsheet.source import read

FOLDER = Path(__file__).parent / "themes"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _rgb(value: object) -> object:
    """``#RRGGBB`` as three shares."""
    text = str(value)
    if len(text) == 7 and text.startswith("#"):
        return tuple(int(text[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return value


Per = Annotated[float, Field(ge=0, le=100)]


class InkValues(_Model):
    """A press value and a screen value."""

    cmyk: tuple[Per, Per, Per, Per]
    rgb: Annotated[tuple[float, float, float], BeforeValidator(_rgb)]


class Style(_Model):
    """A named style.

    Attributes:
        leading: In shares of the size; 0: the lines stand on the baseline grid.
        fixed: Whether it keeps its size when the layout scales the type.
        stands: Where lines with a leading of their own stand in their room.
    """

    family: str = "sans"
    size: float
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


class Sides(_Model):
    """Margins in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


class PageDesign(_Model):
    """What every page has."""

    margin_mm: Sides
    bleed_mm: float
    columns: int
    gutter_mm: float


class Span(_Model):
    """The least and the most of something."""

    least: float
    most: float


class Masthead(_Model):
    """The head of the first page."""

    ground: str
    second: str
    lines: str
    points: str
    accent: str
    height_mm: Span
    alone: float
    title_sizes: tuple[float, ...]
    title_lines: int
    title_share: float
    poster_sizes: tuple[float, ...]
    poster_share: float


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
    series: tuple[str, ...]


class Sidebar(_Model):
    """The sidebar of the first page."""

    side: Literal["left", "right"]
    ground: str
    roles: Roles
    width_mm: float
    padding_mm: float
    margin_mm: float
    gutter_mm: float
    pages: int


class Band(_Model):
    """The closing band."""

    ground: str
    height_mm: float


class Step(_Model):
    """One way to fit: the scale of the type, the grid, and the lines between list items and paragraphs.

    ``title`` is the greatest size of the title; 0 leaves it alone.
    """

    scale: float
    leading: float
    title: float = 0.0
    items: int = 1
    paragraphs: int = 1


class Theme(_Model):
    """Everything that the layout asks of a design."""

    name: str
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
    hairline: float
    fit: tuple[Step, ...]
    usual: int

    @cached_property
    def palette(self) -> dict[str, Ink]:
        """The inks by name."""
        return {
            name: Ink(name, tuple(v / 100 for v in ink.cmyk), ink.rgb)  # type: ignore[arg-type]
            for name, ink in self.inks.items()
        }


def names() -> list[str]:
    """The themes that ship with the package."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def load(name: str) -> Theme:
    """The theme called ``name``."""
    return Theme.model_validate(read(FOLDER / f"{name}.yaml").data)

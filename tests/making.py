"""What tests need to make: styles, kits, boxes from a piece of YAML, documents; and what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any, Literal

from factsheet.blocks import registry
from factsheet.blocks.base import Block
from factsheet.blocks.kit import Kit
from factsheet.compose import compose
from factsheet.design import theme as themes
from factsheet.design.theme import Theme
from factsheet.document import Document, Frame, Item, Tag, Words, walk
from factsheet.engine import Engine
from factsheet.findings import Finding
from factsheet.i18n.language import language
from factsheet.layout.box import UNLIMITED, Box, Fit
from factsheet.layout.flow import Sketch, lay_out
from factsheet.layout.story import Roots, Story
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.text.segments import words
from factsheet.text.styles import Styles
from factsheet.units import Pt, Size

ENGINE = Engine()
Place = Literal["main", "sidebar"]
SPECS = Path(__file__).parent / "data" / "specs"
"""Where the specs of tests stand, with the pictures that they name."""


@cache
def theme(name: str = "institutional") -> Theme:
    """A theme that ships."""
    return themes.load(name)


@cache
def _styles(tag: str, name: str = "institutional") -> Styles:
    return Styles(theme(name), tag, ENGINE, theme(name).fit[theme(name).usual])


def styles(tag: str = "en", *, rough: bool = False, step: int | None = None, look: str = "institutional") -> Styles:
    """The styles of a language at a step of the fit, the usual one if none is named."""
    found = theme(look)
    return _styles(tag, look).at(found.fit[found.usual if step is None else step], rough=rough)


def kit(place: Place = "main", *, rough: bool = False, tag: str = "en", step: int | None = None) -> Kit:
    """A kit for a block at ``place``."""
    return Kit(styles(tag, rough=rough, step=step), language(tag), place, {"1": 1, "2": 2}, 234.0)


def example(kind: type[Block]) -> str:
    """The example in the docstring of ``kind``, as YAML."""
    _, _, text = (kind.__doc__ or "").partition("Example::")
    return cleandoc(text) + "\n"


def sheet(text: str) -> Factsheet:
    """The factsheet in the YAML ``text``, which is right."""
    made, findings = validate(parse(text, str(SPECS / "test.yaml")))
    assert made is not None, [finding.message for finding in findings]
    return made


def blocks(text: str, place: Place = "main") -> list[Block]:
    """The blocks in a piece of YAML, as they stand below ``main:`` or ``sidebar:``."""
    indented = "".join(f"  {line}" for line in text.splitlines(keepends=True))
    made = sheet(f"title: T\n{place}:\n{indented}\nnotes: {{1: One., 2: Two.}}\n")
    return list(made.main if place == "main" else made.sidebar)


def block(text: str, place: Place = "main") -> Block:
    """The only block in a piece of YAML."""
    (found,) = blocks(text, place)
    return found


def box(text: str, place: Place = "main", *, rough: bool = False, tag: str = "en", step: int | None = None) -> Box:
    """The box of the only block in a piece of YAML."""
    return block(text, place).box(kit(place, rough=rough, tag=tag, step=step))


def kinds() -> dict[str, type[Block]]:
    """The registry, which is not empty."""
    found = registry()
    assert found
    return found


def sketch(text: str) -> Sketch:
    """The factsheet in the YAML ``text``, ready to be laid out."""
    made = sheet(text)
    tongue = language(made.language)
    roots = Roots(Tag(""), Tag(""), Tag("Sect", title="Key facts", level=1), Tag(""))

    def composed(step: Any, rough: bool) -> Story:
        return compose(made, _styles(tongue.tag, made.theme).at(step, rough=rough), tongue, roots)

    return composed


def story(text: str, *, rough: bool = False, step: int | None = None) -> Story:
    """The story of the YAML ``text`` at a step of the fit."""
    look = theme(sheet(text).theme)
    return sketch(text)(look.fit[look.usual if step is None else step], rough)


def laid_out(text: str) -> tuple[Document, list[Finding]]:
    """The document of the YAML ``text``, and the remarks on it."""
    document, remarks = lay_out(sketch(text), theme(sheet(text).theme))
    return replace(document, date="2026-01-31"), remarks


def document(text: str) -> Document:
    """The document of the YAML ``text``."""
    return laid_out(text)[0]


def items(frame: Frame | None) -> list[tuple[Pt, Pt, Item, tuple[Tag, ...]]]:
    """Everything in ``frame``."""
    return list(walk(frame)) if frame is not None else []


def runs(frame: Frame | None) -> list[tuple[Pt, Pt, Words, tuple[Tag, ...]]]:
    """The words in ``frame`` with their places and paths."""
    return [(x, y, item, path) for x, y, item, path in items(frame) if isinstance(item, Words)]


def said(frame: Frame | None) -> list[str]:
    """The words of the text in ``frame``; parts of one paragraph join, and artefacts say nothing."""
    return said_by([frame])


def said_by(frames: Sequence[Frame | None]) -> list[str]:
    """The words of several frames, as of one."""
    return words("".join(_pieces(frames)).replace("\u00ad", ""))


def _pieces(frames: Sequence[Frame | None]) -> Iterator[str]:
    last: Tag | None = None
    for frame in frames:
        for _, _, item, path in runs(frame):
            if any(tag.role == "Artifact" for tag in path):
                continue
            if path[-1:] != (last,):
                yield " "
            last = path[-1] if path else None
            yield item.text


def whole(box: Box, width: Pt = 234.0) -> Frame:
    """All of ``box`` in one piece."""
    fit = box.fit(Size(width, UNLIMITED))
    assert fit.frame is not None
    assert fit.rest is None
    return fit.frame


def pieces(box: Box, width: Pt, height: Pt) -> tuple[list[Frame], Box | None]:
    """``box`` poured into rooms of one size until nothing more fits; and what is left over."""
    frames: list[Frame] = []
    rest: Box | None = box
    while rest is not None and len(frames) < 2000:
        fit: Fit = rest.fit(Size(width, height))
        if fit.frame is None:
            break
        frames.append(fit.frame)
        rest = fit.rest
    return frames, rest

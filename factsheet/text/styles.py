"""The theme's named styles, resolved for one language and one step of the fit."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from factsheet.design.fonts import Chain
from factsheet.design.inks import Ink
from factsheet.design.theme import Step, Theme, floor
from factsheet.engine import Engine
from factsheet.findings import Where
from factsheet.text import hyphenation
from factsheet.text.markup import Span
from factsheet.text.paragraph import Hyphenates, Paragraph, Type
from factsheet.text.shaping import Voice
from factsheet.units import Pt


@dataclass(frozen=True, slots=True)
class Grid:
    """The baseline grid: the distance of its lines, and the first baseline below the top of a line's room."""

    leading: Pt
    baseline: Pt

    def up(self, height: Pt) -> Pt:
        """``height`` or the next whole number of grid lines above it."""
        return math.ceil(height / self.leading - 1e-4) * self.leading

    def down(self, height: Pt) -> Pt:
        """``height`` or the next whole number of grid lines below it."""
        return math.floor(height / self.leading + 1e-4) * self.leading


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """Named styles as types, for one step of the fit; the steps of one document share what does not depend on size.

    Attributes:
        theme: Where the styles are defined.
        language: The language of the document.
        engine: The caches of the process.
        step: The step of the fit.
        rough: Whether lines are only estimated.
    """

    theme: Theme
    language: str
    engine: Engine
    step: Step
    rough: bool = False
    _types: dict[str, Type] = field(default_factory=dict)
    _voices: dict[tuple[str, int, bool, bool, bool], Voice] = field(default_factory=dict)
    _paragraphs: dict[tuple[str, str, int, int, float], Paragraph] = field(default_factory=dict)
    _speaking: "dict[str, Styles]" = field(default_factory=dict)

    def speaking(self, language: str) -> "Styles":
        """The same styles, at the same step, for texts in another language."""
        found = self._speaking.get(language)
        if found is None:
            found = replace(self, language=language, _types={}, _voices={}, _paragraphs={}, _speaking={})
            self._speaking[language] = found
        return found.at(self.step, rough=self.rough)

    def at(self, step: Step, *, rough: bool) -> "Styles":
        """The same styles at another step."""
        return replace(self, step=step, rough=rough, _types={})

    @property
    def grid(self) -> Grid:
        """The baseline grid of the step: capitals of running text stand in the middle of their line."""
        text = self.type("text")
        capitals = text.voices[0].chain.first.cap_height / 1000 * text.size
        return Grid(self.step.leading, (self.step.leading + capitals) / 2)

    @property
    def forced(self) -> bool:
        """Whether any word had to be divided where no rule allows it, in whatever was tried."""
        own = any(paragraph.forced for paragraph in self._paragraphs.values())
        return own or any(styles.forced for styles in self._speaking.values())

    def ink(self, name: str) -> Ink:
        """The ink called ``name``."""
        return self.theme.palette[name]

    def paragraph(
        self, text: str, style: str, where: Where, make: Callable[[], Sequence[Span]], *, hyphens: bool = True
    ) -> Paragraph:
        """The paragraph of the spans that ``make`` gives for the ``text`` at ``where``, made once.

        Without ``hyphens`` its words are divided only where they are wider than a line.
        """
        key = (text, style if hyphens else f"{style} undivided", where.line, where.column, self.step.tracking)
        found = self._paragraphs.get(key)
        if found is None:
            kind = self.type(style) if hyphens else replace(self.type(style), hyphens=None)
            found = self._paragraphs[key] = Paragraph(make(), kind, where)
        return found

    def type(self, name: str, *, size: Pt = 0.0) -> Type:
        """The style called ``name``, at ``size`` where that is given."""
        key = f"{name} {size}" if size else name
        found = self._types.get(key)
        if found is None:
            found = self._types[key] = self._resolve(name, size)
        return found

    def _resolve(self, name: str, size: Pt) -> Type:
        style = self.theme.styles[name]
        ink = self.ink(style.ink)
        size = size or max(style.size * (1.0 if style.fixed else self.step.scale), min(floor(ink), style.size))

        def voice(strong: bool, emphasis: bool) -> Voice:
            cut = (strong or style.bold) + 2 * (emphasis != style.italic)
            return self._voice(style.family, cut, style.capitals, not style.tracking, style.tabular)

        return Type(
            voices=(voice(False, False), voice(True, False), voice(False, True), voice(True, True)),
            size=size,
            leading=style.leading * size if style.leading else self.step.leading,
            ink=ink,
            link_ink=self._link_ink(style.ink, size),
            align=style.align,
            tracking=1000 * (style.tracking + (0.0 if style.fixed else self.step.tracking)),
            hyphens=self._hyphens() if style.hyphens else None,
            emergency=self._hyphens(),
            balanced=style.balanced,
            optical=style.optical,
            stands=style.stands if style.leading else "grid",
        )

    def _link_ink(self, own: str, size: Pt) -> Ink:
        """The ink of links in text of the ink ``own``: small ones stay in it, since several plates would blur them."""
        links = self.ink(self.theme.links)
        return links if own in ("black", "grey") and size >= floor(links) else self.ink(own)

    def _hyphens(self) -> Hyphenates | None:
        return self.engine.once(("hyphens", self.language), lambda: hyphenation.load(self.language))

    def _voice(self, family: str, cut: int, capitals: bool, ligatures: bool, tabular: bool) -> Voice:
        short = (family, cut, capitals, ligatures, tabular)
        found = self._voices.get(short)
        if found is None:
            files = (self.theme.families[family][cut], *(faces[cut] for faces in self.theme.fallback))
            found = self._voices[short] = self.engine.once(
                ("voice", files, self.language, capitals, ligatures, tabular),
                lambda: Voice(
                    Chain(files, self.engine.face),
                    self.language,
                    capitals=capitals,
                    ligatures=ligatures,
                    tabular=tabular,
                ),
            )
        return found

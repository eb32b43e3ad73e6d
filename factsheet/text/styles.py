"""The theme's named styles, resolved for one language and one step of the fit."""

import math
from dataclasses import dataclass, field

from factsheet.design.fonts import Chain
from factsheet.design.inks import Ink
from factsheet.design.theme import Step, Theme
from factsheet.engine import Engine
from factsheet.text import hyphenation
from factsheet.text.paragraph import Type
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
    """Named styles as types; the same names always give the same objects."""

    theme: Theme
    step: Step
    language: str
    engine: Engine
    _types: dict[str, Type] = field(default_factory=dict)

    @property
    def grid(self) -> Grid:
        """The baseline grid of the step: capitals of running text stand in the middle of their line."""
        face = self.type("text").voices[0].chain.first
        capitals = face.cap_height / 1000 * self.type("text").size
        return Grid(self.step.leading, (self.step.leading + capitals) / 2)

    def ink(self, name: str) -> Ink:
        """The ink called ``name``."""
        return self.theme.palette[name]

    def type(self, name: str, *, size: Pt = 0.0) -> Type:
        """The style called ``name``, at ``size`` where that is given."""
        key = f"{name} {size}" if size else name
        found = self._types.get(key)
        if found is None:
            found = self._types[key] = self._resolve(name, size)
        return found

    def _resolve(self, name: str, size: Pt) -> Type:
        style = self.theme.styles[name]
        size = size or style.size * (1.0 if style.fixed else self.step.scale)
        bold, italic = style.bold, style.italic

        def voice(strong: bool, emphasis: bool) -> Voice:
            cut = (strong or bold) + 2 * (emphasis != italic)
            return self._voice(style.family, cut, style.capitals, not style.tracking)

        return Type(
            voices=(voice(False, False), voice(True, False), voice(False, True), voice(True, True)),
            size=size,
            leading=style.leading * size if style.leading else self.step.leading,
            ink=self.ink(style.ink),
            link_ink=self.ink(self.theme.links if style.ink in ("black", "grey") else style.ink),
            align=style.align,
            tracking=style.tracking * size,
            hyphens=self.engine.once(("hyphens", self.language), lambda: hyphenation.load(self.language))
            if style.hyphens
            else None,
            balanced=style.balanced,
            stands="grid" if not style.leading else style.stands,
        )

    def _voice(self, family: str, cut: int, capitals: bool, ligatures: bool) -> Voice:
        files = (self.theme.families[family][cut], *(faces[cut] for faces in self.theme.fallback))
        key = ("voice", files, self.language, capitals, ligatures)
        return self.engine.once(
            key,
            lambda: Voice(
                Chain(tuple(self.engine.face(name) for name in files)),
                self.language,
                capitals=capitals,
                ligatures=ligatures,
            ),
        )

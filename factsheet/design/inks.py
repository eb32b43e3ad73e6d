"""Colours by name: each with a press value and a screen value, so that nothing is converted by chance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

RGB: TypeAlias = tuple[float, float, float]
CMYK: TypeAlias = tuple[float, float, float, float]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates of four-colour printing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An ink of its own plate: what the printing office calls it, and what stands in for it in full where it is not."""

    name: str
    cmyk: CMYK


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour: ``cmyk`` in shares of full ink 0–1, ``rgb`` in 0–1.

    Attributes:
        name: What the theme calls it.
        cmyk: The press value; of a spot colour, what stands in for it.
        rgb: The screen value.
        spot: The spot colour that it is printed with, if any.
        tint: How much of the spot colour.
    """

    name: str
    cmyk: CMYK
    rgb: RGB
    spot: Spot | None = None
    tint: float = 1.0

    @property
    def is_black(self) -> bool:
        """Whether it is printed with the black plate alone, in full."""
        return self.spot is None and self.cmyk == (0, 0, 0, 1)

    @property
    def coverage(self) -> float:
        """The total area coverage, in per cent."""
        return 100 * (sum(self.cmyk) if self.spot is None else self.tint)

    @property
    def plates(self) -> dict[str, float]:
        """The share of ink on each plate that has any."""
        if self.spot is not None:
            return {self.spot.name: self.tint}
        return {name: share for name, share in zip(PROCESS, self.cmyk, strict=True) if share}


BLACK = Ink("#000000", (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0))
WHITE = Ink("#FFFFFF", (0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
"""What is black or white in every theme: what cameras read, and the ground of what is made for paper."""


def luminance(rgb: RGB) -> float:
    """Relative luminance of an sRGB colour, 0–1 (WCAG 2.1)."""
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: RGB, other: RGB) -> float:
    """Contrast ratio of two sRGB colours, 1–21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast(one: Ink, other: Ink) -> float:
    """Contrast ratio of two inks on screen, 1–21."""
    return ratio(one.rgb, other.rgb)


def press_values(colours: Sequence[RGB], profile: Path | None = None) -> list[CMYK]:
    """What is printed for colours known on screen only: neutral ones with black alone, others through ``profile``.

    Without a profile the house's own is used.
    """
    from factsheet.design import pictures  # noqa: PLC0415 - Pillow, for drawings alone

    data = bytes(round(255 * share) for colour in colours for share in colour)
    inked = pictures.flat(data, "RGB", "cmyk", profile) if colours else b""
    found: list[CMYK] = []
    for n, colour in enumerate(colours):
        cyan, magenta, yellow, black = (round(value / 255, 2) for value in inked[4 * n : 4 * n + 4])
        neutral = (0.0, 0.0, 0.0, _black_for(colour)) if _is_neutral(colour) else None
        found.append(neutral or (cyan, magenta, yellow, black))
    return found


def for_press(profile: Path) -> Callable[[Ink], Ink]:
    """What gives each ink that is known on screen only (its name is its colour) its values in ``profile``."""
    known: dict[Ink, Ink] = {}

    def converted(ink: Ink) -> Ink:
        if not ink.name.startswith("#"):
            return ink
        if ink not in known:
            known[ink] = replace(ink, cmyk=press_values([ink.rgb], profile)[0])
        return known[ink]

    return converted


def _is_neutral(rgb: RGB) -> bool:
    """Whether ``rgb`` is a grey, or so dark that its hue is not seen."""
    return max(rgb) - min(rgb) <= (_DARK_CAST if max(rgb) < _DARK else _CAST)


_DARK, _DARK_CAST, _CAST = 0.2, 0.08, 0.024
"""Below ``_DARK``, channels may differ by ``_DARK_CAST``; elsewhere by ``_CAST``."""


def _black_for(rgb: RGB) -> float:
    """The share of black ink that looks as light as the grey ``rgb``."""
    light = luminance(rgb)
    greys = _greys()
    nearest = min(range(len(greys)), key=lambda black: abs(greys[black] - light))
    return 1.0 if light <= greys[-1] + _NEAR_BLACK else nearest / 100


_NEAR_BLACK = 0.012
"""What is about as dark as black ink is meant to be black: #231F20, #1D1D1B."""


@cache
def _greys() -> list[float]:
    """How light 0 to 100 per cent of black ink are."""
    from factsheet.design import pictures  # noqa: PLC0415

    steps = b"".join(bytes((0, 0, 0, round(2.55 * black))) for black in range(101))
    seen = pictures.flat(steps, "CMYK", "rgb")
    return [luminance((seen[at] / 255, seen[at + 1] / 255, seen[at + 2] / 255)) for at in range(0, len(seen), 3)]

"""Colours by name: each with a press value and a screen value, so that nothing is converted by chance."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour: ``cmyk`` in shares of full ink 0–1, ``rgb`` in 0–1."""

    name: str
    cmyk: tuple[float, float, float, float]
    rgb: tuple[float, float, float]

    @property
    def is_black(self) -> bool:
        """Whether it is printed with the black plate alone, in full."""
        return self.cmyk == (0, 0, 0, 1)

    @property
    def coverage(self) -> float:
        """The total area coverage, in per cent."""
        return 100 * sum(self.cmyk)


def luminance(rgb: tuple[float, float, float]) -> float:
    """Relative luminance of an sRGB colour, 0–1 (WCAG 2.1)."""
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Ink, other: Ink) -> float:
    """Contrast ratio of two inks on screen, 1–21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one.rgb), luminance(other.rgb)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

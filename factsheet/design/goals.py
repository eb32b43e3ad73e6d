"""The colours of the Sustainable Development Goals of the United Nations.

The screen values are the official ones. The press values are converted from them for coated paper (FOGRA39, relative
colorimetric), as the United Nations' own would need to be checked against a proof just the same.
"""

from factsheet.design.inks import Ink, contrast

_COLOURS = """
E5243B 0.96.76.4 · DDA63A 0.31.85.16 · 4C9F38 69.0.96.14 · C5192D 0.99.82.17 · FF3A21 0.90.97.0 · 26BDE2 68.2.10.1
FCC30B 0.23.95.4 · A21942 0.97.42.38 · FD6925 0.71.97.0 · DD1367 0.97.26.6 · FD9D24 0.46.92.2 · BF8B2E 0.36.89.31
3F7E44 69.0.84.41 · 0A97D9 76.25.0.5 · 56C02B 66.0.98.0 · 00689D 87.39.0.27 · 19486A 85.40.2.58
"""
"""The colour of each goal in order: sRGB, and per cent of cyan, magenta, yellow and black."""

_WHITE = Ink("white", (0, 0, 0, 0), (1, 1, 1))
_DARK = Ink("black", (0, 0, 0, 1), (0.1, 0.12, 0.15))

LARGE = 3.0
"""The least contrast of large text: from 14 points on in bold (WCAG 2.1, 1.4.3)."""


def _inks() -> tuple[Ink, ...]:
    values = _COLOURS.replace("·", " ").split()
    pairs = zip(values[::2], values[1::2], strict=True)
    return tuple(_ink(n, colour, plates) for n, (colour, plates) in enumerate(pairs, 1))


def _ink(number: int, colour: str, plates: str) -> Ink:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    cyan, magenta, yellow, black = (int(value) / 100 for value in plates.split("."))
    return Ink(f"goal {number}", (cyan, magenta, yellow, black), (red, green, blue))


GOALS = _inks()
"""The ink of each goal; that of goal 1 comes first."""


def on(ground: Ink) -> Ink:
    """The ink of a large number on ``ground``: white where it can be read, else dark."""
    return _WHITE if contrast(_WHITE, ground) >= LARGE else _DARK

"""Colours of a page that may be light or dark: the same hue with its lightness turned over, and texts that are legible.

Lightness is that of Oklab, in which equal steps look equal (Björn Ottosson, 2020; CSS Color 4, 9.3).
"""

from factsheet.design.inks import RGB, luminance, ratio

PAPER: RGB = (1.0, 1.0, 1.0)
"""The ground of a light page."""

LEGIBLE = 4.5
"""The least contrast of a text and its ground (WCAG 2.2, 1.4.3)."""

_DARKEST, _BEND = 0.2, 0.8
"""What white becomes in the dark, and how fast it gets lighter from there."""

_BAND = 0.2
"""The luminance below which a ground is dark by itself: it stays as it is on a dark page."""

_STEP = 0.005


def is_dark(rgb: RGB) -> bool:
    """Whether ``rgb`` is a dark ground by itself."""
    return luminance(rgb) < _BAND


def turned(rgb: RGB) -> RGB:
    """``rgb`` with its lightness turned over: white becomes the ground of a dark page, black nearly white."""
    light, a, b = _oklab(rgb)
    return _in_gamut(_DARKEST + (1 - light) ** _BEND * (1 - _DARKEST), a, b)


def in_the_dark(ground: RGB) -> RGB:
    """What ``ground`` is on a dark page."""
    return ground if is_dark(ground) else turned(ground)


def legible(rgb: RGB, ground: RGB, least: float = LEGIBLE) -> RGB:
    """``rgb``, or so much lighter or darker that it is legible on ``ground``."""
    rgb, ground = _rounded(rgb), _rounded(ground)
    light, a, b = _oklab(rgb)
    lighter = ratio(PAPER, ground) >= ratio((0.0, 0.0, 0.0), ground)
    while ratio(rgb, ground) < least and 0 <= light <= 1:
        light += _STEP if lighter else -_STEP
        rgb = _rounded(_in_gamut(light, a, b))
    return rgb


def code(rgb: RGB) -> str:
    """``rgb`` as CSS says it: ``#12569b``."""
    return "#" + "".join(f"{round(255 * share):02x}" for share in rgb)


def _rounded(rgb: RGB) -> RGB:
    red, green, blue = (round(255 * share) / 255 for share in rgb)
    return red, green, blue


def _in_gamut(light: float, a: float, b: float) -> RGB:
    """The colour of a lightness and a hue, as strong as a screen can show it."""
    light = min(max(light, 0.0), 1.0)
    for part in range(20, -1, -1):
        found = _rgb(light, a * part / 20, b * part / 20)
        if all(-0.002 <= share <= 1.002 for share in found):
            break
    red, green, blue = (min(max(share, 0.0), 1.0) for share in found)
    return red, green, blue


def _oklab(rgb: RGB) -> tuple[float, float, float]:
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb)
    l_ = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    m_ = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    s_ = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_,
        1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_,
        0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_,
    )


def _rgb(light: float, a: float, b: float) -> RGB:
    l_ = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )
    red, green, blue = (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in linear)
    return red, green, blue

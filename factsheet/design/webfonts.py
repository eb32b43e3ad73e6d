"""Parts of font files for web pages: the characters that a page has, with kerning and ligatures, as WOFF2."""

from io import BytesIO
from pathlib import Path

_FEATURES = ("ccmp", "locl", "mark", "mkmk", "kern", "liga", "clig", "calt", "tnum", "lnum", "rlig")
"""What is kept of the layout rules of a font."""


def woff2(path: Path, characters: frozenset[str]) -> bytes:
    """The font at ``path`` with the glyphs of ``characters`` alone. The same characters give the same bytes."""
    from fontTools import subset  # noqa: PLC0415 - needed by the web edition alone

    options = subset.Options(
        flavor="woff2", layout_features=list(_FEATURES), hinting=False, desubroutinize=True, notdef_outline=True,
        name_IDs=[0, 1, 2, 13, 14], name_languages=[0x409], recalc_timestamp=False,
    )  # fmt: skip
    font = subset.load_font(str(path), options)
    made = subset.Subsetter(options)
    made.populate(unicodes=sorted(map(ord, characters)))
    made.subset(font)
    out = BytesIO()
    subset.save_font(font, out, options)
    font.close()
    return out.getvalue()

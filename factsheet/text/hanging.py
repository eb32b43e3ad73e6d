"""Hanging punctuation and optical margins: how far a sign at the edge of a line reaches over it.

A quotation mark or a hyphen has so little ink that a line which ends with it looks shorter than its neighbours; so a
share of its width stands outside the measure. Letters with open corners follow it by a hair.
"""

from collections.abc import Mapping, Sequence

from factsheet.document import Shaped, Words

LEFT: Mapping[str, float] = {
    **dict.fromkeys("“”„‟‘’‚\"'", 0.7),
    **dict.fromkeys("«‹»›", 0.5),
    **dict.fromkeys("–—-", 0.2),
    **dict.fromkeys("([{", 0.1),
    **dict.fromkeys("TVWYТУҮ", 0.05),
    **dict.fromkeys("AАЛД", 0.03),
}
"""The share of a sign's width that hangs over the left edge."""

RIGHT: Mapping[str, float] = {
    **dict.fromkeys(".,\u00ad-\u2010", 0.6),
    **dict.fromkeys("“”‘’\"'", 0.6),
    **dict.fromkeys("»›«‹:;", 0.4),
    **dict.fromkeys("–—", 0.25),
    **dict.fromkeys("!?)]}", 0.15),
    **dict.fromkeys("rvwyгтуүў", 0.03),
}
"""The share of a sign's width that hangs over the right edge of justified lines."""


def left(runs: Sequence[Shaped]) -> float:
    """How far the first sign of ``runs`` hangs, in 1/1000 em."""
    return _hang(runs[0], 0, LEFT) if runs else 0.0


def right(runs: Sequence[Shaped]) -> float:
    """How far the last sign of ``runs`` hangs, in 1/1000 em."""
    return _hang(runs[-1], -1, RIGHT) if runs else 0.0


def most(words: Words) -> tuple[float, float]:
    """How far ``words`` may reach over the edges of their measure at most, left and right, in points."""
    runs = [run for run in words.runs if not run.text.isspace()]
    return left(runs) * words.size / 1000, right(runs) * words.size / 1000


def _hang(run: Shaped, end: int, shares: Mapping[str, float]) -> float:
    share = shares.get(run.text[end : end + 1 or None], 0.0)
    if not share:
        return 0.0
    glyph = run.glyphs[end]
    return share * run.face.advance(glyph[0]) if len(glyph[1]) == 1 else 0.0

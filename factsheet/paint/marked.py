"""Inline Markdown: text whose characters mean nothing but themselves, with strong, emphasised and linked stretches."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

_ALWAYS = re.compile(r"[*`\[\]~]|\\(?=[!-/:-@\[-`{-~]|$)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line.

    Attributes:
        text: Its characters, or Markdown where it is ``raw``.
        strong: Whether it is strong.
        emphasis: Whether it is emphasised.
        href: Where it leads, if anywhere.
        raw: Whether it is Markdown already.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    raw: bool = False


def escaped(text: str) -> str:
    """``text`` so that Markdown gives the same characters back, at the start of a line, too."""
    return _started(_escaped(text))


def _escaped(text: str) -> str:
    return _ALWAYS.sub(lambda found: "\\" + found[0], text)


def _started(text: str) -> str:
    """``text`` so that its start makes no list, heading, quotation, rule or table."""
    if re.match(r"\d{1,9}[.)](\s|$)", text):
        return re.sub(r"^(\d+)", r"\1\\", text)
    if re.match(r"[-+](\s|$)|#{1,6}(\s|$)|>|(-\s*){3,}$|=+\s*$|\|", text):
        return "\\" + text
    return text


def joined(pieces: Sequence[Piece]) -> str:
    """``pieces`` as one line of Markdown."""
    whole: list[Piece] = []
    for href, group in groupby([piece for piece in pieces if piece.text], key=lambda piece: piece.href):
        linked = list(group)
        whole += _in_styles(linked, href) if href and len({(p.strong, p.emphasis) for p in linked}) > 1 else linked
    return _joined(whole)


def _in_styles(pieces: Sequence[Piece], href: str) -> list[Piece]:
    """A link in several styles: they stand inside its brackets, and the spaces around it outside."""
    first, last = pieces[0].text, pieces[-1].text
    inner = _joined([replace(piece, href="") for piece in pieces]).strip(" ")
    lead, tail = first[: len(first) - len(first.lstrip(" "))], last[len(last.rstrip(" ")) :]
    said = [Piece(lead), Piece(f"[{inner}]({_target(href)})", raw=True), Piece(tail)]
    return [piece for piece in said if piece.text]


def _joined(pieces: Sequence[Piece]) -> str:
    merged: list[Piece] = []
    for (strong, emphasis, href, raw), group in groupby(
        pieces, key=lambda piece: (piece.strong, piece.emphasis, piece.href, piece.raw)
    ):
        merged.append(Piece("".join(piece.text for piece in group), strong, emphasis, href, raw))
    out = ""
    for n, piece in enumerate(merged):
        after = merged[n + 1].text[:1] if n + 1 < len(merged) else ""
        before = "*" if out.endswith("*") and not out.endswith("\\*") else out[-1:]
        out += _said(piece, before, after)
    return out if merged and merged[0].raw else _started(out)


def _said(piece: Piece, before: str, after: str) -> str:
    text = piece.text
    if piece.raw:
        return text
    core = text.strip(" ")
    if not core:
        return text
    lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    said = _linked(core, piece.href) if piece.href else _escaped(core)
    mark = "*" * (2 * piece.strong + piece.emphasis)
    if mark and (piece.href or _flanks(core, lead or before, tail or after)):
        said = f"{mark}{said}{mark}"
    return lead + said + tail


def _flanks(core: str, before: str, after: str) -> bool:
    """Whether marks around ``core`` are understood as such (CommonMark, left- and right-flanking)."""
    if before == "*" or core[0] in "*" or core[-1] in "*\\" or after == "*":
        return False  # marks that touch are read in other ways
    opens = not _is_sign(core[0]) or not before or before.isspace() or _is_sign(before)
    closes = not _is_sign(core[-1]) or not after or after.isspace() or _is_sign(after)
    return opens and closes and not core[0].isspace() and not core[-1].isspace()


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _linked(text: str, href: str) -> str:
    """A link; an address that is its own text needs no brackets."""
    if href in (text, f"mailto:{text}") and re.fullmatch(r"[^\s<>]+", text) and (":" in href):
        return f"<{text}>"
    return f"[{_escaped(text)}]({_target(href)})"


def _target(href: str) -> str:
    return f"<{href}>" if re.search(r"[\s()<>]", href) else href

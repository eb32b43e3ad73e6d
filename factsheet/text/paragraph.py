"""Paragraphs: spans of text to lines of placed words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from factsheet.design.inks import Ink
from factsheet.document import Shaped, Tag, Words
from factsheet.findings import NOWHERE, Where
from factsheet.text.linebreak import BREAK, END, HYPHEN, SPACE, Breaks, fewest, justified, ragged
from factsheet.text.markup import Span
from factsheet.text.segments import Joint, words
from factsheet.text.shaping import Part, Voice
from factsheet.units import EPSILON, Pt

Align = Literal["left", "right", "centre", "justify"]

_RAG = 0.22
"""The share of the measure that a line may leave empty before hyphens are tried."""


class Hyphenates(Protocol):
    """Whatever knows where a word may be divided."""

    def breaks(self, word: str) -> tuple[int, ...]:
        """Offsets inside ``word`` at which a hyphen may be put."""


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """A named style, ready to set.

    Attributes:
        voices: The voices for plain, strong, emphasised and strong emphasised text.
        size: The type size.
        leading: The distance of its baselines.
        ink: The colour.
        link_ink: The colour of links.
        align: How lines stand in the measure.
        tracking: What is added after each glyph.
        hyphens: Where words may be divided; None: nowhere.
        balanced: Whether lines are made equally long (titles).
        shortest: The least width of the last line, in shares of the measure.
        stands: Where its lines stand: on the grid; or, with a leading of its own, from the top of its room or at the
            foot of it.
    """

    voices: tuple[Voice, Voice, Voice, Voice]
    size: Pt
    leading: Pt
    ink: Ink
    link_ink: Ink
    align: Align = "left"
    tracking: Pt = 0.0
    hyphens: Hyphenates | None = None
    balanced: bool = False
    shortest: float = 0.2
    stands: Literal["grid", "top", "bottom"] = "grid"

    def width(self, text: str) -> Pt:
        """The natural width of ``text`` on one line."""
        voice, scale = self.voices[0], self.size / 1000
        parts = [part for word in words(text) for part in voice.word(word)]
        gaps = max(len(words(text)) - 1, 0)
        return sum(p.width * scale + p.count * self.tracking for p in parts) + gaps * (voice.space.width * scale + self.tracking)


Place = tuple[int, int]
"""A place in a paragraph: the number of an atom and an offset in its text."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line: its words with their x, and what breaking it meant.

    Attributes:
        words: The runs, each with the x of its start.
        width: From the start of the measure to the end of the last letter.
        hyphened: Whether a word is divided at its end.
        next: Where the next line starts.
        notes: The labels of the footnote marks in it.
    """

    words: tuple[tuple[Pt, Words], ...]
    width: Pt
    hyphened: bool
    next: Place
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Atom:
    """A part of a word in one span."""

    part: Part
    span: int
    joint: Joint


class Paragraph:
    """Spans set in one style. Lines are broken once for each measure and remembered."""

    def __init__(self, spans: Sequence[Span], style: Type, where: Where = NOWHERE) -> None:
        """A paragraph of ``spans`` written at ``where``."""
        self.style = style
        self.spans = tuple(spans)
        self._voices = [style.voices[span.strong + 2 * span.emphasis] for span in self.spans]
        self._tags = [_tag(span, where) for span in self.spans]
        self._atoms = self._cut()
        self._lines: dict[tuple[Pt, Place], tuple[Line, ...]] = {}
        self.forced: set[Pt] = set()
        """Measures at which a word had to be divided where no rule allows it."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to set."""
        return not self._atoms

    def lines(self, measure: Pt, start: Place = (0, 0)) -> tuple[Line, ...]:
        """The lines of the paragraph from ``start`` on, each at most ``measure`` wide."""
        key = (measure, start)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._break(measure, start)
        return found

    def natural_width(self) -> Pt:
        """The width of the whole paragraph on one line."""
        return self._breaks((0, 0), 0).before[-1]

    def longest_word(self) -> Pt:
        """The width of its widest part that no line break divides."""
        breaks = self._breaks((0, 0), 0)
        return max((b - a for a, b in zip(breaks.after, breaks.before[1:], strict=False)), default=0.0)

    def _cut(self) -> tuple[_Atom, ...]:
        atoms: list[_Atom] = []
        for number, span in enumerate(self.spans):
            voice = self._voices[number]
            if atoms and span.text[:1] not in _WHITE and atoms[-1].joint is Joint.SPACE and not self._spaced(number):
                last = atoms[-1]
                atoms[-1] = _Atom(last.part, last.span, Joint.GLUE)
            for word in words(span.text):
                atoms += [_Atom(part, number, part.joint) for part in voice.word(word)]
        return tuple(atom for atom in atoms if atom.part.runs)

    def _spaced(self, number: int) -> bool:
        """Whether white space stands between the text before span ``number`` and it."""
        for span in reversed(self.spans[:number]):
            if span.text:
                return span.text[-1] in _WHITE
        return False

    def _break(self, measure: Pt, start: Place) -> tuple[Line, ...]:
        if not self._atoms:
            return ()
        breaks, chosen = self._choose(measure, start)
        lines: list[Line] = []
        at = start
        for b in chosen:
            lines.append(self._line(at, breaks.place[b], breaks.kind[b], measure))
            at = breaks.place[b]
        return tuple(lines)

    def _choose(self, measure: Pt, start: Place) -> tuple[Breaks, list[int]]:
        style = self.style
        breaks = self._breaks(start, 0)
        if style.balanced:
            target = _balanced(breaks, measure)
            chosen = ragged(breaks, target, rag=1.0, shortest=0.3) or ragged(breaks, measure, rag=1.0, shortest=0)
            if chosen:
                return breaks, chosen
        if style.align == "justify":
            space = style.voices[0].space.width * style.size / 1000
            for level in (0, 1) if style.hyphens else (0,):
                breaks = self._breaks(start, level)
                if chosen := justified(breaks, measure, space=space, shortest=style.shortest):
                    return breaks, chosen
        elif chosen := ragged(breaks, measure, rag=_RAG if style.hyphens else 1.0, shortest=style.shortest):
            return breaks, chosen
        breaks = self._breaks(start, 1)
        for rag in (0.4, 1.0):
            if chosen := ragged(breaks, measure, rag=rag, shortest=style.shortest):
                return breaks, chosen
        self.forced.add(measure)
        breaks = self._breaks(start, 2, measure)
        chosen = ragged(breaks, measure, rag=1.0, shortest=0.0)
        return breaks, chosen or list(range(1, len(breaks.kind)))

    def _breaks(self, start: Place, level: int, measure: Pt = 0.0) -> Breaks:
        """The places where lines may end, from ``start`` on.

        ``level`` 0 is without hyphens, 1 with them, 2 divides whatever is wider than ``measure`` between any letters.
        """
        breaks = Breaks()
        style = self.style
        scale, tracking = style.size / 1000, style.tracking
        x, gaps = 0.0, 0
        last = len(self._atoms) - 1
        first, offset = start
        for n in range(first, last + 1):
            atom = self._atoms[n]
            part, voice = atom.part, self._voices[atom.span]
            if n == first and offset:
                part = voice.piece(part.text[offset:])
            width = part.width * scale + part.count * tracking
            base = offset if n == first else 0
            if level or part.cuts:
                for cut, kind in self._cuts(part, level, level == 2 and width > measure):
                    if cut <= 0 or cut >= len(part.text):
                        continue
                    left, right = voice.piece(part.text[:cut]), voice.piece(part.text[cut:])
                    hyphen = voice.hyphen.width * scale + tracking if kind == HYPHEN else 0.0
                    breaks.add(
                        x + left.width * scale + left.count * tracking + hyphen,
                        x + width - right.width * scale - right.count * tracking,
                        gaps, gaps, kind, (n, base + cut),
                    )
            x += width
            if n == last:
                breaks.add(x, x, gaps, gaps, END, (n + 1, 0))
            elif atom.joint is Joint.SPACE:
                space = voice.space.width * scale + tracking
                breaks.add(x, x + space, gaps, gaps + 1, SPACE, (n + 1, 0))
                x += space
                gaps += 1
            elif atom.joint is Joint.BREAK:
                breaks.add(x, x, gaps, gaps, BREAK, (n + 1, 0))
        return breaks

    def _cuts(self, part: Part, level: int, anywhere: bool) -> list[tuple[int, int]]:
        text = part.text
        if anywhere:
            return [
                (cut, HYPHEN if text[cut - 1].isalpha() and text[cut].isalpha() else BREAK)
                for cut in range(1, len(text))
                if text[cut].isalnum() or text[cut - 1].isalnum()
            ]
        if part.cuts:
            return [(cut, HYPHEN) for cut in part.cuts]
        if level and self.style.hyphens is not None:
            return [(cut, HYPHEN) for cut in self.style.hyphens.breaks(text)]
        return []

    def _line(self, start: Place, end: Place, kind: int, measure: Pt) -> Line:
        style = self.style
        scale, tracking = style.size / 1000, style.tracking
        stretch = 0.0
        pieces = list(self._pieces(start, end))
        if kind == HYPHEN:
            span = pieces[-1][0]
            pieces.append((span, self._voices[span].hyphen))
        natural = sum(run.width * scale + len(run.glyphs) * tracking for _, run in pieces)
        gaps = sum(run.text == " " for _, run in pieces)
        if style.align == "justify" and gaps and (kind != END or natural > measure + EPSILON):
            stretch = (measure - natural) / gaps
            least, most = style.voices[0].space.width * scale * -0.2, style.voices[0].space.width * scale * 0.6
            stretch = stretch if least - EPSILON <= stretch <= most + EPSILON else 0.0
        width = natural + gaps * stretch
        x = {"right": measure - width, "centre": (measure - width) / 2}.get(style.align, 0.0)
        placed: list[tuple[Pt, Words]] = []
        at = 0
        while at < len(pieces):
            span = pieces[at][0]
            stop = at
            while stop < len(pieces) and pieces[stop][0] == span:
                stop += 1
            runs = [run for _, run in pieces[at:stop]]
            advance = sum(r.width * scale + len(r.glyphs) * tracking + (stretch if r.text == " " else 0.0) for r in runs)
            if stop == len(pieces) and kind == SPACE:
                runs.append(self._voices[span].space)
            tag = self._tags[span]
            ink = style.link_ink if tag is not None and tag.href else style.ink
            placed.append((x, Words(tuple(runs), style.size, ink, advance, stretch, tracking, tag=tag)))
            x += advance
            at = stop
        notes = tuple(self.spans[s].note for s in sorted({s for s, _ in pieces}) if self.spans[s].note)
        return Line(tuple(placed), width, kind == HYPHEN, end, notes)

    def _pieces(self, start: Place, end: Place) -> list[tuple[int, Shaped]]:
        """The runs from ``start`` to ``end``, each with the number of its span; spaces belong to the word before."""
        pieces: list[tuple[int, Shaped]] = []
        for n in range(start[0], min(end[0] + 1, len(self._atoms))):
            atom = self._atoms[n]
            part, voice = atom.part, self._voices[atom.span]
            low = start[1] if n == start[0] else 0
            high = end[1] if n == end[0] else len(part.text)
            if high == 0:
                break
            if low or high < len(part.text):
                part = voice.piece(part.text[low:high])
            pieces += [(atom.span, run) for run in part.runs]
            if atom.joint is Joint.SPACE and (n + 1, 0) < end:
                pieces.append((atom.span, voice.space))
        return pieces


_WHITE = " \t\n\r\f\v"


def _tag(span: Span, where: Where) -> Tag | None:
    if span.note:
        return Tag("Reference", where)
    return Tag("Link", where, href=span.href) if span.href else None


def _balanced(breaks: Breaks, measure: Pt) -> Pt:
    """The least measure at which the paragraph takes no more lines than at ``measure``."""
    count = fewest(breaks, measure)
    low, high = measure / max(count, 1) * 0.5, measure
    while high - low > 0.5:
        middle = (low + high) / 2
        if fewest(breaks, middle) > count or max(
            b - a for a, b in zip(breaks.after, breaks.before[1:], strict=False)
        ) > middle:
            low = middle
        else:
            high = middle
    return high

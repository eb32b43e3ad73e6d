"""Paragraphs: spans of text to lines of placed words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, Protocol

from factsheet.design.inks import Ink
from factsheet.document import Shaped, Tag, Words
from factsheet.findings import NOWHERE, Where
from factsheet.i18n.scripts import WORD, home, language_of, script, script_of, strange
from factsheet.text import hanging, rivers
from factsheet.text.bonds import GROUP, LOOSE, SIGN
from factsheet.text.linebreak import (
    BREAK,
    END,
    HYPHEN,
    LEAST_SPACE,
    MOST_SPACE,
    MOST_TRACKING,
    SPACE,
    Breaks,
    even,
    greedy,
    justified,
    ragged,
)
from factsheet.text.markup import Span
from factsheet.text.segments import Joint, in_address, words
from factsheet.text.shaping import Part, Voice
from factsheet.units import EPSILON, Pt

Align = Literal["left", "right", "centre", "justify"]

_RAG = 0.27
"""The share of the measure that a line may leave empty before hyphens are tried."""

_WIDER_RAG = 0.45
"""The same where the last line would be short otherwise."""


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
        tracking: What is added after each glyph, in 1/1000 em.
        hyphens: Where words may be divided; None: nowhere.
        emergency: Where words are divided that are wider than a line, whatever ``hyphens`` says.
        balanced: Whether lines are made equally long (titles).
        shortest: The least width of the last line, in shares of the measure.
        optical: Whether punctuation hangs over the edges of the measure.
        stands: Where its lines stand: on the grid; or, with a leading of its own, from the top of its room or at the
            foot of it.
    """

    voices: tuple[Voice, Voice, Voice, Voice]
    size: Pt
    leading: Pt
    ink: Ink
    link_ink: Ink
    align: Align = "left"
    tracking: float = 0.0
    hyphens: Hyphenates | None = None
    emergency: Hyphenates | None = None
    balanced: bool = False
    shortest: float = 0.2
    optical: bool = False
    stands: Literal["grid", "top", "bottom"] = "grid"


Place = tuple[int, int]
"""A place in a paragraph: the number of an atom and an offset in its text."""

START: Place = (0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line as broken, before it is set.

    Attributes:
        start: Where it starts.
        end: Where it ends and the next starts.
        kind: What it ends with, as in ``linebreak``.
        forced: Whether a word is divided at its end where no rule allows it.
        ragged: Whether it keeps its natural width though the style is justified.
    """

    start: Place
    end: Place
    kind: int
    forced: bool = False
    ragged: bool = False

    @property
    def hyphened(self) -> bool:
        """Whether a word is divided at its end."""
        return self.kind == HYPHEN


@dataclass(frozen=True, slots=True, eq=False)
class _Atom:
    """A part of a word in one span."""

    part: Part
    span: int
    joint: Joint


class Paragraph:
    """Spans in one style, at any size: everything in it is measured in 1/1000 em. What was worked out is remembered."""

    def __init__(self, spans: Sequence[Span], style: Type, where: Where = NOWHERE) -> None:
        """A paragraph of ``spans`` written at ``where``."""
        self.style = style
        self.spans = tuple(spans)
        self._voices = [style.voices[span.strong + 2 * span.emphasis] for span in self.spans]
        self._tags = _tags(self.spans, where)
        self._atoms = self._cut()
        self._lines: dict[tuple[int, Place, bool, int], tuple[Line, ...]] = {}
        self._placed: dict[tuple[Line, Pt, Align, Pt], tuple[tuple[Pt, Words], ...]] = {}
        self._noted = any(span.note for span in self.spans)
        self._home = home(style.voices[0].language)
        self._strange = any(strange(span.text, self._home) for span in self.spans)
        self._known: dict[tuple[Place, int], Breaks] = {}
        self.forced: set[int] = set()
        """Measures at which a word had to be divided where no rule allows it."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to set."""
        return not self._atoms

    def lines(
        self, measure: float, start: Place = START, *, rough: bool = False, looseness: int = 0
    ) -> tuple[Line, ...]:
        """The lines from ``start`` on, each at most ``measure`` wide; ``rough`` is a quick estimate of them.

        With a ``looseness`` they are so many more, or fewer, than they would be; none where that cannot be done well.
        """
        key = (round(measure), start, rough, looseness)
        found = self._lines.get(key)
        if found is None:
            breaks, chosen = (
                self._choose(measure, start, rough) if not looseness else self._other(measure, start, looseness)
            )
            places = [start, *(breaks.place[b] for b in chosen)]
            natural = self.style.align == "justify" and not breaks.even
            found = self._lines[key] = tuple(
                Line(a, b, breaks.kind[n], breaks.need > _LAWFUL and b[1] > 0, natural)
                for a, b, n in zip(places, places[1:], chosen, strict=False)
            )
        return found

    def notes(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """The labels of the footnote marks in ``lines``, in order."""
        if not self._noted or not lines:
            return ()
        low, high = lines[0].start[0], lines[-1].end[0]
        spans = dict.fromkeys(atom.span for atom in self._atoms[low:high])
        return tuple(self.spans[n].note for n in spans if self.spans[n].note)

    def natural_width(self) -> float:
        """The width of the whole paragraph on one line."""
        return self._breaks(START, 0).before[-1]

    def longest_word(self) -> float:
        """The width of its widest part that no line break divides."""
        return _widest(self._breaks(START, 0))

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

    def _choose(self, measure: float, start: Place, rough: bool) -> tuple[Breaks, list[int]]:
        style = self.style
        breaks = self._breaks(start, 0)
        if not self._atoms:
            return breaks, []
        if rough and _widest(breaks) <= measure:
            return breaks, greedy(breaks, measure)
        if style.balanced and (chosen := self._titled(breaks, measure)):
            return breaks, chosen
        if style.align == "justify":
            breaks = self._breaks(start, 1 if style.hyphens else 0)
            chosen = self._justified(breaks, measure)
            if chosen and not (len(chosen) <= _FEW_LINES and _ends_torn(breaks, chosen)):
                return breaks, self._calm(breaks, chosen, measure)
            breaks.even = False
            breaks = self._breaks(start, 0)
        if chosen := ragged(breaks, measure, rag=_RAG if style.hyphens else 1.0, shortest=style.shortest):
            if style.hyphens and _ends_short(breaks, chosen, style.shortest * measure):
                return self._longer_end(start, measure) or (breaks, chosen)
            return breaks, chosen
        breaks = self._breaks(start, 1)
        for rag in (0.4, 1.0):
            if chosen := ragged(breaks, measure, rag=rag, shortest=style.shortest):
                return breaks, chosen
        return self._in_need(measure, start)

    def _titled(self, breaks: Breaks, measure: float) -> list[int] | None:
        """Equally long lines, as few as there can be; one more where small words would end lines otherwise."""
        count = len(greedy(breaks, measure))
        chosen = even(breaks, measure, count)
        if chosen and count > 1 and _light_ends(breaks, chosen):
            more = even(breaks, measure, count + 1)
            if more and not _light_ends(breaks, more):
                return more
        return chosen or ragged(breaks, measure, rag=1.0, shortest=0)

    def _longer_end(self, start: Place, measure: float) -> tuple[Breaks, list[int]] | None:
        """Breaks whose last line is long enough, with a wider rag or with hyphens; None where there are none."""
        for level in (0, 1):
            breaks = self._breaks(start, level)
            chosen = ragged(breaks, measure, rag=_WIDER_RAG, shortest=self.style.shortest)
            if chosen and not _ends_short(breaks, chosen, self.style.shortest * measure):
                return breaks, chosen
        return None

    def _other(self, measure: float, start: Place, looseness: int) -> tuple[Breaks, list[int]]:
        """Breaks of so many lines more or fewer than is best; none where no rule of setting allows it."""
        style = self.style
        count = len(self.lines(measure, start)) + looseness
        prices = _FEWER_LINES if looseness < 0 else _MORE_LINES
        for level in (0, 1) if style.hyphens else (0,):
            breaks = self._breaks(start, level)
            for price in prices:
                if style.align == "justify":
                    chosen = self._justified(breaks, measure, line=price)
                else:
                    chosen = ragged(breaks, measure, rag=_RAG, shortest=style.shortest, line=price)
                if chosen and len(chosen) == count and not _ends_short(breaks, chosen, style.shortest * measure):
                    return breaks, chosen
        return Breaks(), []

    def _justified(self, breaks: Breaks, measure: float, **options: float) -> list[int] | None:
        style = self.style
        space = style.voices[0].space.width + style.tracking
        chosen = justified(breaks, measure, space=space, shortest=style.shortest, **options)
        breaks.even = chosen is not None
        return chosen

    def _calm(self, breaks: Breaks, chosen: list[int], measure: float) -> list[int]:
        """``chosen``, or breaks of justified lines that are nearly as good where a river runs through those."""
        river = rivers.longest(_gaps(breaks, chosen, measure))
        if river.lines < rivers.VISIBLE:
            return chosen
        for b in chosen[max(river.first - 1, 0) : river.last]:
            before = breaks.dear.get(b, 0.0)
            breaks.dear[b] = before + _RIVER_COST
            other = self._justified(breaks, measure)
            breaks.dear[b] = before
            if other and len(other) == len(chosen):
                found = rivers.longest(_gaps(breaks, other, measure))
                if found.lines < river.lines:
                    chosen, river = other, found
                    if river.lines < rivers.VISIBLE:
                        break
        breaks.even = True
        return chosen

    def _in_need(self, measure: float, start: Place) -> tuple[Breaks, list[int]]:
        """Lines for a measure in which a word is too wide for any rule."""
        for level in (2, 3, 4, 5):
            if level > 2:
                self.forced.add(round(measure))
            breaks = self._breaks(start, level, measure)
            breaks.need = level
            if chosen := ragged(breaks, measure, rag=1.0, shortest=0.0):
                return breaks, chosen
            if level > 2 and _widest(breaks) <= measure:  # more hyphens in a row than are allowed, but all of it
                return breaks, greedy(breaks, measure)
        return breaks, greedy(breaks, measure)

    def _breaks(self, start: Place, level: int, measure: float = 0.0) -> Breaks:
        """The places where lines may end, from ``start`` on.

        ``level`` 0 is without hyphens, 1 with them. What is wider than ``measure`` is divided at no-break spaces from
        level 2 on, at any hyphen that the language knows from level 3, between letters at 4, and in numbers at 5.
        """
        if level < 2:
            found = self._known.get((start, level))
            if found is None:
                found = self._find(start, level, 0.0)
                if start == START:  # those of a rest are used once, and would take much room
                    self._known[start, level] = found
            return found
        return self._find(start, level, measure)

    def _find(self, start: Place, level: int, measure: float) -> Breaks:
        breaks = Breaks()
        style = self.style
        tracking, flush = style.tracking, style.align == "justify"
        hangs = style.optical and style.align in _FLUSH_LEFT
        x, gaps, letters = 0.0, 0, 0
        last = len(self._atoms) - 1
        first, offset = start
        if hangs and first <= last and not offset:
            breaks.after[0] = self._atoms[first].part.left
        for n in range(first, last + 1):
            atom = self._atoms[n]
            part, voice = atom.part, self._voices[atom.span]
            if n == first and offset:
                part = voice.piece(part.text[offset:])
            width = part.width + part.count * tracking
            if level or part.cuts:
                base = offset if n == first else 0
                for cut, kind in self._cuts(part, level, level > 1 and width + self._held(n) > measure):
                    left, right = voice.piece(part.text[:cut]), voice.piece(part.text[cut:])
                    before = x + left.width + left.count * tracking
                    if kind == HYPHEN:
                        before += voice.hyphen.width + tracking - (voice.hyphen_over if hangs and flush else 0.0)
                    after = x + width - right.width - right.count * tracking
                    breaks.add(before, after, gaps, gaps, kind, (n, base + cut), letters + left.count)
            x += width
            letters += part.count
            over = part.right if hangs and flush else 0.0
            if n == last:
                breaks.add(x, x, gaps, gaps, END, (n + 1, 0), letters)
            elif atom.joint is Joint.SPACE:
                space = voice.space.width + tracking
                following = self._atoms[n + 1].part
                bond = part.after & following.before
                if not bond or _loosened(bond, level):
                    start_next = x + space + following.left if hangs else x + space
                    breaks.add(x - over, start_next, gaps, gaps + 1, SPACE, (n + 1, 0), letters)
                    if bond:
                        breaks.dear[len(breaks.kind) - 1] = _BOND_COST
                x += space
                gaps += 1
            elif atom.joint is Joint.BREAK or level > _BETWEEN_SPANS:
                breaks.add(x - over, x, gaps, gaps, BREAK, (n + 1, 0), letters)
        if style.balanced:
            self._weigh(breaks)
        return breaks

    def _held(self, n: int) -> float:
        """The width of what atom ``n`` holds behind it as long as anything is divided: dashes, groups of a number."""
        atom = self._atoms[n]
        if atom.joint is not Joint.SPACE or n + 1 == len(self._atoms):
            return 0.0
        following = self._atoms[n + 1].part
        if not atom.part.after & following.before & (GROUP | SIGN):
            return 0.0
        return self._voices[atom.span].space.width + following.width + self._held(n + 1)

    def _weigh(self, breaks: Breaks) -> None:
        """Say where lines of a title end well, and where they do not: a line that can be read as one stands alone."""
        for b in range(1, len(breaks.kind) - 1):
            atom = self._atoms[breaks.place[b][0] - 1]
            text = atom.part.text
            if breaks.kind[b] != SPACE:
                cost = _COMPOUND_COST
            elif text[-1] in _PAUSES or text in _DASHES:
                cost = _PAUSE_COST
            else:
                cost = _LIGHT_COST if self._voices[atom.span].binder.light(text) else 0.0
            if cost:
                breaks.dear[b] = breaks.dear.get(b, 0.0) + cost

    def _cuts(self, part: Part, level: int, wide: bool) -> list[tuple[int, int]]:
        text = part.text
        if wide:
            return self._emergency_cuts(part, level)
        if part.cuts:
            return [(cut, HYPHEN) for cut in part.cuts]
        if level and part.divisible and self.style.hyphens is not None:
            return [(cut, HYPHEN) for cut in self.style.hyphens.breaks(text) if 0 < cut < len(text)]
        return []

    def _emergency_cuts(self, part: Part, level: int) -> list[tuple[int, int]]:
        """Where a part is divided that is wider than a line: inside a number last, and an address without hyphens."""
        text = part.text
        cuts = [(n, BREAK) for n in range(1, len(text)) if text[n - 1] in _NO_BREAK]
        if part.address:
            cuts += [(n, BREAK) for n in in_address(text)]
        known = self.style.emergency
        if level > 2 and known is not None and not part.address:
            cuts += [(cut, HYPHEN) for cut in known.breaks(text) if 0 < cut < len(text)]
        if level > 3:
            cuts += [
                (n, HYPHEN if not part.address and text[n - 1].isalpha() and text[n].isalpha() else BREAK)
                for n in range(1, len(text))
                if unicodedata.category(text[n])[0] != "M"
                and _VOWEL_SEPARATOR not in text[n - 1 : n + 1]
                and (level > 4 or not _IN_NUMBER.match(text[n - 1 : n + 1]))
            ]
        return sorted(dict(reversed(cuts)).items())

    def set(self, line: Line, style: Type, measure: Pt) -> tuple[tuple[Pt, Words], ...]:
        """The runs of ``line`` at the size of ``style`` in ``measure``, each with the x of its start."""
        key = (line, style.size, style.align, measure)
        found = self._placed.get(key)
        if found is None:
            found = self._placed[key] = self._place(line, style, measure)
        return found

    def _place(self, line: Line, style: Type, measure: Pt) -> tuple[tuple[Pt, Words], ...]:
        scale, tracking = style.size / 1000, style.tracking
        pieces = self._pieces(line.start, line.end)
        if line.kind == HYPHEN:
            span = pieces[-1][0]
            pieces.append((span, self._voices[span].hyphen))
        natural = sum(run.width + len(run.glyphs) * tracking for _, run in pieces) * scale
        first = [pieces[0][1]] if style.optical and style.align in _FLUSH_LEFT and pieces else []
        over = hanging.left(first) * scale
        stretch = looser = 0.0
        if style.align == "justify" and not line.ragged:
            last = [pieces[-1][1]] if first and line.kind != END else []
            gap = measure + over + hanging.right(last) * scale - natural
            if line.kind != END or gap < -EPSILON:
                stretch, looser = _stretched(gap / scale, [run for _, run in pieces], style)
                stretch, tracking = (stretch - looser) * scale, tracking + looser
        x = {"right": measure - natural, "centre": (measure - natural) / 2}.get(style.align, -over)
        placed: list[tuple[Pt, Words]] = []
        at = 0
        tongues = self._tongues([run.text for _, run in pieces]) if self._strange else [""] * len(pieces)
        while at < len(pieces):
            span, tongue = pieces[at][0], tongues[at]
            runs: list[Shaped] = []
            advance = 0.0
            while at < len(pieces) and pieces[at][0] == span and tongues[at] == tongue:
                run = pieces[at][1]
                runs.append(run)
                advance += (run.width + len(run.glyphs) * tracking) * scale
                if stretch and run.text == " ":
                    advance += stretch
                at += 1
            if at == len(pieces) and line.kind == SPACE:
                runs.append(self._voices[span].space)
            tag = self._tags[span]
            ink = style.link_ink if tag is not None and tag.href else style.ink
            divided = line.forced and at == len(pieces)
            words = Words(
                tuple(runs), style.size, ink, advance, stretch, tracking * scale,
                tag=tag, divided=divided, ragged=line.ragged, language=tongue,
            )  # fmt: skip
            placed.append((x, words))
            x += advance
        return tuple(placed)

    def _tongues(self, texts: Sequence[str]) -> list[str]:
        """The language of each run of a line: "" in the paragraph's own script, and for a single strange letter."""
        scripts = [script_of(text) for text in texts]
        for n in range(1, len(scripts)):  # what has no letters belongs to equal scripts on both sides of it
            following = next(filter(None, scripts[n:]), "")
            scripts[n] = scripts[n] or (scripts[n - 1] if scripts[n - 1] == following else "")
        found: list[str] = []
        for written, group in groupby(zip(scripts, texts, strict=True), key=lambda pair: pair[0]):
            stretch = [text for _, text in group]
            letters = sum(script(char) == written for text in stretch for char in text)
            told = written not in ("", self._home) and letters >= WORD
            found += [self._language(written) if told else ""] * len(stretch)
        return found

    def _language(self, written: str) -> str:
        """The language of what is written in another script, told by all of it in the paragraph."""
        return language_of("".join(span.text for span in self.spans), written)

    def _pieces(self, start: Place, end: Place) -> list[tuple[int, Shaped]]:
        """The runs from ``start`` to ``end``, each with the number of its span."""
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
                pieces.append((self._spans_space(n), voice.space))
        return pieces

    def _spans_space(self, n: int) -> int:
        """The span that the space after atom ``n`` belongs to: its own; behind a link or mark that of plain text."""
        own = self._atoms[n].span
        following = self._atoms[n + 1].span if n + 1 < len(self._atoms) else own
        return following if self._tags[own] is not None and self._tags[following] is None else own


_LAWFUL = 2
"""The level of need up to which no word is divided against the rules."""

_BETWEEN_SPANS = 3
"""The level of need above which a word in several styles is divided where the style changes."""

_BETWEEN_LETTERS = 4
"""The level of need up to which the groups of a number stay together, and no dash begins a line."""

_WHITE = " \t\n\r\f\v"
_NO_BREAK = "\u00a0\u202f"
_VOWEL_SEPARATOR = "\u180e"
"""It ties a Mongolian suffix to its word: both take their forms from it."""
_DASHES = frozenset("-–—")
_PAUSES = frozenset(":;.!?…–—")
_FLUSH_LEFT = ("left", "justify")
_IN_NUMBER = re.compile(r"\d[\d.,:/%\u00a0\u202f]|[.,:/+−-]\d")
"""Two characters that are never parted, since a torn number is another number."""


def _tags(found: Sequence[Span], where: Where) -> list[Tag | None]:
    """The node of each span inside its paragraph: a link in several styles is one."""
    tags: list[Tag | None] = []
    for (note, href), group in groupby(found, key=lambda span: (span.note, span.href)):
        spans = list(group)
        tag = Tag("Reference", where) if note else None
        if href:
            tag = Tag("Link", where, href=href, title=" ".join("".join(span.text for span in spans).split()))
        tags += [tag] * len(spans)
    return tags


def _widest(breaks: Breaks) -> float:
    """The widest stretch between two places where a line may end."""
    return max((end - start for start, end in zip(breaks.after, breaks.before[1:], strict=False)), default=0.0)


def _ends_short(breaks: Breaks, chosen: list[int], least: float) -> bool:
    """Whether the last of several lines is shorter than ``least``."""
    return len(chosen) > 1 and breaks.before[chosen[-1]] - breaks.after[chosen[-2]] < least


def _loosened(bond: int, level: int) -> bool:
    """Whether a line may end at a ``bond`` at this level of need."""
    return not bond & ~LOOSE or level > (_BETWEEN_LETTERS if bond & (GROUP | SIGN) else 1)


def _stretched(gap: float, runs: Sequence[Shaped], style: Type) -> tuple[float, float]:
    """What fills ``gap``: so much at each word space, and so much behind each letter; nothing beyond their bounds."""
    spaces = sum(run.text == " " for run in runs)
    letters = sum(len(run.glyphs) for run in runs) - spaces
    space = (style.voices[0].space.width + style.tracking) * (MOST_SPACE - 1 if gap > 0 else 1 - LEAST_SPACE)
    room = spaces * space + letters * MOST_TRACKING if spaces else 0.0
    if not room or abs(gap) > room + EPSILON:
        return 0.0, 0.0
    return gap / room * space, gap / room * MOST_TRACKING


def _ends_torn(breaks: Breaks, chosen: list[int]) -> bool:
    """Whether the last of several lines is nothing but the rest of a divided word."""
    if len(chosen) < 2:
        return False
    *_, start, end = chosen
    return breaks.kind[start] == HYPHEN and breaks.spaces[end] == breaks.past[start]


def _light_ends(breaks: Breaks, chosen: Sequence[int]) -> bool:
    """Whether a line of a title ends with a small word."""
    return any(breaks.dear.get(b, 0.0) >= _LIGHT_COST for b in chosen)


def _gaps(breaks: Breaks, chosen: Sequence[int], measure: float) -> list[list[rivers.Gap]]:
    """Where the word spaces stand in each line of justified text."""
    before, after, spaces, past, kind = breaks.before, breaks.after, breaks.spaces, breaks.past, breaks.kind
    lines: list[list[rivers.Gap]] = []
    a = 0
    for b in chosen:
        count = spaces[b] - past[a]
        wider = (measure - before[b] + after[a]) / count if count and kind[b] != END else 0.0
        lines.append([
            (before[n] - after[a] + (spaces[n] - past[a]) * wider, after[n] - after[a] + (past[n] - past[a]) * wider)
            for n in range(a + 1, b)
            if kind[n] == SPACE
        ])  # fmt: skip
        a = b
    return lines


_BOND_COST = 0.12
"""The demerits of a line that ends inside a bond."""

_LIGHT_COST, _PAUSE_COST, _COMPOUND_COST = 2.0, -0.06, 0.06
"""The demerits of a line of a title that ends with a small word, with a pause, and inside a compound."""

_FEW_LINES = 3
"""A paragraph of no more lines is rather ragged than ended with the rest of a word."""

_RIVER_COST = 0.06
"""How much worse breaks may be that have no river."""

_FEWER_LINES, _MORE_LINES = (0.05, 0.3), (-0.02, -0.05, -0.1)
"""What a line costs where there should be fewer of them, or more."""

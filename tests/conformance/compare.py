"""Whether the words read out of a PDF are those of its spec: each once, whole, and in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.conformance.expected import Expected, words

SOFT_HYPHENS = "\u00ad\ufffe"
BREAKS = "/.-–—_?&=@:#%+,"
"""After these a long word may be continued on the next line without a hyphen."""

_HEAD, _MAIN, _SIDEBAR, _FOOT = range(4)


@dataclass(frozen=True)
class Token:
    """What stands between two spaces."""

    text: str
    ends_line: bool


@dataclass(frozen=True)
class _Run:
    """Words that nothing may interrupt: ``at`` is the place of the next, ``off`` how much of it has been read."""

    kind: str
    words: tuple[str, ...]
    at: int = 0
    off: int = 0


@dataclass(frozen=True)
class _State:
    """One way of understanding what has been read so far.

    Attributes:
        phase: The region of the page that has been reached.
        main: The place in the main story, and how much of the word there has been read.
        side: The same for the sidebar.
        used: What may stand on a page, or in the document, only once and has been read.
        run: What has been begun and must be read to its end.
    """

    phase: int = _HEAD
    main: tuple[int, int] = (0, 0)
    side: tuple[int, int] = (0, 0)
    used: frozenset[str] = frozenset()
    run: _Run | None = None


def tokens(page: str) -> list[Token]:
    """The tokens of a page's text."""
    text = page.replace("\ufffe", "\ufffe\n")
    found: list[Token] = []
    for line in text.splitlines():
        parts = _split(line)
        found += [Token(part, n == len(parts) - 1) for n, part in enumerate(parts)]
    return found


def _split(line: str) -> list[str]:
    """The words of ``line``, in one way of writing; a hyphen at its end is kept."""
    stripped = line.rstrip()
    parts = words(stripped)
    if parts and stripped[-1] in SOFT_HYPHENS and not parts[-1].endswith("\ufffe"):
        parts[-1] += "\u00ad"
    return parts


def difference(expected: Expected, pages: list[list[Token]]) -> str:
    """What is wrong with the tokens of ``pages``; an empty string where all is right."""
    states = {_State()}
    for number, page in enumerate(pages, 1):
        for at, token in enumerate(page):
            after = {new for state in states for new in _read(state, token, expected, number, len(pages))}
            if not after:
                return _complaint(states, token, page, at, expected, number, len(pages))
            states = after
        ends = {_turn(state) for state in states if _complete(state, expected, number, len(pages))}
        if not ends:
            return f"page {number} ends too early: {_wanted(states, expected, number, len(pages))} should follow"
        states = ends
    return ""


def _options(state: _State, expected: Expected, page: int, pages: int) -> Iterator[tuple[_State, str, int]]:
    """What may come next: the state with the run begun, the word, and how much of it has been read."""
    if state.run:
        yield state, state.run.words[state.run.at], state.run.off
    elif state.phase == _HEAD and "head" not in state.used:
        for head in [expected.masthead] if page == 1 else expected.running:
            yield replace(state, run=_Run("head", tuple(head))), head[0], 0
    else:
        yield from _stories(state, expected)
        foot = {"folio": [str(page), "/", str(pages)] if pages > 1 else []}
        foot |= {"closing": expected.closing} if page == pages else {"address": expected.address}
        for kind, said in foot.items():
            if said and kind not in state.used:
                yield replace(state, phase=_FOOT, run=_Run(kind, tuple(said))), said[0], 0


def _stories(state: _State, expected: Expected) -> Iterator[tuple[_State, str, int]]:
    """What may come next of the main story, the sidebar and their notes."""
    for phase, (at, off), story, repeated in (
        (_MAIN, state.main, expected.main, expected.heads),
        (_SIDEBAR, state.side, expected.sidebar, expected.side_heads),
    ):
        inside = replace(state, phase=phase)
        if state.phase <= phase and at < len(story):
            yield inside, story[at], off
            if at in repeated and not off:
                yield replace(inside, run=_Run("repeated", tuple(repeated[at]))), repeated[at][0], 0
    if state.phase in {_MAIN, _SIDEBAR}:
        for number, note in enumerate(expected.notes):
            if f"note {number}" not in state.used:
                yield replace(state, run=_Run(f"note {number}", tuple(note))), note[0], 0


def _read(state: _State, token: Token, expected: Expected, page: int, pages: int) -> Iterator[_State]:
    """Every state after ``token``."""
    for before, word, off in _options(state, expected, page, pages):
        for length in _matches(word, off, token):
            yield _advanced(before, length if length < len(word) else 0)


def _matches(word: str, off: int, token: Token) -> Iterator[int]:
    """How much of ``word`` has been read after ``token``: all of it, or its first part where the line ends there."""
    rest, text = word[off:], token.text
    if rest == text:
        yield len(word)
    elif token.ends_line and text[-1] in SOFT_HYPHENS:
        whole = [text[:-1]] if text[-1] == "\u00ad" else [text[:-1], text[:-1] + "-"]
        for half in whole:
            if half and rest.startswith(half) and len(half) < len(rest):
                yield off + len(half)
    elif token.ends_line and text[-1] in BREAKS and rest.startswith(text):
        yield off + len(text)


def _advanced(state: _State, off: int) -> _State:
    """``state`` after a word, or after the first ``off`` letters of it."""
    if run := state.run:
        if off:
            return replace(state, run=replace(run, off=off))
        if run.at + 1 < len(run.words):
            return replace(state, run=replace(run, at=run.at + 1, off=0))
        used = state.used | ({run.kind} if run.kind != "repeated" else set())
        return replace(state, run=None, used=used)
    name = "main" if state.phase == _MAIN else "side"
    at, _ = getattr(state, name)
    return replace(state, **{name: (at, off) if off else (at + 1, 0)})


def _complete(state: _State, expected: Expected, page: int, pages: int) -> bool:
    """Whether page ``page`` may end in ``state``."""
    needed = {"head"} | ({"folio"} if pages > 1 else set())
    if page == pages:
        needed |= {f"note {n}" for n in range(len(expected.notes))} | ({"closing"} if expected.closing else set())
        if state.main[0] < len(expected.main) or state.side[0] < len(expected.sidebar):
            return False
    return state.run is None and needed <= state.used


def _turn(state: _State) -> _State:
    """``state`` at the beginning of the next page."""
    return replace(state, phase=_HEAD, used=frozenset(kind for kind in state.used if kind.startswith("note")))


def _wanted(states: set[_State], expected: Expected, page: int, pages: int) -> str:
    wanted = {word[off:] for state in states for _, word, off in _options(state, expected, page, pages)}
    return " or ".join(f"“{word}”" for word in sorted(wanted)[:8]) or "nothing"


def _complaint(
    states: set[_State], token: Token, page: list[Token], at: int, expected: Expected, number: int, pages: int
) -> str:
    before = " ".join(t.text for t in page[max(at - 8, 0) : at])
    wanted = _wanted(states, expected, number, pages)
    return f"page {number}: after “… {before}” stands “{token.text}”, but {wanted} should follow"

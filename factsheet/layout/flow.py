"""The story onto pages: the choice of the fit, and what is said about it."""

import math
from collections.abc import Callable, Iterator, Sequence

from factsheet.design.theme import Step, Theme
from factsheet.document import Document, Frame, Words, walk
from factsheet.findings import Finding, LayoutError, Where, counted
from factsheet.layout.box import UNLIMITED
from factsheet.layout.draft import Draft, better, page_cost
from factsheet.layout.fill import used
from factsheet.layout.stack import Stack
from factsheet.layout.story import Story
from factsheet.units import EPSILON, Size, to_mm

_WORTH_BALANCING = 10
"""The lines of a column from which on a difference is worth a note."""

Sketch = Callable[[Step, bool], Story]
"""A factsheet composed for a step of the fit; where the second argument is true, its lines are only estimated."""

_GOOD = 0.05
"""The badness of pages that nothing needs to be tried for."""

_SURPRISE = 0.1
"""How much worse than its estimate a draft may be before its neighbours are tried."""


def lay_out(sketch: Sketch, theme: Theme) -> tuple[Document, list[Finding]]:
    """The pages, in the step of the theme's fit that fills them best; and what is worth knowing about them.

    Raises:
        LayoutError: the content does not go onto the pages agreed, or a piece of it onto no page.
    """
    best = choose(sketch, theme)
    return finished(best)


def finished(best: Draft) -> tuple[Document, list[Finding]]:
    """The pages of the draft that was chosen; and what is worth knowing about them.

    Raises:
        LayoutError: they break a rule.
    """
    faults = _faults(best)
    if faults:
        raise LayoutError(faults)
    return best.document(), _remarks(best)


def choose(sketch: Sketch, theme: Theme) -> Draft:
    """The best draft: estimates lead to a step of the fit, and real lines confirm it or lead on to a neighbour."""
    steps = range(len(theme.fit))
    estimates: dict[int, Draft] = {}
    drafts: dict[int, Draft] = {}

    def estimate(n: int) -> float:
        if n not in estimates:
            estimates[n] = _pour(sketch(theme.fit[n], True), theme, n)
        return estimates[n].badness

    def draft(n: int) -> float:
        if n not in drafts:
            stop = estimates[n].stop if n in estimates else 0
            drafts[n] = _pour(sketch(theme.fit[n], False), theme, n, stop)
        return drafts[n].badness

    def descend(start: int, badness: Callable[[int], float]) -> int:
        best = start
        for direction in (-1, 1):
            n = best + direction
            while n in steps and badness(n) < badness(best) - EPSILON:
                best, n = n, n + direction
        return best

    usual = estimate(theme.usual)
    pages = 0 if estimates[theme.usual].story.contract else page_cost(estimates[theme.usual].pages)
    guess = theme.usual if usual - pages <= _GOOD else min(steps, key=estimate)
    if draft(guess) > estimate(guess) + _SURPRISE:
        guess = descend(guess, draft)
    if drafts[guess].broken:
        tightest = len(theme.fit) - 1
        draft(tightest)
        guess = tightest if drafts[tightest].broken else min(steps, key=draft)
    return drafts[guess]


def _pour(story: Story, theme: Theme, step: int, stop: int = 0) -> Draft:
    """The story on pages; of two ways, one with a section moved to page two as a whole, the better.

    ``stop`` is where an estimate found that section: that way is good enough if it breaks nothing.
    """
    draft = Draft(story, theme, step, stop)
    if stop:
        return draft if draft.badness < _GOOD + _SURPRISE else better(draft, Draft(story, theme, step))
    stops = {draft.early_heading, *(draft.sections if draft.unfilled else ())} - {0}
    for early in sorted(stops, reverse=True):
        draft = better(draft, Draft(story, theme, step, early))
    return draft


def _faults(draft: Draft) -> list[Finding]:
    """What makes these pages impossible."""
    contract = draft.story.contract
    faults: list[Finding] = []
    if draft.stuck is not None:
        faults.append(_too_tall(draft, draft.stuck))
    if draft.lost_side is not None:
        faults.append(_side_too_long(draft, draft.lost_side))
    if draft.endless:
        message = f"this factsheet is longer than {draft.pages} pages"
        faults.append(Finding("pages", message, where=draft.story.where, hint="divide it into several factsheets"))
    elif draft.stuck is None and contract and draft.pages > contract:
        faults.append(_too_long(draft, contract))
    return faults


def _remarks(draft: Draft) -> list[Finding]:
    """What is worth knowing about pages that are possible."""
    story, theme = draft.story, draft.theme
    remarks: list[Finding] = []
    if draft.pages < story.contract:
        message = f"the text fills {draft.pages} of {story.contract} pages"
        remarks.append(Finding("pages", message, "warning", story.where, f"write pages: {draft.pages}, or add text"))
    if draft.step != theme.usual:
        remarks.append(Finding("fit", _fitted(theme, draft.step), "note", story.where))
    for number, leaf in enumerate(draft.leaves, 1):
        if leaf.uneven > 1 and leaf.main > _WORTH_BALANCING * draft.grid.leading:
            message = (
                f"the columns of page {number} differ by {leaf.uneven} lines: no rule of setting allows a better break"
            )
            where = where_of(leaf.frames[0][2])
            remarks.append(Finding("balance", message, "note", where))
    remarks += _empty(draft)
    remarks += _divided(draft)
    remarks += _unjustified(draft)
    if draft.side_pages > 1:
        where = next(where_of(f) for leaf in draft.leaves[1:] for name, _, f in leaf.frames if name == "sidebar")
        message = "the sidebar is too long for page 1: from here on it stands on page 2"
        remarks.append(Finding("sidebar", message, "note", where, "shorten it, or move a block to the main column"))
    return remarks


def _fitted(theme: Theme, step: int) -> str:
    """What was done to fill or to fit the pages, the same over the whole document."""
    usual, used = theme.fit[theme.usual], theme.fit[step]
    purpose = "fill the pages" if step < theme.usual else "fit the pages"
    done = [f"to {purpose}, the type is set at {used.scale / usual.scale:.0%} of its usual size"]
    done.append(f"lines {used.leading:g} pt apart instead of {usual.leading:g}")
    if used.tracking != usual.tracking:
        done.append(f"letters {abs(used.tracking - usual.tracking):.1%} {'closer' if used.tracking < 0 else 'wider'}")
    if used.pictures != usual.pictures:
        done.append(f"pictures at {used.pictures / usual.pictures:.0%} of their height")
    if used.items < usual.items:
        done.append("no space between list items")
    if used.title and used.title != usual.title:
        done.append(f"the title at most {used.title:g} pt")
    return ", ".join(done)


_EMPTY = 0.4
"""The share of a page from which on it is called empty."""


def _empty(draft: Draft) -> Iterator[Finding]:
    """The pages that are mostly empty, and what would fill them."""
    for number, leaf in enumerate(draft.leaves, 1):
        free = 1 - max(leaf.main, leaf.side) / max(leaf.room, 1.0)
        if not leaf.frames or free < _EMPTY:
            continue
        frames = [frame for name, _, frame in leaf.frames if name == "main"] or [f for _, _, f in leaf.frames]
        count = 1 if leaf.beside else draft.geometry.columns
        lines = free * leaf.room / draft.grid.leading * count
        words = max(round(lines * _words_per_line(frames) * 0.8, -1), 10)
        message = f"page {number} is {free:.0%} empty"
        hint = f"about {words:.0f} words more would fill it" + (", or cut what stands on it" if number > 1 else "")
        yield Finding("empty-page", message, "warning" if number > 1 else "note", where_of(frames[0]), hint)


def _divided(draft: Draft) -> Iterator[Finding]:
    """The words that are divided where no rule allows it, because their place is too narrow for them."""
    if not draft.story.styles.forced:
        return
    frames = [draft.furniture.head.words, *(frame for leaf in draft.leaves for _, _, frame in leaf.frames)]
    told: set[Where] = set()
    for frame in frames:
        for _, _, item, path in walk(frame):
            if isinstance(item, Words) and item.divided:
                where = next((tag.where for tag in reversed(path) if tag.where.line), Where(""))
                if where not in told:
                    told.add(where)
                    begun = item.text.split()[-1].rstrip("\u00ad")
                    message = f"a word is too wide, and divided where no rule allows it: “{begun[:30]}…”"
                    yield Finding("divided", message, "note", where.find(begun), "write it shorter, or in two words")


def _unjustified(draft: Draft) -> Iterator[Finding]:
    """The paragraphs that are ragged among justified ones, because their word spaces would leave their bounds."""
    if not any(style.align == "justify" for style in draft.theme.styles.values()):
        return
    told: set[Where] = set()
    for _, _, frame in (placed for leaf in draft.leaves for placed in leaf.frames):
        for _, _, item, path in walk(frame):
            if isinstance(item, Words) and item.ragged:
                where = next((tag.where for tag in reversed(path) if tag.where.line), Where(""))
                if where not in told:
                    told.add(where)
                    message = "this paragraph is set ragged: justified, its word spaces would be too wide or too narrow"
                    yield Finding("justify", message, "note", where, "write it a few words longer or shorter")


def _too_tall(draft: Draft, rest: Stack) -> Finding:
    geometry = draft.geometry
    frame = rest.cells[0].box.fit(Size(geometry.column_width, UNLIMITED)).frame
    room = geometry.foot - geometry.next_top
    note = draft.notes.block(frame.notes[:1] if frame is not None else (), geometry.column_width)
    if note is not None and used(frame) <= room:
        message = f"this footnote is {to_mm(note.height):.0f} mm high, but a page has room for {to_mm(room):.0f} mm"
        return Finding("overflow", message, where=where_of(note), hint="shorten it, or make it a text of its own")
    message = f"this block is {to_mm(used(frame)):.0f} mm high, but a page has room for {to_mm(room):.0f} mm"
    return Finding("overflow", message, where=where_of(frame), hint="divide it into several blocks, or shorten it")


def _side_too_long(draft: Draft, rest: Stack) -> Finding:
    frame = rest.fit(Size(draft.geometry.side[1], UNLIMITED)).frame
    message = f"the sidebar is {to_mm(used(frame)):.1f} mm too long: from here on there is no room for it"
    hint = f"shorten the sidebar by about {count_words(frame)} words, or move a block to the main column"
    return Finding("overflow", message, where=where_of(frame), hint=hint)


def _too_long(draft: Draft, contract: int) -> Finding:
    """How much too long the text is: in lines of a column, and in words of the kind that are too many."""
    lost = [frame for leaf in draft.leaves[contract:] for _, _, frame in leaf.frames]
    lines = draft.lines_over(contract)
    words = sum(count_words(frame) for frame in lost)
    last = [frame for leaf in draft.leaves[:contract] for name, _, frame in leaf.frames if name == "main"]
    where = where_of(lost[0]) if lost else where_of(last[-1]) if last else draft.story.where
    per_line = _words_per_line([*last, *lost])
    words = words or math.ceil(lines * per_line)
    pages = counted(contract, "page")
    message = f"the text is {counted(lines, 'line')}, about {counted(words, 'word')}, too long for {pages}"
    message += f": page {contract + 1} would begin here" if lost else ": its end leaves no room for the closing band"
    hint = f"cut about {counted(words, 'word')} here, or {counted(lines, 'line')} anywhere in the main story"
    return Finding("pages", message, where=where, hint=f"{hint}; or write pages: {draft.pages}")


def _words_per_line(frames: Sequence[Frame]) -> float:
    lines = sum(len({round(y, 1) for _, y, item, _ in walk(f) if isinstance(item, Words)}) for f in frames)
    return sum(count_words(frame) for frame in frames) / max(lines, 1)


def where_of(frame: Frame | None) -> Where:
    """The place of the first text in ``frame`` that the author wrote."""
    if frame is not None:
        for _, _, _, path in walk(frame):
            for tag in path:
                if tag.where.line:
                    return tag.where
    return Where("")


def count_words(frame: Frame | None) -> int:
    """The words in ``frame``, those of ours included."""
    if frame is None:
        return 0
    return sum(len(item.text.split()) for _, _, item, _ in walk(frame) if isinstance(item, Words))

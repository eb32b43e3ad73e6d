"""The story onto pages: the choice of the fit, and what is said about it."""

from collections.abc import Callable, Iterator

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
    best = _choose(sketch, theme)
    faults = _faults(best)
    if faults:
        raise LayoutError(faults)
    return best.document(), _remarks(best)


def _choose(sketch: Sketch, theme: Theme) -> Draft:
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
    if draft.early_heading:
        return better(draft, Draft(story, theme, step, draft.early_heading))
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
        scale = theme.fit[draft.step].scale / theme.fit[theme.usual].scale
        message = f"the type is set at {scale:.0%} of its usual size, to fill the pages better"
        remarks.append(Finding("fit", message, "note", story.where))
    for number, leaf in enumerate(draft.leaves, 1):
        if leaf.uneven > 1 and leaf.main > _WORTH_BALANCING * draft.grid.leading:
            message = (
                f"the columns of page {number} differ by {leaf.uneven} lines: no rule of setting allows a better break"
            )
            where = where_of(leaf.frames[0][2])
            remarks.append(Finding("balance", message, "note", where))
    remarks += _divided(draft)
    if draft.side_pages > 1:
        where = next(where_of(f) for leaf in draft.leaves[1:] for name, _, f in leaf.frames if name == "sidebar")
        message = "the sidebar is too long for page 1: from here on it stands on page 2"
        remarks.append(Finding("sidebar", message, "warning", where, "shorten it, or move a block to the main column"))
    return remarks


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
    lost = [frame for leaf in draft.leaves[contract:] for _, _, frame in leaf.frames]
    lines = sum(len({round(y, 1) for _, y, item, _ in walk(f) if isinstance(item, Words)}) for f in lost)
    words = sum(count_words(frame) for frame in lost)
    where = where_of(lost[0]) if lost else draft.story.where
    pages = counted(contract, "page")
    message = (
        f"the text is {lines} lines, about {words} words, too long for {pages}: page {contract + 1} would begin here"
    )
    hint = f"cut about {words} words, or allow more with pages: {draft.pages}"
    return Finding("pages", message, where=where, hint=hint)


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

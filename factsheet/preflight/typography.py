"""The figures of typography, read from the laid-out document: what a proofreader measures with a ruler.

Every figure names its worst place. Where a law of setting is broken, it is an error: the program should not have done
it. Where one rule had to yield to another, it is a note.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from factsheet.document import Document, Tag
from factsheet.findings import NOWHERE, Finding, Severity, Where
from factsheet.preflight.pages import outside
from factsheet.preflight.typeset import Line, Paragraph, kind, paragraphs
from factsheet.text import rivers
from factsheet.text.bonds import binder
from factsheet.text.linebreak import LEAST_SPACE, MOST_HYPHENS, MOST_SPACE
from factsheet.units import Pt

_LEAST_LAST, _LEAST_LINE = 0.2, 0.45
_ROUNDING: Pt = 0.05


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure.

    Attributes:
        name: What it is called in reports for machines.
        title: What it is called in reports for people.
        value: How much; None where there is nothing to measure.
        bound: What it should be.
        kept: Whether it is.
        severity: How bad it is where it is not.
        page: The page of the worst place; 0: there is none.
        where: The worst place in the spec.
        text: What stands there.
    """

    name: str
    title: str
    value: float | None
    bound: str
    kept: bool = True
    severity: Severity = "note"
    page: int = 0
    where: Where = NOWHERE
    text: str = ""


Worst = tuple[float, Line]


def readings(document: Document) -> list[Reading]:
    """The figures of ``document``."""
    found = paragraphs(document)
    lines = [line for paragraph in found for line in paragraph.lines]
    running = [paragraph for paragraph in found if paragraph.running]
    spaces = [pair for paragraph in found for pair in paragraph.spaces]
    splits = [paragraph for paragraph in found if len(paragraph.pieces) > 1]

    def most(name: str, title: str, worst: Iterable[Worst], limit: float, bound: str, severity: Severity) -> Reading:
        return _reading(name, title, max(worst, key=_value, default=None), lambda v: v <= limit, bound, severity)

    def least(name: str, title: str, worst: Iterable[Worst], limit: float, bound: str, severity: Severity) -> Reading:
        return _reading(name, title, min(worst, key=_value, default=None), lambda v: v >= limit, bound, severity)

    def count(name: str, title: str, places: list[Line], severity: Severity) -> Reading:
        return _reading(name, title, (len(places), places[0]) if places else None, bool, "none", severity, empty=0.0)

    return [
        count("overlaps", "lines of text over each other", list(_overlaps(lines)), "error"),
        _outside(document),
        least("word-space-least", "narrowest word space in justified lines, of normal", spaces, LEAST_SPACE - 0.001,
              f"≥ {LEAST_SPACE}", "error"),
        most("word-space-most", "widest word space in justified lines, of normal", spaces, MOST_SPACE + 0.001,
             f"≤ {MOST_SPACE}", "error"),
        most("hyphens-in-a-row", "hyphens in a row", [_hyphens(paragraph) for paragraph in found], MOST_HYPHENS,
             f"≤ {MOST_HYPHENS}", "error"),
        count("widows", "last lines alone at the head of a column",
              [p.pieces[-1][0] for p in splits if len(p.pieces[-1]) == 1], "error"),
        count("orphans", "first lines alone at the foot of a column",
              [p.pieces[0][0] for p in splits if len(p.pieces[0]) == 1], "error"),
        count("stranded-headings", "headings alone at the foot of a column", list(_stranded(found)), "error"),
        most("grid", "distance of running text from the baseline grid, pt", _off_grid(document, running), _ROUNDING,
             f"≤ {_ROUNDING}", "error"),
        most("balance", "difference of the columns that end the story, lines", _uneven(document, lines), 1,
             "≤ 1", "note"),
        least("last-line", "shortest last line, of the measure", _last_lines(running), _LEAST_LAST,
              f"≥ {_LEAST_LAST}", "note"),
        least("rag", "shortest other line of running text, of the measure", _rag(running), _LEAST_LINE,
              f"≥ {_LEAST_LINE}", "note"),
        most("river", "word spaces under each other in justified text, lines", _rivers(running, justified=True),
             rivers.VISIBLE - 1, f"≤ {rivers.VISIBLE - 1}", "note"),
        most("ragged-river", "word spaces under each other in ragged text, lines", _rivers(running, justified=False),
             rivers.VISIBLE_IN_RAGGED - 1, f"≤ {rivers.VISIBLE_IN_RAGGED - 1}", "note"),
        count("light-ends", "lines of titles that end with a small word", list(_light_ends(document, found)), "note"),
        least("title-last-line", "last line of a title, of its longest", _title_ends(found), 0.3, "≥ 0.3", "note"),
    ]  # fmt: skip


def worst_lines(document: Document) -> list[Reading]:
    """The worst line of every paragraph of running text: the oddest word space, or the emptiest line."""
    found: list[Reading] = []
    for paragraph in paragraphs(document):
        if not paragraph.running or len(paragraph.lines) < 2:
            continue
        if paragraph.spaces:
            value, line = max(paragraph.spaces, key=lambda pair: abs(pair[0] - 1))
            title = "word space, of normal"
        else:
            value, line = min(_rag([paragraph]), key=_value)
            title = "length, of the measure"
        found.append(
            Reading("worst-line", title, round(value, 3), "", page=line.page, where=line.where, text=line.text)
        )
    return found


def judge_typography(figures: Iterable[Reading]) -> list[Finding]:
    """What of ``figures`` is not as it should be."""
    return [
        Finding(
            f"typography-{reading.name}",
            f"{reading.title}: {_shown(reading.value)} on page {reading.page}, should be {reading.bound}",
            reading.severity,
            reading.where,
        )
        for reading in figures
        if not reading.kept and reading.name != "outside"  # which the judge of the pages tells, with its cure
    ]


def table(figures: Iterable[Reading]) -> str:
    """The figures as lines of text."""
    rows = []
    for reading in figures:
        mark = "  " if reading.kept else "! "
        place = f"page {reading.page}, line {reading.where.line}" if reading.where.line else ""
        said = f"“{reading.text[:44]}”" if reading.text and place else ""
        rows.append(
            f"{mark}{reading.title:58} {_shown(reading.value):>7}  {reading.bound:7}  {place:18}  {said}".rstrip()
        )
    return "\n".join(rows)


def as_data(figures: Iterable[Reading]) -> list[dict[str, object]]:
    """The figures as plain data for JSON."""
    return [
        {
            "name": reading.name,
            "title": reading.title,
            "value": reading.value,
            "bound": reading.bound,
            "kept": reading.kept,
            "page": reading.page,
            "line": reading.where.line,
            "column": reading.where.column,
            "text": reading.text,
        }
        for reading in figures
    ]


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _value(worst: Worst) -> float:
    return worst[0]


def _reading(
    name: str, title: str, worst: Worst | None, good: Callable[[float], bool], bound: str, severity: Severity,
    empty: float | None = None,
) -> Reading:  # fmt: skip
    """The figure of the ``worst`` place; ``empty`` is its value where there is none."""
    if worst is None:
        return Reading(name, title, empty, bound, severity=severity)
    value, line = worst
    kept = good(value) if empty is None else not value
    return Reading(name, title, round(value, 3), bound, kept, severity, line.page, line.where, line.text)


def _outside(document: Document) -> Reading:
    found = list(outside(document))
    where = found[0].where if found else NOWHERE
    said = found[0].message if found else ""
    return Reading(
        "outside", "texts that reach out of their box", len(found), "none", not found, "error", 0, where, said
    )


def _overlaps(lines: list[Line]) -> Iterator[Line]:
    """The lines whose letters stand over those of another."""
    ordered = sorted(lines, key=lambda line: (line.page, line.box.y))
    for n, one in enumerate(ordered):
        box = one.box
        for other in ordered[n + 1 :]:
            below = other.box
            if other.page != one.page or below.y > box.bottom - _TOUCH:
                break
            if min(box.right, below.right) - max(box.x, below.x) > _TOUCH:
                yield other


_TOUCH: Pt = 0.5
"""How far the rooms of two lines may reach into each other."""


def _hyphens(paragraph: Paragraph) -> Worst:
    most, worst, row = 0, paragraph.lines[0], 0
    for line in paragraph.lines:
        row = row + 1 if line.hyphened else 0
        if row > most:
            most, worst = row, line
    return most, worst


def _stranded(found: list[Paragraph]) -> Iterator[Line]:
    """Headings after which their column ends, though the story goes on in another one."""
    headings = {paragraph.tag for paragraph in found if paragraph.heading}
    lines = [line for paragraph in found for line in paragraph.lines if not _is_note(line)]
    for name in ("main", "sidebar"):
        for one, other in pairwise(line for line in lines if line.region.name == name):
            spans = other.page == one.page and other.region.rect.y >= one.region.rect.bottom - _TOUCH
            if one.region is not other.region and not spans and one.path[-1] in headings:
                yield one


def _is_note(line: Line) -> bool:
    return any(tag.role == "Note" for tag in line.path)


def _off_grid(document: Document, found: list[Paragraph]) -> Iterator[Worst]:
    """How far lines of running text stand from the grid of their page.

    Running text is the kind of type, in the main story and in the sidebar, in which most stands in lines as far from
    each other as the grid: it stands on it everywhere. What stands in one item of a list with larger type (captions of
    key figures) is not running text, though it may be as large.
    """
    grid = document.grid
    lines = [line for paragraph in found for line in paragraph.lines]
    largest: dict[Tag, Pt] = defaultdict(float)
    for line in lines:
        for tag in line.path:
            if tag.role == "LBody":
                largest[tag] = max(largest[tag], line.size)
    columns = [
        line for line in lines if all(line.size > largest[tag] - _ROUNDING for tag in line.path if tag in largest)
    ]
    kinds: dict[str, Counter[tuple[str, Pt]]] = defaultdict(Counter)
    for one, other in pairwise(columns):
        if one.frame is other.frame and abs(other.y - one.y - grid) < _ROUNDING and kind(one) == kind(other):
            kinds[one.region.name][kind(one)] += len(other.text)
    usual = {name: counts.most_common(1)[0][0] for name, counts in kinds.items()}
    running = [line for line in columns if kind(line) == usual.get(line.region.name)]
    for page in {line.page for line in running}:
        here = [line for line in running if line.page == page]
        start = Counter(round(line.y % grid, 1) % round(grid, 1) for line in here).most_common(1)[0][0]
        for line in here:
            off = (line.y - start) % grid
            yield max(min(off, grid - off) - _ROUNDING, 0.0), line


def _uneven(document: Document, lines: list[Line]) -> Iterator[Worst]:
    """The difference of the columns on the page where the story ends, where it has several of one width there."""
    main = [line for line in lines if line.region.name == "main" and not _is_note(line)]
    last = max((line.page for line in main), default=0)
    here = [line for line in main if line.page == last]
    narrow = min((line.region.rect.width for line in here), default=0.0)
    feet: dict[float, Line] = {}
    for line in here:
        if line.region.rect.width < narrow + 1 and line.y > feet.get(line.region.rect.x, line).y - 1:
            feet[line.region.rect.x] = line
    columns = sorted(feet.values(), key=lambda line: line.y)
    if len(columns) > 1:
        yield round((columns[-1].y - columns[0].y) / document.grid), columns[0]


def _last_lines(found: list[Paragraph]) -> Iterator[Worst]:
    for paragraph in found:
        if len(paragraph.lines) > 1:
            last = paragraph.lines[-1]
            yield last.width / paragraph.measure, last


def _rag(found: list[Paragraph]) -> Iterator[Worst]:
    for paragraph in found:
        for line in paragraph.lines[:-1]:
            if not line.justified:
                yield line.width / paragraph.measure, line


def _rivers(found: list[Paragraph], *, justified: bool) -> Iterator[Worst]:
    for paragraph in found:
        if any(line.justified for line in paragraph.lines) is justified:
            for piece in paragraph.pieces:
                if len(piece) > 1:
                    river = rivers.longest([line.gaps for line in piece])
                    yield river.lines, piece[river.first]


def _light_ends(document: Document, found: list[Paragraph]) -> Iterator[Line]:
    for paragraph in found:
        if paragraph.heading:
            light = binder(_language(paragraph.tag, document)).light
            yield from (line for line in paragraph.lines[:-1] if light(line.text.split()[-1]))


def _language(tag: Tag, document: Document) -> str:
    return tag.language or document.language


def _title_ends(found: list[Paragraph]) -> Iterator[Worst]:
    for paragraph in found:
        if paragraph.heading and len(paragraph.lines) > 1:
            yield paragraph.lines[-1].width / max(line.width for line in paragraph.lines), paragraph.lines[-1]

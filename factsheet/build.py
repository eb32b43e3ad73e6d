"""The stages in order, nothing else: one spec to its files."""

import gc
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.compose import compose
from factsheet.design.theme import Step, Theme
from factsheet.document import Document, Tag
from factsheet.edition import EDITIONS, Edition
from factsheet.engine import Engine
from factsheet.findings import FactsheetError, Finding, Where
from factsheet.i18n.language import Language, language
from factsheet.layout.draft import Draft
from factsheet.layout.flow import Sketch, choose, finished
from factsheet.layout.story import Roots, Story
from factsheet.paint.painter import paint
from factsheet.preflight.pages import judge_pages
from factsheet.preflight.pictures import judge_pictures
from factsheet.source import read
from factsheet.spec import themes
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.spec.texts import judge_texts, parts, written
from factsheet.text.styles import Styles

if TYPE_CHECKING:
    from factsheet.preflight.typography import Reading

if TYPE_CHECKING:
    from factsheet.layout.room import Share

ENGINE = Engine()
"""The engine of this process."""

DATE = "2000-01-01"
"""The date of a document that gives none, so that its bytes are the same tomorrow."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one spec."""

    spec: Path
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    pages: int = 0
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)


def check(spec: Path, engine: Engine = ENGINE) -> Outcome:
    """Everything but writing."""
    return _timed(lambda: _run(spec, (), Path(), engine))


@dataclass(frozen=True, slots=True)
class Fitted:
    """The room in one factsheet.

    Attributes:
        outcome: What became of the spec.
        shares: What each block takes, and may still take.
        scale: The size of the type in shares of the usual.
        spare: The lines that the main story could still grow by at the tightest setting of the theme.
    """

    outcome: Outcome
    shares: "tuple[Share, ...]" = ()
    scale: float = 1.0
    spare: int = 0


def fit(spec: Path, engine: Engine = ENGINE) -> Fitted:
    """The room that each block of ``spec`` takes and has left; nothing is written."""
    from factsheet.layout.room import free_lines, shares  # noqa: PLC0415 - only what a command needs is imported

    findings: list[Finding] = []
    try:
        laid = _laid(spec, engine, findings)
    except FactsheetError as problem:
        return Fitted(Outcome(spec, findings=(*findings, *problem.findings)))
    draft, document, sketch = laid.draft, laid.document, laid.sketch
    theme = draft.theme
    tightest = len(theme.fit) - 1
    story = sketch(theme.fit[tightest], False)
    tight = Draft(replace(story, contract=max(story.contract, draft.pages)), theme, tightest)
    found = tuple(shares(draft, document, list(parts(laid.sheet))))
    scale = theme.fit[draft.step].scale / theme.fit[theme.usual].scale
    outcome = Outcome(spec, (), (), tuple(findings), len(document.pages))
    return Fitted(outcome, found, scale, free_lines(tight)["main"])


@dataclass(frozen=True, slots=True)
class Typeset:
    """How well one factsheet is set: the figures of the document, and the worst line of every paragraph."""

    outcome: Outcome
    figures: tuple["Reading", ...] = ()
    worst: tuple["Reading", ...] = ()


def typography(spec: Path, engine: Engine = ENGINE) -> Typeset:
    """Everything but writing, and the figures of typography, read from the laid-out pages."""
    from factsheet.preflight.typography import judge_typography, readings, worst_lines  # noqa: PLC0415 - rarely asked

    start = time.perf_counter()
    findings: list[Finding] = []
    try:
        document = _document(spec, engine, findings)
    except FactsheetError as problem:
        return Typeset(Outcome(spec, findings=(*findings, *problem.findings)))
    figures = readings(document)
    findings += judge_typography(figures)
    outcome = Outcome(spec, (), (), tuple(findings), len(document.pages), time.perf_counter() - start)
    return Typeset(outcome, tuple(figures), tuple(worst_lines(document)))


def build(spec: Path, editions: tuple[str, ...], out: Path, engine: Engine = ENGINE) -> Outcome:
    """Write ``spec`` in the ``editions`` named into the folder ``out``; what can't be written is removed there."""
    return _timed(lambda: _run(spec, tuple(EDITIONS[name] for name in editions), out, engine))


def _run(spec: Path, editions: tuple[Edition, ...], out: Path, engine: Engine) -> Outcome:
    findings: list[Finding] = []
    removed: tuple[Path, ...] = ()
    try:
        document = _document(spec, engine, findings)
        sound = not any(finding.severity == "error" for finding in findings)
        name = f"{spec.stem}.{document.language}"
        files = {out / f"{name}.{e.name}.pdf": paint(document, e, engine) for e in editions} if sound else {}
    except FactsheetError as problem:
        findings += problem.findings
    else:
        if sound:
            try:
                _write(files)
                removed = _remove_stale(spec.stem, out, editions, keep=tuple(files))
            except OSError as problem:
                findings.append(_unwritable(problem, out))
            else:
                return Outcome(spec, tuple(files), removed, tuple(findings), len(document.pages))
    if editions:
        with suppress(OSError):
            removed = _remove_stale(spec.stem, out, editions, keep=())
    return Outcome(spec, (), removed, tuple(findings))


def _unwritable(problem: OSError, out: Path) -> Finding:
    place = problem.filename2 or problem.filename or out
    reason = problem.strerror or str(problem)
    hint = "look whether the folder may be written to, and whether the file is open in another program"
    return Finding("write", f"{place} cannot be written: {reason}", where=Where(str(out)), hint=hint)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A spec on pages, and what they were made of."""

    sheet: Factsheet
    sketch: Sketch
    draft: Draft
    document: Document


def _document(spec: Path, engine: Engine, findings: list[Finding]) -> Document:
    """The spec read, validated, composed, laid out and judged; findings are added to ``findings``.

    Raises:
        FactsheetError: something is wrong that the author can mend.
    """
    laid = _laid(spec, engine, findings)
    findings += judge_pages(laid.document, written(laid.sheet))
    findings += judge_pictures(laid.document)
    return laid.document


def _laid(spec: Path, engine: Engine, findings: list[Finding]) -> _Laid:
    """The spec laid out, as ``_document`` does it, before it is judged."""
    sheet, found = validate(read(spec))
    findings += found
    if sheet is None:
        raise FactsheetError([])
    theme, found = _theme(sheet.theme, spec.parent, engine)
    findings += found
    if theme is None:
        raise FactsheetError([])
    tongue = language(sheet.language)
    styles = Styles(theme, tongue.tag, engine, theme.fit[theme.usual])
    findings += judge_texts(sheet, styles, tongue)
    if any(finding.severity == "error" for finding in findings):
        raise FactsheetError([])
    date, note = _date(sheet)
    findings += note
    sketch = _sketch(sheet, styles, tongue)
    draft = choose(sketch, theme)
    document, found = finished(draft)
    findings += found
    return _Laid(sheet, sketch, draft, replace(document, date=date))


def _theme(name: str, beside: Path, engine: Engine) -> tuple[Theme | None, list[Finding]]:
    """The theme ``name``, read again only where its file has changed; and what is wrong with it."""
    path = themes.find(name, beside)
    assert path is not None
    state = path.stat()
    return engine.once(("theme", path, state.st_mtime_ns, state.st_size), lambda: themes.load(path))


def _sketch(sheet: Factsheet, styles: Styles, tongue: Language) -> Sketch:
    roots = Roots(Tag(""), Tag(""), Tag("Sect"), Tag(""))

    def sketch(step: Step, rough: bool) -> Story:
        return compose(sheet, styles.at(step, rough=rough), tongue, roots)

    return sketch


def _date(sheet: Factsheet) -> tuple[str, list[Finding]]:
    """The document's date: the spec's, the environment's, or a fixed one with a note."""
    if sheet.date is not None:
        return sheet.date.isoformat(), []
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch("[0-9]{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat(), []
    note = Finding(
        "date", f"no date: is given, so the document is dated {DATE}", "note", sheet.title.where, "add date: 2026-01-31"
    )
    return DATE, [note]


def _write(files: Mapping[Path, bytes]) -> None:
    """All ``files``, whole or not at all: each is written beside its place first, then they are renamed."""
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(data)
        for path in files:
            beside[path].replace(path)
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _remove_stale(name: str, out: Path, editions: tuple[Edition, ...], *, keep: tuple[Path, ...]) -> tuple[Path, ...]:
    """Files of ``name`` in ``editions``, of any language and state, that were not written just now."""
    if not out.is_dir():
        return ()
    stale = []
    for edition in editions:
        for path in sorted(out.glob(f"{_literal(name)}.*.{edition.name}*.pdf")):
            rest = path.name[len(name) + 1 :].split(".")
            if path not in keep and rest[1] == edition.name:
                path.unlink()
                stale.append(path)
    return tuple(stale)


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _timed(work: Callable[[], Outcome]) -> Outcome:
    start = time.perf_counter()
    with _no_collection():
        outcome = work()
    return replace(outcome, seconds=time.perf_counter() - start)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for cycles while one document is made: it finds next to none and costs a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

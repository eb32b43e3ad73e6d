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

from factsheet.blocks.base import LANGUAGE
from factsheet.compose import compose
from factsheet.design.inks import PROCESS, for_press
from factsheet.design.press import HOUSE, Press, Standard, condition
from factsheet.design.theme import Step, Theme
from factsheet.document import Document, Picture, Tag, plates, recoloured, tags_of
from factsheet.edition import EDITIONS, PRESS, PREVIEW, PRINT, TEXT, WEB, Edition
from factsheet.engine import Engine
from factsheet.findings import CatalogueError, FactsheetError, Finding, Where
from factsheet.i18n import catalogue
from factsheet.i18n.language import LABELS, Language, language
from factsheet.i18n.localise import Translation, localise, remarks
from factsheet.i18n.merge import merge
from factsheet.i18n.messages import Message, messages
from factsheet.i18n.scripts import unsupported
from factsheet.layout.draft import Draft
from factsheet.layout.flow import Sketch, choose, finished
from factsheet.layout.story import Roots, Story
from factsheet.layout.tinted import tinted
from factsheet.paint.painter import paint, printed
from factsheet.preflight.coverage import Heaviest, judge_coverage
from factsheet.preflight.pages import judge_pages
from factsheet.preflight.pictures import judge_pictures
from factsheet.preflight.places import origin
from factsheet.source import read
from factsheet.spec import themes
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.spec.texts import anchors, asides, judge_texts, parts, passages
from factsheet.spec.texts import written as said
from factsheet.text.markup import labels
from factsheet.text.styles import Styles
from factsheet.units import mm, to_mm

if TYPE_CHECKING:
    from factsheet.layout.room import Share
    from factsheet.preflight.hits import Report
    from factsheet.preflight.house import Limits
    from factsheet.preflight.separations import Separations
    from factsheet.preflight.spec_rules import Told
    from factsheet.preflight.typography import Reading

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
    """Everything but writing, in every language."""
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
        document = _judged(spec, engine, findings).document
    except FactsheetError as problem:
        return Typeset(Outcome(spec, findings=(*findings, *problem.findings)))
    figures = readings(document)
    findings += judge_typography(figures)
    outcome = Outcome(spec, (), (), tuple(findings), len(document.pages), time.perf_counter() - start)
    return Typeset(outcome, tuple(figures), tuple(worst_lines(document)))


def build(
    spec: Path,
    editions: tuple[str, ...],
    out: Path,
    engine: Engine = ENGINE,
    *,
    standards: tuple[Standard, ...] = (),
    judge: bool = False,
    languages: tuple[str, ...] = (),
    final: bool = False,
) -> Outcome:
    """Write ``spec`` in the ``editions`` named into the folder ``out``; what can't be written is removed there.

    Print editions follow ``standards``, or what the theme says. With ``judge`` their bytes are judged: a file that
    fails is called ``….REJECTED.pdf``, and reports stand beside it. Without ``languages``, the spec's own is written
    and each that has a PO file; what is not wholly translated is called ``….DRAFT.pdf``, and with ``final`` refused.
    """
    return _timed(lambda: _run(spec, editions, out, engine, standards, judge=judge, languages=languages, final=final))


def press(spec: Path, standard: Standard | None = None, engine: Engine = ENGINE, language: str = "") -> "Printed":
    """The print edition of ``spec``, and a preview of it. Nothing is written, and the file is not judged.

    It is in ``language``, or in that of the spec.

    Raises:
        FactsheetError: something is wrong that the author can mend.
    """
    findings: list[Finding] = []
    try:
        laid = _judged(spec, engine, findings, language)
    except FactsheetError as problem:
        raise FactsheetError([*findings, *problem.findings]) from None
    if laid.document.state:
        findings.append(_unfinished(spec, laid))
    if any(finding.severity == "error" for finding in findings):
        raise FactsheetError(findings)
    edition = PRESS[standard or laid.press.standard]
    data = paint(laid.document, edition, engine, laid.press)
    preview = paint(laid.document, PREVIEW, engine, laid.press)
    return Printed(laid.sheet, laid.document, laid.press, edition, data, preview, tuple(findings))


@dataclass(frozen=True, slots=True)
class Made:
    """The pages of a spec, how they are prepared for the press, and what their screen edition must say."""

    document: Document
    press: Press
    told: "Told"


def pages_and_press(spec: Path, engine: Engine = ENGINE, language: str = "") -> Made:
    """The pages of ``spec``, in ``language`` or its own, to look up in them what stands where.

    Raises:
        FactsheetError: something is wrong that the author can mend.
    """
    findings: list[Finding] = []
    try:
        laid = _laid(spec, engine, findings, language)
    except FactsheetError as problem:
        raise FactsheetError([*findings, *problem.findings]) from None
    return Made(laid.document, laid.press, _told(laid))


def _told(laid: "_Laid") -> "Told":
    """What the spec says that its screen edition must say."""
    from factsheet.preflight.spec_rules import Passage, Told  # noqa: PLC0415 - the judge is not needed to make a file

    regions = [region for page in laid.document.pages for region in page.regions]
    tags = {tag for region in regions for tag in tags_of(region.frame)}
    first = laid.draft.theme.sidebar.read == "first"
    return Told(
        laid.document.language,
        tuple(Passage(*one) for one in passages(laid.sheet, facts_first=first)),
        tuple(Passage(*one) for one in asides(laid.sheet)),
        {tag.alt: tag.where for tag in tags if tag.role == "Figure"},
        frozenset(tag.href for tag in tags if tag.href),
    )


@dataclass(frozen=True, slots=True)
class Printed:
    """A print edition in memory.

    Attributes:
        sheet: The spec.
        document: Its pages.
        press: How it was prepared.
        edition: Which print edition it is.
        data: The file.
        preview: The same pages, to be looked at.
        findings: Everything that was found.
    """

    sheet: Factsheet
    document: Document
    press: Press
    edition: Edition
    data: bytes
    preview: bytes
    findings: tuple[Finding, ...]


def _run(
    spec: Path,
    names: tuple[str, ...],
    out: Path,
    engine: Engine,
    standards: tuple[Standard, ...] = (),
    *,
    judge: bool = False,
    languages: tuple[str, ...] = (),
    final: bool = False,
) -> Outcome:
    findings: list[Finding] = []
    made: dict[Path, bytes] = {}
    pages = 0
    for wanted in languages or ("", *catalogue.beside(spec)):
        found: list[Finding] = []
        try:
            laid = _judged(spec, engine, found, wanted)
            if final and laid.document.state:
                found.append(_unfinished(spec, laid))
            if not any(finding.severity == "error" for finding in found):
                editions = _editions(names, standards or (laid.press.standard,))
                files = _painted(spec.stem, laid, editions, engine, found, judge=judge)
                files |= _read(spec.stem, laid, names, engine)
                made |= {out / name: data for name, data in files.items()}
                pages = pages or len(laid.document.pages)
        except FactsheetError as problem:
            found += problem.findings
        findings += [finding for finding in found if finding not in findings]
    removed: tuple[Path, ...] = ()
    try:
        _write(made)
        removed = _remove_stale(spec.stem, out, names, languages, keep=tuple(made))
    except OSError as problem:
        findings.append(_unwritable(problem, out))
        with suppress(OSError):
            removed = _remove_stale(spec.stem, out, names, languages, keep=())
        return Outcome(spec, (), removed, tuple(findings))
    return Outcome(spec, tuple(made), removed, tuple(findings), pages)


def _unfinished(spec: Path, laid: "_Laid") -> Finding:
    """That a translation is a draft, where drafts are refused."""
    language = laid.document.language
    message = f"the translation into {language} is not finished, so this is a draft: it cannot be printed"
    hint = f"“factsheet translate {spec} --status” says what is left to do"
    where = Where(str(catalogue.file_of(spec, language)))
    return Finding("draft", message, where=where, hint=hint)


def written(spec: Path, files: Mapping[Path, bytes], findings: list[Finding], pages: int) -> Outcome:
    """What became of ``spec`` when ``files`` were written, all or none."""
    try:
        _write(files)
    except OSError as problem:
        place = next(iter(files)).parent
        return Outcome(spec, findings=(*findings, _unwritable(problem, place)))
    return Outcome(spec, tuple(files), (), tuple(findings), pages)


def _editions(names: tuple[str, ...], standards: tuple[Standard, ...]) -> list[Edition]:
    """The editions of pages called ``names``; the print edition once for each of ``standards``."""
    found: list[Edition] = []
    for name in names:
        if name in (WEB, TEXT):
            continue
        found += [PRESS[standard] for standard in standards] if name == PRINT.name else [EDITIONS[name]]
    return found


def _painted(
    stem: str, laid: "_Laid", editions: list[Edition], engine: Engine, findings: list[Finding], *, judge: bool
) -> dict[str, bytes]:
    """The files of ``editions`` by their names, with the reports on those that were judged."""
    files: dict[str, bytes] = {}
    draft = f".{laid.document.state}" if laid.document.state else ""
    for edition in editions:
        remarks = tuple(findings) if edition.proof else ()
        data = paint(laid.document, edition, engine, laid.press, remarks)
        base = f"{stem}.{laid.document.language}.{edition.name}"
        if not (judge and (edition.standard or edition.interactive)):
            files[f"{base}{draft}.pdf"] = data
            continue
        report = (_report if edition.standard else _screened)(f"{base}{draft}.pdf", data, laid, engine)
        state = draft if report.passed else ".REJECTED"
        files[f"{base}{state}.pdf"] = data
        findings += laid.about(rejections(f"{base}{state}.pdf", report, laid.document))
        if edition.standard:
            files |= {f"{base}.preflight.{kind}": said for kind, said in reports(report, data).items()}
    return files


def _read(stem: str, laid: "_Laid", names: tuple[str, ...], engine: Engine) -> dict[str, bytes]:
    """The files of the editions without pages among ``names``, by their names."""
    base = f"{stem}.{laid.document.language}"
    draft = f".{laid.document.state}" if laid.document.state else ""
    files: dict[str, bytes] = {}
    if WEB in names:
        from factsheet.paint import card  # noqa: PLC0415 - only what an edition needs is imported
        from factsheet.paint.web import Shown, web  # noqa: PLC0415

        document, theme = laid.document, laid.draft.theme
        shown = Shown(f"{base}.{WEB}{draft}.png", card.alt(document), card.WIDTH, card.HEIGHT)
        files[f"{base}.{WEB}{draft}.html"] = web(document, theme, engine, shown, laid.press.condition)
        files[shown.name] = card.card(document, theme, engine)
    if TEXT in names:
        from factsheet.paint.prose import prose  # noqa: PLC0415

        files[f"{base}.{TEXT}{draft}.md"] = prose(laid.document).encode()
    return files


def _report(name: str, data: bytes, laid: "_Laid", engine: Engine) -> "Report":
    """What preflight says of the file ``data``, which is judged as a stranger's."""
    from factsheet.preflight.coverage import most  # noqa: PLC0415 - the judge is not needed to make a file
    from factsheet.preflight.hits import InkFacts  # noqa: PLC0415
    from factsheet.preflight.judge import judge_file  # noqa: PLC0415

    report = judge_file(data, name, limits=limits_of(laid.press, laid.document))
    report = replace(report, draft=bool(laid.document.state))
    load = most(laid.document, _heaviest(laid.press, engine))
    if load is None:
        return report
    source, limit = "flat areas and the pixels of pictures", laid.press.ink_limit
    ink = InkFacts(load.ink, load.page, load.place, 0.0, 0, load.place, (), source, limit)
    unmeasured = (*report.unmeasured, "the ink was not measured on the plates; “factsheet preflight” does that")
    return replace(report, inventory=replace(report.inventory, ink=ink), unmeasured=unmeasured)


def _screened(name: str, data: bytes, laid: "_Laid", _: Engine) -> "Report":
    """What preflight says of the screen edition ``data``, compared with its spec."""
    from factsheet.preflight.judge import judge_file  # noqa: PLC0415

    return judge_file(data, name, ("ua1", "a2a"), told=_told(laid))


def limits_of(press: Press, document: Document) -> "Limits":
    """What preflight measures the print files of ``document`` against: the theme's spot colours are wanted."""
    from factsheet.preflight.house import Limits  # noqa: PLC0415

    spots = frozenset(plates(document)) - {*PROCESS}
    return Limits(ink_limit=press.ink_limit, bleed_mm=to_mm(press.bleed), spots=spots, source="the theme")


def reports(report: "Report", data: bytes, separations: "Separations | None" = None) -> dict[str, bytes]:
    """The preflight ``report`` on ``data`` in each form, by the ending of its file; with plates, if known."""
    import json  # noqa: PLC0415

    from factsheet.preflight.html import as_html  # noqa: PLC0415
    from factsheet.preflight.report import as_data, as_text  # noqa: PLC0415

    return {
        "txt": as_text(report).encode(),
        "json": (json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n").encode(),
        "html": as_html(report, data, separations).encode(),
    }


def rejections(name: str, report: "Report", document: Document) -> list[Finding]:
    """What preflight found in the file called ``name``, at the lines of the spec that it comes from."""
    return [
        Finding(
            f"preflight-{hit.rule}",
            f"{name}{f', page {hit.page}' if hit.page else ''}: {hit.message}",
            hit.level,
            hit.where if hit.where.line else origin(document, hit.page, hit.place),
            hit.hint,
        )
        for hit in report.hits
        if (hit.rule, hit.level) not in _TOLD_ALREADY
    ]


_TOLD_ALREADY = {("H-01", "warning"), ("S-04", "warning")}
"""What is told already at its line: that little bleed is wanted, and that the words of a link say nothing."""


def _heaviest(press: Press, engine: Engine) -> Heaviest:
    """The most ink over a square millimetre of a picture as it is printed; measured once for its content."""

    def heaviest(item: Picture) -> tuple[float, float, float]:
        pixels = printed(item, PRINT, engine, press.condition)

        def measured() -> tuple[float, float, float]:
            from factsheet.design.pictures import heaviest  # noqa: PLC0415 - most factsheets have no picture

            return heaviest(pixels, pixels.width / to_mm(item.width), pixels.height / to_mm(item.height))

        key = ("ink", item.bitmap.digest, item.crop, item.width, item.height, press.condition.digest)
        return engine.once(key, measured)

    return heaviest


def _unwritable(problem: OSError, out: Path) -> Finding:
    place = problem.filename2 or problem.filename or out
    reason = problem.strerror or str(problem)
    hint = "look whether the folder may be written to, and whether the file is open in another program"
    return Finding("write", f"{place} cannot be written: {reason}", where=Where(str(out)), hint=hint)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A spec on pages, what they were made of, and how they are prepared for the press."""

    sheet: Factsheet
    sketch: Sketch
    draft: Draft
    document: Document
    press: Press
    translation: Translation | None = None

    def about(self, findings: list[Finding]) -> list[Finding]:
        """``findings`` at the lines that can be mended: those of the translation, if it is one."""
        return findings if self.translation is None else self.translation.relocated(findings)


def _judged(spec: Path, engine: Engine, findings: list[Finding], wanted: str = "") -> _Laid:
    """The spec read, validated, composed, laid out and judged, in the language that is ``wanted`` or its own.

    Findings are added to ``findings``.

    Raises:
        FactsheetError: something is wrong that the author can mend.
    """
    laid = _laid(spec, engine, findings, wanted)
    found = judge_pages(laid.document, said(laid.sheet))
    found += judge_pictures(laid.document)
    found += judge_coverage(laid.document, laid.press.ink_limit, _heaviest(laid.press, engine))
    findings += laid.about(found)
    return laid


def _laid(spec: Path, engine: Engine, findings: list[Finding], wanted: str = "") -> _Laid:
    """The spec laid out, as ``_judged`` does it, before it is judged."""
    sheet, theme = _sheet_and_theme(spec, engine, findings)
    translation = None if wanted in ("", sheet.language) else _translation(spec, sheet, wanted)
    date, note = _date(sheet)
    if translation is None:
        laid = _set(spec, sheet, theme, date, engine, findings, None)
        findings += note
        return laid
    found = remarks(translation, labels)
    try:
        if _any_error(found):
            raise FactsheetError([])
        localised = _in_language(sheet, translation, theme, engine)
        laid = _set(spec, localised, theme, date, engine, found, translation)
    except FactsheetError as problem:
        found += problem.findings
        raise FactsheetError([]) from None
    finally:
        findings += translation.relocated(found)
    findings += note
    return laid


def _sheet_and_theme(spec: Path, engine: Engine, findings: list[Finding]) -> tuple[Factsheet, Theme]:
    sheet, found = validate(read(spec))
    findings += found
    if sheet is None:
        raise FactsheetError([])
    theme, found = _theme(sheet.theme, spec.parent, engine)
    findings += found
    if theme is None:
        raise FactsheetError([])
    return sheet, theme


def _any_error(findings: list[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _translation(spec: Path, sheet: Factsheet, wanted: str) -> Translation:
    """What there is of ``sheet`` in the language that is ``wanted``.

    Raises:
        CatalogueError: there is nothing, or its file is wrong.
    """
    path = catalogue.file_of(spec, wanted)
    if not path.is_file():
        message = f"there is no translation into {wanted}"
        hint = f"“factsheet translate {spec} --lang {wanted}” makes it"
        raise CatalogueError([Finding("file", message, where=Where(str(path)), hint=hint)])
    if not LANGUAGE.fullmatch(wanted):
        message = f"“{wanted}” in the name of this file is not a language"
        raise CatalogueError([Finding("file", message, where=Where(str(path)), hint="call it NAME.mn.po, NAME.fr.po")])
    return Translation(wanted, sheet.language, tuple(merge(tuple(messages(sheet)), catalogue.read(path, wanted))))


def _in_language(sheet: Factsheet, translation: Translation, theme: Theme, engine: Engine) -> Factsheet:
    """``sheet`` translated, bound to the pages of the source where they can be kept."""
    localised = localise(sheet, translation).model_copy(update={"language": translation.language})
    if sheet.pages is not None:
        return localised
    kept = _draft(sheet, theme, engine).pages
    bound = localised.model_copy(update={"pages": kept})
    return bound if _draft(bound, theme, engine).pages == kept else localised


def _draft(sheet: Factsheet, theme: Theme, engine: Engine) -> Draft:
    """``sheet`` on its pages, unjudged."""
    tongue = language(sheet.language)
    return choose(_sketch(sheet, Styles(theme, tongue.tag, engine, theme.fit[theme.usual]), tongue), theme)


def _set(
    spec: Path,
    sheet: Factsheet,
    theme: Theme,
    date: str,
    engine: Engine,
    findings: list[Finding],
    translation: Translation | None,
) -> _Laid:
    """``sheet`` on its pages."""
    if name := unsupported(sheet.language):
        where = (
            sheet.where_of("language") if translation is None else Where(str(catalogue.file_of(spec, sheet.language)))
        )
        raise FactsheetError([_no_script(sheet.language, name, where)])
    tongue = language(sheet.language)
    styles = Styles(theme, tongue.tag, engine, theme.fit[theme.usual])
    found = judge_texts(sheet, styles, tongue)
    findings += found
    if _any_error(findings):
        raise FactsheetError([])
    sketch = _sketch(sheet, styles, tongue)
    draft = choose(sketch, theme)
    document, found = finished(draft)
    findings += found
    version = str(sheet.version or "")
    subject = " ".join(str(sheet.subtitle or "").split())
    document = replace(document, date=date, name=spec.stem, version=version, subject=subject, anchors=anchors(sheet))
    if translation is not None:
        document = tinted(document, translation.untranslated, translation.source)
        document = replace(document, state="DRAFT" if translation.draft else "")
    if theme.profile:
        document = recoloured(document, for_press(Path(theme.profile)))
    return _Laid(sheet, sketch, draft, document, _press(theme, engine), translation)


def _no_script(tag: str, name: str, where: Where) -> Finding:
    message = f"“{tag}” is written in {name}, which is not supported yet"
    hint = "factsheets can be set in languages written in Latin, Cyrillic and Greek letters"
    return Finding("script", message, where=where, hint=hint)


@dataclass(frozen=True, slots=True)
class Texts:
    """What there is to translate in a spec.

    Attributes:
        sheet: The spec.
        messages: Its texts.
        rooms: What each takes and may still take, by its path.
        breadth: How wide a character of a language is, in shares of one of the spec's language.
    """

    sheet: Factsheet
    messages: tuple[Message, ...]
    rooms: Mapping[str, "Share"]
    breadth: Callable[[str], float]


def texts(spec: Path, engine: Engine = ENGINE) -> Texts:
    """The texts of ``spec`` and the room that they have at the tightest setting of its theme.

    Raises:
        FactsheetError: something is wrong with the spec.
    """
    from factsheet.layout.room import Part, shares  # noqa: PLC0415 - only what a command needs is imported

    findings: list[Finding] = []
    try:
        laid = _laid(spec, engine, findings)
    except FactsheetError as problem:
        raise FactsheetError([*findings, *problem.findings]) from None
    theme, tightest = laid.draft.theme, len(laid.draft.theme.fit) - 1
    story = laid.sketch(theme.fit[tightest], False)
    tight = Draft(replace(story, contract=max(story.contract, laid.draft.pages)), theme, tightest)
    found = tuple(messages(laid.sheet))
    parts = [Part(one.path, one.where.line, frozenset([(one.where.line, one.where.column)])) for one in found]
    rooms = {share.part.name: share for share in shares(tight, tight.document(), parts)}

    def breadth(tag: str) -> float:
        tongues = language(tag), language(laid.sheet.language)
        widths = [_breadth(Styles(theme, one.tag, engine, theme.fit[theme.usual]), one) for one in tongues]
        return widths[0] / widths[1]

    return Texts(laid.sheet, found, rooms, breadth)


def _breadth(styles: Styles, tongue: Language) -> float:
    """The mean width of a character in ``tongue``, in 1/1000 em: of those in the fixed texts of a factsheet."""
    voice = styles.type("text").voices[0]
    words = [word for label in LABELS for word in tongue.label(label).split()]
    width = sum(run.width for word in words for part in voice.word(word) for run in part.runs)
    return width / sum(map(len, words))


def _press(theme: Theme, engine: Engine) -> Press:
    """How ``theme`` wants its documents prepared."""
    path = Path(theme.profile) if theme.profile else HOUSE
    state = path.stat()
    key = ("condition", path, state.st_mtime_ns, state.st_size, theme.condition)
    found = engine.once(key, lambda: condition(path, theme.condition))
    return Press(found, theme.standard, theme.ink_limit, mm(theme.bleed_mm), theme.marks, theme.folds)


def _theme(name: str, beside: Path, engine: Engine) -> tuple[Theme | None, list[Finding]]:
    """The theme ``name``, read again only where its file has changed; and what is wrong with it."""
    path = themes.find(name, beside)
    assert path is not None
    state = path.stat()
    return engine.once(("theme", path, state.st_mtime_ns, state.st_size), lambda: themes.load(path))


def _sketch(sheet: Factsheet, styles: Styles, tongue: Language) -> Sketch:
    roots = Roots(Tag(""), Tag(""), Tag("Sect", title=tongue.label("Key facts"), level=1), Tag(""))

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


def _remove_stale(
    name: str, out: Path, editions: tuple[str, ...], languages: tuple[str, ...], *, keep: tuple[Path, ...]
) -> tuple[Path, ...]:
    """Files of ``name`` in ``editions``, of any state and standard, that were not written just now.

    Those of other ``languages`` than were asked for stay; where none was asked for, all are meant.
    """
    if not out.is_dir():
        return ()
    stale = []
    for path in sorted(out.glob(f"{_literal(name)}.*")):
        rest = [part for part in path.name[len(name) + 1 :].split(".") if part not in ("DRAFT", "REJECTED")]
        kind = rest[-1] if rest[-1] == "pdf" else ".".join(rest[2:])
        ours = len(rest) > 2 and kind in _KINDS and rest[1].removesuffix("-x1a") in editions
        if ours and path not in keep and (not languages or rest[0] in languages):
            path.unlink()
            stale.append(path)
    return tuple(stale)


_KINDS = {"pdf", "html", "png", "md", "preflight.txt", "preflight.json", "preflight.html"}
"""How the names of what is written end."""


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

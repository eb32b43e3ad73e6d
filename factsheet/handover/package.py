"""One zip for the printing office.

Its files are called ``NAME.LANG.WHAT``, as in the folder ``output``::

NAME.LANG.print.pdf                  the press PDF (print-x1a: PDF/X-1a)
NAME.LANG.print-2up.pdf              the same pages imposed, where that is asked for (or print-booklet)
NAME.LANG.print.preflight.html …     the preflight reports, each as HTML, text and JSON
NAME.LANG.preview.pdf, …-1.png       to look at
NAME.LANG.job-ticket.txt, .json      what the printing office must know
NAME.LANG.fonts.txt                  the fonts in the press PDF
NAME.LANG.SHA256SUMS                 checksums of all of them
"""

import json
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from factsheet.build import ENGINE, Outcome, Printed, limits_of, press, rejections, reports, written
from factsheet.design.press import Folds, Standard
from factsheet.document import Page, plates
from factsheet.engine import Engine
from factsheet.findings import FactsheetError, Finding, Where, counted
from factsheet.handover.impose import Plan, Way, impose, plan
from factsheet.handover.ticket import Delivered, Ticket, as_data, as_text
from factsheet.paint.painter import paint
from factsheet.preflight.examine import examine
from factsheet.preflight.hits import Report
from factsheet.raster import RasterError, page_pngs
from factsheet.units import to_mm

MOST_COPIES = 10_000_000
_LONGEST_PAPER = 200
_PPI = 96.0


@dataclass(frozen=True, slots=True)
class Order:
    """What is ordered.

    Attributes:
        copies: How many.
        paper: On which paper, in words.
        impose: How pages are imposed in a second file, if at all.
        standard: The standard of the press PDF; None: what the theme says.
        language: The language that is meant; "" for that of the spec.
    """

    copies: int
    paper: str = ""
    impose: Way | None = None
    standard: Standard | None = None
    language: str = ""


def package(spec: Path, order: Order, out: Path, engine: Engine = ENGINE) -> Outcome:
    """Write the package of ``spec`` into the folder ``out``; nothing is written where anything is wrong."""
    start = time.perf_counter()
    outcome = _packed(spec, order, out, engine)
    return replace(outcome, seconds=time.perf_counter() - start)


def _packed(spec: Path, order: Order, out: Path, engine: Engine) -> Outcome:
    findings: list[Finding] = _wrong_order(order, spec)
    if findings:
        return Outcome(spec, findings=tuple(findings))
    try:
        printed = press(spec, order.standard, engine, order.language)
        findings += printed.findings
        files = _files(spec, order, printed, findings, engine)
    except FactsheetError as problem:
        return Outcome(spec, findings=(*findings, *problem.findings))
    if any(finding.severity == "error" for finding in findings):
        return Outcome(spec, findings=tuple(findings))
    name = f"{spec.stem}.{printed.document.language}.handover.zip"
    return written(spec, {out / name: zipped(files, printed.document.date)}, findings, len(printed.document.pages))


def _wrong_order(order: Order, spec: Path) -> list[Finding]:
    """What is wrong with what was ordered."""
    found: list[Finding] = []
    where = Where(str(spec))
    if not 1 <= order.copies <= MOST_COPIES:
        message = f"{order.copies:,} copies cannot be ordered"
        found.append(Finding("copies", message, where=where, hint=f"write a number from 1 to {MOST_COPIES:,}"))
    if len(order.paper) > _LONGEST_PAPER or not order.paper.isprintable():
        message = "the paper is not said in one short line"
        found.append(Finding("paper", message, where=where, hint='write it as in --paper "135 g/m² coated"'))
    return found


def _files(spec: Path, order: Order, printed: Printed, findings: list[Finding], engine: Engine) -> dict[str, bytes]:
    """Everything in the package, by its name."""
    document = printed.document
    base = f"{spec.stem}.{document.language}"
    files: dict[str, bytes] = {}
    report = _pressed(f"{base}.{printed.edition.name}", printed.data, printed, files, findings)
    sheets = plan(printed.data, order.impose) if order.impose else None
    blank = -len(document.pages) % 4 if order.impose == "booklet" else 0
    if blank:
        message = f"a booklet has a multiple of four pages: {counted(blank, 'empty page')} {_WERE[blank > 1]} added"
        hint = f"make it {len(document.pages) + blank} pages, or leave --impose booklet out"
        findings.append(Finding("impose", message, "warning", Where(str(spec)), hint))
    if order.impose is not None and sheets is not None:
        imposed = impose(printed.data, order.impose, _around(printed, order.impose, sheets, engine))
        _pressed(f"{base}.{printed.edition.name}-{order.impose}", imposed, printed, files, findings)
    files[f"{base}.preview.pdf"] = printed.preview
    for number, png in enumerate(_previews(printed.data, spec), 1):
        files[f"{base}.preview-{number}.png"] = png
    files[f"{base}.fonts.txt"] = _fonts(report).encode()
    ticket = _ticket(base, order, printed, report, files, sheets)
    files[f"{base}.job-ticket.txt"] = as_text(ticket).encode()
    files[f"{base}.job-ticket.json"] = (json.dumps(as_data(ticket), ensure_ascii=False, indent=2) + "\n").encode()
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    files[f"{base}.SHA256SUMS"] = sums.encode()
    return files


_WERE = {False: "was", True: "were"}


def _told(sheets: Plan) -> str:
    """The sheets of an imposition for people."""
    size = f"{to_mm(sheets.width):.1f} × {to_mm(sheets.height):.1f} mm when trimmed"
    told = f"{counted(sheets.sides, 'side')} of {size}, with {round(to_mm(sheets.bleed), 1):g} mm of bleed"
    if sheets.fold is not None:
        return f"{told}\nfolded {to_mm(sheets.fold):.1f} mm from the left"
    return f"{told}\ncut {' and '.join(f'{to_mm(at):.1f}' for at in sheets.cuts)} mm from the left"


def _previews(data: bytes, spec: Path) -> list[bytes]:
    """The pages of the press PDF as pictures to look at."""
    try:
        return page_pngs(data, _PPI, "trim")
    except RasterError as problem:
        message = f"the pictures of the pages could not be made: {problem}"
        hint = "try again; if that does not help, free some memory"
        raise FactsheetError([Finding("preview", message, where=Where(str(spec)), hint=hint)]) from None


def _around(printed: Printed, way: Way, sheets: Plan, engine: Engine) -> bytes:
    """What stands around the sheets: all marks but crop marks, with the plates of the job in bar and slug."""
    job = printed.document
    empty = replace(
        job, width=sheets.width, height=sheets.height, pages=(Page(()),) * sheets.sides, name=f"{job.name} {way}"
    )
    marks = tuple(mark for mark in printed.press.marks if mark not in ("crop", "fold"))
    folds = Folds(from_left=sheets.cuts)
    if sheets.fold is not None:
        marks, folds = (*marks, "fold"), Folds(from_left=(sheets.fold,))
    prepared = replace(printed.press, marks=marks, folds=folds)
    return paint(empty, printed.edition, engine, prepared, job=job)


def _pressed(name: str, data: bytes, printed: Printed, files: dict[str, bytes], findings: list[Finding]) -> Report:
    """A print file with the reports on it; what preflight finds is added to ``findings``."""
    limits = limits_of(printed.press, printed.document)
    report, separations = examine(data, f"{name}.pdf", None, limits)
    files[f"{name}.pdf"] = data
    files |= {f"{name}.preflight.{kind}": said for kind, said in reports(report, data, separations).items()}
    findings += rejections(f"{name}.pdf", report, printed.document)
    return report


def _fonts(report: Report) -> str:
    """The fonts in the press PDF, a line each."""
    rows = []
    for font in report.inventory.fonts:
        how = [font.kind, "embedded" if font.embedded else "not embedded", *(["subset"] if font.subset else [])]
        rows.append(f"{font.name}  {', '.join(how)}")
    return "\n".join(sorted(rows)) + "\n"


def _ticket(
    base: str, order: Order, printed: Printed, report: Report, files: Mapping[str, bytes], sheets: Plan | None
) -> Ticket:
    document, prepared = printed.document, printed.press
    intent, ink = report.inventory.intent, report.inventory.ink
    warnings = report.count("warning")
    passed = "passed" + (f", with {warnings} warnings" if warnings > 1 else ", with 1 warning" if warnings else "")
    ways = {"2up": "two copies of each page on a sheet", "booklet": "spreads of a stapled booklet"}
    return Ticket(
        job=base,
        title=document.title,
        language=document.language,
        date=document.date,
        version=document.version,
        standard=printed.edition.standard,
        width_mm=round(to_mm(document.width), 2),
        height_mm=round(to_mm(document.height), 2),
        pages=len(document.pages),
        copies=order.copies,
        paper=order.paper,
        plates=plates(document),
        bleed_mm=round(to_mm(prepared.bleed), 2),
        ink_limit=prepared.ink_limit,
        ink_most=round(ink.most, 1) if ink is not None else 0.0,
        condition=prepared.condition.identifier,
        profile=intent.profile if intent is not None else "",
        marks=tuple(prepared.marks),
        imposed=f"{ways[order.impose]}\n{_told(sheets)}" if order.impose and sheets else "",
        leaves=sheets.sides // 2 if sheets and order.impose == "booklet" else 0,
        contact=tuple(_contact(printed)),
        preflight=passed,
        files=tuple(Delivered(name, len(data), sha256(data).hexdigest()) for name, data in sorted(files.items())),
    )


def _contact(printed: Printed) -> list[str]:
    """Whom to ask: the contact in the factsheet, or its author and address."""
    for block in (*printed.sheet.sidebar, *printed.sheet.main):
        found: Any = getattr(block, "contact", None)
        if found is not None:
            said = [getattr(found, key, None) for key in ("text", "address", "phone", "email", "url")]
            return [line for value in said if value for line in str(value).splitlines() if line.strip()]
    footer = printed.sheet.footer
    return [line for line in (str(printed.sheet.author or ""), (footer and footer.url) or "") if line]


def zipped(files: Mapping[str, bytes], date: str) -> bytes:
    """``files`` in a zip, sorted by name and dated ``date``, so that the same files give the same bytes."""
    year, month, day = (int(part) for part in date.split("-"))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, (max(year, 1980), month, day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name.endswith((".pdf", ".png")) else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()

"""The preflight report as text, and as data for JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from factsheet import __version__
from factsheet.findings import Where, counted
from factsheet.preflight import wording
from factsheet.preflight.hits import STANDARDS, Hit, InkFacts, IntentFacts, Inventory, PageFacts, Report
from factsheet.preflight.house import Limits
from factsheet.units import Rect, to_mm

FORMAT = 1
"""The version of the data's shape: a number more where a reader would have to change."""

_LONGEST_ROW = 2000
"""The most characters of one row of what is in the file."""


def as_text(report: Report) -> str:
    """The report for a terminal or an e-mail: the verdict, what is wrong page by page, and what is in the file."""
    parts = [
        _head(report),
        _unmeasured(report),
        *(_page(page, hits) for page, hits in wording.by_page(report.hits)),
        _inventory(report),
        _foot(report),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def as_data(report: Report) -> dict[str, object]:
    """The whole report as plain data. Lengths in millimetres; places from the top left corner of the trimmed page."""
    return {
        "format": FORMAT,
        "program": f"factsheet {__version__}",
        "file": _clean(report.file),
        "size": report.size,
        "sha256": report.digest,
        "verdict": wording.verdict(report),
        "passed": report.passed,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "claims": [_clean(claim) for claim in report.claims],
        "standards": [
            {"name": name, "title": STANDARDS[name], "passed": not errors, "errors": errors, "warnings": warnings}
            for name, (errors, warnings) in wording.tally(report).items()
        ],
        "limits": _limits(report.limits) if "gwg" in report.standards else None,
        "hits": [_hit_data(hit, report) for hit in report.hits],
        "inventory": _inventory_data(report.inventory),
        "unmeasured": [_clean(sentence) for sentence in report.unmeasured],
        "checked": list(report.checked),
    }


def _limits(limits: Limits) -> dict[str, object]:
    """What the file was measured against."""
    return {**_plain(asdict(limits)), "spots": _plain(sorted(limits.spots))}


def _head(report: Report) -> Iterator[str]:
    yield f"{wording.verdict(report).upper()}: {wording.safe(report.file)}"
    total = wording.counts(report.count("error"), report.count("warning"))
    pages = counted(len(report.inventory.pages), "page")
    yield f"{total} on {pages}; {counted(len(report.checked), 'rule')} checked"
    yield ""
    width = max((len(STANDARDS[standard]) for standard in report.standards), default=0)
    for standard, (errors, warnings) in wording.tally(report).items():
        light = "FAIL" if errors else "pass"
        yield f"  {light}  {STANDARDS[standard]:{width}}  {wording.counts(errors, warnings)}"
    claims = ", ".join(map(wording.safe, report.claims))
    yield f"  The file claims: {claims or ('no standard' if report.inventory.pages else 'not known')}"
    if not report.for_press and report.inventory.pages:
        yield "  Judged for screens and archives; “--profile x4,gwg” judges it for printing"
    if limits := wording.limits(report):
        yield f"  Measured against the {limits}"


def _unmeasured(report: Report) -> Iterator[str]:
    if report.unmeasured:
        yield "NOT MEASURED, OR LESS CERTAIN"
    for sentence in report.unmeasured:
        yield f"  {wording.safe(sentence)}"


def _page(page: int, hits: list[Hit]) -> Iterator[str]:
    yield f"PAGE {page}" if page else "THE FILE"
    for hit in wording.told_apart(hits):
        yield from _hit(hit)
    for rule, number in Counter(hit.rule for hit in hits).items():
        if number > wording.ALIKE:
            yield f"  {rule}: {number - wording.ALIKE} more of this rule; the JSON report has them all"


def _hit(hit: Hit) -> Iterator[str]:
    source = wording.source(hit.rule)
    yield f"  {hit.level:7}  {hit.rule}  {wording.title(hit.rule)}{f'  [{source}]' if source else ''}"
    yield f"           {wording.safe(hit.message)}"
    where = [wording.place(hit.place)] if hit.place else []
    where += [wording.thing(hit.object)] if hit.object else []
    if where:
        yield f"           where  {'; '.join(where)}"
    if line := wording.line(hit.where):
        yield f"           spec   {line}"
    if hit.found or hit.limit:
        told = (("found", hit.found), ("wanted", hit.limit))
        yield "           " + "; ".join(f"{name}  {wording.safe(value)}" for name, value in told if value)
    if hit.hint:
        yield f"           hint   {wording.safe(hit.hint)}"


def _inventory(report: Report) -> Iterator[str]:
    known = report.inventory
    yield "IN THE FILE"
    if not known.pages:
        yield "  not known: the file could not be read"
        return
    yield from _row("document", [", ".join(filter(None, (wording.version(known), known.title, known.producer)))])
    yield from _row("pages", [f"{numbers}  {told}" for numbers, told in wording.pages_alike(known.pages)])
    yield from _row("intent", [_intent(known.intent)])
    yield from _row("plates", [", ".join(known.plates)])
    yield from _row("ink", _ink(known.ink))
    yield from _row("spaces", [", ".join(known.spaces)])
    yield from _row("fonts", [_font(font.name, font.kind, font.embedded, font.subset) for font in known.fonts])
    yield from _row("pictures", [_picture(report, n) for n in range(len(known.images))])
    yield from _row("layers", [", ".join(known.layers)])


def _row(name: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {'' if number else name:9}  {wording.safe(line, _LONGEST_ROW) or 'none'}"


def _intent(intent: IntentFacts | None) -> str:
    if intent is None:
        return ""
    profile = f"profile {intent.profile} ({intent.space}, ICC {intent.version}, {intent.size:,} bytes)"
    told = (intent.identifier, intent.information, intent.registry, profile if intent.profile else "no profile")
    return ", ".join(filter(None, told))


def _ink(ink: InkFacts | None) -> list[str]:
    if ink is None:
        return ["not measured"]
    allowed = f" (of {ink.limit:g} % allowed)" if ink.limit else ""
    lines = [f"most over 1 mm²: {ink.most:.0f} %{allowed} on page {ink.page}, {wording.place(ink.place)}"]
    if ink.widest_page:
        where = f"on page {ink.widest_page}, {wording.place(ink.widest_place)}"
        lines.append(f"most over 15 mm × 15 mm: {ink.widest:.0f} % {where}")
    lines += [f"page {n}: {wording.covers(plates)}" for n, plates in enumerate(ink.plates, 1) if plates]
    return [*lines, wording.measured(ink)]


def _font(name: str, kind: str, embedded: bool, subset: bool) -> str:
    kept = ("embedded, subset" if subset else "embedded") if embedded else "NOT EMBEDDED"
    return ", ".join(filter(None, (name, kind, kept)))


def _picture(report: Report, number: int) -> str:
    image = report.inventory.images[number]
    place = f"; {wording.place(image.place)}" if image.place else ""
    return f"page {image.page}, {image.object}: {wording.picture(image)}{place}"


def _foot(report: Report) -> Iterator[str]:
    yield f"SHA-256  {report.digest}  ({report.size:,} bytes)"
    yield f"Checked by factsheet {__version__}"


def _hit_data(hit: Hit, report: Report) -> dict[str, object]:
    return {
        "rule": hit.rule,
        "title": wording.title(hit.rule),
        "source": wording.source(hit.rule),
        "standards": list(wording.against(report, hit.rule)),
        "level": hit.level,
        "message": _clean(hit.message),
        "page": hit.page,
        "object": _clean(hit.object),
        "found": _clean(hit.found),
        "limit": _clean(hit.limit),
        "place": _rect(hit.place),
        "others": [_rect(place) for place in hit.others],
        "hint": _clean(hit.hint),
        "spec": _line(hit.where),
    }


def _line(where: Where) -> dict[str, object] | None:
    return {"file": _clean(where.file), "line": where.line, "column": where.column} if where.line else None


def _inventory_data(known: Inventory) -> dict[str, object]:
    return {
        "version": _clean(known.version),
        "title": _clean(known.title),
        "producer": _clean(known.producer),
        "pages": [_page_data(page) for page in known.pages],
        "fonts": [_plain(asdict(font)) for font in known.fonts],
        "plates": _plain(known.plates),
        "spaces": _plain(known.spaces),
        "images": [{**_plain(asdict(image)), "place": _rect(image.place)} for image in known.images],
        "intent": _plain(asdict(known.intent)) if known.intent else None,
        "layers": _plain(known.layers),
        "ink": _ink_data(known.ink) if known.ink else None,
    }


def _page_data(page: PageFacts) -> dict[str, object]:
    boxes = {name: _rect(box) for name, box in wording.boxes_from_trim(page).items()}
    return {"number": page.number, "boxes": boxes, "rotate": page.rotate, "transparent": page.transparent}


def _ink_data(ink: InkFacts) -> dict[str, object]:
    places = {"place": _rect(ink.place), "widest_place": _rect(ink.widest_place)}
    return {**_plain(asdict(ink)), **places}


def _rect(rect: Rect | None) -> dict[str, float] | None:
    if rect is None:
        return None
    sides = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    return {name: round(to_mm(side), 2) + 0.0 for name, side in sides.items()}


def _plain(value: Any) -> Any:
    """``value`` with lists for tuples, and texts that any JSON writer can write."""
    if isinstance(value, dict):
        return {_clean(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    """``text`` without halves of characters, which no encoding can write."""
    return text.encode("utf-8", "replace").decode("utf-8")

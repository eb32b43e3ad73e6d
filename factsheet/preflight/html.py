"""The preflight report as one HTML file, for people who have no other tool: verdict, findings, pages, plates, ink.

It asks for nothing from outside and runs no program: pictures and styles are inside.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from factsheet import __version__
from factsheet.findings import counted
from factsheet.preflight import leaf, tables, wording
from factsheet.preflight.figures import Numbered
from factsheet.preflight.hits import STANDARDS, PageFacts, Report
from factsheet.preflight.markup import Markup, element, joined, section
from factsheet.preflight.separations import Separations

_PAGES = 60
"""The most pages that are shown as pictures: those with findings first."""

_MARKS = 60
"""The most hits of one page that are told and marked one by one; the JSON report has them all."""

_POLICY = "; ".join(
    f"{what} 'none'"
    for what in (
        "script-src",
        "object-src",
        "connect-src",
        "font-src",
        "media-src",
        "frame-src",
        "form-action",
        "base-uri",
    )
)
"""What the page may not do, should anything in the file's own texts ever be mistaken for markup."""


def as_html(report: Report, data: bytes, separations: Separations | None = None) -> str:
    """The report on the PDF ``data`` as a complete HTML document; plates and ink only with ``separations``."""
    hits = _numbered(report)
    pages = _pictured(report)
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="generator", content=f"factsheet {__version__}"),
        element("title", f"Preflight of {wording.safe(report.file)}: {wording.verdict(report)}"),
        element("style", Markup(_style())),
    ]
    body = [
        element("a", "To the findings", href="#findings", class_="skip"),
        element("header", list(_header(report))),
        element(
            "main",
            _summary(report),
            _contents(report, pages),
            _findings(report, hits, {page.number for page in pages}),
            _pages(report, data, hits, pages, separations),
            section("inventory", "What is in the file", _inventory(report)),
            section("rules", "What was asked", _rules(report)),
        ),
        element("footer", list(_footer(report))),
    ]
    document = element("html", element("head", head), element("body", body), lang="en")
    return f"<!DOCTYPE html>\n{document}\n"


def _style() -> str:
    return files("factsheet.preflight").joinpath("report.css").read_text("utf-8")


def _numbered(report: Report) -> list[Numbered]:
    """The hits that are told, each with its number."""
    told = [hit for _, hits in wording.by_page(report.hits) for hit in wording.told_apart(hits)[:_MARKS]]
    return list(enumerate(told, 1))


def _pictured(report: Report) -> list[PageFacts]:
    """The pages that are shown: where there are too many, those with findings before the others."""
    faulty = {hit.page for hit in report.hits}
    chosen = sorted(report.inventory.pages, key=lambda page: (page.number not in faulty, page.number))[:_PAGES]
    return sorted(chosen, key=lambda page: page.number)


def _header(report: Report) -> Iterator[Markup]:
    state = "fail" if not report.passed else "warn" if report.count("warning") else "pass"
    yield element("p", "Preflight report", class_="kicker")
    yield element("h1", wording.safe(report.file))
    yield element("p", " · ".join(_facts(report)), class_="facts")
    yield element(
        "div",
        _light(state),
        element(
            "div",
            element("p", wording.verdict(report).capitalize(), class_="word"),
            element("p", _sentence(report), class_="why"),
        ),
        class_=f"verdict {state}",
    )
    yield element("ul", list(_lights(report)), class_="lights", aria_label="Verdict for each standard")
    if limits := wording.limits(report):
        yield element("p", f"Measured against the {limits}.", class_="facts limits")


def _facts(report: Report) -> Iterator[str]:
    known = report.inventory
    if known.version:
        yield wording.version(known)
    yield counted(len(known.pages), "page")
    alike = wording.pages_alike(known.pages)
    if len(alike) == 1:
        yield alike[0][1]
    yield f"{report.size:,} bytes"
    if known.pages:
        yield f"claims {', '.join(map(wording.safe, report.claims)) or 'no standard'}"


def _sentence(report: Report) -> str:
    found = wording.counts(report.count("error"), report.count("warning"))
    asked = f"{counted(len(report.checked), 'rule')} checked"
    missed = f" {counted(len(report.unmeasured), 'thing')} could not be measured." if report.unmeasured else ""
    return f"{found.capitalize()}; {asked}.{missed}"


def _lights(report: Report) -> Iterator[Markup]:
    for standard, (errors, warnings) in wording.tally(report).items():
        state = "fail" if errors else "warn" if warnings else "pass"
        word = {"fail": "Failed", "warn": "Passed, with warnings", "pass": "Passed"}[state]
        yield element(
            "li",
            _light(state),
            element(
                "div",
                element("b", STANDARDS[standard]),
                element("span", f"{word}: {wording.counts(errors, warnings)}"),
            ),
            class_=state,
        )


_SHAPES = {"pass": "M5 12.5l4.5 4.5L19 7.5", "warn": "M12 5.5v8.5M12 17.6v.9", "fail": "M6.5 6.5l11 11M17.5 6.5l-11 11"}


def _light(state: str) -> Markup:
    """A sign that differs in its shape, not in its colour alone."""
    path = element("path", d=_SHAPES[state])
    return element("svg", path, viewBox="0 0 24 24", class_=f"light {state}", aria_hidden="true")


def _summary(report: Report) -> Markup:
    tiles = [
        element("div", element("dt", name), element("dd", value, element("small", note) if note else None))
        for name, value, note in _tiles(report)
    ]
    missed = element(
        "div",
        element("h2", "Not measured, or less certain"),
        element("ul", [element("li", wording.sentence(sentence)) for sentence in report.unmeasured]),
        class_="missed",
    )
    known = bool(report.inventory.pages)
    return joined(element("dl", tiles, class_="tiles") if known else None, missed if report.unmeasured else None)


def _tiles(report: Report) -> Iterator[tuple[str, str, str]]:
    known = report.inventory
    if ink := known.ink:
        allowed = f"of {ink.limit:g} % allowed, " if ink.limit else ""
        yield "Most ink", f"{ink.most:.0f} %", f"{allowed}page {ink.page}"
    else:
        yield "Most ink", "–", "not measured"
    plates = ", ".join(map(wording.safe, known.plates))
    yield "Plates", f"{len(known.plates)}", plates if len(plates) < 80 else f"{plates[:78]}…"
    intent = known.intent
    yield "Output intent", wording.safe(intent.identifier) if intent else "none", intent.space if intent else ""
    coarse = min(known.images, key=lambda image: image.ppi, default=None)
    pictures = counted(len(known.images), "picture")
    yield (
        "Coarsest picture",
        f"{coarse.ppi:.0f} ppi" if coarse else "–",
        f"of {pictures}, page {coarse.page}" if coarse else pictures,
    )
    bare = sum(not font.embedded for font in known.fonts)
    yield "Fonts", f"{len(known.fonts)}", f"{bare} not embedded" if bare else "all embedded" if known.fonts else ""


def _contents(report: Report, pages: Sequence[PageFacts]) -> Markup:
    """Where to go from here."""
    places = [
        ("findings", f"Findings ({len(report.hits)})"),
        *((f"page-{page.number}", f"Page {page.number}") for page in pages),
        ("inventory", "What is in the file"),
        ("rules", "What was asked"),
    ]
    items = [element("li", element("a", name, href=f"#{anchor}")) for anchor, name in places]
    return element("nav", element("ul", items), aria_label="Contents")


def _findings(report: Report, hits: Sequence[Numbered], pictured: set[int]) -> Markup:
    if not hits:
        return section("findings", "Findings", element("p", "No rule is broken.", class_="clean"))
    left = len(report.hits) - len(hits)
    more = element("p", f"{counted(left, 'more finding')} on crowded pages: the JSON report has them all.")
    return section("findings", "Findings", tables.findings(hits, pictured), more if left else None)


def _pages(
    report: Report,
    data: bytes,
    hits: Sequence[Numbered],
    pages: Sequence[PageFacts],
    separations: Separations | None,
) -> Markup:
    ink = report.inventory.ink
    plates = {found.number: found for found in separations.pages} if separations else {}
    shown = [
        leaf.page_section(
            page, data, [item for item in hits if item[1].page == page.number], plates.get(page.number), ink
        )
        for page in pages
    ]
    left = len(report.inventory.pages) - len(pages)
    more = element("p", f"{counted(left, 'more page')} without findings: not shown here.") if left else None
    return joined(shown, more)


def _inventory(report: Report) -> Markup:
    if not report.inventory.pages:
        return element("p", "Not known: the file could not be read.")
    return tables.inventory(report)


def _rules(report: Report) -> Markup:
    judged = ", ".join(wording.names(report.standards))
    told = (
        f"{counted(len(report.checked), 'rule')} of {judged}." if judged else f"{counted(len(report.checked), 'rule')}."
    )
    return joined(
        element("p", told),
        element("details", element("summary", "All rules, and whether they are kept"), tables.rules(report)),
    )


def _footer(report: Report) -> Iterator[Markup]:
    yield element(
        "p",
        "This report is about the file with this checksum, and no other:",
    )
    yield element(
        "dl",
        element("div", element("dt", "SHA-256"), element("dd", element("code", report.digest))),
        element("div", element("dt", "Size"), element("dd", f"{report.size:,} bytes")),
        element("div", element("dt", "Ink"), element("dd", wording.measured(report.inventory.ink))),
        element("div", element("dt", "Checked by"), element("dd", f"factsheet {__version__}")),
    )

"""The tables of the HTML report: findings, what is in the file, and the rules that were asked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from factsheet.findings import counted
from factsheet.preflight import wording
from factsheet.preflight.figures import Numbered
from factsheet.preflight.hits import Hit, ImageFacts, IntentFacts, PageFacts, Report
from factsheet.preflight.markup import Content, Markup, element
from factsheet.units import Pt, Rect

_PICTURES = 200
"""The most pictures that are listed; the JSON report has them all."""


def findings(hits: Sequence[Numbered], pictured: set[int]) -> Markup:
    """Every hit with its number, page by page; ``pictured`` are the pages that are shown with their marks."""
    groups = groupby(hits, key=lambda item: item[1].page)
    return _table(
        "Findings",
        ("No.", "Rule", "What is wrong, and how to mend it", "Found", "Wanted"),
        *(
            element("tbody", _group(page, pictured), [_finding(item, shown=page in pictured) for item in group])
            for page, group in groups
        ),
        class_="findings",
    )


def _group(page: int, pictured: set[int]) -> Markup:
    name = f"Page {page}" if page else "The file as a whole"
    link = element("a", "shown below", href=f"#page-{page}") if page in pictured else None
    return element("tr", element("th", name, " ", link, colspan="5", scope="rowgroup"), class_="group")


def _finding(item: Numbered, *, shown: bool) -> Markup:
    count, hit = item
    number = element("a", f"{count}", href=f"#mark-{count}") if hit.place and shown else f"{count}"
    told = [
        element("p", wording.sentence(hit.message), class_="message"),
        element("p", element("b", "To mend it: "), wording.safe(hit.hint), class_="hint") if hit.hint else None,
        element("p", _where(hit), class_="where"),
    ]
    return element(
        "tr",
        element("td", element("span", number, class_=f"number {hit.level}")),
        element(
            "th",
            element("span", hit.level, class_=f"level {hit.level}"),
            element("span", hit.rule, class_="rule"),
            element("span", wording.title(hit.rule), class_="asked"),
            element("span", wording.source(hit.rule), class_="source"),
            scope="row",
        ),
        element("td", told),
        element("td", wording.safe(hit.found) or "–", class_="value found"),
        element("td", wording.safe(hit.limit) or "–", class_="value"),
        id=f"finding-{count}",
    )


def _where(hit: Hit) -> str:
    """What was looked at, where on the page, and where in the spec."""
    place = wording.place(hit.place) if hit.place else ""
    return "; ".join(filter(None, (wording.thing(hit.object), place, wording.line(hit.where))))


def inventory(report: Report) -> Markup:
    """What is in the file: document, output intent, pages, plates, fonts, pictures."""
    known = report.inventory
    return element(
        "div",
        _facts(
            "Document",
            ("Format", wording.version(known)),
            ("Title", known.title),
            ("Made by", known.producer),
            ("Colour spaces", ", ".join(known.spaces)),
            ("Layers", ", ".join(known.layers)),
        ),
        _intent(known.intent),
        _pages(known.pages),
        _plates(report),
        _fonts(report),
        _pictures(known.images),
        class_="inventory",
    )


def _facts(caption: str, *rows: tuple[str, str]) -> Markup:
    body = [
        element("tr", element("th", name, scope="row"), element("td", wording.safe(v) or "none")) for name, v in rows
    ]
    return _table(caption, (), element("tbody", body), class_="facts")


def _intent(intent: IntentFacts | None) -> Markup:
    if intent is None:
        return _facts("Output intent", ("Printing condition", ""))
    profile = ", ".join(filter(None, (intent.profile, intent.space, intent.version and f"ICC {intent.version}")))
    size = f"{intent.size:,} bytes" if intent.size else ""
    return _facts(
        "Output intent",
        ("Printing condition", intent.identifier),
        ("Described as", intent.information),
        ("Registry", intent.registry),
        ("Embedded profile", ", ".join(filter(None, (profile, size)))),
    )


def _pages(pages: Sequence[PageFacts]) -> Markup:
    return _table(
        "Pages and boxes, in millimetres",
        ("Page", "Trim", "Bleed: left, top, right, bottom", "Sheet", "Crop", "Turned", "Transparency"),
        element("tbody", [_page(page) for page in pages]),
    )


def _page(page: PageFacts) -> Markup:
    boxes = wording.boxes_from_trim(page)
    trim, bleed = boxes.get("TrimBox") or boxes.get("ArtBox"), boxes.get("BleedBox")
    edges = ", ".join(map(wording.length, _edges(bleed, trim))) if bleed and trim else "no box"
    cells: list[Content] = [
        _size(trim),
        edges,
        _size(boxes.get("MediaBox")),
        _size(boxes["CropBox"]) if "CropBox" in boxes else "–",
        f"{page.rotate}°" if page.rotate else "no",
        "yes" if page.transparent else "no",
    ]
    return element("tr", element("th", f"{page.number}", scope="row"), [element("td", cell) for cell in cells])


def _size(box: Rect | None) -> str:
    return f"{wording.length(box.width)} × {wording.length(box.height)}" if box else "no box"


def _edges(bleed: Rect, trim: Rect) -> tuple[Pt, Pt, Pt, Pt]:
    return trim.x - bleed.x, trim.y - bleed.y, bleed.right - trim.right, bleed.bottom - trim.bottom


def _plates(report: Report) -> Markup:
    """Every plate and how much of each page it covers; their names alone where nothing was measured."""
    known = report.inventory
    if known.ink is None or not known.ink.plates:
        return _facts("Plates", ("Names", ", ".join(known.plates)), ("Ink", wording.measured(known.ink)))
    measured = [(number, plates) for number, plates in enumerate(known.ink.plates, 1) if plates]
    names = list(dict.fromkeys([*(name for _, plates in measured for name in plates), *known.plates]))
    rows = [
        element(
            "tr",
            element("th", f"{number}", scope="row"),
            [element("td", f"{plates[name]:.1f} %" if name in plates else "–") for name in names],
        )
        for number, plates in measured
    ]
    heads = ("Page", *map(wording.safe, names))
    return _table("Plates, and how much of each page they cover, bleed included", heads, element("tbody", rows))


def _fonts(report: Report) -> Markup:
    rows = [
        element(
            "tr",
            element("th", wording.safe(font.name), scope="row"),
            element("td", wording.safe(font.kind)),
            element("td", "yes" if font.embedded else element("strong", "no", class_="bad")),
            element("td", "subset" if font.subset else "whole"),
            element("td", wording.safe(font.object)),
        )
        for font in report.inventory.fonts
    ]
    return _table("Fonts", ("Name", "Kind", "Embedded", "Extent", "Object"), element("tbody", rows or _none(5)))


def _pictures(images: Sequence[ImageFacts]) -> Markup:
    rows = [element("tr", list(_image(image))) for image in images[:_PICTURES]]
    if len(images) > _PICTURES:
        rows.append(_none(8, f"and {counted(len(images) - _PICTURES, 'more picture')}: see the JSON report"))
    heads = ("Page", "Object", "Pixels", "Resolution", "Colours", "Bits", "Compression", "Place")
    return _table("Pictures", heads, element("tbody", rows or _none(8)))


def _image(image: ImageFacts) -> Iterator[Markup]:
    yield element("td", f"{image.page}")
    yield element("td", wording.safe(image.object))
    yield element("td", f"{image.pixels[0]} × {image.pixels[1]}")
    yield element("td", f"{image.ppi:.0f} ppi")
    yield element("td", wording.safe(image.space))
    yield element("td", f"{image.bits}")
    yield element("td", wording.safe(image.compression) or "none")
    yield element("td", wording.place(image.place) if image.place else "–")


def _none(columns: int, told: str = "none") -> Markup:
    return element("tr", element("td", told, colspan=f"{columns}"))


def rules(report: Report) -> Markup:
    """Every rule that was asked, where it comes from, and how often it was broken."""
    broken = Counter(hit.rule for hit in report.hits)
    names = dict.fromkeys([*report.checked, *broken])
    rows = [
        element(
            "tr",
            element("th", rule, scope="row"),
            element("td", wording.title(rule)),
            element("td", wording.source(rule)),
            element("td", element("strong", f"broken × {broken[rule]}", class_="bad") if broken[rule] else "kept"),
        )
        for rule in names
    ]
    return _table(
        "Rules that were asked",
        ("Rule", "What it asks for", "Source", "Result"),
        element("tbody", rows),
        class_="rules",
    )


def _table(caption: str, heads: Sequence[str], *bodies: Content, class_: str | None = None) -> Markup:
    row = element("thead", element("tr", [element("th", name, scope="col") for name in heads])) if heads else None
    table = element("table", element("caption", caption), row, bodies, class_=class_)
    wide = "table wide" if heads else "table"
    return element("div", table, class_=wide, role="region", aria_label=caption, tabindex="0")

"""One page in the HTML report: its picture with marks, its findings in short, its ink and its plates."""

from collections.abc import Sequence

from factsheet.preflight import figures, inkmap, wording
from factsheet.preflight.figures import Numbered
from factsheet.preflight.hits import InkFacts, PageFacts
from factsheet.preflight.ink import area, peak
from factsheet.preflight.markup import Markup, element, joined, section
from factsheet.preflight.separations import PagePlates

_INK_LIMIT = 300.0
"""Where the map of ink turns red if the report names no limit."""

_SHORT = 12
"""The most findings that are listed beside the page; the table above has them all."""


def page_section(
    page: PageFacts, data: bytes, hits: Sequence[Numbered], plates: PagePlates | None, ink: InkFacts | None
) -> Markup:
    """The section of a page of the PDF ``data``; what is said of ink needs its ``plates``."""
    name = f"page-{page.number}"
    view = element(
        "div",
        _switch(f"{name}-boxes", "Boxes", "show-boxes"),
        _switch(f"{name}-marks", "Findings", "show-marks") if any(hit.place for _, hit in hits) else None,
        element("figure", figures.sheet(data, page, hits), element("figcaption", figures.legend(page))),
        class_="view",
    )
    limit = (ink.limit if ink else 0.0) or _INK_LIMIT
    side = element("div", _contents(hits), _ink(plates, page, limit) if plates else None, class_="side")
    return section(
        name,
        f"Page {page.number}",
        element("p", wording.page_size(page), class_="size"),
        element("div", view, side, class_="page"),
        _plates(plates, ink) if plates else None,
    )


def _switch(name: str, label: str, class_: str) -> Markup:
    """A box to tick that shows or hides a layer of the picture, by style alone."""
    return joined(
        element("input", type="checkbox", id=name, class_=f"switch {class_}", checked=True),
        element("label", label, for_=name),
    )


def _contents(hits: Sequence[Numbered]) -> Markup:
    """The findings on a page, in short."""
    if not hits:
        return element("p", "No findings on this page.", class_="clean")
    items = [
        element(
            "li",
            element("span", f"{count}", class_=f"number {hit.level}"),
            element("a", wording.sentence(hit.message), href=f"#finding-{count}"),
            element("small", f"{hit.level}, {hit.rule}" + ("" if hit.place else ", no place")),
        )
        for count, hit in hits[:_SHORT]
    ]
    if len(hits) > _SHORT:
        items.append(element("li", element("a", f"and {len(hits) - _SHORT} more", href=f"#finding-{hits[_SHORT][0]}")))
    return joined(element("h3", "Findings on this page"), element("ul", items, class_="contents"))


def _ink(plates: PagePlates, page: PageFacts, limit: float) -> Markup:
    """The map of ink."""
    most = peak(plates, page, limit)
    told = f"{most.most:.0f} % at most, {wording.place(most.place)}. "
    if most.above:
        told += f"Above the limit on about {area(most.above)}. "
    told += f"Over 15 mm × 15 mm: {most.widest:.0f} %."
    return joined(
        element("h3", "Ink coverage"),
        element(
            "figure",
            inkmap.heat(plates, page, most, limit),
            element("figcaption", inkmap.scale(limit), element("p", told)),
            class_="heat",
        ),
    )


def _plates(plates: PagePlates, ink: InkFacts | None) -> Markup:
    """Every plate of a page."""
    covered = ink.plates[plates.number - 1] if ink and plates.number <= len(ink.plates) else {}
    small = [inkmap.plate(plates, name, covered.get(name)) for name in plates.names]
    return element(
        "div",
        element("h3", "Plates, and how much of the page they cover"),
        element("div", small, class_="plates"),
        class_="below",
    )

"""What all forms of the report say alike: titles of rules, places and sizes, and text of the file made safe to show."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from factsheet.findings import Where, counted
from factsheet.preflight.hits import STANDARDS, Hit, ImageFacts, InkFacts, Inventory, PageFacts, Report, Standard
from factsheet.preflight.house import Limits
from factsheet.preflight.ink import trim
from factsheet.preflight.rules import RULES
from factsheet.units import Pt, Rect, to_mm

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
"""The boxes of a page, from the sheet inwards."""

ALIKE = 12
"""The most hits of one rule on one page that are told one by one; the data have them all."""

_LONGEST = 300
"""The most characters of one text out of the file that are shown."""


def title(rule: str) -> str:
    """What a rule asks for, in a few words; its number where it is not in the register."""
    return RULES[rule].title if rule in RULES else rule


def source(rule: str) -> str:
    """The clause that a rule comes from; nothing where it is not in the register."""
    return RULES[rule].source if rule in RULES else ""


def against(report: Report, rule: str) -> tuple[Standard, ...]:
    """The standards of ``report`` that ask for ``rule``.

    One that none of them asks for, or that is not in the register, counts against all: nothing is passed over. So does
    any where no page could be judged.
    """
    if not report.inventory.pages:
        return report.standards
    asking = RULES[rule].standards if rule in RULES else frozenset[Standard]()
    return tuple(standard for standard in report.standards if standard in asking) or report.standards


def tally(report: Report) -> dict[Standard, tuple[int, int]]:
    """The errors and warnings against each standard that the file was judged by."""
    told = [(hit.level, against(report, hit.rule)) for hit in report.hits]
    return {
        standard: (
            sum(level == "error" and standard in broken for level, broken in told),
            sum(level == "warning" and standard in broken for level, broken in told),
        )
        for standard in report.standards
    }


def verdict(report: Report) -> str:
    """``ready to print``, ``ready to print, with warnings`` or ``not to be printed``; else whether it passes.

    A draft is not to be printed, even where its bytes are sound.
    """
    if not report.for_press:
        return "failed" if not report.passed else "passed, with warnings" if report.count("warning") else "passed"
    if not report.passed:
        return "not to be printed"
    if report.draft:
        return "a draft, not to be printed yet"
    return "ready to print, with warnings" if report.count("warning") else "ready to print"


def limits(report: Report) -> str:
    """What the file was measured against, and whose limits these are; nothing where none were asked for."""
    if "gwg" not in report.standards or not report.inventory.pages:
        return ""
    asked, usual = report.limits, Limits()
    told = [
        _limit("bleed", asked.bleed_mm, usual.bleed_mm, "mm"),
        _limit("ink", asked.ink_limit, usual.ink_limit, "%"),
        f"spot colours: {', '.join(map(safe, sorted(asked.spots))) or 'none wanted'}",
    ]
    return f"limits of {asked.source}: {'; '.join(told)}"


def _limit(name: str, value: float, usual: float, unit: str) -> str:
    other = "" if abs(value - usual) < 0.005 else f" (the house asks for {usual:g} {unit})"
    return f"{name} {round(value, 2):g} {unit}{other}"


def counts(errors: int, warnings: int) -> str:
    """``2 errors, 1 warning``; ``nothing found``."""
    told = [counted(n, noun) for n, noun in ((errors, "error"), (warnings, "warning")) if n]
    return ", ".join(told) or "nothing found"


def names(standards: Iterable[Standard]) -> list[str]:
    """Standards in full."""
    return [STANDARDS[standard] for standard in standards]


def safe(text: str, longest: int = _LONGEST) -> str:
    """``text`` out of a file on one line: what would move a cursor, turn the direction or break a page is a dot."""
    shown = "".join("·" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def sentence(text: str) -> str:
    """``text`` out of a file or a rule as a sentence: with a capital, and a full stop."""
    shown = safe(text.strip())
    return shown[:1].upper() + shown[1:] + ("" if shown.endswith((".", "!", "?", "…", "”")) or not shown else ".")


def thing(name: str) -> str:
    """What was looked at; bare numbers are those of an object."""
    return f"object {name}" if re.fullmatch(r"\d+ \d+", name) else safe(name)


def line(where: Where) -> str:
    """A place in a spec: ``gobi.yaml, line 41``; nothing where it is not known."""
    name = re.split(r"[\\/]", where.file)[-1]
    return f"{safe(name)}, line {where.line}" if where.line else ""


def length(value: Pt) -> str:
    """A length in millimetres: ``297.0``. Never ``-0.0``."""
    return f"{round(to_mm(value), 1) + 0.0:.1f}".replace("-", "−")


def size(width: Pt, height: Pt) -> str:
    """``210.0 × 297.0 mm``."""
    return f"{length(width)} × {length(height)} mm"


def place(rect: Rect) -> str:
    """``12.0 mm from the left, 4.0 mm from the top (1.0 × 1.0 mm)``: of the trimmed page."""
    return f"{length(rect.x)} mm from the left, {length(rect.y)} mm from the top ({size(rect.width, rect.height)})"


def boxes_from_trim(page: PageFacts) -> dict[str, Rect]:
    """The boxes of a page from the sheet inwards, in points from the trim's top left, y down."""
    cut = trim(page)
    written = {name: page.boxes[name] for name in BOXES if name in page.boxes}
    return {name: Rect(box.x - cut.x, cut.bottom - box.bottom, box.width, box.height) for name, box in written.items()}


def version(known: Inventory) -> str:
    """``PDF 1.6``; nothing where it is not known."""
    return f"PDF {safe(known.version).removeprefix('PDF').strip()}" if known.version else ""


def page_size(page: PageFacts) -> str:
    """The trimmed size, the bleed and the sheet: ``trim 210.0 × 297.0 mm, bleed 3.0 mm, sheet 232.0 × 319.0 mm``."""
    told: list[str] = []
    cut = trim(page)
    told.append(f"trim {size(cut.width, cut.height)}" if _has_trim(page) else "no trim box")
    if box := page.boxes.get("BleedBox"):
        edges = {length(v) for v in (cut.x - box.x, cut.y - box.y, box.right - cut.right, box.bottom - cut.bottom)}
        told.append(f"bleed {next(iter(edges))} mm" if len(edges) == 1 else f"bleed box {size(box.width, box.height)}")
    else:
        told.append("no bleed box")
    if sheet := page.boxes.get("MediaBox"):
        told.append(f"sheet {size(sheet.width, sheet.height)}")
    if page.rotate:
        told.append(f"turned by {page.rotate}°")
    if page.transparent:
        told.append("transparency")
    return ", ".join(told)


def _has_trim(page: PageFacts) -> bool:
    return "TrimBox" in page.boxes or "ArtBox" in page.boxes


def pages_alike(pages: Iterable[PageFacts]) -> list[tuple[str, str]]:
    """Pages of one size together: ``("1–4", "trim …")``."""
    found: list[tuple[str, str]] = []
    for told, group in groupby(pages, key=page_size):
        numbers = [page.number for page in group]
        found.append((str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}", told))
    return found


def picture(image: ImageFacts) -> str:
    """``1600 × 900 px, 254 ppi, DeviceCMYK, 8 bit, DCTDecode``."""
    bits = f"{image.bits} bit" if image.bits else ""
    told = (f"{image.pixels[0]} × {image.pixels[1]} px", f"{image.ppi:.0f} ppi", image.space, bits, image.compression)
    return ", ".join(safe(part) for part in told if part)


def measured(ink: InkFacts | None) -> str:
    """What the figures of ink rest on."""
    if ink is None:
        return "not measured"
    return (
        f"measured with {safe(ink.source)}"
        if ink.plates
        else f"not measured on plates: worked out from {safe(ink.source)}"
    )


def covers(plates: Mapping[str, float]) -> str:
    """``Cyan 34.9 %, Black 9.6 %``."""
    return ", ".join(f"{safe(name)} {share:.1f} %" for name, share in plates.items())


def by_page(hits: Iterable[Hit]) -> list[tuple[int, list[Hit]]]:
    """Hits page by page; page 0 is the file."""
    ordered = sorted(hits, key=lambda hit: hit.page)
    return [(page, list(group)) for page, group in groupby(ordered, key=lambda hit: hit.page)]


def told_apart(hits: Iterable[Hit], alike: int = ALIKE) -> list[Hit]:
    """``hits`` of one page with no more than ``alike`` of each rule: the rest would only repeat them."""
    seen: Counter[str] = Counter()
    chosen: list[Hit] = []
    for hit in hits:
        seen[hit.rule] += 1
        if seen[hit.rule] <= alike:
            chosen.append(hit)
    return chosen

"""The rules of preflight: what each asks, where it comes from, and which standard asks it."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.preflight.hits import Hit, Level, Standard
from factsheet.preflight.screen_rules import ROWS
from factsheet.units import Rect


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: What it is called in reports.
        title: What it asks, in a few words.
        source: Where it comes from.
        standards: Who asks it.
    """

    id: str
    title: str
    source: str
    standards: frozenset[Standard]


_ALL: tuple[Standard, ...] = ("x4", "x1a")
_X4: tuple[Standard, ...] = ("x4",)
_X1A: tuple[Standard, ...] = ("x1a",)
_GWG: tuple[Standard, ...] = ("gwg",)
_PDF = "ISO 32000-1"
_FOUR = "ISO 15930-7"
_ONE = "ISO 15930-4"
_BOTH = f"{_FOUR}; {_ONE}"
_SHEET = "GWG 2022"
_HOUSE = "house"

_TABLE: tuple[tuple[str, str, str, tuple[Standard, ...]], ...] = (
    ("B-01", "the file begins as a PDF does", f"{_PDF}, 7.5.2", (*_ALL, "a2a")),
    ("B-02", "the file has an identifier", f"{_PDF}, 14.4", (*_ALL, "a2a")),
    ("B-03", "the file is not encrypted", _BOTH, (*_ALL, "a2a")),
    ("B-04", "the file ends with its end", f"{_PDF}, 7.5.5", (*_ALL, "a2a")),
    ("B-05", "the file is whole: nothing has to be repaired to read it", f"{_PDF}, 7.5", (*_ALL, "ua1", "a2a")),
    ("B-06", "all data are in the file", f"{_PDF}, 7.3.8; 8.10.4", (*_ALL, "a2a")),
    ("B-07", "the file has a metadata packet", f"{_PDF}, 14.3.2; ISO 16684-1", (*_X4, "a2a")),
    ("B-08", "information and metadata say the same", _BOTH, _ALL),
    ("B-09", "page contents are well formed", f"{_PDF}, 7.8.2; annex A", (*_ALL, "ua1", "a2a")),
    ("B-10", "every font is embedded, with every glyph that is used", f"{_BOTH}; {_PDF}, 9.9", (*_ALL, "ua1", "a2a")),
    ("B-11", "widths of glyphs agree with the font", f"{_PDF}, 9.2.4", (*_ALL, "ua1", "a2a")),
    ("B-12", "no glyph is missing", f"{_PDF}, 9.7.6.3", (*_ALL, "ua1", "a2a")),
    ("B-13", "everything that contents name is there", f"{_PDF}, 7.8.3", (*_ALL, "ua1", "a2a")),
    ("B-14", "rendering intents are known ones", f"{_PDF}, 8.6.5.8", (*_ALL, "a2a")),
    ("B-15", "nothing happens by itself", f"{_PDF}, 12.6", _ALL),
    ("B-16", "no forms, PostScript, or pictures to be replaced", _BOTH, (*_ALL, "a2a")),
    ("B-17", "no transfer functions or special halftones", f"{_PDF}, 10.4; 10.5", (*_ALL, "a2a")),
    ("B-18", "one ink is defined in one way", f"{_PDF}, 8.6.6", (*_ALL, "a2a")),
    ("X-01", "the version of PDF is that of the standard", _BOTH, _ALL),
    ("X-04", "no object or cross-reference streams", _ONE, _X1A),
    ("X-07", "compression is allowed", _BOTH, _ALL),
    ("X-10", "the file says that it is PDF/X-1a:2003", _ONE, _X1A),
    ("X-12", "the metadata say that the file is PDF/X-4", _FOUR, _X4),
    ("X-13", "the metadata are complete", _FOUR, _X4),
    ("X-14", "the file says whether it is trapped", _BOTH, _ALL),
    ("X-16", "the information is complete", _ONE, _X1A),
    ("X-20", "there is one output intent for the press", f"{_BOTH}; {_PDF}, 14.11.5", _ALL),
    ("X-21", "the output intent names the printing condition", _BOTH, _ALL),
    ("X-22", "the output intent has its profile embedded", _BOTH, _ALL),
    ("X-23", "the profile is that of a press, and whole", f"{_BOTH}; ISO 15076-1", _ALL),
    ("X-24", "the output intent is described", _BOTH, _ALL),
    ("X-25", "all output intents share one profile", f"{_FOUR}; ISO 19005-2, 6.2.3", _X4),
    ("X-30", "boxes are boxes", f"{_PDF}, 14.11.2", _ALL),
    ("X-31", "the size of the finished page is said, once", _BOTH, _ALL),
    ("X-32", "boxes lie in each other", _BOTH, _ALL),
    ("X-33", "viewers show the whole page", _BOTH, _ALL),
    ("X-40", "nothing is painted in RGB", _BOTH, _ALL),
    ("X-41", "colours are those of plates alone", _ONE, _X1A),
    ("X-42", "CMYK of the output intent has no profile of its own", _FOUR, _ALL),
    ("X-44", "transparency is mixed in CMYK", f"{_FOUR}; {_SHEET}, R0030", _X4),
    ("X-46", "no more inks in one colour than allowed", _BOTH, _ALL),
    ("X-50", "there is no transparency", _ONE, _X1A),
    ("X-51", "blend modes are known ones", f"{_PDF}, 11.3.5", (*_X4, "a2a")),
    ("X-70", "there are no actions", _BOTH, _ALL),
    ("X-71", "no notes or links on what is printed", _BOTH, _ALL),
    ("X-73", "no files are embedded", _BOTH, _ALL),
    ("X-84", "pictures have no 16 bits", _ONE, _X1A),
    ("X-90", "layers are named and do not switch", _BOTH, _ALL),
    ("R0001", "the file is PDF/X-4", f"{_SHEET}, R0001", _GWG),
    ("R0002", "pages are measured in points", f"{_SHEET}, R0002", _GWG),
    ("R0003", "nothing is cropped", f"{_SHEET}, R0003", _GWG),
    ("R0004", "all pages have one size, and stand upright", f"{_SHEET}, R0004", _GWG),
    ("R0005", "no page is empty", f"{_SHEET}, R0005", _GWG),
    ("R0007", "white text does not overprint", f"{_SHEET}, R0007", _GWG),
    ("R0008", "white shapes do not overprint", f"{_SHEET}, R0008", _GWG),
    ("R0009", "small black text overprints", f"{_SHEET}, R0009", _GWG),
    ("R0010", "thin black lines overprint", f"{_SHEET}, R0010", _GWG),
    ("R0011", "small black text is not in grey", f"{_SHEET}, R0011", _GWG),
    ("R0012", "thin black lines are not in grey", f"{_SHEET}, R0012", _GWG),
    ("R0013", "nothing in grey overprints", f"{_SHEET}, R0013", _GWG),
    ("R0014", "no font is called Courier", f"{_SHEET}, R0014", _GWG),
    ("R0015", "no text in four full inks", f"{_SHEET}, R0015", _GWG),
    ("R0016", "white text on a ground is large enough", f"{_SHEET}, R0016", _GWG),
    ("R0017", "text in several inks is large enough", f"{_SHEET}, R0017", _GWG),
    ("R0018", "white lines on a ground are thick enough", f"{_SHEET}, R0018", _GWG),
    ("R0019", "lines in several inks are thick enough", f"{_SHEET}, R0019", _GWG),
    ("R0020", "spot colours are wanted", f"{_SHEET}, R0020", _GWG),
    ("R0021", "spot colours do not differ in their suffix alone", f"{_SHEET}, R0021", _GWG),
    ("R0022", "spot colours do not differ in capitals alone", f"{_SHEET}, R0022", _GWG),
    ("R0023", "two spot colours do not look the same", f"{_SHEET}, R0023", _GWG),
    ("R0024", "the registration colour is for marks", f"{_SHEET}, R0024", _GWG),
    ("R0026", "large areas do not have too much ink", f"{_SHEET}, R0026", _GWG),
    ("R0027", "colours are CMYK, grey or spot colours", f"{_SHEET}, R0027", _GWG),
    ("R0030", "transparency is mixed in CMYK", f"{_SHEET}, R0030", _GWG),
    ("R0031", "pictures have pixels enough", f"{_SHEET}, R0031", _GWG),
    ("R0032", "line drawings have pixels enough", f"{_SHEET}, R0032", _GWG),
    ("R0035", "the output intent is CMYK", f"{_SHEET}, R0035", _GWG),
    ("H-01", "there is bleed enough", _HOUSE, _GWG),
    ("H-02", "what touches the trim reaches the bleed", _HOUSE, _GWG),
    ("H-03", "lines are thick enough", _HOUSE, _GWG),
    ("H-04", "type is large enough", _HOUSE, _GWG),
    ("H-05", "small black text is in black ink alone", _HOUSE, _GWG),
    ("H-06", "small black text overprints", _HOUSE, _GWG),
    ("H-08", "text stays inside the trim", _HOUSE, _GWG),
    ("H-09", "there is not too much ink anywhere", _HOUSE, _GWG),
)

_SPEC: tuple[tuple[str, str, str, tuple[Standard, ...]], ...] = (
    ("S-01", "the spec is read out whole, and in its order", "the spec; ISO 14289-1, 7.1", ()),
    ("S-02", "pictures show what the spec says", "the spec; ISO 14289-1, 7.3", ()),
    ("S-03", "text can be told from its ground", "WCAG 2.1, 1.4.3", ()),
    ("S-04", "links say where they lead", "the spec; WCAG 2.1, 2.4.4", ()),
    ("S-05", "the language of every part is told", "the spec; WCAG 2.1, 3.1.2", ()),
)
"""What is asked where the spec of a file for screens is known."""

RULES: dict[str, Rule] = {row[0]: Rule(row[0], row[1], row[2], frozenset(row[3])) for row in (*_TABLE, *ROWS, *_SPEC)}
"""Every rule by what it is called."""


def error(
    rule: str, message: str, *, page: int = 0, thing: str = "", found: str = "", limit: str = "",
    place: Rect | Sequence[Rect] | None = None, hint: str = "",
) -> Hit:  # fmt: skip
    """A hit that the file is refused for."""
    return _hit(rule, "error", message, page, thing, found, limit, place, hint)


def warning(
    rule: str, message: str, *, page: int = 0, thing: str = "", found: str = "", limit: str = "",
    place: Rect | Sequence[Rect] | None = None, hint: str = "",
) -> Hit:  # fmt: skip
    """A hit that somebody should look at."""
    return _hit(rule, "warning", message, page, thing, found, limit, place, hint)


def _hit(
    rule: str,
    level: Level,
    message: str,
    page: int,
    thing: str,
    found: str,
    limit: str,
    place: Rect | Sequence[Rect] | None,
    hint: str,
) -> Hit:
    places = (place,) if isinstance(place, Rect) else tuple(place or ())
    first = places[0] if places else None
    return Hit(rule, level, message, page, thing, found, limit, first, hint, others=places[1:])

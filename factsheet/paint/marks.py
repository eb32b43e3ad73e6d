"""Printer's marks: items like all others, outside the bleed, in the registration colour; the bar in its own inks."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import cos, pi, sin

from factsheet.design.fonts import Chain
from factsheet.design.inks import PROCESS, Ink, Spot
from factsheet.design.press import Press
from factsheet.document import Area, Document, Item, Path, Segment, Words, inks, plates, walk
from factsheet.engine import Engine
from factsheet.text.shaping import Voice
from factsheet.units import Pt, mm

MARGIN = mm(8)
"""The room around the bleed."""

REGISTRATION = Ink("registration", (1, 1, 1, 1), (0, 0, 0), Spot("All", (1, 1, 1, 1)))
"""The colour that is on every plate (ISO 32000-1, 8.6.6.4)."""

_LENGTH = mm(5)
_GAP = mm(1.5)
_WIDTH: Pt = 0.25
_PATCH = mm(5)
_SIZE: Pt = 6.0
_FACES = ("noto-sans/NotoSans-Condensed.ttf", "source-sans-3/SourceSans3-Regular.ttf", "dejavu-sans/DejaVuSans.ttf")
_APART = mm(3)
"""Between a mark and what stands beside it."""

Placed = tuple[Pt, Pt, Item]
Spans = list[tuple[Pt, Pt]]


class Marks:
    """The marks around the pages of one document.

    Attributes:
        plates: The plates that the document is printed with.
        spots: Those of them that are spot colours.
    """

    def __init__(self, document: Document, press: Press, engine: Engine, job: Document | None = None) -> None:
        """The marks of ``document`` that ``press`` asks for; plates are those of ``job``, where that is another."""
        self.document, self.press, self.engine = document, press, engine
        self.plates = plates(job or document)
        self.spots = _spots(job or document) if {*self.plates} - {*PROCESS} else []
        self.same: list[Placed] = []
        if "crop" in press.marks:
            self.same += crop(document)
        if "registration" in press.marks:
            self.same += registration(document, press)
        if "fold" in press.marks:
            self.same += folds(document, press)
        if "bars" in press.marks:
            self.same += bars(document, press, self.plates, self.spots)

    def around(self, number: int) -> list[Placed]:
        """All marks of page ``number``, with their places from the top left of the trimmed page."""
        if "slug" not in self.press.marks:
            return self.same
        return [*self.same, *slug(self.document, self.press, number, self.plates, self.engine)]


def crop(document: Document) -> Iterator[Placed]:
    """Two lines at each corner of the trim, ``_GAP`` outside the bleed."""
    start = document.bleed + _GAP
    half = _WIDTH / 2
    for x, outward in ((0.0, -1), (document.width, 1)):
        for y, away in ((0.0, -1), (document.height, 1)):
            left = x - start - _LENGTH if outward < 0 else x + start
            top = y - start - _LENGTH if away < 0 else y + start
            yield left, y - half, Area(_LENGTH, _WIDTH, REGISTRATION)
            yield x - half, top, Area(_WIDTH, _LENGTH, REGISTRATION)


def registration(document: Document, press: Press) -> Iterator[Placed]:
    """A cross in a circle in the middle of each side, beside a fold where one is there."""
    off = document.bleed + _GAP + _LENGTH / 2
    x, y = _middles(document, press)
    for at, down in ((x, -off), (x, document.height + off), (-off, y), (document.width + off, y)):
        yield at, down, Path(_circle(_LENGTH * 0.3), stroke=REGISTRATION, line_width=_WIDTH)
        yield at - _LENGTH / 2, down - _WIDTH / 2, Area(_LENGTH, _WIDTH, REGISTRATION)
        yield at - _WIDTH / 2, down - _LENGTH / 2, Area(_WIDTH, _LENGTH, REGISTRATION)


def _middles(document: Document, press: Press) -> tuple[Pt, Pt]:
    """Where registration marks stand along the upper and lower, and along the left and right sides."""
    folds = press.folds
    return _clear(document.width / 2, folds.from_left), _clear(document.height / 2, folds.from_top)


def _clear(middle: Pt, taken: Sequence[Pt]) -> Pt:
    """``middle``, or the nearest place after it that none of ``taken`` is near."""
    while any(abs(middle - at) < _LENGTH for at in taken):
        middle += 1.0
    return middle


def _circle(radius: Pt) -> tuple[Segment, ...]:
    """A circle around its origin, in four arcs."""
    reach = 0.5523 * radius
    found: list[Segment] = [("M", (radius, 0.0))]
    for quarter in range(4):
        c, s = cos(quarter * pi / 2), sin(quarter * pi / 2)

        def turned(x: Pt, y: Pt, c: float = c, s: float = s) -> tuple[Pt, Pt]:
            return x * c - y * s, x * s + y * c

        found.append(("C", (*turned(radius, reach), *turned(reach, radius), *turned(0.0, radius))))
    return (*found, ("Z", ()))


def folds(document: Document, press: Press) -> Iterator[Placed]:
    """A dashed line at both ends of each fold."""
    start = document.bleed + _GAP
    for x in press.folds.from_left:
        for y in (-start - _LENGTH, document.height + start):
            yield x, y, _dashed((0.0, _LENGTH))
    for y in press.folds.from_top:
        for x in (-start - _LENGTH, document.width + start):
            yield x, y, _dashed((_LENGTH, 0.0))


def _dashed(end: tuple[Pt, Pt]) -> Path:
    segments: tuple[Segment, ...] = (("M", (0.0, 0.0)), ("L", end))
    return Path(segments, stroke=REGISTRATION, line_width=0.5, dashes=(2.0, 1.5))


def bars(document: Document, press: Press, names: Sequence[str], spots: Sequence[Spot]) -> Iterator[Placed]:
    """Patches of every plate above the page: in full, half, and each two of the coloured inks over each other."""
    y = -document.bleed - _GAP - _PATCH
    patches = _patches(names, spots)
    for left, right in _free(document, press):
        x = left
        while patches and x + _PATCH <= right:
            yield x, y, Area(_PATCH, _PATCH, patches.pop(0))
            x += _PATCH


def _patches(names: Sequence[str], spots: Sequence[Spot]) -> list[Ink]:
    """The inks of the colour bar."""
    solid = [tuple(float(name == plate) for plate in PROCESS) for name in PROCESS if name in names]
    full = [*map(_plain, solid), *(Ink(spot.name, spot.cmyk, _DARK, spot) for spot in spots)]
    half = [_plain([v / 2 for v in values]) for values in solid]
    half += [Ink(spot.name, spot.cmyk, _DARK, spot, 0.5) for spot in spots]
    coloured = [values for values in solid if not values[3]]
    mixed = [_plain([a + b for a, b in zip(*pair, strict=True)]) for pair in combinations(coloured, 2)]
    return [*full, *half, *mixed]


_DARK = (0.0, 0.0, 0.0)


def _plain(values: Sequence[float]) -> Ink:
    cyan, magenta, yellow, black = values
    return Ink("patch", (cyan, magenta, yellow, black), _DARK)


def _spots(document: Document) -> list[Spot]:
    found = {
        ink.spot
        for page in document.pages for region in page.regions for _, _, item, _ in walk(region.frame)
        for ink in inks(item) if ink.spot is not None
    }  # fmt: skip
    return sorted(found, key=lambda spot: spot.name)


def _free(document: Document, press: Press) -> Spans:
    """The stretches along the upper and lower side that no other mark takes."""
    taken = [(x - _APART / 2, x + _APART / 2) for x in press.folds.from_left]
    if "registration" in press.marks:
        middle = _middles(document, press)[0]
        taken.append((middle - _LENGTH / 2 - _APART, middle + _LENGTH / 2 + _APART))
    free: Spans = []
    x = _APART
    for left, right in sorted(taken):
        free.append((x, left))
        x = max(x, right)
    free.append((x, document.width - _APART))
    return [(left, right) for left, right in free if right > left]


def slug(document: Document, press: Press, number: int, names: Sequence[str], engine: Engine) -> Iterator[Placed]:
    """What file this is, below the page: whether it is a draft, name, language, date, version, page, plates."""
    version = f"version {document.version}" if document.version[:1].isdigit() else document.version
    page = f"page {number} of {len(document.pages)}"
    free = _free(document, press)
    widest = max((right - left for left, right in free), default=0.0)
    name = _shortened(document.name, widest / 2, engine)
    parts = [document.state, name, document.language, document.date, version, page, *names]
    texts = [_shortened(part, widest, engine) for part in parts if part]
    y = document.height + document.bleed + _GAP + _LENGTH / 2 + 0.35 * _SIZE
    for left, right in free:
        said: list[str] = []
        while texts and words(" · ".join([*said, texts[0]]), engine).width <= right - left:
            said.append(texts.pop(0))
        if said:
            yield left, y, words(" · ".join(said), engine)


def _shortened(text: str, width: Pt, engine: Engine) -> str:
    """``text``, or as much of its beginning as goes into ``width``."""
    if words(text, engine).width <= width:
        return text
    kept = len(text)
    while kept and words(f"{text[:kept]}…", engine).width > width:
        kept -= 1
    return f"{text[:kept]}…"


def words(text: str, engine: Engine, ink: Ink = REGISTRATION, size: Pt = _SIZE) -> Words:
    """``text`` on one line, in what marks are written in; ``?`` stands for a sign that it has not."""
    voice: Voice = engine.once("slug", lambda: Voice(Chain(_FACES, engine.face), "en"))
    for at in voice.lacks(text):
        text = f"{text[:at]}?{text[at + 1 :]}"
    runs = []
    for n, word in enumerate(text.split(" ")):
        runs += [voice.space] if n else []
        runs += [run for part in voice.word(word) for run in part.runs]
    return Words(tuple(runs), size, ink, sum(run.width for run in runs) * size / 1000)

"""The figures of typography of finished PDFs, ours and those of others with the same text: who sets it better?

    python bench/typography.py [SPEC …] [--theme NAME]

From each spec the headings and the texts of its main story are taken, without markup, and set by factsheet, by Typst
and by WeasyPrint: in the same font, size, leading and column as factsheet chose. All files are measured in the same
way, from the places of their characters as PDFium gives them; nothing is asked of the program that wrote them. Typst
and WeasyPrint are measured where they are installed (``pip install typst weasyprint``).
"""

import argparse
import ctypes
import html
import json
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from factsheet import __version__
from factsheet.blocks.heading import Heading, Subheading
from factsheet.blocks.lists import Bullets, Numbered
from factsheet.blocks.paragraph import Paragraphs
from factsheet.build import ENGINE, build
from factsheet.compose import SIZES
from factsheet.design.fonts import folder
from factsheet.layout.geometry import Geometry
from factsheet.source import read
from factsheet.spec import themes
from factsheet.spec.load import validate
from factsheet.text import rivers
from factsheet.text.bonds import LOOSE, binder
from factsheet.text.markup import plain

GUTTER = 15.0
"""Letters further apart without a space between them stand in different columns."""

_WIDEST = 180.0
"""The same with a space between them: nobody sets a column narrower than this; some set spaces wider than a gutter."""

_NEAR = 2.0
"""How far the glyph of a space may stand from the letter before it; those that PDFium makes up stand anywhere."""

_DROPPED = re.compile("[\\s\u00ad\ufffe\u0002\u2060\u200b-]|\u2010")


@dataclass
class Line:
    """Characters on one baseline of one column: each with its left and right edge."""

    page: int
    y: float
    size: float
    chars: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(char for char, _, _ in self.chars).strip()

    @property
    def letters(self) -> str:
        """Its letters and signs, without spaces and hyphens."""
        return _DROPPED.sub("", self.text)

    @property
    def left(self) -> float:
        """Where its first letter starts."""
        return self.inked[0][1]

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return self.inked[-1][2]

    @property
    def inked(self) -> list[tuple[str, float, float]]:
        """Its characters without the spaces."""
        return [char for char in self.chars if not char[0].isspace()]

    @property
    def gaps(self) -> list[rivers.Gap]:
        """Where its word spaces start and end."""
        found: list[rivers.Gap] = []
        end = self.left
        start: float | None = None
        for char, left, right in self.chars:
            if char.isspace():
                start = left if start is None and abs(left - end) < _NEAR else start or end
            else:
                if start is not None:
                    found.append((start, left))
                end, start = right, None
        return found

    @property
    def spaced(self) -> bool:
        """Whether a space comes next to its last letter."""
        return self.chars[-1][0].isspace()

    @property
    def hyphened(self) -> bool:
        """Whether it ends with a hyphen."""
        return self.text[-1:] in "-\u00ad\u2010\ufffe\u0002"


def lines_of(path: Path) -> list[Line]:
    """The lines of a PDF in reading order: page by page, column by column."""
    found: list[Line] = []
    document = pdfium.PdfDocument(path)
    for number in range(len(document)):
        text = document[number].get_textpage()
        found += sorted(_page(text, number), key=lambda line: (round(line.left / 60), -line.y))
    return found


def _page(text: pdfium.PdfTextPage, number: int) -> list[Line]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    matrix = raw.FS_MATRIX()
    rows: list[Line] = []
    for n in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, n))
        if char in "\r\n":
            continue
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        raw.FPDFText_GetLooseCharBox(text, n, box)
        left, right, base = x.value, box.right, y.value
        row = rows[-1] if rows else None
        blank = char.isspace()
        if row is None or abs(row.y - base) > 1.0 or not (blank or _follows(row, left)):
            if blank:
                continue
            raw.FPDFText_GetMatrix(text, n, matrix)
            size = raw.FPDFText_GetFontSize(text, n) * abs(matrix.d)
            rows.append(Line(number, base, size, [(char, left, right)]))
        else:
            row.chars.append((char, left, max(right, left)))
    return rows


def _follows(row: Line, left: float) -> bool:
    """Whether what starts at ``left`` goes on in ``row``; the letters of a ligature start where it does."""
    _, start, end = row.chars[-1]
    return start - 0.5 < left < end + (_WIDEST if row.spaced else GUTTER)


@dataclass
class Measured:
    """The figures of one file."""

    lines: int
    paragraphs: int
    size: float
    leading: float
    width: float
    narrowest: float
    widest: float
    uneven: float
    hyphens: int
    row: int
    last: float
    short: int
    rag: float
    river: int
    rivers: int
    bonds: int
    alone: int


def measure(path: Path, texts: list[str], space: float, language: str, width: float) -> Measured:
    """The figures of the file at ``path``, in which ``texts`` are set in columns of ``width``.

    ``space`` is the word space of the font, in shares of its size.
    """
    set_: list[list[Line]] = []
    lines = lines_of(path)
    for text in texts:
        wanted = _DROPPED.sub("", text)
        piece = _find(lines, wanted)
        if piece:
            set_.append(piece)
    sizes = Counter(round(line.size, 2) for piece in set_ for line in piece)
    size = sizes.most_common(1)[0][0]
    set_ = [piece for piece in set_ if round(piece[0].size, 2) == size]
    every = [line for piece in set_ for line in piece]
    pitches = Counter(round(a.y - b.y, 1) for piece in set_ for a, b in pairwise(piece) if a.y > b.y)
    ends = [piece[-1] for piece in set_ if len(piece) > 1]
    full = [line for piece in set_ for line in piece[:-1]]
    shares = [(b - a) / (space * size) for line in full for a, b in line.gaps]
    runs = [rivers.longest([line.gaps for line in part]).lines for piece in set_ for part in _columns(piece)]
    return Measured(
        lines=len(every),
        paragraphs=len(set_),
        size=size,
        leading=pitches.most_common(1)[0][0] if pitches else 0.0,
        width=width,
        narrowest=min(shares, default=1.0),
        widest=max(shares, default=1.0),
        uneven=(sum((share - 1) ** 2 for share in shares) / max(len(shares), 1)) ** 0.5,
        hyphens=sum(line.hyphened for line in full),
        row=max((_row(piece) for piece in set_), default=0),
        last=min(((line.right - line.left) / width for line in ends), default=1.0),
        short=sum((line.right - line.left) / width < 0.2 for line in ends),
        rag=min(((line.right - line.left) / width for line in full), default=1.0),
        river=max(runs, default=0),
        rivers=sum(run >= rivers.VISIBLE for run in runs),
        bonds=sum(_parted(a, b, language) for piece in set_ for a, b in pairwise(piece)),
        alone=sum(len(part) == 1 for piece in set_ if len(_columns(piece)) > 1 for part in _columns(piece)),
    )


def _find(lines: list[Line], wanted: str) -> list[Line]:
    """The lines in a row that say ``wanted``."""
    for start, line in enumerate(lines):
        if not wanted.startswith(line.letters) or not line.letters:
            continue
        piece, rest = [line], wanted[len(line.letters) :]
        for following in lines[start + 1 :]:
            if not rest:
                break
            if following.letters and rest.startswith(following.letters):
                piece.append(following)
                rest = rest[len(following.letters) :]
        if not rest:
            return piece
    return []


def _columns(piece: list[Line]) -> list[list[Line]]:
    """The lines of a paragraph, those of each column for themselves."""
    parts: list[list[Line]] = []
    for line in piece:
        if not parts or line.page != parts[-1][-1].page or line.y > parts[-1][-1].y:
            parts.append([])
        parts[-1].append(line)
    return parts


def _row(piece: list[Line]) -> int:
    most = row = 0
    for line in piece:
        row = row + 1 if line.hyphened else 0
        most = max(most, row)
    return most


def _parted(line: Line, following: Line, language: str) -> bool:
    """Whether a number and its unit, or the like, stand on either side of a line end."""
    if line.hyphened:
        return False
    tie = binder(language)
    return bool(tie.after(line.text.split()[-1]) & tie.before(following.text.split()[0]) & ~LOOSE)


# -- the same text by everyone


@dataclass
class Story:
    """The headings and texts of a spec."""

    name: str
    language: str
    title: str
    pieces: list[tuple[str, str]]

    @property
    def texts(self) -> list[str]:
        """The texts without the headings."""
        return [text for kind, text in self.pieces if kind == "text"]


def story(path: Path) -> Story | None:
    """What is compared of the spec at ``path``."""
    sheet, _ = validate(read(path))
    if sheet is None:
        return None
    pieces: list[tuple[str, str]] = []
    for block in sheet.main:
        if isinstance(block, Heading | Subheading):
            said = block.heading if isinstance(block, Heading) else block.subheading
            pieces.append(("heading", _folded(said)))
        elif isinstance(block, Paragraphs):
            pieces += [("text", _folded(plain(part))) for part in block.parts]
        elif isinstance(block, Bullets | Numbered):
            items = block.bullets if isinstance(block, Bullets) else block.numbered
            pieces += [("text", _folded(plain(item if isinstance(item, str) else item.text))) for item in items]
    return Story(path.stem, sheet.language, _folded(sheet.title), pieces)


def _folded(text: str) -> str:
    return " ".join(str(text).split())


def ours(told: Story, theme: str, out: Path) -> Path:
    """The story by factsheet."""
    escaped = [(kind, re.sub(r"([*\[\]\\])", r"\\\1", text) if kind == "text" else text) for kind, text in told.pieces]
    spec = {
        "title": told.title,
        "language": told.language,
        "theme": theme,
        "date": "2026-01-31",
        "main": [{kind: text} for kind, text in escaped],
    }
    path = out / f"{told.name}-{theme}.yaml"
    path.write_text(json.dumps(spec, ensure_ascii=False), encoding="utf-8")
    outcome = build(path, ("screen",), out, ENGINE)
    if not outcome.written:
        raise SystemExit("\n".join(finding.message for finding in outcome.findings))
    return outcome.written[0]


def by_typst(told: Story, like: Measured, font: Path, family: str, justify: bool, out: Path) -> Path:
    """The same by Typst."""
    import typst

    body = "\n\n".join(
        f"#text({json.dumps(text, ensure_ascii=False)})" if kind == "text" else f"= {_typst(text)}"
        for kind, text in told.pieces
    )
    margin = (595.28 - 2 * like.width - 24) / 2
    source = (
        f'#set page(paper: "a4", columns: 2, margin: (x: {margin}pt, y: 60pt))\n#set columns(gutter: 24pt)\n'
        f'#set text(font: {json.dumps(family)}, size: {like.size}pt, lang: "{told.language[:2]}", '
        f"hyphenate: true, top-edge: 0.8em, bottom-edge: -0.2em)\n"
        f'#set par(justify: {str(justify).lower()}, linebreaks: "optimized", leading: {like.leading - like.size}pt, '
        f"spacing: {2 * like.leading - like.size}pt)\n{body}\n"
    )
    path = out / f"{told.name}.typ"
    path.write_text(source, encoding="utf-8")
    typst.compile(str(path), output=str(path.with_suffix(".typst.pdf")), font_paths=[str(font.parent)])
    return path.with_suffix(".typst.pdf")


def _typst(text: str) -> str:
    return re.sub(r"([\\#*_`$<>@=\[\]~-])", r"\\\1", text)


def by_weasyprint(told: Story, like: Measured, font: Path, family: str, justify: bool, out: Path) -> Path:
    """The same by WeasyPrint."""
    import weasyprint

    body = "".join(
        f"<p>{html.escape(text)}</p>" if kind == "text" else f"<h2>{html.escape(text)}</h2>"
        for kind, text in told.pieces
    )
    margin = (595.28 - 2 * like.width - 24) / 2
    style = (
        f'@font-face {{font-family: "{family}"; src: url("{font.as_uri()}")}}'
        f"@page {{size: A4; margin: 60pt {margin}pt}}"
        f'body {{margin: 0; columns: 2; column-gap: 24pt; font: {like.size}pt/{like.leading}pt "{family}"; '
        f"text-align: {'justify' if justify else 'left'}; hyphens: auto; orphans: 2; widows: 2}}"
        f"p {{margin: 0 0 {like.leading}pt}} h2 {{font-size: 15pt; hyphens: none; text-align: left}}"
    )
    path = out / f"{told.name}.weasyprint.pdf"
    page = f'<html lang="{told.language}"><style>{style}</style><body>{body}</body></html>'
    weasyprint.HTML(string=page).write_pdf(str(path))
    return path


def row(name: str, who: str, found: Measured) -> str:
    """One row of the table."""
    return (
        f"| {name} | {who} | {found.paragraphs} | {found.lines} | {found.narrowest:.2f}–{found.widest:.2f} "
        f"| {found.uneven:.2f} | {found.hyphens} ({found.row}) | {found.last:.2f} ({found.short}) | {found.rag:.2f} "
        f"| {found.river} ({found.rivers}) | {found.bonds} | {found.alone} |"
    )


HEAD = (
    "| text | set by | paragraphs | lines | word spaces | their deviation | hyphens (in a row) "
    "| shortest last line (short) | shortest other line | longest river (rivers) | parted bonds | lines alone |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("specs", nargs="*", type=Path, default=[Path("specs/mongolia-labour-migration.yaml")])
    options.add_argument("--theme", default="editorial", help="the theme whose text style is set by everyone")
    options.add_argument("--keep", type=Path, help="a folder for the files")
    chosen = options.parse_args()
    found = themes.find(chosen.theme, Path())
    theme, _ = themes.load(found) if found else (None, [])
    if theme is None:
        raise SystemExit(f"there is no theme “{chosen.theme}”")
    style = theme.styles["text"]
    column = Geometry(*SIZES["A4"], theme, theme.fit[theme.usual].leading).column_width
    font = folder() / theme.families[style.family][0]
    face = ENGINE.face(theme.families[style.family][0])
    family = _family(font)
    peers = {"Typst": by_typst, "WeasyPrint": by_weasyprint}
    present = {name: peer for name, peer in peers.items() if _version(name.lower())}
    said = ", ".join(f"{name} {_version(name.lower())}" for name in ("factsheet", *present))
    print(f"Theme {chosen.theme}, {family}, {'justified' if style.align == 'justify' else 'ragged'}: {said}\n\n{HEAD}")
    with tempfile.TemporaryDirectory() as scratch:
        out = chosen.keep or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        for spec in chosen.specs:
            told = story(spec)
            if told is None or not told.texts:
                print(f"{spec}: nothing to compare", file=sys.stderr)
                continue
            space = face.space / 1000
            texts = told.texts[1:] or told.texts  # the first may be set as a lead, in another size
            like = measure(ours(told, chosen.theme, out), texts, space, told.language, column)
            print(row(told.name, "factsheet", like))
            for name, peer in present.items():
                made = peer(told, like, font, family, style.align == "justify", out)
                print(row("", name, measure(made, texts, space, told.language, column)))


def _family(font: Path) -> str:
    """The name of the font's family, as programs ask for it."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(str(font)))
    return str(
        face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    )


def _version(package: str) -> str:
    if package == "factsheet":
        return __version__
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    main()

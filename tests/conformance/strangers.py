"""The same short factsheet as other programs make it: files that know nothing of ours."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.conformance.programs import ROOT, TIMEOUT, lacking

FONT = ROOT / "fonts/noto-sans/NotoSans-Regular.ttf"
PROFILE = ROOT / "factsheet/design/profiles/fogra39-coated.icc"
TITLE = "Clean water"
LINES = ("Forty wells were repaired in two years.", "Every family now lives within a kilometre of one.")
ADDRESS = "https://example.org/water"


def picture() -> bytes:
    """A photograph of sorts: 300 × 200 pixels in RGB, as a PNG."""
    pixels = bytes(value for y in range(200) for x in range(300) for value in (x * 255 // 300, y, 160))
    out = BytesIO()
    Image.frombytes("RGB", (300, 200), pixels).save(out, "PNG")
    return out.getvalue()


def weasyprint_as_it_comes(folder: Path) -> bytes:
    """WeasyPrint's variant ``pdf/x-4`` of an ordinary page."""
    style = "@page { size: A5 } h1 { color: #1a4a7a } .box { background: #cde; padding: 1em }"
    return _weasyprint(folder, style)


def weasyprint_for_the_press(folder: Path) -> bytes:
    """The same with all that its manual offers for the press: inks, an output intent, bleed, marks."""
    style = (
        f'@color-profile device-cmyk {{ src: url("{PROFILE.as_uri()}"); components: cyan, magenta, yellow, black }}'
        "@page { size: A5; bleed: 3mm; marks: crop cross } html { color: device-cmyk(0 0 0 1) }"
        "h1 { color: device-cmyk(0.9 0.4 0 0.2) } a { color: device-cmyk(0.9 0.4 0 0.2) }"
        ".box { background: device-cmyk(0.2 0.1 0 0); padding: 1em } img { display: none }"
    )
    return _weasyprint(folder, style)


def _weasyprint(folder: Path, style: str) -> bytes:
    return weasyprint(folder, _page(folder, style), "pdf/x-4")


def weasyprint(folder: Path, text: str, variant: str) -> bytes:
    """WeasyPrint's ``variant`` of a page, in a process of its own: it tells Pillow to take torn pictures."""
    page, out = folder / "sheet.html", folder / "sheet.pdf"
    page.write_text(text, encoding="utf-8")
    code = (
        "import sys\ntry:\n  import weasyprint\nexcept (ImportError, OSError):\n  sys.exit(3)\n"
        "weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant=sys.argv[3])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, page, out, variant], capture_output=True, timeout=TIMEOUT, check=False
    )
    if run.returncode == 3:
        lacking("weasyprint", "pip install weasyprint, and the package libpangoft2-1.0-0")
    assert run.returncode == 0, run.stderr.decode()
    return out.read_bytes()


def typst(folder: Path) -> bytes:
    """Typst as it comes."""
    try:
        import typst as compiler
    except ImportError:
        lacking("typst", "pip install typst")
    (folder / "picture.png").write_bytes(picture())
    source = (
        f'#set document(title: "{TITLE}")\n#set page("a5")\n#set text(font: "Noto Sans", size: 10pt)\n= {TITLE}\n'
        f'#block(fill: rgb("#ccddee"), inset: 1em)[{LINES[0]}]\n#image("picture.png", width: 80mm)\n'
        f'{LINES[1]} #link("{ADDRESS}")[More]\n'
    )
    (folder / "sheet.typ").write_text(source, encoding="utf-8")
    made: bytes = compiler.compile(folder / "sheet.typ", font_paths=[FONT.parent])
    return made


def fpdf2(folder: Path) -> bytes:
    """fpdf2 with a font of its own, and one that it leaves to the printer."""
    try:
        from fpdf import FPDF
    except ImportError:
        lacking("fpdf2", "pip install fpdf2")
    (folder / "picture.png").write_bytes(picture())
    pdf = FPDF(format=(148, 210))
    pdf.set_title(TITLE)
    pdf.add_page()
    pdf.add_font("Noto Sans", fname=FONT)
    pdf.set_font("Helvetica", size=20)
    pdf.cell(text=TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Noto Sans", size=10)
    pdf.set_fill_color(204, 221, 238)
    pdf.cell(text=LINES[0], fill=True, new_x="LMARGIN", new_y="NEXT")
    pdf.image(folder / "picture.png", w=80)
    pdf.cell(text=LINES[1], link=ADDRESS)
    return bytes(pdf.output())


def chromium(folder: Path) -> bytes:
    """Chromium's "Save as PDF"."""
    if shutil.which("chromium") is None:
        lacking("chromium", "on Debian: apt install chromium")
    page, out = folder / "sheet.html", folder / "sheet.pdf"
    page.write_text(_page(folder, "@page { size: A5 } .box { background: #cde; padding: 1em }"), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer"]
    profile = f"--user-data-dir={folder / 'profile'}"
    command = ["chromium", *options, profile, f"--print-to-pdf={out}", page.as_uri()]
    subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
    return out.read_bytes()


def _page(folder: Path, style: str) -> str:
    (folder / "picture.png").write_bytes(picture())
    face = f'@font-face {{ font-family: "Sheet"; src: url("{FONT.as_uri()}") }} html {{ font: 10pt "Sheet" }}'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f"<style>{face} {style}</style></head><body><h1>{TITLE}</h1>"
        f'<p class="box">{LINES[0]}</p><img src="picture.png" width="302" alt="">'
        f'<p>{LINES[1]} <a href="{ADDRESS}">More</a></p></body></html>'
    )


STRANGERS: dict[str, Callable[[Path], bytes]] = {
    "weasyprint": weasyprint_as_it_comes,
    "weasyprint-press": weasyprint_for_the_press,
    "typst": typst,
    "fpdf2": fpdf2,
    "chromium": chromium,
}

UNDECLARED = {"X-01", "X-12", "X-13", "X-14", "X-31", "X-20", "R0035", "H-01"}
LINKS = {"X-70", "X-71"}
FAULTS: dict[str, set[str]] = {
    "weasyprint": {"X-20", "R0035", "X-40", "R0027", "R0031", "H-01", *LINKS},
    "weasyprint-press": {"X-40", "R0027", "R0030", "H-03", "H-06", *LINKS},
    "typst": {"R0027", "R0031", *UNDECLARED, *LINKS},
    "fpdf2": {"B-07", "B-10", "X-40", "R0027", "R0031", "H-06", *UNDECLARED, *LINKS},
    "chromium": {"B-02", "B-07", "X-40", "R0027", "R0031", *UNDECLARED, *LINKS},
}
"""The errors of each, verified with other programs; ``docs/preflight.md`` explains them. R0001 only sums them up."""

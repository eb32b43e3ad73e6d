"""The pictures in the README, from PDFs of the specs that ship. Run ``make pictures``."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from factsheet.build import build
from factsheet.preflight.examine import examine
from factsheet.preflight.html import as_html

ROOT = Path(__file__).parent.parent
SPECS = ROOT / "specs"
SAMPLE, SPECIMEN = SPECS / "mongolia-labour-migration.yaml", SPECS / "specimen.yaml"
PICTURES = (
    ("sample-page-1", SAMPLE, "institutional", 0, "screen"),
    ("sample-page-2", SAMPLE, "institutional", 1, "screen"),
    ("editorial", SAMPLE, "editorial", 0, "screen"),
    ("bold", SAMPLE, "bold", 0, "screen"),
    ("specimen-2", SPECIMEN, "institutional", 1, "screen"),
    ("print", SPECIMEN, "institutional", 0, "print"),
    ("proof", SPECIMEN, "institutional", 1, "proof"),
)
"""The name of each picture, its spec, the theme, the page, and the edition."""

WIDTH = 620
"""The width of a picture, in pixels."""

COLOURS = 160


def main() -> None:
    """Write each picture into ``docs/``."""
    with tempfile.TemporaryDirectory() as name:
        for picture, spec, theme, page, edition in PICTURES:
            path = _draw(_pdf(spec, theme, edition, Path(name)), page, Path(__file__).parent / f"{picture}.png")
            print(path.relative_to(ROOT), f"{path.stat().st_size // 1000} kB")
        if path := _report(_pdf(SPECIMEN, "institutional", "print", Path(name)), Path(name)):
            print(path.relative_to(ROOT), f"{path.stat().st_size // 1000} kB")


def _pdf(spec: Path, theme: str, edition: str, folder: Path) -> Path:
    """An edition of ``spec`` in ``theme``, in a folder of its own."""
    own = folder / theme
    if not own.is_dir():
        shutil.copytree(SPECS, own)
    copy = own / spec.name
    copy.write_text(f"theme: {theme}\n{spec.read_text(encoding='utf-8')}", encoding="utf-8")
    (made,) = build(copy, (edition,), own / "out").written
    return made


def _report(pdf: Path, folder: Path) -> Path | None:
    """The head of the preflight report on ``pdf``, as Chromium shows it; None where that is not installed."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    data, page, shot = pdf.read_bytes(), folder / "report.html", folder / "report.png"
    report, separations = examine(data, pdf.name)
    page.write_text(as_html(report, data, separations), encoding="utf-8")
    size = "--window-size=1240,1520"
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--hide-scrollbars", size, f"--screenshot={shot}", str(page)],
        check=True,
        capture_output=True,
    )
    target = Path(__file__).parent / "preflight.png"
    picture = Image.open(shot).convert("RGB")
    height = round(WIDTH * picture.height / picture.width)
    picture.resize((WIDTH, height), 1).quantize(256, kmeans=2).save(target, optimize=True)
    return target


def _draw(pdf: Path, number: int, target: Path) -> Path:
    """Page ``number`` of ``pdf`` as a small picture."""
    page = pypdfium2.PdfDocument(pdf)[number]
    picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
    height = round(WIDTH * picture.height / picture.width)
    picture.resize((WIDTH, height), 1).quantize(COLOURS, method=1).save(target, optimize=True)
    return target


if __name__ == "__main__":
    main()

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
        report = _report(_pdf(SPECIMEN, "institutional", "print", Path(name)), Path(name))
        for path in filter(None, (report, *_web(Path(name)))):
            print(path.relative_to(ROOT), f"{path.stat().st_size // 1000} kB")


def _pdf(spec: Path, theme: str, edition: str, folder: Path) -> Path:
    """An edition of ``spec`` in ``theme``, in a folder of its own."""
    own = folder / theme
    if not own.is_dir():
        shutil.copytree(SPECS, own)
    copy = own / spec.name
    copy.write_text(f"theme: {theme}\n{spec.read_text(encoding='utf-8')}", encoding="utf-8")
    return build(copy, (edition,), own / "out").written[0]


def _report(pdf: Path, folder: Path) -> Path | None:
    """The head of the preflight report on ``pdf``."""
    data, page = pdf.read_bytes(), folder / "report.html"
    report, separations = examine(data, pdf.name)
    page.write_text(as_html(report, data, separations), encoding="utf-8")
    return _shot(page, "1240,1520", "preflight")


def _web(folder: Path) -> tuple[Path | None, ...]:
    """The web edition of the specimen: a wide window, and a narrow one in the dark."""
    page = _pdf(SPECIMEN, "institutional", "web", folder)
    around = page.with_name("narrow.html")
    frame = f'<iframe src="{page.name}" style="width:420px;height:1020px;border:0"></iframe>'
    around.write_text(f'<body style="margin:0">{frame}</body>', encoding="utf-8")
    dark = ("--blink-settings=preferredColorScheme=0", "--allow-file-access-from-files")
    return _shot(page, "1240,1520", "web"), _shot(around, "420,1020", "web-narrow", *dark, width=310)


def _shot(page: Path, size: str, name: str, *options: str, width: int = WIDTH) -> Path | None:
    """The head of ``page`` as Chromium shows it in a window of ``size``; None where that is not installed."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    shot, target = page.with_suffix(".shot.png"), Path(__file__).parent / f"{name}.png"
    command = [chromium, "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}", *options]
    subprocess.run([*command, f"--screenshot={shot}", str(page)], check=True, capture_output=True)
    picture = Image.open(shot).convert("RGB")
    height = round(width * picture.height / picture.width)
    picture.resize((width, height), 1).quantize(256, kmeans=2).save(target, optimize=True)
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

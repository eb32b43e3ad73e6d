"""The pictures in the README, from PDFs of the specs that ship. Run ``make pictures``."""

import shutil
import tempfile
from pathlib import Path

import pypdfium2

from factsheet.build import build

ROOT = Path(__file__).parent.parent
SPECS = ROOT / "specs"
SAMPLE, SPECIMEN = SPECS / "mongolia-labour-migration.yaml", SPECS / "specimen.yaml"
PICTURES = (
    ("sample-page-1", SAMPLE, "institutional", 0),
    ("sample-page-2", SAMPLE, "institutional", 1),
    ("editorial", SAMPLE, "editorial", 0),
    ("bold", SAMPLE, "bold", 0),
    ("specimen-2", SPECIMEN, "institutional", 1),
)
"""The name of each picture, its spec, the theme, and the page."""

WIDTH = 620
"""The width of a picture, in pixels."""

COLOURS = 160


def main() -> None:
    """Write each picture into ``docs/``."""
    with tempfile.TemporaryDirectory() as name:
        for picture, spec, theme, page in PICTURES:
            path = _draw(_pdf(spec, theme, Path(name)), page, Path(__file__).parent / f"{picture}.png")
            print(path.relative_to(ROOT), f"{path.stat().st_size // 1000} kB")


def _pdf(spec: Path, theme: str, folder: Path) -> Path:
    """The screen edition of ``spec`` in ``theme``, in a folder of its own."""
    own = folder / theme
    if not own.is_dir():
        shutil.copytree(SPECS, own)
    copy = own / spec.name
    copy.write_text(f"theme: {theme}\n{spec.read_text(encoding='utf-8')}", encoding="utf-8")
    (made,) = build(copy, ("screen",), own / "out").written
    return made


def _draw(pdf: Path, number: int, target: Path) -> Path:
    """Page ``number`` of ``pdf`` as a small picture."""
    page = pypdfium2.PdfDocument(pdf)[number]
    picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
    height = round(WIDTH * picture.height / picture.width)
    picture.resize((WIDTH, height), 1).quantize(COLOURS, method=1).save(target, optimize=True)
    return target


if __name__ == "__main__":
    main()

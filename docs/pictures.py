"""The pictures in the README: both pages of the sample, from the PDF that ``make`` wrote. Run ``make pictures``."""

from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "output" / "mongolia-labour-migration.en.screen.pdf"
WIDTH = 620
"""The width of a picture, in pixels."""

COLOURS = 160


def main() -> None:
    """Write ``docs/sample-page-N.png``."""
    for number, page in enumerate(pypdfium2.PdfDocument(SAMPLE), 1):
        picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
        height = round(WIDTH * picture.height / picture.width)
        path = Path(__file__).parent / f"sample-page-{number}.png"
        picture.resize((WIDTH, height), 1).quantize(COLOURS, method=1).save(path, optimize=True)
        print(path.relative_to(ROOT), f"{path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()

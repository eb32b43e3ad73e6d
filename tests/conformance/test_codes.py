"""Cameras read the codes of both editions: as printed, small, in the narrowest column, and with long addresses."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.conformance.programs import ROOT, SPECS, Built, factsheet, lacking

pytestmark = pytest.mark.conformance

LENGTHS = (5, 14, 25, 60, 120, 180, 243)


def _read(path: Path, dots: int = 200) -> Counter[str]:
    """What the codes on all pages of ``path`` say, rasterised as a camera may see them."""
    try:
        import pypdfium2
        import zxingcpp
    except ImportError:
        lacking("pypdfium2 or zxing-cpp", "pip install --requirement requirements.txt")
    found: Counter[str] = Counter()
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            picture = page.render(scale=dots / 72, grayscale=True).to_pil()
            page.close()
            found.update(code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode))
    return found


def _wanted(path: Path) -> Counter[str]:
    """Where the codes of a spec lead."""
    spec = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    values = [block["qr"] for place in ("main", "sidebar") for block in spec.get(place, ()) if "qr" in block]
    urls = [value["url"] if isinstance(value, dict) else value for value in values]
    return Counter(url if url.startswith("http") else f"https://{url}" for url in urls)


WITH_CODES = [path for path in SPECS if _wanted(path)]


def test_there_are_codes() -> None:
    assert WITH_CODES


@pytest.mark.parametrize("path", WITH_CODES, ids=lambda path: path.stem)
def test_every_code_says_where_it_leads(built: Built, path: Path, edition: str) -> None:
    assert _read(built.file(path.stem, edition)) == _wanted(path)


@pytest.mark.parametrize("theme", ["institutional", "editorial", "bold", "narrow"])
def test_codes_of_every_length_are_read_on_every_ground(tmp_path: Path, theme: str) -> None:
    if theme == "narrow":  # 36 mm for the text of the sidebar, on a dark ground
        text = (ROOT / "factsheet/design/themes/bold.yaml").read_text(encoding="utf-8")
        shipped = yaml.load(text, yaml.BaseLoader)["sidebar"]
        inner = float(shipped["width_mm"]) - float(shipped["padding_mm"]) - float(shipped["margin_mm"])
        width = f"{float(shipped['width_mm']) - inner + 36:g}"
        text = text.replace(f"width_mm: {shipped['width_mm']}", f"width_mm: {width}").replace(
            "name: bold", "name: narrow"
        )
        (tmp_path / "narrow.theme.yaml").write_text(text, encoding="utf-8")
    urls = [f"example.org/{'a1-B' * 100}"[:length] if length > 12 else "a.org" for length in LENGTHS]
    for n, url in enumerate(urls):
        blocks = [{"qr": url}]
        made = {"title": "Codes", "date": "2026-01-31", "theme": theme, "main": blocks, "sidebar": blocks}
        spec = tmp_path / f"codes-{n}.yaml"
        spec.write_text(yaml.safe_dump(made), encoding="utf-8")
    run = factsheet("build", "--no-judge", *sorted(tmp_path.glob("codes-*.yaml")), "--out", tmp_path / "out")
    assert not run.returncode, run.stdout + run.stderr
    for n, url in enumerate(urls):
        for edition in ("print", "screen"):
            found = _read(tmp_path / "out" / f"codes-{n}.en.{edition}.pdf")
            assert found == Counter({f"https://{url}": 2}), (len(url), edition)

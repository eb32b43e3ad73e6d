"""Pictures in a file: drawn where they belong, upright, in their colours, and written once."""

import zlib
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from factsheet.design.bitmap import Pixels
from factsheet.design.pictures import look, pixels
from factsheet.pdf.canvas import Boxes, PdfCanvas
from factsheet.units import Rect
from tests.unit.design.test_pictures import CORNERS, MANY, WHOLE, corners, near, noisy, quarters

PAGE = Rect(0, 0, 200, 100)


def _half_seen() -> Image.Image:
    picture = quarters().convert("RGBA")
    picture.putalpha(128)
    return picture


def _inks() -> Image.Image:
    picture = Image.new("CMYK", (120, 80), (0, 200, 200, 0))
    picture.paste((200, 0, 200, 0), (60, 0, 120, 40))
    picture.paste((200, 200, 0, 0), (0, 40, 60, 80))
    picture.paste((0, 0, 200, 0), (60, 40, 120, 80))
    return picture


MODES = {
    "rgb.png": quarters,
    "rgb.jpg": quarters,
    "palette.png": lambda: quarters().quantize(8),
    "rgba.png": _half_seen,
    "inks.tif": _inks,
    "inks.jpg": _inks,
    "grey.png": lambda: quarters().convert("L"),
    "grey.jpg": lambda: quarters().convert("L"),
    "lines.png": lambda: quarters().convert("L").point(lambda v: 255 if v > 110 else 0).convert("1"),
}


def made(folder: Path, name: str, colours: str) -> Pixels:
    path = folder / name
    MODES[name]().save(path, quality=95)
    return pixels(look(path), colours, WHOLE, MANY)  # type: ignore[arg-type]


def drawn(*found: Pixels, blending: str = "DeviceRGB", oval: bool = False, times: int = 1) -> bytes:
    """A page with the pictures side by side, each 60 by 40 from 10, 20 on."""
    canvas = PdfCanvas(version=(1, 7), language="en", packed=False, information={"Title": "T"})
    canvas.use({})
    for _ in range(times):
        canvas.begin_page(Boxes(PAGE, PAGE, PAGE))
        for n, picture in enumerate(found):
            canvas.picture(10 + 90 * n, 20, 60, 40, picture, blending=blending, oval=oval)
        canvas.end_page()
    return canvas.finish()


def rendered(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=2).to_pil().convert("RGB")


def objects(data: bytes, page: int = 0) -> dict[str, dict]:  # type: ignore[type-arg]
    resources = PdfReader(BytesIO(data), strict=True).pages[page]["/Resources"]
    return {name: reference.get_object() for name, reference in resources["/XObject"].items()}


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("name", MODES)
def test_a_picture_is_drawn_upright_in_its_place_and_colours(tmp_path: Path, name: str, colours: str) -> None:
    """Inks are shown by PDFium without a profile, so that they are only told apart; test_pictures measures them."""
    image = rendered(drawn(made(tmp_path, name, colours)))
    assert image.size == (400, 200)
    assert {image.getpixel(place) for place in ((10, 10), (18, 60), (145, 60), (60, 36), (60, 124))} == {(255,) * 3}
    found = corners(image.crop((20, 40, 140, 120)))
    original = MODES[name]()
    if name.startswith(("grey", "lines")):
        assert near(found, corners(original.convert("L").convert("RGB")), 3)
    elif colours == "rgb" and name.startswith("rgba"):
        assert near(found, [tuple((v + 255) // 2 for v in colour) for colour in CORNERS], 4)
    elif colours == "rgb" and not name.startswith("inks"):
        assert near(found, CORNERS, 8)
    else:
        paper = Image.new("RGBA", original.size, "white")
        over = original if name.startswith("rgba") else original.convert("RGB").convert("RGBA")
        wanted = [colour[:3] for colour in corners(Image.alpha_composite(paper, over))]
        assert [max(range(4), key=lambda n: _alike(colour, wanted[n])) for colour in found] == [0, 1, 2, 3]


def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    return -sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("name", MODES)
def test_each_space_is_that_of_the_edition_or_grey(tmp_path: Path, name: str, colours: str) -> None:
    (found,) = objects(drawn(made(tmp_path, name, colours))).values()
    grey = name.startswith(("grey", "lines"))
    assert found["/ColorSpace"] == ("/DeviceGray" if grey else "/DeviceRGB" if colours == "rgb" else "/DeviceCMYK")
    assert (found["/Width"], found["/Height"], found["/BitsPerComponent"]) == (120, 80, 8)
    assert "/Interpolate" not in found
    assert "/Intent" not in found
    inverted = found["/Filter"] == "/DCTDecode" and found["/ColorSpace"] == "/DeviceCMYK"
    assert ("/Decode" in found) == inverted


@pytest.mark.parametrize(("blending", "colours"), [("DeviceRGB", "rgb"), ("DeviceCMYK", "cmyk")])
def test_what_shines_through_is_mixed_in_the_space_of_the_edition(tmp_path: Path, blending: str, colours: str) -> None:
    """ISO 19005-2, 6.2.10: a page with transparency says in which space it is mixed."""
    data = drawn(made(tmp_path, "rgba.png", colours), blending=blending)
    page = PdfReader(BytesIO(data), strict=True).pages[0]
    assert page["/Group"] == {"/S": "/Transparency", "/CS": f"/{blending}"}
    (found,) = objects(data).values()
    mask = found["/SMask"].get_object()
    assert mask["/ColorSpace"] == "/DeviceGray"
    assert set(zlib.decompress(mask._data)) == {128}
    opaque = PdfReader(BytesIO(drawn(made(tmp_path, "rgb.png", colours))), strict=True).pages[0]
    assert "/Group" not in opaque


def test_a_picture_is_written_once_however_often_it_is_drawn(tmp_path: Path) -> None:
    one, other = made(tmp_path, "rgb.png", "rgb"), made(tmp_path, "grey.png", "rgb")
    data = drawn(one, other, times=3)
    assert data.count(b"/Subtype/Image") == 2
    for page in range(3):
        assert list(objects(data, page)) == ["/Im1", "/Im2"]
    assert drawn(one, one).count(b"/Subtype/Image") == 1


def test_a_page_without_pictures_names_none(tmp_path: Path) -> None:
    canvas = PdfCanvas(version=(1, 7), language="en", packed=False, information={})
    canvas.use({})
    for drawn_on in (True, False):
        canvas.begin_page(Boxes(PAGE, PAGE, PAGE))
        if drawn_on:
            canvas.picture(0, 0, 10, 10, made(tmp_path, "rgba.png", "rgb"), blending="DeviceRGB")
        canvas.end_page()
    first, second = PdfReader(BytesIO(canvas.finish()), strict=True).pages
    assert "/XObject" in first["/Resources"]
    assert "/XObject" not in second["/Resources"]
    assert "/Group" not in second


def test_an_oval_picture_shows_the_ellipse_alone(tmp_path: Path) -> None:
    image = rendered(drawn(made(tmp_path, "rgb.png", "rgb"), oval=True))
    assert image.getpixel((24, 44)) == image.getpixel((136, 116)) == (255, 255, 255)
    assert image.getpixel((80, 42)) != (255, 255, 255)
    assert image.getpixel((22, 80)) != (255, 255, 255)
    assert near(corners(image.crop((20, 40, 140, 120))), CORNERS, 4)


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
def test_the_same_pictures_give_the_same_bytes(tmp_path: Path, colours: str) -> None:
    noisy().save(tmp_path / "a.png")
    found = [pixels(look(tmp_path / "a.png"), colours, WHOLE, (50, 50)) for _ in range(2)]  # type: ignore[arg-type]
    assert drawn(found[0]) == drawn(found[1])

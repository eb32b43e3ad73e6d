import sys
from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image

from factsheet import raster as raster_module
from factsheet.raster import Raster, RasterError, compact, page_image, page_images, page_pngs, png


def pdf(*pages: str, content: str = "") -> bytes:
    """A file of blank pages with the entries ``pages``; on each, ``content`` is drawn."""
    kids = " ".join(f"{4 + n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        f"<< /Length {len(content)} >> stream\n{content}\nendstream",
        *(f"<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 3 0 R {entries} >>" for entries in pages),
    ]
    file, offsets = b"%PDF-1.6\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(file))
        file += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{at:010} 00000 n \n" for at in offsets)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\n"
    )
    return file + f"{end}startxref\n{len(file)}\n%%EOF\n".encode()


def pixel(raster: Raster, x: int, y: int) -> tuple[int, ...]:
    at = 3 * (y * raster.width + x)
    return tuple(raster.rgb[at : at + 3])


RED_CORNER = "1 0 0 rg 0 62 10 10 re f"
"""A square at the top left of a page of 144 × 72 points."""


def test_a_page_is_shown_from_its_top_left_in_red_green_and_blue() -> None:
    raster = page_image(pdf("/MediaBox [0 0 144 72]", content=RED_CORNER), 1, 72)
    assert (raster.width, raster.height, len(raster.rgb)) == (144, 72, 144 * 72 * 3)
    assert pixel(raster, 2, 2) == (255, 0, 0)
    assert pixel(raster, 2, 60) == (255, 255, 255)


def test_the_resolution_is_pixels_to_the_inch() -> None:
    raster = page_image(pdf("/MediaBox [0 0 144 72]"), 1, 90)
    assert (raster.width, raster.height) == (180, 90)


def test_rows_have_no_padding() -> None:
    raster = page_image(pdf("/MediaBox [0 0 33 7]"), 1, 72)
    assert len(raster.rgb) == 33 * 7 * 3


def test_neither_a_crop_box_nor_a_rotation_moves_the_media_box() -> None:
    raster = page_image(pdf("/MediaBox [0 0 144 72] /CropBox [50 10 90 60] /Rotate 90", content=RED_CORNER), 1, 72)
    assert (raster.width, raster.height) == (144, 72)
    assert pixel(raster, 2, 2) == (255, 0, 0)


def test_a_box_written_from_the_upper_right_is_the_same_box() -> None:
    raster = page_image(pdf("/MediaBox [144 72 0 0]", content=RED_CORNER), 1, 72)
    assert pixel(raster, 2, 2) == (255, 0, 0)


def test_the_trimmed_page_and_the_bleed_are_shown_alone() -> None:
    data = pdf("/MediaBox [0 0 144 72] /BleedBox [8 8 136 64] /TrimBox [14 14 130 58]", content=RED_CORNER)
    bleed, trim = page_image(data, 1, 72, "bleed"), page_image(data, 1, 72, "trim")
    assert (bleed.width, bleed.height) == (128, 56)
    assert (trim.width, trim.height) == (116, 44)
    assert pixel(bleed, 1, 1) == (255, 0, 0)
    assert pixel(trim, 1, 1) == (255, 255, 255)


def test_a_missing_trim_box_is_the_bleed_and_a_missing_bleed_the_media_box() -> None:
    assert page_image(pdf("/MediaBox [0 0 144 72] /BleedBox [8 8 136 64]"), 1, 72, "trim").width == 128
    assert page_image(pdf("/MediaBox [0 0 144 72]"), 1, 72, "bleed").width == 144


def test_a_box_outside_the_sheet_shows_the_sheet() -> None:
    assert page_image(pdf("/MediaBox [0 0 144 72] /TrimBox [500 500 600 600]"), 1, 72, "trim").width == 144


def test_all_pages_come_in_order() -> None:
    data = pdf("/MediaBox [0 0 10 20]", "/MediaBox [0 0 30 20]")
    assert [raster.width for raster in page_images(data, 72)] == [10, 30]
    assert [Image.open(BytesIO(file)).width for file in page_pngs(data, 72)] == [10, 30]


def test_a_png_keeps_every_pixel_and_says_its_resolution() -> None:
    raster = page_image(pdf("/MediaBox [0 0 20 20]", content="0.2 0.4 0.6 rg 0 0 7 7 re f"), 1, 72)
    image = Image.open(BytesIO(png(raster, 150)))
    assert image.format == "PNG"
    assert image.convert("RGB").tobytes() == raster.rgb
    assert image.info["dpi"] == pytest.approx((150, 150), abs=0.1)


@pytest.mark.parametrize("data", [b"", b"no file", b"%PDF-1.6\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(RasterError, match="cannot open"):
        page_image(data, 1, 72)


@pytest.mark.parametrize("page", [0, -1, 3])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(RasterError, match=f"no page {page}: the file has 2"):
        page_image(pdf("/MediaBox [0 0 9 9]", "/MediaBox [0 0 9 9]"), page, 72)


def test_a_picture_too_large_for_memory_is_refused_before_it_is_made() -> None:
    with pytest.raises(RasterError, match="too large"):
        page_image(pdf("/MediaBox [0 0 14400 14400]"), 1, 300)


def test_a_resolution_of_nothing_is_refused() -> None:
    with pytest.raises(RasterError, match="cannot show page 1"):
        page_image(pdf("/MediaBox [0 0 9 9]"), 1, 0)


def test_grey_pictures_are_kept_as_grey() -> None:
    grey = Raster(2, 1, bytes((10, 10, 10, 200, 200, 200)))
    coloured = Raster(2, 1, bytes((10, 10, 10, 200, 201, 200)))
    assert Image.open(BytesIO(png(grey))).mode == "L"
    assert Image.open(BytesIO(png(coloured))).mode == "RGB"


def test_a_drawing_is_kept_as_png_and_a_photograph_as_jpeg() -> None:
    flat = Raster(64, 64, bytes((200, 30, 30)) * 64 * 64)
    noise = Raster(64, 64, Random(1).randbytes(64 * 64 * 3))
    assert compact(flat)[0] == "image/png"
    media_type, file = compact(noise)
    assert media_type == "image/jpeg"
    assert Image.open(BytesIO(file)).size == (64, 64)


def endless(content: str = "/F Do /F Do") -> bytes:
    """A page whose form draws itself twice."""
    head = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        "<< /Length 5 >> stream\n/F Do\nendstream",
        f"<< {head} /Length {len(content)} >> stream\n{content}\nendstream",
    ]
    file = "%PDF-1.6\n" + "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"{file}trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n".encode()


def test_a_page_without_end_is_given_up_and_the_next_file_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster_module, "_SECONDS", 0.5)
    with pytest.raises(RasterError, match=r"PDFium did not finish page 1 within 0\.5 seconds"):
        page_image(endless(), 1, 72)
    monkeypatch.undo()
    assert page_image(pdf("/MediaBox [0 0 9 9]"), 1, 72).width == 9


def test_a_file_is_given_no_more_than_its_time_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster_module, "_SECONDS_IN_ALL", 0.3)
    data = endless()
    with pytest.raises(RasterError, match="did not finish"):
        page_image(data, 1, 72)
    with pytest.raises(RasterError, match=r"has drawn this file for 0\.3 seconds, and was given no more"):
        page_image(data, 1, 72)


def test_a_process_that_breaks_down_is_told_and_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf("/MediaBox [0 0 9 9]")
    page_image(data, 1, 72)
    drawer = raster_module._drawer()
    talk = raster_module._Drawer._talk

    def broken(self: Any, process: Any, *rest: Any) -> Any:
        process.kill()
        process.wait()
        return talk(self, process, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(raster_module._Drawer, "_talk", broken)
        with pytest.raises(RasterError, match="PDFium broke down over page 1"):
            page_image(data, 1, 72)
    assert drawer.process is None
    assert page_image(data, 1, 72).width == 9


def test_a_program_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    raster_module._drawer().stop()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(RasterError, match="PDFium broke down over this file"):
        page_pngs(pdf("/MediaBox [0 0 9 9]"), 72)

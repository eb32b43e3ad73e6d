"""Picture files: what is told of them, what is refused, and their pixels for each edition, in every mode there is."""

import os
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw

from factsheet import limits
from factsheet.design.bitmap import Bitmap, Colours, Pixels
from factsheet.design.pictures import heaviest, look, pixels, portable, usable
from factsheet.design.press import HOUSE as PROFILE
from factsheet.findings import AssetError, Finding

WHOLE = (0.0, 0.0, 1.0, 1.0)
MANY = (5000, 5000)
CORNERS = ((200, 80, 60), (70, 150, 90), (60, 90, 160), (220, 200, 120))
"""Colours that paper can show: top left, top right, bottom left, bottom right."""

TURNS = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
"""How a picture is stored for each EXIF orientation: the opposite of what a viewer does (Pillow's ``Transpose``)."""


def quarters(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """A picture of four colours."""
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    width, height = size[0] // 2, size[1] // 2
    for n, colour in enumerate(CORNERS):
        x, y = n % 2 * width, n // 2 * height
        draw.rectangle((x, y, x + width, y + height), fill=colour)
    return picture


def noisy(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Something like a photograph: no two pixels are alike."""
    noise = Image.effect_noise(size, 30)
    return Image.merge("RGB", (noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_TOP_BOTTOM)))


def decoded(found: Pixels) -> Image.Image:
    """The pixels, as a reader of PDF would decode them; CMYK as inks."""
    mode = {"grey": "L", "rgb": "RGB", "cmyk": "CMYK"}[found.colours]
    if found.filter == "DCT":
        picture = Image.open(BytesIO(found.data))
        assert picture.mode == mode
    else:
        picture = Image.frombytes(mode, (found.width, found.height), zlib.decompress(found.data))
    assert picture.size == (found.width, found.height)
    return picture


def seen(found: Pixels) -> Image.Image:
    """The pixels as they look on a screen, or on paper."""
    picture = decoded(found)
    if found.colours != "cmyk":
        return picture.convert("RGB")
    made = ImageCms.profileToProfile(
        picture, str(PROFILE), ImageCms.createProfile("sRGB"), outputMode="RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    assert made is not None
    return made


def corners(picture: Image.Image) -> list[tuple[int, ...]]:
    width, height = picture.size
    places = [(x, y) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    return [picture.getpixel(place) for place in places]  # type: ignore[misc]


def near(found: list[tuple[int, ...]], wanted: object, within: int = 8) -> bool:
    assert isinstance(wanted, tuple | list)
    return all(
        abs(a - b) <= within for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


def saved(path: Path, picture: Image.Image, **options: object) -> Bitmap:
    picture.save(path, **options)  # type: ignore[arg-type]
    return look(path)


def refused(path: Path) -> Finding:
    with pytest.raises(AssetError) as caught:
        look(path)
    (finding,) = caught.value.findings
    assert finding.severity == "error"
    assert finding.hint
    return finding


# What is told


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_size_and_colours_are_told(tmp_path: Path, suffix: str) -> None:
    bitmap = saved(tmp_path / f"a.{suffix}", quarters())
    assert (bitmap.width, bitmap.height, bitmap.colours) == (120, 80, "rgb")
    assert len(bitmap.digest) == 64


@pytest.mark.parametrize(
    ("mode", "colours"),
    [("1", "grey"), ("L", "grey"), ("LA", "grey"), ("P", "rgb"), ("RGBA", "rgb"), ("CMYK", "cmyk"), ("I;16", "grey")],
)
def test_every_mode_is_told(tmp_path: Path, mode: str, colours: str) -> None:
    picture = quarters().convert("L") if mode == "I;16" else quarters()
    suffix = "tif" if mode == "CMYK" else "png"
    assert saved(tmp_path / f"a.{suffix}", picture.convert(mode)).colours == colours


def test_a_palette_of_greys_is_grey(tmp_path: Path) -> None:
    assert saved(tmp_path / "a.png", quarters().convert("L").convert("P")).colours == "grey"


def test_the_same_content_is_equal_wherever_it_lies(tmp_path: Path) -> None:
    one, other = saved(tmp_path / "a.png", quarters()), saved(tmp_path / "b.png", quarters())
    assert one.digest == other.digest
    assert saved(tmp_path / "c.png", noisy()).digest != one.digest


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
def test_pictures_stand_upright(tmp_path: Path, suffix: str, orientation: int, colours: str) -> None:
    turn = TURNS[orientation]
    stored = quarters() if turn is None else quarters().transpose(Image.Transpose(turn))
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"tiffinfo": exif} if suffix == "tif" else {"exif": exif}
    bitmap = saved(tmp_path / f"a.{suffix}", stored, quality=95, **options)
    assert (bitmap.width, bitmap.height) == (120, 80)
    for most in (MANY, (30, 20)):
        found = pixels(bitmap, colours, WHOLE, most)  # type: ignore[arg-type]
        assert (found.width, found.height) == (min(120, most[0]), min(80, most[1]))
        assert near(corners(seen(found)), CORNERS, 14)


# What is refused


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    assert "there is no file a.jpg" in refused(tmp_path / "a.jpg").message
    assert "is a folder" in refused(tmp_path).message
    (tmp_path / "empty.jpg").touch()
    assert "is empty" in refused(tmp_path / "empty.jpg").message
    saved(tmp_path / "b.png", quarters())
    assert "there is no file c.jpg" in refused(tmp_path / "b.png" / "c.jpg").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert "is not a file" in refused(tmp_path / "a.jpg").message


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_what_is_cut_off_is_damaged(tmp_path: Path, suffix: str, share: float) -> None:
    path = tmp_path / f"a.{suffix}"
    noisy((300, 200)).save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    finding = refused(path)
    assert finding.rule == "picture"
    assert "is damaged" in finding.message


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_no_broken_byte_makes_a_traceback_or_a_noise(
    tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a.{suffix}"
    noisy((40, 30)).save(path)
    data = path.read_bytes()
    for at in range(0, len(data), max(len(data) // 40, 1)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF, 0xFF]) + data[at + 2 :])
        with suppress(AssetError):
            pixels(look(path), "rgb", WHOLE, MANY)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"GIF89a" + bytes(20), "is a GIF"),
        (b"%PDF-1.7\n", "is a PDF, not a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "is a HEIC photograph"),
        (b"\0\0\0\x18ftypavif" + bytes(20), "is an AVIF photograph"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG drawing"),
        (b"<?xml version='1.0'?>\n<!-- a -->\n<svg/>", "is an SVG drawing"),
        (b"8BPS" + bytes(20), "is a Photoshop file"),
        (b"BM" + bytes(60), "is a BMP"),
        (b"PK\x03\x04" + bytes(30), "is an Office or ZIP file"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"words", "is not a picture"),
    ],
)
def test_other_kinds_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    finding = refused(path)
    assert message in finding.message
    assert "JPEG" in finding.hint
    assert "PNG" in finding.hint


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("side", [9_000, 12_000, 50_000, 2_000_000_000])
def test_a_picture_that_would_fill_the_memory_is_refused_by_its_head(tmp_path: Path, side: int) -> None:
    path = tmp_path / "bomb.png"
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"")))
    finding = refused(path)
    assert finding.rule == "limit"
    assert f"{limits.PICTURE_PIXELS // 1_000_000} million" in finding.message


def test_a_text_that_unpacks_to_gigabytes_is_no_way_in(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    quarters().save(path)
    data = path.read_bytes()
    text = _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(80_000_000)))
    path.write_bytes(data[:33] + text + data[33:])
    assert refused(path).rule == "picture"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path / "a.png", noisy())
    monkeypatch.setattr(limits, "PICTURE_BYTES", 1000)
    assert refused(tmp_path / "a.png").rule == "limit"


@pytest.mark.parametrize("suffix", ["png", "webp", "tif"])
def test_several_pictures_in_one_file_are_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    quarters().save(path, save_all=True, append_images=[noisy()])
    assert "several pictures" in refused(path).message


@pytest.mark.parametrize("mode", ["F", "LAB"])
def test_colours_that_cannot_be_printed_are_refused(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (20, 10)).save(tmp_path / "a.tif")
    assert "colours of a kind that cannot be printed" in refused(tmp_path / "a.tif").message


def test_a_file_that_changes_under_way_is_refused(tmp_path: Path) -> None:
    bitmap = saved(tmp_path / "a.png", quarters())
    noisy().save(tmp_path / "a.png")
    with pytest.raises(AssetError, match="was changed"):
        pixels(bitmap, "rgb", WHOLE, MANY)
    (tmp_path / "a.png").unlink()
    with pytest.raises(AssetError, match="there is no file"):
        pixels(bitmap, "rgb", WHOLE, MANY)


# Pixels in every mode, for both editions


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_colours_are_kept(tmp_path: Path, suffix: str, colours: str) -> None:
    bitmap = saved(tmp_path / f"a.{suffix}", quarters(), quality=95)
    found = pixels(bitmap, colours, WHOLE, MANY)  # type: ignore[arg-type]
    assert found.colours == colours
    assert found.alpha is None
    assert near(corners(seen(found)), CORNERS, 12)


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("mode", ["L", "LA", "P", "I;16", "jpg"])
def test_grey_stays_grey(tmp_path: Path, mode: str, colours: str) -> None:
    grey = quarters().convert("L")
    if mode == "I;16":
        data = b"".join(struct.pack("<H", value * 257) for value in grey.tobytes())
        picture = Image.frombytes("I;16", grey.size, data)
    else:
        picture = grey if mode == "jpg" else grey.convert(mode)
    bitmap = saved(tmp_path / ("a.jpg" if mode == "jpg" else "a.png"), picture)
    found = pixels(bitmap, colours, WHOLE, MANY)  # type: ignore[arg-type]
    assert (found.colours, found.alpha) == ("grey", None)
    assert near([(v,) for v in corners(decoded(found))], [(v,) for v in corners(grey)], 2)


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_sixteen_bits_become_eight(tmp_path: Path, suffix: str) -> None:
    values = [0, 128 * 256, 200 * 256 + 255, 65535]
    picture = Image.frombytes("I;16", (40, 10), b"".join(struct.pack("<H", v) * 10 for v in values) * 10)
    found = pixels(saved(tmp_path / f"a.{suffix}", picture), "rgb", WHOLE, MANY)
    assert list(decoded(found).tobytes()[5:40:10]) == [0, 128, 200, 255]


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
def test_black_and_white_is_exact(tmp_path: Path, colours: str) -> None:
    dithered = noisy().convert("1")
    found = pixels(saved(tmp_path / "a.png", dithered), colours, WHOLE, MANY)  # type: ignore[arg-type]
    assert (found.colours, found.filter) == ("grey", "Flate")
    assert decoded(found).tobytes() == dithered.convert("L").tobytes()


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
def test_inks_are_kept_in_print_and_seen_on_screen(tmp_path: Path, colours: str) -> None:
    inks = [(0, 153, 153, 20), (153, 20, 153, 0), (204, 120, 0, 0), (0, 0, 0, 200)]
    picture = Image.new("CMYK", (40, 40))
    for n, ink in enumerate(inks):
        picture.paste(ink, (n % 2 * 20, n // 2 * 20, n % 2 * 20 + 20, n // 2 * 20 + 20))
    as_inks = pixels(saved(tmp_path / "a.tif", picture), "cmyk", WHOLE, MANY)
    assert corners(decoded(as_inks)) == inks
    for suffix in ("tif", "jpg"):  # Adobe and all others write JPEGs of inks inverted
        bitmap = saved(tmp_path / f"a.{suffix}", picture, quality=95)
        found = pixels(bitmap, colours, WHOLE, MANY)  # type: ignore[arg-type]
        assert found.colours == colours
        assert near(corners(seen(found)), corners(seen(as_inks)), 10)


def test_a_jpeg_of_inks_that_is_not_adobes_is_not_inverted(tmp_path: Path) -> None:
    saved(tmp_path / "a.jpg", Image.new("CMYK", (16, 16), (200, 0, 0, 0)), quality=95)
    data = (tmp_path / "a.jpg").read_bytes()
    at = data.index(b"\xff\xee")
    (tmp_path / "b.jpg").write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])
    found = pixels(look(tmp_path / "b.jpg"), "cmyk", WHOLE, MANY)
    assert near([decoded(found).getpixel((8, 8))], [(55, 255, 255, 255)], 4)  # type: ignore[list-item]


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("mode", ["LA", "RGBA", "P"])
def test_what_is_transparent_stays_so(tmp_path: Path, mode: str, colours: str) -> None:
    picture = quarters().convert("RGBA")
    alpha = Image.new("L", picture.size, 255)
    alpha.paste(0, (0, 0, 60, 40))
    picture.putalpha(alpha)
    picture = picture.convert(mode) if mode == "LA" else picture.quantize(16) if mode == "P" else picture
    found = pixels(saved(tmp_path / "a.png", picture), colours, WHOLE, MANY)  # type: ignore[arg-type]
    assert found.alpha is not None
    assert zlib.decompress(found.alpha) == alpha.tobytes()
    assert found.colours == ("grey" if mode == "LA" else colours)
    if mode != "LA":
        assert near(corners(seen(found))[1:], CORNERS[1:], 14)


def test_an_opacity_that_hides_nothing_is_dropped(tmp_path: Path) -> None:
    assert pixels(saved(tmp_path / "a.png", quarters().convert("RGBA")), "rgb", WHOLE, MANY).alpha is None


def test_hidden_colours_do_not_shine_through_the_edges(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (0, 0, 21, 40))
    found = pixels(saved(tmp_path / "a.png", picture), "rgb", WHOLE, (10, 10))
    assert found.alpha is not None
    edge = [
        pixel for pixel, part in zip(list(_rows(decoded(found))), zlib.decompress(found.alpha), strict=True) if part
    ]
    assert edge
    assert all(red < 40 for red, _, _ in edge)


def _rows(picture: Image.Image) -> list[tuple[int, int, int]]:
    data = picture.tobytes()
    return [(data[n], data[n + 1], data[n + 2]) for n in range(0, len(data), 3)]


# Profiles


def _wide() -> bytes:
    """A profile whose red is another than that of sRGB: its first two primaries are swapped."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", data[128:132])[0]
    places = {bytes(data[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(count)}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = data[green + 4 : green + 12], data[red + 4 : red + 12]
    at = data.find("sRGB".encode("utf-16-be"))
    while at >= 0:
        data[at : at + 8] = "XXXX".encode("utf-16-be")
        at = data.find("sRGB".encode("utf-16-be"))
    return bytes(data)


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_a_profile_is_obeyed(tmp_path: Path, suffix: str, colours: str) -> None:
    bitmap = saved(tmp_path / f"a.{suffix}", quarters(), icc_profile=_wide(), quality=95)
    swapped = [(green, red, blue) for red, green, blue in CORNERS]
    found = pixels(bitmap, colours, WHOLE, MANY)  # type: ignore[arg-type]
    assert near(corners(seen(found))[1:], swapped[1:], 16)  # the first is more than paper can show


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("profile", [b"nonsense", PROFILE.read_bytes(), PROFILE.read_bytes()[:300], _wide()[:200]])
def test_a_profile_that_is_broken_or_of_other_colours_is_passed_over(
    tmp_path: Path, profile: bytes, colours: str
) -> None:
    bitmap = saved(tmp_path / "a.png", quarters(), icc_profile=profile)
    assert near(corners(seen(pixels(bitmap, colours, WHOLE, MANY))), CORNERS, 12)  # type: ignore[arg-type]


def test_inks_of_our_own_condition_are_not_converted(tmp_path: Path) -> None:
    black = Image.new("CMYK", (20, 20), (0, 0, 0, 255))
    bitmap = saved(tmp_path / "a.tif", black, icc_profile=PROFILE.read_bytes())
    assert decoded(pixels(bitmap, "cmyk", WHOLE, MANY)).getpixel((5, 5)) == (0, 0, 0, 255)


def test_no_more_ink_is_laid_than_the_paper_takes(tmp_path: Path) -> None:
    dark = Image.new("RGB", (40, 20), (0, 0, 0))
    dark.paste((20, 10, 0), (0, 0, 20, 20))
    found = decoded(pixels(saved(tmp_path / "a.png", dark), "cmyk", WHOLE, MANY))
    assert all(sum(ink) <= 3.02 * 255 for ink in corners(found))
    assert all(sum(ink) > 2 * 255 for ink in corners(found))


# Size and crop


def test_pictures_are_made_smaller_never_larger(tmp_path: Path) -> None:
    bitmap = saved(tmp_path / "a.png", noisy((300, 200)))
    sizes = [pixels(bitmap, "rgb", WHOLE, most) for most in ((150, 100), (100, 100), (300, 50), (900, 600))]
    assert [(found.width, found.height) for found in sizes] == [(150, 100), (100, 67), (75, 50), (300, 200)]


@pytest.mark.parametrize("suffix", ["jpg", "png"])
@pytest.mark.parametrize("most", [MANY, (30, 20)])
def test_the_part_wanted_is_taken(tmp_path: Path, suffix: str, most: tuple[int, int]) -> None:
    bitmap = saved(tmp_path / f"a.{suffix}", quarters((400, 300)), quality=95)
    for n, (left, top) in enumerate([(0.02, 0.02), (0.55, 0.02), (0.02, 0.55), (0.55, 0.55)]):
        found = pixels(bitmap, "rgb", (left, top, left + 0.4, top + 0.4), most)
        assert (found.width, found.height) in {(160, 120), (27, 20)}
        assert near(corners(seen(found)), [CORNERS[n]] * 4, 10)


def test_the_thinnest_part_is_a_pixel(tmp_path: Path) -> None:
    bitmap = saved(tmp_path / "a.png", quarters())
    found = pixels(bitmap, "rgb", (0.999, 0.0, 1.0, 0.0001), MANY)
    assert (found.width, found.height) == (1, 1)
    assert pixels(bitmap, "cmyk", WHOLE, (1, 1)).width == 1


# Bytes


def test_photographs_are_jpegs_and_drawings_are_exact(tmp_path: Path) -> None:
    assert pixels(saved(tmp_path / "a.png", noisy()), "rgb", WHOLE, MANY).filter == "DCT"
    drawing = pixels(saved(tmp_path / "b.png", quarters()), "rgb", WHOLE, MANY)
    assert drawing.filter == "Flate"
    assert decoded(drawing).tobytes() == quarters().tobytes()


def test_a_jpeg_that_fits_is_kept_without_what_is_private(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Maker of cameras"
    bitmap = saved(tmp_path / "a.jpg", noisy(), quality=70, exif=exif, comment=b"by somebody")
    found = pixels(bitmap, "rgb", WHOLE, MANY)
    original = bitmap.path.read_bytes()
    assert original.endswith(found.data[found.data.index(b"\xff\xda") :])
    assert b"Maker" in original
    assert b"Maker" not in found.data
    assert b"somebody" not in found.data
    assert decoded(found).tobytes() == Image.open(bitmap.path).tobytes()


@pytest.mark.parametrize(
    ("colours", "crop", "most"),
    [("cmyk", WHOLE, MANY), ("rgb", (0.0, 0.0, 0.5, 1.0), MANY), ("rgb", WHOLE, (60, 60))],
)
def test_a_jpeg_that_does_not_fit_is_made_anew(tmp_path: Path, colours: str, crop: object, most: object) -> None:
    bitmap = saved(tmp_path / "a.jpg", noisy(), quality=70)
    found = pixels(bitmap, colours, crop, most)  # type: ignore[arg-type]
    assert found.data[-200:] not in bitmap.path.read_bytes()


@pytest.mark.parametrize("colours", ["rgb", "cmyk"])
@pytest.mark.parametrize("picture", [noisy(), quarters(), noisy().convert("RGBA").rotate(30)])
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, picture: Image.Image, colours: str) -> None:
    bitmap = saved(tmp_path / "a.png", picture)
    first = pixels(bitmap, colours, (0.1, 0.0, 0.9, 1.0), (70, 70))  # type: ignore[arg-type]
    again = pixels(look(tmp_path / "a.png"), colours, (0.1, 0.0, 0.9, 1.0), (70, 70))  # type: ignore[arg-type]
    assert first == again


def flat(colour: tuple[int, ...], size: tuple[int, int] = (40, 20)) -> Pixels:
    kinds: dict[int, Colours] = {1: "grey", 3: "rgb", 4: "cmyk"}
    return Pixels(*size, kinds[len(colour)], zlib.compress(bytes(colour) * size[0] * size[1]), "Flate")


def test_the_most_ink_of_a_picture_is_that_of_its_heaviest_part() -> None:
    rows = [bytes((51, 0, 0, 0)) * 40 for _ in range(20)]
    for row in range(10, 14):
        rows[row] = rows[row][: 4 * 30] + bytes((255, 255, 255, 0)) * 4 + rows[row][4 * 34 :]
    pixels = Pixels(40, 20, "cmyk", zlib.compress(b"".join(rows)), "Flate")
    most, x, y = heaviest(pixels, 4, 4)
    assert most == pytest.approx(300)
    assert (x, y) == pytest.approx((32 / 40, 12 / 20))
    assert heaviest(pixels, 8, 8)[0] == pytest.approx((16 * 300 + 48 * 20) / 64)
    assert heaviest(pixels, 400, 400)[0] == pytest.approx((16 * 300 + (800 - 16) * 20) / 800)


def test_the_ink_of_grey_and_of_light() -> None:
    assert heaviest(flat((51,)), 3, 3)[0] == pytest.approx(80)
    assert heaviest(flat((0, 0, 0)), 3, 3)[0] == 0


def test_a_jpeg_for_the_press_is_decoded_as_shares_of_ink(tmp_path: Path) -> None:
    photo = saved(tmp_path / "a.jpg", Image.new("RGB", (64, 64), (10, 10, 10)))
    pixels_ = pixels(photo, "cmyk", (0.0, 0.0, 1.0, 1.0), (64, 64))
    assert pixels_.filter == "DCT"
    most = heaviest(pixels_, 5, 5)[0]
    assert 250 < most <= 302


def test_profiles_through_which_colours_can_be_converted() -> None:
    assert usable(PROFILE.read_bytes())
    assert not usable(PROFILE.read_bytes()[:4000])
    assert not usable(b"nonsense")


def test_pixels_become_a_file_that_browsers_show(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / "a.jpg")
    Image.new("RGBA", (40, 30), (255, 0, 0, 90)).save(tmp_path / "b.png")
    kinds = []
    for name in ("a.jpg", "b.png"):
        kind, data = portable(pixels(look(tmp_path / name), "rgb", (0.0, 0.0, 1.0, 1.0), (20, 20)))
        image = Image.open(BytesIO(data))
        kinds.append((kind, image.mode, image.size))
    assert kinds == [("image/jpeg", "RGB", (20, 15)), ("image/png", "RGBA", (20, 15))]

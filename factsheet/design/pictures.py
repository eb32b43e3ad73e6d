"""Picture files: looked at, and their pixels as a painter needs them. The only door to Pillow."""

import re
import stat
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from factsheet import limits
from factsheet.design.bitmap import Bitmap, Colours, Crop, Pixels
from factsheet.design.press import HOUSE
from factsheet.findings import AssetError, Finding

if TYPE_CHECKING:
    from PIL.Image import Image

Made = TypeVar("Made")

_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_CONDITIONS = re.compile(r"fogra ?39|coated v2 300|coated fogra39", re.IGNORECASE)
"""How profiles of the same printing condition call themselves: their numbers are printed as they are."""

_QUALITY = {"cmyk": {"quality": 88, "subsampling": 0}, "rgb": {"quality": 85, "subsampling": 2}}
"""How photographs are kept in each edition."""

_FLAT = 0.6
"""The share of pixels like their neighbour from which a picture is a drawing, and kept as it is."""


def look(path: Path) -> Bitmap:
    """What the file at ``path`` is, after proof that its pixels can be read.

    Raises:
        AssetError: it is no picture that can be printed.
    """
    data = content(path)
    with _reading(path.name):
        image = _opened(data, path.name)
        width, height = image.size[::-1] if _sideways(image) else image.size
        image.draft(None, (1, 1))  # all of a JPEG is read, but an eighth of its pixels is enough
        image.load()
        colours = _colours(image)
    return Bitmap(path, sha256(data).hexdigest(), width, height, colours)


def pixels(
    bitmap: Bitmap, colours: Literal["rgb", "cmyk"], crop: Crop, most: tuple[int, int], press: Path = HOUSE
) -> Pixels:
    """The part ``crop`` of ``bitmap``, at most ``most`` pixels wide and high, for an edition in ``colours``.

    What is grey stays grey, and a picture is never made larger. The same picture gives the same bytes. ``press`` is the
    profile of the printing condition.

    Raises:
        AssetError: the file is not what it was.
    """
    name = bitmap.path.name
    data = content(bitmap.path)
    if sha256(data).hexdigest() != bitmap.digest:
        raise _refused("file", f"{name} was changed while the factsheet was made", "make the factsheet again")
    left, top, right, bottom = crop
    width, height = max(round((right - left) * bitmap.width), 1), max(round((bottom - top) * bitmap.height), 1)
    scale = min(most[0] / width, most[1] / height, 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    with _reading(name):
        image = _opened(data, name)
        if size == image.size and (own := _own(image, data, colours, press)):
            return own
        photograph, drawn = image.format in ("JPEG", "MPO"), image.mode in ("1", "P", "PA")
        profile = image.info.get("icc_profile")
        image = _plain(_upright(image, bitmap, scale))
        image = _resized(image, (left, top, right, bottom), size)
        image, alpha = _parted(image)
        image = _converted(image, profile, colours, press)
        return encoded(image, alpha, colours, exact=drawn or (not photograph and _flat(image)))


# -- reading


def _refused(rule: str, message: str, hint: str) -> AssetError:
    return AssetError([Finding(rule, message, hint=hint)])


def content(path: Path) -> bytes:
    """The bytes of ``path``, which is a file of a sensible size.

    Raises:
        AssetError: it is none, or cannot be read.
    """
    name = path.name
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _refused("file", f"{name} is a folder, not a picture", "add the name of the picture in it")
        if not stat.S_ISREG(status.st_mode):
            raise _refused("file", f"{name} is not a file", "copy the picture into the folder of the spec")
        if status.st_size > limits.PICTURE_BYTES:
            message = f"{name} is larger than {limits.PICTURE_BYTES // 1_000_000} MB"
            raise _refused("limit", message, "save it as a JPEG, or make it smaller")
        if not status.st_size:
            raise _refused("picture", f"{name} is empty", "copy it again from where it came from")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise _refused("file", f"there is no file {name}", "look at the spelling of its name") from None
    except OSError as problem:
        message = f"{name} cannot be read: {problem.strerror or problem}"
        raise _refused("file", message, "look whether you may open it, and whether its name is right") from None


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Whatever a decoder says of bytes that it cannot read is told in one sentence."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except AssetError:
            raise
        except Exception:  # decoders fail in every way there is; the file is at fault, not the program
            hint = "open it to see whether it is whole, and save it again as JPEG or PNG"
            raise _refused("picture", f"{name} is damaged: its pixels cannot be read", hint) from None


def _opened(data: bytes, name: str) -> "Image":
    """The picture in ``data``, of whose pixels none has been read."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - 40 ms that a factsheet without pictures saves

    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError:
        kind = _stranger(data)
        if kind in _FORMATS:
            raise
        message = f"{name} is {kind}" if kind else f"{name} is not a picture"
        raise _refused("picture", message, "save it as JPEG (photographs) or PNG (drawings)") from None
    except Image.DecompressionBombError:
        raise _too_many(name) from None
    if image.width * image.height > limits.PICTURE_PIXELS:
        raise _too_many(name)
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise _refused("picture", f"there are several pictures in {name}", "save the one that is meant as JPEG or PNG")
    if image.mode not in _MODES:
        hint = "save it in RGB, CMYK or grey with 8 bits"
        raise _refused("picture", f"{name} has colours of a kind that cannot be printed ({image.mode})", hint)
    return image


_MODES = {"1", "L", "LA", "P", "PA", "I;16", "I;16B", "I;16L", "RGB", "RGBX", "RGBA", "CMYK", "YCbCr"}


def _too_many(name: str) -> AssetError:
    most = f"at most {limits.PICTURE_PIXELS // 1_000_000} million go into one"
    return _refused("limit", f"{name} has too many pixels: {most}", "make it smaller: 4000 pixels fill a page")


def _stranger(data: bytes) -> str:
    """What ``data`` are, by how they begin; "" where nobody knows."""
    for kind, beginning in _BEGINNINGS:
        if re.match(beginning, data, re.DOTALL):
            return kind
    return ""


_BEGINNINGS = (
    ("JPEG", rb"\xff\xd8"),
    ("PNG", rb"\x89PNG"),
    ("TIFF", rb"II\*\0|MM\0\*"),
    ("WEBP", rb"RIFF....WEBP"),
    ("a GIF", rb"GIF8"),
    ("a PDF, not a picture", rb"%PDF"),
    ("a PostScript file, not a picture", rb"%!PS|\xc5\xd0\xd3\xc6"),
    ("a HEIC photograph", rb"....ftyp(hei|hev|mif1|msf1)"),
    ("an AVIF photograph", rb"....ftypavi"),
    ("an SVG drawing", rb"\s*(\xef\xbb\xbf)?(<\?xml[^>]*>|<!--.{0,2000}?-->|<!DOCTYPE[^>]*>|\s)*<svg"),
    ("a Photoshop file", rb"8BPS"),
    ("a BMP", rb"BM"),
    ("an Office or ZIP file, not a picture", rb"PK\x03\x04"),
    ("a web page, not a picture", rb"\s*<(!DOCTYPE html|html)"),
)


def _sideways(image: "Image") -> bool:
    """Whether the picture was taken with the camera on its side; a TIFF has been turned already."""
    return image.format != "TIFF" and image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)


_ORIENTATION = 0x0112


def _colours(image: "Image") -> Colours:
    if image.mode in ("P", "PA"):
        palette = image.getpalette("RGB") or []
        return "grey" if palette[::3] == palette[1::3] == palette[2::3] else "rgb"
    return "cmyk" if image.mode == "CMYK" else "grey" if image.mode[0] in "1LI" else "rgb"


# -- pixels as they are


def _own(image: "Image", data: bytes, colours: str, press: Path) -> Pixels | None:
    """A JPEG as it is, where nothing of it needs to be changed; what only its owner should read is left out."""
    profile = image.info.get("icc_profile")
    usable = image.format == "JPEG" and image.getexif().get(_ORIENTATION, 1) == 1
    if image.mode == "CMYK":
        usable = usable and colours == "cmyk" and "adobe" in image.info and _same_condition(profile, press)
    elif image.mode == "RGB":
        usable = usable and colours == "rgb" and (not profile or "srgb" in _described(profile))
    else:
        usable = usable and not (profile and _space(profile) == "GRAY")
    stripped = _stripped(data) if usable else b""
    return Pixels(image.width, image.height, _colours(image), stripped, "DCT") if stripped else None


def _stripped(data: bytes) -> bytes:
    """A JPEG without places, names, thumbnails and comments (ITU-T T.81, B.1.1); b"" where it is not well formed."""
    kept, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff":
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            return b"".join([*kept, data[at:]])
        if length < 2:
            return b""
        if marker not in _PRIVATE:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    return b""


_SCAN = 0xDA
_PRIVATE = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""The segments APP1 to APP13 and APP15, and comments: nothing of them is needed to read the pixels."""


def _upright(image: "Image", bitmap: Bitmap, scale: float) -> "Image":
    """The decoded picture as it is looked at; a JPEG much larger than needed is read at a half or less."""
    from PIL import ImageOps  # noqa: PLC0415

    width, height = round(bitmap.width * scale * 2), round(bitmap.height * scale * 2)
    image.draft(None, (height, width) if _sideways(image) else (width, height))
    inverted = image.mode == "CMYK" and image.format in ("JPEG", "MPO") and "adobe" not in image.info
    image.load()
    image = ImageOps.exif_transpose(image) or image
    if inverted:  # Pillow takes every CMYK JPEG for one of Adobe's
        from PIL import ImageChops  # noqa: PLC0415

        return ImageChops.invert(image)
    return image


def _plain(image: "Image") -> "Image":
    """``image`` as L, LA, RGB, RGBA or CMYK of eight bits."""
    if image.mode.startswith("I;16"):
        low_first = image.mode != "I;16B"
        return _from_bytes("L", image.size, image.tobytes()[1 if low_first else 0 :: 2])
    grey = _colours(image) == "grey"
    if image.mode in ("LA", "RGBA", "PA") or image.has_transparency_data:
        return image.convert("RGBA").convert("LA") if grey else image.convert("RGBA")
    if image.mode == "CMYK":
        return image
    return image.convert("RGB").convert("L") if grey and image.mode == "P" else image.convert("L" if grey else "RGB")


def _from_bytes(mode: str, size: tuple[int, int], data: bytes) -> "Image":
    from PIL import Image  # noqa: PLC0415

    return Image.frombytes(mode, size, data)


def _resized(image: "Image", crop: Crop, size: tuple[int, int]) -> "Image":
    """The part ``crop`` of ``image`` in ``size``."""
    from PIL.Image import Resampling  # noqa: PLC0415

    left, top = round(crop[0] * image.width), round(crop[1] * image.height)
    right, bottom = max(round(crop[2] * image.width), left + 1), max(round(crop[3] * image.height), top + 1)
    box = (min(left, image.width - 1), min(top, image.height - 1), min(right, image.width), min(bottom, image.height))
    if abs(box[2] - box[0] - size[0]) <= 1 and abs(box[3] - box[1] - size[1]) <= 1:
        return image.crop(box)
    return image.resize(size, Resampling.LANCZOS, box=box)


def _parted(image: "Image") -> tuple["Image", "Image | None"]:
    """The colours and the opacity of ``image``; an opacity that hides nothing is dropped."""
    if image.mode not in ("LA", "RGBA"):
        return image, None
    alpha = image.getchannel("A")
    return image.convert(image.mode[:-1]), None if alpha.getextrema() == (255, 255) else alpha


# -- colours


def _converted(image: "Image", profile: bytes | None, colours: Literal["rgb", "cmyk"], press: Path) -> "Image":
    """``image`` in the colours of an edition, by its own ``profile`` where that can be used; grey stays grey."""
    space = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}[image.mode]
    profile = profile if profile and _space(profile) == space else None
    if image.mode == "L":
        return _through(image, profile, "rgb", press).convert("L") if profile else image
    if image.mode == "RGB" and profile and "srgb" in _described(profile):
        profile = None
    if image.mode.lower() == colours and (profile is None or (colours == "cmyk" and _same_condition(profile, press))):
        return image
    return _through(image, profile, colours, press)


def _through(image: "Image", profile: bytes | None, colours: Literal["rgb", "cmyk"], press: Path) -> "Image":
    """``image`` from ``profile`` to sRGB or to the printing condition: relative, with its blacks kept apart."""
    from PIL import ImageCms  # noqa: PLC0415

    usual = ImageCms.createProfile("sRGB") if image.mode != "CMYK" else str(press)
    target = ImageCms.createProfile("sRGB") if colours == "rgb" else str(press)

    def convert(source: Any) -> "Image":
        made = ImageCms.profileToProfile(
            image, source, target, outputMode=colours.upper(), renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
        assert made is not None
        return made

    if profile is not None:
        try:
            return convert(BytesIO(profile))
        except (ImageCms.PyCMSError, OSError):
            return image if image.mode.lower() == colours or image.mode == "L" else convert(usual)
    return convert(usual)


def flat(
    values: bytes, mode: Literal["RGB", "CMYK"], colours: Literal["rgb", "cmyk"], press: Path | None = None
) -> bytes:
    """Flat colours, byte by byte and one after the other, in the colours of an edition."""
    return _through(_from_bytes(mode, (len(values) // len(mode), 1), values), None, colours, press or HOUSE).tobytes()


def usable(profile: bytes) -> bool:
    """Whether colours can be converted through ``profile``, into a printing condition."""
    from PIL import ImageCms  # noqa: PLC0415

    try:
        press, screen = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        for intent in ImageCms.Intent:
            ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent)
            ImageCms.buildTransform(press, screen, "CMYK", "RGB", intent)
    except (ImageCms.PyCMSError, OSError):
        return False
    return True


def heaviest(pixels: Pixels, across: float, down: float) -> tuple[float, float, float]:
    """The most ink over any ``across`` by ``down`` pixels: per cent, and the middle of that part in shares."""
    import numpy as np  # noqa: PLC0415 - 90 ms that a factsheet without pictures saves

    if pixels.colours == "rgb":
        return 0.0, 0.5, 0.5
    image = decoded(pixels)
    shares = np.frombuffer(image.tobytes(), np.uint8).reshape(image.height, image.width, -1)
    total = shares.sum(axis=2, dtype=np.float64) if pixels.colours == "cmyk" else 255.0 - shares[:, :, 0]
    wide, high = (min(max(round(n), 1), most) for n, most in ((across, image.width), (down, image.height)))
    table = np.zeros((image.height + 1, image.width + 1))
    table[1:, 1:] = total.cumsum(0).cumsum(1)
    sums = table[high:, wide:] - table[:-high, wide:] - table[high:, :-wide] + table[:-high, :-wide]
    row, column = np.unravel_index(int(sums.argmax()), sums.shape)
    most = float(sums[row, column]) / (wide * high) / 2.55
    return most, (float(column) + wide / 2) / image.width, (float(row) + high / 2) / image.height


def decoded(pixels: Pixels) -> "Image":
    """``pixels`` as a picture in L, RGB or CMYK (shares of ink), without its opacity."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    mode = {"grey": "L", "rgb": "RGB", "cmyk": "CMYK"}[pixels.colours]
    if pixels.filter == "Flate":
        return _from_bytes(mode, (pixels.width, pixels.height), zlib.decompress(pixels.data))
    image = Image.open(BytesIO(pixels.data), formats=("JPEG",))
    inverted = mode == "CMYK" and "adobe" not in image.info
    image.load()
    return ImageChops.invert(image) if inverted else image


def portable(pixels: Pixels) -> tuple[str, bytes]:
    """``pixels`` (grey or RGB) as a file that browsers show, and its media type."""
    if pixels.filter == "DCT" and pixels.alpha is None:
        return "image/jpeg", pixels.data
    image = decoded(pixels)
    if pixels.alpha is not None:
        image.putalpha(_from_bytes("L", image.size, zlib.decompress(pixels.alpha)))
    out = BytesIO()
    image.info = {}
    image.save(out, "PNG", optimize=True)
    return "image/png", out.getvalue()


def _asked(profile: bytes, ask: Callable[[Any], Made], otherwise: Made) -> Made:
    """What a colour profile says of itself; ``otherwise`` where it is broken."""
    from PIL import ImageCms  # noqa: PLC0415

    try:
        return ask(ImageCms.ImageCmsProfile(BytesIO(profile)).profile)
    except (ImageCms.PyCMSError, OSError):
        return otherwise


def _space(profile: bytes) -> str:
    return _asked(profile, lambda found: str(found.xcolor_space).strip(), "")


def _described(profile: bytes) -> str:
    return _asked(profile, lambda found: str(found.profile_description or "").lower(), "")


def _same_condition(profile: bytes | None, press: Path) -> bool:
    """Whether CMYK values of ``profile`` are printed as they are; those without a profile are taken for the press's."""
    if not profile or _space(profile) != "CMYK":
        return True
    if press == HOUSE:
        return bool(_CONDITIONS.search(_described(profile)))
    own = press.read_bytes()
    return profile == own or _described(profile) == _described(own)


# -- bytes


def encoded(image: "Image", alpha: "Image | None", colours: str, *, exact: bool) -> Pixels:
    """``image`` as bytes: as a JPEG, or pixel by pixel where that is worth it."""
    kind: Colours = "grey" if image.mode == "L" else "rgb" if image.mode == "RGB" else "cmyk"
    mask = zlib.compress(alpha.tobytes(), 9) if alpha is not None else None
    out = BytesIO()
    image.info = {}  # or Pillow would write some of it
    image.save(out, "JPEG", optimize=True, **_QUALITY[colours])
    jpeg = out.getvalue()
    if exact and len(data := zlib.compress(image.tobytes(), 9)) < max(_DEAR * len(jpeg), _CHEAP):
        return Pixels(image.width, image.height, kind, data, "Flate", mask)
    return Pixels(image.width, image.height, kind, jpeg, "DCT", mask)


_DEAR, _CHEAP = 4, 100_000
"""How many times larger than a JPEG a drawing may be, and the size from which that matters."""


def _flat(image: "Image") -> bool:
    """Whether most pixels are like their neighbour: a drawing, a logo, a picture of a screen."""
    from PIL import ImageChops  # noqa: PLC0415

    difference = ImageChops.difference(image, ImageChops.offset(image, 1, 0))
    most = reduce(ImageChops.lighter, difference.split())
    return most.histogram()[0] >= _FLAT * image.width * image.height

"""Pictures that an author names: a file below the folder of the spec, and what it shows in words."""

import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, InstanceOf, PrivateAttr, WithJsonSchema, model_validator

from factsheet.blocks.base import Model, fault, typed
from factsheet.design.bitmap import SUFFIXES, Bitmap
from factsheet.findings import NOWHERE, AssetError, Where
from factsheet.i18n.text import Spoken

_HINT = "write its name as seen from the folder of the spec: pictures/valley.jpg"
_ADDRESS = re.compile(r"(https?|ftp|file|data):", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")
_MOST_FILES = 5000
"""The files below the folder of the spec that are looked at for one of a like name."""


def file_below(value: object) -> Path:
    """The file that ``value`` names, which lies in the folder of its spec or below it.

    Raises:
        PydanticCustomError: it leads elsewhere, or there is no such file.
    """
    text = typed(value)
    if _ADDRESS.match(text):
        raise fault("file", f"“{text}” is a web address, not a file", f"save the file beside the spec, and {_HINT}")
    if _ABSOLUTE.match(text):
        raise fault("file", f"“{text}” is a place on one computer only", f"copy it beside the spec, and {_HINT}")
    if "\\" in text:
        raise fault("file", f"“{text}” has a backslash in it", f"write / instead: {text.replace(chr(92), '/')}")
    if not text.isprintable():
        raise fault("file", "the name of this file has a character in it that cannot be seen", _HINT)
    folder = Path(getattr(value, "where", NOWHERE).file).parent
    outside = fault("file", f"“{text}” leads out of the folder of the spec", "copy the file into that folder")
    if ".." in PurePosixPath(text).parts:
        raise outside
    path = folder / text
    try:
        below = path.resolve().is_relative_to(folder.resolve())
        there = path.exists()
    except (OSError, RuntimeError, ValueError):
        raise fault("file", f"“{text[:60]}” cannot be the name of a file", _HINT) from None
    if not below:
        raise outside
    if not there:
        raise fault("file", f"there is no file “{text}”", _meant(folder, text))
    return path


def _meant(folder: Path, text: str) -> str:
    """The file below ``folder`` that was probably meant by ``text``."""
    kinds = {PurePosixPath(text).suffix.lower(), *SUFFIXES, ".svg"}
    files = (path for path in islice(folder.rglob("*"), _MOST_FILES) if path.suffix.lower() in kinds)
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    names = sorted(path.relative_to(folder).as_posix() for path in files)
    by_name = {PurePosixPath(name).name.lower(): name for name in names}
    close = get_close_matches(text, names, 1, cutoff=0.7)
    close = close or [by_name[name] for name in get_close_matches(PurePosixPath(text).name.lower(), by_name, 1)]
    return f"did you mean {close[0]}?" if close else _HINT


def _picture(value: object) -> Bitmap:
    from factsheet.design.pictures import look  # noqa: PLC0415 - most factsheets have no picture

    try:
        return look(file_below(value))
    except AssetError as problem:
        found = problem.findings[0]
        raise fault(found.rule, found.message, found.hint) from None


PictureFile = Annotated[InstanceOf[Bitmap], BeforeValidator(_picture), WithJsonSchema({"type": "string"})]
"""A picture below the folder of the spec."""


def _yes(value: object) -> object:
    text = typed(value).lower()
    if text not in ("true", "yes", "false", "no"):
        raise fault("wrong-type", f"“{text}” is neither true nor false", "write true, or delete the key")
    return text in ("true", "yes")


Yes = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"type": "boolean"})]


class Shown(Model):
    """A picture, and what it shows.

    Attributes:
        file: The name of the picture, as seen from the folder of the spec: pictures/valley.jpg.
        alt: What it shows, in a sentence, for those who do not see it.
        decorative: Write true instead of an alt: where the picture says nothing.
    """

    file: PictureFile
    alt: Spoken | None = None
    decorative: Yes = False
    _where: Where = PrivateAttr(default=NOWHERE)

    @property
    def where(self) -> Where:
        """The place of the file's name."""
        return self._where

    @model_validator(mode="wrap")
    @classmethod
    def _placed(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        made = handler(data)
        if isinstance(data, dict):
            made._where = getattr(data.get("file"), "where", NOWHERE)
        return made

    @model_validator(mode="after")
    def _told(self) -> Self:
        if self.decorative and self.alt:
            raise fault("alt", "a picture that says nothing needs no alt", "delete alt:, or decorative: true", "alt")
        if not self.decorative and self.alt is None:
            hint = "add alt: and what it shows, as “Nurses weigh a child”; or decorative: true where it says nothing"
            raise fault("alt", "this picture has no alt, so it says nothing to those who do not see it", hint, "file")
        if self.alt and _is_name(self.alt.strip(), self.file.path.stem):
            hint = "write what it shows, as “Nurses weigh a child”"
            raise fault("alt", f"“{self.alt.strip()}” is a name, not what the picture shows", hint, "alt")
        return self


_FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|tiff?|webp|gif|heic|bmp|svg|pdf)"
    r"|(img|dsc[a-z]?|dcim|pxl|scan|image|photo|picture|screenshot|foto|logo|figure)?[-_ ()\d]*",
    re.IGNORECASE,
)
"""What cameras and programs call pictures, and words that say no more."""


def _is_name(alt: str, stem: str) -> bool:
    return bool(_FILE_NAME.fullmatch(alt)) or (alt.lower() == stem.lower() and not alt.isalpha())


Focus = tuple[float, float]
"""The point that must be seen: shares of the width and of the height of a picture."""

_WORDS = {"left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0), "centre": (0.5, 0.5)}


def _share(value: object) -> object:
    text = typed(value).removesuffix("%").strip()
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", text) or float(text) > 100:
        raise fault("focus", f"“{typed(value)}” is not a place in the picture", "write per cent, 0 to 100")
    return float(text)


Share = Annotated[float, BeforeValidator(_share)]


class Point(Model):
    """A point of a picture, in per cent.

    Attributes:
        x: From its left edge: 0 to 100.
        y: From its upper edge: 0 to 100.
    """

    x: Share = 50.0
    y: Share = 50.0


_PER_CENT: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 100}
_FOCUS: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "examples": [*_WORDS, "top left"]},
        {"type": "object", "properties": {"x": _PER_CENT, "y": _PER_CENT}, "additionalProperties": False},
    ]
}


def _focus(value: object) -> object:
    """Where words are written, the point that they mean: ``left``, ``top right``."""
    if isinstance(value, dict):
        return value
    words = typed(value).lower().replace("center", "centre").replace("middle", "centre").replace("-", " ").split()
    found = [_WORDS.get(word) for word in words]
    if not 1 <= len(words) <= 2 or None in found or (len(words) == 2 and words[0] == words[1]):
        hint = "write centre, left, right, top, bottom, two of them, or {x: 30, y: 40} in per cent"
        raise fault("focus", f"“{typed(value)}” is not a place in the picture", hint)
    x = next((place[0] for place in found if place and place[0] != 0.5), 0.5)
    y = next((place[1] for place in found if place and place[1] != 0.5), 0.5)
    return {"x": f"{100 * x:.0f}", "y": f"{100 * y:.0f}"}


class Focused(Shown):
    """A picture that may be cut, what it shows, and what of it must be seen.

    Attributes:
        file: The name of the picture, as seen from the folder of the spec: pictures/valley.jpg.
        alt: What it shows, in a sentence, for those who do not see it.
        decorative: Write true instead of an alt: where the picture says nothing.
        focus: What must be seen where it is cut: centre, left, top right …, or {x: 30, y: 40} in per cent.
    """

    focus: Annotated[Point, BeforeValidator(_focus), WithJsonSchema(_FOCUS)] | None = None

    @property
    def centre(self) -> Focus:
        """The point that must be seen."""
        return (self.focus.x / 100, self.focus.y / 100) if self.focus else (0.5, 0.5)

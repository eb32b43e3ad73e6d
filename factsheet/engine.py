"""The one object that lives as long as the process: bounded caches that never show in the result."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from factsheet.design.bitmap import Bitmap, Crop, Pixels
from factsheet.design.fonts import Face, folder
from factsheet.design.press import Condition

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Cache(dict[Key, Value], Generic[Key, Value]):
    """A dictionary that forgets its older half when it is full."""

    def __init__(self, most: int) -> None:
        """A cache of at most ``most`` entries."""
        super().__init__()
        self.most = most

    def keep(self, key: Key, value: Value) -> Value:
        """Remember ``value`` under ``key`` and return it."""
        if len(self) >= self.most:
            for old in list(self)[: (self.most + 1) // 2]:
                del self[old]
        self[key] = value
        return value


class Engine:
    """Faces, shaped words, hyphenation, subsets and whatever else is dear to make twice."""

    def __init__(self) -> None:
        """An engine that has seen nothing yet."""
        self.faces: dict[Path, Face] = {}
        self.words: Cache[Hashable, Any] = Cache(60_000)
        self.subsets: Cache[Hashable, Any] = Cache(400)
        self.things: Cache[Hashable, Any] = Cache(400)
        self.pictures: Cache[Hashable, Pixels] = Cache(32)

    def face(self, name: str) -> Face:
        """The face of the font file ``name``, as ``noto-sans/NotoSans-Regular.ttf``."""
        path = folder() / name
        face = self.faces.get(path)
        if face is None:
            face = self.faces[path] = Face(path)
        return face

    def pixels(
        self, picture: Bitmap, colours: Literal["rgb", "cmyk"], crop: Crop, most: tuple[int, int], press: Condition
    ) -> Pixels:
        """The pixels of a part of ``picture``, at most ``most`` of them across and down, converted once."""
        key = (picture.digest, colours, crop, most, press.digest)
        found = self.pictures.get(key)
        if found is None:
            from factsheet.design.pictures import pixels  # noqa: PLC0415 - most factsheets have no picture

            found = self.pictures.keep(key, pixels(picture, colours, crop, most, press.path))
        return found

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What ``make`` gives, made once for ``key``."""
        try:
            value: Value = self.things[key]
        except KeyError:
            value = self.things.keep(key, make())
        return value

"""Font files: the only place that opens them. Measuring and painting ask the same ``Face``."""

import struct
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from factsheet.findings import AssetError, Finding, Where

PACKAGED = Path(__file__).parent.parent / "fonts"
CHECKOUT = Path(__file__).parent.parent.parent / "fonts"

_KEPT_OUT = (
    *("GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "STAT", "kern", "DSIG", "meta", "gasp"),
    *("hdmx", "VDMX", "LTSH", "MATH", "BASE", "JSTF", "vhea", "vmtx", "HVAR", "cmap", "MVAR"),
)
"""The tables that an embedded subset has no use for."""


def folder() -> Path:
    """The folder of the font files: inside the installed package, or beside it in a checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


class Face:
    """One font file, parsed. Lengths are in 1/1000 em. Nothing in it changes after it is made."""

    def __init__(self, path: Path) -> None:
        """Open the font at ``path``.

        Raises:
            AssetError: the file is missing or is no font.
        """
        try:
            self.face = hb.Face(hb.Blob.from_file_path(str(path)))
        except (OSError, hb.HarfBuzzError) as problem:
            raise AssetError(
                [Finding("font", f"the font {path.name} cannot be read", where=Where(str(path)))]
            ) from problem
        if not self.face.glyph_count:
            raise AssetError([Finding("font", f"{path.name} is not a font", where=Where(str(path)))])
        self.path = path
        self.font = hb.Font(self.face)
        self.scale = 1000 / self.face.upem
        head, os2, post = (bytes(self.face.reference_table(tag).data) for tag in ("head", "OS/2", "post"))
        self.bbox = tuple(round(v * self.scale) for v in struct.unpack(">4h", head[36:44]))
        self.italic_angle: float = struct.unpack(">i", post[4:8])[0] / 65536
        self.weight: int = struct.unpack(">H", os2[4:6])[0]
        ascent, descent = struct.unpack(">2h", os2[68:72])
        self.ascent = ascent * self.scale
        self.descent = descent * self.scale
        self.x_height = self._rise("x")
        self.cap_height = self._rise("H")
        self.postscript_name: str = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem

    def _rise(self, letter: str) -> float:
        """How far ``letter`` rises above the baseline, in 1/1000 em."""
        extents = self.font.get_glyph_extents(self.glyph(letter))
        return float(extents.y_bearing * self.scale) if extents else 700.0

    def glyph(self, char: str) -> int:
        """The glyph of one character; 0 where the font has none."""
        return self.font.get_nominal_glyph(ord(char)) or 0

    def advance(self, glyph: int) -> float:
        """The advance width of ``glyph``, in 1/1000 em."""
        return float(self.font.get_glyph_h_advance(glyph) * self.scale)

    def outline(self, glyph: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """The outline of ``glyph`` as ``M``, ``L``, ``C`` and ``Z`` segments, in 1/1000 em, y up."""
        found: list[tuple[str, tuple[float, ...]]] = []
        at = (0.0, 0.0)

        def put(operator: str, *values: float) -> None:
            nonlocal at
            found.append((operator, tuple(value * self.scale for value in values)))
            at = values[-2:] if values else at  # type: ignore[assignment]

        def bend(x1: float, y1: float, x: float, y: float, _: object) -> None:
            x0, y0 = at
            put("C", x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)

        draw = hb.DrawFuncs()
        draw.set_move_to_func(lambda x, y, _: put("M", x, y))
        draw.set_line_to_func(lambda x, y, _: put("L", x, y))
        draw.set_quadratic_to_func(bend)
        draw.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, _: put("C", x1, y1, x2, y2, x, y))
        draw.set_close_path_func(lambda _: put("Z"))
        self.font.draw_glyph(glyph, draw)
        return tuple(found)

    @property
    def truetype(self) -> bool:
        """Whether it has TrueType outlines."""
        return bool(self.face.reference_table("glyf").data)

    @cached_property
    def space(self) -> float:
        """The width of the word space, in 1/1000 em."""
        return self.advance(self.glyph(" "))

    def subset(self, glyphs: frozenset[int]) -> bytes:
        """A TrueType program with the outlines of ``glyphs`` alone, glyph numbers as they were."""
        wish = hb.SubsetInput()
        wish.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        wish.glyph_set.update(glyphs | {0})
        for tag in _KEPT_OUT:
            wish.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
        return bytes(hb.subset(self.face, wish).blob.data)


class Chain:
    """A face and those that stand in for the characters it lacks, in order; each is opened when it is asked for."""

    def __init__(self, files: tuple[str, ...], opened: Callable[[str], Face]) -> None:
        """A chain of the font ``files``, which ``opened`` opens."""
        self._files, self._opened = files, opened
        self.first = opened(files[0])
        """The face that sets the measures of a line."""

    def face_for(self, cluster: str) -> Face | None:
        """The first face that has every visible character of ``cluster``."""
        for name in self._files:
            face = self._opened(name)
            if all(face.glyph(char) or char in INVISIBLE for char in cluster):
                return face
        return None


INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
)
"""Characters that steer shaping and breaking and have no picture of their own."""

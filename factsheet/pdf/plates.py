"""Colours as operators, and the plates that have an ink of their own: Separation spaces (ISO 32000-1, 8.6.6.4)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from factsheet.pdf.syntax import Raw, name
from factsheet.pdf.writer import PdfDocument


@dataclass(frozen=True, slots=True)
class Tint:
    """So much of the ink of one plate: its name, a share of full ink, and the CMYK that stands in for it in full."""

    plate: str
    share: float
    alternate: tuple[float, float, float, float]


Colour: TypeAlias = tuple[float, ...] | Tint
"""Shares: three of light (red, green, blue), four of ink (cyan, magenta, yellow, black), or a tint of one plate."""


class Plates:
    """The plates of one document: each has one space and one tint transform, wherever it is used (GWG 2022, R0023)."""

    def __init__(self, document: PdfDocument) -> None:
        """No plates yet."""
        self._document = document
        self._spaces: dict[str, tuple[str, int]] = {}

    def use(self, tint: Tint) -> tuple[str, int]:
        """What resources call the space of ``tint``, and the number of its object."""
        found = self._spaces.get(tint.plate)
        if found is None:
            full = " ".join(map(share, tint.alternate)).encode()
            transform = b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[%s]/N 1>>" % full
            space = b"[/Separation%s/DeviceCMYK %d 0 R]" % (name(tint.plate), self._document.add(Raw(transform)))
            found = self._spaces[tint.plate] = (f"CS{len(self._spaces) + 1}", self._document.add(Raw(space)))
        return found


def share(value: float) -> str:
    """A share of ink or light, with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


@lru_cache(maxsize=512)
def process(colour: tuple[float, ...], rgb: str, cmyk: str) -> str:
    """The operator that sets a colour of light or of the four inks."""
    return f"{' '.join(map(share, colour))} {cmyk if len(colour) == 4 else rgb}"

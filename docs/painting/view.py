"""What is seen from where: the size of the picture, and the place of the viewer."""

from dataclasses import dataclass

from PIL import Image

from painting.brush import Colour

SIZE = (2600, 1740)
"""Of the finished picture, in pixels …"""
SCALE = 2
"""… but everything is painted larger, so that its edges are smooth."""


@dataclass(frozen=True)
class View:
    """How the world falls on the picture.

    Attributes:
        width: Of the picture, in pixels.
        height: Of the picture.
        horizon: How far it is below the upper edge.
        focal: The focal length, in pixels.
        eye: How high the viewer stands, in metres.
    """

    width: int
    height: int
    horizon: float
    focal: float
    eye: float

    def at(self, x: float, z: float) -> tuple[float, float]:
        """Where a point on the plain is seen, ``x`` metres to the right and ``z`` metres away."""
        return self.width / 2 + x * self.focal / z, self.horizon + self.eye * self.focal / z

    def ground(self, x: float, y: float) -> tuple[float, float]:
        """The point on the plain that is seen at a place in the picture."""
        z = self.eye * self.focal / (y - self.horizon)
        return (x - self.width / 2) * z / self.focal, z


VIEW = View(*SIZE, horizon=700, focal=3000, eye=6.5)


def even(colour: Colour) -> Image.Image:
    """A picture of one colour."""
    return Image.new("RGB", SIZE, colour)

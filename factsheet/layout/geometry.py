"""Where the regions of a page are, for one theme and one size of paper."""

from factsheet.design.theme import Theme
from factsheet.units import Pt, Rect, mm

BAND_SHARE = 0.8
"""The measure of the closing band's text, in shares of the width between the margins."""


class Geometry:
    """The places that do not depend on the content, in points from the top left corner of the trimmed page.

    Attributes:
        width: The width of the page.
        height: The height of the page.
        bleed: How far grounds reach over the trim.
        left: The left edge of text.
        right: The right edge of text.
        head: The height of the top margin.
        foot: Where columns end and the footer begins.
        next_top: Where the columns of following pages begin.
        columns: The number of columns of following pages.
        gutter: The space between them.
        panel: The ground of the sidebar.
        side: The x and the width of the sidebar's text.
        main: The x and the width of the main column beside it.
    """

    def __init__(self, width: Pt, height: Pt, theme: Theme, leading: Pt) -> None:
        """The geometry of ``theme`` on paper of ``width`` by ``height`` with a grid of ``leading``."""
        page, side = theme.page, theme.sidebar
        self.width, self.height = width, height
        self.bleed = mm(theme.bleed_mm)
        self.left, self.right = mm(page.margin_mm.left), width - mm(page.margin_mm.right)
        self.head, self.foot = mm(page.margin_mm.top), height - mm(page.margin_mm.bottom)
        self.next_top = self.head + 12.0 + 1.6 * leading
        self.columns, self.gutter = page.columns, mm(page.gutter_mm)
        panel, inner, outer, between = (mm(v) for v in (side.width_mm, side.padding_mm, side.margin_mm, side.gutter_mm))
        right = side.side == "right"
        self.panel = Rect(width - panel if right else 0.0, 0.0, panel, height)
        self.side = (self.panel.x + (inner if right else outer), panel - inner - outer)
        main_left = self.left if right else panel + between
        self.main = (main_left, (self.panel.x - between if right else self.right) - main_left)

    @property
    def text_width(self) -> Pt:
        """The width between the margins."""
        return self.right - self.left

    @property
    def reach(self) -> dict[int, tuple[Pt, Pt]]:
        """How far it is from the left and the right edge of a room to those of the sheet, by the room's width.

        Beside the sidebar only the outer edge counts.
        """
        left, right = self.left + self.bleed, self.width - self.right + self.bleed
        beside = (0.0, right) if self.panel.x == 0 else (left, 0.0)
        return {round(self.main[1]): beside, round(self.text_width): (left, right)}

    @property
    def column_width(self) -> Pt:
        """The width of a column of following pages."""
        return (self.text_width - self.gutter * (self.columns - 1)) / self.columns


def crop(shape: float, wanted: float, focus: tuple[float, float]) -> tuple[float, float, float, float]:
    """The largest part of a picture that has the shape ``wanted``: left, top, right and bottom edge in shares.

    Shapes are widths in shares of the height; ``focus`` is the point, in shares of width and height, that comes as near
    to the middle as the edges of the picture allow.
    """
    width, height = min(wanted / shape, 1.0), min(shape / wanted, 1.0)
    left = min(max(focus[0] - width / 2, 0.0), 1.0 - width)
    top = min(max(focus[1] - height / 2, 0.0), 1.0 - height)
    return left, top, left + width, top + height

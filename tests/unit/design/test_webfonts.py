"""Parts of fonts for web pages."""

from io import BytesIO

from fontTools.ttLib import TTFont

from factsheet.design.fonts import folder
from factsheet.design.webfonts import woff2

FILE = folder() / "noto-sans/NotoSans-Regular.ttf"


def test_it_has_the_characters_and_no_others_and_keeps_kerning() -> None:
    data = woff2(FILE, frozenset("AVTo fi"))
    font = TTFont(BytesIO(data))
    assert font.flavor == "woff2"
    assert sorted(map(chr, font.getBestCmap())) == sorted("AVTo fi".replace("  ", " "))
    assert "GPOS" in font
    assert len(data) < 20_000


def test_the_same_characters_give_the_same_bytes() -> None:
    assert woff2(FILE, frozenset("abc")) == woff2(FILE, frozenset("cba"))

"""Faces: measures, subsets with the glyphs asked for, and stand-ins for what a face lacks."""

from pathlib import Path

import pytest
import uharfbuzz as hb

from factsheet.design.fonts import CHECKOUT, INVISIBLE, PACKAGED, Chain, Face, folder
from factsheet.findings import AssetError

REGULAR, BOLD, ITALIC = (f"noto-sans/NotoSans-{cut}.ttf" for cut in ("Regular", "Bold", "Italic"))
SECOND, THIRD = "source-sans-3/SourceSans3-Regular.ttf", "dejavu-sans/DejaVuSans.ttf"
FACES = {name: Face(folder() / name) for name in (REGULAR, BOLD, ITALIC, SECOND, THIRD)}


@pytest.mark.parametrize("name", FACES)
def test_measures_are_in_thousandths_of_an_em(name: str) -> None:
    face = FACES[name]
    assert -450 < face.descent < 0 < face.x_height < face.cap_height <= face.ascent < 1400
    assert 150 < face.space < 350
    assert face.bbox[0] < 0 < face.bbox[2]
    assert face.postscript_name == Path(name).stem
    assert face.advance(face.glyph("M")) > face.advance(face.glyph("i")) > 100


def test_weight_and_slant() -> None:
    assert (FACES[REGULAR].weight, FACES[BOLD].weight) == (400, 700)
    assert FACES[REGULAR].italic_angle == 0
    assert FACES[ITALIC].italic_angle < 0


def test_a_character_that_a_face_lacks_has_no_glyph() -> None:
    assert FACES[REGULAR].glyph("中") == 0
    assert FACES[REGULAR].glyph("ө") > 0


def test_a_subset_keeps_glyph_numbers_and_widths_and_is_small() -> None:
    face = FACES[REGULAR]
    glyphs = frozenset(face.glyph(char) for char in "Migration")
    data = face.subset(glyphs)
    made = hb.Face(hb.Blob(data))
    assert len(data) < 0.1 * face.path.stat().st_size
    font, whole = hb.Font(made), face.font
    for glyph in glyphs:
        assert font.get_glyph_h_advance(glyph) == whole.get_glyph_h_advance(glyph)
        assert font.get_glyph_extents(glyph) == whole.get_glyph_extents(glyph)
    other = face.glyph("Q")
    assert not font.get_glyph_extents(other) or font.get_glyph_extents(other).width == 0


def test_a_subset_has_only_the_tables_that_are_needed() -> None:
    tags = set(hb.Face(hb.Blob(FACES[REGULAR].subset(frozenset({40})))).table_tags)
    assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= tags
    assert not tags & {"GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap"}


def test_the_same_glyphs_give_the_same_bytes() -> None:
    glyphs = [50, 40, 60, 41]
    one, other = (FACES[REGULAR].subset(frozenset(order)) for order in (glyphs, glyphs[::-1]))
    assert one == other


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0" + b"\0" * 100])
def test_what_is_no_font_is_a_finding(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(AssetError) as problem:
        Face(path)
    assert problem.value.findings[0].rule == "font"
    assert "broken.ttf" in problem.value.findings[0].message


def test_a_missing_font_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"missing\.ttf"):
        Face(tmp_path / "missing.ttf")


def chain() -> tuple[Chain, list[str]]:
    opened: list[str] = []

    def open_(name: str) -> Face:
        opened.append(name)
        return FACES[name]

    return Chain((REGULAR, SECOND, THIRD), open_), opened


@pytest.mark.parametrize(
    ("cluster", "name"),
    [("a", REGULAR), ("ө", REGULAR), ("\u2212", SECOND), ("☎", THIRD), ("a\u200d", REGULAR), ("e\u0301", REGULAR)],
)
def test_the_first_face_that_has_all_of_a_cluster(cluster: str, name: str) -> None:
    assert chain()[0].face_for(cluster) is FACES[name]


def test_no_face_has_everything() -> None:
    assert chain()[0].face_for("中") is None


def test_stand_ins_are_opened_when_they_are_asked_for() -> None:
    made, opened = chain()
    assert set(opened) == {REGULAR}
    made.face_for("a")
    assert set(opened) == {REGULAR}
    made.face_for("\u2212")
    assert set(opened) == {REGULAR, SECOND}


def test_characters_without_a_picture() -> None:
    assert "\u00ad" in INVISIBLE
    assert "a" not in INVISIBLE
    assert chain()[0].face_for("\u2060") is FACES[REGULAR]


def test_the_folder_is_the_packaged_one_where_there_is_one() -> None:
    assert folder() == (PACKAGED if PACKAGED.is_dir() else CHECKOUT)
    assert (folder() / REGULAR).is_file()

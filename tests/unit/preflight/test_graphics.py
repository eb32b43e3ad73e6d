"""Paths, colours, clips, states, pictures and patterns: what of them is painted, where, and in which colour."""

import pytest

from tests.conformance.pdf_files import Name, Stream
from tests.unit.preflight.made import marks, only, told


def box(*values: float) -> object:
    return pytest.approx(values, abs=1e-6)


def test_a_filled_rectangle() -> None:
    found = only(b"0 1 0 0 k 10 20 30 40 re f")
    assert (found.kind, found.bounds, found.rectangle) == ("fill", box(10, 20, 40, 60), True)
    assert found.inks == {"Cyan": 0, "Magenta": 1, "Yellow": 0, "Black": 0}


def test_the_matrix_moves_and_turns() -> None:
    assert only(b"0 g 1 0 0 1 100 200 cm 2 0 0 2 0 0 cm 10 20 30 40 re f").bounds == box(120, 240, 180, 320)
    assert only(b"0 g 0 1 -1 0 100 200 cm 0 0 30 40 re f").bounds == box(60, 200, 100, 230)


def test_q_and_q_restore_everything() -> None:
    first, second = marks(b"0 0 0 1 k q 1 0 0 0 k 2 0 0 2 0 0 cm 50 50 5 5 re f Q 50 50 5 5 re f")
    assert first.colour == (1, 0, 0, 0)
    assert (second.colour, second.bounds) == ((0, 0, 0, 1), box(50, 50, 55, 55))


def test_a_clip_cuts_and_is_known_exactly_where_it_is_a_rectangle() -> None:
    found = only(b"50 50 10 10 re W n 0 g 0 0 100 100 re f")
    assert (found.bounds, found.whole, found.axial) == (box(50, 50, 60, 60), box(0, 0, 100, 100), True)
    assert not only(b"50 50 m 60 50 l 55 60 l W n 0 g 0 0 100 100 re f").axial


def test_what_is_clipped_away_is_nowhere() -> None:
    assert only(b"50 50 10 10 re W n 0 g 100 100 10 10 re f").bounds is None


def test_each_part_of_a_stroke_is_a_line() -> None:
    found = marks(b"0 0 0 1 K 2 w 50 50 m 90 50 l 50 70 m 50 99 l S")
    assert [one.bounds for one in found] == [box(50, 49, 90, 51), box(49, 70, 51, 99)]
    assert {one.size for one in found} == {2.0}


@pytest.mark.parametrize(
    ("matrix", "width"), [(b"1 0 0 1 0 0", 2), (b"3 0 0 3 0 0", 6), (b"3 0 0 .5 0 0", 1), (b"0 2 -2 0 90 0", 4)]
)
def test_the_width_of_a_line_goes_through_the_matrix(matrix: bytes, width: float) -> None:
    assert only(b"0 G 2 w " + matrix + b" cm 20 20 m 30 30 l S").size == pytest.approx(width)


def test_a_shape_that_reaches_out_of_the_bleed_is_looked_at_part_by_part() -> None:
    assert len(marks(b"0 g 100 100 5 5 re 200 200 5 5 re f")) == 1
    assert len(marks(b"0 g 1 1 5 5 re 200 200 5 5 re f")) == 2


@pytest.mark.parametrize(
    ("operators", "kinds"),
    [(b"f", "f"), (b"F", "f"), (b"f*", "f"), (b"S", "s"), (b"s", "s"), (b"B", "fs"), (b"b*", "fs"), (b"n", "")],
)
def test_painting_operators(operators: bytes, kinds: str) -> None:
    found = marks(b"0 g 0 G 50 50 m 60 50 l 60 60 l " + operators)
    assert "".join(one.kind[0] for one in found) == kinds


def test_a_state_overprints_and_is_see_through() -> None:
    state = {"OP": True, "op": False, "OPM": 1, "ca": 0.5, "CA": 0.25, "LW": 7}
    fill, stroke = marks(b"/S gs 0 0 0 1 k 0 0 0 1 K 50 50 20 20 re B", ExtGState={"S": state})
    assert (fill.overprint, fill.mode, fill.alpha) == (False, 1, 0.5)
    assert (stroke.overprint, stroke.alpha, stroke.size) == (True, 0.25, 7)


def test_overprint_for_lines_is_that_for_fills_where_nothing_else_is_said() -> None:
    assert only(b"/S gs 0 g 50 50 20 20 re f", ExtGState={"S": {"OP": True}}).overprint


@pytest.mark.parametrize(
    ("code", "colour"),
    [
        (b".5 g", (0.5,)),
        (b"/DeviceCMYK cs", (0, 0, 0, 1)),
        (b"/DeviceRGB cs", (0, 0, 0)),
        (b"/DeviceCMYK cs 0 0 1 0 sc", (0, 0, 1, 0)),
        (b"/DeviceGray cs .2 scn", (0.2,)),
    ],
)
def test_colours(code: bytes, colour: tuple[float, ...]) -> None:
    assert only(code + b" 50 50 20 20 re f").colour == colour


@pytest.mark.parametrize(
    ("matrix", "ppi"),
    [
        (b"72 0 0 72 60 60", 100), (b"144 0 0 72 60 60", 50), (b"0 72 -72 0 200 60", 100), (b"-72 0 0 72 200 60", 100),
        (b"72 0 0 0 60 60", 0),
    ],
)  # fmt: skip
def test_the_resolution_of_a_picture(matrix: bytes, ppi: float) -> None:
    picture = {"Type": Name("XObject"), "Subtype": Name("Image"), "Width": 100, "Height": 100, "BitsPerComponent": 8}
    stream = Stream({**picture, "ColorSpace": Name("DeviceGray")}, bytes(10_000))
    found = only(b"q " + matrix + b" cm /P Do Q", XObject={"P": stream})
    assert found.ppi == pytest.approx(ppi)
    assert (found.kind, found.pixels, found.bits) == ("image", (100, 100), 8)


def test_a_stencil_has_the_colour_of_the_fill() -> None:
    found = only(b"0 1 0 0 k q 72 0 0 72 60 60 cm BI /W 8 /H 1 /IM true ID \xaa EI Q")
    assert (found.bits, found.colour, found.label) == (1, (0, 1, 0, 0), "inline image in contents of page 1")


def test_a_pattern_paints_what_its_cells_paint_where_it_is_used() -> None:
    cell = Stream(
        {"PatternType": 1, "PaintType": 1, "BBox": [0, 0, 5, 5], "XStep": 5, "YStep": 5, "Resources": {}},
        b"1 0 0 rg 0 0 2 2 re f",
    )
    found = only(b"/Pattern cs /P scn 50 50 40 40 re f", Pattern={"P": cell})
    assert (found.space.family, found.bounds) == ("DeviceRGB", box(50, 50, 90, 90))


def test_a_shading_fills_the_clip() -> None:
    shading = {"ShadingType": 2, "ColorSpace": Name("DeviceRGB"), "Coords": [0, 0, 1, 1], "Function": {}}
    found = only(b"50 50 20 20 re W n /S sh", Shading={"S": shading})
    assert (found.kind, found.space.family, found.bounds) == ("shading", "DeviceRGB", box(50, 50, 70, 70))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (b"1 2 rg 0 0 5 5 re f", "the operands of rg are wrong"),
        (b"(a) w", "the operands of w are wrong"),
        (b"/No gs", "contents name a graphics state “No” that is not there"),
        (b"/No cs", "contents name a colour space “No” that is not there"),
        (b"/No Do", "contents name a picture or form “No” that is not there"),
        (b"/No sh", "contents name a shading “No” that is not there"),
        (b"/Pattern cs /No scn", "contents name a pattern “No” that is not there"),
        (b"Q", "Q closes what no q has opened"),
        (b"q q", "q is never closed by Q (2 times)"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_read(code: bytes, said: str) -> None:
    assert said in [message for _, message in told(code)]

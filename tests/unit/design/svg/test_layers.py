"""Areas over each other: mixed, cut, united; and lines as areas."""

import pytest
from pathops import Path

from factsheet import limits
from factsheet.design.svg.layers import Layer, Piece, area, cut, is_even_odd, lit, segments, stroked, united
from factsheet.findings import AssetError

RED, BLUE, WHITE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (1.0, 1.0, 1.0)


def box(x: float, y: float, width: float = 10.0, height: float = 10.0) -> Path:
    made = Path()
    made.moveTo(x, y)
    for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
        made.lineTo(*corner)
    made.close()
    return made


def seen(layer: Layer, x: float, y: float) -> tuple[tuple[float, ...], float]:
    """Colour and cover of the highest piece at a point."""
    piece = next(piece for piece in reversed(layer.pieces) if piece.outline.contains((x, y)))
    return tuple(round(share, 3) for share in piece.rgb), round(piece.alpha, 3)


def test_what_covers_is_put_on_top_as_it_is() -> None:
    layer = Layer()
    layer.put(Piece(box(0, 0), RED))
    layer.put(Piece(box(5, 0), BLUE))
    assert len(layer.pieces) == 2
    assert seen(layer, 7, 5) == (BLUE, 1.0)


def test_what_is_see_through_is_mixed_with_all_that_lies_below() -> None:
    layer = Layer()
    layer.put(Piece(box(0, 0), RED))
    layer.put(Piece(box(5, 0), BLUE, 0.5))
    layer.put(Piece(box(7, 0), WHITE, 0.5))
    assert seen(layer, 2, 5) == (RED, 1.0)
    assert seen(layer, 6, 5) == ((0.5, 0.0, 0.5), 1.0)
    assert seen(layer, 8, 5) == ((0.75, 0.5, 0.75), 1.0)
    assert seen(layer, 12, 5) == ((0.667, 0.667, 1.0), 0.75)
    assert seen(layer, 16, 5) == (WHITE, 0.5)


def test_a_group_is_see_through_as_one_thing() -> None:
    group, layer = Layer(), Layer()
    group.put(Piece(box(0, 0), RED))
    group.put(Piece(box(5, 0), BLUE))
    layer.put_layer(group, 0.5)
    assert seen(layer, 7, 5) == (BLUE, 0.5)
    assert seen(layer, 2, 5) == (RED, 0.5)


def test_cutting() -> None:
    outline = box(0, 0)
    assert cut(outline, [box(-5, -5, 30, 30)]) is outline
    inside = cut(outline, [box(5, 0), box(0, 5)])
    assert inside is not None
    assert inside.bounds == (5, 5, 10, 10)
    assert cut(outline, [box(20, 20)]) is None
    assert cut(Path(), []) is None


def test_what_hardly_reaches_over_an_edge_is_not_cut() -> None:
    outline = box(-1, 0, 11)
    assert cut(outline, [box(0, 0, 200, 200)]) is outline


def test_lines_too_near_each_other_are_cut_on_a_grid() -> None:
    """A sign of four strokes, a hair over the edge of its drawing, on which skia-pathops gives up."""
    outer = "256.011165,376.05319 69.028607,325.517364 69.028607,104.359259 255.733496,54.1899556 256.000059,376.064297"
    inner = "98.1838916,302.837329 219.803079,328.749435 219.803079,101.304895 98.1838916,127.117041"
    sign = Path()
    for ring in (inner, outer):
        points = [tuple(9.5 * float(value) for value in pair.split(",")) for pair in ring.split()]
        sign.moveTo(*points[0])
        for point in points[1:]:
            sign.lineTo(*point)
        sign.close()
    inside = cut(sign, [box(0, 0, 2400, 4096)])
    assert inside is not None
    assert inside.bounds[2] == pytest.approx(2400, abs=0.3)


def test_what_a_mask_lets_through() -> None:
    white, black, grey = (Piece(box(0, 0), (level,) * 3) for level in (1.0, 0.0, 0.5))
    hole = Piece(box(0, 0, 5), (0.0, 0.0, 0.0))
    assert [area(lit(pieces, by_alpha=False) or Path()) for pieces in ([white], [black], [white, hole])] == [100, 0, 50]
    assert lit([grey], by_alpha=False) is None
    assert area(lit([black], by_alpha=True) or Path()) == 100
    assert lit([Piece(box(0, 0), RED, 0.5)], by_alpha=True) is None


def test_uniting() -> None:
    assert area(united([box(0, 0), box(5, 0)])) == pytest.approx(150)
    assert area(united([])) == 0


def test_lines_become_areas() -> None:
    line = Path()
    line.moveTo(0, 0)
    line.lineTo(100, 0)
    assert area(stroked(line, 10, "butt", "miter", 4, [], 0)) == pytest.approx(1000)
    assert area(stroked(line, 10, "square", "miter", 4, [], 0)) == pytest.approx(1100)
    assert area(stroked(line, 10, "round", "miter", 4, [], 0)) == pytest.approx(1000 + 78.5, abs=0.5)
    assert area(stroked(line, 10, "butt", "miter", 4, [10], 0)) == pytest.approx(500)


def test_curves_of_the_second_degree_are_raised() -> None:
    curve = Path()
    curve.moveTo(0, 0)
    curve.quadTo(30, 60, 60, 0)
    curve.close()
    assert segments(curve, 0.5) == [("M", (0, 0)), ("C", (10, 20, 20, 20, 30, 0)), ("Z", ())]
    assert not is_even_odd(curve)


def test_lines_that_cross_many_thousand_times_are_not_cut() -> None:
    scribble = Path()
    scribble.moveTo(0, 0)
    for n in range(500):
        scribble.lineTo((n * 1733) % 4096, (n * 2741) % 4096)
    scribble.close()
    with pytest.raises(AssetError, match="cannot be flattened"):
        cut(scribble, [box(0, 0, 2000, 4096)])
    assert area(scribble) > 0


def test_see_through_parts_are_bounded() -> None:
    layer = Layer()
    layer.pieces = [Piece(box(0, 0), RED)] * (limits.DRAWING_MIXED + 1)
    layer.put(Piece(box(0, 0), BLUE))
    with pytest.raises(AssetError, match="3,000 parts"):
        layer.put(Piece(box(0, 0), BLUE, 0.5))


def test_what_has_no_finite_size_is_told() -> None:
    endless = Path()
    endless.moveTo(0, 0)
    endless.lineTo(float("inf"), 0)
    endless.lineTo(0, 9)
    with pytest.raises(AssetError, match="no finite size"):
        cut(endless, [])

"""From a tree to flat areas: places, copies, clips, lines; and everything that is refused by name."""

import pytest

from factsheet import limits
from factsheet.design.svg.layers import UNIT, area
from factsheet.design.svg.tree import parsed
from factsheet.design.svg.walk import walked
from factsheet.findings import AssetError

Drawn = list[tuple[tuple[int, ...], tuple[float, ...], float]]


def drawn(body: str, attributes: str = 'viewBox="0 0 100 100"', side: float = 100.0) -> Drawn:
    """The pieces of a drawing: the colour of each, its bounds and its area, in units of the drawing."""
    _, _, pieces = walked(parsed(f"<svg {attributes}>{body}</svg>".encode()))
    scale = side / UNIT
    return [
        (
            tuple(round(255 * share) for share in piece.rgb),
            tuple(round(value * scale, 1) for value in piece.outline.bounds),
            round(area(piece.outline) * scale**2, 1),
        )
        for piece in pieces
    ]


def refused(body: str, attributes: str = 'viewBox="0 0 100 100"') -> str:
    with pytest.raises(AssetError) as caught:
        drawn(body, attributes)
    return "; ".join(finding.message for finding in caught.value.findings)


BLACK = (0, 0, 0)
TILE = '<rect width="10" height="10"/>'


def test_size_and_place() -> None:
    assert drawn(TILE) == [(BLACK, (0, 0, 10, 10), 100.0)]
    assert drawn(TILE, 'viewBox="-50 -50 100 100"') == [(BLACK, (50, 50, 60, 60), 100.0)]
    assert drawn(TILE, 'width="50mm" height="100mm"', 100 * 96 / 25.4)[0][1] == (0, 0, 10, 10)


@pytest.mark.parametrize(
    "attributes", ["", 'viewBox="0 0 0 10"', 'width="100%" height="100%"', 'width="9" height="-9"']
)
def test_a_drawing_says_how_large_it_is(attributes: str) -> None:
    assert "how large" in refused(TILE, attributes)


def test_transforms_go_from_the_inside_out() -> None:
    inner = f'<g style="transform:translate(5px,5px)">{TILE}</g>'
    assert drawn(f'<g transform="translate(20 0)"><g transform="scale(2)">{inner}</g></g>') == [
        (BLACK, (30, 10, 50, 30), 400.0)
    ]
    assert drawn(f'<g transform="rotate(90 10 10)">{TILE}</g>')[0][1] == (10, 0, 20, 10)


@pytest.mark.parametrize("value", ["foo(1)", "rotate3d(1,1,1,45deg)", "translate(", "matrix(1 2)"])
def test_other_transforms_are_refused(value: str) -> None:
    assert "transform" in refused(f'<g transform="{value}">{TILE}</g>')


def test_the_transform_of_an_inner_drawing_comes_before_its_place() -> None:
    inner = '<svg x="5" width="10" height="10" transform="translate(20 0)"><rect width="50" height="5"/></svg>'
    assert drawn(inner)[0][1] == (25, 0, 35, 5)
    assert "transform" in refused(TILE, 'viewBox="0 0 9 9" transform="rotate(3)"')


def test_the_whole_may_have_a_background() -> None:
    assert drawn(TILE, 'viewBox="0 0 100 100" style="background:#f00"')[0] == ((255, 0, 0), (0, 0, 100, 100), 10000.0)
    assert drawn(TILE, 'viewBox="0 0 100 100" style="background-color:transparent"')[0][0] == BLACK
    assert "colour" in refused(TILE, 'viewBox="0 0 9 9" style="background:url(a.png)"')


def test_a_view_box_may_be_stretched_or_cut() -> None:
    size = 'viewBox="0 0 100 100" width="100" height="50" preserveAspectRatio="{}"'
    whole = '<rect width="100" height="100"/>'
    assert drawn(whole, size.format("none"))[0][1] == (0, 0, 100, 50)
    assert drawn(TILE + whole, size.format("xMinYMid slice"))[0][1] == (0, 0, 100, 50)
    assert drawn(whole, size.format("xMidYMid"))[0][1] == (0, 0, 100, 100)


def test_hidden_things_are_not_drawn() -> None:
    assert drawn(f'<g display="none">{TILE}</g>') == []
    assert drawn(f'<g visibility="hidden">{TILE}<path visibility="visible" d="M0 0H5V5z"/></g>')[0][2] == 12.5
    assert drawn(f'<g opacity="0">{TILE}</g><defs>{TILE}</defs><symbol>{TILE}</symbol>') == []
    assert drawn('<path d="M0 0H50"/><g transform="scale(0)"><circle r="4"/></g>') == []


def test_copies() -> None:
    defs = f'<defs><g id="a" fill="red">{TILE}</g><symbol id="s" viewBox="0 0 10 10">{TILE}</symbol></defs>'
    assert drawn(f'{defs}<use href="#a" x="5" y="5" fill="blue"/>') == [((255, 0, 0), (5, 5, 15, 15), 100.0)]
    assert drawn(f'{defs}<use href="#s" x="50" width="20" height="30" fill="blue"/>') == [
        ((0, 0, 255), (50, 5, 70, 25), 400.0)
    ]


def test_inner_viewports_cut_what_is_outside() -> None:
    inner = '<svg x="10" y="10" width="20" height="20" viewBox="0 0 10 10" {}><circle r="5" cx="10" cy="5"/></svg>'
    assert drawn(inner.format(""))[0][1] == (20, 10, 30, 30)
    assert drawn(inner.format('overflow="visible"'))[0][1] == (20, 10, 40, 30)
    assert drawn(inner.format('preserveAspectRatio="none"').replace('"20" v', '"40" v'))[0][1] == (20, 10, 30, 50)


def test_the_drawing_ends_at_its_edges() -> None:
    assert drawn('<rect x="90" y="90" width="50" height="50"/>')[0][1] == (90, 90, 100, 100)


def test_clips() -> None:
    clip = '<clipPath id="c"><rect width="5" height="5"/><rect x="3" width="20" height="4"/></clipPath>'
    assert drawn(f'{clip}<g clip-path="url(#c)">{TILE}</g>')[0][2] == pytest.approx(45.0, abs=0.1)
    used = f'<g id="g">{TILE}</g><clipPath id="c"><use href="#r" x="2"/></clipPath><rect id="r" width="5" height="5"/>'
    assert drawn(f'{used}<g clip-path="url(#c)">{TILE}</g>')[-1][1] == (2, 0, 7, 5)
    assert drawn(f'<clipPath id="c"/><g clip-path="url(#c)">{TILE}</g>') == []
    inner = '<clipPath id="d"><rect width="9" height="5"/></clipPath>'
    hidden = '<clipPath id="c"><rect width="5" height="9" visibility="hidden"/><title>T</title></clipPath>'
    assert drawn(f'{hidden}<g clip-path="url(#c)">{TILE}</g>') == []
    both = f'{inner}<clipPath id="c" clip-path="url(#d)"><rect width="5" height="9"/></clipPath>'
    assert drawn(f'{both}<g clip-path="url(#c)">{TILE}</g>')[0][1] == (0, 0, 5, 5)


@pytest.mark.parametrize(
    "clip",
    [
        '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath>',
        '<clipPath id="c"><text>A</text></clipPath>',
        '<rect id="c" width="5" height="5"/>',
        '<clipPath id="x"/><g id="c"/>',
    ],
)
def test_other_clips_are_refused(clip: str) -> None:
    assert "cuts shapes" in refused(f'{clip}<g clip-path="url(#c)">{TILE}</g>')
    assert "cuts shapes" in refused(f'<g style="clip-path:circle(5px)">{TILE}</g>')


WHITE = '<mask id="m" fill="#fff" {}>{}</mask><g mask="url(#m)"><rect width="10" height="10"/></g>'


def test_masks_that_could_be_clips_are_clips() -> None:
    half = '<rect width="5" height="20"/>'
    assert drawn(WHITE.format("", half)) == [(BLACK, (0, 0, 5, 10), 50.0)]
    hole = '<rect width="20" height="20"/><rect width="5" height="5" fill="black"/>'
    assert drawn(WHITE.format("", hole))[0][2] == 75.0
    region = 'maskUnits="userSpaceOnUse" x="2" y="0" width="2" height="20"'
    assert drawn(WHITE.format(region, half))[0][1] == (2, 0, 4, 10)
    assert drawn(WHITE.format('style="mask-type:alpha"', '<rect width="5" height="20" fill="red"/>'))[0][2] == 50.0


@pytest.mark.parametrize(
    "mask",
    [
        WHITE.format("", '<rect width="5" height="20" fill="grey"/>'),
        WHITE.format("", '<rect width="5" height="20" opacity=".5"/>'),
        WHITE.format('mask-type="alpha"', '<rect width="5" height="20" opacity=".5"/>'),
        WHITE.format('x="0" y="0" width=".5" height="1"', '<rect width="5" height="20"/>'),
        WHITE.format('clip-path="url(#c)"', '<rect width="5" height="20"/>') + '<clipPath id="c"/>',
        WHITE.format('maskContentUnits="objectBoundingBox"', '<rect width="1" height="1"/>'),
        '<g mask="circle()"><rect width="10" height="10"/></g>',
    ],
)
def test_other_masks_are_refused(mask: str) -> None:
    assert "a mask" in refused(mask)


def test_clips_in_a_circle_are_refused() -> None:
    clip = '<clipPath id="c" clip-path="url(#c)"><rect width="5" height="5"/></clipPath>'
    assert "in a circle" in refused(f'{clip}<g clip-path="url(#c)">{TILE}</g>')


def test_lines_are_as_thick_as_their_place_makes_them() -> None:
    line = '<path d="M10 10H30" stroke="red" stroke-width="2"/>'
    assert drawn(f'<g transform="scale(2 1)">{line}</g>') == [((255, 0, 0), (20, 9, 60, 11), 80.0)]
    assert drawn(line.replace('"2"', '"0"')) == []


def test_the_line_may_lie_below() -> None:
    figure = '<circle cx="50" cy="50" r="20" fill="red" stroke="blue" stroke-width="8" {}/>'
    assert [colour for colour, *_ in drawn(figure.format(""))] == [(255, 0, 0), (0, 0, 255)]
    assert [colour for colour, *_ in drawn(figure.format('paint-order="stroke"'))] == [(0, 0, 255), (255, 0, 0)]


def test_the_opacity_of_a_shape_is_that_of_inside_and_line_as_one() -> None:
    body = '<rect x="10" y="10" width="20" height="20" stroke="red" stroke-width="4" fill="blue" opacity=".5"/>'
    inside, line = drawn(body)
    assert inside[1] == (12, 12, 28, 28)
    assert line[1] == (8, 8, 32, 32)


def test_a_switch_takes_what_asks_for_nothing() -> None:
    special = '<foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/>'
    assert drawn(f'<g systemLanguage="mn">{TILE}</g>') == []
    assert len(drawn(f'<switch>{special}<g systemLanguage="mn">{TILE}</g><g>{TILE}</g>{TILE}</switch>')) == 1
    assert drawn(f"<switch>{special}</switch>") == []


def test_elements_of_other_makers_draw_nothing() -> None:
    other = '<x:grid xmlns:x="urn:x"><rect width="5" height="5"/></x:grid>'
    assert drawn(f"<metadata>{TILE}</metadata><title>T</title>{other}<text> <tspan/></text>") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<text>Ministry</text>", "text as type"),
        ("<flowRoot><flowPara>Ministry</flowPara></flowRoot>", "text as type"),
        ('<image href="data:image/png;base64,AA"/>', "made of pixels"),
        ('<use href="other.svg#a"/>', "from outside the file “other.svg#a”"),
        ('<use href="#a"/>', "not in it “#a”"),
        ('<text><tref href="#a"/></text>', "text as type"),
        ('<path d="M0 0H9" stroke="red" stroke-width="1em"/>', "not understood “1em”"),
        ("<script/>", "script"),
        ('<circle r="9"><animate attributeName="r"/></circle>', "moves"),
        ('<g filter="url(#f)"/>', "filter"),
        ('<g style="mix-blend-mode:multiply"/>', "blend mode"),
        ('<path d="M0 0H9V9" marker-end="url(#m)"/>', "markers"),
        ('<path d="M0 0H9" stroke="red" vector-effect="non-scaling-stroke"/>', "does not scale"),
        ('<path d="M0 0 L"/>', "cannot be read (line 1)"),
        ('<path d="Mz 5 5"/>', "cannot be read (line 1)"),
        ('<path d="M0 0H9" stroke="red" stroke-width="9e300"/>', "not understood “9e300”"),
        ("<foreignObject/>", "cannot be drawn “<foreignObject>”"),
        ("<g>\n<hatch/></g>", "“<hatch>” (line 2)"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(body: str, said: str) -> None:
    assert said in refused(f"{TILE}{body}")


def test_all_that_cannot_be_drawn_is_told_in_one_run() -> None:
    said = refused('<text>A</text><g filter="url(#f)"/><rect width="9" height="9" fill="blurple"/>')
    assert all(word in said for word in ("type", "filter", "blurple"))


def test_hidden_text_is_no_fault() -> None:
    assert drawn('<g display="none"><text>A</text><image/></g>') == []


def test_copies_of_copies_are_bounded() -> None:
    doubles = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, 30))
    assert f"{limits.DRAWING_ELEMENTS:,}" in refused(f'<defs><g id="a0">{TILE}</g>{doubles}</defs><use href="#a29"/>')
    assert f"{limits.DRAWING_ELEMENTS:,}" in refused('<g id="a"><use href="#a"/></g>')


def test_lines_and_curves_are_bounded() -> None:
    path = f'<path id="p" d="M0 0{"L1 0L0 1" * 10_000}"/>'
    assert f"{limits.DRAWING_SEGMENTS:,}" in refused(path + '<use href="#p"/>' * 3)


def test_clips_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DRAWING_CUTS", 50)
    clip = '<clipPath id="c"><circle r="5"/></clipPath>'
    assert len(drawn(f'{clip}<g clip-path="url(#c)">{TILE}</g>')) == 1
    assert "too many clip paths" in refused(f'{clip}<g clip-path="url(#c)">{TILE * 9}</g>')

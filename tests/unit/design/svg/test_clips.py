"""Clip paths and masks: what they leave, in the units of the finished drawing."""

import pytest
from pathops import Path
from svgelements import Matrix

from factsheet.design.svg.clips import Clips
from factsheet.design.svg.figures import Units
from factsheet.design.svg.layers import Layer, Piece, area
from factsheet.design.svg.places import Place, rectangle
from factsheet.design.svg.refusals import Parts, Refusals
from factsheet.design.svg.style import INHERITED, Cascade
from factsheet.design.svg.tree import parsed
from factsheet.findings import AssetError


def made(body: str) -> tuple[Clips, Place, Refusals]:
    root, refusals = parsed(f"<svg>{body}</svg>".encode()), Refusals()
    cascade = Cascade(root, refusals)
    style = INHERITED | {"clip-path": "url(#c)", "mask": "url(#m)"}
    return Clips(Parts(root, refusals), cascade, refusals), Place(Matrix.scale(2), style, (), Units(100, 100)), refusals


def clip(body: str) -> Path:
    clips, place, refusals = made(body)
    found = clips.clip(parsed(b"<svg/>"), place)
    refusals.check()
    return found


def test_a_clip_stands_in_the_units_of_what_it_cuts() -> None:
    assert clip('<clipPath id="c"><rect width="5" height="4"/></clipPath>').bounds == (0, 0, 10, 8)
    assert clip('<clipPath id="c" transform="scale(3)"><rect width="5" height="4"/></clipPath>').bounds == (
        0,
        0,
        30,
        24,
    )


def test_parts_of_a_clip_may_be_used_and_cut_themselves() -> None:
    shapes = '<rect id="r" width="5" height="4" transform="translate(1 0)"/><clipPath id="d"><circle r="3"/></clipPath>'
    assert clip(f'{shapes}<clipPath id="c"><use href="#r" y="2"/></clipPath>').bounds == (2, 4, 12, 12)
    cut = clip(f'{shapes}<clipPath id="c"><rect width="9" height="9" clip-path="url(#d)"/></clipPath>')
    assert cut.bounds == pytest.approx((0, 0, 6, 6), abs=0.01)


def test_rules_come_from_around_the_clip() -> None:
    star = "M 100 15 l 50 160 l -130 -100 l 160 0 l -130 100 z"
    body = '<g clip-rule="{}"><clipPath id="c"><path d="' + star + '"/></clipPath></g>'
    assert area(clip(body.format("evenodd"))) < area(clip(body.format("nonzero")))


def test_a_mask_leaves_what_is_white_in_it() -> None:
    clips, place, refusals = made('<mask id="m"/>')

    def draw(_: object, at: Place, layer: Layer) -> None:
        assert at.clips == ()
        layer.put(Piece(rectangle(0, 0, 10, 10), (1.0, 1.0, 1.0)))

    assert clips.mask(parsed(b"<svg/>"), place, draw).bounds == (0, 0, 10, 10)
    refusals.check()


def test_a_missing_clip_is_told() -> None:
    with pytest.raises(AssetError, match="not in it “#c”"):
        clip("")

"""Signs of states: each of another shape, beside the first line, for the eye only."""

import pytest

from factsheet.document import Area, Path
from factsheet.layout.box import Fit
from factsheet.layout.state import Sign, Signed
from factsheet.units import Size
from tests.making import items, kit, runs, whole
from tests.unit.layout.bricks import ink

SIGNS: tuple[Sign, ...] = ("planned", "ongoing", "completed", "suspended")


def signed(sign: Sign, text: str = "Ongoing", rough: bool = False) -> Signed:
    return Signed(sign, kit("sidebar", rough=rough).words(text, "figure"), ink("KEY"), ink("GROUND"), 11.0, 17.0)


def shapes(sign: Sign) -> list[str]:
    found = []
    for _, _, item, _ in items(whole(signed(sign), 130)):
        if isinstance(item, Area):
            found.append("area")
        elif isinstance(item, Path):
            found.append("".join(op for op, _ in item.segments) + ("filled" if item.fill else "drawn"))
    return found


def test_every_sign_has_a_shape_of_its_own() -> None:
    assert len({tuple(shapes(sign)) for sign in SIGNS}) == len(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_stands_beside_the_first_line_and_is_no_text(sign: Sign) -> None:
    frame = whole(signed(sign), 130)
    ((x, y, _, _),) = runs(frame)
    assert x == 17
    for left, top, item, path in items(frame):
        if isinstance(item, Area | Path):
            assert path[-1].role == "Artifact"
            assert left < 12
            assert y - 14 < top < y


def test_an_estimate_has_no_sign() -> None:
    assert not items(whole(signed("ongoing", rough=True), 130))


def test_what_does_not_fit_comes_back_as_it_was() -> None:
    box = signed("ongoing")
    assert box.fit(Size(130, 5)) == Fit(None, box)

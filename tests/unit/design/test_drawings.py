"""Drawings as drawing programs write them: their areas, their inks, and what is seen of them on paper."""

from pathlib import Path

import pytest

from factsheet.design.drawings import Drawing, drawn, read
from factsheet.findings import AssetError
from tests.making import SPECS

LOGOS = sorted((SPECS / "logos").glob("*.svg"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{}</svg>'


def drawing(body: str) -> Drawing:
    return drawn(Path("test.svg"), SVG.format(body).encode())


def refused(body: str) -> str:
    with pytest.raises(AssetError) as caught:
        drawing(body)
    assert all(finding.hint for finding in caught.value.findings)
    return caught.value.findings[0].message


@pytest.mark.parametrize("path", LOGOS, ids=lambda path: path.stem)
def test_what_drawing_programs_write_is_read(path: Path) -> None:
    found = read(path)
    assert max(found.width, found.height) == pytest.approx(1000)
    assert found.shapes
    left, top, right, bottom = found.bounds
    assert -0.1 <= left < right <= found.width + 0.1
    assert -0.1 <= top < bottom <= found.height + 0.1
    assert 0.1 < found.cover <= 1
    for shape in found.shapes:
        assert shape.segments[0][0] == "M"
        assert {letter for letter, _ in shape.segments} <= {"M", "L", "C", "Z"}


def test_there_are_drawings_of_many_programs() -> None:
    assert len(LOGOS) >= 15


def inks(name: str) -> list[str]:
    return [shape.ink.name for shape in read(SPECS / "logos" / f"{name}.svg").shapes]


def test_the_cascade_is_that_of_browsers() -> None:
    assert inks("css-cascade") == ["#264653", "#2A9D8F", "#E9C46A", "#E76F51", "#FF0000", "#FFFFFF"]
    assert inks("illustrator-classes")[-3:] == ["#231F20", "#231F20", "#005EB8"]
    assert inks("sketch-use") == ["#D0021B"] * 3 + ["#4A90E2", "#D0021B", "#F5A623", "#417505", "#0B6E4F", "#FFFFFF"]
    assert inks("current-colour") == ["#0A7D5C", "#C74D33"]


def test_coordinates_are_in_thousandths_of_the_longer_side() -> None:
    found = drawing('<rect x="20" y="10" width="100" height="50"/>')
    assert (found.width, found.height) == (1000, 500)
    corners = [("M", (100, 50)), ("L", (600, 50)), ("L", (600, 300)), ("L", (100, 300)), ("Z", ())]
    assert list(found.shapes[0].segments) == corners
    assert found.bounds == (100, 50, 600, 300)
    assert found.cover == pytest.approx(1)


def test_what_is_hardly_seen_does_not_count_for_the_bounds() -> None:
    found = drawing('<rect width="200" height="100" fill="#fdfdfd"/><circle cx="50" cy="50" r="20" fill="red"/>')
    assert found.bounds == pytest.approx((150, 150, 350, 350), abs=0.1)
    assert found.cover == pytest.approx(0.785, abs=0.01)


def test_what_is_see_through_at_last_is_mixed_with_white() -> None:
    (shape,) = drawing('<rect width="9" height="9" fill="red" opacity=".5"/>').shapes
    assert shape.ink.name == "#FF8080"


def test_press_values_are_those_of_the_inks() -> None:
    black, red = drawing(
        '<rect width="9" height="9" fill="#231f20"/><rect width="5" height="5" fill="#e30613"/>'
    ).shapes
    assert black.ink.cmyk == (0, 0, 0, 1)
    cyan, magenta, yellow, _ = red.ink.cmyk
    assert cyan < 0.05
    assert min(magenta, yellow) > 0.85


def test_two_of_the_same_content_are_equal() -> None:
    assert drawing('<path d="M0 0H9V9z"/>') == drawing('<path d="M0 0H9V9z"/>')
    assert drawing('<path d="M0 0H9V9z"/>') != drawing('<path d="M0 0H8V9z"/>')


def test_what_would_not_be_seen_is_refused() -> None:
    assert "nothing in it" in refused("")
    assert "white" in refused('<rect width="9" height="9" fill="white"/>')
    assert "white" in refused('<rect width="9" height="9" opacity=".02"/>')


def test_a_folder_is_no_drawing(tmp_path: Path) -> None:
    with pytest.raises(AssetError):
        read(tmp_path)
    with pytest.raises(AssetError):
        read(tmp_path / "none.svg")

"""QR codes: what a camera reads from them, what is printed beside them, what readers hear."""

import pytest

from factsheet.document import Area, Frame, Path
from factsheet.findings import LayoutError
from factsheet.layout.code import QUIET
from tests.making import Place, block, box, items, kit, runs, said, whole

LONGEST = "www.example.org/" + "a" * 227
"""With https:// 251 characters: as many as the largest code takes that goes into 36 mm."""


def figure(frame: Frame) -> tuple[Path, str]:
    """The dark modules, and what is said of them."""
    ((path, tags),) = [(item, tags) for _, _, item, tags in items(frame) if isinstance(item, Path)]
    (tag,) = [tag for tag in tags if tag.role == "Figure"]
    return path, tag.alt


def matrix(frame: Frame) -> list[list[bool]]:
    """The modules, read off the drawing."""
    path, _ = figure(frame)
    corners = [values for letter, values in path.segments if letter == "M"]
    module = min(y for _, y in corners if y > 0)
    count = round(max(values[0] for _, values in path.segments if values) / module)
    cells = [[False] * count for _ in range(count)]
    for n, (letter, values) in enumerate(path.segments):
        if letter == "M":
            start, end = values[0] / module, path.segments[n + 1][1][0] / module
            for column in range(round(start), round(end)):
                cells[round(values[1] / module)][column] = True
    return cells


@pytest.mark.parametrize("place", ["main", "sidebar"])
def test_text_and_address_are_printed_once(place: Place) -> None:
    frame = whole(box("- qr: {url: www.example.org/a, text: Read on}", place))
    assert said(frame) == ["Read", "on", "www.example.org/a"]
    ((*_, link, _),) = [run for run in runs(frame) if run[2].tag]
    assert link.tag is not None
    assert link.tag.href == "https://www.example.org/a"


def test_the_address_alone_is_enough() -> None:
    assert said(whole(box("- qr: https://www.example.org"))) == ["https://www.example.org"]


@pytest.mark.parametrize(
    ("tag", "alt"),
    [("en", "QR code: leads to example.org"), ("mn", "QR код: example.org"), ("fr", "Code QR : mène à example.org")],
)
def test_the_figure_says_where_it_leads(tag: str, alt: str) -> None:
    assert figure(whole(box("- qr: example.org", tag=tag)))[1].startswith(alt)


def test_the_corners_have_finder_patterns() -> None:
    cells = matrix(whole(box("- qr: www.example.org")))
    for row, column in ((0, 0), (0, -7), (-7, 0)):
        assert [cells[row][column + n] for n in range(7)] == [True] * 7
        assert [cells[row + 1][column + n] for n in range(7)] == [True, False, False, False, False, False, True]


def test_a_ground_gets_a_white_quiet_zone_and_paper_needs_none() -> None:
    on_ground = [
        item for _, _, item, _ in items(whole(box("- qr: example.org", "sidebar"), 130)) if isinstance(item, Area)
    ]
    on_paper = [item for _, _, item, _ in items(whole(box("- qr: example.org"))) if isinstance(item, Area)]
    assert [area.ink.rgb for area in on_ground] == [(1, 1, 1)]
    assert not on_paper


def test_the_longest_address_goes_into_the_narrowest_column() -> None:
    narrow = 102.05  # 36 mm
    cells = matrix(whole(box(f"- qr: {LONGEST}", "sidebar"), narrow))
    assert len(cells) == 61
    assert len(cells) + 2 * QUIET <= 36 / 0.5


def test_a_column_that_is_too_narrow_is_an_error_with_a_place() -> None:
    from dataclasses import replace

    with pytest.raises(LayoutError) as caught:
        block(f"- qr: {LONGEST}").box(replace(kit(), column=60.0))
    (finding,) = caught.value.findings
    assert finding.where.line > 1
    assert "34 mm" in finding.message

"""Ink on plates that are drawn by hand: one pixel of 25.4 ppi is a millimetre, one of 127 ppi a fifth of it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image

from factsheet.preflight.hits import PageFacts
from factsheet.preflight.ink import bleed, measure, peaks, trim
from factsheet.preflight.separations import PagePlates, Separations
from factsheet.units import Rect, mm, to_mm

SIDE = 200
"""Pixels in a row of a test page of 40 mm × 40 mm."""

Area = tuple[slice, slice]
ALL: Area = (slice(None), slice(None))


def tiff(share: float, area: Area = ALL, side: int = SIDE) -> bytes:
    """A plate with ``share`` of full ink on ``area``, as Ghostscript writes it: white is 255."""
    ink = np.zeros((side, side), np.uint8)
    ink[area] = round(255 * share)
    file = BytesIO()
    Image.fromarray(255 - ink).save(file, "TIFF")
    return file.getvalue()


def plates(files: Mapping[str, bytes], number: int = 1, **kept: Any) -> PagePlates:
    return PagePlates(
        **{"number": number, "width": SIDE, "height": SIDE, "left": 0.0, "bottom": 0.0, "ppi": 127.0, **kept},
        files=files,
    )


def page(number: int = 1, **boxes: Rect) -> PageFacts:
    """A page of 40 mm × 40 mm; without ``boxes`` it is trimmed 8 mm inside, with 3 mm of bleed."""
    named = boxes or {
        "BleedBox": Rect(mm(5), mm(5), mm(30), mm(30)),
        "TrimBox": Rect(mm(8), mm(8), mm(24), mm(24)),
    }
    return PageFacts(number, {"MediaBox": Rect(0.0, 0.0, mm(40), mm(40)), **named})


def separations(*pages: PagePlates) -> Separations:
    return Separations(pages, 127.0, "Test")


def in_mm(place: Rect) -> tuple[float, ...]:
    return tuple(round(to_mm(v), 1) for v in (place.x, place.y, place.width, place.height))


SQUARE: Area = (slice(60, 65), slice(100, 105))
"""One square millimetre: 20 mm from the left edge of the sheet, 12 mm from its top."""


def test_ink_adds_up_over_a_square_millimetre_at_its_place_from_the_trim() -> None:
    found = separations(plates({"Cyan": tiff(1, SQUARE), "Magenta": tiff(1, SQUARE), "Black": tiff(0.4, SQUARE)}))
    facts, hits = measure(found, [page()], 300.0)
    assert facts is not None
    assert (facts.most, facts.page, facts.source) == (240.0, 1, "Test")
    assert in_mm(facts.place) == (12.0, 4.0, 1.0, 1.0)
    assert hits == ()


def test_a_speck_smaller_than_a_square_millimetre_counts_with_the_paper_around_it() -> None:
    speck = (slice(60, 62), slice(100, 105))
    facts, _ = measure(separations(plates({"Black": tiff(1, speck)})), [page()], 300.0)
    assert facts is not None
    assert facts.most == pytest.approx(40, abs=0.1)


def test_too_much_ink_is_an_error_with_value_limit_page_and_place() -> None:
    files = {name: tiff(0.8, SQUARE) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    _, hits = measure(separations(plates({}), plates(files, 2)), [page(), page(2)], 300.0)
    (hit,) = hits
    assert (hit.rule, hit.level, hit.page, hit.found, hit.limit) == ("H-09", "error", 2, "320.0 %", "300 %")
    assert "320 %" in hit.message
    assert "about 1 mm²" in hit.message
    assert hit.place is not None
    assert in_mm(hit.place) == (12.0, 4.0, 1.0, 1.0)


@pytest.mark.parametrize(("level", "broken"), [(191, False), (192, False), (194, True)])
def test_the_limit_itself_and_the_rounding_of_eight_bits_are_allowed(level: int, broken: bool) -> None:
    files = {name: tiff(192 / 255, SQUARE) for name in ("Cyan", "Magenta", "Yellow")}
    files["Black"] = tiff((level - 1) / 255, SQUARE)
    _, hits = measure(separations(plates(files)), [page()], 300.0)
    assert bool(hits) is broken


def test_the_limit_of_the_house_counts() -> None:
    files = {name: tiff(0.8, SQUARE) for name in ("Cyan", "Magenta", "Yellow")}
    assert measure(separations(plates(files)), [page()], 300.0)[1] == ()
    assert [hit.limit for hit in measure(separations(plates(files)), [page()], 225.0)[1]] == ["225 %"]


def test_marks_outside_the_bleed_do_not_count() -> None:
    mark = (slice(0, 25), slice(0, 200))
    files = {name: tiff(1, mark) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    facts, hits = measure(separations(plates(files)), [page()], 300.0)
    assert facts is not None
    assert (facts.most, hits) == (0.0, ())
    assert facts.plates == ({"Cyan": 0.0, "Magenta": 0.0, "Yellow": 0.0, "Black": 0.0},)


def test_ink_in_the_bleed_counts_and_stands_before_the_trim() -> None:
    corner = (slice(25, 30), slice(25, 30))
    files = {name: tiff(1, corner) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    _, (hit,) = measure(separations(plates(files)), [page()], 300.0)
    assert hit.place is not None
    assert in_mm(hit.place) == (-3.0, -3.0, 1.0, 1.0)


def test_a_spot_colour_is_a_plate_but_no_part_of_the_sum_of_the_four() -> None:
    files = {"Cyan": tiff(0.5), "PANTONE 185 C": tiff(1.0)}
    facts, _ = measure(separations(plates(files)), [page()], 300.0)
    assert facts is not None
    assert facts.most == pytest.approx(50, abs=0.3)
    assert facts.plates[0] == {"Cyan": pytest.approx(50, abs=0.3), "PANTONE 185 C": 100.0}


def test_a_plate_covers_a_share_of_the_bleed_box() -> None:
    half = (slice(None), slice(0, 100))
    facts, _ = measure(separations(plates({"Black": tiff(1, half)})), [page()], 300.0)
    assert facts is not None
    assert facts.plates == ({"Black": 50.0},)


def test_a_large_dark_area_is_a_warning_of_its_own() -> None:
    square = (slice(60, 135), slice(60, 135))
    files = {name: tiff(0.85, square) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    _, hits = measure(separations(plates(files)), [page()], 400.0)
    (hit,) = hits
    assert (hit.rule, hit.level, hit.limit) == ("R0026", "warning", "320 %")
    assert hit.place is not None
    assert in_mm(hit.place) == (4.0, 4.0, 15.0, 15.0)


def test_a_small_dark_area_is_no_large_one() -> None:
    square = (slice(60, 130), slice(60, 130))
    files = {name: tiff(0.85, square) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    facts, hits = measure(separations(plates(files)), [page()], 400.0)
    assert facts is not None
    assert facts.widest == pytest.approx(340 * (70 / 75) ** 2, abs=1)
    assert hits == ()


def test_without_gwg_large_areas_are_not_asked_for() -> None:
    files = {name: tiff(0.85) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    assert measure(separations(plates(files)), [page()], 400.0, gwg=False)[1] == ()


def test_the_greatest_of_an_even_area_is_marked_in_its_midst() -> None:
    facts, _ = measure(separations(plates({"Black": tiff(1)})), [page()], 300.0)
    assert facts is not None
    assert 8 < to_mm(facts.place.y) < 16


def test_a_page_smaller_than_the_square_is_measured_as_a_whole() -> None:
    small = page(MediaBox=Rect(0.0, 0.0, mm(2), mm(2)))
    found = separations(plates({"Black": tiff(0.5, side=10)}, width=10, height=10))
    facts, _ = measure(found, [small], 300.0)
    assert facts is not None
    assert facts.widest == pytest.approx(50, abs=0.3)
    assert in_mm(facts.widest_place) == (0.0, 0.0, 2.0, 2.0)


def test_a_media_box_away_from_the_origin_moves_nothing() -> None:
    moved = page(
        MediaBox=Rect(100.0, 50.0, mm(40), mm(40)),
        TrimBox=Rect(100 + mm(8), 50 + mm(8), mm(24), mm(24)),
    )
    found = separations(plates({"Black": tiff(1, SQUARE)}, left=100.0, bottom=50.0))
    facts, _ = measure(found, [moved], 300.0)
    assert facts is not None
    assert in_mm(facts.place) == (12.0, 4.0, 1.0, 1.0)


def test_a_page_without_plates_is_passed_over() -> None:
    facts, hits = measure(separations(plates({"Black": tiff(1, SQUARE)}, 2)), [page(), page(2), page(3)], 300.0)
    assert facts is not None
    assert facts.plates == ({}, {"Black": pytest.approx(0.11, abs=0.01)}, {})
    assert facts.page == 2
    assert hits == ()


def test_without_any_plates_there_is_nothing_to_say() -> None:
    assert measure(separations(), [page()], 300.0) == (None, ())


def test_each_page_has_its_own_peak() -> None:
    found = separations(plates({"Black": tiff(1, SQUARE)}), plates({"Cyan": tiff(0.2)}, 2))
    assert [(peak.page, round(peak.most)) for peak in peaks(found, [page(), page(2)], 300.0)] == [(1, 100), (2, 20)]


def test_the_area_above_the_limit_is_told_in_square_millimetres() -> None:
    area = (slice(60, 110), slice(60, 110))
    files = {name: tiff(1, area) for name in ("Cyan", "Magenta", "Yellow", "Black")}
    (peak,) = peaks(separations(plates(files)), [page()], 300.0)
    assert peak.above == pytest.approx(100, rel=0.1)


def test_missing_boxes_are_replaced_by_the_next_larger_one() -> None:
    media, crop, trimmed = Rect(0.0, 0.0, 9.0, 9.0), Rect(1.0, 1.0, 7.0, 7.0), Rect(2.0, 2.0, 5.0, 5.0)
    assert bleed(PageFacts(1, {"MediaBox": media})) == trim(PageFacts(1, {"MediaBox": media})) == media
    assert bleed(PageFacts(1, {"MediaBox": media, "CropBox": crop})) == crop
    boxes = PageFacts(1, {"MediaBox": media, "CropBox": crop, "TrimBox": trimmed})
    assert bleed(boxes) == trim(boxes) == trimmed
    assert trim(PageFacts(1, {"MediaBox": media, "ArtBox": trimmed})) == trimmed


def test_a_bleed_box_off_the_sheet_leaves_the_whole_sheet_to_measure() -> None:
    off = page(BleedBox=Rect(900.0, 900.0, 10.0, 10.0))
    facts, _ = measure(separations(plates({"Black": tiff(1, SQUARE)})), [off], 300.0)
    assert facts is not None
    assert facts.most == 100.0

import re
from dataclasses import replace

import pytest

from factsheet.preflight import figures
from factsheet.preflight.figures import legend, sheet, view_of
from factsheet.preflight.hits import Hit, PageFacts
from factsheet.units import Rect, mm, to_mm
from tests.unit.preflight.reported import BROKEN, DOUBTFUL, HOSTILE, WHOLE, page, pdf

SHEET = Rect(mm(-10), mm(-10), mm(120), mm(160))


def rectangles(markup: str, class_: str) -> list[tuple[float, ...]]:
    """x, y, width and height of the rectangles of a class, in millimetres."""
    found = re.findall(rf'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"[^>]* class="{class_}"', markup)
    return [tuple(round(to_mm(float(value)), 1) for value in sides) for sides in found]


def test_the_view_is_the_sheet_from_the_corner_of_the_trim() -> None:
    view = view_of(page())
    assert [round(to_mm(v), 1) for v in (view.sheet.x, view.sheet.y)] == [-10.0, -10.0]
    assert [round(to_mm(v), 1) for v in (view.sheet.width, view.sheet.height)] == [120.0, 160.0]


def test_a_page_without_boxes_has_a_view_all_the_same() -> None:
    assert view_of(PageFacts(1, {})).sheet.width > 0
    flat = PageFacts(1, {"MediaBox": Rect(0.0, 0.0, 0.0, -5.0)})
    assert (view_of(flat).sheet.width, view_of(flat).sheet.height) == (1.0, 1.0)


def test_the_page_is_shown_with_a_text_for_those_who_do_not_see_it() -> None:
    made = sheet(pdf(), page(), [])
    assert '<img src="data:image/' in made
    assert 'alt="Page 1 of the file, trim 100.0 × 140.0 mm' in made


def test_a_file_that_cannot_be_shown_leaves_boxes_and_marks_on_an_empty_sheet() -> None:
    made = sheet(b"no file", page(), [(7, BROKEN)])
    assert "This page cannot be shown: PDFium cannot open this file." in made
    assert rectangles(made, "trimbox") == [(0.0, 0.0, 100.0, 140.0)]
    assert 'id="mark-7"' in made


def test_each_box_is_drawn_at_its_place() -> None:
    made = sheet(pdf(), page(), [])
    assert rectangles(made, "mediabox") == [(-10.0, -10.0, 120.0, 160.0)]
    assert rectangles(made, "bleedbox") == [(-3.0, -3.0, 106.0, 146.0)]
    assert rectangles(made, "trimbox") == [(0.0, 0.0, 100.0, 140.0)]
    assert rectangles(made, "cropbox") == []


def test_a_crop_box_is_drawn_only_where_it_is_not_the_sheet() -> None:
    whole = page(boxes={**page().boxes, "CropBox": page().boxes["MediaBox"]})
    cut = page(boxes={**page().boxes, "CropBox": page().boxes["TrimBox"]})
    assert "cropbox" not in legend(whole)
    assert "cropbox" in legend(cut)


def test_the_legend_names_each_box_with_its_size() -> None:
    made = legend(page())
    assert re.sub(r"<[^>]+>", "|", made).count("mm") == 3
    assert "<b>Trim (TrimBox)</b> 100.0 × 140.0 mm" in made


def test_a_hit_is_framed_numbered_and_linked() -> None:
    made = sheet(pdf(), page(), [(3, BROKEN)])
    assert 'href="#finding-3"' in made
    assert 'aria-label="Finding 3: A picture in DeviceRGB."' in made
    assert 'class="error"' in made
    ((x, y, width, height),) = rectangles(made, "frame")
    assert x < 10
    assert x + width > 40
    assert y < 20
    assert y + height > 25


def test_a_warning_looks_otherwise_than_an_error() -> None:
    made = sheet(pdf(), page(2), [(1, DOUBTFUL)])
    assert 'class="warning"' in made
    assert 'class="error"' not in made


def test_a_hit_without_a_place_has_no_mark() -> None:
    assert "mark-1" not in sheet(pdf(), page(), [(1, WHOLE)])


def test_hits_at_one_place_share_the_frame_and_have_a_number_each() -> None:
    made = sheet(pdf(), page(), [(1, BROKEN), (2, replace(BROKEN, rule="R0027"))])
    badges = rectangles(made, "badge")
    assert len(rectangles(made, "frame")) == 1
    assert len(badges) == len(set(badges)) == 2


def test_no_frame_covers_a_number() -> None:
    made = sheet(pdf(), page(), [(1, BROKEN), (2, replace(BROKEN, place=Rect(mm(12), mm(21), mm(9), mm(9))))])
    assert made.rindex('class="frame') < made.index('class="badge"')


def test_a_frame_shared_by_an_error_and_a_warning_is_that_of_the_first() -> None:
    made = sheet(pdf(), page(), [(1, BROKEN), (2, replace(BROKEN, level="warning"))])
    assert '<g class="error"><rect' in made
    assert '<g class="warning">' not in made


def test_no_number_covers_another() -> None:
    hits = [(n, replace(BROKEN, place=Rect(mm(90 + n % 3), mm(130 + n % 2), mm(5), mm(5)))) for n in range(1, 41)]
    badges = rectangles(sheet(pdf(), page(), hits), "badge")
    assert len(badges) == 40
    for n, (x, y, width, height) in enumerate(badges):
        assert -10 <= x <= 110 - width + 0.1
        assert -10 <= y <= 150 - height + 0.1
        for other_x, other_y, other_width, other_height in badges[n + 1 :]:
            apart = max(
                other_x - x - width, x - other_x - other_width, other_y - y - height, y - other_y - other_height
            )
            assert apart > -0.3


def test_a_speck_is_framed_large_enough_to_be_seen() -> None:
    speck = replace(BROKEN, place=Rect(mm(50), mm(50), 0.0, 0.0))
    ((_, _, width, height),) = rectangles(sheet(pdf(), page(), [(1, speck)]), "frame")
    assert min(width, height) > 1.5


@pytest.mark.parametrize(
    "place",
    [
        Rect(mm(-500), mm(-500), mm(5000), mm(5000)),
        Rect(mm(500), mm(500), mm(5), mm(5)),
        Rect(mm(-99), mm(-99), 0.0, 0.0),
    ],
)
def test_a_place_off_the_sheet_is_framed_at_its_edge(place: Rect) -> None:
    made = sheet(pdf(), page(), [(1, replace(BROKEN, place=place))])
    frames = rectangles(made, "frame") + rectangles(made, "frame wide")
    ((x, y, width, height),) = frames
    assert -10.1 <= x <= x + width <= 110.2
    assert -10.1 <= y <= y + height <= 150.2


def test_a_frame_around_much_of_the_page_is_not_filled() -> None:
    made = sheet(pdf(), page(), [(1, replace(BROKEN, place=Rect(0.0, 0.0, mm(100), mm(140))))])
    assert 'class="frame wide"' in made


def test_a_large_sheet_is_shown_with_no_more_pixels_than_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    shown = figures.raster.page_image

    def page_image(data: bytes, number: int, ppi: float) -> figures.raster.Raster:
        asked.append(ppi)
        return shown(data, number, 20.0)

    monkeypatch.setattr(figures.raster, "page_image", page_image)
    for side in (mm(50), mm(320), mm(2000)):
        sheet(pdf(), PageFacts(1, {"MediaBox": Rect(0.0, 0.0, side / 2, side)}), [])
    assert asked == [220, pytest.approx(89.7, abs=0.1), pytest.approx(14.4, abs=0.1)]


def test_texts_of_the_file_stay_texts() -> None:
    hit = Hit("X-40", "error", HOSTILE, 1, HOSTILE, place=Rect(0.0, 0.0, 9.0, 9.0))
    assert "<script>" not in sheet(pdf(), page(), [(1, hit)])

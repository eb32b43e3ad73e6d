import re
from dataclasses import replace

from factsheet.preflight.leaf import page_section
from tests.unit.preflight.reported import BROKEN, HOSTILE, INK, WHOLE, page, pdf, plates

PLATES = plates(2, Cyan=0.5, Gold=0.25)


def test_a_page_has_a_heading_an_anchor_and_its_size() -> None:
    made = page_section(page(2), pdf(), [], None, None)
    assert made.startswith('<section id="page-2"')
    assert ">Page 2</h2>" in made
    assert "trim 100.0 × 140.0 mm" in made
    assert "No findings on this page" in made


def test_findings_are_listed_with_links_to_the_table() -> None:
    made = page_section(page(), pdf(), [(4, BROKEN)], None, None)
    assert '<a href="#finding-4">A picture in DeviceRGB.</a>' in made
    assert "error, X-40" in made


def test_a_long_list_leads_on_to_the_table() -> None:
    made = page_section(page(), pdf(), [(n, BROKEN) for n in range(1, 21)], None, None)
    assert made.count("error, X-40") == 12
    assert '<a href="#finding-13">and 8 more</a>' in made
    assert 'id="mark-20"' in made


def test_boxes_and_findings_can_be_hidden_without_a_program() -> None:
    made = page_section(page(), pdf(), [(1, BROKEN)], None, None)
    for name in ("page-1-boxes", "page-1-marks"):
        assert re.search(rf'<input type="checkbox" id="{name}"[^>]* checked>', made)
        assert f'<label for="{name}">' in made
    assert "<script" not in made


def test_findings_without_a_place_need_no_switch_and_say_so() -> None:
    made = page_section(page(), pdf(), [(1, WHOLE)], None, None)
    assert "page-1-marks" not in made
    assert "no place" in made


def test_ink_and_plates_are_shown_where_there_are_plates() -> None:
    made = page_section(page(2), pdf(), [], PLATES, INK)
    assert made.count('class="plate"') == 2
    assert "Ink coverage" in made
    assert "50 % at most" in made
    assert "1.5 %" in made
    assert "limit 300 %" in made


def test_without_plates_nothing_is_said_of_ink() -> None:
    made = page_section(page(2), pdf(), [], None, INK)
    assert "Ink coverage" not in made
    assert "Plates" not in made


def test_the_area_above_the_limit_is_told() -> None:
    made = page_section(page(2), pdf(), [], PLATES, replace(INK, limit=40.0))
    assert "Above the limit on about" in made


def test_plates_need_no_figures_of_ink() -> None:
    made = page_section(page(2), pdf(), [], PLATES, None)
    assert made.count('class="plate"') == 2
    assert "limit 300 %" in made


def test_texts_of_the_file_stay_texts() -> None:
    made = page_section(page(), pdf(), [(1, replace(BROKEN, message=HOSTILE))], None, None)
    assert "<script>" not in made

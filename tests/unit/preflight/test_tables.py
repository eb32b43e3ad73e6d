import re
from dataclasses import replace

from factsheet.preflight import wording
from factsheet.preflight.hits import ImageFacts, Inventory
from factsheet.preflight.tables import findings, inventory, rules
from tests.unit.preflight.reported import BROKEN, DOUBTFUL, HOSTILE, INK, INVENTORY, WHOLE, page, report

HITS = [(1, WHOLE), (2, BROKEN), (3, DOUBTFUL)]


def texts(markup: str) -> list[str]:
    """The texts of ``markup`` without its elements."""
    return [text.strip() for text in re.split(r"<[^>]+>", markup) if text.strip()]


def test_findings_stand_page_by_page() -> None:
    told = texts(findings(HITS, {1, 2}))
    places = [told.index(text) for text in ("The file as a whole", "X-22", "Page 1", "X-40", "Page 2", "R0017")]
    assert places == sorted(places)


def test_a_finding_has_all_that_is_known_of_it() -> None:
    told = texts(findings([(2, BROKEN)], {1}))
    for text in (
        "2",
        "error",
        "X-40",
        "A picture in DeviceRGB.",
        "convert it",
        "object 12 0; 10.0 mm from the left, 20.0 mm from the top (30.0 × 5.0 mm); gobi.yaml, line 41",
        "DeviceRGB",
        "DeviceCMYK",
    ):
        assert text in told
    assert wording.title("X-40") in told


def test_a_number_leads_to_its_mark_where_there_is_one() -> None:
    assert 'href="#mark-2"' in findings([(2, BROKEN)], {1})
    assert "#mark-2" not in findings([(2, BROKEN)], set())
    assert "#mark-1" not in findings([(1, WHOLE)], {1, 2})


def test_a_finding_has_an_anchor_and_a_page_that_is_shown_a_link() -> None:
    made = findings(HITS, {1})
    assert [f'id="finding-{n}"' in made for n in (1, 2, 3)] == [True] * 3
    assert 'href="#page-1"' in made
    assert 'href="#page-2"' not in made


def test_values_that_are_missing_are_dashes() -> None:
    assert texts(findings([(3, DOUBTFUL)], {2})).count("–") == 2


def test_what_is_in_the_file_is_listed() -> None:
    told = texts(inventory(report()))
    for text in (
        "PDF 1.6",
        "Gobi",
        "FOGRA39",
        "Coated FOGRA39, CMYK, ICC 2.4.0, 120,104 bytes",
        "100.0 × 140.0",
        "3.0, 3.0, 3.0, 3.0",
        "120.0 × 160.0",
        "ABCDEF+NotoSans",
        "1600 × 900",
        "254 ppi",
        "12.3 %",
        "1.5 %",
    ):
        assert text in told


def test_a_font_that_is_not_embedded_stands_out() -> None:
    assert '<strong class="bad">no</strong>' in inventory(report())


def test_plates_that_were_not_measured_are_named_alone() -> None:
    told = texts(inventory(report(inventory=replace(INVENTORY, ink=None))))
    assert "Cyan, Black, Gold" in told
    assert "not measured" in told
    worked_out = replace(INVENTORY, ink=replace(INK, plates=(), source="flat areas"))
    assert any("worked out from flat areas" in text for text in texts(inventory(report(inventory=worked_out))))


def test_an_empty_file_has_a_list_too() -> None:
    told = texts(inventory(report(inventory=Inventory())))
    assert told.count("none") >= 5


def test_a_page_without_boxes_says_so() -> None:
    told = texts(inventory(report(inventory=Inventory(pages=(page(boxes={}),)))))
    assert told.count("no box") == 3


def test_very_many_pictures_are_counted() -> None:
    image = ImageFacts(1, "1 0", (9, 9), 300.0, "DeviceGray", 8, "")
    told = texts(inventory(report(inventory=replace(INVENTORY, images=(image,) * 205))))
    assert "and 5 more pictures: see the JSON report" in told
    assert told.count("9 × 9") == 200


def test_every_rule_that_was_asked_has_its_result() -> None:
    made = texts(rules(report(BROKEN, replace(BROKEN, page=2), DOUBTFUL, checked=("X-22", "X-40"))))
    assert made[made.index("X-22") :].index("kept") > 0
    assert "broken × 2" in made
    assert "broken × 1" in made


def test_tables_have_captions_and_heads() -> None:
    for made in (findings(HITS, {1}), rules(report())):
        assert "<caption>" in made
        assert 'scope="col"' in made
        assert 'scope="row"' in made


def test_texts_of_the_file_stay_texts() -> None:
    hit = replace(BROKEN, message=HOSTILE, object=HOSTILE, found=HOSTILE, limit=HOSTILE, hint=HOSTILE)
    hostile = replace(
        INVENTORY, title=HOSTILE, producer=HOSTILE, layers=(HOSTILE,), plates=(HOSTILE,), spaces=(HOSTILE,)
    )
    assert "<script>" not in findings([(1, hit)], {1})
    assert "<script>" not in inventory(report(inventory=hostile))

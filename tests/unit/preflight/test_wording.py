from dataclasses import dataclass, replace

import pytest

from factsheet.findings import Where
from factsheet.preflight import wording
from factsheet.preflight.hits import Hit, PageFacts
from factsheet.units import Rect, mm
from tests.unit.preflight.reported import BROKEN, DOUBTFUL, INK, INVENTORY, WHOLE, page, report


@dataclass(frozen=True)
class Known:
    """A rule as the register has it."""

    title: str
    source: str
    standards: tuple[str, ...]


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {
        "X-22": Known("The output intent has a profile", "ISO 15930-7, 6.2.3", ("x4", "x1a")),
        "X-40": Known("No RGB", "ISO 15930-7, 6.2.4", ("x4", "x1a", "gwg")),
        "R0017": Known("Text in several inks is large", "GWG 2022 R0017", ("gwg",)),
    }
    monkeypatch.setattr(wording, "RULES", rules)


def test_a_rule_has_a_title_and_a_source() -> None:
    assert wording.title("X-22") == "The output intent has a profile"
    assert wording.source("X-22") == "ISO 15930-7, 6.2.3"


def test_a_rule_that_is_not_in_the_register_is_called_by_its_number() -> None:
    assert wording.title("Z-99") == "Z-99"
    assert wording.source("Z-99") == ""


def test_hits_count_against_the_standards_that_have_the_rule() -> None:
    assert wording.tally(report(WHOLE, BROKEN, DOUBTFUL)) == {"x4": (2, 0), "gwg": (1, 1)}


def test_a_hit_of_an_unknown_rule_counts_against_every_standard() -> None:
    assert wording.tally(report(Hit("Z-99", "error", "?"))) == {"x4": (1, 0), "gwg": (1, 0)}


def test_a_rule_that_no_judged_standard_asks_for_is_not_passed_over() -> None:
    assert wording.tally(report(WHOLE, standards=("gwg",))) == {"gwg": (1, 0)}
    assert wording.against(report(), "X-22") == ("x4",)


@pytest.mark.parametrize(
    ("hits", "verdict"),
    [
        ((), "ready to print"),
        ((DOUBTFUL,), "ready to print, with warnings"),
        ((BROKEN, DOUBTFUL), "not to be printed"),
    ],
)
def test_the_verdict_is_that_of_the_worst_hit(hits: tuple[Hit, ...], verdict: str) -> None:
    assert wording.verdict(report(*hits)) == verdict


@pytest.mark.parametrize(
    ("errors", "warnings", "told"),
    [(0, 0, "nothing found"), (1, 0, "1 error"), (2, 1, "2 errors, 1 warning"), (0, 3, "3 warnings")],
)
def test_hits_are_counted_in_words(errors: int, warnings: int, told: str) -> None:
    assert wording.counts(errors, warnings) == told


def test_standards_are_named_in_full() -> None:
    assert wording.names(("x4",)) == ["PDF/X-4 (ISO 15930-7:2010)"]


@pytest.mark.parametrize("sign", ["\n", "\x1b", "\u202e", "\u2028", "\udc80", "\u200b"])
def test_what_would_harm_a_terminal_or_a_reader_is_a_dot(sign: str) -> None:
    assert wording.safe(f"a{sign}b") == "a·b"


def test_long_texts_are_cut() -> None:
    assert wording.safe("x" * 1000) == "x" * 299 + "…"
    assert wording.safe("x" * 1000, 1000) == "x" * 1000


@pytest.mark.parametrize(
    ("text", "told"),
    [("a picture", "A picture."), ("Done.", "Done."), ("", ""), ("which?", "Which?"), ("text “a”", "Text “a”")],
)
def test_a_message_becomes_a_sentence(text: str, told: str) -> None:
    assert wording.sentence(text) == told


def test_bare_numbers_are_those_of_an_object() -> None:
    assert wording.thing("12 0") == "object 12 0"
    assert wording.thing("image Im1 (12 0)") == "image Im1 (12 0)"


def test_a_line_of_the_spec_is_named_without_its_folder() -> None:
    assert wording.line(Where("/home/me/specs/gobi.yaml", 41, 5)) == "gobi.yaml, line 41"
    assert wording.line(Where("gobi.yaml")) == ""


@pytest.mark.parametrize(("millimetres", "told"), [(210, "210.0"), (-3, "−3.0"), (-0.01, "0.0"), (0.26, "0.3")])
def test_lengths_are_in_millimetres_with_one_digit(millimetres: float, told: str) -> None:
    assert wording.length(mm(millimetres)) == told


def test_a_place_is_told_from_the_corner_of_the_trimmed_page() -> None:
    told = wording.place(Rect(mm(12), mm(-3), mm(1), mm(2)))
    assert told == "12.0 mm from the left, −3.0 mm from the top (1.0 × 2.0 mm)"


def test_boxes_are_turned_to_the_top_left_of_the_trim() -> None:
    boxes = wording.boxes_from_trim(page())
    assert list(boxes) == ["MediaBox", "BleedBox", "TrimBox"]
    assert [round(v, 6) for v in (boxes["TrimBox"].x, boxes["TrimBox"].y)] == [0, 0]
    assert wording.place(boxes["BleedBox"]) == "−3.0 mm from the left, −3.0 mm from the top (106.0 × 146.0 mm)"


def test_a_page_without_boxes_has_none() -> None:
    assert wording.boxes_from_trim(PageFacts(1, {})) == {}
    assert wording.page_size(PageFacts(1, {})) == "no trim box, no bleed box"


def test_the_size_of_a_page_names_trim_bleed_and_sheet() -> None:
    assert wording.page_size(page()) == "trim 100.0 × 140.0 mm, bleed 3.0 mm, sheet 120.0 × 160.0 mm"
    turned = wording.page_size(page(rotate=90, transparent=True))
    assert turned.endswith("sheet 120.0 × 160.0 mm, turned by 90°, transparency")


def test_an_uneven_bleed_is_told_as_a_box() -> None:
    boxes = {**page().boxes, "BleedBox": Rect(mm(5), mm(7), mm(108), mm(146))}
    assert "bleed box 108.0 × 146.0 mm" in wording.page_size(page(boxes=boxes))


def test_pages_of_one_size_are_told_together() -> None:
    other = page(3, rotate=90)
    assert [numbers for numbers, _ in wording.pages_alike((page(), page(2), other, page(4)))] == ["1–2", "3", "4"]


def test_the_version_is_told_once() -> None:
    assert wording.version(INVENTORY) == "PDF 1.6"
    assert wording.version(replace(INVENTORY, version="PDF 1.4")) == "PDF 1.4"
    assert wording.version(replace(INVENTORY, version="")) == ""


def test_a_picture_is_told_by_pixels_resolution_colours_and_compression() -> None:
    assert wording.picture(INVENTORY.images[0]) == "1600 × 900 px, 254 ppi, DeviceCMYK, 8 bit, DCTDecode"


def test_figures_of_ink_say_what_they_rest_on() -> None:
    assert wording.measured(None) == "not measured"
    assert wording.measured(INK) == "measured with Ghostscript 10.0.0"
    assert wording.measured(replace(INK, plates=(), source="flat areas")).startswith("not measured on plates")


def test_plates_are_told_with_their_shares() -> None:
    assert wording.covers({"Cyan": 12.34, "Black": 0.0}) == "Cyan 12.3 %, Black 0.0 %"


def test_hits_are_grouped_by_page_the_file_first() -> None:
    groups = wording.by_page((DOUBTFUL, WHOLE, BROKEN))
    assert [(number, [hit.rule for hit in hits]) for number, hits in groups] == [
        (0, ["X-22"]),
        (1, ["X-40"]),
        (2, ["R0017"]),
    ]


def test_what_only_repeats_is_left_out() -> None:
    hits = [BROKEN] * 20 + [DOUBTFUL]
    assert len(wording.told_apart(hits)) == wording.ALIKE + 1
    assert wording.told_apart([BROKEN, DOUBTFUL, BROKEN], 1) == [BROKEN, DOUBTFUL]


def test_a_draft_is_not_ready_however_sound_its_bytes_are() -> None:
    from dataclasses import replace

    from factsheet.preflight.hits import Hit, Inventory, Report
    from factsheet.preflight.wording import verdict

    report = Report("a.pdf", 1, "", (), ("x4",), (), Inventory())
    assert verdict(report) == "ready to print"
    assert verdict(replace(report, draft=True)) == "a draft, not to be printed yet"
    assert verdict(replace(report, draft=True, hits=(Hit("X-1", "error", "m"),))) == "not to be printed"

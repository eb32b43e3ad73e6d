"""What is told of a screen file because its spec is known: and each rule can fail."""

from dataclasses import replace
from pathlib import Path

import pytest

from factsheet import build
from factsheet.design.inks import Ink
from factsheet.edition import SCREEN
from factsheet.engine import Engine
from factsheet.findings import Where
from factsheet.paint.painter import paint
from factsheet.preflight.hits import Hit
from factsheet.preflight.judge import judge_file
from factsheet.preflight.spec_rules import RULES, Passage, Told
from tests.conformance.broken.tagged_sheet import screen

ENGINE = Engine()
SPEC = """title: Wells of the Gobi
date: 2026-01-31
main:
  - heading: Overview
  - text: The office repaired wells in Өмнөговь аймаг, as [the report of 2025](https://example.org/a) says[^1].
  - bullets: [First they dug, Then they drank]
  - picture: {file: well.png, alt: A well with a camel, caption: Morning at the well}
  - heading: Results
  - quote: {text: We drink again., name: D. Oyun}
sidebar:
  - duration: {start: 2012-08, end: 2014-02}
  - partners: [Water Office, Province of Umnugobi]
notes:
  1: Counted in May.
footer: {text: More is told on our pages, url: www.example.org}
"""


@pytest.fixture
def made(tmp_path: Path) -> build.Made:
    return make(tmp_path, SPEC)


def make(folder: Path, text: str) -> build.Made:
    """The pages of a spec, and what it says."""
    from PIL import Image

    Image.new("RGB", (400, 300), (90, 120, 160)).save(folder / "well.png")
    (folder / "wells.yaml").write_text(text, encoding="utf-8")
    return build.pages_and_press(folder / "wells.yaml", ENGINE)


def hits(made: build.Made, told: Told | None = None) -> list[Hit]:
    data = paint(made.document, SCREEN, ENGINE)
    report = judge_file(data, "wells.pdf", told=told or made.told)
    assert set(RULES) <= set(report.checked)
    return list(report.hits)


def rules(found: list[Hit]) -> set[str]:
    return {hit.rule for hit in found}


def test_our_own_file_says_what_its_spec_says(made: build.Made) -> None:
    assert hits(made) == []
    assert [passage.name for passage in made.told.passages][:4] == ["title", "heading", "text", "bullets"]
    assert made.told.alternatives.keys() == {"A well with a camel"}
    assert made.told.targets == {"https://example.org/a", "https://www.example.org"}


def test_without_a_spec_none_of_it_is_asked(made: build.Made) -> None:
    report = judge_file(paint(made.document, SCREEN, ENGINE), "wells.pdf")
    assert not set(RULES) & set(report.checked)


def test_blocks_in_another_order_are_told_at_their_line(made: build.Made) -> None:
    passages = list(made.told.passages)
    passages[1], passages[6] = passages[6], passages[1]
    found = hits(made, replace(made.told, passages=tuple(passages)))
    assert rules(found) == {"S-01"}
    assert all("not read out where the spec has it" in hit.message for hit in found)
    assert found[0].where.line


def test_a_sidebar_that_is_read_first_is_another_order(made: build.Made) -> None:
    passages = made.told.passages
    sidebar = [one for one in passages if one.name in ("duration", "partners")]
    others = [one for one in passages if one not in sidebar]
    found = hits(made, replace(made.told, passages=(others[0], *sidebar, *others[1:])))
    assert "S-01" in rules(found)


def test_a_lost_sentence_is_told(made: build.Made) -> None:
    lost = Passage("text", Where("wells.yaml", 7, 5), ("Nobody reads this sentence.",))
    found = hits(made, replace(made.told, passages=(*made.told.passages, lost)))
    (hit,) = found
    assert (hit.rule, hit.where.line, hit.found) == ("S-01", 7, "nowhere")


def test_a_lost_footnote_is_told(made: build.Made) -> None:
    lost = Passage("notes", Where("wells.yaml", 20, 3), ("Another note.",))
    (hit,) = hits(made, replace(made.told, anywhere=(*made.told.anywhere, lost)))
    assert (hit.rule, hit.where.line) == ("S-01", 20)


def test_pictures_say_what_the_spec_says(made: build.Made) -> None:
    found = hits(made, replace(made.told, alternatives={"Another picture": Where("wells.yaml", 9, 5)}))
    assert rules(found) == {"S-02"}
    assert len(found) == 2
    assert {hit.where.line for hit in found} == {0, 9}


def test_the_name_of_a_file_is_no_alternative_text(made: build.Made) -> None:
    sheet = screen()
    sheet["figure"]["Alt"] = "IMG_2041.jpg"
    report = judge_file(
        sheet.pdf(), "x.pdf", told=replace(made.told, alternatives={"IMG_2041.jpg": Where("w.yaml", 9)})
    )
    assert {"S-02", "13-004"} <= rules(list(report.hits))


def test_pale_text_is_told_with_its_contrast(made: build.Made) -> None:
    from factsheet.document import recoloured

    def paler(ink: Ink) -> Ink:
        return replace(ink, rgb=(0.8, 0.8, 0.8)) if sum(ink.rgb) < 1 else ink

    pale = replace(made, document=recoloured(made.document, paler))
    found = [hit for hit in hits(pale) if hit.rule == "S-03"]
    assert found
    assert all(float(hit.found) < 4.5 and hit.place is not None for hit in found)


def test_a_link_that_says_nothing_is_a_warning(tmp_path: Path) -> None:
    made = make(tmp_path, SPEC.replace("[the report of 2025]", "[here]"))
    (hit,) = hits(made)
    assert (hit.rule, hit.level, hit.found) == ("S-04", "warning", "here")


def test_links_go_where_the_spec_says(made: build.Made) -> None:
    found = hits(made, replace(made.told, targets=frozenset({"https://example.org/b", "https://www.example.org"})))
    assert rules(found) == {"S-04"}
    assert len(found) == 2


def test_the_language_is_that_of_the_spec(made: build.Made) -> None:
    (hit,) = hits(made, replace(made.told, language="mn"))
    assert (hit.rule, hit.found, hit.limit) == ("S-05", "en", "mn")


def test_a_part_in_another_script_needs_a_language(made: build.Made) -> None:
    data = paint(made.document, SCREEN, ENGINE)
    report = judge_file(paint(replace(made.document, language="ru"), SCREEN, ENGINE), "w.pdf", told=made.told)
    assert "S-05" in rules(list(report.hits))
    assert judge_file(data, "w.pdf", told=made.told).passed

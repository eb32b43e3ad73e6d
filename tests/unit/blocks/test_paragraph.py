"""Running text: paragraphs, leads, and short lines that announce what follows."""

import pytest

from factsheet.blocks.paragraph import Paragraphs
from tests.making import block, box, kit, runs, said, whole

TWO = "- text: |\n    First paragraph\n    goes on.\n    \n    Second, **strong**."


def made(text: str) -> Paragraphs:
    found = block(text)
    assert isinstance(found, Paragraphs)
    return found


def test_blank_lines_part_paragraphs() -> None:
    assert [str(part) for part in made(TWO).parts] == ["First paragraph\ngoes on.", "Second, **strong**."]


def test_every_paragraph_has_the_place_of_the_whole_text() -> None:
    found = made(TWO)
    assert {part.where for part in found.parts} == {found.text.where}


def test_each_paragraph_is_a_node_of_its_own() -> None:
    found = runs(whole(box(TWO)))
    assert len({path[-1] for _, _, _, path in found}) == 2
    assert {path[-1].role for _, _, _, path in found} == {"P"}
    assert said(whole(box(TWO))) == ["First", "paragraph", "goes", "on.", "Second,", "strong."]


def test_between_paragraphs_there_is_a_line() -> None:
    baselines = sorted({y for _, y, _, _ in runs(whole(box(TWO)))})
    assert baselines[1] - baselines[0] == pytest.approx(2 * kit().grid.leading)


@pytest.mark.parametrize(
    ("text", "introduces"),
    [
        ("The outcomes are:", True),
        ("The outcomes are: ", True),
        ("The outcomes are.", False),
        ("x " * 90 + ":", False),
        ("A.\n    \n    They are:", True),
        ("They are:\n    \n    A.", False),
    ],
)
def test_what_announces_what_follows(text: str, introduces: bool) -> None:
    assert made(f"- text: |\n    {text}").introduces is introduces


def test_only_the_first_paragraph_is_the_lead() -> None:
    found = made(TWO)
    sizes = [runs(whole(part))[0][2].size for part in found.boxes(kit(), lead=True)]
    plain = [runs(whole(part))[0][2].size for part in found.boxes(kit())]
    assert sizes[0] > plain[0]
    assert sizes[1] == plain[1] == plain[0]


def test_a_lead_has_a_measure_of_its_own() -> None:
    text = "- text: |\n    " + "word " * 60 + "\n    \n    " + "word " * 60
    first, second = (runs(whole(part, 400)) for part in made(text).boxes(kit(), lead=True, measure=200))
    assert max(words.width for _, _, words, _ in first) <= 201
    assert max(words.width for _, _, words, _ in second) > 300


def test_a_footnote_mark_is_raised_and_the_label_is_known() -> None:
    frame = whole(box("- text: One[^2] and two[^1]."))
    assert "".join(words.text for _, _, words, _ in runs(frame)) == "One² and two¹."
    assert frame.notes == ("2", "1")


def test_in_the_sidebar_text_is_smaller() -> None:
    assert runs(whole(box("- text: x", "sidebar")))[0][2].size < runs(whole(box("- text: x")))[0][2].size


def test_running_text_is_flexible() -> None:
    assert all(getattr(part, "flexible", False) for part in made(TWO).boxes(kit()))

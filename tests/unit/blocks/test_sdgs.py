"""Goals: numbers that are text, names in the language, in the order in which they were typed."""

import pytest

from factsheet.blocks.sdgs import Sdgs
from factsheet.design.goals import GOALS
from factsheet.document import Area
from factsheet.i18n.language import GOALS as NAMES
from factsheet.i18n.language import LABELS, language
from tests.making import Place, block, box, items, runs, said, whole


def made(text: str, place: Place = "main") -> list[int]:
    found = block(f"- sdgs: {text}", place)
    assert isinstance(found, Sdgs)
    return found.sdgs


def test_goals_stay_in_the_order_in_which_they_were_typed() -> None:
    assert made("[8, 4, 17]") == [8, 4, 17]
    assert made("13") == [13]


@pytest.mark.parametrize("text", ["[0]", "[18]", "[-1]", "[4.5]", "[four]", "[4, 4]", "[]", "[²]", "[1e1]"])
def test_what_is_refused(text: str) -> None:
    with pytest.raises(AssertionError):
        made(text)


def test_each_goal_has_a_name_that_is_a_label() -> None:
    assert len(NAMES) == len(GOALS) == 17
    assert set(NAMES) <= set(LABELS)
    for tag in ("mn", "fr", "es", "ru", "de"):
        assert len({language(tag).label(name) for name in NAMES}) == 17


def test_number_and_name_are_text_and_the_tile_has_the_colour_of_the_goal() -> None:
    frame = whole(box("- sdgs: [13, 4]"), 234)
    assert said(frame) == ["13", "Climate", "action", "4", "Quality", "education"]
    assert [item.ink for _, _, item, _ in items(frame) if isinstance(item, Area)] == [GOALS[12], GOALS[3]]
    roles = [[tag.role for tag in path] for _, _, _, path in runs(frame)]
    assert ["L", "LI", "Lbl"] in roles
    assert ["L", "LI", "LBody"] in roles


def test_numbers_are_large_enough_for_their_contrast() -> None:
    for place in ("main", "sidebar"):
        frame = whole(box("- sdgs: [1, 2]", place, step=-1), 130)  # type: ignore[arg-type]
        sizes = [words.size for _, _, words, path in runs(frame) if path[-1].role == "Lbl"]
        assert sizes
        assert min(sizes) >= 14


def test_numbers_stand_in_their_tiles() -> None:
    frame = whole(box("- sdgs: [8, 16]", "sidebar"), 130)
    tiles = [(x, y, item) for x, y, item, _ in items(frame) if isinstance(item, Area) and item.ink in GOALS]
    numbers = [(x, y, words) for x, y, words, path in runs(frame) if path[-1].role == "Lbl"]
    for (left, top, tile), (x, y, words) in zip(tiles, numbers, strict=True):
        assert left < x < x + words.width < left + tile.width
        assert top + tile.height / 2 == pytest.approx(y - 0.357 * words.size, abs=0.5)


def test_the_sidebar_has_a_title() -> None:
    assert said(whole(box("- sdgs: 4", "sidebar"), 130))[:3] == ["Sustainable", "Development", "Goals"]
    assert said(whole(box("- sdgs: 4\n  title: Ours", "sidebar"), 130))[0] == "Ours"


def test_the_language_of_the_factsheet() -> None:
    assert said(whole(box("- sdgs: 4", tag="de"), 234)) == ["4", "Hochwertige", "Bildung"]


def test_names_are_not_divided() -> None:
    for goal in range(1, 18):
        frame = whole(box(f"- sdgs: {goal}"), 140)
        assert not any("\u00ad" in words.text for _, _, words, _ in runs(frame))

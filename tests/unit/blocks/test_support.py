"""Support: a sentence under its title."""

from factsheet.units import Size
from tests.making import box, kit, runs, said, whole


def test_the_sentence_stands_under_its_title() -> None:
    frame = whole(box("- support: By **IOM**.", "sidebar"))
    assert said(frame) == ["Project", "support", "By", "IOM."]
    assert [path[-1].role for _, _, _, path in runs(frame)] == ["H2", "P", "P", "P"]


def test_the_title_is_in_the_language_of_the_document() -> None:
    assert said(whole(box("- support: X", "sidebar", tag="fr"))) == ["Soutien", "au", "projet", "X"]


def test_the_title_stays_with_the_sentence() -> None:
    assert box("- support: " + "word " * 30, "sidebar").fit(Size(130, 2 * kit().grid.leading)).frame is None

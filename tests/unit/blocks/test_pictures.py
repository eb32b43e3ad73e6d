"""What blocks with pictures share: what is said of a picture, and how tall it may be."""

from typing import cast

import pytest

from factsheet.blocks.picture import Picture
from factsheet.blocks.pictures import caption, credit, figure, picture
from factsheet.findings import Where
from factsheet.i18n.text import Text
from tests.making import Place, block, kit, runs, said, whole

WHERE = Where("test.yaml", 3, 4)
SHOWN = "- picture: {file: pictures/valley.jpg, alt: Two  riders}"


def shown(text: str = SHOWN) -> Picture:
    return cast(Picture, block(text))


def test_a_figure_says_what_it_shows_and_a_decoration_is_none() -> None:
    found = figure(shown().picture)
    assert (found.role, found.alt, found.where.line) == ("Figure", "Two riders", 3)
    nothing = figure(shown("- picture: {file: pictures/valley.jpg, decorative: true}").picture)
    assert (nothing.role, nothing.alt) == ("Artifact", "")


def test_a_credit_says_photo_and_the_name_apart() -> None:
    frame = whole(credit(kit(), Text("B. Bat-Erdene", WHERE)))
    assert said(frame) == ["Photo:", "B.", "Bat-Erdene"]
    name = [path[-1].where for _, _, words, path in runs(frame) if "Bat" in words.text]
    assert name == [WHERE]
    assert all(path[-1].role == "Span" for _, _, _, path in runs(frame))


def test_a_caption_of_a_wide_picture_is_not_as_wide() -> None:
    text = Text("Some words of a caption that goes on for a line or two. " * 4, WHERE)
    from dataclasses import replace

    made = replace(kit(), widest=480.0)
    wide, narrow = (whole(caption(made, text, width), 480.0) for width in ("full", "column"))
    assert max(x + words.width for x, _, words, _ in runs(wide)) < 0.75 * 480
    assert max(x + words.width for x, _, words, _ in runs(narrow)) > 0.75 * 480


@pytest.mark.parametrize(("place", "most"), [("main", 28), ("sidebar", 15)])
def test_no_picture_is_taller_than_it_may(place: Place, most: int) -> None:
    made = kit(place)
    frame = whole(picture(made, shown().picture, (), 0.2), 480.0)
    assert frame.height <= made.lines(most) + 0.01

"""Quotations: the words beside a bar as tall as they are, the speaker below, all one block quote."""

import pytest

from factsheet.document import Area, Picture
from factsheet.units import Size
from tests.making import Place, box, items, kit, pieces, runs, said, whole

LONG = "- quote: {text: '" + "What somebody said about it. " * 80 + "', name: A. Person, role: Director}"


def test_the_speaker_follows_the_words() -> None:
    frame = whole(box("- quote: {role: Director, name: A. Person, text: “Yes.”}"))
    assert said(frame) == ["“Yes.”", "A.", "Person", "Director"]
    assert {path[0].role for _, _, _, path in runs(frame)} == {"BlockQuote"}


@pytest.mark.parametrize("fields", ["text: a", "text: a, name: b", "text: a, role: c"])
def test_name_and_role_may_be_left_out(fields: str) -> None:
    assert said(whole(box(f"- quote: {{{fields}}}"))) == [part.split(": ")[1] for part in fields.split(", ")]


def test_the_bar_is_as_tall_as_the_quotation() -> None:
    frame = whole(box(LONG))
    (bar,) = [item for _, _, item, _ in items(frame) if isinstance(item, Area)]
    assert bar.height == pytest.approx(frame.height)
    assert min(x for x, _, _, _ in runs(frame)) > bar.width


def test_both_halves_of_a_divided_quotation_have_a_bar() -> None:
    frames, rest = pieces(box(LONG), 234, 20 * kit().grid.leading)
    assert rest is None
    assert len(frames) > 1
    for frame in frames:
        (bar,) = [item for _, _, item, _ in items(frame) if isinstance(item, Area)]
        assert bar.height == pytest.approx(frame.height)


def test_a_short_quotation_is_never_divided() -> None:
    boxed = box("- quote: {text: " + "Yes. " * 40 + ", name: A. Person}")
    assert boxed.fit(Size(150, whole(boxed, 150).height - 1)).frame is None


def test_in_the_sidebar_it_is_set_smaller() -> None:
    text = "- quote: {text: Yes.}"
    assert runs(whole(box(text, "sidebar")))[0][2].size < runs(whole(box(text)))[0][2].size


PORTRAIT = ", picture: {file: pictures/speaker.jpg, alt: A woman smiles}}"


@pytest.mark.parametrize("place", ["main", "sidebar"])
def test_a_portrait_stands_beside_the_name(place: Place) -> None:
    frame = whole(box("- quote: {text: “Yes.”, name: A. Person, role: Director" + PORTRAIT, place), 130)
    ((left, top, portrait, path),) = [found for found in items(frame) if isinstance(found[2], Picture)]
    assert portrait.oval
    assert [tag.role for tag in path] == ["BlockQuote", "Figure"]
    assert path[-1].alt == "A woman smiles"
    words, name, *_ = runs(frame)
    assert name[0] >= left + portrait.width
    assert words[1] < top < name[1] < top + portrait.height
    assert said(frame) == ["“Yes.”", "A.", "Person", "Director"]


def test_a_quotation_of_nobody_may_have_a_portrait() -> None:
    frame = whole(box("- quote: {text: “Yes.”" + PORTRAIT))
    assert said(frame) == ["“Yes.”"]
    assert any(isinstance(item, Picture) for _, _, item, _ in items(frame))

"""List items: a text, or a text with one list of its own."""

import pytest

from factsheet.blocks.items import Item
from factsheet.i18n.text import Rich
from factsheet.units import Size
from tests.making import box, kit, runs, said, whole


def item(text: str, **lists: object) -> Item:
    return Item.model_validate({"text": text, **lists})


def test_a_text_alone_is_an_item() -> None:
    made = Item.model_validate("A point")
    assert (made.text, made.bullets, made.numbered) == ("A point", None, None)
    assert isinstance(made.text, Rich)


def test_one_level_of_nesting() -> None:
    made = item("A", bullets=["b", {"text": "c"}])
    assert made.bullets is not None
    assert [inner.text for inner in made.bullets] == ["b", "c"]


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        ({"bullets": ["b"], "numbered": ["c"]}, "bullets and numbers at once"),
        ({"bullets": [{"text": "b", "numbered": ["c"]}]}, "a list stands in a list in a list"),
        ({"bullets": []}, "at least 1"),
        ({"points": ["b"]}, "[Ee]xtra"),
    ],
)
def test_what_is_no_item(lists: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        item("A", **lists)


def test_an_item_that_goes_on_has_no_second_label() -> None:
    boxed = box("- bullets:\n    - " + "word " * 60)
    fit = boxed.fit(Size(120, 5 * kit().grid.leading))
    assert fit.frame is not None
    assert fit.rest is not None
    assert said(fit.frame)[0] == "•"
    assert "•" not in said(whole(fit.rest, 120))
    first = {path[-1] for _, _, words, path in runs(fit.frame) if "word" in words.text}
    assert first == {path[-1] for _, _, _, path in runs(whole(fit.rest, 120))}


def test_the_rest_of_an_item_keeps_its_indent() -> None:
    boxed = box("- bullets:\n    - " + "word " * 60)
    fit = boxed.fit(Size(120, 5 * kit().grid.leading))
    assert fit.frame is not None
    assert fit.rest is not None
    here = {round(x, 3) for x, _, words, _ in runs(fit.frame) if "word" in words.text}
    assert here == {round(x, 3) for x, _, _, _ in runs(whole(fit.rest, 120))}

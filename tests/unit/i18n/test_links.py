"""Texts of links that say nothing."""

import pytest

from factsheet.i18n.links import says_nothing


@pytest.mark.parametrize("text", ["here", "Click  here!", "» read more", "здесь", "(ici)", "", "→", "he\u00adre"])
def test_says_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["the report of 2025", "www.iom.int", "Hier in Berlin", "more on wells", "IOM"])
def test_says_something(text: str) -> None:
    assert not says_nothing(text)

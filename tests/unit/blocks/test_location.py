"""Locations: countries by their codes, in the words of the language, on a map that says what it shows."""

import pytest

from factsheet.blocks.location import Location, Site
from factsheet.document import Area, Frame, Path
from factsheet.i18n.countries import countries
from tests.making import block, box, items, runs, said, whole


def site(text: str) -> Site:
    found = block(f"- location: {text}", "sidebar")
    assert isinstance(found, Location)
    return found.location


def set_(text: str, tag: str = "en", width: float = 130.4) -> Frame:
    return whole(box(f"- location: {text}", "sidebar", tag=tag), width)


def figures(frame: Frame) -> list[str]:
    return sorted({tag.alt for _, _, _, path in items(frame) for tag in path if tag.role == "Figure"})


@pytest.mark.parametrize("text", ["MN", "mn", "MNG", "mng"])
def test_codes_of_two_and_three_letters(text: str) -> None:
    assert site(f"{{country: {text}}}").country == ["MN"]


def test_no_is_norway() -> None:
    assert site("{country: NO}").country == ["NO"]


def test_several_countries() -> None:
    assert site("{country: [MN, KAZ, kg]}").country == ["MN", "KZ", "KG"]
    assert said(set_("{country: [MN, KZ, KG], map: false}"))[1:] == ["Mongolia,", "Kazakhstan", "and", "Kyrgyzstan"]


@pytest.mark.parametrize("code", sorted(set(countries().values())))
def test_every_country_can_be_set(code: str) -> None:
    frame = set_(f"{{country: {code}}}")
    (alt,) = figures(frame)
    assert alt.startswith("Map: ")
    assert any(isinstance(item, Path) for _, _, item, _ in items(frame))
    assert "territory." in said(frame)


@pytest.mark.parametrize(
    ("tag", "name", "alt"),
    [
        ("en", "Mongolia", "Map: Mongolia"),
        ("mn", "Монгол Улс", "Газрын зураг: Монгол Улс"),
        ("fr", "Mongolie", "Carte : Mongolie"),
        ("es", "Mongolia", "Mapa: Mongolia"),
        ("ru", "Монголия", "Карта: Монголия"),
        ("de", "Mongolei", "Karte: Mongolei"),
        ("pl", "Mongolia", "Map: Mongolia"),
    ],
)
def test_the_language_of_the_factsheet(tag: str, name: str, alt: str) -> None:
    frame = set_("{country: MN}", tag)
    assert " ".join(said(frame)).count(name) == 1
    assert figures(frame) == [alt]
    assert len(said(frame)) > 8


def test_a_name_of_the_author_replaces_ours() -> None:
    assert said(set_("{country: MN, name: Northern Mongolia, map: false}"))[1:] == ["Northern", "Mongolia"]


def test_a_place_is_printed_once_on_the_map_or_without_a_mark_above_it() -> None:
    marked = set_("{country: MN, place: Sainshand, lat: 44.9, lon: 110.1}")
    assert said(marked).count("Sainshand") == 1
    assert figures(marked) == ["Map: Mongolia. Marked: Sainshand"]
    above = said(set_("{country: MN, place: Sainshand}"))
    assert above[:3] == ["Location", "Mongolia", "Sainshand"]


def test_a_mark_without_a_name() -> None:
    assert figures(set_("{country: MN, lat: 44.9, lon: 110.1}")) == ["Map: Mongolia"]


def test_without_a_map_there_is_no_sentence_on_it() -> None:
    frame = set_("{country: MN, map: no}")
    assert said(frame) == ["Location", "Mongolia"]
    assert not figures(frame)


def test_kosovo_is_named_as_the_united_nations_do() -> None:
    assert "1244" in said(set_("{country: XK}"))
    assert "1244" in said(set_("{country: [AL, XK], map: false}"))
    assert "1244" not in said(set_("{country: RS}"))


def test_a_long_name_is_set_smaller() -> None:
    def size(name: str) -> float:
        frame = set_(f"{{country: MN, name: {name}, map: false}}")
        return max(words.size for _, _, words, path in runs(frame) if path[-1].role == "P")

    assert size("Mongolia") > size("The eastern and the southern provinces of Mongolia and their neighbours")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{country: MN, lat: 47.9}", "without “lon”"),
        ("{country: MN, lon: 106.9}", "without “lat”"),
        ("{country: MN, lat: 91, lon: 0}", "does not lie in Mongolia"),
        ("{country: MN, lat: nan, lon: 0}", "not a number of degrees"),
        ("{country: MN, lat: 47.9, lon: 106.9, map: no}", "without a map"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        site(text)


def test_places_on_both_sides_of_the_180th_meridian() -> None:
    assert site("{country: FJ, lat: -16.8, lon: 179.99}").lon == 179.99
    assert site("{country: FJ, lat: -16.8, lon: -179.99}").lon == -179.99


def test_water_can_be_told_from_land() -> None:
    frame = set_("{country: MT}")
    inks = {item.fill for _, _, item, _ in items(frame) if isinstance(item, Path) and item.fill}
    grounds = [item.ink for _, _, item, path in items(frame) if isinstance(item, Area) and path[-1].role == "Figure"]
    assert not inks & set(grounds)

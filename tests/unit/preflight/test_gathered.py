"""Marks that break a rule, gathered."""

from factsheet.preflight.gathered import gathered, on_product, places
from tests.unit.preflight.made import marks, opened, page

FOUR = b"0 g 50 50 5 5 re f 1 0 0 rg 60 60 5 5 re f 70 70 5 5 re f 1 0 0 RG 80 80 m 90 90 l S"


def family(mark: object) -> str:
    return "RGB" if mark.space.family == "DeviceRGB" else ""  # type: ignore[attr-defined]


def test_the_same_fault_of_one_kind_is_one() -> None:
    found = list(gathered(marks(FOUR), family))
    assert [(mark.kind, count, how) for mark, count, how in found] == [("fill", 2, "RGB"), ("stroke", 1, "RGB")]


def test_every_place_is_known_from_the_corner_of_the_trim() -> None:
    file = opened(page(FOUR))
    mark, _, _ = next(iter(gathered(marks(FOUR), family)))
    trim = file.pages[0].trim
    assert [(place.x, place.y) for place in places(file, mark)] == [
        (60 - trim.x, trim.bottom - 65),
        (70 - trim.x, trim.bottom - 75),
    ]


def test_no_more_places_than_can_be_looked_at() -> None:
    many = b"1 0 0 rg " + b"50 50 5 5 re f " * 200
    file = opened(page(many))
    mark, count, _ = next(iter(gathered(marks(many), family)))
    assert count == 200
    assert len(places(file, mark)) == 60


def test_what_lies_on_the_product() -> None:
    file = opened(page())
    for content, answer in (
        (b"0 g 50 50 5 5 re f", True),
        (b"0 g 20 300 5 5 re f", True),  # in the bleed
        (b"0 g 5 300 14.4 5 re f", False),  # ends where the bleed begins
        (b"0 g 50 50 5 5 re W n 0 g 100 100 5 5 re f", False),
        (b"/Half gs 0 g 50 50 5 5 re f", True),
    ):
        *_, mark = marks(content)
        assert on_product(file, mark) is answer, content
    (clear,) = marks(b"/Clear gs 0 g 50 50 5 5 re f", ExtGState={"Clear": {"ca": 0}})
    assert not on_product(file, clear)

"""Series are told apart without colours."""

from factsheet.document import Area, Path
from factsheet.layout.series import MOST, Series
from tests.unit.layout.bricks import ink

LOOKS = [Series(ink("one"), n) for n in range(MOST)]


def test_no_two_series_have_the_same_pattern_dashes_or_marker() -> None:
    patterns = {repr([(x, y, item) for x, y, item in look.area(40, 10).items]) for look in LOOKS}
    assert (
        len(patterns) == len({look.dashes for look in LOOKS}) == len({look.marker().segments for look in LOOKS}) == MOST
    )


def test_the_first_is_solid_and_what_is_too_small_for_a_pattern_is_solid() -> None:
    for frame in (LOOKS[0].area(40, 10), LOOKS[1].area(1.0, 10), LOOKS[2].area(40, 1.0)):
        ((_, _, item),) = frame.items
        assert isinstance(item, Area)
        assert (item.width, item.height) == (frame.width, frame.height)


def test_a_pattern_is_cut_off_at_its_edges() -> None:
    assert all(look.area(40, 10).clip for look in LOOKS[1:])


def test_all_is_in_one_ink() -> None:
    for look in LOOKS:
        found = [item for _, _, item in look.area(40, 10).items]
        inks = {i for item in found if isinstance(item, Path) for i in (item.fill, item.stroke) if i}
        inks |= {item.ink for item in found if isinstance(item, Area)}
        assert inks == {ink("one")}


def test_a_line_goes_through_its_points() -> None:
    line = LOOKS[1].line(((0, 0), (10, 5), (20, 0)))
    assert [kind for kind, _ in line.segments] == ["M", "L", "L"]
    assert line.dashes

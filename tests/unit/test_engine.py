"""The engine: bounded caches that forget the older half and never change what is asked for."""

from pathlib import Path

import pytest

from factsheet.design.fonts import folder
from factsheet.engine import Cache, Engine


def test_a_cache_is_bounded_and_forgets_the_older_half() -> None:
    cache: Cache[int, int] = Cache(10)
    for n in range(11):
        assert cache.keep(n, n * n) == n * n
        assert len(cache) <= 10
    assert list(cache) == [5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_small_cache_is_bounded_too(most: int) -> None:
    cache: Cache[int, int] = Cache(most)
    for n in range(10):
        cache.keep(n, n)
        assert len(cache) <= most


def test_a_face_is_opened_once() -> None:
    engine = Engine()
    name = "noto-sans/NotoSans-Regular.ttf"
    assert engine.face(name) is engine.face(name)
    assert engine.face(name).path == folder() / Path(name)
    assert Engine().face(name) is not engine.face(name)


def test_a_thing_is_made_once() -> None:
    engine = Engine()
    made: list[str] = []

    def make() -> str:
        made.append("x")
        return "thing"

    assert [engine.once("key", make) for _ in range(3)] == ["thing"] * 3
    assert made == ["x"]
    engine.once("other", make)
    assert made == ["x", "x"]


def test_nothing_is_a_thing_too() -> None:
    engine = Engine()
    made: list[None] = []
    for _ in range(2):
        assert engine.once("key", lambda: made.append(None)) is None
    assert len(made) == 1


def test_a_failure_is_not_remembered() -> None:
    engine = Engine()

    def fail() -> str:
        raise ValueError("once")

    with pytest.raises(ValueError, match="once"):
        engine.once("key", fail)
    assert engine.once("key", lambda: "made") == "made"

"""The engine: bounded caches that forget the older half and never change what is asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from factsheet.design.fonts import folder
from factsheet.design.pictures import look
from factsheet.design.press import condition
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


def test_pictures_are_converted_once_for_each_size_and_edition(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), (200, 80, 60)).save(tmp_path / "a.png")
    engine, bitmap = Engine(), look(tmp_path / "a.png")
    whole = (0.0, 0.0, 1.0, 1.0)
    first = engine.pixels(bitmap, "rgb", whole, (20, 20), condition())
    assert engine.pixels(bitmap, "rgb", whole, (20, 20), condition()) is first
    assert engine.pixels(bitmap, "rgb", whole, (10, 10), condition()) != first
    assert engine.pixels(bitmap, "cmyk", whole, (20, 20), condition()).colours == "cmyk"
    assert engine.pixels(bitmap, "rgb", (0.0, 0.0, 0.5, 1.0), (20, 20), condition()) != first
    other = replace(condition(), digest="of another profile")
    assert engine.pixels(bitmap, "cmyk", whole, (20, 20), other) is not engine.pixels(
        bitmap, "cmyk", whole, (20, 20), condition()
    )
    assert engine.pictures.most < 100

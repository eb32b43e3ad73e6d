"""What all blocks share: places, texts, and models that take nothing unknown."""

import pytest
from pydantic import ValidationError

from factsheet.blocks.base import Block, Flag, Model, fault, one_or_many, texts_of
from factsheet.findings import NOWHERE, Where
from factsheet.i18n.text import Rich, Text
from tests.making import block, example, kinds, kit


class Inner(Model):
    text: Text
    many: list[Rich] = []  # noqa: RUF012 - Pydantic copies it


class Outer(Model):
    inner: Inner
    by_name: dict[str, Text]
    count: int = 3


def test_nothing_unknown_and_nothing_changed() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Inner.model_validate({"text": "a", "other": "b"})
    made = Inner.model_validate({"text": "a"})
    with pytest.raises(ValidationError, match="frozen"):
        made.text = Text("b")  # type: ignore[misc]


def test_every_text_is_found_in_reading_order() -> None:
    made = Outer.model_validate({"inner": {"text": "a", "many": ["b", "c"]}, "by_name": {"x": "d"}})
    assert [str(text) for text in texts_of(made)] == ["a", "b", "c", "d"]
    assert list(texts_of("a plain string")) == []
    assert list(texts_of(None)) == []


@pytest.mark.parametrize("key", kinds())
def test_the_texts_of_every_example_know_their_lines(key: str) -> None:
    found = list(texts_of(block(example(kinds()[key]), kinds()[key].place)))
    assert all(text.where.line for text in found)
    assert found or key in ("budget", "columns", "duration", "page", "sdgs")


def test_one_or_many() -> None:
    assert one_or_many("a") == ["a"]
    assert one_or_many(["a", "b"]) == ["a", "b"]
    assert one_or_many({"a": 1}) == [{"a": 1}]


def test_a_fault_carries_its_message_and_its_cure() -> None:
    found = fault("rule", "50 % {of} it is wrong", "mend it")
    assert found.type == "rule"
    assert found.message() == "50 % {of} it is wrong"
    assert found.context is not None
    assert found.context["hint"] == "mend it"


def test_a_block_knows_its_place() -> None:
    made = kinds()["heading"].model_validate({"heading": "a"})
    assert made.where == NOWHERE
    where = Where("x.yaml", 3, 5)
    assert made.placed(where) is made
    assert made.where == where


def test_a_block_without_a_box_is_a_fault_of_the_program() -> None:
    with pytest.raises(NotImplementedError):
        Block().box(kit())


@pytest.mark.parametrize("key", kinds())
def test_every_block_says_what_it_is(key: str) -> None:
    kind = kinds()[key]
    assert kind.key == key
    assert key in kind.model_fields
    assert kind.__doc__ is not None
    assert kind.__doc__.split("\n")[0].endswith(".")
    assert kind.place in ("main", "sidebar")


class Flagged(Model):
    planned: Flag = False


@pytest.mark.parametrize(("typed", "expected"), [("true", True), ("Yes", True), ("false", False), ("no", False)])
def test_true_and_false(typed: str, expected: bool) -> None:
    assert Flagged.model_validate({"planned": typed}).planned is expected


@pytest.mark.parametrize("typed", ["maybe", "", None, ["true"]])
def test_what_is_neither_true_nor_false(typed: object) -> None:
    with pytest.raises(ValidationError):
        Flagged.model_validate({"planned": typed})

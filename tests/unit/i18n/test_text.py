"""A text of the author's: it knows where it stands, and is refused where it is none."""

import pytest
from pydantic import BaseModel, ValidationError

from factsheet.findings import NOWHERE, Where
from factsheet.i18n.text import Rich, Text
from factsheet.source import Scalar

WHERE = Where("x.yaml", 3, 7)


class Model(BaseModel):
    plain: Text | None = None
    rich: Rich | None = None


def refused(value: object) -> tuple[str, str, str]:
    """The rule, the message and the hint."""
    with pytest.raises(ValidationError) as problem:
        Model.model_validate({"plain": value})
    error = problem.value.errors()[0]
    return error["type"], error["msg"], error["ctx"]["hint"]


def test_a_scalar_keeps_its_place_and_its_letters() -> None:
    made = Model.model_validate({"plain": Scalar("  a  b ", WHERE), "rich": Scalar("c", WHERE)})
    assert made.plain == "  a  b "
    assert made.plain is not None
    assert made.plain.where == WHERE
    assert type(made.plain) is Text
    assert type(made.rich) is Rich


def test_a_plain_string_has_no_place() -> None:
    made = Model.model_validate({"plain": "a"})
    assert made.plain is not None
    assert made.plain.where == NOWHERE


@pytest.mark.parametrize("value", ["", "   ", "\n\t", "\u00a0", "\u2003"])
def test_nothing_is_no_text(value: str) -> None:
    rule, message, hint = refused(value)
    assert (rule, message) == ("empty", "the text is empty")
    assert hint


@pytest.mark.parametrize("value", [["a"], {"a": "b"}, {"a": "b", "c": "d"}, 5, True])
def test_what_is_no_text(value: object) -> None:
    rule, message, hint = refused(value)
    assert (rule, message) == ("wrong-type", "a text is expected here")
    assert "quotation marks" in hint


def test_a_mapping_of_one_key_is_probably_a_colon() -> None:
    assert "colon" in refused({"a": "b"})[2]
    assert "colon" not in refused(["a"])[2]


def test_for_editors_numbers_and_truths_are_texts_too() -> None:
    properties = Model.model_json_schema()["properties"]
    assert {"type": ["string", "number", "boolean"]} in properties["plain"]["anyOf"]

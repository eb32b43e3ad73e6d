"""The tokeniser of content streams: every kind of operand, inline images, and slips that are told."""

import pytest

from factsheet.preflight.operators import OPERATORS, Name, Slip, operations


def one(data: bytes) -> tuple[str, list[object]]:
    (found,) = operations(data)
    return found


@pytest.mark.parametrize(
    ("operand", "value"),
    [
        (b"1", 1),
        (b"-.5", -0.5),
        (b"+3.", 3.0),
        (b"true", True),
        (b"null", None),
        (b"/Name", "Name"),
        (b"/A#20b", "A b"),
        (b"/", ""),
        (b"(text)", b"text"),
        (b"(a(b)c)", b"a(b)c"),
        (b"(\\)\\(\\\\)", b")(\\"),
        (b"(\\101\\7\\n)", b"A\x07\n"),
        (b"(a\\\nb)", b"ab"),
        (b"(\\q)", b"q"),
        (b"<48 65>", b"He"),
        (b"<4>", b"@"),
        (b"<>", b""),
        (b"[1 [2] (x)]", [1, [2], b"x"]),
        (b"<</A 1/B[2]>>", {"A": 1, "B": [2]}),
        (b"%comment\n7", 7),
    ],
)
def test_operands(operand: bytes, value: object) -> None:
    assert one(operand + b" x") == ("x", [value])


def test_names_are_told_from_texts() -> None:
    _, (name, text) = one(b"/A (A) x")
    assert isinstance(name, Name)
    assert not isinstance(text, Name)


def test_operators_need_no_space_before_delimiters() -> None:
    assert [operator for operator, _ in operations(b"q[1]0 d/A gs(x)Tj<61>Tj Q")] == ["q", "d", "gs", "Tj", "Tj", "Q"]


def test_an_inline_image_ends_at_its_end() -> None:
    pixels = b"\x00 EI \xff\xfe more EI inside\x80"
    found = list(operations(b"q BI /W 4 /H 2 /CS /G /F [/Fl] ID " + pixels + b"\nEI Q"))
    assert [operator for operator, _ in found] == ["q", "BI", "Q"]
    assert found[1][1] == [{"W": 4, "H": 2, "CS": "G", "F": ["Fl"]}]


@pytest.mark.parametrize("data", [b"BI /W 4 ID abc", b"BI /W 4"])
def test_an_inline_image_that_never_ends_is_told(data: bytes) -> None:
    (operator, _), (slip, _) = operations(data)
    assert operator == "BI"
    assert isinstance(slip, Slip)


def test_pixels_that_look_like_an_end_are_counted() -> None:
    found = list(operations(b"BI/W 12/H 1/CS/G/BPC 8 ID abc EI abcdefEI Q"))
    assert [operator for operator, _ in found] == ["BI", "Q"]


def test_numbers_of_any_length_are_read() -> None:
    operator, (value,) = one(b"9" * 6000 + b" w")
    assert operator == "w"
    assert isinstance(value, float)


@pytest.mark.parametrize("data", [b"1 2 ]", b">> q", b"[1 2", b"<</A 1", b"[1 q 2] d", b"1 2 3", b"{ q", b") q"])
def test_slips_are_told(data: bytes) -> None:
    found = [operator for operator, _ in operations(data)]
    assert any(isinstance(operator, Slip) for operator in found)


def test_whatever_stands_there_is_read_to_its_end() -> None:
    noise = bytes(range(256)) * 20
    assert list(operations(noise))
    assert list(operations(b"(" * 500))
    assert list(operations(b"[" * 5000))


def test_the_operators_are_those_of_the_standard() -> None:
    assert len(OPERATORS) == 73
    assert {"BX", "EX", "d1", "MP", '"', "'"} <= OPERATORS

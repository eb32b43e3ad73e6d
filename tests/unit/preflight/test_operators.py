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


@pytest.mark.parametrize("data", [b"BI /W 4 ID abc", b"BI /W 4", b"BI /W 4 ID abc EIQ 1 0 0 rg"])
def test_an_inline_image_that_never_ends_is_told(data: bytes) -> None:
    """It takes the rest of the stream with it, so nobody may say that the rest was judged."""
    first, last = [operator for operator, _ in operations(data)]
    assert first == "BI"
    assert isinstance(last, Slip)


@pytest.mark.parametrize(
    ("image", "name"),
    [
        (b"BI /W 10 /H 1 /CS /G /BPC 8 ID ab EI cd f\nEI Q", "plain text as pixels"),
        (b"BI /W 2 /H 2 /CS /RGB ID 12 EI 7 8 9 \nEI Q", "three components, eight bits where nothing is said"),
        (b"BI /W 40 /H 2 /IM true /BPC 8 ID  EI q 1 2\nEI Q", "a stencil has one bit"),
        (b"BI /W 8 /H 5 /CS [/I /RGB 1 <000000ffffff>] /BPC 1 ID 1 EI \nEI Q", "an index"),
        (b"BI/W 8/H 1/IM true/D[1 0]ID \xaa\nEI Q", "no space before ID"),
        (b"BI/W 8/H 1/IM true ID \xaaEI Q", "no space before EI"),
        (b"BI /W 99 /H 99 /CS /G ID ab\nEI Q", "fewer pixels than it says"),
        (b"BI ID EI Q", "nothing at all"),
        (b"BI /W (a) /H [] /CS 7 /BPC /x ID ab\nEI Q", "nonsense"),
        (b"BI /W 2 /H 1 /CS /G /F /AHx ID 4142>\nEI\nQ", "packed as text"),
    ],
)
def test_where_an_inline_image_ends(image: bytes, name: str) -> None:
    assert [operator for operator, _ in operations(image)] == ["BI", "Q"], name


def test_an_operator_in_an_array_is_told_and_ends_the_array() -> None:
    """Or else one bracket would hide all that comes after it."""
    slip, *found = operations(b"[1 2 q 1 0 0 rg 5 5 5 5 re f")
    assert isinstance(slip[0], Slip)
    assert found == [("q", []), ("rg", [1, 0, 0]), ("re", [5, 5, 5, 5]), ("f", [])]


def test_numbers_are_no_larger_than_readers_know() -> None:
    digits = b"9" * 5000
    assert one(digits + b" -" + digits + b" " + digits + b".5 x")[1] == [3.4e38, -3.4e38, 3.4e38]


@pytest.mark.parametrize("text", [b"--5", b"1.2.3", b"1e5", b"0x1F", b"-", b"1,5", b"nan", b"inf"])
def test_what_is_no_number_is_no_operand(text: bytes) -> None:
    assert [operator for operator, _ in operations(text + b" w")] == [text.decode(), "w"]


def test_strings_that_never_end() -> None:
    assert next(operations(b"(a(b) Tj"))[0] == "operands without an operator"
    assert next(operator for operator, _ in operations(b"<41 Tj")) == "a stray '<'"


@pytest.mark.parametrize(
    ("operand", "value"),
    [
        (b"(\\400\\53\\0053)", b"\x00+\x053"),
        (b"(a\\\r\nb\r\nc)", b"ab\r\nc"),
        (b"(\\9)", b"9"),
        (b"<4 1 4>", b"A@"),
        (b"/A#zz#2", "A#zz#2"),
        (b"/caf#c3#a9", "café"),
        (b"/%x", ""),
        (b"[/A/B(x)<41>]", ["A", "B", b"x", b"A"]),
        (b"<</A<</B 1>>/C null 7 8>>", {"A": {"B": 1}, "C": None}),
    ],
)
def test_odd_operands(operand: bytes, value: object) -> None:
    assert one(operand + b"\nx") == ("x", [value])


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

"""PDF syntax: numbers, strings, rectangles, finished objects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import read_string_from_stream

from factsheet.pdf.syntax import Raw, Stream, name, number, rectangle, text_string


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (12.345, "12.35"), (100, "100"), (100.0, "100"), (-0.5, "-0.5"),
        (595.2756, "595.28"), (10.10, "10.1"), (1e-9, "0"),
    ],
)  # fmt: skip
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(-20_000, 20_000))
def test_numbers_are_plain_and_near(value: float) -> None:
    said = number(value)
    assert "e" not in said
    assert abs(float(said) - value) <= 0.00501
    assert said.strip("0") or said == "0"


def test_minus_nothing_is_nothing() -> None:
    assert number(-0.001) == "0"


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("plain", b"(plain)"),
        ("a (b) \\c", rb"(a \(b\) \\c)"),
        ("é", b"<FEFF00E9>"),
        ("\n", b"<FEFF000A>"),
        ("", b"()"),
        ("😀", b"<FEFFD83DDE00>"),
    ],
)
def test_text_strings(text: str, syntax: bytes) -> None:
    assert text_string(text) == syntax


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_strings_in_parentheses_can_be_read_back(text: str) -> None:
    from io import BytesIO

    stream = BytesIO(text_string(text))
    assert read_string_from_stream(stream) == text


def test_a_rectangle_has_two_corners() -> None:
    assert rectangle(0, 1.5, 100, 200.25) == "[0 1.5 100 200.25]"


def test_finished_objects_are_written_as_they_are() -> None:
    raw = Raw()
    raw.content = b"<</A 1>>"
    assert raw.format(None) == b"<</A 1>>"
    assert Stream(b"data", b"/B 2").format(None) == b"<</B 2/Length 4>>\nstream\ndata\nendstream"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Black", b"/Black"),
        ("PANTONE 871 C", b"/PANTONE#20871#20C"),
        ("a/b(c)#d", b"/a#2Fb#28c#29#23d"),
        ("Алт", b"/#D0#90#D0#BB#D1#82"),
        ("spot-1.5+x", b"/spot-1.5+x"),
    ],
)
def test_names(text: str, said: bytes) -> None:
    assert name(text) == said

"""Text: where it stands, how large it is, what of it is seen; and marked content."""

import pytest

from factsheet.preflight.marks import Mark
from tests.conformance.broken.faces import codes
from tests.unit.preflight.made import marks, only, page, read, told

WORD = codes("HHHH")


def text(operators: bytes) -> Mark:
    return only(b"0 0 0 1 k BT /Text 10 Tf " + operators + b" ET")


def at(found: Mark) -> tuple[float, float]:
    """Where a text begins: its left edge and its baseline."""
    return found.whole[0], found.whole[1] + 0.22 * found.size


@pytest.mark.parametrize(
    ("operators", "place"),
    [
        (b"60 100 Td " + WORD + b" Tj", (60, 100)),
        (b"60 100 Td 5 -20 Td " + WORD + b" Tj", (65, 80)),
        (b"60 100 TD 0 -15 TD T* " + WORD + b" Tj", (60, 70)),
        (b"1 0 0 1 60 100 Tm " + WORD + b" Tj", (60, 100)),
        (b"12 TL 60 100 Td " + WORD + b" '", (60, 88)),
        (b'12 TL 60 100 Td 0 0 ' + WORD + b' "', (60, 88)),
        (b"60 100 Td 3 Ts " + WORD + b" Tj", (60, 103)),
    ],
)  # fmt: skip
def test_places(operators: bytes, place: tuple[float, float]) -> None:
    assert at(text(operators)) == pytest.approx(place, abs=0.01)


@pytest.mark.parametrize(
    ("operators", "size"),
    [
        (b"60 100 Td " + WORD + b" Tj", 10),
        (b".5 0 0 .5 60 100 Tm " + WORD + b" Tj", 5),
        (b"0 1 -1 0 60 100 Tm " + WORD + b" Tj", 10),
        (b"-1 0 0 1 160 100 Tm " + WORD + b" Tj", 10),
        (b"50 Tz 60 100 Td " + WORD + b" Tj", 10),
        (b"/Text -8 Tf 60 100 Td " + WORD + b" Tj", 8),
    ],
)
def test_effective_sizes(operators: bytes, size: float) -> None:
    assert text(operators).size == pytest.approx(size)


def width(operators: bytes) -> float:
    found = text(b"60 100 Td " + operators)
    return found.whole[2] - found.whole[0]


def test_widths() -> None:
    plain = width(WORD + b" Tj")
    assert plain == pytest.approx(4 * 0.741 * 10, abs=0.1)
    assert width(b"2 Tc " + WORD + b" Tj") == pytest.approx(plain + 8)
    assert width(b"50 Tz " + WORD + b" Tj") == pytest.approx(plain / 2)
    assert width(b"[" + WORD + b" -1000 " + WORD + b"] TJ") == pytest.approx(2 * plain + 10)
    assert width(b"9 Tw " + WORD + b" Tj") == pytest.approx(plain), "codes of two bytes have no word spaces (9.3.3)"


def test_text_goes_on_where_it_ended() -> None:
    first, second = marks(b"BT /Text 10 Tf 60 100 Td " + WORD + b" Tj " + WORD + b" Tj ET")
    assert second.whole[0] == pytest.approx(first.whole[2])


@pytest.mark.parametrize("mode", [3, 7])
def test_text_that_is_not_shown_is_no_mark_and_needs_no_font(mode: int) -> None:
    sheet = page(b"BT /Text 10 Tf %d Tr 60 100 Td " % mode + WORD + b" Tj ET")
    content = read(sheet)
    assert list(content.all()) == []
    assert all(not font.shown for font in content.fonts.values())


def test_outlined_text_has_the_colour_of_its_line() -> None:
    found = text(b"1 Tr 0 1 0 0 K 60 100 Td " + WORD + b" Tj")
    assert found.colour == (0, 1, 0, 0)


def test_the_codes_that_are_shown_are_remembered_with_their_page() -> None:
    (font,) = read(page(b"BT /Text 10 Tf 60 100 Td " + codes("Ha") + b" Tj ET")).fonts.values()
    assert sorted(font.shown.values()) == [(1, "contents of page 1")] * 2


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (b"BT", "a text object (BT) never ends"),
        (b"ET", "ET ends what no BT has begun"),
        (b"BT BT ET", "text objects (BT) are nested"),
        (b"/A BMC", "marked content (BMC, BDC) never ends"),
        (b"EMC", "EMC ends what no BMC or BDC has begun"),
        (b"BT /No 9 Tf ET", "contents name a font “No” that is not there"),
        (b"strange", "contents are not well formed: “strange” is no operator of PDF"),
        (b"1 2 ]", "contents are not well formed: a ] that closes nothing"),
    ],
)
def test_slips_are_told(code: bytes, said: str) -> None:
    assert said in [message for _, message in told(code)]


def test_an_operator_may_be_cut_by_the_end_of_a_stream() -> None:
    """Streams of one page are one content (7.8.2)."""
    sheet = page()
    from tests.conformance.pdf_files import Ref, Stream

    sheet.objects["more"] = Stream({}, b"5 re f")
    sheet.objects["page"]["Contents"] = [Ref("content"), Ref("more")]
    sheet.content = {"all": b"0 g 50 50 5"}
    (found,) = read(sheet).all()
    assert found.bounds == pytest.approx((50, 50, 55, 55))

"""Colours as operators, and one space for each plate."""

import pytest

from factsheet.pdf.plates import Plates, Tint, process, share
from factsheet.pdf.writer import Information, PdfDocument

GOLD = Tint("PANTONE 871 C", 1.0, (0.2, 0.3, 0.7, 0.0))


def document() -> PdfDocument:
    return PdfDocument(version=(1, 6), language="en", packed=False, information=Information({}), identity="")


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (1, "1"), (0.25, "0.25"), (1 / 3, "0.333"), (0.0001, "0")])
def test_shares(value: float, said: str) -> None:
    assert share(value) == said


def test_light_and_ink_have_operators_of_their_own() -> None:
    assert process((1.0, 0.5, 0.0), "rg", "k") == "1 0.5 0 rg"
    assert process((0.0, 0.0, 0.0, 1.0), "RG", "K") == "0 0 0 1 K"


def test_a_plate_has_one_space_whatever_the_tint() -> None:
    made = document()
    plates = Plates(made)
    assert plates.use(GOLD) == plates.use(Tint(GOLD.plate, 0.2, GOLD.alternate))
    name, number = plates.use(GOLD)
    space = made.idToObject[made.numberToId[number]].content
    assert name == "CS1"
    assert space.startswith(b"[/Separation/PANTONE#20871#20C/DeviceCMYK ")
    transform = made.idToObject[made.numberToId[int(space.split()[1])]].content
    assert transform == b"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0.2 0.3 0.7 0]/N 1>>"


def test_another_plate_has_another() -> None:
    plates = Plates(document())
    assert plates.use(GOLD) != plates.use(Tint("All", 1.0, (1.0, 1.0, 1.0, 1.0)))

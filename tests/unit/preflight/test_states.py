"""Graphics states, wherever they are named."""

import pytest

from factsheet.preflight import states
from tests.conformance.broken.sheet import Sheet
from tests.conformance.pdf_files import Name
from tests.unit.preflight.made import context, opened, page


def told(sheet: Sheet, standard: str = "x4") -> list[tuple[str, str]]:
    file, asked = opened(sheet), context(sheet, standard=standard)
    return [(hit.rule, hit.found) for _, judge in states.JUDGES for hit in judge(file, asked)]


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ({"BM": Name("Multiply")}, []),
        ({"BM": [Name("Odd"), Name("Normal")]}, [("X-51", "Odd")]),
        ({"TR2": Name("Default")}, []),
        ({"TR2": Name("Identity")}, [("B-17", "/TR2")]),
        ({"TR": Name("Identity")}, [("B-17", "/TR")]),
        ({"HT": {"HalftoneType": 5}}, []),
        ({"HT": {"HalftoneType": 6}}, [("B-17", "6")]),
        ({"RI": Name("Perceptual")}, []),
        ({"RI": Name("Vivid")}, [("B-14", "Vivid")]),
        ({"ca": 0.5, "SMask": {"S": Name("Alpha")}}, []),
    ],
)
def test_states(state: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert told(page(b"", ExtGState={"S": state})) == found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ({"ca": 1, "CA": 1.0, "BM": Name("Compatible"), "SMask": Name("None")}, []),
        ({"ca": 0.5}, [("X-50", "/ca 0.5")]),
        ({"BM": Name("Multiply")}, [("X-50", "/BM /Multiply")]),
        ({"SMask": {"S": Name("Alpha")}}, [("X-50", "/SMask")]),
    ],
)
def test_x1a_knows_no_transparency(state: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert told(page(b"", base="x1a", ExtGState={"S": state}), "x1a") == found


def test_a_state_that_is_named_twice_is_told_once() -> None:
    sheet = page(b"", ExtGState={"A": {"TR": Name("Identity")}})
    sheet.objects["form"].head["Resources"]["ExtGState"]["B"] = {"TR": Name("Identity")}
    assert len(told(sheet)) == 2, "two states"

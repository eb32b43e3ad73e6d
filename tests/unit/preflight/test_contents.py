"""Pages, forms, groups and masks: everything is looked at, nothing twice, and nothing goes round in circles."""

import random
from typing import Any

import pytest

from factsheet.preflight import contents
from factsheet.preflight.operators import OPERATORS
from tests.conformance.pdf_files import Name, Ref, Stream
from tests.unit.preflight.made import marks, only, page, read


def form(content: bytes, **entries: Any) -> Stream:
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 50, 50], "Resources": {}, **entries}
    return Stream(head, content)


def test_a_form_is_placed_by_its_matrix_and_cut_at_its_box() -> None:
    moved = form(b"0 g 0 0 500 500 re f", Matrix=[2, 0, 0, 2, 10, 10])
    found = only(b"q 1 0 0 1 100 100 cm /F Do Q", XObject={"F": moved})
    assert found.bounds == pytest.approx((110, 110, 210, 210))


def test_a_form_inherits_the_state() -> None:
    assert only(b"0 0 1 0 k /F Do", XObject={"F": form(b"5 5 9 9 re f")}).colour == (0, 0, 1, 0)


def test_a_form_in_a_form() -> None:
    sheet = page(b"/F Do")
    sheet.objects["inner"] = form(b"0 1 0 0 k 1 1 5 5 re f")
    sheet.objects["outer"] = form(b"1 0 0 1 20 20 cm /G Do", Resources={"XObject": {"G": Ref("inner")}})
    sheet.resource("XObject", "F", Ref("outer"))
    (found,) = read(sheet).all()
    assert found.bounds == pytest.approx((21, 21, 26, 26))


def test_forms_that_show_each_other_come_to_an_end() -> None:
    sheet = page(b"/F Do")
    for name, other in (("one", "two"), ("two", "one")):
        sheet.objects[name] = form(b"0 g 1 1 5 5 re f /X Do", Resources={"XObject": {"X": Ref(other)}})
    sheet.resource("XObject", "F", Ref("one"))
    assert 1 <= len(list(read(sheet).all())) <= 4


def test_a_form_that_cannot_be_read_is_told() -> None:
    torn = Stream(
        {"Subtype": Name("Form"), "BBox": [0, 0, 5, 5], "Filter": Name("FlateDecode")}, b"nonsense", plain=True
    )
    hits = read(page(b"/F Do", XObject={"F": torn})).hits
    assert [hit.rule for hit in hits] in (["B-09"], [])


def test_groups_are_remembered_once() -> None:
    group = {"S": Name("Transparency"), "CS": Name("DeviceRGB")}
    content = read(page(b"/F Do /F Do", XObject={"F": form(b"", Group=group)}))
    assert [(one.where, one.space.family if one.space else "") for one in content.groups] == [
        ("page", "DeviceCMYK"),
        ("form", "DeviceRGB"),
    ]


def test_what_shapes_a_soft_mask_is_not_painted() -> None:
    mask = form(b"0 g 0 0 9 9 re f", Group={"S": Name("Transparency"), "CS": Name("DeviceGray")})
    sheet = page(b"/S gs 0 0 0 1 k 50 50 9 9 re f")
    sheet.objects["mask"] = mask
    sheet.resource("ExtGState", "S", {"SMask": {"S": Name("Luminosity"), "G": Ref("mask")}})
    content = read(sheet)
    aside, painted = content.all()
    assert (aside.aside, painted.aside, painted.masked) == (True, False, True)
    assert [one.where for one in content.groups] == ["page", "mask"]


def test_what_notes_show_is_looked_at() -> None:
    sheet = page(b"")
    sheet.objects["shown"] = form(b"1 0 0 rg 0 0 9 9 re f")
    sheet.objects["note"] = {"Subtype": Name("Stamp"), "Rect": [0, 0, 9, 9], "AP": {"N": Ref("shown")}}
    sheet.objects["page"]["Annots"] = [Ref("note")]
    (found,) = read(sheet).all()
    assert (found.space.family, found.aside) == ("DeviceRGB", True)


def test_intents_are_remembered_with_their_pages() -> None:
    assert read(page(b"/Perceptual ri /Odd ri")).intents == [(1, "Perceptual"), (1, "Odd")]


@pytest.mark.parametrize("seed", range(40))
def test_random_operators_are_survived(seed: int) -> None:
    chance = random.Random(seed)
    words = [
        *OPERATORS,
        "1",
        "-2.5",
        "1e9",
        "99999999999",
        "/Text",
        "/Picture",
        "(x)",
        "<41>",
        "[1 2]",
        "true",
        "<<",
        ">>",
    ]
    content = " ".join(chance.choice(words) for _ in range(400)).encode()
    assert isinstance(marks(content), list)


def test_a_form_that_draws_itself_is_told() -> None:
    sheet = page(b"/F Do")
    sheet.objects["one"] = form(b"/F Do", Resources={"XObject": {"F": Ref("one")}})
    sheet.resource("XObject", "F", Ref("one"))
    assert [(hit.rule, hit.message) for hit in read(sheet).hits] == [("B-09", "a form draws itself")]


def test_forms_that_are_nested_too_deep_are_told() -> None:
    sheet = page(b"/F Do")
    for n in range(14):
        sheet.objects[f"form {n}"] = form(b"/F Do", Resources={"XObject": {"F": Ref(f"form {n + 1}")}})
    sheet.objects["form 14"] = form(b"0 g 1 1 5 5 re f")
    sheet.resource("XObject", "F", Ref("form 0"))
    assert [hit.message for hit in read(sheet).hits] == ["forms are nested more than 12 deep"]


def test_what_is_too_much_is_told_once_and_the_rest_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOST_OPERATORS", 50)
    sheet = page(b"0 g 1 1 5 5 re f " * 40)
    sheet["pages"]["Kids"] = [sheet["pages"]["Kids"][0], {**sheet["page"]}]
    content = read(sheet)
    assert content.full
    assert len(content.marks[1]) == 16
    assert content.marks[2] == []
    assert [hit.message for hit in content.hits] == [
        "the file has more than 50 operators: what follows was not looked at"
    ]
